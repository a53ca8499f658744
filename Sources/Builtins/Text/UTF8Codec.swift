import Runtime

/// UTF-8 (RFC 3629), with CPython's errors.
enum UTF8Codec {
  static func encode(_ codec: CodecErrors, _ s: Ref<StrObject>, mark: Bool) throws(Raised) -> Value {
    if s.isASCII && !mark { return try codec.t.bytes(copying: s.units8, count: s.count) }
    var out: [UInt8] = mark ? [0xEF, 0xBB, 0xBF] : []
    out.reserveCapacity(s.count * 2)
    var i = 0
    while i < s.count {
      let codePoint = s.codePoint(i)
      if codePoint & 0xFFFF_F800 != 0xD800 {
        append(codePoint, to: &out)
        i += 1
        continue
      }
      var end = i + 1
      while end < s.count && s.codePoint(end) & 0xFFFF_F800 == 0xD800 { end += 1 }
      if codec.handler == .surrogatePass {
        while i < end {
          append(s.codePoint(i), to: &out)
          i += 1
        }
      } else {
        i = try codec.unencodable(s, i, end, "surrogates not allowed") { codePoint in
          out.append(UInt8(truncatingIfNeeded: codePoint))
        }
      }
    }
    return try codec.bytes(out)
  }

  private static func append(_ codePoint: UInt32, to out: inout [UInt8]) {
    switch codePoint {
    case 0..<0x80: out.append(UInt8(codePoint))
    case 0x80..<0x800:
      out.append(UInt8(0xC0 | codePoint >> 6))
      out.append(UInt8(0x80 | codePoint & 0x3F))
    case 0x800..<0x1_0000:
      out.append(UInt8(0xE0 | codePoint >> 12))
      out.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      out.append(UInt8(0x80 | codePoint & 0x3F))
    default:
      out.append(UInt8(0xF0 | codePoint >> 18))
      out.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
      out.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      out.append(UInt8(0x80 | codePoint & 0x3F))
    }
  }

  static func decode(_ codec: CodecErrors, _ bytes: ByteView) throws(Raised) -> Value {
    if isASCIIOnly(bytes.base, bytes.count) { return try codec.t.str(ascii: bytes.base, count: bytes.count) }
    var text = TextBuilder(codec.t)
    var i = 0
    while i < bytes.count {
      let first = bytes[i]
      if first < 0x80 {
        try text.append(codePoint: UInt32(first))
        i += 1
        continue
      }
      let length = sequenceLength(first)
      if length == 0 {
        i = try codec.undecodable(bytes, i, i + 1, "invalid start byte", to: &text)
        continue
      }
      let valid = validPrefix(bytes, i, length)
      if valid == length {
        try text.append(codePoint: codePoint(bytes, i, length))
        i += length
      } else if codec.handler == .surrogatePass, let surrogate = surrogate(bytes, i) {
        try text.append(codePoint: surrogate)
        i += 3
      } else {
        let isCut = i + valid == bytes.count
        i = try codec.undecodable(bytes, i, i + valid, isCut ? "unexpected end of data" : "invalid continuation byte", to: &text)
      }
    }
    return try text.finish()
  }

  /// How many bytes there are without a well-formed beginning of a sequence at the end.
  static func finished(_ bytes: ByteView) -> Int {
    var i = bytes.count
    while i > 0 && bytes.count - i < 3 {
      i -= 1
      if bytes[i] & 0xC0 == 0x80 { continue }
      let length = sequenceLength(bytes[i])
      return length > bytes.count - i && validPrefix(bytes, i, length) == bytes.count - i ? i : bytes.count
    }
    return bytes.count
  }

  /// Bytes of a sequence that begins with `first`; 0 if none does.
  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// How many bytes of the sequence at `i` are there and well formed.
  private static func validPrefix(_ bytes: ByteView, _ i: Int, _ length: Int) -> Int {
    var valid = 1
    while valid < length && i + valid < bytes.count {
      let byte = bytes[i + valid]
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      if valid == 1 {
        switch bytes[i] {
        case 0xE0: low = 0xA0
        case 0xED: high = 0x9F
        case 0xF0: low = 0x90
        case 0xF4: high = 0x8F
        default: break
        }
      }
      if byte < low || byte > high { return valid }
      valid += 1
    }
    return valid
  }

  private static func codePoint(_ bytes: ByteView, _ i: Int, _ length: Int) -> UInt32 {
    var codePoint = UInt32(bytes[i]) & (0xFF >> UInt32(length + 1))
    for k in 1..<length { codePoint = codePoint << 6 | UInt32(bytes[i + k] & 0x3F) }
    return codePoint
  }

  /// The surrogate that three bytes at `i` encode.
  private static func surrogate(_ bytes: ByteView, _ i: Int) -> UInt32? {
    guard i + 2 < bytes.count, bytes[i] == 0xED, bytes[i + 1] & 0xE0 == 0xA0, bytes[i + 2] & 0xC0 == 0x80 else { return nil }
    return codePoint(bytes, i, 3)
  }
}
