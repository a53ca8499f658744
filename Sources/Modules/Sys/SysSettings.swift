import Builtins
import CSupport
import Glibc
import Runtime

/// Facts of the running thread.
enum SysThreads {
  /// What identifies the calling thread: `_thread.get_ident()`.
  static func identifier() -> Int { Int(bitPattern: UInt(pthread_self())) }

  /// The number by which the system knows the calling thread: the end of the path that /proc/thread-self leads to.
  static func systemIdentifier() -> Int {
    var path = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/thread-self", &path, path.count - 1)
    guard let slash = path[..<max(0, count)].lastIndex(of: 47) else { return Int(getpid()) }
    return path[(slash + 1)..<count].reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}

/// The functions of module sys that ask for or set what the interpreter remembers.
enum SysSettings {
  static let functions: [NativeFunctionSpec] = [
    .init("getswitchinterval()", "How long a thread runs before another may, in seconds.") { t, _ throws(Raised) in
      try t.float(Double(t.interpreter.switchInterval) * 1e-6)
    },
    .init("setswitchinterval(interval, /)", "Set how long a thread runs before another may, in seconds.") { t, a throws(Raised) in
      let interval = try t.asDouble(a[0])
      guard interval > 0 else { throw t.raise(t.types.valueError, "switch interval must be strictly positive") }
      t.interpreter.switchInterval = Int(min(interval, 1e9) * 1e6)
      return .none
    },
    .init("getcheckinterval()", "The number set by setcheckinterval.") { t, _ throws(Raised) in
      try t.warn(t.types.deprecationWarning, "sys.getcheckinterval() and sys.setcheckinterval() are deprecated.  Use sys.getswitchinterval() instead.")
      return Value(small: 100)
    },
    .init("setcheckinterval(n, /)", "Does nothing.") { t, a throws(Raised) in
      _ = try t.cInt(a[0])
      try t.warn(t.types.deprecationWarning, "sys.getcheckinterval() and sys.setcheckinterval() are deprecated.  Use sys.setswitchinterval() instead.")
      return .none
    },
    .init("callstats()", "None: calls are not counted.") { t, _ throws(Raised) in
      try t.warn(t.types.deprecationWarning, "sys.callstats() has been deprecated in Python 3.7 and will be removed in the future")
      return .none
    },
    .init("getdlopenflags()", "The flags set by setdlopenflags.") { t, _ throws(Raised) in Value(small: Int(t.interpreter.dlopenFlags)) },
    .init("setdlopenflags(flags, /)", "Set the flags for loading extension modules. Only remembered: none can be loaded.") { t, a throws(Raised) in
      t.interpreter.dlopenFlags = Int32(truncatingIfNeeded: try t.cInt(a[0]))
      return .none
    },
    .init("getrefcount(object, /)", "A number that CPython might give: references are not counted.") { _, _ throws(Raised) in Value(small: 2) },
    .init("getallocatedblocks()", "About how many objects there are: from the memory in use.") { t, _ throws(Raised) in
      try t.int(t.heap.state.pointee.usedBytes >> 6)
    },
    .init("getunicodeinternedsize(*, _only_immortal=False)", "How many strings are interned.") { t, a throws(Raised) in
      _ = try t.truth(a[0])
      return try t.int(t.interpreter.internTable.state.pointee.count)
    },
    .init("_is_interned(string, /)", "Whether a string is interned.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "_is_interned() argument must be str, not %B", a[0]) }
      return Value(a[0].object.flags.contains(.interned))
    },
    .init("_is_immortal(op, /)", "Whether an object lives as long as the program for certain.") { _, a throws(Raised) in Value(!a[0].isObject) },
    .init("_is_gil_enabled()", "True: one thread runs at a time.") { _, _ throws(Raised) in .true },
    .init("_clear_type_cache()", "Does nothing: what was looked up in classes stays true.") { _, _ throws(Raised) in .none },
    .init("_clear_internal_caches()", "Does nothing: what was looked up in classes stays true.") { _, _ throws(Raised) in .none },
    .init("_debugmallocstats()", "Print what is known of the memory in use to standard error.") { t, _ throws(Raised) in
      let state = t.heap.state
      let text = "\(state.pointee.usedBytes) bytes in blocks, at most \(state.pointee.peakBytes); \(state.pointee.collections) collections\n"
      try t.writeToStandardError(try t.str(text))
      return .none
    },
    .init("_get_cpu_count_config()", "-1: the number of processors is not set.") { _, _ throws(Raised) in Value(small: -1) },
    .init("activate_stack_trampoline(backend, /)", "ValueError or OSError: no profiler of the system is told of Python functions.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "activate_stack_trampoline() argument must be str, not %B", a[0]) }
      let name = t.characters(of: a[0])
      if name != "perf" && name != "perf_jit" { throw t.raise(t.types.valueError, "invalid backend: %S", a[0]) }
      throw t.raise(t.types.valueError, "perf trampoline not available")
    },
    .init("deactivate_stack_trampoline()", "Does nothing.") { _, _ throws(Raised) in .none },
    .init("is_stack_trampoline_active()", "False.") { _, _ throws(Raised) in .false },
    .init("is_remote_debug_enabled()", "False: other processes cannot run code here.") { _, _ throws(Raised) in .false },
    .init("remote_exec(pid, script)", "RuntimeError: no code is run in other processes.") { t, a throws(Raised) in
      _ = try t.cInt(a[0])
      throw t.raise(t.types.runtimeError, "Remote debugging is not enabled")
    },
    .init("is_finalizing()", "Whether the program is ending.") { t, _ throws(Raised) in Value(t.interpreter.isFinalizing) },
  ]
}
