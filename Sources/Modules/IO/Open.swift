import Builtins
import Glibc
import Runtime

/// `open`
enum OpenFunction {
  static let spec = NativeFunctionSpec(
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    "Opens a file and returns a stream. OSError if that fails."
  ) { t, a throws(Raised) in try open(t, a) }

  /// What a mode says.
  private struct Mode {
    var creates = false, reads = false, writes = false, appends = false, updates = false
    var isText = false, isBinary = false, isUniversal = false
    /// For FileIO.
    var raw = Value.null
  }

  private static func parse(_ t: Thread, _ text: Value, _ mode: inout Mode) throws(Raised) {
    let s: Ref<StrObject> = text.unchecked()
    for i in 0..<s.count {
      let c = s.codePoint(i)
      switch c {
      case 0x78: mode.creates = true
      case 0x72: mode.reads = true
      case 0x77: mode.writes = true
      case 0x61: mode.appends = true
      case 0x2B: mode.updates = true
      case 0x74: mode.isText = true
      case 0x62: mode.isBinary = true
      case 0x55 where t.has(.universalNewlineMode):
        mode.isUniversal = true
        mode.reads = true
      default: throw t.raise(t.types.valueError, "invalid mode: '%S'", text)
      }
      for k in 0..<i where s.codePoint(k) == c { throw t.raise(t.types.valueError, "invalid mode: '%S'", text) }
    }
    try makeRawMode(t, &mode)
  }

  private static func makeRawMode(_ t: Thread, _ mode: inout Mode) throws(Raised) {
    var out = TextBuilder(t)
    if mode.creates { try out.append(codePoint: 0x78) }
    if mode.reads { try out.append(codePoint: 0x72) }
    if mode.writes { try out.append(codePoint: 0x77) }
    if mode.appends { try out.append(codePoint: 0x61) }
    if mode.updates { try out.append(codePoint: 0x2B) }
    mode.raw = try out.finish()
  }

  private static func check(_ t: Thread, _ mode: inout Mode, _ a: Slots) throws(Raised) {
    let valueError = t.types.valueError
    if mode.isUniversal {
      if mode.creates || mode.writes || mode.appends || mode.updates {
        throw t.raise(valueError, "mode U cannot be combined with 'x', 'w', 'a', or '+'")
      }
      try t.warn(t.types.deprecationWarning, "'U' mode is deprecated")
    }
    if mode.isText && mode.isBinary { throw t.raise(valueError, "can't have text and binary mode at once") }
    if [mode.creates, mode.reads, mode.writes, mode.appends].filter({ $0 }).count > 1 {
      throw t.raise(valueError, "must have exactly one of create/read/write/append mode")
    }
    if !mode.isBinary { return }
    if !a[3].isNone { throw t.raise(valueError, "binary mode doesn't take an encoding argument") }
    if !a[4].isNone { throw t.raise(valueError, "binary mode doesn't take an errors argument") }
    if !a[5].isNone { throw t.raise(valueError, "binary mode doesn't take a newline argument") }
  }

  /// A path as str or bytes; anything else is left as it is.
  private static func path(_ t: Thread, _ file: Value) throws(Raised) -> Value {
    if file.isInt || file.isKind(.str) || file.isKind(.bytes) { return file }
    let method = t.lookup(t.typeOf(file), try t.intern("__fspath__"))
    if method.isNull {
      let hasIndex = !t.lookupSpecial(file, .__index__).isNull
      if hasIndex { return file }
      throw t.raise(t.types.typeError, "expected str, bytes or os.PathLike object, not %T", file)
    }
    let path = try t.callSpecial(method, file)
    guard path.isKind(.str) || path.isKind(.bytes) else {
      throw t.raise(t.types.typeError, "expected %T.__fspath__() to return str or bytes, not %T", file, path)
    }
    return path
  }

  private static func open(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "open() argument 'mode' must be str, not %B", a[1]) }
    var buffering = try t.cInt(a[2])
    try TextWrapper.textArgument(t, a[3], "open() argument 'encoding' must be str or None, not %B")
    try TextWrapper.textArgument(t, a[4], "open() argument 'errors' must be str or None, not %B")
    try TextWrapper.textArgument(t, a[5], "open() argument 'newline' must be str or None, not %B")
    let closes = try t.flagArgument(a[6])
    let file = try path(t, a[0])
    var mode = Mode()
    try parse(t, a[1], &mode)
    try check(t, &mode, a)
    let raw = Value(try newFile(t))
    try FileIO.initialize(t, raw, file, mode.raw, closes: closes, a[7])
    var made = raw
    do throws(Raised) {
      let isTerminal = buffering < 0 && Glibc.isatty(raw.unchecked(as: FileObject.self).descriptor) == 1
      let isLineBuffered = buffering == 1 && !mode.isBinary || isTerminal
      if buffering == 1 && mode.isBinary {
        try t.warn(
          t.types.runtimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")
      }
      if buffering == 1 || buffering < 0 { buffering = bufferSize(t, raw.unchecked()) }
      if buffering == 0 {
        if !mode.isBinary { throw t.raise(t.types.valueError, "can't have unbuffered text I/O") }
        return raw
      }
      made = try addBuffer(t, raw, buffering, &mode)
      if mode.isBinary { return made }
      made = try addText(t, made, a, isLineBuffered: isLineBuffered)
      try t.setAttribute(made, .mode, a[1])
      return made
    } catch {
      let exception = t.takeException()
      do throws(Raised) { _ = try t.callMethod(made, .close) } catch { t.chain(exception); throw error }
      t.exception = exception
      throw error
    }
  }

  private static func newFile(_ t: Thread) throws(Raised) -> Ref<FileObject> {
    let file = try t.make(FileObject.self, try t.ioType(.fileIO))
    file.descriptor = -1
    file.seekable = -1
    file.closesDescriptor = true
    return file
  }

  private static func bufferSize(_ t: Thread, _ file: Ref<FileObject>) -> Int {
    t.has(.largeStreamBuffers) ? max(min(file.blockSize, 8 << 20), t.ioBufferSize) : file.blockSize
  }

  private static func addBuffer(_ t: Thread, _ raw: Value, _ size: Int, _ mode: inout Mode) throws(Raised) -> Value {
    let reads = mode.updates || mode.reads
    let writes = mode.updates || !mode.reads
    let type = try t.ioType(reads && writes ? .random : reads ? .reader : .writer)
    let buffered = try t.make(BufferedObject.self, type)
    try Buffered.initialize(t, buffered, raw, size, reads: reads, writes: writes)
    return Value(buffered)
  }

  private static func addText(_ t: Thread, _ buffer: Value, _ a: Slots, isLineBuffered: Bool) throws(Raised) -> Value {
    let text: Ref<TextStreamObject> = try t.allocateInstance(try t.ioType(.text), kind: .textStream, tracedWords: 9)
    text.descriptor = -1
    var options = TextWrapper.Options()
    options.encoding = a[3]
    options.errors = a[4]
    options.newline = a[5]
    options.isLineBuffered = isLineBuffered
    try TextWrapper.initialize(t, text, buffer, &options)
    return Value(text)
  }
}
