// Values that async generators `yield`, told apart from what they pass on while they await.

/// `async_generator_wrapped_value`: one value behind the header.
@frozen
public struct WrappedAsyncValue: HeapCell {
  public var header: ObjectHeader
  public var value: Value
}

extension Ref where T == WrappedAsyncValue {
  @inlinable @inline(__always) public var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
}

/// INTRINSIC_ASYNC_GEN_WRAP
func wrapAsyncGeneratorValue(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value {
  let wrapped: Ref<WrappedAsyncValue> = try t.allocate(kind: .record, type: t.types.asyncGeneratorWrappedValue, tracedWords: 1)
  wrapped.value = value
  return Value(wrapped)
}

/// INTRINSIC_STOPITERATION_ERROR: a StopIteration that would leave a generator becomes RuntimeError (PEP 479).
func convertStopIteration(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value {
  guard value.isKind(.exception) else { return value }
  let flags = frame.code.flags
  let message: StaticString
  if t.matches(value, t.types.stopIteration) {
    message =
      flags.contains(.asyncGenerator)
      ? "async generator raised StopIteration"
      : flags.contains(.coroutine) ? "coroutine raised StopIteration" : "generator raised StopIteration"
  } else if flags.contains(.asyncGenerator) && t.matches(value, t.types.stopAsyncIteration) {
    message = "async generator raised StopAsyncIteration"
  } else {
    return value
  }
  let converted = try t.makeException(t.types.runtimeError, try t.str(message))
  let exception: Ref<ExceptionObject> = converted.unchecked()
  exception.cause = value
  exception.context = value
  exception.suppressContext = true
  return converted
}

extension Thread {
  /// Whether an async generator yielded this itself (and does not pass it on for something it awaits).
  public func isWrappedAsyncValue(_ v: Value) -> Bool { v.isObject && v.object.type == self.types.asyncGeneratorWrappedValue }

  public func unwrapAsyncValue(_ v: Value) -> Value { v.unchecked(as: WrappedAsyncValue.self).value }
}

/// INTRINSIC_PREP_RERAISE_STAR: what an `except*` statement raises at its end, None if nothing is left. `left` is the original exception, `right`
/// the list of what the handlers raised and what no handler took (CPython: Objects/exceptions.c, _PyExc_PrepReraiseStar).
func prepareReraiseStar(_ t: Thread, _ frame: Frame, _ original: Value, _ results: Value) throws(Raised) -> Value {
  guard original.isKind(.exception), results.isKind(.list) else {
    throw t.raise(t.types.systemError, "unsuitable operands of PREP_RERAISE_STAR")
  }
  let all = results.unchecked(as: ListObject.self)
  if all.count == 0 { return .none }
  if !t.isExceptionGroup(original) {
    // A naked exception: at most one thing is left, itself or what its handler raised.
    return all.items[0]
  }
  let raised = try t.list()
  let reraised = try t.list()
  for i in 0..<all.count {
    let exception = all.items[i]
    guard exception.isKind(.exception) else { continue }
    if t.isSameException(exception, original) { try t.append(reraised, exception) } else { try t.append(raised, exception) }
  }
  let rest = reraised.count == 0 ? Value.none : try t.projectExceptionGroup(original, keep: reraised)
  if raised.count == 0 { return rest }
  if !rest.isNone { try t.append(raised, rest) }
  if raised.count == 1 { return raised.items[0] }
  return try t.exceptionGroup(t.interpreter.emptyStr, Value(raised))
}

extension Thread {
  /// Whether an exception is a part of the original group that is raised again: parts share its notes, traceback, cause and context.
  fileprivate func isSameException(_ exception: Value, _ original: Value) -> Bool {
    let a: Ref<ExceptionObject> = exception.unchecked()
    let b: Ref<ExceptionObject> = original.unchecked()
    return notes(a) == notes(b) && a.traceback == b.traceback && a.cause == b.cause && a.context == b.context
  }

  private func notes(_ exception: Ref<ExceptionObject>) -> Value {
    exception.dict.isKind(.dict) ? dictGet(exception.dict.unchecked(as: DictObject.self), interned: name(.__notes__)) : .null
  }
}
