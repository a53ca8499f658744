extension Thread {
  /// Makes an exception of `type` with a formatted message and sets it; returns the token to throw: `throw t.raise(t.types.typeError, "...", x)`.
  ///
  /// The template is constant, so raising needs no Swift String: `%T` type name of the next argument (`%B` the same, but `None` for
  /// None, as CPython's argument parsing writes it; `%F` the qualified name with the module), `%R` its repr, `%S` its str,
  /// `%A` its ascii, `%N` the `__name__` of the type or function that is the next argument, `%%` a percent sign.
  @inline(never)
  public func raise(
    _ type: Ref<TypeObject>, _ template: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null
  ) -> Raised {
    do throws(Raised) {
      let message = try format(template, a, b, c, d)
      return raise(type, message: message)
    } catch {
      guard has(.unformattableErrorsEmpty), matches(self.exception, self.types.exception) else { return error }
      _ = takeException()
      do throws(Raised) { return raise(try makeException(type, .null)) } catch { return error }
    }
  }

  /// The same with a message made by the caller (a str).
  @inline(never)
  public func raise(_ type: Ref<TypeObject>, message: Value) -> Raised {
    do throws(Raised) {
      let exception = try makeException(type, message)
      return raise(exception)
    } catch {
      return error
    }
  }

  /// Sets an exception object as the one on its way; links `__context__` to the exception being handled (PEP 3134).
  @inline(never)
  public func raise(_ exception: Value) -> Raised {
    setContext(exception)
    self.exception = exception
    return Raised()
  }

  /// MemoryError without allocating: the object was made at start.
  @inline(never)
  public func raiseMemoryError() -> Raised {
    countRefusal()
    self.exception = self.interpreter.memoryError
    if self.exception.isKind(.exception) {
      // The object may have been raised before: it does not keep where.
      let exception: Ref<ExceptionObject> = self.exception.unchecked()
      exception.traceback = .null
      exception.context = .null
    }
    return Raised()
  }

  /// A program that goes on after MemoryErrors, again and again, is ended.
  private func countRefusal() {
    let state = self.heap.state
    if state.pointee.limit == .max { return }
    state.pointee.refusals += 1
    if state.pointee.refusals == HeapState.mostRefusals, self.stop == .none {
      self.stop = .memory
      self.breaker = -1
    }
  }

  /// Takes the exception that a caught `Raised` announced: it is no longer on its way.
  public func takeException() -> Value {
    let exception = self.exception
    self.exception = .null
    if exception.isKind(.exception) { exception.unchecked(as: ExceptionObject.self).isUnseen = false }
    return exception
  }
}
