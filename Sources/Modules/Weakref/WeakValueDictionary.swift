import Builtins
import Runtime

/// weakref.WeakValueDictionary and weakref.KeyedRef.
enum WeakValueDictionary {
  // MARK: KeyedRef

  static let keyedReference = TypeSpec(
    "weakref.KeyedRef", doc: "A weak reference that knows the key under which a WeakValueDictionary keeps it.",
    functions: [
      NativeFunctionSpec("__new__(type, ob, callback, key)", binding: .staticMethod) { t, a throws(Raised) in
        guard a[0].isKind(.type), t.isSubtype(a[0].unchecked(), t.types.weakReference) else {
          throw t.raise(t.types.typeError, "weakref.ReferenceType.__new__(X): X is not a type object (%B)", a[0])
        }
        return try makeKeyed(t, a[0].unchecked(), a[1], callback: a[2], key: a[3])
      },
      NativeFunctionSpec("__init__(self, ob, callback, key)") { _, _ throws(Raised) in .none },
    ])

  private static func makeKeyed(
    _ t: Thread, _ cls: Ref<TypeObject>, _ target: Value, callback: Value, key: Value
  ) throws(Raised) -> Value {
    let reference = try WeakReferences.make(t, cls, target, callback: callback.isNone ? .null : callback)
    try t.setAttribute(reference, t.name(.key), key)
    return reference
  }

  /// A reference to a value for the dictionary `me`.
  private static func entry(_ t: Thread, _ me: Value, _ key: Value, _ value: Value) throws(Raised) -> Value {
    let cls = try WeakSupport.attribute(t, try t.importModule(try t.str("weakref")), "KeyedRef")
    guard cls.isKind(.type), t.isSubtype(cls.unchecked(), t.types.weakReference) else {
      return try t.call(cls, value, try WeakSupport.remover(t, me), key)
    }
    return try makeKeyed(t, cls.unchecked(), value, callback: try WeakSupport.remover(t, me), key: key)
  }

  // MARK: Entries

  private static let remover = NativeFunctionSpec("remove(selfref, wr, /)") { t, a throws(Raised) in
    let me = WeakSupport.target(t, a[0])
    if me.isNull { return .none }
    let key = try t.getAttribute(a[1], t.name(.key))
    if try WeakSupport.isIterating(t, me) {
      try t.append(try WeakSupport.pending(t, me), key)
    } else {
      _ = try removeDead(t, try WeakSupport.dict(t, me), key)
    }
    return .none
  }

  /// Removes an entry if its value is a dead reference.
  ///
  /// - Returns: false if it is no reference.
  static func removeDead(_ t: Thread, _ data: Ref<DictObject>, _ key: Value) throws(Raised) -> Bool {
    let found = try t.dictGet(data, key)
    if found.isNull { return true }
    guard found.isKind(.weakReference) else { return false }
    if WeakSupport.target(t, found).isNull { _ = try t.dictDelete(data, key) }
    return true
  }

  private static func settle(_ t: Thread, _ me: Value) throws(Raised) {
    try WeakSupport.settle(t, me) { key throws(Raised) in _ = try removeDead(t, try WeakSupport.dict(t, me), key) }
  }

  /// The live value of a key; null if there is none.
  private static func value(_ t: Thread, _ me: Value, _ key: Value) throws(Raised) -> Value {
    let found = try t.dictGet(try WeakSupport.dict(t, me), key)
    return found.isNull ? found : WeakSupport.target(t, found)
  }

  private static func update(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) {
    let data = try WeakSupport.dict(t, me)
    try WeakSupport.forEachItem(t, other) { key, value throws(Raised) in try t.dictSet(data, key, try entry(t, me, key, value)) }
  }

  private static func copy(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let new = try t.call(try WeakSupport.attribute(t, try t.importModule(try t.str("weakref")), "WeakValueDictionary"))
    try copyItems(t, me, to: new) { key throws(Raised) in key }
    return new
  }

  private static func copyItems(_ t: Thread, _ me: Value, to new: Value, _ key: (Value) throws(Raised) -> Value) throws(Raised) {
    try settle(t, me)
    try WeakSupport.forEach(t, try WeakIterator.make(t, .valueItems, me)) { item throws(Raised) in
      try t.setItem(new, try key(item.tupleSlots[0]), item.tupleSlots[1])
    }
  }

  static let spec = TypeSpec(
    "weakref.WeakValueDictionary",
    doc: "A mapping with weak references to its values: an entry is gone once nothing else refers to its value.",
    functions: access + iteration + removal + whole + WeakSupport.merging)

  private static let access: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, other=(), /, **kw)") { t, a throws(Raised) in
      try WeakSupport.prepare(t, a[0], data: Value(try t.dict()), remover)
      _ = try t.call(try t.getAttribute(a[0], .update), tuple: try t.tuple(a[1]), dict: a[2])
      return .none
    },
    NativeFunctionSpec("_commit_removals(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      return .none
    },
    NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
      try settle(t, a[0])
      let value = try value(t, a[0], a[1])
      if value.isNull { throw t.keyError(a[1]) }
      return value
    },
    NativeFunctionSpec("__setitem__(self, key, value)") { t, a throws(Raised) in
      try settle(t, a[0])
      try t.dictSet(try WeakSupport.dict(t, a[0]), a[1], try entry(t, a[0], a[1], a[2]))
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
      try settle(t, a[0])
      if try !t.dictDelete(try WeakSupport.dict(t, a[0]), a[1]) { throw t.keyError(a[1]) }
      return .none
    },
    NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      return try t.int(try WeakSupport.dict(t, a[0]).count)
    },
    NativeFunctionSpec("__contains__(self, key)") { t, a throws(Raised) in
      try settle(t, a[0])
      return Value(try !value(t, a[0], a[1]).isNull)
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try WeakSupport.describe(t, a[0]) },
    NativeFunctionSpec("get(self, key, default=None)") { t, a throws(Raised) in
      try settle(t, a[0])
      let value = try value(t, a[0], a[1])
      return value.isNull ? a[2] : value
    },
    NativeFunctionSpec("setdefault(self, key, default=None)") { t, a throws(Raised) in
      let value = try value(t, a[0], a[1])
      if !value.isNull { return value }
      try settle(t, a[0])
      try t.dictSet(try WeakSupport.dict(t, a[0]), a[1], try entry(t, a[0], a[1], a[2]))
      return a[2]
    },
  ]

  private static let iteration: [NativeFunctionSpec] = [
    NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try WeakIterator.make(t, .valueKeys, a[0]) },
    NativeFunctionSpec("keys(self)") { t, a throws(Raised) in try WeakIterator.make(t, .valueKeys, a[0]) },
    NativeFunctionSpec("items(self)") { t, a throws(Raised) in try WeakIterator.make(t, .valueItems, a[0]) },
    NativeFunctionSpec("values(self)") { t, a throws(Raised) in try WeakIterator.make(t, .valueValues, a[0]) },
    NativeFunctionSpec("itervaluerefs(self)", "An iterator over the references to the values, some of which may be dead.") { t, a throws(Raised) in
      try WeakIterator.make(t, .valueReferences, a[0])
    },
    NativeFunctionSpec("valuerefs(self)", "A list of the references to the values, some of which may be dead.") { t, a throws(Raised) in
      try settle(t, a[0])
      return Value(try t.list(from: try t.callMethod(Value(try WeakSupport.dict(t, a[0])), .values)))
    },
  ]

  private static let removal: [NativeFunctionSpec] = [
    NativeFunctionSpec("popitem(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      while true {
        let pair = try t.items(of: try t.callMethod(Value(try WeakSupport.dict(t, a[0])), .popitem), count: 2)
        let value = WeakSupport.target(t, pair[1])
        if !value.isNull { return try t.tuple(pair[0], value) }
      }
    },
    NativeFunctionSpec("pop(self, key, *args)") { t, a throws(Raised) in
      try settle(t, a[0])
      let value = try value(t, a[0], a[1])
      _ = try t.dictDelete(try WeakSupport.dict(t, a[0]), a[1])
      if !value.isNull { return value }
      if a[2].tupleSlots.count > 0 { return a[2].tupleSlots[0] }
      throw t.keyError(a[1])
    },
  ]

  private static let whole: [NativeFunctionSpec] = [
    NativeFunctionSpec("update(self, other=None, /, **kwargs)") { t, a throws(Raised) in
      try settle(t, a[0])
      if !a[1].isNone { try update(t, a[0], a[1]) }
      try update(t, a[0], a[2])
      return .none
    },
    NativeFunctionSpec("copy(self)") { t, a throws(Raised) in try copy(t, a[0]) },
    NativeFunctionSpec("__copy__(self)") { t, a throws(Raised) in try copy(t, a[0]) },
    NativeFunctionSpec("__deepcopy__(self, memo)") { t, a throws(Raised) in
      let deepcopy = try WeakSupport.attribute(t, try t.importModule(try t.str("copy")), "deepcopy")
      let new = try t.call(Value(t.typeOf(a[0])))
      try copyItems(t, a[0], to: new) { key throws(Raised) in try t.call(deepcopy, key, a[1]) }
      return new
    },
  ]
}
