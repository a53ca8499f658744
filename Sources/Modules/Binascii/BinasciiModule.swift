import Builtins
import Glibc
import Runtime

/// Module `binascii` (CPython: Modules/binascii.c): bytes as ASCII text and back.
enum BinasciiModule {
  static let module = ModuleSpec(
    "binascii", doc: "Conversion between binary data and ASCII", functions: hexadecimal + base64 + uuencode + quoted + checksums + BinHex.functions
  ) { t, m throws(Raised) in
    try t.addException(m, "Error", base: t.types.valueError, owner: "binascii")
    try t.addException(m, "Incomplete", base: t.types.exception, owner: "binascii")
  }

  /// `binascii.Error` with a message.
  static func error(_ t: Thread, _ message: StaticString) -> Raised {
    do throws(Raised) { return t.raise(try t.exceptionClass("binascii", "Error"), message) } catch { return error }
  }

  /// ASCII text: an ASCII str or a bytes-like object.
  static func ascii(_ t: Thread, _ v: Value) throws(Raised) -> ByteView {
    if v.isKind(.str) {
      let text: Ref<StrObject> = v.unchecked()
      guard text.isASCII else { throw t.raise(t.types.valueError, "string argument should contain only ASCII characters") }
      return ByteView(base: text.bytes, count: text.count)
    }
    let isView = v.isKind(.record) && v.object.type == t.types.memoryview
    if !isView, ByteView(t, v) == nil, !v.isObject || t.lookupSpecial(v, .__buffer__).isNull {
      throw t.raise(t.types.typeError, "argument should be bytes, buffer or ASCII string, not '%T'", v)
    }
    if isView, !v.unchecked(as: MemoryViewObject.self).source.isNull, !v.unchecked(as: MemoryViewObject.self).isContiguous {
      throw t.raise(t.types.typeError, "argument should be bytes, buffer or ASCII string, not '%T'", v)
    }
    return try t.bufferBytes(v)
  }

  static func make(_ t: Thread, _ bytes: [UInt8]) throws(Raised) -> Value {
    try bytes.withUnsafeBufferPointer { buffer throws(Raised) in try t.bytes(buffer) }
  }

  /// Room for text made of `count` bytes, checked against the memory limit.
  static func reserve(_ t: Thread, _ count: Int) throws(Raised) -> [UInt8] {
    if count > 1 << 16 { try t.checkRoom(bytes: 2 * count) }
    var out: [UInt8] = []
    out.reserveCapacity(count)
    return out
  }

  static func digit(_ c: UInt8) -> UInt8? {
    switch c {
    case 48...57: c - 48
    case 97...102: c - 87
    case 65...70: c - 55
    default: nil
    }
  }

  // MARK: Hexadecimal

  private static let hexadecimal: [NativeFunctionSpec] = [
    .init("b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)", "Hexadecimal representation of binary data.\n\nThe return value is a bytes object.") {
      t, a throws(Raised) in try hex(t, a)
    },
    .init("hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)", "Hexadecimal representation of binary data.\n\nThe return value is a bytes object.") {
      t, a throws(Raised) in try hex(t, a)
    },
    .init("a2b_hex(hexstr, /)", "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).") {
      t, a throws(Raised) in try unhex(t, a[0])
    },
    .init("unhexlify(hexstr, /)", "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).") {
      t, a throws(Raised) in try unhex(t, a[0])
    },
  ]

  private static func hex(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    var group = 0
    try t.exporting(a) { () throws(Raised) in group = try t.cInt(a[2]) }
    let view = try t.bufferBytes(a[0])
    // Unlike text, bytes may have any byte as separator.
    let mark = try wideSeparator(t, a[1])
    let separator = mark == nil ? a[1] : try t.str("-")
    let text: Ref<StrObject> = try t.hexadecimal(view, separator: separator, group: group).unchecked()
    let result = try t.bytes(copying: text.bytes, count: text.count)
    guard let mark else { return result }
    let bytes = result.unchecked(as: BytesObject.self)
    for i in 0..<bytes.count where bytes.bytes[i] == UInt8(ascii: "-") { bytes.bytes[i] = mark }
    return result
  }

  /// A separator that is one character beyond ASCII.
  private static func wideSeparator(_ t: Thread, _ v: Value) throws(Raised) -> UInt8? {
    var code: UInt32 = 0
    if v.isKind(.str) {
      let text: Ref<StrObject> = v.unchecked()
      if text.count == 1 { code = text.codePoint(0) }
    } else if v.isKind(.bytes) {
      let bytes: Ref<BytesObject> = v.unchecked()
      if bytes.count == 1 { code = UInt32(bytes.bytes[0]) }
    }
    return code < 0x80 ? nil : UInt8(exactly: code)
  }

  private static func unhex(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let text = try ascii(t, v)
    if text.count % 2 != 0 { throw error(t, "Odd-length string") }
    var out = try reserve(t, text.count / 2)
    for i in 0..<(text.count / 2) {
      guard let high = digit(text[2 * i]), let low = digit(text[2 * i + 1]) else { throw error(t, "Non-hexadecimal digit found") }
      out.append(high << 4 | low)
    }
    return try make(t, out)
  }

  // MARK: uuencode

  private static let uuencode: [NativeFunctionSpec] = [
    .init("a2b_uu(data, /)", "Decode a line of uuencoded data.") { t, a throws(Raised) in try fromUU(t, a[0]) },
    .init("b2a_uu(data, /, *, backtick=False)", "Uuencode line of data.") { t, a throws(Raised) in
      var backtick = false
      try t.exporting(a) { () throws(Raised) in backtick = try t.flagArgument(a[1]) }
      return try toUU(t, a[0], backtick)
    },
  ]

  private static func fromUU(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let text = try ascii(t, v)
    if text.count == 0, t.has(.uuencodedLengthRequired) { throw error(t, "Missing length byte") }
    var left = Int(((text.count > 0 ? text[0] : 0) &- 32) & 63)
    var out: [UInt8] = []
    var (bits, count) = (0, 0)
    var i = 1
    while left > 0 {
      var c: UInt8 = 0
      if i < text.count, text[i] != 10, text[i] != 13 {
        guard text[i] >= 32, text[i] <= 96 else { throw error(t, "Illegal char") }
        c = (text[i] - 32) & 63
      }
      i += 1
      bits = bits << 6 | Int(c)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= 1 << count - 1
        left -= 1
      }
    }
    while i < text.count {
      guard text[i] == 32 || text[i] == 96 || text[i] == 10 || text[i] == 13 else { throw error(t, "Trailing garbage") }
      i += 1
    }
    return try make(t, out)
  }

  private static func toUU(_ t: Thread, _ v: Value, _ backtick: Bool) throws(Raised) -> Value {
    let data = try t.bufferBytes(v)
    if data.count > 45 { throw error(t, "At most 45 bytes at once") }
    func character(_ value: Int) -> UInt8 { backtick && value == 0 ? 96 : UInt8(32 + value) }
    var out = [character(data.count)]
    for i in stride(from: 0, to: data.count, by: 3) {
      let second = i + 1 < data.count ? Int(data[i + 1]) : 0
      let third = i + 2 < data.count ? Int(data[i + 2]) : 0
      let group = Int(data[i]) << 16 | second << 8 | third
      for shift in [18, 12, 6, 0] { out.append(character(group >> shift & 63)) }
    }
    out.append(10)
    return try make(t, out)
  }

  // MARK: Quoted-printable

  private static let quoted: [NativeFunctionSpec] = [
    .init("a2b_qp(data, header=False)", "Decode a string of qp-encoded data.") { t, a throws(Raised) in
      try QuotedPrintable.decode(t, try ascii(t, a[0]), isHeader: try t.flagArgument(a[1]))
    },
    .init("b2a_qp(data, quotetabs=False, istext=True, header=False)", "Encode a string using quoted-printable encoding.") { t, a throws(Raised) in
      var (quotesTabs, isText, isHeader) = (false, false, false)
      try t.exporting(a) { () throws(Raised) in
        quotesTabs = try t.flagArgument(a[1])
        isText = try t.flagArgument(a[2])
        isHeader = try t.flagArgument(a[3])
      }
      var encoder = QuotedPrintable(data: try t.bufferBytes(a[0]), quotesTabs: quotesTabs, isText: isText, isHeader: isHeader)
      try encoder.encode(t)
      return try make(t, encoder.out)
    },
  ]

  // MARK: Checksums

  private static let checksums: [NativeFunctionSpec] = [
    .init("crc32(data, crc=0, /)", "Compute CRC-32 incrementally.") { t, a throws(Raised) in
      let start = try startValue(t, a[0], a[1])
      return try t.int(UInt64(try crc32(t, try t.bufferBytes(a[0]), UInt32(truncatingIfNeeded: start))))
    },
    .init("crc_hqx(data, crc, /)", "Compute CRC-CCITT incrementally.") { t, a throws(Raised) in
      var crc = UInt32(truncatingIfNeeded: try startValue(t, a[0], a[1])) & 0xFFFF
      let data = try t.bufferBytes(a[0])
      for i in 0..<data.count {
        crc = (crc ^ UInt32(data[i]) << 8) & 0xFFFF
        for _ in 0..<8 { crc = crc & 0x8000 != 0 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1 }
        if i & 0xFFFF == 0xFFFF { try t.pollNative() }
      }
      return Value(small: Int(crc))
    },
  ]

  /// The low bits of an int of any size.
  private static func mask(_ t: Thread, _ v: Value) throws(Raised) -> UInt64 {
    let n = IntOperand(try t.cIntObject(v))
    let low = n.count == 0 ? 0 : n[0]
    return n.isNegative ? 0 &- low : low
  }

  /// The CRC of zlib and PNG, a byte at a time.
  /// The number that a checksum starts from. What converts it cannot resize the data.
  private static func startValue(_ t: Thread, _ data: Value, _ start: Value) throws(Raised) -> Int {
    _ = try t.bufferBytes(data)
    if start.isSmallInt { return start.smallInt }
    let lock = try BytesSupport.lock(t, data)
    defer { BytesSupport.unlock(t, lock) }
    return Int(truncatingIfNeeded: try mask(t, start))
  }

  private static func crc32(_ t: Thread, _ data: ByteView, _ start: UInt32) throws(Raised) -> UInt32 {
    var table: [UInt32] = []
    for n in 0..<256 {
      var c = UInt32(n)
      for _ in 0..<8 { c = c & 1 != 0 ? c >> 1 ^ 0xEDB8_8320 : c >> 1 }
      table.append(c)
    }
    var crc = ~start
    for i in 0..<data.count {
      crc = crc >> 8 ^ table[Int((crc ^ UInt32(data[i])) & 255)]
      if i & 0xFFFF == 0xFFFF { try t.pollNative() }
    }
    return ~crc
  }
}
