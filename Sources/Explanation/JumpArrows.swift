/// Arrows of jumps beside the lines of a code object: which stand in which lane.
package struct JumpArrows {
  package struct Arrow {
    /// Places among the lines.
    package let from: Int
    package let to: Int
    /// 0 is next to the text.
    package let lane: Int

    var span: ClosedRange<Int> { min(from, to)...max(from, to) }
  }

  package private(set) var arrows: [Arrow] = []
  package private(set) var laneCount = 0

  /// Further arrows would make the text narrow: they are left to the operands' words.
  package static let mostLanes = 10

  package init(_ sheet: ExplanationLines, mostLanes: Int = JumpArrows.mostLanes) {
    var places: [Int: Int] = [:]
    for (place, line) in sheet.lines.enumerated() { if case .row(let row) = line { places[row] = place } }
    var jumps: [(from: Int, to: Int)] = []
    for (index, row) in sheet.code.listing.rows.enumerated() where row.instruction.flow != .setupHandler {
      if let target = row.landing, let from = places[index], let to = places[target], from != to { jumps.append((from, to)) }
    }
    // Short arrows stand nearest to the text.
    jumps.sort { (abs($0.from - $0.to), $0.from) < (abs($1.from - $1.to), $1.from) }
    var lanes: [[ClosedRange<Int>]] = []
    for (from, to) in jumps {
      let span = min(from, to)...max(from, to)
      guard let lane = lanes.firstIndex(where: { !$0.contains { $0.overlaps(span) } }) ?? (lanes.count < mostLanes ? lanes.count : nil)
      else { continue }
      if lane == lanes.count { lanes.append([]) }
      lanes[lane].append(span)
      arrows.append(Arrow(from: from, to: to, lane: lane))
    }
    laneCount = lanes.count
  }

  /// The arrows drawn with characters, a text of `2 * laneCount + 1` columns for each line.
  package func drawing(lineCount: Int) -> [String] {
    guard laneCount > 0 else { return [String](repeating: "", count: lineCount) }
    let width = 2 * laneCount + 1
    var grid = [[Character]](repeating: [Character](repeating: " ", count: width), count: lineCount)
    for arrow in arrows {
      let column = width - 3 - 2 * arrow.lane
      for place in arrow.span.dropFirst().dropLast() { grid[place][column] = grid[place][column] == "─" ? "┼" : "│" }
    }
    for arrow in arrows {
      let column = width - 3 - 2 * arrow.lane
      for (place, isTarget) in [(arrow.from, false), (arrow.to, true)] {
        let corner: Character = place == arrow.span.lowerBound ? "╭" : "╰"
        grid[place][column] = grid[place][column] == " " ? corner : grid[place][column] == corner ? corner : "├"
        for other in column + 1..<width - 1 { grid[place][other] = JumpArrows.crossing(grid[place][other]) }
        if isTarget { grid[place][width - 1] = "▶" } else if grid[place][width - 1] != "▶" { grid[place][width - 1] = "─" }
      }
    }
    return grid.map { String($0) }
  }

  private static func crossing(_ character: Character) -> Character {
    switch character {
    case "│": "┼"
    case "╭": "┬"
    case "╰": "┴"
    case "├": "┼"
    case " ": "─"
    default: character
    }
  }
}
