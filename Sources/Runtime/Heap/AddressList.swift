import Glibc

/// A growing list of cell addresses outside the heap. It keeps nothing alive by itself.
@frozen
public struct AddressList: BitwiseCopyable {
  var base: UnsafeMutablePointer<UInt>?
  public var count: Int
  var capacity: Int

  @inline(__always) subscript(index: Int) -> UInt {
    get { base.unsafelyUnwrapped[index] }
    nonmutating set { base.unsafelyUnwrapped[index] = newValue }
  }

  /// False without memory.
  mutating func append(_ address: UInt) -> Bool {
    if count == capacity {
      let larger = max(64, capacity * 2)
      guard let moved = realloc(base, larger * MemoryLayout<UInt>.stride) else { return false }
      base = moved.assumingMemoryBound(to: UInt.self)
      capacity = larger
    }
    base.unsafelyUnwrapped[count] = address
    count += 1
    return true
  }

  func destroy() { free(base) }
}

/// A queue of cell addresses outside the heap.
@frozen
public struct AddressQueue: BitwiseCopyable {
  private var list: AddressList
  private var head: Int

  var count: Int { list.count - head }
  @inline(__always) subscript(index: Int) -> UInt { list[head + index] }

  /// False without memory.
  mutating func append(_ address: UInt) -> Bool { list.append(address) }

  /// Takes the oldest address out.
  mutating func removeFirst() -> UInt {
    let first = list[head]
    head += 1
    if head == list.count {
      list.count = 0
      head = 0
    }
    return first
  }

  func destroy() { list.destroy() }
}
