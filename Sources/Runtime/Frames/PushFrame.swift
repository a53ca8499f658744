extension Thread {
  /// Lays a frame for a call of `function` on the VM stack and makes it the running one. All its variables are unset.
  /// RecursionError beyond the recursion limit or the end of the stack. Charges the instruction budget.
  @inline(__always)
  func pushFrame(_ function: Ref<FunctionObject>, _ code: Ref<CodeObject>) throws(Raised) -> Frame {
    let frame = try pushFrame(function, code, initialized: 0)
    return frame
  }

  /// The same; the caller fills the first `initialized` variables at once.
  @inline(__always)
  func pushFrame(_ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, initialized: Int) throws(Raised) -> Frame {
    let caller = self.frame
    let top = self.stackTop
    let depth = caller.isNone ? 1 : caller.depth &+ 1
    if _slowPath(self.stackEnd - top < code.frameWords || depth > self.recursionLimit) { throw recursionError() }
    if _slowPath(poll(charge: 1)) { try pollSlow(self, caller) }
    let frame = Frame(bits: UInt64(UInt(bitPattern: top)))
    frame.fill(function, code, previous: caller, depth: depth)
    let locals = frame.locals
    var i = initialized
    let count = code.localsPlusCount
    while i < count {
      locals[i] = .null
      i &+= 1
    }
    self.frame = frame
    self.stackTop = top + code.frameWords
    return frame
  }

  /// Takes back a frame that was pushed and did not run.
  @inline(__always)
  func dropFrame(_ frame: Frame) {
    self.frame = frame.previous
    self.stackTop = frame.start
  }
}

extension Ref where T == FrameHeader {
  /// Sets every field of the header for a frame that has not started.
  @inline(__always)
  func fill(_ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, previous: Frame, depth: Int32) {
    self.function = function
    self.code = code
    self.namespace = .null
    self.frameObject = .null
    self.generator = .none
    self.previous = previous
    self.pc = code.units
    self.constants = code.constants
    self.depth = depth
    self.flags = FrameFlags()
  }
}
