import Runtime

/// What module gc tells of the objects that exist. Their order is that of their addresses.
enum GCInspection {
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("get_objects(generation=None)", "A list of the tracked objects, without the list itself.") { t, a throws(Raised) in
      if !a[0].isNone {
        guard !t.lookupSpecial(a[0], .__index__).isNull else {
          throw t.raise(t.types.typeError, "argument should be integer or None, not %R", t.typeOf(a[0]).name)
        }
        let generation = try t.asIndex(a[0])
        if generation >= 3 {
          throw t.raise(t.types.valueError, "generation parameter must be less than the number of available generations (3)")
        }
        if generation < -1 { throw t.raise(t.types.valueError, "generation parameter cannot be negative") }
        // All objects are of the last generation.
        if generation == 0 || generation == 1 { return Value(try t.list()) }
      }
      try t.audit("gc.get_objects", a[0].isNone ? Value(small: -1) : a[0])
      t.collect()
      return Value(try objects(t) { object in isTracked(t, Value(object)) })
    },
    NativeFunctionSpec("get_referents(*objs)", "A list of what the objects refer to directly.") { t, a throws(Raised) in
      try t.audit("gc.get_referents", a[0])
      let result = try t.list()
      for i in 0..<a[0].tupleSlots.count where a[0].tupleSlots[i].isObject { try appendReferents(t, a[0].tupleSlots[i], to: result) }
      return Value(result)
    },
    NativeFunctionSpec("get_referrers(*objs)", "A list of the tracked objects that refer directly to one of the objects.") { t, a throws(Raised) in
      try t.audit("gc.get_referrers", a[0])
      t.collect()
      let wanted = a[0].tupleSlots
      return Value(
        try objects(t) { object in
          if Value(object) == a[0] || !isTracked(t, Value(object)) { return false }
          var refers = false
          t.forEachReferent(object) { v in
            if !refers { for i in 0..<wanted.count where wanted[i] == v { refers = true } }
          }
          return refers
        })
    },
    NativeFunctionSpec("is_tracked(obj, /)", "Whether the collector of CPython would look after the object.") { t, a throws(Raised) in
      Value(isTracked(t, a[0]))
    },
    NativeFunctionSpec("is_finalized(obj, /)", "Whether the finalizer of the object has been called.") { t, a throws(Raised) in
      guard a[0].isObject, !t.lookupSpecial(a[0], .__del__).isNull else { return .false }
      return Value(!a[0].object.flags.contains(.finalizable))
    },
  ]

  /// The objects for which `isWanted` is true. They are counted first and then put into a list that is there already: between the two walks and
  /// during the second nothing is allocated that they could not outlive.
  private static func objects(_ t: Thread, _ isWanted: (Ref<ObjectHeader>) -> Bool) throws(Raised) -> Ref<ListObject> {
    var count = 0
    t.forEachObject { object in
      if isWanted(object) { count += 1 }
      return true
    }
    let result = try t.list()
    for _ in 0..<count { try t.append(result, .none) }
    var filled = 0
    t.forEachObject { object in
      guard object.bits != Value(result).bits, isWanted(object) else { return true }
      if filled == count { return false }
      result.items[filled] = Value(object)
      filled += 1
      return true
    }
    result.count = filled
    return result
  }

  static func countTracked(_ t: Thread) -> Int {
    var count = 0
    t.collect()
    t.forEachObject { object in
      if isTracked(t, Value(object)) { count += 1 }
      return true
    }
    return count
  }

  /// As CPython's collector visits them: items of lists and tuples from behind, of a dict with keys other than strs the value before the key, else
  /// the values alone.
  private static func appendReferents(_ t: Thread, _ v: Value, to result: Ref<ListObject>) throws(Raised) {
    if v.isKind(.dict) { return try appendEntries(t, v.unchecked(), to: result) }
    if v.isKind(.list) || v.isKind(.tuple), !v.object.type.flags.contains(.heap) {
      let items = v.isKind(.list) ? v.unchecked(as: ListObject.self).slots : v.tupleSlots
      for i in stride(from: items.count - 1, through: 0, by: -1) { try t.append(result, items[i]) }
      return
    }
    if v.isKind(.set) || v.isKind(.frozenset), !v.object.type.flags.contains(.heap) {
      let items = try t.list(from: v)
      for i in 0..<items.count { try t.append(result, items.items[i]) }
      return
    }
    var count = 0
    t.forEachReferent(v.object) { _ in count += 1 }
    let first = result.count
    for _ in 0..<count { try t.append(result, .none) }
    var position = first
    t.forEachReferent(v.object) { referent in
      if position < first + count { result.items[position] = referent }
      position += 1
    }
  }

  private static func appendEntries(_ t: Thread, _ dict: Ref<DictObject>, to result: Ref<ListObject>) throws(Raised) {
    var hasOther = false
    var position = 0
    while let entry = t.dictNext(dict, &position) { hasOther = hasOther || !entry.key.isKind(.str) }
    position = 0
    while let entry = t.dictNext(dict, &position) {
      try t.append(result, entry.value)
      if hasOther { try t.append(result, entry.key) }
    }
  }

  /// Whether objects of the kind can be part of a circle. Tuples, and dicts of some versions, count only if their items do.
  private static func isTracked(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return false }
    let object = v.object
    if object.type.flags.contains(.heap) && object.kind != .type { return true }
    switch object.kind {
    case .int, .float, .complex, .str, .bytes, .bytearray, .range, .code, .rangeIterator, .none: return false
    case .instance: return object.type != t.types.object
    case .type: return v.unchecked(as: TypeObject.self).flags.contains(.heap)
    case .tuple:
      let items = v.tupleSlots
      for i in 0..<items.count where canBeTracked(t, items[i]) { return true }
      return false
    case .dict:
      if t.has(.trackedDicts) { return true }
      var position = 0
      while let entry = t.dictNext(v.unchecked(), &position) {
        if canBeTracked(t, entry.value) || canBeTracked(t, entry.key) { return true }
      }
      return false
    default: return true
    }
  }

  /// The same for an item: containers count whatever they contain.
  private static func canBeTracked(_ t: Thread, _ v: Value) -> Bool { v.isKind(.dict) || v.isKind(.tuple) && v.tupleSlots.count > 0 || !v.isKind(.tuple) && isTracked(t, v) }
}
