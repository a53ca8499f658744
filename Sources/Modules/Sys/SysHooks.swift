import Builtins
import Runtime

/// The hooks of module sys that the interpreter itself looks up.
enum SysHooks {
  static let displayHook = NativeFunctionSpec(
    "displayhook(object, /)", "Print the repr of an object, unless it is None, and remember the object as builtins._."
  ) { t, a throws(Raised) in
    if a[0].isNone { return .none }
    let builtins = t.interpreter.builtins
    try t.dictSet(builtins, t.name(.underscore), .none)
    let stdout = t.dictGet(t.interpreter.sysDict, interned: t.name(.stdout))
    if stdout.isNull || stdout.isNone { throw t.raise(t.types.runtimeError, "lost sys.stdout") }
    try t.write(try t.repr(a[0]), toAny: stdout)
    try t.write(t.interpreter.latin1[10], toAny: stdout)
    try t.dictSet(builtins, t.name(.underscore), a[0])
    return .none
  }

  static let exceptHook = NativeFunctionSpec(
    "excepthook(exctype, value, traceback, /)", "Print an exception with its traceback to sys.stderr."
  ) { t, a throws(Raised) in
    if t.isException(a[1]) {
      try t.printException(a[1])
    } else if a[1].isNone, t.has(.reportsByTracebackModule) {
      try t.writeToStandardError(try t.str("NoneType: None\n"))
    } else {
      try t.writeToStandardError(try t.message("TypeError: print_exception(): Exception expected for value, %T found\n", a[1]))
    }
    return .none
  }

  static let unraisableHook = NativeFunctionSpec("unraisablehook(unraisable, /)", "Print an exception that could not be raised to sys.stderr.") { t, a throws(Raised) in
    guard t.isInstance(a[0], of: t.typeNamed("UnraisableHookArgs")) else {
      throw t.raise(t.types.typeError, "sys.unraisablehook argument type must be UnraisableHookArgs")
    }
    let value = try t.getAttribute(a[0], try t.intern("exc_value"))
    let message = try t.getAttribute(a[0], try t.intern("err_msg"))
    try t.printUnraisable(value, message, in: try t.getAttribute(a[0], try t.intern("object")))
    return .none
  }

  private static let hooks = [
    (displayHook, "__displayhook__"), (exceptHook, "__excepthook__"), (unraisableHook, "__unraisablehook__"),
    (SysBreakpoint.hook, "__breakpointhook__"),
  ]

  /// The type of what unraisable hooks get: the runtime makes them.
  private static func addUnraisableType(_ t: Thread, _ sys: Ref<DictObject>) throws(Raised) {
    let builtins = try t.dictGet(t.interpreter.modules, t.name(.builtins))
    let spec = TypeSpec(
      "UnraisableHookArgs", doc: "UnraisableHookArgs\n\nWhat sys.unraisablehook gets.", functions: StructSequence.functions)
    let fields: [StructSequence.Field] = [
      .init(name: "exc_type", doc: "the type of the exception"), .init(name: "exc_value", doc: "the exception, or None"),
      .init(name: "exc_traceback", doc: "its traceback, or None"), .init(name: "err_msg", doc: "what happened, or None"),
      .init(name: "object", doc: "what caused the exception, or None"),
    ]
    let type = try StructSequence.makeType(t, builtins.unchecked(), spec, fields: fields)
    try t.dictSet(sys, try t.intern("UnraisableHookArgs"), Value(type))
  }

  static func install(_ t: Thread, _ sys: Ref<DictObject>) throws(Raised) {
    try addUnraisableType(t, sys)
    let module = try t.intern("sys")
    for (spec, name) in hooks {
      let function = try t.makeNative(spec)
      function.module = module
      try t.dictSet(sys, function.name, Value(function))
      try t.dictSet(sys, t.intern(try t.str(name)), Value(function))
    }
  }
}
