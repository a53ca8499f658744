/// Numbers, each once, in the order in which they came: an ordered set of names or constants, with their positions.
struct NameIndex {
  private(set) var items: [UInt32] = []
  /// Positions + 1 by hash, 0 for a free slot; empty as long as searching the items is as fast.
  private var slots: [Int32] = []

  init() {}

  init(_ items: some Sequence<UInt32>) {
    for item in items { add(item) }
  }

  var count: Int { items.count }

  private static let searched = 12

  /// The position of an item, or -1.
  @inline(__always)
  func find(_ item: UInt32) -> Int {
    if slots.isEmpty {
      var index = 0
      while index < items.count {
        if items[index] == item { return index }
        index += 1
      }
      return -1
    }
    return Int(slots[slot(item)]) - 1
  }

  func contains(_ item: UInt32) -> Bool { find(item) >= 0 }

  /// The position of an item, which is added at the end if it is new.
  @discardableResult
  mutating func add(_ item: UInt32) -> Int {
    let found = find(item)
    if found >= 0 { return found }
    items.append(item)
    if slots.isEmpty {
      if items.count > Self.searched { rehash() }
    } else if items.count * 2 > slots.count {
      rehash()
    } else {
      slots[slot(item)] = Int32(items.count)
    }
    return items.count - 1
  }

  private func slot(_ item: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int((item &* 0x9E37_79B1) >> 7) & mask
    while slots[slot] != 0, items[Int(slots[slot]) - 1] != item { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func rehash() {
    var size = 64
    while size < items.count * 4 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for (index, item) in items.enumerated() { slots[slot(item)] = Int32(index + 1) }
  }
}
