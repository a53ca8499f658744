/// Numbers, each once, in the order in which they came: an ordered set of names or constants, with their positions. It lies in memory of its
/// own, so that looking into it counts no references; whoever holds it last calls `free`.
struct NameIndex {
  private var base: UnsafeMutablePointer<UInt32>?
  private(set) var count = 0
  private var capacity = 0
  /// Positions + 1 by hash, 0 for a free slot; none as long as searching the items is as fast.
  private var slots: UnsafeMutablePointer<Int32>?
  private var mask = 0

  init() {}

  init(_ items: some Sequence<UInt32>) {
    for item in items { add(item) }
  }

  func free() {
    base?.deallocate()
    slots?.deallocate()
  }

  /// In the order in which they came; until the next one is added.
  var items: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: base, count: count) }

  var isEmpty: Bool { count == 0 }

  private static let searched = 12

  /// The position of an item, or -1.
  @inline(__always)
  func find(_ item: UInt32) -> Int {
    guard let base else { return -1 }
    if let slots { return Int(slots[slot(item, base, slots)]) - 1 }
    var index = 0
    while index < count {
      if base[index] == item { return index }
      index += 1
    }
    return -1
  }

  func contains(_ item: UInt32) -> Bool { find(item) >= 0 }

  /// The position of an item, which is added at the end if it is new.
  @discardableResult
  mutating func add(_ item: UInt32) -> Int {
    let found = find(item)
    if found >= 0 { return found }
    if count == capacity { grow() }
    base?[count] = item
    count += 1
    if let base, let slots, count * 2 <= mask + 1 {
      slots[slot(item, base, slots)] = Int32(count)
    } else if count > Self.searched {
      rehash()
    }
    return count - 1
  }

  /// Removes all items from a position on.
  mutating func truncate(_ length: Int) {
    guard length < count else { return }
    count = length
    if slots != nil { rehash() }
  }

  @inline(__always)
  private func slot(_ item: UInt32, _ base: UnsafeMutablePointer<UInt32>, _ slots: UnsafeMutablePointer<Int32>) -> Int {
    var slot = Int((item &* 0x9E37_79B1) >> 7) & mask
    while slots[slot] != 0, base[Int(slots[slot]) - 1] != item { slot = (slot + 1) & mask }
    return slot
  }

  @inline(never)
  private mutating func grow() {
    let larger = max(8, capacity * 2)
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    if let base {
      moved.update(from: base, count: count)
      base.deallocate()
    }
    base = moved
    capacity = larger
  }

  @inline(never)
  private mutating func rehash() {
    guard let base else { return }
    var size = 64
    while size < count * 4 { size *= 2 }
    let fresh = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    fresh.initialize(repeating: 0, count: size)
    slots?.deallocate()
    slots = fresh
    mask = size - 1
    for index in 0..<count { fresh[slot(base[index], base, fresh)] = Int32(index + 1) }
  }
}
