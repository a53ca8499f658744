extension AssemblyScanner {
  /// A name, bare or quoted. It is interned unless `n` stands in front of the quotes.
  mutating func name(_ what: String) throws(AssemblyError) -> Text {
    skipSpaces()
    if let prefix = stringPrefix() {
      guard prefix != "b" else { throw unexpected(what) }
      let start = self
      _ = take(prefix)
      return try text(try quoted(allowsUnicode: true), isInterned: prefix != "n", at: start.place)
    }
    let start = self
    guard let bytes = bareName() else { throw unexpected(what) }
    return try text(Array(bytes), isInterned: true, at: start.place)
  }

  /// The name of a code object, interned by the rule for those unless a letter in front of its quotes says otherwise.
  mutating func title(_ rule: InterningRule, _ what: String) throws(AssemblyError) -> Text {
    skipSpaces()
    let prefix = stringPrefix()
    let name = try name(what)
    return prefix == "n" || prefix == "i" ? name : name.interned(by: rule)
  }

  private func text(_ bytes: [UInt8], isInterned: Bool, at place: TextPlace) throws(AssemblyError) -> Text {
    guard let text = Text(utf8: ByteString(bytes), isInterned: isInterned) else { throw place.error("not valid UTF-8") }
    return text
  }

  /// The name of a code object, with its number.
  mutating func codeID() throws(AssemblyError) -> CodeID {
    skipSpaces()
    var id = CodeID(name: Text("", isInterned: true))
    if peek() != UInt8(ascii: "~") { id.name = try name("the name of a code object") }
    if peek() == UInt8(ascii: "~") {
      _ = take()
      id.number = Int(try number("a number"))
    }
    return id
  }

  // MARK: Strings

  /// The letter in front of the string that comes next, "" if there is none; nil if no string comes.
  private func stringPrefix() -> String? {
    guard let first = peek() else { return nil }
    if AssemblyScanner.isQuote(first) { return "" }
    guard let second = peek(1), AssemblyScanner.isQuote(second) else { return nil }
    switch first {
    case UInt8(ascii: "b"): return "b"
    case UInt8(ascii: "i"): return "i"
    case UInt8(ascii: "n"): return "n"
    default: return nil
    }
  }

  private mutating func take(_ prefix: String) -> UInt8? { prefix.isEmpty ? nil : take() }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }

  /// The bytes of a string in quotes, escapes resolved.
  private mutating func quoted(allowsUnicode: Bool) throws(AssemblyError) -> [UInt8] {
    let start = self
    let quote = take()
    var result: [UInt8] = []
    while let byte = take() {
      if byte == quote { return result }
      if byte == UInt8(ascii: "\\") {
        try appendEscape(to: &result, allowsUnicode)
      } else {
        guard byte < 0x80 || allowsUnicode else { throw start.place.error("bytes may hold ASCII and escapes only") }
        result.append(byte)
      }
    }
    throw start.place.error("the string does not end on its line")
  }

  private mutating func appendEscape(to result: inout [UInt8], _ allowsUnicode: Bool) throws(AssemblyError) {
    let start = self
    let letter = take()
    switch letter {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "0"): result.append(0)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(letter ?? 0)
    case UInt8(ascii: "x"):
      let point = try hexDigits(2)
      if allowsUnicode { Text.appendEncoded(point, to: &result) } else { result.append(UInt8(point)) }
    case UInt8(ascii: "u") where allowsUnicode: Text.appendEncoded(try hexDigits(4), to: &result)
    case UInt8(ascii: "U") where allowsUnicode:
      let point = try hexDigits(8)
      guard point <= 0x10FFFF else { throw start.place.error("no character has the number 0x\(String(point, radix: 16))") }
      Text.appendEncoded(point, to: &result)
    default: throw start.place.error("unknown escape; known are \\n \\t \\r \\0 \\\\ \\' \\\" \\x41 \\u0041 \\U00000041")
    }
  }

  private mutating func hexDigits(_ count: Int) throws(AssemblyError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek().flatMap(AssemblyScanner.digit) else { throw unexpected("\(count) hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      _ = take()
    }
    return value
  }

  // MARK: Constants

  /// The deepest nesting of constants: what marshal can hold.
  private static let deepest = MarshalLimits().depth

  /// A constant, as `AssemblyText` writes it.
  mutating func constant(_ interning: Interning, depth: Int = 0) throws(AssemblyError) -> ConstantForm {
    skipSpaces()
    guard depth < AssemblyScanner.deepest else {
      throw place.error("constants are nested more than \(AssemblyScanner.deepest) levels deep")
    }
    if let prefix = stringPrefix() { return try string(prefix, interning) }
    switch peek() {
    case UInt8(ascii: "("):
      _ = take()
      return .items(.tuple, try items(")", interning, depth))
    case UInt8(ascii: "["):
      _ = take()
      return .items(.list, try items("]", interning, depth))
    case UInt8(ascii: "."):
      try expect("...", "a constant")
      return .value(.ellipsis)
    case UInt8(ascii: "-"), .some(0x30...0x39): return .value(try numeral())
    default: return try namedConstant(interning, depth)
    }
  }

  private mutating func string(_ prefix: String, _ interning: Interning) throws(AssemblyError) -> ConstantForm {
    let start = self
    _ = take(prefix)
    let bytes = try quoted(allowsUnicode: prefix != "b")
    guard prefix != "b" else { return .value(.bytes(ByteString(bytes))) }
    let text = try text(bytes, isInterned: true, at: start.place)
    let isInterned = prefix == "i" || prefix.isEmpty && interning.constants.interns(text)
    return .value(.string(Text(unchecked: text.utf8, isASCII: text.isASCII, isInterned: isInterned)))
  }

  private mutating func items(
    _ close: StaticString, _ interning: Interning, _ depth: Int
  ) throws(AssemblyError) -> [ConstantForm] {
    var result: [ConstantForm] = []
    while !accept(close) {
      if !result.isEmpty {
        try expect(",", "',' or '\(close)'")
        if accept(close) { break }
      }
      result.append(try constant(interning, depth: depth + 1))
    }
    return result
  }

  private mutating func namedConstant(_ interning: Interning, _ depth: Int) throws(AssemblyError) -> ConstantForm {
    let start = self
    switch word() {
    case "None": return .value(.none)
    case "True": return .value(.bool(true))
    case "False": return .value(.bool(false))
    case "Ellipsis": return .value(.ellipsis)
    case "StopIteration": return .value(.stopIteration)
    case "inf": return .value(.float(.infinity))
    case "nan": return .value(.float(bits: try nanBits()))
    case "complex": return try complex()
    case "code": return .code(try codeID())
    case "set": return try call(.set, interning, depth)
    case "frozenset": return try call(.frozenset, interning, depth)
    case "dict":
      let form = try call(.dictionary, interning, depth)
      guard case .items(_, let items) = form, items.count % 2 == 0 else {
        throw start.place.error("a dict needs pairs of keys and values")
      }
      return form
    case "slice":
      let form = try call(.slice, interning, depth)
      guard case .items(_, let items) = form, items.count == 3 else {
        throw start.place.error("a slice needs start, stop and step")
      }
      return form
    default: throw start.unexpected("a constant (None, True, 1, 1.5, 'text', b'bytes', (1, 2), code NAME ...)")
    }
  }

  private mutating func call(
    _ kind: ConstantForm.Container, _ interning: Interning, _ depth: Int
  ) throws(AssemblyError) -> ConstantForm {
    try expect("(", "'('")
    return .items(kind, try items(")", interning, depth))
  }

  private mutating func nanBits() throws(AssemblyError) -> UInt64 {
    guard accept("(") else { return Double.nan.bitPattern }
    let start = self
    let bits = try number("the bits of the NaN", limit: .max)
    guard Double(bitPattern: bits).isNaN else { throw start.place.error("these are not the bits of a NaN") }
    try expect(")", "')'")
    return bits
  }

  private mutating func complex() throws(AssemblyError) -> ConstantForm {
    try expect("(", "'('")
    let real = try component()
    try expect(",", "','")
    let imaginary = try component()
    try expect(")", "')'")
    return .value(.complex(realBits: real, imaginaryBits: imaginary))
  }

  private mutating func component() throws(AssemblyError) -> UInt64 {
    let start = self
    guard case .value(let value) = try constant(Interning()) else { throw start.unexpected("a float") }
    switch value {
    case .float(let bits): return bits
    case .integer(let value): return Double(value).bitPattern
    default: throw start.unexpected("a float")
    }
  }

  // MARK: Numbers

  /// The longest decimal int, as in CPython.
  private static let mostDigits = 4300

  /// An int, or a float if it has a point or an exponent; `-inf` too.
  private mutating func numeral() throws(AssemblyError) -> Constant {
    let start = self
    let isNegative = accept("-")
    if isNegative, accept(word: "inf") { return .float(-.infinity) }
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") { return try hexadecimal(isNegative, start) }
    var digits: [UInt8] = []
    var isFloat = false
    while let byte = peek() {
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let isExponent = byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
      if isExponent || byte == UInt8(ascii: ".") || isSign && (digits.last == 0x65 || digits.last == 0x45) {
        isFloat = true
      } else if !(0x30...0x39).contains(byte) {
        break
      }
      digits.append(byte)
      _ = take()
    }
    if let byte = peek(), InterningRule.isNameByte(byte) || digits.isEmpty { throw start.unexpected("a number") }
    if isFloat {
      guard let value = Double(String(decoding: digits, as: UTF8.self)) else { throw start.unexpected("a float") }
      return .float(isNegative ? -value : value)
    }
    guard !digits.isEmpty else { throw start.unexpected("a number") }
    guard digits.count <= AssemblyScanner.mostDigits else {
      throw start.place.error("a decimal int of more than \(AssemblyScanner.mostDigits) digits; write it in hexadecimal")
    }
    return .integer(isNegative: isNegative, limbs: AssemblyScanner.limbs(decimal: digits))
  }

  private static func limbs(decimal digits: [UInt8]) -> [UInt64] {
    var limbs: [UInt64] = []
    for digit in digits {
      var carry = UInt64(digit - 0x30)
      for index in limbs.indices {
        let product = limbs[index].multipliedFullWidth(by: 10)
        let (sum, overflows) = product.low.addingReportingOverflow(carry)
        limbs[index] = sum
        carry = product.high + (overflows ? 1 : 0)
      }
      if carry > 0 { limbs.append(carry) }
    }
    return limbs
  }

  private mutating func hexadecimal(_ isNegative: Bool, _ start: AssemblyScanner) throws(AssemblyError) -> Constant {
    _ = take()
    _ = take()
    var digits: [UInt64] = []
    while let digit = peek().flatMap(AssemblyScanner.digit) {
      digits.append(digit)
      _ = take()
    }
    guard !digits.isEmpty, peek().map({ !InterningRule.isNameByte($0) }) ?? true else {
      throw start.unexpected("a hexadecimal int")
    }
    var limbs = [UInt64](repeating: 0, count: (digits.count + 15) / 16)
    for (place, digit) in digits.reversed().enumerated() { limbs[place / 16] |= digit << UInt64(4 * (place % 16)) }
    return .integer(isNegative: isNegative, limbs: limbs)
  }

  // MARK: Positions

  /// Whether a source position comes next: `@` with a digit, a colon or a dash behind it.
  mutating func isAtPosition() -> Bool {
    skipSpaces()
    guard peek() == UInt8(ascii: "@"), let next = peek(1) else { return false }
    return (0x30...0x39).contains(next) || next == UInt8(ascii: ":") || next == UInt8(ascii: "-")
  }

  /// A source position, `@LINE:COLUMN-ENDLINE:ENDCOLUMN` or a part of it. A line that is missing is that of `previous`.
  mutating func position(after previous: SourcePosition, hasColumns: Bool) throws(AssemblyError) -> SourcePosition {
    let start = self
    try expect("@", "a source position")
    if peek() == UInt8(ascii: "-"), !(peek(1).map { (0x30...0x39).contains($0) } ?? false) {
      _ = take()
      return .none
    }
    var line = previous.line
    if peek() != UInt8(ascii: ":") { line = try signedNumber("a line") }
    guard let line else { throw start.place.error("no line: the position before has none either") }
    guard peek() == UInt8(ascii: ":") else { return SourcePosition(line: line, endLine: hasColumns ? line : nil) }
    _ = take()
    let column = try optionalNumber("a column")
    try expect("-", "'-' and the end column")
    var endLine = line
    var endColumn = try optionalNumber("the end column")
    if peek() == UInt8(ascii: ":") {
      guard let end = endColumn else { throw unexpected("an end line") }
      _ = take()
      endLine = end
      endColumn = try optionalNumber("the end column")
    }
    return SourcePosition(line: line, endLine: endLine, column: column, endColumn: endColumn)
  }

  private mutating func optionalNumber(_ what: String) throws(AssemblyError) -> Int? {
    if peek() == UInt8(ascii: "?") {
      _ = take()
      return nil
    }
    return try signedNumber(what)
  }
}
