import CSupport

// What a thread looks at now and then: signals, limits, a collection that is due, finalizers.

/// The slow half of a poll: the budget is used up, or something is asked of the thread.
@inline(never)
public func pollSlow(_ t: Thread, _ frame: Frame) throws(Raised) {
  if t.stop != .none { throw t.stopProgram(t.stop) }
  if t.budget < 0 { throw t.stopProgram(.instructions) }
  try t.answerRequests()
}

/// The slow half of a poll of the limits alone, for loops in which no signal may be answered.
@inline(never)
public func pollLimits(_ t: Thread, _ frame: Frame) throws(Raised) {
  if t.stop != .none { throw t.stopProgram(t.stop) }
  if t.budget < 0 { throw t.stopProgram(.instructions) }
  let requests = ThreadRequest(rawValue: support_read_bits(t.requestsWord))
  if requests.contains(.timeLimit) { throw t.stopProgram(.time) }
}

extension Thread {
  /// Called now and then by long native operations: raises KeyboardInterrupt or what the limits say; runs no finalizers.
  @inlinable @inline(__always)
  public func pollNative() throws(Raised) {
    if _slowPath(self.breaker < 0) { try pollNativeSlow() }
  }

  @inline(never)
  @usableFromInline
  func pollNativeSlow() throws(Raised) {
    if self.stop != .none { throw stopProgram(self.stop) }
    // Other threads run only where nothing native is under way.
    try answerSignals(mayYield: false)
  }

  /// Ends the program if its time is up; answers nothing else, and nothing twice.
  @inline(never)
  func endInTime() throws(Raised) {
    if self.stop == .none, ThreadRequest(rawValue: support_read_bits(self.requestsWord)).contains(.timeLimit) { throw stopProgram(.time) }
  }

  /// Lets the next operation on limbs, of `count` at most, give up when the time is up.
  @inline(__always)
  public func watchLimbs(_ count: Int) {
    if count > 4096 { support_limbs_watch(self.requestsWord, ThreadRequest.timeLimit.rawValue) }
  }

  /// What an operation on limbs raises that gave up: the end of the program, or MemoryError.
  @inline(never)
  public func limbsGaveUp() -> Raised {
    do throws(Raised) {
      try endInTime()
      return raiseMemoryError()
    } catch {
      return error
    }
  }

  /// Ends the program because of a limit: an exception that no handler catches. Every later poll raises it again.
  @inline(never)
  public func stopProgram(_ reason: StopReason) -> Raised {
    self.stop = reason
    self.breaker = -1
    if reason == .memory { return raiseMemoryError() }
    let message: StaticString =
      switch reason {
      case .instructions: "instruction limit exceeded"
      case .output: "output limit exceeded"
      default: "time limit exceeded"
      }
    return raise(self.types.runtimeError, message)
  }

  /// The word of `requests`, which signal handlers also write.
  fileprivate var requestsWord: UnsafeMutablePointer<UInt32> {
    (UnsafeMutableRawPointer(pointer) + MemoryLayout<ThreadState>.offset(of: \.requests).unsafelyUnwrapped)
      .assumingMemoryBound(to: UInt32.self)
  }

  /// Forgets a Ctrl-C that nothing has answered: who waited for input has.
  public func forgetInterrupt() {
    let requests = ThreadRequest(rawValue: support_take_bits(self.requestsWord)).subtracting(.interrupt)
    support_add_bits(self.requestsWord, requests.rawValue)
  }

  /// The word of `breaker`, which signal handlers also write.
  var breakerWord: UnsafePointer<Int64> {
    UnsafePointer(
      (UnsafeMutableRawPointer(pointer) + MemoryLayout<ThreadState>.offset(of: \.breaker).unsafelyUnwrapped).assumingMemoryBound(to: Int64.self))
  }

  /// Does what `breaker` and `requests` ask for.
  fileprivate func answerRequests() throws(Raised) {
    self.breaker = !self.isObserving && mustObserve ? -1 : 0
    try answerSignals(mayYield: true)
    try pollHeap()
  }

  private func answerSignals(mayYield: Bool) throws(Raised) {
    let requests = ThreadRequest(rawValue: support_take_bits(self.requestsWord))
    if requests.contains(.yield) {
      if mayYield { yieldLock() } else { support_add_bits(self.requestsWord, ThreadRequest.yield.rawValue) }
    }
    if requests.contains(.timeLimit) { throw stopProgram(.time) }
    if requests.contains(.interrupt) { throw raise(try call(Value(self.types.keyboardInterrupt))) }
    if requests.contains(.signals) {
      if mayYield { try callSignalHandlers() } else { support_add_bits(self.requestsWord, ThreadRequest.signals.rawValue) }
    }
  }

  /// Called by native functions that wait, and hold nothing that Python code may change: like `pollNative`, and runs the handlers of signals.
  public func pollSignals() throws(Raised) {
    if self.breaker >= 0 { return }
    if self.stop != .none { throw stopProgram(self.stop) }
    self.breaker = !self.isObserving && mustObserve ? -1 : 0
    try answerSignals(mayYield: true)
  }

  /// Calls the handlers of the signals that came, in the order of their numbers.
  private func callSignalHandlers() throws(Raised) {
    while true {
      let number = support_take_signal()
      if number == 0 { return }
      if !self.interpreter.signalHandlers.isKind(.dict) { continue }
      let handler = try dictGet(self.interpreter.signalHandlers.unchecked(), Value(small: Int(number)))
      // One that was taken away since.
      if handler.isNull || handler.isInt { continue }
      let frame = self.frame.isNone ? Value.none : try frameObject(self.frame)
      do throws(Raised) { _ = try call(handler, Value(small: Int(number)), frame) } catch {
        // The others are called at the next poll.
        support_add_bits(self.requestsWord, ThreadRequest.signals.rawValue)
        self.breaker = -1
        throw error
      }
    }
  }
}
