import Builtins
import Runtime

/// OrderedDict: a dict, which keeps the order of insertion anyway, with methods that move and take items at both ends, and views and
/// iterators of its own (OrderedDictViews.swift).
///
/// Behind the layout of dict lie three words: the first two remember how far deleted entries reach at the front, so that taking the first item
/// again and again does not search from the start (the buffer of entries they hold for, and the number of the first entry that may be live);
/// the third is `__dict__`.
extension Collections {
  static let orderedDict = TypeSpec(
    "collections.OrderedDict", doc: "Dictionary that remembers insertion order",
    functions: orderedDictLifecycle + orderedDictItems + orderedDictViews + orderedDictComparisons, attributes: [dictAttribute]
  ) { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__hash__), .none)
  }

  /// KeyError as PyErr_SetObject makes it: None for no argument, a tuple for several; a KeyError is raised itself.
  private static func missing(_ t: Thread, _ key: Value) -> Raised {
    if key.isKind(.exception), t.matches(key, t.types.keyError) { return t.raise(key) }
    guard key.isNone || key.isKind(.tuple) else { return t.keyError(key) }
    do throws(Raised) {
      let exception = try t.call(Value(t.types.keyError))
      if key.isKind(.tuple) { exception.unchecked(as: ExceptionObject.self).args = try t.tuple(from: key) }
      return t.raise(exception)
    } catch { return error }
  }

  private static func dict(_ me: Value) -> Ref<DictObject> { me.unchecked() }

  /// Whether `me` is no instance of a subclass, which may have methods of its own.
  private static func isExact(_ t: Thread, _ me: Value) -> Bool { t.typeOf(me) == t.typeNamed("collections.OrderedDict") }

  private static let orderedDictLifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, /, *args, **kwargs)", "Initialize self.") { t, a throws(Raised) in
      let arguments = a[1].tupleSlots
      if arguments.count > 1 { throw t.raise(.tooManyForOrderedDict, try t.int(arguments.count)) }
      try update(t, a[0], with: arguments.count > 0 ? arguments[0] : .null, keywords: a[2])
      return .none
    },
    NativeFunctionSpec(
      "update(self, /, *args, **kwargs)", "Update the dictionary from a mapping, from an iterable of pairs, and from keyword arguments."
    ) { t, a throws(Raised) in
      let arguments = a[1].tupleSlots
      if arguments.count > 1 {
        throw t.raise(t.types.typeError, "update() takes at most 1 positional argument (%S given)", try t.int(arguments.count))
      }
      try update(t, a[0], with: arguments.count > 0 ? arguments[0] : .null, keywords: a[2])
      return .none
    },
    NativeFunctionSpec("fromkeys(cls, /, iterable, value=None)", "Make an ordered dictionary with keys from an iterable, all with one value.", binding: .classMethod) {
      t, a throws(Raised) in
      let result = try t.call(a[0])
      let source = try t.iterator(of: a[1])
      while true {
        let key = try t.next(source)
        if key.isNull { return result }
        if isExact(t, result) { try refuseUnhashable(t, key) }
        try t.setItem(result, key, a[2])
      }
    },
    NativeFunctionSpec("copy(self, /)", "Return a shallow copy of the ordered dictionary.") { t, a throws(Raised) in
      let copy = try t.call(Value(t.typeOf(a[0])))
      let keys = try keys(t, dict(a[0]))
      for i in 0..<keys.count {
        let value = isExact(t, a[0]) ? try t.dictGet(dict(a[0]), keys.items[i]) : try t.getItem(a[0], keys.items[i])
        try t.setItem(copy, keys.items[i], value)
      }
      return copy
    },
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let state = try t.reducedState(of: a[0])
      let isEmpty = state.isKind(.dict) && state.unchecked(as: DictObject.self).count == 0
      let result = try t.tuple(count: 5)
      result.items[0] = Value(t.typeOf(a[0]))
      result.items[1] = t.interpreter.emptyTuple
      result.items[2] = isEmpty ? .none : state
      result.items[3] = .none
      result.items[4] = try t.iterator(of: try t.callMethod(a[0], .items))
      return Value(result)
    },
    NativeFunctionSpec("__sizeof__(self, /)", "Return the size of the ordered dictionary in memory, in bytes.") { t, a throws(Raised) in
      let table = try t.asIndex(try t.call(t.lookup(t.types.dict, .__sizeof__), a[0]))
      // Per item a node of the list of keys, and its place in the table of nodes.
      return try t.int(table + 48 + dict(a[0]).count * 56)
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      let name = t.typeOf(a[0]).name
      if dict(a[0]).count == 0 { return try t.text("%S()", name) }
      guard try t.enterRepr(a[0]) else { return try t.str("...") }
      defer { t.leaveRepr(a[0]) }
      if !t.has(.orderedDictShownAsDict) { return try t.text("%S(%R)", name, Value(try t.list(from: try t.callMethod(a[0], .items)))) }
      if isExact(t, a[0]) { return try t.text("%S(%R)", name, Value(try t.dictCopy(dict(a[0])))) }
      return try t.text("%S(%R)", name, try t.call(Value(t.types.dict), try t.callMethod(a[0], .items)))
    },
  ]

  /// TypeError for a key without a hash, without the words that dict has about keys at some levels.
  private static func refuseUnhashable(_ t: Thread, _ key: Value) throws(Raised) {
    if t.has(.namedUnhashable), key.isObject, !key.isKind(.str) { _ = try t.hash(key) }
  }

  private static let orderedDictItems: [NativeFunctionSpec] = [
    NativeFunctionSpec("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try refuseUnhashable(t, a[1])
      try t.dictSet(dict(a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try refuseUnhashable(t, a[1])
      if try !t.dictDelete(dict(a[0]), a[1]) { throw t.keyError(a[1]) }
      return .none
    },
    NativeFunctionSpec("clear(self, /)", "Remove all items from the ordered dictionary.") { t, a throws(Raised) in
      t.dictClear(dict(a[0]))
      return .none
    },
    NativeFunctionSpec("pop(self, /, key, default=<unrepresentable>)", "Remove a key and return its value, or the default if it is not there.") {
      t, a throws(Raised) in
      let hash = try t.hash(a[1])
      if !isExact(t, a[0]), t.has(.orderedDictPopsByDeletion) { return try popByDeletion(t, a) }
      let n = try t.dictFind(dict(a[0]), a[1], hash)
      if n < 0 {
        if a[2].isNull { throw missing(t, a[1]) }
        return a[2]
      }
      let value = dict(a[0]).entryBase[n].value
      t.dictRemove(dict(a[0]), entry: n)
      return value
    },
    NativeFunctionSpec("popitem(self, /, last=True)", "Remove and return the last pair of key and value, or the first if last is false.") {
      t, a throws(Raised) in
      let me = dict(a[0])
      let takesLast = try t.truth(a[1])
      if me.count == 0 { throw t.raise(t.types.keyError, "dictionary is empty") }
      if !isExact(t, a[0]), t.has(.orderedDictPopsByDeletion) { return try popItemByDeletion(t, a[0], takesLast) }
      if takesLast, let last = t.dictPopLast(me) {
        frontWords(a[0])[0] = .null
        return try t.tuple(last.key, last.value)
      }
      let n = firstEntry(a[0])
      let first = me.entryBase[n]
      t.dictRemove(me, entry: n)
      return try t.tuple(first.key, first.value)
    },
    NativeFunctionSpec("move_to_end(self, /, key, last=True)", "Move an item to the end, or to the beginning if last is false.") { t, a throws(Raised) in
      let me = dict(a[0])
      let toEnd = try t.truth(a[2])
      if me.count == 0 { throw missing(t, a[1]) }
      let hash = try t.hash(a[1])
      let n = try t.dictFind(me, a[1], hash)
      if n < 0 { throw missing(t, a[1]) }
      let entry = me.entryBase[n]
      if toEnd {
        if n == me.used - 1 { return .none }
        t.dictRemove(me, entry: n)
        try t.dictInsertNew(me, entry.key, entry.value, hash)
      } else {
        try moveToFront(t, a[0], n, entry)
      }
      return .none
    },
    NativeFunctionSpec("setdefault(self, /, key, default=None)", "Insert the key with the default if it is not there; return its value.") {
      t, a throws(Raised) in
      let found = try t.dictFind(dict(a[0]), a[1], try t.keyHash(a[1]))
      if isExact(t, a[0]) {
        if found >= 0 { return dict(a[0]).entryBase[found].value }
        try t.dictSet(dict(a[0]), a[1], a[2])
        return a[2]
      }
      if try t.contains(a[0], a[1]) { return try t.getItem(a[0], a[1]) }
      try t.setItem(a[0], a[1], a[2])
      return a[2]
    },
  ]

  private static func popByDeletion(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if try t.contains(a[0], a[1]) {
      let value = try t.getItem(a[0], a[1])
      try t.deleteItem(a[0], a[1])
      return value
    }
    if a[2].isNull { throw missing(t, a[1]) }
    return a[2]
  }

  private static func popItemByDeletion(_ t: Thread, _ me: Value, _ takesLast: Bool) throws(Raised) -> Value {
    let keys = try keys(t, dict(me))
    let key = keys.items[takesLast ? keys.count - 1 : 0]
    let value = try t.getItem(me, key)
    try t.deleteItem(me, key)
    return try t.tuple(key, value)
  }

  /// The first two words behind the layout.
  private static func frontWords(_ me: Value) -> SlotPointer { extraWords(of: me.object) }

  /// Number of the first live entry. Only while there is one.
  private static func firstEntry(_ me: Value) -> Int {
    let dict = dict(me)
    let words = frontWords(me)
    let table = Value(dict.entries)
    var n = words[0] == table && words[1].isSmallInt ? words[1].smallInt : 0
    while dict.entryBase[n].key.isNull { n += 1 }
    words[0] = table
    words[1] = Value(small: n)
    return n
  }

  private static func moveToFront(_ t: Thread, _ me: Value, _ n: Int, _ entry: DictEntry) throws(Raised) {
    let dict = dict(me)
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

  private static func keys(_ t: Thread, _ dict: Ref<DictObject>) throws(Raised) -> Ref<ListObject> {
    let keys = try t.list()
    var position = 0
    while let entry = t.dictNext(dict, &position) { try t.append(keys, entry.key) }
    return keys
  }

  // MARK: Updating

  /// What `update` does for mappings that are written for any: through the `__setitem__` of the class.
  /// - Parameters:
  ///   - other: a mapping or an iterable of pairs; null = nothing.
  ///   - keywords: a dict or null.
  static func update(_ t: Thread, _ me: Value, with other: Value, keywords: Value = .null) throws(Raised) {
    if !other.isNull { try update(t, me, from: other) }
    guard !keywords.isNull, dict(keywords).count > 0 else { return }
    try addPairs(t, me, try t.callMethod(keywords, .items))
  }

  private static func update(_ t: Thread, _ me: Value, from other: Value) throws(Raised) {
    if other.isObject, other.object.type == t.types.dict { return try addPairs(t, me, try t.callMethod(other, .items)) }
    let keys = try t.getAttributeOrNull(other, .keys)
    if keys.isNull {
      let items = try t.getAttributeOrNull(other, .items)
      return try addPairs(t, me, items.isNull ? other : try t.call(items))
    }
    let source = try t.iterator(of: try t.call(keys))
    while true {
      let key = try t.next(source)
      if key.isNull { return }
      try t.setItem(me, key, try t.getItem(other, key))
    }
  }

  private static func addPairs(_ t: Thread, _ me: Value, _ pairs: Value) throws(Raised) {
    let source = try t.iterator(of: pairs)
    while true {
      let pair = try t.next(source)
      if pair.isNull { return }
      let items = try t.iterator(of: pair)
      let key = try t.next(items)
      if key.isNull { throw t.raise(t.types.valueError, "need more than 0 values to unpack") }
      let value = try t.next(items)
      if value.isNull { throw t.raise(t.types.valueError, "need more than 1 value to unpack") }
      if try !t.next(items).isNull { throw t.raise(t.types.valueError, "too many values to unpack (expected 2)") }
      try t.setItem(me, key, value)
    }
  }

  // MARK: Comparing and merging

  private static let orderedDictComparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try isEqual(t, a) },
    NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in
      let equal = try isEqual(t, a)
      return equal == .notImplemented ? equal : Value(try !t.truth(equal))
    },
    NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { _, _ throws(Raised) in .notImplemented },
    NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { _, _ throws(Raised) in .notImplemented },
    NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { _, _ throws(Raised) in .notImplemented },
    NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { _, _ throws(Raised) in .notImplemented },
    NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try merged(t, a, a[0], a[1]) },
    NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try merged(t, a, a[1], a[0]) },
    NativeFunctionSpec("__ior__(self, value, /)", "Return self|=value.") { t, a throws(Raised) in
      try update(t, a[0], with: a[1])
      return a[0]
    },
  ]

  /// Equal as dicts; with another OrderedDict in order, too.
  private static func isEqual(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[1].isKind(.dict) else { return .notImplemented }
    let equal = try t.call(t.lookup(t.types.dict, .__eq__), a[0], a[1])
    guard equal.isTrue, t.isInstance(a[1], of: t.typeNamed("collections.OrderedDict")) else { return equal }
    var (left, right) = (0, 0)
    while let x = t.dictNext(a[0].unchecked(), &left), let y = t.dictNext(a[1].unchecked(), &right) {
      if try !t.equals(x.key, y.key) { return .false }
    }
    return .true
  }

  private static func merged(_ t: Thread, _ a: Slots, _ first: Value, _ second: Value) throws(Raised) -> Value {
    guard a[1].isKind(.dict) else { return .notImplemented }
    let result = try t.call(Value(t.typeOf(a[0])), first)
    try update(t, result, with: second)
    return result
  }

  static func addOrderedDict(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let type = try t.makeNativeType(orderedDict, base: t.types.dict, kind: .dict, bytes: MemoryLayout<DictObject>.size)
    type.extraWords = 3
    type.dictWord = 2
    try t.addConstant(m, t.intern(type.name), Value(type))
    try addOrderedDictViews(t)
  }
}
