import Runtime

extension Collections {
  /// Index of the first item from `start` until `stop` that equals `v`, -1 if there is none.
  private static func find(
    _ t: Thread, _ me: Ref<DequeObject>, _ v: Value, from start: Int = 0, to stop: Int = .max,
    mutated: (_ t: Thread) -> Raised = { $0.raise($0.types.runtimeError, "deque mutated during iteration") }
  ) throws(Raised) -> Int {
    let version = me.version
    var i = start
    while i < min(stop, me.count) {
      let isEqual = try t.equals(me[i], v)
      if isEqual { return i }
      if me.version != version { throw mutated(t) }
      i += 1
    }
    return -1
  }

  static let dequeSearch: [NativeFunctionSpec] = [
    NativeFunctionSpec("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try find(t, a.object(), a[1]) >= 0)
    },
    NativeFunctionSpec("count(self, value, /)", "Return number of occurrences of value.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      let version = me.version
      var count = 0
      var i = 0
      while i < me.count {
        if try t.equals(me[i], a[1]) { count += 1 }
        if me.version != version { throw t.raise(t.types.runtimeError, "deque mutated during iteration") }
        i += 1
      }
      return try t.int(count)
    },
    NativeFunctionSpec("index(self, value, start=<unrepresentable>, stop=<unrepresentable>, /)", "Return first index of value.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      let start = try bound(t, a[2], missing: 0, me.count)
      let stop = try bound(t, a[3], missing: me.count, me.count)
      let index = try find(t, me, a[1], from: start, to: stop)
      if index < 0 { throw t.raise(.notInDequeToFind, a[1]) }
      return try t.int(index)
    },
    NativeFunctionSpec("remove(self, value, /)", "Remove first occurrence of value.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      let count = me.count
      let index = try find(t, me, a[1]) { $0.raise(.dequeChangedByRemoval) }
      if index < 0 { throw t.raise(.notInDequeToRemove, a[1]) }
      if count != me.count { throw t.raise(.dequeChangedByRemoval) }
      me.remove(at: index)
      return .none
    },
  ]

  private static func bound(_ t: Thread, _ v: Value, missing: Int, _ count: Int) throws(Raised) -> Int {
    if v.isNull { return missing }
    if !v.isSmallInt && t.lookupSpecial(v, .__index__).isNull {
      throw t.raise(t.types.typeError, "slice indices must be integers or have an __index__ method")
    }
    let i = try t.asClampedIndex(v)
    return i < 0 ? max(0, i + count) : i
  }

  // MARK: Comparison

  private static func compareDeques(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    if !isDeque(t, a[1], like: a[0]) { return .notImplemented }
    let left = a.object(0, DequeObject.self)
    let right = a.object(1, DequeObject.self)
    if left.count != right.count {
      if op == .equal { return .false }
      if op == .notEqual { return .true }
    }
    try t.enterRecursive(" in comparison")
    defer { t.leaveRecursive() }
    let versions = (left.version, right.version)
    var i = 0
    while i < left.count && i < right.count {
      let (x, y) = (left[i], right[i])
      if try !t.equals(x, y) {
        if op == .equal { return .false }
        if op == .notEqual { return .true }
        return try t.compare(op, x, y)
      }
      if versions != (left.version, right.version) { throw t.raise(t.types.runtimeError, "deque mutated during iteration") }
      i += 1
    }
    return try t.compare(op, try t.int(left.count), try t.int(right.count))
  }

  static let dequeComparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try compareDeques(t, a, .equal) },
    NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try compareDeques(t, a, .notEqual) },
    NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try compareDeques(t, a, .less) },
    NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try compareDeques(t, a, .lessOrEqual) },
    NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try compareDeques(t, a, .greater) },
    NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try compareDeques(t, a, .greaterOrEqual) },
  ]
}
