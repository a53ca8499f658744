/// What a type parameter is, with its fields in the order of CPython's class.
public enum TypeParameterNode: Sendable {
  case typeVar(name: Identifier, bound: Expression?, defaultValue: Expression?)
  case paramSpec(name: Identifier, defaultValue: Expression?)
  case typeVarTuple(name: Identifier, defaultValue: Expression?)
}

extension SyntaxTree {
  /// What a parameter is.
  public subscript(parameter: TypeParameter) -> TypeParameterNode {
    let node = words(parameter.raw)
    switch kind(node) {
    case .typeVar: return .typeVar(name: Identifier(raw: node[5]), bound: optional(node[6]), defaultValue: optional(node[7]))
    case .paramSpec: return .paramSpec(name: Identifier(raw: node[5]), defaultValue: optional(node[6]))
    case .typeVarTuple: return .typeVarTuple(name: Identifier(raw: node[5]), defaultValue: optional(node[6]))
    default: preconditionFailure("a handle of another class of nodes")
    }
  }
}
