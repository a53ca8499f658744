import Builtins
import Runtime

/// The functions of module sys.
enum SysFunctions {
  static let functions: [NativeFunctionSpec] = [
    .init("exit(status=None, /)", "End the program by raising SystemExit(status).") { t, a throws(Raised) in
      throw t.raise(try t.makeBuiltinException(t.types.systemExit, args: a[0].isNone ? t.interpreter.emptyTuple : a[0].isKind(.tuple) ? a[0] : try t.tuple(a[0])))
    },
    .init("exc_info()", "The exception being handled, as (type, value, traceback), or three times None.") { t, a throws(Raised) in
      let e = SysFunctions.handled(t)
      if e.isNone { return try t.tuple(.none, .none, .none) }
      let traceback = e.unchecked(as: ExceptionObject.self).traceback
      return try t.tuple(Value(e.object.type), e, traceback.isNull ? .none : traceback)
    },
    .init("exception()", "The exception being handled, or None.") { t, a throws(Raised) in SysFunctions.handled(t) },
    .init("getrecursionlimit()", "How many calls may be active at a time.") { t, a throws(Raised) in try t.int(Int(t.recursionLimit)) },
    .init("setrecursionlimit(limit, /)", "Set how many calls may be active at a time.") { t, a throws(Raised) in
      try SysFunctions.setRecursionLimit(t, a[0])
    },
    .init("intern(string, /)", "The interned string with this text: one object for all that are equal.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "intern() argument must be str, not %B", a[0]) }
      guard t.isExactStr(a[0]) else { throw t.raise(t.types.typeError, "can't intern %T", a[0]) }
      return t.intern(a[0])
    },
    .init("getsizeof(object, default=<unrepresentable>)", "The size of an object in bytes.") { t, a throws(Raised) in
      try SysFunctions.size(t, a[0], a[1])
    },
    .init("getdefaultencoding()", "The encoding of str.encode without arguments: utf-8.") { t, a throws(Raised) in try t.str("utf-8") },
    .init("getfilesystemencoding()", "The encoding of file names: utf-8.") { t, a throws(Raised) in try t.str("utf-8") },
    .init("getfilesystemencodeerrors()", "How file names that cannot be decoded are treated: surrogateescape.") { t, a throws(Raised) in
      try t.str("surrogateescape")
    },
    .init("get_int_max_str_digits()", "How many digits a conversion between int and str may have; 0 = no limit.") { t, a throws(Raised) in
      try t.int(t.interpreter.maxStrDigits)
    },
    .init("set_int_max_str_digits(maxdigits)", "Set how many digits a conversion between int and str may have; 0 = no limit.") { t, a throws(Raised) in
      let digits = try t.cInt(a[0])
      if digits != 0 && digits < 640 { throw t.raise(.maxStrDigitsTooSmall) }
      t.interpreter.maxStrDigits = digits
      return .none
    },
    .init("get_asyncgen_hooks()", "The hooks for asynchronous generators, as a named tuple.") { t, a throws(Raised) in
      let pair = try t.tuple(t.asyncFirstIteration.isNull ? .none : t.asyncFirstIteration, t.asyncFinalizer.isNull ? .none : t.asyncFinalizer)
      return try StructSequence.make(t, try SysConstants.asyncHooksType(t), pair.tupleSlots)
    },
    .init("set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)", "Set functions that are called with an asynchronous generator that starts, and with one that is left unfinished.") {
      t, a throws(Raised) in
      for k in 0..<2 where !a[k].isNull && !a[k].isNone && !t.isCallable(a[k]) {
        throw t.raise(t.types.typeError, k == 0 ? "callable firstiter expected, got %T" : "callable finalizer expected, got %T", a[k])
      }
      if !a[0].isNull { t.asyncFirstIteration = a[0].isNone ? .null : a[0] }
      if !a[1].isNull { t.asyncFinalizer = a[1].isNone ? .null : a[1] }
      return .none
    },
  ]

  /// The exception being handled, or None. (Generators have a state of their own; the nearest that is set counts.)
  private static func handled(_ t: Thread) -> Value {
    let e = t.topmostHandled
    return e.isNull ? .none : e
  }

  private static func setRecursionLimit(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let limit = try t.cInt(v)
    if limit < 1 { throw t.raise(t.types.valueError, "recursion limit must be greater or equal than 1") }
    let depth = t.frame.isNone ? 0 : Int(t.frame.depth)
    if depth >= limit {
      throw t.raise(
        t.types.recursionError, "cannot set the recursion limit to %S at the recursion depth %S: the limit is too low", v, try t.int(depth))
    }
    t.recursionLimit = Int32(limit)
    return .none
  }

  private static func size(_ t: Thread, _ v: Value, _ standard: Value) throws(Raised) -> Value {
    let method = t.lookupSpecial(v, .__sizeof__)
    if method.isNull { throw t.raise(t.types.typeError, "Type %T doesn't define __sizeof__", v) }
    do throws(Raised) {
      let size = try t.asIndex(try t.callSpecial(method, v))
      if size < 0 { throw t.raise(t.types.valueError, "__sizeof__() should return >= 0") }
      return try t.int(size)
    } catch {
      guard !standard.isNull, t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      return standard
    }
  }
}
