import Runtime

/// Module `functools` (CPython: Lib/functools.py, Modules/_functoolsmodule.c).
enum Functools {
  static let module = ModuleSpec(
    "functools", doc: "Tools for working with functions and callable objects",
    functions: nativeFunctions + libraryFunctions.map { $0.asLibraryFunction }
  ) { t, m throws(Raised) in try addTypes(t, m) }

  private static let nativeFunctions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "reduce(function, iterable, /, initial=<unrepresentable>)",
      "Apply a function of two arguments cumulatively to the items of an iterable, from left to right."
    ) { t, a throws(Raised) in try reduce(t, a) },
    NativeFunctionSpec("cmp_to_key(mycmp)", "Convert a cmp= function into a key= function.") { t, a throws(Raised) in
      let key = try t.make(KeyObject.self, t.typeNamed("functools.KeyWrapper"))
      key.compare = a[0]
      return Value(key)
    },
  ]

  private static let libraryFunctions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "update_wrapper(wrapper, wrapped, assigned=<unrepresentable>, updated=<unrepresentable>)",
      "Update a wrapper function to look like the wrapped function"
    ) { t, a throws(Raised) in try updateWrapper(t, a[0], a[1], assigned: a[2], updated: a[3]) },
    NativeFunctionSpec(
      "wraps(wrapped, assigned=<unrepresentable>, updated=<unrepresentable>)",
      "Decorator factory to apply update_wrapper() to a wrapper function"
    ) { t, a throws(Raised) in
      let keywords = try t.dict()
      try t.dictSet(keywords, try t.intern("wrapped"), a[0])
      try t.dictSet(keywords, try t.intern("assigned"), a[1].isNull ? try attribute(t, "WRAPPER_ASSIGNMENTS") : a[1])
      try t.dictSet(keywords, try t.intern("updated"), a[2].isNull ? try attribute(t, "WRAPPER_UPDATES") : a[2])
      return try makePartial(t, t.typeNamed("functools.partial"), try attribute(t, "update_wrapper"), t.interpreter.emptyTuple.tupleSlots, keywords)
    },
    NativeFunctionSpec("lru_cache(maxsize=128, typed=False)", "Least-recently-used cache decorator.") { t, a throws(Raised) in
      try lruCache(t, a[0], typed: a[1])
    },
    NativeFunctionSpec("cache(user_function, /)", "Simple lightweight unbounded cache.  Sometimes called \"memoize\".") { t, a throws(Raised) in
      try wrapInCache(t, a[0], maximum: .none, typed: .false)
    },
    NativeFunctionSpec("total_ordering(cls)", "Class decorator that fills in missing ordering methods") { t, a throws(Raised) in
      try totalOrdering(t, a[0])
    },
    NativeFunctionSpec("singledispatch(func)", "Single-dispatch generic function decorator.") { t, a throws(Raised) in
      try singledispatch(t, a[0])
    },
    NativeFunctionSpec("recursive_repr(fillvalue='...')", "Decorator for a repr that returns the fill value where it meets itself.") { t, a throws(Raised) in
      try t.libraryFunction(
        recursiveDecorator, a[0], qualifiedName: try t.intern("recursive_repr.<locals>.decorating_function"), module: try t.intern("reprlib"))
    },
  ]

  private static func wrapperAssignments(_ t: Thread) -> [StaticString] {
    let annotations: StaticString = t.has(.deferredAnnotations) ? "__annotate__" : "__annotations__"
    return ["__module__", "__name__", "__qualname__", "__doc__", annotations] + (t.has(.wrappedTypeParameters) ? ["__type_params__"] : [])
  }

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    t.giveInstancesDict(try t.addType(m, partial, PartialObject.self, flags: t.has(.partialIsMethod) ? [.base, .descriptor] : [.base]))
    try addPlaceholder(t, m)
    let key = try t.addType(m, keyWrapper, KeyObject.self, flags: [])
    _ = t.dictDelete(m.dict, interned: key.name)
    t.giveInstancesDict(try t.addType(m, lruCacheWrapper, LRUCacheObject.self, flags: [.base, .descriptor]))
    try t.addType(m, singledispatchData, SingleDispatchObject.self, flags: .noConstructor)
    try t.setHome(m, "_functools", of: ["reduce", "cmp_to_key"])
    let none = t.interpreter.emptyTuple
    try t.addClass(m, cachedProperty, bases: none)
    try t.addClass(m, partialMethod, bases: none)
    try t.addClass(m, singledispatchMethod, bases: none)
    let names = wrapperAssignments(t)
    let assigned = try t.tuple(count: names.count)
    for (i, name) in names.enumerated() { assigned.items[i] = try t.intern(name) }
    try t.addConstant(m, "WRAPPER_ASSIGNMENTS", Value(assigned))
    try t.addConstant(m, "WRAPPER_UPDATES", try t.tuple(t.name(.__dict__)))
    try addNamesOfOthers(t, m)
    let fields = try t.tuple(count: 4)
    for (i, name) in (["hits", "misses", "maxsize", "currsize"] as [StaticString]).enumerated() { fields.items[i] = try t.intern(name) }
    try t.addConstant(
      m, "_CacheInfo",
      try Collections.makeNamedTuple(t, try t.intern("CacheInfo"), Value(fields), t.interpreter.emptyTuple, module: m.name))
  }

  /// What CPython's module imports and does not hide.
  private static func addNamesOfOthers(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let imports: [(module: StaticString, name: StaticString)] = [
      ("collections", "namedtuple"), ("abc", "get_cache_token"), ("operator", "itemgetter"), ("_thread", "RLock"),
    ]
    for entry in imports {
      guard let module = try importIfThere(t, entry.module) else { continue }
      let value = try t.getAttributeOrNull(module, try t.intern(entry.name))
      if !value.isNull { try t.addConstant(m, entry.name, value) }
    }
    try t.addConstant(m, "GenericAlias", Value(t.types.genericAlias))
    try t.addConstant(m, "MappingProxyType", Value(t.types.mappingProxy))
    try t.addConstant(m, "MethodType", Value(t.types.method))
    try t.addConstant(m, "UnionType", Value(t.types.unionType))
    let name = try t.intern("recursive_repr")
    let function = t.dictGet(m.dict, interned: name)
    if function.isKind(.nativeFunction) { function.unchecked(as: NativeFunctionObject.self).module = try t.intern("reprlib") }
    try t.addConstant(m, t.name(.__all__), try Keyword.listOfStrs(t, exported))
  }

  private static let exported = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
    "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property", "Placeholder",
  ]

  /// A module, nil if there is none.
  private static func importIfThere(_ t: Thread, _ name: StaticString) throws(Raised) -> Value? {
    do throws(Raised) { return try t.importModule(try t.intern(name)) } catch {
      guard t.matches(t.exception, t.types.importError) else { throw error }
      _ = t.takeException()
      return nil
    }
  }

  static func attribute(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(try t.importModule(try t.intern("functools")), try t.intern(name))
  }

  // MARK: reduce

  private static func reduce(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let source: Value
    do throws(Raised) { source = try t.iterator(of: a[1]) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw t.raise(t.types.typeError, "reduce() arg 2 must support iteration")
    }
    var result = a[2]
    while true {
      let item = try t.next(source)
      if item.isNull { break }
      result = result.isNull ? item : try t.call(a[0], result, item)
    }
    if result.isNull { throw t.raise(.reduceOfNothing) }
    return result
  }

  // MARK: update_wrapper

  static func updateWrapper(
    _ t: Thread, _ wrapper: Value, _ wrapped: Value, assigned: Value = .null, updated: Value = .null
  ) throws(Raised) -> Value {
    if assigned.isNull {
      for name in wrapperAssignments(t) { try copyAttribute(t, wrapper, wrapped, try t.intern(name)) }
    } else {
      let names = try t.iterator(of: assigned)
      while true {
        let name = try t.next(names)
        if name.isNull { break }
        try copyAttribute(t, wrapper, wrapped, try nameToCopy(t, name))
      }
    }
    let names = try t.iterator(of: updated.isNull ? try t.tuple(t.name(.__dict__)) : updated)
    while true {
      let next = try t.next(names)
      if next.isNull { break }
      let name = try nameToCopy(t, next)
      var source = try t.getAttributeOrNull(wrapped, name)
      // Nothing to copy: the wrapper's own __dict__ need not be made.
      let isEmpty = name == t.name(.__dict__) && source.isKind(.dict) && source.unchecked(as: DictObject.self).count == 0
      if isEmpty, t.dictWord(of: wrapper) != nil { continue }
      if source.isNull { source = Value(try t.dict()) }
      _ = try t.callMethod(try t.getAttribute(wrapper, name), .update, source)
    }
    try t.setAttribute(wrapper, .__wrapped__, wrapped)
    return wrapper
  }

  private static func nameToCopy(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    if !name.isKind(.str) { throw t.raise(.getattrNameNotStr, name) }
    return try t.checkedAttributeName(name)
  }

  private static func copyAttribute(_ t: Thread, _ wrapper: Value, _ wrapped: Value, _ name: Value) throws(Raised) {
    let value = try t.getAttributeOrNull(wrapped, name)
    if !value.isNull { try t.setAttribute(wrapper, name, value) }
  }

  // MARK: recursive_repr

  private static let recursiveDecorator = NativeFunctionSpec("decorating_function(fill, /, user_function)") { t, a throws(Raised) in
    let wrapper = try t.libraryFunction(recursiveWrapper, try t.tuple(a[0], a[1], Value(try t.list())), module: try t.intern("reprlib"))
    return try updateWrapper(t, wrapper, a[1])
  }

  /// Carries the fill value, the function and a list of the objects whose repr is being made.
  private static let recursiveWrapper = NativeFunctionSpec("wrapper(given, /, self)") { t, a throws(Raised) in
    let given = a[0].tupleSlots
    let running: Ref<ListObject> = given[2].unchecked()
    for i in 0..<running.count where running.items[i] == a[1] { return given[0] }
    try t.append(running, a[1])
    defer { running.count = max(0, running.count - 1) }
    return try t.call(given[1], a[1])
  }
}
