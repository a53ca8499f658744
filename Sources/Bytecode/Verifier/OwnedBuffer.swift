#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run of trivial values in memory of its own: an array without reference counts and copies on write.
///
/// Every access is checked, as an array's is.
struct OwnedBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// Nil as long as the capacity is 0.
  private var base: UnsafeMutablePointer<Element>?
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer with room for `capacity` values; no memory is allocated for none.
  init(capacity: Int = 0) {
    self.capacity = capacity
    base = capacity > 0 ? OwnedBuffer.allocate(capacity) : nil
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    append(repeating: element, count: count)
  }

  deinit { free(base) }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let (size, isTooLarge) = capacity.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !isTooLarge, let memory = malloc(size) else { preconditionFailure("out of memory") }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  /// The memory; there must be values in it, or room for some.
  @inline(__always)
  private var memory: UnsafeMutablePointer<Element> { base.unsafelyUnwrapped }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return memory[index]
    }
    @inline(__always)
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      memory[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    (memory + count).initialize(to: element)
    count += 1
  }

  mutating func append(repeating element: Element, count more: Int) {
    precondition(more >= 0)
    guard more > 0 else { return }
    if capacity - count < more { grow(by: more) }
    (memory + count).initialize(repeating: element, count: more)
    count += more
  }

  /// Appends `length` values of another buffer, from the place `start` on.
  @inline(__always)
  mutating func append(_ other: borrowing OwnedBuffer<Element>, from start: Int = 0, count length: Int) {
    precondition(start >= 0 && length >= 0 && length <= other.count - start)
    guard length > 0 else { return }
    if capacity - count < length { grow(by: length) }
    (memory + count).initialize(from: other.memory + start, count: length)
    count += length
  }

  /// Drops the last `length` values.
  @inline(__always)
  mutating func removeLast(_ length: Int = 1) {
    precondition(length >= 0 && length <= count)
    count -= length
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Copies `length` values from one place to another within the buffer; the places may overlap.
  mutating func move(_ length: Int, from start: Int, to target: Int) {
    precondition(min(start, target) >= 0 && length >= 0 && length <= count - max(start, target))
    guard length > 0 else { return }
    (memory + target).update(from: memory + start, count: length)
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let wanted = max(2 * capacity, count + more, 8)
    let larger = OwnedBuffer.allocate(wanted)
    if count > 0 { larger.moveInitialize(from: memory, count: count) }
    free(base)
    base = larger
    capacity = wanted
  }
}
