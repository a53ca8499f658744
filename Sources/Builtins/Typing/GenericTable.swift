import Runtime

/// typing.Generic: the base of generic classes.
enum GenericTable {
  static let spec = TypeSpec(
    "typing.Generic", doc: "Abstract base class for generic types.",
    functions: [
      NativeFunctionSpec("__class_getitem__(cls, params, /)", "Parameterizes a generic class.", binding: .classMethod) { t, a throws(Raised) in
        try subscripted(t, a[0], a[1])
      },
      NativeFunctionSpec("__init_subclass__(cls, /, *args, **kwargs)", "Function to initialize subclasses.", binding: .classMethod) { t, a throws(Raised) in
        try initializeSubclass(t, a[0], a[1], a[2])
        return .none
      },
    ]
  ) { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__module__), t.name(.typing))
    if !t.has(.nativeGeneric) { try GenericTable.wrapMethods(t, type) }
  }

  /// Makes class methods over plain functions of the native class methods: they are bound methods when they are looked up.
  private static func wrapMethods(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) {
    for name in [Name.__class_getitem__, .__init_subclass__] {
      let method = t.dictGet(type.dict, interned: t.name(name))
      let function: Ref<NativeFunctionObject> = method.unchecked()
      function.header.type = t.types.builtinFunction
      function.owner = .none
      try t.dictSet(type.dict, t.name(name), try t.call(Value(t.types.classmethod), method))
    }
  }

  private static func parameters(_ t: Thread, _ cls: Value) throws(Raised) -> Ref<TupleObject> {
    let found = try t.getAttributeOrNull(cls, .__parameters__)
    return found.isKind(.tuple) ? found.unchecked() : t.interpreter.emptyTuple.unchecked()
  }

  private static func isBase(_ t: Thread, _ cls: Value) -> Bool {
    if cls == Value(t.types.generic) { return true }
    let type: Ref<TypeObject> = cls.unchecked()
    let module = t.dictGet(type.dict, interned: t.name(.__module__))
    return module.isKind(.str) && t.strEquals(type.name, t.name(.protocol_)) && t.strEquals(module, t.name(.typing))
  }

  private static func subscripted(_ t: Thread, _ cls: Value, _ key: Value) throws(Raised) -> Value {
    let given: Ref<TupleObject> = (key.isKind(.tuple) ? key : try t.tuple(key)).unchecked()
    if isBase(t, cls) {
      try checkVariables(t, cls, given)
      return try t.genericAlias(cls, Value(given))
    }
    let variables = try parameters(t, cls)
    if variables.count == 0 { throw t.raise(t.types.typeError, "%R is not a generic class", cls) }
    // The arguments are those of the class's own variables, checked and completed as in any substitution.
    let arguments = try TypeParameters.substitute(t, cls, Value(variables), Value(variables), key)
    return try t.genericAlias(cls, arguments)
  }

  private static func checkVariables(_ t: Thread, _ cls: Value, _ given: Ref<TupleObject>) throws(Raised) {
    if given.count == 0 { throw t.raise(t.types.typeError, "Parameter list to %S[...] cannot be empty", cls.unchecked(as: TypeObject.self).name) }
    for i in 0..<given.count {
      let isVariable = TypeParameters.isVariable(t, given.items[i])
      let isUnpacked = isVariable ? false : try isUnpackedVariable(t, given.items[i])
      if !isVariable && !isUnpacked {
        throw t.raise(
          t.types.typeError, "Parameters to %S[...] must all be type variables or parameter specification variables.",
          cls.unchecked(as: TypeObject.self).name)
      }
      for k in 0..<i where given.items[k] == given.items[i] {
        throw t.raise(t.types.typeError, "Parameters to %S[...] must all be unique", cls.unchecked(as: TypeObject.self).name)
      }
    }
  }

  /// `Unpack[Ts]`
  private static func isUnpackedVariable(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isKind(.type) { return false }
    let inner = try t.getAttributeOrNull(v, .__parameters__)
    guard inner.isKind(.tuple), inner.unchecked(as: TupleObject.self).count == 1 else { return false }
    return t.typeOf(inner.unchecked(as: TupleObject.self).items[0]) == t.types.typeVarTuple
  }

  /// Sets `__parameters__` of a new class from the generic bases that it was written with.
  private static func initializeSubclass(_ t: Thread, _ cls: Value, _ arguments: Value, _ keywords: Value) throws(Raised) {
    let next = try t.call(Value(t.types.super), Value(t.types.generic), cls)
    _ = try t.call(try t.getAttribute(next, .__init_subclass__), tuple: arguments, dict: keywords)
    let type: Ref<TypeObject> = cls.unchecked()
    let original = t.dictGet(type.dict, interned: t.name(.__orig_bases__))
    var found = t.interpreter.emptyTuple
    if original.isKind(.tuple) {
      let bases: Ref<TupleObject> = original.unchecked()
      for i in 0..<bases.count where bases.items[i] == Value(t.types.generic) {
        throw t.raise(t.types.typeError, "Cannot inherit from plain Generic")
      }
      found = try TypeParameters.collect(t, original)
      // Generic[...] among the bases says which variables there are, and in which order.
      for i in 0..<bases.count where GenericAliasType.isAlias(t, bases.items[i]) {
        if GenericAliasType.object(bases.items[i]).origin == Value(t.types.generic) {
          found = try GenericAliasType.parameters(t, bases.items[i])
        }
      }
    } else {
      let bases: Ref<TupleObject> = type.bases.unchecked()
      for i in 0..<bases.count where bases.items[i] == Value(t.types.generic) && !t.strEquals(type.name, t.name(.protocol_)) {
        throw t.raise(t.types.typeError, "Cannot inherit from plain Generic")
      }
    }
    try t.setAttribute(cls, .__parameters__, found)
  }
}
