/// Draws control-flow graphs in Graphviz' language: a cluster for each code object, a box for each block with its
/// instructions, a line for each way from one to another.
public struct GraphvizWriter {
  private let tables: AssemblerTables
  private let ids: CodeIDs
  private var bytes: [UInt8] = []

  /// The longest line in a box, in bytes.
  private static let longestLine = 72

  /// The graphs of the code objects of a file, as UTF-8.
  ///
  /// - Parameter function: The qualified name of the only code objects to draw; nil for all.
  /// - Returns: Nil if no code object has that name, or the version's instructions cannot be listed.
  public static func text(of root: CodeImage, function: String? = nil) -> [UInt8]? {
    guard let tables = AssemblerTables.of(root.version) else { return nil }
    var writer = GraphvizWriter(tables, CodeIDs(root))
    writer.append("digraph {\n  rankdir=TB;\n  node [shape=box, fontname=\"monospace\", fontsize=10];\n")
    writer.append("  edge [fontname=\"sans-serif\", fontsize=9];\n")
    var count = 0
    for code in writer.ids.codes where function == nil || code.qualifiedName.string == function {
      guard writer.append(code, number: count) else { return nil }
      count += 1
    }
    writer.append("}\n")
    return count > 0 ? writer.bytes : nil
  }

  private init(_ tables: AssemblerTables, _ ids: CodeIDs) {
    self.tables = tables
    self.ids = ids
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// Text in quotes as they are in Graphviz' language.
  private mutating func append(quoted text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: [UInt8]) {
    for byte in text {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte < 0x20 ? 0x20 : byte)
    }
  }

  private mutating func append(_ code: CodeImage, number: Int) -> Bool {
    guard let graph = ControlFlowGraph(code) else { return false }
    let plan = CodePlan(code, graph.list, ids, tables, marksParameters: false)
    let writer = BodyWriter(plan, tables, AssemblyText(interning: Interning()))
    append("  subgraph cluster_\(number) {\n    label=")
    append(quoted: Array("\(code.qualifiedName.escaped), line \(code.firstLine)".utf8))
    append(";\n    fontname=\"monospace\";\n")
    for (index, block) in graph.blocks.enumerated() {
      append("    n\(number)_\(index) [label=\"")
      for element in graph.list.elements[block.elements] { appendLine(element, writer) }
      append(block.isReachable ? "\"];\n" : "\", color=gray, fontcolor=gray];\n")
    }
    for (index, block) in graph.blocks.enumerated() {
      for edge in block.successors {
        append("    n\(number)_\(index) -> n\(number)_\(edge.target) [\(GraphvizWriter.style(edge.kind))];\n")
      }
    }
    append("  }\n")
    return true
  }

  private mutating func appendLine(_ element: InstructionList.Element, _ writer: BodyWriter) {
    var line: [UInt8]
    switch element {
    case .instruction(let instruction): line = writer.summary(of: instruction)
    case .bytes: line = Array("(bytes)".utf8)
    case .label, .mark: return
    }
    if line.count > GraphvizWriter.longestLine {
      // Not within a character.
      var end = GraphvizWriter.longestLine
      while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
      line = line[..<end] + Array("...".utf8)
    }
    appendEscaped(line)
    append("\\l")
  }

  private static func style(_ kind: ControlFlowGraph.FlowEdge.Kind) -> String {
    switch kind {
    case .fallThrough: "label=\"next\""
    case .jump: "label=\"jump\", color=blue"
    case .exception: "label=\"exception\", style=dashed, color=red"
    }
  }
}
