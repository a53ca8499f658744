// The instructions that call and return. Calls from Python to Python push a frame and stay in the engine's loop.

/// CALL
@inline(__always)
func call(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - count
  let callable = base[-2]
  if _fastPath(callable.isKind(.function)) {
    let function: Ref<FunctionObject> = callable.unchecked()
    let code = function.code
    let offset = base[-1].isNull ? 0 : 1
    if _fastPath(code.simpleArgumentCount == count &+ offset && code.engine == frame.code.engine) {
      let top = t.stackTop
      let depth = frame.depth &+ 1
      // The poll of `pushFrame`, charged only if this path is taken.
      let budget = t.budget &- 1
      if _fastPath(t.stackEnd - top >= code.frameWords && depth <= t.recursionLimit && (budget | t.breaker) >= 0) {
        t.budget = budget
        frame.returnPC = next
        frame.returnSP = base - 2
        return t.enterSimple(function, code, caller: frame, Slots(base: base - offset, count: count &+ offset), depth)
      }
    }
  }
  return try callOther(t, frame, sp, next, count)
}

extension Thread {
  /// Pushes the frame of a function that needs no argument binding; there is room for it.
  @inline(__always)
  func enterSimple(
    _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, caller: Frame, _ arguments: Slots, _ depth: Int32
  ) -> Machine {
    let top = self.stackTop
    let callee = Frame(bits: UInt64(UInt(bitPattern: top)))
    callee.fill(function, code, previous: caller, depth: depth)
    let locals = callee.locals
    var i = 0
    while i < arguments.count {
      locals[i] = arguments[i]
      i &+= 1
    }
    let count = code.localsPlusCount
    while i < count {
      locals[i] = .null
      i &+= 1
    }
    self.frame = callee
    self.stackTop = top + code.frameWords
    return Machine(frame: callee, pc: code.units, sp: locals + count)
  }
}

/// CALL of anything but a function that needs no binding.
@inline(never)
func callOther(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - count
  let callable = base[-2]
  let offset = base[-1].isNull ? 0 : 1
  let arguments = Slots(base: base - offset, count: count &+ offset)
  if callable.isKind(.nativeFunction) {
    let result = try t.callNative(callable.unchecked(), Arguments(arguments))
    return try t.goOn(frame, next, base - 2, result)
  }
  return try t.enter(callable, Arguments(arguments), frame, next, base - 2)
}

/// CALL_KW: the last of the `count` arguments belong to the names.
@inline(never)
func callKeywords(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ count: Int) throws(Raised) -> Machine {
  let base = sp - (count &+ 1)
  let offset = base[-1].isNull ? 0 : 1
  try t.requireKeywordNames(sp[-1], atMost: count)
  let arguments = Arguments(Slots(base: base - offset, count: count &+ offset), names: sp[-1])
  return try t.enter(base[-2], arguments, frame, next, base - 2)
}

extension Thread {
  /// The verifier knows the names only where they are one constant on all paths; compilers make no other code.
  ///
  /// - Throws: SystemError unless they are a tuple of at most `count` strs.
  func requireKeywordNames(_ names: Value, atMost count: Int) throws(Raised) {
    guard names.isKind(.tuple) else { throw raise(types.systemError, "names of keyword arguments must be a tuple, not '%T'", names) }
    let names: Ref<TupleObject> = names.unchecked()
    guard names.count <= count else { throw raise(types.systemError, "more names of keyword arguments than arguments") }
    for i in 0..<names.count where !names.items[i].isKind(.str) {
      throw raise(types.systemError, "names of keyword arguments must be strings, not '%T'", names.items[i])
    }
  }
}

/// RETURN_VALUE
@inline(__always)
func returnValue(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer) throws(Raised) -> Machine {
  try t.leave(frame, sp[-1])
}

/// RETURN_CONST
@inline(__always)
func returnConstant(_ t: Thread, _ frame: Frame, _ sp: SlotPointer, _ next: CodePointer, _ value: Value) throws(Raised) -> Machine {
  try t.leave(frame, value)
}

/// EXIT_INIT_CHECK
func checkInitResult(_ t: Thread, _ result: Value) throws(Raised) {
  if !result.isNone { throw t.raise(t.types.typeError, "__init__() should return None, not '%T'", result) }
}

extension Thread {
  /// Calls `callable` for an instruction of `caller`: a Python function's frame is entered in the loop; everything else runs at once.
  /// The result goes to `result`, and the caller's stack ends behind it.
  @inline(never)
  func enter(
    _ callable: Value, _ arguments: Arguments, _ caller: Frame, _ next: CodePointer, _ result: SlotPointer
  ) throws(Raised) -> Machine {
    caller.returnPC = next
    caller.returnSP = result
    if callable.isObject {
      switch callable.object.kind {
      case .function:
        if callable.unchecked(as: FunctionObject.self).code.engine == caller.code.engine {
          let machine = try start(try bindFrame(callable.unchecked(), arguments))
          return self.breaker < 0 ? try answerBetween(machine) : machine
        }
      case .boundMethod where arguments.me.isNull:
        let method: Ref<BoundMethodObject> = callable.unchecked()
        var arguments = arguments
        arguments.me = method.boundSelf
        return try enter(method.function, arguments, caller, next, result)
      case .type:
        let machine = try enterConstructor(callable.unchecked(), arguments, caller)
        if !machine.frame.isNone { return machine }
      default: break
      }
    }
    return try goOn(caller, next, result, try invoke(callable, arguments))
  }

  /// The registers with which a frame goes on after a call that was done at once; what was asked of the thread meanwhile is answered first.
  @inline(__always)
  func goOn(_ frame: Frame, _ next: CodePointer, _ result: SlotPointer, _ value: Value) throws(Raised) -> Machine {
    result.pointee = value
    let machine = Machine(frame: frame, pc: next, sp: result + 1)
    return _slowPath(self.breaker < 0) ? try answerBetween(machine) : machine
  }

  /// The registers with which a bound frame starts. Where calls make generators, the frame becomes one, which is what the caller gets.
  @inline(__always)
  func start(_ frame: Frame) throws(Raised) -> Machine {
    let code = frame.code
    if _slowPath(code.traits.contains(.makesGenerator)) { return try startGenerator(frame, code) }
    return Machine(frame: frame, pc: code.units, sp: frame.stackBase)
  }

  @inline(never)
  private func startGenerator(_ frame: Frame, _ code: Ref<CodeObject>) throws(Raised) -> Machine {
    try leave(frame, Value(try makeGenerator(frame, frame.stackBase, code.units)))
  }

  /// A call of a class with object's `__new__` whose `__init__` is a Python function: makes the instance and enters the frame of `__init__`.
  /// The frame is none if the class is not of this kind.
  private func enterConstructor(_ type: Ref<TypeObject>, _ arguments: Arguments, _ caller: Frame) throws(Raised) -> Machine {
    let none = Machine(frame: .none, pc: caller.pc, sp: caller.returnSP)
    guard arguments.me.isNull, isPlainlyConstructed(type), type.cachedInit.isKind(.function) else { return none }
    let initializer: Ref<FunctionObject> = type.cachedInit.unchecked()
    let code = initializer.code
    guard code.flags.contains(.optimized), code.engine == caller.code.engine else { return none }
    let instance = Value(try makeInstance(type))
    var arguments = arguments
    arguments.me = instance
    let frame = try bindFrame(initializer, arguments)
    frame.namespace = instance
    frame.flags = .constructor
    return try start(frame)
  }

  /// Ends `frame` with a result.
  @inline(__always)
  func leave(_ frame: Frame, _ value: Value) throws(Raised) -> Machine {
    if _fastPath(frame.flags.rawValue == 0) {
      let caller = frame.previous
      self.frame = caller
      self.stackTop = frame.start
      let result = caller.returnSP
      result.pointee = value
      return Machine(frame: caller, pc: caller.returnPC, sp: result + 1)
    }
    return try leaveFlagged(frame, value)
  }

  /// Ends a frame that was entered from native code, lies in a generator, has a frame object, or runs a constructor.
  @inline(never)
  private func leaveFlagged(_ frame: Frame, _ value: Value) throws(Raised) -> Machine {
    let flags = frame.flags
    var value = value
    let caller = frame.previous
    if flags.contains(.generator) { return try leaveGenerator(frame, value) }
    if flags.contains(.hasObject) { try detachFrameObject(frame) }
    dropFrame(frame)
    if flags.contains(.constructor) {
      try checkInitResult(self, value)
      value = frame.namespace
    }
    if flags.contains(.entry) {
      self.result = value
      return Machine(frame: .none, pc: frame.pc, sp: frame.start)
    }
    let result = caller.returnSP
    result.pointee = value
    return Machine(frame: caller, pc: caller.returnPC, sp: result + 1)
  }
}
