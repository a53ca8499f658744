import Builtins
import Runtime

/// The functions of module sys.
enum SysFunctions {
  static let functions: [NativeFunctionSpec] = [
    .init("exit(status=None, /)", "Exit the interpreter by raising SystemExit(status).") { t, a throws(Raised) in
      throw t.raise(try t.makeBuiltinException(t.types.systemExit, args: a[0].isNone ? t.interpreter.emptyTuple : a[0].isKind(.tuple) ? a[0] : try t.tuple(a[0])))
    },
    .init("exc_info()", "Return current exception information: (type, value, traceback).") { t, a throws(Raised) in
      let e = SysFunctions.handled(t)
      if e.isNone { return try t.tuple(.none, .none, .none) }
      let traceback = e.unchecked(as: ExceptionObject.self).traceback
      return try t.tuple(Value(e.object.type), e, traceback.isNull ? .none : traceback)
    },
    .init("exception()", "Return the current exception.") { t, a throws(Raised) in SysFunctions.handled(t) },
    .init("getrecursionlimit()", "Return the current value of the recursion limit.") { t, a throws(Raised) in try t.int(Int(t.recursionLimit)) },
    .init("setrecursionlimit(limit, /)", "Set the maximum depth of the Python interpreter stack to n.") { t, a throws(Raised) in
      try SysFunctions.setRecursionLimit(t, a[0])
    },
    .init("intern(string, /)", "``Intern'' the given string.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "intern() argument must be str, not %B", a[0]) }
      guard t.isExactStr(a[0]) else { throw t.raise(t.types.typeError, "can't intern %T", a[0]) }
      return t.intern(a[0])
    },
    .init("getsizeof(object, default=<unrepresentable>)", "Return the size of object in bytes.") { t, a throws(Raised) in
      try SysFunctions.size(t, a[0], a[1])
    },
    .init("_getframe(depth=0, /)", "Return a frame object from the call stack.") { t, a throws(Raised) in
      var depth = try t.asIndex(a[0])
      var frame = t.frame
      while depth > 0 && !frame.isNone {
        frame = frame.previous
        depth -= 1
      }
      if frame.isNone { throw t.raise(t.types.valueError, "call stack is not deep enough") }
      return try t.frameObject(frame)
    },
    .init("getdefaultencoding()", "Return the current default encoding used by the Unicode implementation.") { t, a throws(Raised) in try t.str("utf-8") },
    .init("getfilesystemencoding()", "Return the encoding used to convert Unicode filenames to OS filenames.") { t, a throws(Raised) in try t.str("utf-8") },
    .init("getfilesystemencodeerrors()", "Return the error mode used for Unicode to OS filename conversion.") { t, a throws(Raised) in
      try t.str("surrogateescape")
    },
    .init("get_int_max_str_digits()", "Return the maximum string digits limit for non-binary int<->str conversions.") { t, a throws(Raised) in
      try t.int(t.interpreter.maxStrDigits)
    },
    .init("set_int_max_str_digits(maxdigits)", "Set the maximum string digits limit for non-binary int<->str conversions.") { t, a throws(Raised) in
      let digits = try t.asIndex(a[0])
      if digits != 0 && digits < 640 { throw t.raise(.maxStrDigitsTooSmall) }
      t.interpreter.maxStrDigits = digits
      return .none
    },
    .init("getswitchinterval()", "Return the current thread switch interval; see sys.setswitchinterval().") { t, a throws(Raised) in try t.float(0.005) },
    .init("is_finalizing()", "Return True if Python is exiting.") { t, a throws(Raised) in .false },
    .init("gettrace()", "Return the global debug tracing function set with sys.settrace.") { t, a throws(Raised) in .none },
    .init("getprofile()", "Return the profiling function set with sys.setprofile.") { t, a throws(Raised) in .none },
    .init("get_asyncgen_hooks()", "Return the installed asynchronous generators hooks.") { t, a throws(Raised) in
      try t.tuple(t.asyncFirstIteration.isNull ? .none : t.asyncFirstIteration, t.asyncFinalizer.isNull ? .none : t.asyncFinalizer)
    },
    .init("set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)", "Set a finalizer for async generators objects.") {
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
