import Runtime

/// The text of a number being parsed: ASCII bytes, with every Unicode decimal digit as its ASCII digit and whitespace taken off both ends. A code
/// point that no number can contain is a byte that no grammar accepts.
struct NumberText {
  private(set) var bytes: [UInt8] = []
  var position = 0

  init(str: Ref<StrObject>) {
    let count = str.count
    bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      for i in 0..<count { buffer[i] = NumberText.byte(str.codePoint(i)) }
      filled = count
    }
    strip()
  }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes = [UInt8](unsafeUninitializedCapacity: text.count) { buffer, filled in
      for i in 0..<text.count { buffer[i] = text[i] < 128 && text[i] != 0 ? text[i] : NumberText.foreign }
      filled = text.count
    }
    strip()
  }

  private static let foreign: UInt8 = 1

  private static func byte(_ codePoint: UInt32) -> UInt8 {
    if codePoint < 128 {
      if codePoint >= 0x1C && codePoint <= 0x1F { return 32 }
      return codePoint == 0 ? foreign : UInt8(codePoint)
    }
    guard let scalar = Unicode.Scalar(codePoint) else { return foreign }
    if scalar.properties.isWhitespace { return 32 }
    return decimalDigit(codePoint).map { 48 + UInt8($0) } ?? foreign
  }

  private mutating func strip() {
    func isSpace(_ b: UInt8) -> Bool { b == 32 || b >= 9 && b <= 13 }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    while position < bytes.count && isSpace(bytes[position]) { position += 1 }
  }

  var isAtEnd: Bool { position >= bytes.count }
  /// The byte at `position` plus `ahead`, 0 behind the end.
  func peek(_ ahead: Int = 0) -> UInt8 { position + ahead < bytes.count ? bytes[position + ahead] : 0 }
  func lower(_ ahead: Int = 0) -> UInt8 {
    let b = peek(ahead)
    return b >= 65 && b <= 90 ? b | 32 : b
  }

  /// Skips `letter` in either case.
  mutating func skip(_ letter: Unicode.Scalar) -> Bool {
    guard lower() == UInt8(ascii: letter) else { return false }
    position += 1
    return true
  }

  /// Skips a word in any mix of cases.
  mutating func skip(word: StaticString) -> Bool {
    for i in 0..<word.utf8CodeUnitCount where lower(i) != word.utf8Start[i] { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  /// Skips a sign; true for minus.
  mutating func skipSign() -> Bool {
    if skip("-") { return true }
    _ = skip("+")
    return false
  }

  /// The value of the byte as a digit in bases up to 36; 255 for every other byte.
  static func digit(_ b: UInt8) -> UInt8 {
    switch b {
    case 48...57: b - 48
    case 65...90: b - 55
    case 97...122: b - 87
    default: 255
    }
  }

  /// Reads digits, with single underscores between them: their values, or nil if there is none or an underscore is out of place.
  mutating func digits(base: Int) -> [UInt8]? {
    var values = plainDigits(base: base)
    while true {
      let d = NumberText.digit(peek())
      if Int(d) < base {
        values.append(d)
      } else if peek() == UInt8(ascii: "_") && !values.isEmpty && Int(NumberText.digit(peek(1))) < base && peek(1) != 0 {
        // Between two digits.
      } else {
        return values.isEmpty || peek() == UInt8(ascii: "_") ? nil : values
      }
      position += 1
    }
  }

  /// The values of the digits up to the first other character.
  private mutating func plainDigits(base: Int) -> [UInt8] {
    let start = position
    let values = bytes.withUnsafeBufferPointer { text in
      [UInt8](unsafeUninitializedCapacity: max(text.count - start, 0)) { buffer, filled in
        while start + filled < text.count {
          let d = NumberText.digit(text[start + filled])
          if Int(d) >= base { break }
          buffer[filled] = d
          filled += 1
        }
      }
    }
    position += values.count
    return values
  }

  /// Whether an underscore stands anywhere but between two digits.
  var hasMisplacedUnderscore: Bool {
    bytes.indices.contains { i in
      guard bytes[i] == UInt8(ascii: "_") else { return false }
      return i == 0 || i + 1 == bytes.count || NumberText.digit(bytes[i - 1]) > 9 || NumberText.digit(bytes[i + 1]) > 9
    }
  }

  /// Reads a float literal (digits, point, exponent, inf, nan), without sign: its text for strtod, or nil if there is none here.
  mutating func float() -> [UInt8]? {
    if skip(word: "infinity") || skip(word: "inf") { return Array("inf".utf8) }
    if skip(word: "nan") { return Array("nan".utf8) }
    var text: [UInt8] = []
    let hasWhole = Int(NumberText.digit(peek())) < 10
    if hasWhole {
      guard let whole = digits(base: 10) else { return nil }
      text = whole.map { $0 + 48 }
    }
    if peek() == UInt8(ascii: ".") {
      position += 1
      text.append(46)
      if Int(NumberText.digit(peek())) < 10 {
        guard let fraction = digits(base: 10) else { return nil }
        text += fraction.map { $0 + 48 }
      } else if !hasWhole || peek() == UInt8(ascii: "_") {
        return nil
      }
    } else if !hasWhole {
      return nil
    }
    return exponent(&text) ? text : nil
  }

  /// Reads an exponent if one begins here. False if it is malformed.
  private mutating func exponent(_ text: inout [UInt8]) -> Bool {
    guard lower() == UInt8(ascii: "e") else { return true }
    let start = position
    position += 1
    let isNegative = skipSign()
    guard Int(NumberText.digit(peek())) < 10 else {
      // Not an exponent: the number ends before the letter.
      position = start
      return true
    }
    guard let values = digits(base: 10) else { return false }
    text += [UInt8(ascii: "e"), UInt8(ascii: isNegative ? "-" : "+")] + values.map { $0 + 48 }
    return true
  }
}
