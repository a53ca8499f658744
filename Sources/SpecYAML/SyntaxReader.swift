import SpecModel

extension SpecReader {
  /// The syntax tree nodes: kinds by name.
  mutating func readNodes(_ node: Node) {
    for (name, value) in MappingReader.pairs(node, "kinds of nodes", &diagnostics) {
      guard var kind = MappingReader(value, "the kind of nodes \(name.value)", &diagnostics) else { continue }
      let versions = kind.take("versions")?.versionRange(&diagnostics)
      let attributes = kind.take("attributes").map { readSyntaxFields($0) } ?? []
      let fields = kind.take("fields").map { readSyntaxFields($0) } ?? []
      let constructors = kind.take("constructors").map { readConstructors($0, of: name.value) } ?? []
      kind.finish(&diagnostics)
      spec.library.nodes.append(
        SyntaxSum(name: name, versions: versions, attributes: attributes, fields: fields, constructors: constructors))
    }
  }

  private mutating func readConstructors(_ node: Node, of kind: String) -> [SyntaxConstructor] {
    var result: [SyntaxConstructor] = []
    for (name, value) in MappingReader.pairs(node, "the classes of \(kind)", &diagnostics) {
      guard case .mapping = value.content else {
        result.append(SyntaxConstructor(name: name, versions: nil, fields: readSyntaxFields(value)))
        continue
      }
      guard var constructor = MappingReader(value, "the class \(name.value)", &diagnostics) else { continue }
      let versions = constructor.require("versions", &diagnostics)?.versionRange(&diagnostics)
      let fields = constructor.take("fields").map { readSyntaxFields($0) } ?? []
      constructor.finish(&diagnostics)
      result.append(SyntaxConstructor(name: name, versions: versions, fields: fields))
    }
    return result
  }

  /// Fields separated by commas; none if there is no text.
  private mutating func readSyntaxFields(_ node: Node) -> [SyntaxField] {
    guard let text = node.text else {
      diagnostics.error(node.place, "expected fields such as `expr left, operator op`, but found \(node.typeName)")
      return []
    }
    var fields: [SyntaxField] = []
    for part in text.value.split(separator: ",") {
      if let field = SyntaxField(Located(part, text.place)) {
        fields.append(field)
      } else {
        diagnostics.error(text.place, "expected a field such as `expr* values` or `expr? value [3.12 -]`, but found `\(part.trimmed)`")
      }
    }
    return fields
  }
}
