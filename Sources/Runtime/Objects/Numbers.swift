/// An int outside 49 bits: sign and magnitude. Canonical: never a value that `Value(small:)` can hold, top limb not zero.
@frozen
public struct IntObject: HeapCell {
  public var header: ObjectHeader
  /// Number of limbs, negative for a negative int.
  public var signedCount: Int
  // limbs: UInt64, least significant first (`trailing(UInt64.self)`)
  @inlinable public var count: Int { abs(signedCount) }
  @inlinable public var isNegative: Bool { signedCount < 0 }
}

extension Ref where T == IntObject {
  @inlinable @inline(__always) public var signedCount: Int { get { layout.signedCount } nonmutating set { layout.signedCount = newValue } }
}

/// An instance of a subclass of int: the int it stands for, then its attributes. (A plain int is `Value(small:)` or `IntObject`.)
/// A subclass instance has kind `.int` and the flag `.special`.
@frozen
public struct IntSubclassObject: HeapCell {
  public var header: ObjectHeader
  /// The plain int.
  public var value: Value
}

extension Ref where T == IntSubclassObject {
  @inlinable @inline(__always) public var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
}

/// A NaN, or an instance of a subclass of float.
@frozen
public struct FloatObject: HeapCell {
  public var header: ObjectHeader
  public var value: Double
}

extension Ref where T == FloatObject {
  @inlinable @inline(__always) public var value: Double { get { layout.value } nonmutating set { layout.value = newValue } }
}

@frozen
public struct ComplexObject: HeapCell {
  public var header: ObjectHeader
  public var real: Double
  public var imaginary: Double
}

extension Ref where T == ComplexObject {
  @inlinable @inline(__always) public var real: Double { get { layout.real } nonmutating set { layout.real = newValue } }
  @inlinable @inline(__always) public var imaginary: Double { get { layout.imaginary } nonmutating set { layout.imaginary = newValue } }
}
