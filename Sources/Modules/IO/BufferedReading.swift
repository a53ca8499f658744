import Builtins
import Glibc
import Runtime

/// Reading through a buffer.
enum BufferedReading {
  private static func take(_ t: Thread, _ me: Ref<BufferedObject>, _ count: Int) throws(Raised) -> Value {
    let bytes = try t.bytes(copying: me.bytes + me.position, count: count)
    me.position += count
    return bytes
  }

  /// Reads once into the buffer, behind what was read: the number of bytes; nil if there is nothing yet.
  static func fill(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Int? {
    let start = me.holdsRead ? me.readEnd : 0
    guard let n = try Buffered.rawRead(t, me, me.storage, start, me.size - start) else { return nil }
    if n <= 0 { return n }
    me.readEnd = start + n
    me.rawPosition = start + n
    return n
  }

  private static func flushWrites(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) {
    if me.writes { try Buffered.flushAndRewind(t, me) }
  }

  static func read(_ t: Thread, _ me: Ref<BufferedObject>, _ count: Int) throws(Raised) -> Value {
    if count == -1 { return try Buffered.locked(t, me) { () throws(Raised) in try readAll(t, me) } }
    if count <= me.ahead { return count == 0 ? t.interpreter.emptyBytes : try take(t, me, count) }
    return try Buffered.locked(t, me) { () throws(Raised) in try readMuch(t, me, count) }
  }

  private static func readAll(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Value {
    let all = try t.newByteArray(count: 0, type: t.types.bytearray)
    let held = me.ahead
    if held > 0 {
      try t.append(all, ByteView(base: me.bytes + me.position, count: held))
      me.position += held
    }
    try flushWrites(t, me)
    me.resetRead()
    let readall = me.isFile ? Value.none : try t.getAttributeOrNull(me.below, .readall)
    if !readall.isNull {
      let rest = me.isFile ? try FileOperations.readAll(t, me.file) : try t.call(readall)
      guard rest.isNone || rest.isKind(.bytes) else { throw t.raise(t.types.typeError, "readall() should return bytes") }
      if held == 0 { return rest }
      if rest.isKind(.bytes) { try t.append(all, try t.bytesArgument(rest)) }
      return try t.bytes(copying: all.bytes, count: all.count)
    }
    while true {
      let piece = try t.callMethod(me.below, .read)
      guard piece.isNone || piece.isKind(.bytes) else { throw t.raise(t.types.typeError, "read() should return bytes") }
      let count = piece.isNone ? 0 : try t.bytesArgument(piece).count
      if count == 0 { return all.count == 0 ? piece : try t.bytes(copying: all.bytes, count: all.count) }
      try t.append(all, try t.bytesArgument(piece))
    }
  }

  /// More than there is in the buffer: whole buffers are read directly.
  private static func readMuch(_ t: Thread, _ me: Ref<BufferedObject>, _ count: Int) throws(Raised) -> Value {
    let result = try t.newByteArray(count: count, type: t.types.bytearray)
    var done = me.ahead
    if done > 0 { memcpy(result.bytes, me.bytes + me.position, done) }
    me.position += done
    try flushWrites(t, me)
    me.resetRead()
    while me.wholeBuffers(count - done) > 0 {
      let n = try Buffered.rawRead(t, me, result, done, me.wholeBuffers(count - done))
      guard let n, n > 0 else { return n == nil && done == 0 ? .none : try t.bytes(copying: result.bytes, count: done) }
      done += n
    }
    me.position = 0
    me.rawPosition = 0
    me.readEnd = 0
    while done < count && me.readEnd < me.size {
      let n = try fill(t, me)
      guard let n, n > 0 else {
        return n == nil && done == 0 ? .none : try t.bytes(copying: result.bytes, count: done)
      }
      let used = min(n, count - done)
      memcpy(result.bytes + done, me.bytes + me.position, used)
      me.position += used
      done += used
    }
    return try t.bytes(copying: result.bytes, count: done)
  }

  static func read1(_ t: Thread, _ me: Ref<BufferedObject>, _ count: Int) throws(Raised) -> Value {
    let count = count < 0 ? me.size : count
    try Buffered.checkOpen(t, me, "read of closed file")
    if count == 0 { return t.interpreter.emptyBytes }
    if me.ahead > 0 { return try take(t, me, min(count, me.ahead)) }
    return try Buffered.locked(t, me) { () throws(Raised) in
      let result = try t.newByteArray(count: count, type: t.types.bytearray)
      if t.has(.read1Flushes) { try flushWrites(t, me) }
      me.resetRead()
      let n = try Buffered.rawRead(t, me, result, 0, count) ?? 0
      return try t.bytes(copying: result.bytes, count: n)
    }
  }

  static func readInto(_ t: Thread, _ me: Ref<BufferedObject>, _ target: Value, _ view: ByteView, once: Bool) throws(Raised) -> Value {
    try Buffered.checkOpen(t, me, "readinto of closed file")
    let isAhead = me.ahead > 0
    var done = min(me.ahead, view.count)
    t.copyBytes(me.bytes + (done > 0 ? me.position : 0), done, to: view)
    me.position += done
    if isAhead && done == view.count { return try t.int(done) }
    return try Buffered.locked(t, me) { () throws(Raised) in
      try flushWrites(t, me)
      me.resetRead()
      me.position = 0
      let room = try t.newByteArray(count: view.count - done > me.size ? view.count - done : 0, type: t.types.bytearray)
      while done < view.count {
        var n: Int? = 0
        let left = view.count - done
        if left > me.size {
          n = try Buffered.rawRead(t, me, room, 0, left)
          if let n, n > 0 { t.copyBytes(room.bytes, n, to: try part(t, target, done, n)) }
        } else if !(once && done > 0) {
          n = try fill(t, me)
          if let got = n, got > 0 {
            let used = min(got, left)
            t.copyBytes(me.bytes + me.position, used, to: try part(t, target, done, used))
            me.position += used
            done += used
            if once { break }
            continue
          }
        }
        guard let n else { return done > 0 ? try t.int(done) : .none }
        if n == 0 { break }
        done += n
        if once { break }
      }
      return try t.int(done)
    }
  }

  /// A part of the caller's buffer, which may have become shorter meanwhile.
  private static func part(_ t: Thread, _ target: Value, _ start: Int, _ count: Int) throws(Raised) -> ByteView {
    let view = try t.bytesArgument(target)
    guard start + count <= view.count else { throw t.raise(t.types.bufferError, "the buffer was resized") }
    return ByteView(base: view.base + start, count: count)
  }

  static func peek(_ t: Thread, _ me: Ref<BufferedObject>) throws(Raised) -> Value {
    try Buffered.checkOpen(t, me, "peek of closed file")
    return try Buffered.locked(t, me) { () throws(Raised) in
      try flushWrites(t, me)
      if me.ahead > 0 { return try t.bytes(copying: me.bytes + me.position, count: me.ahead) }
      me.resetRead()
      let n = try fill(t, me) ?? 0
      me.position = 0
      return try t.bytes(copying: me.bytes, count: n)
    }
  }

  static func readLine(_ t: Thread, _ me: Ref<BufferedObject>, limit: Int) throws(Raised) -> Value {
    try Buffered.checkOpen(t, me, "readline of closed file")
    var most = me.ahead
    if limit >= 0 && limit < most { most = limit }
    if most > 0, let found = memchr(me.bytes + me.position, 10, most) {
      return try take(t, me, found - UnsafeMutableRawPointer(me.bytes + me.position) + 1)
    }
    if most == limit { return most == 0 ? t.interpreter.emptyBytes : try take(t, me, most) }
    return try Buffered.locked(t, me) { () throws(Raised) in try readLongLine(t, me, limit: limit) }
  }

  /// A line that does not end in the buffer.
  private static func readLongLine(_ t: Thread, _ me: Ref<BufferedObject>, limit: Int) throws(Raised) -> Value {
    let line = try t.newByteArray(count: 0, type: t.types.bytearray)
    if me.ahead > 0 {
      try t.append(line, ByteView(base: me.bytes + me.position, count: me.ahead))
      me.position += me.ahead
    }
    try flushWrites(t, me)
    while true {
      me.resetRead()
      guard let n = try fill(t, me), n > 0 else { break }
      let most = limit >= 0 ? min(n, limit - line.count) : n
      let found = memchr(me.bytes, 10, most)
      let used = found.map { $0 - UnsafeMutableRawPointer(me.bytes) + 1 } ?? most
      try t.append(line, ByteView(base: me.bytes, count: used))
      me.position = used
      if found != nil || line.count == limit { break }
      try t.pollNative()
    }
    return try t.bytes(copying: line.bytes, count: line.count)
  }
}
