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
  let layout = NodeLayout(library, constructors: Set(constructors))
  file.block("extension NodeClass") { file in
    file.line("/// Every class of every version; a class stands behind the one that it derives from.")
    file.line("package static let all: [NodeClass] = [")
    file.indented { file in
      for node in library.nodes { emit(node, layout, &file) }
    }
    file.line("]")
  }
  return file.text
}

/// Where the fields of nodes lie in trees.
///
/// Trees are the same for all versions, so the fields that a class of nodes has in any version have a word each, in the order of the class;
/// texts (type comments) come last.
private struct NodeLayout {
  /// The names of the kinds of nodes that trees have and that derive from another class.
  private let constructors: Set<String>
  /// The names of the fields by kind.
  private var fields: [String: [String]] = [:]

  init(_ library: Library, constructors: Set<String>) {
    self.constructors = constructors
    var all: [String: [SyntaxField]] = [:]
    for node in library.nodes {
      if let kind = kind(of: node) { all[kind, default: []] += node.fields }
      for constructor in node.constructors {
        if let kind = kind(of: constructor, in: node) { all[kind, default: []] += constructor.fields }
      }
    }
    for (kind, own) in all {
      let isText = { (field: SyntaxField) in field.type.value == "string" }
      for field in own.filter({ !isText($0) }) + own.filter(isText) where !fields[kind, default: []].contains(field.name) {
        fields[kind, default: []].append(field.name)
      }
    }
  }

  /// The case of `NodeKind`; nil for what trees do not have.
  func kind(of node: SyntaxSum) -> String? {
    node.versions?.last == nil && node.constructors.isEmpty ? caseName(node.name.value) : nil
  }

  func kind(of constructor: SyntaxConstructor, in node: SyntaxSum) -> String? {
    let name = caseName(constructor.name.value)
    return !node.isEnumeration && constructors.contains(name) ? name : nil
  }

  /// The word that holds a field, counted from that of the first one; 0 for nodes that trees do not have.
  func word(_ field: SyntaxField, _ kind: String?) -> Int { kind.flatMap { fields[$0]?.firstIndex(of: field.name) } ?? 0 }
}

private func emit(_ node: SyntaxSum, _ layout: NodeLayout, _ file: inout SourceText) {
  let kind = layout.kind(of: node)
  let head = "\(swiftLiteral(node.name.value)), nil, .\(caseName(node.name.value)), \(kind.map { ".\($0)" } ?? "nil")"
  file.line("NodeClass(\(head), \(ends(node.versions, nil)),")
  file.indented { file in
    file.array("attributes", node.attributes.map { literal($0, word: 0) })
    file.array("fields", node.fields.map { literal($0, word: layout.word($0, kind)) }, end: "]),")
  }
  for constructor in node.constructors {
    let versions = ends(constructor.versions, node.versions)
    let kind = layout.kind(of: constructor, in: node)
    let base = ".\(caseName(node.name.value)), nil, \(kind.map { ".\($0)" } ?? "nil")"
    file.line("NodeClass(\(swiftLiteral(constructor.name.value)), \(base), \(versions),")
    file.indented { $0.array("fields", constructor.fields.map { literal($0, word: layout.word($0, kind)) }, end: "]),") }
  }
}

private func literal(_ field: SyntaxField, word: Int) -> String {
  let text = "\(swiftLiteral(field.text)), \(swiftLiteral(field.name))"
  return "NodeField(\(text), .\(caseName(field.type.value)), .\(field.quantity), \(word), \(ends(field.versions, nil)))"
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
