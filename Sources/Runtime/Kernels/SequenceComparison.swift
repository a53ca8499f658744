// Comparing lists and tuples item by item.

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
        default: return try compare(op, left, right)
        }
      }
      i &+= 1
    }
  }

  /// Equality of two tuples of exactly that type.
  @inline(never)
  func tuplesEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    try enterRecursive(" in comparison")
    defer { leaveRecursive() }
    return try compareSequences(.equal, a, b).isTrue
  }
}
