import CSupport
import Glibc

// Powers modulo an int, inverses, greatest common divisors and square roots.

extension Thread {
  /// `pow(base, exponent, modulus)`: the result has the sign of the modulus; ValueError for modulus 0 or a base that has no inverse.
  public func intPower(_ base: IntOperand, _ exponent: IntOperand, modulus: IntOperand) throws(Raised) -> Value {
    if modulus.count == 0 { throw raise(self.types.valueError, "pow() 3rd argument cannot be 0") }
    var m = modulus
    m.isNegative = false
    if m.count == 1 && m.low == 1 { return Value(small: 0) }
    // Operands below are positive and less than the modulus.
    var b = try intDivide(base, m).second
    var e = exponent
    if e.isNegative {
      b = try intInverse(IntOperand(b), m)
      e = e.negated
    }
    let result = m.count == 1 && e.count <= 1
      ? try int(powerOfWord(IntOperand(b), e.count == 0 ? 0 : e.low, m.low)) : try powerOfLimbs(IntOperand(b), e, m)
    if !modulus.isNegative || result == Value(small: 0) { return result }
    return try intAdd(IntOperand(result), modulus)
  }

  private func powerOfWord(_ base: IntOperand, _ exponent: UInt64, _ m: UInt64) -> UInt64 {
    func product(_ a: UInt64, _ b: UInt64) -> UInt64 { m.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder }
    var result: UInt64 = 1
    var square = base.count == 0 ? 0 : base.low
    var e = exponent
    while e != 0 {
      if e & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      e >>= 1
    }
    return result
  }

  /// Operations on numbers of so many limbs together are left to one call that cannot be interrupted: about 50 ms.
  private static var limbsOfOneCall: Int { 4 << 20 }

  private func powerOfLimbs(_ base: IntOperand, _ exponent: IntOperand, _ m: IntOperand) throws(Raised) -> Value {
    // 64 squarings for each limb of the exponent.
    if exponent.count > 0, 64 * exponent.count * m.count > Thread.limbsOfOneCall { return try powerBySquaring(base, exponent, m) }
    let result = try newInt(m.count)
    let limbs = try boxed(base), exponentLimbs = try boxed(exponent), modulusLimbs = try boxed(m)
    watchLimbs(m.count)
    let count = support_limbs_power(result.limbs, limbs, base.count, exponentLimbs, exponent.count, modulusLimbs, m.count)
    if count < 0 { throw limbsGaveUp() }
    return finish(result, count, isNegative: false)
  }

  /// The same bit by bit, with a poll for each.
  private func powerBySquaring(_ base: IntOperand, _ exponent: IntOperand, _ m: IntOperand) throws(Raised) -> Value {
    var result = Value(small: 1)
    for bit in (0..<exponent.bitLength).reversed() {
      try pollNative()
      result = try intDivide(IntOperand(try intMultiply(IntOperand(result), IntOperand(result))), m).second
      if exponent[bit >> 6] >> UInt64(bit & 63) & 1 == 1 {
        result = try intDivide(IntOperand(try intMultiply(IntOperand(result), base)), m).second
      }
    }
    return result
  }

  private func intInverse(_ a: IntOperand, _ m: IntOperand) throws(Raised) -> Value {
    let result = try newInt(m.count + 1)
    let limbs = try boxed(a), modulus = try boxed(m)
    watchLimbs(m.count)
    let count = a.count == 0 ? 0 : support_limbs_invert(result.limbs, limbs, a.count, modulus, m.count)
    if count < 0 { throw limbsGaveUp() }
    if count == 0 { throw raise(self.types.valueError, "base is not invertible for the given modulus") }
    return finish(result, count, isNegative: false)
  }

  /// The limbs of an operand in memory, also for one limb.
  func boxed(_ a: IntOperand) throws(Raised) -> LimbPointer {
    if a.count > 1 { return a.limbs }
    let object = try newInt(1)
    object.limbs[0] = a.count == 0 ? 0 : a.low
    return object.limbs
  }

  /// The greatest common divisor, not negative.
  public func intGCD(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value {
    var (x, y) = (a, b)
    x.isNegative = false
    y.isNegative = false
    if x.count == 0 { return try int(y) }
    if y.count == 0 { return try int(x) }
    if x.count == 1 && y.count == 1 {
      var (p, q) = (x.low, y.low)
      while q != 0 { (p, q) = (q, p % q) }
      return try int(p)
    }
    let result = try newInt(min(x.count, y.count))
    let first = try boxed(x), second = try boxed(y)
    watchLimbs(max(x.count, y.count))
    let count = support_limbs_gcd(result.limbs, first, x.count, second, y.count)
    if count < 0 { throw limbsGaveUp() }
    return finish(result, count, isNegative: false)
  }

  /// The square root rounded down. a is not negative.
  public func intSquareRoot(_ a: IntOperand) throws(Raised) -> Value {
    if a.count == 0 { return Value(small: 0) }
    let count = (a.count + 1) / 2
    let result = try newInt(count)
    let limbs = try boxed(a)
    watchLimbs(a.count)
    guard support_limbs_square_root(result.limbs, limbs, a.count) else { throw limbsGaveUp() }
    return finish(result, count, isNegative: false)
  }
}
