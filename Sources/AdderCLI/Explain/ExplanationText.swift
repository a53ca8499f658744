import Bytecode
import Explanation

/// Writes explanations for a terminal.
struct ExplanationText {
  let isColored: Bool
  /// Lines are cut to this many columns; nil if they are not.
  let width: Int?

  private static let defaultSideWidth = 96
  private static let gap = "  "

  /// A code object in one version or in several beside each other.
  func text(of function: ExplainedFunction) -> String {
    var lines = ["", painted("\(DiffText.printable(function.name)), line \(function.line)", .title)]
    for column in function.columns { lines += facts(column) }
    lines.append("")
    let columns = function.sheets.enumerated().map { index, sheet in
      self.lines(of: sheet, function.columns[index].source, width: columnWidth(function.sheets.count), isAlone: function.sheets.count == 1)
    }
    for index in 0..<(columns.map(\.count).max() ?? 0) { lines.append(joined(columns.map { $0[index] }, columnWidth(columns.count))) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func columnWidth(_ count: Int) -> Int? {
    if count == 1 { return width }
    return width.map { max(30, ($0 - (count - 1) * (ExplanationText.gap.count + 2)) / count) } ?? ExplanationText.defaultSideWidth
  }

  private func joined(_ cells: [Cell], _ width: Int?) -> String {
    guard cells.count > 1, let width else { return cells.map { painted($0) }.joined() }
    return cells.enumerated().map { index, cell in
      let space = index == cells.count - 1 ? "" : String(repeating: " ", count: max(0, width - cell.text.count))
      return painted(cell) + space
    }.joined(separator: painted(ExplanationText.gap + "│ ", .faint))
  }

  /// What is to be known of a code object before its instructions are read.
  private func facts(_ column: ExplainedFunction.Column) -> [String] {
    let image = column.sheet.code.listing.image
    var facts = ["Python \(image.version)", "stack of \(image.stackSize)"]
    for (word, kind) in [("locals", LocalKind.local), ("cells", .cell), ("free variables", .free)] {
      let names = image.variableNames(kind).map(\.escaped)
      if !names.isEmpty { facts.append("\(word) \(names.joined(separator: " "))") }
    }
    if !image.flags.names.isEmpty { facts.append("flags \(image.flags.names.joined(separator: " "))") }
    let line = DiffText.clipped(facts.joined(separator: "; "))
    return [painted(line, .faint)] + (column.sheet.code.problem.map { [painted("no stacks: \(DiffText.clipped($0))", .raise)] } ?? [])
  }

  // MARK: Lines

  /// A text for a line of a column, with its colour.
  private struct Cell {
    var text = ""
    var paint = Paint.plain
    /// The arrows in front of the text, which have a colour of their own.
    var arrows = 0
  }

  /// The columns of a code object's instructions.
  private struct Widths {
    let name: Int
    let operand: Int
    let roles: Int
    /// nil if lines are not cut.
    let line: Int?
    let showsBefore: Bool

    init(_ code: CodeExplanation, line: Int?, isAlone: Bool) {
      let rows = code.listing.rows
      name = min(isAlone ? 34 : 24, rows.map { $0.instruction.name.count }.max() ?? 0)
      operand = min(isAlone ? 28 : 18, rows.indices.map { code.operandText($0).count }.max() ?? 0)
      roles = code.rows.map { ExplanationText.words($0).count }.max() ?? 0
      self.line = line
      showsBefore = isAlone
    }
  }

  private static func words(_ row: CodeExplanation.Row) -> String {
    CodeExplanation.Role.allCases.filter(row.roles.contains).map(\.rawValue).joined(separator: ",")
  }

  private func lines(of sheet: ExplanationLines, _ source: SourceText?, width: Int?, isAlone: Bool) -> [Cell] {
    let drawing = JumpArrows(sheet, mostLanes: isAlone ? JumpArrows.mostLanes : 5).drawing(lineCount: sheet.lines.count)
    let widths = Widths(sheet.code, line: width, isAlone: isAlone)
    return sheet.lines.enumerated().map { place, line in
      let arrows = drawing[place]
      switch line {
      case .blank: return Cell(text: arrows, paint: .faint, arrows: arrows.count)
      case .source(let number):
        let text = source?.line(number).map { DiffText.clipped($0) } ?? ""
        return Cell(text: clipped("\(arrows)\(leftPadded("\(number)", 5))  \(text)", width), paint: .source, arrows: arrows.count)
      case .remark(let text): return Cell(text: clipped("\(arrows)       · \(text)", width), paint: .faint, arrows: arrows.count)
      case .row(let index): return row(index, sheet.code, arrows, widths)
      }
    }
  }

  private func row(_ index: Int, _ code: CodeExplanation, _ arrows: String, _ widths: Widths) -> Cell {
    let listed = code.listing.rows[index]
    let row = code.rows[index]
    let name = clipped(listed.instruction.name, widths.name)
    let operand = DiffText.clipped(code.operandText(index), widths.operand)
    var text = "\(arrows)\(leftPadded("\(listed.offset)", 5))  \(padded(name, widths.name)) \(padded(operand, widths.operand))  "
    if widths.roles > 0 { text += padded(ExplanationText.words(row), widths.roles) + "  " }
    let room = widths.line.map { $0 - text.count }
    text += widths.showsBefore ? stacks(row, room) : after(row, room)
    return Cell(text: clipped(text, widths.line), paint: Paint(row.roles), arrows: arrows.count)
  }

  /// The stack after an instruction, or before it if it goes nowhere.
  private func after(_ row: CodeExplanation.Row, _ room: Int?) -> String {
    guard let stack = row.after ?? row.before else { return "" }
    let texts = stack.map { DiffText.printable($0.text) }
    let line = "[\(texts.joined(separator: ", "))]"
    guard let room, line.count > room, let top = texts.last else { return line }
    return "[…, \(top)]"
  }

  /// The stack before and after an instruction. Where that is too long, what lies below the change is left out.
  private func stacks(_ row: CodeExplanation.Row, _ room: Int?) -> String {
    guard let before = row.before else { return "" }
    let texts = before.map { DiffText.printable($0.text) }
    func text(_ after: [StackItemName]?, from start: Int) -> String {
      let hidden = start > 0 ? ["…"] : []
      let old = "[\((hidden + texts[min(start, texts.count)...]).joined(separator: ", "))]"
      guard let after else { return old }
      return "\(old) → [\((hidden + after[start...].map { DiffText.printable($0.text) }).joined(separator: ", "))]"
    }
    let kept = row.after.map { zip($0, before).prefix { $0 == $1 }.count } ?? 0
    var line = text(row.after, from: 0)
    if let room, line.count > room, kept > 0 { line = text(row.after, from: kept) }
    if let jump = row.afterJump { line += ", by the jump [\(jump.map { DiffText.printable($0.text) }.joined(separator: ", "))]" }
    return line
  }

  private func clipped(_ text: String, _ width: Int?) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    guard let width, text.count > width else { return text }
    return text.prefix(width - 1) + "…"
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
  private func leftPadded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

  // MARK: Colours

  private enum Paint {
    case plain, faint, title, source, call, leave, raise

    init(_ roles: Set<CodeExplanation.Role>) {
      if roles.contains(.unreachable) { self = .faint }
      else if roles.contains(.raise) { self = .raise }
      else if roles.contains(.return) || roles.contains(.yield) { self = .leave }
      else { self = roles.contains(.call) ? .call : .plain }
    }

    var code: String? {
      switch self {
      case .plain: nil
      case .faint: "2"
      case .title: "1;36"
      case .source: "1"
      case .call: "33"
      case .leave: "32"
      case .raise: "31"
      }
    }
  }

  private func painted(_ cell: Cell) -> String {
    painted(String(cell.text.prefix(cell.arrows)), .faint) + painted(String(cell.text.dropFirst(cell.arrows)), cell.paint)
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    guard isColored, !text.isEmpty, let code = paint.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
