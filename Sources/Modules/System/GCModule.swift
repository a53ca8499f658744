import Runtime

/// Module `gc` (CPython: Modules/gcmodule.c). There is no reference counting: a collection is the only way in which objects go, and its
/// generations are one.
enum GCModule {
  static let module = ModuleSpec(
    "gc", doc: "This module provides access to the garbage collector.",
    functions: [
      NativeFunctionSpec(
        "collect(generation=2)", "Run the garbage collector. It runs when the calling code goes on; the number of unreachable objects is not counted."
      ) { t, a throws(Raised) in
        let generation = try t.asIndex(a[0])
        guard (0...2).contains(generation) else { throw t.raise(t.types.valueError, "invalid generation") }
        t.requestCollection()
        return Value(small: 0)
      },
      NativeFunctionSpec("enable()", "Enable automatic garbage collection.") { t, _ throws(Raised) in try setEnabled(t, true) },
      NativeFunctionSpec("disable()", "Disable automatic garbage collection. Memory would never be taken back otherwise, so this is only remembered.") {
        t, _ throws(Raised) in try setEnabled(t, false)
      },
      NativeFunctionSpec("isenabled()", "Returns true if automatic garbage collection is enabled.") { t, _ throws(Raised) in
        t.dictGet(try t.importModule(try t.str("gc")).unchecked(as: ModuleObject.self).dict, interned: try t.intern("_enabled"))
      },
      NativeFunctionSpec("get_threshold()", "Return the current collection thresholds.") { t, _ throws(Raised) in
        t.dictGet(try t.importModule(try t.str("gc")).unchecked(as: ModuleObject.self).dict, interned: try t.intern("_threshold"))
      },
      NativeFunctionSpec("set_threshold(threshold0, threshold1=10, threshold2=0, /)", "Set the collection thresholds (only remembered).") {
        t, a throws(Raised) in
        for i in 0..<3 { _ = try t.asIndex(a[i]) }
        try t.addConstant(try t.importModule(try t.str("gc")).unchecked(), "_threshold", try t.tuple(a[0], a[1], a[2]))
        return .none
      },
      NativeFunctionSpec("get_count()", "Return a three-tuple of the current collection counts.") { t, _ throws(Raised) in
        try t.tuple(Value(small: 0), Value(small: 0), Value(small: 0))
      },
      NativeFunctionSpec("is_tracked(obj, /)", "Returns true if the object is tracked by the garbage collector.") { _, a throws(Raised) in
        switch a[0].kind {
        case .none, .int, .float, .complex, .str, .bytes: .false
        default: .true
        }
      },
      NativeFunctionSpec("freeze()", "Freeze all current tracked objects and ignore them for future collections (no effect).") { _, _ throws(Raised) in
        .none
      },
      NativeFunctionSpec("unfreeze()", "Unfreeze all objects in the permanent generation (no effect).") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("get_freeze_count()", "Return the number of objects in the permanent generation.") { _, _ throws(Raised) in
        Value(small: 0)
      },
    ]
  ) { t, m throws(Raised) in
    try t.addConstant(m, "_enabled", .true)
    try t.addConstant(m, "_threshold", try t.tuple(Value(small: 2000), Value(small: 10), Value(small: 0)))
    try t.addConstant(m, "garbage", Value(try t.list()))
    try t.addConstant(m, "callbacks", Value(try t.list()))
  }

  private static func setEnabled(_ t: Thread, _ on: Bool) throws(Raised) -> Value {
    try t.addConstant(try t.importModule(try t.str("gc")).unchecked(), "_enabled", Value(on))
    return .none
  }
}
