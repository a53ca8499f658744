import Runtime

/// `format % arguments` for str, and for bytes as Latin-1 text. (CPython: Objects/unicodeobject.c, PyUnicode_Format;
/// Objects/bytesobject.c, _PyBytes_FormatEx.)
struct PercentFormatter {
  /// What the formatter refers to in the heap. It lies in a local variable of `format`, where the collector sees it; a Swift object is not scanned.
  private struct Roots {
    let format: Ref<StrObject>
    /// The tuple of arguments, or the one argument.
    var arguments: Value
    /// The text of the field that is being appended.
    var text: Value
    var out: TextBuilder
  }

  let t: Thread
  let isBytes: Bool
  private let roots: UnsafeMutablePointer<Roots>
  private var at = 0
  private var format: Ref<StrObject> { roots.pointee.format }
  private var arguments: Value { roots.pointee.arguments }
  /// -1: there is one argument that is no tuple.
  private var count: Int
  private var index: Int
  /// The mapping that `%(key)s` looks into, or null.
  private let mapping: Value

  /// One directive: `%[(key)][flags][width][.precision][length]type`.
  private struct Directive {
    var left = false
    var plus = false
    var blank = false
    var alternate = false
    var zero = false
    var width = -1
    var precision = -1
    var type: UInt32 = 0

    /// Whether no flag is set.
    var isPlain: Bool { !left && !plus && !blank && !alternate && !zero }
  }

  /// What a directive shows, apart from its padding. (A class: Swift 6.3.1 crashes when a function with typed throws returns so large a struct.)
  private final class Field {
    let text: Value
    /// Where the text starts behind its sign and prefix.
    var start = 0
    var sign: UInt32 = 0
    /// The letter of `0x` or `0o`, or 0.
    var prefix: UInt32 = 0
    var fill: UInt32 = 32
    var upperCase = false

    init(text: Value) { self.text = text }
  }

  /// `format % arguments`: a str.
  ///
  /// - Parameter format: a str; for bytes the Latin-1 text of the format.
  static func format(_ t: Thread, _ format: Value, _ arguments: Value, isBytes: Bool) throws(Raised) -> Value {
    var roots = Roots(format: format.unchecked(), arguments: arguments, text: .null, out: TextBuilder(t))
    return try withUnsafeMutablePointer(to: &roots) { (pointer) throws(Raised) -> Value in
      var formatter = PercentFormatter(t, pointer, isBytes: isBytes)
      return try formatter.run()
    }
  }

  private init(_ t: Thread, _ roots: UnsafeMutablePointer<Roots>, isBytes: Bool) {
    self.t = t
    self.isBytes = isBytes
    self.roots = roots
    let arguments = roots.pointee.arguments
    if arguments.isKind(.tuple) {
      count = arguments.unchecked(as: TupleObject.self).count
      index = 0
      mapping = .null
    } else {
      count = -1
      index = -2
      let isText = arguments.isKind(.str) || isBytes && (arguments.isKind(.bytes) || arguments.isKind(.bytearray))
      mapping = !isText && Self.isMapping(t, arguments) ? arguments : .null
    }
  }

  /// Whether the type has subscripts other than those of a sequence. (Of the native types, deque has only these.)
  private static func isMapping(_ t: Thread, _ v: Value) -> Bool {
    let type = t.typeOf(v)
    if !type.flags.contains(.heap), t.strEquals(type.name, "deque") { return false }
    return !t.lookupSpecial(v, .__getitem__).isNull
  }

  /// The result, a str (Latin-1 for bytes).
  private mutating func run() throws(Raised) -> Value {
    let isWhole = !isBytes && format.count > 0 && !hasDirectives
    while at < format.count && !isWhole {
      var end = at
      while end < format.count && format.codePoint(end) != char("%") { end += 1 }
      if end > at { try roots.pointee.out.append(str: Value(format), from: at, to: end) }
      at = end + 1
      if end < format.count { try formatOne() }
    }
    if index < count && mapping.isNull {
      throw t.raise(
        t.types.typeError,
        isBytes ? "not all arguments converted during bytes formatting" : "not all arguments converted during string formatting")
    }
    // Text without directives is its own result, an instance of a subclass too.
    return isWhole ? Value(format) : try roots.pointee.out.finish()
  }

  private var hasDirectives: Bool {
    for i in 0..<format.count where format.codePoint(i) == char("%") { return true }
    return false
  }

  private mutating func nextArgument() throws(Raised) -> Value {
    if index < count {
      let value = count < 0 ? arguments : arguments.unchecked(as: TupleObject.self).items[index]
      index += 1
      return value
    }
    throw t.raise(t.types.typeError, "not enough arguments for format string")
  }

  // MARK: - Parsing

  private func incomplete() -> Raised { t.raise(t.types.valueError, "incomplete format") }

  private mutating func formatOne() throws(Raised) {
    if at < format.count && format.codePoint(at) == char("%") {
      at += 1
      return try roots.pointee.out.append(codePoint: char("%"))
    }
    if !isBytes, at < format.count, try formatPlain(format.codePoint(at)) { return }
    var directive = Directive()
    if at < format.count && format.codePoint(at) == char("(") { try parseKey() }
    parseFlags(&directive)
    try parseWidth(&directive)
    try parsePrecision(&directive)
    if at < format.count {
      let length = format.codePoint(at)
      if length == char("h") || length == char("l") || length == char("L") { at += 1 }
    }
    guard at < format.count else { throw incomplete() }
    directive.type = format.codePoint(at)
    at += 1
    let value = try nextArgument()
    if directive.type == char("f") && directive.isPlain && value.isDouble { return try emitFixed(value.double, directive) }
    let isDecimal = directive.type == char("d") || directive.type == char("i") || directive.type == char("u")
    if isDecimal, value.isSmallInt, directive.precision < 0 {
      return try emitDecimal(value.smallInt, directive)
    }
    try emit(try field(directive, value), directive)
  }

  /// `%s` without anything between, and `%d` for small ints: what most directives are. False if the directive at hand is another.
  private mutating func formatPlain(_ type: UInt32) throws(Raised) -> Bool {
    guard index < count, type == char("s") || type == char("d") else { return false }
    let value = count < 0 ? arguments : arguments.unchecked(as: TupleObject.self).items[index]
    if type == char("d") {
      guard value.isSmallInt else { return false }
      try roots.pointee.out.append(decimal: value.smallInt)
    } else {
      roots.pointee.text = try t.str(of: value)
      try roots.pointee.out.append(roots.pointee.text)
    }
    index += 1
    at += 1
    return true
  }

  private mutating func parseKey() throws(Raised) {
    if mapping.isNull { throw t.raise(t.types.typeError, "format requires a mapping") }
    at += 1
    let start = at
    var depth = 1
    while at < format.count {
      let c = format.codePoint(at)
      if c == char("(") { depth += 1 }
      if c == char(")") { depth -= 1 }
      if depth == 0 { break }
      at += 1
    }
    guard at < format.count else { throw t.raise(t.types.valueError, "incomplete format key") }
    var key = try t.substring(format, start, at)
    if isBytes { key = try BytesFormatting.bytes(t, key) }
    at += 1
    roots.pointee.arguments = try t.getItem(mapping, key)
    count = -1
    index = -2
  }

  private mutating func parseFlags(_ directive: inout Directive) {
    while at < format.count {
      switch format.codePoint(at) {
      case char("-"): directive.left = true
      case char("+"): directive.plus = true
      case char(" "): directive.blank = true
      case char("#"): directive.alternate = true
      case char("0"): directive.zero = true
      default: return
      }
      at += 1
    }
  }

  /// - Parameters:
  ///   - limit: the largest number and, negated, almost the smallest that may stand for a `*`.
  ///   - cType: what CPython converts it to.
  private mutating func number(_ tooBig: StaticString, limit: Int, _ cType: StaticString) throws(Raised) -> Int {
    if at < format.count && format.codePoint(at) == char("*") {
      at += 1
      let value = try nextArgument()
      guard value.isInt else { throw t.raise(t.types.typeError, "* wants int") }
      let number = try t.asClampedIndex(value)
      let isClamped = !value.isSmallInt && (number == Int.max || number == Int.min)
      if isClamped || number > limit || number < -limit - 1 {
        throw t.raise(t.types.overflowError, "Python int too large to convert to C %S", try t.str(cType))
      }
      return number
    }
    var value = 0
    while at < format.count, format.codePoint(at) >= 48, format.codePoint(at) <= 57 {
      let digit = Int(format.codePoint(at)) - 48
      if value > (Int.max - digit) / 10 { throw t.raise(t.types.valueError, tooBig) }
      value = value * 10 + digit
      at += 1
    }
    return value
  }

  private mutating func parseWidth(_ directive: inout Directive) throws(Raised) {
    let start = at
    let width = try number("width too big", limit: Int.max, "ssize_t")
    if at == start { return }
    if width < 0 { directive.left = true }
    directive.width = Int(clamping: width.magnitude)
  }

  private mutating func parsePrecision(_ directive: inout Directive) throws(Raised) {
    guard at < format.count, format.codePoint(at) == char(".") else { return }
    at += 1
    let precision = max(0, try number("precision too big", limit: Int(Int32.max), "int"))
    if precision > Int(Int32.max) { throw t.raise(t.types.valueError, "precision too big") }
    directive.precision = precision
  }

  // MARK: - Values

  private func field(_ d: Directive, _ v: Value) throws(Raised) -> Field {
    switch d.type {
    case char("s"), char("r"), char("a"), char("b"):
      if d.type == char("b") && !isBytes { throw unsupported(d) }
      return Field(text: try cut(try text(d.type, v), d.precision))
    case char("d"), char("i"), char("u"), char("o"), char("x"), char("X"): return try integer(d, v)
    case char("e"), char("E"), char("f"), char("F"), char("g"), char("G"): return try float(d, v)
    case char("c"): return Field(text: isBytes ? try byte(v) : try character(v))
    default: throw unsupported(d)
    }
  }

  private func unsupported(_ d: Directive) -> Raised {
    do throws(Raised) {
      var hex = TextBuilder(t)
      try hex.append(hex: UInt64(d.type), digits: 1)
      let shown = try t.str(codePoint: d.type > 31 && d.type < 127 ? d.type : char("?"))
      return t.raise(t.types.valueError, "unsupported format character '%S' (0x%S) at index %S", shown, try hex.finish(), Value(small: at - 1))
    } catch {
      return error
    }
  }

  private func text(_ type: UInt32, _ v: Value) throws(Raised) -> Value {
    if isBytes { return type == char("s") || type == char("b") ? try BytesFormatting.latin1(t, v) : try t.ascii(v) }
    return type == char("s") ? try t.str(of: v) : type == char("r") ? try t.repr(v) : try t.ascii(v)
  }

  private func cut(_ text: Value, _ precision: Int) throws(Raised) -> Value {
    let s: Ref<StrObject> = text.unchecked()
    return precision >= 0 && s.count > precision ? try t.substring(s, 0, precision) : text
  }

  private func character(_ v: Value) throws(Raised) -> Value {
    if v.isKind(.str) {
      if v.unchecked(as: StrObject.self).count == 1 { return v }
      throw t.raise(.percentCOfStr, try t.int(v.unchecked(as: StrObject.self).count))
    }
    if t.lookupSpecial(v, .__index__).isNull { throw t.raise(.percentCOfOther, v) }
    let code: Value
    do throws(Raised) { code = try t.asIndexObject(v) } catch {
      guard t.has(.percentCByLong) || t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw t.raise(.percentCOfOther, v)
    }
    if t.has(.percentCByLong), IntOperand(code).asInt == nil { throw t.raise(.percentCOfOther, v) }
    guard code.isSmallInt, (0...0x10_FFFF).contains(code.smallInt) else {
      throw t.raise(t.types.overflowError, "%%c arg not in range(0x110000)")
    }
    return try t.str(codePoint: UInt32(code.smallInt))
  }

  private func byte(_ v: Value) throws(Raised) -> Value {
    if v.isKind(.bytes) || v.isKind(.bytearray) {
      let view = BytesSupport.view(v)
      if view.count == 1 { return try t.str(codePoint: UInt32(view.base[0])) }
      throw t.raise(.percentByteOfBytes, v, try t.int(view.count), try t.str(v.isKind(.bytes) ? "bytes" : "bytearray"))
    } else if !t.lookupSpecial(v, .__index__).isNull {
      let code: Value
      do throws(Raised) { code = try t.asIndexObject(v) } catch {
        guard t.has(.percentCByteWithoutReason), t.matches(t.exception, t.types.typeError) else { throw error }
        _ = t.takeException()
        throw t.raise(.percentByteOfOther, v)
      }
      guard code.isSmallInt, (0...255).contains(code.smallInt) else { throw t.raise(t.types.overflowError, "%%c arg not in range(256)") }
      return try t.str(codePoint: UInt32(code.smallInt))
    }
    throw t.raise(.percentByteOfOther, v)
  }

  // MARK: - Numbers

  private func integer(_ d: Directive, _ v: Value) throws(Raised) -> Field {
    let isDecimal = d.type == char("d") || d.type == char("i") || d.type == char("u")
    let number = try integerValue(v, isDecimal: isDecimal, d.type)
    var digits = TextBuilder(t)
    let base = isDecimal ? 10 : d.type == char("o") ? 8 : 16
    try t.append(int: number, base: base, to: &digits)
    var text = try digits.finish()
    let s: Ref<StrObject> = text.unchecked()
    let isNegative = s.codePoint(0) == char("-")
    let missing = d.precision - (s.count - (isNegative ? 1 : 0))
    if missing > 0 {
      var padded = TextBuilder(t)
      if isNegative { try padded.append(codePoint: char("-")) }
      try padded.append(repeating: 48, count: missing)
      try padded.append(str: text, from: isNegative ? 1 : 0, to: s.count)
      text = try padded.finish()
    }
    let field = signed(d, text)
    field.prefix = d.alternate && !isDecimal ? d.type : 0
    field.upperCase = d.type == char("X")
    return field
  }

  /// `%d` takes any real number, `%x` and `%o` only integers.
  private func integerValue(_ v: Value, isDecimal: Bool, _ type: UInt32) throws(Raised) -> Value {
    if v.isInt { return v }
    let hasIndex = !t.lookupSpecial(v, .__index__).isNull
    if hasIndex && !isDecimal {
      do throws(Raised) { return try t.asIndexObject(v) } catch {
        guard t.matches(t.exception, t.types.typeError) else { throw error }
        _ = t.takeException()
      }
    }
    if isDecimal, !v.isKind(.str), !v.isKind(.bytes), !v.isKind(.bytearray) {
      let isNumber = hasIndex || !t.lookupSpecial(v, .__int__).isNull || !t.lookupSpecial(v, .__float__).isNull
      if isNumber {
        do throws(Raised) { return try t.call(Value(t.types.int), v) } catch {
          guard t.matches(t.exception, t.types.typeError) else { throw error }
          _ = t.takeException()
        }
      }
    }
    let shown = try t.str(codePoint: type)
    if isDecimal { throw t.raise(.percentOfOther, shown, v) }
    throw t.raise(t.types.typeError, "%%%S format: an integer is required, not %T", shown, v)
  }

  private func float(_ d: Directive, _ v: Value) throws(Raised) -> Field {
    let value = try floatArgument(v)
    var digits = TextBuilder(t)
    try t.append(
      double: value, code: UInt8(truncatingIfNeeded: d.type | 0x20), precision: d.precision < 0 ? 6 : d.precision, alternate: d.alternate,
      addDotZero: false, to: &digits)
    let field = signed(d, try digits.finish())
    field.upperCase = d.type < 97
    return field
  }

  /// Bytes have a message of their own, whatever fails.
  private func floatArgument(_ v: Value) throws(Raised) -> Double {
    do throws(Raised) { return try t.asDouble(v) } catch {
      if !isBytes { throw error }
      t.exception = .null
      throw t.raise(t.types.typeError, "float argument required, not %T", v)
    }
  }

  /// Takes the sign off the text, or adds the one that the flags ask for.
  private func signed(_ d: Directive, _ text: Value) -> Field {
    let field = Field(text: text)
    field.fill = d.zero ? 48 : 32
    if text.unchecked(as: StrObject.self).codePoint(0) == char("-") {
      field.sign = char("-")
      field.start = 1
    } else {
      field.sign = d.plus ? char("+") : d.blank ? 32 : 0
    }
    return field
  }

  // MARK: - Output

  /// `%d` of a small int, with flags and a width, straight into the result.
  private func emitDecimal(_ value: Int, _ d: Directive) throws(Raised) {
    var digits = 1
    var rest = value.magnitude / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    let sign: UInt32 = value < 0 ? char("-") : d.plus ? char("+") : d.blank ? 32 : 0
    let padding = d.width - digits - (sign == 0 ? 0 : 1)
    let zeros = d.zero && !d.left
    if !d.left && !zeros { try roots.pointee.out.append(repeating: 32, count: padding) }
    if sign != 0 { try roots.pointee.out.append(codePoint: sign) }
    if zeros { try roots.pointee.out.append(repeating: 48, count: padding) }
    try roots.pointee.out.append(decimal: Int(value.magnitude))
    if d.left { try roots.pointee.out.append(repeating: 32, count: padding) }
  }

  /// `%f` with a width and a precision at most.
  private func emitFixed(_ value: Double, _ d: Directive) throws(Raised) {
    let start = roots.pointee.out.count
    try t.append(
      double: value, code: UInt8(ascii: "f"), precision: d.precision < 0 ? 6 : d.precision, alternate: false, addDotZero: false, to: &roots.pointee.out)
    let missing = d.width - (roots.pointee.out.count - start)
    if missing > 0 { try roots.pointee.out.insert(repeating: 32, count: missing, at: start) }
  }

  private func emit(_ field: Field, _ d: Directive) throws(Raised) {
    roots.pointee.text = field.text
    let s: Ref<StrObject> = field.text.unchecked()
    let shown = s.count - field.start + (field.sign == 0 ? 0 : 1) + (field.prefix == 0 ? 0 : 2)
    let padding = max(0, d.width - shown)
    let zeros = field.fill != 32 && !d.left
    if !d.left && !zeros { try roots.pointee.out.append(repeating: 32, count: padding) }
    if field.sign != 0 { try roots.pointee.out.append(codePoint: field.sign) }
    if field.prefix != 0 {
      try roots.pointee.out.append(codePoint: 48)
      try roots.pointee.out.append(codePoint: field.prefix)
    }
    if zeros { try roots.pointee.out.append(repeating: field.fill, count: padding) }
    if field.upperCase {
      for k in field.start..<s.count {
        let c = s.codePoint(k)
        try roots.pointee.out.append(codePoint: c >= 97 && c <= 122 ? c - 32 : c)
      }
    } else {
      try roots.pointee.out.append(str: field.text, from: field.start, to: s.count)
    }
    if d.left { try roots.pointee.out.append(repeating: 32, count: padding) }
  }
}
