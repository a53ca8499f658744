import Builtins
import Encodings
import Runtime

/// A codec of several bytes: the name by which `Encodings` has it.
struct MultibyteCodecObject: NativeLayout {
  var header: ObjectHeader
  var name: Value
  static let tracedWords = 1
}

/// An incremental encoder or decoder, a reader or a writer.
struct MultibyteCoderObject: NativeLayout {
  var header: ObjectHeader
  /// A `MultibyteCodec`.
  var codec: Value
  /// str: the handler of errors.
  var errors: Value
  /// What was not coded yet: bytes, or a str in encoders.
  var pending: Value
  /// What a reader reads, or a writer writes to.
  var stream: Value
  var state: UInt64
  static let tracedWords = 4
}

/// Module `_multibytecodec`: what the codecs of the library's package `encodings` are made of.
enum MultibyteTypes {
  static let module = ModuleSpec("_multibytecodec", doc: "Codecs of several bytes.", functions: []) { t, m throws(Raised) in
    try t.addType(m, codec, MultibyteCodecObject.self, flags: .noConstructor)
    for spec in [incrementalEncoder, incrementalDecoder, streamReader, streamWriter] { try t.addType(m, spec, MultibyteCoderObject.self) }
  }

  static let names: [(module: StaticString, codecs: [StaticString])] = [
    ("_codecs_cn", ["gb2312", "gbk", "gb18030", "hz"]),
    ("_codecs_hk", ["big5hkscs"]),
    ("_codecs_iso2022", ["iso2022_kr", "iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3", "iso2022_jp_ext"]),
    ("_codecs_jp", ["shift_jis", "cp932", "euc_jp", "shift_jis_2004", "euc_jis_2004", "euc_jisx0213", "shift_jisx0213"]),
    ("_codecs_kr", ["euc_kr", "cp949", "johab"]),
    ("_codecs_tw", ["big5", "cp950"]),
  ]

  /// `getcodec` of a module for the encodings of a country.
  static func find(_ t: Thread, _ name: Value, in codecs: [StaticString]) throws(Raised) -> Value {
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "encoding name must be a string.") }
    guard codecs.contains(where: { t.strEquals(name, $0) }) else { throw t.raise(t.types.lookupError, "no such codec is supported.") }
    return try make(t, name)
  }

  static func make(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    _ = try t.importModule(try t.str("_multibytecodec"))
    let made = try t.make(MultibyteCodecObject.self, t.typeNamed("_multibytecodec.MultibyteCodec"))
    made.layout.name = name
    return Value(made)
  }

  static func codec(_ t: Thread, _ v: Value) throws(Raised) -> any CharacterCodec {
    let name = t.string(v.unchecked(as: MultibyteCodecObject.self).layout.name)
    guard let codec = Encodings.codec(name) else { throw t.raise(t.types.lookupError, "no such codec is supported.") }
    return codec
  }

  /// The handler of errors that an argument names; `strict` for None.
  static func errors(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isNone { return t.name(.strict) }
    guard v.isKind(.str) else { throw t.raise(t.types.typeError, "errors must be a string") }
    return v
  }

  // MARK: MultibyteCodec

  private static let codec = TypeSpec(
    "_multibytecodec.MultibyteCodec",
    functions: [
      NativeFunctionSpec("encode(self, /, input, errors=None)", "The bytes of a text, and how many characters these were.") { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "couldn't convert the object to str.") }
        let codec = try codec(t, a[0])
        var state = codec.start(isEncoder: true)
        let outcome = try MultibyteCoding.encode(t, codec, a[1].unchecked(), try errors(t, a[2]), isLast: true, &state)
        return try t.tuple(outcome.made, try t.int(a[1].unchecked(as: StrObject.self).count))
      },
      NativeFunctionSpec("decode(self, /, input, errors=None)", "The text of bytes, and how many bytes these were.") { t, a throws(Raised) in
        let codec = try codec(t, a[0])
        let count = try t.bufferBytes(a[1]).count
        var state = codec.start(isEncoder: false)
        let outcome = try MultibyteCoding.decode(t, codec, a[1], try errors(t, a[2]), isLast: true, &state)
        return try t.tuple(outcome.made, try t.int(count))
      },
    ])

  // MARK: What keeps a state

  static func coder(_ a: Slots) -> Ref<MultibyteCoderObject> { a.object() }

  /// A new coder for the codec that the class names.
  private static func make(_ t: Thread, _ cls: Value, _ errors: Value, stream: Value, isEncoder: Bool) throws(Raised) -> Value {
    let found = try t.getAttribute(cls, try t.intern("codec"))
    guard t.isInstance(found, of: t.typeNamed("_multibytecodec.MultibyteCodec")) else { throw t.raise(t.types.typeError, "codec is unexpected type") }
    let handler = try self.errors(t, errors)
    return try make(t, cls.unchecked(), codec: found, handler, stream: stream, isEncoder: isEncoder)
  }

  static func make(
    _ t: Thread, _ cls: Ref<TypeObject>, codec found: Value, _ errors: Value, stream: Value, isEncoder: Bool
  ) throws(Raised) -> Value {
    let me = try t.make(MultibyteCoderObject.self, cls)
    me.layout.codec = found
    me.layout.errors = errors
    me.layout.stream = stream
    me.layout.pending = isEncoder ? t.interpreter.emptyStr : t.interpreter.emptyBytes
    me.layout.state = try codec(t, found).start(isEncoder: isEncoder)
    return Value(me)
  }

  static func encode(_ t: Thread, _ me: Ref<MultibyteCoderObject>, _ text: Value, isLast: Bool) throws(Raised) -> Value {
    guard text.isKind(.str) else { throw t.raise(t.types.typeError, "couldn't convert the object to str.") }
    let held = me.layout.pending.unchecked(as: StrObject.self).count > 0
    let whole = held ? try t.binary(.add, me.layout.pending, text) : text
    var state = me.layout.state
    let outcome = try MultibyteCoding.encode(t, try codec(t, me.layout.codec), whole.unchecked(), me.layout.errors, isLast: isLast, &state)
    me.layout.state = state
    me.layout.pending = try t.substring(whole.unchecked(), outcome.used, whole.unchecked(as: StrObject.self).count)
    return outcome.made
  }

  static func decode(_ t: Thread, _ me: Ref<MultibyteCoderObject>, _ data: Value, isLast: Bool) throws(Raised) -> Value {
    let view = try t.bufferBytes(data)
    var whole = try BytesBuilder(t, capacity: view.count)
    let held = me.layout.pending.unchecked(as: BytesObject.self)
    try whole.append(held.bytes, count: held.count)
    try whole.append(view.base, count: view.count)
    let input = try whole.finish()
    var state = me.layout.state
    let outcome = try MultibyteCoding.decode(t, try codec(t, me.layout.codec), input, me.layout.errors, isLast: isLast, &state)
    me.layout.state = state
    let rest = try t.bytesLike(input)
    me.layout.pending = try t.bytes(copying: rest.base + min(outcome.used, rest.count), count: max(0, rest.count - outcome.used))
    return outcome.made
  }

  private static func reset(_ t: Thread, _ me: Ref<MultibyteCoderObject>, isEncoder: Bool) throws(Raised) {
    me.layout.pending = isEncoder ? t.interpreter.emptyStr : t.interpreter.emptyBytes
    me.layout.state = try codec(t, me.layout.codec).start(isEncoder: isEncoder)
  }

  static let errorsAttribute = NativeAttributeSpec(
    "errors", "how to treat errors", get: { t, a throws(Raised) in coder(a).layout.errors },
    set: { t, a throws(Raised) in
      guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "errors must be a string") }
      coder(a).layout.errors = a[1]
      return .none
    })
  private static let streamAttribute = NativeAttributeSpec("stream", get: { t, a throws(Raised) in coder(a).layout.stream })

  private static let incrementalEncoder = TypeSpec(
    "_multibytecodec.MultibyteIncrementalEncoder",
    functions: [
      NativeFunctionSpec("__new__(cls, /, errors='strict')", "Make an encoder.") { t, a throws(Raised) in
        try make(t, a[0], a[1], stream: .none, isEncoder: true)
      },
      NativeFunctionSpec("__init__(self, /, errors='strict')", "Does nothing.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("encode(self, /, input, final=False)", "The bytes of the next text.") { t, a throws(Raised) in
        try encode(t, coder(a), a[1], isLast: try t.truth(a[2]))
      },
      NativeFunctionSpec("reset(self, /)", "Go back to the first state.") { t, a throws(Raised) in
        try reset(t, coder(a), isEncoder: true)
        return .none
      },
      NativeFunctionSpec("getstate(self, /)", "The state as a number.") { t, a throws(Raised) in
        let held = try t.bytesLike(try t.encode(coder(a).layout.pending, .utf8, encoding: try t.str("utf-8"), errors: t.name(.strict), atStart: true))
        var bytes = try BytesBuilder(t, capacity: held.count + 9)
        try bytes.append(UInt8(held.count))
        try bytes.append(held.base, count: held.count)
        for k in 0..<8 { try bytes.append(UInt8(truncatingIfNeeded: coder(a).layout.state >> UInt64(8 * k))) }
        return try t.call(try t.getAttribute(Value(t.types.int), try t.intern("from_bytes")), try bytes.finish(), try t.str("little"))
      },
      NativeFunctionSpec("setstate(self, state, /)", "Takes what getstate() gave.") { t, a throws(Raised) in
        let bytes = try t.call(try t.getAttribute(a[1], try t.intern("to_bytes")), Value(small: 17), try t.str("little"))
        let view = try t.bytesLike(bytes)
        let held = Int(view[0])
        guard held <= 8 else { throw t.raise(t.types.unicodeError, "pending buffer too large") }
        var state: UInt64 = 0
        for k in 0..<8 { state |= UInt64(view[1 + held + k]) << UInt64(8 * k) }
        coder(a).layout.pending = try t.str(utf8: UnsafeBufferPointer(start: view.base + 1, count: held))
        coder(a).layout.state = state
        return .none
      },
    ], attributes: [errorsAttribute])

  private static let incrementalDecoder = TypeSpec(
    "_multibytecodec.MultibyteIncrementalDecoder",
    functions: [
      NativeFunctionSpec("__new__(cls, /, errors='strict')", "Make a decoder.") { t, a throws(Raised) in
        try make(t, a[0], a[1], stream: .none, isEncoder: false)
      },
      NativeFunctionSpec("__init__(self, /, errors='strict')", "Does nothing.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("decode(self, /, input, final=False)", "The text of the next bytes.") { t, a throws(Raised) in
        try decode(t, coder(a), a[1], isLast: try t.truth(a[2]))
      },
      NativeFunctionSpec("reset(self, /)", "Go back to the first state.") { t, a throws(Raised) in
        try reset(t, coder(a), isEncoder: false)
        return .none
      },
      NativeFunctionSpec("getstate(self, /)", "The bytes that wait, and the state as a number.") { t, a throws(Raised) in
        try t.tuple(coder(a).layout.pending, try stateNumber(t, coder(a).layout.state))
      },
      NativeFunctionSpec("setstate(self, state, /)", "Takes what getstate() gave.") { t, a throws(Raised) in
        guard a[1].isKind(.tuple), a[1].tupleSlots.count == 2, a[1].tupleSlots[0].isKind(.bytes), a[1].tupleSlots[1].isInt else {
          throw t.raise(t.types.typeError, "setstate(): illegal state argument")
        }
        if a[1].tupleSlots[0].unchecked(as: BytesObject.self).count > 8 { throw t.raise(t.types.unicodeError, "pending buffer too large") }
        let bytes = try t.call(try t.getAttribute(a[1].tupleSlots[1], try t.intern("to_bytes")), Value(small: 8), try t.str("little"))
        let view = try t.bytesLike(bytes)
        var state: UInt64 = 0
        for k in 0..<8 { state |= UInt64(view[k]) << UInt64(8 * k) }
        coder(a).layout.pending = a[1].tupleSlots[0]
        coder(a).layout.state = state
        return .none
      },
    ], attributes: [errorsAttribute])

  private static func stateNumber(_ t: Thread, _ state: UInt64) throws(Raised) -> Value {
    var bytes = try BytesBuilder(t, capacity: 8)
    for k in 0..<8 { try bytes.append(UInt8(truncatingIfNeeded: state >> UInt64(8 * k))) }
    return try t.call(try t.getAttribute(Value(t.types.int), try t.intern("from_bytes")), try bytes.finish(), try t.str("little"))
  }

  // MARK: Streams

  private static func read(_ t: Thread, _ me: Ref<MultibyteCoderObject>, _ method: Name, _ size: Value) throws(Raised) -> Value {
    var wanted = size.isNone ? -1 : try t.asIndex(size)
    if wanted == 0 { return t.interpreter.emptyStr }
    var all = t.interpreter.emptyStr
    while true {
      let data = wanted < 0 ? try t.callMethod(me.layout.stream, method) : try t.callMethod(me.layout.stream, method, try t.int(wanted))
      guard data.isKind(.bytes) else {
        throw t.raise(t.types.typeError, "stream function returned a non-bytes object (%T)", data)
      }
      let isEnd = data.unchecked(as: BytesObject.self).count == 0
      all = try t.binary(.add, all, try decode(t, me, data, isLast: isEnd || wanted < 0))
      if isEnd || wanted < 0 || all.unchecked(as: StrObject.self).count > 0 { return all }
      // What was read is not a whole character yet.
      wanted = 1
    }
  }

  private static let streamReader = TypeSpec(
    "_multibytecodec.MultibyteStreamReader",
    functions: [
      NativeFunctionSpec("__new__(cls, /, stream, errors='strict')", "Make a reader.") { t, a throws(Raised) in
        try make(t, a[0], a[2], stream: a[1], isEncoder: false)
      },
      NativeFunctionSpec("__init__(self, /, stream, errors='strict')", "Does nothing.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("read(self, sizeobj=None, /)", "Read so many bytes, or all.") { t, a throws(Raised) in try read(t, coder(a), .read, a[1]) },
      NativeFunctionSpec("readline(self, sizeobj=None, /)", "Read a line.") { t, a throws(Raised) in try read(t, coder(a), .readline, a[1]) },
      NativeFunctionSpec("readlines(self, sizehintobj=None, /)", "Read all lines.") { t, a throws(Raised) in
        try t.call(try t.getAttribute(try read(t, coder(a), .read, a[1]), try t.intern("splitlines")), .true)
      },
      NativeFunctionSpec("reset(self, /)", "Go back to the first state.") { t, a throws(Raised) in
        try reset(t, coder(a), isEncoder: false)
        return .none
      },
    ], attributes: [errorsAttribute, streamAttribute])

  private static let streamWriter = TypeSpec(
    "_multibytecodec.MultibyteStreamWriter",
    functions: [
      NativeFunctionSpec("__new__(cls, /, stream, errors='strict')", "Make a writer.") { t, a throws(Raised) in
        try make(t, a[0], a[2], stream: a[1], isEncoder: true)
      },
      NativeFunctionSpec("__init__(self, /, stream, errors='strict')", "Does nothing.") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("write(self, strobj, /)", "Write a text.") { t, a throws(Raised) in
        _ = try t.callMethod(coder(a).layout.stream, .write, try encode(t, coder(a), a[1], isLast: false))
        return .none
      },
      NativeFunctionSpec("writelines(self, lines, /)", "Write texts.") { t, a throws(Raised) in
        let lines = try t.list(from: a[1])
        for i in 0..<lines.count { _ = try t.callMethod(coder(a).layout.stream, .write, try encode(t, coder(a), lines.items[i], isLast: false)) }
        return .none
      },
      NativeFunctionSpec("reset(self, /)", "Write what waits, and go back to the first state.") { t, a throws(Raised) in
        let rest = try encode(t, coder(a), t.interpreter.emptyStr, isLast: true)
        if rest.unchecked(as: BytesObject.self).count > 0 { _ = try t.callMethod(coder(a).layout.stream, .write, rest) }
        return .none
      },
    ], attributes: [errorsAttribute, streamAttribute])
}
