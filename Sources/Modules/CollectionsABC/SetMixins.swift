import Runtime

extension CollectionsABC {
  static func isSet(_ t: Thread, _ v: Value) throws(Raised) -> Bool { try t.isInstance(v, ofABC: try named(t, "Set")) }
  static func isIterable(_ t: Thread, _ v: Value) throws(Raised) -> Bool { try t.isInstance(v, ofABC: try named(t, "Iterable")) }

  /// `cls._from_iterable(items)`
  static func fromIterable(_ t: Thread, _ me: Value, _ items: Value) throws(Raised) -> Value {
    try t.call(try t.getAttribute(me, try t.intern("_from_iterable")), items)
  }

  /// Whether all elements of `a` are in `b`.
  private static func isContained(_ t: Thread, _ a: Value, in b: Value) throws(Raised) -> Bool {
    let source = try t.iterator(of: a)
    while true {
      let item = try t.next(source)
      if item.isNull { return true }
      if try !t.contains(b, item) { return false }
    }
  }

  /// The items of `a` that are (or are not) in `b`.
  static func filter(_ t: Thread, _ a: Value, in b: Value, keeps: Bool) throws(Raised) -> Ref<ListObject> {
    let result = try t.list()
    let source = try t.iterator(of: a)
    while true {
      let item = try t.next(source)
      if item.isNull { return result }
      if try t.contains(b, item) == keeps { try t.append(result, item) }
    }
  }

  /// `other` as a Set: itself, or made from an iterable; null if it is neither.
  private static func asSet(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) -> Value {
    if try isSet(t, other) { return other }
    if try !isIterable(t, other) { return .null }
    return try fromIterable(t, me, other)
  }

  private static func intersection(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if try !isIterable(t, a[1]) { return .notImplemented }
    return try fromIterable(t, a[0], Value(try filter(t, a[1], in: a[0], keeps: true)))
  }

  private static func union(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if try !isIterable(t, a[1]) { return .notImplemented }
    let items = try t.list(from: a[0])
    let source = try t.iterator(of: a[1])
    while true {
      let item = try t.next(source)
      if item.isNull { return try fromIterable(t, a[0], Value(items)) }
      try t.append(items, item)
    }
  }

  private static func symmetricDifference(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let other = try asSet(t, a[0], a[1])
    if other.isNull { return .notImplemented }
    return try t.binary(.or, try t.binary(.subtract, a[0], other), try t.binary(.subtract, other, a[0]))
  }

  static let setMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("__le__(self, other, /)") { t, a throws(Raised) in
      if try !isSet(t, a[1]) { return .notImplemented }
      if try t.length(a[0]) > t.length(a[1]) { return .false }
      return Value(try isContained(t, a[0], in: a[1]))
    },
    NativeFunctionSpec("__lt__(self, other, /)") { t, a throws(Raised) in
      if try !isSet(t, a[1]) { return .notImplemented }
      if try t.length(a[0]) >= t.length(a[1]) { return .false }
      return try t.compare(.lessOrEqual, a[0], a[1])
    },
    NativeFunctionSpec("__gt__(self, other, /)") { t, a throws(Raised) in
      if try !isSet(t, a[1]) { return .notImplemented }
      if try t.length(a[0]) <= t.length(a[1]) { return .false }
      return try t.compare(.greaterOrEqual, a[0], a[1])
    },
    NativeFunctionSpec("__ge__(self, other, /)") { t, a throws(Raised) in
      if try !isSet(t, a[1]) { return .notImplemented }
      if try t.length(a[0]) < t.length(a[1]) { return .false }
      return Value(try isContained(t, a[1], in: a[0]))
    },
    NativeFunctionSpec("__eq__(self, other, /)") { t, a throws(Raised) in
      if try !isSet(t, a[1]) { return .notImplemented }
      if try t.length(a[0]) != t.length(a[1]) { return .false }
      return try t.compare(.lessOrEqual, a[0], a[1])
    },
    NativeFunctionSpec("_from_iterable(cls, it)", "Construct an instance of the class from any iterable input.", binding: .classMethod) {
      t, a throws(Raised) in try t.call(a[0], a[1])
    },
    NativeFunctionSpec("__and__(self, other, /)") { t, a throws(Raised) in try intersection(t, a) },
    NativeFunctionSpec("__rand__(self, other, /)") { t, a throws(Raised) in try intersection(t, a) },
    NativeFunctionSpec("isdisjoint(self, other)", "Return True if two sets have a null intersection.") { t, a throws(Raised) in
      Value(try filter(t, a[1], in: a[0], keeps: true).count == 0)
    },
    NativeFunctionSpec("__or__(self, other, /)") { t, a throws(Raised) in try union(t, a) },
    NativeFunctionSpec("__ror__(self, other, /)") { t, a throws(Raised) in try union(t, a) },
    NativeFunctionSpec("__sub__(self, other, /)") { t, a throws(Raised) in
      let other = try asSet(t, a[0], a[1])
      if other.isNull { return .notImplemented }
      return try fromIterable(t, a[0], Value(try filter(t, a[0], in: other, keeps: false)))
    },
    NativeFunctionSpec("__rsub__(self, other, /)") { t, a throws(Raised) in
      let other = try asSet(t, a[0], a[1])
      if other.isNull { return .notImplemented }
      return try fromIterable(t, a[0], Value(try filter(t, other, in: a[0], keeps: false)))
    },
    NativeFunctionSpec("__xor__(self, other, /)") { t, a throws(Raised) in try symmetricDifference(t, a) },
    NativeFunctionSpec("__rxor__(self, other, /)") { t, a throws(Raised) in try symmetricDifference(t, a) },
    NativeFunctionSpec("_hash(self)", "Compute the hash value of a set.") { t, a throws(Raised) in
      // The hash of the frozenset with the same elements: equal sets of all kinds hash alike.
      try t.int(try t.hash(try t.call(Value(t.types.frozenset), a[0])))
    },
  ]

  // MARK: MutableSet

  private static func discard(_ t: Thread, _ me: Value, _ v: Value) throws(Raised) { _ = try t.callMethod(me, .discard, v) }

  static let mutableSetMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("remove(self, value)", "Remove an element. If not a member, raise a KeyError.") { t, a throws(Raised) in
      if try !t.contains(a[0], a[1]) { throw t.keyError(a[1]) }
      try discard(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("pop(self)", "Return the popped value. Raise KeyError if empty.") { t, a throws(Raised) in
      let item = try t.next(try t.iterator(of: a[0]))
      if item.isNull { throw t.raise(try t.call(Value(t.types.keyError))) }
      try discard(t, a[0], item)
      return item
    },
    NativeFunctionSpec("clear(self)", "This is slow (creates N new iterators!) but effective.") { t, a throws(Raised) in
      while true {
        let item = try t.next(try t.iterator(of: a[0]))
        if item.isNull { return .none }
        try discard(t, a[0], item)
      }
    },
    NativeFunctionSpec("__ior__(self, it, /)") { t, a throws(Raised) in
      let source = try t.iterator(of: a[1])
      while true {
        let item = try t.next(source)
        if item.isNull { return a[0] }
        _ = try t.callMethod(a[0], .add, item)
      }
    },
    NativeFunctionSpec("__iand__(self, it, /)") { t, a throws(Raised) in
      let surplus = try t.list(from: try t.binary(.subtract, a[0], a[1]))
      for i in 0..<surplus.count { try discard(t, a[0], surplus.items[i]) }
      return a[0]
    },
    NativeFunctionSpec("__ixor__(self, it, /)") { t, a throws(Raised) in
      if a[1] == a[0] {
        _ = try t.callMethod(a[0], .clear)
        return a[0]
      }
      let other = try t.list(from: try asSet(t, a[0], a[1]))
      for i in 0..<other.count {
        let item = other.items[i]
        if try t.contains(a[0], item) { try discard(t, a[0], item) } else { _ = try t.callMethod(a[0], .add, item) }
      }
      return a[0]
    },
    NativeFunctionSpec("__isub__(self, it, /)") { t, a throws(Raised) in
      if a[1] == a[0] {
        _ = try t.callMethod(a[0], .clear)
        return a[0]
      }
      let source = try t.iterator(of: a[1])
      while true {
        let item = try t.next(source)
        if item.isNull { return a[0] }
        try discard(t, a[0], item)
      }
    },
  ]
}
