import Builtins
import Runtime

/// What is looked at of the text: single characters, places, groups that matched before.
extension RegexMachine {
  // MARK: Groups and places

  func refer(_ place: inout Int, _ position: inout Int, _ fold: RegexCase?) -> Outcome {
    let group = 2 * Int(code[place + 1])
    guard group + 1 < marks.count, marks[group] >= 0, marks[group + 1] >= marks[group] else { return .failed }
    for i in marks[group]..<marks[group + 1] {
      guard position < end else { return .failed }
      let (a, b) = (character(position), character(i))
      guard fold.map({ $0.lower(a) == $0.lower(b) }) ?? (a == b) else { return .failed }
      position += 1
    }
    place += 2
    return .next
  }

  func isAt(_ what: RegexPlace?, _ position: Int) -> Bool {
    switch what {
    case .beginning, .beginningOfString: position == start
    case .beginningOfLine: position == start || character(position - 1) == 10
    case .end: position == end || position + 1 == end && character(position) == 10
    case .endOfLine: position == end || character(position) == 10
    case .endOfString: position == end
    case .boundary, .localBoundary: isBoundary(position, RegexCategory.isASCIIWord)
    case .nonBoundary, .localNonBoundary: isInside(position, RegexCategory.isASCIIWord)
    case .unicodeBoundary: isBoundary(position, RegexCharacters.isWord)
    case .unicodeNonBoundary: isInside(position, RegexCharacters.isWord)
    case nil: false
    }
  }

  private func isBoundary(_ position: Int, _ isWord: (UInt32) -> Bool) -> Bool {
    let before = position > start && isWord(character(position - 1))
    let behind = position < end && isWord(character(position))
    return before != behind
  }

  private func isInside(_ position: Int, _ isWord: (UInt32) -> Bool) -> Bool {
    // Up to 3.13 nothing is inside of an empty text.
    if start == end, !thread.has(.regexInsideEmptyText) { return false }
    return !isBoundary(position, isWord)
  }

  // MARK: Single characters

  /// Words of an instruction for one character.
  func size(_ place: Int) -> Int {
    switch op(place) {
    case .in, .inIgnore, .inLocale, .inUnicode: 1 + Int(code[place + 1])
    case .any, .anyAll: 1
    default: 2
    }
  }

  func matchesOne(_ place: Int, _ c: UInt32) -> Bool {
    switch op(place) {
    case .literal: c == code[place + 1]
    case .notLiteral: c != code[place + 1]
    case .any: c != 10
    case .anyAll: true
    case .category: RegexCategory(rawValue: code[place + 1])?.contains(c) ?? false
    case .in: isIn(place + 2, c)
    case .inIgnore: isIn(place + 2, RegexCase.ascii.lower(c))
    case .inUnicode: isIn(place + 2, RegexCase.unicode.lower(c))
    case .inLocale: isIn(place + 2, RegexCase.locale.lower(c)) || isIn(place + 2, RegexMachine.asciiUpper(c))
    case .literalIgnore: RegexCase.ascii.lower(c) == code[place + 1]
    case .notLiteralIgnore: RegexCase.ascii.lower(c) != code[place + 1]
    case .literalUnicode: RegexCase.unicode.lower(c) == code[place + 1]
    case .notLiteralUnicode: RegexCase.unicode.lower(c) != code[place + 1]
    case .literalLocale: RegexCase.locale.lower(c) == RegexCase.locale.lower(code[place + 1])
    case .notLiteralLocale: RegexCase.locale.lower(c) != RegexCase.locale.lower(code[place + 1])
    default: false
    }
  }

  private static func asciiUpper(_ c: UInt32) -> UInt32 { c &- 97 < 26 ? c - 32 : c }

  /// Whether a character is in a set, whose members stand behind each other.
  private func isIn(_ members: Int, _ c: UInt32) -> Bool {
    var place = members
    var isWanted = true
    while place < code.count {
      switch op(place) {
      case .negate:
        isWanted.toggle()
        place += 1
      case .literal:
        if c == code[place + 1] { return isWanted }
        place += 2
      case .category:
        if RegexCategory(rawValue: code[place + 1])?.contains(c) ?? false { return isWanted }
        place += 2
      case .range:
        if code[place + 1] <= c && c <= code[place + 2] { return isWanted }
        place += 3
      case .rangeUnicode:
        let (low, high, upper) = (code[place + 1], code[place + 2], RegexCharacters.upper(c))
        if low <= c && c <= high || low <= upper && upper <= high { return isWanted }
        place += 3
      case .charset:
        if c < 256, code[place + 1 + Int(c >> 5)] & 1 << (c & 31) != 0 { return isWanted }
        place += 9
      case .bigCharset:
        if isInBlocks(place, c) { return isWanted }
        place += 2 + 64 + 8 * Int(code[place + 1])
      default: return !isWanted
      }
    }
    return !isWanted
  }

  /// A set of many characters: a byte for each 256 of them names a block of bits.
  private func isInBlocks(_ place: Int, _ c: UInt32) -> Bool {
    guard c < 0x10000 else { return false }
    let row = Int(c >> 8)
    let block = Int(code[place + 2 + row / 4] >> UInt32(8 * (row % 4)) & 0xFF)
    guard block < Int(code[place + 1]) else { return false }
    return code[place + 2 + 64 + 8 * block + Int((c & 255) >> 5)] & 1 << (c & 31) != 0
  }
}
