import Builtins
import Runtime

/// Positions in text: a cookie tells from which byte on how many bytes must be decoded, with which state of the decoder, and how many of the
/// characters are then behind the position. (CPython: Modules/_io/textio.c, `cookie_type`.)
enum TextPositions {
  struct Cookie {
    var position = 0
    var flags = 0
    var feed = 0
    var skip = 0
    var needsEnd = false
  }

  private static func number(_ t: Thread, _ cookie: inout Cookie) throws(Raised) -> Value {
    var value = try t.int(cookie.position)
    for (part, shift) in [(cookie.flags, 64), (cookie.feed, 96), (cookie.skip, 128), (cookie.needsEnd ? 1 : 0, 160)] where part != 0 {
      value = try t.binary(.or, value, try t.binary(.leftShift, try t.int(part), Value(small: shift)))
    }
    return value
  }

  /// The cookie of an int that is not negative.
  private static func parse(_ t: Thread, _ v: Value, _ cookie: inout Cookie) throws(Raised) {
    let whole = try t.call(Value(t.types.int), v)
    if let small = IntOperand(whole).asInt {
      cookie.position = small
      return
    }
    if try t.truth(try t.binary(.rightShift, whole, Value(small: 168))) { throw t.raise(t.types.overflowError, "int too big to convert") }
    cookie.position = try bits(t, whole, 0, 62) | bits(t, whole, 62, 2) << 62
    cookie.flags = try bits(t, whole, 64, 32)
    cookie.feed = try bits(t, whole, 96, 32)
    cookie.skip = try bits(t, whole, 128, 32)
    cookie.needsEnd = try bits(t, whole, 160, 8) != 0
  }

  private static func bits(_ t: Thread, _ v: Value, _ shift: Int, _ count: Int) throws(Raised) -> Int {
    let mask = try t.int((1 << count) - 1)
    return try t.asIndex(try t.binary(.and, try t.binary(.rightShift, v, Value(small: shift)), mask))
  }

  /// Sets the decoder to where a cookie begins.
  private static func setDecoder(_ t: Thread, _ me: Ref<TextStreamObject>, _ cookie: Cookie) throws(Raised) {
    if cookie.position == 0 && cookie.flags == 0 { return try TextReading.resetDecoder(t, me) }
    try TextReading.setFlags(t, me, cookie.flags)
  }

  // MARK: tell

  static func tell(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    try TextWrapper.checkOpen(t, me)
    let below = try TextWrapper.buffer(t, me)
    if !me.seekable { throw t.unsupported("underlying stream is not seekable") }
    if !me.tells { throw t.raise(t.types.osError, "telling position disabled by next() call") }
    try TextWriting.flushPending(t, me)
    _ = try t.callMethod(v, .flush)
    let position = try t.callMethod(below, .tell)
    if !me.reads || me.snapshot.isNull { return position }
    var cookie = Cookie()
    let snapshot: Ref<BytesObject> = me.snapshot.unchecked()
    cookie.position = try t.asIndex(position) &- snapshot.count
    cookie.flags = me.snapshotFlags
    if me.decodedUsed == 0 { return try number(t, &cookie) }
    let (decoder, newlines) = (me.decoder, me.newlines)
    defer {
      me.decoder = decoder
      me.newlines = newlines
    }
    let state = me.form == .other ? try t.getAttributeOrNull(me.streamDecoder, try t.intern("getstate")) : .null
    let saved = state.isNull ? .null : try t.call(state)
    try locate(t, me, snapshot, &cookie)
    if !saved.isNull { _ = try t.call(try t.getAttribute(me.streamDecoder, try t.intern("setstate")), saved) }
    return try number(t, &cookie)
  }

  private static func decode(_ t: Thread, _ me: Ref<TextStreamObject>, _ view: ByteView, isLast: Bool = false) throws(Raised) -> Int {
    try TextReading.decode(t, me, view, isLast: isLast).unchecked(as: StrObject.self).count
  }

  /// Finds the place in the snapshot from which the fewest bytes must be decoded to get to the position.
  private static func locate(_ t: Thread, _ me: Ref<TextStreamObject>, _ input: Ref<BytesObject>, _ cookie: inout Cookie) throws(Raised) {
    let start = try nearStart(t, me, input, &cookie)
    cookie.position &+= start
    if cookie.skip == 0 { return }
    var decoded = 0
    var i = start
    while i < input.count {
      decoded += try decode(t, me, ByteView(base: input.bytes + i, count: 1))
      cookie.feed += 1
      if me.decoder.count == 0 && decoded <= cookie.skip {
        cookie.position &+= cookie.feed
        cookie.skip -= decoded
        cookie.flags = TextReading.flags(me)
        cookie.feed = 0
        decoded = 0
      }
      if decoded >= cookie.skip { break }
      i += 1
    }
    if i == input.count {
      decoded += try decode(t, me, ByteView(base: input.bytes, count: 0), isLast: true)
      cookie.needsEnd = true
      if decoded < cookie.skip { throw t.raise(t.types.osError, "can't reconstruct logical file position") }
    }
  }

  /// A place before the position at which the decoder holds nothing, guessed by the number of bytes for a character. The decoder is there then.
  private static func nearStart(
    _ t: Thread, _ me: Ref<TextStreamObject>, _ input: Ref<BytesObject>, _ cookie: inout Cookie
  ) throws(Raised) -> Int {
    cookie.skip = me.decodedUsed
    var bytes = min(Int(me.bytesPerCharacter * Double(cookie.skip)), input.count)
    var back = 1
    while bytes > 0 {
      try setDecoder(t, me, cookie)
      let decoded = try decode(t, me, ByteView(base: input.bytes, count: bytes))
      if decoded > cookie.skip {
        bytes -= back
        back *= 2
        continue
      }
      let held = Int(me.decoder.count)
      if held == 0 {
        cookie.flags = TextReading.flags(me)
        cookie.skip -= decoded
        return bytes
      }
      bytes -= held
      back = 1
    }
    try setDecoder(t, me, cookie)
    return 0
  }

  // MARK: seek

  static func seek(_ t: Thread, _ v: Value, _ target: Value, _ whence: Int) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    try TextWrapper.checkOpen(t, me)
    let below = try TextWrapper.buffer(t, me)
    if !me.seekable { throw t.unsupported("underlying stream is not seekable") }
    let zero = Value(small: 0)
    var target = target
    switch whence {
    case 0: break
    case 1:
      if try !t.equals(target, zero) { throw t.unsupported("can't do nonzero cur-relative seeks") }
      target = try t.callMethod(v, .tell)
    case 2:
      if try !t.equals(target, zero) { throw t.unsupported("can't do nonzero end-relative seeks") }
      return try seekEnd(t, v, below)
    default: throw t.raise(t.types.valueError, "invalid whence (%S, should be 0, 1 or 2)", try t.int(whence))
    }
    if try t.isLess(target, zero) { throw t.raise(t.types.valueError, "negative seek position %R", target) }
    _ = try t.callMethod(v, .flush)
    var cookie = Cookie()
    try parse(t, target, &cookie)
    _ = try t.callMethod(below, .seek, try t.int(cookie.position))
    TextWriting.setDecoded(me, .null)
    me.snapshot = .null
    if me.reads { try setDecoder(t, me, cookie) }
    try restore(t, me, below, &cookie)
    if me.writes { me.isAtStart = cookie.position == 0 && cookie.flags == 0 }
    return target
  }

  private static func seekEnd(_ t: Thread, _ v: Value, _ below: Value) throws(Raised) -> Value {
    let me: Ref<TextStreamObject> = v.unchecked()
    _ = try t.callMethod(v, .flush)
    TextWriting.setDecoded(me, .null)
    me.snapshot = .null
    if me.reads { try TextReading.resetDecoder(t, me) }
    let position = try t.callMethod(below, .seek, Value(small: 0), Value(small: 2))
    if me.writes { me.isAtStart = try t.equals(position, Value(small: 0)) }
    return position
  }

  /// Decodes the bytes between the start of a cookie and its position.
  private static func restore(_ t: Thread, _ me: Ref<TextStreamObject>, _ below: Value, _ cookie: inout Cookie) throws(Raised) {
    me.snapshotFlags = cookie.flags
    if cookie.skip == 0 {
      me.snapshot = t.interpreter.emptyBytes
      return
    }
    let input = try t.callMethod(below, .read, try t.int(cookie.feed))
    guard input.isKind(.bytes) else {
      throw t.raise(t.types.typeError, "underlying read() should have returned a bytes object, not '%T'", input)
    }
    me.snapshot = input
    let text = try TextReading.decode(t, me, try t.bytesArgument(input), isLast: cookie.needsEnd)
    TextWriting.setDecoded(me, text)
    if text.unchecked(as: StrObject.self).count < cookie.skip { throw t.raise(t.types.osError, "can't restore logical file position") }
    me.decodedUsed = cookie.skip
  }
}
