import Builtins
import CZlib
import Glibc
import Runtime

/// An object that compresses or expands piece by piece.
struct ZlibObject: NativeLayout {
  var header: ObjectHeader
  var buffer: Ref<BufferObject>
  var unused: Value
  var tail: Value
  /// Null if there is none.
  var dictionary: Value
  var isEnded: Bool
  var needsInput: Bool
  static let tracedWords = 4
}

extension Ref where T == ZlibObject {
  @inline(__always) var buffer: Ref<BufferObject> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inline(__always) var unused: Value { get { layout.unused } nonmutating set { layout.unused = newValue } }
  @inline(__always) var tail: Value { get { layout.tail } nonmutating set { layout.tail = newValue } }
  @inline(__always) var dictionary: Value { get { layout.dictionary } nonmutating set { layout.dictionary = newValue } }
  @inline(__always) var isEnded: Bool { get { layout.isEnded } nonmutating set { layout.isEnded = newValue } }
  @inline(__always) var needsInput: Bool { get { layout.needsInput } nonmutating set { layout.needsInput = newValue } }
  var stream: UnsafeMutablePointer<z_stream> { ZlibStream(buffer).stream }
}

enum ZlibObjects {
  static let compressor = TypeSpec(
    "zlib.Compress",
    functions: [
      .init("compress(self, data, /)", "Returns a bytes object containing compressed data.") { t, a throws(Raised) in
        try compress(t, a.object(), try t.bufferBytes(a[1]), Z_NO_FLUSH, "while compressing data")
      },
      .init("flush(self, mode=4, /)", "Return a bytes object containing any remaining compressed data.") { t, a throws(Raised) in
        let mode = try t.cInt(a[1])
        if mode == 0 { return t.interpreter.emptyBytes }
        return try compress(t, a.object(), ByteView(base: emptyBytes, count: 0), Int32(mode), "while flushing")
      },
      copy, shallowCopy, deepCopy,
    ])

  static let expander = TypeSpec(
    "zlib.Decompress",
    functions: [
      .init("decompress(self, data, /, max_length=0)", "Return a bytes object containing the decompressed version of the data.") { t, a throws(Raised) in
        let most = try t.sizeArgument(a[2])
        if most < 0 { throw t.raise(t.types.valueError, "max_length must be non-negative") }
        return try expand(t, a.object(), a[1], most: most == 0 ? -1 : most)
      },
      .init("flush(self, length=16384, /)", "Return a bytes object containing any remaining decompressed data.") { t, a throws(Raised) in
        if try t.sizeArgument(a[1]) <= 0 { throw t.raise(t.types.valueError, "length must be greater than zero") }
        let me: Ref<ZlibObject> = a.object()
        return try expand(t, me, me.tail, most: -1, flush: Z_FINISH)
      },
      copy, shallowCopy, deepCopy,
    ],
    attributes: [
      .init("unused_data", "", get: { _, a throws(Raised) in a.object(0, ZlibObject.self).unused }),
      .init("unconsumed_tail", "", get: { _, a throws(Raised) in a.object(0, ZlibObject.self).tail }),
      .init("eof", "", get: { _, a throws(Raised) in Value(a.object(0, ZlibObject.self).isEnded) }),
    ])

  static let plainExpander = TypeSpec(
    "zlib._ZlibDecompressor", doc: "Create a decompressor object for decompressing data incrementally.",
    functions: [
      .init("__new__(cls, wbits=15, zdict=<unrepresentable>)", "Create and return a new object.  See help(type) for accurate signature.") {
        t, a throws(Raised) in try makeExpander(t, a[0].unchecked(), a[1], a[2])
      },
      .init("decompress(self, data, max_length=-1)", "Decompress *data*, returning uncompressed data as bytes.") { t, a throws(Raised) in
        let me: Ref<ZlibObject> = a.object()
        if me.isEnded { throw t.raise(t.types.eofError, "End of stream already reached") }
        let most = try t.sizeArgument(a[2])
        var data = a[1]
        if me.tail.isKind(.bytes), me.tail.unchecked(as: BytesObject.self).count > 0 { data = try t.binary(.add, me.tail, try t.call(Value(t.types.bytes), data)) }
        let result = try expand(t, me, data, most: most)
        let isFull = most >= 0 && result.unchecked(as: BytesObject.self).count == most
        me.needsInput = !me.isEnded && me.tail.unchecked(as: BytesObject.self).count == 0 && !isFull
        return result
      },
    ],
    attributes: [
      .init("unused_data", "", get: { _, a throws(Raised) in a.object(0, ZlibObject.self).unused }),
      .init("needs_input", "", get: { _, a throws(Raised) in Value(a.object(0, ZlibObject.self).needsInput) }),
      .init("eof", "", get: { _, a throws(Raised) in Value(a.object(0, ZlibObject.self).isEnded) }),
    ])

  private static let copy = NativeFunctionSpec("copy(self, /)", "Return a copy of the object.") { t, a throws(Raised) in try duplicate(t, a.object()) }
  private static let shallowCopy = NativeFunctionSpec("__copy__(self, /)", "") { t, a throws(Raised) in try duplicate(t, a.object()) }
  private static let deepCopy = NativeFunctionSpec("__deepcopy__(self, memo, /)", "") { t, a throws(Raised) in try duplicate(t, a.object()) }

  /// Where no bytes begin.
  private static var emptyBytes: UnsafePointer<UInt8> { ("" as StaticString).utf8Start }

  // MARK: Making

  static func compressing(
    _ t: Thread, level: Int, method: Int, bits: Int, memory: Int, strategy: Int, _ what: StaticString
  ) throws(Raised) -> Ref<BufferObject> {
    let buffer = try ZlibStream.buffer(t, room: ZlibStream.roomForCompressing(min(max(memory, 1), 9)))
    let stream = ZlibStream(buffer).stream
    let status = deflateInit2_(
      stream, Int32(level), Int32(method), Int32(bits), Int32(memory), Int32(strategy), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status == Z_STREAM_ERROR { throw t.raise(t.types.valueError, "Invalid initialization option") }
    if status != Z_OK { throw ZlibModule.failure(t, status, stream, what) }
    return buffer
  }

  static func expanding(_ t: Thread, bits: Int, _ what: StaticString) throws(Raised) -> Ref<BufferObject> {
    let buffer = try ZlibStream.buffer(t, room: ZlibStream.roomForExpanding)
    let stream = ZlibStream(buffer).stream
    let status = inflateInit2_(stream, Int32(bits), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status == Z_STREAM_ERROR { throw t.raise(t.types.valueError, "Invalid initialization option") }
    if status != Z_OK { throw ZlibModule.failure(t, status, stream, what) }
    return buffer
  }

  private static func make(_ t: Thread, _ type: Ref<TypeObject>, _ buffer: Ref<BufferObject>) throws(Raised) -> Ref<ZlibObject> {
    let me = try t.make(ZlibObject.self, type)
    me.buffer = buffer
    me.unused = t.interpreter.emptyBytes
    me.tail = t.interpreter.emptyBytes
    me.needsInput = true
    return me
  }

  static func makeCompressor(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let buffer = try compressing(
      t, level: try t.cInt(a[0]), method: try t.cInt(a[1]), bits: try t.cInt(a[2]), memory: try t.cInt(a[3]), strategy: try t.cInt(a[4]),
      "while creating compression object")
    let me = try make(t, try t.typeNamedOrImport("zlib.Compress", module: "zlib"), buffer)
    if !a[5].isNull {
      let dictionary = try t.bufferBytes(a[5])
      if deflateSetDictionary(me.stream, dictionary.base, UInt32(clamping: dictionary.count)) != Z_OK {
        throw t.raise(t.types.valueError, "Invalid dictionary")
      }
    }
    return Value(me)
  }

  static func makeExpander(_ t: Thread, _ type: Ref<TypeObject>, _ bits: Value, _ dictionary: Value) throws(Raised) -> Value {
    let bits = try t.cInt(bits)
    let me = try make(t, type, try expanding(t, bits: bits, "while creating decompression object"))
    me.dictionary = dictionary
    if !dictionary.isNull, bits < 0 { try setDictionary(t, me) }
    return Value(me)
  }

  private static func setDictionary(_ t: Thread, _ me: Ref<ZlibObject>) throws(Raised) {
    let dictionary = try t.bufferBytes(me.dictionary)
    let status = inflateSetDictionary(me.stream, dictionary.base, UInt32(clamping: dictionary.count))
    if status != Z_OK { throw ZlibModule.failure(t, status, me.stream, "while setting zdict") }
  }

  private static func duplicate(_ t: Thread, _ me: Ref<ZlibObject>) throws(Raised) -> Value {
    let compresses = t.typeOf(Value(me)) == t.typeNamed("zlib.Compress")
    if compresses, me.isEnded { throw t.raise(t.types.valueError, "Inconsistent stream state") }
    let copy = try make(t, t.typeOf(Value(me)), try ZlibStream.copy(t, me.buffer, compresses: compresses))
    copy.unused = me.unused
    copy.tail = me.tail
    copy.dictionary = me.dictionary
    copy.isEnded = me.isEnded
    copy.needsInput = me.needsInput
    return Value(copy)
  }

  // MARK: Working

  private static func compress(
    _ t: Thread, _ me: Ref<ZlibObject>, _ data: ByteView, _ mode: Int32, _ what: StaticString
  ) throws(Raised) -> Value {
    var out: [UInt8] = []
    let (status, _) = try ZlibModule.run(t, me.stream, compresses: true, data, flush: mode, most: -1, &out)
    if status == Z_STREAM_END {
      me.isEnded = true
    } else if status != Z_OK && status != Z_BUF_ERROR || me.isEnded {
      throw ZlibModule.failure(t, status == Z_OK ? Z_STREAM_ERROR : status, me.stream, what)
    }
    return try ZlibModule.bytes(t, out)
  }

  private static func expand(_ t: Thread, _ me: Ref<ZlibObject>, _ data: Value, most: Int, flush: Int32 = Z_SYNC_FLUSH) throws(Raised) -> Value {
    let bytes = try t.bufferBytes(data)
    var out: [UInt8] = []
    var (status, left) = (Z_STREAM_END, bytes.count)
    if !me.isEnded {
      (status, left) = try ZlibModule.run(t, me.stream, compresses: false, bytes, flush: flush, most: most, &out)
      if status == Z_NEED_DICT, !me.dictionary.isNull {
        try setDictionary(t, me)
        let rest = ByteView(base: bytes.base + (bytes.count - left), count: left)
        (status, left) = try ZlibModule.run(t, me.stream, compresses: false, rest, flush: flush, most: most, &out)
      }
    }
    let rest = try t.bytes(copying: bytes.base + (bytes.count - left), count: left)
    if status == Z_STREAM_END {
      me.isEnded = true
      me.unused = try t.binary(.add, me.unused, rest)
      if me.tail.unchecked(as: BytesObject.self).count > 0 { me.tail = rest }
    } else if status == Z_OK || status == Z_BUF_ERROR {
      me.tail = rest
    } else {
      throw ZlibModule.failure(t, status, me.stream, "while decompressing data")
    }
    return try ZlibModule.bytes(t, out)
  }
}
