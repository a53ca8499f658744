import Builtins
import Runtime

/// `IncrementalNewlineDecoder`: universal newlines for what another decoder gives, or for text itself.
struct NewlineDecoderObject: NativeLayout {
  var header: ObjectHeader
  /// The decoder, None for text, null before `__init__`.
  var decoder: Value
  var errors: Value
  var state: NewlineState
  var translates: Bool
  static let tracedWords = 2
}

extension Ref where T == NewlineDecoderObject {
  @inline(__always) var decoder: Value { get { layout.decoder } nonmutating set { layout.decoder = newValue } }
  @inline(__always) var errors: Value { get { layout.errors } nonmutating set { layout.errors = newValue } }
  @inline(__always) var state: NewlineState { get { layout.state } nonmutating set { layout.state = newValue } }
  @inline(__always) var translates: Bool { get { layout.translates } nonmutating set { layout.translates = newValue } }
}

enum NewlineDecoder {
  static let spec = TypeSpec(
    "_io.IncrementalNewlineDecoder",
    doc: "Decodes with another decoder, knows all three kinds of line ends, and turns them into `\\n` if told to.",
    functions: methods,
    attributes: [
      NativeAttributeSpec("newlines", "The kinds of line ends seen so far.", get: { t, a throws(Raised) in try t.newlinesSeen(try ready(t, a).state) })
    ])

  private static func ready(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<NewlineDecoderObject> {
    let me: Ref<NewlineDecoderObject> = a[0].unchecked()
    if me.decoder.isNull { throw t.raise(.newlineDecoderNotReady) }
    return me
  }

  private static func decode(_ t: Thread, _ me: Ref<NewlineDecoderObject>, _ input: Value, isLast: Bool) throws(Raised) -> Value {
    let text = me.decoder.isNone ? input : try t.callMethod(me.decoder, .decode, input, Value(isLast))
    guard text.isKind(.str) else { throw t.raise(t.types.typeError, "decoder should return a string result, not '%T'", text) }
    var state = me.state
    let result = try t.translateNewlines(text, translates: me.translates, isLast: isLast, &state)
    me.state = state
    return result
  }

  private static func state(_ t: Thread, _ me: Ref<NewlineDecoderObject>) throws(Raised) -> Value {
    var bytes = t.interpreter.emptyBytes
    var flag = Value(small: 0)
    if !me.decoder.isNone {
      let state = try t.callMethod(me.decoder, .getstate)
      guard state.isKind(.tuple) else { throw t.raise(t.types.typeError, "illegal decoder state") }
      guard state.tupleSlots.count == 2, state.tupleSlots[1].isInt else { throw t.raise(t.types.typeError, "illegal decoder state") }
      bytes = state.tupleSlots[0]
      flag = try t.binary(.leftShift, state.tupleSlots[1], Value(small: 1))
    }
    return try t.tuple(bytes, try t.binary(.or, flag, Value(small: me.state.holdsReturn ? 1 : 0)))
  }

  private static func setState(_ t: Thread, _ me: Ref<NewlineDecoderObject>, _ state: Value) throws(Raised) {
    guard state.isKind(.tuple) else { throw t.raise(t.types.typeError, "state argument must be a tuple") }
    let items = state.tupleSlots
    guard items.count == 2 else { throw t.raise(t.types.typeError, "setstate(): illegal state argument") }
    let flag = try t.asIndexObject(items[1])
    me.state.holdsReturn = try t.truth(try t.binary(.and, flag, Value(small: 1)))
    if me.decoder.isNone { return }
    let inner = try t.tuple(items[0], try t.binary(.rightShift, flag, Value(small: 1)))
    _ = try t.callMethod(me.decoder, .setstate, inner)
  }

  private static let methods: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a decoder that is not ready.") { t, a throws(Raised) in
      Value(try t.make(NewlineDecoderObject.self, a[0]))
    },
    NativeFunctionSpec("__init__(self, decoder, translate, errors='strict')", "Makes the decoder ready.") { t, a throws(Raised) in
      let me: Ref<NewlineDecoderObject> = a[0].unchecked()
      let translates = try t.flagArgument(a[2])
      me.decoder = a[1]
      me.translates = translates
      me.errors = a[3]
      me.state = NewlineState()
      return .none
    },
    NativeFunctionSpec("decode(self, /, input, final=False)", "The text of the next input, with its line ends as they are to be.") { t, a throws(Raised) in
      let isLast = try t.flagArgument(a[2])
      return try decode(t, try ready(t, a), a[1], isLast: isLast)
    },
    NativeFunctionSpec("getstate(self, /)", "The decoder's state, with whether a `\\r` waits.") { t, a throws(Raised) in try state(t, try ready(t, a)) },
    NativeFunctionSpec("setstate(self, state, /)", "Takes what getstate() gave.") { t, a throws(Raised) in
      try setState(t, try ready(t, a), a[1])
      return .none
    },
    NativeFunctionSpec("reset(self, /)", "Forgets what was seen.") { t, a throws(Raised) in
      let me = try ready(t, a)
      me.state = NewlineState()
      return me.decoder.isNone ? .none : try t.callMethod(me.decoder, .reset)
    },
  ]
}
