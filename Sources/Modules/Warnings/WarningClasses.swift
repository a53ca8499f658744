import Builtins
import Runtime

/// warnings.WarningMessage: a warning and where it came from.
enum WarningMessage {
  private static let names: [StaticString] = ["message", "category", "filename", "lineno", "file", "line", "source"]

  static let spec = TypeSpec(
    "warnings.WarningMessage",
    functions: [
      NativeFunctionSpec("__init__(self, message, category, filename, lineno, file=None, line=None, source=None)") { t, a throws(Raised) in
        for (i, name) in names.enumerated() { try t.setAttribute(a[0], try t.intern(name), a[i + 1]) }
        let category = a[2].isNone ? Value.none : try t.getAttribute(a[2], t.name(.__name__))
        try t.setAttribute(a[0], try t.intern("_category_name"), category)
        return .none
      },
      NativeFunctionSpec("__str__(self)") { t, a throws(Raised) in try describe(t, a[0]) },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
        if t.has(.shownWarningMessages) { return try t.text("<%T %S>", a[0], try describe(t, a[0])) }
        return try t.call(try t.getAttribute(Value(t.types.object), t.name(.__repr__)), a[0])
      },
    ])

  static func addFieldNames(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    let fields = try t.tuple(count: names.count)
    for (i, name) in names.enumerated() { fields.items[i] = try t.intern(name) }
    try t.dictSet(namespace, try t.intern("_WARNING_DETAILS"), Value(fields))
  }

  private static func describe(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let parts = try fields(t, me, ["message", "_category_name", "filename", "lineno", "line"]).tupleSlots
    var out = TextBuilder(t)
    try out.append(try t.text("{message : %R, category : %R, filename : %R, lineno : %S", parts[0], parts[1], parts[2], parts[3]))
    try out.append(try t.text(", line : %R}", parts[4]))
    return try out.finish()
  }

  /// A tuple of attributes.
  static func fields(_ t: Thread, _ me: Value, _ names: [StaticString]) throws(Raised) -> Value {
    let values = try t.tuple(count: names.count)
    for (i, name) in names.enumerated() { values.items[i] = try t.getAttribute(me, try t.intern(name)) }
    return Value(values)
  }

  static func format(
    _ t: Thread, _ me: Value, _ format: (Thread, Value, Value, Value, Value, Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let parts = try fields(t, me, ["message", "category", "filename", "lineno", "line"]).tupleSlots
    return try format(t, parts[0], parts[1], parts[2], parts[3], parts[4])
  }
}

/// warnings.catch_warnings: what is changed inside it is undone behind it.
enum CatchWarnings {
  static let spec = TypeSpec(
    "warnings.catch_warnings", doc: "A context manager that restores the filters, and with record=True collects warnings in a list.",
    functions: [
      NativeFunctionSpec("__init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False)") {
        t, a throws(Raised) in
        try set(t, a[0], "_record", a[1])
        let module = a[2].isNone ? try t.importModule(t.name(.warnings)) : a[2]
        try set(t, a[0], "_module", module)
        try set(t, a[0], "_entered", .false)
        let category = a[4].isNull ? Value(t.types.warning) : a[4]
        let filter = try t.tuple(count: 4)
        for (i, v) in [a[3], category, a[5], a[6]].enumerated() { filter.items[i] = v }
        try set(t, a[0], "_filter", a[3].isNone ? .none : Value(filter))
        return .none
      },
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in try enter(t, a[0]) },
      NativeFunctionSpec("__exit__(self, *exc_info)") { t, a throws(Raised) in try exit(t, a[0]) },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try describe(t, a[0]) },
    ])

  private static func get(_ t: Thread, _ me: Value, _ name: StaticString) throws(Raised) -> Value { try t.getAttribute(me, try t.intern(name)) }

  private static func set(_ t: Thread, _ me: Value, _ name: StaticString, _ value: Value) throws(Raised) {
    try t.setAttribute(me, try t.intern(name), value)
  }

  private static func describe(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append(t.typeOf(me).name)
    let records = try t.truth(try get(t, me, "_record"))
    try out.append(records ? "(record=True" : "(")
    let module = try get(t, me, "_module")
    if module != (try t.dictGet(t.interpreter.modules, t.name(.warnings))) {
      try out.append(records ? ", module=" : "module=")
      try out.append(try t.repr(module))
    }
    try out.append(")")
    return try out.finish()
  }

  private static func enter(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    if try t.truth(try get(t, me, "_entered")) { throw t.raise(t.types.runtimeError, "Cannot enter %R twice", me) }
    try set(t, me, "_entered", .true)
    let module = try get(t, me, "_module")
    let filters = try get(t, module, "filters")
    try set(t, me, "_filters", filters)
    try set(t, module, "filters", Value(try t.list(from: filters)))
    try WarningsCore.noteChange(t)
    for (saved, name) in [("_showwarning", "showwarning"), ("_showwarnmsg_impl", "_showwarnmsg_impl")] as [(StaticString, StaticString)] {
      try set(t, me, saved, try get(t, module, name))
    }
    var log = Value.none
    if try t.truth(try get(t, me, "_record")) {
      log = Value(try t.list())
      try set(t, module, "_showwarnmsg_impl", try t.getAttribute(log, t.name(.append)))
      try set(t, module, "showwarning", try get(t, module, "_showwarning_orig"))
    }
    let filter = try get(t, me, "_filter")
    if filter.isKind(.tuple), filter.tupleSlots.count == 4 {
      let parts = filter.tupleSlots
      try WarningsModule.addSimple(t, parts[0], parts[1], parts[2], append: parts[3])
    }
    return log
  }

  private static func exit(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    guard try t.truth(try get(t, me, "_entered")) else { throw t.raise(t.types.runtimeError, "Cannot exit %R without entering first", me) }
    let module = try get(t, me, "_module")
    try set(t, module, "filters", try get(t, me, "_filters"))
    try WarningsCore.noteChange(t)
    try set(t, module, "showwarning", try get(t, me, "_showwarning"))
    try set(t, module, "_showwarnmsg_impl", try get(t, me, "_showwarnmsg_impl"))
    return .none
  }
}
