import Glibc
import Runtime

/// `__buffer__` and `__release_buffer__` of the native types that show their bytes (PEP 688).
public enum BufferMethods {
  public static let buffer = NativeFunctionSpec(
    "__buffer__(self, flags, /)", "Return a buffer object that exposes the underlying memory of the object."
  ) { t, a throws(Raised) in
    let given = try t.asIndex(a[1])
    if given > Int(Int32.max) || given < Int(Int32.min) && t.has(.bufferFlagsChecked) { throw t.raise(.bufferFlagsTooLarge) }
    let flags = Int(Int32(truncatingIfNeeded: given))
    var view: Ref<MemoryViewObject>
    if a[0].object.type == t.types.memoryview {
      view = try MemoryViewType.duplicate(t, try MemoryViewType.view(t, a[0]))
      view.object = a[0]
    } else {
      view = try t.makeMemoryView(a[0])
    }
    if flags & 1 != 0, view.isReadOnly {
      t.release(view)
      throw BytesSupport.notWritable(t, a[0])
    }
    if flags & BufferFlags.format == 0, a[0].object.type != t.types.memoryview { view.format = t.interpreter.latin1[66] }
    if a[0].object.type == t.types.memoryview {
      do throws(Raised) { try reduce(t, &view, flags) } catch {
        t.release(view)
        throw error
      }
    }
    return Value(view)
  }

  /// What somebody may ask of a buffer (PyBUF_...).
  private enum BufferFlags {
    static let format = 0x4, shape = 0x8, strides = 0x18, contiguous = 0x38, fortran = 0x58, either = 0x98
  }

  /// Leaves out of another view's shape and format what was not asked for (CPython: `memory_getbuf`).
  private static func reduce(_ t: Thread, _ view: inout Ref<MemoryViewObject>, _ flags: Int) throws(Raised) {
    func refuse(_ flag: Int, unless holds: Bool, _ message: StaticString) throws(Raised) {
      if flags & flag == flag, !holds { throw t.raise(t.types.bufferError, message) }
    }
    let isContiguous = view.isContiguous
    try refuse(BufferFlags.contiguous, unless: isContiguous, "memoryview: underlying buffer is not C-contiguous")
    try refuse(BufferFlags.fortran, unless: view.isFortranContiguous, "memoryview: underlying buffer is not Fortran contiguous")
    try refuse(BufferFlags.either, unless: isContiguous || view.isFortranContiguous, "memoryview: underlying buffer is not contiguous")
    if flags & BufferFlags.strides != BufferFlags.strides, !isContiguous {
      throw t.raise(t.types.bufferError, "memoryview: underlying buffer is not C-contiguous")
    }
    if flags & BufferFlags.shape == 0 {
      if flags & BufferFlags.format != 0 {
        throw t.raise(t.types.bufferError, "memoryview: cannot cast to unsigned bytes if the format flag is present")
      }
      view.count = view.itemCount
      view.dimensions = 1
      view.shape = .none
      view.stride = view.itemSize
    }
    if flags & BufferFlags.format == 0 { view.format = t.interpreter.latin1[66] }
  }

  public static let releaseBuffer = NativeFunctionSpec(
    "__release_buffer__(self, buffer, /)", "Release the buffer object that exposes the underlying memory of the object."
  ) { t, a throws(Raised) in
    guard a[1].isKind(.record), a[1].object.type == t.types.memoryview else { throw t.raise(t.types.typeError, "expected a memoryview object") }
    let view: Ref<MemoryViewObject> = a[1].unchecked()
    if view.source.isNull { throw t.raise(t.types.valueError, "memoryview's buffer has already been released") }
    guard view.object == a[0] else { throw t.raise(t.types.valueError, "memoryview's buffer is not this object") }
    try MemoryViewType.release(t, a[1])
    return .none
  }
}

/// What code that takes bytes-like objects asks for.
extension BytesSupport {
  /// The memoryview that the `__buffer__` of a Python class gives for `v`; null if it has none. Ends with `endBuffer`.
  static func callBuffer(_ t: Thread, _ v: Value, flags: Int) throws(Raised) -> Value {
    guard v.isObject, v.object.type.flags.contains(.heap), t.has(.bufferMethods) else { return .null }
    let method = t.lookupSpecial(v, .__buffer__)
    if method.isNull || method.isKind(.nativeFunction) { return .null }
    let given = try t.callSpecial(method, v, Value(small: flags))
    guard given.isKind(.record), given.object.type == t.types.memoryview else {
      throw t.raise(t.types.typeError, "__buffer__ returned non-memoryview object")
    }
    return given
  }

  /// Tells the object that its buffer is no longer used.
  static func endBuffer(_ t: Thread, _ v: Value, _ given: Value) throws(Raised) {
    let method = t.lookupSpecial(v, .__release_buffer__)
    if !method.isNull, !method.isKind(.nativeFunction) {
      do throws(Raised) { _ = try t.callSpecial(method, v, given) } catch { t.reportUnraisable(v, while: "releasing buffer") }
    }
    try MemoryViewType.release(t, given)
  }

  /// The bytes of a bytes-like object, also of one that has only a `__buffer__` (then a copy of them); nil if it is none.
  static func anyBytes(_ t: Thread, _ v: Value, flags: Int = 0) throws(Raised) -> ByteView? {
    if let view = ByteView(t, v), !v.isObject || !v.object.type.flags.contains(.heap) { return view }
    let given = try callBuffer(t, v, flags: flags)
    if given.isNull { return ByteView(t, v) }
    let copy = try MemoryViewShape.bytes(t, try MemoryViewType.view(t, given))
    try endBuffer(t, v, given)
    return view(copy)
  }

  /// The contents of a bytes-like object, scattered memory included, as bytes; nil if it is none.
  static func copyOfBuffer(_ t: Thread, _ v: Value) throws(Raised) -> Value? {
    if v.isKind(.record), v.object.type == t.types.memoryview { return try MemoryViewShape.bytes(t, try MemoryViewType.view(t, v)) }
    guard let view = try anyBytes(t, v, flags: 0x11C) else { return nil }
    return try t.bytes(copying: view.base, count: view.count)
  }

  /// BufferError: the object's bytes may not be changed.
  static func notWritable(_ t: Thread, _ v: Value) -> Raised {
    if v.isKind(.record) { return t.raise(t.types.bufferError, "memoryview: underlying buffer is not writable") }
    return t.raise(t.types.bufferError, "Object is not writable.")
  }

  /// Why `v` has no run of bytes: it is released or scattered memory, or nothing bytes-like at all.
  static func notBytesLike(_ t: Thread, _ v: Value) -> Raised {
    if v.isKind(.record), v.object.type == t.types.memoryview {
      if v.unchecked(as: MemoryViewObject.self).source.isNull {
        return t.raise(t.types.valueError, "operation forbidden on released memoryview object")
      }
      return t.raise(t.types.bufferError, "memoryview: underlying buffer is not C-contiguous")
    }
    return t.raise(t.types.typeError, "a bytes-like object is required, not '%T'", v)
  }
}

extension Thread {
  /// The bytes of a bytes-like object (an argument that CPython takes with `y*`). They stay where they are while the object lives and is not resized.
  ///
  /// - Throws: TypeError ("a bytes-like object is required, not 'T'"), BufferError for scattered and ValueError for released memory.
  public func bufferBytes(_ v: Value) throws(Raised) -> ByteView { try BytesSupport.bytesLike(self, v) }

  /// The bytes as hexadecimal digits, a separator (null = none) between groups of `group` bytes: `bytes.hex`.
  public func hexadecimal(_ view: ByteView, separator: Value, group: Int) throws(Raised) -> Value {
    try BytesType.hex(self, view, separator, group)
  }

  /// `memoryview(v)`
  public func memoryView(of v: Value) throws(Raised) -> Ref<MemoryViewObject> { try MemoryViewType.make(self, v).unchecked() }

  /// The bytes that a view shows, one item behind the other.
  public func bytes(of view: Ref<MemoryViewObject>) throws(Raised) -> Value { try MemoryViewShape.bytes(self, view) }
}

/// Items in native formats, for modules with layouts of their own.
public enum MemoryItem {
  /// The item at an address; `code` is a character of the struct module, native.
  public static func load(_ t: Thread, _ code: UInt8, _ bytes: UnsafePointer<UInt8>) throws(Raised) -> Value {
    try MemoryViewItems.load(t, MemoryViewFormat(code: code), bytes)
  }

  /// Writes the low `size` bytes (1, 2, 4 or 8) of `bits`.
  public static func store(_ bits: UInt64, _ size: Int, _ at: UnsafeMutablePointer<UInt8>) { MemoryViewItems.store(bits, size, at) }
}
