import Runtime

/// Module `collections` (CPython: Lib/collections/__init__.py, Modules/_collectionsmodule.c).
enum Collections {
  static let module = ModuleSpec(
    "collections", doc: "This module implements specialized container datatypes providing alternatives to Python's general purpose built-in containers.",
    functions: [namedtupleFunction.asLibraryFunction, lateAttribute.asLibraryFunction]
  ) { t, m throws(Raised) in
    try addTypes(t, m)
  }

  /// The ABCs of `collections.abc`, which were found here once.
  private static let lateAttribute = NativeFunctionSpec("__getattr__(name)", "Find the classes of collections.abc, with a warning.") { t, a throws(Raised) in
    let abc = try t.importModule(try t.str("collections.abc"))
    guard a[0].isKind(.str), try t.contains(try t.getAttribute(abc, .__all__), a[0]) else {
      throw t.raise(t.types.attributeError, "module 'collections' has no attribute %R", a[0])
    }
    try t.warn(
      t.types.deprecationWarning,
      "Using or importing the ABCs from 'collections' instead of from 'collections.abc' is deprecated since Python 3.3, and in 3.10 it will stop working"
    )
    let found = try t.getAttribute(abc, t.intern(a[0]))
    let module = try t.importModule(try t.str("collections"))
    try t.setAttribute(module, t.intern(a[0]), found)
    return found
  }

  private static let exported = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
  ]

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    // A package, so that `collections.abc` can be imported from it.
    try t.addConstant(m, t.name(.__path__), Value(try t.list()))
    try t.addConstant(m, t.name(.__all__), try Keyword.listOfStrs(t, exported))
    let dequeType = try t.addType(m, deque, DequeObject.self, flags: [.base, .sequence])
    let forward = try t.addType(m, dequeIteratorSpec, DequeIteratorObject.self)
    try t.setCompanions(dequeType, forward, try t.addType(m, dequeReverseIteratorSpec, DequeIteratorObject.self))
    try t.addType(m, tupleGetter, TupleGetterObject.self, flags: [.base, .descriptor, .dataDescriptor])
    try addDefaultDict(t, m)
    try addOrderedDict(t, m)
    try t.addClass(m, counter, bases: try t.tuple(Value(t.types.dict)))

    let abc = try t.importModule(try t.str("collections.abc"))
    try t.addConstant(m, "abc", abc)
    let metaclass = try ABCModule.metaclass(t)
    let mutableSequence = try t.getAttribute(abc, try t.intern("MutableSequence"))
    let mutableMapping = try t.tuple(try t.getAttribute(abc, try t.intern("MutableMapping")))
    try ABCModule.register(t, Value(dequeType), with: mutableSequence)
    try t.addClass(m, chainMap, bases: mutableMapping, metaclass: metaclass)
    try t.addClass(m, userDict, bases: mutableMapping, metaclass: metaclass)
    try t.addClass(m, userList, bases: try t.tuple(mutableSequence), metaclass: metaclass)
    try t.addClass(m, userString, bases: try t.tuple(try t.getAttribute(abc, try t.intern("Sequence"))), metaclass: metaclass)
  }

  /// A class of this module by name, as its own methods see it.
  static func named(_ t: Thread, _ name: StaticString) throws(Raised) -> Ref<TypeObject> {
    let cls = try t.getAttribute(try t.importModule(try t.intern("collections")), try t.intern(name))
    guard cls.isKind(.type) else { throw t.raise(t.types.typeError, "%R is not a class", cls) }
    return cls.unchecked()
  }
}
