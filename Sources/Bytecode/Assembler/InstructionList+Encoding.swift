/// What an `InstructionList` becomes.
struct EncodedInstructions {
  var code: ByteString
  var lineTable: ByteString
  var exceptionTable: ByteString
  /// The code unit at which each element begins, prefixes included.
  var units: [Int]
}

extension InstructionList {
  /// Encodes the list for a version. Jumps get the prefixes they need, and no more than that.
  ///
  /// - Parameter depths: what stands for the depths that the exception ranges leave open, in their order.
  func encoded(
    _ tables: AssemblerTables, firstLine: Int, depths: [Int]
  ) throws(EncodingError) -> EncodedInstructions {
    var encoder = ListEncoder(self, tables)
    try encoder.findLabels()
    try encoder.relax()
    let code = try encoder.bytes()
    let lines: ByteString
    if let storedLineTable { lines = storedLineTable } else { lines = try encoder.lineTable(firstLine) }
    if let storedExceptionTable {
      return EncodedInstructions(code: code, lineTable: lines, exceptionTable: storedExceptionTable, units: encoder.units)
    }
    let handlers = try encoder.exceptionTable(depths)
    return EncodedInstructions(code: code, lineTable: lines, exceptionTable: handlers, units: encoder.units)
  }

  /// The number of prefixes that each element needs at least; nil if the list cannot be encoded.
  func leastPrefixes(_ tables: AssemblerTables) -> [Int]? {
    var encoder = ListEncoder(self, tables)
    do throws(EncodingError) {
      try encoder.findLabels()
      try encoder.relax()
      return encoder.prefixes
    } catch {
      return nil
    }
  }

  /// The element in front of which each label stands, by its number.
  func labelPlaces() -> [Label: Int] {
    var places: [Label: Int] = [:]
    for (index, element) in elements.enumerated() {
      if case .label(let label) = element { places[label] = index }
    }
    return places
  }
}

/// The work of encoding a list.
private struct ListEncoder {
  private let list: InstructionList
  private let tables: AssemblerTables
  private(set) var units: [Int] = []
  /// Prefixes of each element.
  private(set) var prefixes: [Int]
  private var places: [Label: Int] = [:]
  /// In half units: elements of bytes may have an odd length at the end of the code.
  private var byteCount = 0

  init(_ list: InstructionList, _ tables: AssemblerTables) {
    self.list = list
    self.tables = tables
    prefixes = [Int](repeating: 0, count: list.elements.count)
  }

  mutating func findLabels() throws(EncodingError) {
    for (index, element) in list.elements.enumerated() {
      guard case .label(let label) = element else { continue }
      guard places.updateValue(index, forKey: label) == nil else {
        throw EncodingError(element: index, description: "the label is in the list twice")
      }
    }
  }

  /// Finds the least number of prefixes for each instruction, by letting them grow until all jumps reach their targets.
  mutating func relax() throws(EncodingError) {
    for (index, element) in list.elements.enumerated() {
      guard case .instruction(let instruction) = element else { continue }
      prefixes[index] = min(max(instruction.prefixes, 0), 3)
      if case .value(let operand) = instruction.argument {
        prefixes[index] = max(prefixes[index], AssemblerTables.prefixes(for: operand))
      }
    }
    let jumps = list.elements.indices.filter {
      if case .instruction(let instruction) = list.elements[$0], case .label = instruction.argument { true } else { false }
    }
    var isStable = false
    while !isStable {
      placeUnits()
      isStable = true
      for index in jumps {
        let needed = AssemblerTables.prefixes(for: try operand(at: index))
        if needed > prefixes[index] {
          prefixes[index] = needed
          isStable = false
        }
      }
    }
  }

  private mutating func placeUnits() {
    units.removeAll(keepingCapacity: true)
    byteCount = 0
    for (index, element) in list.elements.enumerated() {
      units.append(byteCount / 2)
      switch element {
      case .instruction(let instruction):
        byteCount += 2 * (prefixes[index] + 1 + tables.set[Int(instruction.opcode)].cacheUnits)
      case .bytes(let bytes, _, _): byteCount += bytes.count
      case .label, .mark: break
      }
    }
  }

  /// The operand of the instruction at an element, as far as the places of the labels are known.
  private func operand(at index: Int) throws(EncodingError) -> UInt32 {
    guard case .instruction(let instruction) = list.elements[index] else { return 0 }
    switch instruction.argument {
    case .value(let operand): return operand
    case .label(let label):
      guard let place = places[label] else {
        throw EncodingError(element: index, description: "the label of its target is not in the list")
      }
      let name = tables.set[Int(instruction.opcode)].name
      guard let direction = tables.jumps.direction(of: instruction.opcode) else {
        throw EncodingError(element: index, description: "\(name) leads to no label")
      }
      let unit = units[index] + prefixes[index]
      if let operand = tables.jumps.operand(instruction.opcode, unit: unit, target: units[place]) { return operand }
      let problem =
        direction == .backward ? "goes back only, but its target is ahead" : "goes ahead only, but its target is behind it"
      throw EncodingError(element: index, description: "\(name) \(problem)")
    }
  }

  func bytes() throws(EncodingError) -> ByteString {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    for (index, element) in list.elements.enumerated() {
      switch element {
      case .bytes(let raw, _, _): bytes += raw
      case .label, .mark: break
      case .instruction(let instruction):
        let operand = try operand(at: index)
        for prefix in stride(from: prefixes[index], to: 0, by: -1) {
          bytes += [tables.set.encoding.extendedArg, UInt8(truncatingIfNeeded: operand >> UInt32(8 * prefix))]
        }
        bytes += [instruction.opcode, UInt8(truncatingIfNeeded: operand)]
        let size = 2 * tables.set[Int(instruction.opcode)].cacheUnits
        guard instruction.cache.isEmpty || instruction.cache.count == size else {
          throw EncodingError(element: index, description: "its inline cache has \(size) bytes, not \(instruction.cache.count)")
        }
        bytes += instruction.cache.isEmpty ? [UInt8](repeating: 0, count: size) : instruction.cache
      }
    }
    return ByteString(bytes)
  }

  // MARK: Tables

  func lineTable(_ firstLine: Int) throws(EncodingError) -> ByteString {
    var ranges: [PositionRange] = []
    var position: SourcePosition?
    for (index, element) in list.elements.enumerated() {
      let next: SourcePosition
      let begins: Bool
      switch element {
      case .instruction(let instruction): (next, begins) = (instruction.position, instruction.beginsRange)
      case .bytes(_, let place, let beginsRange): (next, begins) = (place, beginsRange)
      case .mark(let place): (next, begins) = (place, true)
      case .label: continue
      }
      guard begins || next != position else { continue }
      ranges.append(PositionRange(unit: units[index], position: next))
      position = next
    }
    try checkDistances(ranges, firstLine)
    return PositionCoding.encode(ranges, unitCount: byteCount / 2, firstLine: firstLine, tables.set.file.lineTable)
  }

  /// The sum of all line increments that a table may have: old formats need a byte for some sixty lines.
  private static let longestWay = 1 << 30

  private func checkDistances(_ ranges: [PositionRange], _ firstLine: Int) throws(EncodingError) {
    guard tables.set.file.lineTable != .locations else { return }
    var way = 0
    var line = firstLine
    for case .some(let next) in ranges.lazy.map(\.position.line) {
      way += abs(next - line)
      line = next
    }
    guard way <= ListEncoder.longestWay else { throw EncodingError(element: nil, description: "the lines are too far apart") }
  }

  func exceptionTable(_ depths: [Int]) throws(EncodingError) -> ByteString {
    guard !list.handlers.isEmpty else { return ByteString() }
    guard tables.set.exceptions == .table else {
      throw EncodingError(element: nil, description: "Python \(tables.set.version) has no exception table")
    }
    var entries: [ExceptionEntry] = []
    for (range, depth) in zip(list.handlers, depths) {
      guard let start = places[range.start], let end = places[range.end], let handler = places[range.handler] else {
        throw EncodingError(element: nil, description: "a label of an exception range is not in the list")
      }
      // What was in the range may have been removed.
      guard units[start] < units[end] else { continue }
      entries.append(
        ExceptionEntry(
          start: units[start], end: units[end], target: units[handler], depth: range.depth ?? depth,
          pushesLasti: range.pushesLasti))
    }
    entries.sort { $0.start < $1.start }
    if let pair = zip(entries, entries.dropFirst()).first(where: { $0.end > $1.start }) {
      throw EncodingError(
        element: nil, description: "the exception ranges at offsets \(2 * pair.0.start) and \(2 * pair.1.start) overlap")
    }
    return ExceptionTable(entries: entries).encoded()
  }
}
