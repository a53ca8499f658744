import Explanation

/// The arrows of jumps as drawings in the lines that they pass, so that a line brings its part along wherever a printed page puts it.
struct ArrowCells {
  /// In pixels.
  let width: Int
  private var drawings: [String]
  /// By line: the classes of the arrows that begin or end there.
  private var endings: [[String]]

  private static let row = ExplanationPageParts.rowHeight
  private static let lane = ExplanationPageParts.laneWidth

  init(_ sheet: ExplanationLines) {
    let arrows = JumpArrows(sheet)
    width = (arrows.laneCount + 1) * ArrowCells.lane
    drawings = [String](repeating: "", count: sheet.lines.count)
    endings = [[String]](repeating: [], count: sheet.lines.count)
    for (number, arrow) in arrows.arrows.enumerated() { draw(arrow, "a\(number)") }
  }

  /// The drawing of a line.
  func drawing(_ place: Int) -> String {
    if drawings[place].isEmpty { return "" }
    return "<svg width=\"\(width)\" height=\"\(ArrowCells.row)\" aria-hidden=\"true\">\(drawings[place])</svg>"
  }

  /// The classes of the arrows that begin or end at a line, with spaces between them.
  func ends(_ place: Int) -> String { endings[place].joined(separator: " ") }

  private mutating func draw(_ arrow: JumpArrows.Arrow, _ name: String) {
    let (first, last) = (min(arrow.from, arrow.to), max(arrow.from, arrow.to))
    let x = width - ArrowCells.lane * (arrow.lane + 1)
    let middle = ArrowCells.row / 2
    // Parts overlap a little, so that no gap is seen at any scale.
    let (top, bottom) = ("-0.5", "\(ArrowCells.row).5")
    for place in first...last {
      let side = place == arrow.to ? width - 5 : width
      let path =
        place == first ? "M\(side) \(middle)H\(x)V\(bottom)" : place == last ? "M\(side) \(middle)H\(x)V\(top)" : "M\(x) \(top)V\(bottom)"
      drawings[place] += "<path class=\"\(name)\" d=\"\(path)\" />"
    }
    drawings[arrow.to] += "<path class=\"head \(name)\" d=\"M\(width - 6) \(middle - 4)L\(width) \(middle)L\(width - 6) \(middle + 4)Z\" />"
    endings[arrow.from].append(name)
    endings[arrow.to].append(name)
  }
}
