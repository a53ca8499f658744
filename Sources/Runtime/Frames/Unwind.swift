// From a raised exception to its handler.

/// Finds the handler of the exception on its way, from the running frame upwards; `running` and `pc` are the engine's registers when it was raised.
/// Returns where to go on; throws when the frame that was entered from native code is left.
@inline(never)
func unwind(_ t: Thread, _ running: Frame, _ pc: CodePointer) throws(Raised) -> Machine {
  if !t.transfer.frame.isNone { throw Raised() }
  // A kernel that had already left or entered a frame when it raised changed the running frame.
  var frame = t.frame
  var pc = frame == running ? pc : frame.pc
  // Handlers can form a loop that nothing else polls.
  if t.poll(charge: 1) { t.pollWhileRaising(frame, pc) }
  if t.observer != nil { observeRaise(t, frame, pc) }
  // Where there is no memory for an entry of the traceback, the frames above get none: each would cost a collection.
  var hasRoom = true
  while true {
    if t.reraising {
      t.reraising = false
    } else {
      if hasRoom { hasRoom = t.addTraceback(frame, pc) }
      if t.observer != nil { t.traceException(frame, pc) }
    }
    let code = frame.code
    if t.stop == .none, let handler = code.handler(at: pc - code.units) {
      var sp = frame.stackBase + Int(handler.depth)
      if handler.pushesOffset {
        sp.pointee = Value(small: frame.unitIndex)
        sp += 1
      }
      sp.pointee = t.takeException()
      return Machine(frame: frame, pc: code.units + Int(handler.target), sp: sp + 1)
    }
    if code.traits.contains(.hasBlocks) {
      if t.stop == .none, let machine = t.enterBlockHandler(frame) { return machine }
      t.endBlocks(frame)
    }
    if t.observer != nil { t.traceAbandoned(frame) }
    let isEntry = frame.isEntry
    t.abandon(frame)
    if isEntry { throw Raised() }
    frame = t.frame
    pc = frame.pc
    // The stack may be very deep.
    if _slowPath(t.breaker < 0), t.stop == .none { t.pollWhileRaising(frame, pc) }
  }
}

extension Ref where T == CodeObject {
  /// The entry of the exception table that covers a code unit.
  func handler(at unit: Int) -> ExceptionHandler? {
    guard let handlers = self.handlers else { return nil }
    // The last entry that starts at or before the unit; entries do not overlap.
    var low = 0
    var high = self.handlerCount
    while low < high {
      let middle = (low + high) / 2
      if Int(handlers[middle].start) <= unit { low = middle + 1 } else { high = middle }
    }
    guard low > 0, unit < Int(handlers[low - 1].end) else { return nil }
    return handlers[low - 1]
  }
}

extension Thread {
  /// Ends a frame that an exception leaves.
  fileprivate func abandon(_ frame: Frame) {
    if frame.flags.contains(.hasObject) {
      keepingException { () throws(Raised) in try detachFrameObject(frame) }
    }
    if frame.flags.contains(.generator) {
      let converts = frame.code.traits.contains(.convertsStopIteration)
      abandonGenerator(frame)
      if converts && self.stop == .none { convertLeavingStopIteration(frame) }
    } else {
      dropFrame(frame)
    }
  }

  /// StopIteration and its like that leave a generator would look like its end (PEP 479).
  private func convertLeavingStopIteration(_ frame: Frame) {
    let exception = self.exception
    keepingException { () throws(Raised) in self.exception = try convertStopIteration(self, frame, exception) }
  }

  /// Puts the running frame at the head of the traceback of the exception on its way. False if there is no memory.
  @inline(never)
  @discardableResult
  func addTraceback(_ frame: Frame, _ pc: CodePointer) -> Bool {
    keepingException { () throws(Raised) in
      guard self.exception.isKind(.exception) else { return }
      let unit = pc - frame.code.units
      let traceback: Ref<TracebackObject> = try allocate(
        kind: .traceback, type: self.types.traceback, tracedWords: TracebackObject.tracedWords)
      traceback.next = .none
      traceback.code = frame.code
      traceback.lastInstruction = unit * MemoryLayout<UInt16>.size
      traceback.frame = .none
      traceback.frame = try frameObject(frame)
      traceback.line = lineNumber(frame.code, unit)
      let exception: Ref<ExceptionObject> = self.exception.unchecked()
      traceback.next = exception.traceback.isNull ? .none : exception.traceback
      exception.traceback = Value(traceback)
    }
  }

  /// Does something on the side while an exception is on its way. If it fails for lack of memory, the first exception goes on.
  @discardableResult
  private func keepingException(_ body: () throws(Raised) -> Void) -> Bool {
    let exception = self.exception
    do throws(Raised) {
      try body()
      return true
    } catch {
      self.exception = exception
      return false
    }
  }

  /// Polls for the unwinder: what the poll raises replaces the exception on its way.
  @inline(never)
  func pollWhileRaising(_ frame: Frame, _ pc: CodePointer) {
    let exception = self.exception
    // RERAISE may have set the frame's position to that of an instruction with a deeper stack; a collection must not look there.
    let position = frame.pc
    frame.pc = pc
    defer { frame.pc = position }
    do throws(Raised) {
      try pollSlow(self, frame)
      self.exception = exception
    } catch {
      self.reraising = false
      if self.exception.isKind(.exception), self.exception != exception {
        self.exception.unchecked(as: ExceptionObject.self).context = exception
      }
    }
  }

  // MARK: - The exception being handled

  /// `sys.exception()`: the exception being handled here or by a resumer of the running generators; null if none.
  public var topmostHandled: Value {
    var slot = self.handled
    while slot.pointee.isNull || slot.pointee.isNone {
      if slot == self.baseHandled { return .null }
      guard let outer = GeneratorObject.owner(ofHandled: slot).previousHandled else { return .null }
      slot = outer
    }
    return slot.pointee
  }

  /// Links `__context__` of an exception that is raised to the one being handled (PEP 3134), without closing a circle.
  func setContext(_ exception: Value) {
    let handled = topmostHandled
    guard !handled.isNull, handled != exception, exception.isKind(.exception), handled.isKind(.exception) else { return }
    // If `exception` is in the chain that begins at `handled`, the chain is cut before it. A circle further on is left alone: `slow` follows
    // at half the speed and meets `current` in it.
    var current: Ref<ExceptionObject> = handled.unchecked()
    var slow = current
    var moveSlow = false
    while current.context.isKind(.exception) {
      if current.context == exception {
        current.context = .null
        break
      }
      current = current.context.unchecked()
      if current == slow { break }
      if moveSlow { slow = slow.context.unchecked() }
      moveSlow.toggle()
    }
    exception.unchecked(as: ExceptionObject.self).context = handled
  }

  /// Whether `exception` is an instance of `type`.
  public func matches(_ exception: Value, _ type: Ref<TypeObject>) -> Bool { isInstance(exception, of: type) }
}
