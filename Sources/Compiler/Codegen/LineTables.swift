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
      var bytes = entry.start * 2 - address
      var step = entry.line - line
      while bytes > 255 {
        table += [255, 0]
        bytes -= 255
      }
      while step > 127 || step < -128 {
        let part = step > 0 ? 127 : -128
        table += [UInt8(bytes), UInt8(bitPattern: Int8(part))]
        bytes = 0
        step -= part
      }
      table += [UInt8(bytes), UInt8(bitPattern: Int8(step))]
      address = entry.start * 2
      line = entry.line
    }
    return table
  }

  /// `co_linetable` of 3.10: a pair for each range of instructions with one line; -1 is none.
  static func ranges(_ lines: [(start: Int, line: Int)], firstLine: Int, count: Int) -> ByteString {
    var table: [UInt8] = []
    var line = firstLine
    var index = 0
    while index < lines.count {
      let entry = lines[index]
      var next = index + 1
      while next < lines.count, lines[next].line == entry.line { next += 1 }
      let end = next < lines.count ? lines[next].start : count
      append((end - entry.start) * 2, entry.line, &line, &table)
      index = next
    }
    return ByteString(table)
  }

  private static func append(_ length: Int, _ own: Int, _ line: inout Int, _ table: inout [UInt8]) {
    // The byte -128 says that there is no line.
    var length = length
    var step = own < 0 ? -128 : own - line
    if own >= 0 {
      line = own
      while step > 127 || step < -127 {
        let part = step > 0 ? 127 : -127
        table += [0, UInt8(bitPattern: Int8(part))]
        step -= part
      }
    }
    while length > 254 {
      table += [254, UInt8(bitPattern: Int8(step))]
      step = own < 0 ? -128 : 0
      length -= 254
    }
    table += [UInt8(length), UInt8(bitPattern: Int8(step))]
  }
}
