/// Finds the literal that the text in front of a cursor ends with.
enum LiteralEnd {
  /// The name of its type; nil if the text ends with something else, such as a call, an index or an open string.
  static func type(of text: String) -> String? {
    let characters = Array(text)
    var (place, last): (Int, (start: Int, type: String)?) = (0, nil)
    var brackets: [(start: Int, hasColon: Bool, hasComma: Bool)] = []
    while place < characters.count {
      last = nil
      switch characters[place] {
      case "'", "\"":
        let start = prefixStart(characters, place)
        guard let end = stringEnd(characters, place) else { return nil }
        last = characters[start..<place].contains { $0 == "b" || $0 == "B" } ? (start, "bytes") : (start, "str")
        place = end
        continue
      case "[", "(", "{": brackets.append((place, false, false))
      case ":": if !brackets.isEmpty { brackets[brackets.count - 1].hasColon = true }
      case ",": if !brackets.isEmpty { brackets[brackets.count - 1].hasComma = true }
      case "]", ")", "}":
        guard let open = brackets.popLast() else { return nil }
        last = display(characters, open.start, place, open.hasColon, open.hasComma).map { (open.start, $0) }
      case "#": return nil
      default: break
      }
      place += 1
    }
    return last?.type
  }

  /// The type of what brackets make; nil for calls and indices, and for what is only in parentheses.
  private static func display(_ characters: [Character], _ start: Int, _ end: Int, _ hasColon: Bool, _ hasComma: Bool) -> String? {
    let inside = characters[(start + 1)..<end]
    // Behind a value a bracket calls or indexes it.
    let isValue = characters[..<start].last.map { isWord($0) || ")]}\"'".contains($0) } ?? false
    let isEmpty = inside.allSatisfy(\.isWhitespace)
    switch characters[start] {
    case "{": return hasColon || isEmpty ? "dict" : "set"
    case "[": return isValue ? nil : "list"
    default: return !isValue && (hasComma || isEmpty) ? "tuple" : nil
    }
  }

  private static func isWord(_ character: Character) -> Bool { character == "_" || character.isLetter || character.isNumber }

  /// Where the letters in front of a quote begin.
  private static func prefixStart(_ characters: [Character], _ quote: Int) -> Int {
    var start = quote
    while start > 0, quote - start < 2, "bBrRuUfFtT".contains(characters[start - 1]) { start -= 1 }
    return start
  }

  /// Behind the end of a string; nil if it is open.
  private static func stringEnd(_ characters: [Character], _ start: Int) -> Int? {
    let quote = characters[start]
    let isTriple = characters.count >= start + 3 && characters[start + 1] == quote && characters[start + 2] == quote
    let length = isTriple ? 3 : 1
    var place = start + length
    while place < characters.count {
      if characters[place] == "\\" {
        place += 2
      } else if place + length <= characters.count, characters[place..<(place + length)].allSatisfy({ $0 == quote }) {
        return place + length
      } else {
        place += 1
      }
    }
    return nil
  }
}
