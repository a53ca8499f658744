/// Statements with blocks.
extension Parser {
  /// The statements behind a colon: an indented block, or the rest of the line.
  ///
  /// - Parameters:
  ///   - owner: what messages call the statement, such as `'if' statement`.
  ///   - start: the statement's first token.
  ///   - isForced: that the colon is missing is told wherever it is; else only at the end of a line.
  mutating func block(_ owner: StaticString, _ start: Int, isForced: Bool = false) throws(ParseStop) -> SyntaxList<Statement> {
    try blockColon(isForced: isForced)
    return try blockBody(owner, start)
  }

  /// The same where a type comment may stand behind the colon.
  mutating func block(
    _ owner: StaticString, _ start: Int, isForced: Bool = false, comment: inout ConstantID
  ) throws(ParseStop) -> SyntaxList<Statement> {
    try blockColon(isForced: isForced)
    comment = typeComment()
    if isForced, comment == .none { comment = typeCommentOfBody() }
    return try blockBody(owner, start)
  }

  private mutating func blockColon(isForced: Bool) throws(ParseStop) {
    if isForced { try force(.colon, ":") } else if !take(.colon) { throw failColon() }
  }

  private mutating func blockBody(_ owner: StaticString, _ start: Int) throws(ParseStop) -> SyntaxList<Statement> {
    let base = scratch.count
    guard take(.newline) else {
      if kind == .at || kind.startsCompound { throw ParseStop() }
      try simpleStatements()
      return list(since: base)
    }
    try enter()
    defer { leave() }
    guard take(.indent) else { throw failIndent(owner, start) }
    repeat { try statement() } while kind != .dedent && kind != .endMarker
    try expect(.dedent)
    return list(since: base)
  }

  private mutating func failColon() -> ParseStop {
    guard kind == .newline, isExplaining, features.has(.unterminatedMessages) else { return ParseStop() }
    return failAtLast("expected ':'")
  }

  private mutating func failIndent(_ owner: StaticString, _ start: Int) -> ParseStop {
    guard isExplaining || !features.has(.pegParser) else { return ParseStop() }
    if !features.has(.pegParser), Int(tokens[place].start) >= sourceCount { return failAtLast("unexpected EOF while parsing") }
    let line = features.has(.unterminatedMessages) ? " after \(owner) on line \(tokens[start].span.line)" : ""
    return failAtLast("expected an indented block\(line)", kind: .indentationError)
  }

  mutating func ifStatement() throws(ParseStop) -> Statement {
    // A long chain of `elif` must not nest natively: the statements are made from the last to the first.
    let base = scratch.count
    var starts: [Int] = []
    repeat {
      starts.append(place)
      place += 1
      let test = try namedExpression()
      let body = try block(starts.count == 1 ? "'if' statement" : "'elif' statement", starts[starts.count - 1])
      push(test)
      scratch.append(body.raw)
    } while kind == .kwElif
    var orElse: SyntaxList<Statement> = .empty
    if take(.kwElse) { orElse = try block("'else' statement", place - 1, isForced: true) }
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
    let body = try block("'while' statement", start)
    let orElse = take(.kwElse) ? try block("'else' statement", place - 1, isForced: true) : .empty
    return tree.while(test: test, body: body, orElse: orElse, at: spanOfBlock(from: start))
  }

  mutating func forStatement(isAsync: Bool, from start: Int) throws(ParseStop) -> Statement {
    place += 1
    let target = try starTargets()
    try expect(.kwIn)
    let iterable = features.has(.pegParser) ? try starExpressions() : try expressions()
    var comment = ConstantID.none
    let body = try block("'for' statement", start, comment: &comment)
    let orElse = take(.kwElse) ? try block("'else' statement", place - 1, isForced: true) : .empty
    let span = spanOfBlock(from: start)
    return isAsync
      ? tree.asyncFor(target: target, iterable: iterable, body: body, orElse: orElse, typeComment: comment, at: span)
      : tree.for(target: target, iterable: iterable, body: body, orElse: orElse, typeComment: comment, at: span)
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
    let body = try block("'try' statement", start, isForced: true)
    let base = scratch.count
    var isStar: Bool?
    while kind == .kwExcept {
      let handler = try exceptHandler(&isStar)
      push(handler)
    }
    let handlers: SyntaxList<ExceptHandler> = list(since: base)
    let orElse = !handlers.isEmpty && take(.kwElse) ? try block("'else' statement", place - 1, isForced: true) : .empty
    var finalBody: SyntaxList<Statement> = .empty
    if kind == .kwFinally {
      place += 1
      finalBody = try block("'finally' statement", place - 1, isForced: true)
    } else if handlers.isEmpty {
      guard isExplaining, features.has(.unterminatedMessages) else { throw ParseStop() }
      throw failAtLast("expected 'except' or 'finally' block")
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
    if isStar == !hasStar {
      guard isExplaining, features.has(.exceptStar) else { throw ParseStop() }
      throw fail(
        "cannot have both 'except' and 'except*' on the same 'try'",
        tokens[start].span.through(tokens[hasStar ? place : start].span))
    }
    isStar = hasStar
    if hasStar { place += 1 }
    var type: Expression?
    var name: Identifier?
    if hasStar, kind == .colon || kind == .newline, isExplaining { throw failAtLast("expected one or more exception types") }
    if kind != .colon && kind != .newline || hasStar {
      let first = place
      type = features.has(.bareExceptTuples) ? try expressions() : try expression()
      if kind == .comma, isExplaining, !features.has(.bareExceptTuples) { try explainExceptTypes(first) }
      if take(.kwAs) {
        if let type, tree.kind(type) == .tuple, tree.span(type) != tokens[first].span.through(tokens[place - 2].span)
          || tokens[first].kind != .leftParenthesis || tokens[place - 2].kind != .rightParenthesis
        {
          throw failTypesWithName(first)
        }
        let bound = try identifier()
        try refuseOld(bound.raw, place - 1)
        name = bound
      }
    }
    let body = try block(hasStar ? "'except*' statement" : "'except' statement", start)
    return tree.exceptHandler(type: type, name: name, body: body, at: spanOfBlock(from: start))
  }

  /// Several types without parentheses, and `as`.
  private mutating func failTypesWithName(_ first: Int) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    if kind == .name { place += 1 }
    return fail("multiple exception types must be parenthesized when using 'as'", startingAt: first)
  }

  /// Types with commas and without parentheses.
  private mutating func explainExceptTypes(_ first: Int) throws(ParseStop) {
    let comma = place
    let isComplete: Bool? = try attempt { (parser) throws(ParseStop) in
      parser.place += 1
      _ = try parser.expressions()
      if parser.take(.kwAs) { _ = try parser.identifier() }
      guard parser.kind == .colon else { throw ParseStop() }
      return true
    }
    guard isComplete == true, features.has(.unterminatedMessages) else {
      place = comma
      return
    }
    throw fail("multiple exception types must be parenthesized", startingAt: first)
  }

  // MARK: - with

  mutating func withStatement(isAsync: Bool, from start: Int) throws(ParseStop) -> Statement {
    place += 1
    let items = try withItems()
    var comment = ConstantID.none
    let body = try block("'with' statement", start, comment: &comment)
    let span = spanOfBlock(from: start)
    return isAsync
      ? tree.asyncWith(items: items, body: body, typeComment: comment, at: span)
      : tree.with(items: items, body: body, typeComment: comment, at: span)
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

  /// A target of `with` that is none.
  private mutating func explainWithTarget() throws(ParseStop) {
    let start = place
    let target = try attempt { (parser) throws(ParseStop) in try parser.expression() }
    if let target, kind == .comma || kind == .rightParenthesis || kind == .colon { try failTarget(target, .assignment) }
    place = start
  }

  private mutating func withItem() throws(ParseStop) -> WithItem {
    let start = place
    let context = try expression()
    var variables: Expression?
    if take(.kwAs) {
      if isExplaining { try explainWithTarget() }
      variables = try starTarget(within: start)
      guard kind == .comma || kind == .colon || kind == .rightParenthesis else { throw failColon() }
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
