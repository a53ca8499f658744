extension Tokenizer {
  /// Ends the tokens as in a session (CPython: `_PyPegen_fill_token`): the end of the source counts as the end of a line, once for the line that has
  /// none, and once more behind the blocks that it ends.
  /// - Parameters:
  ///   - isOpenLine: the last line of the source has no end.
  ///   - keepsBlocksOpen: the end of such a source does not end blocks.
  mutating func endSession(isOpenLine: Bool, keepsBlocksOpen: Bool) {
    guard tokens.count > 1, tokens[tokens.count - 1].kind == .endMarker else { return }
    let end = tokens[tokens.count - 1]
    tokens.count -= 1
    var blocks: [Token] = []
    while tokens.count > 0, tokens[tokens.count - 1].kind == .dedent {
      blocks.append(tokens[tokens.count - 1])
      tokens.count -= 1
    }
    if isOpenLine, keepsBlocksOpen { blocks = [] }
    for block in blocks { tokens.append(block) }
    if !isOpenLine || !blocks.isEmpty {
      var newline = end
      newline.kind = .newline
      tokens.append(newline)
    }
    tokens.append(end)
  }
}
