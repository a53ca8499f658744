/// A typed handle of an object in Adder's heap: one word, no reference count. Fields of the object read and write through it (`list.count += 1`):
/// behind each layout stands an extension of its handle with a property for each field. (Dynamic members would need key paths, which the optimizer
/// does not always reduce to a load: in a condition one may stay an object that is made and released.)
/// It may be nil (`Ref.none`, bits 0) where the owner says so. Nothing checks the type: code takes a `Ref<T>` only after it looked at the kind.
@frozen
public struct Ref<T: BitwiseCopyable>: BitwiseCopyable, Equatable {
  public var bits: UInt64

  @inlinable @inline(__always) public init(bits: UInt64) { self.bits = bits }
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutablePointer<T>) { bits = UInt64(UInt(bitPattern: pointer)) }
  @inlinable @inline(__always) public static var none: Ref { Ref(bits: 0) }
  @inlinable @inline(__always) public var isNone: Bool { bits == 0 }

  @inlinable @inline(__always) public var pointer: UnsafeMutablePointer<T> {
    UnsafeMutablePointer(bitPattern: UInt(bits)).unsafelyUnwrapped
  }
  @inlinable @inline(__always) public var raw: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: UInt(bits)).unsafelyUnwrapped
  }
  /// The fixed part of the object, in place.
  @inlinable @inline(__always) public var layout: T {
    unsafeAddress { UnsafePointer(pointer) }
    nonmutating unsafeMutableAddress { pointer }
  }
  /// The same object seen as another layout.
  @inlinable @inline(__always) public func cast<U: BitwiseCopyable>(to type: U.Type = U.self) -> Ref<U> { Ref<U>(bits: bits) }
  /// The words behind the fixed part of the object (`T`), where its items lie inline.
  @inlinable @inline(__always) public func trailing<U: BitwiseCopyable>(_ type: U.Type = U.self) -> UnsafeMutablePointer<U> {
    (raw + MemoryLayout<T>.size).assumingMemoryBound(to: U.self)
  }
  /// The values behind the fields of `T`.
  @inlinable @inline(__always) public var trailingSlots: SlotPointer { SlotPointer(raw + MemoryLayout<T>.size) }
}
