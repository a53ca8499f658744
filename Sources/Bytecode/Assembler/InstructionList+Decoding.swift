extension InstructionList {
  /// Decodes the instructions of a code object. Anything can be decoded: what is no instruction becomes bytes, and tables
  /// that the list cannot express are kept as they are.
  ///
  /// Returns nil if the version's code units are not two bytes long, or it has no instruction set.
  public init?(_ image: CodeImage) {
    guard let tables = AssemblerTables.of(image.version) else { return nil }
    self.init()
    var decoder = ListDecoder(image, tables)
    decoder.decodeUnits()
    decoder.readTables()
    decoder.findTargets()
    let labels = decoder.placeLabels { self.makeLabel() }
    decoder.fill(&self, labels)
    keepPrefixes(decoder.jumpPrefixes, tables)
  }

  /// Notes the prefixes that jumps have only because of one another: without them all could be shorter.
  ///
  /// - Parameter prefixes: The prefixes that each jump has, by its element.
  private mutating func keepPrefixes(_ prefixes: [(element: Int, count: Int)], _ tables: AssemblerTables) {
    guard prefixes.contains(where: { $0.count > 0 }), let least = leastPrefixes(tables) else { return }
    for (index, count) in prefixes where least[index] < count {
      guard case .instruction(var instruction) = elements[index] else { continue }
      instruction.prefixes = count
      elements[index] = .instruction(instruction)
    }
  }
}

/// The work of decoding a code object into a list.
private struct ListDecoder {
  /// A piece of the code: an instruction with its prefixes and caches, or what is none.
  private struct Piece {
    var units: Range<Int>
    /// Where the opcode is; nil for bytes that are no instruction.
    var opcodeUnit: Int?
    var operand: UInt32 = 0
  }

  private let image: CodeImage
  private let tables: AssemblerTables
  private let code: ByteString
  private let unitCount: Int
  private var pieces: [Piece] = []
  /// Whether a piece begins at each code unit; the end of the code counts.
  private var isStart: [Bool]
  private var ranges: [PositionRange]?
  private var entries: [ExceptionEntry]?
  private var needsLabel: [Bool]
  /// The prefixes of each jump, by its element.
  private(set) var jumpPrefixes: [(element: Int, count: Int)] = []

  init(_ image: CodeImage, _ tables: AssemblerTables) {
    self.image = image
    self.tables = tables
    code = image.code
    unitCount = image.code.count / 2
    isStart = [Bool](repeating: false, count: unitCount + 1)
    needsLabel = isStart
  }

  mutating func decodeUnits() {
    let prefix = tables.set.encoding.extendedArg
    var unit = 0
    while unit < unitCount {
      let start = unit
      var operand: UInt32 = 0
      while unit < unitCount, code[2 * unit] == prefix {
        operand = operand << 8 | UInt32(code[2 * unit + 1])
        unit += 1
      }
      isStart[start] = true
      guard unit < unitCount, unit - start <= 3 else {
        pieces.append(Piece(units: start..<unit, opcodeUnit: nil))
        continue
      }
      let instruction = tables.set[Int(code[2 * unit])]
      let end = unit + 1 + instruction.cacheUnits
      guard instruction.kind != .unused, end <= unitCount else {
        pieces.append(Piece(units: start..<unit + 1, opcodeUnit: nil))
        unit += 1
        continue
      }
      pieces.append(Piece(units: start..<end, opcodeUnit: unit, operand: operand << 8 | UInt32(code[2 * unit + 1])))
      unit = end
    }
    isStart[unitCount] = true
  }

  /// Reads the line and exception tables, where they fit the instructions.
  mutating func readTables() {
    ranges = PositionCoding.decode(image, tables.set.file.lineTable)
    if let ranges, !ranges.allSatisfy({ isBoundary($0.unit) }) { self.ranges = nil }
    if code.count % 2 != 0 { ranges = nil }
    let table = ExceptionTable(reading: image.exceptionTable)
    var end = 0
    let isOrdered = table.entries.allSatisfy { entry in
      defer { end = entry.end }
      return entry.start >= end && entry.start < entry.end && isBoundary(entry.start) && isBoundary(entry.end)
        && isBoundary(entry.target)
    }
    if table.defect == nil, isOrdered, table.encoded() == image.exceptionTable { entries = table.entries }
  }

  private func isBoundary(_ unit: Int) -> Bool { unit >= 0 && unit <= unitCount && isStart[unit] }

  mutating func findTargets() {
    for piece in pieces {
      if let target = target(of: piece) { needsLabel[target] = true }
    }
    for entry in entries ?? [] {
      needsLabel[entry.start] = true
      needsLabel[entry.end] = true
      needsLabel[entry.target] = true
    }
  }

  /// The code unit that a piece leads to, if a label can stand there and the operand is the one that leads there.
  private func target(of piece: Piece) -> Int? {
    guard let unit = piece.opcodeUnit, let target = tables.jumps.target(code[2 * unit], operand: piece.operand, unit: unit),
      isBoundary(target)
    else { return nil }
    return target
  }

  /// The label of each code unit that needs one.
  func placeLabels(_ make: () -> Label) -> [Label?] { needsLabel.map { $0 ? make() : nil } }

  mutating func fill(_ list: inout InstructionList, _ labels: [Label?]) {
    var next = 0
    var position = SourcePosition.none
    for piece in pieces {
      var previous = position
      var begins = false
      while let ranges, next < ranges.count, ranges[next].unit <= piece.units.lowerBound {
        // Of several ranges at one place all but the last are empty.
        if begins { list.elements.append(.mark(position)) }
        previous = position
        position = ranges[next].position
        begins = true
        next += 1
      }
      if let label = labels[piece.units.lowerBound] { list.elements.append(.label(label)) }
      let repeats = begins && position == previous && !list.elements.isEmpty
      if let unit = piece.opcodeUnit, target(of: piece) != nil {
        jumpPrefixes.append((list.elements.count, unit - piece.units.lowerBound))
      }
      list.elements.append(element(piece, position, beginsRange: repeats, labels))
    }
    while let ranges, next < ranges.count {
      list.elements.append(.mark(ranges[next].position))
      next += 1
    }
    if let label = labels[unitCount] { list.elements.append(.label(label)) }
    if code.count % 2 != 0, let last = code.last {
      list.elements.append(.bytes([last], position, beginsRange: false))
    }
    if ranges == nil { list.storedLineTable = image.lineTable }
    guard let entries else {
      list.storedExceptionTable = image.exceptionTable
      return
    }
    list.handlers = entries.compactMap { entry in
      guard let start = labels[entry.start], let end = labels[entry.end], let target = labels[entry.target] else { return nil }
      return ExceptionRange(
        start: start, end: end, handler: target, depth: entry.depth, pushesLasti: entry.pushesLasti)
    }
  }

  private func element(
    _ piece: Piece, _ position: SourcePosition, beginsRange: Bool, _ labels: [Label?]
  ) -> InstructionList.Element {
    guard let unit = piece.opcodeUnit else {
      return .bytes(Array(code[2 * piece.units.lowerBound..<2 * piece.units.upperBound]), position, beginsRange: beginsRange)
    }
    let argument = target(of: piece).flatMap { labels[$0] }.map(ListedInstruction.Argument.label) ?? .value(piece.operand)
    var instruction = ListedInstruction(opcode: code[2 * unit], argument: argument, position: position)
    instruction.beginsRange = beginsRange
    let prefixes = unit - piece.units.lowerBound
    if prefixes > AssemblerTables.prefixes(for: piece.operand) { instruction.prefixes = prefixes }
    let cache = code[2 * (unit + 1)..<2 * piece.units.upperBound]
    if cache.contains(where: { $0 != 0 }) { instruction.cache = Array(cache) }
    return .instruction(instruction)
  }
}
