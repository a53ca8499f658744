/// Expressions from the weakest operator to the strongest.
extension Parser {
  /// Expressions separated by commas, starred ones among them; several make a tuple.
  mutating func starExpressions() throws(ParseStop) -> Expression {
    let start = place
    let first = try starExpression()
    guard kind == .comma else { return first }
    return try tuple(from: start, first: first, Parser.starExpressionItem)
  }

  /// The rest of a tuple without parentheses, at the comma behind its first item.
  @inline(__always)
  private mutating func tuple(
    from start: Int, first: Expression, _ item: (inout Parser) throws(ParseStop) -> Expression
  ) throws(ParseStop) -> Expression {
    let base = scratch.count
    push(first)
    while take(.comma) {
      guard startsStarExpression else { break }
      push(try item(&self))
    }
    return tree.tuple(elements: list(since: base), context: .load, at: span(from: start))
  }

  private static func starExpressionItem(_ parser: inout Parser) throws(ParseStop) -> Expression { try parser.starExpression() }

  /// The token may begin an expression, starred or not.
  var startsStarExpression: Bool { kind == .star || startsExpression }

  /// The token may begin an expression.
  var startsExpression: Bool { Self.startsExpression(kind) }

  static func startsExpression(_ kind: TokenKind) -> Bool {
    switch kind {
    case .name, .number, .string, .formatStart, .leftParenthesis, .leftBracket, .leftBrace, .minus, .plus, .tilde, .ellipsis,
      .kwNot, .kwLambda, .kwAwait, .kwNone, .kwTrue, .kwFalse:
      true
    default: false
    }
  }

  mutating func starExpression() throws(ParseStop) -> Expression {
    guard kind == .star else { return try expression() }
    let start = place
    place += 1
    let value = try operatorExpression(Precedence.bitOr)
    return tree.starred(value: value, context: .load, at: span(from: start))
  }

  /// An item of a display: starred, or with `:=`.
  mutating func starNamedExpression() throws(ParseStop) -> Expression {
    kind == .star ? try starExpression() : try namedExpression()
  }

  mutating func namedExpression() throws(ParseStop) -> Expression {
    guard kind == .name, next == .colonEqual else {
      return isExplaining ? try explainedNamedExpression() : try expression()
    }
    let start = place
    let target = tree.name(name: Identifier(raw: tokens[place].name), context: .store, at: tokens[place].span)
    try refuseOld(tokens[place].name, place)
    place += 2
    let value = try expression()
    return tree.namedExpr(target: target, value: value, at: span(from: start))
  }

  mutating func expression() throws(ParseStop) -> Expression {
    if isDiagnosing { return try rememberedExpression() }
    return try freshExpression()
  }

  /// An expression that is read for the first time.
  @inline(__always)
  mutating func freshExpression() throws(ParseStop) -> Expression {
    if kind == .kwLambda { return try lambda() }
    let start = place
    let body = isExplaining ? try explainedExpression() : try operatorExpression(Precedence.or)
    guard kind == .kwIf else { return body }
    try enter()
    defer { leave() }
    place += 1
    let test = try operatorExpression(Precedence.or)
    try expect(.kwElse)
    let other = try expression()
    return tree.ifExp(test: test, body: body, orElse: other, at: span(from: start))
  }

  /// Operands and operators that bind at least as strongly as `least`.
  mutating func operatorExpression(_ least: UInt8) throws(ParseStop) -> Expression {
    let start = place
    var left = try operand(least)
    while true {
      let raw = Int(kind.rawValue)
      let precedence = precedences[raw]
      guard precedence >= least, precedence != 0 else {
        guard usesAngles, kind == .lessGreater, least <= Precedence.comparison else { return left }
        left = try comparison(left, start)
        continue
      }
      if precedence > Precedence.comparison {
        place += 1
        let right = try operatorExpression(precedence + 1)
        let symbol = unsafeBitCast(precedences[raw + 256], to: BinaryOperator.self)
        left = tree.binOp(left: left, operator: symbol, right: right, at: span(from: start))
      } else if precedence == Precedence.comparison {
        if kind == .kwNot, next != .kwIn {
          furthest = max(furthest, place + 1)
          return left
        }
        left = try comparison(left, start)
      } else {
        left = try boolOperation(left, start, precedence)
      }
    }
  }

  /// An operand with the prefixes in front of it.
  @inline(__always)
  private mutating func operand(_ least: UInt8) throws(ParseStop) -> Expression {
    switch kind {
    case .kwNot, .minus, .plus, .tilde: return try prefixed(least)
    default: return try power()
    }
  }

  private mutating func prefixed(_ least: UInt8) throws(ParseStop) -> Expression {
    let start = place
    let symbol: UnaryOperator
    switch kind {
    case .kwNot: symbol = .not
    case .minus: symbol = .minus
    case .plus: symbol = .plus
    default: symbol = .invert
    }
    guard symbol != .not || least <= Precedence.not else {
      if isExplaining, least > Precedence.sum, features.has(.typeParameterDefaults) { try explainNot() }
      throw ParseStop()
    }
    try enter()
    defer { leave() }
    place += 1
    let operand = try operatorExpression(symbol == .not ? Precedence.not : Precedence.unary)
    return tree.unaryOp(operator: symbol, operand: operand, at: span(from: start))
  }

  /// The rest of a chain of comparisons, at its first operator.
  private mutating func comparison(_ left: Expression, _ start: Int) throws(ParseStop) -> Expression {
    let base = scratch.count
    while precedences[Int(kind.rawValue)] == Precedence.comparison || usesAngles && kind == .lessGreater {
      if usesAngles, kind == .notEqual { throw fail("with Barry as BDFL, use '<>' instead of '!='", token: place) }
      var symbol = kind == .lessGreater ? .notEqual : unsafeBitCast(precedences[Int(kind.rawValue) + 256], to: CompareOperator.self)
      if symbol == .notIn {
        guard next == .kwIn else { break }
        place += 1
      } else if symbol == .is, next == .kwNot {
        symbol = .isNot
        place += 1
      }
      place += 1
      let right = try operatorExpression(Precedence.bitOr)
      // Operators and operands alternate until they are parted below.
      push(symbol)
      push(right)
    }
    let count = (scratch.count - base) / 2
    for index in 0..<count { scratch.append(scratch[base + index * 2 + 1]) }
    let comparators: SyntaxList<Expression> = list(since: base + count * 2)
    for index in 0..<count { scratch[base + index] = scratch[base + index * 2] }
    scratch.count = base + count
    let operators: SyntaxList<CompareOperator> = list(since: base)
    return tree.compare(left: left, operators: operators, comparators: comparators, at: span(from: start))
  }

  private mutating func boolOperation(
    _ left: Expression, _ start: Int, _ precedence: UInt8
  ) throws(ParseStop) -> Expression {
    let base = scratch.count
    let token = kind
    push(left)
    while take(token) { push(try operatorExpression(precedence + 1)) }
    let symbol: BoolOperator = token == .kwOr ? .or : .and
    return tree.boolOp(operator: symbol, values: list(since: base), at: span(from: start))
  }

  @inline(__always)
  private mutating func power() throws(ParseStop) -> Expression {
    let start = place
    let base = kind == .kwAwait ? try awaited() : try primary()
    guard kind == .doubleStar else { return base }
    return try raised(base, start)
  }

  private mutating func raised(_ base: Expression, _ start: Int) throws(ParseStop) -> Expression {
    try enter()
    defer { leave() }
    place += 1
    let exponent = try operatorExpression(Precedence.unary)
    return tree.binOp(left: base, operator: .power, right: exponent, at: span(from: start))
  }

  private mutating func awaited() throws(ParseStop) -> Expression {
    let start = place
    place += 1
    let value = try primary()
    return tree.await(value: value, at: span(from: start))
  }

  /// `yield`, with its value.
  mutating func yieldExpression() throws(ParseStop) -> Expression {
    let start = place
    place += 1
    if take(.kwFrom) {
      let value = try expression()
      return tree.yieldFrom(value: value, at: span(from: start))
    }
    let value = startsStarExpression ? try starExpressions() : nil
    return tree.yield(value: value, at: span(from: start))
  }

  /// An atom with attributes, calls and subscripts behind it.
  mutating func primary() throws(ParseStop) -> Expression {
    let start = place
    var value = try atom()
    while true {
      switch kind {
      case .dot:
        place += 1
        let attribute = try identifier()
        value = tree.attribute(value: value, attribute: attribute, context: .load, at: span(from: start))
      case .leftParenthesis:
        value = try call(value, start)
      case .leftBracket:
        place += 1
        let slice = try slices()
        try expect(.rightBracket)
        value = tree.subscript(value: value, slice: slice, context: .load, at: span(from: start))
      default: return value
      }
    }
  }

  /// What stands between the brackets of a subscript.
  private mutating func slices() throws(ParseStop) -> Expression {
    try enter()
    defer { leave() }
    let start = place
    let first = try sliceItem()
    guard kind == .comma else {
      guard tree.kind(first) == .starred else { return first }
      return tree.tuple(elements: tree.list(one: first), context: .load, at: span(from: start))
    }
    let base = scratch.count
    push(first)
    while take(.comma) {
      guard kind != .rightBracket else { break }
      push(try sliceItem())
    }
    return tree.tuple(elements: list(since: base), context: .load, at: span(from: start))
  }

  private mutating func sliceItem() throws(ParseStop) -> Expression {
    let start = place
    var lower: Expression?
    if kind == .star {
      guard features.has(.starredSubscripts) else { throw ParseStop() }
      return try starredArgument()
    }
    if kind != .colon {
      let value = features.has(.bareWalrus) ? try namedExpression() : try expression()
      guard kind == .colon, tree.kind(value) != .namedExpr || tree.isParenthesized(value) else { return value }
      lower = value
    }
    place += 1
    var upper: Expression?
    var step: Expression?
    if startsExpression { upper = try expression() }
    if take(.colon), startsExpression { step = try expression() }
    return tree.slice(lower: lower, upper: upper, step: step, at: span(from: start))
  }

  /// `*` and any expression, as in calls.
  mutating func starredArgument() throws(ParseStop) -> Expression {
    let start = place
    place += 1
    if isExplaining, features.has(.typeParameterDefaults) {
      let value = try attempt { (parser) throws(ParseStop) in try parser.expression() }
      if value == nil { throw failAtLast("Invalid star expression") }
      place = start + 1
    }
    let value = try expression()
    // The old parser leaves the value's own parentheses out at the end.
    let end = features.has(.oldParser) ? tree.span(value) : tokens[place - 1].span
    return tree.starred(value: value, context: .load, at: tokens[start].span.through(end))
  }
}
