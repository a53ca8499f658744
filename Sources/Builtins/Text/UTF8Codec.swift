import Runtime

/// UTF-8 (RFC 3629), with CPython's errors.
enum UTF8Codec {
  static func encode(_ codec: CodecErrors, _ s: Ref<StrObject>, mark: Bool) throws(Raised) -> Value {
    if s.isASCII && !mark { return try codec.t.bytes(copying: s.units8, count: s.count) }
    if !mark, let length = encodedLength(s) {
      let result = try codec.t.newBytes(count: length)
      write(s, to: result.bytes)
      return Value(result)
    }
    var out = try BytesBuilder(codec.t, capacity: s.count + 3)
    if mark { try append(0xFEFF, to: &out) }
    var i = 0
    while i < s.count {
      if i & 0xFFFF == 0 { try codec.t.pollNative() }
      let codePoint = s.codePoint(i)
      if codePoint & 0xFFFF_F800 != 0xD800 {
        try append(codePoint, to: &out)
        i += 1
        continue
      }
      var end = i + 1
      while end < s.count && s.codePoint(end) & 0xFFFF_F800 == 0xD800 { end += 1 }
      if codec.handler == .surrogatePass {
        while i < end {
          try append(s.codePoint(i), to: &out)
          i += 1
        }
      } else {
        i = try codec.unencodable(s, i, end, "surrogates not allowed") { codePoint throws(Raised) in
          try out.append(UInt8(truncatingIfNeeded: codePoint))
        }
      }
    }
    return try out.finish()
  }

  /// How many bytes a str takes; nil if it has surrogates. (Nothing leaves the loops early, and they are no loops over ranges, whose checks keep
  /// the compiler from using vectors.)
  private static func encodedLength(_ s: Ref<StrObject>) -> Int? {
    let count = s.count
    switch s.width {
    case 1:
      let bytes = s.bytes
      var more = 0
      var i = 0
      while i < count {
        more &+= Int(bytes[i] >> 7)
        i &+= 1
      }
      return count &+ more
    case 2: return encodedLength(s.units16, count)
    default: return encodedLength(s.units32, count)
    }
  }

  @inline(__always)
  private static func encodedLength<Unit: FixedWidthInteger>(_ units: UnsafeMutablePointer<Unit>, _ count: Int) -> Int? {
    var length = count
    var from = 0
    while from < count {
      let end = min(from &+ 4096, count)
      var more: Unit = 0
      var surrogates: Unit = 0
      while from < end {
        let c = units[from]
        more &+= (c >= 0x80 ? 1 : 0) &+ (c >= 0x800 ? 1 : 0)
        if Unit.bitWidth > 16 { more &+= c > 0xFFFF ? 1 : 0 }
        surrogates |= c & ~0x7FF == Unit(truncatingIfNeeded: 0xD800) ? 1 : 0
        from &+= 1
      }
      if surrogates != 0 { return nil }
      length &+= Int(more)
    }
    return length
  }

  private static func write(_ s: Ref<StrObject>, to bytes: UnsafeMutablePointer<UInt8>) {
    switch s.width {
    case 1: write(s.bytes, s.count, to: bytes)
    case 2: write(s.units16, s.count, to: bytes)
    default: write(s.units32, s.count, to: bytes)
    }
  }

  @inline(__always)
  private static func write<Unit: FixedWidthInteger>(_ units: UnsafeMutablePointer<Unit>, _ count: Int, to bytes: UnsafeMutablePointer<UInt8>) {
    var to = bytes
    var i = 0
    while i < count {
      let c = UInt32(truncatingIfNeeded: units[i])
      i &+= 1
      if c < 0x80 {
        to[0] = UInt8(truncatingIfNeeded: c)
        to += 1
        // Most of what follows is ASCII too.
        while i < count, units[i] < 0x80 {
          to[0] = UInt8(truncatingIfNeeded: units[i])
          to += 1
          i &+= 1
        }
      } else if c < 0x800 {
        to[0] = UInt8(truncatingIfNeeded: 0xC0 | c >> 6)
        to[1] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
        to += 2
      } else if c < 0x1_0000 {
        to[0] = UInt8(truncatingIfNeeded: 0xE0 | c >> 12)
        to[1] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
        to[2] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
        to += 3
      } else {
        to[0] = UInt8(truncatingIfNeeded: 0xF0 | c >> 18)
        to[1] = UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F)
        to[2] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
        to[3] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
        to += 4
      }
    }
  }

  private static func append(_ codePoint: UInt32, to out: inout BytesBuilder) throws(Raised) {
    switch codePoint {
    case 0..<0x80: try out.append(UInt8(codePoint))
    case 0x80..<0x800:
      try out.append(UInt8(0xC0 | codePoint >> 6))
      try out.append(UInt8(0x80 | codePoint & 0x3F))
    case 0x800..<0x1_0000:
      try out.append(UInt8(0xE0 | codePoint >> 12))
      try out.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      try out.append(UInt8(0x80 | codePoint & 0x3F))
    default:
      try out.append(UInt8(0xF0 | codePoint >> 18))
      try out.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
      try out.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      try out.append(UInt8(0x80 | codePoint & 0x3F))
    }
  }

  static func decode(_ codec: CodecErrors, _ bytes: ByteView) throws(Raised) -> Value {
    if isASCIIOnly(bytes.base, bytes.count) { return try codec.t.str(ascii: bytes.base, count: bytes.count) }
    let whole = try decodeWellFormed(codec.t, bytes)
    if !whole.isNull { return whole }
    var text = TextBuilder(codec.t)
    var i = 0
    while i < bytes.count {
      if i & 0xFFFF == 0 { try codec.t.pollNative() }
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

  /// The str of bytes that are well formed throughout, with at least one that is no ASCII; null for others.
  private static func decodeWellFormed(_ t: Thread, _ bytes: ByteView) throws(Raised) -> Value {
    let end = bytes.count
    let base = bytes.base
    // Bytes that begin no character.
    var rest = 0
    var widest: UInt8 = 0
    var i = 0
    while i < end {
      let first = base[i]
      if first < 0x80 {
        i &+= 1
      } else if first < 0xE0 {
        guard first >= 0xC2, i &+ 1 < end, base[i &+ 1] & 0xC0 == 0x80 else { return .null }
        widest = max(widest, first)
        rest &+= 1
        i &+= 2
      } else {
        let length = sequenceLength(first)
        if length == 0 || validPrefix(bytes, i, length) < length { return .null }
        widest = max(widest, first)
        rest &+= length &- 1
        i &+= length
      }
    }
    let count = end &- rest
    if count == 1 { return try t.str(codePoint: codePoint(bytes, 0, bytes.count)) }
    let result = try t.newStr(count: count, width: widest < 0xC4 ? 1 : widest < 0xF0 ? 2 : 4, isASCII: false)
    switch result.width {
    case 1: read(bytes, to: result.bytes)
    case 2: read(bytes, to: result.units16)
    default: read(bytes, to: result.units32)
    }
    return Value(result)
  }

  @inline(__always)
  private static func read<Unit: FixedWidthInteger>(_ bytes: ByteView, to units: UnsafeMutablePointer<Unit>) {
    var i = 0
    var k = 0
    while i < bytes.count {
      let first = bytes[i]
      if first < 0x80 {
        units[k] = Unit(truncatingIfNeeded: first)
        i &+= 1
      } else {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        units[k] = Unit(truncatingIfNeeded: codePoint(bytes, i, length))
        i &+= length
      }
      k &+= 1
    }
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
  @inline(__always)
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
