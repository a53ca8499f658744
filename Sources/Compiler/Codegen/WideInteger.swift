import Bytecode

/// An int of any size while constants are folded: sign and magnitude.
struct WideInteger {
  private let isNegative: Bool
  /// Limbs, least significant first, without leading zeros.
  private let limbs: [UInt64]

  init(_ value: Int64) {
    isNegative = value < 0
    limbs = value == 0 ? [] : [value.magnitude]
  }

  private init(_ isNegative: Bool, _ limbs: [UInt64]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  /// The value of an int or bool; nil for other constants.
  init?(_ value: Constant) {
    switch value {
    case .bool(let value): self.init(value ? 1 : 0)
    case .integer(let value): self.init(value)
    case .bigInteger(let value): self.init(value.isNegative, value.limbs)
    default: return nil
    }
  }

  var constant: Constant { .integer(isNegative: isNegative, limbs: limbs) }
  var isZero: Bool { limbs.isEmpty }
  var negated: WideInteger { WideInteger(!isNegative, limbs) }
  var inverted: WideInteger { negated.adding(WideInteger(-1)) }
  var bitCount: Int { limbs.isEmpty ? 0 : limbs.count * 64 - (limbs.last?.leadingZeroBitCount ?? 0) }

  /// The value if it fits 64 bits.
  var small: Int? {
    if case .integer(let value) = constant { return Int(value) }
    return nil
  }

  /// The value as a double if that is exact, or at least correctly rounded.
  var exactDouble: Double? {
    if let small { return Double(small) }
    guard limbs.count == 1 else { return nil }
    return isNegative ? -Double(limbs[0]) : Double(limbs[0])
  }

  // MARK: - Arithmetic

  func adding(_ other: WideInteger) -> WideInteger {
    if isNegative == other.isNegative { return WideInteger(isNegative, Self.sum(limbs, other.limbs)) }
    if Self.isLess(limbs, other.limbs) { return WideInteger(other.isNegative, Self.difference(other.limbs, limbs)) }
    return WideInteger(isNegative, Self.difference(limbs, other.limbs))
  }

  func multiplied(_ other: WideInteger) -> WideInteger {
    var result = [UInt64](repeating: 0, count: limbs.count + other.limbs.count)
    for (index, limb) in limbs.enumerated() {
      var carry: UInt64 = 0
      for (position, factor) in other.limbs.enumerated() {
        let product = limb.multipliedFullWidth(by: factor)
        let (low, one) = product.low.addingReportingOverflow(carry)
        let (sum, two) = result[index + position].addingReportingOverflow(low)
        result[index + position] = sum
        carry = product.high + (one ? 1 : 0) + (two ? 1 : 0)
      }
      result[index + other.limbs.count] = carry
    }
    return WideInteger(isNegative != other.isNegative, result)
  }

  /// Quotient and remainder, rounded down; nil for a divisor of zero.
  func divided(_ other: WideInteger) -> (quotient: WideInteger, remainder: WideInteger)? {
    guard !other.isZero else { return nil }
    var quotient = [UInt64](repeating: 0, count: limbs.count)
    var remainder: [UInt64] = []
    for bit in (0..<max(0, limbs.count * 64)).reversed() {
      remainder = Self.shifted(remainder, 1)
      if limbs[bit >> 6] >> UInt64(bit & 63) & 1 != 0 {
        if remainder.isEmpty { remainder = [1] } else { remainder[0] |= 1 }
      }
      if !Self.isLess(remainder, other.limbs) {
        remainder = WideInteger(false, Self.difference(remainder, other.limbs)).limbs
        quotient[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    let truncated = WideInteger(isNegative != other.isNegative, quotient)
    let rest = WideInteger(isNegative, remainder)
    guard !rest.isZero, isNegative != other.isNegative else { return (truncated, rest) }
    return (truncated.adding(WideInteger(-1)), rest.adding(other))
  }

  func shiftedLeft(_ count: Int) -> WideInteger { WideInteger(isNegative, Self.shifted(limbs, count)) }

  func shiftedRight(_ count: Int) -> WideInteger {
    if count >= limbs.count * 64 { return WideInteger(isNegative ? -1 : 0) }
    var power = [UInt64](repeating: 0, count: count / 64 + 1)
    power[count / 64] = 1 << UInt64(count % 64)
    return divided(WideInteger(false, power))?.quotient ?? self
  }

  /// A bitwise operator on both in two's complement.
  func combined(_ other: WideInteger, _ op: (UInt64, UInt64) -> UInt64) -> WideInteger {
    let count = max(limbs.count, other.limbs.count) + 1
    let result = zip(complement(count), other.complement(count)).map { op($0, $1) }
    guard let top = result.last, top >> 63 != 0 else { return WideInteger(false, result) }
    return WideInteger(true, Self.negated(result))
  }

  private func complement(_ count: Int) -> [UInt64] {
    let padded = limbs + [UInt64](repeating: 0, count: count - limbs.count)
    return isNegative ? Self.negated(padded) : padded
  }

  // MARK: - Limbs

  private static func negated(_ limbs: [UInt64]) -> [UInt64] {
    var carry = true
    return limbs.map { limb in
      let (value, overflow) = (~limb).addingReportingOverflow(carry ? 1 : 0)
      carry = overflow
      return value
    }
  }

  private static func isLess(_ one: [UInt64], _ two: [UInt64]) -> Bool {
    if one.count != two.count { return one.count < two.count }
    for index in one.indices.reversed() where one[index] != two[index] { return one[index] < two[index] }
    return false
  }

  private static func sum(_ one: [UInt64], _ two: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    var carry: UInt64 = 0
    for index in 0..<max(one.count, two.count) {
      let (value, first) = (index < one.count ? one[index] : 0).addingReportingOverflow(index < two.count ? two[index] : 0)
      let (total, second) = value.addingReportingOverflow(carry)
      result.append(total)
      carry = first || second ? 1 : 0
    }
    return result + [carry]
  }

  /// `one - two`, where `one` is not less.
  private static func difference(_ one: [UInt64], _ two: [UInt64]) -> [UInt64] {
    var result = one
    var borrow: UInt64 = 0
    for index in one.indices {
      let (value, first) = one[index].subtractingReportingOverflow(index < two.count ? two[index] : 0)
      let (total, second) = value.subtractingReportingOverflow(borrow)
      result[index] = total
      borrow = first || second ? 1 : 0
    }
    return result
  }

  private static func shifted(_ limbs: [UInt64], _ count: Int) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: count / 64)
    let bits = UInt64(count % 64)
    var carry: UInt64 = 0
    for limb in limbs {
      result.append(bits == 0 ? limb : limb << bits | carry)
      carry = bits == 0 ? 0 : limb >> (64 - bits)
    }
    return WideInteger(false, result + [carry]).limbs
  }
}
