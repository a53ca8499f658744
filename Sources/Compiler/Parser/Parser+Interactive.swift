/// Sources of an interactive session.
extension Parser {
  /// One statement, or simple statements in a line. A compound statement ends with an empty line.
  mutating func interactiveModule() throws(ParseStop) -> ModuleNode {
    let base = scratch.count
    let start = tokens[0].span
    if kind == .endMarker { throw ParseStop() }
    if kind == .newline {
      place += 1
      push(tree.pass(at: start))
    } else {
      try statement()
      if isCompound(Statement(raw: scratch[base])) { try expect(.newline) }
    }
    let last = place - 1
    while take(.newline) {}
    if kind != .endMarker { throw fail("multiple statements found while compiling a single statement", token: last) }
    try checkPostponed()
    return tree.interactive(body: list(since: base), at: start)
  }

  private func isCompound(_ statement: Statement) -> Bool {
    switch tree.kind(statement) {
    case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try, .tryStar: true
    default: false
    }
  }

  /// The failure of a source in which nothing is wrong but that it ends; nil if something is.
  /// - Parameters:
  ///   - tokenFailure: what ended the tokens, if they are not complete.
  ///   - isOpenLine: the last line has no end.
  func incompleteInput(_ tokenFailure: TokenFailure?, isOpenLine: Bool) -> SyntaxFailure? {
    if failure != nil { return nil }
    let token = tokens[min(max(place, furthest), tokenCount - 1)]
    let end = isOpenLine ? max(sourceCount - 1, 0) : sourceCount
    // Behind a token that is more than the end of a line, CPython has looked at the next character.
    let isText = !token.kind.isWhitespace && token.kind != .error
    var isAtEnd = token.kind == .endMarker || Int(isText ? token.end : token.start) >= end
    if token.kind == .error, let tokenFailure, tokenFailure.isAtEnd { isAtEnd = true }
    guard isAtEnd else { return nil }
    let line = isText ? token.span.line : lastLine(end)
    let offset = isText ? characters(line, token.span.column) : characters(line, column(of: end)) - 1
    return SyntaxFailure(
      kind: .incompleteInput, message: "incomplete input", line: Int(line), offset: offset, endLine: Int(line), endOffset: offset)
  }

  /// The line in which the source ends, counted from 1; 0 if there is none.
  private func lastLine(_ end: Int) -> UInt32 {
    var line: UInt32 = end > 0 ? 1 : 0
    for index in 0..<max(end - 1, 0) where source[index] == 10 { line += 1 }
    return line
  }

  /// Where in its line the source ends.
  private func column(of end: Int) -> UInt32 {
    var start = max(end - 1, 0)
    while start > 0, source[start - 1] != 10 { start -= 1 }
    return UInt32(truncatingIfNeeded: end - start)
  }
}
