/// Reads the tokens of one line of assembly text.
struct AssemblyScanner {
  private let bytes: [UInt8]
  private(set) var index: Int
  private let lineStart: Int
  private let end: Int
  private let line: Int

  /// - Parameters:
  ///   - range: The bytes of the line, without its end.
  ///   - line: Its number, from 1.
  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int) {
    self.bytes = bytes
    index = range.lowerBound
    lineStart = range.lowerBound
    end = range.upperBound
    self.line = line
  }

  // MARK: Places

  var place: TextPlace { place(at: index) }

  private func place(at index: Int) -> TextPlace {
    let characters = bytes[lineStart..<index].count { $0 & 0xC0 != 0x80 }
    return TextPlace(line: line, column: characters + 1)
  }

  /// An error at the next token: what was expected there, and what there is.
  func unexpected(_ expected: String) -> AssemblyError {
    var ahead = self
    ahead.skipSpaces()
    return ahead.place.error("expected \(expected), found \(ahead.describeNext())")
  }

  private func describeNext() -> String {
    guard index < end, bytes[index] != UInt8(ascii: ";") else { return "the end of the line" }
    let token = bytes[index..<end].prefix { AssemblyText.isBare($0) }.prefix(40)
    return "'\(Text.escaped(token.isEmpty ? bytes[index..<index + 1] : token))'"
  }

  // MARK: Characters

  mutating func skipSpaces() {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D { index += 1 }
  }

  /// Whether nothing but a comment is left.
  mutating func isAtEnd() -> Bool {
    skipSpaces()
    return index >= end || bytes[index] == UInt8(ascii: ";")
  }

  /// The next byte, nil at the end of the line.
  func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < end ? bytes[index + ahead] : nil }

  /// Takes the next byte, whatever it is.
  mutating func take() -> UInt8? {
    guard index < end else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  /// Takes text if it comes next.
  mutating func accept(_ text: StaticString) -> Bool {
    skipSpaces()
    let length = text.utf8CodeUnitCount
    guard index + length <= end else { return false }
    let matches = text.withUTF8Buffer { wanted in bytes[index..<index + length].elementsEqual(wanted) }
    if matches { index += length }
    return matches
  }

  mutating func expect(_ text: StaticString, _ what: String) throws(AssemblyError) {
    guard accept(text) else { throw unexpected(what) }
  }

  mutating func expectEnd() throws(AssemblyError) {
    guard isAtEnd() else { throw unexpected("the end of the line") }
  }

  // MARK: Words

  /// The next word of letters, digits and underscores; nil if something else comes.
  mutating func word() -> String? {
    skipSpaces()
    let start = index
    while index < end, InterningRule.isNameByte(bytes[index]) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// Takes a word if it comes next.
  mutating func accept(word wanted: String) -> Bool {
    var ahead = self
    guard ahead.word() == wanted else { return false }
    self = ahead
    return true
  }

  /// Takes the longest of some texts that come next and do not end within a word.
  mutating func acceptLongest(of texts: [String]) -> Int? {
    skipSpaces()
    var best: (index: Int, length: Int)?
    for (number, text) in texts.enumerated() {
      let wanted = text.utf8
      guard !wanted.isEmpty, wanted.count > best?.length ?? 0, index + wanted.count <= end,
        bytes[index..<index + wanted.count].elementsEqual(wanted)
      else { continue }
      let (last, next) = (bytes[index + wanted.count - 1], index + wanted.count < end ? bytes[index + wanted.count] : 0x20)
      guard !(InterningRule.isNameByte(last) && InterningRule.isNameByte(next)) else { continue }
      best = (number, wanted.count)
    }
    guard let best else { return nil }
    index += best.length
    return best.index
  }

  /// A name without quotes; nil if something else comes.
  mutating func bareName() -> ArraySlice<UInt8>? {
    skipSpaces()
    let start = index
    while index < end, AssemblyText.isBare(bytes[index]) { index += 1 }
    return index > start ? bytes[start..<index] : nil
  }

  // MARK: Numbers

  /// An unsigned number up to `limit`, decimal or hexadecimal.
  mutating func number(_ what: String, limit: UInt64 = UInt64(UInt32.max)) throws(AssemblyError) -> UInt64 {
    skipSpaces()
    let start = self
    var value: UInt64 = 0
    var radix: UInt64 = 10
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
      radix = 16
      index += 2
    }
    let first = index
    while let byte = peek(), let digit = AssemblyScanner.digit(byte), digit < radix {
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      let (sum, overflowsToo) = product.addingReportingOverflow(digit)
      guard !overflows, !overflowsToo, sum <= limit else { throw start.place.error("\(what) is too large (at most \(limit))") }
      value = sum
      index += 1
    }
    guard index > first, peek().map({ !InterningRule.isNameByte($0) }) ?? true else { throw start.unexpected(what) }
    return value
  }

  /// A number of 32 bits with a sign.
  mutating func signedNumber(_ what: String) throws(AssemblyError) -> Int {
    let isNegative = accept("-")
    let value = Int(try number(what, limit: 1 << 31))
    guard isNegative || value < 1 << 31 else { throw unexpected("\(what) below 2147483648") }
    return isNegative ? -value : value
  }

  static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Bytes as pairs of hexadecimal digits.
  mutating func hexBytes() throws(AssemblyError) -> [UInt8] {
    skipSpaces()
    var result: [UInt8] = []
    while let high = peek().flatMap(AssemblyScanner.digit) {
      guard let low = peek(1).flatMap(AssemblyScanner.digit) else { throw unexpected("an even number of hexadecimal digits") }
      result.append(UInt8(high << 4 | low))
      index += 2
    }
    if let byte = peek(), AssemblyText.isBare(byte) { throw unexpected("hexadecimal digits") }
    return result
  }
}

extension InterningRule {
  /// Whether a character may stand in a word: ASCII letters, digits, underscores.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension Text {
  /// Bytes of a source text for a message, on one line.
  static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    (Text(utf8: ByteString(Array(bytes))) ?? Text(String(decoding: bytes, as: UTF8.self))).escaped
  }
}
