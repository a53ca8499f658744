import Builtins
import Runtime

/// Module `weakref` (CPython: Lib/weakref.py, Modules/_weakref.c). What a weak reference refers to dies at a collection, not before.
enum WeakrefModule {
  static let module = ModuleSpec(
    "weakref", doc: "Weak reference support for Python.",
    functions: [
      NativeFunctionSpec("proxy(object, callback=None, /)", "Create a proxy object that weakly references 'object'.") { t, a throws(Raised) in
        try WeakReferences.makeProxy(t, a[0], callback: a[1].isNone ? .null : a[1])
      },
      NativeFunctionSpec("getweakrefcount(object, /)", "Return the number of weak references to 'object'.") { t, a throws(Raised) in
        try t.int(try references(t, a[0]).count)
      },
      NativeFunctionSpec("getweakrefs(object, /)", "Return a list of all weak reference objects pointing to 'object'.") { t, a throws(Raised) in
        Value(try references(t, a[0]))
      },
    ]
  ) { t, m throws(Raised) in try addTypes(t, m) }

  private static func references(_ t: Thread, _ v: Value) throws(Raised) -> Ref<ListObject> {
    // Counted first: the walk must not allocate.
    var count = 0
    _ = t.findWeakReference(to: v) { _ in
      count += 1
      return false
    }
    let found = try t.list()
    for i in 0..<count {
      var left = i
      let reference = t.findWeakReference(to: v) { _ in
        left -= 1
        return left < 0
      }
      if !reference.isNull { try t.append(found, reference) }
    }
    return found
  }

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    for (name, type) in [
      ("ref", t.types.weakReference), ("ReferenceType", t.types.weakReference), ("ProxyType", t.types.weakProxy),
      ("CallableProxyType", t.types.weakCallableProxy),
    ] as [(StaticString, Ref<TypeObject>)] {
      try t.dictSet(type.dict, t.name(.__module__), t.has(.weakReferencesInWeakref) ? m.name : t.name(.builtins))
      try t.addConstant(m, name, Value(type))
    }
    if !t.has(.weakReferencesInWeakref) {
      let names: [(StaticString, Ref<TypeObject>)] = [
        ("weakref", t.types.weakReference), ("weakproxy", t.types.weakProxy), ("weakcallableproxy", t.types.weakCallableProxy),
      ]
      for (name, type) in names {
        t.populate(type)
        type.name = try t.intern(name)
        type.qualifiedName = type.name
      }
    }
    try t.addConstant(m, "ProxyTypes", try t.tuple(Value(t.types.weakProxy), Value(t.types.weakCallableProxy)))
    let metaclass = try ABCModule.metaclass(t)
    let mapping = try t.tuple(try CollectionsABC.named(t, "MutableMapping"))
    try t.addClass(m, weakValueDictionary, bases: mapping, metaclass: metaclass)
    try t.addClass(m, weakKeyDictionary, bases: mapping, metaclass: metaclass)
    try t.addClass(m, weakSet, bases: try t.tuple(try CollectionsABC.named(t, "MutableSet")), metaclass: metaclass)
    try t.addClass(m, weakMethod, bases: t.interpreter.emptyTuple)
    try t.addClass(m, finalizer, bases: t.interpreter.emptyTuple)
  }

  // MARK: Containers

  private static func data(_ t: Thread, _ me: Value) throws(Raised) -> Ref<DictObject> {
    let data = try t.getAttribute(me, try t.intern("data"))
    guard data.isKind(.dict) else { throw t.raise(t.types.typeError, "data must be a dict") }
    return data.unchecked()
  }

  private static func reference(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    try WeakReferences.make(t, t.types.weakReference, v, callback: .null)
  }

  private static func target(_ t: Thread, _ reference: Value) -> Value {
    reference.isKind(.weakReference) ? t.target(of: reference.unchecked()) : .null
  }

  /// What is alive: a list of pairs (key, value). With `keysAreWeak` the keys of the table are references, else its values.
  private static func live(_ t: Thread, _ me: Value, keysAreWeak: Bool) throws(Raised) -> Ref<ListObject> {
    let result = try t.list()
    let data = try data(t, me)
    var position = 0
    while let entry = t.dictNext(data, &position) {
      let found = target(t, keysAreWeak ? entry.key : entry.value)
      if found.isNull { continue }
      try t.append(result, keysAreWeak ? try t.tuple(found, entry.value) : try t.tuple(entry.key, found))
    }
    return result
  }

  private static func keys(_ t: Thread, _ pairs: Ref<ListObject>) throws(Raised) -> Value {
    for i in 0..<pairs.count { pairs.items[i] = pairs.items[i].tupleSlots[0] }
    return try t.iterator(of: Value(pairs))
  }

  private static let weakValueDictionary = TypeSpec(
    "weakref.WeakValueDictionary", doc: "Mapping class that references values weakly.",
    functions: [
      initializer(),
      NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
        let found = try t.dictGet(try data(t, a[0]), a[1])
        let value = found.isNull ? found : target(t, found)
        if value.isNull { throw t.keyError(a[1]) }
        return value
      },
      NativeFunctionSpec("__setitem__(self, key, value)") { t, a throws(Raised) in
        try t.dictSet(try data(t, a[0]), a[1], try reference(t, a[2]))
        return .none
      },
      NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
        if try !t.dictDelete(try data(t, a[0]), a[1]) { throw t.keyError(a[1]) }
        return .none
      },
      NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try keys(t, try live(t, a[0], keysAreWeak: false)) },
      NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try live(t, a[0], keysAreWeak: false).count) },
      describing(),
    ])

  private static let weakKeyDictionary = TypeSpec(
    "weakref.WeakKeyDictionary", doc: "Mapping class that references keys weakly.",
    functions: [
      initializer(),
      NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
        let value = try t.dictGet(try data(t, a[0]), try reference(t, a[1]))
        if value.isNull { throw t.keyError(a[1]) }
        return value
      },
      NativeFunctionSpec("__setitem__(self, key, value)") { t, a throws(Raised) in
        try t.dictSet(try data(t, a[0]), try reference(t, a[1]), a[2])
        return .none
      },
      NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
        if try !t.dictDelete(try data(t, a[0]), try reference(t, a[1])) { throw t.keyError(a[1]) }
        return .none
      },
      NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try keys(t, try live(t, a[0], keysAreWeak: true)) },
      NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try live(t, a[0], keysAreWeak: true).count) },
      describing(),
    ])

  private static func initializer() -> NativeFunctionSpec {
    NativeFunctionSpec("__init__(self, other=(), /, **kw)") { t, a throws(Raised) in
      try t.setAttribute(a[0], try t.intern("data"), Value(try t.dict()))
      try CollectionsABC.update(t, a[0], from: a[1].isNone ? t.interpreter.emptyTuple : a[1])
      if a[2].unchecked(as: DictObject.self).count > 0 { try CollectionsABC.update(t, a[0], from: a[2]) }
      return .none
    }
  }

  private static func describing() -> NativeFunctionSpec {
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
      var out = TextBuilder(t)
      try out.append("<")
      try out.append(t.typeOf(a[0]).name)
      try out.append(" at ")
      try out.append(address: a[0].bits)
      try out.append(">")
      return try out.finish()
    }
  }

  private static let weakSet = TypeSpec(
    "weakref.WeakSet",
    functions: [
      NativeFunctionSpec("__init__(self, data=None)") { t, a throws(Raised) in
        let table = try t.dict()
        try t.setAttribute(a[0], try t.intern("data"), Value(table))
        if a[1].isNone { return .none }
        let items = try t.iterator(of: a[1])
        while true {
          let item = try t.next(items)
          if item.isNull { return .none }
          try t.dictSet(table, try reference(t, item), .none)
        }
      },
      NativeFunctionSpec("add(self, item)") { t, a throws(Raised) in
        try t.dictSet(try data(t, a[0]), try reference(t, a[1]), .none)
        return .none
      },
      NativeFunctionSpec("discard(self, item)") { t, a throws(Raised) in
        _ = try t.dictDelete(try data(t, a[0]), try reference(t, a[1]))
        return .none
      },
      NativeFunctionSpec("__contains__(self, item)") { t, a throws(Raised) in
        Value(try !t.dictGet(try data(t, a[0]), try reference(t, a[1])).isNull)
      },
      NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try keys(t, try live(t, a[0], keysAreWeak: true)) },
      NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try live(t, a[0], keysAreWeak: true).count) },
    ])

  // MARK: WeakMethod and finalize

  private static let weakMethod = TypeSpec(
    "weakref.WeakMethod", doc: "A reference to a bound method that does not keep its object alive.",
    functions: [
      NativeFunctionSpec("__init__(self, meth, callback=None)") { t, a throws(Raised) in
        guard a[1].isKind(.boundMethod) else {
          throw t.raise(t.types.typeError, "argument should be a bound method, not %R", Value(t.typeOf(a[1])))
        }
        let method: Ref<BoundMethodObject> = a[1].unchecked()
        try t.setAttribute(a[0], try t.intern("_object"), try reference(t, method.boundSelf))
        try t.setAttribute(a[0], try t.intern("_function"), method.function)
        return .none
      },
      NativeFunctionSpec("__call__(self)") { t, a throws(Raised) in
        let object = try t.call(try t.getAttribute(a[0], try t.intern("_object")))
        if object.isNone { return .none }
        return try t.makeBoundMethod(try t.getAttribute(a[0], try t.intern("_function")), object)
      },
    ])

  /// Calls a function when an object dies, or when it is called itself: once.
  private static let finalizer = TypeSpec(
    "weakref.finalize", doc: "Class for finalization of weakrefable objects",
    functions: [
      NativeFunctionSpec("__init__(self, obj, func, /, *args, **kwargs)") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("_call"), try t.tuple(a[2], a[3], a[4]))
        let callback = try t.getAttribute(a[0], try t.intern("_run"))
        let watched = try WeakReferences.make(t, t.types.weakReference, a[1], callback: callback)
        try t.setAttribute(a[0], try t.intern("_reference"), watched)
        // The finalizer lives until it ran.
        try t.append(t.interpreter.roots.unchecked(), a[0])
        return .none
      },
      NativeFunctionSpec("_run(self, reference)") { t, a throws(Raised) in try run(t, a[0]) },
      NativeFunctionSpec("__call__(self, _=None)") { t, a throws(Raised) in try run(t, a[0]) },
      NativeFunctionSpec("detach(self)") { t, a throws(Raised) in
        let call = try t.getAttribute(a[0], try t.intern("_call"))
        try t.setAttribute(a[0], try t.intern("_call"), .none)
        guard call.isKind(.tuple) else { return .none }
        let object = try t.call(try t.getAttribute(a[0], try t.intern("_reference")))
        return try Functools.concatenate(t, try t.tuple(object).tupleSlots, call.tupleSlots)
      },
    ],
    attributes: [
      NativeAttributeSpec("alive") { t, a throws(Raised) in Value(!(try t.getAttribute(a[0], try t.intern("_call"))).isNone) }
    ])

  private static func run(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let call = try t.getAttribute(me, try t.intern("_call"))
    guard call.isKind(.tuple), call.tupleSlots.count == 3 else { return .none }
    try t.setAttribute(me, try t.intern("_call"), .none)
    let parts = call.tupleSlots
    guard parts[1].isKind(.tuple), parts[2].isKind(.dict) else { return .none }
    return try t.call(parts[0], tuple: parts[1], dict: parts[2])
  }
}
