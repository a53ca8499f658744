/// The marked places of a code object: jump targets and, as the version has it, handlers and the ends of handled ranges. They are
/// numbered in the order of their offsets.
struct Labels {
  /// The number of the label at each code unit and behind the last one, 0 if none. May be longer: the memory serves for many code objects.
  private var numbers: [Int32] = []
  /// The code units of the code object and the place behind them.
  private var placeCount = 0
  /// The numbers at code units outside the code, which malformed code may name.
  private var outside: [Int: Int] = [:]
  private(set) var count = 0

  /// Forgets what there was and finds the labels of a code object.
  mutating func find(
    _ instructions: [DecodedInstruction], unitCount: Int, _ entries: [ExceptionEntry], _ tables: DisassemblerTables
  ) {
    reset(unitCount: unitCount)
    for instruction in instructions where tables.rows[instruction.opcode].pointee.hasTarget {
      if let target = tables.decoding.markedTarget(of: instruction) { mark(target) }
    }
    switch tables.set.dis.marks {
    case .targets: break
    case .handlers: for entry in entries where entry.start < entry.end { mark(entry.target) }
    case .labels:
      for entry in entries {
        mark(entry.start)
        mark(entry.end)
        mark(entry.target)
      }
    }
    number()
  }

  private mutating func reset(unitCount: Int) {
    placeCount = unitCount + 1
    if numbers.count < placeCount {
      numbers = [Int32](repeating: 0, count: max(placeCount, 2 * numbers.count))
    } else {
      numbers.withUnsafeMutableBufferPointer { $0[..<placeCount].update(repeating: 0) }
    }
    if !outside.isEmpty { outside = [:] }
    count = 0
  }

  @inline(__always)
  private mutating func mark(_ unit: Int) {
    if unit >= 0 && unit < placeCount { numbers[unit] = 1 } else { outside[unit] = 1 }
  }

  private mutating func number() {
    func number(_ units: [Int]) {
      for unit in units.sorted() {
        count += 1
        outside[unit] = count
      }
    }
    if !outside.isEmpty { number(outside.keys.filter { $0 < 0 }) }
    numberMarks()
    if !outside.isEmpty { number(outside.keys.filter { $0 > 0 }) }
  }

  /// Numbers the places within the code.
  private mutating func numberMarks() {
    var last = Int32(truncatingIfNeeded: count)
    numbers.withUnsafeMutableBufferPointer { numbers in
      var unit = 0
      while unit < placeCount {
        // Most places have no mark: four at once.
        while unit + 4 <= placeCount,
          numbers[unit] | numbers[unit + 1] | numbers[unit + 2] | numbers[unit + 3] == 0
        { unit += 4 }
        if unit < placeCount && numbers[unit] != 0 {
          last &+= 1
          numbers[unit] = last
        }
        unit += 1
      }
    }
    count = Int(last)
  }

  /// The number of the label at a code unit, 0 if there is none.
  @inline(__always)
  func number(at unit: Int) -> Int {
    if unit >= 0 && unit < placeCount { return Int(numbers[unit]) }
    return outside[unit] ?? 0
  }
}
