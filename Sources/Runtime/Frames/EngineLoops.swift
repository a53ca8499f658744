import CSupport

// Which loop a frame runs in: one at full speed, or one that calls the thread's observer in front of each instruction. A loop that does not
// observe hands its frames over at the next call when an observer comes while it runs.

/// Runs `start.frame` until it returns, yields or raises.
func runEngine(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  if _slowPath(t.observer != nil) { return try runObserved(t, start) }
  let outer = t.isObserving
  t.isObserving = false
  defer { t.isObserving = outer }
  do throws(Raised) {
    return try runLoop(t, start)
  } catch {
    let transfer = t.transfer
    guard !transfer.frame.isNone, let pc = transfer.pc, let sp = transfer.sp else { throw error }
    t.transfer = Transfer(frame: .none, pc: nil, sp: nil)
    return try runObserved(t, Machine(frame: transfer.frame, pc: pc, sp: sp))
  }
}

/// The same in a loop that observes. The loops around it that do not are told to look whether they should.
@inline(never)
private func runObserved(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  let outer = t.isObserving
  t.isObserving = true
  defer {
    t.isObserving = outer
    if !outer && t.observer != nil { t.breaker = -1 }
  }
  return try runLoop(t, start)
}

extension Thread {
  /// Answers what is asked of the thread between two instructions; `machine` has the registers for the second.
  @inline(never)
  func answerBetween(_ machine: Machine) throws(Raised) -> Machine {
    if self.heap.state.pointee.isRequested { support_clear_stack() }
    try pollSlow(self, machine.frame)
    if self.observer == nil || self.isObserving { return machine }
    self.transfer = Transfer(frame: machine.frame, pc: machine.pc, sp: machine.sp)
    throw Raised()
  }
}
