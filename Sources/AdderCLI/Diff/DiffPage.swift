import Bytecode

/// Writes comparisons as one page for a browser, which needs nothing else. It is well-formed XML too.
struct DiffPage {
  private let context: Int?
  private(set) var bytes: [UInt8] = []

  /// The longest text of an operand or an element, in characters.
  private static let longest = 2000

  /// - Parameter context: As many equal rows stay around a difference; nil for all.
  init(_ reports: [DiffReport], context: Int?) {
    self.context = context
    let title = reports.map { "\(DiffPage.fileName($0.newFile.path)), \($0.oldFile.version) and \($0.newFile.version)" }.joined(separator: "; ")
    append(
      PageParts.head(
        title: DiffPage.escaped("Bytecode of " + title), style: DiffPageParts.style, main: ("comparison", "comparison")))
    append(DiffPageParts.toolbar)
    append("<main id=\"comparison\" tabindex=\"-1\">\n")
    for (number, report) in reports.enumerated() { append(report, "m\(number + 1)") }
    append("</main>\n<script>\n\(DiffPageParts.script)</script>\n</body>\n</html>\n")
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private static func fileName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Text between tags or in an attribute. What cannot be printed is escaped as in Swift.
  static func escaped(_ text: String) -> String {
    let printed = DiffText.printable(text)
    guard printed.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return printed }
    return printed.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(scalar)
      }
    }.joined()
  }

  private static func clipped(_ text: String) -> String { escaped(DiffText.clipped(text, longest)) }

  // MARK: Files

  private mutating func append(_ report: DiffReport, _ id: String) {
    append("<section>\n<h1>\(DiffPage.escaped(DiffPage.fileName(report.newFile.path)))</h1>\n<dl class=\"files\">\n")
    for (word, side, file) in [("Old", "removed", report.oldFile), ("New", "added", report.newFile)] {
      append("<dt class=\"\(side)\">\(word)</dt><dd>Python \(file.version) <code>\(DiffPage.escaped(file.path))</code></dd>\n")
    }
    append("</dl>\n<p class=\"summary\">\(report.summary.joined(separator: ".<br />")).</p>\n")
    let functions = report.comparison.functions
    append("<nav aria-label=\"Code objects\">\n<table class=\"list\">\n<thead><tr><th scope=\"col\">Code object</th><th scope=\"col\">Change</th>")
    append("<th scope=\"col\">Instructions</th><th scope=\"col\">Also</th></tr></thead>\n<tbody>\n")
    for (number, function) in functions.enumerated() {
      let also = function.comparison.fields.map(\.name).joined(separator: ", ")
      append("<tr><td><a href=\"#\(id)f\(number + 1)\"><code>\(DiffPage.clipped(function.name))</code></a></td><td>\(DiffPage.badge(function.change))</td>")
      append("<td>\(DiffPage.counts(function.comparison))</td><td>\(also)</td></tr>\n")
    }
    append("</tbody>\n</table>\n</nav>\n")
    for (number, function) in functions.enumerated() { append(function, "\(id)f\(number + 1)", report) }
    append("</section>\n")
  }

  private static func badge(_ change: CodeComparison.Change) -> String {
    let words: [CodeComparison.Change: String] = [.removed: "only old", .added: "only new"]
    return "<span class=\"badge \(change)\">\(words[change] ?? change.rawValue)</span>"
  }

  /// How many instructions changed in which way.
  private static func counts(_ comparison: CodeComparison) -> String {
    let kinds: [CodeComparison.Change] = [.changed, .removed, .added]
    let parts = kinds.map { ($0, comparison.count($0)) }.filter { $0.1 > 0 }
    let equal = comparison.count(.equal)
    let texts = parts.map { "<span class=\"count \($0.0)\" title=\"\($0.0)\">\(mark($0.0))\($0.1)</span>" }
    return (texts + (equal > 0 ? ["<span class=\"count\" title=\"equal\">=\(equal)</span>"] : [])).joined(separator: " ")
  }

  private static func mark(_ change: CodeComparison.Change) -> String {
    switch change {
    case .equal: ""
    case .changed: "~"
    case .removed: "\u{2212}"
    case .added: "+"
    }
  }

  // MARK: Code objects

  private mutating func append(_ function: FileComparison.Function, _ id: String, _ report: DiffReport) {
    let isOpen = function.change == .changed
    append("<details id=\"\(id)\"\(isOpen ? " open=\"open\"" : "")>\n<summary><code>\(DiffPage.clipped(function.name))</code> ")
    append("<span class=\"line\">\(function.lineText.replacingArrow)</span> \(DiffPage.badge(function.change)) ")
    append("<span class=\"counts\">\(DiffPage.counts(function.comparison))</span></summary>\n")
    appendFields(function.comparison.fields)
    appendRows(function, report)
    append("</details>\n")
  }

  private mutating func appendFields(_ fields: [FieldChange]) {
    guard !fields.isEmpty else { return }
    append("<dl class=\"fields difference\" tabindex=\"-1\">\n")
    for field in fields {
      append("<dt>\(field.name)</dt><dd\(field.isCollection ? " class=\"elements\"" : "")>")
      let removed = field.removed.map { "<del>\(DiffPage.clipped($0))</del>" }
      let added = field.added.map { "<ins>\(DiffPage.clipped($0))</ins>" }
      append((removed + (field.isCollection ? [] : ["\u{2192}"]) + added).joined(separator: " "))
      append("</dd>\n")
    }
    append("</dl>\n")
  }

  private mutating func appendRows(_ function: FileComparison.Function, _ report: DiffReport) {
    let comparison = function.comparison
    guard !comparison.rows.isEmpty else { return }
    append("<div class=\"scroll\"><table class=\"rows\">\n<thead>\n<tr><th colspan=\"5\" scope=\"colgroup\">Python \(report.oldFile.version)</th><th></th>")
    append("<th colspan=\"5\" scope=\"colgroup\">Python \(report.newFile.version)</th></tr>\n<tr>")
    let columns = ["line", "", "offset", "instruction", "operand"].map { "<th scope=\"col\">\($0)</th>" }.joined()
    append("\(columns)<th></th>\(columns)</tr>\n</thead>\n<tbody>\n")
    let shown = function.shownRows(context: context)
    var (hidden, isEqualBefore): (Int, Bool) = (0, true)
    var lines: (String?, String?) = (nil, nil)
    for (number, row) in comparison.rows.enumerated() {
      guard shown[number] else {
        hidden += 1
        continue
      }
      appendGap(&hidden)
      appendRow(row, number, comparison, isFirst: isEqualBefore && row.change != .equal, &lines)
      isEqualBefore = row.change == .equal
    }
    appendGap(&hidden)
    append("</tbody>\n</table></div>\n")
  }

  private mutating func appendGap(_ hidden: inout Int) {
    if hidden > 0 { append("<tr class=\"gap\"><td colspan=\"11\">\(hidden) equal instructions</td></tr>\n") }
    hidden = 0
  }

  /// - Parameters:
  ///   - isFirst: whether a difference begins here.
  ///   - lines: those of the rows above.
  private mutating func appendRow(
    _ row: CodeComparison.Row, _ number: Int, _ comparison: CodeComparison, isFirst: Bool, _ lines: inout (String?, String?)
  ) {
    let (old, new) = (comparison.instruction(row, .old), comparison.instruction(row, .new))
    let label = comparison.label(number) ?? ""
    let isChanged = row.change == .changed
    append("<tr class=\"\(row.change)\(isFirst ? " difference\" tabindex=\"-1" : "")\">")
    appendSide(old, label, &lines.0, isChanged && old?.name != new?.name, isChanged && old?.operand != new?.operand, "del")
    append("<td class=\"mark\"\(row.change == .equal ? "" : " title=\"\(row.change)\"")>\(DiffPage.mark(row.change))</td>")
    appendSide(new, label, &lines.1, isChanged && old?.name != new?.name, isChanged && old?.operand != new?.operand, "ins")
    append("</tr>\n")
  }

  private mutating func appendSide(
    _ instruction: CodeComparison.ShownInstruction?, _ label: String, _ lastLine: inout String?, _ marksName: Bool, _ marksOperand: Bool,
    _ tag: String
  ) {
    guard let instruction else { return append("<td class=\"none\" colspan=\"5\"></td>") }
    let line = instruction.line.map { "\($0)" } ?? "\u{2013}"
    append("<td class=\"number\">\(line == lastLine ? "" : line)</td><td class=\"label\">\(label)</td><td class=\"number\">\(instruction.offset)</td>")
    lastLine = line
    let (name, operand) = (DiffPage.clipped(instruction.name), DiffPage.clipped(instruction.operand))
    append("<td>\(marksName ? "<\(tag)>\(name)</\(tag)>" : name)</td>")
    append("<td class=\"operand\">\(marksOperand && !operand.isEmpty ? "<\(tag)>\(operand)</\(tag)>" : operand)</td>")
  }
}

extension String {
  /// A line's number, or two, for a page.
  fileprivate var replacingArrow: String { split(separator: " ").map { $0 == "->" ? "\u{2192}" : String($0) }.joined(separator: " ") }
}
