/// What `TreeFolding` must know of a class of nodes, taken from its `NodeShape` by the names of the fields.
struct FoldedShape {
  /// The innermost of functions, loops and `finally` blocks around a statement.
  enum Surroundings { case finallyBlock, other }

  /// A field that is a node or a list of nodes.
  struct Child {
    let word: Int
    let isList: Bool
    let isAnnotation: Bool
    /// What the field is surrounded by; nil for what surrounds the whole.
    let surroundings: Surroundings?
  }

  let children: [Child]
  /// The word of a body that may have a docstring, or 0.
  let body: Int
  /// The word of what is iterated over, or 0.
  let iterable: Int

  /// By the raw value of the kind.
  static let all: [FoldedShape] = NodeShape.all.map(FoldedShape.init)

  private init(_ shape: NodeShape) {
    children = shape.fields.compactMap { field in
      switch field.type {
      case .identifier, .constant, .int, .string, .exprContext, .boolop, .operator, .unaryop, .cmpop, .typeIgnore, .alias: return nil
      default: return Child(shape.kind, field)
      }
    }
    switch shape.kind {
    case .module, .functionDef, .asyncFunctionDef, .classDef: body = shape.word(of: "body")
    default: body = 0
    }
    iterable = shape.word(of: "iter")
  }
}

extension FoldedShape.Child {
  fileprivate init(_ kind: NodeKind, _ field: NodeShape.Field) {
    word = field.word
    isList = field.quantity.isList
    let name = field.name.description
    isAnnotation = name == "annotation" || name == "returns"
    switch kind {
    case .try, .tryStar: surroundings = name == "finalbody" ? .finallyBlock : nil
    case .functionDef, .asyncFunctionDef, .for, .asyncFor, .while: surroundings = name == "body" ? .other : nil
    default: surroundings = nil
    }
  }
}
