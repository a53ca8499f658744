import Builtins
import Runtime

/// The tables of the buffered streams.
enum BufferedTables {
  static let reader = TypeSpec(
    "_io.BufferedReader", doc: "Reads from an unbuffered stream through a buffer.",
    functions: [initReader] + common + reading + positions + [flushReader], attributes: attributes)
  static let writer = TypeSpec(
    "_io.BufferedWriter", doc: "Writes to an unbuffered stream through a buffer.",
    functions: [initWriter] + common + writing + positions, attributes: attributes)
  static let random = TypeSpec(
    "_io.BufferedRandom", doc: "Reads from and writes to an unbuffered stream through a buffer.",
    functions: [initRandom] + common + reading + writing + positions, attributes: attributes)

  private static func ready(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<BufferedObject> {
    let me: Ref<BufferedObject> = a[0].unchecked()
    try Buffered.check(t, me)
    return me
  }

  private static func initialize(_ t: Thread, _ a: Slots, reads: Bool, writes: Bool) throws(Raised) -> Value {
    let size = try t.size(a[2], default: t.ioBufferSize)
    try Buffered.initialize(t, a.object(0, BufferedObject.self), a[1], size, reads: reads, writes: writes)
    return .none
  }

  private static let initReader = NativeFunctionSpec("__init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE)", "Begins to read from a stream.") {
    t, a throws(Raised) in try initialize(t, a, reads: true, writes: false)
  }
  private static let initWriter = NativeFunctionSpec("__init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE)", "Begins to write to a stream.") {
    t, a throws(Raised) in try initialize(t, a, reads: false, writes: true)
  }
  private static let initRandom = NativeFunctionSpec("__init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE)", "Begins to use a stream.") {
    t, a throws(Raised) in try initialize(t, a, reads: true, writes: true)
  }
  private static let flushReader = NativeFunctionSpec("flush(self, /)", "Calls the same method of the stream below.") { t, a throws(Raised) in
    try t.callMethod(try ready(t, a).below, .flush)
  }

  /// Of an attribute of the stream below.
  private static func inherited(_ t: Thread, _ a: Slots, _ name: Name) throws(Raised) -> Value { try t.getAttribute(try ready(t, a).below, name) }

  private static let attributes: [NativeAttributeSpec] = [
    NativeAttributeSpec("raw", "The stream below.", get: { _, a throws(Raised) in
      let raw = a.object(0, BufferedObject.self).below
      return raw.isNull ? .none : raw
    }),
    NativeAttributeSpec("closed", "Whether the stream below was closed.", get: { t, a throws(Raised) in try inherited(t, a, .closed) }),
    NativeAttributeSpec("name", "The name of the stream below.", get: { t, a throws(Raised) in try inherited(t, a, .name) }),
    NativeAttributeSpec("mode", "The mode of the stream below.", get: { t, a throws(Raised) in try inherited(t, a, .mode) }),
    NativeAttributeSpec("_finalizing", "Whether the stream is closed because nobody has it any more.", get: { _, a throws(Raised) in
      Value(a.object(0, BufferedObject.self).isFinalizing)
    }, set: { t, a throws(Raised) in
      a.object(0, BufferedObject.self).isFinalizing = try FileIO.finalizingArgument(t, a[1])
      return .none
    }),
  ]

  private static func repr(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    var name = Value.null
    do throws(Raised) {
      name = try t.getAttributeOrNull(me, .name)
    } catch {
      guard t.isRaising(t.types.valueError) else { throw error }
      _ = t.takeException()
    }
    let type = Value(t.typeOf(me))
    if name.isNull { return try t.message("<%N>", type) }
    guard try t.enterRepr(me) else { throw t.raise(t.types.runtimeError, "reentrant call inside %N.__repr__", type) }
    defer { t.leaveRepr(me) }
    return try t.message("<%N name=%R>", type, name)
  }

  private static let common: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a stream that is not ready.") { t, a throws(Raised) in
      Value(try t.make(BufferedObject.self, a[0]))
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try repr(t, a[0]) },
    NativeFunctionSpec("__reduce__(self, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotReduce(a[0]) },
    NativeFunctionSpec("__reduce_ex__(self, object, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("__getstate__(self, /)", "TypeError: streams are not pickled.") { t, a throws(Raised) in throw t.cannotPickle(a[0]) },
    NativeFunctionSpec("__sizeof__(self, /)", "Bytes of memory that the stream takes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<BufferedObject>.size + a.object(0, BufferedObject.self).size)
    },
    NativeFunctionSpec("_dealloc_warn(self, source, /)", "Warns of a stream that was not closed.") { t, a throws(Raised) in
      let raw = a.object(0, BufferedObject.self).below
      if !raw.isNull { _ = try t.getAttributeOrNull(raw, .closed) }
      return .none
    },
    NativeFunctionSpec("close(self, /)", "Writes what waits to be written, and closes the stream below.") { t, a throws(Raised) in
      _ = try ready(t, a)
      return try BufferedWriting.close(t, a[0])
    },
    NativeFunctionSpec("detach(self, /)", "Writes what waits to be written, separates the stream below and returns it.") { t, a throws(Raised) in
      let me = try ready(t, a)
      _ = try t.callMethod(a[0], .flush)
      let raw = me.below
      me.below = .null
      me.isFile = false
      me.isDetached = true
      me.isReady = false
      if raw.isObject { raw.object.flags.remove(.finalizedLate) }
      return raw.isNull ? .none : raw
    },
    NativeFunctionSpec("fileno(self, /)", "The file descriptor of the stream below.") { t, a throws(Raised) in
      try t.callMethod(try ready(t, a).below, .fileno)
    },
    NativeFunctionSpec("isatty(self, /)", "Whether the stream below is a terminal.") { t, a throws(Raised) in
      try t.callMethod(try ready(t, a).below, .isatty)
    },
    NativeFunctionSpec("seekable(self, /)", "Whether the position of the stream below can be moved.") { t, a throws(Raised) in
      try t.callMethod(try ready(t, a).below, .seekable)
    },
  ]

  private static let positions: [NativeFunctionSpec] = [
    NativeFunctionSpec("tell(self, /)", "The position, an int.") { t, a throws(Raised) in try BufferedWriting.tell(t, try ready(t, a)) },
    NativeFunctionSpec(
      "seek(self, target, whence=0, /)", "Moves the position: from the start (0), from where it is (1) or from the end (2). Returns where it is then."
    ) { t, a throws(Raised) in
      let whence = try t.cInt(a[2])
      return try BufferedWriting.seek(t, try ready(t, a), a[1], whence)
    },
    NativeFunctionSpec("truncate(self, pos=None, /)", "Makes the file so many bytes long, or ends it at the position. Returns the size.") {
      t, a throws(Raised) in try BufferedWriting.truncate(t, try ready(t, a), a[1])
    },
  ]

  private static func readLine(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    if t.isExactly(.reader, me, like: me) || t.isExactly(.random, me, like: me) {
      return try BufferedReading.readLine(t, me.unchecked(), limit: -1)
    }
    let line = try t.callMethod(me, .readline)
    guard line.isKind(.bytes) else { throw t.raise(t.types.osError, "readline() should have returned a bytes object, not '%T'", line) }
    return line
  }

  private static let reading: [NativeFunctionSpec] = [
    NativeFunctionSpec("read(self, size=-1, /)", "The next bytes, so many if they come; all of them without a number.") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      let me = try ready(t, a)
      if size < -1 { throw t.raise(t.types.valueError, "read length must be non-negative or -1") }
      try Buffered.checkOpen(t, me, "read of closed file")
      return try BufferedReading.read(t, me, size)
    },
    NativeFunctionSpec("read1(self, size=-1, /)", "The next bytes, at most so many, with at most one read of the stream below.") { t, a throws(Raised) in
      let size = try t.sizeArgument(a[1])
      return try BufferedReading.read1(t, try ready(t, a), size)
    },
    NativeFunctionSpec("readinto(self, buffer, /)", "Reads into the buffer and tells how many bytes there were.") { t, a throws(Raised) in
      let view = try t.writableArgument(a[1], "readinto")
      return try BufferedReading.readInto(t, try ready(t, a), a[1], view, once: false)
    },
    NativeFunctionSpec("readinto1(self, buffer, /)", "The same with at most one read of the stream below.") { t, a throws(Raised) in
      let view = try t.writableArgument(a[1], "readinto1")
      return try BufferedReading.readInto(t, try ready(t, a), a[1], view, once: true)
    },
    NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many bytes of it as asked for.") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try BufferedReading.readLine(t, try ready(t, a), limit: size)
    },
    NativeFunctionSpec("peek(self, size=0, /)", "What is in the buffer, or what one read gives; the position stays.") { t, a throws(Raised) in
      _ = try t.sizeArgument(a[1])
      return try BufferedReading.peek(t, try ready(t, a))
    },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      _ = try ready(t, a)
      let line = try readLine(t, a[0])
      if line.unchecked(as: BytesObject.self).count == 0 { throw t.stopIteration() }
      return line
    },
    NativeFunctionSpec("readable(self, /)", "Whether the stream below can be read.") { t, a throws(Raised) in
      try t.callMethod(try ready(t, a).below, .readable)
    },
  ]

  private static let writing: [NativeFunctionSpec] = [
    NativeFunctionSpec("write(self, buffer, /)", "Takes bytes to be written and returns their number.") { t, a throws(Raised) in
      try BufferedWriting.write(t, a.object(0, BufferedObject.self), a[1])
    },
    NativeFunctionSpec("flush(self, /)", "Writes what waits to be written.") { t, a throws(Raised) in try BufferedWriting.flush(t, try ready(t, a)) },
    NativeFunctionSpec("writable(self, /)", "Whether the stream below can be written.") { t, a throws(Raised) in
      try t.callMethod(try ready(t, a).below, .writable)
    },
  ]
}

/// `BufferedRWPair`: a reader and a writer in one.
struct BufferedPairObject: NativeLayout {
  var header: ObjectHeader
  /// null before `__init__`.
  var reader: Value
  var writer: Value
  static let tracedWords = 2
}

extension Ref where T == BufferedPairObject {
  @inline(__always) var reader: Value { get { layout.reader } nonmutating set { layout.reader = newValue } }
  @inline(__always) var writer: Value { get { layout.writer } nonmutating set { layout.writer = newValue } }
}

enum BufferedPair {
  static let spec = TypeSpec(
    "_io.BufferedRWPair", doc: "Reads from one unbuffered stream and writes to another, through buffers.",
    functions: [make, initialize, close, isatty] + forReader + forWriter,
    attributes: [
      NativeAttributeSpec("closed", "Whether the writer was closed.", get: { t, a throws(Raised) in
        let writer = a.object(0, BufferedPairObject.self).writer
        if writer.isNull { throw t.raise(t.types.runtimeError, "the BufferedRWPair object is being garbage-collected") }
        return try t.getAttribute(writer, .closed)
      })
    ])

  private static func uninitialized(_ t: Thread) -> Raised { t.raise(t.types.valueError, "I/O operation on uninitialized object") }

  private static func reader(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let reader = a.object(0, BufferedPairObject.self).reader
    if reader.isNull { throw uninitialized(t) }
    return reader
  }

  private static func writer(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let writer = a.object(0, BufferedPairObject.self).writer
    if writer.isNull { throw uninitialized(t) }
    return writer
  }

  private static func forward(_ t: Thread, _ target: Value, _ name: Name, _ arguments: Value) throws(Raised) -> Value {
    try t.call(try t.getAttribute(target, name), tuple: arguments, dict: .null)
  }

  private static let make = NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a pair that is not ready.") {
    t, a throws(Raised) in Value(try t.make(BufferedPairObject.self, a[0]))
  }

  private static let initialize = NativeFunctionSpec("__init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)", "Begins to use two streams.") {
    t, a throws(Raised) in
    let size = try t.int(try t.size(a[3], default: t.ioBufferSize))
    try t.checkStream(a[1], .readable)
    try t.checkStream(a[2], .writable)
    let me = a.object(0, BufferedPairObject.self)
    me.reader = try t.call(Value(try t.ioType(.reader, like: a[0])), a[1], size)
    me.writer = try t.call(Value(try t.ioType(.writer, like: a[0])), a[2], size)
    return .none
  }

  private static let close = NativeFunctionSpec("close(self, /)", "Closes the writer, then the reader.") { t, a throws(Raised) in
    try t.finally({ () throws(Raised) in _ = try t.callMethod(try writer(t, a), .close) }) { () throws(Raised) in
      _ = try t.callMethod(try reader(t, a), .close)
    }
    return .none
  }

  private static let isatty = NativeFunctionSpec("isatty(self, /)", "Whether one of them is a terminal.") { t, a throws(Raised) in
    let first = try t.callMethod(try writer(t, a), .isatty)
    return first == .false ? try t.callMethod(try reader(t, a), .isatty) : first
  }

  private static let forReader: [NativeFunctionSpec] = [
    NativeFunctionSpec("read(self, /, *args)", "Reads from the reader.") { t, a throws(Raised) in try forward(t, try reader(t, a), .read, a[1]) },
    NativeFunctionSpec("read1(self, /, *args)", "Reads from the reader.") { t, a throws(Raised) in try forward(t, try reader(t, a), .read1, a[1]) },
    NativeFunctionSpec("readinto(self, /, *args)", "Reads from the reader.") { t, a throws(Raised) in
      try forward(t, try reader(t, a), .readinto, a[1])
    },
    NativeFunctionSpec("readinto1(self, /, *args)", "Reads from the reader.") { t, a throws(Raised) in
      try forward(t, try reader(t, a), .readinto1, a[1])
    },
    NativeFunctionSpec("peek(self, /, *args)", "What the reader has in its buffer.") { t, a throws(Raised) in try forward(t, try reader(t, a), .peek, a[1]) },
    NativeFunctionSpec("readable(self, /)", "Whether the reader can be read.") { t, a throws(Raised) in try t.callMethod(try reader(t, a), .readable) },
  ]

  private static let forWriter: [NativeFunctionSpec] = [
    NativeFunctionSpec("write(self, /, *args)", "Writes to the writer.") { t, a throws(Raised) in try forward(t, try writer(t, a), .write, a[1]) },
    NativeFunctionSpec("flush(self, /)", "Writes what waits in the writer.") { t, a throws(Raised) in try t.callMethod(try writer(t, a), .flush) },
    NativeFunctionSpec("writable(self, /)", "Whether the writer can be written.") { t, a throws(Raised) in try t.callMethod(try writer(t, a), .writable) },
  ]
}
