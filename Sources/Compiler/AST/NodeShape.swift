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
  static let all: [NodeShape] = {
    var shapes = NodeKind.allCases.map { NodeShape(kind: $0, name: "", fields: [], hasPosition: false) }
    // By the raw value of the class that others derive from.
    var havePositions = [Bool](repeating: false, count: Int(UInt8.max) + 1)
    // A later class of the same kind is that of newer versions.
    for own in NodeClass.all {
      if let sum = own.sum { havePositions[Int(sum.rawValue)] = !own.attributes.isEmpty }
      guard let kind = own.kind else { continue }
      shapes[Int(kind.rawValue)] = NodeShape(own, hasPosition: own.base.map { havePositions[Int($0.rawValue)] } ?? false)
    }
    return shapes
  }()

  /// The word of a field, counted from the node's first one; 0 if there is no such field.
  func word(of field: StaticString) -> Int { fields.first { $0.name.description == field.description }?.word ?? 0 }

  /// The shapes that a version shows, by the raw value of the kind.
  package static func all(of version: PythonVersion) -> [NodeShape] {
    let classes = NodeClass.all(of: version)
    return NodeKind.allCases.map { kind in
      guard let own = classes.first(where: { $0.kind == kind }) else { return all[Int(kind.rawValue)] }
      return NodeShape(own, hasPosition: classes.contains { $0.sum != nil && $0.sum == own.base && !$0.attributes.isEmpty })
    }
  }

  private init(kind: NodeKind, name: StaticString, fields: [Field], hasPosition: Bool) {
    self.kind = kind
    self.name = name
    self.fields = fields
    self.hasPosition = hasPosition
  }

  private init(_ own: NodeClass, hasPosition: Bool) {
    var shown: [Field] = []
    for field in own.fields {
      let word = field.word + NodeShape.headerWords
      // What a field is in other versions lies in the same word.
      shown.removeAll { $0.word == word }
      shown.append(Field(name: field.name, type: field.type, quantity: field.quantity, word: word))
    }
    self.init(kind: own.kind ?? .module, name: own.name, fields: shown, hasPosition: hasPosition || !own.attributes.isEmpty)
  }
}
