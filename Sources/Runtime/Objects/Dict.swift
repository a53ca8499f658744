// The dict: entries in insertion order and, from 6 entries on, an open-addressing index of entry numbers. Table sizes are CPython's, so that
// iterating while the table changes meets the same items.

extension Ref where T == DictObject {
  /// Only while capacity > 0.
  @inlinable @inline(__always) public var entryBase: UnsafeMutablePointer<DictEntry> { self.entries.trailing() }
  /// Only while there is an index.
  @inlinable @inline(__always) var indexBase: UnsafeMutablePointer<Int32> { self.index.trailing() }
}

extension Int32 {
  /// An index slot that was never used.
  @inlinable @inline(__always) static var emptySlot: Int32 { -1 }
  /// An index slot whose entry was deleted: searches go on behind it.
  @inlinable @inline(__always) static var deletedSlot: Int32 { -2 }
}

// MARK: - Finding

extension Thread {
  /// An empty dict.
  @inline(__always)
  public func dict() throws(Raised) -> Ref<DictObject> {
    try allocate(DictObject.self, kind: .dict, type: self.types.dict, tracedWords: 2)
  }

  /// The value of an interned str, null = missing. Never raises, runs no Python code, allocates nothing.
  @inline(__always)
  public func dictGet(_ d: Ref<DictObject>, interned key: Value) -> Value {
    let n = dictFind(d, interned: key)
    return n < 0 ? .null : d.entryBase[n].value
  }

  /// Entry number of an interned str, -1 = missing.
  @inline(__always)
  public func dictFind(_ d: Ref<DictObject>, interned key: Value) -> Int {
    let hash = key.unchecked(as: StrObject.self).hash
    if d.index.isNone {
      var n = 0
      let used = d.used
      while n < used {
        let entry = d.entryBase + n
        if entry.pointee.key == key { return n }
        if entry.pointee.hash == hash && isSameStr(entry.pointee.key, key) { return n }
        n = n &+ 1
      }
      return -1
    }
    let mask = 1 &<< d.indexBits &- 1
    let entries = d.entryBase
    let index = d.indexBase
    var i = hash & mask
    var perturb = UInt(bitPattern: hash)
    while true {
      let n = Int(index[i])
      if n >= 0 {
        let entry = entries + n
        if entry.pointee.key == key { return n }
        if entry.pointee.hash == hash && isSameStr(entry.pointee.key, key) { return n }
      } else if n == Int(Int32.emptySlot) {
        return -1
      }
      perturb = perturb &>> 5
      i = (i &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
  }

  /// Whether a stored key (null for a deleted entry) is a str with the text of `key`.
  @inline(never)
  func isSameStr(_ stored: Value, _ key: Value) -> Bool { stored.isKind(.str) && strEquals(stored, key) }

  /// Entry number of `key`, -1 = missing. May run Python code (`__eq__`), which may change the dict: then the search starts again.
  @inline(__always)
  public func dictFind(_ d: Ref<DictObject>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    d.index.isNone ? try dictFindLinear(d, key, hash) : try dictFindIndexed(d, key, hash)
  }

  @inline(__always)
  private func dictFindLinear(_ d: Ref<DictObject>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    var n = 0
    while n < d.used {
      let entry = d.entryBase + n
      if entry.pointee.hash == hash {
        let stored = entry.pointee.key
        if stored == key { return n }
        if !stored.isNull {
          let entries = d.entries
          if try keysEqual(stored, key) {
            // The entry found must still be the one that was compared.
            if d.entries == entries && n < d.used && d.entryBase[n].key == stored { return n }
            return try dictFindSlow(d, key, hash)
          }
          if d.entries != entries { return try dictFindSlow(d, key, hash) }
        }
      }
      n = n &+ 1
    }
    return -1
  }

  /// A search that starts again after the dict changed under it.
  @inline(never)
  private func dictFindSlow(_ d: Ref<DictObject>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    d.index.isNone ? try dictFindLinear(d, key, hash) : try dictFindIndexed(d, key, hash)
  }

  @inline(__always)
  private func dictFindIndexed(_ d: Ref<DictObject>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    let mask = 1 &<< d.indexBits &- 1
    let entries = d.entryBase
    let index = d.indexBase
    var i = hash & mask
    var perturb = UInt(bitPattern: hash)
    while true {
      let n = Int(index[i])
      if n >= 0 {
        let entry = entries + n
        let stored = entry.pointee.key
        if stored == key { return n }
        if entry.pointee.hash == hash && !stored.isNull {
          let same = try keysEqual(stored, key)
          if d.index.isNone || d.indexBase != index || entry.pointee.key != stored { return try dictFindSlow(d, key, hash) }
          if same { return n }
        }
      } else if n == Int(Int32.emptySlot) {
        return -1
      }
      perturb = perturb &>> 5
      i = (i &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
  }

  /// The value of `key`, null = missing. May raise from `__hash__` or `__eq__`.
  @inline(__always)
  public func dictGet(_ d: Ref<DictObject>, _ key: Value) throws(Raised) -> Value {
    if d.count == 0 {
      _ = try keyHash(key)
      return .null
    }
    let n = try dictFind(d, key, try keyHash(key))
    return n < 0 ? .null : d.entryBase[n].value
  }

  /// The next item in insertion order, nil at the end. `position` starts at 0; changing values meanwhile is fine.
  public func dictNext(_ d: Ref<DictObject>, _ position: inout Int) -> DictEntry? {
    while position < d.used {
      let entry = d.entryBase[position]
      position += 1
      if !entry.key.isNull { return entry }
    }
    return nil
  }
}

// MARK: - Changing

extension Thread {
  public func dictSet(_ d: Ref<DictObject>, _ key: Value, _ value: Value) throws(Raised) {
    try dictSet(d, key, value, hash: try keyHash(key))
  }

  @inline(__always)
  public func dictSet(_ d: Ref<DictObject>, _ key: Value, _ value: Value, hash: Int) throws(Raised) {
    let n = try dictFind(d, key, hash)
    if n >= 0 {
      d.entryBase[n].value = value
    } else {
      try dictInsertNew(d, key, value, hash)
    }
  }

  /// Stores under an interned str. Runs no Python code.
  @inline(__always)
  public func dictSet(_ d: Ref<DictObject>, interned key: Value, _ value: Value) throws(Raised) {
    let n = dictFind(d, interned: key)
    if n >= 0 {
      d.entryBase[n].value = value
    } else {
      try dictInsertNew(d, key, value, key.unchecked(as: StrObject.self).hash)
    }
  }

  /// Deletes an interned str. False if it was not there.
  public func dictDelete(_ d: Ref<DictObject>, interned key: Value) -> Bool {
    let n = dictFind(d, interned: key)
    if n < 0 { return false }
    dictRemove(d, entry: n)
    return true
  }

  /// False if the key was not there.
  public func dictDelete(_ d: Ref<DictObject>, _ key: Value) throws(Raised) -> Bool {
    let n = try dictFind(d, key, try keyHash(key))
    if n < 0 { return false }
    dictRemove(d, entry: n)
    return true
  }

  /// Removes the live entry number `n`.
  public func dictRemove(_ d: Ref<DictObject>, entry n: Int) {
    let entry = d.entryBase + n
    if !d.index.isNone { d.indexBase[indexSlot(d, of: n, hash: entry.pointee.hash)] = .deletedSlot }
    entry.pointee.key = .null
    entry.pointee.value = .null
    d.count &-= 1
    changed(d)
  }

  /// Removes and returns the last item; nil if the dict is empty.
  public func dictPopLast(_ d: Ref<DictObject>) -> DictEntry? {
    if d.count == 0 { return nil }
    var n = d.used &- 1
    while d.entryBase[n].key.isNull { n &-= 1 }
    let entry = d.entryBase[n]
    dictRemove(d, entry: n)
    d.used = n
    return entry
  }

  public func dictClear(_ d: Ref<DictObject>) {
    d.entries = .none
    d.index = .none
    d.count = 0
    d.used = 0
    d.capacity = 0
    d.usable = 0
    d.indexBits = 0
    changed(d)
  }

  /// Gives the dict a version that no dict had before.
  @inline(__always)
  private func changed(_ d: Ref<DictObject>) {
    let version = self.interpreter.nextDictVersion &+ 1
    self.interpreter.nextDictVersion = version
    d.version = version
  }

  /// Where the index points to entry `n`.
  private func indexSlot(_ d: Ref<DictObject>, of n: Int, hash: Int) -> Int {
    let mask = 1 &<< d.indexBits &- 1
    var i = hash & mask
    var perturb = UInt(bitPattern: hash)
    while Int(d.indexBase[i]) != n {
      perturb = perturb &>> 5
      i = (i &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
    return i
  }

  /// Adds a key that is not in the dict.
  @inline(never)
  public func dictInsertNew(_ d: Ref<DictObject>, _ key: Value, _ value: Value, _ hash: Int) throws(Raised) {
    if d.usable == 0 { try dictResize(d, minimum: d.count &* 3) }
    let n = d.used
    d.entryBase[n] = DictEntry(hash: hash, key: key, value: value)
    d.used = n &+ 1
    d.usable &-= 1
    d.count &+= 1
    if !d.index.isNone { addToIndex(d, n, hash) }
    changed(d)
  }

  @inline(__always)
  private func addToIndex(_ d: Ref<DictObject>, _ n: Int, _ hash: Int) {
    let mask = 1 &<< d.indexBits &- 1
    let index = d.indexBase
    var i = hash & mask
    var perturb = UInt(bitPattern: hash)
    while index[i] >= 0 {
      perturb = perturb &>> 5
      i = (i &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
    index[i] = Int32(truncatingIfNeeded: n)
  }

  /// Makes the table anew, without deleted entries, with at least `minimum` index slots (a power of two, two thirds of which are used).
  @inline(never)
  func dictResize(_ d: Ref<DictObject>, minimum: Int) throws(Raised) {
    var bits = 3
    while 1 << bits < minimum { bits += 1 }
    let capacity = (1 << bits) * 2 / 3
    if capacity > Int(Int32.max) { throw raiseMemoryError() }
    let entries = try allocate(
      BufferObject.self, bytes: MemoryLayout<BufferObject>.size + capacity * MemoryLayout<DictEntry>.stride, kind: .dictEntries, type: .none,
      tracedWords: 0)
    entries.capacity = capacity
    let index = bits > 3 ? try rawBuffer(bytes: 4 << bits) : .none
    let to: UnsafeMutablePointer<DictEntry> = entries.trailing()
    var count = 0
    if d.count == d.used {
      if d.count > 0 { to.update(from: d.entryBase, count: d.count) }
      count = d.count
    } else {
      for n in 0..<d.used where !d.entryBase[n].key.isNull {
        to[count] = d.entryBase[n]
        count += 1
      }
    }
    d.entries = entries
    d.index = index
    d.indexBits = bits
    d.capacity = capacity
    d.used = count
    d.usable = capacity - count
    if !index.isNone {
      d.indexBase.initialize(repeating: .emptySlot, count: 1 << bits)
      for n in 0..<count { addToIndex(d, n, to[n].hash) }
    }
  }

  /// Makes room for `count` items in all, so that adding them needs no growth.
  public func dictReserve(_ d: Ref<DictObject>, _ count: Int) throws(Raised) {
    if d.used + d.usable < count && count > 5 { try dictResize(d, minimum: (count * 3 + 1) / 2) }
  }

  /// A new dict with the items of `d`.
  public func dictCopy(_ d: Ref<DictObject>) throws(Raised) -> Ref<DictObject> {
    let copy = try dict()
    try dictMergeAll(copy, d)
    return copy
  }

  /// Sets all items of `other` in `d`. RuntimeError if comparing keys changes `other`.
  public func dictMergeAll(_ d: Ref<DictObject>, _ other: Ref<DictObject>) throws(Raised) {
    if other.count == 0 || other == d { return }
    if d.count == 0 {
      if d.capacity < other.count { try dictResize(d, minimum: (other.count * 3 + 1) / 2) }
      if d.used == 0 {
        copyEntries(d, other)
        return
      }
    }
    if d.usable * 3 < other.count * 2 { try dictResize(d, minimum: ((d.count + other.count) * 3 + 1) / 2) }
    let size = other.count
    var n = 0
    while n < other.used {
      let entry = other.entryBase[n]
      if !entry.key.isNull {
        try dictSet(d, entry.key, entry.value, hash: entry.hash)
        if other.count != size { throw raise(self.types.runtimeError, "dict mutated during update") }
      }
      n += 1
    }
  }

  /// Copies the live entries of `other` to a dict that has none and has room for them.
  private func copyEntries(_ d: Ref<DictObject>, _ other: Ref<DictObject>) {
    var count = 0
    let isDense = other.used == other.count && other.usable == other.capacity &- other.used
    if isDense && d.indexBits == other.indexBits && !d.index.isNone && !other.index.isNone {
      // Nothing was ever deleted from `other`: its index holds for the copy too.
      count = other.count
      d.entryBase.update(from: other.entryBase, count: count)
      d.indexBase.update(from: other.indexBase, count: 1 &<< d.indexBits)
      d.used = count
      d.count = count
      d.usable -= count
      return changed(d)
    }
    for n in 0..<other.used where !other.entryBase[n].key.isNull {
      let entry = other.entryBase[n]
      d.entryBase[count] = entry
      if !d.index.isNone { addToIndex(d, count, entry.hash) }
      count += 1
    }
    d.used = count
    d.count = count
    d.usable -= count
    changed(d)
  }
}
