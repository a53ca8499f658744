/// memoryview: a view on the bytes of another object, of any number of dimensions. A `.record`.
@frozen
public struct MemoryViewObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// The object whose bytes they are: bytes, bytearray or a `.bufferOwner`; null when the view was released.
  public var source: Value
  /// What `obj` says: the source, or the object with `__buffer__` that gave it.
  public var object: Value
  /// A str of the struct module's format characters, `B` at first.
  public var format: Value
  /// The lengths of all dimensions, then their strides; none for views of one dimension, where `count` and `stride` say it.
  public var shape: Ref<BufferObject>
  /// What the views of one call of `__buffer__` have in common; none for others.
  public var lease: Ref<BufferLeaseObject>
  // raw
  /// Byte offset of the first item in the source.
  public var offset: Int
  /// Items of the first dimension; 1 if there is none.
  public var count: Int
  /// Bytes from one item of the first dimension to the next (negative when reversed).
  public var stride: Int
  public var itemSize: Int
  public var dimensions: Int
  public var isReadOnly: Bool
  public static let tracedWords = 5
}

extension Ref where T == MemoryViewObject {
  @inlinable @inline(__always) public var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
  @inlinable @inline(__always) public var object: Value { get { layout.object } nonmutating set { layout.object = newValue } }
  @inlinable @inline(__always) public var format: Value { get { layout.format } nonmutating set { layout.format = newValue } }
  @inlinable @inline(__always) public var shape: Ref<BufferObject> { get { layout.shape } nonmutating set { layout.shape = newValue } }
  @inlinable @inline(__always) public var lease: Ref<BufferLeaseObject> { get { layout.lease } nonmutating set { layout.lease = newValue } }
  @inlinable @inline(__always) public var offset: Int { get { layout.offset } nonmutating set { layout.offset = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var stride: Int { get { layout.stride } nonmutating set { layout.stride = newValue } }
  @inlinable @inline(__always) public var itemSize: Int { get { layout.itemSize } nonmutating set { layout.itemSize = newValue } }
  @inlinable @inline(__always) public var dimensions: Int { get { layout.dimensions } nonmutating set { layout.dimensions = newValue } }
  @inlinable @inline(__always) public var isReadOnly: Bool { get { layout.isReadOnly } nonmutating set { layout.isReadOnly = newValue } }

  /// Items of a dimension.
  public func length(_ dimension: Int) -> Int {
    shape.isNone ? count : shape.trailing(Int.self)[dimension]
  }

  /// Bytes from one item of a dimension to the next.
  public func stride(_ dimension: Int) -> Int {
    shape.isNone ? stride : shape.trailing(Int.self)[dimensions + dimension]
  }

  /// Items of all dimensions together.
  public var itemCount: Int {
    var product = 1
    for d in 0..<dimensions { product *= length(d) }
    return product
  }

  /// Whether the items lie one behind the other, the last index running fastest.
  public var isContiguous: Bool {
    if dimensions == 1 { return stride == itemSize || count == 1 }
    var expected = itemSize
    for d in (0..<dimensions).reversed() {
      if length(d) == 0 { return true }
      if length(d) > 1 && stride(d) != expected { return false }
      expected *= length(d)
    }
    return true
  }

  /// The same for the first index running fastest.
  public var isFortranContiguous: Bool {
    if dimensions <= 1 { return isContiguous }
    for d in 0..<dimensions where length(d) == 0 { return true }
    var expected = itemSize
    for d in 0..<dimensions {
      if length(d) > 1 && stride(d) != expected { return false }
      expected *= length(d)
    }
    return true
  }
}

/// One call of a `__buffer__` written in Python: when the last view is released, the object's `__release_buffer__` is called.
@frozen
public struct BufferLeaseObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// The object that was asked.
  public var owner: Value
  /// The memoryview that it gave.
  public var view: Value
  // raw
  /// Views that are not released.
  public var users: Int
}

extension Ref where T == BufferLeaseObject {
  @inlinable @inline(__always) public var owner: Value { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inlinable @inline(__always) public var view: Value { get { layout.view } nonmutating set { layout.view = newValue } }
  @inlinable @inline(__always) public var users: Int { get { layout.users } nonmutating set { layout.users = newValue } }
}

/// An object of a native module that shows its bytes to others, such as array.array: the layout that all cells of kind `.bufferOwner` begin with.
@frozen
public struct BufferOwnerObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// The `.rawBuffer` cell with the bytes; none while there are none.
  public var buffer: Ref<BufferObject>
  /// The struct module's format of an item, a str.
  public var format: Value
  // raw
  /// Items.
  public var count: Int
  public var itemSize: Int
  /// Views that are not known to be gone (`Thread.checkResizable`).
  public var exports: Int
}

extension Ref where T == BufferOwnerObject {
  @inlinable @inline(__always) public var buffer: Ref<BufferObject> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inlinable @inline(__always) public var format: Value { get { layout.format } nonmutating set { layout.format = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var itemSize: Int { get { layout.itemSize } nonmutating set { layout.itemSize = newValue } }
  @inlinable @inline(__always) public var exports: Int { get { layout.exports } nonmutating set { layout.exports = newValue } }
  /// The bytes; while there is no buffer, an address that is never read.
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> {
    UnsafeMutablePointer<UInt8>(bitPattern: UInt(buffer.bits) &+ UInt(MemoryLayout<BufferObject>.size)).unsafelyUnwrapped
  }
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

  /// nil if `v` is not bytes-like (bytes, bytearray, array, contiguous memoryview or subclasses).
  public init?(_ t: Thread, _ v: Value) {
    switch v.kind {
    case .bytes:
      let b = v.unchecked(as: BytesObject.self)
      self.init(base: b.bytes, count: b.count)
    case .bytearray:
      let b = v.unchecked(as: ByteArrayObject.self)
      self.init(base: b.bytes, count: b.count)
    case .bufferOwner:
      let owner = v.unchecked(as: BufferOwnerObject.self)
      self.init(base: owner.bytes, count: owner.count * owner.itemSize)
    case .record where v.object.type == t.types.memoryview:
      let view = v.unchecked(as: MemoryViewObject.self)
      guard !view.source.isNull, view.isContiguous, let source = ByteView(t, view.source) else { return nil }
      let size = view.itemCount * view.itemSize
      // (A view of nothing may begin behind the end.)
      guard size == 0 || view.offset + size <= source.count else { return nil }
      self.init(base: source.base + (size == 0 ? 0 : view.offset), count: size)
    default: return nil
    }
  }

  /// The same for bytes that may be changed; nil if they may not.
  public static func writable(_ t: Thread, _ v: Value) -> UnsafeMutableBufferPointer<UInt8>? {
    if v.isKind(.bytes) { return nil }
    if v.isKind(.record), v.object.type == t.types.memoryview, v.unchecked(as: MemoryViewObject.self).isReadOnly { return nil }
    guard let view = ByteView(t, v) else { return nil }
    return UnsafeMutableBufferPointer(start: UnsafeMutablePointer(mutating: view.base), count: view.count)
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

// MARK: - Exports

extension Thread {
  /// Notes one view more (or less) of the bytes of `source`, which may not be resized while there are any.
  public func addExports(_ source: Value, _ change: Int) {
    switch source.kind {
    case .bytearray: source.unchecked(as: ByteArrayObject.self).exports += change
    case .bufferOwner: source.unchecked(as: BufferOwnerObject.self).exports += change
    default: break
    }
  }

  /// BufferError if views of the bytes of `source` exist. Views go when they are released, or when a collection finds that nothing reaches them:
  /// so one is made if need be.
  @inline(__always)
  public func checkResizable(_ source: Value, exports: Int) throws(Raised) {
    if _slowPath(exports != 0) { try checkExports(source) }
  }

  @inline(never)
  private func checkExports(_ source: Value) throws(Raised) {
    collectGarbage()
    // What only a word of the native stack seems to refer to is taken for dead: the word is almost always an old one, and a view that is used
    // after all sees that its bytes are gone.
    let marker = markExactly()
    var users = 0
    self.heap.forEachCell(bytes: MemoryLayout<MemoryViewObject>.size) { cell in
      guard cell.kind == .record, cell.type == self.types.memoryview, marker.isMarked(UInt(cell.bits)) else { return }
      if cell.cast(to: MemoryViewObject.self).source == source { users += 1 }
    }
    if source.isKind(.bytearray) {
      source.unchecked(as: ByteArrayObject.self).exports = users
    } else {
      source.unchecked(as: BufferOwnerObject.self).exports = users
    }
    if users > 0 { throw raise(self.types.bufferError, sizeFixedByExports(source)) }
  }

  private func sizeFixedByExports(_ source: Value) -> StaticString {
    source.isKind(.bytearray)
      ? "Existing exports of data: object cannot be re-sized" : "cannot resize an array that is exporting buffers"
  }

  /// A view of all bytes of `source`, which is bytes, a bytearray or a `.bufferOwner`.
  public func makeMemoryView(_ source: Value) throws(Raised) -> Ref<MemoryViewObject> {
    let view = try allocate(MemoryViewObject.self, kind: .record, type: self.types.memoryview, tracedWords: MemoryViewObject.tracedWords)
    view.dimensions = 1
    view.object = source
    if source.isKind(.bufferOwner) {
      let owner = source.unchecked(as: BufferOwnerObject.self)
      view.format = owner.format
      view.itemSize = owner.itemSize
      view.count = owner.count
    } else {
      view.format = self.interpreter.latin1[66]
      view.itemSize = 1
      view.count = ByteView(self, source)?.count ?? 0
    }
    view.stride = view.itemSize
    view.isReadOnly = source.isKind(.bytes)
    view.source = source
    addExports(source, 1)
    return view
  }

  /// Ends a view: its bytes may not be used through it any more.
  public func release(_ view: Ref<MemoryViewObject>) {
    if view.source.isNull { return }
    addExports(view.source, -1)
    view.source = .null
    view.object = .null
  }
}
