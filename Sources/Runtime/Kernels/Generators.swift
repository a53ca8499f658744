// The instructions of generators, coroutines and `await`.

/// Whether FOR_ITER can enter the iterator's frame.
@inline(__always)
func isGenerator(_ t: Thread, _ v: Value) -> Bool {
  guard v.isKind(.generator) else { return false }
  let generator: Ref<GeneratorObject> = v.unchecked()
  return generator.state == .suspended || generator.state == .created
}

/// RETURN_GENERATOR
@inline(never)
func returnGenerator(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  if frame.flags.contains(.generator) { throw t.raise(t.types.systemError, "RETURN_GENERATOR in a generator that already exists") }
  return try t.leave(frame, Value(try t.makeGenerator(frame, sp, next)))
}

/// YIELD_VALUE
@inline(__always)
func yieldValue(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ delegating: Bool) throws(Raised) -> Machine {
  t.suspend(frame, sp[-1], sp - 1, next, delegating: delegating)
}

/// FOR_ITER on a generator that is not running.
@inline(__always)
func advanceGenerator(
  _ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ target: CodePointer
) throws(Raised) -> Machine {
  let generator: Ref<GeneratorObject> = sp[-1].unchecked()
  if _slowPath(generator.frame.code.engine != frame.code.engine) { return try advanceForeign(t, frame, sp, next, target) }
  frame.returnPC = next
  frame.returnSP = sp
  generator.finishPC = target
  return try t.resume(generator, .none, .iteration, caller: frame)
}

/// FOR_ITER on a generator of another bytecode version.
@inline(never)
private func advanceForeign(
  _ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ target: CodePointer
) throws(Raised) -> Machine {
  let value = try t.resumeNatively(sp[-1].unchecked(), .none)
  if value.isNull { return Machine(frame: frame, pc: target, sp: sp - 1) }
  sp.pointee = value
  return Machine(frame: frame, pc: next, sp: sp + 1)
}

/// SEND
@inline(never)
func send(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ target: CodePointer) throws(Raised) -> Machine {
  let receiver = sp[-2]
  let value = sp[-1]
  if receiver.isKind(.generator) || receiver.isKind(.coroutine) {
    let generator: Ref<GeneratorObject> = receiver.unchecked()
    let isReady = generator.state == .suspended || generator.state == .created
    if isReady && generator.frame.code.engine == frame.code.engine {
      frame.returnPC = next
      frame.returnSP = sp - 1
      generator.finishPC = target
      return try t.resume(generator, value, .send, caller: frame)
    }
  }
  let yielded = try t.send(receiver, value)
  sp[-1] = yielded.isNull ? t.result : yielded
  return Machine(frame: frame, pc: yielded.isNull ? target : next, sp: sp)
}

extension Thread {
  /// Resumes a generator as `next()` does; null if it returned.
  public func nextOfGenerator(_ generator: Value) throws(Raised) -> Value {
    try sendToGenerator(generator.unchecked(), .none)
  }

  /// Sends `value` to any iterator. Returns what it yields; null if it returned (then `result` has the value).
  func send(_ receiver: Value, _ value: Value) throws(Raised) -> Value {
    do throws(Raised) {
      if value.isNone {
        let method = lookupSpecial(receiver, .__next__)
        if !method.isNull { return try callSpecial(method, receiver) }
      }
      return try callMethod(receiver, .send, value)
    } catch {
      guard matches(self.exception, self.types.stopIteration) else { throw error }
      self.result = stopIterationValue(takeException())
      return .null
    }
  }

  /// The `value` of a StopIteration.
  public func stopIterationValue(_ exception: Value) -> Value {
    let value = exception.unchecked(as: ExceptionObject.self).field0
    return value.isNull ? .none : value
  }
}

/// CLEANUP_THROW: pushes None and the value if the exception thrown in is StopIteration.
func cleanUpThrow(_ t: Thread, _ exception: Value) throws(Raised) -> Pair {
  if t.matches(exception, t.types.stopIteration) { return Pair(.none, t.stopIterationValue(exception)) }
  throw t.reraise(exception)
}

/// END_ASYNC_FOR
func endAsyncFor(_ t: Thread, _ exception: Value) throws(Raised) {
  if t.matches(exception, t.types.stopAsyncIteration) { return }
  throw t.reraise(exception)
}

/// GET_YIELD_FROM_ITER
func getYieldFromIterator(_ t: Thread, _ frame: Frame, _ iterable: Value) throws(Raised) -> Value {
  if iterable.isKind(.generator) && !isAwaitableGenerator(iterable) { return iterable }
  if iterable.isKind(.coroutine) || isAwaitableGenerator(iterable) {
    let isCoroutineCode = frame.code.flags.contains(.coroutine) || frame.code.flags.contains(.iterableCoroutine)
    if isCoroutineCode || iterable.isKind(.generator) { return iterable }
    throw t.raise(t.types.typeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
  }
  return try t.iterator(of: iterable)
}

/// A generator marked by `types.coroutine`.
func isAwaitableGenerator(_ v: Value) -> Bool {
  v.isKind(.generator) && v.unchecked(as: GeneratorObject.self).frame.code.flags.contains(.iterableCoroutine)
}

/// GET_AWAITABLE: `context` 1 after `__aenter__`, 2 after `__aexit__`.
func getAwaitable(_ t: Thread, _ context: Int, _ value: Value) throws(Raised) -> Value {
  let method = t.lookupSpecial(value, .__await__)
  if context != 0 && method.isNull && !value.isKind(.coroutine) && !isAwaitableGenerator(value) {
    throw t.raise(
      t.types.typeError,
      context == 1
        ? "'async with' received an object from __aenter__ that does not implement __await__: %T"
        : "'async with' received an object from __aexit__ that does not implement __await__: %T", value)
  }
  let iterator = try t.awaitableIterator(value)
  if iterator.isKind(.coroutine), !iterator.unchecked(as: GeneratorObject.self).delegate.isNull {
    throw t.raise(t.types.runtimeError, "coroutine is being awaited already")
  }
  return iterator
}

extension Thread {
  /// The iterator that runs an awaitable: a coroutine itself, or what `__await__` returns (CPython: Objects/genobject.c, _PyCoro_GetAwaitableIter).
  public func awaitableIterator(_ value: Value) throws(Raised) -> Value {
    if value.isKind(.coroutine) || isAwaitableGenerator(value) { return value }
    let method = lookupSpecial(value, .__await__)
    if method.isNull { throw raise(.awaitOfOther, value) }
    let iterator = try callSpecial(method, value)
    if iterator.isKind(.coroutine) || isAwaitableGenerator(iterator) {
      throw raise(self.types.typeError, "__await__() returned a coroutine")
    }
    if lookupSpecial(iterator, .__next__).isNull {
      throw raise(self.types.typeError, "__await__() returned non-iterator of type '%T'", iterator)
    }
    return iterator
  }
}

/// GET_AITER
func getAsyncIterator(_ t: Thread, _ iterable: Value) throws(Raised) -> Value {
  let method = t.lookupSpecial(iterable, .__aiter__)
  if method.isNull {
    throw t.raise(t.types.typeError, "'async for' requires an object with __aiter__ method, got %T", iterable)
  }
  let iterator = try t.callSpecial(method, iterable)
  if t.lookupSpecial(iterator, .__anext__).isNull {
    throw t.raise(
      t.types.typeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator)
  }
  return iterator
}

/// GET_ANEXT
func getAsyncNext(_ t: Thread, _ iterator: Value) throws(Raised) -> Value {
  if iterator.isKind(.asyncGenerator) { return try t.callSpecial(t.lookupSpecial(iterator, .__anext__), iterator) }
  let method = t.lookupSpecial(iterator, .__anext__)
  if method.isNull {
    throw t.raise(t.types.typeError, "'async for' requires an iterator with __anext__ method, got %T", iterator)
  }
  let next = try t.callSpecial(method, iterator)
  do throws(Raised) {
    return try t.awaitableIterator(next)
  } catch {
    let cause = t.takeException()
    let raised = t.raise(t.types.typeError, "'async for' received an invalid object from __anext__: %T", next)
    let exception: Ref<ExceptionObject> = t.exception.unchecked()
    exception.cause = cause
    exception.context = cause
    exception.suppressContext = true
    throw raised
  }
}
