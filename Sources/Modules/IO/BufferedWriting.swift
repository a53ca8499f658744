import Builtins
import Glibc
import Runtime

/// Writing and positions of buffered streams.
enum BufferedWriting {
  static func write(_ t: Thread, _ me: Ref<BufferedObject>, _ source: Value) throws(Raised) -> Value {
    let count = try t.bytesArgument(source).count
    try Buffered.check(t, me)
    if me.isBusy { throw t.raise(t.types.runtimeError, "reentrant call inside %R", Value(me)) }
    if try Buffered.isClosed(t, me) { throw t.raise(t.types.valueError, "write to closed file") }
    if !me.holdsRead && !me.holdsWrite {
      me.position = 0
      me.rawPosition = 0
    }
    if count <= me.size - me.position && count < me.size {
      try put(t, me, try t.bytesArgument(source))
      return try t.int(count)
    }
    return try Buffered.locked(t, me) { () throws(Raised) in try writeMuch(t, me, source, count) }
  }

  /// Puts bytes that fit into the buffer.
  private static func put(_ t: Thread, _ me: Ref<BufferedObject>, _ view: ByteView) throws(Raised) {
    if view.count > 0 { memmove(me.bytes + me.position, view.base, view.count) }
    if !me.holdsWrite || me.writeStart > me.position { me.writeStart = me.position }
    me.move(to: me.position + view.count)
    if me.writeEnd < me.position { me.writeEnd = me.position }
  }

  /// Bytes that do not fit: the buffer is written, then whole buffers directly, and the rest waits in the buffer.
  private static func writeMuch(_ t: Thread, _ me: Ref<BufferedObject>, _ source: Value, _ count: Int) throws(Raised) -> Value {
    do throws(Raised) {
      try Buffered.flush(t, me)
    } catch {
      guard t.isRaising(t.types.blockingIOError) else { throw error }
      return try keepWhatFits(t, me, source, count)
    }
    let offset = me.rawOffset
    if offset != 0 {
      _ = try Buffered.rawSeek(t, me, -offset, 1)
      me.rawPosition -= offset
    }
    var done = 0
    let least = t.has(.wholeBuffersWritten) ? me.size : me.size + 1
    while count - done >= least {
      guard let n = try writeDirectly(t, me, source, done, count - done) else {
        if count - done <= me.size { break }
        try keep(t, me, source, done, me.size)
        throw Buffered.wouldBlock(t, done + me.size)
      }
      done += n
      try t.pollNative()
    }
    if me.reads { me.resetRead() }
    try keep(t, me, source, done, count - done)
    return try t.int(count)
  }

  /// The bytes `start ..< start + count` of the source, which wait in the buffer as all that there is in it.
  private static func keep(_ t: Thread, _ me: Ref<BufferedObject>, _ source: Value, _ start: Int, _ count: Int) throws(Raised) {
    let view = try t.bytesArgument(source)
    guard start + count <= view.count else { throw t.raise(t.types.bufferError, "the buffer was resized") }
    if count > 0 { memmove(me.bytes, view.base + start, count) }
    me.writeStart = 0
    me.writeEnd = count
    me.move(to: count)
    me.rawPosition = 0
  }

  private static func writeDirectly(_ t: Thread, _ me: Ref<BufferedObject>, _ source: Value, _ start: Int, _ count: Int) throws(Raised) -> Int? {
    let view = try t.bytesArgument(source)
    guard start + count <= view.count else { throw t.raise(t.types.bufferError, "the buffer was resized") }
    if me.isFile { return try Buffered.fileWrite(t, me, view.base + start, count) }
    let bytes = try t.bytes(copying: view.base + start, count: count)
    return try Buffered.rawWrite(t, me, try t.call(Value(t.types.memoryview), bytes), count)
  }

  /// The stream below takes nothing now: what fits goes into the buffer. BlockingIOError if not all of it does.
  private static func keepWhatFits(_ t: Thread, _ me: Ref<BufferedObject>, _ source: Value, _ count: Int) throws(Raised) -> Value {
    _ = t.takeException()
    if me.reads { me.resetRead() }
    let waiting = me.writeEnd - me.writeStart
    memmove(me.bytes, me.bytes + me.writeStart, waiting)
    me.writeEnd = waiting
    me.rawPosition -= me.writeStart
    me.position -= me.writeStart
    me.writeStart = 0
    let room = me.size - me.writeEnd
    let used = min(room, count)
    let view = try t.bytesArgument(source)
    if used > 0 { memmove(me.bytes + me.writeEnd, view.base, used) }
    me.writeEnd += used
    me.position += used
    if used == count { return try t.int(count) }
    throw Buffered.wouldBlock(t, used)
  }

  // MARK: Positions

  static func seek(_ t: Thread, _ me: Ref<BufferedObject>, _ target: Value, _ whence: Int) throws(Raised) -> Value {
    guard (0...4).contains(whence) else { throw t.raise(t.types.valueError, "whence value %S unsupported", try t.int(whence)) }
    try Buffered.checkOpen(t, me, "seek of closed file")
    try checkSeekable(t, me)
    var distance = try t.asIndex(target, overflow: t.types.valueError)
    if whence < 2 && me.reads {
      let ahead = me.ahead
      if ahead > 0 {
        let current = me.filePosition != -1 ? me.filePosition : try Buffered.rawTell(t, me)
        let offset = whence == 0 ? distance &- (current &- me.rawOffset) : distance
        if offset >= -me.position && offset <= ahead {
          me.position += offset
          return try t.int(max(0, current &- ahead &+ offset))
        }
      }
    }
    return try Buffered.locked(t, me) { () throws(Raised) in
      if me.writes { try Buffered.flush(t, me) }
      if whence == 1 { distance = distance &- me.rawOffset }
      let position = try Buffered.rawSeek(t, me, distance, whence)
      me.rawPosition = -1
      if me.reads { me.resetRead() }
      return try t.int(position)
    }
  }

  private static func checkSeekable(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) {
    if !me.isFile { return try t.checkStream(me.below, .seekable) }
    try FileOperations.check(t, me.file)
    if !FileOperations.isSeekable(t, me.file) { throw t.unsupported("File or stream is not seekable.") }
  }

  static func tell(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Value {
    let position = try Buffered.rawTell(t, me) &- me.rawOffset
    return try t.int(max(0, position))
  }

  static func truncate(_ t: Thread, _ me: Ref<BufferedObject>, _ size: Value) throws(Raised) -> Value {
    if t.has(.truncationChecked) {
      try Buffered.checkOpen(t, me, "truncate of closed file")
      if !me.writes { throw t.unsupported("truncate") }
    }
    return try Buffered.locked(t, me) { () throws(Raised) in
      if me.writes { try Buffered.flushAndRewind(t, me) }
      let result = try t.callMethod(me.below, .truncate, size)
      do throws(Raised) { _ = try Buffered.rawTell(t, me) } catch { _ = t.takeException() }
      return result
    }
  }

  static func flush(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Value {
    try Buffered.checkOpen(t, me, "flush of closed file")
    return try Buffered.locked(t, me) { () throws(Raised) in
      try Buffered.flushAndRewind(t, me)
      return .none
    }
  }

  static func close(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let stream: Ref<BufferedObject> = me.unchecked()
    if try isRawClosed(t, stream) { return .none }
    try t.finally({ () throws(Raised) in _ = try t.callMethod(me, .flush) }) { () throws(Raised) in
      if stream.below.isNull { return }
      defer { if !stream.isBusy { forget(stream) } }
      _ = stream.isFile ? try closeFile(t, stream) : try t.callMethod(stream.below, .close)
    }
    return .none
  }

  private static func forget(_ me: Ref<BufferedObject>) {
    me.storage = .none
    me.position = 0
    if me.reads { me.readEnd = 0 }
    me.resetWrite()
  }

  private static func closeFile(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Value {
    try FileOperations.close(t, me.below)
    return .none
  }

  /// `self.raw.closed`
  static func isRawClosed(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Bool {
    me.isFile ? me.file.descriptor < 0 : try t.isClosedStream(me.below)
  }
}
