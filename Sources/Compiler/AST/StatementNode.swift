/// What a statement is, with its fields in the order of CPython's class.
public enum StatementNode: Sendable {
  case functionDef(
    name: Identifier, arguments: Arguments, body: SyntaxList<Statement>, decorators: SyntaxList<Expression>, returns: Expression?,
    typeParameters: SyntaxList<TypeParameter>)
  case asyncFunctionDef(
    name: Identifier, arguments: Arguments, body: SyntaxList<Statement>, decorators: SyntaxList<Expression>, returns: Expression?,
    typeParameters: SyntaxList<TypeParameter>)
  case classDef(
    name: Identifier, bases: SyntaxList<Expression>, keywords: SyntaxList<Keyword>, body: SyntaxList<Statement>,
    decorators: SyntaxList<Expression>, typeParameters: SyntaxList<TypeParameter>)
  case `return`(value: Expression?)
  case delete(targets: SyntaxList<Expression>)
  case assign(targets: SyntaxList<Expression>, value: Expression)
  case typeAlias(name: Expression, typeParameters: SyntaxList<TypeParameter>, value: Expression)
  case augAssign(target: Expression, operator: BinaryOperator, value: Expression)
  case annAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
  case `for`(target: Expression, iterable: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>)
  case asyncFor(target: Expression, iterable: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>)
  case `while`(test: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>)
  case `if`(test: Expression, body: SyntaxList<Statement>, orElse: SyntaxList<Statement>)
  case with(items: SyntaxList<WithItem>, body: SyntaxList<Statement>)
  case asyncWith(items: SyntaxList<WithItem>, body: SyntaxList<Statement>)
  case match(subject: Expression, cases: SyntaxList<MatchCase>)
  case raise(exception: Expression?, cause: Expression?)
  case `try`(
    body: SyntaxList<Statement>, handlers: SyntaxList<ExceptHandler>, orElse: SyntaxList<Statement>, finalBody: SyntaxList<Statement>)
  case tryStar(
    body: SyntaxList<Statement>, handlers: SyntaxList<ExceptHandler>, orElse: SyntaxList<Statement>, finalBody: SyntaxList<Statement>)
  case assert(test: Expression, message: Expression?)
  case `import`(names: SyntaxList<Alias>)
  case importFrom(module: Identifier?, names: SyntaxList<Alias>, level: Int)
  case global(names: SyntaxList<Identifier>)
  case nonlocal(names: SyntaxList<Identifier>)
  case expr(value: Expression)
  case pass
  case `break`
  case `continue`
}

extension SyntaxTree {
  /// What a statement is.
  public subscript(statement: Statement) -> StatementNode {
    let node = words(statement.raw)
    switch kind(node) {
    case .functionDef:
      return .functionDef(
        name: Identifier(raw: node[5]), arguments: Arguments(raw: node[6]), body: SyntaxList(raw: node[7]),
        decorators: SyntaxList(raw: node[8]), returns: optional(node[9]), typeParameters: SyntaxList(raw: node[10]))
    case .asyncFunctionDef:
      return .asyncFunctionDef(
        name: Identifier(raw: node[5]), arguments: Arguments(raw: node[6]), body: SyntaxList(raw: node[7]),
        decorators: SyntaxList(raw: node[8]), returns: optional(node[9]), typeParameters: SyntaxList(raw: node[10]))
    case .classDef:
      return .classDef(
        name: Identifier(raw: node[5]), bases: SyntaxList(raw: node[6]), keywords: SyntaxList(raw: node[7]),
        body: SyntaxList(raw: node[8]), decorators: SyntaxList(raw: node[9]), typeParameters: SyntaxList(raw: node[10]))
    case .return: return .return(value: optional(node[5]))
    case .delete: return .delete(targets: SyntaxList(raw: node[5]))
    case .assign: return .assign(targets: SyntaxList(raw: node[5]), value: Expression(raw: node[6]))
    case .typeAlias:
      return .typeAlias(name: Expression(raw: node[5]), typeParameters: SyntaxList(raw: node[6]), value: Expression(raw: node[7]))
    case .augAssign:
      return .augAssign(target: Expression(raw: node[5]), operator: BinaryOperator(raw: node[6]), value: Expression(raw: node[7]))
    case .annAssign:
      return .annAssign(
        target: Expression(raw: node[5]), annotation: Expression(raw: node[6]), value: optional(node[7]), isSimple: node[8] != 0)
    case .for:
      return .for(
        target: Expression(raw: node[5]), iterable: Expression(raw: node[6]), body: SyntaxList(raw: node[7]),
        orElse: SyntaxList(raw: node[8]))
    case .asyncFor:
      return .asyncFor(
        target: Expression(raw: node[5]), iterable: Expression(raw: node[6]), body: SyntaxList(raw: node[7]),
        orElse: SyntaxList(raw: node[8]))
    case .while: return .while(test: Expression(raw: node[5]), body: SyntaxList(raw: node[6]), orElse: SyntaxList(raw: node[7]))
    case .if: return .if(test: Expression(raw: node[5]), body: SyntaxList(raw: node[6]), orElse: SyntaxList(raw: node[7]))
    case .with: return .with(items: SyntaxList(raw: node[5]), body: SyntaxList(raw: node[6]))
    case .asyncWith: return .asyncWith(items: SyntaxList(raw: node[5]), body: SyntaxList(raw: node[6]))
    case .match: return .match(subject: Expression(raw: node[5]), cases: SyntaxList(raw: node[6]))
    case .raise: return .raise(exception: optional(node[5]), cause: optional(node[6]))
    case .try:
      return .try(
        body: SyntaxList(raw: node[5]), handlers: SyntaxList(raw: node[6]), orElse: SyntaxList(raw: node[7]),
        finalBody: SyntaxList(raw: node[8]))
    case .tryStar:
      return .tryStar(
        body: SyntaxList(raw: node[5]), handlers: SyntaxList(raw: node[6]), orElse: SyntaxList(raw: node[7]),
        finalBody: SyntaxList(raw: node[8]))
    case .assert: return .assert(test: Expression(raw: node[5]), message: optional(node[6]))
    case .import: return .import(names: SyntaxList(raw: node[5]))
    case .importFrom:
      return .importFrom(module: optional(node[5]), names: SyntaxList(raw: node[6]), level: Int(Int32(bitPattern: node[7])))
    case .global: return .global(names: SyntaxList(raw: node[5]))
    case .nonlocal: return .nonlocal(names: SyntaxList(raw: node[5]))
    case .expr: return .expr(value: Expression(raw: node[5]))
    case .pass: return .pass
    case .break: return .break
    case .continue: return .continue
    default: preconditionFailure("a handle of another class of nodes")
    }
  }
}
