import Builtins
import Glibc
import Runtime

/// `BytesIO`: what was written is in a bytearray that nobody else sees, except through the views of getbuffer().
struct BytesIOObject: NativeLayout {
  var header: ObjectHeader
  var storage: Ref<ByteArrayObject>
  /// List of weak references to the views that getbuffer() made; null = none.
  var exports: Value
  var position: Int
  var isClosed: Bool
  static let tracedWords = 2
}

extension Ref where T == BytesIOObject {
  @inline(__always) var storage: Ref<ByteArrayObject> { get { layout.storage } nonmutating set { layout.storage = newValue } }
  @inline(__always) var exports: Value { get { layout.exports } nonmutating set { layout.exports = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inline(__always) var isClosed: Bool { get { layout.isClosed } nonmutating set { layout.isClosed = newValue } }
}

enum BytesIO {
  static let spec = TypeSpec(
    "_io.BytesIO", doc: "A stream of bytes in memory, to be read, written and positioned in.",
    functions: lifecycle + reading + positions + writing + inquiries,
    attributes: [NativeAttributeSpec("closed", "Whether the stream was closed.", get: { _, a throws(Raised) in Value(me(a).isClosed) })])

  /// What the memoryviews of CPython's getbuffer() are made of.
  static let bufferSpec = TypeSpec("_io._BytesIOBuffer")

  private static func me(_ a: Slots) -> Ref<BytesIOObject> { a[0].unchecked() }

  private static func open(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<BytesIOObject> {
    if me(a).isClosed { throw t.closedFile() }
    return me(a)
  }

  // MARK: Views

  /// BufferError while a view of the contents is in use. Views that nobody has any more do not count: a collection tells.
  private static func checkExports(_ t: Thread, _ me: Ref<BytesIOObject>) throws(Raised) {
    if me.exports.isNull { return }
    if countExports(t, me) > 0 {
      t.collect()
      if countExports(t, me) > 0 { throw t.raise(t.types.bufferError, "Existing exports of data: object cannot be re-sized") }
    }
    me.exports = .null
  }

  private static func countExports(_ t: Thread, _ me: Ref<BytesIOObject>) -> Int {
    let list: Ref<ListObject> = me.exports.unchecked()
    var count = 0
    for i in 0..<list.count {
      let view = t.target(of: list.items[i].unchecked())
      if !view.isNull, !view.unchecked(as: MemoryViewObject.self).source.isNull { count += 1 }
    }
    return count
  }

  private static func makeView(_ t: Thread, _ me: Ref<BytesIOObject>) throws(Raised) -> Value {
    let view = try t.call(Value(t.types.memoryview), Value(me.storage))
    let reference = try t.makeWeakReference(view, callback: .null, type: t.types.weakReference)
    if me.exports.isNull { me.exports = Value(try t.list()) }
    try t.append(me.exports.unchecked(), Value(reference))
    return view
  }

  // MARK: Contents

  /// Room for `count` bytes in all.
  private static func reserve(_ t: Thread, _ storage: Ref<ByteArrayObject>, _ count: Int) throws(Raised) {
    let capacity = storage.buffer.isNone ? 0 : storage.buffer.capacity
    if count <= capacity { return }
    let grown = try t.streamBuffer(bytes: max(count, min(capacity, 1 << 30) + capacity / 2, 32))
    if storage.count > 0 { memcpy(grown.raw + MemoryLayout<BufferObject>.size, storage.bytes, storage.count) }
    storage.buffer = grown
  }

  /// Writes at the position. The bytes may be those of the stream itself.
  private static func write(_ t: Thread, _ me: Ref<BytesIOObject>, _ v: Value) throws(Raised) -> Int {
    if t.has(.bytesCheckedFirst) { _ = try t.bytesArgument(v) }
    if me.isClosed { throw t.closedFile() }
    try checkExports(t, me)
    let count = try t.bytesArgument(v).count
    if count == 0 { return 0 }
    let (end, overflow) = me.position.addingReportingOverflow(count)
    if overflow { throw t.raise(t.types.overflowError, "new buffer size too large") }
    let storage = me.storage
    try reserve(t, storage, end)
    if me.position > storage.count { memset(storage.bytes + storage.count, 0, me.position - storage.count) }
    let view = try t.bytesArgument(v)
    memmove(storage.bytes + me.position, view.base, count)
    storage.count = max(storage.count, end)
    me.position = end
    return count
  }

  /// The next `count` bytes, or what there is.
  private static func take(_ t: Thread, _ me: Ref<BytesIOObject>, _ count: Int) throws(Raised) -> Value {
    let available = max(0, me.storage.count - me.position)
    let n = count < 0 || count > available ? available : count
    if n == 0 { return t.interpreter.emptyBytes }
    let result = try t.bytes(copying: me.storage.bytes + me.position, count: n)
    me.position += n
    return result
  }

  /// Bytes up to the end of the line.
  private static func lineLength(_ me: Ref<BytesIOObject>, limit: Int) -> Int {
    let available = me.storage.count - me.position
    if available <= 0 { return 0 }
    let start = me.storage.bytes + me.position
    var n = available
    if let end = memchr(start, 10, available) { n = end - UnsafeMutableRawPointer(start) + 1 }
    return limit >= 0 && limit < n ? limit : n
  }

  private static func takeLine(_ t: Thread, _ me: Ref<BytesIOObject>, limit: Int) throws(Raised) -> Value {
    try take(t, me, lineLength(me, limit: limit))
  }

  // MARK: Tables

  private static let lifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes an empty stream.") { t, a throws(Raised) in
      let me = try t.make(BytesIOObject.self, a[0])
      me.storage = try t.newByteArray(count: 0, type: t.types.bytearray)
      return Value(me)
    },
    NativeFunctionSpec("__init__(self, initial_bytes=b'')", "Fills the stream.") { t, a throws(Raised) in
      let me = me(a)
      try checkExports(t, me)
      me.storage = try t.newByteArray(count: 0, type: t.types.bytearray)
      me.position = 0
      me.isClosed = false
      if !a[1].isNull && !a[1].isNone {
        _ = try write(t, me, a[1])
        me.position = 0
      }
      return .none
    },
    NativeFunctionSpec("__getstate__(self, /)", "The contents, the position and the attributes.") { t, a throws(Raised) in
      let me = try open(t, a)
      let contents = try t.bytes(copying: me.storage.bytes, count: me.storage.count)
      return try t.tuple(contents, try t.int(me.position), try t.streamDict(a[0]))
    },
    NativeFunctionSpec("__setstate__(self, object, /)", "Takes what `__getstate__` gave.") { t, a throws(Raised) in
      try restore(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("__sizeof__(self, /)", "Bytes of memory that the stream takes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<BytesIOObject>.size + (me(a).storage.buffer.isNone ? 0 : me(a).storage.buffer.capacity))
    },
    NativeFunctionSpec("close(self, /)", "Ends the use of the stream and drops its contents.") { t, a throws(Raised) in
      let me = me(a)
      try checkExports(t, me)
      me.storage = try t.newByteArray(count: 0, type: t.types.bytearray)
      me.isClosed = true
      return .none
    },
  ]

  private static func restore(_ t: Thread, _ me: Value, _ state: Value) throws(Raised) {
    guard state.isKind(.tuple), state.tupleSlots.count >= 3 else {
      throw t.raise(t.types.typeError, "%N.__setstate__ argument should be 3-tuple, got %T", Value(t.typeOf(me)), state)
    }
    let stream: Ref<BytesIOObject> = me.unchecked()
    let items = state.tupleSlots
    try checkExports(t, stream)
    stream.storage = try t.newByteArray(count: 0, type: t.types.bytearray)
    stream.position = 0
    _ = try write(t, stream, items[0])
    guard items[1].isInt else { throw t.raise(t.types.typeError, "second item of state must be an integer, not %T", items[1]) }
    let position = try t.sizeArgument(items[1])
    if position < 0 { throw t.raise(t.types.valueError, "position value cannot be negative") }
    stream.position = position
    if items[2].isNone { return }
    guard items[2].isKind(.dict) else { throw t.raise(t.types.typeError, "third item of state should be a dict, got a %T", items[2]) }
    try t.restoreStreamDict(me, items[2])
  }

  private static let reading: [NativeFunctionSpec] = [
    NativeFunctionSpec("read(self, size=-1, /)", "The next bytes: at most so many, all of them if there is no number or a negative one.") {
      t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try take(t, try open(t, a), size)
    },
    NativeFunctionSpec("read1(self, size=-1, /)", "The same as read().") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try take(t, try open(t, a), size)
    },
    NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many bytes of it as asked for.") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      return try takeLine(t, try open(t, a), limit: size)
    },
    NativeFunctionSpec("readlines(self, size=None, /)", "A list of lines; with a size, no more once that many bytes were read.") { t, a throws(Raised) in
      let me = try open(t, a)
      if !a[1].isNone && !a[1].isInt {
        throw t.raise(t.types.typeError, "integer argument expected, got '%T'", a[1])
      }
      let most = a[1].isNone ? 0 : try t.sizeArgument(a[1])
      let lines = try t.list()
      var total = 0
      while true {
        let line = try takeLine(t, me, limit: -1)
        let count = line.unchecked(as: BytesObject.self).count
        if count == 0 { return Value(lines) }
        try t.append(lines, line)
        total += count
        if most > 0 && total >= most { return Value(lines) }
        try t.pollNative()
      }
    },
    NativeFunctionSpec("readinto(self, buffer, /)", "Copies the next bytes into the buffer and tells how many there were.") { t, a throws(Raised) in
      let view = try t.writableArgument(a[1], "readinto")
      let me = try open(t, a)
      let n = min(view.count, max(0, me.storage.count - me.position))
      t.copyBytes(me.storage.bytes + (n > 0 ? me.position : 0), n, to: view)
      me.position += n
      return try t.int(n)
    },
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { _, a throws(Raised) in a[0] },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let line = try takeLine(t, try open(t, a), limit: -1)
      if line.unchecked(as: BytesObject.self).count == 0 { throw t.stopIteration() }
      return line
    },
    NativeFunctionSpec("getvalue(self, /)", "All of the contents, as bytes.") { t, a throws(Raised) in
      let me = try open(t, a)
      return try t.bytes(copying: me.storage.bytes, count: me.storage.count)
    },
    NativeFunctionSpec("getbuffer(self, /)", "A view on the contents, through which they can be changed.") { t, a throws(Raised) in
      try makeView(t, try open(t, a))
    },
  ]

  private static let positions: [NativeFunctionSpec] = [
    NativeFunctionSpec("tell(self, /)", "The position, an int.") { t, a throws(Raised) in try t.int(try open(t, a).position) },
    NativeFunctionSpec(
      "seek(self, pos, whence=0, /)", "Moves the position: from the start (0), from where it is (1) or from the end (2). Returns where it is then."
    ) { t, a throws(Raised) in
      let position = try t.sizeArgument(a[1])
      let whence = try t.cInt(a[2])
      let me = try open(t, a)
      if position < 0 && whence == 0 { throw t.raise(t.types.valueError, "negative seek value %S", try t.int(position)) }
      guard (0...2).contains(whence) else { throw t.raise(t.types.valueError, "invalid whence (%S, should be 0, 1 or 2)", try t.int(whence)) }
      let (target, overflow) = position.addingReportingOverflow(whence == 0 ? 0 : whence == 1 ? me.position : me.storage.count)
      if overflow { throw t.raise(t.types.overflowError, "new position too large") }
      me.position = max(0, target)
      return try t.int(me.position)
    },
    NativeFunctionSpec("truncate(self, size=None, /)", "Cuts the contents off behind so many bytes, or at the position. Returns the size.") {
      t, a throws(Raised) in
      let me = me(a)
      let given = a[1].isNone || t.has(.truncationByIndex) ? a[1] : try t.int(try t.optionalSize(a[1]))
      if me.isClosed { throw t.closedFile() }
      try checkExports(t, me)
      let size = given.isNone ? me.position : try t.sizeOrLong(given)
      if size < 0 { throw t.raise(t.types.valueError, "negative size value %S", try t.int(size)) }
      if size < me.storage.count { me.storage.count = size }
      return try t.int(size)
    },
  ]

  private static let writing: [NativeFunctionSpec] = [
    NativeFunctionSpec("write(self, b, /)", "Writes bytes at the position and returns their number.") { t, a throws(Raised) in
      try t.int(try write(t, me(a), a[1]))
    },
    NativeFunctionSpec("writelines(self, lines, /)", "Writes each item of an iterable; no line ends are added.") { t, a throws(Raised) in
      let me = try open(t, a)
      try t.iterate(a[1]) { (line) throws(Raised) in _ = try write(t, me, line) }
      return .none
    },
    NativeFunctionSpec("flush(self, /)", "Nothing to do here.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .none
    },
  ]

  private static let inquiries: [NativeFunctionSpec] = [
    NativeFunctionSpec("readable(self, /)", "True: the stream can be read.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
    NativeFunctionSpec("writable(self, /)", "True: the stream can be written.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
    NativeFunctionSpec("seekable(self, /)", "True: the position can be moved.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
    NativeFunctionSpec("isatty(self, /)", "False: memory is no terminal.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .false
    },
  ]
}

extension Thread {
  /// A size taken as a C long: by `__index__`, with the message of `int` for what is too large.
  func sizeOrLong(_ v: Value) throws(Raised) -> Int {
    if let n = IntOperand(try asIndexObject(v)).asInt { return n }
    throw raise(self.types.overflowError, "Python int too large to convert to C long")
  }
}
