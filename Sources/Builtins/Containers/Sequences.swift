import Runtime

/// What the methods of all sequences need.
enum Sequences {
  /// A repetition count (`seq * n`), clamped to Int. TypeError ("can't multiply sequence by non-int of type 'str'" comes from the operator;
  /// here: "'str' object cannot be interpreted as an integer").
  static func count(_ t: Thread, _ v: Value) throws(Raised) -> Int { try t.asIndex(v) }

  /// A `start` or `stop` argument, clamped to Int. TypeError ("slice indices must be integers or have an __index__ method").
  static func bound(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    if v.isSmallInt { return v.smallInt }
    if !t.isInt(v) && t.lookupSpecial(v, .__index__).isNull {
      throw t.raise(t.types.typeError, "slice indices must be integers or have an __index__ method")
    }
    return try t.asClampedIndex(v)
  }

  /// A `start` or `stop` argument that may be None or missing (null).
  static func bound(_ t: Thread, _ v: Value, missing: Int) throws(Raised) -> Int {
    if v.isNull || v.isNone { return missing }
    return v.isSmallInt ? v.smallInt : try t.sliceIndexSlow(v)
  }

  /// A bound that counts from the end if negative, as an index 0 ... (it may be beyond the end).
  static func clamp(_ bound: Int, _ count: Int) -> Int { bound < 0 ? max(bound &+ count, 0) : bound }

  /// A new list of what an iterable gives; whatever TypeError says that it cannot be iterated becomes one with `message`.
  static func list(_ t: Thread, from iterable: Value, _ message: StaticString) throws(Raised) -> Ref<ListObject> {
    let iterator: Value
    do throws(Raised) {
      iterator = try t.iterator(of: iterable)
    } catch {
      if !t.matches(t.exception, t.types.typeError) { throw error }
      t.exception = .null
      throw t.raise(t.types.typeError, message)
    }
    return try t.list(from: iterator)
  }

  /// Writes `times` (at least 1) copies of the items one after the other.
  static func fill(_ to: SlotPointer, from items: Slots, times: Int) {
    if items.count == 1 {
      to.initialize(repeating: items[0], count: times)
      return
    }
    for k in 0..<times { (to + k * items.count).update(from: items.base, count: items.count) }
  }

  static func reverse(_ items: SlotPointer, _ count: Int) {
    var low = 0
    var high = count - 1
    while low < high {
      let item = items[low]
      items[low] = items[high]
      items[high] = item
      low += 1
      high -= 1
    }
  }
}
