/// A table (constants, names, local variables) as the text gives it: some entries are listed with their places, the others
/// follow from the order in which operands use them.
struct TableOrder {
  private var firstUses: [Int?]
  private var useCounts: [Int]
  private var time = 0

  init(count: Int) {
    firstUses = [Int?](repeating: nil, count: count)
    useCounts = [Int](repeating: 0, count: count)
  }

  /// An operand uses an entry.
  mutating func use(_ index: Int) {
    guard firstUses.indices.contains(index) else { return }
    if firstUses[index] == nil { firstUses[index] = time }
    useCounts[index] += 1
    time += 1
  }

  func useCount(_ index: Int) -> Int { useCounts[index] }

  /// The entry cannot be had by its use: it must be listed.
  mutating func list(_ index: Int) { firstUses[index] = nil }

  /// The entries that must be listed, ascending, so that the others come in the order of their first use: those that are
  /// outside of the longest run of entries whose first uses ascend.
  var listed: [Int] {
    // The last entry of the best run of each length, and the entry before each.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: firstUses.count)
    for (index, use) in firstUses.enumerated() {
      guard let use else { continue }
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if (firstUses[ends[middle]] ?? 0) < use { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var isInRun = [Bool](repeating: false, count: firstUses.count)
    var index = ends.last ?? -1
    while index >= 0 {
      isInRun[index] = true
      index = before[index]
    }
    return firstUses.indices.filter { !isInRun[$0] }
  }
}
