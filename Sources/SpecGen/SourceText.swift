/// Text of a source file, written line by line.
struct SourceText {
  private(set) var text = ""
  private var depth = 0

  /// Starts a generated Swift file.
  static func swift(_ what: String) -> SourceText {
    var file = SourceText()
    file.line("// \(what)")
    file.line("// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.")
    file.line()
    return file
  }

  mutating func line(_ line: String = "") {
    if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
    text += "\n"
  }

  mutating func lines(_ lines: [String]) {
    for line in lines { self.line(line) }
  }

  /// Writes `head {`, the body one level deeper, and `}` with `tail` behind it.
  mutating func block(_ head: String, tail: String = "", _ body: (inout SourceText) -> Void) {
    line(head + " {")
    depth += 1
    body(&self)
    depth -= 1
    line("}" + tail)
  }

  mutating func indented(_ body: (inout SourceText) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Writes an array argument, `label: [...]`.
  mutating func array(_ label: String, _ elements: [String], end: String = "],") {
    let single = "\(label): [\(elements.joined(separator: ", "))\(end)"
    if depth * 2 + single.utf8.count <= 118 { return line(single) }
    line("\(label): [")
    indented { $0.wrapped(elements) }
    line(end)
  }

  /// Writes `head`, words separated by commas over as many lines as they need, and `end`.
  mutating func words(_ head: String, _ words: [String], end: String) {
    var current = head
    for (index, word) in words.enumerated() {
      let piece = word + (index + 1 < words.count ? "," : end)
      if depth * 2 + current.utf8.count + 1 + piece.utf8.count > 118 {
        line(current)
        current = "   "
      }
      current += " " + piece
    }
    line(current)
  }

  /// Writes words separated by commas over as many lines as they need.
  mutating func wrapped(_ words: [String], width: Int = 118) {
    var current = ""
    for (index, word) in words.enumerated() {
      let piece = word + (index + 1 < words.count ? "," : "")
      if !current.isEmpty && depth * 2 + current.utf8.count + 1 + piece.utf8.count > width {
        line(current)
        current = ""
      }
      current += current.isEmpty ? piece : " " + piece
    }
    if !current.isEmpty { line(current) }
  }
}

/// A Swift string literal.
func swiftLiteral(_ text: String) -> String {
  var result = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    default: result.unicodeScalars.append(character)
    }
  }
  return result + "\""
}
