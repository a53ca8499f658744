import Glibc

// Between ints of any size and doubles, always rounded correctly (half to even).

extension IntOperand {
  /// The nearest double, infinite where the int is too large.
  public var rounded: Double {
    if count <= 1 {
      let d = Double(count == 0 ? 0 : low)
      return isNegative ? -d : d
    }
    let bits = bitLength
    if bits > 1024 { return isNegative ? -.infinity : .infinity }
    // The top 64 bits, the last of them set if anything is below: the conversion then rounds as if it saw all.
    let shift = bits - 64
    var top = window(from: shift)
    if hasBits(below: shift) { top |= 1 }
    let d = scalbn(Double(top), Int32(shift))
    return isNegative ? -d : d
  }

  /// 64 bits of the magnitude, from bit `start` on.
  public func window(from start: Int) -> UInt64 {
    let word = start >> 6
    let bit = UInt64(start & 63)
    let low = word < count ? self[word] >> bit : 0
    if bit == 0 || word + 1 >= count { return low }
    return low | self[word + 1] << (64 - bit)
  }

  public func hasBits(below end: Int) -> Bool {
    let words = end >> 6
    for i in 0..<min(words, count) where self[i] != 0 { return true }
    return words < count && end & 63 != 0 && self[words] << UInt64(64 - end & 63) != 0
  }

  /// Compares with a double that is not a NaN, exactly: below, equal to or above 0.
  func compare(_ d: Double) -> Int {
    if d.isInfinite { return d > 0 ? -1 : 1 }
    if count == 0 { return d == 0 ? 0 : (d > 0 ? -1 : 1) }
    if isNegative != (d < 0) || d == 0 { return isNegative ? -1 : 1 }
    let order = compareMagnitude(d.magnitude)
    return isNegative ? -order : order
  }

  /// Both positive.
  private func compareMagnitude(_ d: Double) -> Int {
    if count == 1 && low <= 1 << 53 {
      let x = Double(low)
      return x == d ? 0 : (x < d ? -1 : 1)
    }
    // From here on the int is at least 2^53.
    if d < 9007199254740992 { return 1 }
    let bits = bitLength
    let exponent = Int(d.exponent) + 1
    if bits != exponent { return bits < exponent ? -1 : 1 }
    let significand = d.significandBitPattern | 1 << 52
    let top = window(from: bits - 53) & (1 << 53 - 1)
    if top != significand { return top < significand ? -1 : 1 }
    return hasBits(below: bits - 53) ? 1 : 0
  }
}

extension Thread {
  /// The nearest double of an int of any kind; OverflowError ("int too large to convert to float").
  public func double(ofInt v: Value) throws(Raised) -> Double {
    if v.isSmallInt { return Double(v.smallInt) }
    let d = IntOperand(v).rounded
    if d.isInfinite { throw raise(self.types.overflowError, "int too large to convert to float") }
    return d
  }

  /// The int of a double rounded toward zero; ValueError for NaN, OverflowError for infinities.
  public func int(truncating d: Double) throws(Raised) -> Value {
    if d.magnitude < 9e18 { return try int(Int(d)) }
    if d.isNaN { throw raise(self.types.valueError, "cannot convert float NaN to integer") }
    if d.isInfinite { throw raise(self.types.overflowError, "cannot convert float infinity to integer") }
    let significand = IntOperand(magnitude: d.significandBitPattern | 1 << 52, isNegative: d < 0)
    return try intShiftLeft(significand, by: Int(d.exponent) - 52)
  }

  /// `a / b`, correctly rounded.
  public func intTrueDivide(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value {
    if b.count == 0 { throw raise(self.types.zeroDivisionError, "division by zero") }
    let isNegative = a.isNegative != b.isNegative
    if a.count == 0 { return try float(b.isNegative ? -0.0 : 0.0) }
    if a.count == 1 && b.count == 1 && a.low <= 1 << 53 && b.low <= 1 << 53 {
      let q = Double(a.low) / Double(b.low)
      return Value(nonNaN: isNegative ? -q : q)
    }
    let difference = a.bitLength - b.bitLength
    if difference > 1024 { throw tooLargeQuotient() }
    if difference < -1100 { return Value(nonNaN: isNegative ? -0.0 : 0.0) }
    // A quotient of 55 or 56 bits (fewer for subnormal results); `lost` says whether anything is below.
    let shift = max(difference, -1021) - 55
    var lost = false
    var dividend = a
    dividend.isNegative = false
    var divisor = b
    divisor.isNegative = false
    let shifted: Value
    if shift <= 0 {
      shifted = try intShiftLeft(dividend, by: -shift)
    } else {
      lost = dividend.hasBits(below: shift)
      shifted = try intShiftRight(dividend, by: shift)
    }
    let parts = try intDivide(IntOperand(shifted), divisor)
    if IntOperand(parts.second).count != 0 { lost = true }
    let quotient = IntOperand(parts.first)
    var x = quotient.low
    let extra = max(64 - x.leadingZeroBitCount, -1021 - shift) - 53
    let mask: UInt64 = 1 << UInt64(extra - 1)
    let low = x | (lost ? 1 : 0)
    if low & mask != 0 && low & (3 * mask - 1) != 0 { x += mask }
    x &= ~(2 * mask - 1)
    let result = scalbn(Double(x), Int32(shift))
    if result.isInfinite { throw tooLargeQuotient() }
    return Value(nonNaN: isNegative ? -result : result)
  }

  private func tooLargeQuotient() -> Raised {
    raise(self.types.overflowError, "integer division result too large for a float")
  }
}
