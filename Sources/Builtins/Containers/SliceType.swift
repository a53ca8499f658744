import Runtime

/// The tables of `slice`.
enum SliceType {
  static let spec = TypeSpec(
    "slice",
    doc: """
      slice(stop)
      slice(start, stop[, step])

      Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).
      """,
    functions: basics + comparisons, attributes: attributes,
    finish: { t, type throws(Raised) in
      if !t.has(.hashableSlice) { try t.dictSet(type.dict, t.name(.__hash__), .none) }
    })

  static let attributes: [NativeAttributeSpec] = [
    .init("start", get: { t, a throws(Raised) in a[0].unchecked(as: SliceObject.self).start }),
    .init("stop", get: { t, a throws(Raised) in a[0].unchecked(as: SliceObject.self).stop }),
    .init("step", get: { t, a throws(Raised) in a[0].unchecked(as: SliceObject.self).step }),
  ]

  static let basics: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      try SliceType.make(t, a[1].unchecked(), a[2].unchecked())
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(try SliceType.hash(t, a[0].unchecked())) },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try t.tuple(Value(t.types.slice), try SliceType.members(t, a[0]))
    },
    .init(
      "indices(self, object, /)",
      """
      S.indices(len) -> (start, stop, stride)

      Assuming a sequence of length len, calculate the start and stop
      indices, and the stride length of the extended slice described by
      S. Out of bounds indices are clipped in a manner consistent with the
      handling of normal slices.
      """
    ) { t, a throws(Raised) in try SliceType.indices(t, a[0].unchecked(), a[1]) },
  ]

  static func make(_ t: Thread, _ arguments: Ref<TupleObject>, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    if keywords.count > 0 { throw t.raise(t.types.typeError, "slice() takes no keyword arguments") }
    let a = arguments.slots
    switch a.count {
    case 0: throw t.raise(t.types.typeError, "slice expected at least 1 argument, got 0")
    case 1: return try t.slice(.none, a[0], .none)
    case 2: return try t.slice(a[0], a[1], .none)
    case 3: return try t.slice(a[0], a[1], a[2])
    default: throw t.raise(t.types.typeError, "slice expected at most 3 arguments, got %S", Value(small: a.count))
    }
  }

  private static func members(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let slice = v.unchecked(as: SliceObject.self)
    return try t.tuple(slice.start, slice.stop, slice.step)
  }

  /// The hash of a tuple of the members, without the part for its length.
  private static func hash(_ t: Thread, _ slice: Ref<SliceObject>) throws(Raised) -> Int {
    var sum: UInt64 = 2_870_177_450_012_600_261
    for member in [slice.start, slice.stop, slice.step] {
      let lane = UInt64(bitPattern: Int64(try t.itemHash(member)))
      sum = sum &+ lane &* 14_029_467_366_897_019_727
      sum = sum << 31 | sum >> 33
      sum = sum &* 11_400_714_785_074_694_791
    }
    return sum == UInt64.max ? 1_546_275_796 : Int(bitPattern: UInt(sum))
  }

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try SliceType.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try SliceType.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try SliceType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try SliceType.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try SliceType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try SliceType.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard a[1].isKind(.slice) else { return .notImplemented }
    return try t.compareSequences(op, try members(t, a[0]), try members(t, a[1]))
  }

  // MARK: Indices of any size

  /// `slice.indices(length)`: a tuple of start, stop and step for a sequence of that length, which may be beyond 64 bits.
  static func indices(_ t: Thread, _ slice: Ref<SliceObject>, _ length: Value) throws(Raised) -> Value {
    let zero = Value(small: 0)
    let count = try t.index(length)
    if try t.isLess(count, zero) { throw t.raise(t.types.valueError, "length should not be negative") }
    let step = slice.step.isNone ? Value(small: 1) : try member(t, slice.step)
    if IntOperand(step).count == 0 { throw t.raise(t.types.valueError, "slice step cannot be zero") }
    let isBackwards = try t.isLess(step, zero)
    let low = isBackwards ? Value(small: -1) : zero
    let high = isBackwards ? try t.binary(.subtract, count, Value(small: 1)) : count
    let start = slice.start.isNone ? (isBackwards ? high : low) : try clip(t, try member(t, slice.start), count, low, high)
    let stop = slice.stop.isNone ? (isBackwards ? low : high) : try clip(t, try member(t, slice.stop), count, low, high)
    return try t.tuple(start, stop, step)
  }

  private static func member(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if !t.isInt(v) && t.lookupSpecial(v, .__index__).isNull {
      throw t.raise(t.types.typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return try t.index(v)
  }

  private static func clip(_ t: Thread, _ v: Value, _ count: Value, _ low: Value, _ high: Value) throws(Raised) -> Value {
    if try t.isLess(v, Value(small: 0)) {
      let sum = try t.binary(.add, v, count)
      return try t.isLess(sum, low) ? low : sum
    }
    return try t.isLess(high, v) ? high : v
  }
}
