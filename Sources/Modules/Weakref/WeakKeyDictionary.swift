import Builtins
import Runtime

/// weakref.WeakKeyDictionary.
enum WeakKeyDictionary {
  private static let remover = NativeFunctionSpec("remove(selfref, k, /)") { t, a throws(Raised) in
    let me = WeakSupport.target(t, a[0])
    if me.isNull { return .none }
    if try WeakSupport.isIterating(t, me) {
      try t.append(try WeakSupport.pending(t, me), a[1])
    } else {
      _ = try t.dictDelete(try WeakSupport.dict(t, me), a[1])
    }
    return .none
  }

  private static func settle(_ t: Thread, _ me: Value) throws(Raised) {
    try WeakSupport.settle(t, me) { key throws(Raised) in _ = try t.dictDelete(try WeakSupport.dict(t, me), key) }
  }

  /// A reference that becomes a key.
  private static func key(_ t: Thread, _ me: Value, _ v: Value) throws(Raised) -> Value {
    try WeakSupport.reference(t, v, callback: try WeakSupport.remover(t, me))
  }

  /// How many of the keys whose removal waits are still there: they may have been removed otherwise.
  private static func pendingCount(_ t: Thread, _ me: Value, _ data: Ref<DictObject>) throws(Raised) -> Int {
    let pending = try WeakSupport.pending(t, me)
    var count = 0
    for i in 0..<pending.count {
      if try !t.dictGet(data, pending.items[i]).isNull { count += 1 }
    }
    return count
  }

  private static func update(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) {
    let data = try WeakSupport.dict(t, me)
    try WeakSupport.forEachItem(t, other) { item, value throws(Raised) in try t.dictSet(data, try key(t, me, item), value) }
  }

  private static func copy(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let new = try t.call(try WeakSupport.attribute(t, try t.importModule(try t.str("weakref")), "WeakKeyDictionary"))
    try copyItems(t, me, to: new) { value throws(Raised) in value }
    return new
  }

  private static func copyItems(_ t: Thread, _ me: Value, to new: Value, _ value: (Value) throws(Raised) -> Value) throws(Raised) {
    try WeakSupport.forEach(t, try WeakIterator.make(t, .keyItems, me)) { item throws(Raised) in
      try t.setItem(new, item.tupleSlots[0], try value(item.tupleSlots[1]))
    }
  }

  static let spec = TypeSpec(
    "weakref.WeakKeyDictionary",
    doc: "A mapping with weak references to its keys: an entry is gone once nothing else refers to its key.",
    functions: access + iteration + removal + whole + WeakSupport.merging)

  private static let access: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, dict=None)") { t, a throws(Raised) in
      try WeakSupport.prepare(t, a[0], data: Value(try t.dict()), remover)
      if !t.has(.weakIterationCopies) { try WeakSupport.set(t, a[0], "_dirty_len", .false) }
      if !a[1].isNone { _ = try t.callMethod(a[0], .update, a[1]) }
      return .none
    },
    NativeFunctionSpec("_commit_removals(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      return .none
    },
    NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
      let reference = try WeakSupport.reference(t, a[1])
      let value = try t.dictGet(try WeakSupport.dict(t, a[0]), reference)
      if value.isNull { throw t.keyError(reference) }
      return value
    },
    NativeFunctionSpec("__setitem__(self, key, value)") { t, a throws(Raised) in
      try t.dictSet(try WeakSupport.dict(t, a[0]), try key(t, a[0], a[1]), a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
      let reference = try WeakSupport.reference(t, a[1])
      if try !t.dictDelete(try WeakSupport.dict(t, a[0]), reference) { throw t.keyError(reference) }
      return .none
    },
    NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in
      let data = try WeakSupport.dict(t, a[0])
      return try t.int(data.count - (try pendingCount(t, a[0], data)))
    },
    NativeFunctionSpec("__contains__(self, key)") { t, a throws(Raised) in
      let reference = try WeakSupport.referenceOrNull(t, a[1])
      if reference.isNull { return .false }
      return Value(try !t.dictGet(try WeakSupport.dict(t, a[0]), reference).isNull)
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try WeakSupport.describe(t, a[0]) },
    NativeFunctionSpec("get(self, key, default=None)") { t, a throws(Raised) in
      let value = try t.dictGet(try WeakSupport.dict(t, a[0]), try WeakSupport.reference(t, a[1]))
      return value.isNull ? a[2] : value
    },
    NativeFunctionSpec("setdefault(self, key, default=None)") { t, a throws(Raised) in
      let data = try WeakSupport.dict(t, a[0])
      let reference = try key(t, a[0], a[1])
      let value = try t.dictGet(data, reference)
      if !value.isNull { return value }
      try t.dictSet(data, reference, a[2])
      return a[2]
    },
  ]

  private static let iteration: [NativeFunctionSpec] = [
    NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try WeakIterator.make(t, .keyKeys, a[0]) },
    NativeFunctionSpec("keys(self)") { t, a throws(Raised) in try WeakIterator.make(t, .keyKeys, a[0]) },
    NativeFunctionSpec("items(self)") { t, a throws(Raised) in try WeakIterator.make(t, .keyItems, a[0]) },
    NativeFunctionSpec("values(self)") { t, a throws(Raised) in try WeakIterator.make(t, .keyValues, a[0]) },
    NativeFunctionSpec("keyrefs(self)", "A list of the references to the keys, some of which may be dead.") { t, a throws(Raised) in
      Value(try t.list(from: Value(try WeakSupport.dict(t, a[0]))))
    },
  ]

  private static let removal: [NativeFunctionSpec] = [
    NativeFunctionSpec("popitem(self)") { t, a throws(Raised) in
      while true {
        let pair = try t.items(of: try t.callMethod(Value(try WeakSupport.dict(t, a[0])), .popitem), count: 2)
        let key = WeakSupport.target(t, pair[0])
        if !key.isNull { return try t.tuple(key, pair[1]) }
      }
    },
    NativeFunctionSpec("pop(self, key, *args)") { t, a throws(Raised) in
      let rest = a[2].tupleSlots
      let arguments = try t.tuple(count: rest.count + 1)
      arguments.items[0] = try WeakSupport.reference(t, a[1])
      for i in 0..<rest.count { arguments.items[i + 1] = rest[i] }
      let method = try t.getAttribute(Value(try WeakSupport.dict(t, a[0])), .pop)
      return try t.call(method, tuple: Value(arguments), dict: .null)
    },
  ]

  private static let whole: [NativeFunctionSpec] = [
    NativeFunctionSpec("update(self, dict=None, /, **kwargs)") { t, a throws(Raised) in
      if !a[1].isNone { try update(t, a[0], a[1]) }
      if a[2].unchecked(as: DictObject.self).count > 0 { try update(t, a[0], a[2]) }
      return .none
    },
    NativeFunctionSpec("copy(self)") { t, a throws(Raised) in try copy(t, a[0]) },
    NativeFunctionSpec("__copy__(self)") { t, a throws(Raised) in try copy(t, a[0]) },
    NativeFunctionSpec("__deepcopy__(self, memo)") { t, a throws(Raised) in
      let deepcopy = try WeakSupport.attribute(t, try t.importModule(try t.str("copy")), "deepcopy")
      let new = try t.call(Value(t.typeOf(a[0])))
      try copyItems(t, a[0], to: new) { value throws(Raised) in try t.call(deepcopy, value, a[1]) }
      return new
    },
  ]
}
