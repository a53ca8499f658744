import Builtins
import Runtime

/// Modules `weakref` and `_weakref` (CPython: Lib/weakref.py, Modules/_weakref.c). What a weak reference refers to dies at a collection, not before.
enum WeakrefModule {
  static let core = ModuleSpec(
    "_weakref", doc: "Weak references and proxies; module weakref shows them.",
    functions: [
      NativeFunctionSpec(
        "proxy(object, callback=None, /)",
        "A proxy of an object, which it does not keep alive.\n\nThe callback, if there is one, is called with the proxy when the object has died."
      ) { t, a throws(Raised) in
        try WeakProxies.make(t, a[0], callback: a[1].isNone ? .null : a[1])
      },
      NativeFunctionSpec("getweakrefcount(object, /)", "How many weak references and proxies an object has.") { t, a throws(Raised) in
        try t.int(try references(t, a[0]).count)
      },
      NativeFunctionSpec("getweakrefs(object, /)", "A list of the weak references and proxies of an object.") { t, a throws(Raised) in
        Value(try references(t, a[0]))
      },
      NativeFunctionSpec("_remove_dead_weakref(dct, key, /)", "Remove a key from a dict if its value is a dead weak reference.") {
        t, a throws(Raised) in
        guard a[0].isKind(.dict) else {
          throw t.raise(t.types.typeError, "_remove_dead_weakref() argument 1 must be dict, not %B", a[0])
        }
        if try WeakValueDictionary.removeDead(t, a[0].unchecked(), a[1]) { return .none }
        throw t.raise(t.types.typeError, "not a weakref")
      },
    ]
  ) { t, m throws(Raised) in try addReferenceTypes(t, m) }

  static let module = ModuleSpec("weakref", doc: "Weak references: they refer to objects without keeping them alive.") { t, m throws(Raised) in
    let core = try t.importModule(try t.str("_weakref"))
    let names: [StaticString] = [
      "ref", "proxy", "getweakrefcount", "getweakrefs", "ReferenceType", "ProxyType", "CallableProxyType", "_remove_dead_weakref",
    ]
    for name in names { try t.addConstant(m, name, try t.getAttribute(core, try t.intern(name))) }
    try t.addConstant(m, "ProxyTypes", try t.tuple(Value(t.types.weakProxy), Value(t.types.weakCallableProxy)))
    let set = try t.getAttribute(try t.importModule(try t.str("_weakrefset")), try t.intern("WeakSet"))
    try t.addConstant(m, "WeakSet", set)
    let mutableSet = try CollectionsABC.named(t, "MutableSet")
    _ = try t.call(try t.getAttribute(mutableSet, try t.intern("register")), set)
    try addClasses(t, m)
    for name in ["sys", "itertools", "_collections_abc"] as [StaticString] { try t.addConstant(m, name, try t.importModule(try t.str(name))) }
    try addPublicNames(t, m)
  }

  private static func references(_ t: Thread, _ v: Value) throws(Raised) -> Ref<ListObject> {
    // Counted first: the walk must not allocate.
    var count = 0
    _ = t.findWeakReference(to: v) { _ in
      count += 1
      return false
    }
    let found = try t.list()
    for _ in 0..<count { try t.append(found, .none) }
    var filled = 0
    _ = t.findWeakReference(to: v) { reference in
      if filled < count { found.items[filled] = Value(reference) }
      filled += 1
      return filled >= count
    }
    return found
  }

  private static func addReferenceTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let home = try t.intern("weakref")
    for (name, type) in [
      ("ref", t.types.weakReference), ("ReferenceType", t.types.weakReference), ("ProxyType", t.types.weakProxy),
      ("CallableProxyType", t.types.weakCallableProxy),
    ] as [(StaticString, Ref<TypeObject>)] {
      type.nativeData = t.has(.weakReferencesInWeakref) ? home : t.name(.builtins)
      try t.addConstant(m, name, Value(type))
    }
    if t.has(.weakReferencesInWeakref) { return }
    let names: [(StaticString, Ref<TypeObject>)] = [
      ("weakref", t.types.weakReference), ("weakproxy", t.types.weakProxy), ("weakcallableproxy", t.types.weakCallableProxy),
    ]
    for (name, type) in names {
      t.populate(type)
      type.name = try t.intern(name)
      type.qualifiedName = type.name
    }
  }

  private static func addClasses(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let metaclass = try ABCModule.metaclass(t)
    let mapping = try t.tuple(try CollectionsABC.named(t, "MutableMapping"))
    try t.addClass(m, WeakValueDictionary.spec, bases: mapping, metaclass: metaclass)
    try t.addClass(m, WeakKeyDictionary.spec, bases: mapping, metaclass: metaclass)
    let reference = try t.tuple(Value(t.types.weakReference))
    try t.addClass(m, WeakValueDictionary.keyedReference, bases: reference) { namespace throws(Raised) in
      try t.dictSet(namespace, t.name(.__slots__), try t.tuple(t.name(.key)))
    }
    try t.addClass(m, WeakMethod.spec, bases: reference) { namespace throws(Raised) in try WeakMethod.addSlots(t, namespace) }
    try t.addClass(m, Finalize.spec, bases: t.interpreter.emptyTuple) { namespace throws(Raised) in try Finalize.addState(t, namespace) }
  }

  private static func addPublicNames(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let names: [StaticString] = [
      "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
      "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
    ]
    let list = try t.list()
    for name in names { try t.append(list, try t.intern(name)) }
    try t.addConstant(m, t.name(.__all__), Value(list))
  }
}
