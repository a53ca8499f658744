import Runtime

/// The tables of `range`. Members may be ints of any size; arithmetic is quick while they are small.
enum RangeType {
  static let spec = TypeSpec(
    "range",
    doc: """
      range(stop) -> range object
      range(start, stop[, step]) -> range object

      Return an object that produces a sequence of integers from start (inclusive)
      to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.
      start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.
      These are exactly the valid indices for a list of 4 elements.
      When step is given, it specifies the increment (or decrement).
      """,
    functions: basics + comparisons + protocols, attributes: attributes)

  static let attributes: [NativeAttributeSpec] = [
    .init("start", get: { t, a throws(Raised) in a[0].unchecked(as: RangeObject.self).start }),
    .init("stop", get: { t, a throws(Raised) in a[0].unchecked(as: RangeObject.self).stop }),
    .init("step", get: { t, a throws(Raised) in a[0].unchecked(as: RangeObject.self).step }),
  ]

  private static var zero: Value { Value(small: 0) }
  private static var one: Value { Value(small: 1) }

  static let basics: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      try RangeType.make(t, a[1].unchecked(), a[2].unchecked())
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      let range = a[0].unchecked(as: RangeObject.self)
      let isEmpty = range.length == RangeType.zero
      let hasStep = !isEmpty && range.length != RangeType.one
      return try t.int(
        try t.hash(try t.tuple(range.length, isEmpty ? .none : range.start, hasStep ? range.step : .none)))
    },
    .init("__reduce__(self, /)") { t, a throws(Raised) in
      let range = a[0].unchecked(as: RangeObject.self)
      return try t.tuple(Value(t.types.range), try t.tuple(range.start, range.stop, range.step))
    },
  ]

  private static func make(_ t: Thread, _ arguments: Ref<TupleObject>, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    if keywords.count > 0 { throw t.raise(t.types.typeError, "range() takes no keyword arguments") }
    let a = arguments.slots
    switch a.count {
    case 0: throw t.raise(.rangeOfNothing)
    case 1: return Value(try make(t, zero, try t.index(a[0]), one))
    case 2: return Value(try make(t, try t.index(a[0]), try t.index(a[1]), one))
    case 3:
      let start = try t.index(a[0])
      let stop = try t.index(a[1])
      let step = try t.index(a[2])
      if IntOperand(step).count == 0 { throw t.raise(t.types.valueError, "range() arg 3 must not be zero") }
      return Value(try make(t, start, stop, step))
    default: throw t.raise(t.types.typeError, "range expected at most 3 arguments, got %S", Value(small: a.count))
    }
  }

  /// A range of ints, up to 3.9 also of instances of subclasses; the step is not 0.
  static func make(_ t: Thread, _ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Ref<RangeObject> {
    if start.isSmallInt && stop.isSmallInt && step.isSmallInt {
      return try t.range(start: start.smallInt, stop: stop.smallInt, step: step.smallInt)
    }
    let length = try RangeType.length(t, start, stop, step)
    let range = try t.allocate(RangeObject.self, kind: .range, type: t.types.range, tracedWords: 4)
    range.start = start
    range.stop = stop
    range.step = step
    range.length = length
    return range
  }

  private static func length(_ t: Thread, _ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Value {
    let isUp = try t.isLess(zero, step)
    let low = isUp ? start : stop
    let high = isUp ? stop : start
    if try !t.isLess(low, high) { return zero }
    let distance = try t.binary(.subtract, try t.binary(.subtract, high, low), one)
    let by = isUp ? step : try t.binary(.subtract, zero, step)
    return try t.binary(.add, try t.binary(.floorDivide, distance, by), one)
  }

  // MARK: Comparing

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      a[1].isKind(.range) ? Value(try RangeType.equal(t, a[0].unchecked(), a[1].unchecked())) : .notImplemented
    },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in
      a[1].isKind(.range) ? Value(try !RangeType.equal(t, a[0].unchecked(), a[1].unchecked())) : .notImplemented
    },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in .notImplemented },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in .notImplemented },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in .notImplemented },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in .notImplemented },
  ]

  /// Whether two ranges are the same sequence.
  private static func equal(_ t: Thread, _ a: Ref<RangeObject>, _ b: Ref<RangeObject>) throws(Raised) -> Bool {
    if a == b { return true }
    if try !t.equals(a.length, b.length) { return false }
    if a.length == zero { return true }
    if try !t.equals(a.start, b.start) { return false }
    return a.length == one ? true : try t.equals(a.step, b.step)
  }

  // MARK: The protocol of sequences

  static let protocols: [NativeFunctionSpec] = [
    .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in
      Value(a[0].unchecked(as: RangeObject.self).length != RangeType.zero)
    },
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in
      try RangeType.lengthAsIndex(t, a[0].unchecked())
    },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try RangeType.item(t, a[0].unchecked(), a[1]) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try RangeType.has(t, a[0].unchecked(), a[1]))
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.rangeIterator(a[0].unchecked()) },
    .init("__reversed__(self, /)", "Return a reverse iterator.") { t, a throws(Raised) in
      try t.rangeIterator(try RangeType.reversed(t, a[0].unchecked()))
    },
    .init("count(self, object, /)", "rangeobject.count(value) -> integer -- return number of occurrences of value") { t, a throws(Raised) in
      if RangeType.isPlainInt(t, a[1]) { return Value(small: try RangeType.has(t, a[0].unchecked(), a[1]) ? 1 : 0) }
      var count = 0
      try t.iterate(a[0]) { item throws(Raised) in
        if try t.itemEquals(item, a[1]) { count += 1 }
      }
      return Value(small: count)
    },
    .init("index(self, object, /)", "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.") {
      t, a throws(Raised) in try RangeType.index(t, a[0].unchecked(), a[1])
    },
  ]

  /// `len(range)`. OverflowError beyond 64 bits.
  private static func lengthAsIndex(_ t: Thread, _ range: Ref<RangeObject>) throws(Raised) -> Value {
    if range.length.isSmallInt { return range.length }
    do throws(Raised) {
      return try t.int(try t.asIndex(range.length))
    } catch {
      if !t.matches(t.exception, t.types.overflowError) { throw error }
      t.exception = .null
      throw t.raise(t.types.overflowError, "Python int too large to convert to C ssize_t")
    }
  }

  private static func isPlainInt(_ t: Thread, _ v: Value) -> Bool {
    v.isSmallInt || v.isBool || (v.isKind(.int) && v.object.type == t.types.int)
  }

  /// Item `index` (not negative, in the range).
  private static func itemAt(_ t: Thread, _ range: Ref<RangeObject>, _ index: Value) throws(Raised) -> Value {
    try t.binary(.add, range.start, try t.binary(.multiply, index, range.step))
  }

  private static func item(_ t: Thread, _ range: Ref<RangeObject>, _ key: Value) throws(Raised) -> Value {
    if key.isKind(.slice) { return try slice(t, range, key.unchecked()) }
    if !t.isInt(key) && t.lookupSpecial(key, .__index__).isNull {
      throw t.raise(t.types.typeError, "range indices must be integers or slices, not %T", key)
    }
    var index = try t.asIndexObject(key)
    if try t.isLess(index, zero) { index = try t.binary(.add, index, range.length) }
    let isBehind = try !t.isLess(index, range.length)
    if try isBehind ? true : t.isLess(index, zero) { throw t.raise(t.types.indexError, "range object index out of range") }
    return try itemAt(t, range, index)
  }

  private static func slice(_ t: Thread, _ range: Ref<RangeObject>, _ slice: Ref<SliceObject>) throws(Raised) -> Value {
    let indices = try SliceType.indices(t, slice, range.length).unchecked(as: TupleObject.self)
    let step = try t.binary(.multiply, range.step, indices.items[2])
    let start = try itemAt(t, range, indices.items[0])
    return Value(try make(t, start, try itemAt(t, range, indices.items[1]), step))
  }

  private static func reversed(_ t: Thread, _ range: Ref<RangeObject>) throws(Raised) -> Ref<RangeObject> {
    let last = try t.binary(.subtract, range.length, one)
    let step = try t.binary(.subtract, zero, range.step)
    let start = try itemAt(t, range, last)
    return try make(t, start, try t.binary(.subtract, range.start, range.step), step)
  }

  private static func has(_ t: Thread, _ range: Ref<RangeObject>, _ v: Value) throws(Raised) -> Bool {
    guard isPlainInt(t, v) else {
      let iterator = try t.rangeIterator(range)
      while true {
        let item = try t.next(iterator)
        if item.isNull { return false }
        if try t.itemEquals(item, v) { return true }
      }
    }
    let isUp = try t.isLess(zero, range.step)
    let v = try t.asIndexObject(v)
    if try isUp ? t.isLess(v, range.start) : t.isLess(range.start, v) { return false }
    if try !(isUp ? t.isLess(v, range.stop) : t.isLess(range.stop, v)) { return false }
    return try t.binary(.remainder, try t.binary(.subtract, v, range.start), range.step) == zero
  }

  private static func index(_ t: Thread, _ range: Ref<RangeObject>, _ v: Value) throws(Raised) -> Value {
    if isPlainInt(t, v) {
      if try has(t, range, v) {
        return try t.binary(.floorDivide, try t.binary(.subtract, v, range.start), range.step)
      }
      throw t.raise(.notInRange, v)
    }
    var index = 0
    let iterator = try t.rangeIterator(range)
    while true {
      let item = try t.next(iterator)
      if item.isNull { throw t.raise(t.types.valueError, "sequence.index(x): x not in sequence") }
      if try t.itemEquals(item, v) { return try t.int(index) }
      index += 1
    }
  }
}
