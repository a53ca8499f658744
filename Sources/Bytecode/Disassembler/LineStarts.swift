/// Where source lines begin in a code object: what `dis.findlinestarts` gives.
struct LineStarts {
  struct Start {
    let unit: Int
    /// Nil where the code has no line.
    let line: Int?
  }

  /// In order; neighbours have different lines.
  private(set) var starts: [Start] = []
  private let style: DisStyle

  init(_ positions: PositionTable, _ style: DisStyle) {
    self.style = style
    for range in positions {
      let line = range.position.line
      if line == nil && style.lines == .inherited { continue }
      if let last = starts.last, last.line == line { continue }
      starts.append(Start(unit: range.units.lowerBound, line: line))
    }
  }

  /// The width of the column of line numbers, 0 if there is none.
  var columnWidth: Int {
    var largest: Int?
    var hasUnknown = false
    for start in starts {
      guard let line = start.line else {
        hasUnknown = true
        continue
      }
      if style.lineColumn == .ifNotZero && line == 0 { continue }
      largest = max(largest ?? line, line)
    }
    guard let largest else { return style.lineColumn == .always ? 3 : 0 }
    let width = style.columns == .fixed ? 3 : max(3, String(largest).utf8.count)
    return hasUnknown ? max(width, 4) : width
  }
}
