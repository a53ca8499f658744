import Glibc
import Runtime

/// One encoding or decoding: its names for messages, and what to do about errors (Doc/library/codecs.rst, "Error Handlers").
struct CodecErrors {
  enum Handler { case strict, ignore, replace, backslashReplace, xmlReplace, nameReplace, surrogateEscape, surrogatePass, unknown }

  let t: Thread
  let encoding: Value
  let errors: Value
  let handler: Handler
  /// The first error of a decoder whose handler takes some: CPython makes one exception, whose arguments stay those of the first.
  private let first: FirstError?

  private final class FirstError {
    var place: (start: Int, end: Int, reason: StaticString)?
  }

  init(_ t: Thread, encoding: Value, errors: Value) {
    self.t = t
    self.encoding = encoding
    self.errors = errors
    handler = CodecErrors.find(t, errors)
    first = handler == .surrogateEscape ? FirstError() : nil
  }

  private static func find(_ t: Thread, _ name: Value) -> Handler {
    if t.strEquals(name, "strict") { return .strict }
    if t.strEquals(name, "ignore") { return .ignore }
    if t.strEquals(name, "replace") { return .replace }
    if t.strEquals(name, "backslashreplace") { return .backslashReplace }
    if t.strEquals(name, "xmlcharrefreplace") { return .xmlReplace }
    if t.strEquals(name, "namereplace") { return .nameReplace }
    if t.strEquals(name, "surrogateescape") { return .surrogateEscape }
    if t.strEquals(name, "surrogatepass") { return .surrogatePass }
    return .unknown
  }

  /// What is asked for most often: UTF-8 that raises its errors.
  static func isStrictUTF8(_ encoding: Value, _ errors: Value) -> Bool {
    guard encoding.isKind(.str), errors.isKind(.str) else { return false }
    let (e, h) = (encoding.unchecked(as: StrObject.self), errors.unchecked(as: StrObject.self))
    guard e.count == 5, e.width == 1, h.count == 6, h.width == 1 else { return false }
    return memcmp(e.units8, "utf-8", 5) == 0 && memcmp(h.units8, "strict", 6) == 0
  }

  // MARK: Errors

  private func unknownHandler() -> Raised { t.raise(t.types.lookupError, "unknown error handler name '%S'", errors) }

  private func error(_ type: Ref<TypeObject>, _ name: Value, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString) -> Raised {
    do throws(Raised) {
      let args = try t.tuple(count: 5)
      args.items[0] = name
      args.items[1] = object
      args.items[2] = Value(small: start)
      args.items[3] = Value(small: end)
      args.items[4] = try t.str(reason)
      return t.raise(try t.makeBuiltinException(type, args: Value(args)))
    } catch {
      return error
    }
  }

  /// The exception that was made on its way.
  private func exception(_ raised: Raised) throws(Raised) -> Value {
    if t.matches(t.exception, t.types.unicodeError) { return t.takeException() }
    throw raised
  }

  /// What a handler that was registered returns for an exception: what stands for the part that is wrong, and where to go on.
  private func askRegistered(_ exception: Value, _ count: Int) throws(Raised) -> Pair {
    // Nothing is registered where nobody has seen the registry.
    if t.interpreter.codecs.isNull { throw unknownHandler() }
    let lookup = try t.getAttribute(try t.importModule(try t.str("_codecs")), try t.intern("lookup_error"))
    let result = try t.call(try t.call(lookup, errors), exception)
    guard result.isKind(.tuple), result.unchecked(as: TupleObject.self).count == 2, result.unchecked(as: TupleObject.self).items[1].isInt else {
      throw t.raise(
        t.types.typeError,
        t.isInstance(exception, of: t.types.unicodeEncodeError)
          ? "encoding error handler must return (str/bytes, int) tuple" : "decoding error handler must return (str, int) tuple")
    }
    let slots = result.unchecked(as: TupleObject.self).slots
    var position = try t.asIndex(slots[1])
    if position < 0 { position += count }
    guard position >= 0, position <= count else { throw t.raise(t.types.indexError, "position %S from error handler out of bounds", slots[1]) }
    return Pair(slots[0], Value(small: position))
  }

  /// Emits what a handler returned for a part of a text: bytes, or ASCII.
  private func emitStand(
    _ stand: Value, for s: Ref<StrObject>, _ start: Int, _ end: Int, _ reason: StaticString, _ emit: (UInt32) throws(Raised) -> Void
  ) throws(Raised) {
    if stand.isKind(.bytes) {
      let bytes = stand.unchecked(as: BytesObject.self)
      for i in 0..<bytes.count { try emit(UInt32(bytes.bytes[i])) }
      return
    }
    guard stand.isKind(.str) else { throw t.raise(t.types.typeError, "encoding error handler must return (str/bytes, int) tuple") }
    let text = stand.unchecked(as: StrObject.self)
    for i in 0..<text.count {
      guard text.codePoint(i) < 0x80 else { throw encodeError(s, start, end, reason) }
      try emit(text.codePoint(i))
    }
  }

  // MARK: Encoding

  /// The code points `start ..< end` cannot be encoded. Gives what stands for them to `emit`, as code points that can
  /// be, and returns where to go on.
  func unencodable(
    _ s: Ref<StrObject>, _ start: Int, _ end: Int, _ reason: StaticString, _ emit: (UInt32) throws(Raised) -> Void
  ) throws(Raised) -> Int {
    switch handler {
    case .ignore: return end
    case .replace:
      for i in start..<end {
        if i & 0xFFFF == 0 { try t.pollNative() }
        try emit(63)
      }
      return end
    case .backslashReplace:
      for i in start..<end {
        if i & 0xFFFF == 0 { try t.pollNative() }
        try escape(s.codePoint(i), emit)
      }
      return end
    case .xmlReplace:
      for i in start..<end {
        if i & 0xFFFF == 0 { try t.pollNative() }
        try reference(s.codePoint(i), emit)
      }
      return end
    case .surrogateEscape:
      for i in start..<end {
        if i & 0xFFFF == 0 { try t.pollNative() }
        let codePoint = s.codePoint(i)
        guard codePoint >= 0xDC80, codePoint <= 0xDCFF else { throw encodeError(s, start, end, reason) }
        try emit(codePoint - 0xDC00)
      }
      return end
    case .strict, .surrogatePass: throw encodeError(s, start, end, reason)
    case .unknown, .nameReplace:
      let outcome = try askRegistered(try exception(encodeError(s, start, end, reason)), s.count)
      try emitStand(outcome.first, for: s, start, end, reason, emit)
      return outcome.second.smallInt
    }
  }

  func encodeError(_ s: Ref<StrObject>, _ start: Int, _ end: Int, _ reason: StaticString) -> Raised {
    do throws(Raised) {
      return error(t.types.unicodeEncodeError, try Codecs.standardName(t, encoding), Value(s), start, end, reason)
    } catch {
      return error
    }
  }

  private func escape(_ codePoint: UInt32, _ emit: (UInt32) throws(Raised) -> Void) throws(Raised) {
    let digits = codePoint < 0x100 ? 2 : codePoint < 0x1_0000 ? 4 : 8
    try emit(92)
    try emit(digits == 2 ? 120 : digits == 4 ? 117 : 85)
    for k in (0..<digits).reversed() {
      let digit = codePoint >> UInt32(4 * k) & 15
      try emit(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  /// `&#NUMBER;`
  private func reference(_ codePoint: UInt32, _ emit: (UInt32) throws(Raised) -> Void) throws(Raised) {
    try emit(38)
    try emit(35)
    var power: UInt32 = 1
    while power <= codePoint / 10 { power *= 10 }
    while power > 0 {
      try emit(48 + codePoint / power % 10)
      power /= 10
    }
    try emit(59)
  }

  // MARK: Decoding

  /// The bytes `start ..< end` cannot be decoded. Appends what stands for them and returns where to go on.
  func undecodable(
    _ bytes: ByteView, _ start: Int, _ end: Int, _ reason: StaticString, name: StaticString? = nil, to text: inout TextBuilder
  ) throws(Raised) -> Int {
    switch handler {
    case .ignore: return end
    case .replace:
      try text.append(codePoint: 0xFFFD)
      return end
    case .backslashReplace:
      for i in start..<end {
        try escape(UInt32(bytes[i])) { codePoint throws(Raised) in try text.append(codePoint: codePoint) }
      }
      return end
    case .surrogateEscape:
      var i = start
      while i < end && bytes[i] >= 0x80 {
        try text.append(codePoint: 0xDC00 + UInt32(bytes[i]))
        i += 1
      }
      if i > start {
        if name != nil, let first, first.place == nil { first.place = (start, end, reason) }
        return i
      }
      throw decodeError(bytes, start, end, reason, name)
    case .strict, .surrogatePass: throw decodeError(bytes, start, end, reason, name)
    case .xmlReplace, .nameReplace:
      throw t.raise(t.types.typeError, "don't know how to handle UnicodeDecodeError in error callback")
    case .unknown:
      let outcome = try askRegistered(try exception(decodeError(bytes, start, end, reason, name)), bytes.count)
      guard outcome.first.isKind(.str) else { throw t.raise(t.types.typeError, "decoding error handler must return (str, int) tuple") }
      try text.append(outcome.first)
      return outcome.second.smallInt
    }
  }

  func decodeError(_ bytes: ByteView, _ start: Int, _ end: Int, _ reason: StaticString, _ name: StaticString?) -> Raised {
    do throws(Raised) {
      let object = try t.bytes(copying: bytes.base, count: bytes.count)
      let codec = name == nil ? try Codecs.standardName(t, encoding) : try t.str(name ?? "")
      guard let first = first?.place else { return error(t.types.unicodeDecodeError, codec, object, start, end, reason) }
      let raised = error(t.types.unicodeDecodeError, codec, object, first.start, first.end, first.reason)
      let exception: Ref<ExceptionObject> = t.exception.unchecked()
      exception.fields[ExceptionField.unicodeStart] = Value(small: start)
      exception.fields[ExceptionField.unicodeEnd] = Value(small: end)
      exception.fields[ExceptionField.unicodeReason] = try t.str(reason)
      return raised
    } catch {
      return error
    }
  }
}
