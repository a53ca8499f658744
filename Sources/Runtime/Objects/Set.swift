// set and frozenset: the table of CPython's Objects/setobject.c, probe by probe, because iteration follows the table.
// An entry is never used (null key, hash 0), live (a key), or deleted (null key, hash -1: no key hashes to -1).

/// Entries looked at one after the other before the search jumps.
private let linearProbes = 9
/// The smallest table.
private let minimumSetSize = 8

extension Ref where T == SetObject {
  /// Only while there is a table.
  @inlinable @inline(__always) public var entries: UnsafeMutablePointer<SetEntry> { self.table.trailing() }
}

extension SetEntry {
  @inline(__always) var isUnused: Bool { key.isNull && hash == 0 }
  @inlinable @inline(__always) public var isLive: Bool { !key.isNull }
  @inline(__always) static var deleted: SetEntry { SetEntry(key: .null, hash: -1) }
}

/// Where the next run of probes starts.
@inline(__always)
private func nextProbe(_ i: Int, _ perturb: inout UInt, _ mask: Int) -> Int {
  perturb = perturb &>> 5
  return Int(bitPattern: UInt(bitPattern: i) &* 5 &+ 1 &+ perturb) & mask
}

// MARK: - Making and finding

extension Thread {
  /// An empty set.
  public func set() throws(Raised) -> Ref<SetObject> { try newSet(self.types.set) }

  /// An empty frozenset to be filled with `setAdd` before anybody sees it.
  public func frozenset() throws(Raised) -> Ref<SetObject> { try newSet(self.types.frozenset) }

  /// An empty set or frozenset of `type` (one of the two or a subclass).
  public func newSet(_ type: Ref<TypeObject>) throws(Raised) -> Ref<SetObject> {
    let set = try allocateInstance(type, SetObject.self, kind: type.instanceKind, tracedWords: 1)
    set.hash = -1
    set.mask = minimumSetSize - 1
    set.table = try setTable(minimumSetSize)
    return set
  }

  private func setTable(_ size: Int) throws(Raised) -> Ref<BufferObject> {
    let table = try allocate(
      BufferObject.self, bytes: MemoryLayout<BufferObject>.size + size * MemoryLayout<SetEntry>.stride, kind: .setEntries, type: .none,
      tracedWords: 0)
    table.capacity = size
    return table
  }

  /// Position of `key` in the table, -1 = missing. May run Python code (`__eq__`), which may change the set: then the search starts again.
  public func setFind(_ s: Ref<SetObject>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    restart: while true {
      let mask = s.mask
      let table = s.entries
      var i = hash & mask
      var perturb = UInt(bitPattern: hash)
      while true {
        let last = i + linearProbes <= mask ? i + linearProbes : i
        var at = i
        while at <= last {
          let entry = table[at]
          if entry.isUnused { return -1 }
          if entry.hash == hash && entry.isLive {
            if entry.key == key { return at }
            let same = try keysEqual(entry.key, key)
            if s.table.isNone || s.entries != table || table[at].key != entry.key { continue restart }
            if same { return at }
          }
          at &+= 1
        }
        i = nextProbe(i, &perturb, mask)
      }
    }
  }

  /// Whether the set has `v`. TypeError if it cannot be hashed.
  public func setContains(_ s: Ref<SetObject>, _ v: Value) throws(Raised) -> Bool { try setFind(s, v, try elementHash(v)) >= 0 }

  /// The next element in the table's order, nil at the end. `position` starts at 0.
  @inline(__always)
  public func setNext(_ s: Ref<SetObject>, _ position: inout Int) -> SetEntry? {
    let mask = s.mask
    let table = s.entries
    var at = position
    while at <= mask {
      let entry = table[at]
      at &+= 1
      if entry.isLive {
        position = at
        return entry
      }
    }
    position = at
    return nil
  }
}

// MARK: - Changing

extension Thread {
  public func setAdd(_ s: Ref<SetObject>, _ v: Value) throws(Raised) { _ = try setAdd(s, v, hash: try elementHash(v)) }

  /// True if the element is new.
  @discardableResult
  public func setAdd(_ s: Ref<SetObject>, _ key: Value, hash: Int) throws(Raised) -> Bool {
    restart: while true {
      let mask = s.mask
      let table = s.entries
      var i = hash & mask
      var perturb = UInt(bitPattern: hash)
      var free = -1
      while true {
        let last = i + linearProbes <= mask ? i + linearProbes : i
        var at = i
        while at <= last {
          let entry = table[at]
          if entry.isUnused, free >= 0 {
            table[free] = SetEntry(key: key, hash: hash)
            s.count &+= 1
            return true
          }
          if entry.isUnused {
            table[at] = SetEntry(key: key, hash: hash)
            s.fill &+= 1
            s.count &+= 1
            if s.fill &* 5 >= mask &* 3 { try setResize(s, minimum: s.count > 50000 ? s.count * 2 : s.count * 4) }
            return true
          }
          if !entry.isLive {
            if !has(.setPlacesNotReused) { free = at }
          } else if entry.hash == hash {
            if entry.key == key { return false }
            let same = try keysEqual(entry.key, key)
            if s.entries != table || table[at].key != entry.key { continue restart }
            if same { return false }
          }
          at &+= 1
        }
        i = nextProbe(i, &perturb, mask)
      }
    }
  }

  /// False if the element was not there.
  public func setRemove(_ s: Ref<SetObject>, _ v: Value) throws(Raised) -> Bool { try setRemove(s, v, hash: try elementHash(v)) }

  public func setRemove(_ s: Ref<SetObject>, _ key: Value, hash: Int) throws(Raised) -> Bool {
    let at = try setFind(s, key, hash)
    if at < 0 { return false }
    s.entries[at] = .deleted
    s.count &-= 1
    return true
  }

  /// Removes and returns an element, null if there is none: the first one behind the place of the last `pop`.
  public func setPop(_ s: Ref<SetObject>) -> Value {
    if s.count == 0 { return .null }
    var at = s.finger & s.mask
    while !s.entries[at].isLive { at = at == s.mask ? 0 : at + 1 }
    let key = s.entries[at].key
    s.entries[at] = .deleted
    s.count &-= 1
    s.finger = at + 1
    return key
  }

  public func setClear(_ s: Ref<SetObject>) throws(Raised) {
    s.table = try setTable(minimumSetSize)
    s.mask = minimumSetSize - 1
    s.fill = 0
    s.count = 0
  }

  /// Makes the table anew, without deleted entries, with more than `minimum` entries.
  func setResize(_ s: Ref<SetObject>, minimum: Int) throws(Raised) {
    var size = minimumSetSize
    while size <= minimum { size <<= 1 }
    let old = s.table
    let from = s.entries
    let oldMask = s.mask
    let table = try setTable(size)
    let to: UnsafeMutablePointer<SetEntry> = table.trailing()
    for at in 0...oldMask where from[at].isLive { insertClean(to, size - 1, from[at]) }
    withExtendedLifetime(old) {}
    s.table = table
    s.mask = size - 1
    s.fill = s.count
  }

  /// Makes the table anew if more than a quarter of it is deleted entries.
  public func setDropDeleted(_ s: Ref<SetObject>) throws(Raised) {
    if s.fill - s.count > s.mask / 4 { try setResize(s, minimum: s.count > 50000 ? s.count * 2 : s.count * 4) }
  }

  /// Places an element in a table that does not have it and has no deleted entries.
  @inline(__always)
  private func insertClean(_ table: UnsafeMutablePointer<SetEntry>, _ mask: Int, _ entry: SetEntry) {
    var i = entry.hash & mask
    var perturb = UInt(bitPattern: entry.hash)
    while true {
      let last = i + linearProbes <= mask ? i + linearProbes : i
      var at = i
      while at <= last {
        if table[at].key.isNull {
          table[at] = entry
          return
        }
        at &+= 1
      }
      i = nextProbe(i, &perturb, mask)
    }
  }

  /// Adds all elements of another set.
  public func setMerge(_ s: Ref<SetObject>, _ other: Ref<SetObject>) throws(Raised) {
    if other == s || other.count == 0 { return }
    if (s.fill + other.count) * 5 >= s.mask * 3 { try setResize(s, minimum: (s.count + other.count) * 2) }
    if s.fill == 0 {
      let exactCopy = s.mask == other.mask && other.fill == other.count
      if exactCopy {
        s.entries.update(from: other.entries, count: other.mask &+ 1)
      } else {
        let (from, to, mask) = (other.entries, s.entries, s.mask)
        for at in 0...other.mask where from[at].isLive { insertClean(to, mask, from[at]) }
      }
      s.fill = other.count
      s.count = other.count
      return
    }
    var at = 0
    while let entry = setNext(other, &at) { try setAdd(s, entry.key, hash: entry.hash) }
  }

  /// Adds all elements of an iterable (`set.update`, SET_UPDATE).
  public func setUpdate(_ s: Ref<SetObject>, _ v: Value) throws(Raised) {
    if v.isKind(.set) || v.isKind(.frozenset) { return try setMerge(s, v.unchecked()) }
    if v.isKind(.dict) && v.object.type == self.types.dict { return try setMergeKeys(s, v.unchecked()) }
    let iterator = try iterator(of: v)
    while true {
      let item = try next(iterator)
      if item.isNull { return }
      try setAdd(s, item)
    }
  }

  private func setMergeKeys(_ s: Ref<SetObject>, _ d: Ref<DictObject>) throws(Raised) {
    if (s.fill + d.count) * 5 >= s.mask * 3 { try setResize(s, minimum: (s.count + d.count) * 2) }
    var position = 0
    while let entry = dictNext(d, &position) { try setAdd(s, entry.key, hash: entry.hash) }
  }

  /// Exchanges the contents of two sets (in-place operations of CPython make a new table and swap).
  public func setSwap(_ a: Ref<SetObject>, _ b: Ref<SetObject>) {
    (a.table, b.table) = (b.table, a.table)
    (a.count, b.count) = (b.count, a.count)
    (a.fill, b.fill) = (b.fill, a.fill)
    (a.mask, b.mask) = (b.mask, a.mask)
    a.hash = -1
    b.hash = -1
  }

  /// Hash of a frozenset (cached in it): depends on the elements, not on their order.
  public func hashOfFrozenSet(_ s: Ref<SetObject>) -> Int {
    if s.hash != -1 { return s.hash }
    var sum: UInt64 = 0
    for at in 0...s.mask where s.entries[at].isLive {
      let hash = UInt64(bitPattern: Int64(s.entries[at].hash))
      sum ^= ((hash ^ 89_869_747) ^ (hash << 16)) &* 3_644_798_167
    }
    sum ^= (UInt64(s.count) &+ 1) &* 1_927_868_237
    sum ^= (sum >> 11) ^ (sum >> 25)
    sum = sum &* 69069 &+ 907_133_923
    let hash = sum == UInt64.max ? 590_923_713 : Int(bitPattern: UInt(sum))
    s.hash = hash
    return hash
  }
}
