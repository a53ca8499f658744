import Builtins
import Runtime

/// Module `_weakrefset` (CPython: Lib/_weakrefset.py): WeakSet.
enum WeakSet {
  static let module = ModuleSpec("_weakrefset", doc: "The class WeakSet, which module weakref shows.") { t, m throws(Raised) in
    _ = try t.makeNativeType(WeakIterator.spec, bytes: MemoryLayout<WeakIteratorObject>.size, flags: .noConstructor)
    try t.addClass(m, spec, bases: t.interpreter.emptyTuple) { namespace throws(Raised) in try addAliases(t, namespace) }
    try t.addConstant(m, "ref", Value(t.types.weakReference))
    try t.addConstant(m, "GenericAlias", Value(t.types.genericAlias))
    let names = try t.list()
    try t.append(names, try t.intern("WeakSet"))
    try t.addConstant(m, t.name(.__all__), Value(names))
  }

  /// Operators that are methods by another name.
  private static func addAliases(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    let pairs: [(StaticString, StaticString)] = [
      ("__sub__", "difference"), ("__and__", "intersection"), ("__le__", "issubset"), ("__ge__", "issuperset"),
      ("__xor__", "symmetric_difference"), ("__or__", "union"),
    ]
    for (alias, name) in pairs { try t.dictSet(namespace, try t.intern(alias), t.dictGet(namespace, interned: try t.intern(name))) }
    try t.dictSet(namespace, t.name(.__hash__), .none)
  }

  private static let remover = NativeFunctionSpec("_remove(selfref, item, /)") { t, a throws(Raised) in
    let me = WeakSupport.target(t, a[0])
    if me.isNull { return .none }
    if try WeakSupport.isIterating(t, me) {
      try t.append(try WeakSupport.pending(t, me), a[1])
    } else {
      try discard(t, me, a[1])
    }
    return .none
  }

  private static func data(_ t: Thread, _ me: Value) throws(Raised) -> Value { try WeakSupport.attribute(t, me, "data") }

  private static func discard(_ t: Thread, _ me: Value, _ reference: Value) throws(Raised) {
    _ = try t.callMethod(try data(t, me), .discard, reference)
  }

  private static func settle(_ t: Thread, _ me: Value) throws(Raised) {
    try WeakSupport.settle(t, me) { reference throws(Raised) in try discard(t, me, reference) }
  }

  private static func add(_ t: Thread, _ me: Value, _ item: Value) throws(Raised) {
    try settle(t, me)
    _ = try t.callMethod(try data(t, me), .add, try WeakSupport.reference(t, item, callback: try WeakSupport.remover(t, me)))
  }

  private static func update(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) {
    try settle(t, me)
    let method = try WeakSupport.attribute(t, me, "add")
    try WeakSupport.forEach(t, other) { item throws(Raised) in _ = try t.call(method, item) }
  }

  /// References to the items of `other`, as a set.
  private static func references(_ t: Thread, _ other: Value, callback: Value = .null) throws(Raised) -> Value {
    let list = try t.list()
    try WeakSupport.forEach(t, other) { item throws(Raised) in try t.append(list, try WeakSupport.reference(t, item, callback: callback)) }
    return try t.call(Value(t.types.set), Value(list))
  }

  /// `me.data.name(references to other)`
  private static func ask(_ t: Thread, _ me: Value, _ name: StaticString, _ other: Value, callback: Value = .null) throws(Raised) -> Value {
    try t.call(try t.getAttribute(try data(t, me), try t.intern(name)), try references(t, other, callback: callback))
  }

  private static func change(_ t: Thread, _ me: Value, _ name: StaticString, _ other: Value, callback: Value = .null) throws(Raised) {
    try settle(t, me)
    _ = try ask(t, me, name, other, callback: callback)
  }

  private static func same(_ t: Thread, _ me: Value, _ items: Ref<ListObject>) throws(Raised) -> Value {
    try t.call(Value(t.typeOf(me)), Value(items))
  }

  private static func copy(_ t: Thread, _ me: Value) throws(Raised) -> Value { try t.call(Value(t.typeOf(me)), me) }

  /// The items of `other` that are in the set, as a new set.
  private static func intersection(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) -> Value {
    let common = try t.list()
    try WeakSupport.forEach(t, other) { item throws(Raised) in
      if try t.contains(me, item) { try t.append(common, item) }
    }
    return try same(t, me, common)
  }

  private static func subtract(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) {
    try settle(t, me)
    if me == other { _ = try t.callMethod(try data(t, me), .clear) } else { try change(t, me, "difference_update", other) }
  }

  private static func toggle(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) {
    try settle(t, me)
    if me == other { _ = try t.callMethod(try data(t, me), .clear) } else {
      try change(t, me, "symmetric_difference_update", other, callback: try WeakSupport.remover(t, me))
    }
  }

  static let spec = TypeSpec("weakref.WeakSet", functions: basics + changes + comparisons + combinations)

  private static let basics: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, data=None)") { t, a throws(Raised) in
      try WeakSupport.prepare(t, a[0], data: try t.call(Value(t.types.set)), remover)
      if !a[1].isNone { _ = try t.callMethod(a[0], .update, a[1]) }
      return .none
    },
    NativeFunctionSpec("_commit_removals(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      return .none
    },
    NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try WeakIterator.make(t, .elements, a[0]) },
    NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in
      try t.int(try t.length(try data(t, a[0])) - (try WeakSupport.pending(t, a[0]).count))
    },
    NativeFunctionSpec("__contains__(self, item)") { t, a throws(Raised) in
      let reference = try WeakSupport.referenceOrNull(t, a[1])
      if reference.isNull { return .false }
      return Value(try t.contains(try data(t, a[0]), reference))
    },
    NativeFunctionSpec("__reduce__(self)") { t, a throws(Raised) in
      try t.tuple(Value(t.typeOf(a[0])), try t.tuple(Value(try t.list(from: a[0]))), try t.getAttribute(a[0], .__dict__))
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try t.repr(try data(t, a[0])) },
    NativeFunctionSpec("__class_getitem__(cls, item, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
      try t.genericAlias(a[0], a[1])
    },
    NativeFunctionSpec("copy(self)") { t, a throws(Raised) in try copy(t, a[0]) },
  ]

  private static let changes: [NativeFunctionSpec] = [
    NativeFunctionSpec("add(self, item)") { t, a throws(Raised) in
      try add(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("clear(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      return try t.callMethod(try data(t, a[0]), .clear)
    },
    NativeFunctionSpec("pop(self)") { t, a throws(Raised) in
      try settle(t, a[0])
      let data = try data(t, a[0])
      while try t.length(data) > 0 {
        let item = WeakSupport.target(t, try t.callMethod(data, .pop))
        if !item.isNull { return item }
      }
      throw t.keyError(try t.str("pop from empty WeakSet"))
    },
    NativeFunctionSpec("remove(self, item)") { t, a throws(Raised) in
      try settle(t, a[0])
      return try t.callMethod(try data(t, a[0]), .remove, try WeakSupport.reference(t, a[1]))
    },
    NativeFunctionSpec("discard(self, item)") { t, a throws(Raised) in
      try settle(t, a[0])
      try discard(t, a[0], try WeakSupport.reference(t, a[1]))
      return .none
    },
    NativeFunctionSpec("update(self, other)") { t, a throws(Raised) in
      try update(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("__ior__(self, other)") { t, a throws(Raised) in
      try update(t, a[0], a[1])
      return a[0]
    },
    NativeFunctionSpec("difference_update(self, other)") { t, a throws(Raised) in
      try subtract(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("__isub__(self, other)") { t, a throws(Raised) in
      try subtract(t, a[0], a[1])
      return a[0]
    },
    NativeFunctionSpec("intersection_update(self, other)") { t, a throws(Raised) in
      try change(t, a[0], "intersection_update", a[1])
      return .none
    },
    NativeFunctionSpec("__iand__(self, other)") { t, a throws(Raised) in
      try change(t, a[0], "intersection_update", a[1])
      return a[0]
    },
    NativeFunctionSpec("symmetric_difference_update(self, other)") { t, a throws(Raised) in
      try toggle(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("__ixor__(self, other)") { t, a throws(Raised) in
      try toggle(t, a[0], a[1])
      return a[0]
    },
  ]

  private static let comparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("issubset(self, other)") { t, a throws(Raised) in try ask(t, a[0], "issubset", a[1]) },
    NativeFunctionSpec("issuperset(self, other)") { t, a throws(Raised) in try ask(t, a[0], "issuperset", a[1]) },
    NativeFunctionSpec("__lt__(self, other)") { t, a throws(Raised) in try t.compare(.less, try data(t, a[0]), try references(t, a[1])) },
    NativeFunctionSpec("__gt__(self, other)") { t, a throws(Raised) in try t.compare(.greater, try data(t, a[0]), try references(t, a[1])) },
    NativeFunctionSpec("__eq__(self, other)") { t, a throws(Raised) in
      if !t.isInstance(a[1], of: t.typeOf(a[0])) { return .notImplemented }
      return try t.compare(.equal, try data(t, a[0]), try references(t, a[1]))
    },
    NativeFunctionSpec("isdisjoint(self, other)") { t, a throws(Raised) in Value(try t.length(try intersection(t, a[0], a[1])) == 0) },
  ]

  private static let combinations: [NativeFunctionSpec] = [
    NativeFunctionSpec("difference(self, other)") { t, a throws(Raised) in
      let result = try copy(t, a[0])
      try subtract(t, result, a[1])
      return result
    },
    NativeFunctionSpec("intersection(self, other)") { t, a throws(Raised) in try intersection(t, a[0], a[1]) },
    NativeFunctionSpec("symmetric_difference(self, other)") { t, a throws(Raised) in
      let result = try copy(t, a[0])
      try toggle(t, result, a[1])
      return result
    },
    NativeFunctionSpec("union(self, other)") { t, a throws(Raised) in
      let all = try t.list(from: a[0])
      try WeakSupport.forEach(t, a[1]) { item throws(Raised) in try t.append(all, item) }
      return try same(t, a[0], all)
    },
  ]
}
