import Runtime

/// The tables of `dict_keys`, `dict_values` and `dict_items`.
public enum DictViews {
  static let keys = TypeSpec(
    "dict_keys", functions: common + keyProtocols + comparisons + operators, attributes: attributes,
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })
  static let items = TypeSpec(
    "dict_items", functions: common + itemProtocols + comparisons + operators, attributes: attributes,
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })
  static let values = TypeSpec("dict_values", functions: common + valueProtocols, attributes: attributes)

  /// A view on a dict.
  public static func make(_ t: Thread, _ dict: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let view = try t.allocate(DictViewObject.self, kind: .record, type: type, tracedWords: 1)
    view.dict = dict.unchecked()
    return Value(view)
  }

  private static func dict(_ v: Value) -> Ref<DictObject> { v.unchecked(as: DictViewObject.self).dict }

  static let attributes: [NativeAttributeSpec] = [
    .init("mapping", "dictionary that this view refers to", get: { t, a throws(Raised) in
      try t.makeMappingProxy(Value(DictViews.dict(a[0])))
    })
  ]

  static let common: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: DictViews.dict(a[0]).count) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try DictViews.repr(t, a[0]) },
  ]

  private static func repr(_ t: Thread, _ view: Value) throws(Raised) -> Value {
    if !t.enterRepr(view.object) { return try t.str("...") }
    defer { t.leaveRepr(view.object) }
    var text = TextBuilder(t)
    try text.append(view.object.type.name)
    try text.append("(")
    let items = try t.list(from: view)
    try t.appendRepr(Value(items), to: &text)
    try text.append(")")
    return try text.finish()
  }

  // MARK: Iterating and finding

  static let keyProtocols: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .keys, t.types.dictKeyIterator)
    },
    .init("__reversed__(self, /)", "Return a reverse iterator over the dict keys.") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .keys, t.types.dictReverseKeyIterator, reversed: true)
    },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try t.dictFind(DictViews.dict(a[0]), a[1], try t.keyHash(a[1])) >= 0)
    },
  ]

  static let valueProtocols: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .values, t.types.dictValueIterator)
    },
    .init("__reversed__(self, /)", "Return a reverse iterator over the dict values.") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .values, t.types.dictReverseValueIterator, reversed: true)
    },
  ]

  static let itemProtocols: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .items, t.types.dictItemIterator)
    },
    .init("__reversed__(self, /)", "Return a reverse iterator over the dict items.") { t, a throws(Raised) in
      try t.dictIterator(DictViews.dict(a[0]), .items, t.types.dictReverseItemIterator, reversed: true)
    },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try DictViews.hasItem(t, DictViews.dict(a[0]), a[1]))
    },
  ]

  private static func hasItem(_ t: Thread, _ dict: Ref<DictObject>, _ item: Value) throws(Raised) -> Bool {
    guard item.isKind(.tuple), item.unchecked(as: TupleObject.self).count == 2 else { return false }
    let pair = item.unchecked(as: TupleObject.self)
    let found = try t.dictGet(dict, pair.items[0])
    return found.isNull ? false : try t.itemEquals(found, pair.items[1])
  }

  // MARK: Comparing, as sets do

  private static func isSetLike(_ t: Thread, _ v: Value) -> Bool {
    v.isKind(.set) || v.isKind(.frozenset) || isView(t, v)
  }

  private static func isView(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return false }
    return t.isInstance(v, of: t.types.dictKeys) || t.isInstance(v, of: t.types.dictItems)
  }

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try DictViews.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try DictViews.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try DictViews.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try DictViews.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try DictViews.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try DictViews.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard isSetLike(t, a[1]) else { return .notImplemented }
    let left = try t.length(a[0])
    let right = try t.length(a[1])
    switch op {
    case .equal: return Value(try left == right ? allIn(t, a[0], a[1]) : false)
    case .notEqual: return Value(try left == right ? !allIn(t, a[0], a[1]) : true)
    case .less: return Value(try left < right ? allIn(t, a[0], a[1]) : false)
    case .lessOrEqual: return Value(try left <= right ? allIn(t, a[0], a[1]) : false)
    case .greater: return Value(try left > right ? allIn(t, a[1], a[0]) : false)
    case .greaterOrEqual: return Value(try left >= right ? allIn(t, a[1], a[0]) : false)
    }
  }

  /// Whether every item of `a` is in `b`.
  private static func allIn(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    let iterator = try t.iterator(of: a)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return true }
      if try !t.contains(b, item) { return false }
    }
  }

  // MARK: Set operations

  static let operators: [NativeFunctionSpec] = [
    .init("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in try DictViews.intersection(t, a[0], a[1]) },
    .init("__rand__(self, value, /)", "Return value&self.") { t, a throws(Raised) in try DictViews.intersection(t, a[1], a[0]) },
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try DictViews.union(t, a[0], a[1]) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try DictViews.union(t, a[1], a[0]) },
    .init("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in try DictViews.difference(t, a[0], a[1]) },
    .init("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in try DictViews.difference(t, a[1], a[0]) },
    .init("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in try DictViews.symmetricDifference(t, a[0], a[1]) },
    .init("__rxor__(self, value, /)", "Return value^self.") { t, a throws(Raised) in try DictViews.symmetricDifference(t, a[1], a[0]) },
    .init("isdisjoint(self, object, /)", "Return True if the view and the given iterable have a null intersection.") { t, a throws(Raised) in
      Value(try DictViews.isDisjoint(t, a[0], a[1]))
    },
  ]

  /// A new set of the items of an iterable.
  private static func setOf(_ t: Thread, _ v: Value) throws(Raised) -> Ref<SetObject> {
    let set = try t.set()
    try t.setUpdate(set, v)
    return set
  }

  private static func union(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = try setOf(t, a)
    try t.setUpdate(result, b)
    return Value(result)
  }

  private static func difference(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = try setOf(t, a)
    try SetOperations.subtract(t, result, b)
    return Value(result)
  }

  /// The items of the smaller side that are in the other, in the order of the side that is iterated.
  private static func intersection(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if t.has(.viewsIntersectAsSets) { return Value(try SetOperations.intersection(t, try setOf(t, a), b)) }
    var view = a
    var other = b
    if !isView(t, view) { swap(&view, &other) }
    if other.isKind(.set) && other.object.type == t.types.set {
      let set = other.unchecked(as: SetObject.self)
      if try t.length(view) <= set.count { return Value(try SetOperations.intersection(t, set, view)) }
    }
    if isView(t, other), try t.length(other) > t.length(view) { swap(&view, &other) }
    let result = try t.set()
    let iterator = try t.iterator(of: other)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return Value(result) }
      if try t.contains(view, item) { try t.setAdd(result, item) }
    }
  }

  /// Of two views of items, from 3.10 on: pairs that are in both are found by their keys, so that they need no hash.
  private static func itemDifference(_ t: Thread, _ a: Ref<DictObject>, _ b: Ref<DictObject>) throws(Raised) -> Value {
    let rest = try t.dictCopy(a)
    let result = try t.set()
    var position = 0
    while let entry = t.dictNext(b, &position) {
      let found = try t.dictGet(rest, entry.key)
      if !found.isNull, try t.itemEquals(found, entry.value) {
        _ = try t.dictDelete(rest, entry.key)
      } else {
        try t.setAdd(result, try t.tuple(entry.key, entry.value))
      }
    }
    position = 0
    while let entry = t.dictNext(rest, &position) { try t.setAdd(result, try t.tuple(entry.key, entry.value)) }
    return Value(result)
  }

  private static func symmetricDifference(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let areItems = a.isObject && a.object.type == t.types.dictItems && b.isObject && b.object.type == t.types.dictItems
    if areItems, t.has(.itemsComparedByKey) { return try itemDifference(t, dict(a), dict(b)) }
    let result = try setOf(t, a)
    try SetOperations.toggle(t, result, b)
    return Value(result)
  }

  private static func isDisjoint(_ t: Thread, _ view: Value, _ other: Value) throws(Raised) -> Bool {
    if view == other { return try t.length(view) == 0 }
    var iterated = other
    var searched = view
    if isSetLike(t, other), try t.length(other) > t.length(view) { swap(&iterated, &searched) }
    let iterator = try t.iterator(of: iterated)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return true }
      if try t.contains(searched, item) { return false }
    }
  }
}
