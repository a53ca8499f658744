import Runtime

/// `str.encode` and `bytes.decode`: the encodings that are built in.
enum Codecs {
  enum Encoding { case utf8, utf8Signature, ascii, latin1, utf16(WideOrder), utf32(WideOrder) }

  /// Byte order of a wide encoding; `.native` writes a byte order mark and looks for one.
  enum WideOrder { case native, little, big }

  static func encode(_ t: Thread, _ s: Ref<StrObject>, _ encoding: Value, _ errors: Value) throws(Raised) -> Value {
    guard let known = builtIn(t, encoding) else { return try registered(t, "encode", Value(s), encoding, errors) }
    return try encode(CodecErrors(t, encoding: encoding, errors: errors), s, known)
  }

  /// What a codec of the registry makes of a str or bytes. LookupError if there is none ("unknown encoding: nope"), or if it is not for text.
  private static func registered(
    _ t: Thread, _ function: StaticString, _ v: Value, _ encoding: Value, _ errors: Value
  ) throws(Raised) -> Value {
    let codec = try t.call(try t.getAttribute(try t.importModule(try t.str("_codecs")), try t.intern("lookup")), encoding)
    let isText = try t.getAttributeOrNull(codec, try t.intern("_is_text_encoding"))
    let isEncoder = v.isKind(.str)
    if !isText.isNull, try !t.truth(isText) {
      throw t.raise(
        t.types.lookupError, "'%S' is not a text encoding; use codecs.%S() to handle arbitrary codecs", encoding, try t.str(function))
    }
    let result = try t.call(codec.unchecked(as: TupleObject.self).slots[isEncoder ? 0 : 1], v, errors)
    guard result.isKind(.tuple), result.unchecked(as: TupleObject.self).count == 2 else {
      throw t.raise(
        t.types.typeError, isEncoder ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)")
    }
    let made = result.unchecked(as: TupleObject.self).items[0]
    if made.isKind(isEncoder ? .bytes : .str) { return made }
    throw t.raise(
      t.types.typeError,
      isEncoder
        ? "'%S' encoder returned '%T' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
        : "'%S' decoder returned '%T' instead of 'str'; use codecs.decode() to decode to arbitrary types", encoding, made)
  }

  static func encode(_ codec: CodecErrors, _ s: Ref<StrObject>, _ encoding: Encoding) throws(Raised) -> Value {
    switch encoding {
    case .utf8: return try UTF8Codec.encode(codec, s, mark: false)
    case .utf8Signature: return try UTF8Codec.encode(codec, s, mark: true)
    case .ascii: return try NarrowCodec.encode(codec, s, limit: 128)
    case .latin1: return try NarrowCodec.encode(codec, s, limit: 256)
    case .utf16(let order): return try WideCodecs.encode16(codec, s, order)
    case .utf32(let order): return try WideCodecs.encode32(codec, s, order)
    }
  }

  static func decode(_ t: Thread, _ bytes: ByteView, _ encoding: Value, _ errors: Value) throws(Raised) -> Value {
    // Nothing is decoded by no codec: the names are not looked up.
    if bytes.count == 0 { return t.interpreter.emptyStr }
    guard let known = builtIn(t, encoding) else {
      return try registered(t, "decode", try t.bytes(copying: bytes.base, count: bytes.count), encoding, errors)
    }
    return try decode(CodecErrors(t, encoding: encoding, errors: errors), bytes, known)
  }

  static func decode(_ codec: CodecErrors, _ bytes: ByteView, _ encoding: Encoding) throws(Raised) -> Value {
    switch encoding {
    case .utf8: return try UTF8Codec.decode(codec, bytes)
    case .utf8Signature:
      let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      return try UTF8Codec.decode(codec, hasMark ? ByteView(base: bytes.base + 3, count: bytes.count - 3) : bytes)
    case .ascii: return try NarrowCodec.decodeASCII(codec, bytes)
    case .latin1: return try codec.t.str(latin1: bytes.base, count: bytes.count)
    case .utf16(let order): return try WideCodecs.decode16(codec, bytes, order)
    case .utf32(let order): return try WideCodecs.decode32(codec, bytes, order)
    }
  }

  /// The encoding of a name, case and punctuation aside. LookupError ("unknown encoding: nope").
  static func find(_ t: Thread, _ name: Value) throws(Raised) -> Encoding {
    if let known = builtIn(t, name) { return known }
    throw t.raise(t.types.lookupError, "unknown encoding: %S", name)
  }

  /// The same; nil if the encoding is not built in.
  static func builtIn(_ t: Thread, _ name: Value) -> Encoding? {
    // The usual spelling at once.
    if t.strEquals(name, "utf-8") { return .utf8 }
    switch normalized(name.unchecked()) {
    case "utf_8", "utf8", "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001": return .utf8
    case "utf_8_sig": return .utf8Signature
    case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "ansi_x3_4_1968", "ansi_x3.4_1986", "cp367", "csascii", "ibm367", "iso646_us", "iso_646.irv_1991",
      "iso_ir_6", "us":
      return .ascii
    case "latin_1", "latin1", "latin", "l1", "iso8859_1", "iso_8859_1", "iso8859", "8859", "cp819", "csisolatin1", "ibm819", "iso_8859_1_1987", "iso_ir_100":
      return .latin1
    case "utf_16", "utf16", "u16": return .utf16(.native)
    case "utf_16_le", "utf_16le", "unicodelittleunmarked": return .utf16(.little)
    case "utf_16_be", "utf_16be", "unicodebigunmarked": return .utf16(.big)
    case "utf_32", "utf32", "u32": return .utf32(.native)
    case "utf_32_le", "utf_32le": return .utf32(.little)
    case "utf_32_be", "utf_32be": return .utf32(.big)
    default: return nil
    }
  }

  /// What the codec of an encoding calls itself in errors.
  static func standardName(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    switch try find(t, name) {
    case .utf8, .utf8Signature: try t.str("utf-8")
    case .ascii: try t.str("ascii")
    case .latin1: try t.str("latin-1")
    case .utf16(.native): try t.str("utf-16")
    case .utf16(.little): try t.str("utf-16-le")
    case .utf16(.big): try t.str("utf-16-be")
    case .utf32(.native): try t.str("utf-32")
    case .utf32(.little): try t.str("utf-32-le")
    case .utf32(.big): try t.str("utf-32-be")
    }
  }

  /// Lower case; runs of what is no letter, digit or full stop become one underscore.
  private static func normalized(_ name: Ref<StrObject>) -> String {
    var text = ""
    var gap = false
    for i in 0..<name.count {
      let c = name.codePoint(i)
      let isLetter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c == 46
      if !isLetter {
        gap = true
        continue
      }
      if gap && !text.isEmpty { text += "_" }
      gap = false
      text.unicodeScalars.append(Unicode.Scalar(UInt8(c >= 65 && c <= 90 ? c + 32 : c)))
    }
    return text
  }
}

/// ASCII and Latin-1.
enum NarrowCodec {
  static func encode(_ codec: CodecErrors, _ s: Ref<StrObject>, limit: UInt32) throws(Raised) -> Value {
    let t = codec.t
    if s.isASCII || (limit == 256 && s.width == 1) { return try t.bytes(copying: s.units8, count: s.count) }
    var out = try BytesBuilder(t, capacity: s.count)
    var i = 0
    while i < s.count {
      if i & 0xFFFF == 0 { try t.pollNative() }
      let codePoint = s.codePoint(i)
      if codePoint < limit {
        try out.append(UInt8(codePoint))
        i += 1
        continue
      }
      var end = i + 1
      while end < s.count && s.codePoint(end) >= limit { end += 1 }
      i = try codec.unencodable(s, i, end, limit == 128 ? "ordinal not in range(128)" : "ordinal not in range(256)") {
        codePoint throws(Raised) in try out.append(UInt8(truncatingIfNeeded: codePoint))
      }
    }
    return try out.finish()
  }

  static func decodeASCII(_ codec: CodecErrors, _ bytes: ByteView) throws(Raised) -> Value {
    if isASCIIOnly(bytes.base, bytes.count) { return try codec.t.str(ascii: bytes.base, count: bytes.count) }
    var text = TextBuilder(codec.t)
    var i = 0
    while i < bytes.count {
      if i & 0xFFFF == 0 { try codec.t.pollNative() }
      if bytes[i] < 0x80 {
        try text.append(codePoint: UInt32(bytes[i]))
        i += 1
      } else {
        i = try codec.undecodable(bytes, i, i + 1, "ordinal not in range(128)", to: &text)
      }
    }
    return try text.finish()
  }
}
