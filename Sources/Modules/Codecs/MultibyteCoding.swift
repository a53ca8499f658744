import Builtins
import Encodings
import Runtime

/// Texts in encodings of several bytes, with handlers of errors (CPython: Modules/cjkcodecs/multibytecodec.c).
enum MultibyteCoding {
  /// What a decoder made, and how many of its bytes it took.
  struct Outcome {
    var made: Value
    var used: Int
  }

  // MARK: Decoding

  /// - Parameter isLast: what the end cuts off is an error; else it is left.
  static func decode(
    _ t: Thread, _ codec: any CharacterCodec, _ data: Value, _ errors: Value, isLast: Bool, _ state: inout UInt64
  ) throws(Raised) -> Outcome {
    let source = try t.bytesLike(data)
    var object = try t.bytes(copying: source.base, count: source.count)
    var view = try t.bytesLike(object)
    var out = TextBuilder(t)
    var i = 0
    while i < view.count {
      if i & 0xFFF == 0 { try t.pollNative() }
      var characters = DecodedCharacters()
      let count = codec.decode(UnsafeBufferPointer(start: view.base, count: view.count), at: i, &state, &characters)
      if count > 0 {
        if characters.count > 0 { try out.append(codePoint: characters.first) }
        if characters.count > 1 { try out.append(codePoint: characters.second) }
        i += count
        continue
      }
      if count == 0 && !isLast { break }
      let end = count == 0 ? view.count : min(view.count, i - count)
      if t.strEquals(errors, "replace") || t.strEquals(errors, "ignore") {
        if t.strEquals(errors, "replace") { try out.append(codePoint: 0xFFFD) }
        i = end
        continue
      }
      let outcome = try CodecErrorCalls.handle(
        t, t.types.unicodeDecodeError, try t.str(codec.name), object, i, end,
        count == 0 ? "incomplete multibyte sequence" : "illegal multibyte sequence", errors)
      guard outcome.tupleSlots[0].isKind(.str) else { throw t.raise(t.types.typeError, "decoding error handler must return (str, int) tuple") }
      try out.append(outcome.tupleSlots[0])
      i = outcome.tupleSlots[1].smallInt
      object = outcome.tupleSlots[2]
      view = try t.bytesLike(object)
    }
    return Outcome(made: try out.finish(), used: i)
  }

  // MARK: Encoding

  /// - Parameter isLast: nothing comes behind the text, and the state is to be the first one again.
  /// - Returns: the bytes, and how many characters they stand for.
  static func encode(
    _ t: Thread, _ codec: any CharacterCodec, _ text: Ref<StrObject>, _ errors: Value, isLast: Bool, _ state: inout UInt64
  ) throws(Raised) -> Outcome {
    var out = try BytesBuilder(t, capacity: text.count)
    var i = 0
    while i < text.count {
      if i & 0xFFF == 0 { try t.pollNative() }
      var bytes = EncodedBytes()
      let next = i + 1 < text.count ? text.codePoint(i + 1) : isLast ? NextCharacter.end : NextCharacter.unknown
      let count = codec.encode(text.codePoint(i), next: next, &state, &bytes)
      if count == 0 { break }
      if count > 0 {
        try append(bytes, to: &out)
        i += count
        continue
      }
      i = try handle(t, codec, text, i, errors, &state, to: &out)
    }
    if isLast {
      var bytes = EncodedBytes()
      codec.finish(&state, &bytes)
      try append(bytes, to: &out)
    }
    return Outcome(made: try out.finish(), used: i)
  }

  private static func append(_ bytes: EncodedBytes, to out: inout BytesBuilder) throws(Raised) {
    for k in 0..<bytes.count { try out.append(UInt8(truncatingIfNeeded: bytes.bytes >> UInt64(8 * k))) }
  }

  /// Writes what stands for a character without bytes; where to go on.
  private static func handle(
    _ t: Thread, _ codec: any CharacterCodec, _ text: Ref<StrObject>, _ i: Int, _ errors: Value, _ state: inout UInt64, to out: inout BytesBuilder
  ) throws(Raised) -> Int {
    if t.strEquals(errors, "ignore") { return i + 1 }
    if t.strEquals(errors, "replace") {
      var bytes = EncodedBytes()
      if codec.encode(63, next: NextCharacter.end, &state, &bytes) > 0 { try append(bytes, to: &out) } else { try out.append(63) }
      return i + 1
    }
    let outcome = try CodecErrorCalls.handle(
      t, t.types.unicodeEncodeError, try t.str(codec.name), Value(text), i, i + 1, "illegal multibyte sequence", errors)
    let stand = outcome.tupleSlots[0]
    guard stand.isKind(.bytes) || stand.isKind(.str) else {
      throw t.raise(t.types.typeError, "encoding error handler must return (str, int) tuple")
    }
    if stand.isKind(.bytes) {
      let bytes = stand.unchecked(as: BytesObject.self)
      try out.append(bytes.bytes, count: bytes.count)
    } else {
      // What stands for a character is encoded in turn, strictly.
      let characters = stand.unchecked(as: StrObject.self)
      for k in 0..<characters.count {
        var bytes = EncodedBytes()
        let next = k + 1 < characters.count ? characters.codePoint(k + 1) : NextCharacter.end
        if codec.encode(characters.codePoint(k), next: next, &state, &bytes) <= 0 {
          throw try CodecErrorCalls.error(
            t, t.types.unicodeEncodeError, try t.str(codec.name), stand, k, k + 1, "illegal multibyte sequence")
        }
        try append(bytes, to: &out)
      }
    }
    return outcome.tupleSlots[1].smallInt
  }

  // MARK: UTF-7

  static func decodeUTF7(_ t: Thread, _ data: Value, _ errors: Value, isLast: Bool) throws(Raised) -> Outcome {
    let source = try t.bytesLike(data)
    var object = try t.bytes(copying: source.base, count: source.count)
    var view = try t.bytesLike(object)
    var decoder = UTF7Decoder()
    var out = TextBuilder(t)
    var characters: [UInt32] = []
    while true {
      characters.removeAll(keepingCapacity: true)
      let failure = decoder.run(UnsafeBufferPointer(start: view.base, count: view.count), isLast: isLast, to: &characters)
      // Characters of a shift that is not over are left for the next time.
      let kept = failure == nil && decoder.isShifted ? decoder.countBeforeShift : characters.count
      for k in 0..<kept { try out.append(codePoint: characters[k]) }
      guard let failure else { break }
      let outcome = try CodecErrorCalls.handle(
        t, t.types.unicodeDecodeError, try t.str("utf7"), object, failure.start, failure.end, failure.reason, errors)
      guard outcome.tupleSlots[0].isKind(.str) else { throw t.raise(t.types.typeError, "decoding error handler must return (str, int) tuple") }
      try out.append(outcome.tupleSlots[0])
      decoder.at = outcome.tupleSlots[1].smallInt
      object = outcome.tupleSlots[2]
      view = try t.bytesLike(object)
    }
    return Outcome(made: try out.finish(), used: decoder.isShifted ? decoder.shiftStart : decoder.at)
  }
}
