import Runtime

// What happens to an exception that nobody catches. (CPython: Python/pythonrun.c.)

extension Thread {
  /// `sys.excepthook`: prints the exception with its traceback to `sys.stderr`.
  public func printException(_ e: Value) throws(Raised) {
    try writeToStandardError(try TracebackPrinter.text(self, e, isColoured: coloursReports()))
  }

  /// What is printed of an exception that nothing caught: traceback, type, message, notes, what it was raised from.
  public func tracebackText(_ e: Value) throws(Raised) -> Value { try TracebackPrinter.text(self, e) }

  /// Writes to `sys.stderr`, if there is one.
  public func writeToStandardError(_ text: Value) throws(Raised) {
    let target = dictGet(self.interpreter.sysDict, interned: name(.stderr))
    if target.isNull || target.isNone { return }
    try write(text, toAny: target)
    _ = try callMethod(target, .flush)
  }

  /// Prints an uncaught exception by `sys.excepthook` and gives the exit status: what SystemExit says, else 1.
  public func reportUncaught(_ e: Value) -> Int32 {
    if isInstance(e, of: self.types.systemExit) { return exitStatus(e.unchecked()) }
    do throws(Raised) {
      try rememberUncaught(e)
      try callExceptionHook(e)
    } catch {
      let second = takeException()
      if isInstance(second, of: self.types.systemExit) { return exitStatus(second.unchecked()) }
      printFallback(e)
    }
    return 1
  }

  /// Prints an uncaught exception by `sys.excepthook`, a SystemExit too: a prompt follows.
  public func reportWithoutEnding(_ e: Value) {
    do throws(Raised) {
      try rememberUncaught(e)
      try callExceptionHook(e)
    } catch {
      _ = takeException()
      printFallback(e)
    }
  }

  /// `sys.last_exc` and its older forms.
  private func rememberUncaught(_ e: Value) throws(Raised) {
    let sys = self.interpreter.sysDict
    let exception: Ref<ExceptionObject> = e.unchecked()
    if has(.lastException) { try dictSet(sys, name(.last_exc), e) }
    try dictSet(sys, name(.last_type), Value(exception.header.type))
    try dictSet(sys, name(.last_value), e)
    try dictSet(sys, name(.last_traceback), orNone(exception.traceback))
  }

  private func callExceptionHook(_ e: Value) throws(Raised) {
    let hook = dictGet(self.interpreter.sysDict, interned: name(.excepthook))
    if hook.isNull {
      try writeToStandardError(try str("sys.excepthook is missing\n"))
      return try printException(e)
    }
    let exception: Ref<ExceptionObject> = e.unchecked()
    do throws(Raised) {
      _ = try call(hook, Value(exception.header.type), e, orNone(exception.traceback))
    } catch {
      let second = takeException()
      if isInstance(second, of: self.types.systemExit) { throw raise(second) }
      try writeToStandardError(try str("Error in sys.excepthook:\n"))
      try printException(second)
      try writeToStandardError(try str("\nOriginal exception was:\n"))
      try printException(e)
    }
  }

  /// The type and the message at least, where printing failed.
  private func printFallback(_ e: Value) {
    do throws(Raised) {
      var out = TextBuilder(self)
      try ExceptionLines.appendTypeName(self, typeOf(e), to: &out)
      try out.append(codePoint: 10)
      try writeToStandardError(try out.finish())
    } catch {
      _ = takeException()
    }
  }

  /// The status that SystemExit asks for; a code that is no int is printed.
  private func exitStatus(_ e: Ref<ExceptionObject>) -> Int32 {
    do throws(Raised) {
      var code = e.field(ExceptionField.systemExitCode)
      if code.isNone { return 0 }
      if code.isBool { return code.isTrue ? 1 : 0 }
      if code.isInt || code.isKind(.int) {
        code = try asIndexObject(code)
        return code.isSmallInt ? Int32(truncatingIfNeeded: code.smallInt) & 0xFF : 255
      }
      try writeToStandardError(try message("%S\n", code))
    } catch {
      _ = takeException()
    }
    return 1
  }

  /// What `sys.unraisablehook` prints about an exception that cannot be raised (in `__del__`, in a callback): `message` or "Exception ignored in",
  /// and the object, unless it is None; the traceback, the type and the message of the exception (CPython: Python/errors.c,
  /// `write_unraisable_exc_file`).
  public func printUnraisable(_ e: Value, _ message: Value, in object: Value) throws(Raised) {
    var out = TextBuilder(self)
    let hasMessage = !message.isNone
    if hasMessage { try out.append(try str(of: message)) }
    if !object.isNull && !object.isNone {
      try out.append(hasMessage ? ": " : "Exception ignored in: ")
      do throws(Raised) {
        try out.append(try repr(object))
      } catch {
        _ = takeException()
        try out.append("<object repr() failed>")
      }
      try out.append(codePoint: 10)
    } else if hasMessage {
      try out.append(":\n")
    }
    guard isException(e) else { return try writeToStandardError(try out.finish()) }
    let exception: Ref<ExceptionObject> = e.unchecked()
    let traceback = try StackLines.shownPart(self, of: exception.traceback)
    if traceback.isKind(.traceback) {
      try out.append("Traceback (most recent call last):\n")
      try out.append(try StackLines(self, .native, SourceFiles()).text(traceback))
    }
    try ExceptionLines.appendUnraisable(self, exception, to: &out)
    try writeToStandardError(try out.finish())
  }
}
