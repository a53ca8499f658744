import Runtime

/// The tables of `tuple`.
enum TupleType {
  static let spec = TypeSpec(
    "tuple",
    doc: """
      Built-in immutable sequence.

      If no argument is given, the constructor returns an empty tuple.
      If iterable is specified the tuple is initialized from iterable's items.

      If the argument is a tuple, the return value is the same object.
      """,
    functions: basics + comparisons + protocols + methods)

  static let basics: [NativeFunctionSpec] = [
    .init("__new__(cls, iterable=(), /)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      try TupleType.make(t, a[0].unchecked(), a[1])
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(try t.hashOfTuple(a[0].unchecked())) },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in
      try t.tuple(try t.tuple(copying: a[0].unchecked(as: TupleObject.self).slots))
    },
  ]

  /// `tuple(iterable)`, for a subclass as an instance of it.
  private static func make(_ t: Thread, _ type: Ref<TypeObject>, _ iterable: Value) throws(Raised) -> Value {
    let plain = try t.tuple(from: iterable)
    if type == t.types.tuple { return plain }
    let items = plain.unchecked(as: TupleObject.self).slots
    let result = try t.allocateInstance(
      type, TupleObject.self, bytes: MemoryLayout<TupleObject>.size + items.count * 8, kind: .tuple, tracedWords: items.count)
    result.items.update(from: items.base, count: items.count)
    return Value(result)
  }

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try TupleType.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try TupleType.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try TupleType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try TupleType.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try TupleType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try TupleType.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    a[1].isKind(.tuple) ? try t.compareSequences(op, a[0], a[1]) : .notImplemented
  }

  static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: a[0].unchecked(as: TupleObject.self).count) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try t.tupleItem(a[0].unchecked(), a[1]) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try t.tupleHas(a[0].unchecked(), a[1]))
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.indexIterator(a[0], t.types.tupleIterator, .tupleIterator)
    },
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try TupleType.concatenate(t, a[0].unchecked(), a[1]) },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in
      try TupleType.repeated(t, a[0].unchecked(), try Sequences.count(t, a[1]))
    },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in
      try TupleType.repeated(t, a[0].unchecked(), try Sequences.count(t, a[1]))
    },
  ]

  private static func concatenate(_ t: Thread, _ tuple: Ref<TupleObject>, _ other: Value) throws(Raised) -> Value {
    guard other.isKind(.tuple) else {
      throw t.raise(t.types.typeError, "can only concatenate tuple (not \"%T\") to tuple", other)
    }
    return try t.tupleConcat(tuple, other.unchecked())
  }

  private static func repeated(_ t: Thread, _ tuple: Ref<TupleObject>, _ times: Int) throws(Raised) -> Value {
    if tuple.count == 0 || times <= 0 { return t.interpreter.emptyTuple }
    if times == 1 && tuple.header.type == t.types.tuple { return Value(tuple) }
    let (count, overflow) = tuple.count.multipliedReportingOverflow(by: times)
    if overflow || count > Int(UInt32.max) { throw t.raiseMemoryError() }
    let result = try t.tuple(count: count)
    Sequences.fill(result.items, from: tuple.slots, times: times)
    return Value(result)
  }

  static let methods: [NativeFunctionSpec] = [
    .init(
      "index(self, value, start=0, stop=9223372036854775807, /)",
      "Return first index of value.\n\nRaises ValueError if the value is not present."
    ) { t, a throws(Raised) in
      let tuple = a[0].unchecked(as: TupleObject.self)
      var i = Sequences.clamp(try Sequences.bound(t, a[2]), tuple.count)
      let stop = min(Sequences.clamp(try Sequences.bound(t, a[3]), tuple.count), tuple.count)
      while i < stop {
        if try t.itemEquals(tuple.items[i], a[1]) { return try t.int(i) }
        i += 1
      }
      throw t.raise(t.types.valueError, "tuple.index(x): x not in tuple")
    },
    .init("count(self, value, /)", "Return number of occurrences of value.") { t, a throws(Raised) in
      let tuple = a[0].unchecked(as: TupleObject.self)
      var count = 0
      for i in 0..<tuple.count {
        if try t.itemEquals(tuple.items[i], a[1]) { count += 1 }
      }
      return Value(small: count)
    },
  ]
}
