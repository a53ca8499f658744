import Runtime

/// What generators, coroutines and async generators have in common.
enum GeneratorSupport {
  /// `__name__` and `__qualname__`.
  static let names: [NativeAttributeSpec] = [
    .init(
      "__name__", "name of the generator", get: { t, a throws(Raised) in a[0].unchecked(as: GeneratorObject.self).name },
      set: { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "__name__ must be set to a string object") }
        a[0].unchecked(as: GeneratorObject.self).name = a[1]
        return .none
      }),
    .init(
      "__qualname__", "qualified name of the generator",
      get: { t, a throws(Raised) in a[0].unchecked(as: GeneratorObject.self).qualifiedName },
      set: { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "__qualname__ must be set to a string object") }
        a[0].unchecked(as: GeneratorObject.self).qualifiedName = a[1]
        return .none
      }),
  ]

  /// `gi_frame` and its like: a frame object, None once the generator has finished.
  static func frame(_ t: Thread, _ generator: Ref<GeneratorObject>) throws(Raised) -> Value {
    generator.state == .finished ? .none : try t.frameObject(generator.frame)
  }

  /// `__del__`: closes what was not finished; a coroutine that was never started warns. Errors are reported, not raised.
  static let finalizer = NativeFunctionSpec("__del__(self, /)", "Called when the instance is about to be destroyed.") { t, a throws(Raised) in
    let generator: Ref<GeneratorObject> = a[0].unchecked()
    if generator.state == .finished { return .none }
    do throws(Raised) {
      if generator.header.kind == .coroutine, generator.state == .created {
        let text = try t.message("coroutine '%S' was never awaited", generator.qualifiedName)
        try t.warn(t.types.runtimeWarning, message: text)
      }
      _ = try t.close(generator)
    } catch {
      t.reportUnraisable(a[0])
    }
    return .none
  }

  static func orNone(_ v: Value) -> Value { v.isNull ? .none : v }

  /// The value that a generator yielded, or StopIteration with what it returned.
  static func yieldedOrStop(_ t: Thread, _ yielded: Value) throws(Raised) -> Value {
    if yielded.isNull { throw t.stopIteration(t.result) }
    return yielded
  }

  /// The instance for the arguments of `throw`, with the warning about more than one.
  static func thrown(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if !a[2].isNull, t.has(.throwSignatureWarning) {
      try t.warn(
        t.types.deprecationWarning,
        "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.")
    }
    return try t.thrownException(a[1], a[2], a[3])
  }

  static func send(_ t: Thread, _ generator: Ref<GeneratorObject>, _ value: Value) throws(Raised) -> Value {
    try yieldedOrStop(t, try t.sendToGenerator(generator, value))
  }

  static func raise(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let exception = try thrown(t, a)
    return try yieldedOrStop(t, try t.throwInto(a[0].unchecked(), exception, closing: true))
  }
}
