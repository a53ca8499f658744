import Runtime

/// `anext_awaitable`: what `anext(iterator, default)` returns. It gives the default where the awaitable raises StopAsyncIteration.
struct NextAwaitable: HeapCell {
  var header: ObjectHeader
  // traced
  var awaitable: Value
  var fallback: Value

  static func make(_ t: Thread, _ awaitable: Value, _ fallback: Value) throws(Raised) -> Value {
    let me: Ref<NextAwaitable> = try t.allocate(kind: .record, type: t.types.anextAwaitable, tracedWords: 2)
    me.awaitable = awaitable
    me.fallback = fallback
    return Value(me)
  }

  static let spec = TypeSpec("anext_awaitable", functions: methods)

  static let methods: [NativeFunctionSpec] = [
    .init("__await__(self, /)", "Return an iterator to be used in await expression.") { t, a throws(Raised) in a[0] },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let me: Ref<NextAwaitable> = a[0].unchecked()
      return try NextAwaitable.step(t, me) { (iterator) throws(Raised) in try t.callSpecial(t.lookupSpecial(iterator, .__next__), iterator) }
    },
    .init("send(self, value, /)", "Resumes the awaitable with a value.") { t, a throws(Raised) in
      let value = a[1]
      return try NextAwaitable.step(t, a[0].unchecked()) { (iterator) throws(Raised) in try t.callMethod(iterator, .send, value) }
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)", "Raises an exception in the awaitable."
    ) { t, a throws(Raised) in
      let exception = try GeneratorSupport.thrown(t, a)
      return try NextAwaitable.step(t, a[0].unchecked()) { (iterator) throws(Raised) in try t.callMethod(iterator, .throw, exception) }
    },
    .init("close(self, /)", "Closes the awaitable.") { t, a throws(Raised) in
      try NextAwaitable.step(t, a[0].unchecked()) { (iterator) throws(Raised) in try t.callMethod(iterator, .close) }
    },
  ]

  /// Does one step on the awaitable's iterator.
  private static func step(
    _ t: Thread, _ me: Ref<NextAwaitable>, _ body: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    var iterator = try t.awaitableIterator(me.awaitable)
    if t.lookupSpecial(iterator, .__next__).isNull {
      // A coroutine: the iterator is what its `__await__` returns.
      iterator = try t.callSpecial(t.lookupSpecial(iterator, .__await__), iterator)
    }
    do throws(Raised) {
      return try body(iterator)
    } catch {
      guard t.matches(t.exception, t.types.stopAsyncIteration) else { throw error }
      _ = t.takeException()
      throw t.stopIteration(me.fallback)
    }
  }
}

extension Ref where T == NextAwaitable {
  @inline(__always) var awaitable: Value { get { layout.awaitable } nonmutating set { layout.awaitable = newValue } }
  @inline(__always) var fallback: Value { get { layout.fallback } nonmutating set { layout.fallback = newValue } }
}

extension Thread {
  /// `anext(iterator)`: the awaitable that its `__anext__` returns.
  public func asyncNext(_ iterator: Value) throws(Raised) -> Value {
    let method = lookupSpecial(iterator, .__anext__)
    if method.isNull { throw raise(self.types.typeError, "'%T' object is not an async iterator", iterator) }
    return try callSpecial(method, iterator)
  }

  /// `anext(iterator, fallback)`
  public func asyncNext(_ iterator: Value, fallback: Value) throws(Raised) -> Value {
    try NextAwaitable.make(self, try asyncNext(iterator), fallback)
  }

  /// `aiter(iterable)`
  public func asyncIterator(of iterable: Value) throws(Raised) -> Value {
    let method = lookupSpecial(iterable, .__aiter__)
    if method.isNull { throw raise(self.types.typeError, "'%T' object is not an async iterable", iterable) }
    let iterator = try callSpecial(method, iterable)
    if lookupSpecial(iterator, .__anext__).isNull {
      throw raise(self.types.typeError, "aiter() returned not an async iterator of type '%T'", iterator)
    }
    return iterator
  }
}

/// The tables of everything in this folder.
enum GeneratorTables {
  static var types: [TypeSpec] {
    [
      GeneratorType.spec, CoroutineType.spec, CoroutineWrapper.spec, AsyncGeneratorType.spec, AsyncSend.spec, AsyncThrow.spec,
      NextAwaitable.spec,
    ]
  }
}
