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
  func set(_ index: Int, _ address: UInt) { list[head + index] = address }

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

extension AddressQueue {
  /// Puts the weak references from position `first` on in the order of their callbacks: objects as they come, the references to one object
  /// newest first.
  func orderCallbacks(from first: Int) {
    let count = count - first
    var entries = UnsafeMutableBufferPointer<(target: UInt64, group: Int, position: Int)>.allocate(capacity: count)
    defer { entries.deallocate() }
    for i in 0..<count { entries[i] = (Ref<WeakReferenceObject>(bits: UInt64(self[first + i])).oldTarget, 0, i) }
    entries.sort { ($0.target, $0.position) < ($1.target, $1.position) }
    for i in 0..<count { entries[i].group = i > 0 && entries[i].target == entries[i - 1].target ? entries[i - 1].group : entries[i].position }
    entries.sort { ($0.group, -$0.position) < ($1.group, -$1.position) }
    let addresses = UnsafeMutableBufferPointer<UInt>.allocate(capacity: count)
    defer { addresses.deallocate() }
    for i in 0..<count { addresses[i] = self[first + i] }
    for i in 0..<count { set(first + i, addresses[entries[i].position]) }
  }
}
