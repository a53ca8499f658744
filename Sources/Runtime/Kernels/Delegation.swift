// Generators and coroutines of older bytecode (up to 3.12).

/// YIELD_VALUE up to 3.10: an asynchronous generator wraps what it yields.
@inline(never)
func yieldWrapped(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let value = frame.code.flags.contains(.asyncGenerator) ? try wrapAsyncGeneratorValue(t, frame, sp[-1]) : sp[-1]
  return t.suspend(frame, value, sp - 1, next, delegating: false)
}

/// YIELD_VALUE of 3.11 and 3.12. Whether it passes on what a SEND got, the RESUME behind it says: by the entries of the spec's table `resume_point`
/// from `after_yield_from` on (CPython: Objects/genobject.c, _PyGen_yf).
@inline(__always)
func yieldPlain(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  t.suspend(frame, sp[-1], sp - 1, next, delegating: next.pointee &>> 8 >= 2)
}

/// ASYNC_GEN_WRAP
func wrapYieldedValue(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value { try wrapAsyncGeneratorValue(t, frame, value) }

/// YIELD_FROM (CPython: Python/ceval.c). The frame is suspended in front of the instruction, which runs again with the value sent then.
@inline(never)
func yieldFrom(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let receiver = sp[-2]
  let value = sp[-1]
  frame.generator.resultPC = next
  if let generator = readyGenerator(receiver, frame) {
    frame.returnPC = frame.pc
    frame.returnSP = sp - 1
    generator.finishPC = next
    return try t.resume(generator, value, .forward, caller: frame)
  }
  let yielded = try t.send(receiver, value)
  if yielded.isNull {
    sp[-2] = t.result
    return Machine(frame: frame, pc: next, sp: sp - 1)
  }
  return t.suspend(frame, yielded, sp - 1, frame.pc, delegating: true)
}

/// SEND of 3.11: when the generator returns, its result takes its place.
@inline(never)
func sendAndPop(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ target: CodePointer) throws(Raised) -> Machine {
  let receiver = sp[-2]
  let value = sp[-1]
  if frame.flags.contains(.generator) { frame.generator.resultPC = target }
  if let generator = readyGenerator(receiver, frame) {
    frame.returnPC = next
    frame.returnSP = sp - 1
    generator.finishPC = target
    return try t.resume(generator, value, .sendAndPop, caller: frame)
  }
  let yielded = try t.send(receiver, value)
  if yielded.isNull {
    sp[-2] = t.result
    return Machine(frame: frame, pc: target, sp: sp - 1)
  }
  sp[-1] = yielded
  return Machine(frame: frame, pc: next, sp: sp)
}

/// A generator or coroutine that can be entered from `frame`.
private func readyGenerator(_ receiver: Value, _ frame: Frame) -> Ref<GeneratorObject>? {
  guard receiver.isKind(.generator) || receiver.isKind(.coroutine) else { return nil }
  let generator: Ref<GeneratorObject> = receiver.unchecked()
  let isReady = generator.state == .suspended || generator.state == .created
  return isReady && generator.frame.code.engine == frame.code.engine ? generator : nil
}

/// FOR_ITER of 3.14 on a generator that is not running: the iterator stays at the end.
@inline(__always)
func advanceGeneratorAndKeep(
  _ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ target: CodePointer
) throws(Raised) -> Machine {
  let generator: Ref<GeneratorObject> = sp[-1].unchecked()
  if _slowPath(generator.frame.code.engine != frame.code.engine) {
    let value = try t.resumeNatively(generator, .none)
    if value.isNull { return Machine(frame: frame, pc: target, sp: sp) }
    sp.pointee = value
    return Machine(frame: frame, pc: next, sp: sp + 1)
  }
  frame.returnPC = next
  frame.returnSP = sp
  generator.finishPC = target
  return try t.resume(generator, .none, .iterationKeeping, caller: frame)
}

/// GEN_START: the first value sent must be None. `kind` is a value of the spec's table `generator_kind`.
func startGenerator(_ t: Thread, _ frame: Frame, _ kind: Int, _ sent: Value) throws(Raised) {
  if sent.isNone { return }
  let messages: [StaticString] = [
    "can't send non-None value to a just-started generator", "can't send non-None value to a just-started coroutine",
    "can't send non-None value to a just-started async generator",
  ]
  throw t.raise(t.types.typeError, messages.indices.contains(kind) ? messages[kind] : messages[0])
}

/// GET_AWAITABLE up to 3.10
func getAwaitableInContext(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value {
  let isAwaitable = value.isKind(.coroutine) || isAwaitableGenerator(value) || !t.lookupSpecial(value, .__await__).isNull
  return try getAwaitable(t, isAwaitable ? 0 : awaitContext(frame), value)
}

/// What the operand of GET_AWAITABLE is from 3.11 on: 1 behind an instruction of the family `context_manager` that takes a manager, 2 behind one that
/// takes an exit method, and behind a call with copies of an argument, as which an exit method is called without exception; else 0. (CPython:
/// Python/ceval.c, `format_awaitable_error`.)
private func awaitContext(_ frame: Frame) -> Int {
  let instructions = frame.code.instructionSet.instructions
  let index = frame.pc - frame.code.units
  guard index >= 1 else { return 0 }
  let previous = instructions[Int(frame.pc[-1] & 0xFF)]
  if previous.family == "context_manager" { return previous.stack.next.hasPrefix("manager") ? 1 : 2 }
  guard previous.family == "call", index >= 2 else { return 0 }
  return instructions[Int(frame.pc[-2] & 0xFF)].stack.next.hasSuffix("-- value, value") ? 2 : 0
}

/// END_ASYNC_FOR up to 3.10
func endAsyncForTriple(
  _ t: Thread, _ frame: Frame, _ previous: Value, _ traceback: Value, _ exception: Value, _ type: Value
) throws(Raised) {
  guard t.matches(exception, t.types.stopAsyncIteration) else { throw t.reraise(exception, traceback) }
  leaveHandler(t, previous)
}
