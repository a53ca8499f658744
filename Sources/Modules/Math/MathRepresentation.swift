import Glibc
import Runtime

extension MathModule {
  /// Rounding, tests, and the parts of floats.
  static let representation: [NativeFunctionSpec] = [
    .init("ceil(x, /)", "The least int that is not below x.") { t, a throws(Raised) in
      try MathModule.rounded(t, a[0], .__ceil__) { ceil($0) }
    },
    .init("floor(x, /)", "The greatest int that is not above x.") { t, a throws(Raised) in
      try MathModule.rounded(t, a[0], .__floor__) { floor($0) }
    },
    .init("trunc(x, /)", "The int between 0 and x that is nearest to x, by x.__trunc__().") { t, a throws(Raised) in
      if a[0].isDouble { return try t.int(truncating: a[0].double) }
      let method = t.lookupSpecial(a[0], .__trunc__)
      if method.isNull { throw t.raise(t.types.typeError, "type %T doesn't define __trunc__ method", a[0]) }
      return try t.callSpecial(method, a[0])
    },
    .init("isfinite(x, /)", "Whether x is neither infinite nor NaN.") { t, a throws(Raised) in Value(try t.asDouble(a[0]).isFinite) },
    .init("isinf(x, /)", "Whether x is infinite.") { t, a throws(Raised) in Value(try t.asDouble(a[0]).isInfinite) },
    .init("isnan(x, /)", "Whether x is NaN.") { t, a throws(Raised) in Value(try t.asDouble(a[0]).isNaN) },
    .init("frexp(x, /)", "The pair (m, e): x == m * 2**e, m from 0.5 to below 1 in magnitude, or both 0.") { t, a throws(Raised) in
      let x = try t.asDouble(a[0])
      if x == 0 || !x.isFinite { return try t.tuple(try t.float(x), Value(small: 0)) }
      let exponent = Int(x.exponent) + 1
      return try t.tuple(Value(nonNaN: x.significand / 2 * (x < 0 ? -1 : 1)), Value(small: exponent))
    },
    .init("ldexp(x, i, /)", "x * 2**i, the inverse of frexp.") { t, a throws(Raised) in try MathModule.scaled(t, a[0], a[1]) },
    .init("modf(x, /)", "Fraction and whole part of x, as floats with the sign of x.") { t, a throws(Raised) in
      let x = try t.asDouble(a[0])
      if x.isInfinite { return try t.tuple(Value(nonNaN: copysign(0, x)), Value(nonNaN: x)) }
      let whole = x.rounded(.towardZero)
      return try t.tuple(try t.float(x.isNaN ? x : copysign(x - whole, x)), try t.float(whole))
    },
    .init("nextafter(x, y, /, *, steps=None)", "The float `steps` floats from x towards y.") { t, a throws(Raised) in
      try MathModule.nextAfter(t, try t.asDouble(a[0]), try t.asDouble(a[1]), a[2])
    },
    .init("ulp(x, /)", "The value of the last bit of x.") { t, a throws(Raised) in
      let x = try t.asDouble(a[0]).magnitude
      return try t.float(x.isFinite ? (x == Double.greatestFiniteMagnitude ? x - x.nextDown : x.nextUp - x) : x)
    },
    .init("fma(x, y, z, /)", "x * y + z, rounded once.") { t, a throws(Raised) in
      let (x, y, z) = (try t.asDouble(a[0]), try t.asDouble(a[1]), try t.asDouble(a[2]))
      let r = Glibc.fma(x, y, z)
      if r.isNaN && !x.isNaN && !y.isNaN && !z.isNaN { throw t.raise(t.types.valueError, "invalid operation in fma") }
      if r.isInfinite && x.isFinite && y.isFinite && z.isFinite { throw t.raise(t.types.overflowError, "overflow in fma") }
      return try t.float(r)
    },
    .init(
      "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two numbers differ by no more than a relative or an absolute tolerance."
    ) { t, a throws(Raised) in
      let (x, y) = (try t.asDouble(a[0]), try t.asDouble(a[1]))
      let (relative, absolute) = (try t.asDouble(a[2]), try t.asDouble(a[3]))
      if relative < 0 || absolute < 0 { throw t.raise(t.types.valueError, "tolerances must be non-negative") }
      if x == y { return .true }
      if x.isInfinite || y.isInfinite { return .false }
      let difference = (y - x).magnitude
      return Value(difference <= (relative * y).magnitude || difference <= (relative * x).magnitude || difference <= absolute)
    },
  ]

  private static func rounded(_ t: Thread, _ v: Value, _ name: Name, _ f: (Double) -> Double) throws(Raised) -> Value {
    if v.isSmallInt { return v }
    if v.isDouble { return try t.int(truncating: f(v.double)) }
    let method = t.lookupSpecial(v, name)
    if !method.isNull { return try t.callSpecial(method, v) }
    return try t.int(truncating: f(try t.asDouble(v)))
  }

  private static func scaled(_ t: Thread, _ v: Value, _ by: Value) throws(Raised) -> Value {
    let x = try t.asDouble(v)
    guard by.isInt else { throw t.raise(t.types.typeError, "Expected an int as second argument to ldexp.") }
    if x == 0 || !x.isFinite { return try t.float(x) }
    let exponent = try t.asClampedIndex(by)
    if exponent < -5000 { return Value(nonNaN: copysign(0, x)) }
    let r = exponent > 5000 ? x * .infinity : ldexp(x, Int32(exponent))
    if r.isInfinite { throw rangeError(t) }
    return try t.float(r)
  }

  /// Floats in order are ints in order: their bits with the sign applied.
  private static func nextAfter(_ t: Thread, _ x: Double, _ y: Double, _ steps: Value) throws(Raised) -> Value {
    if steps.isNone { return try t.float(nextafter(x, y)) }
    let n = IntOperand(try t.asIndexObject(steps))
    if n.isNegative { throw t.raise(t.types.valueError, "steps must be a non-negative integer") }
    if x.isNaN || y.isNaN { return try t.float(x.isNaN ? x : y) }
    let count = n.asInt.map { UInt64($0) } ?? UInt64.max
    if count == 0 || x == y { return try t.float(count == 0 ? x : y) }
    func position(_ d: Double) -> Int64 {
      let bits = Int64(d.magnitude.bitPattern)
      return d.sign == .minus ? -bits : bits
    }
    let (from, to) = (position(x), position(y))
    let distance = from > to ? UInt64(from - to) : UInt64(to - from)
    if count >= distance { return try t.float(y) }
    let result = to > from ? from + Int64(count) : from - Int64(count)
    let magnitude = Double(bitPattern: UInt64(result.magnitude))
    return try t.float(result < 0 || result == 0 && from < 0 ? -magnitude : magnitude)
  }
}
