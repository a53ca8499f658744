#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Values of number tokens.
extension Parser {
  /// The most digits that a decimal int may have.
  private static let digitLimit = 4300

  mutating func number(_ token: Token) throws(ParseStop) -> ConstantID {
    let start = Int(token.start)
    let end = Int(token.end)
    var value: UInt64 = 0
    if end - start <= 18 {
      var index = start
      while index < end, source[index] &- 48 < 10 {
        value = value * 10 + UInt64(source[index] &- 48)
        index += 1
      }
      if index == end { return tree.literals.add(LiteralTable.Entry(kind: .integer, bits: value)) }
    }
    return try longNumber(start, end, token)
  }

  private mutating func longNumber(_ start: Int, _ end: Int, _ token: Token) throws(ParseStop) -> ConstantID {
    let mark = tree.literals.bytes.count
    var base: UInt64 = 10
    var first = start
    if source[start] == 48, end - start > 2 {
      switch source[start + 1] | 32 {
      case 120: base = 16
      case 111: base = 8
      case 98: base = 2
      default: break
      }
      if base != 10 { first += 2 }
    }
    var isFloat = false
    for index in first..<end where source[index] != 95 {
      let byte = source[index]
      if base == 10, byte == 46 || byte | 32 == 101 || byte | 32 == 106 { isFloat = true }
      tree.literals.bytes.append(byte)
    }
    let length = tree.literals.bytes.count - mark
    if isFloat { return float(mark, isImaginary: source[end - 1] | 32 == 106) }
    if base == 10, length > Self.digitLimit {
      let message =
        "Exceeds the limit (4300 digits) for integer string conversion: value has \(length) digits; use "
        + "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid "
        + "decimal conversion limits."
      throw fail(message, token.span)
    }
    guard let value = shortInteger(mark, length, base) else { return tree.literals.add(.digits, from: mark, bits: base) }
    tree.literals.bytes.count = mark
    return tree.literals.add(LiteralTable.Entry(kind: .integer, bits: value))
  }

  /// The int of digits of a base, if it fits 63 bits.
  private func shortInteger(_ start: Int, _ length: Int, _ base: UInt64) -> UInt64? {
    var value: UInt64 = 0
    for index in start..<start + length {
      let byte = tree.literals.bytes[index]
      let digit = UInt64(byte < 58 ? byte - 48 : (byte | 32) - 87)
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry || sum > UInt64(Int64.max) { return nil }
      value = sum
    }
    return value
  }

  private mutating func float(_ mark: Int, isImaginary: Bool) -> ConstantID {
    tree.literals.bytes.append(0)
    let text = UnsafeRawPointer(tree.literals.bytes.base + mark).assumingMemoryBound(to: CChar.self)
    let value = strtod(text, nil)
    tree.literals.bytes.count = mark
    return tree.literals.add(LiteralTable.Entry(kind: isImaginary ? .imaginary : .float, bits: value.bitPattern))
  }

  /// Records a mistake with a range in the source.
  mutating func fail(_ message: String, _ span: Span, kind: SyntaxFailure.Kind = .syntaxError) -> ParseStop {
    failure = SyntaxFailure(
      kind: kind, message: message, line: Int(span.line), offset: characters(span.line, span.column),
      endLine: Int(span.endLine), endOffset: characters(span.endLine, span.endColumn))
    return ParseStop()
  }

  /// The column in characters, from 1, of a byte of a line.
  func characters(_ line: UInt32, _ column: UInt32) -> Int {
    var position = 0
    var current: UInt32 = 1
    while current < line, position < sourceCount {
      if source[position] == 10 { current += 1 }
      position += 1
    }
    var count = 1
    let end = min(position + Int(column), sourceCount)
    while position < end {
      if source[position] & 0xC0 != 0x80 { count += 1 }
      position += 1
    }
    return count
  }
}
