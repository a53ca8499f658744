/// A set of names or other numbers from 1 on. Most are empty or hold a few, so nothing is hashed for them.
struct NameSet {
  private var items: [UInt32] = []
  /// Positions in `items` + 1 by hash, 0 for a free slot; empty as long as searching the items is as fast.
  private var slots: [UInt32] = []

  private static let searched = 8

  var isEmpty: Bool { items.isEmpty }

  @inline(__always)
  func contains(_ item: UInt32) -> Bool { !items.isEmpty && find(item) >= 0 }

  /// The position of an item, or -1.
  private func find(_ item: UInt32) -> Int {
    if slots.isEmpty {
      for index in 0..<items.count where items[index] == item { return index }
      return -1
    }
    return Int(slots[slot(item)]) - 1
  }

  /// The slot of an item, or the free one where it belongs.
  private func slot(_ item: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(item) & mask
    while slots[slot] != 0, items[Int(slots[slot]) - 1] != item { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private static func hash(_ item: UInt32) -> Int { Int((item &* 0x9E37_79B1) >> 7) }

  mutating func insert(_ item: UInt32) {
    guard !contains(item) else { return }
    items.append(item)
    if !slots.isEmpty, items.count * 2 <= slots.count {
      slots[freeSlot(item)] = UInt32(items.count)
    } else if items.count > Self.searched {
      rehash()
    }
  }

  private func freeSlot(_ item: UInt32) -> Int {
    var slot = Self.hash(item) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func rehash() {
    var size = 32
    while size < items.count * 4 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for index in items.indices { slots[freeSlot(items[index])] = UInt32(index + 1) }
  }

  /// Removes an item.
  /// - Returns: whether it was there.
  @discardableResult
  mutating func remove(_ item: UInt32) -> Bool {
    guard !items.isEmpty else { return false }
    let place = find(item)
    guard place >= 0 else { return false }
    if !slots.isEmpty { freeSlot(at: slot(item)) }
    let last = items.removeLast()
    if last != item {
      if !slots.isEmpty { slots[slot(of: items.count + 1, last)] = UInt32(place + 1) }
      items[place] = last
    }
    return true
  }

  /// The slot that holds a position.
  private func slot(of position: Int, _ item: UInt32) -> Int {
    var slot = Self.hash(item) & (slots.count - 1)
    while slots[slot] != UInt32(position) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Frees a slot, and moves those behind it to where they are found.
  private mutating func freeSlot(at slot: Int) {
    let mask = slots.count - 1
    var hole = slot
    var next = (slot + 1) & mask
    while slots[next] != 0 {
      let home = Self.hash(items[Int(slots[next]) - 1]) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = 0
  }

  mutating func formUnion(_ other: NameSet) {
    if items.isEmpty {
      self = other
    } else {
      for item in other.items { insert(item) }
    }
  }

  /// In the order of the numbers.
  func sorted() -> [UInt32] { items.sorted() }
}
