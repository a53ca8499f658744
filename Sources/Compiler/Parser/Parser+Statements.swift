/// Statements of one line.
extension Parser {
  /// The statements of a file.
  mutating func module() throws(ParseStop) -> ModuleNode {
    let base = scratch.count
    while kind != .endMarker { try statement() }
    let body: SyntaxList<Statement> = list(since: base)
    try checkPostponed()
    return tree.module(body: body, typeIgnores: typeIgnoreNodes(), at: tokens[0].span)
  }

  /// One expression, for `eval`.
  mutating func expressionModule() throws(ParseStop) -> ModuleNode {
    let body = try expressions()
    while take(.newline) {}
    try expect(.endMarker)
    try checkPostponed()
    return tree.expressionRoot(body: body, at: tokens[0].span)
  }

  /// Expressions separated by commas, none of them starred; several make a tuple.
  mutating func expressions() throws(ParseStop) -> Expression {
    let start = place
    let first = try expression()
    guard kind == .comma else { return first }
    let base = scratch.count
    push(first)
    while take(.comma), startsExpression { push(try expression()) }
    return tree.tuple(elements: list(since: base), context: .load, at: span(from: start))
  }

  /// Pushes a compound statement, or the statements of a line.
  mutating func statement() throws(ParseStop) {
    try poll()
    switch kind {
    case .kwIf: push(try ifStatement())
    case .kwDef: push(try functionDefinition(decorators: .empty))
    case .kwClass: push(try classDefinition(decorators: .empty))
    case .kwFor: push(try forStatement(isAsync: false, from: place))
    case .kwWhile: push(try whileStatement())
    case .kwTry: push(try tryStatement())
    case .kwWith: push(try withStatement(isAsync: false, from: place))
    case .kwAsync: push(try asyncStatement(decorators: .empty, from: place))
    case .at: push(try decorated())
    case .name where tokens[place].name == KnownName.match.rawValue && features.has(.matchStatements):
      if let statement = try matchStatement() { push(statement) } else { try simpleStatements() }
    default: try simpleStatements()
    }
  }

  mutating func simpleStatements() throws(ParseStop) {
    repeat {
      if kind == .newline { break }
      push(isExplaining ? try explainedSimpleStatement() : try simpleStatement())
    } while take(.semicolon)
    try expect(.newline)
  }

  /// A simple statement, or what is wrong with it.
  private mutating func explainedSimpleStatement() throws(ParseStop) -> Statement {
    let start = place
    switch kind {
    case .kwReturn, .kwImport, .kwFrom, .kwRaise, .kwPass, .kwDel, .kwAssert, .kwBreak, .kwContinue, .kwGlobal, .kwNonlocal:
      return try simpleStatement()
    default: break
    }
    if let statement = try attempt({ (parser) throws(ParseStop) in try parser.simpleStatement() }) { return statement }
    place = start
    try explainAssignment()
    throw ParseStop()
  }

  private mutating func simpleStatement() throws(ParseStop) -> Statement {
    let start = place
    switch kind {
    case .kwReturn:
      place += 1
      let value = startsStarExpression ? try starExpressions() : nil
      return tree.return(value: value, at: span(from: start))
    case .kwImport: return try importStatement()
    case .kwFrom: return try importFrom()
    case .kwRaise: return try raise()
    case .kwPass:
      place += 1
      return tree.pass(at: span(from: start))
    case .kwDel: return try deleteStatement()
    case .kwYield: return try expressionStatement()
    case .kwAssert:
      place += 1
      let test = try expression()
      let message = take(.comma) ? try expression() : nil
      return tree.assert(test: test, message: message, at: span(from: start))
    case .kwBreak:
      place += 1
      return tree.break(at: span(from: start))
    case .kwContinue:
      place += 1
      return tree.continue(at: span(from: start))
    case .kwGlobal, .kwNonlocal: return try scopeStatement()
    case .name where tokens[place].name == KnownName.type.rawValue && next == .name && features.has(.typeParameters):
      return try typeAlias()
    default: return try expressionStatement()
    }
  }

  /// An expression, an assignment of any kind.
  private mutating func expressionStatement() throws(ParseStop) -> Statement {
    let start = place
    let first = kind == .kwYield ? try yieldExpression() : try starExpressions()
    switch kind {
    case .newline, .semicolon: return tree.expr(value: first, at: span(from: start))
    case .equal: return try assignment(first, start)
    case .colon: return try annotatedAssignment(first, start)
    default:
      guard let symbol = Self.augmented(kind) else { throw ParseStop() }
      switch tree.kind(first) {
      case .name, .attribute, .subscript: try store(first, within: start)
      case .list, .tuple: try postpone("'\(description(first))' is an illegal expression for augmented assignment", tree.span(first))
      default: try postpone("cannot assign to \(description(first))", tree.span(first))
      }
      place += 1
      let value = try assignedValue()
      return tree.augAssign(target: first, operator: symbol, value: value, at: span(from: start))
    }
  }

  private mutating func assignedValue() throws(ParseStop) -> Expression {
    kind == .kwYield ? try yieldExpression() : try starExpressions()
  }

  private mutating func assignment(_ first: Expression, _ start: Int) throws(ParseStop) -> Statement {
    let base = scratch.count
    var value = first
    var whole = start
    while take(.equal) {
      if tree.kind(value) == .yield || tree.kind(value) == .yieldFrom {
        let isOpen = !tree.isParenthesized(value)
        try postpone(isOpen ? "assignment to yield expression not possible" : "cannot assign to yield expression", tokens[whole].span)
      } else {
        try store(value, within: whole)
      }
      push(value)
      whole = place
      value = try assignedValue()
    }
    let targets: SyntaxList<Expression> = list(since: base)
    let comment = typeComment()
    return tree.assign(targets: targets, value: value, typeComment: comment, at: span(from: start))
  }

  private mutating func annotatedAssignment(_ target: Expression, _ start: Int) throws(ParseStop) -> Statement {
    var isSimple = false
    switch tree.kind(target) {
    case .name:
      isSimple = !tree.isParenthesized(target)
      try store(target, within: start)
    case .attribute, .subscript: try store(target, within: start)
    case .list, .tuple: try postpone("only single target (not \(description(target))) can be annotated", tree.span(target))
    default: try postpone("illegal target for annotation", tree.span(target))
    }
    place += 1
    let annotation = try expression()
    let value = take(.equal) ? try assignedValue() : nil
    return tree.annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple, at: span(from: start))
  }

  static func augmented(_ kind: TokenKind) -> BinaryOperator? {
    switch kind {
    case .plusEqual: .add
    case .minusEqual: .subtract
    case .starEqual: .multiply
    case .atEqual: .matrixMultiply
    case .slashEqual: .divide
    case .percentEqual: .modulo
    case .ampersandEqual: .bitAnd
    case .barEqual: .bitOr
    case .caretEqual: .bitXor
    case .leftShiftEqual: .leftShift
    case .rightShiftEqual: .rightShift
    case .doubleStarEqual: .power
    case .doubleSlashEqual: .floorDivide
    default: nil
    }
  }

  private mutating func raise() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    guard startsExpression else { return tree.raise(exception: nil, cause: nil, at: span(from: start)) }
    let exception = try expression()
    let cause = take(.kwFrom) ? try expression() : nil
    return tree.raise(exception: exception, cause: cause, at: span(from: start))
  }

  private mutating func deleteStatement() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let base = scratch.count
    if isExplaining {
      let targets = try attempt { (parser) throws(ParseStop) in try parser.starExpressions() }
      if let targets { try failTarget(targets, .deletion) }
      place = start + 1
    }
    repeat {
      let target = features.has(.oldParser) ? try starTargetOfOld() : try primary()
      try delete(target, within: start + 1)
      push(target)
    } while take(.comma) && kind != .newline && kind != .semicolon
    guard kind == .newline || kind == .semicolon else { throw ParseStop() }
    return tree.delete(targets: list(since: base), at: span(from: start))
  }

  /// In the old grammar, a target is any operand.
  private mutating func starTargetOfOld() throws(ParseStop) -> Expression {
    kind == .star ? try starExpression() : try operatorExpression(Precedence.bitOr)
  }

  private mutating func scopeStatement() throws(ParseStop) -> Statement {
    let start = place
    let isGlobal = kind == .kwGlobal
    let base = scratch.count
    repeat {
      place += 1
      push(try identifier())
    } while kind == .comma
    let names: SyntaxList<Identifier> = list(since: base)
    return isGlobal ? tree.global(names: names, at: span(from: start)) : tree.nonlocal(names: names, at: span(from: start))
  }

  private mutating func typeAlias() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let name = tree.name(name: Identifier(raw: tokens[place].name), context: .store, at: tokens[place].span)
    place += 1
    let parameters = try typeParameters()
    try expect(.equal)
    let value = try expression()
    return tree.typeAlias(name: name, typeParameters: parameters, value: value, at: span(from: start))
  }

  // MARK: - Imports

  private mutating func failTrailingComma() -> ParseStop {
    guard isExplaining || !features.has(.pegParser) else { return ParseStop() }
    return failAtLast("trailing comma not allowed without surrounding parentheses")
  }

  private mutating func importStatement() throws(ParseStop) -> Statement {
    let start = place
    let base = scratch.count
    repeat {
      place += 1
      let first = place
      let name = try dottedName()
      let asName = take(.kwAs) ? try identifier() : nil
      try refuseOld((asName ?? name).raw, place - 1)
      push(tree.alias(name: name, asName: asName, at: span(from: first)))
    } while kind == .comma
    if kind == .kwFrom, isExplaining, features.has(.typeParameters) {
      let module: Identifier? = try attempt { (parser) throws(ParseStop) in
        parser.place += 1
        return try parser.dottedName()
      }
      if module != nil { throw fail("Did you mean to use 'from ... import ...' instead?", startingAt: start) }
    }
    return tree.import(names: list(since: base), at: span(from: start))
  }

  private mutating func dottedName() throws(ParseStop) -> Identifier {
    let first = try identifier()
    guard kind == .dot else { return first }
    var name = Array(tree.names.characters(first))
    while take(.dot) {
      let part = try identifier()
      name.append(46)
      name += tree.names.characters(part)
    }
    return name.withUnsafeBufferPointer { tree.identifier($0) }
  }

  private mutating func importFrom() throws(ParseStop) -> Statement {
    let start = place
    place += 1
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      place += 1
    }
    let module = level == 0 || kind == .name ? try dottedName() : nil
    try expect(.kwImport)
    let isFuture = level == 0 && module?.raw == KnownName.future.rawValue
    let base = scratch.count
    if kind == .star {
      place += 1
      let star: StaticString = "*"
      let name = tree.identifier(UnsafeBufferPointer(start: star.utf8Start, count: 1))
      push(tree.alias(name: name, asName: nil, at: tokens[place - 1].span))
    } else {
      let isEnclosed = take(.leftParenthesis)
      repeat {
        if isEnclosed, kind == .rightParenthesis, scratch.count > base { break }
        if !isEnclosed, kind == .newline, scratch.count > base { break }
        if kind == .newline, isExplaining, features.has(.typeParameterDefaults) {
          throw fail("Expected one or more names after 'import'", startingAt: place)
        }
        let first = place
        let name = try identifier()
        let asName = take(.kwAs) ? try identifier() : nil
        try refuseOld((asName ?? name).raw, place - 1)
        if isFuture, name.raw == KnownName.barry.rawValue, features.has(.lateBarry) { usesAngles = true }
        push(tree.alias(name: name, asName: asName, at: span(from: first)))
      } while take(.comma)
      if isEnclosed { try expect(.rightParenthesis) }
      if !isEnclosed, tokens[place - 1].kind == .comma { throw failTrailingComma() }
    }
    return tree.importFrom(module: module, names: list(since: base), level: level, at: span(from: start))
  }
}
