import Builtins
import Runtime

/// Module `_codecs` (CPython: Modules/_codecsmodule.c): the registry of codecs, and the codecs that are not written in Python.
enum CodecsModule {
  static let module = ModuleSpec(
    "_codecs", doc: "Codecs, and where they are found.",
    functions: CodecRegistry.functions + wide + CodecModules.utf7 + narrow + others + CharacterMaps.functions + EscapeCodecs.functions)

  // MARK: The forms of Unicode

  private static func encode(_ t: Thread, _ a: Slots, _ form: TextForm, _ name: StaticString, _ function: StaticString) throws(Raised) -> Value {
    guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "%S() argument 1 must be str, not %B", try t.str(function), a[0]) }
    let errors = a[1].isNone ? try t.str("strict") : try CodecArguments.text(t, a[1], function)
    let made = try t.encode(a[0], form, encoding: try t.str(name), errors: errors, atStart: true)
    return try t.tuple(made, try t.int(a[0].unchecked(as: StrObject.self).count))
  }

  /// - Parameter a: the bytes, the handler of errors, whether these are the last bytes.
  private static func decode(_ t: Thread, _ a: Slots, _ form: TextForm, _ name: StaticString, _ isLast: Bool) throws(Raised) -> Value {
    let view = try t.bufferBytes(a[0])
    let errors = a[1].isNone ? try t.str("strict") : try CodecArguments.text(t, a[1], "decode")
    var decoder = IncrementalDecoder()
    let text = try t.decode(view, isLast: isLast, form, encoding: try t.str(name), errors: errors, &decoder)
    return try t.tuple(text, try t.int(view.count - Int(decoder.count)))
  }

  private static let wide: [NativeFunctionSpec] = [
    .init("utf_8_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .utf8, "utf-8", "utf_8_encode") },
    .init("utf_8_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in try decode(t, a, .utf8, "utf-8", try t.truth(a[2])) },
    .init("utf_16_encode(str, errors=None, byteorder=0, /)") { t, a throws(Raised) in
      let order = try t.cInt(a[2])
      return try encode(t, a, order == 0 ? .utf16 : order < 0 ? .utf16Little : .utf16Big, order == 0 ? "utf-16" : order < 0 ? "utf-16-le" : "utf-16-be", "utf_16_encode")
    },
    .init("utf_16_le_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .utf16Little, "utf-16-le", "utf_16_le_encode") },
    .init("utf_16_be_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .utf16Big, "utf-16-be", "utf_16_be_encode") },
    .init("utf_16_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in
      try decode(t, a, order(try t.bufferBytes(a[0]), 2) == 0 ? .utf16Little : .utf16, "utf-16", try t.truth(a[2]))
    },
    .init("utf_16_le_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in try decode(t, a, .utf16Little, "utf-16-le", try t.truth(a[2])) },
    .init("utf_16_be_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in try decode(t, a, .utf16Big, "utf-16-be", try t.truth(a[2])) },
    .init("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)") { t, a throws(Raised) in try decodeAnyOrder(t, a, isWide: false) },
    .init("utf_32_encode(str, errors=None, byteorder=0, /)") { t, a throws(Raised) in
      let order = try t.cInt(a[2])
      return try encode(t, a, order == 0 ? .utf32 : order < 0 ? .utf32Little : .utf32Big, order == 0 ? "utf-32" : order < 0 ? "utf-32-le" : "utf-32-be", "utf_32_encode")
    },
    .init("utf_32_le_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .utf32Little, "utf-32-le", "utf_32_le_encode") },
    .init("utf_32_be_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .utf32Big, "utf-32-be", "utf_32_be_encode") },
    .init("utf_32_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in
      try decode(t, a, order(try t.bufferBytes(a[0]), 4) == 0 ? .utf32Little : .utf32, "utf-32", try t.truth(a[2]))
    },
    .init("utf_32_le_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in try decode(t, a, .utf32Little, "utf-32-le", try t.truth(a[2])) },
    .init("utf_32_be_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in try decode(t, a, .utf32Big, "utf-32-be", try t.truth(a[2])) },
    .init("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)") { t, a throws(Raised) in try decodeAnyOrder(t, a, isWide: true) },
  ]

  /// What the byte order mark says: -1 little, 1 big, 0 that there is none.
  private static func order(_ bytes: ByteView, _ unit: Int) -> Int {
    if bytes.count < unit { return 0 }
    if unit == 2 { return bytes[0] == 0xFF && bytes[1] == 0xFE ? -1 : bytes[0] == 0xFE && bytes[1] == 0xFF ? 1 : 0 }
    if bytes[0] == 0xFF, bytes[1] == 0xFE, bytes[2] == 0, bytes[3] == 0 { return -1 }
    return bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0xFE && bytes[3] == 0xFF ? 1 : 0
  }

  /// Decodes in an order that the mark may say, and returns it as well.
  private static func decodeAnyOrder(_ t: Thread, _ a: Slots, isWide: Bool) throws(Raised) -> Value {
    let given = try t.cInt(a[2])
    let isLast = try t.truth(a[3])
    let seen = given == 0 ? order(try t.bufferBytes(a[0]), isWide ? 4 : 2) : 0
    let form: TextForm =
      if given == 0 && seen != 0 {
        isWide ? .utf32 : .utf16
      } else if given > 0 {
        isWide ? .utf32Big : .utf16Big
      } else {
        isWide ? .utf32Little : .utf16Little
      }
    let result = try decode(t, a, form, isWide ? "utf-32" : "utf-16", isLast)
    return try t.tuple(result.tupleSlots[0], result.tupleSlots[1], Value(small: given == 0 ? seen : given))
  }

  // MARK: ASCII, Latin-1, and what is no text

  private static let narrow: [NativeFunctionSpec] = [
    .init("ascii_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .ascii, "ascii", "ascii_encode") },
    .init("ascii_decode(data, errors=None, /)") { t, a throws(Raised) in try decode(t, a, .ascii, "ascii", true) },
    .init("latin_1_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a, .latin1, "latin-1", "latin_1_encode") },
    .init("latin_1_decode(data, errors=None, /)") { t, a throws(Raised) in try decode(t, a, .latin1, "latin-1", true) },
  ]

  private static let others: [NativeFunctionSpec] = [
    .init("readbuffer_encode(data, errors=None, /)") { t, a throws(Raised) in
      if a[0].isKind(.str) {
        let bytes = try t.encode(a[0], .utf8, encoding: try t.str("utf-8"), errors: try t.str("strict"), atStart: true)
        return try t.tuple(bytes, try t.int(bytes.unchecked(as: BytesObject.self).count))
      }
      let view = try t.bufferBytes(a[0])
      return try t.tuple(try t.bytes(copying: view.base, count: view.count), try t.int(view.count))
    },
  ]
}
