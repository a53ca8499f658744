import Runtime

/// `eval` and `exec` (CPython: Python/bltinmodule.c).
enum Evaluation {
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "eval(source, /, globals=None, locals=None)", "Evaluate an expression, given as a str, bytes or a code object, in these namespaces."
    ) { t, a throws(Raised) in
      let space = try Evaluation.evalNamespaces(t, globals: a[1], locals: a[2])
      return try Evaluation.run(t, a[0], space, isEval: true, closure: .none)
    },
    NativeFunctionSpec(
      "exec(source, /, globals=None, locals=None, *, closure=None)",
      "Execute statements, given as a str, bytes or a code object, in these namespaces."
    ) { t, a throws(Raised) in
      let space = try Evaluation.execNamespaces(t, globals: a[1], locals: a[2])
      _ = try Evaluation.run(t, a[0], space, isEval: false, closure: a[3])
      return .none
    },
  ]

  private struct Namespaces: BitwiseCopyable {
    let globals: Ref<DictObject>
    let locals: Value
  }

  // MARK: Namespaces

  private static func isMapping(_ t: Thread, _ v: Value) -> Bool { !t.lookupSpecial(v, .__getitem__).isNull }

  private static func evalNamespaces(_ t: Thread, globals: Value, locals: Value) throws(Raised) -> Namespaces {
    if !locals.isNone && !isMapping(t, locals) { throw t.raise(t.types.typeError, "locals must be a mapping") }
    if !globals.isNone && !globals.isKind(.dict) {
      throw t.raise(
        t.types.typeError, isMapping(t, globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
    }
    if globals.isNone && t.frame.isNone { throw t.raise(t.types.typeError, "eval must be given globals and locals when called without a frame") }
    return try namespaces(t, globals: globals, locals: locals)
  }

  private static func execNamespaces(_ t: Thread, globals: Value, locals: Value) throws(Raised) -> Namespaces {
    if globals.isNone && t.frame.isNone { throw t.raise(t.types.systemError, "globals and locals cannot be NULL") }
    if !globals.isNone && !globals.isKind(.dict) { throw t.raise(t.types.typeError, "exec() globals must be a dict, not %T", globals) }
    if !locals.isNone && !isMapping(t, locals) { throw t.raise(t.types.typeError, "locals must be a mapping or None, not %T", locals) }
    return try namespaces(t, globals: globals, locals: locals)
  }

  /// Those of the calling frame where none are given. Globals get the `__builtins__` of the caller if they have none.
  private static func namespaces(_ t: Thread, globals: Value, locals: Value) throws(Raised) -> Namespaces {
    let isCaller = globals.isNone
    let dict: Ref<DictObject> = isCaller ? t.frame.globals : globals.unchecked()
    let key = t.name(.__builtins__)
    if try t.dictGet(dict, key).isNull {
      try t.dictSet(dict, key, Value(t.frame.isNone ? t.interpreter.builtins : t.frame.function.builtins))
    }
    if !locals.isNone { return Namespaces(globals: dict, locals: locals) }
    return Namespaces(globals: dict, locals: isCaller ? try t.locals(of: t.frame) : Value(dict))
  }

  // MARK: Running

  private static func run(_ t: Thread, _ source: Value, _ space: Namespaces, isEval: Bool, closure: Value) throws(Raised) -> Value {
    if source.isKind(.code) {
      let code: Ref<CodeObject> = source.unchecked()
      try t.audit("exec", source)
      if isEval || !t.has(.execTakesClosures) {
        if code.freeCount > 0 {
          throw t.raise(
            t.types.typeError,
            isEval ? "code object passed to eval() may not contain free variables" : "code object passed to exec() may not contain free variables")
        }
      } else {
        try checkClosure(t, code, closure)
      }
      return try run(t, code, space, closure: code.freeCount > 0 ? closure : .null)
    }
    if !closure.isNone { throw t.raise(t.types.typeError, "closure can only be used when source is a code object") }
    let fileName = try t.str("<string>")
    var request = CompileRequest(mode: isEval ? .eval : .exec, fileName: t.text(of: fileName), optimization: t.interpreter.optimization)
    request.future = Compilation.inheritedFlags(t)
    let code = try Compilation.compile(
      t, source, request, fileName: fileName, function: isEval ? "eval" : "exec", what: "string, bytes or code", skipsSpace: isEval)
    try t.audit("exec", code)
    return try run(t, code.unchecked(), space, closure: .null)
  }

  private static func checkClosure(_ t: Thread, _ code: Ref<CodeObject>, _ closure: Value) throws(Raised) {
    if code.freeCount == 0 {
      if !closure.isNone { throw t.raise(t.types.typeError, "cannot use a closure with this code object") }
      return
    }
    var fits = false
    if closure.isKind(.tuple) {
      let cells = closure.unchecked(as: TupleObject.self).slots
      fits = cells.count == code.freeCount
      for i in 0..<cells.count where !cells[i].isKind(.cell) { fits = false }
    }
    if !fits { throw t.raise(t.types.typeError, "code object requires a closure of exactly length %S", Value(small: code.freeCount)) }
  }

  private static func run(_ t: Thread, _ code: Ref<CodeObject>, _ space: Namespaces, closure: Value) throws(Raised) -> Value {
    let function = try t.makeFunction(code, globals: space.globals)
    function.qualifiedName = code.name
    if !closure.isNull { function.closure = closure }
    return try t.execute(function, namespace: space.locals)
  }
}
