import Builtins
import Runtime

/// The modules `_io` and `io`.
enum IOModule {
  static let core = ModuleSpec(
    "_io", doc: "Streams of bytes and of text, over files and in memory.",
    functions: [openCode, textEncoding]
  ) { t, m throws(Raised) in
    if !t.has(.coreStreamsNamed) {
      try t.addConstant(m, "__name__", try t.str("io"))
      try t.setHome(m, "io")
    }
    try addCommon(t, m)
    let open = try t.openFunction()
    open.unchecked(as: NativeFunctionObject.self).boundSelf = Value(m)
    try t.addConstant(m, "open", open)
    for type in IOType.allCases where type != .bytesBuffer || t.has(.bytesBufferShown) {
      let made = try t.ioType(type)
      try t.addConstant(m, t.intern(made.name), Value(made))
    }
  }

  static let face = ModuleSpec("io", doc: "Streams of bytes and of text, over files and in memory.") { t, m throws(Raised) in
    let core = try t.importModule(try t.str("_io")).unchecked(as: ModuleObject.self)
    try t.addConstant(m, "_io", Value(core))
    try t.addConstant(m, "abc", try t.importModule(try t.str("abc")))
    try addCommon(t, m)
    for name in copied {
      let value = t.dictGet(core.dict, interned: try t.intern(name))
      if !value.isNull { try t.addConstant(m, name, value) }
    }
    try t.addConstant(m, "OpenWrapper", t.dictGet(core.dict, interned: try t.intern("open")))
    try t.addConstant(m, "SEEK_SET", Value(small: 0))
    try t.addConstant(m, "SEEK_CUR", Value(small: 1))
    try t.addConstant(m, "SEEK_END", Value(small: 2))
    try addBases(t, m)
    if t.has(.readerAndWriterProtocols) { try addProtocols(t, m) }
    let all = try t.list()
    for name in publicNames { try t.append(all, try t.str(name)) }
    try t.addConstant(m, "__all__", Value(all))
    try t.addConstant(m, "__author__", try t.str(""))
  }

  private static func addCommon(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    try t.addConstant(m, "DEFAULT_BUFFER_SIZE", Value(small: t.ioBufferSize))
    try t.addConstant(m, "BlockingIOError", Value(t.types.blockingIOError))
    try t.addConstant(m, "UnsupportedOperation", Value(try t.unsupportedOperation()))
  }

  /// What `io` takes from `_io`.
  private static let copied: [StaticString] = [
    "open", "open_code", "FileIO", "BytesIO", "StringIO", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom",
    "IncrementalNewlineDecoder", "text_encoding", "TextIOWrapper",
  ]

  private static let publicNames: [StaticString] = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
    "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR",
    "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding", "IncrementalNewlineDecoder", "Reader", "Writer",
  ]

  // MARK: Functions

  private static let openCode = NativeFunctionSpec("open_code(path)", "Opens a file of code to be read, as bytes.") { t, a throws(Raised) in
    guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "open_code() argument 'path' must be str, not %B", a[0]) }
    let module = try t.importModule(try t.str("_io"))
    return try t.call(try t.getAttribute(module, try t.intern("open")), a[0], try t.str("rb"))
  }

  private static let textEncoding = NativeFunctionSpec(
    "text_encoding(encoding, stacklevel=2, /)", "The encoding that None stands for, or what was given."
  ) { t, a throws(Raised) in
    _ = try t.cInt(a[1])
    return a[0].isNone ? try t.str("locale") : a[0]
  }

  // MARK: Abstract classes

  private static let ioBase = TypeSpec("io.IOBase", doc: IOBase.spec.doc)
  private static let rawBase = TypeSpec("io.RawIOBase", doc: RawBase.spec.doc)
  private static let bufferedBase = TypeSpec("io.BufferedIOBase", doc: BufferedBase.spec.doc)
  private static let textBase = TypeSpec("io.TextIOBase", doc: TextBase.spec.doc)

  private static func addBases(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let metaclass = try ABCModule.metaclass(t)
    let base = try t.addClass(m, ioBase, bases: try t.tuple(Value(try t.ioType(.base))), metaclass: metaclass)
    let raw = try t.addClass(m, rawBase, bases: try t.tuple(Value(try t.ioType(.rawBase)), base), metaclass: metaclass)
    let buffered = try t.addClass(m, bufferedBase, bases: try t.tuple(Value(try t.ioType(.bufferedBase)), base), metaclass: metaclass)
    let text = try t.addClass(m, textBase, bases: try t.tuple(Value(try t.ioType(.textBase)), base), metaclass: metaclass)
    try ABCModule.register(t, Value(try t.ioType(.fileIO)), with: raw)
    for type in [IOType.bytesIO, .reader, .writer, .random, .pair] { try ABCModule.register(t, Value(try t.ioType(type)), with: buffered) }
    for type in [IOType.stringIO, .text] { try ABCModule.register(t, Value(try t.ioType(type)), with: text) }
  }

  // MARK: Protocols

  private static func hook(_ t: Thread, _ cls: Value, _ candidate: Value, _ home: StaticString, _ method: Name) throws(Raised) -> Value {
    let own = try t.getAttribute(try t.importModule(try t.str("io")), try t.intern(home))
    guard cls == own, candidate.isKind(.type) else { return .notImplemented }
    let found = t.lookup(candidate.unchecked(), method)
    return found.isNull || found.isNone ? .notImplemented : .true
  }

  private static let reader = TypeSpec(
    "io.Reader", doc: "What can be read: anything with read().",
    functions: [
      NativeFunctionSpec("read(self, size=Ellipsis, /)", "Reads; for subclasses.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("__subclasshook__(cls, C, /)", "Whether a class has read().", binding: .classMethod) { t, a throws(Raised) in
        try hook(t, a[0], a[1], "Reader", .read)
      },
      classGetItem,
    ])

  private static let writer = TypeSpec(
    "io.Writer", doc: "What can be written: anything with write().",
    functions: [
      NativeFunctionSpec("write(self, data, /)", "Writes; for subclasses.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("__subclasshook__(cls, C, /)", "Whether a class has write().", binding: .classMethod) { t, a throws(Raised) in
        try hook(t, a[0], a[1], "Writer", .write)
      },
      classGetItem,
    ])

  private static func addProtocols(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let metaclass = try ABCModule.metaclass(t)
    try t.addClass(m, reader, bases: t.interpreter.emptyTuple, metaclass: metaclass)
    try t.addClass(m, writer, bases: t.interpreter.emptyTuple, metaclass: metaclass)
  }
}
