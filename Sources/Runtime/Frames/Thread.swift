/// The state of one thread that runs Python: the first argument of every kernel and native function. See `Thread`.
@frozen
public struct ThreadState: BitwiseCopyable {
  public var interpreter: Interpreter
  public var heap: Heap
  /// The running frame; none outside Python code.
  public var frame: Frame
  /// First unused word of the VM stack: behind the running frame and the arguments that native code placed there.
  public var stackTop: SlotPointer
  public var stackStart: SlotPointer
  public var stackEnd: SlotPointer
  /// What is left of the instruction budget; below 0 the next poll takes its slow path.
  public var budget: Int
  /// Negative while something is asked of the thread (interrupt, collection, time): the next poll takes its slow path.
  public var breaker: Int
  /// The exception on its way while a `Raised` travels.
  public var exception: Value
  /// The exception being handled (`sys.exception()`): points to `baseHandled` or into the running generator.
  public var handled: SlotPointer
  public var baseHandled: SlotPointer
  /// What the entry frame returned.
  public var result: Value
  /// Frames at most (`sys.setrecursionlimit`).
  public var recursionLimit: Int32
  /// Native stack: no deeper than this address.
  public var nativeStackLimit: UInt
  /// Native stack: where the collector starts to scan.
  public var nativeStackStart: UInt
  /// `sys.set_asyncgen_hooks`: called with an async generator that is iterated for the first time, and with one that is collected unfinished.
  /// null or None = none.
  public var asyncFirstIteration: Value
  public var asyncFinalizer: Value
  /// The names of keyword arguments that KW_NAMES has given for the call that follows (3.11 and 3.12), or null.
  public var keywordNames: Value
  /// What is asked of the thread (`ThreadRequest` bits), by signal handlers too; `breaker` is negative then.
  public var requests: UInt32
  /// The exception on its way was in flight before (`raise` without operands, RERAISE): the running frame is in its traceback already.
  public var reraising: Bool
  /// Why the program is being ended, if it is: no handler catches what is on its way then.
  public var stop: StopReason
  /// What watches each instruction (`Observer`), or nil.
  public var observer: UnsafeMutableRawPointer?
  /// Where the native stack of the innermost loop begins; 0 outside all loops.
  public var loopBase: UInt
  /// The innermost loop calls the observer.
  public var isObserving: Bool
  /// `sys.settrace` and `sys.setprofile`: called with the events of frames; null = none.
  public var traceFunction: Value
  public var profileFunction: Value
  /// The current context (PEP 567): null until a variable is set.
  public var context: Value
  /// Native functions whose call was reported to the profile function and whose return was not: a list, or null.
  public var profiledCalls: Value
  /// Where an observing loop is to go on, while `Raised` leaves one that does not observe; its frame is none otherwise.
  public var transfer: Transfer
  /// While the thread does not hold the interpreter's lock: from where the collector scans its native stack; else 0.
  public var savedStackPointer: UInt
  /// The next of the interpreter's threads.
  public var nextThread: UnsafeMutablePointer<ThreadState>?
  /// The key in `threadStarts` of what the thread runs; null for the main thread.
  public var startKey: Value
  /// Frames that `cr_origin` of new coroutines has at most (`sys.set_coroutine_origin_tracking_depth`).
  public var originDepth: Int32
}

/// The registers of a loop that another loop takes over.
@frozen
public struct Transfer: BitwiseCopyable {
  var frame: Frame
  var pc: CodePointer?
  var sp: SlotPointer?
}

/// Bits of `ThreadState.requests`.
@frozen
public struct ThreadRequest: OptionSet, BitwiseCopyable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Raise KeyboardInterrupt.
  @inlinable public static var interrupt: ThreadRequest { ThreadRequest(rawValue: 1) }
  /// The time limit has passed.
  @inlinable public static var timeLimit: ThreadRequest { ThreadRequest(rawValue: 2) }
  /// Call the handlers of signals that came.
  @inlinable public static var signals: ThreadRequest { ThreadRequest(rawValue: 4) }
  /// Let another thread run.
  @inlinable public static var yield: ThreadRequest { ThreadRequest(rawValue: 1 << 16) }
}

/// A limit that ended the program.
@frozen
public enum StopReason: UInt8, BitwiseCopyable, Sendable {
  case none, instructions, time
  /// There was no memory where nothing may be raised.
  case memory
  /// It wrote more than it may.
  case output
}

/// Handle of a `ThreadState`. Fields read and write through it.
@frozen
public struct Thread: BitwiseCopyable {
  public var pointer: UnsafeMutablePointer<ThreadState>
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutablePointer<ThreadState>) { self.pointer = pointer }
  @inlinable @inline(__always) public var state: ThreadState {
    unsafeAddress { UnsafePointer(pointer) }
    nonmutating unsafeMutableAddress { pointer }
  }
  /// The builtin types of the interpreter.
  @inlinable public var types: BuiltinTypes { @inline(__always) unsafeAddress { UnsafePointer(self.interpreter.types) } }
  /// The interned str of a name that the runtime itself uses.
  @inlinable @inline(__always) public func name(_ name: Name) -> Value { self.interpreter.names[name.index] }

  /// Charges the budget; true if the slow path (`pollSlow`) must be taken.
  @inlinable @inline(__always) public func poll(charge: Int) -> Bool {
    let left = self.budget &- charge
    self.budget = left
    return (left | self.breaker) < 0
  }
}

extension Thread {
  @inlinable @inline(__always) public var interpreter: Interpreter {
    get { state.interpreter } nonmutating set { state.interpreter = newValue }
  }
  @inlinable @inline(__always) public var heap: Heap { get { state.heap } nonmutating set { state.heap = newValue } }
  @inlinable @inline(__always) public var frame: Frame { get { state.frame } nonmutating set { state.frame = newValue } }
  @inlinable @inline(__always) public var stackTop: SlotPointer { get { state.stackTop } nonmutating set { state.stackTop = newValue } }
  @inlinable @inline(__always) public var stackStart: SlotPointer {
    get { state.stackStart } nonmutating set { state.stackStart = newValue }
  }
  @inlinable @inline(__always) public var stackEnd: SlotPointer { get { state.stackEnd } nonmutating set { state.stackEnd = newValue } }
  @inlinable @inline(__always) public var budget: Int { get { state.budget } nonmutating set { state.budget = newValue } }
  @inlinable @inline(__always) public var breaker: Int { get { state.breaker } nonmutating set { state.breaker = newValue } }
  @inlinable @inline(__always) public var exception: Value { get { state.exception } nonmutating set { state.exception = newValue } }
  @inlinable @inline(__always) public var handled: SlotPointer { get { state.handled } nonmutating set { state.handled = newValue } }
  @inlinable @inline(__always) public var baseHandled: SlotPointer {
    get { state.baseHandled } nonmutating set { state.baseHandled = newValue }
  }
  @inlinable @inline(__always) public var result: Value { get { state.result } nonmutating set { state.result = newValue } }
  @inlinable @inline(__always) public var recursionLimit: Int32 {
    get { state.recursionLimit } nonmutating set { state.recursionLimit = newValue }
  }
  @inlinable @inline(__always) public var nativeStackLimit: UInt {
    get { state.nativeStackLimit } nonmutating set { state.nativeStackLimit = newValue }
  }
  @inlinable @inline(__always) public var nativeStackStart: UInt {
    get { state.nativeStackStart } nonmutating set { state.nativeStackStart = newValue }
  }
  @inlinable @inline(__always) public var asyncFirstIteration: Value {
    get { state.asyncFirstIteration } nonmutating set { state.asyncFirstIteration = newValue }
  }
  @inlinable @inline(__always) public var asyncFinalizer: Value {
    get { state.asyncFinalizer } nonmutating set { state.asyncFinalizer = newValue }
  }
  @inlinable @inline(__always) public var keywordNames: Value {
    get { state.keywordNames } nonmutating set { state.keywordNames = newValue }
  }
  @inlinable @inline(__always) public var requests: UInt32 { get { state.requests } nonmutating set { state.requests = newValue } }
  @inlinable @inline(__always) public var reraising: Bool { get { state.reraising } nonmutating set { state.reraising = newValue } }
  @inlinable @inline(__always) public var stop: StopReason { get { state.stop } nonmutating set { state.stop = newValue } }
  @inlinable @inline(__always) public var observer: UnsafeMutableRawPointer? {
    get { state.observer } nonmutating set { state.observer = newValue }
  }
  @inlinable @inline(__always) public var loopBase: UInt { get { state.loopBase } nonmutating set { state.loopBase = newValue } }
  @inlinable @inline(__always) public var isObserving: Bool { get { state.isObserving } nonmutating set { state.isObserving = newValue } }
  @inlinable @inline(__always) public var context: Value { get { state.context } nonmutating set { state.context = newValue } }
  @inlinable @inline(__always) public var traceFunction: Value {
    get { state.traceFunction } nonmutating set { state.traceFunction = newValue }
  }
  @inlinable @inline(__always) public var profileFunction: Value {
    get { state.profileFunction } nonmutating set { state.profileFunction = newValue }
  }
  @inlinable @inline(__always) public var profiledCalls: Value {
    get { state.profiledCalls } nonmutating set { state.profiledCalls = newValue }
  }
  @inlinable @inline(__always) public var transfer: Transfer { get { state.transfer } nonmutating set { state.transfer = newValue } }
  @inlinable @inline(__always) public var originDepth: Int32 { get { state.originDepth } nonmutating set { state.originDepth = newValue } }
}
