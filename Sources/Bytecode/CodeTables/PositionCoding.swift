/// A range of a line table: it reaches to where the next one begins.
package struct PositionRange: Hashable {
  /// Where it begins, in code units. Ranges that begin at the same place as the next are empty.
  var unit: Int
  var position: SourcePosition

  package init(unit: Int, position: SourcePosition) {
    self.unit = unit
    self.position = position
  }
}

/// Line tables of all formats as lists of ranges, in both directions. Writing makes what CPython's compiler makes of the
/// same ranges.
enum PositionCoding {
  /// The ranges of a code object's line table; nil if writing them would not give the same table.
  static func decode(_ image: CodeImage, _ format: FileFormat.LineTableFormat) -> [PositionRange]? {
    let units = image.code.count / 2
    let candidates: [[PositionRange]?]
    switch format {
    case .locations: candidates = [locations(image)]
    case .lines: candidates = [LineTableCoding.ranges(image, joining: true), LineTableCoding.ranges(image, joining: false)]
    case .lnotab, .unsignedLnotab: candidates = [LnotabCoding.ranges(image)]
    }
    for case .some(let ranges) in candidates
    where encode(ranges, unitCount: units, firstLine: image.firstLine, format) == image.lineTable {
      return ranges
    }
    return nil
  }

  /// The table in its stored form. The ranges must be sorted.
  static func encode(
    _ ranges: [PositionRange], unitCount: Int, firstLine: Int, _ format: FileFormat.LineTableFormat
  ) -> ByteString {
    switch format {
    case .locations:
      return LocationTable.encoded(
        ranges.indices.lazy.map { index in
          let end = index + 1 < ranges.count ? ranges[index + 1].unit : unitCount
          return SourceRange(units: ranges[index].unit..<max(ranges[index].unit, end), position: ranges[index].position)
        }, firstLine: firstLine)
    case .lines: return LineTableCoding.encoded(ranges, unitCount: unitCount, firstLine: firstLine)
    case .lnotab, .unsignedLnotab: return LnotabCoding.encoded(ranges, firstLine: firstLine)
    }
  }

  /// Ranges are cut after eight units; the pieces are joined again.
  private static func locations(_ image: CodeImage) -> [PositionRange]? {
    var ranges: [PositionRange] = []
    var iterator = LocationTable(image).makeIterator()
    var end = 0
    var isFull = false
    while let range = iterator.next() {
      let continues = isFull && ranges.last?.position == range.position
      isFull = range.units.count == 8
      if !continues { ranges.append(PositionRange(unit: range.units.lowerBound, position: range.position)) }
      end = range.units.upperBound
    }
    return iterator.defect == nil && end == image.code.count / 2 ? ranges : nil
  }
}

/// `co_linetable` of PEP 626 (3.10; CPython: Objects/lnotab_notes.txt): pairs of the length of a range in bytes and a
/// signed line increment, -128 for a range without a line.
package enum LineTableCoding {
  private static let noLine: Int8 = -128
  /// The longest range of one pair and the largest line increment.
  private static let longest = 254
  private static let steepest = 127

  /// - Parameter joining: whether pairs that continue the one before are taken as one range with it.
  static func ranges(_ image: CodeImage, joining: Bool) -> [PositionRange]? {
    let table = image.lineTable
    guard table.count % 2 == 0 else { return nil }
    var ranges: [PositionRange] = []
    var line = image.firstLine
    var offset = 0
    var continues = false
    var lastLength = 0
    for index in stride(from: 0, to: table.count, by: 2) {
      let length = Int(table[index])
      let delta = Int8(bitPattern: table[index + 1])
      if delta != noLine { line += Int(delta) }
      let position = SourcePosition(line: delta == noLine ? nil : line)
      let extends = lastLength == longest && (delta == 0 || delta == noLine) && ranges.last?.position == position
      if joining, continues || extends, let last = ranges.indices.last {
        ranges[last].position = position
      } else {
        guard offset % 2 == 0 else { return nil }
        ranges.append(PositionRange(unit: offset / 2, position: position))
      }
      continues = length == 0 && abs(Int(delta)) == steepest
      lastLength = length
      offset += length
    }
    return offset == image.code.count ? ranges : nil
  }

  /// CPython: Python/compile.c, `assemble_line_range`.
  package static func encoded(_ ranges: [PositionRange], unitCount: Int, firstLine: Int) -> ByteString {
    var bytes: [UInt8] = []
    var line = firstLine
    for (index, range) in ranges.enumerated() {
      var length = 2 * ((index + 1 < ranges.count ? ranges[index + 1].unit : unitCount) - range.unit)
      var delta = Int(noLine)
      if let next = range.position.line {
        delta = next - line
        line = next
        while abs(delta) > steepest {
          let step = delta > 0 ? steepest : -steepest
          bytes += [0, UInt8(bitPattern: Int8(step))]
          delta -= step
        }
      }
      while length > longest {
        bytes += [UInt8(longest), UInt8(bitPattern: Int8(delta))]
        delta = range.position.line == nil ? Int(noLine) : 0
        length -= longest
      }
      bytes += [UInt8(max(length, 0)), UInt8(bitPattern: Int8(delta))]
    }
    return ByteString(bytes)
  }
}

/// `co_lnotab` (up to 3.9; CPython: Objects/lnotab_notes.txt): pairs of a bytecode increment and a signed line increment.
package enum LnotabCoding {
  private struct Pair {
    var step: Int
    var delta: Int
  }

  static func ranges(_ image: CodeImage) -> [PositionRange]? {
    let table = image.lineTable
    guard table.count % 2 == 0 else { return nil }
    let pairs = stride(from: 0, to: table.count, by: 2).map {
      Pair(step: Int(table[$0]), delta: Int(Int8(bitPattern: table[$0 + 1])))
    }
    var line = image.firstLine
    var ranges = [PositionRange(unit: 0, position: SourcePosition(line: line))]
    var offset = 0
    var index = 0
    var isUntouched = true
    while index < pairs.count {
      // A step of 255 without a line only leads on to the next pair.
      if pairs[index].step == 255, pairs[index].delta == 0 {
        offset += 255
        index += 1
        continue
      }
      let end = endOfIncrement(pairs, index)
      let delta = pairs[index..<end].reduce(0) { $0 + $1.delta }
      offset += pairs[index].step
      line += delta
      guard offset % 2 == 0 else { return nil }
      // The line before the first increment holds for nothing.
      if isUntouched, offset == 0, delta != 0 { ranges.removeLast() }
      isUntouched = false
      ranges.append(PositionRange(unit: offset / 2, position: SourcePosition(line: line)))
      index = end
    }
    return ranges
  }

  /// The end of the pairs that together are what one large line increment becomes.
  private static func endOfIncrement(_ pairs: [Pair], _ start: Int) -> Int {
    var end = start + 1
    while end < pairs.count, pairs[end].step == 0, pairs[end - 1].delta == pairs[start].delta, isSteepest(pairs[start].delta) {
      end += 1
    }
    let parts = pairs[start..<end].map(\.delta)
    return split(parts.reduce(0, +)) == parts ? end : start + 1
  }

  private static func isSteepest(_ delta: Int) -> Bool { delta == 127 || delta == -128 }

  /// The line increments that one becomes (CPython: Python/compile.c, `assemble_lnotab`).
  private static func split(_ delta: Int) -> [Int] {
    guard delta < -128 || delta > 127 else { return [delta] }
    let part = delta < 0 ? -128 : 127
    return [Int](repeating: part, count: delta / part) + [delta - delta / part * part]
  }

  /// Appends the pairs of one increment.
  /// - Parameters:
  ///   - step: by how many bytes, not negative: at most 255 go into a pair.
  ///   - delta: by how many lines.
  ///   - isStored: as compilers wrote them, where a multiple of the largest delta ends with a pair of zeros; in tables that are made for who asks
  ///     it does not (CPython: Objects/codeobject.c, `emit_delta`).
  package static func append(step: Int, delta: Int, isStored: Bool = true, to table: inout [UInt8]) {
    var step = step
    while step > 255 {
      table += [255, 0]
      step -= 255
    }
    var parts = split(delta)
    if !isStored, parts.count > 1, parts.last == 0 { parts.removeLast() }
    for part in parts {
      table += [UInt8(step), UInt8(bitPattern: Int8(part))]
      step = 0
    }
  }

  /// A range that begins where and with the line with which the one before does is a pair of zeros, but for the first range.
  static func encoded(_ ranges: [PositionRange], firstLine: Int) -> ByteString {
    var bytes: [UInt8] = []
    var line = firstLine
    var unit = 0
    for (index, range) in ranges.enumerated() {
      guard let next = range.position.line else { continue }
      let step = 2 * (range.unit - unit)
      let delta = next - line
      guard step != 0 || delta != 0 || index > 0 else { continue }
      (line, unit) = (next, range.unit)
      append(step: step, delta: delta, to: &bytes)
    }
    return ByteString(bytes)
  }
}
