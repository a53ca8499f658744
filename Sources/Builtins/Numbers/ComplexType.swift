import Runtime

/// The tables of `complex`.
enum ComplexType {
  static let spec = TypeSpec(
    "complex",
    doc: """
      complex(real=0, imag=0)

      Makes a complex number from two numbers, or from text such as '1+2j'.
      """,
    functions: operators + methods, attributes: attributes)

  static let attributes: [NativeAttributeSpec] = [
    .init("real", "the real part of a complex number", get: { t, a throws(Raised) in try t.float(a[0].unchecked(as: ComplexObject.self).real) }),
    .init("imag", "the imaginary part of a complex number", get: { t, a throws(Raised) in try t.float(a[0].unchecked(as: ComplexObject.self).imaginary) }),
  ]

  static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, real=<unrepresentable>, imag=<unrepresentable>, <#=0>)", "Makes a complex number.") { t, a throws(Raised) in
      try ComplexType.make(t, a[0], a[1], a[2], isNamed: a[3] != Value(small: 0))
    },
    .init("__complex__(self, /)", "The number as a plain complex.") { t, a throws(Raised) in
      let z: Ref<ComplexObject> = a[0].unchecked()
      return t.typeOf(a[0]) == t.types.complex ? a[0] : try t.complex(z.real, z.imaginary)
    },
    .init("conjugate(self, /)", "The complex conjugate: (3-4j).conjugate() is 3+4j.") { t, a throws(Raised) in
      let z: Ref<ComplexObject> = a[0].unchecked()
      return try t.complex(z.real, -z.imaginary)
    },
    .init("from_number(cls, number, /)", "Convert number to a complex floating-point number.", binding: .classMethod) { t, a throws(Raised) in
      try ComplexType.fromNumber(t, a[0], a[1])
    },
    .init("__format__(self, format_spec, /)", "Formats the number by a format specification.") { t, a throws(Raised) in
      if !a[1].isKind(.str) { throw t.raise(.complexFormatNotStr, a[1]) }
      return try t.formatComplex(a[0], try NumberTables.formatSpec(t, a[1]))
    },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in
      let z: Ref<ComplexObject> = a[0].unchecked()
      return try t.tuple(try t.float(z.real), try t.float(z.imaginary))
    },
  ]

  /// - Parameter isNamed: arguments were given by name. From 3.14 on a number's real part then is no text either.
  static func make(_ t: Thread, _ cls: Value, _ real: Value, _ imaginary: Value, isNamed: Bool = false) throws(Raised) -> Value {
    let type = try NumberTables.checkClass(t, cls, t.types.complex)
    if type == t.types.complex && imaginary.isNull && !real.isNull && t.typeOf(real) == type { return real }
    let isPart = isNamed && t.has(.complexPartsWarning)
    if real.isKind(.str) {
      if !imaginary.isNull || isPart { throw t.raise(.complexOfStrAndMore, real) }
      return try object(t, type, try t.complexParts(try t.parseComplex(NumberText(str: real.unchecked()), source: real)))
    }
    if imaginary.isKind(.str), !t.has(.complexPartsWarning) { throw t.raise(.imaginaryOfStr, imaginary) }
    let x = try checkedParts(t, real, imaginary, isPart: isPart)
    let y = imaginary.isNull ? (0, 0) : try imaginaryParts(t, imaginary)
    if t.has(.complexPartsWarning), isNamed || !imaginary.isNull { try warnOfComplexParts(t, real, imaginary) }
    // x + y*1j, without touching the sign of a zero that neither gives.
    let isComplex = real.isKind(.complex)
    let re = imaginary.isKind(.complex) ? x.0 - y.1 : x.0
    let im = imaginary.isNull ? x.1 : isComplex || x.1 != 0 ? x.1 + y.0 : y.0
    return try object(t, type, (re, im))
  }

  /// The first argument's parts. Both arguments are checked before one of them is converted, but by `__complex__`.
  private static func checkedParts(_ t: Thread, _ real: Value, _ imaginary: Value, isPart: Bool) throws(Raised) -> (Double, Double) {
    let message: LibraryMessage = imaginary.isNull && !isPart ? .complexOfOther : .realPartOfOther
    let isComplex = !real.isNull && (real.isKind(.complex) || !t.lookupSpecial(real, .__complex__).isNull)
    let converted = isComplex ? try parts(t, real, orRaise: message) : (0, 0)
    if !real.isNull, !isComplex, !isReal(t, real) { throw t.raise(message, real) }
    if !imaginary.isNull, !imaginary.isKind(.complex), !isReal(t, imaginary) { throw t.raise(.imaginaryOfOther, imaginary) }
    return isComplex || real.isNull ? converted : (try t.asDouble(real), 0)
  }

  private static func warnOfComplexParts(_ t: Thread, _ real: Value, _ imaginary: Value) throws(Raised) {
    if !real.isNull, !isReal(t, real) {
      try t.warn(t.types.deprecationWarning, message: try t.message("complex() argument 'real' must be a real number, not %F", real))
    }
    if imaginary.isKind(.complex) {
      try t.warn(t.types.deprecationWarning, message: try t.message("complex() argument 'imag' must be a real number, not %F", imaginary))
    }
  }

  /// `complex.from_number`: no text.
  private static func fromNumber(_ t: Thread, _ cls: Value, _ v: Value) throws(Raised) -> Value {
    if cls == Value(t.types.complex), t.typeOf(v) == t.types.complex { return v }
    guard isReal(t, v) || v.isKind(.complex) || !t.lookupSpecial(v, .__complex__).isNull else {
      throw t.raise(t.types.typeError, "must be real number, not %T", v)
    }
    let z = try t.complexParts(try make(t, Value(t.types.complex), v, .null))
    return cls == Value(t.types.complex) ? try t.complex(z.0, z.1) : try t.call(cls, try t.complex(z.0, z.1))
  }

  private static func object(_ t: Thread, _ type: Ref<TypeObject>, _ parts: (Double, Double)) throws(Raised) -> Value {
    if type == t.types.complex { return try t.complex(parts.0, parts.1) }
    let z: Ref<ComplexObject> = try t.allocateInstance(type, kind: .complex, tracedWords: 0)
    z.real = parts.0
    z.imaginary = parts.1
    return Value(z)
  }

  /// The first argument: `__complex__`, else a real number.
  private static func parts(_ t: Thread, _ v: Value, orRaise message: LibraryMessage) throws(Raised) -> (Double, Double) {
    let method = t.lookupSpecial(v, .__complex__)
    if !method.isNull {
      let result = try t.callSpecial(method, v)
      guard result.isKind(.complex) else {
        throw t.raise(t.types.typeError, "__complex__ returned non-complex (type %T)", result)
      }
      return try t.complexParts(result)
    }
    if v.isKind(.complex) { return try t.complexParts(v) }
    guard isReal(t, v) else { throw t.raise(message, v) }
    return (try t.asDouble(v), 0)
  }

  private static func imaginaryParts(_ t: Thread, _ v: Value) throws(Raised) -> (Double, Double) {
    if v.isKind(.complex) { return try t.complexParts(v) }
    guard isReal(t, v) else { throw t.raise(.imaginaryOfOther, v) }
    return (try t.asDouble(v), 0)
  }

  private static func isReal(_ t: Thread, _ v: Value) -> Bool {
    v.isInt || v.isFloat || !t.lookupSpecial(v, .__float__).isNull || !t.lookupSpecial(v, .__index__).isNull
  }
}
