import Runtime

/// The tables of `dict`.
enum DictType {
  static let spec = TypeSpec(
    "dict",
    doc: """
      dict() -> new empty dictionary
      dict(mapping) -> new dictionary initialized from a mapping object's
          (key, value) pairs
      dict(iterable) -> new dictionary initialized as if via:
          d = {}
          for k, v in iterable:
              d[k] = v
      dict(**kwargs) -> new dictionary initialized with the name=value pairs
          in the keyword argument list.  For example:  dict(one=1, two=2)
      """,
    functions: lifecycle + comparisons + protocols + operators + lookups + changes + copies,
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      Value(try t.allocateInstance(a[0].unchecked(), DictObject.self, kind: .dict, tracedWords: 2))
    },
    .init("__init__(self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
      let count = a[1].unchecked(as: TupleObject.self).count
      if count > 1 { throw t.raise(t.types.typeError, "dict expected at most 1 argument, got %S", Value(small: count)) }
      try DictType.update(t, a)
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
    .init("__sizeof__(self, /)", "Return the size of the dict in memory.") { t, a throws(Raised) in
      let dict = a[0].unchecked(as: DictObject.self)
      return try t.int(MemoryLayout<DictObject>.size + dict.capacity * 24 + (dict.index.isNone ? 0 : 4 << dict.indexBits))
    },
  ]

  /// `d.update(*args, **kwargs)` with at most one positional argument.
  private static func update(_ t: Thread, _ a: Slots) throws(Raised) {
    let dict = a[0].unchecked(as: DictObject.self)
    let arguments = a[1].unchecked(as: TupleObject.self)
    if arguments.count == 1 { try t.dictUpdate(dict, fromAny: arguments.items[0]) }
    try t.dictMergeAll(dict, a[2].unchecked())
  }

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      a[1].isKind(.dict) ? Value(try DictType.equal(t, a[0].unchecked(), a[1].unchecked())) : .notImplemented
    },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in
      a[1].isKind(.dict) ? Value(try !DictType.equal(t, a[0].unchecked(), a[1].unchecked())) : .notImplemented
    },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in .notImplemented },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in .notImplemented },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in .notImplemented },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in .notImplemented },
  ]

  private static func equal(_ t: Thread, _ a: Ref<DictObject>, _ b: Ref<DictObject>) throws(Raised) -> Bool {
    if a.count != b.count { return false }
    var position = 0
    while let entry = t.dictNext(a, &position) {
      let n = try t.dictFind(b, entry.key, entry.hash)
      if n < 0 { return false }
      if try !t.itemEquals(entry.value, b.entryBase[n].value) { return false }
    }
    return true
  }

  static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: a[0].unchecked(as: DictObject.self).count) },
    .init("__getitem__(self, key, /)", "Return self[key].", binding: .coexisting) { t, a throws(Raised) in
      let found = try t.dictGet(a[0].unchecked(), a[1])
      return found.isNull ? try DictType.missing(t, a[0], a[1]) : found
    },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try t.dictSet(a[0].unchecked(), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      if try !t.dictDelete(a[0].unchecked(), a[1]) { throw t.keyError(a[1]) }
      return .none
    },
    .init("__contains__(self, key, /)", "True if the dictionary has the specified key, else False.", binding: .coexisting) { t, a throws(Raised) in
      Value(try t.dictFind(a[0].unchecked(), a[1], try t.keyHash(a[1])) >= 0)
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.dictIterator(a[0].unchecked(), .keys, t.types.dictKeyIterator)
    },
    .init("__reversed__(self, /)", "Return a reverse iterator over the dict keys.") { t, a throws(Raised) in
      try t.dictIterator(a[0].unchecked(), .keys, t.types.dictReverseKeyIterator, reversed: true)
    },
  ]

  /// A key that is not there: `__missing__` of a subclass decides.
  private static func missing(_ t: Thread, _ dict: Value, _ key: Value) throws(Raised) -> Value {
    if dict.object.type != t.types.dict {
      let method = t.lookupSpecial(dict, .__missing__)
      if !method.isNull { return try t.callSpecial(method, dict, key) }
    }
    throw t.keyError(key)
  }

  static let operators: [NativeFunctionSpec] = [
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try DictType.union(t, a[0], a[1]) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try DictType.union(t, a[1], a[0]) },
    .init("__ior__(self, value, /)", "Return self|=value.") { t, a throws(Raised) in
      try t.dictUpdate(a[0].unchecked(), fromAny: a[1])
      return a[0]
    },
  ]

  private static func union(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard a.isKind(.dict), b.isKind(.dict) else { return .notImplemented }
    let result = try copy(t, a)
    if iteratesByLayout(t, b) { try t.dictUpdate(result, b) } else { try t.dictUpdate(result, fromAny: b) }
    return Value(result)
  }

  /// A plain dict with the entries; those of a subclass with an `__iter__` of its own are what its methods say.
  private static func copy(_ t: Thread, _ v: Value) throws(Raised) -> Ref<DictObject> {
    if iteratesByLayout(t, v) { return try t.dictCopy(v.unchecked()) }
    let result = try t.dict()
    if v.unchecked(as: DictObject.self).count > 0 { try t.dictUpdate(result, fromAny: v) }
    return result
  }

  private static func iteratesByLayout(_ t: Thread, _ v: Value) -> Bool {
    v.object.type == t.types.dict || t.lookup(v.object.type, .__iter__) == t.lookup(t.types.dict, .__iter__)
  }

  static let lookups: [NativeFunctionSpec] = [
    .init("get(self, key, default=None, /)", "Return the value for key if key is in the dictionary, else default.") { t, a throws(Raised) in
      let found = try t.dictGet(a[0].unchecked(), a[1])
      return found.isNull ? a[2] : found
    },
    .init("keys(self, /)", "Return a set-like object providing a view on the dict's keys.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.types.dictKeys)
    },
    .init("values(self, /)", "Return an object providing a view on the dict's values.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.types.dictValues)
    },
    .init("items(self, /)", "Return a set-like object providing a view on the dict's items.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.types.dictItems)
    },
  ]

  static let changes: [NativeFunctionSpec] = [
    .init(
      "setdefault(self, key, default=None, /)",
      "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."
    ) { t, a throws(Raised) in
      let dict = a[0].unchecked(as: DictObject.self)
      let hash = try t.keyHash(a[1])
      let n = try t.dictFind(dict, a[1], hash)
      if n >= 0 { return dict.entryBase[n].value }
      try t.dictInsertNew(dict, a[1], a[2], hash)
      return a[2]
    },
    .init(
      "pop(self, key, default=<unrepresentable>, /)",
      """
      D.pop(k[,d]) -> v, remove specified key and return the corresponding value.

      If the key is not found, return the default if given; otherwise,
      raise a KeyError.
      """
    ) { t, a throws(Raised) in
      let dict = a[0].unchecked(as: DictObject.self)
      // An empty dict does not ask for the hash.
      let n = dict.count == 0 ? -1 : try t.dictFind(dict, a[1], try t.keyHash(a[1]))
      if n < 0 {
        if a[2].isNull { throw t.keyError(a[1]) }
        return a[2]
      }
      let value = dict.entryBase[n].value
      t.dictRemove(dict, entry: n)
      return value
    },
    .init(
      "popitem(self, /)",
      """
      Remove and return a (key, value) pair as a 2-tuple.

      Pairs are returned in LIFO (last-in, first-out) order.
      Raises KeyError if the dict is empty.
      """
    ) { t, a throws(Raised) in
      let pair = try t.tuple(count: 2)
      guard let entry = t.dictPopLast(a[0].unchecked()) else {
        throw t.keyError(try t.str("popitem(): dictionary is empty"))
      }
      pair.items[0] = entry.key
      pair.items[1] = entry.value
      return Value(pair)
    },
    .init(
      "update(self, /, *args, **kwargs)",
      """
      D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
      If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]
      If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
      In either case, this is followed by: for k in F:  D[k] = F[k]
      """
    ) { t, a throws(Raised) in
      let count = a[1].unchecked(as: TupleObject.self).count
      if count > 1 { throw t.raise(t.types.typeError, "update expected at most 1 argument, got %S", Value(small: count)) }
      try DictType.update(t, a)
      return .none
    },
    .init("clear(self, /)", "Remove all items from the dict.") { t, a throws(Raised) in
      t.dictClear(a[0].unchecked())
      return .none
    },
  ]

  static let copies: [NativeFunctionSpec] = [
    .init("copy(self, /)", "Return a shallow copy of the dict.") { t, a throws(Raised) in Value(try DictType.copy(t, a[0])) },
    .init(
      "fromkeys(cls, iterable, value=None, /)", "Create a new dictionary with keys from iterable and values set to value.",
      binding: .classMethod
    ) { t, a throws(Raised) in try DictType.fromKeys(t, a[0], a[1], a[2]) },
  ]

  private static func fromKeys(_ t: Thread, _ cls: Value, _ iterable: Value, _ value: Value) throws(Raised) -> Value {
    let result = try t.call(cls)
    let isPlain = result.isObject && result.object.type == t.types.dict
    let iterator = try t.iterator(of: iterable)
    while true {
      let key = try t.next(iterator)
      if key.isNull { return result }
      if isPlain { try t.dictSet(result.unchecked(), key, value) } else { try t.setItem(result, key, value) }
    }
  }
}
