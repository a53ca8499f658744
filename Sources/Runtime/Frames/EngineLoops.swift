import CSupport

// Which loop a frame runs in: one at full speed, or one that calls the thread's observer in front of each instruction. A loop that does not
// observe hands its frames over at the next call when an observer comes while it runs.

/// Runs `start.frame` until it returns, yields or raises. The registers of its callers are spilled above `loopBase`: between two instructions of this
/// loop the native stack below has nothing that the VM stack has not, but for leftovers, so that a collection then begins its scan at `loopBase`.
func runEngine(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  var loop = EngineLoop(thread: t, start: start)
  withUnsafeMutablePointer(to: &loop) { loop in
    support_spill_registers({ runAbove($0) }, UnsafeMutableRawPointer(loop))
  }
  if loop.raised { throw Raised() }
  return loop.value
}

/// What a loop is called with and returns.
private struct EngineLoop {
  let thread: Thread
  let start: Machine
  var value: Value = .null
  var raised = false
}

private func runAbove(_ context: UnsafeMutableRawPointer?) {
  guard let loop = context?.assumingMemoryBound(to: EngineLoop.self) else { return }
  let t = loop.pointee.thread
  let outer = t.loopBase
  t.loopBase = UInt(bitPattern: support_frame_address())
  defer { t.loopBase = outer }
  do throws(Raised) { loop.pointee.value = try runInner(t, loop.pointee.start) } catch { loop.pointee.raised = true }
}

/// Runs loops until one ends by itself: one that should observe and does not is left at a call.
private func runInner(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  let outer = t.isObserving
  defer {
    t.isObserving = outer
    // The loops around look at their next call whether they should observe.
    if !outer && t.mustObserve { t.breaker = -1 }
  }
  var machine = start
  while true {
    t.isObserving = t.mustObserve
    do throws(Raised) {
      return try runLoop(t, machine)
    } catch {
      let transfer = t.transfer
      guard !transfer.frame.isNone, let pc = transfer.pc, let sp = transfer.sp else { throw error }
      t.transfer = Transfer(frame: .none, pc: nil, sp: nil)
      machine = Machine(frame: transfer.frame, pc: pc, sp: sp)
    }
  }
}

extension Thread {
  /// Whether each instruction is to be observed.
  @inline(__always)
  var mustObserve: Bool { self.observer != nil && observesEach }

  /// Answers what is asked of the thread between two instructions; `machine` has the registers for the second.
  @inline(never)
  func answerBetween(_ machine: Machine) throws(Raised) -> Machine {
    if self.heap.state.pointee.isRequested && self.stop == .none { collectAsRequested(between: true) }
    try pollSlow(self, machine.frame)
    if self.isObserving || !mustObserve { return machine }
    self.transfer = Transfer(frame: machine.frame, pc: machine.pc, sp: machine.sp)
    throw Raised()
  }
}
