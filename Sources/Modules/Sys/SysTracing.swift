import Builtins
import Runtime

/// The functions of module sys that watch frames: tracing, profiling, and what is running.
enum SysTracing {
  static let functions: [NativeFunctionSpec] = [
    .init("settrace(function, /)", "Set the function that is told of the events of frames, or None for no function.") { t, a throws(Raised) in
      try t.audit("sys.settrace")
      t.setTrace(a[0].isNone ? .null : a[0])
      return .none
    },
    .init("gettrace()", "The function set by settrace, or None.") { t, _ throws(Raised) in t.traceFunction.isNull ? .none : t.traceFunction },
    .init("setprofile(function, /)", "Set the function that is told of calls and returns, or None for no function.") { t, a throws(Raised) in
      try t.audit("sys.setprofile")
      t.setProfile(a[0].isNone ? .null : a[0])
      return .none
    },
    .init("getprofile()", "The function set by setprofile, or None.") { t, _ throws(Raised) in t.profileFunction.isNull ? .none : t.profileFunction },
    .init("_settraceallthreads(function, /)", "Set the trace function of all threads.") { t, a throws(Raised) in
      try t.audit("sys.settrace")
      t.setTrace(a[0].isNone ? .null : a[0])
      return .none
    },
    .init("_setprofileallthreads(function, /)", "Set the profile function of all threads.") { t, a throws(Raised) in
      try t.audit("sys.setprofile")
      t.setProfile(a[0].isNone ? .null : a[0])
      return .none
    },
    .init("call_tracing(func, args, /)", "Call a function with a tuple of arguments and trace it, even while a trace function runs.") {
      t, a throws(Raised) in
      guard a[1].isKind(.tuple) else { throw t.raise(t.types.typeError, "call_tracing() argument 2 must be tuple, not %B", a[1]) }
      let isReporting = t.isReporting
      t.isReporting = false
      defer { t.isReporting = isReporting }
      return try t.call(a[0], tuple: a[1], dict: .null)
    },
    .init("_getframe(depth=0, /)", "The frame object of the caller, or of the frame so many calls below it.") { t, a throws(Raised) in
      let depth = try t.cInt(a[0])
      let frame = frame(t, depth)
      if frame.isNone { throw t.raise(t.types.valueError, "call stack is not deep enough") }
      let object = try t.frameObject(frame)
      try t.audit("sys._getframe", object)
      return object
    },
    .init("_getframemodulename(depth=0)", "The name of the module of the caller, or of the frame so many calls below it; None if there is none.") {
      t, a throws(Raised) in
      let depth = try t.cInt(a[0])
      try t.audit("sys._getframemodulename", a[0])
      let frame = frame(t, depth)
      if frame.isNone { return .none }
      let name = t.dictGet(frame.function.globals, interned: t.name(.__name__))
      return name.isNull ? .none : name
    },
    .init("_current_frames()", "A dict with the running frame of each thread, by the thread's identifier.") { t, _ throws(Raised) in
      try t.audit("sys._current_frames")
      let result = try t.dict()
      if !t.frame.isNone { try t.dictSet(result, try t.int(SysThreads.identifier()), try t.frameObject(t.frame)) }
      return Value(result)
    },
    .init("_current_exceptions()", "A dict with the exception that each thread handles, by the thread's identifier.") { t, _ throws(Raised) in
      try t.audit("sys._current_exceptions")
      let result = try t.dict()
      let handled = t.topmostHandled
      var shown = handled.isNull ? .none : handled
      if t.has(.exceptionTriplesOfThreads) {
        let traceback = handled.isKind(.exception) ? handled.unchecked(as: ExceptionObject.self).traceback : .none
        shown = handled.isNull ? try t.tuple(.none, .none, .none) : try t.tuple(Value(t.typeOf(handled)), handled, traceback.isNull ? .none : traceback)
      }
      try t.dictSet(result, try t.int(SysThreads.identifier()), shown)
      return Value(result)
    },
    .init("get_coroutine_origin_tracking_depth()", "How many frames the origin of a coroutine has at most.") { t, _ throws(Raised) in
      try t.int(Int(t.originDepth))
    },
    .init("set_coroutine_origin_tracking_depth(depth)", "Have new coroutines remember so many frames of where they come from; 0 = none.") {
      t, a throws(Raised) in
      let depth = try t.cInt(a[0])
      if depth < 0 { throw t.raise(t.types.valueError, "depth must be >= 0") }
      t.originDepth = Int32(depth)
      return .none
    },
  ]

  /// The frame `depth` calls below the running one; negative numbers are 0.
  private static func frame(_ t: Thread, _ depth: Int) -> Frame {
    var frame = t.frame
    var left = depth
    while left > 0 && !frame.isNone {
      frame = frame.previous
      left -= 1
    }
    return frame
  }
}
