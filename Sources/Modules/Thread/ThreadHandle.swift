import Builtins
import Runtime

/// `_thread._ThreadHandle` (from 3.13): a thread that can be waited for.
enum ThreadHandle {
  static let spec = TypeSpec(
    "_thread._ThreadHandle",
    functions: [
      NativeFunctionSpec("__new__(cls, /)", "Make a handle of no thread yet.") { t, a throws(Raised) in
        Value(try t.make(ThreadHandleObject.self, a[0]))
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try t.str("<_thread._ThreadHandle object: ident=\(a.object(0, ThreadHandleObject.self).layout.identifier)>")
      },
      NativeFunctionSpec("join(self, timeout=None, /)", "Wait until the thread has ended, at most so many seconds.") { t, a throws(Raised) in
        try join(t, a.object(), a[1])
        return .none
      },
      NativeFunctionSpec("is_done(self, /)", "Whether the thread has ended.") { _, a throws(Raised) in
        Value(a.object(0, ThreadHandleObject.self).layout.isDone)
      },
      NativeFunctionSpec("_set_done(self, /)", "Say that the thread has ended.") { t, a throws(Raised) in
        let me: Ref<ThreadHandleObject> = a.object()
        if me.layout.identifier == 0 { throw t.raise(t.types.runtimeError, "thread not started") }
        me.layout.isDone = true
        return .none
      },
    ],
    attributes: [
      NativeAttributeSpec("ident") { t, a throws(Raised) in try t.int(a.object(0, ThreadHandleObject.self).layout.identifier) }
    ])

  private static func join(_ t: Thread, _ me: Ref<ThreadHandleObject>, _ timeout: Value) throws(Raised) {
    if me.layout.identifier == 0 { throw t.raise(t.types.runtimeError, "thread not started") }
    if me.layout.identifier == SysThreads.identifier() && !me.layout.isDone { throw t.raise(t.types.runtimeError, "Cannot join current thread") }
    var until: Int?
    if !timeout.isNone {
      let seconds = try t.asDouble(timeout)
      if seconds >= 0 { until = ThreadModule.now() + Int(min(seconds, ThreadModule.greatestTimeout) * 1e9) }
    }
    while !me.layout.isDone {
      if let until, ThreadModule.now() >= until { return }
      try ThreadModule.pause(t, until: until)
    }
  }

  private static let finished = NativeFunctionSpec("ended(handle, /)") { t, a throws(Raised) in
    if a[0].isKind(.record), a[0].object.type == t.typeNamed("_thread._ThreadHandle") { a[0].unchecked(as: ThreadHandleObject.self).layout.isDone = true }
    return .none
  }

  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "start_joinable_thread(function, handle=None, daemon=True)",
      "Have a new thread call a function without arguments. The result is a handle, by which the thread can be waited for."
    ) { t, a throws(Raised) in
      guard t.isCallable(a[0]) else { throw t.raise(t.types.typeError, "thread function must be callable") }
      let type = t.typeNamed("_thread._ThreadHandle")
      guard a[1].isNone || t.isInstance(a[1], of: type) else { throw t.raise(t.types.typeError, "'handle' must be a _ThreadHandle") }
      let handle: Ref<ThreadHandleObject> = a[1].isNone ? try t.make(ThreadHandleObject.self, type) : a[1].unchecked()
      if handle.layout.identifier != 0 { throw t.raise(t.types.runtimeError, "thread already started") }
      let isDaemon = try t.truth(a[2])
      try t.audit("_thread.start_joinable_thread", a[0], Value(isDaemon), Value(handle))
      let ended = Value(try t.closure(finished, Value(handle)))
      handle.layout.identifier = try t.startThread(
        a[0], t.interpreter.emptyTuple, .null, ended: ended, stackSize: t.interpreter.threadStackSize)
      if !isDaemon { try t.append(t.interpreter.joinedThreads.unchecked(), Value(handle)) }
      return Value(handle)
    },
    NativeFunctionSpec("_make_thread_handle(ident, /)", "A handle of a thread that runs.") { t, a throws(Raised) in
      let handle = try t.make(ThreadHandleObject.self, t.typeNamed("_thread._ThreadHandle"))
      handle.layout.identifier = try t.asIndex(a[0])
      return Value(handle)
    },
  ]

  /// Waits for the threads that are no daemons.
  static func joinAll(_ t: Thread) throws(Raised) {
    let handles: Ref<ListObject> = t.interpreter.joinedThreads.unchecked()
    while handles.count > 0 {
      let handle: Ref<ThreadHandleObject> = try t.callMethod(Value(handles), .pop).unchecked()
      if handle.layout.identifier != SysThreads.identifier() { try join(t, handle, .none) }
    }
  }

  /// What `threading.excepthook` prints.
  static func report(_ t: Thread, _ arguments: Value) throws(Raised) {
    let type = try t.getAttribute(try t.importModule(try t.str("_thread")), try t.intern("_ExceptHookArgs"))
    guard type.isKind(.type), t.isInstance(arguments, of: type.unchecked()) else {
      throw t.raise(t.types.typeError, "_thread.excepthook argument type must be ExceptHookArgs")
    }
    let fields = arguments.tupleSlots
    if fields[0] == Value(t.types.systemExit) { return }
    var name = try t.int(SysThreads.identifier())
    if !fields[3].isNone {
      let given = try t.getAttributeOrNull(fields[3], .name)
      if !given.isNull { name = given }
    }
    try t.writeToStandardError(try t.text("Exception in thread %S:\n", try t.str(of: name)))
    if t.isException(fields[1]) { try t.printException(fields[1]) }
  }
}

struct ThreadHandleObject: NativeLayout {
  var header: ObjectHeader
  /// 0 before the thread is started.
  var identifier: Int
  var isDone: Bool
  static let tracedWords = 0
}
