import Builtins
import Runtime

/// Module `atexit` (CPython: Modules/atexitmodule.c): functions that run when the program ends, the last one registered first.
/// They are kept in the module's list `_callbacks`; the end of the program calls `_run_exitfuncs`.
enum Atexit {
  static let module = ModuleSpec(
    "atexit", doc: "allow programmer to define multiple exit functions to be executed upon normal program termination.",
    functions: [
      NativeFunctionSpec("register(func, /, *args, **kwargs)", "Register a function to be executed upon normal program termination") { t, a throws(Raised) in
        if !t.isCallable(a[0]) { throw t.raise(t.types.typeError, "the first argument must be callable") }
        try t.append(try callbacks(t), try t.tuple(a[0], a[1], a[2]))
        return a[0]
      },
      NativeFunctionSpec("unregister(func, /)", "Unregister an exit function which was previously registered") { t, a throws(Raised) in
        let list = try callbacks(t)
        let kept = try t.list()
        for i in 0..<list.count {
          if try !t.equals(t.items(of: list.items[i], count: 3)[0], a[0]) { try t.append(kept, list.items[i]) }
        }
        try setCallbacks(t, kept)
        return .none
      },
      NativeFunctionSpec("_clear()", "Clear the list of previously registered exit functions.") { t, _ throws(Raised) in
        try setCallbacks(t, try t.list())
        return .none
      },
      NativeFunctionSpec("_ncallbacks()", "Return the number of registered exit functions.") { t, _ throws(Raised) in
        try t.int(try callbacks(t).count)
      },
      NativeFunctionSpec("_run_exitfuncs()", "Run all registered exit functions.") { t, _ throws(Raised) in
        var last = Value.null
        while true {
          let list = try callbacks(t)
          if list.count == 0 { break }
          let entry = try t.items(of: try t.callMethod(Value(list), .pop), count: 3)
          guard entry[1].isKind(.tuple), entry[2].isKind(.dict) else { continue }
          do throws(Raised) {
            _ = try t.call(entry[0], tuple: entry[1], dict: entry[2])
          } catch {
            last = t.takeException()
            try report(t, last, from: entry[0])
          }
        }
        if !last.isNull, t.has(.exitFunctionsRaise) { throw t.raise(last) }
        return .none
      },
    ]
  ) { t, m throws(Raised) in try t.addConstant(m, "_callbacks", Value(try t.list())) }

  /// Tells of an exception that an exit function raised; the others run nevertheless.
  private static func report(_ t: Thread, _ e: Value, from function: Value) throws(Raised) {
    if t.has(.exitFunctionsRaise) {
      if t.isInstance(e, of: t.types.systemExit) { return }
      try t.writeToStandardError(try t.str("Error in atexit._run_exitfuncs:\n"))
      return try t.printException(e)
    }
    let text = try t.str("Exception ignored in atexit callback")
    if t.has(.exitFunctionInMessage) {
      t.reportUnraisable(e, message: try t.unraisableMessage(text, function), object: .null)
    } else {
      t.reportUnraisable(e, message: text, object: function)
    }
  }

  private static func callbacks(_ t: Thread) throws(Raised) -> Ref<ListObject> {
    let list = try t.getAttribute(try t.importModule(try t.str("atexit")), try t.intern("_callbacks"))
    guard list.isKind(.list) else { throw t.raise(t.types.typeError, "_callbacks must be a list") }
    return list.unchecked()
  }

  private static func setCallbacks(_ t: Thread, _ list: Ref<ListObject>) throws(Raised) {
    try t.addConstant(try t.importModule(try t.str("atexit")).unchecked(), "_callbacks", Value(list))
  }
}
