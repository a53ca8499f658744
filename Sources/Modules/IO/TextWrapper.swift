import Builtins
import Glibc
import Runtime

/// `TextIOWrapper`: what is common to reading and writing. (CPython: Modules/_io/textio.c.)
enum TextWrapper {
  static let spec = TypeSpec(
    "_io.TextIOWrapper",
    doc: "Text over a buffered stream of bytes: encodes what is written, decodes what is read, and knows lines.",
    functions: TextTables.lifecycle + TextTables.transfer + TextTables.positions + TextTables.inquiries, attributes: TextTables.attributes)

  static func check(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    if me.isReady { return }
    throw t.raise(t.types.valueError, me.isDetached ? "underlying buffer has been detached" : "I/O operation on uninitialized object")
  }

  /// The stream below; that of a standard stream is made now.
  static func buffer(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) -> Value {
    try check(t, me)
    if me.buffer.isNull { try StandardStreams.makeBuffer(t, me) }
    return me.buffer
  }

  static func isClosed(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) -> Bool {
    if me.buffer.isNull { return me.isClosed }
    let below = me.buffer
    if isNativeBuffer(t, me, below), below.unchecked(as: BufferedObject.self).isFile {
      return below.unchecked(as: BufferedObject.self).file.descriptor < 0
    }
    return try t.isClosedStream(below)
  }

  private static func isNativeBuffer(_ t: Thread, _ me: Ref<TextStreamObject>, _ below: Value) -> Bool {
    let like = Value(me)
    return t.isExactly(.reader, below, like: like) || t.isExactly(.writer, below, like: like) || t.isExactly(.random, below, like: like)
  }

  /// ValueError unless the stream is ready and open. `closed` is asked for if a subclass may have its own.
  static func checkOpen(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    try check(t, me)
    let isPlain = !me.header.type.flags.contains(.heap)
    if try isPlain ? isClosed(t, me) : t.isClosedStream(Value(me)) { throw t.closedFile() }
  }

  // MARK: Making

  struct Options {
    var encoding = Value.none
    var errors = Value.none
    var newline = Value.none
    var isLineBuffered = false
    var writesThrough = false
  }

  /// A str or None; ValueError for null characters.
  static func textArgument(_ t: Thread, _ v: Value, _ message: StaticString) throws(Raised) {
    if v.isNone { return }
    guard v.isKind(.str) else { throw t.raise(t.types.typeError, message, v) }
    let s: Ref<StrObject> = v.unchecked()
    if Newlines.find(s, 0, 0, s.count) >= 0 { throw t.raise(t.types.valueError, "embedded null character") }
  }

  static func newline(_ t: Thread, _ v: Value) throws(Raised) -> Newline {
    if v.isNone || t.strEquals(v, "") || t.strEquals(v, "\n") || t.strEquals(v, "\r") || t.strEquals(v, "\r\n") { return try t.newlineArgument(v) }
    throw t.raise(t.types.valueError, "illegal newline value: %S", v)
  }

  private static func isLocale(_ t: Thread, _ encoding: Value) -> Bool {
    encoding.isNone || t.has(.localeEncoding) && t.strEquals(encoding, "locale")
  }

  static func initialize(_ t: Thread, _ me: Ref<TextStreamObject>, _ buffer: Value, _ options: inout Options) throws(Raised) {
    me.isReady = false
    me.isDetached = false
    me.isPlain = false
    let newline = try newline(t, options.newline)
    me.encoding = isLocale(t, options.encoding) ? try t.str("UTF-8") : options.encoding
    me.errors = options.errors.isNone ? t.name(.strict) : options.errors
    try setForm(t, me)
    me.readNewline = newline
    me.writeNewline = newline
    me.isLineBuffered = options.isLineBuffered
    me.writesThrough = options.writesThrough
    me.chunkSize = 8192
    me.descriptor = -1
    reset(me)
    me.buffer = buffer
    me.reads = try t.truth(try t.callMethod(buffer, .readable))
    me.writes = try t.truth(try t.callMethod(buffer, .writable))
    me.seekable = try t.truth(try t.callMethod(buffer, .seekable))
    me.tells = me.seekable
    me.hasRead1 = try !t.getAttributeOrNull(buffer, .read1).isNull
    try findStart(t, me)
    me.isReady = true
    // What lies below is closed by this stream.
    if buffer.isObject { buffer.object.flags.insert(.finalizedLate) }
  }

  /// Finds what encodes and decodes. LookupError ("unknown encoding: nope").
  static func setForm(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    me.form = t.anyTextForm(me.encoding)
    me.streamDecoder = .null
    me.streamEncoder = .null
    if me.form != .other { return }
    me.streamDecoder = try CodecModules.coder(t, me.encoding, me.errors, isEncoder: false)
    me.streamEncoder = try CodecModules.coder(t, me.encoding, me.errors, isEncoder: true)
  }

  private static func reset(_ me: Ref<TextStreamObject>) {
    me.pending = .none
    me.pendingCount = 0
    me.hasPending = false
    me.decoded = .null
    me.decodedUsed = 0
    me.snapshot = .null
    me.snapshotFlags = 0
    me.bytesPerCharacter = 0
    me.decoder = IncrementalDecoder()
    me.newlines = NewlineState()
  }

  /// Whether the next text that is written begins the file, so that a mark goes first.
  private static func findStart(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    me.isAtStart = me.form == .utf8Signature
    if !me.seekable || !me.writes { return }
    let position = try t.callMethod(me.buffer, .tell)
    me.isAtStart = try t.equals(position, Value(small: 0))
  }

  // MARK: Reconfiguring

  /// A flag that may be None.
  private static func flag(_ t: Thread, _ v: Value, _ standard: Bool) throws(Raised) -> Bool {
    if v.isNone { return standard }
    return try t.truth(v.isFloat && t.has(.intArgumentsByInt) ? v : try t.cIntObject(v))
  }

  static func reconfigure(_ t: Thread, _ me: Ref<TextStreamObject>, _ a: Slots) throws(Raised) {
    let (encoding, errors, newlineValue) = (a[1], a[2], a[3])
    if !t.has(.reconfigureArgumentsNamed) {
      for argument in [encoding, errors, newlineValue] where !argument.isNull && !argument.isNone && !argument.isKind(.str) {
        throw t.raise(t.types.typeError, "bad argument type for built-in operation")
      }
    }
    try textArgument(t, encoding, "reconfigure() argument 'encoding' must be str or None, not %B")
    try textArgument(t, errors, "reconfigure() argument 'errors' must be str or None, not %B")
    if !newlineValue.isNull { try textArgument(t, newlineValue, "reconfigure() argument 'newline' must be str or None, not %B") }
    if !me.decoded.isNull, !encoding.isNone || !errors.isNone || !newlineValue.isNull {
      throw t.unsupported("It is not possible to set the encoding or newline of stream after the first read")
    }
    let newMode = newlineValue.isNull ? me.readNewline : try newline(t, newlineValue)
    let isLineBuffered = try flag(t, a[4], me.isLineBuffered)
    let writesThrough = try flag(t, a[5], me.writesThrough)
    _ = try t.callMethod(Value(me), .flush)
    me.bytesPerCharacter = 0
    me.readNewline = newMode
    me.writeNewline = newMode
    if !encoding.isNone || !errors.isNone || !newlineValue.isNull { try changeEncoding(t, me, encoding, errors) }
    me.isLineBuffered = isLineBuffered
    me.writesThrough = writesThrough
    if me.isPlain { me.isPlain = me.form.extendsASCII && me.writeNewline.keepsLineFeeds && !writesThrough }
  }

  private static func changeEncoding(_ t: Thread, _ me: Ref<TextStreamObject>, _ encoding: Value, _ errors: Value) throws(Raised) {
    if encoding.isNone && errors.isNone {
      me.decoder = IncrementalDecoder()
      me.newlines = NewlineState()
      return
    }
    let newEncoding = encoding.isNone ? me.encoding : isLocale(t, encoding) ? try t.str("UTF-8") : encoding
    if t.anyTextForm(newEncoding) == .other { _ = try CodecRegistry.lookup(t, newEncoding) }
    me.errors = errors.isNone ? (encoding.isNone ? me.errors : t.name(.strict)) : errors
    me.encoding = newEncoding
    try setForm(t, me)
    me.decoder = IncrementalDecoder()
    me.newlines = NewlineState()
    if !me.buffer.isNull { try findStart(t, me) } else { me.isAtStart = me.form == .utf8Signature }
  }

  // MARK: Closing

  static func close(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    try check(t, me)
    if try t.isClosedStream(v) { return .none }
    if me.isFinalizing, !me.buffer.isNull {
      do throws(Raised) { _ = try t.call(try t.getAttribute(me.buffer, try t.intern("_dealloc_warn")), v) } catch { _ = t.takeException() }
    }
    try t.finally({ () throws(Raised) in _ = try t.callMethod(v, .flush) }) { () throws(Raised) in
      if me.buffer.isNull && me.descriptor >= 0 {
        me.isClosed = true
        me.isPlain = false
      } else if !me.buffer.isNull {
        _ = try t.callMethod(me.buffer, .close)
      }
    }
    return .none
  }

  static func detach(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    let below = try buffer(t, me)
    _ = try t.callMethod(v, .flush)
    me.buffer = .null
    me.descriptor = -1
    me.isDetached = true
    me.isReady = false
    me.isPlain = false
    if below.isObject { below.object.flags.remove(.finalizedLate) }
    return below
  }

  // MARK: repr

  static func repr(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    if !me.isReady && !me.isDetached { try check(t, me) }
    guard try t.enterRepr(v) else { throw t.raise(t.types.runtimeError, "reentrant call inside %N.__repr__", Value(t.typeOf(v))) }
    defer { t.leaveRepr(v) }
    var out = TextBuilder(t)
    try out.append(try t.message(t.has(.streamsNamedByType) ? "<%N" : "<_io.TextIOWrapper", Value(t.typeOf(v))))
    var name = Value.null
    do throws(Raised) {
      name = try t.getAttributeOrNull(v, .name)
    } catch {
      guard t.isRaising(t.types.valueError) else { throw error }
      _ = t.takeException()
    }
    if !name.isNull { try out.append(try t.message(" name=%R", name)) }
    let mode = try t.getAttributeOrNull(v, .mode)
    if !mode.isNull { try out.append(try t.message(" mode=%R", mode)) }
    try out.append(try t.message(" encoding=%R>", me.encoding))
    return try out.finish()
  }
}

extension Newline {
  /// Whether `\n` is written as it is.
  var keepsLineFeeds: Bool { self != .carriageReturn && self != .both }
  /// Whether all kinds of line ends are known when reading.
  var isUniversal: Bool { self == .universal || self == .anyUntranslated }
}
