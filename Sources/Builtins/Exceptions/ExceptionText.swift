import Runtime

// `str(exception)`.

extension ExceptionTables {
  static func text(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let args: Ref<TupleObject> = e.args.unchecked()
    switch t.exceptionLayout(of: e.header.type) {
    case .importError:
      let message = e.fields[ExceptionField.importMessage]
      if message.isKind(.str) && message.object.type == t.types.str { return message }
    case .osError:
      if let text = try osErrorText(t, e) { return text }
    case .syntaxError: return try syntaxErrorText(t, e)
    case .unicodeEncodeError, .unicodeTranslateError, .unicodeDecodeError: return try unicodeErrorText(t, e)
    case .group:
      let count = e.groupMembers.count
      return try t.message(
        count == 1 ? "%S (%S sub-exception)" : "%S (%S sub-exceptions)", e.field(ExceptionField.groupMessage), Value(small: count))
    default: break
    }
    if args.count == 1, t.isSubtype(e.header.type, t.types.keyError) { return try t.repr(args.items[0]) }
    return try plainText(t, e)
  }

  /// `BaseException.__str__`: of the arguments alone.
  static func plainText(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let args: Ref<TupleObject> = e.args.unchecked()
    switch args.count {
    case 0: return t.interpreter.emptyStr
    case 1: return try t.str(of: args.items[0])
    default: return try t.str(of: e.args)
    }
  }

  private static func osErrorText(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value? {
    var errno = e.fields[ExceptionField.osErrno]
    if errno.isKind(.str) { errno = try t.str(of: errno) }
    var strerror = e.fields[ExceptionField.osStrerror]
    if strerror.isKind(.str) { strerror = try t.str(of: strerror) }
    let filename = e.fields[ExceptionField.osFilename]
    let filename2 = e.fields[ExceptionField.osFilename2]
    if !filename.isNull {
      if !filename2.isNull {
        var out = TextBuilder(t)
        try out.append(try t.message("[Errno %S] %S: ", orNone(errno), orNone(strerror)))
        try out.append(try t.message("%R -> %R", filename, filename2))
        return try out.finish()
      }
      return try t.message("[Errno %S] %S: %R", orNone(errno), orNone(strerror), filename)
    }
    if !errno.isNull && !strerror.isNull { return try t.message("[Errno %S] %S", errno, strerror) }
    return nil
  }

  /// The message, with the last part of the file's name and the line.
  private static func syntaxErrorText(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let message = try t.str(of: e.field(ExceptionField.syntaxMessage))
    let filename = e.fields[ExceptionField.syntaxFilename]
    let line = lineNumber(t, e.fields[ExceptionField.syntaxLine])
    let base = filename.isKind(.str) ? try lastPathComponent(t, filename) : .null
    if !base.isNull && !line.isNull { return try t.message("%S (%S, line %S)", message, base, line) }
    if !base.isNull { return try t.message("%S (%S)", message, base) }
    if !line.isNull { return try t.message("%S (line %S)", message, line) }
    return message
  }

  /// A line number to be shown: -1 if it is no C long, null if it is no plain int.
  private static func lineNumber(_ t: Thread, _ v: Value) -> Value {
    guard t.typeOf(v) == t.types.int else { return .null }
    return IntOperand(v).asInt == nil ? Value(small: -1) : v
  }

  private static func lastPathComponent(_ t: Thread, _ path: Value) throws(Raised) -> Value {
    let s: Ref<StrObject> = path.unchecked()
    var start = s.count
    while start > 0 && s.codePoint(start - 1) != char("/") { start -= 1 }
    var out = TextBuilder(t)
    try out.append(str: path, from: start, to: s.count)
    return try out.finish()
  }

  private static func unicodeErrorText(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let object = e.fields[ExceptionField.unicodeObject]
    if object.isNull { return t.interpreter.emptyStr }
    let (start, end) = unicodeRange(e)
    let count = unicodeLength(object)
    let isSingle = start >= 0 && start < count && end == start &+ 1
    var out = TextBuilder(t)
    let isTranslate = t.exceptionLayout(of: e.header.type) == .unicodeTranslateError
    let isDecode = t.exceptionLayout(of: e.header.type) == .unicodeDecodeError
    if !isTranslate {
      try out.append(codePoint: char("'"))
      try out.append(try t.str(of: e.field(ExceptionField.unicodeEncoding)))
      try out.append("' codec ")
    }
    try out.append(isDecode ? "can't decode " : isTranslate ? "can't translate " : "can't encode ")
    try out.append(isDecode ? "byte" : "character")
    if isSingle {
      try appendCulprit(object, start, to: &out)
      try out.append(" in position ")
      try out.append(decimal: start)
    } else {
      try out.append("s in position ")
      try out.append(decimal: start)
      try out.append(codePoint: char("-"))
      try out.append(decimal: end &- 1)
    }
    try out.append(": ")
    try out.append(try t.str(of: e.field(ExceptionField.unicodeReason)))
    return try out.finish()
  }

  static func unicodeLength(_ object: Value) -> Int {
    switch object.kind {
    case .str: object.unchecked(as: StrObject.self).count
    case .bytes: object.unchecked(as: BytesObject.self).count
    case .bytearray: object.unchecked(as: ByteArrayObject.self).count
    default: 0
    }
  }

  /// `start` and `end`.
  static func unicodeRange(_ e: Ref<ExceptionObject>) -> (Int, Int) {
    let start = e.fields[ExceptionField.unicodeStart]
    let end = e.fields[ExceptionField.unicodeEnd]
    return (start.isInt ? IntOperand(start).asInt ?? 0 : 0, end.isInt ? IntOperand(end).asInt ?? 0 : 0)
  }

  private static func appendCulprit(_ object: Value, _ index: Int, to out: inout TextBuilder) throws(Raised) {
    switch object.kind {
    case .str:
      try out.append(" '")
      try out.thread.appendEscape(object.unchecked(as: StrObject.self).codePoint(index), to: &out)
      try out.append(codePoint: char("'"))
    case .bytes:
      try out.append(" 0x")
      try out.append(hex: UInt64(object.unchecked(as: BytesObject.self).bytes[index]), digits: 2)
    default:
      try out.append(" 0x")
      try out.append(hex: UInt64(object.unchecked(as: ByteArrayObject.self).buffer.trailing(UInt8.self)[index]), digits: 2)
    }
  }
}
