/// The order in which a CPython set iterates (CPython: Objects/setobject.c): that of its open-addressed table, which is
/// probed linearly for a stretch and then jumps.
struct SetOrder {
  let hash: PythonHash

  private struct Entry {
    var hash: Int64
    /// Index into the items, -1 where the entry is free.
    var item: Int
  }

  private static let linearProbes = 9
  private static let perturbShift: UInt64 = 5
  /// Comparisons per item beyond which the items are taken to be made to collide.
  private static let patience = 256

  /// The items of a set into which `items` were inserted in that order, in the order of iteration. Items that were
  /// made to collide, so that the insertions would take quadratic time, come in the order in which they are.
  func iterationOrder(of items: [Constant]) -> [Constant] {
    var table = [Entry](repeating: Entry(hash: 0, item: -1), count: 8)
    var used = 0
    var comparisons = 0
    for (index, item) in items.enumerated() {
      let entry = Entry(hash: hash.hash(item), item: index)
      let slot = Self.find(entry.hash, in: table) {
        comparisons += 1
        return $0.hash == entry.hash && items[$0.item] == item
      }
      guard comparisons <= Self.patience * (index + 64) else { return items }
      guard table[slot].item < 0 else { continue }
      table[slot] = entry
      used += 1
      if used * 5 >= (table.count - 1) * 3 { table = Self.resized(table, toHold: used > 50000 ? used * 2 : used * 4) }
    }
    return table.filter { $0.item >= 0 }.map { items[$0.item] }
  }

  /// The first free entry on the way of `hash`, or one that `isEqual` accepts.
  private static func find(_ hash: Int64, in table: [Entry], isEqual: (Entry) -> Bool) -> Int {
    let mask = table.count - 1
    var perturb = UInt64(bitPattern: hash)
    var start = Int(truncatingIfNeeded: perturb & UInt64(mask))
    while true {
      let last = start + linearProbes <= mask ? start + linearProbes : start
      for index in start...last where table[index].item < 0 || isEqual(table[index]) { return index }
      perturb >>= perturbShift
      start = Int(truncatingIfNeeded: (UInt64(start) &* 5 &+ 1 &+ perturb) & UInt64(mask))
    }
  }

  private static func resized(_ table: [Entry], toHold minimum: Int) -> [Entry] {
    var size = 8
    while size <= minimum { size *= 2 }
    var larger = [Entry](repeating: Entry(hash: 0, item: -1), count: size)
    for entry in table where entry.item >= 0 {
      larger[find(entry.hash, in: larger) { _ in false }] = entry
    }
    return larger
  }
}
