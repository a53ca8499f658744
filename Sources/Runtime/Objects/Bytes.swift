import Glibc

extension Thread {
  /// A bytes object of `count` zero bytes that the caller fills at once.
  public func newBytes(count: Int) throws(Raised) -> Ref<BytesObject> {
    try newBytes(count: count, type: self.types.bytes)
  }

  /// The same for bytes or a subclass of it.
  public func newBytes(count: Int, type: Ref<TypeObject>) throws(Raised) -> Ref<BytesObject> {
    if count > 1 << 46 {
      // CPython adds the 33 bytes of its header first.
      if count > Int.max - 33 { throw raise(self.types.overflowError, "byte string is too large") }
      throw raiseMemoryError()
    }
    let b = try allocateInstance(type, BytesObject.self, bytes: MemoryLayout<BytesObject>.size + count, kind: .bytes, tracedWords: 0)
    b.count = count
    b.hash = -1
    return b
  }

  public func bytes(_ buffer: UnsafeBufferPointer<UInt8>) throws(Raised) -> Value {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return self.interpreter.emptyBytes }
    let b = try newBytes(count: buffer.count)
    memcpy(b.bytes, base, buffer.count)
    return Value(b)
  }

  /// A bytes object with a copy of `count` bytes.
  public func bytes(copying start: UnsafePointer<UInt8>, count: Int) throws(Raised) -> Value {
    try bytes(UnsafeBufferPointer(start: start, count: count))
  }

  /// A cell of `bytes` raw bytes owned by one object.
  @inline(__always)
  public func rawBuffer(bytes: Int) throws(Raised) -> Ref<BufferObject> {
    let buffer = try allocate(
      BufferObject.self, bytes: MemoryLayout<BufferObject>.size + bytes, kind: .rawBuffer, type: .none, tracedWords: 0)
    buffer.capacity = bytes
    return buffer
  }

  /// A bytearray with `count` zero bytes.
  public func newByteArray(count: Int, type: Ref<TypeObject>) throws(Raised) -> Ref<ByteArrayObject> {
    if count > 1 << 46 { throw raiseMemoryError() }
    let array = try allocateInstance(type, ByteArrayObject.self, kind: .bytearray, tracedWords: 1)
    if count > 0 {
      array.buffer = try rawBuffer(bytes: count)
      array.count = count
    }
    return array
  }
}

extension Ref where T == ByteArrayObject {
  /// The bytes; while there is no buffer, an address that is never read.
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> {
    UnsafeMutablePointer<UInt8>(bitPattern: UInt(self.buffer.bits) &+ UInt(MemoryLayout<BufferObject>.size)).unsafelyUnwrapped
  }
}
