/// One Python value in one trivial 64-bit word (NaN boxing).
///
///     0000 0000 0000 0000              null: no value, an unset local, the NULL marker of calls
///     0000 0000 0000 00xx              immediates: None, False, True, Ellipsis, NotImplemented
///     0000 pppp pppp pppp              48-bit pointer to a heap object (16-byte aligned, above the immediates)
///     0001 .... .... .... to
///     fff9 .... .... ....              float: the bits of the double plus 2^48 (never a NaN: NaN is boxed, it has identity)
///     fffe/ffff iiii iiii iiii         int of 49 bits, two's complement
///
/// A word copied is a value copied: there is no reference count anywhere.
@frozen
public struct Value: BitwiseCopyable, Equatable, Sendable {
  public var bits: UInt64

  @inlinable @inline(__always) public init(bits: UInt64) { self.bits = bits }

  /// Identity, as Python's `is`.
  @inlinable @inline(__always) public static func == (a: Value, b: Value) -> Bool { a.bits == b.bits }
}

// MARK: - Immediates

extension Value {
  @inlinable @inline(__always) public static var null: Value { Value(bits: 0) }
  @inlinable @inline(__always) public static var none: Value { Value(bits: 0x10) }
  @inlinable @inline(__always) public static var `false`: Value { Value(bits: 0x20) }
  @inlinable @inline(__always) public static var `true`: Value { Value(bits: 0x30) }
  @inlinable @inline(__always) public static var ellipsis: Value { Value(bits: 0x40) }
  @inlinable @inline(__always) public static var notImplemented: Value { Value(bits: 0x50) }
  /// The first word that may be a pointer.
  @inlinable @inline(__always) static var firstPointer: UInt64 { 0x1000 }

  @inlinable @inline(__always) public var isNull: Bool { bits == 0 }
  @inlinable @inline(__always) public var isNone: Bool { bits == 0x10 }
  @inlinable @inline(__always) public var isTrue: Bool { bits == 0x30 }
  @inlinable @inline(__always) public var isFalse: Bool { bits == 0x20 }
  /// True or False exactly.
  @inlinable @inline(__always) public var isBool: Bool { bits == 0x20 || bits == 0x30 }
  @inlinable @inline(__always) public init(_ condition: Bool) { bits = condition ? 0x30 : 0x20 }
}

// MARK: - Ints of 49 bits

extension Value {
  @inlinable @inline(__always) static var intTag: UInt64 { 0xFFFE_0000_0000_0000 }

  /// An int that is known to fit 49 bits (`fitsSmallInt`).
  @inlinable @inline(__always) public init(small value: Int) {
    bits = Value.intTag | (UInt64(bitPattern: Int64(value)) & 0x0001_FFFF_FFFF_FFFF)
  }
  /// Whether the word is an unboxed int. (A bool is not; a big int is a heap object.)
  @inlinable @inline(__always) public var isSmallInt: Bool { bits >= Value.intTag }
  /// The int of an unboxed int.
  @inlinable @inline(__always) public var smallInt: Int { Int(Int64(bitPattern: bits << 15) >> 15) }
  /// Whether both words are unboxed ints: one test.
  @inlinable @inline(__always) public static func bothSmallInts(_ a: Value, _ b: Value) -> Bool {
    (a.bits & b.bits) >= intTag
  }
  @inlinable @inline(__always) public static func fitsSmallInt(_ value: Int) -> Bool { (value << 15) >> 15 == value }
}

// MARK: - Floats

extension Value {
  @inlinable @inline(__always) static var doubleOffset: UInt64 { 0x0001_0000_0000_0000 }

  /// A float that is known not to be a NaN. `Thread.float(_:)` takes any double.
  @inlinable @inline(__always) public init(nonNaN value: Double) { bits = value.bitPattern &+ Value.doubleOffset }
  /// Whether the word is an unboxed float. (A NaN is a heap object of kind `.float`.)
  @inlinable @inline(__always) public var isDouble: Bool { bits &- Value.doubleOffset < 0xFFFD_0000_0000_0000 }
  @inlinable @inline(__always) public var double: Double { Double(bitPattern: bits &- Value.doubleOffset) }
}

// MARK: - Heap objects

extension Value {
  @inlinable @inline(__always) public var isObject: Bool { bits >= Value.firstPointer && bits >> 48 == 0 }
  /// The header of a heap object. Only for words for which `isObject` holds.
  @inlinable @inline(__always) public var object: Ref<ObjectHeader> { Ref(bits: bits) }
  @inlinable @inline(__always) public init<T>(_ object: Ref<T>) { bits = object.bits }
  /// The layout of a heap object, `.none` for every word that is no object. Subclasses of a builtin type have that type's kind.
  @inlinable @inline(__always) public var kind: Kind { isObject ? object.kind : .none }
  @inlinable @inline(__always) public func isKind(_ kind: Kind) -> Bool { isObject && object.kind == kind }
  /// The object as `T`. Only after its kind was checked.
  @inlinable @inline(__always) public func unchecked<T>(as type: T.Type = T.self) -> Ref<T> { Ref(bits: bits) }
}
