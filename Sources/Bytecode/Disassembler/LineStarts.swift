/// Where source lines begin in a code object: what `dis.findlinestarts` gives.
struct LineStarts {
  struct Start {
    let unit: Int
    /// `none` where the code has no line.
    let line: Int

    // A line is a 32-bit number.
    /// The code has no line.
    static var none: Int { Int.min }
    /// No line starts there.
    static var absent: Int { Int.min + 1 }
  }

  /// In order; neighbours have different lines.
  private(set) var starts: [Start] = []
  /// The width of the column of line numbers, 0 if there is none.
  private(set) var columnWidth = 0

  /// Forgets what there was and finds the lines of a code object.
  mutating func find(_ positions: PositionTable, _ style: DisStyle) {
    starts.removeAll(keepingCapacity: true)
    var last: Int?
    var largest = Start.none
    var hasUnknown = false
    positions.forEachLine { unit, known in
      let line = known ?? Start.none
      if line == last || line == Start.none && style.lines == .inherited { return }
      last = line
      starts.append(Start(unit: unit, line: line))
      if line == Start.none { hasUnknown = true } else if line != 0 || style.lineColumn != .ifNotZero { largest = max(largest, line) }
    }
    columnWidth = Self.width(largest, hasUnknown: hasUnknown, style)
  }

  /// The line that starts at a code unit, and the code unit of the start behind that, `Int.max` if there is none.
  /// - Parameter next: Index of the first start that may be there or behind; is moved on.
  func line(at unit: Int, _ next: inout Int) -> (line: Int, nextUnit: Int) {
    while next < starts.count && starts[next].unit < unit { next += 1 }
    guard next < starts.count else { return (Start.absent, Int.max) }
    guard starts[next].unit == unit else { return (Start.absent, starts[next].unit) }
    defer { next += 1 }
    return (starts[next].line, next + 1 < starts.count ? starts[next + 1].unit : Int.max)
  }

  private static func width(_ largest: Int, hasUnknown: Bool, _ style: DisStyle) -> Int {
    guard largest != Start.none else { return style.lineColumn == .always ? 3 : 0 }
    let digits = TextCursor.digitCount(UInt64(largest.magnitude)) + (largest < 0 ? 1 : 0)
    let width = style.columns == .fixed ? 3 : max(3, digits)
    return hasUnknown ? max(width, 4) : width
  }
}
