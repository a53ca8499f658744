import Builtins
import Glibc
import Runtime

/// Modules `_struct` and `struct` (CPython: Modules/_struct.c): values as bytes.
enum StructModule {
  static let core = ModuleSpec(
    "_struct",
    doc: """
      Functions to convert between Python values and C structs.
      Python bytes objects are used to hold the data representing the C struct
      and also as format strings to describe the layout of the data.
      """, functions: functions
  ) { t, m throws(Raised) in
    try t.addType(m, StructModule.type, StructObject.self)
    try t.addException(m, "error", base: t.types.exception, owner: "struct")
    let iterator = try t.makeNativeType(
      StructModule.iteratorType, bytes: MemoryLayout<UnpackIteratorObject>.size, flags: [.noConstructor])
    t.populate(iterator)
    if !(try t.dictGet(iterator.dict, t.name(.__new__))).isNull { iterator.flags.remove(.noConstructor) }
    try t.dictSet(iterator.dict, t.name(.__module__), m.name)
    if t.has(.structsInStruct) { return }
    for (type, name) in [(iterator, "unpack_iterator"), (t.typeNamed("_struct.Struct"), "Struct")] as [(Ref<TypeObject>, StaticString)] {
      t.populate(type)
      try t.dictSet(type.dict, t.name(.__module__), t.name(.builtins))
      type.name = try t.intern(name)
      type.qualifiedName = type.name
    }
  }

  static let face = ModuleSpec("struct", doc: "Functions to convert between Python values and C structs.") { t, m throws(Raised) in
    try t.copyNames(
      from: "_struct", to: m, all: ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"],
      private: ["_clearcache"])
  }

  /// `struct.error` with a message.
  static func error(_ t: Thread, _ message: StaticString) -> Raised {
    do throws(Raised) { return error(t, try t.str(message)) } catch { return error }
  }

  static func error(_ t: Thread, _ message: Value) -> Raised {
    do throws(Raised) { return t.raise(try t.exceptionClass("_struct", "error"), message: message) } catch { return error }
  }

  private static let functions: [NativeFunctionSpec] = [
    .init("_clearcache()", "Clear the internal cache.") { _, _ throws(Raised) in .none },
    .init("calcsize(format, /)", "Return size in bytes of the struct described by the format string.") { t, a throws(Raised) in
      try t.int(try format(t, a[0]).size)
    },
    .init("pack(*v)", "Return bytes with the values v1, v2, ... packed according to the format string.") { t, a throws(Raised) in
      let arguments = a[0].tupleSlots
      let format = try leadingFormat(t, arguments)
      return try pack(t, format, arguments.dropFirst(1))
    },
    .init("pack_into(*v)", "Pack the values v1, v2, ... into the buffer, starting at offset.") { t, a throws(Raised) in
      let arguments = a[0].tupleSlots
      let format = try leadingFormat(t, arguments)
      return try packInto(t, format, arguments.dropFirst(1))
    },
    .init("unpack(format, buffer, /)", "Return a tuple containing values unpacked according to the format string.") { t, a throws(Raised) in
      try unpack(t, try format(t, a[0]), a[1])
    },
    .init("unpack_from(format, /, buffer, offset=0)", "Return a tuple containing values unpacked from the buffer, beginning at offset.") {
      t, a throws(Raised) in try unpackFrom(t, try format(t, a[0]), a[1], a[2])
    },
    .init("iter_unpack(format, buffer, /)", "Return an iterator yielding tuples unpacked from the given bytes.") { t, a throws(Raised) in
      try iterate(t, try format(t, a[0]), a[1])
    },
  ]

  // MARK: Formats

  /// The characters of a format argument.
  static func formatBytes(_ t: Thread, _ v: Value) throws(Raised) -> ByteView {
    if v.isKind(.bytes), let bytes = ByteView(t, v) { return bytes }
    guard v.isKind(.str) else {
      throw t.raise(.structFormatNotText, v, t.typeOf(v).name)
    }
    let text: Ref<StrObject> = v.unchecked()
    if !text.isASCII { _ = try t.call(try t.getAttribute(v, try t.intern("encode")), try t.str("ascii")) }
    return ByteView(base: text.bytes, count: text.count)
  }

  private static func format(_ t: Thread, _ v: Value) throws(Raised) -> StructFormat {
    // (CPython looks the format up among those that it keeps.)
    if !v.isKind(.str) && !v.isKind(.bytes) { _ = try t.dictGet(try t.dict(), v) }
    if t.has(.structFormatsDecoded), v.isKind(.bytes), let bytes = ByteView(t, v), (0..<bytes.count).contains(where: { bytes[$0] >= 0x80 }) {
      let text = try t.call(try t.getAttribute(v, try t.intern("decode")), try t.str("ascii"), try t.str("surrogateescape"))
      _ = try formatBytes(t, text)
    }
    return try StructParser.parse(t, try formatBytes(t, v))
  }

  private static func leadingFormat(_ t: Thread, _ arguments: Slots) throws(Raised) -> StructFormat {
    if arguments.count == 0 { throw t.raise(t.types.typeError, "missing format argument") }
    return try format(t, arguments[0])
  }

  // MARK: Packing

  private static func checkCount(_ t: Thread, _ format: StructFormat, _ given: Int, _ name: StaticString) throws(Raised) {
    if given == format.itemCount { return }
    throw error(t, try t.text("%S expected %S items for packing (got %S)", try t.str(name), try t.int(format.itemCount), try t.int(given)))
  }

  static func pack(_ t: Thread, _ format: StructFormat, _ values: Slots) throws(Raised) -> Value {
    try checkCount(t, format, values.count, "pack")
    if format.size == 0 && format.itemCount == 0 { return t.interpreter.emptyBytes }
    try t.checkRoom(bytes: format.size)
    let result = try t.newBytes(count: format.size)
    try StructCodec(t: t, format: format).pack(values, result.bytes)
    return Value(result)
  }

  static func packInto(_ t: Thread, _ format: StructFormat, _ arguments: Slots) throws(Raised) -> Value {
    if arguments.count == 0 { throw error(t, "pack_into expected buffer argument") }
    if arguments.count == 1 { throw error(t, "pack_into expected offset argument") }
    try checkCount(t, format, arguments.count - 2, "pack_into")
    guard ByteView.writable(t, arguments[0]) != nil else {
      throw t.raise(t.types.typeError, "argument must be read-write bytes-like object, not %B", arguments[0])
    }
    let offset = try t.indexOrIndexError(arguments[1])
    guard let before = ByteView.writable(t, arguments[0]) else { throw error(t, "pack_into expected buffer argument") }
    let start = try place(t, format, offset, before.count, isPacking: true)
    let packed = try t.newBytes(count: format.size)
    do throws(Raised) {
      try StructCodec(t: t, format: format).pack(arguments.dropFirst(2), packed.bytes)
    } catch {
      copy(t, packed, to: arguments[0], start)
      throw error
    }
    copy(t, packed, to: arguments[0], start)
    return .none
  }

  /// The buffer may have been resized by the conversion of a value.
  private static func copy(_ t: Thread, _ packed: Ref<BytesObject>, to target: Value, _ start: Int) {
    guard let buffer = ByteView.writable(t, target), start + packed.count <= buffer.count, let base = buffer.baseAddress else { return }
    memcpy(base + start, packed.bytes, packed.count)
  }

  /// Where in a buffer a struct at `offset` begins; `struct.error` if it does not lie in it.
  private static func place(_ t: Thread, _ format: StructFormat, _ offset: Int, _ count: Int, isPacking: Bool) throws(Raised) -> Int {
    let size = format.size
    var start = offset
    if offset < 0 {
      if offset + size > 0 {
        throw error(
          t,
          try t.text(
            isPacking ? "no space to pack %S bytes at offset %S" : "not enough data to unpack %S bytes at offset %S", try t.int(size),
            try t.int(offset)))
      }
      start = offset &+ count
      if start < 0 { throw error(t, try t.text("offset %S out of range for %S-byte buffer", try t.int(offset), try t.int(count))) }
    }
    if start > count || count - start < size {
      let needed = try t.int(UInt64(size) &+ UInt64(start))
      throw error(
        t,
        try t.text(
          isPacking
            ? "pack_into requires a buffer of at least %S bytes for packing %S bytes at offset %S (actual buffer size is %S)"
            : "unpack_from requires a buffer of at least %S bytes for unpacking %S bytes at offset %S (actual buffer size is %S)", needed,
          try t.int(size), try t.int(start), try t.int(count)))
    }
    return start
  }

  // MARK: Unpacking

  static func unpack(_ t: Thread, _ format: StructFormat, _ buffer: Value) throws(Raised) -> Value {
    let bytes = try t.bufferBytes(buffer)
    if bytes.count != format.size { throw error(t, try t.text("unpack requires a buffer of %S bytes", try t.int(format.size))) }
    return try StructCodec(t: t, format: format).unpack(bytes.base)
  }

  static func unpackFrom(_ t: Thread, _ format: StructFormat, _ buffer: Value, _ offset: Value) throws(Raised) -> Value {
    _ = try t.bufferBytes(buffer)
    let start = try t.sizeArgument(offset)
    let bytes = try t.bufferBytes(buffer)
    return try StructCodec(t: t, format: format).unpack(bytes.base + (try place(t, format, start, bytes.count, isPacking: false)))
  }
}
