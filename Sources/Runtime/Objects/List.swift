extension Thread {
  /// A cell of `count` null values owned by one object.
  @inline(__always)
  public func valueBuffer(_ count: Int) throws(Raised) -> Ref<ValueBuffer> {
    try allocate(
      ValueBuffer.self, bytes: MemoryLayout<ValueBuffer>.size &+ count &* 8, kind: .valueBuffer, type: .none, tracedWords: count)
  }

  /// An empty list.
  @inline(__always)
  public func list() throws(Raised) -> Ref<ListObject> {
    try allocate(ListObject.self, kind: .list, type: self.types.list, tracedWords: 1)
  }

  public func list(copying slots: Slots) throws(Raised) -> Value {
    let list = try list()
    if slots.count > 0 {
      let buffer = try valueBuffer(slots.count)
      buffer.items.update(from: slots.base, count: slots.count)
      list.buffer = buffer
      list.count = slots.count
      list.capacity = slots.count
    }
    return Value(list)
  }

  /// A new list with the items of any iterable.
  public func list(from v: Value) throws(Raised) -> Ref<ListObject> {
    let list = try list()
    try extend(list, v)
    return list
  }

  @inline(__always)
  public func append(_ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    let count = list.count
    if count < list.capacity {
      list.items[count] = v
      list.count = count &+ 1
    } else {
      try appendGrowing(list, v)
    }
  }

  @inline(never)
  @usableFromInline func appendGrowing(_ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    try reserve(list, list.count &+ 1)
    list.items[list.count] = v
    list.count &+= 1
  }

  /// Makes room for `needed` items in all, generously if that is more than there is.
  public func reserve(_ list: Ref<ListObject>, _ needed: Int) throws(Raised) {
    if needed <= list.capacity { return }
    try setCapacity(list, max(needed, list.capacity == 0 ? 4 : list.capacity + list.capacity / 2 + 2))
  }

  /// Moves the items to a buffer of exactly `capacity` (at least `count`) values.
  func setCapacity(_ list: Ref<ListObject>, _ capacity: Int) throws(Raised) {
    if capacity > 1 << 40 { throw raiseMemoryError() }
    let buffer = try valueBuffer(capacity)
    buffer.items.update(from: list.slots.base, count: list.count)
    list.buffer = buffer
    list.capacity = capacity
  }

  /// Drops the items from `count` on.
  public func truncate(_ list: Ref<ListObject>, to count: Int) {
    if list.count > count {
      for i in count..<list.count { list.items[i] = .null }
      list.count = count
    }
    if count == 0 { clear(list) }
  }

  public func clear(_ list: Ref<ListObject>) {
    list.count = 0
    list.capacity = 0
    list.buffer = .none
  }

  /// Replaces the items `start ..< end` (within the list) by copies of `items`, which must not lie in this list's buffer.
  public func replace(_ list: Ref<ListObject>, _ start: Int, _ end: Int, with items: Slots) throws(Raised) {
    let tail = list.count &- end
    let growth = items.count &- (end &- start)
    if growth > 0 { try reserve(list, list.count &+ growth) }
    guard list.capacity > 0 else { return }
    let base = list.items
    if growth != 0 { (base + (end &+ growth)).update(from: base + end, count: tail) }
    (base + start).update(from: items.base, count: items.count)
    let count = list.count &+ growth
    if growth < 0 { for i in count..<list.count { base[i] = .null } }
    list.count = count
    if count == 0 { clear(list) }
  }

  /// Fills an empty list with the items of an iterable, as `list.__init__` does.
  public func initialize(_ list: Ref<ListObject>, from v: Value) throws(Raised) {
    if v.isKind(.instance), has(.listAsksLengthFirst), !lookupSpecial(v, .__len__).isNull {
      do throws(Raised) { _ = try length(v) } catch {
        guard matches(self.exception, self.types.typeError) else { throw error }
        self.exception = .null
      }
    }
    try extend(list, v)
  }

  /// Appends all items of an iterable (`list.extend`, LIST_EXTEND). TypeError ("'int' object is not iterable").
  public func extend(_ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    if v.isKind(.tuple) && v.object.type == self.types.tuple {
      try extend(list, copying: v.unchecked(as: TupleObject.self).slots)
    } else if v.isKind(.list) && v.object.type == self.types.list {
      try extend(list, copying: v.unchecked(as: ListObject.self).slots)
    } else {
      let iterator = try iterator(of: v)
      let hint = try lengthHint(v, 0)
      if hint > 0 && hint < 1 << 32 && list.count == 0 { try reserve(list, hint) }
      while true {
        let item = try next(iterator)
        if item.isNull { break }
        try append(list, item)
      }
    }
  }

  /// Appends a run of values, which may be the list's own items.
  public func extend(_ list: Ref<ListObject>, copying slots: Slots) throws(Raised) {
    if slots.count == 0 { return }
    let count = list.count
    try reserve(list, count &+ slots.count)
    (list.items + count).update(from: slots.base, count: slots.count)
    list.count = count &+ slots.count
  }
}
