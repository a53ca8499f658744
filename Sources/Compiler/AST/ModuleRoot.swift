/// What the root of a tree is.
public enum ModuleRoot: Sendable {
  case module(body: SyntaxList<Statement>)
  case interactive(body: SyntaxList<Statement>)
  case expression(body: Expression)
  case functionType(argumentTypes: SyntaxList<Expression>, returns: Expression)
}

extension SyntaxTree {
  /// What a root is.
  public subscript(root: ModuleNode) -> ModuleRoot {
    let node = words(root.raw)
    switch kind(node) {
    case .module: return .module(body: SyntaxList(raw: node[5]))
    case .interactive: return .interactive(body: SyntaxList(raw: node[5]))
    case .expression: return .expression(body: Expression(raw: node[5]))
    case .functionType: return .functionType(argumentTypes: SyntaxList(raw: node[5]), returns: Expression(raw: node[6]))
    default: preconditionFailure("a handle of another class of nodes")
    }
  }
}
