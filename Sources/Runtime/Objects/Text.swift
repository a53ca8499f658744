/// A str: code points in 1, 2 or 4 bytes each, the smallest width that holds the largest code point (so equal strings have equal layout).
/// Immutable once a second owner can see it.
@frozen
public struct StrObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// Number of code points.
  public var count: Int
  /// Cached hash, -1 = not computed (no str hashes to -1).
  public var hash: Int
  /// 1, 2 or 4 bytes per code point.
  public var width: UInt8
  /// All code points are below 128 (implies width 1).
  public var isASCII: Bool
  /// Rounds the size up, so that units of 4 bytes are aligned.
  public var reserved: UInt32
  // code units inline; a subclass instance keeps words of its own behind them (`extraWords(of:)`)
}

extension Ref where T == StrObject {
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> { trailing() }
  /// The code point at `index` (0 ..< count).
  @inlinable @inline(__always) public func codePoint(_ index: Int) -> UInt32 {
    switch self.width {
    case 1: UInt32(bytes[index])
    case 2: UInt32(trailing(UInt16.self)[index])
    default: trailing(UInt32.self)[index]
    }
  }
}

/// bytes: immutable.
@frozen
public struct BytesObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var count: Int
  /// Cached hash, -1 = not computed.
  public var hash: Int
  // bytes inline; a subclass instance keeps words of its own behind them (`extraWords(of:)`)
}

extension Ref where T == BytesObject {
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> { trailing() }
}

@frozen
public struct ByteArrayObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// A `.rawBuffer`, or none.
  public var buffer: Ref<BufferObject>
  public var count: Int
  /// Number of live buffer exports; while it is not 0 the size may not change.
  public var exports: Int
}

/// A buffer cell: items owned by one object.
@frozen
public struct BufferObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// In items of the owner's choosing.
  public var capacity: Int
  // items inline
}
