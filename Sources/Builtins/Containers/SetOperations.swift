import Runtime

/// The operations of set and frozenset, in the order of insertion and table sizes of CPython's Objects/setobject.c: results iterate as there.
enum SetOperations {
  static func isSet(_ v: Value) -> Bool { v.isKind(.set) || v.isKind(.frozenset) }

  /// The type of the result of an operation on a set of `type`: set or frozenset itself.
  static func baseType(_ t: Thread, _ set: Ref<SetObject>) -> Ref<TypeObject> {
    set.header.kind == .frozenset ? t.types.frozenset : t.types.set
  }

  /// A new set of `type` with the elements of an iterable (null: none).
  static func make(_ t: Thread, _ type: Ref<TypeObject>, _ iterable: Value) throws(Raised) -> Ref<SetObject> {
    let set = try t.newSet(type)
    if !iterable.isNull { try t.setUpdate(set, iterable) }
    return set
  }

  /// A copy: a plain set or frozenset.
  static func copy(_ t: Thread, _ set: Ref<SetObject>) throws(Raised) -> Ref<SetObject> {
    try make(t, baseType(t, set), Value(set))
  }

  // MARK: Intersection

  static func intersection(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) -> Ref<SetObject> {
    if other == Value(set) { return try copy(t, set) }
    let result = try t.newSet(baseType(t, set))
    if isSet(other) {
      var searched = set
      var iterated = other.unchecked(as: SetObject.self)
      if iterated.count > searched.count { swap(&searched, &iterated) }
      var position = 0
      while let entry = t.setNext(iterated, &position) {
        if try t.setFind(searched, entry.key, entry.hash) >= 0 { try t.setAdd(result, entry.key, hash: entry.hash) }
      }
      return result
    }
    let iterator = try t.iterator(of: other)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return result }
      let hash: Int = try t.hash(item)
      if try t.setFind(set, item, hash) < 0 { continue }
      try t.setAdd(result, item, hash: hash)
      if result.count >= set.count, t.has(.shortIntersections) { return result }
    }
  }

  /// The intersection with all others in turn.
  static func intersection(_ t: Thread, _ set: Ref<SetObject>, all others: Ref<TupleObject>) throws(Raised) -> Ref<SetObject> {
    if others.count == 0 { return try copy(t, set) }
    var result = set
    for i in 0..<others.count { result = try intersection(t, result, others.items[i]) }
    return result
  }

  // MARK: Difference

  static func difference(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) -> Ref<SetObject> {
    let otherCount: Int
    if isSet(other) {
      otherCount = other.unchecked(as: SetObject.self).count
    } else if other.isKind(.dict) && other.object.type == t.types.dict {
      otherCount = other.unchecked(as: DictObject.self).count
    } else {
      return try copyAndSubtract(t, set, other)
    }
    // With few elements to take away, a copy is cheaper than looking each element up.
    if set.count >> 2 > otherCount { return try copyAndSubtract(t, set, other) }
    let result = try t.newSet(baseType(t, set))
    var position = 0
    while let entry = t.setNext(set, &position) {
      let found = isSet(other)
        ? try t.setFind(other.unchecked(), entry.key, entry.hash) : try t.dictFind(other.unchecked(), entry.key, entry.hash)
      if found < 0 { try t.setAdd(result, entry.key, hash: entry.hash) }
    }
    return result
  }

  private static func copyAndSubtract(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) -> Ref<SetObject> {
    let result = try copy(t, set)
    try subtract(t, result, other)
    return result
  }

  /// `set -= other` for any iterable.
  static func subtract(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) {
    if other == Value(set) { return try t.setClear(set) }
    if isSet(other) {
      var elements = other.unchecked(as: SetObject.self)
      if elements.count >> 3 > set.count { elements = try intersection(t, set, other) }
      var position = 0
      while let entry = t.setNext(elements, &position) { _ = try t.setRemove(set, entry.key, hash: entry.hash) }
    } else {
      let iterator = try t.iterator(of: other)
      while true {
        let item = try t.next(iterator)
        if item.isNull { break }
        _ = try t.setRemove(set, item)
      }
    }
    try t.setDropDeleted(set)
  }

  // MARK: Symmetric difference

  /// `set ^= other` for any iterable.
  static func toggle(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) {
    if other == Value(set) { return try t.setClear(set) }
    if other.isKind(.dict) && other.object.type == t.types.dict {
      var position = 0
      while let entry = t.dictNext(other.unchecked(), &position) { try toggle(t, set, entry.key, entry.hash) }
      return
    }
    let elements = isSet(other) ? other.unchecked(as: SetObject.self) : try make(t, baseType(t, set), other)
    var position = 0
    while let entry = t.setNext(elements, &position) { try toggle(t, set, entry.key, entry.hash) }
  }

  private static func toggle(_ t: Thread, _ set: Ref<SetObject>, _ key: Value, _ hash: Int) throws(Raised) {
    if try !t.setRemove(set, key, hash: hash) { try t.setAdd(set, key, hash: hash) }
  }

  static func symmetricDifference(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) -> Ref<SetObject> {
    let result = try make(t, baseType(t, set), other)
    try toggle(t, result, Value(set))
    return result
  }

  // MARK: Union

  static func union(_ t: Thread, _ set: Ref<SetObject>, all others: Ref<TupleObject>) throws(Raised) -> Ref<SetObject> {
    let result = try copy(t, set)
    for i in 0..<others.count where others.items[i] != Value(set) { try t.setUpdate(result, others.items[i]) }
    return result
  }

  // MARK: Comparing

  /// Whether every element of `a` is in `b`.
  static func isSubset(_ t: Thread, _ a: Ref<SetObject>, _ b: Ref<SetObject>) throws(Raised) -> Bool {
    if a.count > b.count { return false }
    var position = 0
    while let entry = t.setNext(a, &position) {
      if try t.setFind(b, entry.key, entry.hash) < 0 { return false }
    }
    return true
  }

  static func isEqual(_ t: Thread, _ a: Ref<SetObject>, _ b: Ref<SetObject>) throws(Raised) -> Bool {
    if a.count != b.count { return false }
    if a.header.kind == .frozenset && b.header.kind == .frozenset && a.hash != -1 && b.hash != -1 && a.hash != b.hash { return false }
    return try isSubset(t, a, b)
  }

  static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard isSet(a[1]) else { return .notImplemented }
    let left = a[0].unchecked(as: SetObject.self)
    let right = a[1].unchecked(as: SetObject.self)
    switch op {
    case .equal: return Value(try isEqual(t, left, right))
    case .notEqual: return Value(try !isEqual(t, left, right))
    case .lessOrEqual: return Value(try isSubset(t, left, right))
    case .greaterOrEqual: return Value(try isSubset(t, right, left))
    case .less: return Value(left.count < right.count ? try isSubset(t, left, right) : false)
    case .greater: return Value(left.count > right.count ? try isSubset(t, right, left) : false)
    }
  }

  static func isDisjoint(_ t: Thread, _ set: Ref<SetObject>, _ other: Value) throws(Raised) -> Bool {
    if other == Value(set) { return set.count == 0 }
    if isSet(other) {
      var searched = set
      var iterated = other.unchecked(as: SetObject.self)
      if iterated.count > searched.count { swap(&searched, &iterated) }
      var position = 0
      while let entry = t.setNext(iterated, &position) {
        if try t.setFind(searched, entry.key, entry.hash) >= 0 { return false }
      }
      return true
    }
    let iterator = try t.iterator(of: other)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return true }
      if try t.setFind(set, item, try t.elementHash(item)) >= 0 { return false }
    }
  }
}
