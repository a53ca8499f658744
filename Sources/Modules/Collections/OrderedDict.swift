import Runtime

/// OrderedDict: a dict, which keeps the order of insertion anyway, with methods that move and take items at both ends.
///
/// Two members remember how far deleted entries reach at the front, so that taking the first item again and again does not search from the start:
/// `_table`, the buffer of entries they hold for, and `_first`, the number of the first entry that may be live.
extension Collections {
  static let orderedDict = TypeSpec(
    "collections.OrderedDict", doc: "Dictionary that remembers insertion order",
    functions: [
      NativeFunctionSpec(
        "popitem(self, last=True)", "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false."
      ) { t, a throws(Raised) in
        let me = a[0].unchecked(as: DictObject.self)
        if me.count == 0 { throw t.raise(t.types.keyError, "dictionary is empty") }
        if try t.truth(a[1]), let last = t.dictPopLast(me) {
          frontWords(a[0])[0] = .null
          return try t.tuple(last.key, last.value)
        }
        let n = firstEntry(a[0])
        let first = me.entryBase[n]
        t.dictRemove(me, entry: n)
        return try t.tuple(first.key, first.value)
      },
      NativeFunctionSpec("move_to_end(self, key, last=True)", "Move an existing element to the end (or beginning if last is false).") {
        t, a throws(Raised) in
        let me = a[0].unchecked(as: DictObject.self)
        let hash = try t.keyHash(a[1])
        let n = try t.dictFind(me, a[1], hash)
        if n < 0 { throw t.keyError(a[1]) }
        let entry = me.entryBase[n]
        if try t.truth(a[2]) {
          if n == me.used - 1 { return .none }
          t.dictRemove(me, entry: n)
          try t.dictInsertNew(me, entry.key, entry.value, hash)
        } else {
          try moveToFront(t, a[0], n, entry)
        }
        return .none
      },
      NativeFunctionSpec("copy(self)", "od.copy() -> a shallow copy of od") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[0])), a[0]) },
      NativeFunctionSpec("__reversed__(self, /)", "od.__reversed__() <==> reversed(od)") { t, a throws(Raised) in
        try t.call(t.lookup(t.types.dict, .__reversed__), a[0])
      },
      NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try isEqual(t, a) },
      NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in
        let equal = try isEqual(t, a)
        return equal == .notImplemented ? equal : Value(try !t.truth(equal))
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let name = t.typeOf(a[0]).name
        if a[0].unchecked(as: DictObject.self).count == 0 { return try t.text("%S()", name) }
        guard try t.enterRepr(a[0]) else { return try t.str("...") }
        defer { t.leaveRepr(a[0]) }
        if !t.has(.orderedDictShownAsDict) { return try t.text("%S(%R)", name, Value(try t.list(from: try t.callMethod(a[0], .items)))) }
        return try t.text("%S(%R)", name, try t.call(Value(t.types.dict), try t.callMethod(a[0], .items)))
      },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try merged(t, a, a[0], a[1]) },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try merged(t, a, a[1], a[0]) },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
        let result = try t.tuple(count: 5)
        result.items[0] = Value(t.typeOf(a[0]))
        result.items[1] = t.interpreter.emptyTuple
        result.items[2] = .none
        result.items[3] = .none
        result.items[4] = try t.iterator(of: try t.callMethod(a[0], .items))
        return Value(result)
      },
    ]
  ) { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__hash__), .none)
  }

  /// `_table` and `_first`.
  private static func frontWords(_ me: Value) -> SlotPointer { extraWords(of: me.object) }

  /// Number of the first live entry. Only while there is one.
  private static func firstEntry(_ me: Value) -> Int {
    let dict = me.unchecked(as: DictObject.self)
    let words = frontWords(me)
    let table = Value(dict.entries)
    var n = words[0] == table && words[1].isSmallInt ? words[1].smallInt : 0
    while dict.entryBase[n].key.isNull { n += 1 }
    words[0] = table
    words[1] = Value(small: n)
    return n
  }

  private static func moveToFront(_ t: Thread, _ me: Value, _ n: Int, _ entry: DictEntry) throws(Raised) {
    let dict = me.unchecked(as: DictObject.self)
    let first = firstEntry(me)
    if n == first { return }
    let items = try t.list()
    for i in first..<dict.used where i != n && !dict.entryBase[i].key.isNull {
      try t.append(items, dict.entryBase[i].key)
      try t.append(items, dict.entryBase[i].value)
    }
    t.dictClear(dict)
    try t.dictInsertNew(dict, entry.key, entry.value, entry.hash)
    for i in 0..<(items.count / 2) {
      let key = items.items[2 * i]
      try t.dictInsertNew(dict, key, items.items[2 * i + 1], try t.keyHash(key))
    }
  }

  /// Equal as dicts; with another OrderedDict in order, too.
  private static func isEqual(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[1].isKind(.dict) else { return .notImplemented }
    let equal = try t.call(t.lookup(t.types.dict, .__eq__), a[0], a[1])
    guard equal.isTrue, t.isInstance(a[1], of: try named(t, "OrderedDict")) else { return equal }
    var (left, right) = (0, 0)
    while let x = t.dictNext(a[0].unchecked(), &left), let y = t.dictNext(a[1].unchecked(), &right) {
      if try !t.equals(x.key, y.key) { return .false }
    }
    return .true
  }

  private static func merged(_ t: Thread, _ a: Slots, _ first: Value, _ second: Value) throws(Raised) -> Value {
    guard a[1].isKind(.dict) else { return .notImplemented }
    let result = try t.call(Value(t.typeOf(a[0])), first)
    _ = try t.callMethod(result, .update, second)
    return result
  }

  static func addOrderedDict(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let cls = try t.addClass(m, orderedDict, bases: try t.tuple(Value(t.types.dict))) { namespace throws(Raised) in
      let members = try t.tuple(count: 3)
      members.items[0] = try t.intern("_table")
      members.items[1] = try t.intern("_first")
      members.items[2] = t.name(.__dict__)
      try t.dictSet(namespace, t.name(.__slots__), Value(members))
    }
    let type: Ref<TypeObject> = cls.unchecked()
    // Words of bookkeeping, not attributes: nobody may store there.
    for name in ["_table", "_first"] as [StaticString] { _ = t.dictDelete(type.dict, interned: try t.intern(name)) }
  }
}
