import Builtins
import CZlib
import Glibc
import Runtime

/// A stream of zlib that lies in a buffer of the heap with all the memory that it asks for, so that nothing needs freeing.
struct ZlibStream {
  /// Begins the buffer; the memory lies behind it.
  private struct Arena {
    var stream: z_stream
    var used: Int
    var capacity: Int
  }

  private let arena: UnsafeMutablePointer<Arena>

  init(_ buffer: Ref<BufferObject>) { arena = (buffer.raw + MemoryLayout<BufferObject>.size).assumingMemoryBound(to: Arena.self) }

  var stream: UnsafeMutablePointer<z_stream> { UnsafeMutableRawPointer(arena).assumingMemoryBound(to: z_stream.self) }

  /// What compressing takes at most.
  static func roomForCompressing(_ memoryLevel: Int) -> Int { (1 << 18) + (1 << (memoryLevel + 10)) + (1 << 15) }
  static let roomForExpanding = 1 << 17

  static func buffer(_ t: Thread, room: Int) throws(Raised) -> Ref<BufferObject> {
    let size = MemoryLayout<Arena>.size + room + 64
    let buffer = try t.rawBuffer(bytes: size)
    let me = ZlibStream(buffer)
    memset(me.arena, 0, size)
    me.prepare(capacity: room)
    return buffer
  }

  private func prepare(capacity: Int) {
    arena.pointee.capacity = capacity
    stream.pointee.opaque = UnsafeMutableRawPointer(arena)
    stream.pointee.zalloc = { opaque, count, size in
      guard let arena = opaque?.assumingMemoryBound(to: Arena.self) else { return nil }
      let bytes = (Int(count) * Int(size) + 15) & ~15
      guard bytes <= arena.pointee.capacity - arena.pointee.used else { return nil }
      let place = UnsafeMutableRawPointer(arena) + ((MemoryLayout<Arena>.size + 15) & ~15) + arena.pointee.used
      arena.pointee.used += bytes
      return place
    }
    stream.pointee.zfree = { _, _ in }
  }

  /// A copy of a stream that was begun.
  static func copy(_ t: Thread, _ other: Ref<BufferObject>, compresses: Bool) throws(Raised) -> Ref<BufferObject> {
    let source = ZlibStream(other)
    let buffer = try buffer(t, room: source.arena.pointee.capacity)
    let me = ZlibStream(buffer)
    // zlib takes the memory of the copy from where the original says.
    let own = source.stream.pointee.opaque
    source.stream.pointee.opaque = UnsafeMutableRawPointer(me.arena)
    let status = compresses ? deflateCopy(me.stream, source.stream) : inflateCopy(me.stream, source.stream)
    source.stream.pointee.opaque = own
    if status != Z_OK { throw ZlibModule.failure(t, status, me.stream, "while copying stream") }
    return buffer
  }
}
