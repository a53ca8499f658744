import CSupport

// Shifts and bitwise operators: a negative int is an infinite string of ones to the left (two's complement).

extension Thread {
  /// a << count, count not negative.
  public func intShiftLeft(_ a: IntOperand, by count: Int) throws(Raised) -> Value {
    if a.count == 0 { return Value(small: 0) }
    let words = count >> 6
    let bits = UInt64(count & 63)
    if a.count == 1 && words == 0 {
      let high = bits == 0 ? 0 : a.low >> (64 - bits)
      if high == 0 { return try int(magnitude: a.low << bits, isNegative: a.isNegative) }
    }
    let result = try newInt(a.count + words + 1)
    let limbs = result.limbs + words
    if a.count == 1 {
      limbs[0] = a.low << bits
      limbs[1] = bits == 0 ? 0 : a.low >> (64 - bits)
    } else if bits == 0 {
      limbs.update(from: a.limbs, count: a.count)
    } else {
      limbs[a.count] = support_limbs_shift_left(limbs, a.limbs, a.count, UInt32(bits))
    }
    return finish(result, a.count + words + 1, isNegative: a.isNegative)
  }

  /// a >> count, rounded down, count not negative.
  public func intShiftRight(_ a: IntOperand, by count: Int) throws(Raised) -> Value {
    let words = count >> 6
    let bits = UInt64(count & 63)
    if words >= a.count { return Value(small: a.isNegative ? -1 : 0) }
    let n = a.count - words
    let lost = a.isNegative && hasLowBits(a, count)
    if n == 1 {
      let top = a[a.count - 1] >> bits
      let (rounded, overflow) = top.addingReportingOverflow(lost ? 1 : 0)
      if !overflow { return try int(magnitude: rounded, isNegative: a.isNegative) }
    }
    let result = try newInt(n + 1)
    if n == 1 {
      result.limbs[0] = a[a.count - 1] >> bits
    } else if bits == 0 {
      result.limbs.update(from: a.limbs + words, count: n)
    } else {
      support_limbs_shift_right(result.limbs, a.limbs + words, n, UInt32(bits))
    }
    result.limbs[n] = 0
    if lost { _ = support_limbs_add_limb(result.limbs, result.limbs, n + 1, 1) }
    return finish(result, n + 1, isNegative: a.isNegative)
  }

  /// Whether one of the lowest `count` bits of the magnitude is set.
  func hasLowBits(_ a: IntOperand, _ count: Int) -> Bool {
    let words = count >> 6
    for i in 0..<min(words, a.count) where a[i] != 0 { return true }
    return words < a.count && count & 63 != 0 && a[words] << UInt64(64 - count & 63) != 0
  }

  /// `&`, `|` or `^`.
  public func intBitwise(_ op: BinaryOperator, _ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value {
    let n = max(a.count, b.count) + 1
    let result = try newInt(n)
    let limbs = result.limbs
    var x = TwosComplement(a)
    var y = TwosComplement(b)
    for i in 0..<n {
      let (p, q) = (x.next(i), y.next(i))
      switch op {
      case .and: limbs[i] = p & q
      case .or: limbs[i] = p | q
      default: limbs[i] = p ^ q
      }
    }
    let isNegative = limbs[n - 1] >> 63 == 1
    if isNegative {
      var borrow: UInt64 = 1
      for i in 0..<n {
        let (sum, carry) = (~limbs[i]).addingReportingOverflow(borrow)
        limbs[i] = sum
        borrow = carry ? 1 : 0
      }
    }
    return finish(result, n, isNegative: isNegative)
  }
}

/// Reads the limbs of an operand as two's complement, from the lowest on.
private struct TwosComplement {
  let operand: IntOperand
  var carry: UInt64

  init(_ operand: IntOperand) {
    self.operand = operand
    carry = operand.isNegative ? 1 : 0
  }

  @inline(__always)
  mutating func next(_ i: Int) -> UInt64 {
    let limb = i < operand.count ? operand[i] : 0
    if !operand.isNegative { return limb }
    let (sum, overflow) = (~limb).addingReportingOverflow(carry)
    carry = overflow ? 1 : 0
    return sum
  }
}
