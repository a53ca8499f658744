extension Tokenizer {
  /// An operator or bracket, or a character that begins no token.
  mutating func operatorToken(_ byte: UInt8) -> Bool {
    let start = position
    let next = source[start + 1]
    if byte == 58, !formats.isEmpty, isAtTopOfField { return beginSpec() }
    switch byte {
    case 40: return open(.leftParenthesis)
    case 91: return open(.leftBracket)
    case 123: return open(.leftBrace)
    case 41: return close(.rightParenthesis)
    case 93: return close(.rightBracket)
    case 125: return close(.rightBrace)
    case 58: return next == 61 ? take(.colonEqual, 2) : take(.colon, 1)
    case 44: return take(.comma, 1)
    case 59: return take(.semicolon, 1)
    case 46: return next == 46 && source[start + 2] == 46 ? take(.ellipsis, 3) : take(.dot, 1)
    case 61: return next == 61 ? take(.equalEqual, 2) : take(.equal, 1)
    case 43: return next == 61 ? take(.plusEqual, 2) : take(.plus, 1)
    case 45: return next == 61 ? take(.minusEqual, 2) : next == 62 ? take(.arrow, 2) : take(.minus, 1)
    case 42: return repeated(next, byte, (.star, .starEqual, .doubleStar, .doubleStarEqual))
    case 47: return repeated(next, byte, (.slash, .slashEqual, .doubleSlash, .doubleSlashEqual))
    case 60: return next == 62 ? take(.lessGreater, 2) : repeated(next, byte, (.less, .lessEqual, .leftShift, .leftShiftEqual))
    case 62: return repeated(next, byte, (.greater, .greaterEqual, .rightShift, .rightShiftEqual))
    case 37: return next == 61 ? take(.percentEqual, 2) : take(.percent, 1)
    case 38: return next == 61 ? take(.ampersandEqual, 2) : take(.ampersand, 1)
    case 124: return next == 61 ? take(.barEqual, 2) : take(.bar, 1)
    case 94: return next == 61 ? take(.caretEqual, 2) : take(.caret, 1)
    case 64: return next == 61 ? take(.atEqual, 2) : take(.at, 1)
    case 126: return take(.tilde, 1)
    case 33: return next == 61 ? take(.notEqual, 2) : take(.exclamation, 1)
    case 32..<127: return take(.unknown, 1)
    default: return failNonPrintable(byte)
    }
  }

  @inline(__always)
  private mutating func take(_ kind: TokenKind, _ length: Int) -> Bool {
    add(kind, position, position + length)
    position += length
    return true
  }

  /// An operator that may be doubled, each form with or without `=`.
  @inline(__always)
  private mutating func repeated(
    _ next: UInt8, _ byte: UInt8, _ kinds: (TokenKind, TokenKind, TokenKind, TokenKind)
  ) -> Bool {
    if next == 61 { return take(kinds.1, 2) }
    guard next == byte else { return take(kinds.0, 1) }
    return source[position + 2] == 61 ? take(kinds.3, 3) : take(kinds.2, 2)
  }

  private mutating func open(_ kind: TokenKind) -> Bool {
    guard brackets.count < 200 else {
      position += 1
      return fail("too many nested parentheses", at: position - 1)
    }
    brackets.append(OpenBracket(character: source[position], line: line, position: position))
    if !formats.isEmpty { formats[formats.count - 1].depth += 1 }
    return take(kind, 1)
  }

  private mutating func close(_ kind: TokenKind) -> Bool {
    let byte = source[position]
    if !formats.isEmpty, byte == 125, formats[formats.count - 1].depth == 0 {
      position += 1
      return fail("\(formatName): single '}' is not allowed", at: position - 1)
    }
    guard let opened = brackets.popLast() else {
      if hasExtraTokens { return take(kind, 1) }
      position += 1
      return fail("unmatched '\(Character(Unicode.Scalar(byte)))'", at: position - 1)
    }
    let fits = opened.character == 40 ? byte == 41 : byte == opened.character + 2
    guard fits || hasExtraTokens else {
      brackets.append(opened)
      if let format = formats.last, opened.character == 123, format.depth - 1 == format.fieldDepth {
        position += 1
        return fail("\(formatName): unmatched '\(Character(Unicode.Scalar(byte)))'", at: position - 1)
      }
      return failMismatch(opened, byte)
    }
    if !formats.isEmpty {
      let last = formats.count - 1
      formats[last].depth -= 1
      if byte == 125, formats[last].depth == formats[last].fieldDepth {
        formats[last].fieldDepth -= 1
        formats[last].isInSpec = false
        _ = take(kind, 1)
        return formatText()
      }
    }
    return take(kind, 1)
  }

  /// In a replacement field, outside all brackets.
  private var isAtTopOfField: Bool {
    let format = formats[formats.count - 1]
    return format.fieldDepth >= 0 && format.depth == format.fieldDepth + 1
  }

  /// `:` at the top level of a replacement field begins its format.
  private mutating func beginSpec() -> Bool {
    formats[formats.count - 1].isInSpec = true
    _ = take(.colon, 1)
    return formatText()
  }
}
