import Builtins
import Glibc
import Runtime

/// What every program needs before its first instruction (builtins, sys, the standard streams), and what happens when it ends.
public enum Startup {
  /// Makes the modules builtins and sys of a new interpreter.
  ///
  /// - Parameters:
  ///   - arguments: `sys.argv`.
  ///   - path: `sys.path`.
  public static func install(_ t: Thread, arguments: [String], path: [String]) throws(Raised) {
    try installBuiltins(t)
    let sys = try t.dict()
    t.interpreter.sysDict = sys
    try t.dictSet(sys, t.name(.modules), Value(t.interpreter.modules))
    try t.dictSet(sys, t.name(.argv), try strings(t, arguments))
    try t.dictSet(sys, t.name(.path), try strings(t, path))
    try StandardStreams.install(t, sys)
    try SysHooks.install(t, sys)
    if let digits = t.box.settings.maxStrDigits { t.interpreter.maxStrDigits = digits }
  }

  /// Makes filters of the options about warnings, the last one first. One that makes no sense is said on standard error.
  public static func applyWarningOptions(_ t: Thread) throws(Raised) {
    if t.box.settings.warningOptions.isEmpty { return }
    let options = try t.getAttribute(try t.importModule(t.name(.sys)), try t.intern("warnoptions"))
    _ = try t.call(try WarningsModule.attribute(t, "_processoptions"), options)
  }

  private static func installBuiltins(_ t: Thread) throws(Raised) {
    let spec = BuiltinsModule.spec
    let module = try t.makeModule(t.name(.builtins))
    module.header.flags.insert(.special)
    try t.dictSet(module.dict, t.name(.__doc__), try t.str(spec.doc))
    t.interpreter.builtins = module.dict
    try t.dictSet(t.interpreter.modules, module.name, Value(module))
    try t.fill(module, from: spec)
    let open = try t.openFunction()
    try t.dictSet(module.dict, open.unchecked(as: NativeFunctionObject.self).name, open)
  }

  /// A list of strs.
  static func strings(_ t: Thread, _ texts: [String]) throws(Raised) -> Value {
    let list = try t.list()
    for text in texts { try t.append(list, try t.str(text)) }
    return Value(list)
  }

  /// Ends a program: prints the exception that nobody caught (it is on its way if `raised`), waits for threads, runs exit functions, flushes the
  /// standard streams: those of now, then those that were there first (Python/pylifecycle.c, Py_FinalizeEx).
  ///
  /// - Returns: the exit status.
  public static func finish(_ t: Thread, raised: Bool) -> Int32 {
    var status: Int32 = 0
    if raised { status = t.reportUncaught(t.takeException()) }
    waitForThreads(t)
    runExitFunctions(t)
    var isWritten = flush(t, .stdout)
    _ = flush(t, .stderr)
    if restoreStreams(t) {
      if !flush(t, .stdout) { isWritten = false }
      _ = flush(t, .stderr)
    }
    return !isWritten && status == 0 ? 120 : status
  }

  /// `threading._shutdown()`, if the program has imported `threading`.
  private static func waitForThreads(_ t: Thread) {
    do throws(Raised) {
      let threading = try t.dictGet(t.interpreter.modules, try t.intern("threading"))
      if threading.isNull { return }
      _ = try t.call(try t.getAttribute(threading, try t.intern("_shutdown")))
    } catch {
      t.reportUnraisable(.null)
    }
  }

  /// Gives the standard streams back to `sys` that it had at first. False if it has them.
  private static func restoreStreams(_ t: Thread) -> Bool {
    let sys = t.interpreter.sysDict
    var isChanged = false
    do throws(Raised) {
      for (name, first) in [(Name.stdout, "__stdout__"), (.stderr, "__stderr__")] as [(Name, StaticString)] {
        let original = t.dictGet(sys, interned: try t.intern(first))
        if original.isNull || original == t.dictGet(sys, interned: t.name(name)) { continue }
        try t.dictSet(sys, t.name(name), original)
        isChanged = true
      }
    } catch {
      _ = t.takeException()
    }
    return isChanged
  }

  /// Prints the exception that is on its way, which ends nothing: a prompt follows.
  public static func report(_ t: Thread) { t.reportWithoutEnding(t.takeException()) }

  private static func runExitFunctions(_ t: Thread) {
    do throws(Raised) {
      let atexit = try t.dictGet(t.interpreter.modules, try t.intern("atexit"))
      if atexit.isNull { return }
      _ = try t.call(try t.getAttribute(atexit, try t.intern("_run_exitfuncs")))
    } catch {
      // What an exit function raised has been reported.
      _ = t.takeException()
    }
  }

  /// What `closed` says; a stream that does not say is open.
  private static func isClosed(_ t: Thread, _ stream: Value) -> Bool {
    do throws(Raised) {
      let closed = try t.getAttributeOrNull(stream, .closed)
      return closed.isNull ? false : try t.truth(closed)
    } catch {
      _ = t.takeException()
      return false
    }
  }

  /// False if the stream could not take what was written.
  private static func flush(_ t: Thread, _ name: Name) -> Bool {
    let stream = t.dictGet(t.interpreter.sysDict, interned: t.name(name))
    if stream.isNull || stream.isNone { return true }
    do throws(Raised) {
      if isClosed(t, stream) { return true }
      _ = try t.callMethod(stream, .flush)
      return true
    } catch {
      t.reportUnraisable(stream)
      return false
    }
  }
}
