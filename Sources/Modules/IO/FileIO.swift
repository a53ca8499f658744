import Builtins
import Glibc
import Runtime

/// `FileIO`: a file descriptor.
struct FileObject: NativeLayout {
  var header: ObjectHeader
  /// -1 = closed.
  var descriptor: Int32
  var isReadable: Bool
  var isWritable: Bool
  var isCreated: Bool
  var isAppending: Bool
  var closesDescriptor: Bool
  var isFinalizing: Bool
  /// 1 yes, 0 no, -1 not known yet.
  var seekable: Int8
  var blockSize: Int
  static let tracedWords = 0
}

extension Ref where T == FileObject {
  @inline(__always) var descriptor: Int32 { get { layout.descriptor } nonmutating set { layout.descriptor = newValue } }
  @inline(__always) var isReadable: Bool { get { layout.isReadable } nonmutating set { layout.isReadable = newValue } }
  @inline(__always) var isWritable: Bool { get { layout.isWritable } nonmutating set { layout.isWritable = newValue } }
  @inline(__always) var isCreated: Bool { get { layout.isCreated } nonmutating set { layout.isCreated = newValue } }
  @inline(__always) var isAppending: Bool { get { layout.isAppending } nonmutating set { layout.isAppending = newValue } }
  @inline(__always) var closesDescriptor: Bool { get { layout.closesDescriptor } nonmutating set { layout.closesDescriptor = newValue } }
  @inline(__always) var isFinalizing: Bool { get { layout.isFinalizing } nonmutating set { layout.isFinalizing = newValue } }
  @inline(__always) var seekable: Int8 { get { layout.seekable } nonmutating set { layout.seekable = newValue } }
  @inline(__always) var blockSize: Int { get { layout.blockSize } nonmutating set { layout.blockSize = newValue } }

  /// `rb+` and the like.
  var mode: StaticString {
    if self.isCreated { return self.isReadable ? "xb+" : "xb" }
    if self.isAppending { return self.isReadable ? "ab+" : "ab" }
    if self.isReadable { return self.isWritable ? "rb+" : "rb" }
    return "wb"
  }
}

/// The methods of FileIO as other streams call them.
enum FileOperations {
  static func check(_ t: Thread, _ me: Ref<FileObject>) throws(Raised) {
    if me.descriptor < 0 { throw t.raise(t.types.valueError, "I/O operation on closed file") }
  }

  static func checkReadable(_ t: Thread, _ me: Ref<FileObject>) throws(Raised) {
    try check(t, me)
    if !me.isReadable { throw t.unsupported("File not open for reading") }
  }

  static func checkWritable(_ t: Thread, _ me: Ref<FileObject>) throws(Raised) {
    try check(t, me)
    if !me.isWritable { throw t.unsupported("File not open for writing") }
  }

  /// The position after a seek. `offset` is an int of any size.
  static func seek(_ t: Thread, _ me: Ref<FileObject>, _ offset: Value, _ whence: Int) throws(Raised) -> Int {
    guard let distance = IntOperand(offset).asInt else { throw t.raise(t.types.overflowError, "Python int too large to convert to C long") }
    guard let position = t.seekFile(me.descriptor, distance, Int32(truncatingIfNeeded: whence)) else { throw t.raiseOSError(errno) }
    if me.seekable < 0 { me.seekable = 1 }
    return position
  }

  static func isSeekable(_ t: Thread, _ me: Ref<FileObject>) -> Bool {
    if me.seekable < 0 { me.seekable = t.seekFile(me.descriptor, 0, SEEK_CUR) == nil ? 0 : 1 }
    return me.seekable == 1
  }

  static func readAll(_ t: Thread, _ me: Ref<FileObject>) throws(Raised) -> Value {
    try check(t, me)
    let all = try t.newByteArray(count: 0, type: t.types.bytearray)
    var room = 8192
    if let info = t.statFile(me.descriptor), let position = t.seekFile(me.descriptor, 0, SEEK_CUR), info.size > position {
      room = min(info.size - position + 1, 1 << 30)
    }
    var isFirst = true
    while true {
      let capacity = all.buffer.isNone ? 0 : all.buffer.capacity
      if capacity - all.count < room { try grow(t, all, to: all.count + room) }
      let n = try t.readFile(me.descriptor, all.bytes + all.count, all.buffer.capacity - all.count)
      if n < 0 && isFirst { return .none }
      if n <= 0 { break }
      isFirst = false
      all.count += n
      room = max(8192, min(all.count / 4, 1 << 27))
    }
    return try t.bytes(copying: all.bytes, count: all.count)
  }

  private static func grow(_ t: Thread, _ all: Ref<ByteArrayObject>, to count: Int) throws(Raised) {
    let grown = try t.streamBuffer(bytes: count)
    if all.count > 0 { memcpy(grown.raw + MemoryLayout<BufferObject>.size, all.bytes, all.count) }
    all.buffer = grown
  }

  static func read(_ t: Thread, _ me: Ref<FileObject>, _ size: Int) throws(Raised) -> Value {
    try checkReadable(t, me)
    if size < 0 { return try readAll(t, me) }
    if size == 0 { return t.interpreter.emptyBytes }
    let bytes = try t.newBytes(count: min(size, 0x7FFF_F000))
    let n = try t.readFile(me.descriptor, bytes.bytes, bytes.count)
    if n < 0 { return .none }
    return n == bytes.count ? Value(bytes) : try t.bytes(copying: bytes.bytes, count: n)
  }

  /// Flushes and closes as `_IOBase.close`, then the descriptor.
  static func close(_ t: Thread, _ me: Value) throws(Raised) {
    let file: Ref<FileObject> = me.unchecked()
    try t.finally({ () throws(Raised) in try IOBase.close(t, me) }) { () throws(Raised) in
      let descriptor = file.descriptor
      file.descriptor = -1
      if descriptor >= 0 && file.closesDescriptor { try t.closeFile(descriptor) }
    }
  }
}

enum FileIO {
  static let spec = TypeSpec(
    "_io.FileIO", doc: "A file of bytes, without a buffer.", functions: lifecycle + reading + others,
    attributes: [
      NativeAttributeSpec("closed", "Whether the file was closed.", get: { _, a throws(Raised) in Value(me(a).descriptor < 0) }),
      NativeAttributeSpec("closefd", "Whether close() closes the descriptor.", get: { _, a throws(Raised) in Value(me(a).closesDescriptor) }),
      NativeAttributeSpec("mode", "The mode as a str.", get: { t, a throws(Raised) in try t.str(me(a).mode) }),
      NativeAttributeSpec("_blksize", "What the file system reads at once.", get: { t, a throws(Raised) in try t.int(me(a).blockSize) },
        set: { t, a throws(Raised) in
          me(a).blockSize = a[1].isNull ? 0 : try t.asIndex(a[1])
          return .none
        }),
      NativeAttributeSpec("_finalizing", "Whether the file is closed because nobody has it any more.", get: { _, a throws(Raised) in
        Value(me(a).isFinalizing)
      }, set: { t, a throws(Raised) in
        me(a).isFinalizing = try finalizingArgument(t, a[1])
        return .none
      }),
    ])

  /// A value for `_finalizing`, which CPython has as a field of type bool.
  static func finalizingArgument(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isNull { throw t.raise(t.types.typeError, "can't delete numeric/char attribute") }
    guard v.isBool else { throw t.raise(t.types.typeError, "attribute value type must be bool") }
    return v.isTrue
  }

  private static func me(_ a: Slots) -> Ref<FileObject> { a[0].unchecked() }

  private static func open(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<FileObject> {
    let me = me(a)
    try FileOperations.check(t, me)
    return me
  }

  // MARK: Opening

  /// Sets the mode's fields; returns the flags to open with.
  private static func parse(_ t: Thread, _ mode: Value, _ me: Ref<FileObject>) throws(Raised) -> Int32 {
    me.isReadable = false
    me.isWritable = false
    me.isCreated = false
    me.isAppending = false
    let s: Ref<StrObject> = mode.unchecked()
    var flags: Int32 = 0
    var kinds = 0
    var pluses = 0
    for i in 0..<s.count {
      switch s.codePoint(i) {
      case 0x78:
        kinds += 1
        me.isCreated = true
        flags |= O_EXCL | O_CREAT
      case 0x72: kinds += 1
      case 0x77:
        kinds += 1
        flags |= O_CREAT | O_TRUNC
      case 0x61:
        kinds += 1
        me.isAppending = true
        flags |= O_APPEND | O_CREAT
      case 0x62: break
      case 0x2B: pluses += 1
      default: throw t.raise(t.types.valueError, "invalid mode: %S", mode)
      }
      if kinds > 1 || pluses > 1 { throw badMode(t) }
      if s.codePoint(i) == 0x72 { me.isReadable = true } else if s.codePoint(i) != 0x62 && s.codePoint(i) != 0x2B { me.isWritable = true }
    }
    if kinds == 0 { throw badMode(t) }
    if pluses == 1 {
      me.isReadable = true
      me.isWritable = true
    }
    return flags | O_CLOEXEC | (me.isReadable && me.isWritable ? O_RDWR : me.isReadable ? O_RDONLY : O_WRONLY)
  }

  private static func badMode(_ t: Thread) -> Raised {
    t.raise(t.types.valueError, "Must have exactly one of create/read/write/append mode and at most one plus")
  }

  /// The descriptor that an int stands for; nil if the argument is a name.
  private static func descriptorArgument(_ t: Thread, _ file: Value) throws(Raised) -> Int32? {
    if file.isBool && t.has(.boolDescriptorsWarned) { try t.warn(t.types.runtimeWarning, "bool is used as a file descriptor") }
    if file.isKind(.str) || file.isKind(.bytes) { return nil }
    if file.isFloat && t.has(.intArgumentsByInt) { throw t.raise(.cIntOfFloat, file) }
    var number = 0
    do throws(Raised) {
      number = try t.cInt(file)
    } catch {
      _ = t.takeException()
      return nil
    }
    if number < 0 { throw t.raise(t.types.valueError, "negative file descriptor") }
    try t.checkDescriptor(number)
    return Int32(number)
  }

  private static func openNamed(_ t: Thread, _ file: Value, _ path: Value, _ flags: Int32, _ opener: Value) throws(Raised) -> Int32 {
    if opener.isNone { return try t.openFile(path, name: file, flags: flags) }
    let made = try t.call(opener, file, try t.int(Int(flags)))
    guard made.isInt else { throw t.raise(t.types.typeError, "expected integer from opener") }
    let number = try t.cInt(made)
    if number < 0 { throw t.raise(t.types.valueError, "opener returned %S", try t.int(number)) }
    try t.checkDescriptor(number)
    return Int32(number)
  }

  static func initialize(_ t: Thread, _ me: Value, _ file: Value, _ mode: Value, closes: Bool, _ opener: Value) throws(Raised) {
    let stream: Ref<FileObject> = me.unchecked()
    if stream.descriptor >= 0 {
      let old = stream.descriptor
      stream.descriptor = -1
      if stream.closesDescriptor { try t.closeFile(old) }
    }
    let given = try descriptorArgument(t, file)
    let path = given == nil ? try t.pathArgument(file) : .null
    let flags = try parse(t, mode, stream)
    stream.seekable = -1
    stream.blockSize = 8192
    if let given {
      stream.descriptor = given
      stream.closesDescriptor = closes
    } else {
      stream.closesDescriptor = true
      if !closes { throw t.raise(t.types.valueError, "Cannot use closefd=False with file name") }
      stream.descriptor = try openNamed(t, file, path, flags, opener)
    }
    do throws(Raised) {
      try finishOpening(t, me, file)
    } catch {
      // A descriptor that was given stays as it is.
      let exception = t.takeException()
      if given == nil { _ = Glibc.close(stream.descriptor) }
      stream.descriptor = -1
      t.exception = exception
      throw error
    }
  }

  private static func finishOpening(_ t: Thread, _ me: Value, _ file: Value) throws(Raised) {
    let stream: Ref<FileObject> = me.unchecked()
    if let info = t.statFile(stream.descriptor) {
      if info.isDirectory { throw t.raiseOSError(EISDIR, file) }
      if info.blockSize > 1 { stream.blockSize = info.blockSize }
    } else if errno == EBADF {
      throw t.raiseOSError(EBADF)
    }
    try t.setAttribute(me, .name, file)
    if stream.isAppending, t.seekFile(stream.descriptor, 0, SEEK_END) == nil, errno != ESPIPE { throw t.raiseOSError(errno) }
  }

  // MARK: Tables

  private static let lifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a file that is not open.") { t, a throws(Raised) in
      let me = try t.make(FileObject.self, a[0])
      me.descriptor = -1
      me.seekable = -1
      me.closesDescriptor = true
      return Value(me)
    },
    NativeFunctionSpec("__init__(self, file, mode='r', closefd=True, opener=None)", "Opens a file.") { t, a throws(Raised) in
      guard a[2].isKind(.str) else { throw t.raise(t.types.typeError, "FileIO() argument 'mode' must be str, not %B", a[2]) }
      let closes = try t.flagArgument(a[3])
      try initialize(t, a[0], a[1], a[2], closes: closes, a[4])
      return .none
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try repr(t, a[0]) },
    NativeFunctionSpec("__reduce__(self, /)", "TypeError: files are not pickled.") { t, a throws(Raised) in throw t.cannotReduce(a[0]) },
    NativeFunctionSpec("__reduce_ex__(self, object, /)", "TypeError: files are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("__getstate__(self, /)", "TypeError: files are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("_dealloc_warn(self, object, /)", "Warns of a file that was not closed.") { _, _ throws(Raised) in .none },
    NativeFunctionSpec("close(self, /)", "Closes the file, and the descriptor unless `closefd` is false.") { t, a throws(Raised) in
      try FileOperations.close(t, a[0])
      return .none
    },
  ]

  private static func repr(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let file: Ref<FileObject> = me.unchecked()
    let type = Value(t.has(.streamsNamedByType) ? t.typeOf(me) : try t.ioType(.fileIO, like: me))
    if file.descriptor < 0 { return try t.message("<%N [closed]>", type) }
    let name = try t.getAttributeOrNull(me, .name)
    let mode = try t.str(file.mode)
    let closes = Value(file.closesDescriptor)
    if name.isNull { return try t.message("<%N fd=%S mode='%S' closefd=%S>", type, try t.int(Int(file.descriptor)), mode, closes) }
    guard try t.enterRepr(me) else { throw t.raise(t.types.runtimeError, "reentrant call inside %N.__repr__", type) }
    defer { t.leaveRepr(me) }
    return try t.message("<%N name=%R mode='%S' closefd=%S>", type, name, mode, closes)
  }

  private static let reading: [NativeFunctionSpec] = [
    NativeFunctionSpec("read(self, size=-1, /)", "What one system call gives, at most so many bytes; without a number, all bytes up to the end.") {
      t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try FileOperations.read(t, me(a), size)
    },
    NativeFunctionSpec("readall(self, /)", "All bytes up to the end of the file.") { t, a throws(Raised) in try FileOperations.readAll(t, me(a)) },
    NativeFunctionSpec("readinto(self, buffer, /)", "Reads into the buffer with one system call and tells how many bytes there were.") {
      t, a throws(Raised) in
      let view = try t.writableArgument(a[1], "readinto", isNumbered: t.has(.numberedReadintoArgument))
      try FileOperations.checkReadable(t, me(a))
      let n = try t.readFile(me(a).descriptor, UnsafeMutablePointer(mutating: view.base), view.count)
      return n < 0 ? .none : try t.int(n)
    },
    NativeFunctionSpec("write(self, b, /)", "Writes bytes with one system call and returns how many were taken.") { t, a throws(Raised) in
      let view = try t.bytesArgument(a[1])
      try FileOperations.checkWritable(t, me(a))
      let n = try t.writeFile(me(a).descriptor, view.base, view.count)
      return n < 0 ? .none : try t.int(n)
    },
  ]

  private static let others: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "seek(self, pos, whence=0, /)", "Moves the position: from the start (0), from where it is (1) or from the end (2). Returns where it is then."
    ) { t, a throws(Raised) in
      let whence = try t.cInt(a[2])
      let me = try open(t, a)
      return try t.int(try FileOperations.seek(t, me, try offset(t, a[1]), whence))
    },
    NativeFunctionSpec("tell(self, /)", "The position, an int.") { t, a throws(Raised) in
      try t.int(try FileOperations.seek(t, try open(t, a), Value(small: 0), 1))
    },
    NativeFunctionSpec("truncate(self, size=None, /)", "Makes the file so many bytes long, or ends it at the position. Returns the size.") {
      t, a throws(Raised) in
      try FileOperations.checkWritable(t, me(a))
      let size = a[1].isNone ? try t.int(try FileOperations.seek(t, me(a), Value(small: 0), 1)) : try offset(t, a[1])
      guard let number = IntOperand(size).asInt else { throw t.raise(t.types.overflowError, "Python int too large to convert to C long") }
      try t.truncateFile(me(a).descriptor, number)
      return size
    },
    NativeFunctionSpec("readable(self, /)", "Whether the file was opened to be read.") { t, a throws(Raised) in Value(try open(t, a).isReadable) },
    NativeFunctionSpec("writable(self, /)", "Whether the file was opened to be written.") { t, a throws(Raised) in Value(try open(t, a).isWritable) },
    NativeFunctionSpec("seekable(self, /)", "Whether the position can be moved.") { t, a throws(Raised) in
      Value(FileOperations.isSeekable(t, try open(t, a)))
    },
    NativeFunctionSpec("fileno(self, /)", "The file descriptor.") { t, a throws(Raised) in try t.int(Int(try open(t, a).descriptor)) },
    NativeFunctionSpec("isatty(self, /)", "Whether the file is a terminal.") { t, a throws(Raised) in
      Value(Glibc.isatty(try open(t, a).descriptor) == 1)
    },
    NativeFunctionSpec("_isatty_open_only(self, /)", "The same for a file that was just opened.") { t, a throws(Raised) in
      Value(Glibc.isatty(try open(t, a).descriptor) == 1)
    },
  ]

  /// An offset in a file: an int.
  private static func offset(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isFloat { throw t.raise(.streamOffsetOfFloat, v) }
    return try t.cIntObject(v)
  }
}

extension Thread {
  /// A path as bytes: of a str, bytes, or an object with `__fspath__`.
  func pathArgument(_ v: Value) throws(Raised) -> Value {
    var path = v
    if !v.isKind(.str) && !v.isKind(.bytes) {
      let method = lookup(typeOf(v), try intern("__fspath__"))
      if method.isNull { throw raise(self.types.typeError, "expected str, bytes or os.PathLike object, not %T", v) }
      path = try callSpecial(method, v)
      guard path.isKind(.str) || path.isKind(.bytes) else {
        throw raise(self.types.typeError, "expected %T.__fspath__() to return str or bytes, not %T", v, path)
      }
    }
    if path.isKind(.str) {
      path = try encode(path, .utf8, encoding: try str("utf-8"), errors: try str("surrogateescape"), atStart: true)
    }
    let bytes: Ref<BytesObject> = path.unchecked()
    if bytes.count > 0, memchr(bytes.bytes, 0, bytes.count) != nil { throw raise(self.types.valueError, "embedded null byte") }
    return path
  }
}
