import Builtins
import Runtime

/// The handlers of errors as functions: each takes a UnicodeError and returns what stands for the part that is wrong, and where to go on.
enum CodecErrorHandlers {
  static let functions: [NativeFunctionSpec] = [
    .init("strict_errors(exception, /)", "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.") { t, a throws(Raised) in
      guard a[0].isKind(.exception) else { throw t.raise(t.types.typeError, "codec must pass exception instance") }
      throw t.raise(a[0])
    },
    .init("ignore_errors(exception, /)", "Implements the 'ignore' error handling, which ignores malformed data and continues.") { t, a throws(Raised) in
      try t.tuple(t.interpreter.emptyStr, try field(t, try checked(t, a[0]), "end"))
    },
    .init("replace_errors(exception, /)", "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.") {
      t, a throws(Raised) in
      let range = try range(t, a[0])
      let end = try t.int(range.end)
      if t.isInstance(a[0], of: t.types.unicodeDecodeError) { return try t.tuple(try t.str(codePoint: 0xFFFD), end) }
      let mark: UInt32 = t.isInstance(a[0], of: t.types.unicodeEncodeError) ? 63 : 0xFFFD
      return try t.tuple(try repeated(t, mark, range.end - range.start), end)
    },
    .init("xmlcharrefreplace_errors(exception, /)", "Implements the 'xmlcharrefreplace' error handling, with an XML character reference.") {
      t, a throws(Raised) in
      let range = try range(t, a[0], only: t.types.unicodeEncodeError)
      let text = try field(t, a[0], "object").unchecked(as: StrObject.self)
      var out = TextBuilder(t)
      for i in range.start..<range.end {
        try out.append("&#")
        try out.append(decimal: Int(text.codePoint(i)))
        try out.append(";")
      }
      return try t.tuple(try out.finish(), try t.int(range.end))
    },
    .init("backslashreplace_errors(exception, /)", "Implements the 'backslashreplace' error handling, with an escape sequence.") { t, a throws(Raised) in
      try backslashes(t, a[0])
    },
    .init("namereplace_errors(exception, /)", "Implements the 'namereplace' error handling, with a \\N{...} escape sequence.") { t, a throws(Raised) in
      let range = try range(t, a[0], only: t.types.unicodeEncodeError)
      let text = try field(t, a[0], "object").unchecked(as: StrObject.self)
      let names = try t.getAttribute(try t.importModule(try t.str("unicodedata")), try t.intern("name"))
      var out = TextBuilder(t)
      for i in range.start..<range.end {
        let name = try t.call(names, try t.str(codePoint: text.codePoint(i)), t.interpreter.emptyStr)
        if name.unchecked(as: StrObject.self).count == 0 {
          try appendEscape(text.codePoint(i), to: &out)
        } else {
          try out.append("\\N{")
          try out.append(name)
          try out.append("}")
        }
      }
      return try t.tuple(try out.finish(), try t.int(range.end))
    },
    .init("surrogateescape(exception, /)", "Bytes that are no text, as surrogates.") { t, a throws(Raised) in try surrogateEscape(t, a[0]) },
    .init("surrogatepass(exception, /)", "Surrogates, as if they could be encoded.") { t, a throws(Raised) in try surrogatePass(t, a[0]) },
  ]

  private static func field(_ t: Thread, _ exception: Value, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(exception, try t.intern(name))
  }

  /// An error of a codec; TypeError for anything else.
  private static func checked(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let types = [t.types.unicodeEncodeError, t.types.unicodeDecodeError, t.types.unicodeTranslateError]
    if types.contains(where: { t.isInstance(v, of: $0) }) { return v }
    throw wrong(t, v)
  }

  private static func wrong(_ t: Thread, _ v: Value) -> Raised {
    t.raise(t.types.typeError, "don't know how to handle %T in error callback", v)
  }

  /// Where the part is that is wrong, within the object.
  private static func range(_ t: Thread, _ exception: Value, only type: Ref<TypeObject>? = nil) throws(Raised) -> (start: Int, end: Int) {
    if let type, !t.isInstance(exception, of: type) { throw wrong(t, exception) }
    let object = try field(t, try checked(t, exception), "object")
    let count = object.isKind(.str) ? object.unchecked(as: StrObject.self).count : try t.bytesLike(object).count
    let start = max(0, min(try t.asIndex(try field(t, exception, "start")), count))
    return (start, max(start, min(try t.asIndex(try field(t, exception, "end")), count)))
  }

  private static func repeated(_ t: Thread, _ codePoint: UInt32, _ count: Int) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append(repeating: codePoint, count: count)
    return try out.finish()
  }

  /// `\xNN`, `\uNNNN` or `\UNNNNNNNN`
  static func appendEscape(_ codePoint: UInt32, to out: inout TextBuilder) throws(Raised) {
    let digits = codePoint < 0x100 ? 2 : codePoint < 0x1_0000 ? 4 : 8
    try out.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U")
    try out.append(hex: UInt64(codePoint), digits: digits)
  }

  private static func backslashes(_ t: Thread, _ exception: Value) throws(Raised) -> Value {
    let range = try range(t, exception)
    let object = try field(t, exception, "object")
    var out = TextBuilder(t)
    if object.isKind(.str) {
      for i in range.start..<range.end { try appendEscape(object.unchecked(as: StrObject.self).codePoint(i), to: &out) }
    } else {
      let bytes = try t.bytesLike(object)
      for i in range.start..<range.end { try appendEscape(UInt32(bytes[i]), to: &out) }
    }
    return try t.tuple(try out.finish(), try t.int(range.end))
  }

  private static func surrogateEscape(_ t: Thread, _ exception: Value) throws(Raised) -> Value {
    let range = try range(t, exception)
    let object = try field(t, exception, "object")
    if t.isInstance(exception, of: t.types.unicodeEncodeError) {
      let text = object.unchecked(as: StrObject.self)
      var bytes = BytesBuilder(t)
      for i in range.start..<range.end {
        let codePoint = text.codePoint(i)
        guard codePoint >= 0xDC80, codePoint <= 0xDCFF else { throw t.raise(exception) }
        try bytes.append(UInt8(codePoint - 0xDC00))
      }
      return try t.tuple(try bytes.finish(), try t.int(range.end))
    }
    guard t.isInstance(exception, of: t.types.unicodeDecodeError) else { throw wrong(t, exception) }
    let bytes = try t.bytesLike(object)
    var out = TextBuilder(t)
    var i = range.start
    while i < min(range.end, range.start + 4), bytes[i] >= 0x80 {
      try out.append(codePoint: 0xDC00 + UInt32(bytes[i]))
      i += 1
    }
    if i == range.start { throw t.raise(exception) }
    return try t.tuple(try out.finish(), try t.int(i))
  }

  private static func surrogatePass(_ t: Thread, _ exception: Value) throws(Raised) -> Value {
    let range = try range(t, exception)
    let object = try field(t, exception, "object")
    let encoding = try field(t, exception, "encoding")
    let handler = try t.str("surrogatepass")
    if t.isInstance(exception, of: t.types.unicodeEncodeError) {
      let part = try t.substring(object.unchecked(), range.start, range.end)
      let form = try t.textForm(encoding)
      return try t.tuple(try t.encode(part, form, encoding: encoding, errors: handler, atStart: false), try t.int(range.end))
    }
    guard t.isInstance(exception, of: t.types.unicodeDecodeError) else { throw wrong(t, exception) }
    // One surrogate is decoded.
    let bytes = try t.bytesLike(object)
    let form = try t.textForm(encoding)
    let size = form == .utf8 || form == .utf8Signature ? 3 : form == .utf16 || form == .utf16Little || form == .utf16Big ? 2 : 4
    guard range.start + size <= bytes.count else { throw t.raise(exception) }
    var decoder = IncrementalDecoder()
    decoder.order = 1
    let part = ByteView(base: bytes.base + range.start, count: size)
    let text: Value
    do throws(Raised) { text = try t.decode(part, isLast: true, form, encoding: encoding, errors: handler, &decoder) } catch {
      _ = t.takeException()
      throw t.raise(exception)
    }
    return try t.tuple(text, try t.int(range.start + size))
  }
}
