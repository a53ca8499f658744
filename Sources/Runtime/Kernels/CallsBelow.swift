// The calls of older bytecode: without a slot for self (up to 3.10), or with the method below its self (LOAD_METHOD with CALL_METHOD, CALL of 3.11
// and 3.12).

/// CALL_FUNCTION: nothing but the arguments above the callable.
@inline(__always)
func callFunction(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - count
  return try callAny(t, frame, base[-1], Slots(base: base, count: count), next, base - 1)
}

/// CALL_METHOD: either a method and its self, or NULL and a callable, below the arguments.
@inline(__always)
func callBelow(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - count
  let method = base[-2]
  if method.isNull { return try callAny(t, frame, base[-1], Slots(base: base, count: count), next, base - 2) }
  return try callAny(t, frame, method, Slots(base: base - 1, count: count &+ 1), next, base - 2)
}

/// CALL of 3.11 and 3.12: as CALL_METHOD, with the names of keyword arguments that KW_NAMES may have given.
@inline(__always)
func callBelowWithNames(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  if _fastPath(t.keywordNames.isNull) { return try callBelow(t, frame, sp, next, count) }
  return try callNamed(t, frame, sp, next, count)
}

@inline(never)
private func callNamed(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let names = t.keywordNames
  t.keywordNames = .null
  let base = sp - count
  let method = base[-2]
  let offset = method.isNull ? 0 : 1
  let arguments = Arguments(Slots(base: base - offset, count: count &+ offset), names: names)
  return try t.enter(method.isNull ? base[-1] : method, arguments, frame, next, base - 2)
}

/// KW_NAMES
@inline(__always)
func giveKeywordNames(_ t: Thread, _ names: Value) { t.keywordNames = names }

/// Calls `callable` with positional arguments; the result goes to `result`.
@inline(__always)
private func callAny(
  _ t: Thread, _ frame: Frame, _ callable: Value, _ arguments: Slots, _ next: CodePointer, _ result: SlotPointer
) throws(Raised) -> Machine {
  if _fastPath(callable.isKind(.function)) {
    let function: Ref<FunctionObject> = callable.unchecked()
    let code = function.code
    if _fastPath(code.simpleArgumentCount == arguments.count && code.engine == frame.code.engine) {
      let depth = frame.depth &+ 1
      let budget = t.budget &- 1
      if _fastPath(t.stackEnd - t.stackTop >= code.frameWords && depth <= t.recursionLimit && (budget | t.breaker) >= 0) {
        t.budget = budget
        frame.returnPC = next
        frame.returnSP = result
        return t.enterSimple(function, code, caller: frame, arguments, depth)
      }
    }
  }
  return try callSlow(t, frame, callable, arguments, next, result)
}

@inline(never)
private func callSlow(
  _ t: Thread, _ frame: Frame, _ callable: Value, _ arguments: Slots, _ next: CodePointer, _ result: SlotPointer
) throws(Raised) -> Machine {
  if callable.isKind(.nativeFunction) {
    let value = try t.callNative(callable.unchecked(), Arguments(arguments))
    return try t.goOn(frame, next, result, value)
  }
  return try t.enter(callable, Arguments(arguments), frame, next, result)
}

/// CALL_FUNCTION_KW: the last of the `count` arguments belong to the names.
@inline(never)
func callFunctionKeywords(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - (count &+ 1)
  try t.requireKeywordNames(sp[-1], atMost: count)
  return try t.enter(base[-1], Arguments(Slots(base: base, count: count), names: sp[-1]), frame, next, base - 1)
}

/// CALL_FUNCTION_EX up to 3.10
@inline(never)
func callFunctionUnpacked(
  _ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ hasKeywords: Bool
) throws(Raised) -> Machine {
  let base = sp - (hasKeywords ? 3 : 2)
  return try t.enterUnpacked(base[0], me: .null, base[1], hasKeywords ? base[2] : .null, frame, next, base)
}

/// CALL_FUNCTION_EX of 3.11 and 3.12: NULL lies below the callable.
@inline(never)
func callUnpackedBelow(
  _ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ hasKeywords: Bool
) throws(Raised) -> Machine {
  let base = sp - (hasKeywords ? 4 : 3)
  return try t.enterUnpacked(base[1], me: .null, base[2], hasKeywords ? base[3] : .null, frame, next, base)
}

/// CALL_FUNCTION_EX of 3.13
@inline(never)
func callUnpacked(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ hasKeywords: Bool) throws(Raised) -> Machine {
  let base = sp - (hasKeywords ? 4 : 3)
  return try t.enterUnpacked(base[0], me: base[1], base[2], hasKeywords ? base[3] : .null, frame, next, base)
}

/// CALL_FUNCTION_EX from 3.14 on: NULL in place of absent keyword arguments.
@inline(never)
func callUnpackedOrNull(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let base = sp - 4
  return try t.enterUnpacked(base[0], me: base[1], base[2], base[3], frame, next, base)
}

extension Thread {
  /// Calls with the items of an iterable and of a mapping; the latter is null if there are no keywords.
  fileprivate func enterUnpacked(
    _ callable: Value, me: Value, _ iterable: Value, _ mapping: Value, _ frame: Frame, _ next: CodePointer, _ result: SlotPointer
  ) throws(Raised) -> Machine {
    let positional = try unpackPositional(callable, iterable)
    var arguments = Arguments(positional.unchecked(as: TupleObject.self).slots)
    arguments.me = me
    if !mapping.isNull {
      let pair = try unpackKeywords(callable, mapping)
      arguments.names = pair.first
      if !pair.first.isNull { arguments.values = pair.second.unchecked(as: TupleObject.self).items }
    }
    return try enter(callable, arguments, frame, next, result)
  }
}
