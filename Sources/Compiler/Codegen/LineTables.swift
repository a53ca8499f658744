import Bytecode

/// Makes the line tables of versions before 3.11.
enum LineTables {
  /// `co_lnotab` (up to 3.9): a pair for each change of the line. Lines of 0 are those of the instruction in front.
  /// - Parameter marked: the statements that have an entry even if the line stays the same, by the place of their first instruction.
  static func lnotab(_ lines: [(start: Int, line: Int)], firstLine: Int, marked: Set<Int>) -> [UInt8] {
    var table: [UInt8] = []
    var address = 0
    var line = firstLine
    for entry in lines where entry.line > 0 && (entry.line != line || marked.contains(entry.start) && entry.start * 2 > address) {
      LnotabCoding.append(step: entry.start * 2 - address, delta: entry.line - line, to: &table)
      address = entry.start * 2
      line = entry.line
    }
    return table
  }

  /// `co_linetable` of 3.10: a pair for each range of instructions with one line; -1 is none, 0 that of the instruction in front.
  static func ranges(_ lines: [(start: Int, line: Int)], firstLine: Int, count: Int) -> ByteString {
    var ranges: [PositionRange] = []
    var last = Int.min
    for entry in lines where entry.line != last && entry.line != 0 {
      ranges.append(PositionRange(unit: entry.start, position: SourcePosition(line: entry.line < 0 ? nil : entry.line)))
      last = entry.line
    }
    return LineTableCoding.encoded(ranges, unitCount: count, firstLine: firstLine)
  }
}
