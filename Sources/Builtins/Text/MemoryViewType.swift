import Glibc
import Runtime

/// The tables of `memoryview`: views on bytes and bytearrays, of one dimension, with the native formats of the struct module.
enum MemoryViewType {
  static let spec = TypeSpec(
    "memoryview", doc: "Create a new memoryview object which references the given object.",
    functions: lifecycle + protocols + comparisons + methods, attributes: attributes)

  private static func view(_ t: Thread, _ v: Value) throws(Raised) -> Ref<MemoryViewObject> {
    let view = v.unchecked(as: MemoryViewObject.self)
    if view.source.isNull { throw t.raise(t.types.valueError, "operation forbidden on released memoryview object") }
    // A bytearray may have shrunk under its views.
    guard let source = ByteView(t, view.source), view.count == 0 || extent(view).high <= source.count else {
      throw t.raise(t.types.bufferError, "the object of a memoryview was resized")
    }
    return view
  }

  /// The bytes of the source that the view reaches: `low ..< high`.
  private static func extent(_ view: Ref<MemoryViewObject>) -> (low: Int, high: Int) {
    let last = view.offset + (view.count - 1) * view.stride
    return (min(view.offset, last), max(view.offset, last) + view.itemSize)
  }

  private static func base(_ t: Thread, _ view: Ref<MemoryViewObject>) -> UnsafeMutablePointer<UInt8> {
    let source = BytesSupport.view(view.source)
    return UnsafeMutablePointer(mutating: source.base) + view.offset
  }

  private static func make(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let result = try t.allocate(MemoryViewObject.self, kind: .record, type: t.types.memoryview, tracedWords: 2)
    if v.isObject && v.object.type == t.types.memoryview { return copy(try view(t, v), to: result) }
    guard let bytes = ByteView(t, v) else {
      throw t.raise(t.types.typeError, "memoryview: a bytes-like object is required, not '%T'", v)
    }
    result.source = v
    result.format = try t.str("B")
    result.count = bytes.count
    result.stride = 1
    result.itemSize = 1
    result.isReadOnly = v.isKind(.bytes)
    return Value(result)
  }

  private static func copy(_ view: Ref<MemoryViewObject>, to result: Ref<MemoryViewObject>) -> Value {
    result.source = view.source
    result.format = view.format
    result.offset = view.offset
    result.count = view.count
    result.stride = view.stride
    result.itemSize = view.itemSize
    result.isReadOnly = view.isReadOnly
    return Value(result)
  }

  private static func duplicate(_ t: Thread, _ view: Ref<MemoryViewObject>) throws(Raised) -> Ref<MemoryViewObject> {
    let result = try t.allocate(MemoryViewObject.self, kind: .record, type: t.types.memoryview, tracedWords: 2)
    _ = copy(view, to: result)
    return result
  }

  static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, object)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      try MemoryViewType.make(t, a[1])
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
      let bytes = try MemoryViewType.bytes(t, view)
      return try t.int(t.hashOfBytes(bytes.unchecked()))
    },
    .init("__enter__(self, /)") { t, a throws(Raised) in
      _ = try MemoryViewType.view(t, a[0])
      return a[0]
    },
    .init("__exit__(self, /, *exc_info)", "Release the underlying buffer exposed by the memoryview object.") { t, a throws(Raised) in
      a[0].unchecked(as: MemoryViewObject.self).source = .null
      return .none
    },
    .init("release(self, /)", "Release the underlying buffer exposed by the memoryview object.") { t, a throws(Raised) in
      a[0].unchecked(as: MemoryViewObject.self).source = .null
      return .none
    },
  ]

  // MARK: Items

  /// The one-character native format, without `@`.
  private static func code(_ view: Ref<MemoryViewObject>) -> UInt32 {
    let format = view.format.unchecked(as: StrObject.self)
    return format.codePoint(format.count - 1)
  }

  static func itemSize(_ code: UInt32) -> Int {
    switch UInt8(truncatingIfNeeded: code) {
    case UInt8(ascii: "B"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "?"): 1
    case UInt8(ascii: "H"), UInt8(ascii: "h"): 2
    case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "f"): 4
    case UInt8(ascii: "L"), UInt8(ascii: "l"), UInt8(ascii: "Q"), UInt8(ascii: "q"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "d"): 8
    default: 0
    }
  }

  private static func load(_ t: Thread, _ view: Ref<MemoryViewObject>, _ index: Int) throws(Raised) -> Value {
    let at = UnsafeRawPointer(base(t, view) + index * view.stride)
    switch UInt8(truncatingIfNeeded: code(view)) {
    case UInt8(ascii: "b"): return Value(small: Int(at.load(as: Int8.self)))
    case UInt8(ascii: "c"): return try t.bytes(copying: at.assumingMemoryBound(to: UInt8.self), count: 1)
    case UInt8(ascii: "?"): return Value(at.load(as: UInt8.self) != 0)
    case UInt8(ascii: "H"): return Value(small: Int(at.loadUnaligned(as: UInt16.self)))
    case UInt8(ascii: "h"): return Value(small: Int(at.loadUnaligned(as: Int16.self)))
    case UInt8(ascii: "I"): return Value(small: Int(at.loadUnaligned(as: UInt32.self)))
    case UInt8(ascii: "i"): return Value(small: Int(at.loadUnaligned(as: Int32.self)))
    case UInt8(ascii: "f"): return try t.float(Double(at.loadUnaligned(as: Float.self)))
    case UInt8(ascii: "d"): return try t.float(at.loadUnaligned(as: Double.self))
    case UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"): return try t.int(at.loadUnaligned(as: Int.self))
    case UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"):
      let word = at.loadUnaligned(as: UInt.self)
      let high = try t.binary(.leftShift, Value(small: Int(word >> 32)), Value(small: 32))
      return try t.binary(.or, high, Value(small: Int(word & 0xFFFF_FFFF)))
    default: return Value(small: Int(at.load(as: UInt8.self)))
    }
  }

  private static func store(_ t: Thread, _ view: Ref<MemoryViewObject>, _ index: Int, _ v: Value) throws(Raised) {
    let code = UInt8(truncatingIfNeeded: code(view))
    if code == UInt8(ascii: "f") || code == UInt8(ascii: "d") {
      let number = try t.asDouble(v)
      let at = UnsafeMutableRawPointer(base(t, view) + index * view.stride)
      if code == UInt8(ascii: "d") { at.storeBytes(of: number, as: Double.self) } else { at.storeBytes(of: Float(number), as: Float.self) }
      return
    }
    if !t.isInt(v) && t.lookupSpecial(v, .__index__).isNull {
      throw t.raise(t.types.typeError, "memoryview: invalid type for format '%S'", view.format)
    }
    let number = try t.asIndexObject(v)
    let size = view.itemSize * 8
    let isSigned = code >= UInt8(ascii: "a")
    guard number.isSmallInt, let n = fitting(number.smallInt, size, isSigned) else {
      throw t.raise(t.types.valueError, "memoryview: invalid value for format '%S'", view.format)
    }
    let at = UnsafeMutableRawPointer(base(t, view) + index * view.stride)
    withUnsafeBytes(of: n.littleEndian) { bytes in
      if let from = bytes.baseAddress { memcpy(at, from, view.itemSize) }
    }
  }

  private static func fitting(_ n: Int, _ bits: Int, _ isSigned: Bool) -> Int? {
    if bits == 64 { return isSigned || n >= 0 ? n : nil }
    let low = isSigned ? -(1 << (bits - 1)) : 0
    let high = isSigned ? 1 << (bits - 1) : 1 << bits
    return n >= low && n < high ? n : nil
  }

  /// The bytes that the view shows, as bytes.
  private static func bytes(_ t: Thread, _ view: Ref<MemoryViewObject>) throws(Raised) -> Value {
    let result = try BytesSupport.makeEmpty(t, like: t.interpreter.emptyBytes, count: view.count * view.itemSize)
    let from = base(t, view)
    for i in 0..<view.count { memcpy(result.base + i * view.itemSize, from + i * view.stride, view.itemSize) }
    return result.value
  }

  private static func index(_ t: Thread, _ view: Ref<MemoryViewObject>, _ key: Value) throws(Raised) -> Int {
    try t.sequenceIndex(key, view.count, "index out of bounds on dimension 1", "memoryview: invalid slice key")
  }

  private static func slice(_ t: Thread, _ view: Ref<MemoryViewObject>, _ slice: Ref<SliceObject>) throws(Raised) -> Ref<MemoryViewObject> {
    let run = try t.sliceIndices(slice, view.count)
    let result = try duplicate(t, view)
    result.offset = view.offset + run.start * view.stride
    result.count = run.count
    result.stride = view.stride * run.step
    return result
  }

  static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: try MemoryViewType.view(t, a[0]).count) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      if a[1].isKind(.slice) { return Value(try MemoryViewType.slice(t, view, a[1].unchecked())) }
      if a[1] == .ellipsis { return a[0] }
      return try MemoryViewType.load(t, view, try MemoryViewType.index(t, view, a[1]))
    },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try MemoryViewType.assign(t, try MemoryViewType.view(t, a[0]), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      throw t.raise(t.types.typeError, "cannot delete memory")
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      _ = try MemoryViewType.view(t, a[0])
      return try t.indexIterator(a[0], t.types.sequenceIterator)
    },
  ]

  private static func assign(_ t: Thread, _ view: Ref<MemoryViewObject>, _ key: Value, _ v: Value) throws(Raised) {
    if view.isReadOnly { throw t.raise(t.types.typeError, "cannot modify read-only memory") }
    guard key.isKind(.slice) else { return try store(t, view, try index(t, view, key), v) }
    let target = try slice(t, view, key.unchecked())
    guard let bytes = ByteView(t, v) else { throw t.raise(t.types.typeError, "a bytes-like object is required, not '%T'", v) }
    let copy = try t.bytes(copying: bytes.base, count: bytes.count)
    if bytes.count != target.count * target.itemSize {
      throw t.raise(t.types.valueError, "memoryview assignment: lvalue and rvalue have different structures")
    }
    let from = BytesSupport.view(copy)
    let to = base(t, target)
    for i in 0..<target.count { memcpy(to + i * target.stride, from.base + i * target.itemSize, target.itemSize) }
  }

  // MARK: Comparing

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try MemoryViewType.equal(t, a[0], a[1], .true, .false) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try MemoryViewType.equal(t, a[0], a[1], .false, .true) },
  ]

  private static func equal(_ t: Thread, _ a: Value, _ b: Value, _ same: Value, _ different: Value) throws(Raised) -> Value {
    if a == b { return same }
    guard ByteView(t, b) != nil || (b.isObject && b.object.type == t.types.memoryview) else { return .notImplemented }
    let left = try view(t, a)
    let right = try view(t, try make(t, b))
    if left.count != right.count { return different }
    for i in 0..<left.count {
      if try !t.equals(try load(t, left, i), try load(t, right, i)) { return different }
    }
    return same
  }

  // MARK: Methods and attributes

  static let methods: [NativeFunctionSpec] = [
    .init("tobytes(self, /, order='C')", "Return the data in the buffer as a byte string.") { t, a throws(Raised) in
      try MemoryViewType.bytes(t, try MemoryViewType.view(t, a[0]))
    },
    .init("count(self, value, /)", "Count the number of occurrences of a value.") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      var count = 0
      for i in 0..<view.count where try t.equals(try MemoryViewType.load(t, view, i), a[1]) { count += 1 }
      return try t.int(count)
    },
    .init(
      "index(self, value, start=0, stop=9223372036854775807, /)",
      "Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present."
    ) { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      let end = min(Sequences.clamp(try Sequences.bound(t, a[3]), view.count), view.count)
      var i = Sequences.clamp(try Sequences.bound(t, a[2]), view.count)
      while i < end {
        if try t.equals(try MemoryViewType.load(t, view, i), a[1]) { return try t.int(i) }
        i += 1
      }
      throw t.raise(t.types.valueError, "memoryview.index(x): x not found")
    },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
    .init("tolist(self, /)", "Return the data in the buffer as a list of elements.") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      let result = try t.list()
      for i in 0..<view.count { try t.append(result, try MemoryViewType.load(t, view, i)) }
      return Value(result)
    },
    .init("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", "Return the data in the buffer as a str of hexadecimal numbers.") {
      t, a throws(Raised) in
      let bytes = try MemoryViewType.bytes(t, try MemoryViewType.view(t, a[0]))
      return try BytesType.hex(t, BytesSupport.view(bytes), a[1], try t.asIndex(a[2]))
    },
    .init("toreadonly(self, /)", "Return a readonly version of the memoryview.") { t, a throws(Raised) in
      let result = try MemoryViewType.duplicate(t, try MemoryViewType.view(t, a[0]))
      result.isReadOnly = true
      return Value(result)
    },
    .init("cast(self, /, format, shape=<unrepresentable>)", "Cast a memoryview to a new format or shape.") { t, a throws(Raised) in
      try MemoryViewType.cast(t, try MemoryViewType.view(t, a[0]), a[1])
    },
  ]

  private static func cast(_ t: Thread, _ view: Ref<MemoryViewObject>, _ format: Value) throws(Raised) -> Value {
    let text = try StrSupport.str(t, format, "cast", "argument 'format'")
    let size = text.count == 1 ? itemSize(text.codePoint(0)) : text.count == 2 && text.codePoint(0) == 64 ? itemSize(text.codePoint(1)) : 0
    if size == 0 {
      throw t.raise(
        t.types.valueError,
        "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    if view.stride != view.itemSize {
      throw t.raise(t.types.typeError, "memoryview: casts are restricted to C-contiguous views")
    }
    if size != 1 && view.itemSize != 1 {
      throw t.raise(t.types.typeError, "memoryview: cannot cast between two non-byte formats")
    }
    let bytes = view.count * view.itemSize
    if bytes % size != 0 { throw t.raise(t.types.typeError, "memoryview: length is not a multiple of itemsize") }
    let result = try duplicate(t, view)
    result.format = Value(text)
    result.itemSize = size
    result.stride = size
    result.count = bytes / size
    return Value(result)
  }

  static let attributes: [NativeAttributeSpec] = [
    .init("obj", "The underlying object of the memoryview.", get: { t, a throws(Raised) in try MemoryViewType.view(t, a[0]).source }),
    .init("nbytes", "The amount of space in bytes that the array would use in a contiguous representation.", get: { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      return Value(small: view.count * view.itemSize)
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
      _ = try MemoryViewType.view(t, a[0])
      return Value(small: 1)
    }),
    .init("shape", "A tuple of ndim integers giving the shape of the memory as an N-dimensional array.", get: { t, a throws(Raised) in
      try t.tuple(Value(small: try MemoryViewType.view(t, a[0]).count))
    }),
    .init("strides", "A tuple of ndim integers giving the size in bytes to access each element for each dimension of the array.", get: {
      t, a throws(Raised) in try t.tuple(Value(small: try MemoryViewType.view(t, a[0]).stride))
    }),
    .init("suboffsets", "A tuple of integers used internally for PIL-style arrays.", get: { t, a throws(Raised) in t.interpreter.emptyTuple }),
    .init("c_contiguous", "A bool indicating whether the memory is C contiguous.", get: { t, a throws(Raised) in
      MemoryViewType.isContiguous(try MemoryViewType.view(t, a[0]))
    }),
    .init("f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", get: { t, a throws(Raised) in
      MemoryViewType.isContiguous(try MemoryViewType.view(t, a[0]))
    }),
    .init("contiguous", "A bool indicating whether the memory is contiguous.", get: { t, a throws(Raised) in
      MemoryViewType.isContiguous(try MemoryViewType.view(t, a[0]))
    }),
  ]

  private static func isContiguous(_ view: Ref<MemoryViewObject>) -> Value { Value(view.stride == view.itemSize || view.count < 2) }
}
