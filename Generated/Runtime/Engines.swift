// The engines, one for each Python version.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Runs `start.frame` until it returns, yields or raises, in a loop of its code's version: one that observes if the thread has an observer.
func runLoop(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  switch start.frame.code.engine {
  case 3:
    if t.observer == nil { return try interpret_3_8(t, start) }
    return t.usesRegisterForm ? try interpret_3_8(t, start) : try observe_3_8(t, start)
  case 4:
    if t.observer == nil { return try interpret_3_9(t, start) }
    return t.usesRegisterForm ? try interpret_3_9(t, start) : try observe_3_9(t, start)
  case 5:
    if t.observer == nil { return try interpret_3_10(t, start) }
    return t.usesRegisterForm ? try interpret_3_10(t, start) : try observe_3_10(t, start)
  case 6:
    if t.observer == nil { return try interpret_3_11(t, start) }
    return t.usesRegisterForm ? try interpret_3_11(t, start) : try observe_3_11(t, start)
  case 7:
    if t.observer == nil { return try interpret_3_12(t, start) }
    return t.usesRegisterForm ? try interpret_3_12(t, start) : try observe_3_12(t, start)
  case 8:
    if t.observer == nil { return try interpret_3_13(t, start) }
    if let code = try t.registerCode(startingAt: start) { return try runRegisters_3_13(t, start, code) }
    return t.usesRegisterForm ? try interpret_3_13(t, start) : try observe_3_13(t, start)
  case 9:
    if t.observer == nil { return try interpret_3_14(t, start) }
    return t.usesRegisterForm ? try interpret_3_14(t, start) : try observe_3_14(t, start)
  default: throw illegalInstruction(t, start.frame)
  }
}

/// Lowers an instruction of an engine to register form.
func lowerInstruction(_ engine: Int, _ opcode: Int, _ oparg: Int, _ lowering: inout Lowering) {
  switch engine {
  case 8: lower_3_13(opcode, oparg, &lowering)
  default: lowering.reject()
  }
}
