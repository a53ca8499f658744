import Builtins
import Encodings
import Runtime

/// The modules `_codecs_cn` and so on, and the codecs that are found without the library's package `encodings`.
enum CodecModules {
  static let all: [ModuleSpec] = [
    MultibyteTypes.module,
    module("_codecs_cn", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[0].codecs) }),
    module("_codecs_hk", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[1].codecs) }),
    module("_codecs_iso2022", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[2].codecs) }),
    module("_codecs_jp", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[3].codecs) }),
    module("_codecs_kr", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[4].codecs) }),
    module("_codecs_tw", .init("getcodec(name, /)") { t, a throws(Raised) in try MultibyteTypes.find(t, a[0], in: MultibyteTypes.names[5].codecs) }),
  ]

  private static func module(_ name: StaticString, _ getcodec: NativeFunctionSpec) -> ModuleSpec {
    ModuleSpec(name, doc: "Codecs of several bytes.", functions: [getcodec])
  }

  // MARK: UTF-7

  static let utf7: [NativeFunctionSpec] = [
    .init("utf_7_encode(str, errors=None, /)") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "utf_7_encode() argument 1 must be str, not %B", a[0]) }
      let text = a[0].unchecked(as: StrObject.self)
      return try t.tuple(try encodeUTF7(t, text), try t.int(text.count))
    },
    .init("utf_7_decode(data, errors=None, final=False, /)") { t, a throws(Raised) in
      _ = try t.bufferBytes(a[0])
      let outcome = try MultibyteCoding.decodeUTF7(t, a[0], try MultibyteTypes.errors(t, a[1]), isLast: try t.truth(a[2]))
      return try t.tuple(outcome.made, try t.int(outcome.used))
    },
  ]

  private static func encodeUTF7(_ t: Thread, _ text: Ref<StrObject>) throws(Raised) -> Value {
    let bytes = UTF7.encode((0..<text.count).map { text.codePoint($0) })
    var out = try BytesBuilder(t, capacity: bytes.count)
    for byte in bytes { try out.append(byte) }
    return try out.finish()
  }

  // MARK: Without a library

  /// The codec of a name as the registry keeps one: a tuple of an encoder, a decoder, None and None; null if the name is not known.
  static func native(_ t: Thread, _ encoding: Value) throws(Raised) -> Value {
    let name = Encodings.resolved(t.lossyString(encoding))
    if Encodings.codec(name) != nil {
      let codec = try MultibyteTypes.make(t, try t.str(name))
      return try entry(t, try t.getAttribute(codec, try t.intern("encode")), try t.getAttribute(codec, try t.intern("decode")))
    }
    if name == "utf_7" {
      let module = try t.importModule(try t.str("_codecs"))
      let decode = Value(try t.closure(decodeWhole, try t.getAttribute(module, try t.intern("utf_7_decode"))))
      return try entry(t, try t.getAttribute(module, try t.intern("utf_7_encode")), decode)
    }
    guard let page = Encodings.page(name) else { return .null }
    let table = try page.withUnsafeBufferPointer { (page) throws(Raised) in
      guard let base = page.baseAddress else { return t.interpreter.emptyStr }
      return try t.str(codePoints: base, count: page.count)
    }
    return try entry(t, Value(try t.closure(encodePage, table)), Value(try t.closure(decodePage, table)))
  }

  private static func entry(_ t: Thread, _ encode: Value, _ decode: Value) throws(Raised) -> Value {
    let entry = try t.tuple(count: 4)
    (entry.items[0], entry.items[1], entry.items[2], entry.items[3]) = (encode, decode, .none, .none)
    return Value(entry)
  }

  private static let decodeWhole = NativeFunctionSpec("decode(decoder, input, errors='strict', /)") { t, a throws(Raised) in
    try t.call(a[0], a[1], a[2], .true)
  }
  private static let encodePage = NativeFunctionSpec("encode(table, input, errors='strict', /)") { t, a throws(Raised) in
    let module = try t.importModule(try t.str("_codecs"))
    let map = try t.call(try t.getAttribute(module, try t.intern("charmap_build")), a[0])
    return try t.call(try t.getAttribute(module, try t.intern("charmap_encode")), a[1], a[2], map)
  }
  private static let decodePage = NativeFunctionSpec("decode(table, input, errors='strict', /)") { t, a throws(Raised) in
    let module = try t.importModule(try t.str("_codecs"))
    return try t.call(try t.getAttribute(module, try t.intern("charmap_decode")), a[1], a[2], a[0])
  }

  // MARK: Streams

  /// What decodes, or encodes, a text stream piece by piece: an incremental coder of the registry, else a native one, else a function that is called
  /// for each piece.
  static func coder(_ t: Thread, _ encoding: Value, _ errors: Value, isEncoder: Bool) throws(Raised) -> Value {
    let codec = try CodecRegistry.lookup(t, encoding)
    let isText = try t.getAttributeOrNull(codec, try t.intern("_is_text_encoding"))
    if !isText.isNull, try !t.truth(isText) {
      throw t.raise(t.types.lookupError, "'%S' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding)
    }
    let maker = try t.getAttributeOrNull(codec, try t.intern(isEncoder ? "incrementalencoder" : "incrementaldecoder"))
    if !maker.isNull && !maker.isNone { return try t.call(maker, errors) }
    let function = codec.tupleSlots[isEncoder ? 0 : 1]
    let name = Encodings.resolved(t.lossyString(encoding))
    guard Encodings.codec(name) != nil else { return function }
    let type = t.typeNamed(isEncoder ? "_multibytecodec.MultibyteIncrementalEncoder" : "_multibytecodec.MultibyteIncrementalDecoder")
    return try MultibyteTypes.make(t, type, codec: try MultibyteTypes.make(t, try t.str(name)), errors, stream: .none, isEncoder: isEncoder)
  }

  /// The next piece through what `coder` gave.
  static func apply(_ t: Thread, _ coder: Value, _ input: Value, _ errors: Value, isEncoder: Bool, isLast: Bool) throws(Raised) -> Value {
    let method = try t.getAttributeOrNull(coder, try t.intern(isEncoder ? "encode" : "decode"))
    if !method.isNull { return isEncoder ? try t.call(method, input) : try t.call(method, input, Value(isLast)) }
    let result = try t.call(coder, input, errors)
    return result.isKind(.tuple) && result.tupleSlots.count == 2 ? result.tupleSlots[0] : result
  }
}
