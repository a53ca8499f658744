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
  /// What is asked of the thread (`ThreadRequest` bits), by signal handlers too; `breaker` is negative then.
  public var requests: UInt32
  /// The exception on its way was in flight before (`raise` without operands, RERAISE): the running frame is in its traceback already.
  public var reraising: Bool
  /// Why the program is being ended, if it is: no handler catches what is on its way then.
  public var stop: StopReason
  /// What watches each instruction (`Observer`), or nil.
  public var observer: UnsafeMutableRawPointer?
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
}

/// A limit that ended the program.
@frozen
public enum StopReason: UInt8, BitwiseCopyable, Sendable {
  case none, instructions, time
}

/// Handle of a `ThreadState`. Fields read and write through it.
@frozen
@dynamicMemberLookup
public struct Thread: BitwiseCopyable {
  public var pointer: UnsafeMutablePointer<ThreadState>
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutablePointer<ThreadState>) { self.pointer = pointer }
  @inlinable @inline(__always) public subscript<V: BitwiseCopyable>(dynamicMember path: WritableKeyPath<ThreadState, V>) -> V {
    @inline(__always) get { pointer.pointee[keyPath: path] }
    @inline(__always) nonmutating set { pointer.pointee[keyPath: path] = newValue }
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
