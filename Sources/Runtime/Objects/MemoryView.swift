/// memoryview: a view on the bytes of a bytes or bytearray object, one dimension. A `.record`.
@frozen
public struct MemoryViewObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// The bytes or bytearray; null when the view was released.
  public var source: Value
  /// A str of the struct module's format characters, `B` at first.
  public var format: Value
  // raw
  /// Byte offset of the first item in the source.
  public var offset: Int
  /// Items.
  public var count: Int
  /// Bytes from one item to the next (negative when reversed).
  public var stride: Int
  public var itemSize: Int
  public var isReadOnly: Bool
}

extension Ref where T == MemoryViewObject {
  @inlinable @inline(__always) public var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
  @inlinable @inline(__always) public var format: Value { get { layout.format } nonmutating set { layout.format = newValue } }
  @inlinable @inline(__always) public var offset: Int { get { layout.offset } nonmutating set { layout.offset = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var stride: Int { get { layout.stride } nonmutating set { layout.stride = newValue } }
  @inlinable @inline(__always) public var itemSize: Int { get { layout.itemSize } nonmutating set { layout.itemSize = newValue } }
  @inlinable @inline(__always) public var isReadOnly: Bool { get { layout.isReadOnly } nonmutating set { layout.isReadOnly = newValue } }
}

/// The bytes of a bytes-like object, where they lie. They stay there while the object lives and, for a bytearray, is not resized.
@frozen
public struct ByteView: BitwiseCopyable {
  public var base: UnsafePointer<UInt8>
  public var count: Int

  @inlinable public init(base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  /// nil if `v` is not bytes-like (bytes, bytearray, contiguous memoryview or subclasses).
  public init?(_ t: Thread, _ v: Value) {
    switch v.kind {
    case .bytes:
      let b = v.unchecked(as: BytesObject.self)
      self.init(base: b.bytes, count: b.count)
    case .bytearray:
      let b = v.unchecked(as: ByteArrayObject.self)
      self.init(base: b.bytes, count: b.count)
    case .record where v.object.type == t.types.memoryview:
      let view = v.unchecked(as: MemoryViewObject.self)
      guard !view.source.isNull, view.stride == view.itemSize, let source = ByteView(t, view.source) else { return nil }
      // A bytearray may have shrunk under its views.
      guard view.offset + view.count * view.itemSize <= source.count else { return nil }
      self.init(base: source.base + view.offset, count: view.count * view.itemSize)
    default: return nil
    }
  }

  @inlinable public subscript(index: Int) -> UInt8 { base[index] }
}

extension Thread {
  /// The bytes of a bytes-like object. TypeError ("a bytes-like object is required, not 'str'"), BufferError for a view with gaps.
  public func bytesLike(_ v: Value) throws(Raised) -> ByteView {
    if let view = ByteView(self, v) { return view }
    throw notBytesLike(v) ?? raise(self.types.typeError, "a bytes-like object is required, not '%T'", v)
  }

  /// What is wrong with a memoryview that gives no bytes; nil for everything else.
  public func notBytesLike(_ v: Value) -> Raised? {
    guard v.isObject, v.object.type == self.types.memoryview else { return nil }
    if v.unchecked(as: MemoryViewObject.self).source.isNull {
      return raise(self.types.valueError, "operation forbidden on released memoryview object")
    }
    return raise(self.types.bufferError, "memoryview: underlying buffer is not C-contiguous")
  }
}
