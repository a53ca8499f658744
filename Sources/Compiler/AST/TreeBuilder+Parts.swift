/// Makes patterns, type parameters and the parts of nodes.
extension TreeBuilder {
  public mutating func matchValue(value: Expression, at span: Span) -> Pattern {
    Pattern(raw: add(.matchValue, span, value.raw))
  }

  public mutating func matchSingleton(value: ConstantID, at span: Span) -> Pattern {
    Pattern(raw: add(.matchSingleton, span, value.raw))
  }

  public mutating func matchSequence(patterns: SyntaxList<Pattern>, at span: Span) -> Pattern {
    Pattern(raw: add(.matchSequence, span, patterns.raw))
  }

  public mutating func matchMapping(
    keys: SyntaxList<Expression>, patterns: SyntaxList<Pattern>, rest: Identifier?, at span: Span
  ) -> Pattern {
    Pattern(raw: add(.matchMapping, span, keys.raw, patterns.raw, rest?.raw ?? 0))
  }

  public mutating func matchClass(
    type: Expression, patterns: SyntaxList<Pattern>, keywordNames: SyntaxList<Identifier>, keywordPatterns: SyntaxList<Pattern>,
    at span: Span
  ) -> Pattern {
    Pattern(raw: add(.matchClass, span, type.raw, patterns.raw, keywordNames.raw, keywordPatterns.raw))
  }

  public mutating func matchStar(name: Identifier?, at span: Span) -> Pattern {
    Pattern(raw: add(.matchStar, span, name?.raw ?? 0))
  }

  public mutating func matchAs(pattern: Pattern?, name: Identifier?, at span: Span) -> Pattern {
    Pattern(raw: add(.matchAs, span, pattern?.raw ?? 0, name?.raw ?? 0))
  }

  public mutating func matchOr(patterns: SyntaxList<Pattern>, at span: Span) -> Pattern {
    Pattern(raw: add(.matchOr, span, patterns.raw))
  }

  public mutating func exceptHandler(
    type: Expression?, name: Identifier?, body: SyntaxList<Statement>, at span: Span
  ) -> ExceptHandler {
    ExceptHandler(raw: add(.exceptHandler, span, type?.raw ?? 0, name?.raw ?? 0, body.raw))
  }

  public mutating func typeVar(name: Identifier, bound: Expression?, defaultValue: Expression?, at span: Span) -> TypeParameter {
    TypeParameter(raw: add(.typeVar, span, name.raw, bound?.raw ?? 0, defaultValue?.raw ?? 0))
  }

  public mutating func paramSpec(name: Identifier, defaultValue: Expression?, at span: Span) -> TypeParameter {
    TypeParameter(raw: add(.paramSpec, span, name.raw, defaultValue?.raw ?? 0))
  }

  public mutating func typeVarTuple(name: Identifier, defaultValue: Expression?, at span: Span) -> TypeParameter {
    TypeParameter(raw: add(.typeVarTuple, span, name.raw, defaultValue?.raw ?? 0))
  }

  public mutating func parameters(
    positionalOnly: SyntaxList<Parameter>, arguments: SyntaxList<Parameter>, variadic: Parameter?, keywordOnly: SyntaxList<Parameter>,
    keywordDefaults: SyntaxList<OptionalExpression>, keywordVariadic: Parameter?, defaults: SyntaxList<Expression>, at span: Span
  ) -> Arguments {
    Arguments(raw: add(
      .arguments, span, positionalOnly.raw, arguments.raw, variadic?.raw ?? 0, keywordOnly.raw, keywordDefaults.raw,
      keywordVariadic?.raw ?? 0, defaults.raw
    ))
  }

  public mutating func parameter(
    name: Identifier, annotation: Expression?, typeComment: ConstantID = .none, at span: Span
  ) -> Parameter {
    Parameter(raw: add(.arg, span, name.raw, annotation?.raw ?? 0, typeComment.raw))
  }

  public mutating func typeIgnore(line: Int, tag: ConstantID) -> TypeIgnore {
    let nowhere = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
    return TypeIgnore(raw: add(.typeIgnore, nowhere, UInt32(truncatingIfNeeded: line), tag.raw))
  }

  public mutating func keyword(name: Identifier?, value: Expression, at span: Span) -> Keyword {
    Keyword(raw: add(.keyword, span, name?.raw ?? 0, value.raw))
  }

  public mutating func alias(name: Identifier, asName: Identifier?, at span: Span) -> Alias {
    Alias(raw: add(.alias, span, name.raw, asName?.raw ?? 0))
  }

  public mutating func withItem(contextExpression: Expression, optionalVariables: Expression?, at span: Span) -> WithItem {
    WithItem(raw: add(.withitem, span, contextExpression.raw, optionalVariables?.raw ?? 0))
  }

  public mutating func matchCase(pattern: Pattern, condition: Expression?, body: SyntaxList<Statement>, at span: Span) -> MatchCase {
    MatchCase(raw: add(.matchCase, span, pattern.raw, condition?.raw ?? 0, body.raw))
  }

  public mutating func comprehension(
    target: Expression, iterable: Expression, conditions: SyntaxList<Expression>, isAsync: Bool, at span: Span
  ) -> Comprehension {
    Comprehension(raw: add(.comprehension, span, target.raw, iterable.raw, conditions.raw, isAsync ? 1 : 0))
  }
}
