import Glibc
import Runtime

/// Module `cmath` (CPython: Modules/cmathmodule.c): mathematical functions for complex numbers.
enum CMathModule {
  static let module = ModuleSpec(
    "cmath", doc: "This module provides access to mathematical functions for complex\nnumbers.", functions: elementary + classification + polar
  ) { t, m throws(Raised) in
    try t.addConstant(m, "pi", try t.float(Double.pi))
    try t.addConstant(m, "e", try t.float(M_E))
    try t.addConstant(m, "tau", try t.float(2 * Double.pi))
    try t.addConstant(m, "inf", try t.float(.infinity))
    try t.addConstant(m, "nan", try t.float(.nan))
    try t.addConstant(m, "infj", try t.complex(0, .infinity))
    try t.addConstant(m, "nanj", try t.complex(0, .nan))
  }

  private typealias Function = (inout ComplexFunctions, Complex) -> Complex

  private static func start(_ t: Thread) -> ComplexFunctions { ComplexFunctions(knowsNaNs: t.has(.complexNans)) }

  private static func checkFault(_ t: Thread, _ functions: ComplexFunctions) throws(Raised) {
    switch functions.fault {
    case .none: return
    case .domain: throw MathModule.domainError(t)
    case .range: throw MathModule.rangeError(t)
    }
  }

  private static func apply(_ t: Thread, _ v: Value, _ function: Function) throws(Raised) -> Value {
    let z = try t.asComplex(v)
    var functions = start(t)
    let result = function(&functions, z)
    try checkFault(t, functions)
    return try t.complex(result.real, result.imaginary)
  }

  private static let elementary: [NativeFunctionSpec] = [
    .init("acos(z, /)", "Return the arc cosine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.acos(z) } },
    .init("acosh(z, /)", "Return the inverse hyperbolic cosine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.acosh(z) } },
    .init("asin(z, /)", "Return the arc sine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.asin(z) } },
    .init("asinh(z, /)", "Return the inverse hyperbolic sine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.asinh(z) } },
    .init("atan(z, /)", "Return the arc tangent of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.atan(z) } },
    .init("atanh(z, /)", "Return the inverse hyperbolic tangent of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.atanh(z) } },
    .init("cos(z, /)", "Return the cosine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.cos(z) } },
    .init("cosh(z, /)", "Return the hyperbolic cosine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.cosh(z) } },
    .init("exp(z, /)", "Return the exponential value e**z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.exp(z) } },
    .init("sin(z, /)", "Return the sine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.sin(z) } },
    .init("sinh(z, /)", "Return the hyperbolic sine of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.sinh(z) } },
    .init("sqrt(z, /)", "Return the square root of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.sqrt(z) } },
    .init("tan(z, /)", "Return the tangent of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.tan(z) } },
    .init("tanh(z, /)", "Return the hyperbolic tangent of z.") { t, a throws(Raised) in try apply(t, a[0]) { f, z in f.tanh(z) } },
    .init("log10(z, /)", "Return the base-10 logarithm of z.") { t, a throws(Raised) in
      try apply(t, a[0]) { f, z in
        let r = f.log(z)
        return Complex(r.real / M_LN10, r.imaginary / M_LN10)
      }
    },
    .init("log(z, base=<unrepresentable>, /)", "log(z[, base]) -> the logarithm of z to the given base.") { t, a throws(Raised) in
      try logarithm(t, a[0], a[1])
    },
  ]

  private static func logarithm(_ t: Thread, _ v: Value, _ base: Value) throws(Raised) -> Value {
    let z = try t.asComplex(v)
    let b = base.isNull ? Complex(1, 0) : try t.asComplex(base)
    var functions = start(t)
    let x = functions.log(z)
    if base.isNull {
      try checkFault(t, functions)
      return try t.complex(x.real, x.imaginary)
    }
    // (The logarithm of the base forgets what was wrong with the other.)
    functions.fault = .none
    let y = functions.log(b)
    if y.real == 0 && y.imaginary == 0 { functions.fault = .domain }
    try checkFault(t, functions)
    return try t.binary(.trueDivide, try t.complex(x.real, x.imaginary), try t.complex(y.real, y.imaginary))
  }

  // MARK: Classification

  private static let classification: [NativeFunctionSpec] = [
    .init("isfinite(z, /)", "Return True if both the real and imaginary parts of z are finite, else False.") { t, a throws(Raised) in
      Value(try t.asComplex(a[0]).isFinite)
    },
    .init("isinf(z, /)", "Checks if the real or imaginary part of z is infinite.") { t, a throws(Raised) in
      let z = try t.asComplex(a[0])
      return Value(z.real.isInfinite || z.imaginary.isInfinite)
    },
    .init("isnan(z, /)", "Checks if the real or imaginary part of z not a number (NaN).") { t, a throws(Raised) in
      let z = try t.asComplex(a[0])
      return Value(z.real.isNaN || z.imaginary.isNaN)
    },
    .init("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Determine whether two complex numbers are close in value.") { t, a throws(Raised) in
      let (x, y) = (try t.asComplex(a[0]), try t.asComplex(a[1]))
      let (relative, absolute) = (try t.asDouble(a[2]), try t.asDouble(a[3]))
      if relative < 0 || absolute < 0 { throw t.raise(t.types.valueError, "tolerances must be non-negative") }
      return Value(areClose(x, y, relative, absolute))
    },
  ]

  private static func areClose(_ a: Complex, _ b: Complex, _ relative: Double, _ absolute: Double) -> Bool {
    if a.real == b.real && a.imaginary == b.imaginary { return true }
    if a.real.isInfinite || a.imaginary.isInfinite || b.real.isInfinite || b.imaginary.isInfinite { return false }
    let difference = magnitude(Complex(a.real - b.real, a.imaginary - b.imaginary))
    return difference <= relative * magnitude(b) || difference <= relative * magnitude(a) || difference <= absolute
  }

  private static func magnitude(_ z: Complex) -> Double {
    if z.real.isInfinite || z.imaginary.isInfinite { return .infinity }
    return hypot(z.real, z.imaginary)
  }

  // MARK: Polar coordinates

  private static let polar: [NativeFunctionSpec] = [
    .init("phase(z, /)", "Return argument, also known as the phase angle, of a complex.") { t, a throws(Raised) in
      let z = try t.asComplex(a[0])
      let phase = ComplexFunctions.phase(z)
      // The C library says so of an angle that is too small for a number.
      if phase == 0 && z.imaginary != 0 && z.real.isFinite { throw MathModule.rangeError(t) }
      return try t.float(phase)
    },
    .init("polar(z, /)", "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.") {
      t, a throws(Raised) in
      let z = try t.asComplex(a[0])
      let r = magnitude(z)
      if r.isInfinite && z.isFinite { throw MathModule.rangeError(t) }
      return try t.tuple(try t.float(r), try t.float(ComplexFunctions.phase(z)))
    },
    .init("rect(r, phi, /)", "Convert from polar coordinates to rectangular coordinates.") { t, a throws(Raised) in
      let (r, phi) = (try t.asDouble(a[0]), try t.asDouble(a[1]))
      var functions = start(t)
      let z = functions.rect(r, phi)
      try checkFault(t, functions)
      return try t.complex(z.real, z.imaginary)
    },
  ]
}

extension Thread {
  /// A number as a complex one (PyComplex_AsCComplex): a complex, what `__complex__` gives, else a real number.
  func asComplex(_ v: Value) throws(Raised) -> Complex {
    if v.isKind(.complex) { return parts(v) }
    let method = v.isObject ? lookupSpecial(v, .__complex__) : .null
    if method.isNull { return Complex(try asDouble(v), 0) }
    let result = try callSpecial(method, v)
    guard result.isKind(.complex) else { throw raise(self.types.typeError, "__complex__ returned non-complex (type %T)", result) }
    if typeOf(result) != self.types.complex {
      try warn(
        self.types.deprecationWarning,
        message: try text(
          """
          __complex__ returned non-complex (type %T).  The ability to return an instance of a strict subclass of complex is deprecated, and may \
          be removed in a future version of Python.
          """, result))
    }
    return parts(result)
  }

  private func parts(_ v: Value) -> Complex {
    let z: Ref<ComplexObject> = v.unchecked()
    return Complex(z.real, z.imaginary)
  }
}
