import Runtime

/// Module `numbers` (CPython: Lib/numbers.py): the abstract base classes of the numeric tower (PEP 3141).
enum NumbersModule {
  static let module = ModuleSpec("numbers", doc: "Abstract Base Classes (ABCs) for numbers, according to PEP 3141.") { t, m throws(Raised) in
    var base = t.interpreter.emptyTuple
    for declaration in declarations {
      let cls = try addClass(t, m, declaration, bases: base)
      for type in try registered(t, declaration.spec.name) { try ABCModule.register(t, Value(type), with: cls) }
      base = try t.tuple(cls)
    }
    try t.addConstant(m, t.name(.__all__), try Keyword.listOfStrs(t, ["Number", "Complex", "Real", "Rational", "Integral"]))
  }

  private struct Declaration: Sendable {
    let spec: TypeSpec
    let abstract: [StaticString]
    var abstractProperties: [StaticString] = []
    /// Properties with what computes them.
    var properties: [NativeFunctionSpec] = []
  }

  private static func addClass(_ t: Thread, _ m: Ref<ModuleObject>, _ declaration: Declaration, bases: Value) throws(Raised) -> Value {
    try t.addClass(m, declaration.spec, bases: bases, metaclass: try ABCModule.metaclass(t)) { namespace throws(Raised) in
      try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
      if bases == t.interpreter.emptyTuple { try t.dictSet(namespace, t.name(.__hash__), .none) }
      for name in declaration.abstract { try CollectionsABC.addAbstract(t, m, namespace, name, .notImplementedError) }
      for name in declaration.abstractProperties {
        try CollectionsABC.addAbstract(t, m, namespace, name, .notImplementedError)
        let key = try t.intern(name)
        try t.dictSet(namespace, key, try t.property(t.dictGet(namespace, interned: key)))
      }
      for spec in declaration.properties {
        let getter = try t.libraryFunction(t.makeNative(spec))
        getter.module = m.name
        try t.dictSet(namespace, getter.name, try t.property(Value(getter)))
      }
    }
  }

  private static func registered(_ t: Thread, _ name: StaticString) throws(Raised) -> [Ref<TypeObject>] {
    switch "\(name)" {
    case "numbers.Complex": [t.types.complex]
    case "numbers.Real": [t.types.float]
    case "numbers.Integral": [t.types.int]
    default: []
    }
  }

  private static let declarations: [Declaration] = [
    Declaration(spec: TypeSpec("numbers.Number", doc: "All numbers inherit from this class."), abstract: []),
    Declaration(
      spec: TypeSpec("numbers.Complex", doc: "Complex defines the operations that work on the builtin complex type.", functions: complexMixins),
      abstract: [
        "__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__", "__pow__", "__rpow__", "__abs__",
        "conjugate", "__eq__",
      ], abstractProperties: ["real", "imag"]),
    Declaration(
      spec: TypeSpec("numbers.Real", doc: "To Complex, Real adds the operations that work on real numbers.", functions: realMixins),
      abstract: [
        "__float__", "__trunc__", "__floor__", "__ceil__", "__round__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__lt__", "__le__",
      ], properties: [positive("real(self)"), zero]),
    Declaration(
      spec: TypeSpec("numbers.Rational", doc: ".numerator and .denominator should be in lowest terms.", functions: [ratioAsFloat]),
      abstract: [], abstractProperties: ["numerator", "denominator"]),
    Declaration(
      spec: TypeSpec("numbers.Integral", doc: "Integral adds methods that work on integral numbers.", functions: integralMixins),
      abstract: [
        "__int__", "__pow__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__", "__rxor__", "__or__", "__ror__", "__invert__",
      ], properties: [integralNumerator, one]),
  ]

  private static func positive(_ signature: StaticString) -> NativeFunctionSpec {
    NativeFunctionSpec(signature, "Real numbers are their real component.") { t, a throws(Raised) in
      try t.callSpecial(t.lookupSpecial(a[0], .__pos__), a[0])
    }
  }

  private static let zero = NativeFunctionSpec("imag(self)", "Real numbers have no imaginary component.") { _, _ throws(Raised) in Value(small: 0) }
  private static let one = NativeFunctionSpec("denominator(self)", "Integers have a denominator of 1.") { _, _ throws(Raised) in Value(small: 1) }
  private static let integralNumerator = NativeFunctionSpec("numerator(self)", "Integers are their own numerators.") { t, a throws(Raised) in
    try t.callSpecial(t.lookupSpecial(a[0], .__pos__), a[0])
  }
  private static let ratioAsFloat = NativeFunctionSpec("__float__(self)", "float(self) = float(self.numerator) / float(self.denominator)") { t, a throws(Raised) in
    let float = Value(t.types.float)
    let numerator = try t.call(float, try t.getAttribute(a[0], try t.intern("numerator")))
    return try t.binary(.trueDivide, numerator, try t.call(float, try t.getAttribute(a[0], try t.intern("denominator"))))
  }

  private static func negative(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let method = t.lookupSpecial(v, .__neg__)
    if method.isNull { throw t.raise(t.types.typeError, "bad operand type for unary -: '%T'", v) }
    return try t.callSpecial(method, v)
  }

  private static let complexMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("__bool__(self)", "True if self != 0. Called for bool(self).") { t, a throws(Raised) in try t.compare(.notEqual, a[0], Value(small: 0)) },
    NativeFunctionSpec("__sub__(self, other)", "self - other") { t, a throws(Raised) in try t.binary(.add, a[0], try negative(t, a[1])) },
    NativeFunctionSpec("__rsub__(self, other)", "other - self") { t, a throws(Raised) in try t.binary(.add, try negative(t, a[0]), a[1]) },
  ]

  private static let realMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("__divmod__(self, other)", "divmod(self, other): the pair (self // other, self % other).") { t, a throws(Raised) in
      try t.tuple(try t.binary(.floorDivide, a[0], a[1]), try t.binary(.remainder, a[0], a[1]))
    },
    NativeFunctionSpec("__rdivmod__(self, other)", "divmod(other, self): the pair (other // self, other % self).") { t, a throws(Raised) in
      try t.tuple(try t.binary(.floorDivide, a[1], a[0]), try t.binary(.remainder, a[1], a[0]))
    },
    NativeFunctionSpec("__complex__(self)", "complex(self) == complex(float(self), 0)") { t, a throws(Raised) in
      try t.call(Value(t.types.complex), try t.call(Value(t.types.float), a[0]))
    },
    NativeFunctionSpec("conjugate(self)", "Conjugate is a no-op for Reals.") { t, a throws(Raised) in try t.callSpecial(t.lookupSpecial(a[0], .__pos__), a[0]) },
  ]

  private static let integralMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("__index__(self)", "Called whenever an index is needed, such as in slicing") { t, a throws(Raised) in try t.call(Value(t.types.int), a[0]) },
    NativeFunctionSpec("__float__(self)", "float(self) == float(int(self))") { t, a throws(Raised) in
      try t.call(Value(t.types.float), try t.call(Value(t.types.int), a[0]))
    },
  ]
}
