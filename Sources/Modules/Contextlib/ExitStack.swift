import Runtime

extension Contextlib {
  static let exitStack = TypeSpec(
    "contextlib.ExitStack", doc: "Context manager for dynamic management of a stack of exit callbacks.",
    functions: [
      NativeFunctionSpec("__init__(self)") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("_exit_callbacks"), Value(try t.list()))
        return .none
      },
      NativeFunctionSpec("pop_all(self)", "Preserve the context stack by transferring it to a new instance.") { t, a throws(Raised) in
        let other = try t.call(Value(t.typeOf(a[0])))
        try t.setAttribute(other, try t.intern("_exit_callbacks"), Value(try callbacks(t, a[0])))
        try t.setAttribute(a[0], try t.intern("_exit_callbacks"), Value(try t.list()))
        return other
      },
      NativeFunctionSpec("push(self, exit)", "Registers a callback with the standard __exit__ method signature.") { t, a throws(Raised) in
        let method = t.lookupSpecial(a[1], .__exit__)
        let callback = method.isNull ? a[1] : try t.bind(method, to: a[1], t.typeOf(a[1]))
        try t.append(try callbacks(t, a[0]), callback)
        return a[1]
      },
      NativeFunctionSpec("enter_context(self, cm)", "Enters the supplied context manager.") { t, a throws(Raised) in
        let enter = t.lookupSpecial(a[1], .__enter__)
        let exit = t.lookupSpecial(a[1], .__exit__)
        if enter.isNull || exit.isNull {
          guard t.has(.managersCheckedByStack) else {
            throw t.attributeError(Value(t.typeOf(a[1])), t.name(exit.isNull ? .__exit__ : .__enter__))
          }
          throw t.raise(t.types.typeError, "'%S' object does not support the context manager protocol", try qualifiedTypeName(t, a[1]))
        }
        let result = try t.callSpecial(enter, a[1])
        try t.append(try callbacks(t, a[0]), try t.bind(exit, to: a[1], t.typeOf(a[1])))
        return result
      },
      NativeFunctionSpec("callback(self, callback, /, *args, **kwds)", "Registers an arbitrary callback and arguments.") { t, a throws(Raised) in
        let wrapper = try t.closure(exitOfCallback, try t.tuple(a[1], a[2], a[3]))
        try t.append(try callbacks(t, a[0]), Value(wrapper))
        return a[1]
      },
      NativeFunctionSpec("__enter__(self)") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__exit__(self, *exc_details)") { t, a throws(Raised) in
        let details = a[1].tupleSlots
        return Value(try unwind(t, try callbacks(t, a[0]), details.count > 1 ? details[1] : .none))
      },
      NativeFunctionSpec("close(self)", "Immediately unwind the context stack.") { t, a throws(Raised) in
        _ = try unwind(t, try callbacks(t, a[0]), .none)
        return .none
      },
    ])

  private static func callbacks(_ t: Thread, _ me: Value) throws(Raised) -> Ref<ListObject> {
    let list = try t.getAttribute(me, try t.intern("_exit_callbacks"))
    guard list.isKind(.list) else { throw t.raise(t.types.typeError, "_exit_callbacks must be a list") }
    return list.unchecked()
  }

  private static func qualifiedTypeName(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let type = t.typeOf(v)
    let module = t.moduleName(of: type)
    return try t.text("%S.%S", module.isNull ? t.name(.builtins) : module, type.qualifiedName)
  }

  private static let exitOfCallback = NativeFunctionSpec("_exit_wrapper(given, /, exc_type, exc, tb)") { t, a throws(Raised) in
    let given = a[0].tupleSlots
    _ = try t.call(given[0], tuple: given[1], dict: given[2])
    return .false
  }

  /// As if the with statements were nested: the context of a new exception, or what that goes back to, is the exception it replaces, not the one
  /// that was being handled when the callbacks started (Lib/contextlib.py, `_fix_exception_context`).
  private static func fixContext(_ t: Thread, of raised: Ref<ExceptionObject>, replacing old: Value, handled: Value) {
    var exception = raised
    while true {
      let context = exception.context.isNull ? Value.none : exception.context
      if context == old || context.isNone && !t.has(.contextSetByStack) { return }
      if context.isNone || context == handled { break }
      exception = context.unchecked()
    }
    exception.context = old.isNone ? .null : old
  }

  /// Runs the callbacks, the last one first; returns whether `exception` was swallowed, or throws what a callback raised and no later one swallowed.
  private static func unwind(_ t: Thread, _ callbacks: Ref<ListObject>, _ exception: Value) throws(Raised) -> Bool {
    var pending = exception
    while callbacks.count > 0 {
      let callback = try t.callMethod(Value(callbacks), .pop)
      do throws(Raised) {
        let type = pending.isNone ? Value.none : Value(t.typeOf(pending))
        let traceback = pending.isNone ? Value.none : try t.getAttribute(pending, .__traceback__)
        if try t.truth(try t.call(callback, type, pending, traceback)) { pending = .none }
      } catch {
        let raised = t.takeException()
        if raised != pending { fixContext(t, of: raised.unchecked(), replacing: pending, handled: exception) }
        pending = raised
      }
    }
    if pending.isNone { return !exception.isNone }
    if pending == exception { return false }
    t.exception = pending
    throw Raised()
  }
}
