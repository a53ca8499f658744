/// An immutable run of bytes, usually a window of the file it was read from, so that reading makes no copies.
///
/// The window keeps the whole underlying array alive. Files of 4 GB and more cannot be represented; the marshal reader
/// refuses them.
public struct ByteString: Sendable {
  let storage: [UInt8]
  let start: UInt32
  let end: UInt32

  /// A window of `storage`. `range` must lie inside it.
  package init(storage: [UInt8], range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= storage.count && storage.count <= Int(UInt32.max))
    self.storage = storage
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// The bytes of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.init(storage: bytes, range: 0..<bytes.count)
  }

  public init() {
    self.init([])
  }

  /// Runs `body` on the bytes in memory; the pointer is valid only during the call.
  @inline(__always)
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let window = Int(start)..<Int(end)
    return try storage.withUnsafeBufferPointer { (whole) throws(Failure) -> Result in
      try body(UnsafeBufferPointer(rebasing: whole[window]))
    }
  }

  /// The bytes as an array of their own.
  public var array: [UInt8] { Array(storage[Int(start)..<Int(end)]) }
}

extension ByteString: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { Int(end) - Int(start) }
  public var count: Int { endIndex }
  public var isEmpty: Bool { start == end }

  public subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return storage[Int(start) + position]
  }

  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBytes(body)
  }
}

extension ByteString: Hashable {
  public static func == (left: ByteString, right: ByteString) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        // Two references to one object of a file are the same memory.
        left.baseAddress == right.baseAddress || ByteHash.areEqual(left, right)
      }
    }
  }

  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension ByteString: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: UInt8...) {
    self.init(elements)
  }
}
