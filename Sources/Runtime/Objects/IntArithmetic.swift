import CSupport

// Sums, products and quotients of ints of any size (sign and magnitude, on GMP's mpn layer).
// Operands point into ints that the caller's frame or native stack keeps alive; results are allocated first, which checks the memory limit.

extension Thread {
  public func intAdd(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value {
    if a.isNegative == b.isNegative { return try addMagnitudes(a, b, isNegative: a.isNegative) }
    let order = a.compareMagnitude(b)
    if order == 0 { return Value(small: 0) }
    return order > 0
      ? try subtractMagnitudes(a, b, isNegative: a.isNegative) : try subtractMagnitudes(b, a, isNegative: b.isNegative)
  }

  public func intSubtract(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value { try intAdd(a, b.negated) }

  private func addMagnitudes(_ x: IntOperand, _ y: IntOperand, isNegative: Bool) throws(Raised) -> Value {
    let (a, b) = x.count >= y.count ? (x, y) : (y, x)
    if b.count == 0 { return try int(withSign(a, isNegative)) }
    if a.count == 1 {
      let (sum, carry) = a.low.addingReportingOverflow(b.low)
      if !carry { return try int(magnitude: sum, isNegative: isNegative) }
      let result = try newInt(2)
      result.limbs[0] = sum
      result.limbs[1] = 1
      return finish(result, 2, isNegative: isNegative)
    }
    let result = try newInt(a.count + 1)
    let carry = b.count == 1
      ? support_limbs_add_limb(result.limbs, a.limbs, a.count, b.low)
      : support_limbs_add(result.limbs, a.limbs, a.count, b.limbs, b.count)
    result.limbs[a.count] = carry
    return finish(result, a.count + 1, isNegative: isNegative)
  }

  /// |a| > |b|.
  private func subtractMagnitudes(_ a: IntOperand, _ b: IntOperand, isNegative: Bool) throws(Raised) -> Value {
    if a.count <= 1 { return try int(magnitude: a.low &- (b.count == 0 ? 0 : b.low), isNegative: isNegative) }
    let result = try newInt(a.count)
    if b.count <= 1 {
      support_limbs_subtract_limb(result.limbs, a.limbs, a.count, b.count == 0 ? 0 : b.low)
    } else {
      support_limbs_subtract(result.limbs, a.limbs, a.count, b.limbs, b.count)
    }
    return finish(result, a.count, isNegative: isNegative)
  }

  private func withSign(_ a: IntOperand, _ isNegative: Bool) -> IntOperand {
    var a = a
    a.isNegative = isNegative && a.count != 0
    return a
  }

  public func intMultiply(_ x: IntOperand, _ y: IntOperand) throws(Raised) -> Value {
    let (a, b) = x.count >= y.count ? (x, y) : (y, x)
    if b.count == 0 { return Value(small: 0) }
    let isNegative = a.isNegative != b.isNegative
    if a.count == 1 {
      let (high, low) = a.low.multipliedFullWidth(by: b.low)
      if high == 0 { return try int(magnitude: low, isNegative: isNegative) }
      let result = try newInt(2)
      result.limbs[0] = low
      result.limbs[1] = high
      return finish(result, 2, isNegative: isNegative)
    }
    let count = a.count + b.count
    let result = try newInt(count)
    if b.count == 1 {
      result.limbs[a.count] = support_limbs_multiply_limb(result.limbs, a.limbs, a.count, b.low)
    } else if b.count < longOperation {
      watchLimbs(a.count)
      guard support_limbs_multiply(result.limbs, a.limbs, a.count, b.limbs, b.count) else { throw limbsGaveUp() }
    } else {
      try multiplyInPieces(result.limbs, a, b)
    }
    return finish(result, count, isNegative: isNegative)
  }

  /// result[a.count + b.count] = |a| * |b| as a sum of products of pieces that take some 10 ms each, with a poll after each.
  private func multiplyInPieces(_ result: LimbPointer, _ a: IntOperand, _ b: IntOperand) throws(Raised) {
    result.update(repeating: 0, count: a.count + b.count)
    let scratch = try newInt(2 * longOperation)
    var i = 0
    while i < a.count {
      let n = min(longOperation, a.count - i)
      var j = 0
      while j < b.count {
        let m = min(longOperation, b.count - j)
        let (p, pn, q, qn) = n >= m ? (a.limbs + i, n, b.limbs + j, m) : (b.limbs + j, m, a.limbs + i, n)
        guard support_limbs_multiply(scratch.limbs, p, pn, q, qn) else { throw raiseMemoryError() }
        let sum = result + (i + j)
        _ = support_limbs_add(sum, sum, a.count + b.count - i - j, scratch.limbs, n + m)
        try pollNative()
        j += m
      }
      i += n
    }
  }

  /// Quotient rounded down and remainder with the sign of the divisor (`//` and `%`). b is not zero.
  public func intDivide(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Pair {
    let isNegative = a.isNegative != b.isNegative
    if a.count <= 1 && b.count == 1 {
      var (q, r) = (a.count == 0 ? 0 : a.low).quotientAndRemainder(dividingBy: b.low)
      if r != 0 && isNegative {
        // The quotient is below 2^63 unless b is 1, and then r is 0.
        q += 1
        r = b.low - r
      }
      return Pair(try int(magnitude: q, isNegative: isNegative), try int(magnitude: r, isNegative: b.isNegative))
    }
    if a.compareMagnitude(b) < 0 {
      if !isNegative || a.count == 0 { return Pair(Value(small: 0), try int(a)) }
      return Pair(Value(small: -1), try intAdd(a, b))
    }
    if b.count == 1 { return try divideByLimb(a, b, isNegative: isNegative) }
    let quotientCount = a.count - b.count + 1
    let quotient = try newInt(quotientCount + 1)
    let remainder = try newInt(b.count)
    if quotientCount > longOperation && b.count > 1000 {
      try divideInPieces(quotient.limbs, remainder.limbs, a, b)
    } else {
      watchLimbs(a.count)
      guard support_limbs_divide(quotient.limbs, remainder.limbs, a.limbs, a.count, b.limbs, b.count) else { throw limbsGaveUp() }
    }
    quotient.limbs[quotientCount] = 0
    return floorResult(quotient, quotientCount + 1, remainder, b.count, b, isNegative: isNegative)
  }

  /// Schoolbook division whose digits are pieces of `longOperation` limbs, with a poll after each.
  private func divideInPieces(_ quotient: LimbPointer, _ remainder: LimbPointer, _ a: IntOperand, _ b: IntOperand) throws(Raised) {
    let piece = longOperation
    let window = try newInt(b.count + piece + 1).limbs
    let partial = try newInt(piece + 2).limbs
    // The remainder so far (b.count limbs, always below b), then pieces of a from the top.
    var top = a.count - b.count
    remainder.update(from: a.limbs + top, count: b.count)
    if support_limbs_compare(remainder, b.limbs, b.count) >= 0 {
      guard support_limbs_divide(partial, window, a.limbs + top, b.count, b.limbs, b.count) else { throw raiseMemoryError() }
      remainder.update(from: window, count: b.count)
      quotient[top] = partial[0]
    } else {
      quotient[top] = 0
    }
    while top > 0 {
      let n = min(piece, top)
      top -= n
      window.update(from: a.limbs + top, count: n)
      (window + n).update(from: remainder, count: b.count)
      watchLimbs(b.count)
      guard support_limbs_divide(partial, remainder, window, b.count + n, b.limbs, b.count) else { throw limbsGaveUp() }
      (quotient + top).update(from: partial, count: n)
      try pollNative()
    }
  }

  private func divideByLimb(_ a: IntOperand, _ b: IntOperand, isNegative: Bool) throws(Raised) -> Pair {
    let quotient = try newInt(a.count + 1)
    var r = support_limbs_divide_limb(quotient.limbs, a.limbs, a.count, b.low)
    quotient.limbs[a.count] = 0
    if r != 0 && isNegative {
      _ = support_limbs_add_limb(quotient.limbs, quotient.limbs, a.count + 1, 1)
      r = b.low - r
    }
    let remainder = try int(magnitude: r, isNegative: b.isNegative)
    return Pair(finish(quotient, a.count + 1, isNegative: isNegative), remainder)
  }

  /// Turns a truncated quotient and remainder into floored ones. The quotient has a limb to spare.
  private func floorResult(
    _ quotient: Ref<IntObject>, _ quotientCount: Int, _ remainder: Ref<IntObject>, _ remainderCount: Int, _ b: IntOperand, isNegative: Bool
  ) -> Pair {
    var isZero = true
    for i in 0..<remainderCount where remainder.limbs[i] != 0 { isZero = false; break }
    if !isZero && isNegative {
      _ = support_limbs_add_limb(quotient.limbs, quotient.limbs, quotientCount, 1)
      support_limbs_subtract(remainder.limbs, b.limbs, remainderCount, remainder.limbs, remainderCount)
    }
    return Pair(finish(quotient, quotientCount, isNegative: isNegative), finish(remainder, remainderCount, isNegative: b.isNegative))
  }

  /// `base ** exponent`, exponent not negative.
  public func intPower(_ base: IntOperand, _ exponent: IntOperand) throws(Raised) -> Value {
    if exponent.count == 0 { return Value(small: 1) }
    if base.count == 0 { return Value(small: 0) }
    if base.count == 1 && base.low == 1 { return Value(small: base.isNegative && exponent.low & 1 == 1 ? -1 : 1) }
    if exponent.count > 1 { throw raiseMemoryError() }
    let e = exponent.low
    // Refuse what cannot be held before computing most of it.
    let (bits, overflow) = UInt64(base.bitLength - 1).multipliedReportingOverflow(by: e)
    if overflow || bits > 1 << 46 { throw raiseMemoryError() }
    if base.count == 1 && base.low & (base.low - 1) == 0 {
      let one = IntOperand(magnitude: 1, isNegative: base.isNegative && e & 1 == 1)
      return try intShiftLeft(one, by: base.low.trailingZeroBitCount * Int(e))
    }
    try checkRoom(bytes: Int(bits / 8))
    var result = try int(base)
    var bit = 62 - e.leadingZeroBitCount
    while bit >= 0 {
      result = try intMultiply(IntOperand(result), IntOperand(result))
      if e >> UInt64(bit) & 1 == 1 { result = try intMultiply(IntOperand(result), base) }
      bit -= 1
    }
    return result
  }
}

/// Limbs of the pieces in which long operations are done: a product of two pieces takes some 10 ms.
let longOperation = 1 << 16
