// Comparing and adding the builtin sequences.

extension Thread {
  /// The items of a list or tuple as they are now.
  @inline(__always)
  func sequenceItems(_ v: Value) -> Slots {
    v.object.kind == .list ? v.unchecked(as: ListObject.self).slots : v.unchecked(as: TupleObject.self).slots
  }

  /// `a op b` of two lists or two tuples: the first items that differ decide, else the lengths. Any object may come out.
  public func compareSequences(_ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if a.object.kind == .list && (op == .equal || op == .notEqual) && sequenceItems(a).count != sequenceItems(b).count {
      return Value(op == .notEqual)
    }
    var i = 0
    while true {
      // Comparing items may change a list: it is read again each time.
      let x = sequenceItems(a)
      let y = sequenceItems(b)
      if i >= x.count || i >= y.count { return Value(op.holds(x.count &- y.count)) }
      let left = x[i]
      let right = y[i]
      if try !itemEquals(left, right) {
        switch op {
        case .equal: return .false
        case .notEqual: return .true
        default:
          // Comparing may have taken the items away.
          let count = sequenceItems(a).count
          let other = sequenceItems(b).count
          return i >= count || i >= other ? Value(op.holds(count &- other)) : try compare(op, left, right)
        }
      }
      i &+= 1
    }
  }

  /// `a op b` of two strs.
  func compareStrs(_ op: CompareOperator, _ a: Value, _ b: Value) -> Value {
    switch op {
    case .equal: Value(strEquals(a, b))
    case .notEqual: Value(!strEquals(a, b))
    default: Value(op.holds(strCompare(a.unchecked(), b.unchecked())))
    }
  }

  /// `a + b` of two strs, lists or tuples of exactly the same type; null for everything else.
  func sequenceSum(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let type = a.object.type
    if type != b.object.type { return .null }
    if type == self.types.str { return try strConcat(a, b) }
    if type == self.types.list { return Value(try listConcat(a.unchecked(), b.unchecked())) }
    if type == self.types.tuple { return try tupleConcat(a.unchecked(), b.unchecked()) }
    return .null
  }

  /// A new list with the items of both.
  public func listConcat(_ a: Ref<ListObject>, _ b: Ref<ListObject>) throws(Raised) -> Ref<ListObject> {
    let result = try list()
    try reserve(result, a.count &+ b.count)
    try extend(result, copying: a.slots)
    try extend(result, copying: b.slots)
    return result
  }

  /// A plain tuple with the items of both.
  public func tupleConcat(_ a: Ref<TupleObject>, _ b: Ref<TupleObject>) throws(Raised) -> Value {
    if a.count == 0 && b.header.type == self.types.tuple { return Value(b) }
    if b.count == 0 && a.header.type == self.types.tuple { return Value(a) }
    let result = try tuple(count: a.count &+ b.count)
    result.items.update(from: a.items, count: a.count)
    (result.items + a.count).update(from: b.items, count: b.count)
    return Value(result)
  }
}
