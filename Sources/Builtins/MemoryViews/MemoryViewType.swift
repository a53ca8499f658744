import Glibc
import Runtime

/// The tables of `memoryview` (CPython: Objects/memoryobject.c).
enum MemoryViewType {
  static let spec = TypeSpec(
    "memoryview", doc: "Create a new memoryview object which references the given object.",
    functions: lifecycle + MemoryViewSubscripts.functions + MemoryViewComparison.functions + MemoryViewShape.functions, attributes: attributes)

  /// The view `v`; ValueError if it was released.
  static func view(_ t: Thread, _ v: Value) throws(Raised) -> Ref<MemoryViewObject> {
    let view = v.unchecked(as: MemoryViewObject.self)
    if view.source.isNull { throw t.raise(t.types.valueError, "operation forbidden on released memoryview object") }
    if !view.source.isKind(.bytes), !isWithinSource(t, view) {
      throw t.raise(t.types.bufferError, "the object of a memoryview was resized")
    }
    return view
  }

  /// Whether all items lie within the bytes of the source. (They do, unless the collector took the view for dead: `Thread.checkResizable`.)
  private static func isWithinSource(_ t: Thread, _ view: Ref<MemoryViewObject>) -> Bool {
    guard let source = ByteView(t, view.source) else { return false }
    var (low, high) = (view.offset, view.offset &+ view.itemSize)
    for d in 0..<view.dimensions {
      let length = view.length(d)
      if length == 0 { return true }
      let reach = (length - 1) * view.stride(d)
      if reach < 0 { low += reach } else { high += reach }
    }
    return low >= 0 && high <= source.count
  }

  /// Where the first item lies.
  static func base(_ t: Thread, _ view: Ref<MemoryViewObject>) -> UnsafeMutablePointer<UInt8> {
    guard let source = ByteView(t, view.source) else { return UnsafeMutablePointer(mutating: BytesSupport.view(t.interpreter.emptyBytes).base) }
    return UnsafeMutablePointer(mutating: source.base) + view.offset
  }

  /// Another view of the same items.
  static func duplicate(_ t: Thread, _ view: Ref<MemoryViewObject>) throws(Raised) -> Ref<MemoryViewObject> {
    let result = try t.allocate(MemoryViewObject.self, kind: .record, type: t.types.memoryview, tracedWords: MemoryViewObject.tracedWords)
    result.object = view.object
    result.format = view.format
    result.shape = view.shape
    result.lease = view.lease
    result.offset = view.offset
    result.count = view.count
    result.stride = view.stride
    result.itemSize = view.itemSize
    result.dimensions = view.dimensions
    result.isReadOnly = view.isReadOnly
    result.source = view.source
    t.addExports(view.source, 1)
    if !view.lease.isNone { view.lease.users += 1 }
    return result
  }

  // MARK: Making and releasing

  /// `memoryview(v)`
  static func make(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isKind(.record), v.object.type == t.types.memoryview { return Value(try duplicate(t, try view(t, v))) }
    let leased = try lease(t, v, fullReadOnly)
    if !leased.isNull { return leased }
    guard ByteView(t, v) != nil else { throw t.raise(t.types.typeError, "memoryview: a bytes-like object is required, not '%T'", v) }
    return Value(try t.makeMemoryView(v))
  }

  /// PyBUF_FULL_RO: everything may differ from a run of writable bytes.
  private static let fullReadOnly = 0x11C

  /// A view of what the `__buffer__` of a Python class gives; null if there is none.
  private static func lease(_ t: Thread, _ v: Value, _ flags: Int) throws(Raised) -> Value {
    let given = try BytesSupport.callBuffer(t, v, flags: flags)
    if given.isNull { return .null }
    let inner = try view(t, given)
    let result = try duplicate(t, inner)
    let lease = try t.allocate(BufferLeaseObject.self, kind: .record, type: .none, tracedWords: 2)
    lease.owner = v
    lease.view = given
    lease.users = 1
    result.lease = lease
    result.object = v
    return Value(result)
  }

  /// `release()`, once.
  static func release(_ t: Thread, _ v: Value) throws(Raised) {
    let view = v.unchecked(as: MemoryViewObject.self)
    if view.source.isNull { return }
    let lease = view.lease
    t.release(view)
    if lease.isNone { return }
    lease.users -= 1
    if lease.users == 0 { try BytesSupport.endBuffer(t, lease.owner, lease.view) }
  }

  private static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, object)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      try MemoryViewType.make(t, a[1])
    },
    .init("_from_flags(cls, /, object, flags)", "Create a new memoryview object which references the given object, with flags.", binding: .classMethod) {
      t, a throws(Raised) in
      let flags = try t.parsedInt(a[2])
      let leased = try MemoryViewType.lease(t, a[1], flags)
      if !leased.isNull { return leased }
      let result = try MemoryViewType.make(t, a[1])
      if flags & 1 != 0, result.unchecked(as: MemoryViewObject.self).isReadOnly { throw BytesSupport.notWritable(t, a[1]) }
      return result
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      var text = TextBuilder(t)
      let isReleased = a[0].unchecked(as: MemoryViewObject.self).source.isNull
      try text.append(isReleased ? "<released memory at 0x" : "<memory at 0x")
      try text.append(String(a[0].bits, radix: 16))
      try text.append(">")
      return try text.finish()
    },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      if !view.isReadOnly { throw t.raise(t.types.valueError, "cannot hash writable memoryview object") }
      guard MemoryViewFormat(view).isByte else {
        throw t.raise(t.types.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
      }
      _ = try t.hash(view.object)
      let bytes = try MemoryViewShape.bytes(t, view)
      return try t.int(t.hashOfBytes(bytes.unchecked()))
    },
    .init("__enter__(self, /)") { t, a throws(Raised) in
      _ = try MemoryViewType.view(t, a[0])
      return a[0]
    },
    .init("__exit__(self, /////, *exc_info)", "Release the underlying buffer exposed by the memoryview object.") { t, a throws(Raised) in
      try MemoryViewType.release(t, a[0])
      return .none
    },
    .init("release(self, /)", "Release the underlying buffer exposed by the memoryview object.") { t, a throws(Raised) in
      try MemoryViewType.release(t, a[0])
      return .none
    },
    BufferMethods.buffer, BufferMethods.releaseBuffer,
  ]

  // MARK: Attributes

  private static let attributes: [NativeAttributeSpec] = [
    .init("obj", "The underlying object of the memoryview.", get: { t, a throws(Raised) in try MemoryViewType.view(t, a[0]).object }),
    .init("nbytes", "The amount of space in bytes that the array would use in a contiguous representation.", get: { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      return try t.int(view.itemCount * view.itemSize)
    }),
    .init("readonly", "A bool indicating whether the memory is read only.", get: { t, a throws(Raised) in
      Value(try MemoryViewType.view(t, a[0]).isReadOnly)
    }),
    .init("itemsize", "The size in bytes of each element of the memoryview.", get: { t, a throws(Raised) in
      Value(small: try MemoryViewType.view(t, a[0]).itemSize)
    }),
    .init("format", "A string containing the format (in struct module style) for each element in the view.", get: { t, a throws(Raised) in
      try MemoryViewType.view(t, a[0]).format
    }),
    .init("ndim", "An integer indicating how many dimensions of a multi-dimensional array the memory represents.", get: { t, a throws(Raised) in
      Value(small: try MemoryViewType.view(t, a[0]).dimensions)
    }),
    .init("shape", "A tuple of ndim integers giving the shape of the memory as an N-dimensional array.", get: { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      let result = try t.tuple(count: view.dimensions)
      for d in 0..<view.dimensions { result.items[d] = try t.int(view.length(d)) }
      return Value(result)
    }),
    .init("strides", "A tuple of ndim integers giving the size in bytes to access each element for each dimension of the array.", get: {
      t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      let result = try t.tuple(count: view.dimensions)
      for d in 0..<view.dimensions { result.items[d] = try t.int(view.stride(d)) }
      return Value(result)
    }),
    .init("suboffsets", "A tuple of integers used internally for PIL-style arrays.", get: { t, a throws(Raised) in
      _ = try MemoryViewType.view(t, a[0])
      return t.interpreter.emptyTuple
    }),
    .init("c_contiguous", "A bool indicating whether the memory is C contiguous.", get: { t, a throws(Raised) in
      Value(try MemoryViewType.view(t, a[0]).isContiguous)
    }),
    .init("f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", get: { t, a throws(Raised) in
      Value(try MemoryViewType.view(t, a[0]).isFortranContiguous)
    }),
    .init("contiguous", "A bool indicating whether the memory is contiguous.", get: { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      return Value(view.isContiguous || view.isFortranContiguous)
    }),
  ]
}
