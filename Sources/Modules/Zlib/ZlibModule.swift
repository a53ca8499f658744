import Builtins
import CZlib
import Glibc
import Runtime

/// Module `zlib` (CPython: Modules/zlibmodule.c).
enum ZlibModule {
  static let module = ModuleSpec("zlib", doc: "Compressing and expanding, by the library zlib.", functions: functions) { t, m throws(Raised) in
    try t.addException(m, "error", base: t.types.exception, owner: "zlib")
    for (name, number) in numbers { try t.addConstant(m, name, Value(small: Int(number))) }
    try t.addConstant(m, "ZLIB_VERSION", try t.str(ZLIB_VERSION))
    try t.addConstant(m, "ZLIB_RUNTIME_VERSION", try t.str(String(cString: zlibVersion())))
    try t.addConstant(m, "__version__", try t.str("1.0"))
    try t.addType(m, ZlibObjects.compressor, ZlibObject.self, flags: .noConstructor)
    try t.addType(m, ZlibObjects.expander, ZlibObject.self, flags: .noConstructor)
    try t.addType(m, ZlibObjects.plainExpander, ZlibObject.self, flags: [])
    for name in ["Compress", "Decompress"] as [StaticString] { _ = try t.dictDelete(m.dict, try t.intern(name)) }
  }

  private static let numbers: [(StaticString, Int32)] = [
    ("MAX_WBITS", 15), ("DEFLATED", 8), ("DEF_MEM_LEVEL", 8), ("DEF_BUF_SIZE", 16384), ("Z_BEST_SPEED", 1), ("Z_BEST_COMPRESSION", 9),
    ("Z_DEFAULT_COMPRESSION", -1), ("Z_NO_COMPRESSION", 0), ("Z_DEFAULT_STRATEGY", 0), ("Z_FILTERED", 1), ("Z_HUFFMAN_ONLY", 2), ("Z_RLE", 3),
    ("Z_FIXED", 4), ("Z_NO_FLUSH", 0), ("Z_PARTIAL_FLUSH", 1), ("Z_SYNC_FLUSH", 2), ("Z_FULL_FLUSH", 3), ("Z_FINISH", 4), ("Z_BLOCK", 5),
    ("Z_TREES", 6),
  ]

  /// `zlib.error` for what a function of zlib returned.
  static func failure(_ t: Thread, _ status: Int32, _ stream: UnsafeMutablePointer<z_stream>, _ what: StaticString) -> Raised {
    do throws(Raised) {
      let type = try t.exceptionClass("zlib", "error")
      var text = stream.pointee.msg.map { String(cString: $0) }
      if text == nil, status == Z_BUF_ERROR { text = "incomplete or truncated stream" }
      if text == nil, status == Z_STREAM_ERROR { text = "inconsistent stream state" }
      if text == nil, status == Z_DATA_ERROR { text = "invalid input data" }
      if status == Z_MEM_ERROR { return t.raiseMemoryError() }
      if let text { return t.raise(type, "Error %S %S: %S", try t.int(Int(status)), try t.str(what), try t.str(text)) }
      return t.raise(type, "Error %S %S", try t.int(Int(status)), try t.str(what))
    } catch {
      return error
    }
  }

  /// Runs a stream over input, and adds what comes out.
  /// - Parameters:
  ///   - most: bytes of output; negative for any number.
  /// - Returns: what zlib said last, and how much input is left.
  static func run(
    _ t: Thread, _ stream: UnsafeMutablePointer<z_stream>, compresses: Bool, _ input: ByteView, flush: Int32, most: Int, _ out: inout [UInt8]
  ) throws(Raised) -> (status: Int32, left: Int) {
    var left = input.count
    var status = Z_OK
    let chunk = 1 << 14
    while true {
      let part = min(left, 1 << 30)
      let offered = most < 0 ? chunk : min(chunk, most - out.count)
      if offered == 0 { return (status, left) }
      let start = out.count
      if start > 1 << 16 { try t.checkRoom(bytes: 2 * (start + chunk)) }
      out += repeatElement(0, count: offered)
      stream.pointee.next_in = part == 0 ? nil : UnsafeMutablePointer(mutating: input.base + (input.count - left))
      stream.pointee.avail_in = UInt32(part)
      let mode = part < left ? Z_NO_FLUSH : flush
      status = out.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress.map { $0 + start }
        stream.pointee.avail_out = UInt32(offered)
        return compresses ? deflate(stream, mode) : inflate(stream, mode)
      }
      let free = Int(stream.pointee.avail_out)
      left -= part - Int(stream.pointee.avail_in)
      stream.pointee.next_in = nil
      stream.pointee.next_out = nil
      out.removeLast(free)
      try t.pollNative()
      if status == Z_STREAM_END || status != Z_OK && status != Z_BUF_ERROR { return (status, left) }
      if free > 0, left == 0 || status == Z_BUF_ERROR { return (status, left) }
    }
  }

  static func bytes(_ t: Thread, _ out: [UInt8]) throws(Raised) -> Value { try BinasciiModule.make(t, out) }

  // MARK: Functions

  private static let functions: [NativeFunctionSpec] = [
    .init("compress(data, /, level=-1, wbits=15)", "Returns a bytes object containing compressed data.") { t, a throws(Raised) in
      var (level, bits) = (0, 0)
      try t.exporting(a) { () throws(Raised) in (level, bits) = (try t.cInt(a[1]), try t.cInt(a[2])) }
      let data = try t.bufferBytes(a[0])
      guard (-1...9).contains(level) else { throw t.raise(try t.exceptionClass("zlib", "error"), "Bad compression level") }
      let buffer = try ZlibObjects.compressing(t, level: level, method: 8, bits: bits, memory: 8, strategy: 0, "while compressing data")
      var out: [UInt8] = []
      let stream = ZlibStream(buffer).stream
      let (status, _) = try run(t, stream, compresses: true, data, flush: Z_FINISH, most: -1, &out)
      if status != Z_STREAM_END { throw failure(t, status, stream, "while compressing data") }
      return try bytes(t, out)
    },
    .init("decompress(data, /, wbits=15, bufsize=16384)", "Returns a bytes object containing the uncompressed data.") { t, a throws(Raised) in
      var bits = 0
      try t.exporting(a) { () throws(Raised) in
        bits = try t.cInt(a[1])
        if try t.sizeArgument(a[2]) < 0 { throw t.raise(t.types.valueError, "bufsize must be non-negative") }
      }
      let data = try t.bufferBytes(a[0])
      let buffer = try ZlibObjects.expanding(t, bits: bits, "while preparing to decompress data")
      var out: [UInt8] = []
      let stream = ZlibStream(buffer).stream
      let (status, _) = try run(t, stream, compresses: false, data, flush: Z_SYNC_FLUSH, most: -1, &out)
      if status == Z_OK || status == Z_BUF_ERROR { throw failure(t, Z_BUF_ERROR, stream, "while decompressing data") }
      if status == Z_NEED_DICT { throw failure(t, status, stream, "while decompressing data") }
      if status != Z_STREAM_END { throw failure(t, status, stream, "while decompressing data") }
      return try bytes(t, out)
    },
    .init("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=<unrepresentable>)", "Return a compressor object.") {
      t, a throws(Raised) in try ZlibObjects.makeCompressor(t, a)
    },
    .init("decompressobj(wbits=15, zdict=<unrepresentable>)", "Return a decompressor object.") { t, a throws(Raised) in
      try ZlibObjects.makeExpander(t, try t.typeNamedOrImport("zlib.Decompress", module: "zlib"), a[0], a[1])
    },
    .init("adler32(data, value=1, /)", "Compute an Adler-32 checksum of data.") { t, a throws(Raised) in
      var value: UInt32 = 0
      try t.exporting(a) { () throws(Raised) in value = try start(t, a[1]) }
      let data = try t.bufferBytes(a[0])
      return try t.int(Int(CZlib.adler32_z(UInt(value), data.base, data.count)))
    },
    .init("crc32(data, value=0, /)", "Compute a CRC-32 checksum of data.") { t, a throws(Raised) in
      var value: UInt32 = 0
      try t.exporting(a) { () throws(Raised) in value = try start(t, a[1]) }
      let data = try t.bufferBytes(a[0])
      return try t.int(Int(CZlib.crc32_z(UInt(value), data.base, data.count)))
    },
  ]

  private static func start(_ t: Thread, _ v: Value) throws(Raised) -> UInt32 {
    let number = try t.index(v)
    if let small = IntOperand(number).asInt { return UInt32(truncatingIfNeeded: small) }
    throw t.raise(t.types.overflowError, "Python int too large to convert to C unsigned long")
  }
}
