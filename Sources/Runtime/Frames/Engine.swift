/// Runs from `start` until the frame that was entered from native code ends.
func runEngine(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  throw t.raise(t.types.systemError, "no interpreter was generated")
}
