import Runtime

/// Module `collections.abc` (PEP 3119; CPython: Lib/_collections_abc.py): the abstract base classes of containers, with their mixin methods.
enum CollectionsABC {
  static let module = ModuleSpec("collections.abc", doc: "Abstract Base Classes (ABCs) for collections, according to PEP 3119.") {
    t, m throws(Raised) in
    try addClasses(t, m)
  }

  /// CPython's home of the classes.
  static let alias = ModuleSpec("_collections_abc", doc: "Abstract Base Classes (ABCs) for collections, according to PEP 3119.") {
    t, m throws(Raised) in
    let original = try t.importModule(try t.str("collections.abc")).unchecked(as: ModuleObject.self)
    var position = 0
    while let entry = t.dictNext(original.dict, &position) {
      let isOwn = entry.value.isKind(.type) || entry.key == t.name(.__all__)
      if isOwn { try t.dictSet(m.dict, entry.key, entry.value) }
    }
    try t.addFunctions(additions, to: m)
    try addTypes(t, m)
  }

  /// The builtin types that the module has names for.
  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let types = t.types
    try t.addConstant(m, "async_generator", Value(types.asyncGenerator))
    try t.addConstant(m, "coroutine", Value(types.coroutine))
    try t.addConstant(m, "dict_items", Value(types.dictItems))
    try t.addConstant(m, "dict_keys", Value(types.dictKeys))
    try t.addConstant(m, "dict_values", Value(types.dictValues))
    try t.addConstant(m, "generator", Value(types.generator))
    try t.addConstant(m, "mappingproxy", Value(types.mappingProxy))
    try t.addConstant(m, "GenericAlias", Value(types.genericAlias))
  }

  private static let additions: [NativeFunctionSpec] = [
    NativeFunctionSpec("_check_methods(C, *methods)", "Whether a class has methods: NotImplemented if not.", binding: .library) { t, a throws(Raised) in
      guard a[0].isKind(.type) else { throw t.raise(t.types.attributeError, "'%T' object has no attribute '__mro__'", a[0]) }
      let names = a[1].tupleSlots
      for i in 0..<names.count {
        let method = names[i].isKind(.str) ? t.lookup(a[0].unchecked(as: TypeObject.self), t.intern(names[i])) : .null
        if method.isNull || method.isNone { return .notImplemented }
      }
      return .true
    }
  ]

  /// What an abstract method does when a subclass calls it with super().
  enum AbstractBehaviour { case none, zero, `false`, stopIteration, stopAsyncIteration, keyError, indexError, notImplementedError }

  /// One class: its bases are named, in this module.
  struct Declaration {
    let spec: TypeSpec
    var bases: [StaticString] = []
    var abstract: [(name: StaticString, behaviour: AbstractBehaviour)] = []
    /// Methods that make a class a subclass without being told; empty = no such rule.
    var hook: [StaticString] = []
    var flags: TypeFlags = []
    /// `__slots__`
    var members: [StaticString] = []
  }

  /// A class of this module by name.
  static func named(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(try t.importModule(try t.str("collections.abc")), try t.intern(name))
  }

  private static func addClasses(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let metaclass = try ABCModule.metaclass(t)
    try t.addType(m, viewIterator, ViewIteratorObject.self, flags: .noConstructor)
    let all = try t.list()
    for declaration in oneMethodClasses + containers + views {
      let cls = try add(t, m, declaration, metaclass)
      try t.append(all, cls.unchecked(as: TypeObject.self).name)
    }
    try t.addConstant(m, t.name(.__all__), Value(all))
    try registerBuiltins(t, m)
  }

  private static func add(_ t: Thread, _ m: Ref<ModuleObject>, _ declaration: Declaration, _ metaclass: Value) throws(Raised) -> Value {
    let bases = try t.tuple(count: declaration.bases.count)
    for (i, base) in declaration.bases.enumerated() { bases.items[i] = t.dictGet(m.dict, interned: try t.intern(base)) }
    let holder = try t.list()
    let cls = try t.addClass(m, declaration.spec, bases: Value(bases), metaclass: metaclass) {
      namespace throws(Raised) in
      let members = try t.tuple(count: declaration.members.count)
      for (i, member) in declaration.members.enumerated() { members.items[i] = try t.intern(member) }
      try t.dictSet(namespace, t.name(.__slots__), Value(members))
      for method in declaration.abstract { try addAbstract(t, m, namespace, method.name, method.behaviour) }
      if declaration.hook.count > 0 { try addHook(t, namespace, declaration.hook, holder) }
    }
    try t.append(holder, cls)
    cls.unchecked(as: TypeObject.self).flags.formUnion(declaration.flags)
    return cls
  }

  static func addAbstract(
    _ t: Thread, _ m: Ref<ModuleObject>, _ namespace: Ref<DictObject>, _ name: StaticString, _ behaviour: AbstractBehaviour
  ) throws(Raised) {
    let result: Value =
      switch behaviour {
      case .none: .none
      case .zero: Value(small: 0)
      case .false: .false
      case .stopIteration: Value(t.types.stopIteration)
      case .stopAsyncIteration: Value(t.types.stopAsyncIteration)
      case .keyError: Value(t.types.keyError)
      case .indexError: Value(t.types.indexError)
      case .notImplementedError: Value(t.types.notImplementedError)
      }
    let name = try t.intern(name)
    let body = try t.closure(abstractBody, result)
    let function = try t.libraryFunction(body, name: name, module: m.name)
    try t.setAttribute(function, .__isabstractmethod__, .true)
    try t.dictSet(namespace, name, function)
  }

  /// Returns what it carries, or raises it if that is an exception type.
  private static let abstractBody = NativeFunctionSpec("abstract(result, /, self, *args, **kwargs)") { t, a throws(Raised) in
    if a[0].isKind(.type) { throw t.raise(try t.call(a[0])) }
    return a[0]
  }

  private static func addHook(
    _ t: Thread, _ namespace: Ref<DictObject>, _ methods: [StaticString], _ holder: Ref<ListObject>
  ) throws(Raised) {
    let names = try t.tuple(count: methods.count)
    for (i, method) in methods.enumerated() { names.items[i] = try t.intern(method) }
    let hook = try t.closure(hookBody, try t.tuple(Value(names), Value(holder)))
    try t.dictSet(namespace, t.name(.__subclasshook__), try t.classMethod(Value(hook)))
  }

  /// `__subclasshook__` of a class that is known by its methods. Carries their names and a list with the class.
  private static let hookBody = NativeFunctionSpec("__subclasshook__(known, /, cls, C)") { t, a throws(Raised) in
    let known = a[0].tupleSlots
    guard known[1].unchecked(as: ListObject.self).items[0] == a[1], a[2].isKind(.type) else { return .notImplemented }
    let names = known[0].tupleSlots
    for i in 0..<names.count {
      let method = t.lookup(a[2].unchecked(as: TypeObject.self), names[i])
      if method.isNull || method.isNone { return .notImplemented }
    }
    return .true
  }

  private static func registerBuiltins(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let types = t.types
    let registrations: [(StaticString, Ref<TypeObject>)] = [
      ("Coroutine", types.coroutine), ("Generator", types.generator), ("AsyncGenerator", types.asyncGenerator),
      ("Set", types.frozenset), ("MutableSet", types.set), ("Mapping", types.mappingProxy), ("MutableMapping", types.dict),
      ("KeysView", types.dictKeys), ("ItemsView", types.dictItems), ("ValuesView", types.dictValues),
      ("Sequence", types.tuple), ("Sequence", types.str), ("Sequence", types.range), ("Sequence", types.memoryview),
      ("ByteString", types.bytes), ("ByteString", types.bytearray), ("MutableSequence", types.list), ("MutableSequence", types.bytearray),
    ]
    for (name, type) in registrations {
      try ABCModule.register(t, Value(type), with: t.dictGet(m.dict, interned: try t.intern(name)))
    }
  }

  // MARK: Classes that are known by one or a few methods

  private static let oneMethodClasses: [Declaration] = [
    Declaration(spec: TypeSpec("Awaitable", functions: [classGetItem]), abstract: [("__await__", .none)], hook: ["__await__"]),
    Declaration(
      spec: TypeSpec("Coroutine", functions: [closeMethod]), bases: ["Awaitable"],
      abstract: [("send", .stopIteration), ("throw", .none)], hook: ["__await__", "send", "throw", "close"]),
    Declaration(spec: TypeSpec("AsyncIterable", functions: [classGetItem]), abstract: [("__aiter__", .none)], hook: ["__aiter__"]),
    Declaration(
      spec: TypeSpec("AsyncIterator", functions: [NativeFunctionSpec("__aiter__(self, /)") { _, a throws(Raised) in a[0] }]),
      bases: ["AsyncIterable"], abstract: [("__anext__", .stopAsyncIteration)], hook: ["__anext__", "__aiter__"]),
    Declaration(
      spec: TypeSpec("AsyncGenerator"), bases: ["AsyncIterator"], abstract: [("asend", .stopAsyncIteration), ("athrow", .none)],
      hook: ["__aiter__", "__anext__", "asend", "athrow", "aclose"]),
    Declaration(spec: TypeSpec("Hashable"), abstract: [("__hash__", .zero)], hook: ["__hash__"]),
    Declaration(spec: TypeSpec("Iterable", functions: [classGetItem]), abstract: [("__iter__", .none)], hook: ["__iter__"]),
    Declaration(
      spec: TypeSpec("Iterator", functions: [iterSelf]), bases: ["Iterable"], abstract: [("__next__", .stopIteration)],
      hook: ["__iter__", "__next__"]),
    Declaration(
      spec: TypeSpec(
        "Generator",
        functions: [
          closeMethod,
          NativeFunctionSpec("__next__(self, /)") { t, a throws(Raised) in try t.callMethod(a[0], .send, .none) },
        ]), bases: ["Iterator"], abstract: [("send", .stopIteration), ("throw", .none)],
      hook: ["__iter__", "__next__", "send", "throw", "close"]),
    Declaration(spec: TypeSpec("Reversible"), bases: ["Iterable"], abstract: [("__reversed__", .none)], hook: ["__reversed__", "__iter__"]),
    Declaration(spec: TypeSpec("Sized"), abstract: [("__len__", .zero)], hook: ["__len__"]),
    Declaration(spec: TypeSpec("Container", functions: [classGetItem]), abstract: [("__contains__", .false)], hook: ["__contains__"]),
    Declaration(spec: TypeSpec("Collection"), bases: ["Sized", "Iterable", "Container"], hook: ["__len__", "__iter__", "__contains__"]),
    Declaration(spec: TypeSpec("Buffer"), abstract: [("__buffer__", .notImplementedError)], hook: ["__buffer__"]),
    Declaration(spec: TypeSpec("Callable", functions: [callableGetItem]), abstract: [("__call__", .false)], hook: ["__call__"]),
  ]

  /// `Callable[[A, B], R]`: the parameters are flattened, as PEP 585 has it.
  private static let callableGetItem = NativeFunctionSpec("__class_getitem__(cls, args, /)", binding: .classMethod) { t, a throws(Raised) in
    guard a[1].isKind(.tuple), a[1].tupleSlots.count == 2 else {
      throw t.raise(t.types.typeError, "Callable must be used as Callable[[arg, ...], result].")
    }
    let items = a[1].tupleSlots
    guard items[0].isKind(.list) else { return try t.genericAlias(a[0], a[1]) }
    let parameters = try t.list(from: items[0])
    try t.append(parameters, items[1])
    return try t.genericAlias(a[0], try t.tuple(copying: parameters.slots))
  }

  /// Raises GeneratorExit inside and wants it, or StopIteration, to come out.
  private static let closeMethod = NativeFunctionSpec("close(self, /)", "Raise GeneratorExit inside generator.") { t, a throws(Raised) in
    do throws(Raised) {
      _ = try t.callMethod(a[0], .throw, Value(t.types.generatorExit))
    } catch {
      guard t.matches(t.exception, t.types.generatorExit) || t.matches(t.exception, t.types.stopIteration) else { throw error }
      _ = t.takeException()
      return .none
    }
    throw t.raise(t.types.runtimeError, "generator ignored GeneratorExit")
  }

  // MARK: Containers

  private static let containers: [Declaration] = [
    Declaration(spec: TypeSpec("Set", functions: setMixins) { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) },
      bases: ["Collection"]),
    Declaration(
      spec: TypeSpec("MutableSet", functions: mutableSetMixins), bases: ["Set"],
      abstract: [("add", .notImplementedError), ("discard", .notImplementedError)]),
    Declaration(
      spec: TypeSpec("Mapping", functions: mappingMixins) { t, type throws(Raised) in
        try t.dictSet(type.dict, t.name(.__reversed__), .none)
        try t.dictSet(type.dict, t.name(.__hash__), .none)
      }, bases: ["Collection"], abstract: [("__getitem__", .keyError)], flags: .mapping),
    Declaration(
      spec: TypeSpec("MutableMapping", functions: mutableMappingMixins), bases: ["Mapping"],
      abstract: [("__setitem__", .keyError), ("__delitem__", .keyError)], flags: .mapping),
    Declaration(
      spec: TypeSpec("Sequence", functions: sequenceMixins), bases: ["Reversible", "Collection"],
      abstract: [("__getitem__", .indexError)], flags: .sequence),
    Declaration(spec: TypeSpec("ByteString"), bases: ["Sequence"], flags: .sequence),
    Declaration(
      spec: TypeSpec("MutableSequence", functions: mutableSequenceMixins), bases: ["Sequence"],
      abstract: [("__setitem__", .indexError), ("__delitem__", .indexError), ("insert", .indexError)], flags: .sequence),
  ]
}
