// The instructions that raise, catch and clean up. (Exception table and handlers: Frames/Unwind.swift.)

extension Thread {
  /// Sends an exception on its way again; the running frame is in its traceback already. Verified bytecode may reraise any object: what
  /// is no exception is a TypeError.
  func reraise(_ exception: Value) -> Raised {
    guard exception.isKind(.exception) else { return raise(self.types.typeError, "exceptions must derive from BaseException") }
    self.exception = exception
    self.reraising = true
    return Raised()
  }
}

/// PUSH_EXC_INFO
@inline(__always)
func enterHandler(_ t: Thread, _ exception: Value) -> Value {
  let slot = t.handled
  let previous = slot.pointee
  slot.pointee = exception
  return previous.isNull ? .none : previous
}

/// POP_EXCEPT
@inline(__always)
func leaveHandler(_ t: Thread, _ previous: Value) {
  t.handled.pointee = previous.isNone ? .null : previous
}

/// CHECK_EXC_MATCH
func matchesException(_ t: Thread, _ exception: Value, _ type: Value) throws(Raised) -> Value {
  if _fastPath(type.isKind(.type)) {
    let type: Ref<TypeObject> = type.unchecked()
    if type.flags.contains(.exception) { return Value(t.isInstance(exception, of: type)) }
  }
  try t.checkHandlerType(type)
  return Value(t.matchesAny(exception, type))
}

extension Thread {
  /// What stands behind `except` must be an exception class or a tuple of them.
  func checkHandlerType(_ type: Value) throws(Raised) {
    let wrong: StaticString = "catching classes that do not inherit from BaseException is not allowed"
    if type.isKind(.tuple) {
      let items = type.unchecked(as: TupleObject.self).slots
      for i in 0..<items.count where !isExceptionClass(items[i]) { throw raise(self.types.typeError, wrong) }
      return
    }
    if !isExceptionClass(type) { throw raise(self.types.typeError, wrong) }
  }

  /// Whether an exception matches a class or a tuple of classes.
  func matchesAny(_ exception: Value, _ type: Value) -> Bool {
    if type.isKind(.tuple) {
      let items = type.unchecked(as: TupleObject.self).slots
      for i in 0..<items.count where matchesAny(exception, items[i]) { return true }
      return false
    }
    return type.isKind(.type) && isInstance(exception, of: type.unchecked())
  }

  /// `except*` takes exception classes, but no groups.
  fileprivate func checkGroupHandlerType(_ type: Value) throws(Raised) {
    try checkHandlerType(type)
    let items = type.isKind(.tuple) ? type.unchecked(as: TupleObject.self).slots : nil
    for i in 0..<(items?.count ?? 1) {
      let item = items?[i] ?? type
      if isSubtype(item.unchecked(), self.types.baseExceptionGroup) {
        throw raise(self.types.typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
      }
    }
  }
}

/// CHECK_EG_MATCH
func splitExceptionGroup(_ t: Thread, _ exception: Value, _ type: Value) throws(Raised) -> Pair {
  try t.checkGroupHandlerType(type)
  let pair = try t.matchGroup(exception, type)
  // Only a match is being handled; what is left is not.
  if !pair.second.isNone { t.handled.pointee = pair.second }
  return pair
}

/// CHECK_EG_MATCH of 3.11: what a `split` without a match says of the rest does not count.
func splitMatchedExceptionGroup(_ t: Thread, _ exception: Value, _ type: Value) throws(Raised) -> Pair {
  let pair = try splitExceptionGroup(t, exception, type)
  return pair.second.isNone ? Pair(exception, .none) : pair
}

extension Thread {
  /// Splits for `except*`: (rest, match), each None if empty (CPython: Python/ceval.c, _PyEval_ExceptionGroupMatch).
  fileprivate func matchGroup(_ exception: Value, _ type: Value) throws(Raised) -> Pair {
    if exception.isNone { return Pair(.none, .none) }
    let isGroup = isInstance(exception, of: self.types.baseExceptionGroup)
    if matchesAny(exception, type) {
      if isGroup { return Pair(.none, exception) }
      // A naked exception is wrapped.
      return Pair(.none, try exceptionGroup(self.interpreter.emptyStr, try tuple(exception)))
    }
    guard isGroup else { return Pair(exception, .none) }
    let parts = try callMethod(exception, .split, type)
    guard parts.isKind(.tuple) else {
      throw raise(self.types.typeError, "%T.split must return a tuple, not %T", exception, parts)
    }
    let items = parts.unchecked(as: TupleObject.self)
    guard items.count >= 2 else {
      throw raise(self.types.typeError, "%T.split must return a 2-tuple, got tuple of size %S", exception, try int(items.count))
    }
    for i in 0..<2 where !items.items[i].isNone && !items.items[i].isKind(.exception) {
      throw raise(self.types.typeError, "%T.split must return exceptions or None, not %T", exception, items.items[i])
    }
    return Pair(items.items[1], items.items[0])
  }
}

/// RERAISE with a saved offset or without.
@inline(never)
func reraise(_ t: Thread, _ frame: Frame, _ lasti: Value, _ exception: Value) throws(Raised) -> Never {
  if !lasti.isNull, lasti.isSmallInt, lasti.smallInt >= 0, lasti.smallInt < frame.code.unitCount {
    frame.pc = frame.code.units + lasti.smallInt
  }
  throw t.reraise(exception)
}

/// RAISE_VARARGS: `raise`, `raise exception`, `raise exception from cause`. Absent operands are null.
@inline(never)
func raiseException(_ t: Thread, _ exception: Value, _ cause: Value) throws(Raised) -> Never {
  if exception.isNull {
    let handled = t.topmostHandled
    if handled.isNull { throw t.raise(t.types.runtimeError, "No active exception to reraise") }
    throw t.reraise(handled)
  }
  let instance = try t.makeRaised(exception)
  if !cause.isNull { try t.setCause(instance, cause) }
  throw t.raise(instance)
}

extension Thread {
  /// The instance that `raise` raises for a class or an instance.
  func makeRaised(_ exception: Value) throws(Raised) -> Value {
    if isExceptionClass(exception) {
      let instance = try call(exception)
      guard instance.isKind(.exception) else {
        throw raise(
          self.types.typeError, "calling %R should have returned an instance of BaseException, not %R", exception, Value(typeOf(instance)))
      }
      return instance
    }
    guard exception.isKind(.exception) else {
      throw raise(self.types.typeError, "exceptions must derive from BaseException")
    }
    return exception
  }

  /// `raise ... from cause`
  fileprivate func setCause(_ instance: Value, _ cause: Value) throws(Raised) {
    let exception: Ref<ExceptionObject> = instance.unchecked()
    var cause = cause
    if isExceptionClass(cause) {
      let type = cause
      cause = try call(type)
      guard cause.isKind(.exception) || !has(.checkedCauses) else {
        throw raise(
          self.types.typeError, "calling %R should have returned an instance of BaseException, not %R", type, Value(typeOf(cause)))
      }
    } else if cause.isNone {
      cause = .null
    } else if !cause.isKind(.exception) {
      throw raise(self.types.typeError, "exception causes must derive from BaseException")
    }
    exception.cause = cause
    exception.suppressContext = true
  }
}

// MARK: - with

/// BEFORE_WITH
@inline(never)
func enterWith(_ t: Thread, _ manager: Value) throws(Raised) -> Pair {
  try t.enterManager(manager, .__enter__, .__exit__, isAsync: false)
}

/// BEFORE_ASYNC_WITH
@inline(never)
func enterAsyncWith(_ t: Thread, _ manager: Value) throws(Raised) -> Pair {
  try t.enterManager(manager, .__aenter__, .__aexit__, isAsync: true)
}

extension Thread {
  /// The bound exit method and what the enter method returns.
  fileprivate func enterManager(_ manager: Value, _ enter: Name, _ exit: Name, isAsync: Bool) throws(Raised) -> Pair {
    let enterMethod = lookupSpecial(manager, enter)
    let asksExitFirst = isAsync && has(.asyncExitLookedUpFirst)
    if enterMethod.isNull && !asksExitFirst { throw missing(.__enter__, of: manager, isAsync: isAsync) }
    var boundEnter = Value.null
    if !asksExitFirst && !isMethodLike(enterMethod) { boundEnter = try bind(enterMethod, to: manager, typeOf(manager)) }
    let exitMethod = lookupSpecial(manager, exit)
    if exitMethod.isNull { throw missing(.__exit__, of: manager, isAsync: isAsync) }
    let bound = try bind(exitMethod, to: manager, typeOf(manager))
    if enterMethod.isNull { throw missing(.__enter__, of: manager, isAsync: isAsync) }
    return Pair(bound, boundEnter.isNull ? try callSpecial(enterMethod, manager) : try call(boundEnter))
  }
}

extension Thread {
  /// The exception for a manager that lacks a method, `__enter__` or `__exit__` (or its asynchronous counterpart), perhaps with the advice to use the
  /// other kind of `with` (CPython: Python/ceval.c, `_PyEval_SpecialMethodCanSuggest`).
  @inline(never)
  func missing(_ method: Name, of manager: Value, isAsync: Bool) -> Raised {
    let message: LibraryMessage =
      method == .__enter__
      ? (isAsync ? .asyncManagerWithoutEnter : .managerWithoutEnter) : (isAsync ? .asyncManagerWithoutExit : .managerWithoutExit)
    let hasOther =
      isAsync ? hasMethodLike(manager, .__enter__) && hasMethodLike(manager, .__exit__)
      : hasMethodLike(manager, .__aenter__) && hasMethodLike(manager, .__aexit__)
    guard has(.advisedManagers), hasOther else { return raise(message, manager) }
    do throws(Raised) {
      let text = try self.message(template(message), manager)
      let advice: StaticString =
        isAsync
        ? "%S but it supports the context manager protocol. Did you mean to use 'with'?"
        : "%S but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
      return raise(self.types.typeError, advice, text)
    } catch {
      return error
    }
  }

  /// Whether the class of `v` has a descriptor of this name.
  private func hasMethodLike(_ v: Value, _ name: Name) -> Bool {
    let found = lookupSpecial(v, name)
    return !found.isNull && !lookup(typeOf(found), self.name(.__get__)).isNull
  }
}

/// WITH_EXCEPT_START
@inline(never)
func callExit(_ t: Thread, _ exit: Value, _ exception: Value) throws(Raised) -> Value {
  let traceback = exception.isKind(.exception) ? exception.unchecked(as: ExceptionObject.self).traceback : .none
  return try t.call(exit, Value(t.typeOf(exception)), exception, traceback.isNull ? .none : traceback)
}
