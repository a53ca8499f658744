import Builtins
import CNatives
import CSupport
import Glibc
import Runtime

/// Module `_signal` (CPython: Modules/signalmodule.c). Handlers run at the polls of the main thread.
enum SignalModule {
  static let module = ModuleSpec(
    "_signal", doc: "This module provides mechanisms to use signal handlers in Python.", functions: handlers + sending + SignalTimers.functions + SignalSets.functions
  ) { t, m throws(Raised) in
    for (name, number) in numbers { try t.addConstant(m, name, Value(small: Int(number))) }
    try t.addConstant(m, "SIGRTMIN", Value(small: Int(support_first_real_time_signal())))
    try t.addConstant(m, "SIGRTMAX", Value(small: 64))
    try t.addConstant(m, "NSIG", Value(small: limit))
    try t.addException(m, "ItimerError", base: t.types.osError, owner: "signal")
    let information = try StructSequence.makeType(
      t, m, TypeSpec("signal.struct_siginfo", doc: "What came with a signal.", functions: StructSequence.functions),
      fields: ["si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"] as [StaticString])
    try t.dictSet(information.dict, t.name(.__module__), try t.intern("signal"))
    try t.addConstant(m, "struct_siginfo", Value(information))
    try addHandlers(t)
  }

  /// Signals are less than this.
  static let limit = 65
  private static let standard = 0
  private static let ignored = 1

  private static let numbers: [(StaticString, Int32)] = [
    ("SIG_DFL", 0), ("SIG_IGN", 1), ("SIG_BLOCK", SIG_BLOCK), ("SIG_UNBLOCK", SIG_UNBLOCK), ("SIG_SETMASK", SIG_SETMASK),
    ("SIGHUP", SIGHUP), ("SIGINT", SIGINT), ("SIGQUIT", SIGQUIT), ("SIGILL", SIGILL), ("SIGTRAP", SIGTRAP), ("SIGABRT", SIGABRT),
    ("SIGIOT", SIGIOT), ("SIGBUS", SIGBUS), ("SIGFPE", SIGFPE), ("SIGKILL", SIGKILL), ("SIGUSR1", SIGUSR1), ("SIGSEGV", SIGSEGV),
    ("SIGUSR2", SIGUSR2), ("SIGPIPE", SIGPIPE), ("SIGALRM", SIGALRM), ("SIGTERM", SIGTERM), ("SIGSTKFLT", 16), ("SIGCHLD", SIGCHLD),
    ("SIGCLD", SIGCHLD), ("SIGCONT", SIGCONT), ("SIGSTOP", SIGSTOP), ("SIGTSTP", SIGTSTP), ("SIGTTIN", SIGTTIN), ("SIGTTOU", SIGTTOU),
    ("SIGURG", SIGURG), ("SIGXCPU", SIGXCPU), ("SIGXFSZ", SIGXFSZ), ("SIGVTALRM", SIGVTALRM), ("SIGPROF", SIGPROF),
    ("SIGWINCH", SIGWINCH), ("SIGIO", SIGIO), ("SIGPOLL", SIGIO), ("SIGPWR", 30), ("SIGSYS", SIGSYS), ("ITIMER_REAL", 0),
    ("ITIMER_VIRTUAL", 1), ("ITIMER_PROF", 2),
  ]

  /// A signal's number; ValueError if there is no such signal.
  static func number(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    let number = try t.cInt(v)
    guard number >= 1, number < limit else { throw t.raise(t.types.valueError, "signal number out of range") }
    return number
  }

  // MARK: Handlers

  /// What each signal does when the module is first imported.
  private static func addHandlers(_ t: Thread) throws(Raised) {
    let known = try t.dict()
    t.interpreter.signalHandlers = Value(known)
    for number in 1..<limit {
      var handler = Value.none
      if number == Int(SIGINT) {
        handler = try t.getAttribute(try t.importModule(try t.str("_signal")), try t.intern("default_int_handler"))
      } else if number == Int(SIGALRM) {
        handler = Value(small: standard)
      } else {
        let action = support_signal_action(Int32(number))
        if action >= 0 { handler = Value(small: Int(action)) }
      }
      try t.dictSet(known, Value(small: number), handler)
    }
  }

  private static func known(_ t: Thread) throws(Raised) -> Ref<DictObject> {
    if !t.interpreter.signalHandlers.isKind(.dict) { t.interpreter.signalHandlers = Value(try t.dict()) }
    return t.interpreter.signalHandlers.unchecked()
  }

  private static func handler(_ t: Thread, _ number: Int) throws(Raised) -> Value {
    let found = try t.dictGet(try known(t), Value(small: number))
    return found.isNull ? .none : found
  }

  private static func setHandler(_ t: Thread, _ signal: Value, _ handler: Value) throws(Raised) -> Value {
    let number = try number(t, signal)
    guard t.pointer == t.interpreter.mainThread.pointer else {
      throw t.raise(t.types.valueError, "signal only works in main thread of the main interpreter")
    }
    var action: Int32 = 2
    if handler.isInt, handler == Value(small: standard) || handler == Value(small: ignored) {
      action = handler == Value(small: ignored) ? 1 : 0
    } else if !t.isCallable(handler) {
      throw t.raise(t.types.typeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    } else if number == Int(SIGINT), isStandardInterrupt(handler) {
      action = 3
    }
    if number == Int(SIGALRM), support_has_alarm() { throw t.raiseOSError(EBUSY) }
    try t.pollSignals()
    let old = try self.handler(t, number)
    try t.system { Int(support_catch_signal(Int32(number), action, ThreadRequest.signals.rawValue)) }
    try t.dictSet(try known(t), Value(small: number), handler)
    return old
  }

  private static func isStandardInterrupt(_ handler: Value) -> Bool {
    guard handler.isKind(.nativeFunction) else { return false }
    return unsafeBitCast(handler.unchecked(as: NativeFunctionObject.self).body, to: UInt.self) == unsafeBitCast(interrupt, to: UInt.self)
  }

  private static let interrupt: NativeBody = { t, _ throws(Raised) in throw t.raise(try t.call(Value(t.types.keyboardInterrupt))) }

  private static let handlers: [NativeFunctionSpec] = [
    .init("signal(signalnum, handler, /)", "Set the action for the given signal.\n\nThe previous signal handler is returned.") { t, a throws(Raised) in
      try setHandler(t, a[0], a[1])
    },
    .init("getsignal(signalnum, /)", "Return the current action for the given signal.") { t, a throws(Raised) in
      try handler(t, try number(t, a[0]))
    },
    .init("default_int_handler(signalnum, frame, /)", "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.", interrupt),
    .init("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", "Sets the fd to be written to (with the signal number) when a signal comes in.") {
      t, a throws(Raised) in
      let descriptor = try t.cInt(a[0])
      guard t.pointer == t.interpreter.mainThread.pointer else {
        throw t.raise(t.types.valueError, "set_wakeup_fd only works in main thread of the main interpreter")
      }
      if descriptor >= 0 {
        let flags = try t.system { Int(fcntl(Int32(descriptor), F_GETFL)) }
        if flags & Int(O_NONBLOCK) == 0 { throw t.raise(t.types.valueError, "the fd %S must be in non-blocking mode", a[0]) }
      }
      return try t.int(Int(support_set_wakeup(Int32(max(descriptor, -1)))))
    },
    .init("siginterrupt(signalnum, flag, /)", "Change system call restart behaviour: if flag is False, calls go on behind the signal.") { t, a throws(Raised) in
      let number = try number(t, a[0])
      _ = try t.cInt(a[1])
      // Calls that a signal interrupts are always made again.
      _ = number
      return .none
    },
    .init("strsignal(signalnum, /)", "Return the system description of the given signal.\n\nReturns the description of signal *signalnum*, such as \"Interrupt\" for :const:`SIGINT`. Returns ``None`` if *signalnum* has no description.") { t, a throws(Raised) in
      let number = try number(t, a[0])
      guard let text = strsignal(Int32(number)) else { return .none }
      let name = String(cString: text)
      return name.hasPrefix("Unknown signal") ? .none : try t.str(name)
    },
    .init("valid_signals()", "Return a set of valid signal numbers on this platform.") { t, _ throws(Raised) in
      let signals = try t.set()
      for number in 1..<limit where number < 32 || number >= Int(support_first_real_time_signal()) { try t.setAdd(signals, Value(small: number)) }
      return Value(signals)
    },
  ]

  // MARK: Sending

  private static let sending: [NativeFunctionSpec] = [
    .init("raise_signal(signalnum, /)", "Send a signal to the executing process.") { t, a throws(Raised) in
      let number = try t.cInt(a[0])
      try t.system { raise(Int32(number)) == 0 ? 0 : -1 }
      try t.pollSignals()
      return .none
    },
    .init("pthread_kill(thread_id, signalnum, /)", "Send a signal to a thread.") { t, a throws(Raised) in
      let thread = try t.sizeArgument(a[0])
      let number = try t.cInt(a[1])
      // Only threads that are known to run: the system does not check what it is given.
      guard thread == SysThreads.identifier() else { throw t.raiseOSError(ESRCH) }
      let code = pthread_kill(pthread_self(), Int32(number))
      if code != 0 { throw t.raiseOSError(code) }
      try t.pollSignals()
      return .none
    },
    .init("pause()", "Wait until a signal arrives.") { t, _ throws(Raised) in
      let count = support_signal_count()
      while support_signal_count() == count {
        t.pause(microseconds: 5_000)
        try t.pollSignals()
      }
      return .none
    },
  ]
}
