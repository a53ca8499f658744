import Builtins
import Glibc
import Runtime

/// Writing text.
enum TextWriting {
  /// `write(text)`: the number of characters.
  static func write(_ t: Thread, _ v: Value, _ text: Value) throws(Raised) -> Value {
    guard text.isKind(.str) else { throw t.raise(t.types.typeError, "write() argument must be str, not %B", text) }
    let me: Ref<TextStreamObject> = v.unchecked()
    let s: Ref<StrObject> = text.unchecked()
    if t.appendASCII(text, to: me) { return try t.int(s.count) }
    try TextWrapper.checkOpen(t, me)
    if !me.writes { throw t.unsupported("not writable") }
    let hasFeed = (!me.writeNewline.keepsLineFeeds || me.isLineBuffered) && Newlines.find(s, 10, 0, s.count) >= 0
    let translated = hasFeed && !me.writeNewline.keepsLineFeeds ? try t.replaceLineFeeds(text, by: me.writeNewline) : text
    let flushes = me.isLineBuffered && (hasFeed || Newlines.find(s, 13, 0, s.count) >= 0)
    try append(t, me, translated)
    if me.pendingCount >= me.chunkSize || flushes || me.writesThrough { try flushPending(t, me) }
    if flushes && !me.buffer.isNull { _ = try t.callMethod(me.buffer, .flush) }
    if !me.snapshot.isNull {
      setDecoded(me, .null)
      me.snapshot = .null
    }
    if me.reads { try TextReading.resetDecoder(t, me) }
    return try t.int(s.count)
  }

  static func setDecoded(_ me: Ref<TextStreamObject>, _ text: Value) {
    me.decoded = text
    me.decodedUsed = 0
  }

  /// Encodes text and puts it behind what waits.
  private static func append(_ t: Thread, _ me: Ref<TextStreamObject>, _ text: Value) throws(Raised) {
    let s: Ref<StrObject> = text.unchecked()
    if s.isASCII && me.form.extendsASCII {
      return try append(t, me, ByteView(base: s.bytes, count: s.count))
    }
    if me.form == .other {
      let bytes = try CodecModules.apply(t, me.streamEncoder, text, me.errors, isEncoder: true, isLast: false)
      guard bytes.isKind(.bytes) else { throw t.raise(t.types.typeError, "encoder should return a bytes object, not '%T'", bytes) }
      return try append(t, me, try t.bytesArgument(bytes))
    }
    let bytes = try t.encode(text, me.form, encoding: me.encoding, errors: me.errors, atStart: me.isAtStart && me.form.hasMark)
    me.isAtStart = false
    try append(t, me, try t.bytesArgument(bytes))
  }

  private static func append(_ t: Thread, _ me: Ref<TextStreamObject>, _ view: ByteView) throws(Raised) {
    let isLazy = me.buffer.isNull
    let overflows = me.pendingCount + view.count > me.chunkSize
    let flushesFirst = t.has(.textFlushedBeforeOverflow) || isLazy ? overflows : view.count >= me.chunkSize
    if me.hasPending || me.pendingCount > 0, flushesFirst { try flushPending(t, me) }
    let needed = me.pendingCount + view.count
    let capacity = me.pending.isNone ? 0 : me.pending.capacity
    if needed > capacity {
      let standard = min(me.chunkSize, 1 << 16)
      let grown = try t.streamBuffer(bytes: isLazy ? max(needed, standard) : max(needed, min(standard, capacity * 2), 64))
      if me.pendingCount > 0 { memcpy(grown.raw + MemoryLayout<BufferObject>.size, me.pendingBytes, me.pendingCount) }
      me.pending = grown
    }
    if view.count > 0 { memcpy(me.pendingBytes + me.pendingCount, view.base, view.count) }
    me.pendingCount = needed
    me.hasPending = view.count > 0 || me.hasPending || t.has(.emptyTextWritten)
  }

  /// Gives what waits to the stream below.
  static func flushPending(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    let count = me.pendingCount
    if count == 0 && !me.hasPending { return }
    me.pendingCount = 0
    me.hasPending = false
    if me.buffer.isNull {
      if me.descriptor >= 0 { try t.writeAll(me.descriptor, me.pendingBytes, count) }
      return
    }
    let bytes = count == 0 ? t.interpreter.emptyBytes : try t.bytes(copying: me.pendingBytes, count: count)
    if !me.pending.isNone && me.pending.capacity > 1 << 20 { me.pending = .none }
    while true {
      do throws(Raised) {
        _ = try t.callMethod(me.buffer, .write, bytes)
        return
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
      }
    }
  }

  static func flush(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    try TextWrapper.checkOpen(t, me)
    me.tells = me.seekable
    try flushPending(t, me)
    if !me.buffer.isNull { _ = try t.callMethod(me.buffer, .flush) }
  }
}
