import Runtime

extension MathModule {
  private static func factorialArgument(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    guard v.isFloat, t.has(.factorialOfFloats) else { return try t.asIndexObject(v) }
    if t.has(.factorialOfFloatsWarning) { try t.warn(t.types.deprecationWarning, "Using factorial() with floats is deprecated") }
    let x = v.anyDouble
    guard x.isFinite, x == x.rounded(.down) else { throw t.raise(t.types.valueError, "factorial() only accepts integral values") }
    return try t.int(truncating: x)
  }

  /// Functions of ints.
  static let numberTheory: [NativeFunctionSpec] = [
    .init("factorial(n, /)", "The product of the ints from 1 to n.") { t, a throws(Raised) in
      let n = IntOperand(try MathModule.factorialArgument(t, a[0]))
      if n.isNegative { throw t.raise(t.types.valueError, "factorial() not defined for negative values") }
      guard let count = n.asInt else {
        throw t.raise(t.types.overflowError, "factorial() argument should not exceed %S", try t.int(Int.max))
      }
      return try MathModule.product(t, 1, count)
    },
    .init("gcd(*integers)", "Greatest common divisor.") { t, a throws(Raised) in
      var result = Value(small: 0)
      let items = a[0].tupleSlots
      if items.count != 2, t.has(.gcdOfTwo) { throw t.raise(t.types.typeError, "gcd expected 2 arguments, got %S", try t.int(items.count)) }
      for i in 0..<items.count { result = try t.intGCD(IntOperand(result), IntOperand(try t.asIndexObject(items[i]))) }
      return result
    },
    .init("lcm(*integers)", "Least common multiple.") { t, a throws(Raised) in
      var result = Value(small: 1)
      let items = a[0].tupleSlots
      for i in 0..<items.count {
        let next = try t.asIndexObject(items[i])
        if IntOperand(next).count == 0 || IntOperand(result).count == 0 {
          result = Value(small: 0)
          continue
        }
        let divisor = try t.intGCD(IntOperand(result), IntOperand(next))
        let part = try t.intDivide(IntOperand(result), IntOperand(divisor)).first
        result = try t.unaryArithmetic(.absolute, try t.intMultiply(IntOperand(part), IntOperand(next)))
      }
      return result
    },
    .init("isqrt(n, /)", "The square root of an int, rounded down.") { t, a throws(Raised) in
      let n = IntOperand(try t.asIndexObject(a[0]))
      if n.isNegative { throw t.raise(t.types.valueError, "isqrt() argument must be nonnegative") }
      return try t.intSquareRoot(n)
    },
    .init("comb(n, k, /)", "In how many ways k of n items can be chosen.") { t, a throws(Raised) in
      let (n, k) = try MathModule.counts(t, a[0], a[1])
      let rest = try t.intSubtract(IntOperand(n), IntOperand(k))
      if IntOperand(rest).isNegative { return Value(small: 0) }
      let smaller = IntOperand(rest).compare(IntOperand(k)) < 0 ? rest : k
      guard let count = IntOperand(smaller).asInt else {
        throw t.raise(t.types.overflowError, "min(n - k, k) must not exceed %S", try t.int(Int.max))
      }
      return try MathModule.combinations(t, n, count)
    },
    .init("perm(n, k=None, /)", "In how many ways k of n items can be arranged.") { t, a throws(Raised) in
      if a[1].isNone {
        let n = IntOperand(try MathModule.factorialArgument(t, a[0]))
        if n.isNegative { throw t.raise(t.types.valueError, "factorial() not defined for negative values") }
        guard let count = n.asInt else { throw t.raise(t.types.overflowError, "factorial() argument should not exceed %S", try t.int(Int.max)) }
        return try MathModule.product(t, 1, count)
      }
      let (n, k) = try MathModule.counts(t, a[0], a[1])
      if IntOperand(n).compare(IntOperand(k)) < 0 { return Value(small: 0) }
      guard let count = IntOperand(k).asInt else { throw t.raise(t.types.overflowError, "k must not exceed %S", try t.int(Int.max)) }
      return try MathModule.fallingProduct(t, n, count)
    },
  ]

  private static func counts(_ t: Thread, _ n: Value, _ k: Value) throws(Raised) -> (Value, Value) {
    let n = try t.asIndexObject(n)
    let k = try t.asIndexObject(k)
    if IntOperand(n).isNegative { throw t.raise(t.types.valueError, "n must be a non-negative integer") }
    if IntOperand(k).isNegative { throw t.raise(t.types.valueError, "k must be a non-negative integer") }
    return (n, k)
  }

  /// low * (low + 1) * ... * high, by halves, so that the factors of each product are of like size.
  static func product(_ t: Thread, _ low: Int, _ high: Int) throws(Raised) -> Value {
    if high < low { return Value(small: 1) }
    if high - low < 8 {
      var result = try t.int(low)
      for i in low..<high { result = try t.intMultiply(IntOperand(result), IntOperand(i + 1)) }
      return result
    }
    if high - low > 10_000 { try t.pollNative() }
    let middle = low + (high - low) / 2
    let left = try product(t, low, middle)
    let right = try product(t, middle + 1, high)
    return try t.intMultiply(IntOperand(left), IntOperand(right))
  }

  /// n * (n - 1) * ... of `count` factors.
  private static func fallingProduct(_ t: Thread, _ n: Value, _ count: Int) throws(Raised) -> Value {
    if count == 0 { return Value(small: 1) }
    if let small = IntOperand(n).asInt { return try product(t, small - count + 1, small) }
    if count < 8 {
      var result = n
      for i in 1..<count { result = try t.intMultiply(IntOperand(result), IntOperand(try t.intSubtract(IntOperand(n), IntOperand(i)))) }
      return result
    }
    try t.pollNative()
    let half = count / 2
    let left = try fallingProduct(t, n, half)
    let right = try fallingProduct(t, try t.intSubtract(IntOperand(n), IntOperand(half)), count - half)
    return try t.intMultiply(IntOperand(left), IntOperand(right))
  }

  private static func combinations(_ t: Thread, _ n: Value, _ k: Int) throws(Raised) -> Value {
    let numerator = try fallingProduct(t, n, k)
    let denominator = try product(t, 1, k)
    return try t.intDivide(IntOperand(numerator), IntOperand(denominator)).first
  }
}
