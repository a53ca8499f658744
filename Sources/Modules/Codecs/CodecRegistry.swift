import Builtins
import Runtime

/// What module `_codecs` knows (CPython: Python/codecs.c): search functions, codecs that were found, handlers of errors.
enum CodecRegistry {
  static let functions: [NativeFunctionSpec] = [
    .init("register(search_function, /)", "Ask a function for the codecs of names.") { t, a throws(Raised) in
      if !t.isCallable(a[0]) { throw t.raise(t.types.typeError, "argument must be callable") }
      try t.append(try state(t)[0].unchecked(), a[0])
      return .none
    },
    .init("unregister(search_function, /)", "Ask a function no more, and forget what was found.") { t, a throws(Raised) in
      let searchers: Ref<ListObject> = try state(t)[0].unchecked()
      for i in 0..<searchers.count where searchers.items[i] == a[0] {
        t.dictClear(try state(t)[1].unchecked())
        try t.setListSlice(searchers, try t.slice(try t.int(i), try t.int(i + 1), .none).unchecked(), Value(try t.list()))
        break
      }
      return .none
    },
    .init("lookup(encoding, /)", "What encodes and decodes: a CodecInfo.") { t, a throws(Raised) in
      try lookup(t, try CodecArguments.text(t, a[0], "lookup"))
    },
    .init("encode(obj, encoding='utf-8', errors='strict')", "What a codec makes of an object.") { t, a throws(Raised) in
      try apply(t, 0, a[0], a[1], a[2], "encoder must return a tuple (object, integer)")
    },
    .init("decode(obj, encoding='utf-8', errors='strict')", "The object that a codec has made something of.") { t, a throws(Raised) in
      try apply(t, 1, a[0], a[1], a[2], "decoder must return a tuple (object,integer)")
    },
    .init("register_error(errors, handler, /)", "Say what is called for errors of codecs under a name.") { t, a throws(Raised) in
      let name = try CodecArguments.text(t, a[0], "register_error")
      if !t.isCallable(a[1]) { throw t.raise(t.types.typeError, "handler must be callable") }
      try t.dictSet(try state(t)[2].unchecked(), name, a[1])
      return .none
    },
    .init("_unregister_error(errors, /)", "Forget what is called for errors under a name; whether there was something.") { t, a throws(Raised) in
      let name = try CodecArguments.text(t, a[0], "_unregister_error")
      for spec in CodecErrorHandlers.functions where try t.equals(try handlerName(t, try t.makeNative(spec)), name) {
        throw t.raise(t.types.valueError, "cannot un-register built-in error handler '%S'", name)
      }
      return Value(try t.dictDelete(try state(t)[2].unchecked(), name))
    },
    .init("lookup_error(name, /)", "What is called for errors of codecs under a name.") { t, a throws(Raised) in
      let name = try CodecArguments.text(t, a[0], "lookup_error")
      let handler = try t.dictGet(try state(t)[2].unchecked(), name)
      if handler.isNull { throw t.raise(t.types.lookupError, "unknown error handler name '%S'", name) }
      return handler
    },
    .init("_forget_codec(encoding, /)", "Forget the codec of a name.") { t, a throws(Raised) in
      _ = try t.dictDelete(try state(t)[1].unchecked(), a[0])
      return .none
    },
  ]

  /// The handler `strict` is a function `strict_errors`.
  private static func handlerName(_ t: Thread, _ function: Ref<NativeFunctionObject>) throws(Raised) -> Value {
    let name = function.name.unchecked(as: StrObject.self)
    let ending = 7
    return t.characters(of: function.name).hasSuffix("_errors") ? try t.substring(name, 0, name.count - ending) : function.name
  }

  /// The search functions, the codecs that were found, the handlers.
  private static func state(_ t: Thread) throws(Raised) -> Slots {
    if t.interpreter.codecs.isNull {
      let handlers = try t.dict()
      for spec in CodecErrorHandlers.functions {
        let function = try t.makeNative(spec)
        try t.dictSet(handlers, try handlerName(t, function), Value(function))
      }
      t.interpreter.codecs = try t.tuple(Value(try t.list()), Value(try t.dict()), Value(handlers))
    }
    return t.interpreter.codecs.tupleSlots
  }

  /// The CodecInfo of a name. The library's package `encodings` is imported first, which registers its search function.
  static func lookup(_ t: Thread, _ encoding: Value) throws(Raised) -> Value {
    let name = try normalized(t, encoding)
    let known = try t.dictGet(try state(t)[1].unchecked(), name)
    if !known.isNull { return known }
    if try state(t)[0].unchecked(as: ListObject.self).count == 0 {
      do throws(Raised) { _ = try t.importModule(try t.str("encodings")) } catch {
        guard t.matches(t.exception, t.types.moduleNotFoundError) else { throw error }
        _ = t.takeException()
      }
    }
    let searchers: Ref<ListObject> = try state(t)[0].unchecked()
    var i = 0
    while i < searchers.count {
      let found = try t.call(searchers.items[i], name)
      i += 1
      if found.isNone { continue }
      guard found.isKind(.tuple), found.tupleSlots.count == 4 else { throw t.raise(t.types.typeError, "codec search functions must return 4-tuples") }
      try t.dictSet(try state(t)[1].unchecked(), name, found)
      return found
    }
    // The library's package knows more of the codecs than these do.
    let native = searchers.count == 0 ? try CodecModules.native(t, encoding) : .null
    if native.isNull { throw t.raise(t.types.lookupError, "unknown encoding: %S", encoding) }
    try t.dictSet(try state(t)[1].unchecked(), name, native)
    return native
  }

  /// Lower case, with underscores for spaces.
  private static func normalized(_ t: Thread, _ encoding: Value) throws(Raised) -> Value {
    let name = encoding.unchecked(as: StrObject.self)
    var text = TextBuilder(t)
    for i in 0..<name.count {
      let c = name.codePoint(i)
      try text.append(codePoint: c >= 65 && c <= 90 ? c + 32 : c == 32 ? 95 : c)
    }
    return try text.finish()
  }

  private static func apply(
    _ t: Thread, _ index: Int, _ object: Value, _ encoding: Value, _ errors: Value, _ message: StaticString
  ) throws(Raised) -> Value {
    let function: StaticString = index == 0 ? "encode" : "decode"
    let codec = try lookup(t, try CodecArguments.text(t, encoding, function, "encoding"))
    let result = try t.call(codec.tupleSlots[index], object, try CodecArguments.text(t, errors, function, "errors"))
    guard result.isKind(.tuple), result.tupleSlots.count == 2 else { throw t.raise(t.types.typeError, message) }
    return result.tupleSlots[0]
  }
}

/// Arguments of the functions of `_codecs`.
enum CodecArguments {
  /// A str; TypeError for anything else. `argument` is its name, none if it is the first one and has no name.
  static func text(_ t: Thread, _ v: Value, _ function: StaticString, _ argument: StaticString = "") throws(Raised) -> Value {
    if v.isKind(.str) { return v }
    if argument.utf8CodeUnitCount == 0 { throw t.raise(t.types.typeError, "%S() argument must be str, not %B", try t.str(function), v) }
    throw t.raise(t.types.typeError, "%S() argument '%S' must be str, not %B", try t.str(function), try t.str(argument), v)
  }
}
