import Builtins
import Runtime

/// Text and bytes as they are written in source: `unicode_escape`, `raw_unicode_escape`, and the escapes of bytes.
enum EscapeCodecs {
  static let functions: [NativeFunctionSpec] = [
    .init("unicode_escape_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a[0], isRaw: false) },
    .init("raw_unicode_escape_encode(str, errors=None, /)") { t, a throws(Raised) in try encode(t, a[0], isRaw: true) },
    .init("unicode_escape_decode(data, errors=None, final=True, /)") { t, a throws(Raised) in try decode(t, a, isRaw: false) },
    .init("raw_unicode_escape_decode(data, errors=None, final=True, /)") { t, a throws(Raised) in try decode(t, a, isRaw: true) },
    .init("escape_encode(data, errors=None, /)") { t, a throws(Raised) in
      guard a[0].isKind(.bytes) else { throw t.raise(t.types.typeError, "escape_encode() argument 1 must be bytes, not %B", a[0]) }
      let bytes = a[0].unchecked(as: BytesObject.self)
      var out = BytesBuilder(t)
      for i in 0..<bytes.count { try append(UInt32(bytes.bytes[i]), isRaw: false, quote: true, to: &out) }
      return try t.tuple(try out.finish(), try t.int(bytes.count))
    },
    .init("escape_decode(data, errors=None, /)") { t, a throws(Raised) in try decodeBytes(t, a[0], a[1]) },
  ]

  // MARK: Encoding

  private static func encode(_ t: Thread, _ v: Value, isRaw: Bool) throws(Raised) -> Value {
    guard v.isKind(.str) else {
      throw t.raise(t.types.typeError, isRaw ? "raw_unicode_escape_encode() argument 1 must be str, not %B" : "unicode_escape_encode() argument 1 must be str, not %B", v)
    }
    let text = v.unchecked(as: StrObject.self)
    var out = try BytesBuilder(t, capacity: text.count)
    for i in 0..<text.count {
      if i & 0xFFFF == 0 { try t.pollNative() }
      try append(text.codePoint(i), isRaw: isRaw, quote: false, to: &out)
    }
    return try t.tuple(try out.finish(), try t.int(text.count))
  }

  private static func append(_ c: UInt32, isRaw: Bool, quote: Bool, to out: inout BytesBuilder) throws(Raised) {
    if isRaw, c < 0x100 { return try out.append(UInt8(c)) }
    if !isRaw, c >= 32, c < 127, c != 92, !(quote && c == 39) { return try out.append(UInt8(c)) }
    try out.append(92)
    switch c {
    case 92, 39: try out.append(UInt8(c))
    case 9: try out.append(116)
    case 10: try out.append(110)
    case 13: try out.append(114)
    default:
      let digits = c < 0x100 ? 2 : c < 0x1_0000 ? 4 : 8
      try out.append(digits == 2 ? 120 : digits == 4 ? 117 : 85)
      for k in (0..<digits).reversed() {
        let digit = UInt8(c >> UInt32(4 * k) & 15)
        try out.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    }
  }

  // MARK: Decoding text

  /// Where a decoder is.
  private struct Cursor {
    var bytes: ByteView
    var data: Value
    var at = 0
    let errors: Value
    let encoding: StaticString
    let isLast: Bool
  }

  private static func decode(_ t: Thread, _ a: Slots, isRaw: Bool) throws(Raised) -> Value {
    let source = a[0].isKind(.str) ? try t.encode(a[0], .utf8, encoding: try t.str("utf-8"), errors: try t.str("strict"), atStart: true) : a[0]
    let view = try t.bufferBytes(source)
    let copy = try t.bytes(copying: view.base, count: view.count)
    let errors = a[1].isNone ? try t.str("strict") : try CodecArguments.text(t, a[1], "unicode_escape_decode")
    var cursor = Cursor(
      bytes: try t.bytesLike(copy), data: copy, errors: errors, encoding: isRaw ? "rawunicodeescape" : "unicodeescape", isLast: try t.truth(a[2]))
    var out = TextBuilder(t)
    while cursor.at < cursor.bytes.count {
      if cursor.at & 0xFFF == 0 { try t.pollNative() }
      let c = cursor.bytes[cursor.at]
      if c != 92 {
        try out.append(codePoint: UInt32(c))
        cursor.at += 1
        continue
      }
      if cursor.at + 1 == cursor.bytes.count {
        if !cursor.isLast { break }
        if isRaw {
          try out.append(codePoint: 92)
          cursor.at += 1
        } else {
          try fail(t, &cursor, cursor.at + 1, "\\ at end of string", to: &out)
        }
        continue
      }
      if try !escape(t, &cursor, isRaw: isRaw, to: &out) { break }
    }
    return try t.tuple(try out.finish(), try t.int(cursor.at))
  }

  /// One escape; false if it goes on behind what there is.
  private static func escape(_ t: Thread, _ cursor: inout Cursor, isRaw: Bool, to out: inout TextBuilder) throws(Raised) -> Bool {
    let kind = cursor.bytes[cursor.at + 1]
    switch kind {
    // The digits in these messages are X in CPython's too (Objects/unicodeobject.c).
    case 117, 85: return try number(t, &cursor, kind == 117 ? 4 : 8, kind == 117 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape", to: &out)
    case _ where isRaw:
      try out.append(codePoint: 92)
      try out.append(codePoint: UInt32(kind))
      cursor.at += 2
      return true
    case 120: return try number(t, &cursor, 2, "truncated \\xXX escape", to: &out)
    case 78: return try named(t, &cursor, to: &out)
    case 48...55:
      var value: UInt32 = 0
      cursor.at += 1
      for _ in 0..<3 where cursor.at < cursor.bytes.count && cursor.bytes[cursor.at] & 0xF8 == 48 {
        value = value * 8 + UInt32(cursor.bytes[cursor.at] - 48)
        cursor.at += 1
      }
      try out.append(codePoint: value)
      return true
    default:
      if let plain = simple(kind) {
        if plain != 0xFF { try out.append(codePoint: UInt32(plain)) }
      } else {
        try out.append(codePoint: 92)
        try out.append(codePoint: UInt32(kind))
      }
      cursor.at += 2
      return true
    }
  }

  /// What stands for an escape of one letter: 0xFF for nothing.
  private static func simple(_ kind: UInt8) -> UInt8? {
    switch kind {
    case 10: 0xFF
    case 92, 39, 34: kind
    case 97: 7
    case 98: 8
    case 102: 12
    case 110: 10
    case 114: 13
    case 116: 9
    case 118: 11
    default: nil
    }
  }

  private static func number(
    _ t: Thread, _ cursor: inout Cursor, _ digits: Int, _ reason: StaticString, to out: inout TextBuilder
  ) throws(Raised) -> Bool {
    var value: UInt32 = 0
    var end = cursor.at + 2
    while end < cursor.bytes.count, end < cursor.at + 2 + digits, let digit = BinasciiModule.digit(cursor.bytes[end]) {
      value = value << 4 | UInt32(digit)
      end += 1
    }
    if end < cursor.at + 2 + digits {
      if end == cursor.bytes.count, !cursor.isLast { return false }
      try fail(t, &cursor, end, reason, to: &out)
    } else if value > 0x10FFFF {
      try fail(t, &cursor, end, "illegal Unicode character", to: &out)
    } else {
      try out.append(codePoint: value)
      cursor.at = end
    }
    return true
  }

  /// `\N{NAME}`
  private static func named(_ t: Thread, _ cursor: inout Cursor, to out: inout TextBuilder) throws(Raised) -> Bool {
    let start = cursor.at + 3
    guard start - 1 < cursor.bytes.count, cursor.bytes[start - 1] == 123 else {
      if start - 1 >= cursor.bytes.count, !cursor.isLast { return false }
      try fail(t, &cursor, cursor.at + 2, "malformed \\N character escape", to: &out)
      return true
    }
    var end = start
    while end < cursor.bytes.count, cursor.bytes[end] != 125 { end += 1 }
    if end == cursor.bytes.count || end == start {
      if end == cursor.bytes.count, !cursor.isLast { return false }
      try fail(t, &cursor, end, "malformed \\N character escape", to: &out)
      return true
    }
    let lookup = try t.getAttribute(try t.importModule(try t.str("unicodedata")), try t.intern("lookup"))
    let name = try t.str(latin1: cursor.bytes.base + start, count: end - start)
    do throws(Raised) {
      try out.append(try t.call(lookup, name))
      cursor.at = end + 1
    } catch {
      guard t.matches(t.exception, t.types.keyError) else { throw error }
      _ = t.takeException()
      try fail(t, &cursor, end + 1, "unknown Unicode character name", to: &out)
    }
    return true
  }

  /// Lets the handler say what stands for the escape, which ends at `end`.
  private static func fail(_ t: Thread, _ cursor: inout Cursor, _ end: Int, _ reason: StaticString, to out: inout TextBuilder) throws(Raised) {
    let outcome = try CodecErrorCalls.handle(
      t, t.types.unicodeDecodeError, try t.str(cursor.encoding), cursor.data, cursor.at, end, reason, cursor.errors)
    guard outcome.tupleSlots[0].isKind(.str) else { throw t.raise(t.types.typeError, "decoding error handler must return (str, int) tuple") }
    try out.append(outcome.tupleSlots[0])
    cursor.at = outcome.tupleSlots[1].smallInt
    cursor.data = outcome.tupleSlots[2]
    cursor.bytes = try t.bytesLike(cursor.data)
  }

  // MARK: Decoding bytes

  private static func decodeBytes(_ t: Thread, _ v: Value, _ handler: Value) throws(Raised) -> Value {
    let source = v.isKind(.str) ? try t.encode(v, .utf8, encoding: try t.str("utf-8"), errors: try t.str("strict"), atStart: true) : v
    let bytes = try t.bufferBytes(source)
    var out = try BytesBuilder(t, capacity: bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] != 92 {
        try out.append(bytes[i])
        i += 1
        continue
      }
      i += 1
      guard i < bytes.count else { throw t.raise(t.types.valueError, "Trailing \\ in string") }
      let kind = bytes[i]
      i += 1
      if let plain = simple(kind) {
        if plain != 0xFF { try out.append(plain) }
      } else if kind & 0xF8 == 48 {
        var value = Int(kind - 48)
        for _ in 0..<2 where i < bytes.count && bytes[i] & 0xF8 == 48 {
          value = value * 8 + Int(bytes[i] - 48)
          i += 1
        }
        try out.append(UInt8(truncatingIfNeeded: value))
      } else if kind == 120 {
        if i + 1 < bytes.count, let high = BinasciiModule.digit(bytes[i]), let low = BinasciiModule.digit(bytes[i + 1]) {
          try out.append(high << 4 | low)
          i += 2
          continue
        }
        if handler.isNone || t.strEquals(handler, "strict") {
          throw t.raise(t.types.valueError, "invalid \\x escape at position %S", try t.int(i - 2))
        }
        if t.strEquals(handler, "replace") {
          try out.append(63)
        } else if !t.strEquals(handler, "ignore") {
          throw t.raise(t.types.valueError, "decoding error; unknown error handling code: %S", handler)
        }
        if i < bytes.count, BinasciiModule.digit(bytes[i]) != nil { i += 1 }
      } else {
        try out.append(92)
        try out.append(kind)
      }
    }
    return try t.tuple(try out.finish(), try t.int(bytes.count))
  }
}
