import Builtins
import Runtime

// Values that belong to a context (PEP 567; CPython: Python/context.c).

/// `contextvars.ContextVar`
struct ContextVariableObject: NativeLayout {
  var header: ObjectHeader
  var name: Value
  /// Null if there is none.
  var standard: Value
  static let tracedWords = 2
}

extension Ref where T == ContextVariableObject {
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var standard: Value { get { layout.standard } nonmutating set { layout.standard = newValue } }
}

/// `contextvars.Context`. What it has is a dict that is never changed once another context may have it: `set` makes a new one.
struct ContextObject: NativeLayout {
  var header: ObjectHeader
  var values: Value
  /// The context to go back to; None if there is none, null if this one is not entered.
  var previous: Value
  /// Another context may have the dict as well.
  var isShared: Bool
  static let tracedWords = 2
}

extension Ref where T == ContextObject {
  @inline(__always) var values: Value { get { layout.values } nonmutating set { layout.values = newValue } }
  @inline(__always) var previous: Value { get { layout.previous } nonmutating set { layout.previous = newValue } }
  @inline(__always) var isShared: Bool { get { layout.isShared } nonmutating set { layout.isShared = newValue } }
  var dict: Ref<DictObject> { values.unchecked() }
}

/// `contextvars.Token`
struct ContextTokenObject: NativeLayout {
  var header: ObjectHeader
  var context: Value
  var variable: Value
  /// Null if the variable had none.
  var oldValue: Value
  var isUsed: Bool
  static let tracedWords = 3
}

extension Ref where T == ContextTokenObject {
  @inline(__always) var context: Value { get { layout.context } nonmutating set { layout.context = newValue } }
  @inline(__always) var variable: Value { get { layout.variable } nonmutating set { layout.variable = newValue } }
  @inline(__always) var oldValue: Value { get { layout.oldValue } nonmutating set { layout.oldValue = newValue } }
  @inline(__always) var isUsed: Bool { get { layout.isUsed } nonmutating set { layout.isUsed = newValue } }
}

/// Module `_contextvars`.
enum ContextVariables {
  static let module = ModuleSpec(
    "_contextvars", doc: "Context Variables",
    functions: [
      .init("copy_context()", "A copy of the current context.") { t, _ throws(Raised) in Value(try copy(t, try current(t))) }
    ]
  ) { t, m throws(Raised) in
    try t.addType(m, context, ContextObject.self, flags: [])
    try t.addType(m, variable, ContextVariableObject.self, flags: [])
    let token = try t.addType(m, token, ContextTokenObject.self, flags: [])
    let missing = try t.makeNativeType(missing, bytes: MemoryLayout<ObjectHeader>.size, flags: .noConstructor)
    let value: Ref<ObjectHeader> = try t.allocateInstance(missing, ObjectHeader.self, kind: .record, tracedWords: 0)
    try t.dictSet(token.dict, try t.intern("MISSING"), Value(value))
  }

  // MARK: The current context

  /// The context of the calling thread.
  static func current(_ t: Thread) throws(Raised) -> Ref<ContextObject> {
    if !t.context.isNull { return t.context.unchecked() }
    let context = try make(t)
    t.context = Value(context)
    return context
  }

  private static func make(_ t: Thread) throws(Raised) -> Ref<ContextObject> {
    let context = try t.make(ContextObject.self, try t.typeNamedOrImport("_contextvars.Context", module: "_contextvars"))
    context.values = Value(try t.dict())
    return context
  }

  private static func copy(_ t: Thread, _ other: Ref<ContextObject>) throws(Raised) -> Ref<ContextObject> {
    let context = try make(t)
    context.values = other.values
    context.isShared = true
    other.isShared = true
    return context
  }

  /// Sets what a variable has in a context; null takes it away.
  private static func change(_ t: Thread, _ context: Ref<ContextObject>, _ variable: Value, _ value: Value) throws(Raised) {
    if context.isShared {
      context.values = Value(try t.dictCopy(context.dict))
      context.isShared = false
    }
    if value.isNull { _ = try t.dictDelete(context.dict, variable) } else { try t.dictSet(context.dict, variable, value) }
  }

  // MARK: Contexts

  private static let context = TypeSpec(
    "_contextvars.Context", doc: "What variables of contexts have.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        if a[1].tupleSlots.count > 0 || a[2].unchecked(as: DictObject.self).count > 0 {
          throw t.raise(t.types.typeError, "Context() does not accept any arguments")
        }
        return Value(try make(t))
      },
      .init("run(self, callable, /, *args, **kwargs)", "Call a function in the context.") { t, a throws(Raised) in
        try run(t, a.object(), a[1], a[2], a[3])
      },
      .init("copy(self, /)", "Return a shallow copy of the context object.") { t, a throws(Raised) in Value(try copy(t, a.object())) },
      .init("get(self, key, default=None, /)", "Return the value for `key` if `key` has the value in the context object.") { t, a throws(Raised) in
        let found = try lookup(t, a.object(), a[1])
        return found.isNull ? a[2] : found
      },
      .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
        let found = try lookup(t, a.object(), a[1])
        if found.isNull { throw t.raise(t.types.keyError, message: a[1]) }
        return found
      },
      .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in Value(!(try lookup(t, a.object(), a[1]).isNull)) },
      .init("__len__(self, /)", "Return len(self).") { _, a throws(Raised) in Value(small: a.object(0, ContextObject.self).dict.count) },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.iterator(of: a.object(0, ContextObject.self).values) },
      .init("keys(self, /)", "Return a list of all variables in the context object.") { t, a throws(Raised) in
        try t.iterator(of: a.object(0, ContextObject.self).values)
      },
      .init("values(self, /)", "Return a list of all variables' values in the context object.") { t, a throws(Raised) in
        try t.iterator(of: try t.callMethod(a.object(0, ContextObject.self).values, named: "values"))
      },
      .init("items(self, /)", "Return all variables and their values in the context object.") { t, a throws(Raised) in
        try t.iterator(of: try t.callMethod(a.object(0, ContextObject.self).values, .items))
      },
      .init("__eq__(self, other, /)", "Return self==value.") { t, a throws(Raised) in
        guard a[1].isObject, t.typeOf(a[1]) == t.typeOf(a[0]) else { return .notImplemented }
        return Value(try t.equals(a.object(0, ContextObject.self).values, a.object(1, ContextObject.self).values))
      },
    ],
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  private static func run(
    _ t: Thread, _ me: Ref<ContextObject>, _ function: Value, _ arguments: Value, _ keywords: Value
  ) throws(Raised) -> Value {
    if !me.previous.isNull { throw t.raise(t.types.runtimeError, "cannot enter context: %R is already entered", Value(me)) }
    me.previous = Value(try current(t))
    t.context = Value(me)
    defer {
      t.context = me.previous
      me.previous = .null
    }
    return try t.call(function, tuple: arguments, dict: keywords)
  }

  private static func lookup(_ t: Thread, _ me: Ref<ContextObject>, _ variable: Value) throws(Raised) -> Value {
    guard variable.isObject, t.typeOf(variable) == t.typeNamed("_contextvars.ContextVar") else {
      throw t.raise(t.types.typeError, "a ContextVar key was expected, got %R", variable)
    }
    return try t.dictGet(me.dict, variable)
  }

  // MARK: Variables

  private static let variable = TypeSpec(
    "_contextvars.ContextVar", doc: "A variable that each context may have another value of.",
    functions: [
      .init("__new__(cls, name, /, *, default=<unrepresentable>)", "Create and return a new object.  See help(type) for accurate signature.") {
        t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "context variable name must be a str") }
        let me = try t.make(ContextVariableObject.self, a[0])
        me.name = a[1]
        me.standard = a[2]
        return Value(me)
      },
      .init("get(self, default=<unrepresentable>, /)", "Return a value for the context variable for the current context.") { t, a throws(Raised) in
        let me: Ref<ContextVariableObject> = a.object()
        let found = t.context.isNull ? .null : try t.dictGet(t.context.unchecked(as: ContextObject.self).dict, a[0])
        if !found.isNull { return found }
        if !a[1].isNull { return a[1] }
        if !me.standard.isNull { return me.standard }
        throw t.raise(t.types.lookupError, message: a[0])
      },
      .init("set(self, value, /)", "Call to set a new value for the context variable in the current context.") { t, a throws(Raised) in
        let context = try current(t)
        let token = try t.make(ContextTokenObject.self, try t.typeNamedOrImport("_contextvars.Token", module: "_contextvars"))
        token.context = Value(context)
        token.variable = a[0]
        token.oldValue = try t.dictGet(context.dict, a[0])
        try change(t, context, a[0], a[1])
        return Value(token)
      },
      .init("reset(self, token, /)", "Reset the context variable.") { t, a throws(Raised) in
        try reset(t, a[0], a[1])
        return .none
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me: Ref<ContextVariableObject> = a.object()
        var out = TextBuilder(t)
        try out.append("<ContextVar name=")
        try out.append(try t.repr(me.name))
        if !me.standard.isNull {
          try out.append(" default=")
          try out.append(try t.repr(me.standard))
        }
        try out.append(" at 0x")
        try out.append(address: a[0].bits & 0xFFFF_FFFF_FFFF)
        try out.append(">")
        return try out.finish()
      },
      classGetItem,
    ],
    attributes: [.init("name", "", get: { _, a throws(Raised) in a.object(0, ContextVariableObject.self).name })])

  private static func reset(_ t: Thread, _ variable: Value, _ v: Value) throws(Raised) {
    guard v.isObject, t.typeOf(v) == t.typeNamed("_contextvars.Token") else {
      throw t.raise(t.types.typeError, "expected an instance of Token, got %R", v)
    }
    let token: Ref<ContextTokenObject> = v.unchecked()
    if token.isUsed { throw t.raise(t.types.runtimeError, "%R has already been used once", v) }
    if token.variable != variable { throw t.raise(t.types.valueError, "%R was created by a different ContextVar", v) }
    let context = try current(t)
    if token.context != Value(context) { throw t.raise(t.types.valueError, "%R was created in a different Context", v) }
    token.isUsed = true
    try change(t, context, variable, token.oldValue)
  }

  // MARK: Tokens

  private static let token = TypeSpec(
    "_contextvars.Token", doc: "What a variable had before it was set.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, _ throws(Raised) in
        throw t.raise(t.types.runtimeError, "Tokens can only be created by ContextVars")
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me: Ref<ContextTokenObject> = a.object()
        var out = TextBuilder(t)
        try out.append(me.isUsed ? "<Token used var=" : "<Token var=")
        try out.append(try t.repr(me.variable))
        try out.append(" at 0x")
        try out.append(address: a[0].bits & 0xFFFF_FFFF_FFFF)
        try out.append(">")
        return try out.finish()
      },
      .init("__enter__(self, /)", "Enter into Token context manager.", binding: .coexisting) { _, a throws(Raised) in a[0] },
      .init("__exit__(self, type, value, traceback, /)", "Exit from Token context manager, restore the linked ContextVar.", binding: .coexisting) {
        t, a throws(Raised) in
        try reset(t, a.object(0, ContextTokenObject.self).variable, a[0])
        return .none
      },
      classGetItem,
    ],
    attributes: [
      .init("var", "", get: { _, a throws(Raised) in a.object(0, ContextTokenObject.self).variable }),
      .init("old_value", "", get: { t, a throws(Raised) in
        let old = a.object(0, ContextTokenObject.self).oldValue
        return old.isNull ? try t.getAttribute(Value(t.typeOf(a[0])), try t.intern("MISSING")) : old
      }),
    ],
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  private static let missing = TypeSpec(
    "Token.MISSING", functions: [.init("__repr__(self, /)", "Return repr(self).") { t, _ throws(Raised) in try t.str("<Token.MISSING>") }])
}
