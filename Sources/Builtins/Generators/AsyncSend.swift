import Runtime

/// `async_generator_asend`: the awaitable of `__anext__` and `asend` (CPython: Objects/genobject.c, async_gen_asend_send and its like).
struct AsyncSend: HeapCell {
  var header: ObjectHeader
  // traced
  var generator: Ref<GeneratorObject>
  var value: Value
  // raw
  var state: AwaitableState

  static func make(_ t: Thread, _ generator: Ref<GeneratorObject>, _ value: Value) throws(Raised) -> Value {
    try AsyncGeneratorType.callHooks(t, generator)
    let me: Ref<AsyncSend> = try t.allocate(kind: .record, type: t.types.asyncGeneratorASend, tracedWords: 2)
    me.generator = generator
    me.value = value
    me.state = .new
    return Value(me)
  }

  static let spec = TypeSpec("async_generator_asend", functions: methods)

  static let methods: [NativeFunctionSpec] = [
    .init("__await__(self, /)", "Return an iterator to be used in await expression.") { t, a throws(Raised) in a[0] },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try AsyncSend.send(t, a[0].unchecked(), .none) },
    .init("send(self, value, /)", "Resumes the generator with a value.") { t, a throws(Raised) in
      try AsyncSend.send(t, a[0].unchecked(), a[1])
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)", "Raises an exception in the generator."
    ) { t, a throws(Raised) in try AsyncSend.raise(t, a[0].unchecked(), try GeneratorSupport.thrown(t, a)) },
    .init("close(self, /)", "Raises GeneratorExit in the generator, or before 3.13 just ends the awaitable.") { t, a throws(Raised) in
      try AsyncSend.close(t, a[0].unchecked())
    },
  ]

  private static func start(_ t: Thread, _ me: Ref<AsyncSend>) throws(Raised) {
    if me.state == .closed { throw t.raise(t.types.runtimeError, "cannot reuse already awaited __anext__()/asend()") }
    if me.state == .new {
      if me.generator.asyncRunning {
        me.state = .closed
        throw t.raise(t.types.runtimeError, "anext(): asynchronous generator is already running")
      }
      me.state = .started
    }
    me.generator.asyncRunning = true
  }

  /// One step of the generator; after an error the awaitable is used up.
  private static func step(_ t: Thread, _ me: Ref<AsyncSend>, _ body: () throws(Raised) -> Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try AsyncGeneratorType.unwrap(t, me.generator, body)
    } catch {
      me.state = .closed
      throw error
    }
  }

  static func send(_ t: Thread, _ me: Ref<AsyncSend>, _ value: Value) throws(Raised) -> Value {
    let isNew = me.state == .new
    try start(t, me)
    let sent = isNew && value.isNone ? me.value : value
    return try step(t, me) { () throws(Raised) in try t.sendToGenerator(me.generator, sent) }
  }

  static func raise(_ t: Thread, _ me: Ref<AsyncSend>, _ exception: Value) throws(Raised) -> Value {
    try start(t, me)
    return try step(t, me) { () throws(Raised) in try t.throwInto(me.generator, exception, closing: true) }
  }

  static func close(_ t: Thread, _ me: Ref<AsyncSend>) throws(Raised) -> Value {
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

extension Ref where T == AsyncSend {
  @inline(__always) var generator: Ref<GeneratorObject> { get { layout.generator } nonmutating set { layout.generator = newValue } }
  @inline(__always) var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
  @inline(__always) var state: AwaitableState { get { layout.state } nonmutating set { layout.state = newValue } }
}
