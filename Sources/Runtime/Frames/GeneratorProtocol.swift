// `send`, `throw` and `close` of generators, coroutines and async generators (CPython: Objects/genobject.c).

extension Thread {
  /// `generator.send(value)`. Returns what it yields; null if it returned (then `result` has the value). A finished generator returns None.
  public func sendToGenerator(_ generator: Ref<GeneratorObject>, _ value: Value) throws(Raised) -> Value {
    switch generator.state {
    case .suspended: return try resumeNatively(generator, value)
    case .created:
      guard value.isNone else {
        throw raise(self.types.typeError, generator.header.kind == .asyncGenerator
          ? "can't send non-None value to a just-started async generator"
          : generator.header.kind == .coroutine
            ? "can't send non-None value to a just-started coroutine" : "can't send non-None value to a just-started generator")
      }
      return try resumeNatively(generator, value)
    case .running: throw alreadyExecuting(generator)
    case .finished:
      if generator.header.kind == .coroutine { throw raise(self.types.runtimeError, "cannot reuse already awaited coroutine") }
      self.result = .none
      return .null
    }
  }

  private func alreadyExecuting(_ generator: Ref<GeneratorObject>) -> Raised {
    raise(self.types.valueError, generator.header.kind == .asyncGenerator
      ? "async generator already executing"
      : generator.header.kind == .coroutine ? "coroutine already executing" : "generator already executing")
  }

  /// Raises the exception on its way inside a generator. Returns as `sendToGenerator`.
  func raiseInGenerator(_ generator: Ref<GeneratorObject>, closing: Bool = false) throws(Raised) -> Value {
    switch generator.state {
    case .suspended, .created: return try resumeRaising(generator)
    case .running:
      _ = takeException()
      throw alreadyExecuting(generator)
    case .finished:
      if generator.header.kind == .coroutine && !closing {
        _ = takeException()
        throw raise(self.types.runtimeError, "cannot reuse already awaited coroutine")
      }
      throw Raised()
    }
  }

  /// `generator.throw(exception)`, with the exception as an instance. What the generator waits for in `yield from` gets it first.
  /// With `closing`, a GeneratorExit closes that instead. Returns as `sendToGenerator`.
  public func throwInto(_ generator: Ref<GeneratorObject>, _ exception: Value, closing: Bool) throws(Raised) -> Value {
    let delegate = generator.delegate
    if delegate.isNull {
      self.exception = exception
      return try raiseInGenerator(generator)
    }
    if closing && matches(exception, self.types.generatorExit) {
      do throws(Raised) {
        try whileRunning(generator) { () throws(Raised) in try closeIterator(delegate) }
      } catch {
        return try raiseInGenerator(generator)
      }
      self.exception = exception
      return try raiseInGenerator(generator)
    }
    var method = Value.null
    if !delegate.isKind(.generator) && !delegate.isKind(.coroutine) {
      // An error of the lookup leaves the generator as it is, as in CPython.
      method = try getAttributeOrNull(delegate, self.name(.throw))
      if method.isNull {
        self.exception = exception
        return try raiseInGenerator(generator)
      }
    }
    var yielded = Value.null
    do throws(Raised) {
      try whileRunning(generator) { () throws(Raised) in
        if method.isNull {
          yielded = try throwInto(delegate.unchecked(), exception, closing: closing)
          if yielded.isNull { throw stopIteration(self.result) }
        } else {
          yielded = try call(method, exception)
        }
      }
    } catch {
      guard generator.frame.code.traits.contains(.convertsStopIteration) else { return try raiseInGenerator(generator) }
      return try finishDelegation(generator)
    }
    return yielded
  }

  /// What a generator waited for has answered an exception thrown into it with the exception on its way (up to 3.11, where the code of the generator
  /// does not see to that). StopIteration is its end, with the result.
  private func finishDelegation(_ generator: Ref<GeneratorObject>) throws(Raised) -> Value {
    guard matches(self.exception, self.types.stopIteration), generator.delegate != .null else { return try raiseInGenerator(generator) }
    let value = stopIterationValue(takeException())
    let frame = generator.frame
    frame.returnSP -= 1
    frame.returnPC = generator.resultPC
    return try resumeNatively(generator, value)
  }

  /// Runs `body` while the generator counts as running, with its frame in the chain (for tracebacks and `sys._getframe`).
  private func whileRunning(_ generator: Ref<GeneratorObject>, _ body: () throws(Raised) -> Void) throws(Raised) {
    let frame = generator.frame
    let caller = self.frame
    frame.previous = caller
    frame.depth = caller.isNone ? 1 : caller.depth &+ 1
    self.frame = frame
    generator.state = .running
    defer {
      generator.state = .suspended
      self.frame = caller
      frame.previous = .none
    }
    try body()
  }

  /// Closes what a generator waits for.
  private func closeIterator(_ iterator: Value) throws(Raised) {
    if iterator.isKind(.generator) || iterator.isKind(.coroutine) {
      _ = try close(iterator.unchecked())
      return
    }
    let method: Value
    do throws(Raised) {
      method = try getAttributeOrNull(iterator, self.name(.close))
    } catch {
      reportUnraisable(iterator, while: "closing generator")
      return
    }
    if !method.isNull { _ = try call(method) }
  }

  /// `generator.close()`: what the generator returns when GeneratorExit is raised in it, None if it does not return of itself.
  public func close(_ generator: Ref<GeneratorObject>) throws(Raised) -> Value {
    switch generator.state {
    case .created:
      if generator.frame.flags.contains(.hasObject) { try detachFrameObject(generator.frame) }
      clear(generator)
      return .none
    case .finished: return .none
    case .running: throw alreadyExecuting(generator)
    case .suspended: break
    }
    let delegate = generator.delegate
    var failed = false
    if !delegate.isNull {
      do throws(Raised) {
        try whileRunning(generator) { () throws(Raised) in try closeIterator(delegate) }
      } catch {
        failed = true
      }
    }
    if !failed { _ = raise(try call(Value(self.types.generatorExit))) }
    do throws(Raised) {
      let yielded = try raiseInGenerator(generator, closing: true)
      if yielded.isNull { return self.result }
    } catch {
      guard matches(self.exception, self.types.generatorExit) else { throw error }
      _ = takeException()
      return .none
    }
    throw raise(self.types.runtimeError, generator.header.kind == .asyncGenerator
      ? "async generator ignored GeneratorExit"
      : generator.header.kind == .coroutine ? "coroutine ignored GeneratorExit" : "generator ignored GeneratorExit")
  }

  /// The instance that the arguments of `throw(type[, value[, traceback]])` stand for, its traceback set.
  public func thrownException(_ type: Value, _ value: Value, _ traceback: Value) throws(Raised) -> Value {
    if !traceback.isNull && !traceback.isNone && !traceback.isKind(.traceback) {
      throw raise(self.types.typeError, "throw() third argument must be a traceback object")
    }
    var exception = type
    if isExceptionClass(type) {
      exception = try instantiate(type, value)
    } else if type.isKind(.exception) {
      if !value.isNull && !value.isNone {
        throw raise(self.types.typeError, "instance exception may not have a separate value")
      }
    } else {
      throw raise(
        self.types.typeError, "exceptions must be classes or instances deriving from BaseException, not %T", type)
    }
    if traceback.isKind(.traceback) { exception.unchecked(as: ExceptionObject.self).traceback = traceback }
    return exception
  }

  /// An exception of a class and the value that came with it: an instance stays, a tuple is the arguments.
  private func instantiate(_ type: Value, _ value: Value) throws(Raised) -> Value {
    let exception: Value
    if value.isNull || value.isNone {
      exception = try call(type)
    } else if isInstance(value, of: type.unchecked()) {
      return value
    } else if value.isKind(.tuple) {
      exception = try call(type, tuple: value, dict: .null)
    } else {
      exception = try call(type, value)
    }
    guard exception.isKind(.exception) else {
      throw raise(
        self.types.typeError, "calling %R should have returned an instance of BaseException, not %T", type, exception)
    }
    return exception
  }
}
