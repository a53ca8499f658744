import CSupport
import Glibc

// Threads of one interpreter. Each runs on a native thread of its own, one at a time: the one that holds the interpreter's lock, which there is from
// the start of the second thread on. Who lets go of the lock publishes its stack pointer, with all registers spilled above it, so that the collector
// of another thread finds what its stack refers to. The instruction budget goes from one to the next with the lock.

extension Thread {
  /// The words through which others ask the thread to let go of the lock.
  private var words: support_words {
    let requests = UnsafeMutableRawPointer(pointer) + MemoryLayout<ThreadState>.offset(of: \.requests).unsafelyUnwrapped
    let breaker = UnsafeMutableRawPointer(pointer) + MemoryLayout<ThreadState>.offset(of: \.breaker).unsafelyUnwrapped
    return support_words(
      requests: requests.assumingMemoryBound(to: UInt32.self), breaker: breaker.assumingMemoryBound(to: Int64.self),
      bit: ThreadRequest.yield.rawValue)
  }

  // MARK: Letting others run

  /// What a thread does while others may run.
  private enum Leave { case yield, pause(microseconds: Int) }

  /// Lets a thread that waits for the lock run.
  func yieldLock() { leaveLock(.yield) }

  /// Waits until something happens that paused threads may wait for (`wakePaused`), at most so long; other threads run meanwhile.
  public func pause(microseconds: Int) {
    if self.interpreter.lock == nil {
      usleep(UInt32(clamping: min(microseconds, 999_999)))
    } else {
      leaveLock(.pause(microseconds: microseconds))
    }
  }

  /// Wakes the threads in `pause`.
  public func wakePaused() {
    if let lock = self.interpreter.lock { support_lock_wake(lock) }
  }

  private func leaveLock(_ what: Leave) {
    guard self.interpreter.lock != nil else { return }
    var context = LeaveContext(thread: self, microseconds: -1)
    if case .pause(let microseconds) = what { context.microseconds = microseconds }
    self.interpreter.sharedBudget = self.budget
    withUnsafeMutablePointer(to: &context) { context in
      support_spill_registers(
        { argument in
          let context = argument.unsafelyUnwrapped.assumingMemoryBound(to: LeaveContext.self).pointee
          context.thread.waitOutside(microseconds: context.microseconds)
        }, UnsafeMutableRawPointer(context))
    }
    self.budget = self.interpreter.sharedBudget
  }

  @inline(never)
  fileprivate func waitOutside(microseconds: Int) {
    guard let lock = self.interpreter.lock else { return }
    state.savedStackPointer = UInt(bitPattern: support_frame_address())
    let interval = self.interpreter.switchInterval
    if microseconds < 0 {
      support_lock_yield(lock, words, max(1, interval))
    } else {
      support_lock_pause(lock, words, max(1, interval), microseconds)
    }
    state.savedStackPointer = 0
  }

  // MARK: Starting

  /// Starts a thread that calls `function`.
  ///
  /// - Parameters:
  ///   - arguments: a tuple and a dict.
  ///   - ended: called without arguments when the thread has ended, with whatever the function raised reported by then; may be null.
  ///   - stackSize: of the native stack; 0 = the system's.
  /// - Returns: the identifier of the thread.
  /// - Throws: RuntimeError if there can be none.
  public func startThread(
    _ function: Value, _ arguments: Value, _ keywords: Value, ended: Value, stackSize: Int
  ) throws(Raised) -> Int {
    if self.interpreter.lock == nil {
      guard let lock = support_lock_make(words) else { throw cannotStart() }
      self.interpreter.lock = lock
      self.interpreter.threadStarts = Value(try dict())
      state.nextThread = nil
      self.interpreter.firstThread = pointer
    }
    self.interpreter.startedThreads += 1
    let key = try int(self.interpreter.startedThreads)
    let parts = try tuple(count: 4)
    for (i, v) in [function, arguments, keywords, ended].enumerated() { parts.items[i] = v.isNull ? .none : v }
    try dictSet(self.interpreter.threadStarts.unchecked(), key, Value(parts))
    let context = UnsafeMutablePointer<StartContext>.allocate(capacity: 1)
    context.initialize(to: StartContext(interpreter: self.interpreter, key: key))
    var identifier: UInt = 0
    self.interpreter.threadCount += 1
    guard support_thread_start({ runThread($0) }, context, stackSize == 0 ? 0 : max(stackSize, ThreadState.leastNativeStack), &identifier) else {
      self.interpreter.threadCount -= 1
      context.deallocate()
      _ = try dictDelete(self.interpreter.threadStarts.unchecked(), key)
      throw cannotStart()
    }
    return Int(bitPattern: identifier)
  }

  private func cannotStart() -> Raised { raise(self.types.runtimeError, "can't start new thread") }

  /// The whole life of a thread, on its own native thread.
  fileprivate static func live(_ start: StartContext) {
    let interpreter = start.interpreter
    let t = Thread.make(interpreter)
    guard let lock = interpreter.lock else { return }
    support_lock_take(lock, t.words, max(1, interpreter.switchInterval))
    t.budget = interpreter.sharedBudget
    t.recursionLimit = interpreter.mainThread.recursionLimit
    t.state.nextThread = interpreter.firstThread
    interpreter.firstThread = t.pointer
    t.runStart(start.key)
    // What ended this thread for good ends the program.
    if t.stop != .none {
      interpreter.mainThread.stop = t.stop
      interpreter.mainThread.breaker = -1
    }
    t.setTrace(.null)
    t.setProfile(.null)
    t.unlink()
    interpreter.threadCount -= 1
    interpreter.sharedBudget = t.budget
    support_lock_wake(lock)
    t.destroy()
    support_lock_give(lock)
  }

  /// Has `ended` called without arguments when the calling thread has ended. Does nothing in the main thread.
  public func callAtThreadEnd(_ ended: Value) throws(Raised) {
    if state.startKey.isNull { return }
    let parts = try dictGet(self.interpreter.threadStarts.unchecked(), state.startKey)
    if parts.isKind(.tuple) { parts.unchecked(as: TupleObject.self).items[3] = ended }
  }

  @inline(never)
  private func runStart(_ key: Value) {
    state.startKey = key
    do throws(Raised) {
      let starts: Ref<DictObject> = self.interpreter.threadStarts.unchecked()
      let parts = try dictGet(starts, key)
      guard parts.isKind(.tuple) else { return }
      let slots = parts.unchecked(as: TupleObject.self).slots
      do throws(Raised) { _ = try call(slots[0], tuple: slots[1], dict: slots[2].isNone ? .null : slots[2]) } catch {
        reportThread(slots[0])
      }
      if !slots[3].isNone { _ = try call(slots[3]) }
      // It was the root of all that until now.
      _ = try dictDelete(starts, key)
    } catch {
      reportUnraisable(.null)
    }
  }

  /// SystemExit ends a thread quietly.
  private func reportThread(_ function: Value) {
    if matches(self.exception, self.types.systemExit) || self.stop != .none {
      _ = takeException()
      return
    }
    let e = takeException()
    do throws(Raised) {
      let text = try str("Exception ignored in thread started by")
      if has(.threadInMessage) {
        reportUnraisable(e, message: try unraisableMessage(text, function), object: .null)
      } else {
        reportUnraisable(e, message: text, object: function)
      }
    } catch {
      _ = takeException()
    }
  }

  private func unlink() {
    var link = self.interpreter.firstThread
    if link == pointer {
      self.interpreter.firstThread = state.nextThread
      return
    }
    while let thread = link {
      if thread.pointee.nextThread == pointer { thread.pointee.nextThread = state.nextThread }
      link = thread.pointee.nextThread
    }
  }

  /// Has the main thread raise KeyboardInterrupt.
  public func interruptMain() {
    let main = self.interpreter.mainThread
    support_add_bits(main.words.requests, ThreadRequest.interrupt.rawValue)
    main.breaker = -1
  }
}

private struct LeaveContext {
  var thread: Thread
  var microseconds: Int
}

/// What a new native thread is told.
private struct StartContext {
  var interpreter: Interpreter
  /// Where the thread finds what it is to call: in `threadStarts`.
  var key: Value
}

private func runThread(_ context: UnsafeMutableRawPointer?) {
  guard let context = context?.assumingMemoryBound(to: StartContext.self) else { return }
  let start = context.pointee
  context.deallocate()
  Thread.live(start)
}
