import Builtins
import Runtime

/// Module `copyreg` (CPython: Lib/copyreg.py, and what Objects/typeobject.c does for `object.__reduce_ex__`).
enum CopyregModule {
  static let module = ModuleSpec(
    "copyreg", doc: "Helper to provide extensibility for pickle.", functions: functions.map { $0.asLibraryFunction }
  ) { t, m throws(Raised) in
    let table = try t.dict()
    try t.dictSet(table, Value(t.types.complex), t.dictGet(m.dict, interned: try t.intern("pickle_complex")))
    let union = t.dictGet(m.dict, interned: try t.intern("pickle_union"))
    if !union.isNull { try t.dictSet(table, Value(t.types.unionType), union) }
    try t.addConstant(m, "dispatch_table", Value(table))
    for name in ["_extension_registry", "_inverted_registry", "_extension_cache"] as [StaticString] { try t.addConstant(m, name, Value(try t.dict())) }
    try t.addConstant(m, "_HEAPTYPE", Value(small: 1 << 9))
    try t.addConstant(
      m, t.name(.__all__),
      try Keyword.listOfStrs(t, ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]))
  }

  private static let functions = reducing + CopyregExtensions.functions

  private static let reducing: [NativeFunctionSpec] = [
    NativeFunctionSpec("pickle(ob_type, pickle_function, constructor_ob=None)", "Say how instances of a type are pickled.") { t, a throws(Raised) in
      if !t.isCallable(a[1]) { throw t.raise(t.types.typeError, "reduction functions must be callable") }
      try t.setItem(try attribute(t, "dispatch_table"), a[0], a[1])
      if !a[2].isNone { try checkConstructor(t, a[2]) }
      return .none
    },
    NativeFunctionSpec("constructor(object)", "Check that an object can make others.") { t, a throws(Raised) in
      try checkConstructor(t, a[0])
      return .none
    },
    NativeFunctionSpec("__newobj__(cls, *args)", "`cls.__new__(cls, *args)`") { t, a throws(Raised) in
      try t.call(try t.getAttribute(a[0], .__new__), tuple: try Functools.concatenate(t, t.tuple(a[0]).tupleSlots, a[1].tupleSlots), dict: .null)
    },
    NativeFunctionSpec("__newobj_ex__(cls, args, kwargs)", "`cls.__new__(cls, *args, **kwargs)`") { t, a throws(Raised) in
      let all = try Functools.concatenate(t, t.tuple(a[0]).tupleSlots, t.tuple(from: a[1]).tupleSlots)
      return try t.call(try t.getAttribute(a[0], .__new__), tuple: all, dict: a[2])
    },
    NativeFunctionSpec("_reconstructor(cls, base, state)", "An instance of a class, with the state of a builtin base.") { t, a throws(Raised) in
      if a[1] == Value(t.types.object) { return try t.call(try t.getAttribute(a[1], .__new__), a[0]) }
      let made = try t.call(try t.getAttribute(a[1], .__new__), a[0], a[2])
      if a[1].isKind(.type), t.lookup(a[1].unchecked(), .__init__) != t.lookup(t.types.object, .__init__) {
        _ = try t.call(try t.getAttribute(a[1], .__init__), made, a[2])
      }
      return made
    },
    NativeFunctionSpec("_reduce_ex(self, proto)", "The recipe of an object for protocols 0 and 1.") { t, a throws(Raised) in try reduceOld(t, a[0], a[1]) },
    NativeFunctionSpec("__reduce_object__(self, proto)", "The recipe of an object for protocols from 2 on.") { t, a throws(Raised) in
      try reduceNew(t, a[0])
    },
  ]

  static func attribute(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(try t.importModule(try t.intern("copyreg")), try t.intern(name))
  }

  private static func checkConstructor(_ t: Thread, _ v: Value) throws(Raised) {
    if !t.isCallable(v) { throw t.raise(t.types.typeError, "constructors must be callable") }
  }

  // MARK: Recipes

  private static func reduceOld(_ t: Thread, _ v: Value, _ version: Value) throws(Raised) -> Value {
    let cls = try t.getAttribute(v, .__class__)
    guard cls.isKind(.type) else { throw t.raise(t.types.typeError, "cannot pickle object of %R", cls) }
    var base = t.types.object
    let mro = cls.unchecked(as: TypeObject.self).mro.tupleSlots
    for i in 0..<mro.count where !mro[i].unchecked(as: TypeObject.self).flags.contains(.heap) {
      base = mro[i].unchecked()
      break
    }
    var inner = Value.none
    if base != t.types.object {
      if Value(base) == cls { throw t.raise(t.types.typeError, "cannot pickle %R object", base.name) }
      inner = try t.call(Value(base), v)
    }
    let own = t.lookup(t.typeOf(v), .__getstate__)
    let slots = try t.getAttributeOrNull(v, .__slots__)
    if own == t.lookup(t.types.object, .__getstate__), !slots.isNull, try t.truth(slots) { throw t.raise(.slotsWithoutState, t.typeOf(v).name, version) }
    let arguments = try t.tuple(cls, Value(base), inner)
    let state = try state(t, v)
    let function = try attribute(t, "_reconstructor")
    return try t.truth(state) ? t.tuple(function, arguments, state) : t.tuple(function, arguments)
  }

  /// What `__getstate__` returns; where object has none, `__dict__`, with the values of members if there are any.
  private static func state(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let getter = try t.getAttributeOrNull(v, .__getstate__)
    if !getter.isNull { return try t.call(getter) }
    let own = try t.getAttributeOrNull(v, .__dict__)
    let members = try t.memberValues(v)
    let dict = own.isKind(.dict) && own.unchecked(as: DictObject.self).count > 0 ? own : Value.none
    return members.count == 0 ? dict : try t.tuple(dict, Value(members))
  }

  /// Whether the class itself says what an instance's state is.
  private static func hasOwnState(_ t: Thread, _ v: Value) -> Bool {
    let own = t.lookup(t.typeOf(v), .__getstate__)
    return !own.isNull && own != t.lookup(t.types.object, .__getstate__)
  }

  private static func reduceNew(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let cls = Value(t.typeOf(v))
    var function = try attribute(t, "__newobj__")
    var arguments = try t.tuple(cls)
    let extended = try t.getAttributeOrNull(v, try t.intern("__getnewargs_ex__"))
    let plain = extended.isNull ? try t.getAttributeOrNull(v, .__getnewargs__) : .null
    if !extended.isNull {
      let given = try t.call(extended)
      guard given.isKind(.tuple), given.tupleSlots.count == 2, given.tupleSlots[0].isKind(.tuple), given.tupleSlots[1].isKind(.dict) else {
        throw t.raise(t.types.typeError, "__getnewargs_ex__ should return a tuple, not '%T'", given)
      }
      if given.tupleSlots[1].unchecked(as: DictObject.self).count > 0 {
        function = try attribute(t, "__newobj_ex__")
        arguments = try t.tuple(cls, given.tupleSlots[0], given.tupleSlots[1])
      } else {
        arguments = try Functools.concatenate(t, arguments.tupleSlots, given.tupleSlots[0].tupleSlots)
      }
    } else if !plain.isNull {
      let given = try t.call(plain)
      guard given.isKind(.tuple) else { throw t.raise(t.types.typeError, "__getnewargs__ should return a tuple, not '%T'", given) }
      arguments = try Functools.concatenate(t, arguments.tupleSlots, given.tupleSlots)
    } else if !v.isKind(.instance) && !v.isKind(.list) && !v.isKind(.dict) && !hasOwnState(t, v) {
      if t.typeOf(v) == t.types.memoryview { throw t.raise(.pickleOfItems, v) }
      throw t.raise(t.types.typeError, "cannot pickle '%T' object", v)
    }
    let result = try t.tuple(count: 5)
    result.items[0] = function
    result.items[1] = arguments
    result.items[2] = try state(t, v)
    result.items[3] = v.isKind(.list) ? try t.iterator(of: v) : .none
    result.items[4] = v.isKind(.dict) ? try t.iterator(of: try t.callMethod(v, .items)) : .none
    return Value(result)
  }
}
