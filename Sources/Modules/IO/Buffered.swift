import Builtins
import Glibc
import Runtime

/// `BufferedReader`, `BufferedWriter` and `BufferedRandom`. (CPython: Modules/_io/bufferedio.c, whose positions these are.)
struct BufferedObject: NativeLayout {
  var header: ObjectHeader
  /// The stream below; null before `__init__` and when it was detached.
  var below: Value
  /// The buffer, as a bytearray of which the stream below gets views; none when closed.
  var storage: Ref<ByteArrayObject>
  /// Position in the file, as far as it is known; -1 = unknown.
  var filePosition: Int
  /// Position in the buffer.
  var position: Int
  /// The position in the buffer at which the stream below is.
  var rawPosition: Int
  /// End of what was read into the buffer; -1 = nothing was.
  var readEnd: Int
  /// What is to be written: from `writeStart` to `writeEnd`; -1 = nothing.
  var writeStart: Int
  var writeEnd: Int
  var size: Int
  var isReady: Bool
  var isDetached: Bool
  var reads: Bool
  var writes: Bool
  /// The stream below is a plain FileIO: it is used without calling its methods.
  var isFile: Bool
  var isBusy: Bool
  var isFinalizing: Bool
  static let tracedWords = 2
}

extension Ref where T == BufferedObject {
  @inline(__always) var below: Value { get { layout.below } nonmutating set { layout.below = newValue } }
  @inline(__always) var storage: Ref<ByteArrayObject> { get { layout.storage } nonmutating set { layout.storage = newValue } }
  @inline(__always) var filePosition: Int { get { layout.filePosition } nonmutating set { layout.filePosition = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inline(__always) var rawPosition: Int { get { layout.rawPosition } nonmutating set { layout.rawPosition = newValue } }
  @inline(__always) var readEnd: Int { get { layout.readEnd } nonmutating set { layout.readEnd = newValue } }
  @inline(__always) var writeStart: Int { get { layout.writeStart } nonmutating set { layout.writeStart = newValue } }
  @inline(__always) var writeEnd: Int { get { layout.writeEnd } nonmutating set { layout.writeEnd = newValue } }
  @inline(__always) var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inline(__always) var isReady: Bool { get { layout.isReady } nonmutating set { layout.isReady = newValue } }
  @inline(__always) var isDetached: Bool { get { layout.isDetached } nonmutating set { layout.isDetached = newValue } }
  @inline(__always) var reads: Bool { get { layout.reads } nonmutating set { layout.reads = newValue } }
  @inline(__always) var writes: Bool { get { layout.writes } nonmutating set { layout.writes = newValue } }
  @inline(__always) var isFile: Bool { get { layout.isFile } nonmutating set { layout.isFile = newValue } }
  @inline(__always) var isBusy: Bool { get { layout.isBusy } nonmutating set { layout.isBusy = newValue } }
  @inline(__always) var isFinalizing: Bool { get { layout.isFinalizing } nonmutating set { layout.isFinalizing = newValue } }

  var file: Ref<FileObject> { self.below.unchecked() }
  var bytes: UnsafeMutablePointer<UInt8> { self.storage.bytes }
  var holdsRead: Bool { self.reads && self.readEnd != -1 }
  var holdsWrite: Bool { self.writes && self.writeEnd != -1 }
  /// Bytes in the buffer that are not read yet.
  var ahead: Int { holdsRead ? self.readEnd - self.position : 0 }
  /// How far the stream below is ahead of the position.
  var rawOffset: Int { (holdsRead || holdsWrite) && self.rawPosition >= 0 ? self.rawPosition - self.position : 0 }

  func move(to position: Int) {
    self.position = position
    if holdsRead && self.readEnd < position { self.readEnd = position }
  }
  func resetRead() { self.readEnd = -1 }
  func resetWrite() {
    self.writeStart = 0
    self.writeEnd = -1
  }
  /// The part of a size that is whole buffers.
  func wholeBuffers(_ count: Int) -> Int { count - count % self.size }
}

/// What the buffered streams do with the stream below.
enum Buffered {
  static func check(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) {
    if me.isReady { return }
    throw t.raise(t.types.valueError, me.isDetached ? "raw stream has been detached" : "I/O operation on uninitialized object")
  }

  static func isClosed(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Bool {
    if me.storage.isNone { return true }
    if me.isFile { return me.file.descriptor < 0 }
    return try t.isClosedStream(me.below)
  }

  /// ValueError if the stream is closed and nothing that was read is left.
  static func checkOpen(_ t: Thread, _ me: Ref<BufferedObject>, _ message: StaticString) throws(Raised) {
    if try isClosed(t, me) && (me.storage.isNone || me.ahead == 0) { throw t.raise(t.types.valueError, message) }
  }

  /// Keeps the stream below from calling this stream while this stream calls it.
  static func locked(_ t: Thread, _ me: Ref<BufferedObject>, _ body: () throws(Raised) -> Value) throws(Raised) -> Value {
    if me.isBusy { throw t.raise(t.types.runtimeError, "reentrant call inside %R", Value(me)) }
    me.isBusy = true
    defer { me.isBusy = false }
    return try body()
  }

  static func initialize(
    _ t: Thread, _ me: Ref<BufferedObject>, _ raw: Value, _ size: Int, reads: Bool, writes: Bool
  ) throws(Raised) {
    if me.isBusy { throw t.raise(t.types.runtimeError, "reentrant call inside %R", Value(me)) }
    me.isReady = false
    me.isDetached = false
    if reads && writes { try t.checkStream(raw, .seekable) }
    if reads { try t.checkStream(raw, .readable) }
    if writes { try t.checkStream(raw, .writable) }
    me.below = raw
    me.isFile = t.isExactly(.fileIO, raw, like: Value(me))
    me.reads = reads
    me.writes = writes
    if size <= 0 { throw t.raise(t.types.valueError, "buffer size must be strictly positive") }
    me.storage = try t.newByteArray(count: size, type: t.types.bytearray)
    me.size = size
    me.position = 0
    me.rawPosition = 0
    me.resetRead()
    me.resetWrite()
    do throws(Raised) { _ = try rawTell(t, me) } catch { _ = t.takeException() }
    me.isReady = true
    // What lies below is closed by this stream.
    if raw.isObject { raw.object.flags.insert(.finalizedLate) }
  }

  // MARK: Positions

  static func rawTell(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Int {
    me.filePosition = -1
    if me.isFile {
      try FileOperations.check(t, me.file)
      me.filePosition = try FileOperations.seek(t, me.file, Value(small: 0), 1)
      return me.filePosition
    }
    return try takePosition(t, me, try t.callMethod(me.below, .tell))
  }

  static func rawSeek(_ t: Thread, _ me: Ref<BufferedObject>, _ target: Int, _ whence: Int) throws(Raised) -> Int {
    if me.isFile {
      try FileOperations.check(t, me.file)
      me.filePosition = try FileOperations.seek(t, me.file, try t.int(target), whence)
      return me.filePosition
    }
    return try takePosition(t, me, try t.callMethod(me.below, .seek, try t.int(target), try t.int(whence)))
  }

  private static func takePosition(_ t: Thread, _ me: Ref<BufferedObject>, _ v: Value) throws(Raised) -> Int {
    let position = try t.asIndex(v, overflow: t.types.valueError)
    if position < 0 { throw t.raise(t.types.osError, "Raw stream returned invalid position %S", try t.int(position)) }
    me.filePosition = position
    return position
  }

  // MARK: The stream below

  /// A view on a part of the buffer, or of another bytearray.
  private static func view(_ t: Thread, _ array: Ref<ByteArrayObject>, _ start: Int, _ count: Int) throws(Raised) -> Value {
    let view = try t.call(Value(t.types.memoryview), Value(array))
    if start == 0 && count == array.count { return view }
    let object: Ref<MemoryViewObject> = view.unchecked()
    object.offset = start
    object.count = count
    return view
  }

  /// One read of the stream below into `array` from `start` on: the number of bytes; nil if there is nothing yet.
  static func rawRead(
    _ t: Thread, _ me: Ref<BufferedObject>, _ array: Ref<ByteArrayObject>, _ start: Int, _ count: Int
  ) throws(Raised) -> Int? {
    if me.isFile {
      try FileOperations.checkReadable(t, me.file)
      let n = try t.readFile(me.file.descriptor, array.bytes + start, count)
      if n < 0 { return nil }
      if me.filePosition != -1 { me.filePosition &+= n }
      return n
    }
    var result = Value.null
    while result.isNull {
      do throws(Raised) {
        result = try t.callMethod(me.below, .readinto, try view(t, array, start, count))
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
      }
    }
    if result.isNone { return nil }
    let n = try readCount(t, result)
    if n < 0 || n > count {
      throw t.raise(
        t.types.osError, "raw readinto() returned invalid length %S (should have been between 0 and %S)", try t.int(n), try t.int(count))
    }
    if n > 0 && me.filePosition != -1 { me.filePosition &+= n }
    return n
  }

  private static func readCount(_ t: Thread, _ result: Value) throws(Raised) -> Int {
    do throws(Raised) {
      return try t.asIndex(result, overflow: t.types.valueError)
    } catch {
      let cause = t.takeException()
      if !t.has(.readintoFailureNamed) { return -1 }
      let raised = t.raise(t.types.osError, "raw readinto() failed")
      if t.exception.isKind(.exception) {
        t.exception.unchecked(as: ExceptionObject.self).cause = cause
        t.exception.unchecked(as: ExceptionObject.self).suppressContext = true
        t.chain(cause)
      }
      throw raised
    }
  }

  /// One write to the stream below: the number of bytes; nil if it would have to wait. `source` keeps the bytes alive: a bytearray, in which
  /// they lie from `start` on.
  static func rawWrite(
    _ t: Thread, _ me: Ref<BufferedObject>, _ source: Ref<ByteArrayObject>, _ start: Int, _ count: Int
  ) throws(Raised) -> Int? {
    if me.isFile { return try fileWrite(t, me, source.bytes + start, count) }
    return try rawWrite(t, me, try view(t, source, start, count), count)
  }

  static func fileWrite(_ t: Thread, _ me: Ref<BufferedObject>, _ from: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Int? {
    try FileOperations.checkWritable(t, me.file)
    let n = try t.writeFile(me.file.descriptor, from, count)
    if n < 0 { return nil }
    if me.filePosition != -1 { me.filePosition &+= n }
    return n
  }

  static func rawWrite(_ t: Thread, _ me: Ref<BufferedObject>, _ view: Value, _ count: Int) throws(Raised) -> Int? {
    var result = Value.null
    while result.isNull {
      do throws(Raised) {
        result = try t.callMethod(me.below, .write, view)
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
      }
    }
    if result.isNone { return nil }
    var n = -1
    do throws(Raised) { n = try t.asIndex(result, overflow: t.types.valueError) } catch { _ = t.takeException() }
    if n < 0 || n > count {
      throw t.raise(
        t.types.osError, "raw write() returned invalid length %S (should have been between 0 and %S)", try t.int(n), try t.int(count))
    }
    if n > 0 && me.filePosition != -1 { me.filePosition &+= n }
    return n
  }

  /// BlockingIOError with the number of bytes that were taken.
  static func wouldBlock(_ t: Thread, _ written: Int) -> Raised {
    do throws(Raised) {
      let text = try t.str("write could not complete without blocking")
      return t.raise(try t.newOSError(t.types.blockingIOError, args: try t.tuple(Value(small: 0), text, try t.int(written))))
    } catch {
      return error
    }
  }

  // MARK: Flushing

  /// Writes what waits in the buffer.
  static func flush(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) {
    if !me.holdsWrite || me.writeStart == me.writeEnd { return me.resetWrite() }
    let rewind = me.rawOffset + me.position - me.writeStart
    if rewind != 0 {
      _ = try rawSeek(t, me, -rewind, 1)
      me.rawPosition -= rewind
    }
    while me.writeStart < me.writeEnd {
      guard let n = try rawWrite(t, me, me.storage, me.writeStart, me.writeEnd - me.writeStart) else { throw wouldBlock(t, 0) }
      me.writeStart += n
      me.rawPosition = me.writeStart
      try t.pollNative()
    }
    me.resetWrite()
  }

  /// Writes what waits, and lets the stream below be where this stream is.
  static func flushAndRewind(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) {
    try flush(t, me)
    if me.reads {
      let offset = me.rawOffset
      _ = try rawSeek(t, me, -offset, 1)
      me.resetRead()
    }
  }
}
