import Builtins
import Runtime

/// weakref.finalize: calls a function when an object dies, when it is called itself, or at the end of the program: once. What a finalizer knows is
/// in the class's `_registry`, under the finalizer, as long as it is alive.
enum Finalize {
  /// What the registry has for a finalizer: a list of these.
  private enum Part: Int { case reference, function, arguments, keywords, atExit, index }

  static let spec = TypeSpec(
    "weakref.finalize",
    doc: "Calls a function, with the arguments given, when an object dies or when called itself, whichever comes first; the object is then dead.",
    functions: functions,
    attributes: [
      NativeAttributeSpec("alive", "Whether the function is still to be called.") { t, a throws(Raised) in
        Value(try !entry(t, a[0]).isNone)
      },
      NativeAttributeSpec(
        "atexit", "Whether the function is to be called at the end of the program.",
        get: { t, a throws(Raised) in
          let entry = try entry(t, a[0])
          return entry.isNone ? .false : entry.items[Part.atExit.rawValue]
        },
        set: { t, a throws(Raised) in
          let entry = try entry(t, a[0])
          if !entry.isNone { entry.items[Part.atExit.rawValue] = Value(try t.truth(a[1])) }
          return .none
        }),
    ])

  /// The attributes of the class that are shared by all finalizers.
  static func addState(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
    try t.dictSet(namespace, try t.intern("_registry"), Value(try t.dict()))
    for name in ["_shutdown", "_dirty", "_registered_with_atexit"] as [StaticString] { try t.dictSet(namespace, try t.intern(name), .false) }
    try t.dictSet(namespace, try t.intern("_index_iter"), Value(small: 0))
  }

  private static func registry(_ t: Thread, _ cls: Value) throws(Raised) -> Ref<DictObject> {
    let found = try WeakSupport.attribute(t, cls, "_registry")
    guard found.isKind(.dict) else { throw t.raise(t.types.typeError, "_registry must be a dict, not '%T'", found) }
    return found.unchecked()
  }

  /// What is known of a live finalizer; none if it is dead.
  private static func entry(_ t: Thread, _ me: Value) throws(Raised) -> Ref<ListObject> { checked(try t.dictGet(try registry(t, me), me)) }

  private static func checked(_ entry: Value) -> Ref<ListObject> {
    guard entry.isKind(.list), entry.unchecked(as: ListObject.self).count == 6 else { return .none }
    return entry.unchecked()
  }

  private static func finalizeClass(_ t: Thread) throws(Raised) -> Value {
    try WeakSupport.attribute(t, try t.importModule(try t.str("weakref")), "finalize")
  }

  private static func register(_ t: Thread, _ a: Slots) throws(Raised) {
    let cls = try finalizeClass(t)
    if try !t.truth(try WeakSupport.attribute(t, a[0], "_registered_with_atexit")) {
      let atexit = try t.importModule(try t.str("atexit"))
      _ = try t.call(try WeakSupport.attribute(t, atexit, "register"), try WeakSupport.attribute(t, a[0], "_exitfunc"))
      try WeakSupport.set(t, cls, "_registered_with_atexit", .true)
    }
    let index = try WeakSupport.attribute(t, cls, "_index_iter")
    try WeakSupport.set(t, cls, "_index_iter", try t.binary(.add, index, Value(small: 1)))
    let entry = try t.list()
    try t.append(entry, try WeakSupport.reference(t, a[1], callback: a[0]))
    for part in [a[2], a[3], a[4], .true, index] { try t.append(entry, part) }
    try t.dictSet(try registry(t, a[0]), a[0], Value(entry))
    try WeakSupport.set(t, cls, "_dirty", .true)
  }

  /// Calls the function, if that is still to be done.
  private static func run(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let entry = try entry(t, me)
    if entry.isNone { return .none }
    _ = try t.dictDelete(try registry(t, me), me)
    if try t.truth(try WeakSupport.attribute(t, me, "_shutdown")) { return .none }
    return try t.call(
      entry.items[Part.function.rawValue], tuple: entry.items[Part.arguments.rawValue], dict: entry.items[Part.keywords.rawValue])
  }

  /// (object, function, arguments, keywords), or None if the finalizer or the object is dead.
  private static func peek(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let entry = try entry(t, me)
    if entry.isNone { return .none }
    let object = WeakSupport.target(t, entry.items[Part.reference.rawValue])
    if object.isNull { return .none }
    let result = try t.tuple(count: 4)
    result.items[0] = object
    for i in 1..<4 { result.items[i] = entry.items[i] }
    return Value(result)
  }

  /// The newest live finalizer that is to run at the end of the program; null if there is none.
  private static func newest(_ t: Thread, _ registry: Ref<DictObject>) throws(Raised) -> Value {
    var found = Value.null
    var index = -1
    var position = 0
    while let item = t.dictNext(registry, &position) {
      let entry = checked(item.value)
      guard !entry.isNone, entry.items[Part.atExit.rawValue].isTrue, entry.items[Part.index.rawValue].isSmallInt else { continue }
      if entry.items[Part.index.rawValue].smallInt <= index { continue }
      index = entry.items[Part.index.rawValue].smallInt
      found = item.key
    }
    return found
  }

  private static func runAll(_ t: Thread, _ cls: Value) throws(Raised) {
    let registry = try registry(t, cls)
    while true {
      let finalizer = try newest(t, registry)
      if finalizer.isNull { break }
      do throws(Raised) { _ = try t.call(finalizer) } catch {
        guard t.matches(t.exception, t.types.exception) else { throw error }
        try report(t, t.takeException())
      }
      _ = try t.dictDelete(registry, finalizer)
    }
    try WeakSupport.set(t, try finalizeClass(t), "_shutdown", .true)
  }

  private static func report(_ t: Thread, _ e: Value) throws(Raised) {
    let hook = t.dictGet(t.interpreter.sysDict, interned: t.name(.excepthook))
    let traceback = e.unchecked(as: ExceptionObject.self).traceback
    if !hook.isNull { _ = try t.call(hook, Value(t.typeOf(e)), e, traceback.isNull ? .none : traceback) }
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, obj, func, /, *args, **kwargs)") { t, a throws(Raised) in
      try register(t, a)
      return .none
    },
    NativeFunctionSpec("__call__(self, _=None)", "Call the function and return its result, or None if the finalizer is dead.") { t, a throws(Raised) in
      try run(t, a[0])
    },
    NativeFunctionSpec("detach(self)", "Make the finalizer dead without a call; return (obj, func, args, kwargs), or None if it was dead.") {
      t, a throws(Raised) in
      let found = try peek(t, a[0])
      if !found.isNone { _ = try t.dictDelete(try registry(t, a[0]), a[0]) }
      return found
    },
    NativeFunctionSpec("peek(self)", "Return (obj, func, args, kwargs), or None if the finalizer is dead.") { t, a throws(Raised) in
      try peek(t, a[0])
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
      var out = TextBuilder(t)
      try out.append("<")
      try out.append(t.typeOf(a[0]).name)
      try out.append(" object at ")
      try out.append(address: a[0].bits)
      let found = try peek(t, a[0])
      if found.isNone {
        try out.append("; dead>")
        return try out.finish()
      }
      let object = found.tupleSlots[0]
      try out.append("; for ")
      try out.append(try t.repr(t.typeOf(object).name))
      try out.append(" at ")
      try out.append(address: object.bits)
      try out.append(">")
      return try out.finish()
    },
    NativeFunctionSpec("_exitfunc(cls)", "Call what is still to be called, the newest first.", binding: .classMethod) { t, a throws(Raised) in
      try runAll(t, a[0])
      return .none
    },
  ]
}
