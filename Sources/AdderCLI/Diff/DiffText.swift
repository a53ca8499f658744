import Bytecode

/// Writes comparisons for a terminal.
struct DiffText {
  var isColored: Bool
  var context: Int?
  /// Lines are cut to this many columns; nil if they are not.
  var width: Int?
  /// The width of both sides beside each other; nil if they stand below each other.
  var sideWidth: Int?

  init(isColored: Bool, context: Int?) {
    self.isColored = isColored
    self.context = context
  }

  private static let defaultContext = 3
  private static let nameWidth = 24
  /// The longest text of an operand or an element, in characters.
  static let longest = 300

  /// The files, what differs in each code object, and a summary.
  func text(of report: DiffReport) -> String {
    var lines = [
      painted("--- \(DiffText.printable(report.oldFile.path))  (Python \(report.oldFile.version))", .removed),
      painted("+++ \(DiffText.printable(report.newFile.path))  (Python \(report.newFile.version))", .added), "",
    ]
    let isOne = report.comparison.functions.count == 1
    for function in report.comparison.functions where function.change != .equal {
      lines += self.lines(of: function, context: context ?? (isOne ? nil : DiffText.defaultContext), isOne: isOne)
      lines.append("")
    }
    lines += report.summary
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text without what a terminal would take for a command.
  static func printable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return text.unicodeScalars.map { isPrintable($0.value) ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }

  /// A text that may be long, cut.
  static func clipped(_ text: String, _ limit: Int = DiffText.longest) -> String {
    let printed = printable(text.utf8.count > 8 * limit ? String(text.prefix(limit + 1)) : text)
    return printed.count <= limit ? printed : printed.prefix(max(0, limit - 3)) + "..."
  }

  // MARK: Code objects

  private func lines(of function: FileComparison.Function, context: Int?, isOne: Bool) -> [String] {
    let comparison = function.comparison
    var title = "@@ \(DiffText.printable(function.name)), \(function.lineText) @@"
    if function.change == .removed || function.change == .added {
      title += " only in the \(function.change == .removed ? "old" : "new") file, \(comparison.rows.count) instructions"
      if !isOne { return [painted(title, .title)] }
    }
    var lines = [painted(title, .title)]
    for field in comparison.fields { lines += self.lines(of: field) }
    let shown = function.shownRows(context: context)
    guard shown.contains(true) else { return lines }
    if !comparison.fields.isEmpty { lines.append("") }
    lines += sideWidth.map { besideRows(function, shown, $0) } ?? rows(function, shown)
    return lines
  }

  private func lines(of field: FieldChange) -> [String] {
    let name = "  " + field.name.padded(to: 22)
    guard field.isCollection else {
      return [name + painted(clip(field.removed), .removed) + " -> " + painted(clip(field.added), .added)]
    }
    let elements = field.removed.map { painted("- " + DiffText.clipped($0), .removed) } + field.added.map { painted("+ " + DiffText.clipped($0), .added) }
    // Short elements share a line; entries of a table do not.
    let isShort = (field.removed + field.added).reduce(0) { $0 + $1.utf8.count + 4 } <= 90
    if isShort { return [name + elements.joined(separator: "  ")] }
    return ["  \(field.name)"] + elements.map { "      " + $0 }
  }

  private func clip(_ texts: [String]) -> String { DiffText.clipped(texts.joined(separator: ", ")) }

  // MARK: Rows below each other

  private func rows(_ function: FileComparison.Function, _ shown: [Bool]) -> [String] {
    let comparison = function.comparison
    let widths = Widths(comparison)
    var lines = [painted(widths.header(), .faint)]
    var lastLine: String?
    forEachRow(comparison, shown) { number in
      let row = comparison.rows[number]
      let (old, new) = (comparison.instruction(row, .old), comparison.instruction(row, .new))
      let line = lineText(old, new)
      var start = DiffText.mark(row.change) + " " + (line == lastLine ? "" : line).leftPadded(to: widths.line)
      lastLine = line
      start += "  " + (comparison.label(number).map { $0 + ":" } ?? "").padded(to: widths.label)
      start += (old.map { "\($0.offset)" } ?? "").leftPadded(to: widths.offset) + " "
      start += (new.map { "\($0.offset)" } ?? "").leftPadded(to: widths.offset) + "  "
      lines.append(start + body(row.change, old, new, room: width.map { $0 - start.count }))
    } gap: { count in
      lines.append(painted("  ... \(count) equal", .faint))
      lastLine = nil
    }
    return lines
  }

  private func lineText(_ old: CodeComparison.ShownInstruction?, _ new: CodeComparison.ShownInstruction?) -> String {
    let (before, after) = (old.map(DiffText.line), new.map(DiffText.line))
    guard let before, let after, before != after else { return before ?? after ?? "" }
    return before + ">" + after
  }

  private static func line(_ instruction: CodeComparison.ShownInstruction) -> String { instruction.line.map { "\($0)" } ?? "--" }

  /// What the instruction is, and what it became.
  private func body(
    _ change: CodeComparison.Change, _ old: CodeComparison.ShownInstruction?, _ new: CodeComparison.ShownInstruction?, room: Int?
  ) -> String {
    guard change == .changed, let old, let new else {
      return painted(fit((new ?? old).map(DiffText.plain) ?? "", room), Paint(change))
    }
    let half = room.map { max(10, ($0 - 4) / 2) }
    if old.name == new.name {
      let name = old.name.padded(to: DiffText.nameWidth)
      let space = half.map { $0 - DiffText.nameWidth / 2 }
      let operands = [old.operand, new.operand].map { fit($0.isEmpty ? "(none)" : DiffText.clipped($0), space) }
      return name + painted(operands[0], .removed) + " -> " + painted(operands[1], .added)
    }
    return painted(fit(DiffText.plain(old), half), .removed) + " -> " + painted(fit(DiffText.plain(new, padded: false), half), .added)
  }

  private static func plain(_ instruction: CodeComparison.ShownInstruction) -> String { plain(instruction, padded: true) }

  private static func plain(_ instruction: CodeComparison.ShownInstruction, padded: Bool) -> String {
    if instruction.operand.isEmpty { return instruction.name }
    return (padded ? instruction.name.padded(to: nameWidth) : instruction.name + " ") + clipped(instruction.operand)
  }

  private func fit(_ text: String, _ room: Int?) -> String { room.map { DiffText.clipped(text, max(4, $0)) } ?? text }

  private static func mark(_ change: CodeComparison.Change) -> String {
    switch change {
    case .equal: " "
    case .changed: "~"
    case .removed: "-"
    case .added: "+"
    }
  }

  /// Calls `body` with the number of each row that is shown, and `gap` with how many are left out in between.
  private func forEachRow(_ comparison: CodeComparison, _ shown: [Bool], _ body: (Int) -> Void, gap: (Int) -> Void) {
    var hidden = 0
    for number in comparison.rows.indices {
      guard shown[number] else {
        hidden += 1
        continue
      }
      if hidden > 0 { gap(hidden) }
      hidden = 0
      body(number)
    }
    if hidden > 0 { gap(hidden) }
  }

  // MARK: Rows beside each other

  private func besideRows(_ function: FileComparison.Function, _ shown: [Bool], _ total: Int) -> [String] {
    let comparison = function.comparison
    let widths = Widths(comparison)
    let half = (total - 3) / 2
    var lines: [String] = []
    var last: (String?, String?) = (nil, nil)
    forEachRow(comparison, shown) { number in
      let row = comparison.rows[number]
      let (old, new) = (comparison.instruction(row, .old), comparison.instruction(row, .new))
      let label = comparison.label(number)
      let left = side(old, label, widths, last.0, half)
      let right = side(new, label, widths, last.1, half)
      if let old { last.0 = DiffText.line(old) }
      if let new { last.1 = DiffText.line(new) }
      let isPair = row.change == .changed
      let mark = painted(DiffText.mark(row.change), Paint(row.change))
      let before = painted(left.padded(exactly: half), isPair ? .removed : Paint(row.change))
      lines.append(before + " " + mark + " " + painted(right, isPair ? .added : Paint(row.change)))
    } gap: { count in
      lines.append(painted("  ... \(count) equal", .faint))
      last = (nil, nil)
    }
    return lines.map(DiffText.withoutBlanks)
  }

  private func side(
    _ instruction: CodeComparison.ShownInstruction?, _ label: String?, _ widths: Widths, _ lastLine: String?, _ width: Int
  ) -> String {
    guard let instruction else { return "" }
    let line = DiffText.line(instruction)
    let start =
      (line == lastLine ? "" : line).leftPadded(to: widths.sideLine) + "  " + (label.map { $0 + ":" } ?? "").padded(to: widths.label)
      + "\(instruction.offset)".leftPadded(to: widths.offset) + "  "
    let room = max(4, width - start.count)
    let name = instruction.operand.isEmpty ? instruction.name : instruction.name.padded(to: min(DiffText.nameWidth, max(4, room / 2)))
    return DiffText.clipped(start + name + DiffText.clipped(instruction.operand), width)
  }

  private static func withoutBlanks(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The widths of the columns of a code object.
  private struct Widths {
    var line = 4
    var sideLine = 4
    var label = 5
    var offset = 4

    init(_ comparison: CodeComparison) {
      for (number, row) in comparison.rows.enumerated() {
        let shown = [CodeComparison.Side.old, .new].compactMap { comparison.position(row, $0) }
        let lines = shown.map { $0.line.map { "\($0)".utf8.count } ?? 2 }
        let isSame = shown.count < 2 || shown[0].line == shown[1].line
        line = max(line, isSame ? lines.first ?? 0 : lines.reduce(1, +))
        sideLine = max(sideLine, lines.max() ?? 0)
        offset = max(offset, shown.map { "\($0.offset)".utf8.count }.max() ?? 0)
        label = max(label, (comparison.label(number)?.utf8.count ?? 0) + 2)
      }
    }

    func header() -> String {
      "  " + "line".leftPadded(to: line) + "  " + "".padded(to: label) + "old".leftPadded(to: offset) + " " + "new".leftPadded(to: offset)
    }
  }

  // MARK: Colours

  private enum Paint {
    case removed, added, changed, title, faint, plain

    init(_ change: CodeComparison.Change) {
      switch change {
      case .equal: self = .plain
      case .changed: self = .changed
      case .removed: self = .removed
      case .added: self = .added
      }
    }

    var code: String? {
      switch self {
      case .removed: "31"
      case .added: "32"
      case .changed: "33"
      case .title: "1;36"
      case .faint: "2"
      case .plain: nil
      }
    }
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    guard isColored, !text.isEmpty, let code = paint.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text at the right end of a column.
  fileprivate func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - utf8.count)) + self }

  fileprivate func padded(exactly width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
