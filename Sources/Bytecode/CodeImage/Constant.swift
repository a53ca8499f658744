/// A value that a code object holds as a constant, in every form that marshal can store.
///
/// Two constants are equal if they are of the same type and have the same value bit for bit (so `1` is not `1.0`,
/// `0.0` is not `-0.0`, and equal NaN bits are equal): the identity that matters to a code object.
public enum Constant: Hashable, Sendable {
  case none
  case ellipsis
  case stopIteration
  case bool(Bool)
  /// An int of 64 bits; larger ones are `bigInteger`.
  case integer(Int64)
  /// An int that does not fit `integer`.
  case bigInteger(BigInteger)
  /// A float, by the bits of the double.
  case float(bits: UInt64)
  /// A complex number, by the bits of its two doubles.
  case complex(realBits: UInt64, imaginaryBits: UInt64)
  case string(Text)
  case bytes(ByteString)
  case tuple(ConstantItems)
  case list(ConstantItems)
  /// The items in the order in which they are stored, which is the order in which they are to be inserted.
  case set(ConstantItems)
  /// As `set`.
  case frozenset(ConstantItems)
  /// Keys and values, alternating.
  case dictionary(ConstantItems)
  /// Start, stop and step.
  case slice(ConstantItems)
  case code(CodeImage)

  public static func float(_ value: Double) -> Constant { .float(bits: value.bitPattern) }

  public static func complex(_ real: Double, _ imaginary: Double) -> Constant {
    .complex(realBits: real.bitPattern, imaginaryBits: imaginary.bitPattern)
  }

  public static func tuple(_ items: [Constant]) -> Constant { .tuple(ConstantItems(items)) }

  public static func frozenset(_ items: [Constant]) -> Constant { .frozenset(ConstantItems(items)) }
}

/// The items of a constant container.
///
/// It is an object because marshal's references make one container part of several: `===` tells whether two containers
/// are one object in Python.
public final class ConstantItems: Hashable, Sendable {
  public let items: [Constant]

  public init(_ items: [Constant]) { self.items = items }

  public static func == (left: ConstantItems, right: ConstantItems) -> Bool {
    left === right || left.items == right.items
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(items) }
}

/// An int of any size: sign and magnitude.
public struct BigInteger: Hashable, Sendable {
  public let isNegative: Bool
  /// 64-bit limbs of the magnitude, least significant first; the last one is not zero.
  public let limbs: [UInt64]

  /// `limbs` may have leading (last) zeros; they are dropped.
  public init(isNegative: Bool, limbs: [UInt64]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.isNegative = isNegative && !limbs.isEmpty
    self.limbs = limbs
  }
}

extension Constant {
  /// The int of that sign and magnitude in its one form: `integer` if it fits, else `bigInteger`.
  public static func integer(isNegative: Bool, limbs: [UInt64]) -> Constant {
    let big = BigInteger(isNegative: isNegative, limbs: limbs)
    guard big.limbs.count <= 1 else { return .bigInteger(big) }
    let magnitude = big.limbs.first ?? 0
    if !big.isNegative, magnitude <= UInt64(Int64.max) { return .integer(Int64(magnitude)) }
    if big.isNegative, magnitude <= UInt64(Int64.max) + 1 { return .integer(Int64(truncatingIfNeeded: 0 &- magnitude)) }
    return .bigInteger(big)
  }
}
