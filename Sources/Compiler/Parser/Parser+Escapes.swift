import Bytecode

/// The characters that strings spell.
extension Parser {
  /// Appends what a string token spells to the bytes of the constants.
  @inline(__always)
  mutating func decode(_ token: Token) throws(ParseStop) {
    var start = Int(token.start)
    while source[start] != 34, source[start] != 39 { start += 1 }
    try decode(token, start + Int(token.quotes), Int(token.end) - Int(token.quotes))
  }

  /// Appends what a part of a token spells.
  @inline(__always)
  mutating func decode(_ token: Token, _ start: Int, _ end: Int) throws(ParseStop) {
    let count = end - start
    tree.literals.bytes.reserve(count)
    let place = tree.literals.bytes.base + tree.literals.bytes.count
    var special: UInt8 = 0
    for index in 0..<max(count, 0) {
      let byte = source[start + index]
      place[index] = byte
      special |= byte & 0x80
      if byte == 92 { special |= 1 }
    }
    if special & 0x80 != 0, token.prefix.contains(.bytes) {
      throw fail("bytes can only contain ASCII literal characters\(features.has(.pegParser) ? "" : ".")", token.span)
    }
    if special & 0x80 != 0 { try checkUTF8(token, start, end, hasEscapes: special & 1 != 0 && !token.prefix.contains(.raw)) }
    if special & 1 == 0 || token.prefix.contains(.raw) {
      tree.literals.bytes.count += count
      return
    }
    try decodeEscapes(token, start, end)
  }

  /// Checks that a part of a token is UTF-8. Where there are escapes, CPython decodes each run of other characters by itself.
  @inline(never)
  private mutating func checkUTF8(_ token: Token, _ start: Int, _ end: Int, hasEscapes: Bool) throws(ParseStop) {
    var from = start
    while from < end {
      if hasEscapes {
        while from < end, source[from] < 0x80 { from += 1 }
      }
      var to = end
      if hasEscapes {
        to = from
        while to < end, source[to] >= 0x80 { to += 1 }
      }
      if let problem = UTF8Problem(UnsafeBufferPointer(start: source + from, count: to - from)) {
        throw failDecoding(problem.description, token)
      }
      from = to
    }
  }

  /// A string that cannot be decoded.
  private mutating func failDecoding(_ text: String, _ token: Token) -> ParseStop {
    let isPlain = token.kind == .string && features.has(.formatStringTokens)
    if isPlain || !features.has(.pegParser) { return fail(text, token.span) }
    var next = place + (token.kind == .formatMiddle ? 1 : 0)
    while tokens[min(next, tokenCount - 1)].kind == .string { next += 1 }
    furthest = max(furthest, next)
    return failAtLast(text)
  }

  private mutating func decodeEscapes(_ token: Token, _ start: Int, _ end: Int) throws(ParseStop) {
    let isBytes = token.prefix.contains(.bytes)
    var index = start
    var invalid: Int?
    var isOctal = false
    defer {
      if let invalid { note(EscapeNote(token: token, start: start, place: invalid, isOctal: isOctal, order: orderOfStrings)) }
    }
    while index < end {
      let byte = source[index]
      guard byte == 92, index + 1 < end else {
        tree.literals.bytes.append(byte)
        index += 1
        continue
      }
      let letter = source[index + 1]
      index += 2
      if let plain = Self.simpleEscape(letter) {
        tree.literals.bytes.append(plain)
        continue
      }
      switch letter {
      case 10: break
      case 48...55:
        var value = UInt32(letter - 48)
        var digits = 1
        while digits < 3, index < end, (48...55).contains(source[index]) {
          value = value * 8 + UInt32(source[index] - 48)
          index += 1
          digits += 1
        }
        if value > 0o377, invalid == nil, features.has(.octalWarnings) {
          invalid = index - 4
          isOctal = true
        }
        append(isBytes ? value & 0xFF : value, isBytes)
      case 120 where isBytes:
        guard let value = hexadecimal(index, 2, end) else {
          throw fail("(value error) invalid \\x escape at position \(index - 2 - start)", token.span)
        }
        append(value, true)
        index += 2
      // The digits in these messages are X in CPython's too.
      case 120: try append(hexadecimal: 2, "truncated \\xXX escape", &index, end, start, token)
      case 117 where !isBytes: try append(hexadecimal: 4, "truncated \\uXXXX escape", &index, end, start, token)
      case 85 where !isBytes: try append(hexadecimal: 8, "truncated \\UXXXXXXXX escape", &index, end, start, token)
      case 78 where !isBytes: try appendNamed(&index, end, start, token)
      default:
        // The tokenizer has seen braces in format strings already.
        let isBrace = token.kind == .formatMiddle && (letter == 123 || letter == 125)
        if invalid == nil, letter < 0x80, !isBrace { invalid = index - 2 }
        tree.literals.bytes.append(92)
        index -= 1
      }
    }
  }

  /// When CPython decodes the string in front of this place: up to 3.11, when it has seen all strings that belong to it.
  var orderOfStrings: Int {
    if features.has(.formatStringTokens) { return 2 * place - 1 }
    var index = place
    while index < tokenCount, tokens[index].kind == .string { index += 1 }
    return 2 * index + 1
  }

  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 92, 39, 34: letter
    case 110: 10
    case 116: 9
    case 114: 13
    case 97: 7
    case 98: 8
    case 102: 12
    case 118: 11
    default: nil
    }
  }

  private mutating func append(_ point: UInt32, _ isByte: Bool) {
    if isByte { return tree.literals.bytes.append(UInt8(truncatingIfNeeded: point)) }
    var bytes: [UInt8] = []
    Text.appendEncoded(point, to: &bytes)
    for byte in bytes { tree.literals.bytes.append(byte) }
  }

  /// The value of `count` digits of base 16, if they are there.
  private func hexadecimal(_ start: Int, _ count: Int, _ end: Int) -> UInt32? {
    guard hexadecimalDigits(start, count, end) == count else { return nil }
    var value: UInt64 = 0
    for index in start..<start + count {
      let byte = source[index]
      value = value << 4 | UInt64(byte < 58 ? byte - 48 : (byte | 32) - 87)
    }
    return UInt32(truncatingIfNeeded: value)
  }

  private func hexadecimalDigits(_ start: Int, _ most: Int, _ end: Int) -> Int {
    var count = 0
    while count < most, start + count < end, CharacterClass.table[Int(source[start + count])] & CharacterClass.hexDigit != 0 {
      count += 1
    }
    return count
  }

  private mutating func append(
    hexadecimal count: Int, _ message: String, _ index: inout Int, _ end: Int, _ start: Int, _ token: Token
  ) throws(ParseStop) {
    let first = index
    guard let value = hexadecimal(index, count, end) else {
      throw failEscape(message, first - 2, first + hexadecimalDigits(first, count, end), start, token)
    }
    index += count
    guard value <= 0x10FFFF else { throw failEscape("illegal Unicode character", first - 2, index, start, token) }
    append(value, false)
  }

  private mutating func appendNamed(_ index: inout Int, _ end: Int, _ start: Int, _ token: Token) throws(ParseStop) {
    let first = index
    guard index < end, source[index] == 123 else {
      throw failEscape("malformed \\N character escape", first - 2, first, start, token)
    }
    var close = index + 1
    while close < end, source[close] != 125 { close += 1 }
    guard close < end, close > index + 1 else {
      throw failEscape("malformed \\N character escape", first - 2, close < end ? close + 1 : close, start, token)
    }
    let name = String(decoding: UnsafeBufferPointer(start: source + index + 1, count: close - index - 1), as: UTF8.self)
    guard let point = CharacterNames.character(named: name, unicode: features.unicode, loosely: features.has(.looseNames)) else {
      throw failEscape("unknown Unicode character name", first - 2, close + 1, start, token)
    }
    append(point, false)
    index = close + 1
  }

  /// An escape between two places; positions count from the string's first character, those beyond ASCII as the ten of their escapes.
  private mutating func failEscape(
    _ message: String, _ from: Int, _ to: Int, _ start: Int, _ token: Token
  ) -> ParseStop {
    var position = 0
    var index = start
    while index < from {
      position += source[index] < 0x80 ? 1 : source[index] & 0xC0 != 0x80 ? 10 : 0
      index += 1
    }
    let last = position + to - from - 1
    let range = last > position ? "bytes in position \(position)-\(last)" : "byte 0x5c in position \(position)"
    return failDecoding("(unicode error) 'unicodeescape' codec can't decode \(range): \(message)", token)
  }
}
