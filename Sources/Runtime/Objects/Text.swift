/// A str: code points in 1, 2 or 4 bytes each, the smallest width that holds the largest code point (so equal strings have equal layout).
/// Immutable once a second owner can see it.
@frozen
public struct StrObject: HeapCell {
  public var header: ObjectHeader
  /// Number of code points.
  public var count: Int
  /// Cached hash, -1 = not computed (no str hashes to -1).
  public var hash: Int
  /// 1, 2 or 4 bytes per code point.
  public var width: UInt8
  /// All code points are below 128 (implies width 1).
  public var isASCII: Bool
  /// Made by `+`: if more is appended, room is left for still more (see `strConcat`).
  var isConcatenation: Bool
  /// Rounds the size up to 36, so that units of 4 bytes are aligned.
  var reserved: UInt8
  // code units inline, or (flag `.special`) at the next word a `Ref<AppendBuffer>` that holds them; a subclass instance keeps words of its own behind them (`extraWords(of:)`)
}

extension Ref where T == StrObject {
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var hash: Int { get { layout.hash } nonmutating set { layout.hash = newValue } }
  @inlinable @inline(__always) public var width: UInt8 { get { layout.width } nonmutating set { layout.width = newValue } }
  @inlinable @inline(__always) public var isASCII: Bool { get { layout.isASCII } nonmutating set { layout.isASCII = newValue } }
  @inline(__always) var isConcatenation: Bool { get { layout.isConcatenation } nonmutating set { layout.isConcatenation = newValue } }
}

/// The code units of strs that grew by `s += x`: a cell of kind `.rawBuffer`. Several strs share it, each a prefix of what is there; only the one
/// that reaches to the end (`filled`) can be appended to in place.
@frozen
public struct AppendBuffer: HeapCell {
  public var header: ObjectHeader
  /// Bytes behind this struct.
  var capacity: Int
  /// Bytes in use.
  var filled: Int
}

extension Ref where T == AppendBuffer {
  @inline(__always) var capacity: Int { get { layout.capacity } nonmutating set { layout.capacity = newValue } }
  @inline(__always) var filled: Int { get { layout.filled } nonmutating set { layout.filled = newValue } }
}

extension Ref where T == StrObject {
  /// The code units, `count` of `width` bytes each.
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> {
    let inline: UnsafeMutablePointer<UInt8> = trailing()
    return _slowPath(header.flags.rawValue & ObjectFlags.special.rawValue != 0) ? sharedUnits : inline
  }
  /// Where the units of a str with the flag `.special` lie.
  @usableFromInline var sharedUnits: UnsafeMutablePointer<UInt8> { appendBuffer.trailing() }
  /// Of a str with the flag `.special`.
  @inline(__always) var appendBuffer: Ref<AppendBuffer> {
    get { raw.load(fromByteOffset: MemoryLayout<StrObject>.stride, as: Ref<AppendBuffer>.self) }
    nonmutating set { raw.storeBytes(of: newValue, toByteOffset: MemoryLayout<StrObject>.stride, as: Ref<AppendBuffer>.self) }
  }

  @inlinable @inline(__always) public var units8: UnsafeMutablePointer<UInt8> { bytes }
  @inlinable @inline(__always) public var units16: UnsafeMutablePointer<UInt16> {
    UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt16.self)
  }
  @inlinable @inline(__always) public var units32: UnsafeMutablePointer<UInt32> {
    UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
  }

  /// The code point at `index` (0 ..< count).
  @inlinable @inline(__always) public func codePoint(_ index: Int) -> UInt32 {
    let width = self.width
    if width == 1 { return UInt32(units8[index]) }
    return width == 2 ? UInt32(units16[index]) : units32[index]
  }
}

/// bytes: immutable.
@frozen
public struct BytesObject: HeapCell {
  public var header: ObjectHeader
  public var count: Int
  /// Cached hash, -1 = not computed.
  public var hash: Int
  // bytes inline; a subclass instance keeps words of its own behind them (`extraWords(of:)`)
}

extension Ref where T == BytesObject {
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var hash: Int { get { layout.hash } nonmutating set { layout.hash = newValue } }

  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> { trailing() }
}

@frozen
public struct ByteArrayObject: HeapCell {
  public var header: ObjectHeader
  /// A `.rawBuffer`, or none.
  public var buffer: Ref<BufferObject>
  public var count: Int
  /// Views that are not known to be gone (`Thread.checkResizable`).
  public var exports: Int
}

extension Ref where T == ByteArrayObject {
  @inlinable @inline(__always) public var exports: Int { get { layout.exports } nonmutating set { layout.exports = newValue } }
  @inlinable @inline(__always) public var buffer: Ref<BufferObject> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
}

/// A buffer cell: items owned by one object.
@frozen
public struct BufferObject: HeapCell {
  public var header: ObjectHeader
  /// In items of the owner's choosing.
  public var capacity: Int
  // items inline
}

extension Ref where T == BufferObject {
  @inlinable @inline(__always) public var capacity: Int { get { layout.capacity } nonmutating set { layout.capacity = newValue } }
}
