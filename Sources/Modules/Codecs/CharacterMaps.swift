import Builtins
import Runtime

/// Codecs by tables: each byte stands for a text (CPython: PyUnicode_DecodeCharmap, PyUnicode_EncodeCharmap).
enum CharacterMaps {
  static let functions: [NativeFunctionSpec] = [
    .init("charmap_build(map, /)", "From a text of 256 characters: which byte stands for a character.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "charmap_build() argument must be str, not %B", a[0]) }
      let text = a[0].unchecked(as: StrObject.self)
      let map = try t.dict()
      for i in 0..<min(256, text.count) where text.codePoint(i) != 0xFFFE {
        try t.dictSet(map, try t.int(Int(text.codePoint(i))), Value(small: i))
      }
      return Value(map)
    },
    .init("charmap_decode(data, errors=None, mapping=None, /)") { t, a throws(Raised) in
      let errors = a[1].isNone ? try t.str("strict") : try CodecArguments.text(t, a[1], "charmap_decode")
      let view = try t.bufferBytes(a[0])
      if a[2].isNone { return try t.tuple(try t.str(latin1: view.base, count: view.count), try t.int(view.count)) }
      return try t.tuple(try decode(t, a[0], a[2], errors), try t.int(view.count))
    },
    .init("charmap_encode(str, errors=None, mapping=None, /)") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "charmap_encode() argument 1 must be str, not %B", a[0]) }
      let errors = a[1].isNone ? try t.str("strict") : try CodecArguments.text(t, a[1], "charmap_encode")
      let count = try t.int(a[0].unchecked(as: StrObject.self).count)
      if a[2].isNone { return try t.tuple(try t.encode(a[0], .latin1, encoding: try t.str("latin-1"), errors: errors, atStart: true), count) }
      return try t.tuple(try encode(t, a[0].unchecked(), a[2], errors), count)
    },
  ]

  // MARK: Decoding

  private static func decode(_ t: Thread, _ data: Value, _ mapping: Value, _ errors: Value) throws(Raised) -> Value {
    var bytes = try t.bufferBytes(data)
    // The handler of an error may change what is decoded.
    var copy = try t.bytes(copying: bytes.base, count: bytes.count)
    bytes = try t.bytesLike(copy)
    var out = TextBuilder(t)
    var i = 0
    while i < bytes.count {
      if i & 0xFFF == 0 { try t.pollNative() }
      if try append(t, bytes[i], mapping, to: &out) {
        i += 1
        continue
      }
      let outcome = try handleDecode(t, copy, i, errors)
      try out.append(outcome.tupleSlots[0])
      i = outcome.tupleSlots[1].smallInt
      copy = outcome.tupleSlots[2]
      bytes = try t.bytesLike(copy)
    }
    return try out.finish()
  }

  /// Appends what a byte stands for; false if it stands for nothing.
  private static func append(_ t: Thread, _ byte: UInt8, _ mapping: Value, to out: inout TextBuilder) throws(Raised) -> Bool {
    if t.isExactStr(mapping) {
      let table = mapping.unchecked(as: StrObject.self)
      guard Int(byte) < table.count, table.codePoint(Int(byte)) != 0xFFFE else { return false }
      try out.append(codePoint: table.codePoint(Int(byte)))
      return true
    }
    let found = try item(t, mapping, Value(small: Int(byte)))
    if found.isNull || found.isNone { return false }
    if found.isInt {
      let number = try t.asIndex(found)
      guard number >= 0, number <= 0x10FFFF else { throw t.raise(t.types.typeError, "character mapping must be in range(0x110000)") }
      if number == 0xFFFE { return false }
      try out.append(codePoint: UInt32(number))
      return true
    }
    guard found.isKind(.str) else { throw t.raise(t.types.typeError, "character mapping must return integer, None or str") }
    let text = found.unchecked(as: StrObject.self)
    if text.count == 1, text.codePoint(0) == 0xFFFE { return false }
    try out.append(found)
    return true
  }

  /// `mapping[key]`; null if there is none (LookupError).
  private static func item(_ t: Thread, _ mapping: Value, _ key: Value) throws(Raised) -> Value {
    if mapping.isObject, mapping.object.type == t.types.dict { return try t.dictGet(mapping.unchecked(), key) }
    do throws(Raised) { return try t.getItem(mapping, key) } catch {
      guard t.matches(t.exception, t.types.lookupError) else { throw error }
      _ = t.takeException()
      return .null
    }
  }

  /// What stands for a byte without a meaning, where to go on, and what is decoded from then on.
  private static func handleDecode(_ t: Thread, _ data: Value, _ position: Int, _ errors: Value) throws(Raised) -> Value {
    let outcome = try CodecErrorCalls.handle(
      t, t.types.unicodeDecodeError, try t.str("charmap"), data, position, position + 1, "character maps to <undefined>", errors)
    guard outcome.tupleSlots[0].isKind(.str) else {
      throw t.raise(t.types.typeError, "decoding error handler must return (str, int) tuple")
    }
    return outcome
  }

  // MARK: Encoding

  private static func encode(_ t: Thread, _ text: Ref<StrObject>, _ mapping: Value, _ errors: Value) throws(Raised) -> Value {
    var out = try BytesBuilder(t, capacity: text.count)
    var i = 0
    while i < text.count {
      if i & 0xFFF == 0 { try t.pollNative() }
      if try append(t, text.codePoint(i), mapping, to: &out) {
        i += 1
        continue
      }
      var end = i + 1
      var nothing = BytesBuilder(t)
      while end < text.count, !(try append(t, text.codePoint(end), mapping, to: &nothing)) { end += 1 }
      let outcome = try CodecErrorCalls.handle(
        t, t.types.unicodeEncodeError, try t.str("charmap"), Value(text), i, end, "character maps to <undefined>", errors)
      try append(t, outcome.tupleSlots[0], for: text, i, end, mapping, to: &out)
      i = outcome.tupleSlots[1].smallInt
    }
    return try out.finish()
  }

  /// Appends the bytes of what a handler returned: bytes, or a text that is encoded in turn.
  private static func append(
    _ t: Thread, _ stand: Value, for text: Ref<StrObject>, _ start: Int, _ end: Int, _ mapping: Value, to out: inout BytesBuilder
  ) throws(Raised) {
    if stand.isKind(.bytes) {
      let bytes = stand.unchecked(as: BytesObject.self)
      return try out.append(bytes.bytes, count: bytes.count)
    }
    guard stand.isKind(.str) else { throw t.raise(t.types.typeError, "encoding error handler must return (str/bytes, int) tuple") }
    let characters = stand.unchecked(as: StrObject.self)
    for k in 0..<characters.count where !(try append(t, characters.codePoint(k), mapping, to: &out)) {
      throw try CodecErrorCalls.error(
        t, t.types.unicodeEncodeError, try t.str("charmap"), Value(text), start, end, "character maps to <undefined>")
    }
  }

  /// Appends what stands for a character; false if nothing does.
  private static func append(_ t: Thread, _ codePoint: UInt32, _ mapping: Value, to out: inout BytesBuilder) throws(Raised) -> Bool {
    let found = try item(t, mapping, try t.int(Int(codePoint)))
    if found.isNull || found.isNone { return false }
    if found.isInt {
      let number = try t.asIndex(found)
      guard number >= 0, number <= 255 else { throw t.raise(t.types.typeError, "character mapping must be in range(256)") }
      try out.append(UInt8(number))
      return true
    }
    guard found.isKind(.bytes) else {
      throw t.raise(t.types.typeError, "character mapping must return integer, bytes or None, not %T", found)
    }
    let bytes = found.unchecked(as: BytesObject.self)
    try out.append(bytes.bytes, count: bytes.count)
    return true
  }
}

/// Calls of error handlers.
enum CodecErrorCalls {
  /// UnicodeEncodeError or UnicodeDecodeError on its way.
  static func error(
    _ t: Thread, _ type: Ref<TypeObject>, _ encoding: Value, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString
  ) throws(Raised) -> Raised {
    t.raise(try make(t, type, encoding, object, start, end, reason))
  }

  private static func make(
    _ t: Thread, _ type: Ref<TypeObject>, _ encoding: Value, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString
  ) throws(Raised) -> Value {
    let args = try t.tuple(count: 5)
    args.items[0] = encoding
    args.items[1] = object
    args.items[2] = try t.int(start)
    args.items[3] = try t.int(end)
    args.items[4] = try t.str(reason)
    return try t.makeBuiltinException(type, args: Value(args))
  }

  /// Asks the handler of a name what stands for the part of `object` that is wrong: a tuple of that, of the position to go on at, and of the
  /// object, which a handler of a decoder may have replaced.
  static func handle(
    _ t: Thread, _ type: Ref<TypeObject>, _ encoding: Value, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString, _ errors: Value
  ) throws(Raised) -> Value {
    let exception = try make(t, type, encoding, object, start, end, reason)
    if t.strEquals(errors, "strict") { throw t.raise(exception) }
    let lookup = try t.getAttribute(try t.importModule(try t.str("_codecs")), try t.intern("lookup_error"))
    let result = try t.call(try t.call(lookup, errors), exception)
    let isEncoder = type == t.types.unicodeEncodeError
    guard result.isKind(.tuple), result.tupleSlots.count == 2, result.tupleSlots[1].isInt else {
      throw t.raise(
        t.types.typeError,
        isEncoder ? "encoding error handler must return (str/bytes, int) tuple" : "decoding error handler must return (str, int) tuple")
    }
    let next = isEncoder ? object : try t.getAttribute(exception, try t.intern("object"))
    let count = next.isKind(.str) ? next.unchecked(as: StrObject.self).count : try t.bytesLike(next).count
    var position = try t.asIndex(result.tupleSlots[1])
    if position < 0 { position += count }
    guard position >= 0, position <= count else {
      throw t.raise(t.types.indexError, "position %S from error handler out of bounds", result.tupleSlots[1])
    }
    return try t.tuple(result.tupleSlots[0], Value(small: position), next)
  }
}
