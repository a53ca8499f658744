// The finally blocks of 3.8 (CPython 3.8: Python/ceval.c). What a finally block finds on top of the stack tells how it was entered: NULL, the address
// behind a CALL_FINALLY, or an exception with all that its handler started with. The verifier has proved that it is one of these.

/// The slots of an exception below and with its type on top, after the exit method was called: one stays free in the middle.
private let widenedCount = HandlerSlot.count + 1

/// END_FINALLY: goes on, returns to an address, or raises the exception again.
@inline(never)
func endFinally(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let marker = sp[-1]
  if marker.isNull { return Machine(frame: frame, pc: next, sp: sp - 1) }
  if marker.isSmallInt { return Machine(frame: frame, pc: frame.code.units + marker.smallInt, sp: sp - 1) }
  throw t.reraise(sp[-2], sp[-3])
}

/// POP_FINALLY: drops what the block found, below the top if that is kept.
@inline(never)
func popFinally(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ keepsTop: Bool) throws(Raised) -> Machine {
  let top = keepsTop ? sp - 1 : sp
  let marker = top[-1]
  var bottom = top - 1
  if !marker.isNull && !marker.isSmallInt, let block = frame.innermostBlock {
    bottom = frame.stackBase + block.level
    t.restoreHandled(bottom[HandlerSlot.previous])
    frame.endBlock()
  }
  guard keepsTop else { return Machine(frame: frame, pc: next, sp: bottom) }
  bottom.pointee = top.pointee
  return Machine(frame: frame, pc: next, sp: bottom + 1)
}

/// WITH_CLEANUP_START: calls the exit method below the marker, which moves into its place.
@inline(never)
func startExit(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let type = sp[-1]
  if type.isNull {
    let result = try t.call(sp[-2], .none, .none, .none)
    sp[-2] = .null
    sp[-1] = .none
    sp.pointee = result
    return Machine(frame: frame, pc: next, sp: sp + 1)
  }
  let bottom = sp - widenedCount
  let exit = bottom.pointee
  let (traceback, exception) = (sp[-3], sp[-2])
  for i in 0..<HandlerSlot.traceback { bottom[i] = bottom[i + 1] }
  bottom[HandlerSlot.traceback] = .null
  frame.lowerInnermostBlock()
  let result = try t.call(exit, type, exception, traceback)
  sp.pointee = type
  sp[1] = result
  return Machine(frame: frame, pc: next, sp: sp + 2)
}

/// WITH_CLEANUP_FINISH: if there was an exception and the exit method returned something true, the exception is handled.
@inline(never)
func finishExit(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  let (type, result) = (sp[-2], sp[-1])
  guard !type.isNone, try t.truth(result), let block = frame.innermostBlock, block.isHandler else {
    return Machine(frame: frame, pc: next, sp: sp - 2)
  }
  let bottom = frame.stackBase + block.level
  t.restoreHandled(bottom[HandlerSlot.previous])
  frame.endBlock()
  bottom.pointee = .null
  return Machine(frame: frame, pc: next, sp: bottom + 1)
}
