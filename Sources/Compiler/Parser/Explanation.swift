/// Mistakes that have messages of their own. This runs only in sources that are known to be wrong.
extension Parser {
  /// What messages call an expression.
  func description(_ expression: Expression) -> String {
    let isNew = features.has(.unterminatedMessages)
    switch tree.kind(expression) {
    case .attribute: return "attribute"
    case .subscript: return "subscript"
    case .starred: return "starred"
    case .name: return "name"
    case .list: return "list"
    case .tuple: return "tuple"
    case .lambda: return "lambda"
    case .call: return "function call"
    case .boolOp, .binOp, .unaryOp: return isNew ? "expression" : "operator"
    case .generatorExp: return "generator expression"
    case .yield, .yieldFrom: return "yield expression"
    case .await: return "await expression"
    case .listComp: return "list comprehension"
    case .setComp: return "set comprehension"
    case .dictComp: return "dict comprehension"
    case .dict: return isNew ? "dict literal" : "dict display"
    case .set: return "set display"
    case .joinedStr, .formattedValue: return "f-string expression"
    case .templateStr, .interpolation: return "t-string expression"
    case .constant:
      switch ConstantID(raw: tree.field(expression, 0)) {
      case .none: return "None"
      case .true: return "True"
      case .false: return "False"
      case .ellipsis: return isNew ? "ellipsis" : "Ellipsis"
      default: return "literal"
      }
    case .compare: return "comparison"
    case .ifExp: return "conditional expression"
    case .namedExpr: return "named expression"
    default: return "expression"
    }
  }

  enum TargetUse { case assignment, deletion, loop }

  /// The part of an expression that cannot be a target; nil if all can.
  func invalidTarget(_ expression: Expression, _ use: TargetUse) -> Expression? {
    switch tree.kind(expression) {
    case .list, .tuple:
      for item in tree.items(SyntaxList<Expression>(raw: tree.field(expression, 0))) {
        if let found = invalidTarget(item, use) { return found }
      }
      return nil
    case .starred:
      return use == .deletion ? expression : invalidTarget(Expression(raw: tree.field(expression, 0)), use)
    case .compare where use == .loop:
      let operators = tree.items(SyntaxList<CompareOperator>(raw: tree.field(expression, 1)))
      return operators.first == .in ? invalidTarget(Expression(raw: tree.field(expression, 0)), use) : nil
    case .name, .attribute, .subscript: return nil
    default: return expression
    }
  }

  mutating func failTarget(_ expression: Expression, _ use: TargetUse) throws(ParseStop) {
    guard let part = invalidTarget(expression, use) else { return }
    throw fail("cannot \(use == .deletion ? "delete" : "assign to") \(description(part))", at: part)
  }

  /// Runs a part of the grammar; nil if it does not fit here. A mistake that it can name is thrown on.
  mutating func attempt<Result>(
    quietly: Bool = false, _ body: (inout Parser) throws(ParseStop) -> Result
  ) throws(ParseStop) -> Result? {
    let start = mark()
    let wasExplaining = isExplaining
    if quietly { isExplaining = false }
    defer { isExplaining = wasExplaining }
    do throws(ParseStop) { return try body(&self) } catch {
      if failure != nil, !quietly { throw error }
      failure = nil
      furthest = max(furthest, place)
      if furthest >= tokenCount - 1, let endFailure {
        failure = endFailure
        throw error
      }
      place = start.place
      scratch.count = start.scratch
      depth = start.depth
      return nil
    }
  }

  /// An expression, which may have been read before at this place: so the time does not double with each level of brackets.
  mutating func rememberedExpression() throws(ParseStop) -> Expression {
    let key = place * 2 + (isExplaining ? 1 : 0)
    if let known = memory[key] {
      guard known.node != 0 else { throw ParseStop() }
      place = known.end
      return Expression(raw: known.node)
    }
    do throws(ParseStop) {
      let value = try freshExpression()
      memory[key] = (value.raw, place)
      return value
    } catch {
      memory[key] = (0, place)
      throw error
    }
  }

  /// Whether some bracket is open behind the token before this one.
  private var isInBrackets: Bool {
    var level = 0
    for index in 0..<place {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: level += 1
      case .rightParenthesis, .rightBracket, .rightBrace: level -= 1
      default: break
      }
    }
    return level > 0
  }

  private func isLegacyName(_ token: Int) -> Bool {
    tokens[token].kind == .name
      && (tokens[token].name == KnownName.print.rawValue || tokens[token].name == KnownName.exec.rawValue)
  }

  private func isSoftKeyword(_ token: Int) -> Bool {
    guard tokens[token].kind == .name else { return false }
    switch tokens[token].name {
    case KnownName.match.rawValue, KnownName.case.rawValue, KnownName.underscore.rawValue: return true
    case KnownName.type.rawValue: return features.has(.typeParameters)
    default: return false
    }
  }

  /// An expression, where two that stand side by side, an `if` without `else` and statements of Python 2 are told.
  mutating func explainedExpression() throws(ParseStop) -> Expression {
    let start = place
    let body = try operatorExpression(Precedence.or)
    let end = place
    let startsWithText = tokens[start].kind == .name && [.string, .formatStart].contains(tokens[start + 1].kind)
    if features.has(.unterminatedMessages), !startsWithText, !isSoftKeyword(start) {
      if startsExpression, !(isLegacyName(start) && end == start + 1),
        let second = try attempt(quietly: true, { (parser) throws(ParseStop) in try parser.expression() })
      {
        if isInBracketsBefore { throw fail("invalid syntax. Perhaps you forgot a comma?", from: body, to: second) }
        place = end
      }
      if kind == .kwIf {
        let test: Expression? = try attempt { (parser) throws(ParseStop) in
          parser.place += 1
          return try parser.operatorExpression(Precedence.or)
        }
        if let test, kind != .kwElse, kind != .colon {
          throw fail("expected 'else' after 'if' expression", from: body, to: test)
        }
        place = end
      }
    }
    if isLegacyName(start), tokens[start + 1].kind != .leftParenthesis, features.has(.unterminatedMessages) {
      place = start + 1
      if startsStarExpression,
        let rest = try attempt(quietly: true, { (parser) throws(ParseStop) in try parser.starExpressions() })
      {
        let name = tokens[start].name == KnownName.print.rawValue ? "print" : "exec"
        let message = "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?"
        throw fail(message, tokens[start].span.through(tree.span(rest)))
      }
      place = end
    }
    return body
  }

  private var isInBracketsBefore: Bool { isInBrackets }

  /// An expression that may have `:=`, where `=` in its place is told.
  mutating func explainedNamedExpression() throws(ParseStop) -> Expression {
    let start = place
    let value = try expression()
    guard features.has(.unterminatedMessages) || kind == .colonEqual else { return value }
    let end = place
    if kind == .colonEqual {
      let rest: Expression? = try attempt { (parser) throws(ParseStop) in
        parser.place += 1
        return try parser.expression()
      }
      if rest != nil { throw fail("cannot use assignment expressions with \(description(value))", at: value) }
    }
    guard kind == .equal else { return value }
    let isName = tree.kind(value) == .name && end == start + 1
    let rest: Expression? = try attempt { (parser) throws(ParseStop) in
      parser.place += 1
      let start = parser.place
      let whole = try parser.attempt { (parser) throws(ParseStop) in try parser.operatorExpression(Precedence.bitOr) }
      if let whole { return whole }
      // An operator without a right side is not part of it.
      parser.place = start
      return try parser.primary()
    }
    if let rest, kind != .equal, kind != .colonEqual {
      if isName {
        throw fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from: value, to: rest)
      }
      if isBitwise(value, start) {
        throw fail("cannot assign to \(description(value)) here. Maybe you meant '==' instead of '='?", at: value)
      }
    }
    place = end
    return value
  }

  /// The expression could stand in front of an operator such as `|`, and begins neither with a display nor with a keyword's constant.
  private func isBitwise(_ value: Expression, _ start: Int) -> Bool {
    switch tokens[start].kind {
    case .leftBracket where tree.kind(value) != .listComp: return false
    case .kwTrue, .kwFalse, .kwNone: return false
    case .leftParenthesis:
      if [.tuple, .generatorExp].contains(tree.kind(value)) { return false }
    default: break
    }
    if tree.isParenthesized(value) { return true }
    switch tree.kind(value) {
    case .boolOp, .compare, .ifExp, .lambda, .namedExpr: return false
    case .unaryOp: return UnaryOperator(raw: tree.field(value, 0)) != .not
    default: return true
    }
  }

  /// A line that is no statement: what is wrong if it was to be an assignment. Stands at its beginning.
  mutating func explainAssignment() throws(ParseStop) {
    let start = place
    if try beginsAsAssignment() {
      place = start
      return
    }
    place = start
    if kind != .kwYield, let first = try attempt({ (parser) throws(ParseStop) in try parser.starNamedExpression() }) {
      if kind == .comma {
        let isComplete: Bool? = try attempt { (parser) throws(ParseStop) in
          while parser.take(.comma), parser.startsStarExpression { _ = try parser.starNamedExpression() }
          guard parser.kind == .colon else { throw ParseStop() }
          parser.place += 1
          _ = try parser.expression()
          return true
        }
        if isComplete != nil { throw fail("only single target (not tuple) can be annotated", at: first) }
      } else if kind == .colon {
        let annotation: Expression? = try attempt { (parser) throws(ParseStop) in
          parser.place += 1
          return try parser.expression()
        }
        if annotation != nil, tree.kind(first) != .starred {
          switch tree.kind(first) {
          case .list, .tuple: throw fail("only single target (not \(description(first))) can be annotated", at: first)
          default: throw fail("illegal target for annotation", at: first)
          }
        }
      }
    }
    place = start
    try explainTargets()
    place = start
  }

  /// Whether a line begins with targets, `=` and a value: then it is an assignment, and what follows is wrong.
  private mutating func beginsAsAssignment() throws(ParseStop) -> Bool {
    isExplainingTarget = true
    defer { isExplainingTarget = false }
    var count = 0
    while startsStarExpression {
      let isTarget: Bool? = try attempt(quietly: true) { (parser) throws(ParseStop) in
        _ = try parser.starTargets()
        try parser.expect(.equal)
        return true
      }
      guard isTarget != nil else { break }
      count += 1
    }
    guard count > 0, startsExpression else { return false }
    let start = place
    let value = try attempt { (parser) throws(ParseStop) in try parser.starExpressions() }
    if value != nil { return kind != .equal }
    // An operator without a right side is not part of the value.
    place = start
    return try attempt(quietly: true) { (parser) throws(ParseStop) in try parser.primary() } != nil
  }

  /// Targets and `=`, or an operator and `=`, of which one target is none.
  private mutating func explainTargets() throws(ParseStop) {
    while true {
      if kind == .kwYield {
        let value = try attempt { (parser) throws(ParseStop) in try parser.yieldExpression() }
        if let value, kind == .equal { throw fail("assignment to yield expression not possible", at: value) }
        return
      }
      guard startsStarExpression,
        let value = try attempt({ (parser) throws(ParseStop) in try parser.starExpressions() })
      else { return }
      if kind == .equal {
        try failTarget(value, .assignment)
        place += 1
        continue
      }
      if Self.augmented(kind) != nil, tokens[place - 1].kind != .equal {
        let rest: Expression? = try attempt { (parser) throws(ParseStop) in
          parser.place += 1
          return parser.kind == .kwYield ? try parser.yieldExpression() : try parser.starExpressions()
        }
        if rest != nil {
          throw fail("'\(description(value))' is an illegal expression for augmented assignment", at: value)
        }
      }
      return
    }
  }
}

/// Format strings.
extension Parser {
  /// What messages call the format string around this token.
  var formatName: String { isInTemplate(place) ? "t-string" : "f-string" }

  /// A replacement field that is wrong, behind its brace.
  mutating func explainField() throws(ParseStop) {
    let start = place
    defer { place = start }
    let name = formatName
    switch kind {
    case .equal: throw fail("\(name): valid expression required before '='", token: place)
    case .exclamation: throw fail("\(name): valid expression required before '!'", token: place)
    case .colon: throw fail("\(name): valid expression required before ':'", token: place)
    case .rightBrace: throw fail("\(name): valid expression required before '}'", token: place)
    default: break
    }
    let value = try attempt { (parser) throws(ParseStop) in
      parser.kind == .kwYield ? try parser.yieldExpression() : try parser.starExpressions()
    }
    guard value != nil else { throw failHere("\(name): expecting a valid expression after '{'") }
    switch kind {
    case .equal, .exclamation, .colon, .rightBrace: break
    default: throw failHere("\(name): expecting '=', or '!', or ':', or '}'")
    }
    if take(.equal), kind != .exclamation, kind != .colon, kind != .rightBrace {
      throw failHere("\(name): expecting '!', or ':', or '}'")
    }
    if take(.exclamation) {
      if kind == .colon || kind == .rightBrace { throw failHere("\(name): missing conversion character") }
      guard kind == .name else { throw failHere("\(name): invalid conversion character") }
      place += 1
      guard kind == .colon || kind == .rightBrace else { throw failHere("\(name): expecting ':' or '}'") }
    }
    if kind == .colon {
      let spec = try attempt { (parser) throws(ParseStop) in try parser.formatSpec() }
      if spec == nil || kind != .rightBrace {
        if spec == nil { while kind != .formatEnd, kind != .error, kind != .endMarker, kind != .newline { place += 1 } }
        throw failHere("\(name): expecting '}', or format specs")
      }
    }
  }

  /// At the token that stands here.
  mutating func failHere(_ message: String) -> ParseStop {
    if place >= tokenCount - 1, let endFailure {
      failure = endFailure
      return ParseStop()
    }
    return fail(message, token: place)
  }
}

/// Parts of expressions.
extension Parser {
  /// `not` behind an operator that binds more strongly.
  mutating func explainNot() throws(ParseStop) {
    let start = place
    let operand: Expression? = try attempt { (parser) throws(ParseStop) in
      parser.place += 1
      return try parser.operatorExpression(Precedence.not)
    }
    guard let operand else { return }
    throw fail("'not' after an operator must be parenthesized", tokens[start].span.through(tree.span(operand)))
  }

  /// A starred item in parentheses, in front of the closing one.
  mutating func explainGroup(_ starred: Expression) -> ParseStop {
    guard isExplaining, features.has(.unterminatedMessages) else { return ParseStop() }
    return fail("cannot use starred expression here", at: starred)
  }

  /// `for` behind a starred item.
  mutating func explainStarredElement(_ starred: Expression) throws(ParseStop) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    let clauses = try attempt { (parser) throws(ParseStop) in try parser.comprehensions() }
    guard clauses != nil else { return ParseStop() }
    return fail("iterable unpacking cannot be used in comprehension", at: starred)
  }

  /// `for` behind items with commas, of which the first began at a token.
  mutating func explainElements(_ start: Int) throws(ParseStop) {
    guard isExplaining, features.has(.unterminatedMessages), kind == .kwFor || kind == .kwAsync else { return }
    let end = place
    let clauses = try attempt { (parser) throws(ParseStop) in try parser.comprehensions() }
    place = end
    guard clauses != nil else { return }
    throw fail("did you forget parentheses around the comprehension target?", tokens[start].span.through(tokens[end - 1].span))
  }

  /// A key of a dict display behind the first one, of which the rest is wrong.
  mutating func explainPair(isFirst: Bool) throws(ParseStop) {
    guard isExplaining, features.has(.unterminatedMessages) else { return }
    let start = place
    defer { place = start }
    guard let key = try attempt({ (parser) throws(ParseStop) in try parser.expression() }) else { return }
    guard take(.colon) else {
      if isFirst { return }
      var span = tree.span(key)
      span.column = span.endColumn - 1
      span.line = span.endLine
      _ = fail("':' expected after dictionary key", span)
      failure?.endOffset = 0
      throw ParseStop()
    }
    if kind == .star {
      let star = place
      place += 1
      let value = try attempt { (parser) throws(ParseStop) in try parser.operatorExpression(Precedence.bitOr) }
      if value != nil { throw fail("cannot use a starred expression in a dictionary value", startingAt: star) }
    } else if kind == .rightBrace || kind == .comma {
      throw fail("expression expected after dictionary key and ':'", token: place - 1)
    }
  }

  /// An argument of a call that is wrong. Stands in front of it.
  mutating func explainArgument() throws(ParseStop) {
    let start = place
    defer { place = start }
    switch kind {
    case .star, .doubleStar:
      let isStar = kind == .star
      let target: Expression? = try attempt { (parser) throws(ParseStop) in
        parser.place += 1
        return try parser.expression()
      }
      guard target != nil, take(.equal), features.has(.parameterMessages) else { return }
      let value = try attempt { (parser) throws(ParseStop) in try parser.expression() }
      guard let value else { return }
      let what = isStar ? "iterable" : "keyword"
      throw fail("cannot assign to \(what) argument unpacking", tokens[start].span.through(tree.span(value)))
    case .name where next == .equal: try explainKeyword()
    case .kwTrue, .kwFalse, .kwNone:
      guard next == .equal, features.has(.unterminatedMessages) else { fallthrough }
      let name = kind == .kwTrue ? "True" : kind == .kwFalse ? "False" : "None"
      throw fail("cannot assign to \(name)", tokens[start].span.through(tokens[start + 1].span))
    default:
      let target = try attempt { (parser) throws(ParseStop) in try parser.expression() }
      guard let target, kind == .equal else { return }
      let message = "expression cannot contain assignment, perhaps you meant \"==\"?"
      if features.has(.unterminatedMessages) { throw fail(message, tree.span(target).through(tokens[place].span)) }
      throw fail(message, at: target)
    }
  }

  private mutating func explainKeyword() throws(ParseStop) {
    let start = place
    place += 2
    let span = tokens[start].span.through(tokens[start + 1].span)
    if kind == .comma || kind == .rightParenthesis, features.has(.typeParameterDefaults) {
      throw fail("expected argument value expression", span)
    }
    let value = try attempt { (parser) throws(ParseStop) in try parser.expression() }
    guard value != nil, kind == .kwFor || kind == .kwAsync, features.has(.unterminatedMessages) else { return }
    let clauses = try attempt { (parser) throws(ParseStop) in try parser.comprehensions() }
    if clauses != nil { throw fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span) }
  }

  /// An argument without name behind one with a name.
  mutating func explainPositional(_ hasUnpacking: Bool) throws(ParseStop) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    try explainArgument()
    let value = try attempt { (parser) throws(ParseStop) in
      parser.kind == .star ? try parser.starredArgument() : try parser.namedExpression()
    }
    guard value != nil else { return ParseStop() }
    if kind == .kwFor || kind == .kwAsync { return ParseStop() }
    return failAtLast("positional argument follows keyword argument\(hasUnpacking ? " unpacking" : "")")
  }

  /// A generator without parentheses among other arguments, from a token to the one before this.
  mutating func failGenerator(_ start: Int) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    return fail("Generator expression must be parenthesized", span(from: start))
  }
}
