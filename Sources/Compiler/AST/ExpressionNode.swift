/// What an expression is, with its fields in the order of CPython's class.
public enum ExpressionNode: Sendable {
  case boolOp(operator: BoolOperator, values: SyntaxList<Expression>)
  case namedExpr(target: Expression, value: Expression)
  case binOp(left: Expression, operator: BinaryOperator, right: Expression)
  case unaryOp(operator: UnaryOperator, operand: Expression)
  case lambda(arguments: Arguments, body: Expression)
  case ifExp(test: Expression, body: Expression, orElse: Expression)
  case dict(keys: SyntaxList<OptionalExpression>, values: SyntaxList<Expression>)
  case set(elements: SyntaxList<Expression>)
  case listComp(element: Expression, generators: SyntaxList<Comprehension>)
  case setComp(element: Expression, generators: SyntaxList<Comprehension>)
  case dictComp(key: Expression, value: Expression, generators: SyntaxList<Comprehension>)
  case generatorExp(element: Expression, generators: SyntaxList<Comprehension>)
  case await(value: Expression)
  case yield(value: Expression?)
  case yieldFrom(value: Expression)
  case compare(left: Expression, operators: SyntaxList<CompareOperator>, comparators: SyntaxList<Expression>)
  case call(function: Expression, arguments: SyntaxList<Expression>, keywords: SyntaxList<Keyword>)
  case formattedValue(value: Expression, conversion: Int, formatSpec: Expression?)
  case interpolation(value: Expression, source: ConstantID, conversion: Int, formatSpec: Expression?)
  case joinedStr(values: SyntaxList<Expression>)
  case templateStr(values: SyntaxList<Expression>)
  case constant(value: ConstantID, isUnicodeLiteral: Bool)
  case attribute(value: Expression, attribute: Identifier, context: ExpressionContext)
  case `subscript`(value: Expression, slice: Expression, context: ExpressionContext)
  case starred(value: Expression, context: ExpressionContext)
  case name(name: Identifier, context: ExpressionContext)
  case list(elements: SyntaxList<Expression>, context: ExpressionContext)
  case tuple(elements: SyntaxList<Expression>, context: ExpressionContext)
  case slice(lower: Expression?, upper: Expression?, step: Expression?)
}

extension SyntaxTree {
  /// What an expression is.
  public subscript(expression: Expression) -> ExpressionNode {
    let node = words(expression.raw)
    switch kind(node) {
    case .boolOp: return .boolOp(operator: BoolOperator(raw: node[5]), values: SyntaxList(raw: node[6]))
    case .namedExpr: return .namedExpr(target: Expression(raw: node[5]), value: Expression(raw: node[6]))
    case .binOp: return .binOp(left: Expression(raw: node[5]), operator: BinaryOperator(raw: node[6]), right: Expression(raw: node[7]))
    case .unaryOp: return .unaryOp(operator: UnaryOperator(raw: node[5]), operand: Expression(raw: node[6]))
    case .lambda: return .lambda(arguments: Arguments(raw: node[5]), body: Expression(raw: node[6]))
    case .ifExp: return .ifExp(test: Expression(raw: node[5]), body: Expression(raw: node[6]), orElse: Expression(raw: node[7]))
    case .dict: return .dict(keys: SyntaxList(raw: node[5]), values: SyntaxList(raw: node[6]))
    case .set: return .set(elements: SyntaxList(raw: node[5]))
    case .listComp: return .listComp(element: Expression(raw: node[5]), generators: SyntaxList(raw: node[6]))
    case .setComp: return .setComp(element: Expression(raw: node[5]), generators: SyntaxList(raw: node[6]))
    case .dictComp:
      return .dictComp(key: Expression(raw: node[5]), value: Expression(raw: node[6]), generators: SyntaxList(raw: node[7]))
    case .generatorExp: return .generatorExp(element: Expression(raw: node[5]), generators: SyntaxList(raw: node[6]))
    case .await: return .await(value: Expression(raw: node[5]))
    case .yield: return .yield(value: optional(node[5]))
    case .yieldFrom: return .yieldFrom(value: Expression(raw: node[5]))
    case .compare:
      return .compare(left: Expression(raw: node[5]), operators: SyntaxList(raw: node[6]), comparators: SyntaxList(raw: node[7]))
    case .call:
      return .call(function: Expression(raw: node[5]), arguments: SyntaxList(raw: node[6]), keywords: SyntaxList(raw: node[7]))
    case .formattedValue:
      return .formattedValue(
        value: Expression(raw: node[5]), conversion: Int(Int32(bitPattern: node[6])), formatSpec: optional(node[7]))
    case .interpolation:
      return .interpolation(
        value: Expression(raw: node[5]), source: ConstantID(raw: node[6]), conversion: Int(Int32(bitPattern: node[7])),
        formatSpec: optional(node[8]))
    case .joinedStr: return .joinedStr(values: SyntaxList(raw: node[5]))
    case .templateStr: return .templateStr(values: SyntaxList(raw: node[5]))
    case .constant: return .constant(value: ConstantID(raw: node[5]), isUnicodeLiteral: node[6] != 0)
    case .attribute:
      return .attribute(value: Expression(raw: node[5]), attribute: Identifier(raw: node[6]), context: ExpressionContext(raw: node[7]))
    case .subscript:
      return .subscript(value: Expression(raw: node[5]), slice: Expression(raw: node[6]), context: ExpressionContext(raw: node[7]))
    case .starred: return .starred(value: Expression(raw: node[5]), context: ExpressionContext(raw: node[6]))
    case .name: return .name(name: Identifier(raw: node[5]), context: ExpressionContext(raw: node[6]))
    case .list: return .list(elements: SyntaxList(raw: node[5]), context: ExpressionContext(raw: node[6]))
    case .tuple: return .tuple(elements: SyntaxList(raw: node[5]), context: ExpressionContext(raw: node[6]))
    case .slice: return .slice(lower: optional(node[5]), upper: optional(node[6]), step: optional(node[7]))
    default: preconditionFailure("a handle of another class of nodes")
    }
  }
}
