import Runtime

/// defaultdict: a dict with one more word, the member `default_factory`.
extension Collections {
  static let defaultDict = TypeSpec(
    "collections.defaultdict",
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory",
    functions: [
      NativeFunctionSpec("__init__(self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
        let arguments = a[1].tupleSlots
        var factory = Value.none
        if arguments.count > 0 {
          factory = arguments[0]
          if !factory.isNone && !t.isCallable(factory) { throw t.raise(t.types.typeError, "first argument must be callable or None") }
        }
        factoryWord(a[0]).pointee = factory
        let rest = try t.tuple(count: max(arguments.count, 1))
        rest.items[0] = a[0]
        for i in 1..<max(1, arguments.count) { rest.items[i] = arguments[i] }
        return try t.call(t.lookup(t.types.dict, .__init__), tuple: Value(rest), dict: a[2])
      },
      NativeFunctionSpec("__missing__(self, key, /)", "__missing__(key) # Called by __getitem__ for missing key.") { t, a throws(Raised) in
        let factory = factoryWord(a[0]).pointee
        if factory.isNull || factory.isNone { throw t.keyError(a[1]) }
        let value = try t.call(factory)
        try t.setItem(a[0], a[1], value)
        return value
      },
      NativeFunctionSpec("copy(self, /)", "D.copy() -> a shallow copy of D.") { t, a throws(Raised) in try copyDefaultDict(t, a[0]) },
      NativeFunctionSpec("__copy__(self, /)", "D.copy() -> a shallow copy of D.") { t, a throws(Raised) in try copyDefaultDict(t, a[0]) },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let factory = factoryWord(a[0]).pointee
        let result = try t.tuple(count: 5)
        result.items[0] = Value(t.typeOf(a[0]))
        result.items[1] = factory.isNull || factory.isNone ? t.interpreter.emptyTuple : try t.tuple(factory)
        result.items[2] = .none
        result.items[3] = .none
        result.items[4] = try t.iterator(of: try t.callMethod(a[0], .items))
        return Value(result)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let items = try t.call(t.lookup(t.types.dict, .__repr__), a[0])
        let factory = factoryWord(a[0]).pointee
        if factory.isNull { return try t.text("%S(None, %S)", t.typeOf(a[0]).name, items) }
        // A factory that shows the dict itself, as a bound method of it does, or that is a container, shows itself in it.
        guard factory.isObject, !factory.isKind(.type) else {
          return try t.text("%S(%R, %S)", t.typeOf(a[0]).name, factory, items)
        }
        guard try t.enterRepr(factory) else { return try t.text("%S(..., %S)", t.typeOf(a[0]).name, items) }
        defer { t.leaveRepr(factory) }
        return try t.text("%S(%R, %S)", t.typeOf(a[0]).name, factory, items)
      },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in
        guard a[1].isKind(.dict) else { return .notImplemented }
        let result = try copyDefaultDict(t, a[0])
        _ = try t.callMethod(result, .update, a[1])
        return result
      },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in
        guard a[1].isKind(.dict) else { return .notImplemented }
        let isDefault = t.isInstance(a[1], of: t.typeNamed("collections.defaultdict"))
        if isDefault {
          let result = try copyDefaultDict(t, a[1])
          _ = try t.callMethod(result, .update, a[0])
          return result
        }
        let result = try t.call(Value(t.typeOf(a[0])), factoryWord(a[0]).pointee, a[1])
        _ = try t.callMethod(result, .update, a[0])
        return result
      },
      classGetItem,
    ],
    attributes: [
      NativeAttributeSpec(
        "default_factory", "Factory for default value called by __missing__().",
        get: { _, a throws(Raised) in
          let factory = factoryWord(a[0]).pointee
          return factory.isNull ? .none : factory
        },
        set: { _, a throws(Raised) in
          factoryWord(a[0]).pointee = a[1].isNull ? .none : a[1]
          return .none
        })
    ])

  /// The member `default_factory` of an instance: its first word behind dict's layout. null before `__init__`.
  private static func factoryWord(_ me: Value) -> SlotPointer { extraWords(of: me.object) }

  private static func copyDefaultDict(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let factory = factoryWord(me).pointee
    if !factory.isNull, !factory.isNone, !t.isCallable(factory) { throw t.raise(t.types.typeError, "first argument must be callable or None") }
    return try t.call(Value(t.typeOf(me)), factory.isNull ? .none : factory, me)
  }

  static func addDefaultDict(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let type = try t.makeNativeType(defaultDict, base: t.types.dict, kind: .dict, bytes: MemoryLayout<DictObject>.size)
    type.extraWords = 1
    try t.addConstant(m, t.intern(type.name), Value(type))
  }
}
