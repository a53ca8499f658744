/// Functions, lambdas, classes and type parameters.
extension Parser {
  mutating func functionDefinition(
    decorators: SyntaxList<Expression>, asyncFrom asyncStart: Int? = nil
  ) throws(ParseStop) -> Statement {
    let start = asyncStart ?? place
    place += 1
    let name = try identifier()
    try refuseOld(name.raw, place - 1)
    let bracket = place
    let typeParameters: SyntaxList<TypeParameter>
    if isExplaining {
      typeParameters = try attempt { (parser) throws(ParseStop) in try parser.typeParameters() } ?? .empty
      if typeParameters.isEmpty { place = bracket }
    } else {
      typeParameters = try self.typeParameters()
    }
    try force(.leftParenthesis, "(")
    let parameters = try parameters(until: .rightParenthesis)
    try expect(.rightParenthesis)
    let returns = take(.arrow) ? try expression() : nil
    var comment = ConstantID.none
    let body = try block("function definition", asyncStart == nil ? start : start + 1, isForced: true, comment: &comment)
    let span = spanOfBlock(from: start)
    if asyncStart != nil {
      return tree.asyncFunctionDef(
        name: name, arguments: parameters, body: body, decorators: decorators, returns: returns, typeParameters: typeParameters,
        typeComment: comment, at: span)
    }
    return tree.functionDef(
      name: name, arguments: parameters, body: body, decorators: decorators, returns: returns, typeParameters: typeParameters,
      typeComment: comment, at: span)
  }

  mutating func lambda() throws(ParseStop) -> Expression {
    let start = place
    try enter()
    defer { leave() }
    place += 1
    let parameters = try parameters(until: .colon)
    if isExplaining, kind == .colon, next == .formatMiddle || next == .rightBrace && features.has(.formatStringTokens) {
      let span = tokens[start].span.through(tokens[place].span)
      throw fail("\(formatName): lambda expressions are not allowed without parentheses", span)
    }
    try force(.colon, ":")
    let body = try expression()
    return tree.lambda(arguments: parameters, body: body, at: span(from: start))
  }

  mutating func classDefinition(decorators: SyntaxList<Expression>) throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let name = try identifier()
    try refuseOld(name.raw, place - 1)
    let typeParameters = try typeParameters()
    var bases: SyntaxList<Expression> = .empty
    var keywords: SyntaxList<Keyword> = .empty
    if kind == .leftParenthesis { (bases, keywords) = try arguments(ofClass: true) }
    let body = try block("class definition", start)
    return tree.classDef(
      name: name, bases: bases, keywords: keywords, body: body, decorators: decorators, typeParameters: typeParameters,
      at: spanOfBlock(from: start))
  }

  /// What was read of a list of parameters.
  private struct ParameterList {
    /// Where the parameters begin on the scratch stack, each with its default or 0 behind it.
    let base: Int
    /// The number of positional-only ones.
    var positionalOnly = 0
    /// The number of positional ones; nil as long as more may come.
    var positional: Int?
    var variadic: Parameter?
    var keywordVariadic: Parameter?
    /// The one that was read last.
    var last: Parameter?
  }

  /// Parameters of a function, or of a lambda if `end` is a colon.
  private mutating func parameters(until end: TokenKind) throws(ParseStop) -> Arguments {
    let start = place
    var read = ParameterList(base: scratch.count)
    var hasDefault = false
    while kind != end {
      switch kind {
      case .slash:
        let count = (scratch.count - read.base) / 2
        guard read.positional == nil, read.positionalOnly == 0, count > 0 else { throw explainSlash(read) }
        read.positionalOnly = count
        place += 1
      case .star:
        guard read.positional == nil else { throw known("* argument may appear only once", place, .parameterMessages) }
        try variadic(&read, until: end)
      case .doubleStar:
        place += 1
        read.keywordVariadic = try parameter(isLambda: end == .colon)
        read.last = read.keywordVariadic
        guard kind != .equal else { throw known("var-keyword argument cannot have default value", place, .parameterMessages) }
        if next == .typeComment || kind == .typeComment { skipCommaAndComment(read.last) } else { _ = take(.comma) }
        guard kind == end else { throw explainBehindKeywords(isLambda: end == .colon) }
      default:
        if kind == .leftParenthesis, isExplaining { try explainParentheses(isLambda: end == .colon) }
        let parameter = try parameter(isLambda: end == .colon, isKeywordOnly: read.positional != nil)
        read.last = parameter
        push(parameter)
        if take(.equal) {
          hasDefault = true
          if isExplaining, kind == .comma || kind == end {
            throw known("expected default value expression", place - 1, .parameterMessages)
          }
          push(try expression())
        } else {
          if hasDefault, read.positional == nil {
            guard features.has(.oldParser) else { throw explainDefault() }
            try postpone("non-default argument follows default argument", tokens[start].span)
          }
          scratch.append(0)
        }
      }
      if next == .typeComment || kind == .typeComment { skipCommaAndComment(read.last) }
      guard tokens[place - 1].kind == .typeComment || take(.comma) || kind == end else {
        let isJoined = kind == .star && tokens[place - 1].kind == .slash
        throw isJoined ? known("expected comma between / and *", place, .parameterMessages) : ParseStop()
      }
      if read.keywordVariadic != nil, kind != end { throw ParseStop() }
    }
    return makeArguments(read, start)
  }

  /// Passes over a comma behind a parameter and its type comment, which may stand in front of the closing parenthesis too.
  private mutating func skipCommaAndComment(_ parameter: Parameter?) {
    let hasComma = take(.comma)
    if hasComma || next == .rightParenthesis { addTypeComment(to: parameter) }
  }

  /// `*name`, or `*` with parameters behind it.
  private mutating func variadic(_ read: inout ParameterList, until end: TokenKind) throws(ParseStop) {
    read.positional = (scratch.count - read.base) / 2
    place += 1
    if kind == end {
      guard features.has(.oldParser) else { throw failBareStar(place - 1) }
      return try postpone("named arguments must follow bare *", tokens[place - 1].span)
    }
    if kind == .comma {
      guard next == .name else {
        furthest = max(furthest, place + 1)
        if next == end || next == .doubleStar {
          guard features.has(.oldParser), next == .doubleStar else { throw failBareStar(place - 1) }
          return try postpone("named arguments must follow bare *", tokens[place - 1].span)
        }
        if next == .star { throw known("* argument may appear only once", place + 1, .parameterMessages) }
        if next == .slash { throw known("/ must be ahead of *", place + 1, .parameterMessages) }
        throw ParseStop()
      }
      return
    }
    read.variadic = try parameter(isLambda: end == .colon, isVariadic: true)
    read.last = read.variadic
    guard kind != .equal else { throw known("var-positional argument cannot have default value", place, .parameterMessages) }
  }

  private mutating func parameter(
    isLambda: Bool, isVariadic: Bool = false, isKeywordOnly: Bool = false
  ) throws(ParseStop) -> Parameter {
    let start = place
    let name = try identifier()
    try refuseOld(name.raw, start)
    var annotation: Expression?
    if !isLambda, take(.colon) {
      annotation = isVariadic && kind == .star && features.has(.starredSubscripts) ? try starExpression() : try expression()
    }
    // The old parser leaves the annotation of a keyword-only parameter out.
    let span = isKeywordOnly && features.has(.oldParser) ? tokens[start].span : span(from: start)
    return tree.parameter(name: name, annotation: annotation, at: span)
  }

  private mutating func makeArguments(_ read: ParameterList, _ start: Int) -> Arguments {
    let total = (scratch.count - read.base) / 2
    let positional = read.positional ?? total
    let base = read.base
    let positionalOnly: SyntaxList<Parameter> = column(base, 0..<read.positionalOnly, 0)
    let arguments: SyntaxList<Parameter> = column(base, read.positionalOnly..<positional, 0)
    let keywordOnly: SyntaxList<Parameter> = column(base, positional..<total, 0)
    let keywordDefaults: SyntaxList<OptionalExpression> = column(base, positional..<total, 1)
    var firstDefault = positional
    while firstDefault > 0, scratch[base + firstDefault * 2 - 1] != 0 { firstDefault -= 1 }
    let defaults: SyntaxList<Expression> = column(base, firstDefault..<positional, 1)
    scratch.count = base
    return tree.parameters(
      positionalOnly: positionalOnly, arguments: arguments, variadic: read.variadic, keywordOnly: keywordOnly,
      keywordDefaults: keywordDefaults, keywordVariadic: read.keywordVariadic, defaults: defaults, at: tokens[start].span)
  }

  private mutating func failBareStar(_ star: Int) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    let message = "named arguments must follow bare *"
    return features.has(.unterminatedMessages) ? fail(message, token: star) : failAtLast(message)
  }

  /// A mistake at a token that is told from some version on.
  private mutating func known(_ message: String, _ token: Int, _ feature: SyntaxFeature) -> ParseStop {
    isExplaining && features.has(feature) ? fail(message, token: token) : ParseStop()
  }

  private mutating func explainSlash(_ read: ParameterList) -> ParseStop {
    if read.positional != nil { return known("/ must be ahead of *", place, .parameterMessages) }
    if read.positionalOnly > 0 { return known("/ may appear only once", place, .parameterMessages) }
    return next == .comma ? known("at least one argument must precede /", place, .parameterMessages) : ParseStop()
  }

  /// Something stands behind `**name`.
  private mutating func explainBehindKeywords(isLambda: Bool) -> ParseStop {
    switch kind {
    case .name, .star, .doubleStar, .slash: known("arguments cannot follow var-keyword argument", place, .parameterMessages)
    default: ParseStop()
    }
  }

  /// A parameter without a default stands behind one with a default; it was just read.
  private mutating func explainDefault() -> ParseStop {
    let message =
      features.has(.typeParameters)
      ? "parameter without a default follows parameter with a default" : "non-default argument follows default argument"
    guard isExplaining else { return ParseStop() }
    if !features.has(.typeParameters), !features.has(.unterminatedMessages) { return failAtLast(message) }
    return fail(message, token: place - 1)
  }

  /// Parameters in parentheses of their own, as in Python 2.
  private mutating func explainParentheses(isLambda: Bool) throws(ParseStop) {
    let start = place
    var index = place + 1
    while tokens[index].kind == .name {
      index += 1
      if tokens[index].kind == .comma { index += 1 }
    }
    guard tokens[index].kind == .rightParenthesis, index > start + 1, features.has(.parameterMessages) else { return }
    let what = isLambda ? "Lambda expression parameters" : "Function parameters"
    throw fail("\(what) cannot be parenthesized", tokens[start].span.through(tokens[index].span))
  }

  /// The list of every second word on the scratch stack.
  private mutating func column<Element: SyntaxWord>(_ base: Int, _ rows: Range<Int>, _ offset: Int) -> SyntaxList<Element> {
    let mark = scratch.count
    for row in rows { scratch.append(scratch[base + row * 2 + offset]) }
    return list(since: mark)
  }

  /// Type parameters in brackets, if there are any.
  mutating func typeParameters() throws(ParseStop) -> SyntaxList<TypeParameter> {
    guard kind == .leftBracket, features.has(.typeParameters) else { return .empty }
    place += 1
    let base = scratch.count
    if kind == .rightBracket, isExplaining, features.has(.typeParameterDefaults) {
      throw fail("Type parameter list cannot be empty", startingAt: place)
    }
    repeat {
      if kind == .rightBracket, scratch.count > base { break }
      push(try typeParameter())
    } while take(.comma)
    try expect(.rightBracket)
    return list(since: base)
  }

  /// A bound where none may be.
  private mutating func explainBound(_ owner: String) throws(ParseStop) {
    let colon = place
    let bound: Expression? = try attempt { (parser) throws(ParseStop) in
      parser.place += 1
      return try parser.expression()
    }
    guard let bound else { return }
    throw fail("cannot use \(tree.kind(bound) == .tuple ? "constraints" : "bound") with \(owner)", startingAt: colon)
  }

  private mutating func typeParameter() throws(ParseStop) -> TypeParameter {
    let start = place
    let hasDefaults = features.has(.typeParameterDefaults)
    if take(.star) {
      let name = try identifier()
      if kind == .colon, isExplaining { try explainBound("TypeVarTuple") }
      let value = hasDefaults && take(.equal) ? try starExpression() : nil
      return tree.typeVarTuple(name: name, defaultValue: value, at: span(from: start))
    }
    if take(.doubleStar) {
      let name = try identifier()
      if kind == .colon, isExplaining { try explainBound("ParamSpec") }
      let value = hasDefaults && take(.equal) ? try expression() : nil
      return tree.paramSpec(name: name, defaultValue: value, at: span(from: start))
    }
    let name = try identifier()
    let bound = take(.colon) ? try expression() : nil
    let value = hasDefaults && take(.equal) ? try expression() : nil
    return tree.typeVar(name: name, bound: bound, defaultValue: value, at: span(from: start))
  }
}
