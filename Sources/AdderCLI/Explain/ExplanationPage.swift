import Bytecode
import Explanation

/// Writes explanations as one page for a browser, which needs nothing else. It is well-formed XML too.
struct ExplanationPage {
  private(set) var bytes: [UInt8] = []
  /// The descriptions that rows name, by their ids.
  private var docs: [String: String] = [:]

  init(_ functions: [ExplainedFunction], title: String) {
    append(PageParts.head(title: DiffPage.escaped("Bytecode of " + title), style: ExplanationPageParts.style, main: ("explanation", "explanation")))
    append(ExplanationPageParts.toolbar)
    append("<main id=\"explanation\" tabindex=\"-1\">\n<h1>\(DiffPage.escaped(title))</h1>\n")
    appendList(functions)
    for (number, function) in functions.enumerated() { append(function, number) }
    append("</main>\n")
    append(ExplanationPageParts.panel)
    append("<dl id=\"docs\" hidden=\"hidden\">\n")
    for (id, doc) in docs.sorted(by: { $0.key < $1.key }) { append("<dt>\(id)</dt><dd id=\"\(id)\">\(DiffPage.escaped(doc))</dd>\n") }
    append("</dl>\n<script>\n\(ExplanationPageParts.script)</script>\n</body>\n</html>\n")
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func appendList(_ functions: [ExplainedFunction]) {
    guard functions.count > 1 else { return }
    append("<nav aria-label=\"Code objects\">\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Code object</th><th scope=\"col\">Line</th>")
    append("<th scope=\"col\">Instructions</th></tr></thead>\n<tbody>\n")
    for (number, function) in functions.enumerated() {
      let counts = function.columns.map { "\($0.sheet.code.listing.rows.count)" }.joined(separator: ", ")
      append("<tr><td><a href=\"#f\(number)\"><code>\(DiffPage.escaped(function.name))</code></a></td><td>\(function.line)</td><td>\(counts)</td></tr>\n")
    }
    append("</tbody>\n</table>\n</nav>\n")
  }

  // MARK: Code objects

  private mutating func append(_ function: ExplainedFunction, _ number: Int) {
    append("<details id=\"f\(number)\" open=\"open\">\n<summary><code>\(DiffPage.escaped(function.name))</code> ")
    append("<span class=\"line\">line \(function.line)</span></summary>\n<div class=\"scroll\"><div class=\"columns\">\n")
    for (index, column) in function.columns.enumerated() { append(column, "f\(number)c\(index)") }
    append("</div></div>\n</details>\n")
  }

  private mutating func append(_ column: ExplainedFunction.Column, _ id: String) {
    let sheet = column.sheet
    let image = sheet.code.listing.image
    append("<section class=\"version\"><h2>Python \(image.version)</h2>\n<p class=\"facts\">stack of \(image.stackSize)")
    for (word, kind) in [("locals", LocalKind.local), ("cells", .cell), ("free variables", .free)] {
      let names = image.variableNames(kind).map { DiffPage.escaped($0.escaped) }
      if !names.isEmpty { append("; \(word) <code>\(names.joined(separator: " "))</code>") }
    }
    append("\(image.flags.names.isEmpty ? "" : "; " + image.flags.names.joined(separator: " "))</p>\n")
    if let problem = sheet.code.problem { append("<p class=\"problem\">No stacks: \(DiffPage.escaped(DiffText.clipped(problem)))</p>\n") }
    let arrows = JumpArrows(sheet)
    append("<table class=\"code\" aria-label=\"Python \(image.version)\" style=\"--lanes: \(arrows.laneCount)\"><tbody>\n")
    for (place, line) in sheet.lines.enumerated() {
      append("<tr")
      switch line {
      case .blank: append(" class=\"blank\">")
      case .source(let number): append(" class=\"source\" data-line=\"\(number)\">")
      case .remark: append(" class=\"remark\">")
      case .row(let index): appendAttributes(of: index, column, id)
      }
      if place == 0 { append("<td class=\"arrows\" rowspan=\"\(sheet.lines.count)\">\(drawing(arrows, sheet.lines.count))</td>") }
      append(cells(of: line, column))
      append("</tr>\n")
    }
    append("</tbody></table></section>\n")
  }

  private func drawing(_ arrows: JumpArrows, _ count: Int) -> String {
    let (row, lane) = (ExplanationPageParts.rowHeight, ExplanationPageParts.laneWidth)
    let width = arrows.laneCount * lane + lane
    var text = "<svg width=\"\(width)\" height=\"\(count * row)\" aria-hidden=\"true\">"
    for arrow in arrows.arrows {
      let x = width - lane - arrow.lane * lane
      let (from, to) = (arrow.from * row + row / 2, arrow.to * row + row / 2)
      text += "<g data-from=\"\(arrow.from)\" data-to=\"\(arrow.to)\"><path d=\"M\(width) \(from) H\(x) V\(to) H\(width - 5)\" />"
      text += "<path class=\"head\" d=\"M\(width - 6) \(to - 4) L\(width) \(to) L\(width - 6) \(to + 4) Z\" /></g>"
    }
    return text + "</svg>"
  }

  private mutating func appendAttributes(of index: Int, _ column: ExplainedFunction.Column, _ id: String) {
    let listing = column.sheet.code.listing
    let (listed, row) = (listing.rows[index], column.sheet.code.rows[index])
    let doc = "doc-\(listing.set.version)-\(listed.instruction.name)"
    docs[doc] = listed.instruction.doc
    let roles = CodeExplanation.Role.allCases.filter(row.roles.contains).map(\.rawValue)
    append(" class=\"\((["row"] + roles).joined(separator: " "))\" id=\"\(id)r\(index)\" tabindex=\"-1\" data-doc=\"\(doc)\"")
    if let line = listed.position.line { append(" data-line=\"\(line)\"") }
    if let target = listed.landing { append(" data-target=\"\(id)r\(target)\"") }
    if let handler = row.handler { append(" data-handler=\"\(id)r\(handler)\"") }
    for (name, stack) in [("before", row.before), ("after", row.after), ("jump", row.afterJump)] {
      guard let stack else { continue }
      // An item has no line end.
      append(" data-\(name)=\"\(stack.map { DiffPage.escaped($0.text) }.joined(separator: "&#10;"))\"")
    }
    append(">")
  }

  private func cells(of line: ExplanationLines.Line, _ column: ExplainedFunction.Column) -> String {
    switch line {
    case .blank: return "<td colspan=\"5\"></td>"
    case .remark(let text): return "<td></td><td colspan=\"4\">\(text)</td>"
    case .source(let number):
      let text = column.source?.line(number).map { DiffPage.escaped(DiffText.clipped($0)) } ?? ""
      return "<td class=\"number\">\(number)</td><td colspan=\"4\"><code>\(text)</code></td>"
    case .row(let index):
      let (listed, row) = (column.sheet.code.listing.rows[index], column.sheet.code.rows[index])
      let roles = CodeExplanation.Role.allCases.filter(row.roles.contains)
      let stack = row.before.map { before in
        ExplanationPage.stack(before) + (row.after.map { " \u{2192} " + ExplanationPage.stack($0) } ?? "")
      }
      return "<td class=\"number\">\(listed.offset)</td><td>\(listed.instruction.name)</td>"
        + "<td class=\"operand\">\(DiffPage.escaped(DiffText.clipped(listed.text, 60)))</td>"
        + "<td>\(roles.map { "<span class=\"badge\">\($0)</span>" }.joined(separator: " "))</td><td class=\"stack\">\(stack ?? "")</td>"
    }
  }

  private static func stack(_ items: [StackItemName]) -> String {
    "[" + items.map { DiffPage.escaped($0.text) }.joined(separator: ", ") + "]"
  }
}
