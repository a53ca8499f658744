/// A comment `# type: ignore`: its line, and where what follows lies in the source.
struct TypeIgnoreComment {
  let line: UInt32
  let start: Int
  let end: Int
}

/// Comments.
extension Tokenizer {
  /// Passes over a comment; if type comments are tokens, adds one for it, and in listings one for any comment.
  /// - Returns: whether a token was added.
  mutating func comment() -> Bool {
    let start = position
    position = skipped(from: start)
    if hasExtraTokens {
      add(.comment, start, position)
      return false
    }
    guard hasTypeComments, let content = typeComment(start, position) else { return false }
    if isIgnore(content) {
      typeIgnores.append(TypeIgnoreComment(line: line, start: content + Self.ignore.count, end: position))
      return false
    }
    add(.typeComment, content, position)
    return true
  }

  /// What makes a comment one about types, and tells the checker to look away.
  private static var mark: [UInt8] { Array("# type: ".utf8) }
  private static var ignore: [UInt8] { Array("ignore".utf8) }

  /// Where the content of a type comment begins; nil if the comment is another. A blank of the mark stands for any number of blanks and tabs.
  private func typeComment(_ start: Int, _ end: Int) -> Int? {
    var place = start
    for byte in Self.mark {
      if byte == 32 {
        while place < end, source[place] == 32 || source[place] == 9 { place += 1 }
      } else {
        guard place < end, source[place] == byte else { return nil }
        place += 1
      }
    }
    return place
  }

  private func isIgnore(_ content: Int) -> Bool {
    for (index, byte) in Self.ignore.enumerated() where source[content + index] != byte { return false }
    let next = source[content + Self.ignore.count]
    return next < 128 && table[Int(next)] & (CharacterClass.nameStart | CharacterClass.digit) == 0 || next == 95
  }
}
