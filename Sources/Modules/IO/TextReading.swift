import Builtins
import Glibc
import Runtime

/// Reading text.
enum TextReading {
  // MARK: The decoder

  /// Decodes the next bytes, and has their line ends as the mode wants them.
  static func decode(_ t: Thread, _ me: Ref<TextStreamObject>, _ bytes: ByteView, isLast: Bool) throws(Raised) -> Value {
    var decoder = me.decoder
    let text: Value
    if me.form == .other {
      let input = try t.bytes(copying: bytes.base, count: bytes.count)
      text = try CodecModules.apply(t, me.streamDecoder, input, me.errors, isEncoder: false, isLast: isLast)
      guard text.isKind(.str) else { throw t.raise(t.types.typeError, "decoder should return a string result, not '%T'", text) }
      try noteHeld(t, me, &decoder)
    } else {
      text = try t.decode(bytes, isLast: isLast, me.form, encoding: me.encoding, errors: me.errors, &decoder)
    }
    me.decoder = decoder
    if !me.readNewline.isUniversal { return text }
    var state = me.newlines
    let result = try t.translateNewlines(text, translates: me.readNewline == .universal, isLast: isLast, &state)
    me.newlines = state
    return result
  }

  /// Keeps what a codec of the registry holds where the positions of the stream are made of it.
  private static func noteHeld(_ t: Thread, _ me: Ref<TextStreamObject>, _ decoder: inout IncrementalDecoder) throws(Raised) {
    decoder = IncrementalDecoder()
    let getter = try t.getAttributeOrNull(me.streamDecoder, try t.intern("getstate"))
    if getter.isNull { return }
    let state = try t.call(getter)
    guard state.isKind(.tuple), state.tupleSlots.count == 2, state.tupleSlots[0].isKind(.bytes) else { return }
    let held = state.tupleSlots[0].unchecked(as: BytesObject.self)
    decoder.count = UInt8(clamping: min(held.count, 8))
    for i in 0..<min(held.count, 8) { decoder.bytes |= UInt64(held.bytes[i]) << UInt64(8 * i) }
  }

  /// Brings a codec of the registry into the state of `me.decoder`, which holds nothing.
  private static func resetCodec(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    if me.form != .other { return }
    let reset = try t.getAttributeOrNull(me.streamDecoder, try t.intern("reset"))
    if !reset.isNull { _ = try t.call(reset) }
  }

  static func resetDecoder(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) {
    me.decoder = IncrementalDecoder()
    me.newlines = NewlineState()
    try resetCodec(t, me)
  }

  /// What the decoder's getstate() gives as flags in CPython.
  static func flags(_ me: Ref<TextStreamObject>) -> Int {
    let order = Int(me.decoder.order)
    var flags = 0
    switch me.form {
    case .utf16, .utf32: flags = order == 0 ? 2 : order - 1
    case .utf8Signature: flags = 1 - order
    default: flags = 0
    }
    return me.readNewline.isUniversal ? flags << 1 | (me.newlines.holdsReturn ? 1 : 0) : flags
  }

  /// Sets the decoder to flags, with nothing held.
  static func setFlags(_ t: Thread, _ me: Ref<TextStreamObject>, _ flags: Int) throws(Raised) {
    try resetCodec(t, me)
    var rest = flags
    me.decoder = IncrementalDecoder()
    if me.readNewline.isUniversal {
      me.newlines.holdsReturn = flags & 1 == 1
      rest = flags >> 1
    }
    switch me.form {
    case .utf16, .utf32: me.decoder.order = rest == 2 ? 0 : rest == 1 ? 2 : 1
    case .utf8Signature: me.decoder.order = rest == 0 ? 1 : 0
    default: break
    }
  }

  // MARK: Chunks

  private static func isBytesLike(_ t: Thread, _ v: Value) -> Bool { ByteView(t, v) != nil }

  /// Reads and decodes the next chunk. False at the end of the file.
  static func readChunk(_ t: Thread, _ me: Ref<TextStreamObject>, hint: Int) throws(Raised) -> Bool {
    if !me.reads { throw t.unsupported("not readable") }
    let below = try TextWrapper.buffer(t, me)
    let (heldBytes, heldCount, flags) = (me.decoder.bytes, Int(me.decoder.count), flags(me))
    var size = me.chunkSize
    if hint > 0 {
      let wanted = max(me.bytesPerCharacter, 1) * Double(hint)
      if wanted < 1e15 { size = max(size, Int(wanted)) }
    }
    let chunk = try t.callMethod(below, me.hasRead1 ? .read1 : .read, try t.int(size))
    guard let view = ByteView(t, chunk) else {
      throw t.raise(
        t.types.typeError, "underlying %S() should have returned a bytes-like object, not '%T'", t.name(me.hasRead1 ? .read1 : .read), chunk)
    }
    let isEnd = view.count == 0
    let text = try decode(t, me, view, isLast: isEnd)
    let count = text.unchecked(as: StrObject.self).count
    TextWriting.setDecoded(me, text)
    me.bytesPerCharacter = count > 0 ? Double(view.count) / Double(count) : 0
    if me.tells {
      let input = try t.newBytes(count: heldCount + view.count)
      for i in 0..<heldCount { input.bytes[i] = UInt8(truncatingIfNeeded: heldBytes >> UInt64(8 * i)) }
      if view.count > 0 { memcpy(input.bytes + heldCount, view.base, view.count) }
      me.snapshot = Value(input)
      me.snapshotFlags = flags
    }
    return !isEnd || count > 0
  }

  /// `readChunk`, again after a signal.
  private static func nextChunk(_ t: Thread, _ me: Ref<TextStreamObject>, hint: Int) throws(Raised) -> Bool {
    while true {
      do throws(Raised) {
        return try readChunk(t, me, hint: hint)
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
      }
    }
  }

  /// Characters decoded and not read.
  private static func available(_ me: Ref<TextStreamObject>) -> Int {
    me.decoded.isNull ? 0 : me.decoded.unchecked(as: StrObject.self).count - me.decodedUsed
  }

  private static func takeDecoded(_ t: Thread, _ me: Ref<TextStreamObject>, _ count: Int) throws(Raised) -> Value {
    let most = available(me)
    let n = count < 0 || count > most ? most : count
    if n == 0 { return t.interpreter.emptyStr }
    let s: Ref<StrObject> = me.decoded.unchecked()
    let start = me.decodedUsed
    me.decodedUsed += n
    return start == 0 && n == s.count ? me.decoded : try t.substring(s, start, start + n)
  }

  // MARK: Reading

  static func read(_ t: Thread, _ me: Ref<TextStreamObject>, _ size: Int) throws(Raised) -> Value {
    try TextWrapper.checkOpen(t, me)
    if !me.reads { throw t.unsupported("not readable") }
    try TextWriting.flushPending(t, me)
    if size < 0 { return try readAll(t, me) }
    let first = try takeDecoded(t, me, size)
    var left = size - first.unchecked(as: StrObject.self).count
    if left == 0 { return first }
    var out = TextBuilder(t)
    try out.append(first)
    while left > 0 {
      if try !nextChunk(t, me, hint: left) { break }
      let piece = try takeDecoded(t, me, left)
      left -= piece.unchecked(as: StrObject.self).count
      try out.append(piece)
      try t.pollNative()
    }
    return try out.finish()
  }

  private static func readAll(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) -> Value {
    let bytes = try t.callMethod(try TextWrapper.buffer(t, me), .read)
    if bytes.isNone && t.has(.emptyReadsRaise) { throw t.raise(t.types.blockingIOError, "Read returned None.") }
    guard let view = ByteView(t, bytes) else { throw t.raise(t.types.typeError, "can't concat %T to bytes", bytes) }
    let rest = try decode(t, me, view, isLast: true)
    let first = try takeDecoded(t, me, -1)
    TextWriting.setDecoded(me, .null)
    me.snapshot = .null
    return first.unchecked(as: StrObject.self).count == 0 ? rest : try t.strConcat(first, rest)
  }

  private static func endOfFile(_ me: Ref<TextStreamObject>) {
    TextWriting.setDecoded(me, .null)
    me.snapshot = .null
  }

  static func readLine(_ t: Thread, _ me: Ref<TextStreamObject>, limit: Int) throws(Raised) -> Value {
    try TextWrapper.checkOpen(t, me)
    try TextWriting.flushPending(t, me)
    if limit < 0, let line = try lineInDecoded(t, me) { return line }
    if limit == 0 {
      // Text is decoded nevertheless.
      while me.decoded.isNull || me.decoded.unchecked(as: StrObject.self).count == 0 {
        if try !nextChunk(t, me, hint: 0) {
          endOfFile(me)
          break
        }
      }
      return t.interpreter.emptyStr
    }
    var out = TextBuilder(t)
    // What was decoded before and may be the first half of `\r\n`.
    var isHalf = false
    while limit < 0 || out.count < limit {
      if available(me) == 0, try !nextChunk(t, me, hint: 0) {
        endOfFile(me)
        break
      }
      if available(me) == 0 { continue }
      let s: Ref<StrObject> = me.decoded.unchecked()
      let start = me.decodedUsed
      let found = isHalf && s.codePoint(start) == 10 ? start + 1 : Newlines.lineEnd(s, start, s.count, me.readNewline)
      var end = found < 0 ? s.count : found
      if limit >= 0 { end = min(end, start + limit - out.count) }
      try out.append(str: me.decoded, from: start, to: end)
      me.decodedUsed = end
      if found >= 0 && end == found { break }
      isHalf = me.readNewline == .both && end > start && s.codePoint(end - 1) == 13
      try t.pollNative()
    }
    return try out.finish()
  }

  /// The next line if it ends in what was decoded.
  private static func lineInDecoded(_ t: Thread, _ me: Ref<TextStreamObject>) throws(Raised) -> Value? {
    if me.decoded.isNull { return nil }
    let s: Ref<StrObject> = me.decoded.unchecked()
    let start = me.decodedUsed
    let end = Newlines.lineEnd(s, start, s.count, me.readNewline)
    if end < 0 { return nil }
    me.decodedUsed = end
    return start == 0 && end == s.count ? me.decoded : try t.substring(s, start, end)
  }

  static func next(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    try TextWrapper.check(t, me)
    me.tells = false
    var line: Value
    if !me.header.type.flags.contains(.heap) {
      line = try readLine(t, me, limit: -1)
    } else {
      line = try t.callMethod(v, .readline)
      guard line.isKind(.str) else { throw t.raise(t.types.osError, "readline() should have returned a str object, not '%T'", line) }
    }
    if line.unchecked(as: StrObject.self).count > 0 { return line }
    me.snapshot = .null
    me.tells = me.seekable
    throw t.stopIteration()
  }
}
