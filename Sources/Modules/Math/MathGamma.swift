import Glibc
import Runtime

// The gamma function by Lanczos' approximation with 13 terms (the coefficients of Boost's lanczos13m53, as CPython uses them), so that results agree
// to the last digit.

extension MathModule {
  static func gamma(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let x = try t.asDouble(v)
    if x.isNaN || x == .infinity { return try t.float(x) }
    if x == -.infinity || x == 0 || x < 0 && x == floor(x) { throw t.raise(.domainOfGamma, try t.float(x)) }
    let r = gamma(x)
    if r.isInfinite { throw rangeError(t) }
    return try t.float(r)
  }

  static func logGamma(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let x = try t.asDouble(v)
    if x.isNaN { return try t.float(x) }
    if x.isInfinite { return Value(nonNaN: .infinity) }
    if x == floor(x) && x <= 2 {
      if x <= 0 { throw t.raise(.domainOfGamma, try t.float(x)) }
      return Value(nonNaN: 0)
    }
    let size = x.magnitude
    if size < 1e-20 { return try t.float(-log(size)) }
    var r = log(lanczosSum(size)) - lanczosG
    r += (size - 0.5) * (log(size + lanczosG - 0.5) - 1)
    if x < 0 { r = 1.144729885849400174143427351353058711647 - log(sinPi(size).magnitude) - log(size) - r }
    if r.isInfinite { throw rangeError(t) }
    return try t.float(r)
  }

  /// x is finite and no pole.
  private static func gamma(_ x: Double) -> Double {
    if x == floor(x) && x <= 23 {
      var product = 1.0
      var n = 2.0
      while n < x {
        product *= n
        n += 1
      }
      return product
    }
    let size = x.magnitude
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + lanczosGMinusHalf
    // The rounding error of y, which matters in the power.
    let error: Double
    if size > lanczosGMinusHalf {
      let q = y - size
      error = q - lanczosGMinusHalf
    } else {
      let q = y - lanczosGMinusHalf
      error = q - size
    }
    let correction = error * lanczosG / y
    var r: Double
    if x < 0 {
      r = -Double.pi / sinPi(size) / size * exp(y) / lanczosSum(size)
      r -= correction * r
      if size < 140 { return r / pow(y, size - 0.5) }
      let root = pow(y, size / 2 - 0.25)
      return r / root / root
    }
    r = lanczosSum(size) / exp(y)
    r += correction * r
    if size < 140 { return r * pow(y, size - 0.5) }
    let root = pow(y, size / 2 - 0.25)
    return r * root * root
  }

  /// sin(pi * x) without the error of pi * x.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(x.magnitude, 2)
    let r: Double
    switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
    case 0: r = sin(Double.pi * y)
    case 1: r = cos(Double.pi * (y - 0.5))
    case 2: r = sin(Double.pi * (1 - y))
    case 3: r = -cos(Double.pi * (y - 1.5))
    default: r = sin(Double.pi * (y - 2))
    }
    return copysign(1, x) * r
  }

  private static let lanczosG = 6.024680040776729583740234375
  private static let lanczosGMinusHalf = 5.524680040776729583740234375
  private static let numerator: [Double] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominator: [Double] = [
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
  ]

  private static func lanczosSum(_ x: Double) -> Double {
    var num = 0.0
    var den = 0.0
    if x < 5 {
      for i in stride(from: 12, through: 0, by: -1) {
        num = num * x + numerator[i]
        den = den * x + denominator[i]
      }
    } else {
      for i in 0..<13 {
        num = num / x + numerator[i]
        den = den / x + denominator[i]
      }
    }
    return num / den
  }
}
