/// What is assigned to or deleted.
extension Parser {
  /// The targets of `for`: several, or one with a comma behind it, make a tuple.
  mutating func starTargets(isComprehension: Bool = false) throws(ParseStop) -> Expression {
    let start = place
    if isExplaining, !isExplainingTarget { try explainLoopTarget(isComprehension: isComprehension) }
    let first = try starTarget(within: start)
    guard kind == .comma else { return first }
    let base = scratch.count
    push(first)
    while take(.comma) {
      guard startsStarExpression else { break }
      push(try starTarget(within: start))
    }
    return tree.tuple(elements: list(since: base), context: .store, at: span(from: start))
  }

  /// A target of `for` that is none, and a missing `in`.
  private mutating func explainLoopTarget(isComprehension: Bool) throws(ParseStop) {
    let start = place
    defer { place = start }
    isExplainingTarget = true
    let normal = try attempt { (parser) throws(ParseStop) in try parser.starTargets() }
    isExplainingTarget = false
    if normal != nil, kind == .kwIn { return }
    place = start
    if isComprehension, features.has(.typeParameters) {
      let names: Bool? = try attempt { (parser) throws(ParseStop) in
        repeat { _ = try parser.operatorExpression(Precedence.bitOr) } while parser.take(.comma) && parser.startsExpression
        return true
      }
      if names != nil, kind != .kwIn { throw failAtLast("'in' expected after for-loop variables") }
      place = start
    }
    let target = try attempt { (parser) throws(ParseStop) in try parser.starExpressions() }
    if let target { try failTarget(target, .loop) }
  }

  /// One target, which may be starred.
  /// - Parameter whole: where all that is assigned to begins.
  mutating func starTarget(within whole: Int) throws(ParseStop) -> Expression {
    let start = place
    if take(.star) {
      guard kind != .star else { throw ParseStop() }
      let value = try starTarget(within: whole)
      return tree.starred(value: value, context: .store, at: span(from: start))
    }
    let target = features.has(.oldParser) ? try operatorExpression(Precedence.bitOr) : try primary()
    try store(target, within: whole)
    return target
  }

  /// Makes a target of an expression.
  /// - Parameter whole: where all that is assigned to begins: there the old parser places mistakes.
  mutating func store(_ expression: Expression, within whole: Int) throws(ParseStop) {
    switch tree.kind(expression) {
    case .name:
      tree.setField(expression, 1, ExpressionContext.store.raw)
      try refuseOld(tree.field(expression, 0), whole)
    case .attribute:
      tree.setField(expression, 2, ExpressionContext.store.raw)
      try refuseOld(tree.field(expression, 1), whole)
    case .subscript: tree.setField(expression, 2, ExpressionContext.store.raw)
    case .starred:
      tree.setField(expression, 1, ExpressionContext.store.raw)
      try store(Expression(raw: tree.field(expression, 0)), within: whole)
    case .tuple, .list:
      tree.setField(expression, 1, ExpressionContext.store.raw)
      try each(of: expression) { (parser, item) throws(ParseStop) in try parser.store(item, within: whole) }
    default: try postpone("cannot assign to \(features.has(.oldParser) ? description(expression) : "")", tokens[whole].span)
    }
  }

  /// The old parser knows already that nothing may be assigned to `__debug__`; others leave that to the compiler.
  @inline(__always)
  mutating func refuseOld(_ name: UInt32, _ token: Int) throws(ParseStop) {
    guard name == KnownName.debug.rawValue, features.has(.oldParser) else { return }
    try postpone("cannot assign to __debug__", tokens[token].span)
  }

  /// Makes a target of `del` of an expression.
  /// - Parameter whole: where all that is deleted begins.
  mutating func delete(_ expression: Expression, within whole: Int) throws(ParseStop) {
    switch tree.kind(expression) {
    case .name: tree.setField(expression, 1, ExpressionContext.delete.raw)
    case .attribute, .subscript: tree.setField(expression, 2, ExpressionContext.delete.raw)
    case .tuple, .list:
      tree.setField(expression, 1, ExpressionContext.delete.raw)
      try each(of: expression) { (parser, item) throws(ParseStop) in try parser.delete(item, within: whole) }
    default: try postpone("cannot delete \(features.has(.oldParser) ? description(expression) : "")", tokens[whole].span)
    }
  }

  private mutating func each(
    of expression: Expression, _ body: (inout Parser, Expression) throws(ParseStop) -> Void
  ) throws(ParseStop) {
    let elements = SyntaxList<Expression>(raw: tree.field(expression, 0))
    let count = tree.items(elements).count
    for index in 0..<count { try body(&self, tree.items(elements)[index]) }
  }
}
