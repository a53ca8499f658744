import CSupport

/// Pointer to the limbs of a big int, least significant first.
public typealias LimbPointer = UnsafeMutablePointer<UInt64>

/// An int taken apart: sign and magnitude, of any size. Magnitudes of one limb are in `low`, so small ints need no memory; zero has `count` 0.
/// It points into the int, which must be kept reachable while it is used (as every value on the native stack is).
@frozen
public struct IntOperand: BitwiseCopyable {
  /// The least significant limb.
  public var low: UInt64
  /// All limbs; only while `count` is above 1.
  public var limbs: LimbPointer
  public var count: Int
  public var isNegative: Bool

  @inline(__always)
  public init(_ value: Int) {
    low = UInt64(value.magnitude)
    limbs = noLimbs
    count = value == 0 ? 0 : 1
    isNegative = value < 0
  }

  @inline(__always)
  init(magnitude: UInt64, isNegative: Bool) {
    low = magnitude
    limbs = noLimbs
    count = magnitude == 0 ? 0 : 1
    self.isNegative = isNegative
  }

  init(_ object: Ref<IntObject>) {
    let signed = object.signedCount
    limbs = object.limbs
    low = object.limbs[0]
    count = signed.magnitude == 1 ? 1 : Int(signed.magnitude)
    isNegative = signed < 0
  }

  /// `v` is an int: small, big, a bool or an instance of a subclass.
  public init(_ v: Value) {
    if v.isSmallInt {
      self.init(v.smallInt)
    } else if v.isBool {
      self.init(v.isTrue ? 1 : 0)
    } else if v.object.flags.contains(.special) {
      self.init(v.unchecked(as: IntSubclassObject.self).value)
    } else {
      self.init(v.unchecked(as: IntObject.self))
    }
  }

  @inline(__always) public subscript(i: Int) -> UInt64 { count > 1 ? limbs[i] : low }

  @inline(__always) public var negated: IntOperand {
    var result = self
    result.isNegative = !isNegative && count != 0
    return result
  }

  /// Number of bits of the magnitude.
  public var bitLength: Int { count == 0 ? 0 : count &* 64 &- self[count - 1].leadingZeroBitCount }

  /// The value as an Int, or nil where it does not fit.
  public var asInt: Int? {
    if count == 0 { return 0 }
    if count > 1 { return nil }
    if isNegative { return low <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- low) : nil }
    return low < 1 << 63 ? Int(low) : nil
  }

  /// Compares magnitudes: below, equal to or above 0.
  func compareMagnitude(_ other: IntOperand) -> Int {
    if count != other.count { return count < other.count ? -1 : 1 }
    if count <= 1 { return low == other.low ? 0 : (low < other.low ? -1 : 1) }
    return Int(support_limbs_compare(limbs, other.limbs, count))
  }

  /// Below, equal to or above 0, as the values compare.
  public func compare(_ other: IntOperand) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let order = compareMagnitude(other)
    return isNegative ? -order : order
  }
}

/// Where `limbs` of an operand without limbs points: never read.
@usableFromInline @inline(__always) var noLimbs: LimbPointer { LimbPointer(bitPattern: 8).unsafelyUnwrapped }

extension Ref where T == IntObject {
  @inlinable @inline(__always) public var limbs: LimbPointer { trailing() }
}

extension Value {
  /// Whether it is an int of any kind: small, big, bool, an instance of a subclass.
  @inlinable @inline(__always) public var isInt: Bool { isSmallInt || isBool || isKind(.int) }
  /// Whether it is a float of any kind: unboxed, NaN, an instance of a subclass.
  @inlinable @inline(__always) public var isFloat: Bool { isDouble || isKind(.float) }
  /// The double of a float of any kind.
  @inlinable @inline(__always) public var anyDouble: Double { isDouble ? double : unchecked(as: FloatObject.self).value }
  /// The plain int of an int of any kind: a small int or an `IntObject`.
  @inlinable public var plainInt: Value {
    if isSmallInt { return self }
    if isBool { return Value(small: isTrue ? 1 : 0) }
    return object.flags.contains(.special) ? unchecked(as: IntSubclassObject.self).value : self
  }
}

extension Thread {
  /// An int of any size that Swift can say.
  @inlinable @inline(__always)
  public func int(_ value: Int) throws(Raised) -> Value {
    if Value.fitsSmallInt(value) { return Value(small: value) }
    return try bigInt(magnitude: UInt64(value.magnitude), isNegative: value < 0)
  }

  /// An int from a word without sign.
  public func int(_ value: UInt64) throws(Raised) -> Value {
    if value < 1 << 48 { return Value(small: Int(value)) }
    return try bigInt(magnitude: value, isNegative: false)
  }

  /// A boxed int of one limb. Only for values that do not fit a small int.
  @inline(never)
  @usableFromInline func bigInt(magnitude: UInt64, isNegative: Bool) throws(Raised) -> Value {
    let result = try newInt(1)
    result.limbs[0] = magnitude
    result.signedCount = isNegative ? -1 : 1
    return Value(result)
  }

  /// An int of sign and magnitude.
  func int(magnitude: UInt64, isNegative: Bool) throws(Raised) -> Value {
    if magnitude <= 1 << 47 { return Value(small: isNegative ? -Int(magnitude) : Int(magnitude)) }
    if isNegative && magnitude <= 1 << 48 { return Value(small: -Int(magnitude)) }
    if !isNegative && magnitude < 1 << 48 { return Value(small: Int(magnitude)) }
    return try bigInt(magnitude: magnitude, isNegative: isNegative)
  }

  /// Room for an int of `count` limbs, to be given to `finish`. MemoryError beyond the memory limit, so results too large are refused before they are computed.
  @inline(__always)
  public func newInt(_ count: Int) throws(Raised) -> Ref<IntObject> {
    if count >= 1 << 40 { throw raiseMemoryError() }
    return try allocate(IntObject.self, bytes: MemoryLayout<IntObject>.size + count * 8, kind: .int, type: self.types.int, tracedWords: 0)
  }

  /// Makes the canonical int of the first `count` limbs: without top limbs that are zero, and unboxed if it fits.
  public func finish(_ object: Ref<IntObject>, _ count: Int, isNegative: Bool) -> Value {
    let limbs = object.limbs
    var n = count
    while n > 0 && limbs[n - 1] == 0 { n -= 1 }
    if n <= 1 {
      let low = n == 0 ? 0 : limbs[0]
      if low < 1 << 48 { return Value(small: isNegative ? -Int(low) : Int(low)) }
      if isNegative && low == 1 << 48 { return Value(small: -Int(low)) }
    }
    object.signedCount = isNegative ? -n : n
    return Value(object)
  }

  /// The operand as an int.
  func int(_ operand: IntOperand) throws(Raised) -> Value {
    if operand.count <= 1 { return try int(magnitude: operand.count == 0 ? 0 : operand.low, isNegative: operand.isNegative) }
    let result = try newInt(operand.count)
    result.limbs.update(from: operand.limbs, count: operand.count)
    return finish(result, operand.count, isNegative: operand.isNegative)
  }
}
