import Runtime

/// Module `types` (CPython: Lib/types.py): names of the types that the language makes, and dynamic creation of classes.
enum TypesModule {
  static let module = ModuleSpec(
    "types", doc: "Define names for built-in types that aren't directly accessible as a builtin.",
    functions: [
      NativeFunctionSpec(
        "new_class(name, bases=(), kwds=None, exec_body=None)", "Create a class object dynamically using the appropriate metaclass."
      ) { t, a throws(Raised) in try newClass(t, a) },
      NativeFunctionSpec("prepare_class(name, bases=(), kwds=None)", "Call the __prepare__ method of the appropriate metaclass.") { t, a throws(Raised) in
        let prepared = try prepare(t, a[0], a[1], a[2])
        return try t.tuple(prepared.metaclass, prepared.namespace, Value(prepared.keywords))
      },
      NativeFunctionSpec("resolve_bases(bases, /)", "Resolve MRO entries dynamically as specified by PEP 560.") { t, a throws(Raised) in
        try resolveBases(t, a[0])
      },
      NativeFunctionSpec("get_original_bases(cls, /)", "Return the class's \"original\" bases prior to modification by `__mro_entries__`.") {
        t, a throws(Raised) in
        guard a[0].isKind(.type) else { throw t.raise(t.types.typeError, "Expected an instance of type, not '%T'", a[0]) }
        let cls = a[0].unchecked(as: TypeObject.self)
        let original = t.dictGet(cls.dict, interned: t.name(.__orig_bases__))
        return original.isNull ? cls.bases : original
      },
      NativeFunctionSpec("coroutine(func)", "Convert regular generator function to a coroutine.") { t, a throws(Raised) in
        try coroutine(t, a[0])
      },
    ]
  ) { t, m throws(Raised) in
    try addNames(t, m)
    try t.addClass(m, dynamicClassAttribute, bases: t.interpreter.emptyTuple)
  }

  private static func addNames(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let types = t.types
    let names: [(StaticString, Ref<TypeObject>)] = [
      ("FunctionType", types.function), ("LambdaType", types.function), ("CodeType", types.code), ("MappingProxyType", types.mappingProxy),
      ("SimpleNamespace", types.simpleNamespace), ("CellType", types.cell), ("GeneratorType", types.generator), ("CoroutineType", types.coroutine),
      ("AsyncGeneratorType", types.asyncGenerator), ("MethodType", types.method), ("BuiltinFunctionType", types.builtinFunction),
      ("BuiltinMethodType", types.builtinFunction), ("WrapperDescriptorType", types.wrapperDescriptor), ("MethodWrapperType", types.methodWrapper),
      ("MethodDescriptorType", types.methodDescriptor), ("ClassMethodDescriptorType", types.classMethodDescriptor), ("ModuleType", types.module),
      ("TracebackType", types.traceback), ("FrameType", types.frame), ("GetSetDescriptorType", types.getSetDescriptor),
      ("MemberDescriptorType", types.memberDescriptor), ("GenericAlias", types.genericAlias), ("UnionType", types.unionType),
      ("EllipsisType", types.ellipsis), ("NoneType", types.none), ("NotImplementedType", types.notImplemented),
    ]
    for (name, type) in names { try t.addConstant(m, name, Value(type)) }
  }

  // MARK: Dynamic classes

  /// Replaces bases that are no classes by what their `__mro_entries__` says; the same tuple if there is none.
  static func resolveBases(_ t: Thread, _ bases: Value) throws(Raised) -> Value {
    let given = try t.tuple(from: bases)
    let items = given.tupleSlots
    let resolved = try t.list()
    var isChanged = false
    for i in 0..<items.count {
      let hook = items[i].isKind(.type) ? Value.null : try t.getAttributeOrNull(items[i], .__mro_entries__)
      if hook.isNull {
        try t.append(resolved, items[i])
        continue
      }
      isChanged = true
      let entries = try t.call(hook, given)
      guard entries.isKind(.tuple) else { throw t.raise(t.types.typeError, "__mro_entries__ must return a tuple") }
      for k in 0..<entries.tupleSlots.count { try t.append(resolved, entries.tupleSlots[k]) }
    }
    return isChanged ? try t.tuple(copying: resolved.slots) : given
  }

  private static func prepare(
    _ t: Thread, _ name: Value, _ bases: Value, _ keywords: Value
  ) throws(Raised) -> (metaclass: Value, namespace: Value, keywords: Ref<DictObject>) {
    guard keywords.isNone || keywords.isKind(.dict) else { throw t.raise(t.types.typeError, "kwds must be a dict, not '%T'", keywords) }
    let rest = try keywords.isNone ? t.dict() : t.dictCopy(keywords.unchecked())
    let items = try t.tuple(from: bases).tupleSlots
    var metaclass = t.dictGet(rest, interned: t.name(.metaclass))
    if metaclass.isNull {
      metaclass = items.count > 0 ? Value(t.typeOf(items[0])) : Value(t.types.type)
    } else {
      _ = t.dictDelete(rest, interned: t.name(.metaclass))
    }
    if metaclass.isKind(.type) { metaclass = try mostDerived(t, metaclass, items) }
    let hook = try t.getAttributeOrNull(metaclass, .__prepare__)
    let namespace =
      hook.isNull ? Value(try t.dict()) : try t.call(hook, tuple: try t.tuple(name, bases), dict: Value(rest))
    return (metaclass, namespace, rest)
  }

  private static func mostDerived(_ t: Thread, _ metaclass: Value, _ bases: Slots) throws(Raised) -> Value {
    var winner: Ref<TypeObject> = metaclass.unchecked()
    for i in 0..<bases.count {
      let other = t.typeOf(bases[i])
      if t.isSubtype(winner, other) { continue }
      guard t.isSubtype(other, winner) else {
        throw t.raise(
          t.types.typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
      }
      winner = other
    }
    return Value(winner)
  }

  private static func newClass(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let bases = try t.tuple(from: a[1])
    let resolved = try resolveBases(t, bases)
    let prepared = try prepare(t, a[0], resolved, a[2])
    if !a[3].isNone { _ = try t.call(a[3], prepared.namespace) }
    if prepared.namespace.isKind(.dict) {
      // The class is made by this module, and says so unless its body said otherwise.
      let namespace: Ref<DictObject> = prepared.namespace.unchecked()
      if t.dictGet(namespace, interned: t.name(.__module__)).isNull {
        try t.setItem(prepared.namespace, t.name(.__module__), try t.intern("types"))
      }
    }
    if resolved != bases { try t.setItem(prepared.namespace, t.name(.__orig_bases__), bases) }
    return try t.call(prepared.metaclass, tuple: try t.tuple(a[0], resolved, prepared.namespace), dict: Value(prepared.keywords))
  }

  // MARK: coroutine

  private static func coroutine(_ t: Thread, _ function: Value) throws(Raised) -> Value {
    if !t.isCallable(function) { throw t.raise(t.types.typeError, "types.coroutine() expects a callable") }
    guard function.isKind(.function) else {
      throw t.raise(t.types.typeError, "types.coroutine() expects a generator function")
    }
    let code = function.unchecked(as: FunctionObject.self).code
    let isAlready = code.flags.contains(.coroutine) || code.flags.contains(.iterableCoroutine)
    if isAlready || !code.flags.contains(.generator) { return function }
    let change = try t.dict()
    try t.dictSet(change, try t.intern("co_flags"), try t.int(Int(code.flags.union(.iterableCoroutine).rawValue)))
    let changed = try t.call(try t.getAttribute(Value(code), .replace), tuple: t.interpreter.emptyTuple, dict: Value(change))
    try t.setAttribute(function, .__code__, changed)
    return function
  }

  // MARK: DynamicClassAttribute

  /// A property that, read from the class, is an AttributeError (so that a metaclass' `__getattr__` answers).
  private static let dynamicClassAttribute = TypeSpec(
    "types.DynamicClassAttribute", doc: "Route attribute access on a class to __getattr__.",
    functions: [
      NativeFunctionSpec("__init__(self, fget=None, fset=None, fdel=None, doc=None)") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("fget"), a[1])
        try t.setAttribute(a[0], .fset, a[2])
        try t.setAttribute(a[0], try t.intern("fdel"), a[3])
        let own = a[4].isNone && !a[1].isNone ? try t.getAttributeOrNull(a[1], .__doc__) : a[4]
        try t.setAttribute(a[0], .__doc__, own.isNull ? .none : own)
        return .none
      },
      NativeFunctionSpec("__get__(self, instance, ownerclass=None)") { t, a throws(Raised) in
        let getter = try t.getAttribute(a[0], try t.intern("fget"))
        if a[1].isNone {
          let isAbstract = getter.isNone ? false : try ABCModule.isAbstract(t, getter)
          if isAbstract { return a[0] }
          throw t.raise(t.types.attributeError, message: t.interpreter.emptyStr)
        }
        if getter.isNone { throw t.raise(t.types.attributeError, "unreadable attribute") }
        return try t.call(getter, a[1])
      },
      NativeFunctionSpec("__set__(self, instance, value)") { t, a throws(Raised) in
        let setter = try t.getAttribute(a[0], .fset)
        if setter.isNone { throw t.raise(t.types.attributeError, "can't set attribute") }
        return try t.call(setter, a[1], a[2])
      },
      NativeFunctionSpec("__delete__(self, instance)") { t, a throws(Raised) in
        let deleter = try t.getAttribute(a[0], try t.intern("fdel"))
        if deleter.isNone { throw t.raise(t.types.attributeError, "can't delete attribute") }
        return try t.call(deleter, a[1])
      },
    ])
}
