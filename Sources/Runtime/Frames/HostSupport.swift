import CSupport
import Glibc

// What programs need that run an interpreter of their own: calls from several native threads, time limits, an end.

extension Thread {
  /// From now on the calling native thread runs this thread state: the collector scans its stack, and recursion ends with it. Nothing of an earlier
  /// native thread may be under way.
  public func adoptNativeStack() {
    var low: UInt = 0
    var high: UInt = 0
    support_native_stack_bounds(&low, &high)
    self.nativeStackLimit = low + ThreadState.nativeReserve
    self.nativeStackStart = high
  }

  /// Sets the memory limit in bytes: of Python objects, and of the stack of frames.
  public func limitMemory(_ bytes: Int) {
    self.heap.setLimit(bytes)
    let page = 1 << 16
    let words = (max(bytes, ThreadState.leastVMStackBytes) + page - 1) / page * page / MemoryLayout<Value>.stride
    guard self.stackEnd - self.stackStart > words else { return }
    let end = self.stackStart + words
    munmap(UnsafeMutableRawPointer(end), (self.stackEnd - end) * MemoryLayout<Value>.stride)
    self.stackEnd = end
  }

  /// Gives a program that ends some memory beyond its limit, for its last words.
  public func openReserve() {
    let limit = self.heap.state.pointee.limit
    if limit < Int.max - HeapState.reserve { self.heap.setLimit(limit + HeapState.reserve) }
  }

  /// How many of `count` bytes the program may write: all, or as many as its output limit leaves. Where that is none, the program ends.
  /// What is written then is counted by `countOutput`.
  public func mayWrite(_ count: Int) throws(Raised) -> Int {
    let left = self.interpreter.outputLeft
    if left == 0, count > 0 { throw stopProgram(.output) }
    return min(count, left)
  }

  public func countOutput(_ count: Int) {
    if self.interpreter.outputLeft != .max { self.interpreter.outputLeft -= count }
  }

  /// Ends the program after so many seconds (`StopReason.time`), unless `support_deadline_cancel` comes before.
  /// - Returns: the deadline's id, -1 if there is no memory or no thread for it.
  public func startDeadline(seconds: Double) -> Int32 {
    let state = UnsafeMutableRawPointer(pointer)
    guard let requests = MemoryLayout<ThreadState>.offset(of: \.requests), let breaker = MemoryLayout<ThreadState>.offset(of: \.breaker)
    else { return -1 }
    return support_deadline_start(
      (state + requests).assumingMemoryBound(to: UInt32.self), (state + breaker).assumingMemoryBound(to: Int64.self),
      ThreadRequest.timeLimit.rawValue, seconds)
  }
}

extension Interpreter {
  /// Gives all memory back. Nothing runs in the interpreter any more, and nothing refers to its objects.
  public func destroy() {
    if let lock = self.lock { support_lock_abandon(lock) }
    self.mainThread.destroy()
    self.heap.destroy()
    self.types.deallocate()
    self.names.deallocate()
    self.latin1.deallocate()
    self.internTable.destroy()
    self.attributeCache.destroy()
    Unmanaged<InterpreterBox>.fromOpaque(self.box).release()
    pointer.deallocate()
  }
}
