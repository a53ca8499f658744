import Builtins
import Glibc
import Runtime

/// Module `_thread` (CPython: Modules/_threadmodule.c). Threads are those of the system; one runs Python at a time.
enum ThreadModule {
  static let module = ModuleSpec(
    "_thread", doc: "Threads and locks, as far as they need the interpreter.", functions: starting + facts + ThreadHandle.functions
  ) { t, m throws(Raised) in
    let flags: TypeFlags = t.has(.locksMadeByType) ? [] : .noConstructor
    let lock = try t.addType(m, Locks.lock, LockObject.self, flags: flags)
    try t.addConstant(m, "LockType", Value(lock))
    try t.addType(m, Locks.recursiveLock, RecursiveLockObject.self)
    try t.addType(m, ThreadLocal.spec, ThreadLocalObject.self)
    try t.addType(m, ThreadHandle.spec, ThreadHandleObject.self, flags: [])
    try t.addConstant(m, "error", Value(t.types.runtimeError))
    try t.addConstant(m, "TIMEOUT_MAX", try t.float(greatestTimeout))
    t.interpreter.joinedThreads = Value(try t.list())
    try t.addConstant(m, "_main_thread_ident", try t.int(SysThreads.identifier()))
    let arguments = try hookArguments(t, m)
    try t.addConstant(m, "_ExceptHookArgs", Value(arguments))
  }

  private static func hookArguments(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) -> Ref<TypeObject> {
    let spec = TypeSpec("_thread._ExceptHookArgs", doc: "_ExceptHookArgs\n\nWhat a hook for exceptions of threads gets.", functions: StructSequence.functions)
    let fields: [StructSequence.Field] = [
      .init(name: "exc_type", doc: "the type of the exception"), .init(name: "exc_value", doc: "the exception"),
      .init(name: "exc_traceback", doc: "its traceback"), .init(name: "thread", doc: "the thread, or None"),
    ]
    return try StructSequence.makeType(t, m, spec, fields: fields)
  }

  /// The longest time that a lock can be waited for, in seconds.
  static let greatestTimeout = 9223372036.0

  /// Nanoseconds of the monotonic clock.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Lets other threads run for a while, at most until `until` (nanoseconds of the monotonic clock), and answers signals.
  static func pause(_ t: Thread, until: Int?) throws(Raised) {
    // The main thread looks for signals, and limits, now and then.
    var microseconds = t.pointer == t.interpreter.mainThread.pointer ? 10_000 : 500_000
    if let until { microseconds = min(microseconds, max(1, (until - now() + 999) / 1000)) }
    t.pause(microseconds: microseconds)
    try t.pollNative()
  }

  /// A lock was given back: whoever waits for it looks again.
  static func wake(_ t: Thread) { t.wakePaused() }

  // MARK: Starting

  private static func start(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let given = a[0].tupleSlots
    guard given.count >= 2 else { throw t.raise(t.types.typeError, "start_new_thread expected at least 2 arguments, got %S", try t.int(given.count)) }
    guard given.count <= 3 else { throw t.raise(t.types.typeError, "start_new_thread expected at most 3 arguments, got %S", try t.int(given.count)) }
    guard t.isCallable(given[0]) else { throw t.raise(t.types.typeError, "first arg must be callable") }
    guard given[1].isKind(.tuple) else { throw t.raise(t.types.typeError, "2nd arg must be a tuple") }
    let keywords = given.count > 2 ? given[2] : .none
    guard given.count < 3 || keywords.isKind(.dict) else { throw t.raise(t.types.typeError, "optional 3rd arg must be a dictionary") }
    try t.audit("_thread.start_new_thread", given[0], given[1], keywords)
    return try t.int(try t.startThread(given[0], given[1], keywords, ended: .null, stackSize: t.interpreter.threadStackSize))
  }

  private static let starting: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "start_new_thread(*args)", "start_new_thread(function, args[, kwargs])\nHave a new thread call a function. The result identifies the thread."
    ) { t, a throws(Raised) in try start(t, a) },
    NativeFunctionSpec("start_new(*args)", "start_new(function, args[, kwargs])\nAn old name of start_new_thread.") { t, a throws(Raised) in
      try start(t, a)
    },
    NativeFunctionSpec("allocate_lock()", "Make a lock that nobody holds.") { t, _ throws(Raised) in try newLock(t) },
    NativeFunctionSpec("allocate()", "An old name of allocate_lock.") { t, _ throws(Raised) in try newLock(t) },
    NativeFunctionSpec("exit()", "End the thread: raise SystemExit.") { t, _ throws(Raised) in throw t.raise(try t.call(Value(t.types.systemExit))) },
    NativeFunctionSpec("exit_thread()", "An old name of exit.") { t, _ throws(Raised) in
      throw t.raise(try t.call(Value(t.types.systemExit)))
    },
    NativeFunctionSpec("interrupt_main(signum=2, /)", "Have the main thread act as if the signal had come: KeyboardInterrupt for SIGINT.") {
      t, a throws(Raised) in
      let number = try t.cInt(a[0])
      guard (1..<65).contains(number) else { throw t.raise(t.types.valueError, "signal number out of range") }
      if number == Int(SIGINT) { t.interruptMain() }
      return .none
    },
    NativeFunctionSpec("_set_sentinel()", "A lock that is given back when the calling thread ends.") { t, _ throws(Raised) in
      let lock = try newLock(t)
      try t.callAtThreadEnd(Value(try t.closure(giveBack, lock)))
      return lock
    },
  ]

  /// The thread has ended whose lock this is.
  private static let giveBack = NativeFunctionSpec("ended(lock, /)") { t, a throws(Raised) in
    a.object(0, LockObject.self).isLocked = false
    wake(t)
    return .none
  }

  private static func newLock(_ t: Thread) throws(Raised) -> Value { Value(try t.make(LockObject.self, t.typeNamed("_thread.lock"))) }

  // MARK: Facts

  private static let facts: [NativeFunctionSpec] = [
    NativeFunctionSpec("get_ident()", "A number that no other running thread has.") { t, _ throws(Raised) in try t.int(SysThreads.identifier()) },
    NativeFunctionSpec("get_native_id()", "The number by which the system knows the thread.") { t, _ throws(Raised) in
      try t.int(SysThreads.systemIdentifier())
    },
    NativeFunctionSpec("_get_main_thread_ident()", "The number of the main thread.") { t, _ throws(Raised) in
      try t.getAttribute(try t.importModule(try t.str("_thread")), try t.intern("_main_thread_ident"))
    },
    NativeFunctionSpec("_count()", "How many threads run besides the main thread.") { t, _ throws(Raised) in try t.int(t.interpreter.threadCount) },
    NativeFunctionSpec("_is_main_interpreter()", "True.") { _, _ throws(Raised) in .true },
    NativeFunctionSpec("daemon_threads_allowed()", "True: threads do not keep the program from ending.") { _, _ throws(Raised) in .true },
    NativeFunctionSpec("set_name(name)", "Name the thread for the system. Does nothing.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "set_name() argument 'name' must be str, not %B", a[0]) }
      return .none
    },
    NativeFunctionSpec("stack_size(size=0, /)", "Set the size of the stack of new threads, 0 = the system's; return the size set before.") {
      t, a throws(Raised) in
      let size = try t.asIndex(a[0])
      if size < 0 { throw t.raise(t.types.valueError, "size must be 0 or a positive value") }
      if size != 0 && size < 32768 { throw t.raise(t.types.valueError, "size not valid: %S bytes", a[0]) }
      let old = t.interpreter.threadStackSize
      t.interpreter.threadStackSize = size
      return try t.int(old)
    },
    NativeFunctionSpec("_excepthook(args, /)", "Print an exception that ended a thread to standard error.") { t, a throws(Raised) in
      try ThreadHandle.report(t, a[0])
      return .none
    },
    NativeFunctionSpec("_shutdown()", "Wait for the threads that were started to be waited for.") { t, _ throws(Raised) in
      try ThreadHandle.joinAll(t)
      return .none
    },
  ]
}
