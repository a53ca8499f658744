extension Tokenizer {
  /// A number, from its first digit or the dot in front of one.
  @inline(__always)
  mutating func number() -> Bool {
    let start = position
    var end = start
    if source[start] != 48 {
      // Most numbers are a few digits.
      while table[Int(source[end])] & CharacterClass.digit != 0 { end += 1 }
      let next = source[end]
      if next != 46, next != 95, table[Int(next)] & CharacterClass.nameStart == 0 {
        position = end
        add(.number, start, end)
        return true
      }
    }
    return longNumber(start)
  }

  private func isDigit(_ position: Int) -> Bool { table[Int(source[position])] & CharacterClass.digit != 0 }

  @inline(never)
  private mutating func longNumber(_ start: Int) -> Bool {
    guard scanNumber(start) else { return false }
    add(.number, start, position)
    return true
  }

  private mutating func scanNumber(_ start: Int) -> Bool {
    position = start
    var isZero = false
    var zerosEnd = start
    if source[start] == 48 {
      switch source[start + 1] | 32 {
      case 120: return radixNumber("hexadecimal", 16)
      case 111: return radixNumber("octal", 8)
      case 98: return radixNumber("binary", 2)
      default: break
      }
      guard zeros() else { return false }
      zerosEnd = position
      isZero = true
      if isDigit(position) {
        isZero = false
        guard decimalTail() else { return false }
      }
    } else if source[start] != 46 {
      guard decimalTail() else { return false }
    }
    let leadingZeros = source[start] == 48 && !isZero
    if source[position] == 46 {
      position += 1
      if isDigit(position), !decimalTail() { return false }
      return exponent(isLeading: false, start, zerosEnd)
    }
    return exponent(isLeading: leadingZeros, start, zerosEnd)
  }

  /// The zeros that begin a number, with underscores between them.
  private mutating func zeros() -> Bool {
    position += 1
    while true {
      if source[position] == 95 {
        position += 1
        guard isDigit(position) else { return failNumber("decimal", behind: position) }
      }
      guard source[position] == 48 else { return true }
      position += 1
    }
  }

  /// Digits with single underscores between them.
  private mutating func decimalTail() -> Bool {
    while true {
      while isDigit(position) { position += 1 }
      guard source[position] == 95 else { return true }
      position += 1
      guard isDigit(position) else { return failNumber("decimal", behind: position) }
    }
  }

  /// What may follow the digits: an exponent, then `j`.
  private mutating func exponent(isLeading: Bool, _ start: Int, _ zerosEnd: Int) -> Bool {
    var isLeading = isLeading
    if source[position] | 32 == 101 {
      let mark = position
      var next = position + 1
      let hasSign = source[next] == 43 || source[next] == 45
      if hasSign { next += 1 }
      if isDigit(next) {
        position = next
        guard decimalTail() else { return false }
        isLeading = false
      } else if hasSign {
        position = next
        return failNumber("decimal", behind: next)
      } else {
        return endOfNumber("decimal", mark)
      }
    }
    if source[position] | 32 == 106 {
      position += 1
      return endOfNumber("imaginary", position)
    }
    if isLeading, !hasExtraTokens {
      let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
      return features.has(.unterminatedMessages) ? fail(message, at: start, end: zerosEnd) : fail(message, at: position - 1)
    }
    return endOfNumber("decimal", position)
  }

  private mutating func radixNumber(_ kind: String, _ radix: UInt8) -> Bool {
    position += 2
    func isValid(_ byte: UInt8) -> Bool {
      radix == 16 ? table[Int(byte)] & CharacterClass.hexDigit != 0 : byte >= 48 && byte < 48 + radix
    }
    repeat {
      if source[position] == 95 { position += 1 }
      guard isValid(source[position]) else { return failDigit(kind) }
      while isValid(source[position]) { position += 1 }
    } while source[position] == 95
    if isDigit(position) { return failDigit(kind) }
    return endOfNumber(kind, position)
  }

  private mutating func failDigit(_ kind: String) -> Bool {
    guard isDigit(position) else { return failNumber(kind, behind: position) }
    let digit = Character(Unicode.Scalar(source[position]))
    position += 1
    return fail("invalid digit '\(digit)' in \(kind) literal", at: position - 1)
  }

  private mutating func failNumber(_ kind: String, behind end: Int) -> Bool {
    position = end
    return fail("invalid \(kind) literal", at: end - 1)
  }

  /// Checks that no name begins right behind a number, unless it is a keyword that may follow one.
  private mutating func endOfNumber(_ kind: String, _ end: Int) -> Bool {
    position = end
    let byte = source[end]
    guard features.has(.numbersEndCleanly), !hasExtraTokens, table[Int(byte)] & CharacterClass.nameStart != 0 else { return true }
    let rest = (byte, source[end + 1], source[end + 2], source[end + 3])
    switch rest {
    case (97, 110, 100, _), (101, 108, 115, 101), (102, 111, 114, _), (105, 102, _, _), (105, 110, _, _), (105, 115, _, _),
      (111, 114, _, _), (110, 111, 116, _):
      numberNotes.append(NumberNote(token: tokens.count, kind: kind, line: line, column: end - 1 - lineStart))
      return true
    default: return failNumber(kind, behind: end)
    }
  }
}
