import Glibc
import Runtime

extension MathModule {
  /// Roots, powers, logarithms, trigonometric and hyperbolic functions, gamma.
  static let elementary: [NativeFunctionSpec] = [
    .init("acos(x, /)", "Arc cosine, in radians.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfArcSine) { acos($0) }
    },
    .init("acosh(x, /)", "Inverse hyperbolic cosine.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfAcosh) { acosh($0) }
    },
    .init("asin(x, /)", "Arc sine, in radians.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfArcSine) { asin($0) }
    },
    .init("asinh(x, /)", "Inverse hyperbolic sine.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { asinh($0) } },
    .init("atan(x, /)", "Arc tangent, in radians.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { atan($0) } },
    .init("atanh(x, /)", "Inverse hyperbolic tangent.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfAtanh) { atanh($0) }
    },
    .init("cbrt(x, /)", "Cube root.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { cbrt($0) } },
    .init("cos(x, /)", "Cosine of an angle in radians.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfSine) { cos($0) }
    },
    .init("cosh(x, /)", "Hyperbolic cosine.") { t, a throws(Raised) in try MathModule.unary(t, a[0], canOverflow: true) { cosh($0) } },
    .init("erf(x, /)", "Error function.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { erf($0) } },
    .init("erfc(x, /)", "Complementary error function.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { erfc($0) } },
    .init("exp(x, /)", "e to the power of x.") { t, a throws(Raised) in try MathModule.unary(t, a[0], canOverflow: true) { exp($0) } },
    .init("exp2(x, /)", "2 to the power of x.") { t, a throws(Raised) in try MathModule.unary(t, a[0], canOverflow: true) { exp2($0) } },
    .init("expm1(x, /)", "exp(x) - 1 without loss of digits for small x.") { t, a throws(Raised) in try MathModule.unary(t, a[0], canOverflow: true) { expm1($0) } },
    .init("fabs(x, /)", "Absolute value as a float.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { fabs($0) } },
    .init("sin(x, /)", "Sine of an angle in radians.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfSine) { sin($0) }
    },
    .init("sinh(x, /)", "Hyperbolic sine.") { t, a throws(Raised) in try MathModule.unary(t, a[0], canOverflow: true) { sinh($0) } },
    .init("sqrt(x, /)", "Square root.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfRoot) { sqrt($0) }
    },
    .init("tan(x, /)", "Tangent of an angle in radians.") { t, a throws(Raised) in
      try MathModule.unary(t, a[0], domain: .domainOfSine) { tan($0) }
    },
    .init("tanh(x, /)", "Hyperbolic tangent.") { t, a throws(Raised) in try MathModule.unary(t, a[0]) { tanh($0) } },
    .init("log1p(x, /)", "log(1 + x) without loss of digits for small x.") { t, a throws(Raised) in
      // A zero keeps its sign.
      try MathModule.unary(t, a[0], domain: .domainOfLog1p) { $0 == 0 ? $0 : log1p($0) }
    },
    .init("gamma(x, /)", "Gamma function.") { t, a throws(Raised) in try MathModule.gamma(t, a[0]) },
    .init("lgamma(x, /)", "Natural logarithm of the absolute value of the gamma function.") { t, a throws(Raised) in
      try MathModule.logGamma(t, a[0])
    },
    .init("degrees(x, /)", "An angle in radians as degrees.") { t, a throws(Raised) in try t.float(try t.asDouble(a[0]) * (180 / Double.pi)) },
    .init("radians(x, /)", "An angle in degrees as radians.") { t, a throws(Raised) in try t.float(try t.asDouble(a[0]) * (Double.pi / 180)) },
    .init("atan2(y, x, /)", "Arc tangent of y/x, in the quadrant that the signs tell.") { t, a throws(Raised) in
      try MathModule.binary(t, a[0], a[1]) { atan2($0, $1) }
    },
    .init("copysign(x, y, /)", "The magnitude of x with the sign of y.") { t, a throws(Raised) in
      try MathModule.binary(t, a[0], a[1]) { copysign($0, $1) }
    },
    .init("fmod(x, y, /)", "Remainder with the sign of x.") { t, a throws(Raised) in
      try MathModule.binary(t, a[0], a[1]) { $1.isInfinite && $0.isFinite ? $0 : fmod($0, $1) }
    },
    .init("remainder(x, y, /)", "Difference to the nearest multiple of y.") { t, a throws(Raised) in
      try MathModule.binary(t, a[0], a[1]) { remainder($0, $1) }
    },
    .init("pow(x, y, /)", "x to the power of y, as floats.") { t, a throws(Raised) in try MathModule.power(t, a[0], a[1]) },
    .init("log(*args)", "Logarithm to a base, which is e if it is not given.") { t, a throws(Raised) in
      let given = a[0].tupleSlots
      if given.count == 0 { throw t.raise(.logOfNothing) }
      if given.count > 2 { throw t.raise(.logOfTooMany, try t.int(given.count)) }
      let numerator = try MathModule.logarithm(t, given[0], 1, { log($0) }, factor: log(2))
      if given.count == 1 { return numerator }
      return try t.binary(.trueDivide, numerator, try MathModule.logarithm(t, given[1], 1, { log($0) }, factor: log(2)))
    },
    .init("log2(x, /)", "Logarithm to base 2.") { t, a throws(Raised) in try MathModule.logarithm(t, a[0], 2, { log2($0) }, factor: 1) },
    .init("log10(x, /)", "Logarithm to base 10.") { t, a throws(Raised) in try MathModule.logarithm(t, a[0], 10, { log10($0) }, factor: log10(2)) },
    .init("hypot(*coordinates)", "Euclidean distance from the origin.") { t, a throws(Raised) in try MathModule.hypot(t, a[0].tupleSlots) },
    .init("dist(p, q, /)", "Euclidean distance of two points, given as sequences of as many coordinates.") { t, a throws(Raised) in
      try MathModule.distance(t, a[0], a[1])
    },
  ]

  /// A logarithm of a positive number; ints may be larger than every float.
  private static func logarithm(
    _ t: Thread, _ v: Value, _ base: Int, _ f: (Double) -> Double, factor: Double
  ) throws(Raised) -> Value {
    if v.isInt {
      let a = IntOperand(v)
      if a.isNegative || a.count == 0 { throw t.raise(.domainOfIntLogarithm) }
      let d = a.rounded
      if d.isFinite { return try t.float(f(d)) }
      // x = top * 2^shift with the top 64 bits rounded to a double.
      let shift = a.bitLength - 64
      let fraction = scalbn(Double(a.window(from: shift) | (a.hasBits(below: shift) ? 1 : 0)), -64)
      return try t.float(f(fraction) + factor * Double(a.bitLength))
    }
    let x = try t.asDouble(v)
    if x.isNaN || x == .infinity { return try t.float(x) }
    if x <= 0 { throw t.raise(.domainOfLogarithm, try t.float(x)) }
    return try t.float(f(x))
  }

  private static func power(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let x = try t.asDouble(a)
    let y = try t.asDouble(b)
    let r = Glibc.pow(x, y)
    if x.isFinite && y.isFinite {
      if r.isNaN { throw domainError(t) }
      if r.isInfinite { throw x == 0 ? domainError(t) : rangeError(t) }
    }
    if x == 0, y == -.infinity, t.has(.zeroPowerRefused) { throw domainError(t) }
    return try t.float(r)
  }
}
