/// Functions, lambdas, classes and type parameters.
extension Parser {
  mutating func functionDefinition(
    decorators: SyntaxList<Expression>, asyncFrom asyncStart: Int? = nil
  ) throws(ParseStop) -> Statement {
    let start = asyncStart ?? place
    place += 1
    let name = try identifier()
    let typeParameters = try typeParameters()
    try force(.leftParenthesis, "(")
    let parameters = try parameters(until: .rightParenthesis)
    try expect(.rightParenthesis)
    let returns = take(.arrow) ? try expression() : nil
    let body = try block("function definition", asyncStart == nil ? start : start + 1, isForced: true)
    let span = spanOfBlock(from: start)
    if asyncStart != nil {
      return tree.asyncFunctionDef(
        name: name, arguments: parameters, body: body, decorators: decorators, returns: returns, typeParameters: typeParameters,
        at: span)
    }
    return tree.functionDef(
      name: name, arguments: parameters, body: body, decorators: decorators, returns: returns, typeParameters: typeParameters,
      at: span)
  }

  mutating func lambda() throws(ParseStop) -> Expression {
    let start = place
    try enter()
    defer { leave() }
    place += 1
    let parameters = try parameters(until: .colon)
    try force(.colon, ":")
    let body = try expression()
    return tree.lambda(arguments: parameters, body: body, at: span(from: start))
  }

  mutating func classDefinition(decorators: SyntaxList<Expression>) throws(ParseStop) -> Statement {
    let start = place
    place += 1
    let name = try identifier()
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
        guard read.positional == nil, read.positionalOnly == 0, count > 0 else { throw ParseStop() }
        read.positionalOnly = count
        place += 1
      case .star:
        guard read.positional == nil else { throw ParseStop() }
        try variadic(&read, until: end)
      case .doubleStar:
        place += 1
        read.keywordVariadic = try parameter(isLambda: end == .colon)
        guard kind != .equal else { throw ParseStop() }
        _ = take(.comma)
        guard kind == end else { throw ParseStop() }
      default:
        push(try parameter(isLambda: end == .colon, isKeywordOnly: read.positional != nil))
        if take(.equal) {
          hasDefault = true
          push(try expression())
        } else {
          if hasDefault, read.positional == nil { throw ParseStop() }
          scratch.append(0)
        }
      }
      guard take(.comma) || kind == end else { throw ParseStop() }
      if read.keywordVariadic != nil, kind != end { throw ParseStop() }
    }
    return makeArguments(read, start)
  }

  /// `*name`, or `*` with parameters behind it.
  private mutating func variadic(_ read: inout ParameterList, until end: TokenKind) throws(ParseStop) {
    read.positional = (scratch.count - read.base) / 2
    place += 1
    if kind == .comma {
      guard next == .name else { throw ParseStop() }
      return
    }
    read.variadic = try parameter(isLambda: end == .colon, isVariadic: true)
    guard kind != .equal else { throw ParseStop() }
  }

  private mutating func parameter(
    isLambda: Bool, isVariadic: Bool = false, isKeywordOnly: Bool = false
  ) throws(ParseStop) -> Parameter {
    let start = place
    let name = try identifier()
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
    repeat {
      if kind == .rightBracket, scratch.count > base { break }
      push(try typeParameter())
    } while take(.comma)
    try expect(.rightBracket)
    return list(since: base)
  }

  private mutating func typeParameter() throws(ParseStop) -> TypeParameter {
    let start = place
    let hasDefaults = features.has(.typeParameterDefaults)
    if take(.star) {
      let name = try identifier()
      let value = hasDefaults && take(.equal) ? try starExpression() : nil
      return tree.typeVarTuple(name: name, defaultValue: value, at: span(from: start))
    }
    if take(.doubleStar) {
      let name = try identifier()
      let value = hasDefaults && take(.equal) ? try expression() : nil
      return tree.paramSpec(name: name, defaultValue: value, at: span(from: start))
    }
    let name = try identifier()
    let bound = take(.colon) ? try expression() : nil
    let value = hasDefaults && take(.equal) ? try expression() : nil
    return tree.typeVar(name: name, bound: bound, defaultValue: value, at: span(from: start))
  }
}
