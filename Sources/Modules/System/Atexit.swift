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
        while true {
          let list = try callbacks(t)
          if list.count == 0 { return .none }
          let entry = try t.items(of: try t.callMethod(Value(list), .pop), count: 3)
          guard entry[1].isKind(.tuple), entry[2].isKind(.dict) else { continue }
          _ = try t.call(entry[0], tuple: entry[1], dict: entry[2])
        }
      },
    ]
  ) { t, m throws(Raised) in try t.addConstant(m, "_callbacks", Value(try t.list())) }

  private static func callbacks(_ t: Thread) throws(Raised) -> Ref<ListObject> {
    let list = try t.getAttribute(try t.importModule(try t.str("atexit")), try t.intern("_callbacks"))
    guard list.isKind(.list) else { throw t.raise(t.types.typeError, "_callbacks must be a list") }
    return list.unchecked()
  }

  private static func setCallbacks(_ t: Thread, _ list: Ref<ListObject>) throws(Raised) {
    try t.addConstant(try t.importModule(try t.str("atexit")).unchecked(), "_callbacks", Value(list))
  }
}
