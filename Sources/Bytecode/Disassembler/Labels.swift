/// The numbered labels of a code object: jump targets and the ends and handlers of the exception table, in the order of
/// their offsets.
struct Labels {
  /// Sorted code units; label n stands at entry n - 1. Malformed code may have some outside the code.
  private let units: [Int]
  /// The label at each code unit, 0 if none.
  private let numbers: [Int32]

  init(_ image: CodeImage, _ table: DecodeTable, _ entries: [ExceptionEntry]) {
    var found: [Int] = []
    for instruction in InstructionDecoder(image.code, table, yieldsPrefixes: true) {
      if let target = table.jumpTarget(of: instruction) { found.append(target) }
    }
    for entry in entries { found += [entry.start, entry.end, entry.target] }
    found.sort()
    var units: [Int] = []
    for unit in found where unit != units.last { units.append(unit) }
    var numbers = [Int32](repeating: 0, count: image.code.count / 2 + 1)
    for (index, unit) in units.enumerated() where numbers.indices.contains(unit) {
      numbers[unit] = Int32(index + 1)
    }
    self.units = units
    self.numbers = numbers
  }

  var count: Int { units.count }

  /// The number of the label at a code unit, nil if there is none.
  func number(at unit: Int) -> Int? {
    if numbers.indices.contains(unit) { return numbers[unit] == 0 ? nil : Int(numbers[unit]) }
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < units.count && units[low] == unit ? low + 1 : nil
  }
}
