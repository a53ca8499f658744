/// Statements with blocks.
extension Parser {
  /// The statements behind a colon: an indented block, or the rest of the line.
  mutating func block() throws(ParseStop) -> SyntaxList<Statement> {
    try expect(.colon)
    let base = scratch.count
    guard take(.newline) else {
      if kind == .at || kind.startsCompound { throw ParseStop() }
      try simpleStatements()
      return list(since: base)
    }
    try enter()
    defer { leave() }
    guard take(.indent) else { throw ParseStop() }
    repeat { try statement() } while kind != .dedent && kind != .endMarker
    try expect(.dedent)
    return list(since: base)
  }

  mutating func ifStatement() throws(ParseStop) -> Statement {
    // A long chain of `elif` must not nest natively: the statements are made from the last to the first.
    let base = scratch.count
    var starts: [Int] = []
    repeat {
      starts.append(place)
      place += 1
      let test = try namedExpression()
      let body = try block()
      push(test)
      scratch.append(body.raw)
    } while kind == .kwElif
    var orElse: SyntaxList<Statement> = .empty
    if take(.kwElse) { orElse = try block() }
    while let start = starts.popLast() {
      let body = SyntaxList<Statement>(raw: scratch[scratch.count - 1])
      let test = Expression(raw: scratch[scratch.count - 2])
      scratch.count -= 2
      let statement = tree.if(test: test, body: body, orElse: orElse, at: spanOfBlock(from: start))
      guard scratch.count > base else { return statement }
      orElse = tree.list(one: statement)
    }
    throw ParseStop()
  }

  mutating func whileStatement() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let test = try namedExpression()
    let body = try block()
    let orElse = take(.kwElse) ? try block() : .empty
    return tree.while(test: test, body: body, orElse: orElse, at: spanOfBlock(from: start))
  }

  mutating func forStatement(isAsync: Bool, from start: Int) throws(ParseStop) -> Statement {
    place += 1
    let target = try starTargets()
    try expect(.kwIn)
    let iterable = features.has(.pegParser) ? try starExpressions() : try expressions()
    let body = try block()
    let orElse = take(.kwElse) ? try block() : .empty
    let span = spanOfBlock(from: start)
    return isAsync
      ? tree.asyncFor(target: target, iterable: iterable, body: body, orElse: orElse, at: span)
      : tree.for(target: target, iterable: iterable, body: body, orElse: orElse, at: span)
  }

  mutating func asyncStatement(decorators: SyntaxList<Expression>, from start: Int) throws(ParseStop) -> Statement {
    place += 1
    switch kind {
    case .kwDef: return try functionDefinition(decorators: decorators, asyncFrom: start)
    case .kwFor where decorators.isEmpty: return try forStatement(isAsync: true, from: start)
    case .kwWith where decorators.isEmpty: return try withStatement(isAsync: true, from: start)
    default: throw ParseStop()
    }
  }

  mutating func decorated() throws(ParseStop) -> Statement {
    let base = scratch.count
    while take(.at) {
      push(features.has(.pegParser) ? try namedExpression() : try oldDecorator())
      try expect(.newline)
    }
    let decorators: SyntaxList<Expression> = list(since: base)
    switch kind {
    case .kwDef: return try functionDefinition(decorators: decorators)
    case .kwClass: return try classDefinition(decorators: decorators)
    case .kwAsync: return try asyncStatement(decorators: decorators, from: place)
    default: throw ParseStop()
    }
  }

  /// A dotted name, called at most once.
  private mutating func oldDecorator() throws(ParseStop) -> Expression {
    let start = place
    var value = tree.name(name: try identifier(), context: .load, at: span(from: start))
    while take(.dot) {
      let attribute = try identifier()
      value = tree.attribute(value: value, attribute: attribute, context: .load, at: span(from: start))
    }
    return kind == .leftParenthesis ? try call(value, start) : value
  }

  mutating func tryStatement() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let body = try block()
    let base = scratch.count
    var isStar: Bool?
    while kind == .kwExcept {
      let handler = try exceptHandler(&isStar)
      push(handler)
    }
    let handlers: SyntaxList<ExceptHandler> = list(since: base)
    let orElse = !handlers.isEmpty && take(.kwElse) ? try block() : .empty
    var finalBody: SyntaxList<Statement> = .empty
    if kind == .kwFinally {
      place += 1
      finalBody = try block()
    } else if handlers.isEmpty {
      throw ParseStop()
    }
    let span = spanOfBlock(from: start)
    return isStar == true
      ? tree.tryStar(body: body, handlers: handlers, orElse: orElse, finalBody: finalBody, at: span)
      : tree.try(body: body, handlers: handlers, orElse: orElse, finalBody: finalBody, at: span)
  }

  private mutating func exceptHandler(_ isStar: inout Bool?) throws(ParseStop) -> ExceptHandler {
    let start = place
    place += 1
    let hasStar = kind == .star && features.has(.exceptStar)
    if isStar == !hasStar { throw ParseStop() }
    isStar = hasStar
    if hasStar { place += 1 }
    var type: Expression?
    var name: Identifier?
    if kind != .colon || hasStar {
      type = features.has(.bareExceptTuples) ? try expressions() : try expression()
      if take(.kwAs) {
        if let type, tree.kind(type) == .tuple, tokens[place - 2].kind != .rightParenthesis { throw ParseStop() }
        name = try identifier()
      }
    }
    let body = try block()
    return tree.exceptHandler(type: type, name: name, body: body, at: spanOfBlock(from: start))
  }

  // MARK: - with

  mutating func withStatement(isAsync: Bool, from start: Int) throws(ParseStop) -> Statement {
    place += 1
    let items = try withItems()
    let body = try block()
    let span = spanOfBlock(from: start)
    return isAsync ? tree.asyncWith(items: items, body: body, at: span) : tree.with(items: items, body: body, at: span)
  }

  private mutating func withItems() throws(ParseStop) -> SyntaxList<WithItem> {
    if kind == .leftParenthesis, features.has(.pegParser), enclosesWithItems {
      let mark = mark()
      do throws(ParseStop) { return try enclosedWithItems() } catch { reset(mark) }
    }
    let base = scratch.count
    repeat { push(try withItem()) } while take(.comma)
    return list(since: base)
  }

  /// Whether a colon follows the parenthesis that closes the one here.
  private var enclosesWithItems: Bool {
    var level = 0
    var index = place
    while index < tokenCount {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: level += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        level -= 1
        if level == 0 { return index + 1 < tokenCount && tokens[index + 1].kind == .colon }
      case .newline, .endMarker, .error: return false
      default: break
      }
      index += 1
    }
    return false
  }

  private mutating func enclosedWithItems() throws(ParseStop) -> SyntaxList<WithItem> {
    place += 1
    let base = scratch.count
    repeat {
      if kind == .rightParenthesis, scratch.count > base { break }
      push(try withItem())
    } while take(.comma)
    try expect(.rightParenthesis)
    guard kind == .colon else { throw ParseStop() }
    return list(since: base)
  }

  private mutating func withItem() throws(ParseStop) -> WithItem {
    let start = place
    let context = try expression()
    var variables: Expression?
    if take(.kwAs) {
      variables = try starTarget()
      guard kind == .comma || kind == .colon || kind == .rightParenthesis else { throw ParseStop() }
    }
    return tree.withItem(contextExpression: context, optionalVariables: variables, at: span(from: start))
  }
}

extension TokenKind {
  /// The token begins a statement that has a block.
  var startsCompound: Bool {
    switch self {
    case .kwIf, .kwDef, .kwClass, .kwFor, .kwWhile, .kwTry, .kwWith, .kwAsync: true
    default: false
    }
  }
}
