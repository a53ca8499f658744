import Runtime

/// `async_generator_athrow`: the awaitable of `athrow` and, without arguments, of `aclose` (CPython: Objects/genobject.c, async_gen_athrow_send).
struct AsyncThrow: HeapCell {
  var header: ObjectHeader
  // traced
  var generator: Ref<GeneratorObject>
  /// tuple of type, value and traceback as given to `athrow` (null where left out); null for `aclose`.
  var arguments: Value
  // raw
  var state: AwaitableState

  static func make(_ t: Thread, _ generator: Ref<GeneratorObject>, _ arguments: Value) throws(Raised) -> Value {
    try AsyncGeneratorType.callHooks(t, generator)
    let me: Ref<AsyncThrow> = try t.allocate(kind: .record, type: t.types.asyncGeneratorAThrow, tracedWords: 2)
    me.generator = generator
    me.arguments = arguments
    me.state = .new
    return Value(me)
  }

  static let spec = TypeSpec("async_generator_athrow", functions: methods)

  static let methods: [NativeFunctionSpec] = [
    .init("__await__(self, /)", "Return an iterator to be used in await expression.") { t, a throws(Raised) in a[0] },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try AsyncThrow.send(t, a[0].unchecked(), .none) },
    .init("send(self, value, /)", "Resumes the generator with a value.") { t, a throws(Raised) in
      try AsyncThrow.send(t, a[0].unchecked(), a[1])
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)", "Raises an exception in the generator."
    ) { t, a throws(Raised) in try AsyncThrow.raise(t, a[0].unchecked(), try GeneratorSupport.thrown(t, a)) },
    .init("close(self, /)", "Raises GeneratorExit in the generator, or before 3.13 just ends the awaitable.") { t, a throws(Raised) in
      try AsyncThrow.close(t, a[0].unchecked())
    },
  ]

  private static func start(_ t: Thread, _ me: Ref<AsyncThrow>) throws(Raised) {
    if me.generator.asyncRunning {
      me.state = .closed
      throw t.raise(
        t.types.runtimeError,
        me.arguments.isNull
          ? "aclose(): asynchronous generator is already running" : "athrow(): asynchronous generator is already running")
    }
  }

  static func send(_ t: Thread, _ me: Ref<AsyncThrow>, _ value: Value) throws(Raised) -> Value {
    let generator = me.generator
    if me.state == .closed { throw t.raise(t.types.runtimeError, "cannot reuse already awaited aclose()/athrow()") }
    if generator.state == .finished {
      me.state = .closed
      throw t.stopIteration(.none)
    }
    guard me.state == .new else {
      return try step(t, me) { () throws(Raised) in try t.sendToGenerator(generator, value) }
    }
    try start(t, me)
    if generator.asyncClosed {
      me.state = .closed
      throw t.raise(try t.call(Value(t.types.stopAsyncIteration)))
    }
    guard value.isNone else {
      throw t.raise(t.types.runtimeError, "can't send non-None value to a just-started coroutine")
    }
    me.state = .started
    generator.asyncRunning = true
    if me.arguments.isNull {
      generator.asyncClosed = true
      return try step(t, me) { () throws(Raised) in
        try t.throwInto(generator, try t.call(Value(t.types.generatorExit)), closing: false)
      }
    }
    return try step(t, me) { () throws(Raised) in
      let given: Ref<TupleObject> = me.arguments.unchecked()
      guard (1...3).contains(given.count) else {
        let message: StaticString = given.count == 0 ? "athrow expected at least 1 argument, got %S" : "athrow expected at most 3 arguments, got %S"
        throw t.raise(t.types.typeError, message, try t.int(given.count))
      }
      let (value, traceback) = (given.count > 1 ? given.items[1] : .null, given.count > 2 ? given.items[2] : .null)
      let exception = try t.thrownException(given.items[0], value, traceback)
      return try t.throwInto(generator, exception, closing: false)
    }
  }

  static func raise(_ t: Thread, _ me: Ref<AsyncThrow>, _ exception: Value) throws(Raised) -> Value {
    if me.state == .closed { throw t.raise(t.types.runtimeError, "cannot reuse already awaited aclose()/athrow()") }
    if me.state == .new {
      try start(t, me)
      me.state = .started
      me.generator.asyncRunning = true
    }
    return try step(t, me) { () throws(Raised) in try t.throwInto(me.generator, exception, closing: true) }
  }

  /// One step of the generator on behalf of the awaitable.
  private static func step(_ t: Thread, _ me: Ref<AsyncThrow>, _ body: () throws(Raised) -> Value) throws(Raised) -> Value {
    let generator = me.generator
    if !me.arguments.isNull {
      do throws(Raised) {
        return try AsyncGeneratorType.unwrap(t, generator, body)
      } catch {
        me.state = .closed
        throw error
      }
    }
    let value: Value
    do throws(Raised) {
      value = try body()
      if value.isNull { throw t.raise(try t.call(Value(t.types.stopAsyncIteration))) }
    } catch {
      generator.asyncRunning = false
      me.state = .closed
      // `aclose` has done what it should: it is over without an error.
      guard AsyncGeneratorType.endsGenerator(t) else { throw error }
      _ = t.takeException()
      throw t.stopIteration(.none)
    }
    if t.isWrappedAsyncValue(value) {
      generator.asyncRunning = false
      me.state = .closed
      throw t.raise(t.types.runtimeError, "async generator ignored GeneratorExit")
    }
    return value
  }

  static func close(_ t: Thread, _ me: Ref<AsyncThrow>) throws(Raised) -> Value {
    if me.state == .closed { return .none }
    if !t.has(.awaitablesCloseGenerator) {
      me.state = .closed
      return .none
    }
    do throws(Raised) {
      _ = try raise(t, me, try t.call(Value(t.types.generatorExit)))
    } catch {
      guard t.matches(t.exception, t.types.stopIteration) || AsyncGeneratorType.endsGenerator(t) else { throw error }
      _ = t.takeException()
      return .none
    }
    throw t.raise(t.types.runtimeError, "coroutine ignored GeneratorExit")
  }
}

extension Ref where T == AsyncThrow {
  @inline(__always) var generator: Ref<GeneratorObject> { get { layout.generator } nonmutating set { layout.generator = newValue } }
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var state: AwaitableState { get { layout.state } nonmutating set { layout.state = newValue } }
}
