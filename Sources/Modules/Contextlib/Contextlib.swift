import Runtime

/// Module `contextlib` (CPython: Lib/contextlib.py): contextmanager, closing, suppress, nullcontext, redirect_stdout and ExitStack.
enum Contextlib {
  static let module = ModuleSpec(
    "contextlib", doc: "Utilities for with-statement contexts.  See PEP 343.",
    functions: [
      NativeFunctionSpec("contextmanager(func)", "@contextmanager decorator.", binding: .library) { t, a throws(Raised) in
        let helper = try t.libraryFunction(managerHelper, a[0], module: try t.intern("contextlib"))
        return try Functools.updateWrapper(t, helper, a[0])
      }
    ], standsIn: true
  ) { t, m throws(Raised) in try addTypes(t, m) }

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    _ = try t.importModule(try t.str("functools"))
    let abc = try ABCModule.metaclass(t)
    let none = t.interpreter.emptyTuple
    let context = try t.addClass(m, abstractContextManager, bases: none, metaclass: abc) { namespace throws(Raised) in
      try t.setAttribute(t.dictGet(namespace, interned: t.name(.__exit__)), .__isabstractmethod__, .true)
    }
    let bases = try t.tuple(context)
    try t.addClass(m, contextDecorator, bases: none)
    let decorator = t.dictGet(m.dict, interned: try t.intern("ContextDecorator"))
    try t.addClass(m, generatorManager, bases: try t.tuple(context, decorator), metaclass: abc)
    try t.addClass(m, closing, bases: bases, metaclass: abc)
    try t.addClass(m, suppress, bases: bases, metaclass: abc)
    try t.addClass(m, nullcontext, bases: bases, metaclass: abc)
    try t.addClass(m, exitStack, bases: bases, metaclass: abc)
    for spec in [redirectStdout, redirectStderr] { try t.addClass(m, spec, bases: bases, metaclass: abc) }
  }

  private static func attribute(_ t: Thread, _ me: Value, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(me, try t.intern(name))
  }

  private static func set(_ t: Thread, _ me: Value, _ name: StaticString, _ value: Value) throws(Raised) {
    try t.setAttribute(me, try t.intern(name), value)
  }

  static let abstractContextManager = TypeSpec(
    "contextlib.AbstractContextManager", doc: "An abstract base class for context managers.",
    functions: [
      NativeFunctionSpec("__enter__(self)", "Return `self` upon entering the runtime context.") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__exit__(self, exc_type, exc_value, traceback)", "Raise any exception triggered within the runtime context.") {
        _, _ throws(Raised) in .none
      },
      classGetItem,
    ])

  // MARK: contextmanager

  private static let managerHelper = NativeFunctionSpec("helper(func, /, *args, **kwds)") { t, a throws(Raised) in
    let cls = try t.getAttribute(try t.importModule(try t.intern("contextlib")), try t.intern("_GeneratorContextManager"))
    return try t.call(cls, a[0], a[1], a[2])
  }

  static let contextDecorator = TypeSpec(
    "contextlib.ContextDecorator", doc: "A base class or mixin that enables context managers to work as decorators.",
    functions: [
      NativeFunctionSpec("_recreate_cm(self)", "Return a recreated instance of self.") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__call__(self, func)") { t, a throws(Raised) in
        let inner = try t.libraryFunction(decorated, try t.tuple(a[0], a[1]), module: try t.intern("contextlib"))
        return try Functools.updateWrapper(t, inner, a[1])
      },
    ])

  private static let decorated = NativeFunctionSpec("inner(pair, /, *args, **kwds)") { t, a throws(Raised) in
    let pair = a[0].tupleSlots
    let manager = try t.call(try attribute(t, pair[0], "_recreate_cm"))
    _ = try t.callMethod(manager, .__enter__)
    let result: Value
    do throws(Raised) { result = try t.call(pair[1], tuple: a[1], dict: a[2]) } catch {
      let exception = t.takeException()
      if try exit(t, manager, exception) { return .none }
      t.exception = exception
      throw error
    }
    _ = try t.call(try t.getAttribute(manager, .__exit__), .none, .none, .none)
    return result
  }

  /// `manager.__exit__(type, exception, traceback)`: whether it swallowed the exception.
  static func exit(_ t: Thread, _ manager: Value, _ exception: Value) throws(Raised) -> Bool {
    let traceback = try t.getAttribute(exception, .__traceback__)
    return try t.truth(
      try t.call(try t.getAttribute(manager, .__exit__), Value(t.typeOf(exception)), exception, traceback))
  }

  static let generatorManager = TypeSpec(
    "contextlib._GeneratorContextManager", doc: "Helper for @contextmanager decorator.",
    functions: [
      NativeFunctionSpec("__init__(self, func, args, kwds)") { t, a throws(Raised) in
        guard a[2].isKind(.tuple), a[3].isKind(.dict) else { throw t.raise(t.types.typeError, "args must be a tuple and kwds a dict") }
        try set(t, a[0], "gen", try t.call(a[1], tuple: a[2], dict: a[3]))
        try t.setAttribute(a[0], .func, a[1])
        try t.setAttribute(a[0], .args, a[2])
        try set(t, a[0], "kwds", a[3])
        let doc = try t.getAttributeOrNull(a[1], .__doc__)
        try t.setAttribute(a[0], .__doc__, doc.isNull ? .none : doc)
        return .none
      },
      NativeFunctionSpec("_recreate_cm(self)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.getAttribute(a[0], .func), try t.getAttribute(a[0], .args), try attribute(t, a[0], "kwds"))
      },
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in
        // They serve decorators alone, and must not keep alive what they hold.
        try t.deleteAttribute(a[0], t.name(.args))
        try t.deleteAttribute(a[0], try t.intern("kwds"))
        try t.deleteAttribute(a[0], t.name(.func))
        let value = try t.next(try attribute(t, a[0], "gen"))
        if !value.isNull { return value }
        let stop = try t.call(Value(t.types.stopIteration))
        let raised = t.raise(t.types.runtimeError, "generator didn't yield")
        let exception: Ref<ExceptionObject> = t.exception.unchecked()
        stop.unchecked(as: ExceptionObject.self).context = exception.context
        exception.context = stop
        exception.suppressContext = true
        throw raised
      },
      NativeFunctionSpec("__exit__(self, typ, value, traceback)") { t, a throws(Raised) in
        let generator = try attribute(t, a[0], "gen")
        if a[1].isNone {
          if try t.next(generator).isNull { return .false }
          _ = try t.callMethod(generator, .close)
          throw t.raise(t.types.runtimeError, "generator didn't stop")
        }
        let value = a[2].isNone ? try t.call(a[1]) : a[2]
        return try throwInto(t, generator, value, a[3])
      },
    ])

  private static func throwInto(_ t: Thread, _ generator: Value, _ value: Value, _ traceback: Value) throws(Raised) -> Value {
    do throws(Raised) { _ = try t.callMethod(generator, .throw, value) } catch {
      let raised = t.exception
      if raised == value {
        // The same exception again: it goes on from the with statement, as if nothing had been between.
        _ = t.takeException()
        try t.setAttribute(value, .__traceback__, traceback)
        return .false
      }
      if t.matches(raised, t.types.stopIteration) {
        // The generator ended, so the exception was handled.
        _ = t.takeException()
        return .true
      }
      // A StopIteration thrown in comes out as the cause of a RuntimeError (PEP 479).
      if t.matches(raised, t.types.runtimeError), t.matches(value, t.types.stopIteration),
        raised.unchecked(as: ExceptionObject.self).cause == value
      {
        _ = t.takeException()
        return .false
      }
      throw error
    }
    _ = try t.callMethod(generator, .close)
    throw t.raise(t.types.runtimeError, "generator didn't stop after throw()")
  }

  // MARK: Small managers

  static let closing = TypeSpec(
    "contextlib.closing", doc: "Context to automatically close something at the end of a block.",
    functions: [
      NativeFunctionSpec("__init__(self, thing)") { t, a throws(Raised) in
        try set(t, a[0], "thing", a[1])
        return .none
      },
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in try attribute(t, a[0], "thing") },
      NativeFunctionSpec("__exit__(self, *exc_info)") { t, a throws(Raised) in
        _ = try t.callMethod(try attribute(t, a[0], "thing"), .close)
        return .none
      },
    ])

  static let suppress = TypeSpec(
    "contextlib.suppress", doc: "Context manager to suppress specified exceptions",
    functions: [
      NativeFunctionSpec("__init__(self, *exceptions)") { t, a throws(Raised) in
        try set(t, a[0], "_exceptions", a[1])
        return .none
      },
      NativeFunctionSpec("__enter__(self)") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("__exit__(self, exctype, excinst, exctb)") { t, a throws(Raised) in
        if a[1].isNone { return .none }
        let types = try attribute(t, a[0], "_exceptions")
        if try t.isSubclass(a[1], ofClassInfo: types) { return .true }
        guard t.has(.groupsSuppressed), t.isExceptionGroup(a[2]) else { return .false }
        let rest = try t.items(of: try t.callMethod(a[2], .split, types), count: 2)[1]
        if rest.isNone { return .true }
        throw t.raise(rest)
      },
    ])

  static let nullcontext = TypeSpec(
    "contextlib.nullcontext", doc: "Context manager that does no additional processing.",
    functions: [
      NativeFunctionSpec("__init__(self, enter_result=None)") { t, a throws(Raised) in
        try set(t, a[0], "enter_result", a[1])
        return .none
      },
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in try attribute(t, a[0], "enter_result") },
      NativeFunctionSpec("__exit__(self, *excinfo)") { _, _ throws(Raised) in .none },
    ])

  static let redirectStdout = TypeSpec(
    "contextlib.redirect_stdout", doc: "Context manager for temporarily redirecting stdout to another file.",
    functions: redirection + [
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in try redirect(t, a[0], .stdout) },
      NativeFunctionSpec("__exit__(self, exctype, excinst, exctb)") { t, a throws(Raised) in try restore(t, a[0], .stdout) },
    ])

  static let redirectStderr = TypeSpec(
    "contextlib.redirect_stderr", doc: "Context manager for temporarily redirecting stderr to another file.",
    functions: redirection + [
      NativeFunctionSpec("__enter__(self)") { t, a throws(Raised) in try redirect(t, a[0], .stderr) },
      NativeFunctionSpec("__exit__(self, exctype, excinst, exctb)") { t, a throws(Raised) in try restore(t, a[0], .stderr) },
    ])

  private static let redirection: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, new_target)") { t, a throws(Raised) in
      try set(t, a[0], "_new_target", a[1])
      try set(t, a[0], "_old_targets", Value(try t.list()))
      return .none
    }
  ]

  private static func redirect(_ t: Thread, _ me: Value, _ stream: Name) throws(Raised) -> Value {
    let sys = try t.importModule(t.name(.sys))
    let target = try attribute(t, me, "_new_target")
    _ = try t.callMethod(try attribute(t, me, "_old_targets"), .append, try t.getAttribute(sys, stream))
    try t.setAttribute(sys, stream, target)
    return target
  }

  private static func restore(_ t: Thread, _ me: Value, _ stream: Name) throws(Raised) -> Value {
    let old = try t.callMethod(try attribute(t, me, "_old_targets"), .pop)
    try t.setAttribute(try t.importModule(t.name(.sys)), stream, old)
    return .none
  }
}
