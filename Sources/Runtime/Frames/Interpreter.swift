/// Everything that belongs to one interpreter: types, names, modules, heap, caches. Several live side by side; nothing in Runtime is global.
@frozen
public struct InterpreterState: BitwiseCopyable {
  public var heap: Heap
  public var types: UnsafeMutablePointer<BuiltinTypes>
  /// Interned strs of `Name`, by index.
  public var names: SlotPointer
  /// One-character strs of code points 0 ..< 256, the empty str, the empty tuple, empty bytes.
  public var latin1: SlotPointer
  public var emptyStr: Value
  public var emptyTuple: Value
  public var emptyBytes: Value
  public var internTable: InternTable
  public var attributeCache: AttributeCache
  /// `sys.modules`.
  public var modules: Ref<DictObject>
  /// The builtin `__import__`, by which IMPORT_NAME knows that nobody replaced it.
  public var importFunction: Value
  /// The class of `__spec__`; none until a module needs it.
  public var moduleSpecType: Ref<TypeObject>
  /// The namespace of module builtins.
  public var builtins: Ref<DictObject>
  /// The namespace of module sys.
  public var sysDict: Ref<DictObject>
  public var nextTypeVersion: UInt64
  public var nextDictVersion: UInt64
  /// Keys of SipHash for str and bytes.
  public var hashKey0: UInt64
  public var hashKey1: UInt64
  /// The Python version whose library the run has.
  public var level: LanguageLevel
  /// `sys.get_int_max_str_digits()`: longest decimal text of an int that is converted, 0 = no limit.
  public var maxStrDigits: Int
  /// `sys.flags.optimize`: what `compile` makes of assertions, `__debug__` and docstrings unless it is told.
  public var optimization: Int
  /// Bytes that the program may still write, to files and streams together.
  public var outputLeft: Int
  /// Whether the environment of the process is hidden from the program.
  public var hidesEnvironment: Bool
  /// The main thread.
  public var mainThread: Thread
  /// The Swift side: registry of native types and modules, hooks (`Unmanaged<InterpreterBox>`).
  public var box: UnsafeRawPointer
  /// The MemoryError raised when there is no memory to make one.
  public var memoryError: Value
  /// The cell that MAKE_CELL takes when there is no memory to make one.
  public var spareCell: Value
  /// Python values that native modules keep alive: a list.
  public var roots: Value
  /// `sys.addaudithook`: a list, or null while there is none.
  public var auditHooks: Value
  /// What module `_codecs` knows: a tuple of the list of search functions, a dict of the codecs found, and one of the error handlers; null = nothing.
  public var codecs: Value
  /// `signal.signal`: a dict of the handlers by number; null = none were set.
  public var signalHandlers: Value
  /// `gc.callbacks`, once module gc was imported; null before.
  public var collectionCallbacks: Value
  /// What `Thread.warn` calls with a message, a category and a stack level, once module _warnings was imported; null before.
  public var warningFunction: Value
  /// Held by the thread that runs; nil until a second thread is started.
  public var lock: OpaquePointer?
  /// The threads that take part, once there is a lock.
  public var firstThread: UnsafeMutablePointer<ThreadState>?
  /// What new threads are to call: a dict, once there is a lock.
  public var threadStarts: Value
  /// Handles of threads that the end of the program waits for: a list, once module _thread was imported.
  public var joinedThreads: Value
  /// Threads started so far.
  public var startedThreads: Int
  /// Threads besides the main thread.
  public var threadCount: Int
  /// The instruction budget, while no thread has it.
  public var sharedBudget: Int
  /// `_thread.stack_size`
  public var threadStackSize: Int
  /// `sys.setswitchinterval`, in microseconds.
  public var switchInterval: Int
  /// `sys.setdlopenflags`
  public var dlopenFlags: Int32
  /// The program is ending: `sys.is_finalizing()`.
  public var isFinalizing: Bool
}

/// Handle of an `InterpreterState`.
@frozen
public struct Interpreter: BitwiseCopyable {
  public var pointer: UnsafeMutablePointer<InterpreterState>
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutablePointer<InterpreterState>) { self.pointer = pointer }
  @inlinable @inline(__always) public var state: InterpreterState {
    unsafeAddress { UnsafePointer(pointer) }
    nonmutating unsafeMutableAddress { pointer }
  }
}

extension Interpreter {
  @inlinable @inline(__always) public var heap: Heap { get { state.heap } nonmutating set { state.heap = newValue } }
  @inlinable @inline(__always) public var types: UnsafeMutablePointer<BuiltinTypes> {
    get { state.types } nonmutating set { state.types = newValue }
  }
  @inlinable @inline(__always) public var names: SlotPointer { get { state.names } nonmutating set { state.names = newValue } }
  @inlinable @inline(__always) public var latin1: SlotPointer { get { state.latin1 } nonmutating set { state.latin1 = newValue } }
  @inlinable @inline(__always) public var emptyStr: Value { get { state.emptyStr } nonmutating set { state.emptyStr = newValue } }
  @inlinable @inline(__always) public var emptyTuple: Value { get { state.emptyTuple } nonmutating set { state.emptyTuple = newValue } }
  @inlinable @inline(__always) public var emptyBytes: Value { get { state.emptyBytes } nonmutating set { state.emptyBytes = newValue } }
  @inlinable @inline(__always) public var internTable: InternTable {
    get { state.internTable } nonmutating set { state.internTable = newValue }
  }
  @inlinable @inline(__always) public var attributeCache: AttributeCache {
    get { state.attributeCache } nonmutating set { state.attributeCache = newValue }
  }
  @inlinable @inline(__always) public var modules: Ref<DictObject> { get { state.modules } nonmutating set { state.modules = newValue } }
  @inlinable @inline(__always) public var importFunction: Value {
    get { state.importFunction } nonmutating set { state.importFunction = newValue }
  }
  @inlinable @inline(__always) public var moduleSpecType: Ref<TypeObject> {
    get { state.moduleSpecType } nonmutating set { state.moduleSpecType = newValue }
  }
  @inlinable @inline(__always) public var builtins: Ref<DictObject> {
    get { state.builtins } nonmutating set { state.builtins = newValue }
  }
  @inlinable @inline(__always) public var sysDict: Ref<DictObject> { get { state.sysDict } nonmutating set { state.sysDict = newValue } }
  @inlinable @inline(__always) public var nextTypeVersion: UInt64 {
    get { state.nextTypeVersion } nonmutating set { state.nextTypeVersion = newValue }
  }
  @inlinable @inline(__always) public var nextDictVersion: UInt64 {
    get { state.nextDictVersion } nonmutating set { state.nextDictVersion = newValue }
  }
  @inlinable @inline(__always) public var hashKey0: UInt64 { get { state.hashKey0 } nonmutating set { state.hashKey0 = newValue } }
  @inlinable @inline(__always) public var hashKey1: UInt64 { get { state.hashKey1 } nonmutating set { state.hashKey1 = newValue } }
  @inlinable @inline(__always) public var level: LanguageLevel { get { state.level } nonmutating set { state.level = newValue } }
  @inlinable @inline(__always) public var optimization: Int {
    get { state.optimization } nonmutating set { state.optimization = newValue }
  }
  @inlinable @inline(__always) public var maxStrDigits: Int {
    get { state.maxStrDigits } nonmutating set { state.maxStrDigits = newValue }
  }
  public var outputLeft: Int { get { state.outputLeft } nonmutating set { state.outputLeft = newValue } }
  public var hidesEnvironment: Bool { get { state.hidesEnvironment } nonmutating set { state.hidesEnvironment = newValue } }
  @inlinable @inline(__always) public var mainThread: Thread { get { state.mainThread } nonmutating set { state.mainThread = newValue } }
  @inlinable @inline(__always) public var box: UnsafeRawPointer { get { state.box } nonmutating set { state.box = newValue } }
  @inlinable @inline(__always) public var spareCell: Value {
    get { state.spareCell } nonmutating set { state.spareCell = newValue }
  }
  @inlinable @inline(__always) public var memoryError: Value {
    get { state.memoryError } nonmutating set { state.memoryError = newValue }
  }
  @inlinable @inline(__always) public var roots: Value { get { state.roots } nonmutating set { state.roots = newValue } }
  @inlinable @inline(__always) public var codecs: Value { get { state.codecs } nonmutating set { state.codecs = newValue } }
  @inlinable @inline(__always) public var signalHandlers: Value {
    get { state.signalHandlers }
    nonmutating set { state.signalHandlers = newValue }
  }
  @inlinable @inline(__always) public var auditHooks: Value { get { state.auditHooks } nonmutating set { state.auditHooks = newValue } }
  @inlinable @inline(__always) public var collectionCallbacks: Value {
    get { state.collectionCallbacks } nonmutating set { state.collectionCallbacks = newValue }
  }
  @inlinable @inline(__always) public var lock: OpaquePointer? { get { state.lock } nonmutating set { state.lock = newValue } }
  @inlinable @inline(__always) public var firstThread: UnsafeMutablePointer<ThreadState>? { get { state.firstThread } nonmutating set { state.firstThread = newValue } }
  @inlinable @inline(__always) public var threadStarts: Value { get { state.threadStarts } nonmutating set { state.threadStarts = newValue } }
  @inlinable @inline(__always) public var joinedThreads: Value { get { state.joinedThreads } nonmutating set { state.joinedThreads = newValue } }
  @inlinable @inline(__always) public var startedThreads: Int { get { state.startedThreads } nonmutating set { state.startedThreads = newValue } }
  @inlinable @inline(__always) public var threadCount: Int { get { state.threadCount } nonmutating set { state.threadCount = newValue } }
  @inlinable @inline(__always) public var sharedBudget: Int { get { state.sharedBudget } nonmutating set { state.sharedBudget = newValue } }
  @inlinable @inline(__always) public var threadStackSize: Int { get { state.threadStackSize } nonmutating set { state.threadStackSize = newValue } }
  @inlinable @inline(__always) public var switchInterval: Int {
    get { state.switchInterval } nonmutating set { state.switchInterval = newValue }
  }
  @inlinable @inline(__always) public var dlopenFlags: Int32 {
    get { state.dlopenFlags } nonmutating set { state.dlopenFlags = newValue }
  }
  @inlinable @inline(__always) public var isFinalizing: Bool {
    get { state.isFinalizing } nonmutating set { state.isFinalizing = newValue }
  }
  @inlinable @inline(__always) public var warningFunction: Value {
    get { state.warningFunction } nonmutating set { state.warningFunction = newValue }
  }
}
