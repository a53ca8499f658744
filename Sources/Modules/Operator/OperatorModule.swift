import Runtime

/// Module `operator` (CPython: Lib/operator.py, Modules/_operator.c): the operators of the language as functions.
enum OperatorModule {
  static let module = ModuleSpec(
    "operator", doc: "Operator interface.",
    functions: arithmetic + inplace + comparisons + unary + sequences
  ) { t, m throws(Raised) in
    try t.setHome(m, "_operator")
    try t.addType(m, itemgetter, GetterObject.self)
    try t.addType(m, attrgetter, GetterObject.self)
    try t.addType(m, methodcaller, MethodCallerObject.self)
    for alias in aliases {
      let function = try t.dictGet(m.dict, try t.intern(alias.function))
      try t.addConstant(m, alias.name, function)
    }
    let all = try t.list()
    for name in exported {
      let key = try t.intern(t.str(name))
      if !t.dictGet(m.dict, interned: key).isNull { try t.append(all, key) }
    }
    try t.addConstant(m, t.name(.__all__), Value(all))
  }

  /// The names of `__all__`.
  private static let exported = [
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv", "ge", "getitem", "gt", "iadd",
    "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert", "ior", "ipow", "irshift", "is_",
    "is_none", "is_not", "is_not_none", "isub", "itemgetter", "itruediv", "ixor", "le", "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne",
    "neg", "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor",
  ]

  /// The special-method spellings.
  private static let aliases: [(name: StaticString, function: StaticString)] = [
    ("__abs__", "abs"), ("__add__", "add"), ("__and__", "and_"), ("__call__", "call"), ("__concat__", "concat"), ("__contains__", "contains"),
    ("__delitem__", "delitem"), ("__eq__", "eq"), ("__floordiv__", "floordiv"), ("__ge__", "ge"), ("__getitem__", "getitem"), ("__gt__", "gt"),
    ("__iadd__", "iadd"), ("__iand__", "iand"), ("__iconcat__", "iconcat"), ("__ifloordiv__", "ifloordiv"), ("__ilshift__", "ilshift"),
    ("__imatmul__", "imatmul"), ("__imod__", "imod"), ("__imul__", "imul"), ("__index__", "index"), ("__inv__", "inv"), ("__invert__", "invert"),
    ("__ior__", "ior"), ("__ipow__", "ipow"), ("__irshift__", "irshift"), ("__isub__", "isub"), ("__itruediv__", "itruediv"), ("__ixor__", "ixor"),
    ("__le__", "le"), ("__lshift__", "lshift"), ("__lt__", "lt"), ("__matmul__", "matmul"), ("__mod__", "mod"), ("__mul__", "mul"),
    ("__ne__", "ne"), ("__neg__", "neg"), ("__not__", "not_"), ("__or__", "or_"), ("__pos__", "pos"), ("__pow__", "pow"),
    ("__rshift__", "rshift"), ("__setitem__", "setitem"), ("__sub__", "sub"), ("__truediv__", "truediv"), ("__xor__", "xor"),
  ]

  static let unary: [NativeFunctionSpec] = [
    NativeFunctionSpec("abs(a, /)", "Same as abs(a).") { t, a throws(Raised) in
      try unaryOperator(t, .__abs__, a[0], "bad operand type for abs(): '%T'")
    },
    NativeFunctionSpec("inv(a, /)", "Same as ~a.") { t, a throws(Raised) in
      try unaryOperator(t, .__invert__, a[0], "bad operand type for unary ~: '%T'")
    },
    NativeFunctionSpec("invert(a, /)", "Same as ~a.") { t, a throws(Raised) in
      try unaryOperator(t, .__invert__, a[0], "bad operand type for unary ~: '%T'")
    },
    NativeFunctionSpec("neg(a, /)", "Same as -a.") { t, a throws(Raised) in
      try unaryOperator(t, .__neg__, a[0], "bad operand type for unary -: '%T'")
    },
    NativeFunctionSpec("pos(a, /)", "Same as +a.") { t, a throws(Raised) in
      try unaryOperator(t, .__pos__, a[0], "bad operand type for unary +: '%T'")
    },
    NativeFunctionSpec("index(a, /)", "Same as a.__index__()") { t, a throws(Raised) in
      try t.index(a[0])
    },
    NativeFunctionSpec("length_hint(obj, default=0, /)", "Return an estimate of the number of items in obj.") { t, a throws(Raised) in
      let missing = try t.sizeArgument(a[1])
      return try t.int(try t.lengthHint(a[0], missing))
    },
    NativeFunctionSpec("is_none(a, /)", "Same as a is None.") { _, a throws(Raised) in Value(a[0].isNone) },
    NativeFunctionSpec("is_not_none(a, /)", "Same as a is not None.") { _, a throws(Raised) in Value(!a[0].isNone) },
    NativeFunctionSpec("call(obj=<unrepresentable>, /, *args, **kwargs)", "Same as obj(*args, **kwargs).") { t, a throws(Raised) in
      if a[0].isNull { throw t.raise(t.types.typeError, "call expected at least 1 argument, got 0") }
      return try t.call(a[0], tuple: a[1], dict: a[2])
    },
  ]

  private static func unaryOperator(_ t: Thread, _ name: Name, _ v: Value, _ message: StaticString) throws(Raised) -> Value {
    let method = t.lookupSpecial(v, name)
    if method.isNull { throw t.raise(t.types.typeError, message, v) }
    return try t.callSpecial(method, v)
  }

  static let sequences: [NativeFunctionSpec] = [
    NativeFunctionSpec("concat(a, b, /)", "Same as a + b, for a and b sequences.") { t, a throws(Raised) in
      try concatenate(t, a[0], a[1], inPlace: false)
    },
    NativeFunctionSpec("iconcat(a, b, /)", "Same as a += b, for a and b sequences.") { t, a throws(Raised) in
      try concatenate(t, a[0], a[1], inPlace: true)
    },
    NativeFunctionSpec("contains(a, b, /)", "Same as b in a (note reversed operands).") { t, a throws(Raised) in
      Value(try t.contains(a[0], a[1]))
    },
    NativeFunctionSpec("countOf(a, b, /)", "Return the number of items in a which are, or which equal, b.") { t, a throws(Raised) in
      let source = try iteratorForSearch(t, a[0])
      var count = 0
      while true {
        let item = try t.next(source)
        if item.isNull { return try t.int(count) }
        if try t.equals(item, a[1]) { count += 1 }
      }
    },
    NativeFunctionSpec("indexOf(a, b, /)", "Return the first index of b in a.") { t, a throws(Raised) in
      let source = try iteratorForSearch(t, a[0])
      var index = 0
      while true {
        let item = try t.next(source)
        if item.isNull { throw t.raise(t.types.valueError, "sequence.index(x): x not in sequence") }
        if try t.equals(item, a[1]) { return try t.int(index) }
        index += 1
      }
    },
    NativeFunctionSpec("getitem(a, b, /)", "Same as a[b].") { t, a throws(Raised) in try t.getItem(a[0], a[1]) },
    NativeFunctionSpec("setitem(a, b, c, /)", "Same as a[b] = c.") { t, a throws(Raised) in
      try t.setItem(a[0], a[1], a[2])
      return .none
    },
    NativeFunctionSpec("delitem(a, b, /)", "Same as del a[b].") { t, a throws(Raised) in
      try t.deleteItem(a[0], a[1])
      return .none
    },
  ]

  /// The `+` of a builtin sequence, else the numeric operator if both are sequences (CPython: `PySequence_Concat`, `PySequence_InPlaceConcat`).
  private static func concatenate(_ t: Thread, _ a: Value, _ b: Value, inPlace: Bool) throws(Raised) -> Value {
    let changing = inPlace ? t.lookupSpecial(a, .__iadd__) : .null
    if t.isOwnSequenceMethod(changing) { return try t.callSpecial(changing, a, b) }
    let method = t.lookupSpecial(a, .__add__)
    if t.isOwnSequenceMethod(method) { return try t.callSpecial(method, a, b) }
    if isSequence(t, a), isSequence(t, b) {
      var result = changing.isNull ? Value.notImplemented : try t.callSpecial(changing, a, b)
      if result == .notImplemented { result = try t.askOperands(.__add__, .__radd__, a, b) }
      if result != .notImplemented { return result }
    }
    throw t.raise(t.types.typeError, "'%T' object can't be concatenated", a)
  }

  private static func isSequence(_ t: Thread, _ v: Value) -> Bool { !v.isKind(.dict) && t.hasSequenceItem(v) }

  private static func iteratorForSearch(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    do throws(Raised) { return try t.iterator(of: v) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw t.raise(t.types.typeError, "argument of type '%T' is not iterable", v)
    }
  }
}
