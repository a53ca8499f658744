extension Thread {
  /// A tuple of `count` nulls that the caller fills before anything can raise or run Python code.
  @inline(__always)
  public func tuple(count: Int) throws(Raised) -> Ref<TupleObject> {
    if count == 0 { return self.interpreter.emptyTuple.unchecked() }
    return try allocate(
      TupleObject.self, bytes: MemoryLayout<TupleObject>.size &+ count &* 8, kind: .tuple, type: self.types.tuple, tracedWords: count)
  }

  public func tuple(copying slots: Slots) throws(Raised) -> Value {
    let tuple = try tuple(count: slots.count)
    tuple.items.update(from: slots.base, count: slots.count)
    return Value(tuple)
  }

  public func tuple(_ a: Value) throws(Raised) -> Value {
    let tuple = try tuple(count: 1)
    tuple.items[0] = a
    return Value(tuple)
  }

  public func tuple(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let tuple = try tuple(count: 2)
    tuple.items[0] = a
    tuple.items[1] = b
    return Value(tuple)
  }

  public func tuple(_ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    let tuple = try tuple(count: 3)
    tuple.items[0] = a
    tuple.items[1] = b
    tuple.items[2] = c
    return Value(tuple)
  }

  /// The items of `v` (a list or tuple: they are the list's own) as a tuple; of any iterable by iterating.
  public func tuple(from v: Value) throws(Raised) -> Value {
    if v.isObject && v.object.type == self.types.tuple { return v }
    if has(.tupleAsksLengthHint) { return try tuple(copying: try list(from: v).slots) }
    let list = try list()
    let iterator = try iterator(of: v)
    while true {
      let item = try next(iterator)
      if item.isNull { return try tuple(copying: list.slots) }
      try append(list, item)
    }
  }

  /// Hash of a tuple (CPython's Objects/tupleobject.c, a variant of xxHash).
  public func hashOfTuple(_ tuple: Ref<TupleObject>) throws(Raised) -> Int {
    let count = tuple.count
    var sum: UInt64 = 2_870_177_450_012_600_261
    try enterRecursive()
    defer { leaveRecursive() }
    for i in 0..<count {
      let lane = UInt64(bitPattern: Int64(try itemHash(tuple.items[i])))
      sum = sum &+ lane &* 14_029_467_366_897_019_727
      sum = sum << 31 | sum >> 33
      sum = sum &* 11_400_714_785_074_694_791
    }
    sum = sum &+ (UInt64(count) ^ (2_870_177_450_012_600_261 ^ 3_527_539))
    return sum == UInt64.max ? 1_546_275_796 : Int(bitPattern: UInt(sum))
  }
}
