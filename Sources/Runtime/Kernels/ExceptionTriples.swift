// Handlers of older bytecode (up to 3.10), which start with three values for the exception: traceback, exception, type.

extension Thread {
  /// Raises an exception again with the traceback that it had when its handler started.
  func reraise(_ exception: Value, _ traceback: Value) -> Raised {
    if exception.isKind(.exception), traceback.isKind(.traceback) {
      exception.unchecked(as: ExceptionObject.self).traceback = traceback
    }
    return reraise(exception)
  }
}

/// RERAISE of 3.9
func reraiseTriple(_ t: Thread, _ frame: Frame, _ traceback: Value, _ exception: Value, _ type: Value) throws(Raised) -> Never {
  throw t.reraise(exception, traceback)
}

/// RERAISE of 3.10, perhaps with the offset that the handler below has saved.
func reraiseTripleAt(
  _ t: Thread, _ frame: Frame, _ lasti: Value, _ traceback: Value, _ exception: Value, _ type: Value
) throws(Raised) -> Never {
  if !lasti.isNull, lasti.isSmallInt, lasti.smallInt >= 0, lasti.smallInt < frame.code.unitCount {
    frame.pc = frame.code.units + lasti.smallInt
  }
  throw t.reraise(exception, traceback)
}

/// JUMP_IF_NOT_EXC_MATCH: whether an exception of `type` is not handled by `except expected`.
func isOtherException(_ t: Thread, _ type: Value, _ expected: Value) throws(Raised) -> Bool {
  try t.checkHandlerType(expected)
  return !t.matchesClass(type, expected)
}

/// COMPARE_OP with `exception match` (3.8)
func isMatchingException(_ t: Thread, _ type: Value, _ expected: Value) throws(Raised) -> Value {
  Value(try !isOtherException(t, type, expected))
}

extension Thread {
  /// Whether an exception class, or an instance of it, is handled by `expected`, a class or a tuple of classes.
  fileprivate func matchesClass(_ type: Value, _ expected: Value) -> Bool {
    if expected.isKind(.tuple) {
      let items = expected.unchecked(as: TupleObject.self).slots
      for i in 0..<items.count where matchesClass(type, items[i]) { return true }
      return false
    }
    guard expected.isKind(.type) else { return false }
    if type.isKind(.type) { return isSubtype(type.unchecked(), expected.unchecked()) }
    return isInstance(type, of: expected.unchecked())
  }
}

/// WITH_EXCEPT_START of 3.9 and 3.10
@inline(never)
func callExitWithTriple(
  _ t: Thread, _ exit: Value, _ traceback: Value, _ exception: Value, _ type: Value
) throws(Raised) -> Value {
  try t.call(exit, type, exception, traceback)
}

/// PREP_RERAISE_STAR
func groupToReraise(_ t: Thread, _ original: Value, _ exceptions: Value) throws(Raised) -> Value {
  try prepareReraiseStar(t, t.frame, original, exceptions)
}

// MARK: - with of 3.14

/// LOAD_SPECIAL; `index` is a value of the spec's table `special_method`.
@inline(never)
func loadSpecial(_ t: Thread, _ index: Int, _ owner: Value) throws(Raised) -> Pair {
  let names: [Name] = [.__enter__, .__exit__, .__aenter__, .__aexit__]
  guard names.indices.contains(index) else { throw t.raise(t.types.systemError, "unknown special method") }
  let method = t.lookupSpecial(owner, names[index])
  if method.isNull { throw t.missing(index % 2 == 0 ? .__enter__ : .__exit__, of: owner, isAsync: index >= 2) }
  if t.isMethodLike(method) { return Pair(method, owner) }
  return Pair(try t.bind(method, to: owner, t.typeOf(owner)), .null)
}

/// WITH_EXCEPT_START of 3.14: the exit method with its self, or NULL, above it.
@inline(never)
func callExitMethod(_ t: Thread, _ exit: Value, _ me: Value, _ exception: Value) throws(Raised) -> Value {
  let traceback = t.tracebackValue(exception)
  let type = Value(t.typeOf(exception))
  if me.isNull { return try t.call(exit, type, exception, traceback) }
  return try t.call(exit, me, type, exception, traceback)
}
