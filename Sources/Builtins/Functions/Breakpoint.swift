import Runtime

/// `breakpoint`: calls `sys.breakpointhook`.
enum Breakpoint {
  static let spec = NativeFunctionSpec(
    "breakpoint(*args, **kws)", "Call sys.breakpointhook with the arguments: it enters the debugger, or whatever else is set there."
  ) { t, a throws(Raised) in
    let hook = try t.dictGet(t.interpreter.sysDict, try t.intern("breakpointhook"))
    if hook.isNull { throw t.raise(t.types.runtimeError, "lost sys.breakpointhook") }
    try t.audit("builtins.breakpoint", hook)
    return try t.call(hook, tuple: a[0], dict: a[1])
  }
}
