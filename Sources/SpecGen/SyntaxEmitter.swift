import SpecModel

/// Emits the classes of syntax tree nodes: an enum of those that the newest version has, and the table of all.
func emitSyntaxNodes(_ library: Library) -> String {
  var file = SourceText.swift("The classes of syntax tree nodes.")
  let products = library.nodes.filter { $0.constructors.isEmpty && $0.versions?.last == nil }.map { caseName($0.name.value) }
  let sums = library.nodes.filter { !$0.constructors.isEmpty && !$0.isEnumeration && $0.versions?.last == nil }
  let constructors = sums.flatMap(\.constructors).filter { $0.versions?.last == nil }.map { caseName($0.name.value) }
  file.line("/// What a node is. The raw value is the low byte of a node's first word.")
  file.block("package enum NodeKind: UInt8, CaseIterable, Sendable") { file in
    file.words("case", constructors + products, end: "")
  }
  file.line()
  file.line("/// What a field holds: a kind of nodes, or a plain value.")
  file.block("package enum NodeFieldType: UInt8, Sendable") { file in
    file.words("case", (library.nodes.map(\.name.value) + SyntaxField.plainTypes).map(caseName), end: "")
  }
  file.line()
  file.block("extension NodeClass") { file in
    file.line("/// Every class of every version; a class stands behind the one that it derives from.")
    file.line("package static let all: [NodeClass] = [")
    file.indented { file in
      for node in library.nodes { emit(node, Set(constructors), &file) }
    }
    file.line("]")
  }
  return file.text
}

/// - Parameter kinds: the names of the kinds of nodes that trees have.
private func emit(_ node: SyntaxSum, _ kinds: Set<String>, _ file: inout SourceText) {
  let type = ".\(caseName(node.name.value))"
  let isCurrent = node.versions?.last == nil
  let kind = isCurrent && node.constructors.isEmpty ? type : "nil"
  file.line("NodeClass(\(swiftLiteral(node.name.value)), nil, \(type), \(kind), \(ends(node.versions, nil)),")
  file.indented { file in
    file.array("attributes", node.attributes.map { literal($0) })
    file.array("fields", node.fields.map { literal($0) }, end: "]),")
  }
  for constructor in node.constructors {
    let versions = ends(constructor.versions, node.versions)
    let name = constructor.name.value
    let isNode = !node.isEnumeration && kinds.contains(caseName(name))
    file.line("NodeClass(\(swiftLiteral(name)), \(type), nil, \(isNode ? ".\(caseName(name))" : "nil"), \(versions),")
    file.indented { $0.array("fields", constructor.fields.map { literal($0) }, end: "]),") }
  }
}

private func literal(_ field: SyntaxField) -> String {
  let text = "\(swiftLiteral(field.text)), \(swiftLiteral(field.name))"
  return "NodeField(\(text), .\(caseName(field.type.value)), .\(field.quantity), \(ends(field.versions, nil)))"
}

/// The first and the last version, where the kind has its own.
private func ends(_ range: VersionRange?, _ outer: VersionRange?) -> String {
  guard let range = range ?? outer else { return ".always" }
  let last = range.last.map { ", through: (\($0.major), \($0.minor))" } ?? ""
  return "NodeVersions(from: (\(range.first.major), \(range.first.minor))\(last))"
}

/// `FunctionDef` becomes `functionDef`, `match_case` `matchCase`.
private func caseName(_ name: String) -> String {
  let words = name.split(separator: "_")
  let joined = words.enumerated().map { $0 == 0 ? $1.prefix(1).lowercased() + $1.dropFirst() : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
  return keywords.contains(joined) ? "`\(joined)`" : joined
}

/// Words of Swift that are names of nodes too.
private let keywords: Set<String> = [
  "return", "for", "while", "if", "try", "import", "break", "continue", "subscript", "operator", "in", "is",
]
