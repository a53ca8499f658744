import Bytecode

/// The versions that have a class or a field.
package struct NodeVersions: Sendable, BitwiseCopyable {
  private let first: UInt16
  private let last: UInt16

  package static let always = NodeVersions(from: (0, 0))

  package init(from first: (UInt16, UInt16), through last: (UInt16, UInt16) = (255, 255)) {
    self.first = first.0 << 8 | first.1
    self.last = last.0 << 8 | last.1
  }

  package func contains(_ version: PythonVersion) -> Bool {
    let number = UInt16(version.major) << 8 | UInt16(version.minor)
    return first <= number && number <= last
  }
}

/// A field of a class of nodes.
package struct NodeField: Sendable {
  package enum Quantity: Sendable {
    case one, optional, list, listOfOptionals

    package var isList: Bool { self == .list || self == .listOfOptionals }
  }

  /// As ASDL writes it: `expr* values`.
  package let text: StaticString
  package let name: StaticString
  package let type: NodeFieldType
  package let quantity: Quantity
  /// The word that holds it in a tree, counted from that of the first field.
  package let word: Int
  package let versions: NodeVersions

  init(_ text: StaticString, _ name: StaticString, _ type: NodeFieldType, _ quantity: Quantity, _ word: Int, _ versions: NodeVersions) {
    self.text = text
    self.name = name
    self.type = type
    self.quantity = quantity
    self.word = word
    self.versions = versions
  }
}

/// A class of module `ast`. The table of all is generated from Spec/library/nodes.yaml.
package struct NodeClass: Sendable {
  package let name: StaticString
  /// The kind of nodes that it derives from; nil for the classes of the kinds, which derive from `AST`.
  package let base: NodeFieldType?
  /// The kind of nodes whose class it is; nil if it derives from such a class.
  package let sum: NodeFieldType?
  /// What its nodes are in a tree; nil for operators, contexts and what trees do not have: the base classes, and nodes that only old versions have.
  package let kind: NodeKind?
  package let versions: NodeVersions
  package let attributes: [NodeField]
  package let fields: [NodeField]

  init(
    _ name: StaticString, _ base: NodeFieldType?, _ sum: NodeFieldType?, _ kind: NodeKind?, _ versions: NodeVersions,
    attributes: [NodeField] = [], fields: [NodeField]
  ) {
    self.name = name
    self.base = base
    self.sum = sum
    self.kind = kind
    self.versions = versions
    self.attributes = attributes
    self.fields = fields
  }

  private init(_ other: NodeClass, in version: PythonVersion) {
    self.init(
      other.name, other.base, other.sum, other.kind, other.versions, attributes: other.attributes.filter { $0.versions.contains(version) },
      fields: other.fields.filter { $0.versions.contains(version) })
  }

  /// The classes that a version has, with the fields that they have there.
  package static func all(of version: PythonVersion) -> [NodeClass] {
    all.filter { $0.versions.contains(version) }.map { NodeClass($0, in: version) }
  }

  /// The names of the classes of operators and contexts, in the order of the cases of `BinaryOperator` and the like.
  static func names(of sum: NodeFieldType) -> [StaticString] { all.filter { $0.base == sum }.map(\.name) }
}
