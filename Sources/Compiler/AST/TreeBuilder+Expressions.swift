import Bytecode

/// Makes expressions. The labels are those of `ExpressionNode`.
extension TreeBuilder {
  public mutating func boolOp(operator: BoolOperator, values: SyntaxList<Expression>, at span: Span) -> Expression {
    Expression(raw: add(.boolOp, span, `operator`.raw, values.raw))
  }

  public mutating func namedExpr(target: Expression, value: Expression, at span: Span) -> Expression {
    Expression(raw: add(.namedExpr, span, target.raw, value.raw))
  }

  public mutating func binOp(left: Expression, operator: BinaryOperator, right: Expression, at span: Span) -> Expression {
    Expression(raw: add(.binOp, span, left.raw, `operator`.raw, right.raw))
  }

  public mutating func unaryOp(operator: UnaryOperator, operand: Expression, at span: Span) -> Expression {
    Expression(raw: add(.unaryOp, span, `operator`.raw, operand.raw))
  }

  public mutating func lambda(arguments: Arguments, body: Expression, at span: Span) -> Expression {
    Expression(raw: add(.lambda, span, arguments.raw, body.raw))
  }

  public mutating func ifExp(test: Expression, body: Expression, orElse: Expression, at span: Span) -> Expression {
    Expression(raw: add(.ifExp, span, test.raw, body.raw, orElse.raw))
  }

  public mutating func dict(keys: SyntaxList<OptionalExpression>, values: SyntaxList<Expression>, at span: Span) -> Expression {
    Expression(raw: add(.dict, span, keys.raw, values.raw))
  }

  public mutating func set(elements: SyntaxList<Expression>, at span: Span) -> Expression {
    Expression(raw: add(.set, span, elements.raw))
  }

  public mutating func listComp(element: Expression, generators: SyntaxList<Comprehension>, at span: Span) -> Expression {
    Expression(raw: add(.listComp, span, element.raw, generators.raw))
  }

  public mutating func setComp(element: Expression, generators: SyntaxList<Comprehension>, at span: Span) -> Expression {
    Expression(raw: add(.setComp, span, element.raw, generators.raw))
  }

  public mutating func dictComp(
    key: Expression, value: Expression, generators: SyntaxList<Comprehension>, at span: Span
  ) -> Expression {
    Expression(raw: add(.dictComp, span, key.raw, value.raw, generators.raw))
  }

  public mutating func generatorExp(element: Expression, generators: SyntaxList<Comprehension>, at span: Span) -> Expression {
    Expression(raw: add(.generatorExp, span, element.raw, generators.raw))
  }

  public mutating func await(value: Expression, at span: Span) -> Expression {
    Expression(raw: add(.await, span, value.raw))
  }

  public mutating func yield(value: Expression?, at span: Span) -> Expression {
    Expression(raw: add(.yield, span, value?.raw ?? 0))
  }

  public mutating func yieldFrom(value: Expression, at span: Span) -> Expression {
    Expression(raw: add(.yieldFrom, span, value.raw))
  }

  public mutating func compare(
    left: Expression, operators: SyntaxList<CompareOperator>, comparators: SyntaxList<Expression>, at span: Span
  ) -> Expression {
    Expression(raw: add(.compare, span, left.raw, operators.raw, comparators.raw))
  }

  public mutating func call(
    function: Expression, arguments: SyntaxList<Expression>, keywords: SyntaxList<Keyword>, at span: Span
  ) -> Expression {
    Expression(raw: add(.call, span, function.raw, arguments.raw, keywords.raw))
  }

  public mutating func formattedValue(value: Expression, conversion: Int, formatSpec: Expression?, at span: Span) -> Expression {
    Expression(raw: add(
      .formattedValue, span, value.raw, UInt32(bitPattern: Int32(truncatingIfNeeded: conversion)), formatSpec?.raw ?? 0
    ))
  }

  public mutating func interpolation(
    value: Expression, source: ConstantID, conversion: Int, formatSpec: Expression?, at span: Span
  ) -> Expression {
    Expression(raw: add(
      .interpolation, span, value.raw, source.raw, UInt32(bitPattern: Int32(truncatingIfNeeded: conversion)), formatSpec?.raw ?? 0
    ))
  }

  public mutating func joinedStr(values: SyntaxList<Expression>, at span: Span) -> Expression {
    Expression(raw: add(.joinedStr, span, values.raw))
  }

  public mutating func templateStr(values: SyntaxList<Expression>, at span: Span) -> Expression {
    Expression(raw: add(.templateStr, span, values.raw))
  }

  public mutating func constant(value: ConstantID, isUnicodeLiteral: Bool, at span: Span) -> Expression {
    Expression(raw: add(.constant, span, value.raw, isUnicodeLiteral ? constantID(.string(Text("u"))).raw : 0))
  }

  public mutating func attribute(value: Expression, attribute: Identifier, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.attribute, span, value.raw, attribute.raw, context.raw))
  }

  public mutating func `subscript`(value: Expression, slice: Expression, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.subscript, span, value.raw, slice.raw, context.raw))
  }

  public mutating func starred(value: Expression, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.starred, span, value.raw, context.raw))
  }

  public mutating func name(name: Identifier, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.name, span, name.raw, context.raw))
  }

  public mutating func list(elements: SyntaxList<Expression>, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.list, span, elements.raw, context.raw))
  }

  public mutating func tuple(elements: SyntaxList<Expression>, context: ExpressionContext, at span: Span) -> Expression {
    Expression(raw: add(.tuple, span, elements.raw, context.raw))
  }

  public mutating func slice(lower: Expression?, upper: Expression?, step: Expression?, at span: Span) -> Expression {
    Expression(raw: add(.slice, span, lower?.raw ?? 0, upper?.raw ?? 0, step?.raw ?? 0))
  }
}
