/// Types of functions, as type comments have them.
extension Parser {
  /// `(int, *str, **object) -> None`, alone.
  mutating func functionTypeModule() throws(ParseStop) -> ModuleNode {
    try expect(.leftParenthesis)
    let base = scratch.count
    var hasStar = false
    var hasDoubleStar = false
    while kind != .rightParenthesis {
      if take(.doubleStar) {
        hasDoubleStar = true
      } else if hasDoubleStar {
        throw ParseStop()
      } else if take(.star) {
        if hasStar { throw ParseStop() }
        hasStar = true
      } else if hasStar {
        throw ParseStop()
      }
      push(try expression())
      guard take(.comma) else { break }
      // No comma may stand at the end.
      if kind == .rightParenthesis { throw ParseStop() }
    }
    try expect(.rightParenthesis)
    let argumentTypes: SyntaxList<Expression> = list(since: base)
    try expect(.arrow)
    let returns = try expression()
    while take(.newline) {}
    try expect(.endMarker)
    try checkPostponed()
    return tree.functionType(argumentTypes: argumentTypes, returns: returns, at: tokens[0].span)
  }
}
