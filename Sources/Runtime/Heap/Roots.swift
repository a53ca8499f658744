import CSupport

// What is alive by itself: the interpreter, the threads' states, frames and native stacks, and what waits to be finalized.

extension Marker {
  mutating func markRoots(_ t: Thread, stackPointer: UInt) {
    let interpreter = t.interpreter
    markWords(UnsafeMutableRawPointer(interpreter.pointer), MemoryLayout<InterpreterState>.size)
    markWords(UnsafeMutableRawPointer(interpreter.types), MemoryLayout<BuiltinTypes>.size)
    if !isUnset(interpreter.names) { markWords(UnsafeMutableRawPointer(interpreter.names), Name.allCases.count * 8) }
    if !isUnset(interpreter.latin1) { markWords(UnsafeMutableRawPointer(interpreter.latin1), 256 * 8) }
    let interned = interpreter.internTable.entries
    for i in 0..<interned.count { mark(interned[i]) }
    markQueue(t.heap.state.pointee.pendingFinalizers)
    markQueue(t.heap.state.pointee.pendingCallbacks)
    markThread(t, stackPointer: stackPointer)
    var next = interpreter.firstThread
    while let state = next {
      // Those that do not run have published how deep their stacks are.
      if state != t.pointer && state.pointee.savedStackPointer != 0 { markThread(Thread(state), stackPointer: state.pointee.savedStackPointer) }
      next = state.pointee.nextThread
    }
  }

  /// While an interpreter is being made, its tables may not be there yet.
  private func isUnset(_ pointer: SlotPointer) -> Bool { UInt(bitPattern: pointer) == 0 }

  private mutating func markWords(_ start: UnsafeMutableRawPointer, _ bytes: Int) {
    let address = UInt(bitPattern: start)
    markSlots(from: address, to: address + UInt(bytes))
  }

  mutating func markQueue(_ queue: AddressQueue) {
    for i in 0..<queue.count { mark(UInt64(queue[i])) }
  }

  private mutating func markThread(_ t: Thread, stackPointer: UInt) {
    markWords(UnsafeMutableRawPointer(t.pointer), MemoryLayout<ThreadState>.size)
    mark(t.baseHandled.pointee)
    markFrames(t)
    markConservatively(from: stackPointer, to: t.nativeStackStart)
  }

  /// The VM stack: frames precisely by their verified depth, and wholly what lies between them (arguments of native calls).
  private mutating func markFrames(_ t: Thread) {
    var upper = UInt(bitPattern: t.stackTop)
    var frame = t.frame
    while !frame.isNone {
      if frame.flags.contains(.generator) {
        mark(frame.generator.bits)
      } else {
        markSlots(from: UInt(bitPattern: frame.end), to: upper)
        scanFrame(frame)
        upper = UInt(frame.bits)
      }
      frame = frame.previous
    }
    markSlots(from: UInt(bitPattern: t.stackStart), to: upper)
  }
}
