// The engines, one for each Python version.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Runs `start.frame` until it returns, yields or raises, in the engine of its code's version.
func runEngine(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  switch start.frame.code.engine {
  case 0:
    return t.observer == nil ? try interpret_3_13(t, start) : try observe_3_13(t, start)
  default: throw illegalInstruction(t, start.frame)
  }
}
