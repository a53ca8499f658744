import Runtime

/// The tables of `async_generator`.
enum AsyncGeneratorType {
  static let spec = TypeSpec("async_generator", functions: methods, attributes: GeneratorSupport.names + attributes)

  static let methods: [NativeFunctionSpec] = [
    .init("__aiter__(self, /)", "Return an awaitable, that resolves in asynchronous iterator.") { t, a throws(Raised) in a[0] },
    .init("__anext__(self, /)", "Return a value or raise StopAsyncIteration.") { t, a throws(Raised) in
      try AsyncSend.make(t, a[0].unchecked(), .none)
    },
    GeneratorSupport.finalizer,
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("asend(self, value, /)", "Returns an awaitable that resumes the generator with a value.") { t, a throws(Raised) in
      try AsyncSend.make(t, a[0].unchecked(), a[1])
    },
    .init(
      "athrow(self, /////, *args)",
      "Returns an awaitable that raises an exception in the generator."
    ) { t, a throws(Raised) in
      if a[1].unchecked(as: TupleObject.self).count > 1 {
        try t.warn(
          t.types.deprecationWarning,
          "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.")
      }
      return try AsyncThrow.make(t, a[0].unchecked(), a[1])
    },
    .init("aclose(self, /)", "Returns an awaitable that raises GeneratorExit in the generator.") { t, a throws(Raised) in
      try AsyncThrow.make(t, a[0].unchecked(), .null)
    },
    .init("__class_getitem__(cls, item, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
      try t.genericAlias(a[0], a[1])
    },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("ag_frame", get: { t, a throws(Raised) in try GeneratorSupport.frame(t, a[0].unchecked()) }),
    .init("ag_running", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).asyncRunning) }),
    .init("ag_suspended", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).state == .suspended) }),
    .init("ag_code", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).frame.code) }),
    .init("ag_await", "object being awaited on, or None", get: { t, a throws(Raised) in
      GeneratorSupport.orNone(a[0].unchecked(as: GeneratorObject.self).delegate)
    }),
  ]

  /// Calls the hook for the first iteration (`sys.set_asyncgen_hooks`) and remembers the finalizer, once per generator.
  static func callHooks(_ t: Thread, _ generator: Ref<GeneratorObject>) throws(Raised) {
    if generator.hooksInited { return }
    generator.hooksInited = true
    generator.finalizer = t.asyncFinalizer
    let hook = t.asyncFirstIteration
    if !hook.isNull && !hook.isNone { _ = try t.call(hook, Value(generator)) }
  }

  /// What a step of an async generator means to the awaitable that made it: a value that it `yield`s ends the awaitable with StopIteration; what
  /// it awaits is passed on. (CPython: Objects/genobject.c, async_gen_unwrap_value.)
  static func unwrap(
    _ t: Thread, _ generator: Ref<GeneratorObject>, _ step: () throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let value: Value
    do throws(Raised) {
      value = try step()
      if value.isNull { throw t.raise(try t.call(Value(t.types.stopAsyncIteration))) }
    } catch {
      if endsGenerator(t) { generator.asyncClosed = true }
      generator.asyncRunning = false
      throw error
    }
    if t.isWrappedAsyncValue(value) {
      generator.asyncRunning = false
      throw t.stopIteration(t.unwrapAsyncValue(value))
    }
    return value
  }

  /// Whether the exception on its way is StopAsyncIteration or GeneratorExit.
  static func endsGenerator(_ t: Thread) -> Bool {
    t.matches(t.exception, t.types.stopAsyncIteration) || t.matches(t.exception, t.types.generatorExit)
  }
}

/// Where the awaitables of an async generator stand.
enum AwaitableState: UInt8, BitwiseCopyable {
  case new, started, closed
}
