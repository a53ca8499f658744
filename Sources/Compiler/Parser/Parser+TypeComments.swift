/// Type comments. The tokenizer makes tokens of them only if they are wanted.
extension Parser {
  /// The text of the type comment that comes next; `.none` if something else does.
  mutating func typeComment() -> ConstantID {
    guard kind == .typeComment else { return .none }
    place += 1
    return text(Int(tokens[place - 1].start), Int(tokens[place - 1].end))
  }

  private mutating func text(_ start: Int, _ end: Int) -> ConstantID {
    let first = tree.literals.bytes.count
    var isASCII = true
    for index in start..<end {
      tree.literals.bytes.append(source[index])
      isASCII = isASCII && source[index] < 128
    }
    return tree.literals.add(.text, from: first, bits: isASCII ? 1 : 0)
  }

  /// The type comment of a function that stands in the line behind its head.
  mutating func typeCommentOfBody() -> ConstantID {
    guard kind == .newline, next == .typeComment, kind(ahead: 2) == .newline, kind(ahead: 3) == .indent else { return .none }
    place += 1
    return typeComment()
  }

  /// Gives a parameter the type comment that comes next, if one does.
  mutating func addTypeComment(to parameter: Parameter?) {
    guard let parameter, kind == .typeComment else { return }
    let comment = typeComment()
    tree.setField(parameter, 2, comment.raw)
  }

  mutating func typeIgnoreNodes() -> SyntaxList<TypeIgnore> {
    var nodes: [TypeIgnore] = []
    for comment in typeIgnores {
      let tag = text(comment.start, comment.end)
      nodes.append(tree.typeIgnore(line: Int(comment.line), tag: tag))
    }
    return tree.list(nodes)
  }
}
