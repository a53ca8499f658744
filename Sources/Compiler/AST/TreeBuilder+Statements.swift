/// Makes statements and roots. The labels are those of `StatementNode` and `ModuleRoot`.
extension TreeBuilder {
  public mutating func module(
    body: SyntaxList<Statement>, typeIgnores: SyntaxList<TypeIgnore> = .empty, at span: Span
  ) -> ModuleNode {
    ModuleNode(raw: add(.module, span, body.raw, typeIgnores.raw))
  }

  public mutating func interactive(body: SyntaxList<Statement>, at span: Span) -> ModuleNode {
    ModuleNode(raw: add(.interactive, span, body.raw))
  }

  public mutating func expressionRoot(body: Expression, at span: Span) -> ModuleNode {
    ModuleNode(raw: add(.expression, span, body.raw))
  }

  public mutating func functionType(argumentTypes: SyntaxList<Expression>, returns: Expression, at span: Span) -> ModuleNode {
    ModuleNode(raw: add(.functionType, span, argumentTypes.raw, returns.raw))
  }

  public mutating func functionDef(
    name: Identifier, arguments: Arguments, body: SyntaxList<Statement>, decorators: SyntaxList<Expression>, returns: Expression?,
    typeParameters: SyntaxList<TypeParameter>, typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(
      .functionDef, span, name.raw, arguments.raw, body.raw, decorators.raw, returns?.raw ?? 0, typeParameters.raw, typeComment.raw
    ))
  }

  public mutating func asyncFunctionDef(
    name: Identifier, arguments: Arguments, body: SyntaxList<Statement>, decorators: SyntaxList<Expression>, returns: Expression?,
    typeParameters: SyntaxList<TypeParameter>, typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(
      .asyncFunctionDef, span, name.raw, arguments.raw, body.raw, decorators.raw, returns?.raw ?? 0, typeParameters.raw, typeComment.raw
    ))
  }

  public mutating func classDef(
    name: Identifier, bases: SyntaxList<Expression>, keywords: SyntaxList<Keyword>, body: SyntaxList<Statement>,
    decorators: SyntaxList<Expression>, typeParameters: SyntaxList<TypeParameter>, at span: Span
  ) -> Statement {
    Statement(raw: add(.classDef, span, name.raw, bases.raw, keywords.raw, body.raw, decorators.raw, typeParameters.raw))
  }

  public mutating func `return`(value: Expression?, at span: Span) -> Statement {
    Statement(raw: add(.return, span, value?.raw ?? 0))
  }

  public mutating func delete(targets: SyntaxList<Expression>, at span: Span) -> Statement {
    Statement(raw: add(.delete, span, targets.raw))
  }

  public mutating func assign(
    targets: SyntaxList<Expression>, value: Expression, typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(.assign, span, targets.raw, value.raw, typeComment.raw))
  }

  public mutating func typeAlias(
    name: Expression, typeParameters: SyntaxList<TypeParameter>, value: Expression, at span: Span
  ) -> Statement {
    Statement(raw: add(.typeAlias, span, name.raw, typeParameters.raw, value.raw))
  }

  public mutating func augAssign(target: Expression, operator: BinaryOperator, value: Expression, at span: Span) -> Statement {
    Statement(raw: add(.augAssign, span, target.raw, `operator`.raw, value.raw))
  }

  public mutating func annAssign(
    target: Expression, annotation: Expression, value: Expression?, isSimple: Bool, at span: Span
  ) -> Statement {
    Statement(raw: add(.annAssign, span, target.raw, annotation.raw, value?.raw ?? 0, isSimple ? 1 : 0))
  }

  public mutating func `for`(
    target: Expression, iterable: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>,
    typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(.for, span, target.raw, iterable.raw, body.raw, orElse.raw, typeComment.raw))
  }

  public mutating func asyncFor(
    target: Expression, iterable: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>,
    typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(.asyncFor, span, target.raw, iterable.raw, body.raw, orElse.raw, typeComment.raw))
  }

  public mutating func `while`(
    test: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>, at span: Span
  ) -> Statement {
    Statement(raw: add(.while, span, test.raw, body.raw, orElse.raw))
  }

  public mutating func `if`(test: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>, at span: Span) -> Statement {
    Statement(raw: add(.if, span, test.raw, body.raw, orElse.raw))
  }

  public mutating func with(
    items: SyntaxList<WithItem>, body: SyntaxList<Statement>, typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(.with, span, items.raw, body.raw, typeComment.raw))
  }

  public mutating func asyncWith(
    items: SyntaxList<WithItem>, body: SyntaxList<Statement>, typeComment: ConstantID = .none, at span: Span
  ) -> Statement {
    Statement(raw: add(.asyncWith, span, items.raw, body.raw, typeComment.raw))
  }

  public mutating func match(subject: Expression, cases: SyntaxList<MatchCase>, at span: Span) -> Statement {
    Statement(raw: add(.match, span, subject.raw, cases.raw))
  }

  public mutating func raise(exception: Expression?, cause: Expression?, at span: Span) -> Statement {
    Statement(raw: add(.raise, span, exception?.raw ?? 0, cause?.raw ?? 0))
  }

  public mutating func `try`(
    body: SyntaxList<Statement>, handlers: SyntaxList<ExceptHandler>, orElse: SyntaxList<Statement>, finalBody: SyntaxList<Statement>,
    at span: Span
  ) -> Statement {
    Statement(raw: add(.try, span, body.raw, handlers.raw, orElse.raw, finalBody.raw))
  }

  public mutating func tryStar(
    body: SyntaxList<Statement>, handlers: SyntaxList<ExceptHandler>, orElse: SyntaxList<Statement>, finalBody: SyntaxList<Statement>,
    at span: Span
  ) -> Statement {
    Statement(raw: add(.tryStar, span, body.raw, handlers.raw, orElse.raw, finalBody.raw))
  }

  public mutating func assert(test: Expression, message: Expression?, at span: Span) -> Statement {
    Statement(raw: add(.assert, span, test.raw, message?.raw ?? 0))
  }

  public mutating func `import`(names: SyntaxList<Alias>, at span: Span) -> Statement {
    Statement(raw: add(.import, span, names.raw))
  }

  public mutating func importFrom(module: Identifier?, names: SyntaxList<Alias>, level: Int, at span: Span) -> Statement {
    Statement(raw: add(.importFrom, span, module?.raw ?? 0, names.raw, UInt32(bitPattern: Int32(truncatingIfNeeded: level))))
  }

  public mutating func global(names: SyntaxList<Identifier>, at span: Span) -> Statement {
    Statement(raw: add(.global, span, names.raw))
  }

  public mutating func nonlocal(names: SyntaxList<Identifier>, at span: Span) -> Statement {
    Statement(raw: add(.nonlocal, span, names.raw))
  }

  public mutating func expr(value: Expression, at span: Span) -> Statement {
    Statement(raw: add(.expr, span, value.raw))
  }

  public mutating func pass(at span: Span) -> Statement {
    Statement(raw: add(.pass, span))
  }

  public mutating func `break`(at span: Span) -> Statement {
    Statement(raw: add(.break, span))
  }

  public mutating func `continue`(at span: Span) -> Statement {
    Statement(raw: add(.continue, span))
  }
}
