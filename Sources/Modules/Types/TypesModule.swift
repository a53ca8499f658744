import Runtime

/// Module `types` (CPython: Lib/types.py): names of the types that the language makes, and dynamic creation of classes.
enum TypesModule {
  static let module = ModuleSpec(
    "types", doc: "Define names for built-in types that aren't directly accessible as a builtin.",
    functions: functions.map { $0.asLibraryFunction }
  ) { t, m throws(Raised) in
    try addNames(t, m)
    try t.addConstant(m, "CapsuleType", Value(try capsuleType(t)))
    try t.addClass(m, dynamicClassAttribute, bases: t.interpreter.emptyTuple)
    try t.addClass(m, generatorWrapper, bases: t.interpreter.emptyTuple)
    let names = try t.list()
    var position = 0
    while let entry = t.dictNext(m.dict, &position) {
      if entry.key.isKind(.str), entry.key.unchecked(as: StrObject.self).codePoint(0) != 95 { try t.append(names, entry.key) }
    }
    try t.addConstant(m, t.name(.__all__), Value(names))
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "new_class(name, bases=(), kwds=None, exec_body=None)", "Create a class object dynamically using the appropriate metaclass."
    ) { t, a throws(Raised) in try newClass(t, a) },
    NativeFunctionSpec("prepare_class(name, bases=(), kwds=None)", "Call the __prepare__ method of the appropriate metaclass.") { t, a throws(Raised) in
      let prepared = try prepare(t, a[0], a[1], a[2])
      return try t.tuple(prepared.metaclass, prepared.namespace, prepared.keywords)
    },
    NativeFunctionSpec("resolve_bases(bases)", "Resolve MRO entries dynamically as specified by PEP 560.") { t, a throws(Raised) in
      try resolveBases(t, a[0])
    },
    NativeFunctionSpec("get_original_bases(cls, /)", "Return the class's \"original\" bases prior to modification by `__mro_entries__`.") {
      t, a throws(Raised) in
      guard a[0].isKind(.type) else {
        let missing = t.attributeError(a[0], t.name(.__dict__))
        let context = t.takeException()
        _ = missing
        let raised = t.raise(t.types.typeError, "Expected an instance of type, not %R", t.typeOf(a[0]).name)
        let exception: Ref<ExceptionObject> = t.exception.unchecked()
        exception.context = context
        exception.suppressContext = true
        throw raised
      }
      let cls = a[0].unchecked(as: TypeObject.self)
      let original = t.dictGet(cls.dict, interned: t.name(.__orig_bases__))
      return original.isNull ? cls.bases : original
    },
    NativeFunctionSpec("coroutine(func)", "Convert regular generator function to a coroutine.") { t, a throws(Raised) in
      try coroutine(t, a[0])
    },
    NativeFunctionSpec("__getattr__(name)", "Find the attributes that are made when they are first asked for.") { t, a throws(Raised) in
      if a[0].isKind(.str), t.strEquals(a[0], "CapsuleType") { return Value(try capsuleType(t)) }
      throw t.raise(t.types.attributeError, "module 'types' has no attribute %R", a[0])
    },
  ]

  /// The type of CPython's capsules. There are no instances here.
  private static func capsuleType(_ t: Thread) throws(Raised) -> Ref<TypeObject> {
    let known = t.typeNamed("PyCapsule")
    return known.isNone ? try t.makeNativeType(capsule, bytes: MemoryLayout<ObjectHeader>.size, flags: .noConstructor) : known
  }

  private static let capsule = TypeSpec(
    "PyCapsule", doc: "An opaque pointer of C.",
    functions: [NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, _ throws(Raised) in try t.str("<capsule object>") }])

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

  /// Replaces bases that are no classes by what their `__mro_entries__` says; the same object if there is none.
  static func resolveBases(_ t: Thread, _ bases: Value) throws(Raised) -> Value {
    let resolved = try t.newList(of: bases)
    let iterator = try t.iterator(of: bases)
    var place = 0
    var isChanged = false
    while true {
      let base = try t.next(iterator)
      if base.isNull { break }
      let hook = base.isKind(.type) ? Value.null : try t.getAttributeOrNull(base, .__mro_entries__)
      if hook.isNull {
        place += 1
        continue
      }
      isChanged = true
      let entries = try t.call(hook, bases)
      guard entries.isKind(.tuple) else { throw t.raise(t.types.typeError, "__mro_entries__ must return a tuple") }
      let start = min(place, resolved.count)
      try t.replace(resolved, start, min(start + 1, resolved.count), with: entries.tupleSlots)
      place += entries.tupleSlots.count
    }
    return isChanged ? try t.tuple(copying: resolved.slots) : bases
  }

  private static func prepare(
    _ t: Thread, _ name: Value, _ bases: Value, _ keywords: Value
  ) throws(Raised) -> (metaclass: Value, namespace: Value, keywords: Value) {
    let rest: Ref<DictObject> = try keywords.isNone ? t.dict() : t.call(Value(t.types.dict), keywords).unchecked()
    var metaclass = t.dictGet(rest, interned: t.name(.metaclass))
    if metaclass.isNull {
      metaclass = try t.truth(bases) ? Value(t.typeOf(try t.getItem(bases, Value(small: 0)))) : Value(t.types.type)
    } else {
      _ = t.dictDelete(rest, interned: t.name(.metaclass))
    }
    if metaclass.isKind(.type) { metaclass = try mostDerived(t, metaclass, try t.list(from: bases).slots) }
    let hook = try t.getAttributeOrNull(metaclass, .__prepare__)
    let namespace =
      hook.isNull ? Value(try t.dict()) : try t.call(hook, tuple: try t.tuple(name, bases), dict: Value(rest))
    return (metaclass, namespace, Value(rest))
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
    let resolved = try resolveBases(t, a[1])
    let prepared = try prepare(t, a[0], resolved, a[2])
    if !a[3].isNone { _ = try t.call(a[3], prepared.namespace) }
    let isPlain = prepared.metaclass.isKind(.type)
      && t.lookup(prepared.metaclass.unchecked(), .__new__) == t.lookup(t.types.type, .__new__)
    if isPlain, prepared.namespace.isKind(.dict) {
      // The class is made by this module, and says so unless its body said otherwise.
      let namespace: Ref<DictObject> = prepared.namespace.unchecked()
      if t.dictGet(namespace, interned: t.name(.__module__)).isNull {
        try t.setItem(prepared.namespace, t.name(.__module__), try t.intern("types"))
      }
    }
    if resolved != a[1] { try t.setItem(prepared.namespace, t.name(.__orig_bases__), a[1]) }
    return try t.call(prepared.metaclass, tuple: try t.tuple(a[0], resolved, prepared.namespace), dict: prepared.keywords)
  }

  // MARK: coroutine

  private static func coroutine(_ t: Thread, _ function: Value) throws(Raised) -> Value {
    if !t.isCallable(function) { throw t.raise(t.types.typeError, "types.coroutine() expects a callable") }
    guard function.isKind(.function) else { return try wrapped(t, function) }
    let code = function.unchecked(as: FunctionObject.self).code
    if code.flags.contains(.coroutine) || code.flags.contains(.iterableCoroutine) { return function }
    if !code.flags.contains(.generator) { return try wrapped(t, function) }
    let change = try t.dict()
    try t.dictSet(change, try t.intern("co_flags"), try t.int(Int(code.flags.union(.iterableCoroutine).rawValue)))
    let changed = try t.call(try t.getAttribute(Value(code), .replace), tuple: t.interpreter.emptyTuple, dict: Value(change))
    try t.setAttribute(function, .__code__, changed)
    return function
  }

  /// A function whose results that are like generators are made awaitable.
  private static func wrapped(_ t: Thread, _ function: Value) throws(Raised) -> Value {
    let wrapper = try t.libraryFunction(
      wrappedCall, function, qualifiedName: try t.intern("coroutine.<locals>.wrapped"), module: try t.intern("types"))
    return try Functools.updateWrapper(t, wrapper, function)
  }

  private static let wrappedCall = NativeFunctionSpec("wrapped(func, /, *args, **kwargs)") { t, a throws(Raised) in
    let made = try t.call(a[0], tuple: a[1], dict: a[2])
    let type = t.typeOf(made)
    if type == t.types.coroutine { return made }
    if type == t.types.generator {
      let code = try t.getAttribute(made, try t.intern("gi_code"))
      if code.isKind(.code), code.unchecked(as: CodeObject.self).flags.contains(.iterableCoroutine) { return made }
    }
    guard try t.isInstance(made, ofABC: CollectionsABC.named(t, "Generator")), try !t.isInstance(made, ofABC: CollectionsABC.named(t, "Coroutine")) else {
      return made
    }
    return try t.call(try t.getAttribute(try t.importModule(try t.intern("types")), try t.intern("_GeneratorWrapper")), made)
  }

  /// An awaitable around an object that is like a generator.
  private static let generatorWrapper = TypeSpec(
    "types._GeneratorWrapper",
    functions: [
      NativeFunctionSpec("__init__(self, gen)", "Wraps a generator.") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("_GeneratorWrapper__wrapped"), a[1])
        for name in [Name.__name__, .__qualname__] {
          let value = try t.getAttributeOrNull(a[1], name)
          try t.setAttribute(a[0], name, value.isNull ? .none : value)
        }
        return .none
      },
      NativeFunctionSpec("send(self, val)", "Send a value into the generator.") { t, a throws(Raised) in
        try t.callMethod(try generator(t, a[0]), .send, a[1])
      },
      NativeFunctionSpec("throw(self, tp, *rest)", "Raise an exception in the generator.") { t, a throws(Raised) in
        let all = try Functools.concatenate(t, t.tuple(a[1]).tupleSlots, a[2].tupleSlots)
        return try t.call(try t.getAttribute(try generator(t, a[0]), .throw), tuple: all, dict: .null)
      },
      NativeFunctionSpec("close(self)", "Raise GeneratorExit in the generator.") { t, a throws(Raised) in
        try t.callMethod(try generator(t, a[0]), .close)
      },
      NativeFunctionSpec("__next__(self)", "Implement next(self).") { t, a throws(Raised) in
        let wrapped = try generator(t, a[0])
        return try t.callSpecial(t.lookupSpecial(wrapped, .__next__), wrapped)
      },
      NativeFunctionSpec("__iter__(self)", "Implement iter(self).") { t, a throws(Raised) in try iterable(t, a[0]) },
      NativeFunctionSpec("__await__(self)", "Return an iterator to be used in await expression.") { t, a throws(Raised) in try iterable(t, a[0]) },
    ])

  private static func generator(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    try t.getAttribute(me, try t.intern("_GeneratorWrapper__wrapped"))
  }

  private static func iterable(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let wrapped = try generator(t, me)
    return t.typeOf(wrapped) == t.types.generator ? wrapped : me
  }

  // MARK: DynamicClassAttribute

  /// A property that, read from the class, is an AttributeError (so that a metaclass' `__getattr__` answers).
  private static let dynamicClassAttribute = TypeSpec(
    "types.DynamicClassAttribute", doc: "Route attribute access on a class to __getattr__.",
    functions: [
      NativeFunctionSpec("__init__(self, fget=None, fset=None, fdel=None, doc=None)", "Initialize self.") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("fget"), a[1])
        try t.setAttribute(a[0], .fset, a[2])
        try t.setAttribute(a[0], try t.intern("fdel"), a[3])
        try t.setAttribute(a[0], .__doc__, try t.truth(a[4]) ? a[4] : try t.getAttribute(a[1], .__doc__))
        try t.setAttribute(a[0], try t.intern("overwrite_doc"), Value(a[4].isNone))
        try t.setAttribute(a[0], .__isabstractmethod__, Value(try ABCModule.isAbstract(t, a[1])))
        return .none
      },
      NativeFunctionSpec("__get__(self, instance, ownerclass=None)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        if a[1].isNone {
          if try t.truth(try t.getAttribute(a[0], .__isabstractmethod__)) { return a[0] }
          throw t.raise(t.types.attributeError, message: t.interpreter.emptyStr)
        }
        let getter = try t.getAttribute(a[0], try t.intern("fget"))
        if getter.isNone { throw t.raise(t.types.attributeError, "unreadable attribute") }
        return try t.call(getter, a[1])
      },
      NativeFunctionSpec("getter(self, fget)", "A copy with another getter.") { t, a throws(Raised) in
        let overwrites = try t.truth(try t.getAttribute(a[0], try t.intern("overwrite_doc")))
        let doc = overwrites ? try t.getAttribute(a[1], .__doc__) : .none
        return try copyAttribute(t, a[0], getter: a[1], doc: try t.truth(doc) ? doc : .null)
      },
      NativeFunctionSpec("setter(self, fset)", "A copy with another setter.") { t, a throws(Raised) in try copyAttribute(t, a[0], setter: a[1]) },
      NativeFunctionSpec("deleter(self, fdel)", "A copy with another deleter.") { t, a throws(Raised) in try copyAttribute(t, a[0], deleter: a[1]) },
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

  private static func copyAttribute(
    _ t: Thread, _ me: Value, getter: Value = .null, setter: Value = .null, deleter: Value = .null, doc: Value = .null
  ) throws(Raised) -> Value {
    let arguments = try t.tuple(count: 4)
    arguments.items[0] = getter.isNull ? try t.getAttribute(me, try t.intern("fget")) : getter
    arguments.items[1] = setter.isNull ? try t.getAttribute(me, .fset) : setter
    arguments.items[2] = deleter.isNull ? try t.getAttribute(me, try t.intern("fdel")) : deleter
    arguments.items[3] = doc.isNull ? try t.getAttribute(me, .__doc__) : doc
    let copy = try t.call(Value(t.typeOf(me)), tuple: Value(arguments), dict: .null)
    let overwrites = try t.intern("overwrite_doc")
    try t.setAttribute(copy, overwrites, try t.getAttribute(me, overwrites))
    return copy
  }
}
