import Runtime

/// The tables of one generic function.
struct SingleDispatchObject: NativeLayout {
  var header: ObjectHeader
  /// class -> implementation, in order of registration.
  var registry: Ref<DictObject>
  /// class -> implementation found.
  var cache: Ref<DictObject>
  /// `__name__` of the function.
  var name: Value
  /// The generic function itself.
  var wrapper: Value
  static let tracedWords = 4
}

extension Ref where T == SingleDispatchObject {
  @inline(__always) var registry: Ref<DictObject> { get { layout.registry } nonmutating set { layout.registry = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { layout.cache } nonmutating set { layout.cache = newValue } }
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var wrapper: Value { get { layout.wrapper } nonmutating set { layout.wrapper = newValue } }
}

extension Functools {
  static let singledispatchData = TypeSpec("functools._singledispatch")

  static func singledispatch(_ t: Thread, _ function: Value) throws(Raised) -> Value {
    let data = try t.make(SingleDispatchObject.self, t.typeNamed("functools._singledispatch"))
    data.registry = try t.dict()
    data.cache = try t.dict()
    let name = try t.getAttributeOrNull(function, .__name__)
    data.name = name.isNull ? try t.intern("singledispatch function") : name
    try t.dictSet(data.registry, Value(t.types.object), function)
    let wrapper = try t.libraryFunction(dispatchCall, Value(data), module: try t.intern("functools"))
    data.wrapper = wrapper
    for (spec, name) in [(registerFunction, "register"), (dispatchFunction, "dispatch")] as [(NativeFunctionSpec, StaticString)] {
      let qualified = try t.text("singledispatch.<locals>.%S", try t.str(name))
      try t.setAttribute(
        wrapper, try t.intern(name), try t.libraryFunction(spec, Value(data), qualifiedName: qualified, module: try t.intern("functools")))
    }
    try t.setAttribute(wrapper, try t.intern("registry"), try t.call(Value(t.types.mappingProxy), Value(data.registry)))
    try t.setAttribute(wrapper, try t.intern("_clear_cache"), Value(try t.closure(clearCache, Value(data))))
    return try updateWrapper(t, wrapper, function)
  }

  private static let dispatchCall = NativeFunctionSpec("wrapper(data, /, *args, **kw)") { t, a throws(Raised) in
    let arguments = a[1].tupleSlots
    let data: Ref<SingleDispatchObject> = a.object()
    if arguments.count == 0 { throw t.raise(t.types.typeError, "%S requires at least 1 positional argument", data.name) }
    let implementation = try find(t, data, try t.getAttribute(arguments[0], .__class__))
    return try t.call(implementation, tuple: a[1], dict: a[2])
  }

  private static let dispatchFunction = NativeFunctionSpec("dispatch(data, /, cls)") { t, a throws(Raised) in try find(t, a.object(), a[1]) }

  private static let clearCache = NativeFunctionSpec("clear(data, /)") { t, a throws(Raised) in
    t.dictClear(a.object(0, SingleDispatchObject.self).cache)
    return .none
  }

  // MARK: Registration

  private static let registerFunction = NativeFunctionSpec("register(data, /, cls, func=None)") { t, a throws(Raised) in
    let data: Ref<SingleDispatchObject> = a.object()
    if try isDispatchType(t, a[1]) {
      if !a[2].isNone { return try register(t, data, a[1], a[2]) }
      return try t.libraryFunction(
        registerDecorator, try t.tuple(Value(data), a[1]),
        qualifiedName: try t.intern("singledispatch.<locals>.register.<locals>.<lambda>"), module: try t.intern("functools"))
    }
    if !a[2].isNone {
      if t.has(.dispatchRegisterChecksClass) { throw t.raise(.dispatchClassInvalid, a[1]) }
      return try register(t, data, a[1], a[2])
    }
    let annotations = try t.getAttributeOrNull(a[1], .__annotations__)
    guard annotations.isKind(.dict), annotations.unchecked(as: DictObject.self).count > 0 else {
      throw t.raise(
        t.types.typeError,
        "Invalid first argument to `register()`: %R. Use either `@register(some_class)` or plain `@register` on an annotated function.", a[1])
    }
    let hints = try t.call(try t.getAttribute(try t.importModule(try t.str("typing")), try t.intern("get_type_hints")), a[1])
    var position = 0
    guard hints.isKind(.dict), let first = t.dictNext(hints.unchecked(), &position) else { return .none }
    guard try isDispatchType(t, first.value) else {
      if try !members(t, first.value).isNull { throw t.raise(.dispatchUnionInvalid, first.key, first.value) }
      throw t.raise(t.types.typeError, "Invalid annotation for %R. %R is not a class.", first.key, first.value)
    }
    return try register(t, data, first.value, a[1])
  }

  private static let registerDecorator = NativeFunctionSpec("<lambda>(given, /, f)") { t, a throws(Raised) in
    let given = a[0].tupleSlots
    return try register(t, given[0].unchecked(), given[1], a[1])
  }

  /// The members of a union as a tuple; null for anything else.
  private static func members(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let typing = try t.importModule(try t.str("typing"))
    let origin = try t.call(try t.getAttribute(typing, try t.intern("get_origin")), v)
    let union = try t.getAttribute(typing, .Union)
    return t.isInstance(v, of: t.types.unionType) || origin == union ? try t.call(try t.getAttribute(typing, try t.intern("get_args")), v) : .null
  }

  /// Whether implementations can be registered for `v`: a class, or a union of classes.
  private static func isDispatchType(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isKind(.type) { return true }
    guard t.has(.dispatchOnUnions) else { return false }
    let members = try members(t, v)
    guard members.isKind(.tuple) else { return false }
    for i in 0..<members.tupleSlots.count where !members.tupleSlots[i].isKind(.type) { return false }
    return true
  }

  private static func register(_ t: Thread, _ data: Ref<SingleDispatchObject>, _ cls: Value, _ function: Value) throws(Raised) -> Value {
    let members = cls.isKind(.type) ? Value.null : try members(t, cls)
    if members.isKind(.tuple) {
      for i in 0..<members.tupleSlots.count { try t.dictSet(data.registry, members.tupleSlots[i], function) }
    } else {
      try t.dictSet(data.registry, cls, function)
    }
    t.dictClear(data.cache)
    return function
  }

  // MARK: Dispatch

  /// The implementation for a class: that of the first class of its MRO that has one, else of the most specific ABC that it counts as a
  /// subclass of.
  private static func find(_ t: Thread, _ data: Ref<SingleDispatchObject>, _ cls: Value) throws(Raised) -> Value {
    let known = try t.dictGet(data.cache, cls)
    if !known.isNull { return known }
    guard cls.isKind(.type) else { throw t.raise(t.types.typeError, "cannot create weak reference to '%T' object", cls) }
    let mro = cls.unchecked(as: TypeObject.self).mro.tupleSlots
    var found = Value.null
    for i in 0..<mro.count where mro[i] != Value(t.types.object) {
      found = try t.dictGet(data.registry, mro[i])
      if !found.isNull { break }
    }
    if found.isNull { found = try findABC(t, data, cls) }
    if found.isNull { found = try t.dictGet(data.registry, Value(t.types.object)) }
    try t.dictSet(data.cache, cls, found)
    return found
  }

  private static func findABC(_ t: Thread, _ data: Ref<SingleDispatchObject>, _ cls: Value) throws(Raised) -> Value {
    var best = Value.null
    let candidates = try t.list(from: Value(data.registry))
    for i in 0..<candidates.count {
      let candidate = candidates.items[i]
      if candidate == Value(t.types.object) { continue }
      if try !ABCModule.isSubclass(t, cls, candidate) { continue }
      if best.isNull {
        best = candidate
      } else if try ABCModule.isSubclass(t, candidate, best) {
        best = candidate
      } else if try !ABCModule.isSubclass(t, best, candidate) {
        throw t.raise(t.types.runtimeError, "Ambiguous dispatch: %R or %R", best, candidate)
      }
    }
    return best.isNull ? best : try t.dictGet(data.registry, best)
  }

  // MARK: singledispatchmethod

  static let singledispatchMethod = TypeSpec(
    "functools.singledispatchmethod", doc: "Single-dispatch generic method descriptor.",
    functions: [
      NativeFunctionSpec("__init__(self, func)") { t, a throws(Raised) in
        if !t.isCallable(a[1]) && t.lookupSpecial(a[1], .__get__).isNull {
          throw t.raise(t.types.typeError, "%S", try t.text("%R is not callable or a descriptor", a[1]))
        }
        try t.setAttribute(a[0], try t.intern("dispatcher"), try singledispatch(t, a[1]))
        try t.setAttribute(a[0], .func, a[1])
        return .none
      },
      NativeFunctionSpec("__repr__(self)", "Return repr(self).") { t, a throws(Raised) in
        let function = try t.getAttribute(a[0], .func)
        var name = try t.getAttributeOrNull(function, .__qualname__)
        if name.isNull { name = try t.getAttributeOrNull(function, .__name__) }
        return try t.text("<single dispatch method descriptor %S>", name.isNull ? try t.str("?") : name)
      },
      NativeFunctionSpec("register(self, cls, method=None)", "Registers a new implementation for the given *cls*.") { t, a throws(Raised) in
        let dispatcher = try t.getAttribute(a[0], try t.intern("dispatcher"))
        return try t.call(try t.getAttribute(dispatcher, try t.intern("register")), a[1], a[2])
      },
      NativeFunctionSpec("__get__(self, obj, cls=None)") { t, a throws(Raised) in
        let dispatcher = try t.getAttribute(a[0], try t.intern("dispatcher"))
        let dispatch = try t.getAttribute(dispatcher, try t.intern("dispatch"))
        let given = try t.tuple(count: 4)
        given.items[0] = dispatch
        given.items[1] = a[1]
        given.items[2] = a[2]
        given.items[3] = try t.getAttribute(a[0], .func)
        let method = try t.libraryFunction(boundDispatch, Value(given), module: try t.intern("functools"))
        try t.setAttribute(method, try t.intern("register"), try t.getAttribute(a[0], try t.intern("register")))
        try t.setAttribute(method, .__isabstractmethod__, Value(try ABCModule.isAbstract(t, given.items[3])))
        return try updateWrapper(t, method, given.items[3])
      },
    ],
    attributes: [
      NativeAttributeSpec("__isabstractmethod__") { t, a throws(Raised) in
        Value(try ABCModule.isAbstract(t, try t.getAttribute(a[0], .func)))
      }
    ])

  /// Carries dispatch, instance, class, function.
  private static let boundDispatch = NativeFunctionSpec("_method(given, /, *args, **kwargs)") { t, a throws(Raised) in
    let given = a[0].tupleSlots
    let arguments = a[1].tupleSlots
    if arguments.count == 0 {
      if !t.has(.dispatchMethodCountsArguments) { throw t.raise(t.types.indexError, "tuple index out of range") }
      let name = try t.getAttributeOrNull(given[3], .__name__)
      throw t.raise(
        t.types.typeError, "%S requires at least 1 positional argument", name.isNull ? try t.intern("singledispatchmethod method") : name)
    }
    let method = try t.call(given[0], try t.getAttribute(arguments[0], .__class__))
    let bound = try t.bind(method, to: given[1].isNone ? .null : given[1], given[2].isKind(.type) ? given[2].unchecked() : t.typeOf(given[1]))
    return try t.call(bound, tuple: a[1], dict: a[2])
  }
}
