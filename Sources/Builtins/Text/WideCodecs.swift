import Runtime

/// UTF-16 and UTF-32.
enum WideCodecs {
  // MARK: Encoding

  static func encode16(_ codec: CodecErrors, _ s: Ref<StrObject>, _ order: Codecs.WideOrder) throws(Raised) -> Value {
    var out = try BytesBuilder(codec.t, capacity: 2 * s.count + 2)
    let isBig = order == .big
    func put(_ unit: UInt32) throws(Raised) {
      let low = UInt8(unit & 0xFF)
      let high = UInt8(unit >> 8 & 0xFF)
      try out.append(isBig ? high : low)
      try out.append(isBig ? low : high)
    }
    if order == .native { try put(0xFEFF) }
    try encode(codec, s) { codePoint throws(Raised) in
      if codePoint < 0x1_0000 {
        try put(codePoint)
      } else {
        try put(0xD800 + (codePoint - 0x1_0000) >> 10)
        try put(0xDC00 + (codePoint - 0x1_0000) & 0x3FF)
      }
    }
    return try out.finish()
  }

  static func encode32(_ codec: CodecErrors, _ s: Ref<StrObject>, _ order: Codecs.WideOrder) throws(Raised) -> Value {
    var out = try BytesBuilder(codec.t, capacity: 4 * s.count + 4)
    let isBig = order == .big
    func put(_ unit: UInt32) throws(Raised) {
      for k in 0..<4 { try out.append(UInt8(unit >> UInt32(8 * (isBig ? 3 - k : k)) & 0xFF)) }
    }
    if order == .native { try put(0xFEFF) }
    try encode(codec, s) { codePoint throws(Raised) in try put(codePoint) }
    return try out.finish()
  }

  /// Gives each code point, or what stands for a surrogate, to `put`.
  private static func encode(_ codec: CodecErrors, _ s: Ref<StrObject>, _ put: (UInt32) throws(Raised) -> Void) throws(Raised) {
    var i = 0
    while i < s.count {
      if i & 0xFFFF == 0 { try codec.t.pollNative() }
      let codePoint = s.codePoint(i)
      if codePoint & 0xFFFF_F800 != 0xD800 || codec.handler == .surrogatePass {
        try put(codePoint)
        i += 1
      } else {
        // What this handler gives is one byte, no unit.
        if codec.handler == .surrogateEscape { throw codec.encodeError(s, i, i + 1, "surrogates not allowed") }
        i = try codec.unencodable(s, i, i + 1, "surrogates not allowed", put)
      }
    }
  }

  // MARK: Decoding

  static func decode16(_ codec: CodecErrors, _ bytes: ByteView, _ order: Codecs.WideOrder) throws(Raised) -> Value {
    var isBig = order == .big
    var i = 0
    if order == .native && bytes.count >= 2 {
      if bytes[0] == 0xFE && bytes[1] == 0xFF { isBig = true }
      if isBig || (bytes[0] == 0xFF && bytes[1] == 0xFE) { i = 2 }
    }
    let name: StaticString = isBig ? "utf-16-be" : "utf-16-le"
    func unit(_ at: Int) -> UInt32 {
      isBig ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
    }
    var text = TextBuilder(codec.t)
    while i < bytes.count {
      if i + 1 == bytes.count {
        i = try codec.undecodable(bytes, i, bytes.count, "truncated data", name: name, to: &text)
        continue
      }
      let first = unit(i)
      if first & 0xF800 != 0xD800 {
        try text.append(codePoint: first)
        i += 2
      } else if first >= 0xDC00 {
        i = try illegal(codec, bytes, i, i + 2, "illegal encoding", name, first, 2, &text)
      } else if i + 3 >= bytes.count {
        i = try illegal(codec, bytes, i, bytes.count, "unexpected end of data", name, first, 2, &text)
      } else if unit(i + 2) & 0xFC00 != 0xDC00 {
        i = try illegal(codec, bytes, i, i + 2, "illegal UTF-16 surrogate", name, first, 2, &text)
      } else {
        try text.append(codePoint: 0x1_0000 + (first & 0x3FF) << 10 + unit(i + 2) & 0x3FF)
        i += 4
      }
    }
    return try text.finish()
  }

  static func decode32(_ codec: CodecErrors, _ bytes: ByteView, _ order: Codecs.WideOrder) throws(Raised) -> Value {
    var isBig = order == .big
    func unit(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for k in 0..<4 { value |= UInt32(bytes[at + k]) << UInt32(8 * (isBig ? 3 - k : k)) }
      return value
    }
    var i = 0
    if order == .native && bytes.count >= 4 {
      if unit(0) == 0xFFFE_0000 { isBig = true }
      if unit(0) == 0xFEFF { i = 4 }
    }
    let name: StaticString = isBig ? "utf-32-be" : "utf-32-le"
    var text = TextBuilder(codec.t)
    while i < bytes.count {
      if i + 4 > bytes.count {
        i = try codec.undecodable(bytes, i, bytes.count, "truncated data", name: name, to: &text)
        continue
      }
      let codePoint = unit(i)
      if codePoint > 0x10FFFF {
        i = try codec.undecodable(bytes, i, i + 4, "code point not in range(0x110000)", name: name, to: &text)
      } else if codePoint & 0xFFFF_F800 == 0xD800 {
        i = try illegal(
          codec, bytes, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)", name, codePoint, 4, &text)
      } else {
        try text.append(codePoint: codePoint)
        i += 4
      }
    }
    return try text.finish()
  }

  /// An unpaired surrogate: passed on if that is asked for.
  private static func illegal(
    _ codec: CodecErrors, _ bytes: ByteView, _ start: Int, _ end: Int, _ reason: StaticString, _ name: StaticString, _ surrogate: UInt32,
    _ size: Int, _ text: inout TextBuilder
  ) throws(Raised) -> Int {
    if codec.handler == .surrogatePass {
      try text.append(codePoint: surrogate)
      return start + size
    }
    return try codec.undecodable(bytes, start, end, reason, name: name, to: &text)
  }
}
