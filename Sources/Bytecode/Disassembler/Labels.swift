/// The marked places of a code object: jump targets and, as the version has it, handlers and the ends of handled ranges. They are
/// numbered in the order of their offsets.
struct Labels {
  /// The number of the label at each code unit, 0 if none.
  private let numbers: [Int32]
  /// The numbers at code units outside the code, which malformed code may name.
  private let outside: [Int: Int]
  let count: Int

  init(_ instructions: [DecodedInstruction], unitCount: Int, _ entries: [ExceptionEntry], _ tables: DisassemblerTables) {
    var numbers = [Int32](repeating: 0, count: unitCount + 1)
    var outside: Set<Int> = []
    func mark(_ unit: Int) {
      if unit >= 0 && unit <= unitCount { numbers[unit] = 1 } else { outside.insert(unit) }
    }
    for instruction in instructions {
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
    var count = 0
    var outsideNumbers: [Int: Int] = [:]
    func number(_ units: some Sequence<Int>) {
      for unit in units.sorted() {
        count += 1
        outsideNumbers[unit] = count
      }
    }
    number(outside.filter { $0 < 0 })
    for unit in numbers.indices where numbers[unit] != 0 {
      count += 1
      numbers[unit] = Int32(truncatingIfNeeded: count)
    }
    number(outside.filter { $0 > 0 })
    self.outside = outsideNumbers
    self.numbers = numbers
    self.count = count
  }

  /// The number of the label at a code unit, nil if there is none.
  @inline(__always)
  func number(at unit: Int) -> Int? {
    if unit >= 0 && unit < numbers.count { return numbers[unit] == 0 ? nil : Int(numbers[unit]) }
    return outside[unit]
  }
}
