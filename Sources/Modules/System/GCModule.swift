import Runtime

/// Module `gc` (CPython: Modules/gcmodule.c). There is no reference counting: a collection is the only way in which objects go, and its
/// generations are one. Settings that a mark-sweep collector has no use for are remembered and shown.
enum GCModule {
  static let module = ModuleSpec(
    "gc", doc: "What the garbage collector may be asked and told.", functions: collecting + settings + GCInspection.functions
  ) { t, m throws(Raised) in
    let state = try t.list()
    for v in [Value.true, Value(small: 2000), Value(small: 10), Value(small: 10), Value(small: 0), Value(small: 0)] { try t.append(state, v) }
    if t.has(.smallYoungGeneration) { state.items[Setting.threshold0.rawValue] = Value(small: 700) }
    try t.addConstant(m, "_state", Value(state))
    for (name, value) in [
      ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38),
    ] as [(StaticString, Int)] { try t.addConstant(m, name, Value(small: value)) }
    try t.addConstant(m, "garbage", Value(try t.list()))
    let callbacks = Value(try t.list())
    t.interpreter.collectionCallbacks = callbacks
    try t.addConstant(m, "callbacks", callbacks)
  }

  /// Positions in the module's list of settings.
  enum Setting: Int { case isEnabled, threshold0, threshold1, threshold2, debug, frozen }

  static func state(_ t: Thread) throws(Raised) -> Ref<ListObject> {
    let found = try t.getAttribute(try t.importModule(try t.str("gc")), try t.intern("_state"))
    guard found.isKind(.list), found.unchecked(as: ListObject.self).count == 6 else {
      throw t.raise(t.types.systemError, "the settings of module gc are gone")
    }
    return found.unchecked()
  }

  static func setting(_ t: Thread, _ setting: Setting) throws(Raised) -> Value { try state(t).items[setting.rawValue] }
  static func set(_ t: Thread, _ setting: Setting, _ value: Value) throws(Raised) { try state(t).items[setting.rawValue] = value }

  private static let collecting: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "collect(generation=2)",
      "Collect what nothing refers to any more. Finalizers and callbacks of weak references run before the call is over.\n\nThe result is 0: what goes is not counted."
    ) { t, a throws(Raised) in
      let generation = try t.cInt(a[0])
      guard (0...2).contains(generation) else { throw t.raise(t.types.valueError, "invalid generation") }
      t.requestCollection(generation: generation)
      return Value(small: 0)
    },
    NativeFunctionSpec("enable()", "Let the collector run by itself.") { t, _ throws(Raised) in
      try set(t, .isEnabled, .true)
      return .none
    },
    NativeFunctionSpec("disable()", "Keep the collector from running by itself. Only remembered: no memory would ever be free again.") {
      t, _ throws(Raised) in
      try set(t, .isEnabled, .false)
      return .none
    },
    NativeFunctionSpec("isenabled()", "Whether the collector may run by itself.") { t, _ throws(Raised) in try setting(t, .isEnabled) },
    NativeFunctionSpec("freeze()", "Set all objects that are tracked now aside. Only their number is remembered.") { t, _ throws(Raised) in
      try set(t, .frozen, try t.int(GCInspection.countTracked(t)))
      return .none
    },
    NativeFunctionSpec("unfreeze()", "Take back what freeze() set aside.") { t, _ throws(Raised) in
      try set(t, .frozen, Value(small: 0))
      return .none
    },
    NativeFunctionSpec("get_freeze_count()", "How many objects are set aside.") { t, _ throws(Raised) in try setting(t, .frozen) },
  ]

  private static let settings: [NativeFunctionSpec] = [
    NativeFunctionSpec("get_debug()", "The debugging flags.") { t, _ throws(Raised) in try setting(t, .debug) },
    NativeFunctionSpec("set_debug(flags, /)", "Set the debugging flags, a sum of DEBUG_ constants. Only remembered.") { t, a throws(Raised) in
      try set(t, .debug, try t.int(try t.cInt(a[0])))
      return .none
    },
    NativeFunctionSpec("get_threshold()", "The thresholds of the three generations.") { t, _ throws(Raised) in
      try t.tuple(try setting(t, .threshold0), try setting(t, .threshold1), try setting(t, .threshold2))
    },
    NativeFunctionSpec("set_threshold(*args)", "set_threshold(threshold0[, threshold1[, threshold2]])\nSet the thresholds. Only remembered.") {
      t, a throws(Raised) in
      let given = a[0].tupleSlots
      guard (1...3).contains(given.count) else { throw t.raise(given.count == 0 ? .tooFewThresholds : .tooManyThresholds, try t.int(given.count)) }
      let state = try state(t)
      for i in 0..<given.count { state.items[Setting.threshold0.rawValue + i] = try t.int(try t.cInt(given[i])) }
      return .none
    },
    NativeFunctionSpec("get_count()", "Numbers that grow until the next collection: the first with each allocation, the others stay 0.") {
      t, _ throws(Raised) in
      try t.tuple(try t.int(t.heap.state.pointee.recentBytes >> 6), Value(small: 0), Value(small: 0))
    },
    NativeFunctionSpec("get_stats()", "A list with a dict of counters for each generation.") { t, _ throws(Raised) in
      let result = try t.list()
      for generation in 0..<3 {
        let counters = try t.dict()
        try t.dictSet(counters, try t.intern("collections"), try t.int(generation == 2 ? t.heap.state.pointee.collections : 0))
        try t.dictSet(counters, try t.intern("collected"), Value(small: 0))
        try t.dictSet(counters, try t.intern("uncollectable"), Value(small: 0))
        try t.append(result, Value(counters))
      }
      return Value(result)
    },
  ]
}
