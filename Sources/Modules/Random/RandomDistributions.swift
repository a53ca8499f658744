import Glibc
import Runtime

// Distributions, each by the method that Lib/random.py names, so that seeded sequences are the same.

extension RandomModule {
  static let distributions: [NativeFunctionSpec] = [
    .init("uniform(self, a, b)", "A float between a and b.") { t, a throws(Raised) in
      let width = try t.binary(.subtract, a[2], a[1])
      return try t.binary(.add, a[1], try t.binary(.multiply, width, try t.float(try RandomSource(t, a[0]).random())))
    },
    .init("triangular(self, low=0.0, high=1.0, mode=None)", "Triangular distribution.") { t, a throws(Raised) in
      let u = try RandomSource(t, a[0]).random()
      return try RandomModule.triangular(t, u, a[1], a[2], a[3])
    },
    .init("normalvariate(self, mu=0.0, sigma=1.0)", "Normal distribution.") { t, a throws(Raised) in
      let z = try t.float(try RandomModule.normal(RandomSource(t, a[0])))
      return try RandomModule.scaled(t, z, a[1], a[2])
    },
    .init("gauss(self, mu=0.0, sigma=1.0)", "Normal distribution, two numbers at a time.") { t, a throws(Raised) in
      try RandomModule.scaled(t, try RandomModule.gauss(t, a[0]), a[1], a[2])
    },
    .init("lognormvariate(self, mu, sigma)", "Log normal distribution.") { t, a throws(Raised) in
      let z = try t.float(try RandomModule.normal(RandomSource(t, a[0])))
      let x = try t.asDouble(try RandomModule.scaled(t, z, a[1], a[2]))
      let r = exp(x)
      if r.isInfinite, x.isFinite { throw t.raise(t.types.overflowError, "math range error") }
      return try t.float(r)
    },
    .init("expovariate(self, lambd=1.0)", "Exponential distribution with mean 1/lambd.") { t, a throws(Raised) in
      let x = -log(1 - (try RandomSource(t, a[0]).random()))
      return try t.binary(.trueDivide, try t.float(x), a[1])
    },
    .init("vonmisesvariate(self, mu, kappa)", "Circular normal distribution.") { t, a throws(Raised) in
      try t.float(try RandomModule.vonMises(RandomSource(t, a[0]), try t.asDouble(a[1]), try t.asDouble(a[2])))
    },
    .init("gammavariate(self, alpha, beta)", "Gamma distribution.") { t, a throws(Raised) in
      try t.float(try RandomModule.gamma(t, RandomSource(t, a[0]), try t.asDouble(a[1]), try t.asDouble(a[2])))
    },
    .init("betavariate(self, alpha, beta)", "Beta distribution.") { t, a throws(Raised) in
      let source = RandomSource(t, a[0])
      let beta = try t.asDouble(a[2])
      let y = try RandomModule.gamma(t, source, try t.asDouble(a[1]), 1)
      if y == 0 { return Value(nonNaN: 0) }
      return try t.float(y / (y + (try RandomModule.gamma(t, source, beta, 1))))
    },
    .init("paretovariate(self, alpha)", "Pareto distribution.") { t, a throws(Raised) in
      let u = 1 - (try RandomSource(t, a[0]).random())
      if t.has(.paretoByDivision) {
        let power = try t.binary(.power, Value(nonNaN: u), try t.binary(.trueDivide, Value(nonNaN: 1), a[1]))
        return try t.binary(.trueDivide, Value(nonNaN: 1), power)
      }
      return try t.binary(.power, Value(nonNaN: u), try t.binary(.trueDivide, Value(nonNaN: -1), a[1]))
    },
    .init("weibullvariate(self, alpha, beta)", "Weibull distribution.") { t, a throws(Raised) in
      let u = 1 - (try RandomSource(t, a[0]).random())
      let exponent = try t.binary(.trueDivide, Value(nonNaN: 1), a[2])
      return try t.binary(.multiply, a[1], try t.binary(.power, try t.float(-log(u)), exponent))
    },
    .init("binomialvariate(self, n=1, p=0.5)", "Binomial distribution: successes of n trials.") { t, a throws(Raised) in
      let n = try t.asIndex(a[1])
      if n < 0 { throw t.raise(t.types.valueError, "n must be non-negative") }
      return try t.int(try RandomModule.binomial(t, RandomSource(t, a[0]), n, try t.asDouble(a[2])))
    },
  ]

  /// Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform deviates", 1977.
  private static func normal(_ source: RandomSource) throws(Raised) -> Double {
    let constant = 4 * exp(-0.5) / 2.0.squareRoot()
    while true {
      let u1 = try source.random()
      let u2 = 1 - (try source.random())
      let z = constant * (u1 - 0.5) / u2
      if z * z / 4 <= -log(u2) { return z }
    }
  }

  /// `mu + z * sigma`, of whatever numbers they are.
  private static func scaled(_ t: Thread, _ z: Value, _ mu: Value, _ sigma: Value) throws(Raised) -> Value {
    try t.binary(.add, mu, try t.binary(.multiply, z, sigma))
  }

  private static func triangular(_ t: Thread, _ u: Double, _ low: Value, _ high: Value, _ mode: Value) throws(Raised) -> Value {
    var c = Value(nonNaN: 0.5)
    if !mode.isNone {
      let part = try t.binary(.subtract, mode, low)
      let width = try t.binary(.subtract, high, low)
      do throws(Raised) { c = try t.binary(.trueDivide, part, width) } catch {
        guard t.matches(t.exception, t.types.zeroDivisionError) else { throw error }
        _ = t.takeException()
        return low
      }
    }
    let isAbove = try t.truth(try t.compare(.greater, Value(nonNaN: u), c))
    let (from, to) = isAbove ? (high, low) : (low, high)
    let share = isAbove ? try t.binary(.subtract, Value(nonNaN: 1), c) : c
    let width = try t.binary(.subtract, to, from)
    let square = try t.asDouble(try t.binary(.multiply, Value(nonNaN: isAbove ? 1 - u : u), share))
    if square < 0 { throw t.raise(.domainOfRoot, try t.float(square)) }
    return try t.binary(.add, from, try t.binary(.multiply, width, try t.float(square.squareRoot())))
  }

  private static func gauss(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let source = RandomSource(t, me)
    let object: Ref<RandomObject> = me.unchecked()
    let next = object.nextGauss
    object.nextGauss = .none
    if !next.isNone { return next }
    let angle = (try source.random()) * 2 * Double.pi
    let radius = (-2 * log(1 - (try source.random()))).squareRoot()
    object.nextGauss = try t.float(sin(angle) * radius)
    return try t.float(cos(angle) * radius)
  }

  /// Fisher, "Statistical Analysis of Circular Data", 1993; Best and Fisher's algorithm.
  private static func vonMises(_ source: RandomSource, _ mu: Double, _ kappa: Double) throws(Raised) -> Double {
    let turn = 2 * Double.pi
    if kappa <= 1e-6 { return turn * (try source.random()) }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    var z: Double
    while true {
      let u1 = try source.random()
      z = cos(Double.pi * u1)
      let d = z / (r + z)
      let u2 = try source.random()
      if u2 < 1 - d * d || u2 <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let f = (q + z) / (1 + q * z)
    let theta = try source.random() > 0.5 ? mu + acos(f) : mu - acos(f)
    return floorDivide(theta, turn).remainder
  }

  /// Cheng's method above 1 (Applied Statistics, 1977), Ahrens and Dieter's GS below (Kennedy and Gentle, "Statistical Computing").
  private static func gamma(_ t: Thread, _ source: RandomSource, _ alpha: Double, _ beta: Double) throws(Raised) -> Double {
    if alpha <= 0 || beta <= 0 { throw t.raise(t.types.valueError, "gammavariate: alpha and beta must be > 0.0") }
    if alpha == 1 { return -log(1 - (try source.random())) * beta }
    if alpha > 1 {
      let ainv = (2 * alpha - 1).squareRoot()
      let b = alpha - log(4)
      let c = alpha + ainv
      while true {
        let u1 = try source.random()
        if !(1e-7 < u1 && u1 < 0.9999999) { continue }
        let u2 = 1 - (try source.random())
        let v = log(u1 / (1 - u1)) / ainv
        let x = alpha * exp(v)
        let z = u1 * u1 * u2
        let r = b + c * v - x
        if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * beta }
      }
    }
    let e = 2.718281828459045
    while true {
      let u = try source.random()
      let b = (e + alpha) / e
      let p = b * u
      let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
      let u1 = try source.random()
      if p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x) { return x * beta }
    }
  }

  private static func binomial(_ t: Thread, _ source: RandomSource, _ n: Int, _ p: Double) throws(Raised) -> Int {
    if p <= 0 || p >= 1 {
      if p == 0 { return 0 }
      if p == 1 { return n }
      throw t.raise(t.types.valueError, "p must be in the range 0.0 <= p <= 1.0")
    }
    if n == 1 { return try source.random() < p ? 1 : 0 }
    if p > 0.5 { return n - (try binomial(t, source, n, 1 - p)) }
    return Double(n) * p < 10 ? try geometricBinomial(source, n, p) : try transformedBinomial(source, n, p)
  }

  /// Sums of geometric variates (Devroye, "Generating the maximum of independent identically distributed random variables", 1980).
  private static func geometricBinomial(_ source: RandomSource, _ n: Int, _ p: Double) throws(Raised) -> Int {
    let c = log2(1 - p)
    if c == 0 { return 0 }
    var successes = 0
    var trials = 0.0
    while true {
      trials += floor(log2(try source.random()) / c) + 1
      if trials > Double(n) { return successes }
      successes += 1
    }
  }

  /// Hormann, "The generation of binomial random variates" (BTRS), 1993.
  private static func transformedBinomial(_ source: RandomSource, _ n: Int, _ p: Double) throws(Raised) -> Int {
    let count = Double(n)
    let spq = (count * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * spq
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let c = count * p + 0.5
    let vr = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * spq
    let lpq = log(p / (1 - p))
    let m = floor((count + 1) * p)
    let h = lgamma(m + 1) + lgamma(count - m + 1)
    while true {
      let u = (try source.random()) - 0.5
      let us = 0.5 - u.magnitude
      let k = floor((2 * a / us + b) * u + c)
      if k < 0 || k > count { continue }
      var v = try source.random()
      if us >= 0.07 && v <= vr { return Int(k) }
      v *= alpha / (a / (us * us) + b)
      if log(v) <= h - lgamma(k + 1) - lgamma(count - k + 1) + (k - m) * lpq { return Int(k) }
    }
  }
}
