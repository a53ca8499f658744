import Bytecode

// The Python view of frames: made when a traceback or `sys._getframe` asks for it, and left with the locals when the frame ends.

extension FrameObject {
  static var tracedWords: Int { 8 }
}

extension TracebackObject {
  static var tracedWords: Int { 3 }
}

extension Thread {
  /// The frame object of a frame.
  public func frameObject(_ frame: Frame) throws(Raised) -> Value {
    if !frame.frameObject.isNull { return frame.frameObject }
    let object: Ref<FrameObject> = try allocate(kind: .frame, type: self.types.frame, tracedWords: FrameObject.tracedWords)
    object.code = frame.code
    object.function = frame.function
    object.back = .null
    object.savedLocals = .none
    object.namespace = frame.flags.contains(.constructor) ? .null : frame.namespace
    object.traceFunction = .null
    object.owner = Value(bits: frame.generator.bits)
    object.snapshot = .null
    object.live = frame
    object.lastInstruction = 0
    object.skipsLines = false
    object.reportsOpcodes = false
    frame.frameObject = Value(object)
    frame.flags.insert(.hasObject)
    return Value(object)
  }

  /// Copies what the frame object of an ending frame needs from it. (CPython: Python/frame.c, take_ownership.)
  @inline(never)
  func detachFrameObject(_ frame: Frame) throws(Raised) {
    let object: Ref<FrameObject> = frame.frameObject.unchecked()
    if !frame.previous.isNone { object.back = try frameObject(frame.previous) }
    let locals = frame.localSlots
    let saved: Ref<ValueBuffer> = try allocate(
      bytes: MemoryLayout<ValueBuffer>.size + locals.count * MemoryLayout<Value>.stride, kind: .valueBuffer, type: .none,
      tracedWords: locals.count)
    for i in 0..<locals.count { saved.items[i] = locals[i] }
    object.savedLocals = saved
    object.lastInstruction = frame.unitIndex * MemoryLayout<UInt16>.size
    object.live = .none
    object.owner = .null
  }

  /// The variables of a frame object's frame, wherever they are now.
  public func variables(of object: Ref<FrameObject>) -> Slots {
    if !object.live.isNone { return object.live.localSlots }
    if object.savedLocals.isNone { return Slots(base: self.stackTop, count: 0) }
    return Slots(base: object.savedLocals.items, count: object.savedLocals.capacity)
  }

  /// Index of the code unit that a frame object's frame executes or executed last; up to 3.10, -1 before it starts.
  public func unitIndex(of object: Ref<FrameObject>) -> Int {
    if !object.live.isNone, has(.newFramesBeforeCode) {
      let generator = object.live.generator
      if !generator.isNone, generator.state == .created { return -1 }
    }
    return object.live.isNone ? object.lastInstruction / MemoryLayout<UInt16>.size : object.live.unitIndex
  }

  /// `f_back`: a frame object or None.
  public func caller(of object: Ref<FrameObject>) throws(Raised) -> Value {
    guard !object.live.isNone else { return object.back.isNull ? .none : object.back }
    // A generator that is not running has no caller.
    let generator = object.live.generator
    if !generator.isNone && generator.state != .running { return .none }
    return object.live.previous.isNone ? .none : try frameObject(object.live.previous)
  }

  /// `locals()` in a frame: its namespace, or a dict of the variables that are set, up to 3.12 the same each time.
  public func locals(of frame: Frame) throws(Raised) -> Value {
    if !frame.code.flags.contains(.optimized) && !frame.namespace.isNull { return frame.namespace }
    if has(.localsSnapshot) { return try snapshot(of: try frameObject(frame).unchecked()) }
    return try localsDict(frame.code, frame.localSlots)
  }

  /// `f_locals` of a frame object.
  public func locals(of object: Ref<FrameObject>) throws(Raised) -> Value {
    if !object.code.flags.contains(.optimized) && !object.namespace.isNull { return object.namespace }
    return has(.localsSnapshot) ? try snapshot(of: object) : try localsDict(object.code, variables(of: object))
  }

  /// The dict that belongs to a frame, brought up to date: variables that are set have their values in it, those that are not are not there
  /// (CPython: Objects/frameobject.c up to 3.12, `PyFrame_FastToLocalsWithError`).
  private func snapshot(of object: Ref<FrameObject>) throws(Raised) -> Value {
    if object.snapshot.isNull { object.snapshot = Value(try dict()) }
    let result: Ref<DictObject> = object.snapshot.unchecked()
    let names = object.code.localsPlusNames.unchecked(as: TupleObject.self).items
    let slots = variables(of: object)
    for i in 0..<slots.count {
      let value = object.code.content(of: slots[i], slot: i)
      if value.isNull { _ = try dictDelete(result, names[i]) } else { try dictSet(result, names[i], value) }
    }
    return object.snapshot
  }

  /// A new dict of the variables in `slots` that are set; cells are looked into.
  public func localsDict(_ code: Ref<CodeObject>, _ slots: Slots) throws(Raised) -> Value {
    let result = try dict()
    let names = code.localsPlusNames.unchecked(as: TupleObject.self).items
    for i in 0..<slots.count {
      let value = code.content(of: slots[i], slot: i)
      if !value.isNull { try dictSet(result, names[i], value) }
    }
    return Value(result)
  }
}

extension Ref where T == CodeObject {
  /// The value of a variable, given what is in its slot: a variable shared with other functions lies in a cell once its function has started.
  public func content(of slot: Value, slot index: Int) -> Value {
    guard slot.isKind(.cell), isShared(index) else { return slot }
    return slot.unchecked(as: CellObject.self).content
  }

  /// Whether the variable of a slot is a cell or free variable.
  public func isShared(_ index: Int) -> Bool {
    let kinds: Ref<BytesObject> = self.localsPlusKinds.unchecked()
    return kinds.bytes[index] & (LocalKind.cell.rawValue | LocalKind.free.rawValue) != 0
  }
}
