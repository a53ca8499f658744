// Generators, coroutines and async generators own their frame: it lies behind the object's header and is linked into the chain of frames while it
// runs. A suspended frame goes on at its `returnPC`, with the value sent in its `returnSP` slot.

extension GeneratorObject {
  /// Words behind the header that the collector traces by count.
  static var tracedWords: Int { 4 }
  @inline(__always)
  static var frameOffset: Int { (MemoryLayout<GeneratorObject>.size + 7) & ~7 }

  /// The generator whose `handled` field a slot is.
  static func owner(ofHandled slot: SlotPointer) -> Ref<GeneratorObject> {
    let offset = MemoryLayout<GeneratorObject>.offset(of: \.handled).unsafelyUnwrapped
    return Ref(bits: UInt64(UInt(bitPattern: slot) - UInt(offset)))
  }
}

extension Ref where T == GeneratorObject {
  @inline(__always)
  public var frame: Frame { Frame(bits: bits &+ UInt64(GeneratorObject.frameOffset)) }

  /// The slot for the exception that the generator handles.
  @inline(__always)
  var handledSlot: SlotPointer {
    SlotPointer(raw + MemoryLayout<GeneratorObject>.offset(of: \.handled).unsafelyUnwrapped)
  }

  /// What it waits for in `yield from` or `await` (`gi_yieldfrom`), else null.
  public var delegate: Value {
    guard self.state == .suspended && self.isDelegating && frame.returnSP > frame.stackBase else { return .null }
    return frame.returnSP[-1]
  }
}

extension Thread {
  /// Makes the generator, coroutine or async generator of a frame that just started, and moves the frame into it.
  func makeGenerator(_ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Ref<GeneratorObject> {
    let code = frame.code
    let kind: Kind
    let type: Ref<TypeObject>
    if code.flags.contains(.coroutine) {
      (kind, type) = (.coroutine, self.types.coroutine)
    } else if code.flags.contains(.asyncGenerator) {
      (kind, type) = (.asyncGenerator, self.types.asyncGenerator)
    } else {
      (kind, type) = (.generator, self.types.generator)
    }
    let generator: Ref<GeneratorObject> = try allocate(
      bytes: GeneratorObject.frameOffset + code.frameWords * MemoryLayout<Value>.stride, kind: kind, type: type,
      tracedWords: GeneratorObject.tracedWords)
    generator.name = frame.function.name
    generator.qualifiedName = frame.function.qualifiedName
    let own = generator.frame
    own.layout = frame.layout
    own.generator = generator
    own.namespace = .null
    own.previous = .none
    own.flags = .generator
    if code.traits.contains(.hasBlocks) { own.clearBlocks() }
    let words = sp - frame.locals
    for i in 0..<words { own.locals[i] = frame.locals[i] }
    own.returnPC = next
    own.returnSP = own.locals + words
    if frame.flags.contains(.hasObject) {
      let object: Ref<FrameObject> = frame.frameObject.unchecked()
      object.live = own
      object.owner = Value(generator)
      own.flags.insert(.hasObject)
      frame.flags.remove(.hasObject)
    }
    generator.state = .created
    if _slowPath(self.originDepth > 0) && kind == .coroutine { generator.finalizer = try coroutineOrigin(frame) }
    if code.hasInnerHandlers { try registerFinalizer(generator.cast()) }
    return generator
  }

  /// Makes the frame of a suspended generator the running one, called by `caller`, with `value` sent to it.
  @inline(__always)
  func resume(_ generator: Ref<GeneratorObject>, _ value: Value, _ resumption: Resumption, caller: Frame) throws(Raised) -> Machine {
    let depth = caller.isNone ? 1 : caller.depth &+ 1
    if _slowPath(depth > self.recursionLimit) { throw recursionError() }
    if _slowPath(poll(charge: 1)) { try pollSlow(self, caller) }
    let frame = generator.frame
    frame.previous = caller
    frame.depth = depth
    let isNew = generator.state == .created
    generator.resumption = resumption
    generator.state = .running
    generator.previousHandled = self.handled
    self.handled = generator.handledSlot
    self.frame = frame
    if _slowPath(isNew), frame.code.traits.contains(.dropsFirstSent) {
      return Machine(frame: frame, pc: frame.returnPC, sp: frame.returnSP)
    }
    frame.returnSP.pointee = value
    return Machine(frame: frame, pc: frame.returnPC, sp: frame.returnSP + 1)
  }

  /// Unlinks a generator's frame from the running ones.
  @inline(__always)
  private func unlink(_ frame: Frame, _ generator: Ref<GeneratorObject>, _ state: GeneratorState) {
    generator.state = state
    self.handled = generator.previousHandled.unsafelyUnwrapped
    generator.previousHandled = nil
    self.frame = frame.previous
    frame.previous = .none
  }

  /// Gives `value` to whoever resumed the generator, whose frame goes on at `next` later.
  @inline(__always)
  func suspend(_ frame: Frame, _ value: Value, _ sp: SlotPointer, _ next: CodePointer, delegating: Bool) -> Machine {
    let generator = frame.generator
    let caller = frame.previous
    frame.returnPC = next
    frame.returnSP = sp
    generator.isDelegating = delegating
    unlink(frame, generator, .suspended)
    if _slowPath(generator.resumption.rawValue >= Resumption.native.rawValue) { return passOn(value, generator, caller) }
    let result = caller.returnSP
    result.pointee = value
    return Machine(frame: caller, pc: caller.returnPC, sp: result + 1)
  }

  /// Gives a value to native code, or on to whoever resumed the generators that wait for this one in YIELD_FROM.
  @inline(never)
  private func passOn(_ value: Value, _ generator: Ref<GeneratorObject>, _ frame: Frame) -> Machine {
    var generator = generator
    var frame = frame
    while generator.resumption == .forward {
      generator = frame.generator
      generator.isDelegating = true
      let caller = frame.previous
      unlink(frame, generator, .suspended)
      frame = caller
    }
    if generator.resumption == .native {
      self.result = value
      return Machine(frame: .none, pc: generator.frame.returnPC, sp: generator.frame.returnSP)
    }
    let result = frame.returnSP
    result.pointee = value
    return Machine(frame: frame, pc: frame.returnPC, sp: result + 1)
  }

  /// The generator's frame returned.
  func leaveGenerator(_ frame: Frame, _ value: Value) throws(Raised) -> Machine {
    let generator = frame.generator
    let caller = frame.previous
    if frame.flags.contains(.hasObject) { try detachFrameObject(frame) }
    finish(frame, generator)
    let result = caller.isNone ? self.stackTop : caller.returnSP
    switch generator.resumption {
    case .native:
      self.result = value
      return Machine(frame: .none, pc: frame.pc, sp: result)
    case .iteration: return Machine(frame: caller, pc: generator.finishPC, sp: result - 1)
    case .iterationKeeping: return Machine(frame: caller, pc: generator.finishPC, sp: result)
    case .sendAndPop, .forward:
      result[-1] = value
      return Machine(frame: caller, pc: generator.finishPC, sp: result)
    case .send:
      result.pointee = value
      return Machine(frame: caller, pc: generator.finishPC, sp: result + 1)
    }
  }

  /// An exception leaves the generator's frame. (Its frame object is detached already.)
  func abandonGenerator(_ frame: Frame) { finish(frame, frame.generator) }

  private func finish(_ frame: Frame, _ generator: Ref<GeneratorObject>) {
    unlink(frame, generator, .finished)
    generator.handled = .null
    clear(generator)
  }

  /// Forgets the variables of a generator that will not run again.
  func clear(_ generator: Ref<GeneratorObject>) {
    generator.state = .finished
    let frame = generator.frame
    frame.flags.remove(.hasObject)
    frame.frameObject = .null
    let locals = frame.localSlots
    for i in 0..<locals.count { locals[i] = .null }
  }

  // MARK: - Resumption from native code

  /// Resumes a suspended or new generator with a value. Returns what it yields; null if it returned (then `result` has the value).
  func resumeNatively(_ generator: Ref<GeneratorObject>, _ value: Value) throws(Raised) -> Value {
    try enterRecursive()
    let machine = try resume(generator, value, .native, caller: self.frame)
    return try runGenerator(generator, machine)
  }

  /// Resumes a suspended or new generator by raising the exception on its way inside it. Returns as `resumeNatively`.
  func resumeRaising(_ generator: Ref<GeneratorObject>) throws(Raised) -> Value {
    let exception = takeException()
    try enterRecursive()
    let machine = try resume(generator, .none, .native, caller: self.frame)
    self.exception = exception
    return try runGenerator(generator, try unwind(self, machine.frame, machine.frame.pc))
  }

  private func runGenerator(_ generator: Ref<GeneratorObject>, _ machine: Machine) throws(Raised) -> Value {
    let value = try runEngine(self, machine)
    return generator.state == .suspended ? value : .null
  }
}

extension Thread {
  /// `cr_origin`: the file, line and name of the functions that led to a coroutine, innermost first.
  ///
  /// - Parameter frame: that of the coroutine itself, which is left out.
  @inline(never)
  private func coroutineOrigin(_ frame: Frame) throws(Raised) -> Value {
    let places = try list()
    var caller = self.frame == frame ? frame.previous : self.frame
    while !caller.isNone && places.count < Int(self.originDepth) {
      let line = try int(lineNumber(caller.code, caller.unitIndex))
      try append(places, try tuple(caller.code.fileName, line, caller.code.name))
      caller = caller.previous
    }
    return try tuple(copying: places.slots)
  }
}
