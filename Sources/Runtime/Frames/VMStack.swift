import CSupport
import Glibc

// The VM stack: one reserved mapping per thread that never moves. Frames follow each other; between the end of a frame and the next frame, or
// `stackTop`, lie only initialised values (slots of native calls).

extension ThreadState {
  /// Reserved for the frames of one thread, in bytes, and what it may come down to where address space is limited. Pages that are never used
  /// cost nothing.
  static var vmStackBytes: Int { 1 << 30 }
  static var leastVMStackBytes: Int { 1 << 20 }
  /// Native stack that stays free for code that does not look at the limit, in bytes.
  static var nativeReserve: UInt { 192 << 10 }
  /// The least native stack of a thread, in bytes.
  static var leastNativeStack: Int { 1 << 20 }
}

extension Thread {
  /// Makes the state of a thread of `interpreter` that runs on the calling native thread. Without memory for its VM stack, every call is a RecursionError.
  public static func make(_ interpreter: Interpreter) -> Thread {
    var bytes = ThreadState.vmStackBytes
    var mapping = mapStack(bytes)
    while mapping == MAP_FAILED && bytes > ThreadState.leastVMStackBytes {
      bytes /= 2
      mapping = mapStack(bytes)
    }
    let isMapped = mapping != nil && mapping != MAP_FAILED
    let stack = isMapped ? SlotPointer(mapping.unsafelyUnwrapped) : SlotPointer.allocate(capacity: 1)
    let words = isMapped ? bytes / MemoryLayout<Value>.stride : 0
    let handled = SlotPointer.allocate(capacity: 1)
    handled.initialize(to: .null)
    let native = nativeStackBounds()
    let state = UnsafeMutablePointer<ThreadState>.allocate(capacity: 1)
    state.initialize(
      to: ThreadState(
        interpreter: interpreter, heap: interpreter.heap, frame: .none, stackTop: stack, stackStart: stack, stackEnd: stack + words,
        budget: .max, breaker: 0, exception: .null, handled: handled, baseHandled: handled, result: .null, recursionLimit: 1000,
        nativeStackLimit: native.low + ThreadState.nativeReserve, nativeStackStart: native.high, asyncFirstIteration: .null,
        asyncFinalizer: .null, keywordNames: .null, requests: 0, reraising: false, stop: .none, observer: nil, loopBase: 0, isObserving: false,
        traceFunction: .null, profileFunction: .null, context: .null, profiledCalls: .null, transfer: Transfer(frame: .none, pc: nil, sp: nil), savedStackPointer: 0,
        nextThread: nil, startKey: .null, originDepth: 0))
    return Thread(state)
  }

  private static func mapStack(_ bytes: Int) -> UnsafeMutableRawPointer? {
    mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  }

  /// Gives the stacks back. Nothing runs on the thread any more.
  public func destroy() {
    if self.stackEnd > self.stackStart { munmap(UnsafeMutableRawPointer(self.stackStart), (self.stackEnd - self.stackStart) * MemoryLayout<Value>.stride) }
    self.baseHandled.deallocate()
    pointer.deallocate()
  }

  /// The addresses between which the calling native thread's stack lies.
  private static func nativeStackBounds() -> (low: UInt, high: UInt) {
    var low: UInt = 0
    var high: UInt = 0
    support_native_stack_bounds(&low, &high)
    return (low, high)
  }

  /// Reserves `count` slots behind `stackTop`, all null, for the arguments of a native call. `release` gives them back.
  @inline(__always)
  func reserve(_ count: Int) throws(Raised) -> Slots {
    let base = self.stackTop
    if _slowPath(self.stackEnd - base < count) { throw recursionError() }
    for i in 0..<count { base[i] = .null }
    self.stackTop = base + count
    return Slots(base: base, count: count)
  }

  /// Gives back what `reserve` returned, and everything above it.
  @inline(__always)
  func release(_ slots: Slots) { self.stackTop = slots.base }

  @inline(never)
  func recursionError(_ suffix: StaticString = "") -> Raised {
    do throws(Raised) {
      return raise(self.types.recursionError, "maximum recursion depth exceeded%S", try str(suffix))
    } catch {
      return error
    }
  }

  /// Guards native recursion: RecursionError ("maximum recursion depth exceeded" and `suffix`) if the native stack is nearly used up.
  @inlinable @inline(__always)
  public func enterRecursive(_ suffix: StaticString = "") throws(Raised) {
    if _slowPath(UInt(bitPattern: support_frame_address()) < self.nativeStackLimit) { throw nativeRecursionError(suffix) }
    // Sixty tuples of two, each in the next twice, are 2^60 to whoever goes through them.
    try pollNative()
  }

  /// The end of what `enterRecursive` guards. (The guard looks at the stack's address, so there is nothing to count down.)
  @inlinable @inline(__always)
  public func leaveRecursive() {}

  /// Making the exception needs some stack itself, so the limit is lowered meanwhile.
  @inline(never)
  @usableFromInline
  func nativeRecursionError(_ suffix: StaticString) -> Raised {
    let limit = self.nativeStackLimit
    self.nativeStackLimit = limit - ThreadState.nativeReserve / 2
    defer { self.nativeStackLimit = limit }
    return recursionError(suffix)
  }
}
