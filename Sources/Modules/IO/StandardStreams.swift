import Builtins
import Glibc
import Runtime

/// `sys.stdin`, `sys.stdout` and `sys.stderr`. What is below them is made when it is asked for.
enum StandardStreams {
  /// Puts the three streams, and `sys.__stdin__` and so on, into the namespace of module sys.
  static func install(_ t: Thread, _ sys: Ref<DictObject>) throws(Raised) {
    let errors: StaticString = hasPlainLocale || t.box.settings.flags.utf8Mode > 0 ? "surrogateescape" : "strict"
    try add(t, sys, .stdin, "__stdin__", 0, "<stdin>", errors: errors, isLineBuffered: false)
    try add(t, sys, .stdout, "__stdout__", 1, "<stdout>", errors: errors, isLineBuffered: Glibc.isatty(1) == 1)
    try add(
      t, sys, .stderr, "__stderr__", 2, "<stderr>", errors: "backslashreplace",
      isLineBuffered: t.has(.lineBufferedStderr) || Glibc.isatty(2) == 1)
  }

  /// Whether the environment asks for the locale C, or for C with UTF-8: bytes that are no text go through then (PEP 538, PEP 540).
  private static var hasPlainLocale: Bool {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(variable), value[0] != 0 else { continue }
      for plain in ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"] where strcmp(value, plain) == 0 { return true }
      return false
    }
    return true
  }

  private static func add(
    _ t: Thread, _ sys: Ref<DictObject>, _ name: Name, _ secondName: StaticString, _ descriptor: Int32, _ title: StaticString,
    errors: StaticString, isLineBuffered: Bool
  ) throws(Raised) {
    let stream = try make(t, descriptor, title, errors: errors, isLineBuffered: isLineBuffered)
    try t.dictSet(sys, t.name(name), stream)
    try t.dictSet(sys, try t.intern(secondName), stream)
  }

  private static func make(
    _ t: Thread, _ descriptor: Int32, _ title: StaticString, errors: StaticString, isLineBuffered: Bool
  ) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = try t.allocateInstance(try t.ioType(.text), kind: .textStream, tracedWords: 9)
    // It is never closed by itself, but flushed at the end.
    me.header.flags.remove(.finalizable)
    me.encoding = try t.str("utf-8")
    me.errors = try t.str(errors)
    me.name = try t.str(title)
    me.form = .utf8
    try setEncoding(t, me)
    me.readNewline = .lineFeed
    me.writeNewline = .lineFeed
    me.descriptor = descriptor
    me.chunkSize = 8192
    me.isLineBuffered = isLineBuffered
    me.isReady = true
    me.reads = descriptor == 0
    me.writes = descriptor != 0
    me.hasRead1 = true
    me.isPlain = me.writes && me.form.extendsASCII
    if t.box.settings.isUnbuffered, me.writes {
      me.writesThrough = true
      me.isPlain = false
    }
    try setMode(t, Value(me), me.reads ? "r" : "w")
    return Value(me)
  }

  /// What the environment says of the encoding (`PYTHONIOENCODING`); the handler of errors of standard error stays.
  private static func setEncoding(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    let settings = t.box.settings
    if let encoding = settings.streamEncoding, !encoding.isEmpty {
      me.encoding = try t.str(encoding)
      me.form = try t.textForm(me.encoding)
    }
    let given = settings.streamErrors ?? (settings.streamEncoding == nil ? nil : "strict")
    if let given, !t.strEquals(me.name, "<stderr>") { me.errors = try t.str(given.isEmpty ? "strict" : given) }
  }

  /// `stream.mode`, which is an attribute of the stream's own.
  static func setMode(_ t: Thread, _ stream: Value, _ mode: StaticString) throws(Raised) {
    guard let word = t.dictWord(of: stream) else { return }
    let namespace = try t.dict()
    try t.dictSet(namespace, t.name(.mode), try t.str(mode))
    word.pointee = Value(namespace)
  }

  /// Makes the buffer and the file below a standard stream.
  static func makeBuffer(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    let file = try t.make(FileObject.self, try t.ioType(.fileIO))
    file.header.flags.remove(.finalizable)
    file.descriptor = me.isClosed ? -1 : me.descriptor
    file.isReadable = me.reads
    file.isWritable = me.writes
    file.seekable = -1
    file.blockSize = max(t.statFile(me.descriptor)?.blockSize ?? 0, 1)
    try t.setAttribute(Value(file), .name, me.name)
    if me.writesThrough, !me.isClosed {
      me.seekable = FileOperations.isSeekable(t, file)
      me.tells = me.seekable
      me.buffer = Value(file)
      me.isPlain = false
      return
    }
    let buffered = try t.make(BufferedObject.self, try t.ioType(me.reads ? .reader : .writer))
    buffered.header.flags.remove(.finalizable)
    if me.isClosed {
      buffered.below = Value(file)
      buffered.isFile = true
      buffered.isReady = true
      buffered.reads = me.reads
      buffered.writes = me.writes
    } else {
      try Buffered.initialize(t, buffered, Value(file), t.ioBufferSize, reads: me.reads, writes: me.writes)
    }
    me.seekable = FileOperations.isSeekable(t, file)
    me.tells = me.seekable
    me.buffer = Value(buffered)
    me.isPlain = false
  }
}
