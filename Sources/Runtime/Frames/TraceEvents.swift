import Bytecode

// The events of tracing: call, line, opcode, return, exception, and those of native functions (c_call, c_return, c_exception).

extension Thread {
  /// Reports what the instruction at `pc`, which comes next, means. Called in front of each instruction.
  func reportEvents(_ tracer: Tracer, _ frame: Frame, _ pc: CodePointer, _ sp: SlotPointer) throws(Raised) {
    if tracer.isReporting { return }
    let code = frame.code
    let role = tracer.role(code, pc)
    if role == .prefix { return }
    frame.pc = pc
    let unit = pc - code.units
    var position = tracer.position(of: frame)
    let isStart = role == .resume || position < 0 && code.instructionSet.encoding.callsPrepareFrames
    if isStart {
      tracer.leave(frame)
      position = tracer.enter(frame, lastUnit: role == .resume || unit == 0 ? -1 : unit - 1)
      try reportCall(tracer, frame, isBefore: role != .resume)
      frame.pc = pc
    }
    // (Code in front of RESUME belongs to the call, and tracing may have been ended by the function for it.)
    guard position >= 0, self.tracer === tracer else { return }
    try reportNativeReturn(tracer, position, frame)
    try reportLine(tracer, position, frame, role, unit)
    guard self.tracer === tracer else { return }
    // Lines count anew behind the start of a function, not behind that of a resumption.
    if role != .resume || operand(code, pc) & 3 != 0 { tracer.setLast(position, unit: unit) }
    switch role {
    case .returnValue: try reportReturn(tracer, frame, sp[-1])
    case .returnConstant: try reportReturn(tracer, frame, frame.constants[operand(code, pc)])
    case .yield: try reportReturn(tracer, frame, sp[-1])
    case .call(let depth, let isCounted, let mayBeAbove):
      if self.profileFunction.isNull { return }
      let place = sp - depth - (isCounted ? operand(code, pc) : 0)
      try reportNativeCall(tracer, position, frame, place[0].isNull && mayBeAbove ? place[1] : place[0])
    default: break
    }
  }

  /// The operand of an instruction with its prefixes.
  private func operand(_ code: Ref<CodeObject>, _ pc: CodePointer) -> Int {
    let prefix = UInt16(code.instructionSet.encoding.extendedArg)
    var oparg = Int(pc.pointee >> 8)
    var (unit, shift) = (pc, 8)
    while unit > code.units, unit[-1] & 0xFF == prefix, shift < 32 {
      unit -= 1
      oparg |= Int(unit.pointee >> 8) << shift
      shift += 8
    }
    return oparg
  }

  /// Up to 3.10 the frame is still in front of its next instruction (`isBefore`).
  private func reportCall(_ tracer: Tracer, _ frame: Frame, isBefore: Bool) throws(Raised) {
    if isBefore { frame.pc -= 1 }
    let object: Ref<FrameObject> = try frameObject(frame).unchecked()
    if !self.traceFunction.isNull {
      let local = try callTrace(tracer, self.traceFunction, object, "call", .none)
      object.traceFunction = local.isNone ? .null : local
    }
    if !self.profileFunction.isNull { _ = try callProfile(tracer, object, "call", .none) }
  }

  private func reportLine(_ tracer: Tracer, _ position: Int, _ frame: Frame, _ role: InstructionRole, _ unit: Int) throws(Raised) {
    if self.traceFunction.isNull || role == .resume || !frame.frameObject.isKind(.frame) { return }
    let object: Ref<FrameObject> = frame.frameObject.unchecked()
    if object.traceFunction.isNull { return }
    let last = tracer.activations[position].lastUnit
    if !object.skipsLines && beginsLine(frame.code, unit, after: last) { try callLocal(tracer, object, "line", .none) }
    if object.reportsOpcodes && !object.traceFunction.isNull { try callLocal(tracer, object, "opcode", .none) }
  }

  /// Whether the step from unit `last` to `unit` comes to a line: to another one than before, or back. Where lines are ranges of a table without
  /// gaps (up to 3.9), only their first instruction counts, or a step back.
  private func beginsLine(_ code: Ref<CodeObject>, _ unit: Int, after last: Int) -> Bool {
    let line = lineNumber(code, unit)
    if line <= 0 { return false }
    if last >= 0 && unit < last { return true }
    if code.instructionSet.file.lineTable == .lnotab { return unit == 0 || lineNumber(code, unit - 1) != line }
    return last < 0 || lineNumber(code, last) != line
  }

  private func reportReturn(_ tracer: Tracer, _ frame: Frame, _ value: Value) throws(Raised) {
    let object = frame.frameObject
    if !self.traceFunction.isNull, object.isKind(.frame), !object.unchecked(as: FrameObject.self).traceFunction.isNull {
      try callLocal(tracer, object.unchecked(), "return", value)
    }
    if !self.profileFunction.isNull { _ = try callProfile(tracer, try frameObject(frame).unchecked(), "return", value) }
    tracer.leave(frame)
  }

  // MARK: - Native functions

  private func reportNativeCall(_ tracer: Tracer, _ position: Int, _ frame: Frame, _ callable: Value) throws(Raised) {
    guard callable.isKind(.nativeFunction) else { return }
    if self.profiledCalls.isNull { self.profiledCalls = Value(try list()) }
    try append(self.profiledCalls.unchecked(), callable)
    tracer.setNative(position, true)
    _ = try callProfile(tracer, try frameObject(frame).unchecked(), "c_call", callable)
  }

  /// The native function that the frame called has returned.
  private func reportNativeReturn(_ tracer: Tracer, _ position: Int, _ frame: Frame) throws(Raised) {
    guard tracer.activations[position].isInNative else { return }
    let callable = takeNativeCall(tracer, position)
    if self.profileFunction.isNull || callable.isNull { return }
    _ = try callProfile(tracer, try frameObject(frame).unchecked(), "c_return", callable)
  }

  private func takeNativeCall(_ tracer: Tracer, _ position: Int) -> Value {
    tracer.setNative(position, false)
    guard self.profiledCalls.isKind(.list) else { return .null }
    let calls: Ref<ListObject> = self.profiledCalls.unchecked()
    guard calls.count > 0 else { return .null }
    calls.count -= 1
    let callable = calls.items[calls.count]
    calls.items[calls.count] = .null
    return callable
  }

  // MARK: - Exceptions

  /// Reports that the exception on its way came to a frame. What a trace function raises takes its place.
  func traceException(_ frame: Frame, _ pc: CodePointer) {
    guard let tracer = self.tracer, !tracer.isReporting, self.stop == .none, self.exception.isKind(.exception) else { return }
    let position = frame.pc
    frame.pc = pc
    defer { frame.pc = position }
    let exception = self.exception
    do throws(Raised) {
      try reportException(tracer, frame, exception.unchecked())
      self.exception = exception
    } catch {}
  }

  private func reportException(_ tracer: Tracer, _ frame: Frame, _ exception: Ref<ExceptionObject>) throws(Raised) {
    var position = tracer.position(of: frame)
    if position < 0 {
      // An exception thrown into a generator.
      guard frame.flags.contains(.generator) else { return }
      position = tracer.enter(frame, lastUnit: frame.unitIndex)
      try reportCall(tracer, frame, isBefore: false)
    }
    if tracer.activations[position].isInNative {
      let callable = takeNativeCall(tracer, position)
      if !self.profileFunction.isNull { _ = try callProfile(tracer, try frameObject(frame).unchecked(), "c_exception", callable) }
    }
    if self.traceFunction.isNull || !frame.frameObject.isKind(.frame) { return }
    let object: Ref<FrameObject> = frame.frameObject.unchecked()
    if object.traceFunction.isNull { return }
    let traceback = exception.traceback.isNull ? .none : exception.traceback
    try callLocal(tracer, object, "exception", try tuple(Value(exception.header.type), Value(exception), traceback))
  }

  /// Reports that an exception leaves a frame.
  func traceAbandoned(_ frame: Frame) {
    guard let tracer = self.tracer, !tracer.isReporting, self.stop == .none else { return }
    let exception = self.exception
    do throws(Raised) {
      if tracer.position(of: frame) >= 0 { try reportReturn(tracer, frame, .none) }
      self.exception = exception
    } catch {}
    tracer.leave(frame)
  }

  // MARK: - Calls of the functions

  private func callLocal(_ tracer: Tracer, _ object: Ref<FrameObject>, _ event: StaticString, _ argument: Value) throws(Raised) {
    let result = try callTrace(tracer, object.traceFunction, object, event, argument)
    if !result.isNone { object.traceFunction = result }
  }

  /// An exception in a trace function ends tracing.
  private func callTrace(
    _ tracer: Tracer, _ function: Value, _ object: Ref<FrameObject>, _ event: StaticString, _ argument: Value
  ) throws(Raised) -> Value {
    do throws(Raised) {
      return try callReporting(tracer, function, object, event, argument)
    } catch {
      object.traceFunction = .null
      setTrace(.null)
      throw error
    }
  }

  private func callProfile(_ tracer: Tracer, _ object: Ref<FrameObject>, _ event: StaticString, _ argument: Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try callReporting(tracer, self.profileFunction, object, event, argument)
    } catch {
      setProfile(.null)
      throw error
    }
  }

  private func callReporting(
    _ tracer: Tracer, _ function: Value, _ object: Ref<FrameObject>, _ event: StaticString, _ argument: Value
  ) throws(Raised) -> Value {
    let (names, reraises) = (self.keywordNames, self.reraising)
    self.keywordNames = .null
    tracer.isReporting = true
    defer {
      tracer.isReporting = false
      self.keywordNames = names
      self.reraising = reraises
    }
    return try call(function, Value(object), try intern(event), argument)
  }
}
