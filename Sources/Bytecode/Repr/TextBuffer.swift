/// UTF-8 text that grows at its end, in memory of its own: what the writers of large texts write to.
///
/// Small pieces are appended one by one. Who writes many asks once for room and stores through a `TextCursor`, which looks at no bounds.
///
/// Invariant: `base` points to `capacity` bytes, of which the first `count` are initialized.
///
/// Sendable because nothing else has a pointer to its memory.
public struct TextBuffer: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// In bytes.
  public private(set) var count = 0

  /// - Parameter capacity: The bytes to make room for at once.
  public init(capacity: Int = 64) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Forgets the text and keeps the memory.
  public mutating func removeAll() { count = 0 }

  /// Runs `body` on the text in memory; the pointer is valid only during the call.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A copy of the text.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Guarantees that `room` bytes can be written behind the text.
  @inline(__always)
  mutating func reserve(_ room: Int) {
    if capacity - count < room { grow(room) }
  }

  @inline(never)
  private mutating func grow(_ room: Int) {
    // Both sums are of sizes of memory that exists and of texts in memory: they cannot be near the largest Int.
    capacity = max(count + room, 2 * capacity)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  // MARK: Writing through a cursor

  /// A cursor at the end of the text with room for at least `room` bytes. What is written there belongs to the text once `end(at:)` has
  /// been called with it, and is lost if the buffer is changed otherwise before.
  @inline(__always)
  mutating func cursor(room: Int) -> TextCursor {
    reserve(room)
    return TextCursor(place: base + count, end: base + capacity)
  }

  /// Makes what was written through the last cursor part of the text.
  @inline(__always)
  mutating func end(at cursor: TextCursor) {
    assert(cursor.place >= base + count && cursor.place <= base + capacity)
    count = cursor.place - base
  }

  /// The place of a cursor, in bytes from the start of the text.
  @inline(__always)
  func offset(of cursor: TextCursor) -> Int { cursor.place - base }

  /// Guarantees that a cursor of this buffer has room for `room` bytes.
  @inline(__always)
  mutating func extend(_ cursor: inout TextCursor, room: Int) {
    guard cursor.room < room else { return }
    end(at: cursor)
    cursor = self.cursor(room: room)
  }

  // MARK: Writing pieces

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  public mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  mutating func append(repeating byte: UInt8, count repeats: Int) {
    guard repeats > 0 else { return }
    reserve(repeats)
    (base + count).update(repeating: byte, count: repeats)
    count += repeats
  }

  /// The decimal digits of `value`.
  mutating func append(_ value: UInt64) {
    var cursor = cursor(room: TextCursor.longestNumber)
    cursor.put(value)
    end(at: cursor)
  }

  /// The hexadecimal digits of `value`, at least `least` of them, which are at most 16.
  mutating func append(hexadecimal value: UInt64, least: Int) {
    let count = max(least, (64 - value.leadingZeroBitCount + 3) / 4)
    append(repeating: UInt8(ascii: "0"), count: count)
    var rest = value
    var place = self.count
    while rest != 0 {
      let digit = UInt8(truncatingIfNeeded: rest & 0xF)
      place -= 1
      // There are at least as many digits as the value has.
      base[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      rest >>= 4
    }
  }

  /// The generalized UTF-8 of a code point of at most 0x10FFFF.
  mutating func append(codePoint point: UInt32) {
    Text.encode(point) { append($0) }
  }

  /// Replaces a byte of the text. Precondition: 0 ≤ offset < `count`.
  mutating func replace(at offset: Int, by byte: UInt8) {
    precondition(offset >= 0 && offset < count)
    base[offset] = byte
  }
}

extension ByteString {
  /// The bytes in memory. Valid as long as a copy of this string, or whatever holds one, is alive: the elements of an array of Swift's own
  /// stay where they are while it is not changed, and the storage is never changed.
  @inline(__always)
  var memory: UnsafeBufferPointer<UInt8> {
    let base = storage.withUnsafeBufferPointer { $0.baseAddress }
    // The window lies within the storage since it was made.
    return UnsafeBufferPointer(start: base.map { $0 + Int(start) }, count: Int(end) - Int(start))
  }
}
