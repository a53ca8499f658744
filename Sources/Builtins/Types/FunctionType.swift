import Runtime

/// The table of `function`.
enum FunctionType {
  static let spec = TypeSpec("function", doc: "Create a function object.", functions: methods + using, attributes: attributes)

  static func function(_ a: Slots) -> Ref<FunctionObject> { a[0].unchecked() }

  private static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)", "Create a function object.") {
      t, a throws(Raised) in try FunctionType.make(t, a)
    },
  ]

  /// What can be done with a function of either sort: bind it, call it, show it.
  static let using: [NativeFunctionSpec] = [
    .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      try DescriptorTypes.checkGet(t, a)
      return a[1].isNone ? a[0] : try t.makeBoundMethod(a[0], a[1])
    },
    .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in try t.call(a[0], tuple: a[1], dict: a[2]) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
  ]

  private static let attributes: [NativeAttributeSpec] = [
    .init("__name__", get: { t, a throws(Raised) in function(a).name },
      set: { t, a throws(Raised) in
        if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "__name__ must be set to a string object") }
        function(a).name = a[1]
        return .none
      }),
    .init("__qualname__", get: { t, a throws(Raised) in function(a).qualifiedName },
      set: { t, a throws(Raised) in
        if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "__qualname__ must be set to a string object") }
        function(a).qualifiedName = a[1]
        return .none
      }),
    .init("__module__", get: { t, a throws(Raised) in orNone(function(a).module) },
      set: { t, a throws(Raised) in
        function(a).module = a[1]
        return .none
      }),
    .init("__doc__", get: { t, a throws(Raised) in orNone(function(a).doc) },
      set: { t, a throws(Raised) in
        function(a).doc = a[1]
        return .none
      }),
    .init("__code__", get: { t, a throws(Raised) in Value(function(a).code) },
      set: { t, a throws(Raised) in try FunctionType.setCode(t, function(a), a[1]) }),
    .init("__defaults__", get: { t, a throws(Raised) in orNone(function(a).defaults) },
      set: { t, a throws(Raised) in
        if !a[1].isNull && !a[1].isNone && !a[1].isKind(.tuple) { throw t.raise(t.types.typeError, "__defaults__ must be set to a tuple object") }
        function(a).defaults = a[1].isNone ? .null : a[1]
        return .none
      }),
    .init("__kwdefaults__", get: { t, a throws(Raised) in orNone(function(a).keywordDefaults) },
      set: { t, a throws(Raised) in
        if !a[1].isNull && !a[1].isNone && !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__kwdefaults__ must be set to a dict object") }
        function(a).keywordDefaults = a[1].isNone ? .null : a[1]
        return .none
      }),
    .init("__annotations__", get: { t, a throws(Raised) in try FunctionType.annotations(t, function(a)) },
      set: { t, a throws(Raised) in
        if !a[1].isNull && !a[1].isNone && !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__annotations__ must be set to a dict object") }
        function(a).annotations = a[1].isNone ? .null : a[1]
        function(a).annotate = .null
        return .none
      }),
    .init("__annotate__", get: { t, a throws(Raised) in orNone(function(a).annotate) },
      set: { t, a throws(Raised) in
        try Annotations.checkAnnotate(t, a[1], deleted: "__annotate__ cannot be deleted")
        function(a).annotate = a[1]
        if !a[1].isNone { function(a).annotations = .null }
        return .none
      }),
    .init("__type_params__", get: { t, a throws(Raised) in
      function(a).typeParameters.isNull ? t.interpreter.emptyTuple : function(a).typeParameters
    }, set: { t, a throws(Raised) in
        if !a[1].isKind(.tuple) { throw t.raise(t.types.typeError, "__type_params__ must be set to a tuple") }
        function(a).typeParameters = a[1]
        return .none
      }),
    .init("__closure__", get: { t, a throws(Raised) in orNone(function(a).closure) }),
    .init("__globals__", get: { t, a throws(Raised) in Value(function(a).globals) }),
    .init("__builtins__", get: { t, a throws(Raised) in Value(function(a).builtins) }),
    .init("__dict__", get: { t, a throws(Raised) in
      if function(a).dict.isNull { function(a).dict = Value(try t.dict()) }
      return function(a).dict
    }, set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "cannot delete __dict__") }
        if !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", a[1]) }
        function(a).dict = a[1]
        return .none
      }),
  ]

  /// The dict of annotations; the flat tuple that the compiler made becomes one.
  static func annotations(_ t: Thread, _ f: Ref<FunctionObject>) throws(Raised) -> Value {
    if f.annotations.isKind(.dict) { return f.annotations }
    if f.annotations.isNull, !f.annotate.isNull, !f.annotate.isNone {
      f.annotations = try Annotations.compute(t, f.annotate)
      return f.annotations
    }
    let dict = try t.dict()
    if f.annotations.isKind(.tuple) {
      let flat: Ref<TupleObject> = f.annotations.unchecked()
      var k = 0
      while k + 1 < flat.count {
        try t.dictSet(dict, flat.items[k], flat.items[k + 1])
        k += 2
      }
    }
    f.annotations = Value(dict)
    return Value(dict)
  }

  private static func setCode(_ t: Thread, _ f: Ref<FunctionObject>, _ v: Value) throws(Raised) -> Value {
    if !v.isKind(.code) { throw t.raise(t.types.typeError, "__code__ must be set to a code object") }
    let code: Ref<CodeObject> = v.unchecked()
    let cells = f.closure.isNull ? 0 : f.closure.unchecked(as: TupleObject.self).count
    if code.freeCount != cells {
      throw t.raise(
        t.types.valueError, "%S() requires a code object with %S free vars, not %S", f.name, Value(small: cells), Value(small: code.freeCount))
    }
    f.code = code
    return .none
  }

  private static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if !a[1].isKind(.code) { throw t.raise(t.types.typeError, "function() argument 'code' must be code, not %B", a[1]) }
    if !a[2].isKind(.dict) { throw t.raise(t.types.typeError, "function() argument 'globals' must be dict, not %B", a[2]) }
    let code: Ref<CodeObject> = a[1].unchecked()
    if !a[3].isNone && !a[3].isKind(.str) { throw t.raise(t.types.typeError, "arg 3 (name) must be None or string") }
    if !a[4].isNone && !a[4].isKind(.tuple) { throw t.raise(t.types.typeError, "arg 4 (defaults) must be None or tuple") }
    try checkClosureType(t, code, a[5])
    if !a[6].isNone && !a[6].isKind(.dict) { throw t.raise(t.types.typeError, "arg 6 (kwdefaults) must be None or dict") }
    try checkClosure(t, code, a[5])
    let made = try t.makeFunction(code, globals: a[2].unchecked())
    if !a[3].isNone { made.name = a[3] }
    if !a[4].isNone { made.defaults = a[4] }
    if !a[5].isNone { made.closure = a[5] }
    if !a[6].isNone { made.keywordDefaults = a[6] }
    return Value(made)
  }

  private static func checkClosureType(_ t: Thread, _ code: Ref<CodeObject>, _ closure: Value) throws(Raised) {
    if closure.isNone {
      if code.freeCount > 0 { throw t.raise(t.types.typeError, "arg 5 (closure) must be tuple") }
    } else if !closure.isKind(.tuple) {
      throw t.raise(t.types.typeError, "arg 5 (closure) must be None or tuple")
    }
  }

  private static func checkClosure(_ t: Thread, _ code: Ref<CodeObject>, _ closure: Value) throws(Raised) {
    if closure.isNone { return }
    let cells: Ref<TupleObject> = closure.unchecked()
    if cells.count != code.freeCount {
      throw t.raise(
        t.types.valueError, "%S requires closure of length %S, not %S", code.name, Value(small: code.freeCount), Value(small: cells.count))
    }
    for k in 0..<cells.count where !cells.items[k].isKind(.cell) {
      throw t.raise(t.types.typeError, "arg 5 (closure) expected cell, found %T", cells.items[k])
    }
  }
}
