import Builtins
import Glibc
import Runtime

/// The tables of `TextIOWrapper`.
enum TextTables {
  private static func me(_ a: Slots) -> Ref<TextStreamObject> { a[0].unchecked() }

  /// Calls a method of the stream below.
  private static func forward(_ t: Thread, _ a: Slots, _ name: Name) throws(Raised) -> Value {
    try t.callMethod(try TextWrapper.buffer(t, me(a)), name)
  }

  // MARK: Attributes

  private static func name(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.check(t, me(a))
    return me(a).buffer.isNull ? me(a).name : try t.getAttribute(me(a).buffer, .name)
  }

  private static func closed(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.check(t, me(a))
    return me(a).buffer.isNull ? Value(me(a).isClosed) : try t.getAttribute(me(a).buffer, .closed)
  }

  private static func bufferOrNone(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if me(a).isReady { return try TextWrapper.buffer(t, me(a)) }
    return me(a).buffer.isNull ? .none : me(a).buffer
  }

  private static func errors(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if me(a).errors.isNull { try TextWrapper.check(t, me(a)) }
    return me(a).errors
  }

  private static func setChunkSize(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.check(t, me(a))
    if a[1].isNull { throw t.raise(.chunkSizeNotDeleted) }
    let size = try t.asIndex(a[1], overflow: t.types.valueError)
    if size <= 0 { throw t.raise(t.types.valueError, "a strictly positive integer is required") }
    me(a).chunkSize = size
    return .none
  }

  static let attributes: [NativeAttributeSpec] = [
    NativeAttributeSpec("buffer", "The stream below.", get: { t, a throws(Raised) in try bufferOrNone(t, a) }),
    NativeAttributeSpec("encoding", "The name of the encoding.", get: { _, a throws(Raised) in me(a).encoding.isNull ? .none : me(a).encoding }),
    NativeAttributeSpec("errors", "What is done about what cannot be encoded or decoded.", get: { t, a throws(Raised) in try errors(t, a) }),
    NativeAttributeSpec("newlines", "The kinds of line ends seen so far.", get: { t, a throws(Raised) in
      try TextWrapper.check(t, me(a))
      return try t.newlinesSeen(me(a).newlines)
    }),
    NativeAttributeSpec("line_buffering", "Whether each line is written at once.", get: { _, a throws(Raised) in Value(me(a).isLineBuffered) }),
    NativeAttributeSpec("write_through", "Whether text is given to the stream below at once.", get: { _, a throws(Raised) in Value(me(a).writesThrough) }),
    NativeAttributeSpec("name", "The name of the stream below.", get: { t, a throws(Raised) in try name(t, a) }),
    NativeAttributeSpec("closed", "Whether the stream below was closed.", get: { t, a throws(Raised) in try closed(t, a) }),
    NativeAttributeSpec("_CHUNK_SIZE", "How many bytes are read at once.", get: { t, a throws(Raised) in
      try TextWrapper.check(t, me(a))
      return try t.int(me(a).chunkSize)
    }, set: { t, a throws(Raised) in try setChunkSize(t, a) }),
    NativeAttributeSpec("_finalizing", "Whether the stream is closed because nobody has it any more.", get: { _, a throws(Raised) in
      Value(me(a).isFinalizing)
    }, set: { t, a throws(Raised) in
      me(a).isFinalizing = try FileIO.finalizingArgument(t, a[1])
      return .none
    }),
  ]

  // MARK: Methods

  private static func initialize(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.textArgument(t, a[2], "TextIOWrapper() argument 'encoding' must be str or None, not %B")
    guard a[3].isNone || a[3].isKind(.str) else {
      throw t.raise(t.types.typeError, "TextIOWrapper() argument 'errors' must be str or None, not %B", a[3])
    }
    try TextWrapper.textArgument(t, a[4], "TextIOWrapper() argument 'newline' must be str or None, not %B")
    if t.has(.nullsInErrorNamesRefused) { try TextWrapper.textArgument(t, a[3], "") }
    var options = TextWrapper.Options()
    options.encoding = a[2]
    options.errors = a[3]
    options.newline = a[4]
    options.isLineBuffered = try t.flagArgument(a[5])
    options.writesThrough = try t.flagArgument(a[6])
    try TextWrapper.initialize(t, me(a), a[1], &options)
    return .none
  }

  static let lifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a stream that is not ready.") { t, a throws(Raised) in
      let me: Ref<TextStreamObject> = try t.allocateInstance(a[0].unchecked(), kind: .textStream, tracedWords: 9)
      me.descriptor = -1
      return Value(me)
    },
    NativeFunctionSpec(
      "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", "Begins to use a stream of bytes."
    ) { t, a throws(Raised) in try initialize(t, a) },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try TextWrapper.repr(t, a[0]) },
    NativeFunctionSpec("__reduce__(self, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotReduce(a[0]) },
    NativeFunctionSpec("__reduce_ex__(self, object, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("__getstate__(self, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("close(self, /)", "Writes what waits to be written, and closes the stream below.") { t, a throws(Raised) in
      try TextWrapper.close(t, a[0])
    },
    NativeFunctionSpec("detach(self, /)", "Writes what waits to be written, separates the stream below and returns it.") { t, a throws(Raised) in
      try TextWrapper.detach(t, a[0])
    },
    NativeFunctionSpec(
      """
      reconfigure(self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)
      """, "Changes what is given. Encoding, errors and newline mode can be changed before anything was read."
    ) { t, a throws(Raised) in
      try TextWrapper.check(t, me(a))
      try TextWrapper.reconfigure(t, me(a), a)
      return .none
    },
  ]

  static let transfer: [NativeFunctionSpec] = [
    NativeFunctionSpec("write(self, text, /)", "Takes a str to be written and returns the number of its characters.") { t, a throws(Raised) in
      try TextWriting.write(t, a[0], a[1])
    },
    NativeFunctionSpec("flush(self, /)", "Writes what waits to be written.") { t, a throws(Raised) in
      try TextWriting.flush(t, me(a))
      return .none
    },
    NativeFunctionSpec("read(self, size=-1, /)", "The next characters, so many if they come; all of them without a number.") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try TextReading.read(t, me(a), size)
    },
    NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many characters of it as asked for.") { t, a throws(Raised) in
      let size = try t.sizeArgument(a[1])
      try TextWrapper.check(t, me(a))
      return try TextReading.readLine(t, me(a), limit: size)
    },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try TextReading.next(t, a[0]) },
  ]

  static let positions: [NativeFunctionSpec] = [
    NativeFunctionSpec("tell(self, /)", "The position, as a number that is for seek() only.") { t, a throws(Raised) in try TextPositions.tell(t, a[0]) },
    NativeFunctionSpec(
      "seek(self, cookie, whence=os.SEEK_SET, /)",
      "Moves the position to what tell() gave (0), leaves it (1, cookie 0) or moves it to the end (2, cookie 0). Returns where it is then."
    ) { t, a throws(Raised) in
      let whence = try t.whence(a[2])
      return try TextPositions.seek(t, a[0], a[1], whence)
    },
    NativeFunctionSpec("truncate(self, pos=None, /)", "Makes the file so many bytes long, or ends it at the position. Returns the size.") {
      t, a throws(Raised) in
      let below = try TextWrapper.buffer(t, me(a))
      _ = try t.callMethod(a[0], .flush)
      return try t.callMethod(below, .truncate, a[1])
    },
  ]

  private static func descriptor(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.check(t, me(a))
    if me(a).buffer.isNull {
      if me(a).isClosed { throw t.closedFile() }
      return try t.int(Int(me(a).descriptor))
    }
    return try t.callMethod(me(a).buffer, .fileno)
  }

  private static func isTerminal(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try TextWrapper.check(t, me(a))
    if me(a).buffer.isNull && !me(a).isClosed { return Value(Glibc.isatty(me(a).descriptor) == 1) }
    return try forward(t, a, .isatty)
  }

  static let inquiries: [NativeFunctionSpec] = [
    NativeFunctionSpec("fileno(self, /)", "The file descriptor of the stream below.") { t, a throws(Raised) in try descriptor(t, a) },
    NativeFunctionSpec("isatty(self, /)", "Whether the stream below is a terminal.") { t, a throws(Raised) in try isTerminal(t, a) },
    NativeFunctionSpec("readable(self, /)", "Whether the stream below can be read.") { t, a throws(Raised) in try forward(t, a, .readable) },
    NativeFunctionSpec("writable(self, /)", "Whether the stream below can be written.") { t, a throws(Raised) in try forward(t, a, .writable) },
    NativeFunctionSpec("seekable(self, /)", "Whether the position of the stream below can be moved.") { t, a throws(Raised) in
      try forward(t, a, .seekable)
    },
  ]
}
