import Bytecode

/// How the nodes of a class lie in a tree, and what of them a version shows: made of the table of classes. Reading trees from and writing them
/// to `ast` objects and text goes by it.
///
/// Trees are the same for all versions, so every field of the newest version has its word, in the order of the class; texts (type comments)
/// come last.
package struct NodeShape: Sendable {
  package struct Field: Sendable {
    package let name: StaticString
    package let type: NodeFieldType
    package let quantity: NodeField.Quantity
    /// The word that holds it, counted from the node's first one.
    package let word: Int
  }

  package let kind: NodeKind
  package let name: StaticString
  package let fields: [Field]
  /// Whether the version shows where the nodes stand.
  package let hasPosition: Bool

  /// Words in front of the first field: the kind and the four numbers of the span.
  package static let headerWords = 5

  /// The shapes of everything that trees have, by the raw value of the kind.
  static let all: [NodeShape] = NodeKind.allCases.map { kind in
    guard let own = NodeClass.all.last(where: { $0.kind == kind }) else { return NodeShape(kind: kind, name: "", fields: [], hasPosition: false) }
    return NodeShape(own, sum: base(of: own), fields: own.fields)
  }

  /// The word of a field, counted from the node's first one; 0 if there is no such field.
  func word(of field: StaticString) -> Int { fields.first { $0.name.description == field.description }?.word ?? 0 }

  /// The shapes that a version shows, by the raw value of the kind.
  package static func all(of version: PythonVersion) -> [NodeShape] {
    let classes = NodeClass.all(of: version)
    return NodeKind.allCases.map { kind in
      guard let own = classes.first(where: { $0.kind == kind }) else { return all[Int(kind.rawValue)] }
      return NodeShape(own, sum: classes.first { $0.sum != nil && $0.sum == own.base }, fields: own.fields)
    }
  }

  private init(kind: NodeKind, name: StaticString, fields: [Field], hasPosition: Bool) {
    self.kind = kind
    self.name = name
    self.fields = fields
    self.hasPosition = hasPosition
  }

  private init(_ own: NodeClass, sum: NodeClass?, fields: [NodeField]) {
    let words = NodeShape.words(own.kind)
    var shown: [Field] = []
    for field in fields {
      guard let index = words.firstIndex(of: field.name.description) else { continue }
      let isKnown = shown.contains { $0.word == index + NodeShape.headerWords }
      if isKnown { shown.removeLast() }
      shown.append(Field(name: field.name, type: field.type, quantity: field.quantity, word: index + NodeShape.headerWords))
    }
    self.init(
      kind: own.kind ?? .module, name: own.name, fields: shown, hasPosition: !own.attributes.isEmpty || sum.map { !$0.attributes.isEmpty } ?? false)
  }

  private static func base(of own: NodeClass) -> NodeClass? { NodeClass.all.last { $0.sum != nil && $0.sum == own.base } }

  /// The names of a class's fields in the order of their words.
  private static func words(_ kind: NodeKind?) -> [String] {
    let fields = NodeClass.all.filter { $0.kind == kind }.flatMap(\.fields)
    var names: [String] = []
    for isText in [false, true] {
      for field in fields where (field.type == .string) == isText && !names.contains(field.name.description) {
        names.append(field.name.description)
      }
    }
    return names
  }
}
