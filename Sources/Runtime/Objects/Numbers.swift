/// An int outside 49 bits: sign and magnitude. Canonical: never a value that `Value(small:)` can hold, top limb not zero.
@frozen
public struct IntObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// Number of limbs, negative for a negative int.
  public var signedCount: Int
  // limbs: UInt64, least significant first (`trailing(UInt64.self)`)
  @inlinable public var count: Int { abs(signedCount) }
  @inlinable public var isNegative: Bool { signedCount < 0 }
}

/// An instance of a subclass of int: the int it stands for, then its attributes. (A plain int is `Value(small:)` or `IntObject`.)
/// A subclass instance has kind `.int` and the flag `.special`.
@frozen
public struct IntSubclassObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// The plain int.
  public var value: Value
}

/// A NaN, or an instance of a subclass of float.
@frozen
public struct FloatObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var value: Double
}

@frozen
public struct ComplexObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var real: Double
  public var imaginary: Double
}
