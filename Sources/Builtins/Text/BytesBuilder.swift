import Glibc
import Runtime

/// Builds bytes piece by piece. They lie in a bytes object of the heap, which the memory limit counts and the stack scan finds while the builder is
/// a local variable: keep it in one, and pass it `inout`. The object becomes the result if that wastes little.
public struct BytesBuilder: BitwiseCopyable {
  private let t: Thread
  private var object: Ref<BytesObject>
  public private(set) var count = 0
  private var capacity = 0

  public init(_ t: Thread) {
    self.t = t
    object = .none
  }

  /// A builder with room for `capacity` bytes.
  public init(_ t: Thread, capacity: Int) throws(Raised) {
    self.init(t)
    if capacity > 0 { try grow(capacity) }
  }

  /// The bytes so far; good until more are appended.
  public var view: ByteView { count == 0 ? BytesSupport.view(t.interpreter.emptyBytes) : ByteView(base: object.bytes, count: count) }

  @inline(never)
  private mutating func grow(_ extra: Int) throws(Raised) {
    try t.pollNative()
    let (needed, overflow) = count.addingReportingOverflow(extra)
    if overflow || needed > 1 << 46 { throw t.raiseMemoryError() }
    let room = max(needed, capacity * 2, 40)
    let larger = try t.newBytes(count: room)
    if count > 0 { memcpy(larger.bytes, object.bytes, count) }
    object = larger
    capacity = room
  }

  @inline(__always)
  public mutating func append(_ byte: UInt8) throws(Raised) {
    if count == capacity { try grow(1) }
    object.bytes[count] = byte
    count &+= 1
  }

  public mutating func append(_ bytes: UnsafePointer<UInt8>, count n: Int) throws(Raised) {
    if n <= 0 { return }
    if n > capacity &- count { try grow(n) }
    memcpy(object.bytes + count, bytes, n)
    count &+= n
  }

  public mutating func append(repeating byte: UInt8, count n: Int) throws(Raised) {
    if n <= 0 { return }
    if n > capacity &- count { try grow(n) }
    memset(object.bytes + count, Int32(byte), n)
    count &+= n
  }

  /// The bytes object. The builder may not be used afterwards.
  public mutating func finish() throws(Raised) -> Value {
    if count == 0 { return t.interpreter.emptyBytes }
    if capacity &- count > count >> 3 { return try t.bytes(copying: object.bytes, count: count) }
    object.count = count
    return Value(object)
  }

  /// The same in the type of `like`: bytes, or bytearray.
  mutating func finish(like v: Value) throws(Raised) -> Value {
    BytesSupport.isByteArray(v) ? try BytesSupport.make(t, like: v, view.base, count) : try finish()
  }
}
