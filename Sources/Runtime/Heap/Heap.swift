import Glibc

/// Handle of an interpreter's heap. All memory of Python objects comes from here; nothing in it moves; a mark-sweep collector takes back what
/// cannot be reached. `allocate` may collect, so a `Value` that lives only in a raw word of the heap (an untraced field) may be lost:
/// values are safe in frames, in traced words, and on the native stack.
@frozen
public struct Heap: BitwiseCopyable {
  public var state: UnsafeMutablePointer<HeapState>
  @inlinable public init(state: UnsafeMutablePointer<HeapState>) { self.state = state }
}

/// Counters and limits of a heap.
@frozen
public struct HeapState: BitwiseCopyable {
  public var allocatedBytes: Int
  public var allocations: Int
}

extension Heap {
  public static func make() -> Heap {
    let state = UnsafeMutablePointer<HeapState>.allocate(capacity: 1)
    state.initialize(to: HeapState(allocatedBytes: 0, allocations: 0))
    return Heap(state: state)
  }
}

extension Thread {
  /// Allocates a cell of `bytes` bytes (header included), zeroed behind its header. `tracedWords` words behind the header will be traced.
  /// Throws MemoryError beyond the memory limit.
  @inline(__always)
  public func allocate<T: BitwiseCopyable>(
    _ type: T.Type = T.self, bytes: Int = MemoryLayout<T>.size, kind: Kind, type pythonType: Ref<TypeObject>, tracedWords: Int, small: Int = 0
  ) throws(Raised) -> Ref<T> {
    let raw = try allocateCell(bytes)
    raw.storeBytes(
      of: ObjectHeader(type: pythonType, kind: kind, flags: [], small: UInt16(truncatingIfNeeded: small), tracedWords: UInt32(truncatingIfNeeded: tracedWords)),
      as: ObjectHeader.self)
    return Ref(bits: UInt64(UInt(bitPattern: raw)))
  }

  @inline(never)
  func allocateCell(_ bytes: Int) throws(Raised) -> UnsafeMutableRawPointer {
    guard let raw = calloc((bytes + 15) / 16, 16) else { throw raiseMemoryError() }
    return raw
  }
}

extension Thread {
  /// MemoryError if `bytes` more would exceed the memory limit: asked before a long computation whose result will be that large.
  public func checkRoom(bytes: Int) throws(Raised) {}
}
