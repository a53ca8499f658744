import Bytecode
import Explanation

/// Writes explanations as one page for a browser, which needs nothing else. It is well-formed XML too.
struct ExplanationPage {
  private(set) var bytes: [UInt8] = []
  /// The descriptions that rows name, by their ids.
  private var docs: [String: String] = [:]

  /// The longest text of an operand, in characters.
  private static let longest = 2000
  /// As many items of a stack are kept, the topmost: where stacks are deep, pages would grow with the square of their depth.
  private static let mostItems = 100

  /// - Parameter roots: the files, or versions of one, that the functions are from.
  init(_ functions: [ExplainedFunction], _ roots: [ExplainedFunction.Root], title: String) {
    append(PageParts.head(title: DiffPage.escaped("Bytecode of " + title), style: ExplanationPageParts.style, main: ("explanation", "explanation")))
    append(ExplanationPageParts.toolbar)
    append("<main id=\"explanation\" tabindex=\"-1\">\n<h1>\(DiffPage.escaped(title))</h1>\n")
    appendList(functions, roots)
    for (number, function) in functions.enumerated() { append(function, number) }
    append("</main>\n")
    append(ExplanationPageParts.panel)
    append("<dl id=\"docs\" hidden=\"hidden\">\n")
    for (id, doc) in docs.sorted(by: { $0.key < $1.key }) { append("<dt>\(id)</dt><dd id=\"\(id)\">\(DiffPage.escaped(doc))</dd>\n") }
    append("</dl>\n<script>\n\(ExplanationPageParts.script)</script>\n</body>\n</html>\n")
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func appendList(_ functions: [ExplainedFunction], _ roots: [ExplainedFunction.Root]) {
    guard functions.count > 1 else { return }
    append("<nav aria-label=\"Code objects\">\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Code object</th><th scope=\"col\">Line</th>")
    for (number, root) in roots.enumerated() {
      append("<th scope=\"col\" class=\"count\">\(number == 0 ? "Instructions in " : "")\(root.code.version)</th>")
    }
    append("</tr></thead>\n<tbody>\n")
    for (number, function) in functions.enumerated() {
      append("<tr><td><a href=\"#f\(number)\"><code>\(DiffPage.escaped(function.name))</code></a></td><td>\(function.line)</td>")
      for root in roots.indices {
        let column = function.columns.first { $0.root == root }
        append("<td class=\"count\">\(column.map { "\($0.sheet.code.listing.rows.count)" } ?? "\u{2013}")</td>")
      }
      append("</tr>\n")
    }
    append("</tbody>\n</table>\n</nav>\n")
  }

  // MARK: Code objects

  private mutating func append(_ function: ExplainedFunction, _ number: Int) {
    append("<details id=\"f\(number)\" open=\"open\">\n<summary><code>\(DiffPage.escaped(function.name))</code> ")
    append("<span class=\"line\">line \(function.line)</span></summary>\n<div class=\"scroll\">")
    let isAlone = function.columns.count == 1
    append("<div class=\"columns \(isAlone ? "one" : "several")\">\n")
    for (index, column) in function.columns.enumerated() { append(column, "f\(number)c\(index)", isAlone: isAlone) }
    append("</div></div>\n</details>\n")
  }

  private mutating func append(_ column: ExplainedFunction.Column, _ id: String, isAlone: Bool) {
    let sheet = column.sheet
    let image = sheet.code.listing.image
    append("<section class=\"version\"><h2>Python \(image.version)</h2>\n<p class=\"facts\">stack of \(image.stackSize)")
    for (word, kind) in [("locals", LocalKind.local), ("cells", .cell), ("free variables", .free)] {
      let names = image.variableNames(kind).map { DiffPage.escaped($0.escaped) }
      if !names.isEmpty { append("; \(word) <code>\(names.joined(separator: " "))</code>") }
    }
    append("\(image.flags.names.isEmpty ? "" : "; flags " + image.flags.names.joined(separator: " "))</p>\n")
    if let problem = sheet.code.problem { append("<p class=\"problem\">No stacks: \(DiffPage.escaped(DiffText.clipped(problem)))</p>\n") }
    let arrows = ArrowCells(sheet)
    append("<table class=\"code\" aria-label=\"Python \(image.version)\" data-root=\"\(column.root)\">\n<thead><tr><th style=\"min-width: \(arrows.width)px\"></th>")
    for word in ["offset", "instruction", "operand", "", isAlone ? "stack before \u{2192} after" : "stack after"] { append("<th scope=\"col\">\(word)</th>") }
    append("</tr></thead>\n<tbody>\n")
    for (place, line) in sheet.lines.enumerated() {
      append("<tr")
      switch line {
      case .blank: append(" class=\"blank\">")
      case .source(let number): append(" class=\"source\" data-line=\"\(number)\">")
      case .remark: append(" class=\"remark\">")
      case .row(let index): appendAttributes(of: index, column, id, arrows.ends(place))
      }
      append("<td class=\"arrows\">\(arrows.drawing(place))</td>")
      append(cells(of: line, column, isAlone: isAlone))
      append("</tr>\n")
    }
    append("</tbody></table></section>\n")
  }

  private mutating func appendAttributes(of index: Int, _ column: ExplainedFunction.Column, _ id: String, _ arrows: String) {
    let listing = column.sheet.code.listing
    let (listed, row) = (listing.rows[index], column.sheet.code.rows[index])
    let doc = "doc-\(listing.set.version)-\(listed.instruction.name)"
    docs[doc] = listed.instruction.doc
    let roles = CodeExplanation.Role.allCases.filter(row.roles.contains).map(\.rawValue)
    append(" class=\"\((["row"] + roles).joined(separator: " "))\" id=\"\(id)r\(index)\" tabindex=\"-1\" data-doc=\"\(doc)\"")
    if !arrows.isEmpty { append(" data-arrows=\"\(arrows)\"") }
    if let line = listed.position.line { append(" data-line=\"\(line)\"") }
    if let target = listed.landing { append(" data-target=\"\(id)r\(target)\"") }
    if let handler = row.handler { append(" data-handler=\"\(id)r\(handler)\"") }
    for (name, stack) in [("before", row.before), ("after", row.after), ("jump", row.afterJump)] {
      guard let stack else { continue }
      // An item has no line end.
      let hidden = stack.count - ExplanationPage.mostItems
      let texts = (hidden > 0 ? ["\u{2026} \(hidden) more"] : []) + stack.suffix(ExplanationPage.mostItems).map(\.text)
      append(" data-\(name)=\"\(texts.map { DiffPage.escaped($0) }.joined(separator: "&#10;"))\"")
    }
    append(">")
  }

  private func cells(of line: ExplanationLines.Line, _ column: ExplainedFunction.Column, isAlone: Bool) -> String {
    switch line {
    case .blank: return "<td colspan=\"5\"></td>"
    case .remark(let text): return "<td></td><td colspan=\"4\">\(text)</td>"
    case .source(let number):
      let text = column.source?.line(number).map { DiffPage.escaped(DiffText.clipped($0)) } ?? ""
      return "<td class=\"number\">\(number)</td><td class=\"text\" colspan=\"4\"><code>\(text)</code></td>"
    case .row(let index):
      let (listed, row) = (column.sheet.code.listing.rows[index], column.sheet.code.rows[index])
      let roles = CodeExplanation.Role.allCases.filter(row.roles.contains)
      let operand = DiffText.clipped(column.sheet.code.operandText(index), ExplanationPage.longest)
      return "<td class=\"number\">\(listed.offset)</td><td>\(listed.instruction.name)</td><td class=\"operand\">\(DiffPage.escaped(operand))</td>"
        + "<td>\(roles.map { "<span class=\"badge \($0)\">\($0)</span>" }.joined(separator: " "))</td>"
        + "<td class=\"stack\">\(StackCell.text(row, isAlone: isAlone))</td>"
    }
  }
}

/// The stack before and after an instruction in a cell, where what changes stands out. The whole stack is shown when the row is selected.
private enum StackCell {
  /// Longer texts leave out the items that stay, in characters.
  private static let longest = 80
  /// As many new items are shown, the topmost.
  private static let mostItems = 20

  /// - Parameter isAlone: whether there is room for both stacks; else only the one after the instruction is shown, or before it if it goes nowhere.
  static func text(_ row: CodeExplanation.Row, isAlone: Bool) -> String {
    guard let before = row.before else { return "" }
    guard isAlone else {
      let shown = row.after ?? before
      return stack(shown, kept: max(0, shown.count - 1), isCut: length(shown) > longest / 4)
    }
    guard let after = row.after else { return stack(before, kept: 0, isCut: false) }
    let kept = zip(before, after).prefix { $0 == $1 }.count
    let isCut = length(before) + length(after) > longest
    var text = stack(before, kept: kept, isCut: isCut) + " \u{2192} " + stack(after, kept: kept, isCut: isCut)
    if let jump = row.afterJump { text += ", by the jump " + stack(jump, kept: zip(before, jump).prefix { $0 == $1 }.count, isCut: isCut) }
    return text
  }

  private static func length(_ stack: [StackItemName]) -> Int { stack.reduce(0) { $0 + $1.text.count + 2 } }

  private static func stack(_ items: [StackItemName], kept: Int, isCut: Bool) -> String {
    let shown = max(kept, items.count - mostItems)
    let old = isCut && kept > 0 || shown > kept ? ["\u{2026}"] : items[..<kept].map { DiffPage.escaped($0.text) }
    let new = items[shown...].map { "<b>\(DiffPage.escaped($0.text))</b>" }
    return "[" + (old + new).joined(separator: ", ") + "]"
  }
}
