/// Where a value lies in a frame, an argument area or a buffer; arithmetic counts values.
///
/// A type of its own rather than `UnsafeMutablePointer<Value>`, because the optimizer of Swift before 6.4 drops a store below a typed
/// pointer (`p[-1] = a; p[0] = b`, https://github.com/swiftlang/swift/issues/77558), which is what every push does. Steps in
/// bytes from an untyped pointer are out of its sight and cost nothing, unless they are multiples of `MemoryLayout.stride`, which it
/// turns back into typed steps.
@frozen
public struct SlotPointer: BitwiseCopyable, Equatable {
  @usableFromInline let raw: UnsafeMutableRawPointer
  /// A value is one word of eight bytes.
  @inlinable @inline(__always) static var log2Size: Int { 3 }

  @inlinable @inline(__always) public init(_ raw: UnsafeMutableRawPointer) { self.raw = raw }
  @inlinable @inline(__always) public init?(bitPattern: UInt) {
    guard let raw = UnsafeMutableRawPointer(bitPattern: bitPattern) else { return nil }
    self.raw = raw
  }

  /// Uninitialised room for `capacity` values, to be given back with `deallocate()`.
  public static func allocate(capacity: Int) -> SlotPointer {
    SlotPointer(UnsafeMutableRawPointer(UnsafeMutablePointer<Value>.allocate(capacity: capacity)))
  }
  public func deallocate() { raw.deallocate() }

  @inlinable @inline(__always) public var pointee: Value {
    get { raw.assumingMemoryBound(to: Value.self).pointee }
    nonmutating set { raw.assumingMemoryBound(to: Value.self).pointee = newValue }
  }
  @inlinable @inline(__always) public subscript(index: Int) -> Value {
    get { (self + index).pointee }
    nonmutating set { (self + index).pointee = newValue }
  }

  @inlinable @inline(__always) public static func + (base: SlotPointer, count: Int) -> SlotPointer {
    SlotPointer(base.raw.advanced(by: count &<< log2Size))
  }
  @inlinable @inline(__always) public static func - (base: SlotPointer, count: Int) -> SlotPointer {
    SlotPointer(base.raw.advanced(by: (0 &- count) &<< log2Size))
  }
  @inlinable @inline(__always) public static func += (base: inout SlotPointer, count: Int) { base = base + count }
  @inlinable @inline(__always) public static func -= (base: inout SlotPointer, count: Int) { base = base - count }
  /// The number of values between two places of one buffer.
  @inlinable @inline(__always) public static func - (end: SlotPointer, start: SlotPointer) -> Int {
    (Int(bitPattern: end.raw) &- Int(bitPattern: start.raw)) &>> log2Size
  }
  @inlinable @inline(__always) public static func < (a: SlotPointer, b: SlotPointer) -> Bool { a.raw < b.raw }
  @inlinable @inline(__always) public static func <= (a: SlotPointer, b: SlotPointer) -> Bool { a.raw <= b.raw }
  @inlinable @inline(__always) public static func > (a: SlotPointer, b: SlotPointer) -> Bool { a.raw > b.raw }
  @inlinable @inline(__always) public static func >= (a: SlotPointer, b: SlotPointer) -> Bool { a.raw >= b.raw }
}

extension SlotPointer {
  /// Sets `count` places to one value.
  @inlinable @inline(__always) public func initialize(repeating value: Value, count: Int) {
    raw.assumingMemoryBound(to: Value.self).initialize(repeating: value, count: count)
  }
  @inlinable @inline(__always) public func initialize(to value: Value) { pointee = value }
  /// Copies `count` values, which may overlap.
  @inlinable @inline(__always) public func update(from source: SlotPointer, count: Int) {
    raw.assumingMemoryBound(to: Value.self).update(from: source.raw.assumingMemoryBound(to: Value.self), count: count)
  }
}

extension UInt {
  @inlinable @inline(__always) public init(bitPattern pointer: SlotPointer) { self.init(bitPattern: pointer.raw) }
}
extension Int {
  @inlinable @inline(__always) public init(bitPattern pointer: SlotPointer) { self.init(bitPattern: pointer.raw) }
}
extension UnsafeMutableRawPointer {
  @inlinable @inline(__always) public init(_ pointer: SlotPointer) { self = pointer.raw }
}
