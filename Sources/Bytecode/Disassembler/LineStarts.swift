/// Where source lines begin in a code object: what `dis.findlinestarts` gives.
struct LineStarts {
  struct Start {
    let unit: Int
    /// Nil where the code has no line.
    let line: Int?
  }

  /// In order; neighbours have different lines.
  private(set) var starts: [Start] = []

  init(_ image: CodeImage) {
    for range in LocationTable(image) {
      let line = range.position.line
      if let last = starts.last, last.line == line { continue }
      starts.append(Start(unit: range.units.lowerBound, line: line))
    }
  }

  /// The width of the column of line numbers, 0 if there is none: it is left out if no instruction has a line other
  /// than 0, and holds `--` where there is none.
  var columnWidth: Int {
    var largest = -1
    var hasUnknown = false
    for start in starts {
      if let line = start.line { if line != 0 { largest = largest == -1 ? line : max(largest, line) } } else { hasUnknown = true }
    }
    if largest == -1 { return 0 }
    let width = max(3, String(largest).utf8.count)
    return hasUnknown ? max(width, 4) : width
  }
}
