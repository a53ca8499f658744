/// A kind of syntax tree nodes: a class of module `ast` with the classes derived from it, or without any (ASDL's sums and products).
public struct SyntaxSum: Sendable {
  public let name: Located<String>
  /// The versions that have it; nil for all.
  public let versions: VersionRange?
  /// Where a node stands.
  public let attributes: [SyntaxField]
  /// What a node without derived classes has.
  public let fields: [SyntaxField]
  public let constructors: [SyntaxConstructor]

  package init(
    name: Located<String>, versions: VersionRange?, attributes: [SyntaxField], fields: [SyntaxField], constructors: [SyntaxConstructor]
  ) {
    self.name = name
    self.versions = versions
    self.attributes = attributes
    self.fields = fields
    self.constructors = constructors
  }

  /// Whether the classes have no fields: operators and contexts, of which there is one of each.
  public var isEnumeration: Bool { !constructors.isEmpty && constructors.allSatisfy { $0.fields.isEmpty } }
}

/// A class derived from that of its kind of nodes.
public struct SyntaxConstructor: Sendable {
  public let name: Located<String>
  /// The versions that have it; nil for all that have the kind.
  public let versions: VersionRange?
  public let fields: [SyntaxField]

  package init(name: Located<String>, versions: VersionRange?, fields: [SyntaxField]) {
    self.name = name
    self.versions = versions
    self.fields = fields
  }
}

/// A field of a node, such as `expr* values` or `type_param* type_params [3.12 -]`.
public struct SyntaxField: Sendable {
  public enum Quantity: String, Sendable, CaseIterable {
    case one = "", optional = "?", list = "*", listOfOptionals = "?*"
  }

  public let type: Located<String>
  public let quantity: Quantity
  public let name: String
  /// The versions that have it; nil for all that have the node.
  public let versions: VersionRange?

  /// The types of fields that are no nodes.
  public static let plainTypes = ["identifier", "string", "int", "constant"]

  package init(type: Located<String>, quantity: Quantity, name: String, versions: VersionRange?) {
    self.type = type
    self.quantity = quantity
    self.name = name
    self.versions = versions
  }

  /// Parses one field; nil if the text is none.
  package init?(_ text: Located<Substring>) {
    var rest = text.value.trimmed
    var versions: VersionRange?
    if let bracket = rest.firstIndex(of: "[") {
      guard rest.hasSuffix("]"), let range = VersionRange(String(rest[rest.index(after: bracket)...].dropLast())) else { return nil }
      versions = range
      rest = rest[..<bracket].trimmed
    }
    let words = rest.split(separator: " ")
    guard words.count == 2 else { return nil }
    let type = words[0].prefix { $0.isLetter || $0 == "_" }
    guard !type.isEmpty, let quantity = Quantity(rawValue: String(words[0].dropFirst(type.count))) else { return nil }
    self.init(type: Located(String(type), text.place), quantity: quantity, name: String(words[1]), versions: versions)
  }

  /// The field as ASDL writes it.
  public var text: String { "\(type.value)\(quantity.rawValue) \(name)" }
}
