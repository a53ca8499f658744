import Builtins
import Glibc
import Runtime

/// `_thread.lock` and `_thread.RLock` (CPython: Modules/_threadmodule.c). One thread runs Python at a time, so that their fields need no lock.
enum Locks {
  // MARK: Arguments

  /// How long a call may wait: nanoseconds of the monotonic clock at which it gives up, nil = never.
  private static func deadline(_ t: Thread, _ blocking: Value, _ timeout: Value) throws(Raised) -> (waits: Bool, until: Int?) {
    let waits = try t.flagArgument(blocking)
    let isFloat = timeout.isDouble || t.isInstance(timeout, of: t.types.float)
    let seconds = isFloat ? try t.asDouble(timeout) : try wholeSeconds(t, timeout)
    if !waits && seconds != -1 { throw t.raise(t.types.valueError, "can't specify a timeout for a non-blocking call") }
    if seconds.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
    if abs(seconds) > 9_223_372_036.8 { throw t.raise(isFloat ? .lockTimeoutTooLarge : .timestampTooLarge) }
    if seconds < 0 && seconds != -1 { throw t.raise(.negativeTimeout) }
    return (waits, seconds == -1 ? nil : ThreadModule.now() + Int(seconds * 1e9))
  }

  private static func wholeSeconds(_ t: Thread, _ v: Value) throws(Raised) -> Double {
    IntOperand(try t.secondsArgument(v)).asInt.map { Double($0) } ?? .infinity
  }

  /// Waits until `isFree` says so. Signals are answered meanwhile.
  ///
  /// - Returns: false if the time is over.
  private static func wait(
    _ t: Thread, _ blocking: Value, _ timeout: Value, _ isFree: () -> Bool
  ) throws(Raised) -> Bool {
    let (waits, until) = try deadline(t, blocking, timeout)
    if isFree() { return true }
    if !waits { return false }
    while true {
      if let until, ThreadModule.now() >= until { return false }
      try ThreadModule.pause(t, until: until)
      if isFree() { return true }
    }
  }

  // MARK: lock

  static let lock = TypeSpec(
    "_thread.lock",
    doc: "A lock: it is held by nobody or by somebody, and whoever wants it waits until it is released.\n\nAnybody may release it.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a lock that nobody holds.") { t, a throws(Raised) in
        if a[1].tupleSlots.count > 0 || a[2].unchecked(as: DictObject.self).count > 0 {
          throw t.raise(t.types.typeError, "%N() takes no arguments", a[0])
        }
        return Value(try t.make(LockObject.self, a[0]))
      },
      describeLock,
      NativeFunctionSpec("acquire(self, /, blocking=True, timeout=-1)", "Take the lock, waiting for it if need be. Whether it was taken.") {
        t, a throws(Raised) in try acquire(t, a)
      },
      NativeFunctionSpec("acquire_lock(self, /, blocking=True, timeout=-1)", "An old name of acquire.") { t, a throws(Raised) in try acquire(t, a) },
      NativeFunctionSpec("release(self, /)", "Give the lock back.") { t, a throws(Raised) in try release(t, a) },
      NativeFunctionSpec("release_lock(self, /)", "An old name of release.") { t, a throws(Raised) in try release(t, a) },
      NativeFunctionSpec("locked(self, /)", "Whether the lock is held.") { _, a throws(Raised) in Value(a.object(0, LockObject.self).isLocked) },
      NativeFunctionSpec("locked_lock(self, /)", "An old name of locked.") { _, a throws(Raised) in Value(a.object(0, LockObject.self).isLocked) },
      NativeFunctionSpec("__enter__(self, /)", "Take the lock.") { t, a throws(Raised) in try take(t, a.object(), .true, Value(small: -1)) },
      NativeFunctionSpec("__exit__(self, /, *exc_info)", "Give the lock back.") { t, a throws(Raised) in try release(t, a) },
      NativeFunctionSpec("_at_fork_reinit(self, /)", "Make the lock one that nobody holds.") { _, a throws(Raised) in
        a.object(0, LockObject.self).isLocked = false
        return .none
      },
    ])

  private static let describeLock = NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
    var out = TextBuilder(t)
    try out.append(a.object(0, LockObject.self).isLocked ? "<locked " : "<unlocked ")
    try appendName(t, a[0], to: &out)
    try out.append(" object at ")
    try out.append(address: a[0].bits)
    try out.append(">")
    return try out.finish()
  }

  private static func appendName(_ t: Thread, _ me: Value, to out: inout TextBuilder) throws(Raised) {
    let type = t.typeOf(me)
    let module = try t.getAttribute(Value(type), t.name(.__module__))
    if module.isKind(.str) && module != t.name(.builtins) {
      try out.append(module)
      try out.append(".")
    }
    try out.append(type.name)
  }

  private static func take(_ t: Thread, _ me: Ref<LockObject>, _ blocking: Value, _ timeout: Value) throws(Raised) -> Value {
    guard try wait(t, blocking, timeout, { !me.isLocked }) else { return .false }
    me.isLocked = true
    return .true
  }

  private static func acquire(_ t: Thread, _ a: Slots) throws(Raised) -> Value { try take(t, a.object(), a[1], a[2]) }

  private static func release(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let me: Ref<LockObject> = a.object()
    guard me.isLocked else { throw t.raise(t.types.runtimeError, "release unlocked lock") }
    me.isLocked = false
    ThreadModule.wake(t)
    return .none
  }

  // MARK: RLock

  static let recursiveLock = TypeSpec(
    "_thread.RLock",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a lock that nobody holds.") { t, a throws(Raised) in
        Value(try t.make(RecursiveLockObject.self, a[0]))
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try describe(t, a.object()) },
      NativeFunctionSpec(
        "acquire(self, /, blocking=True, timeout=-1)", "Take the lock, waiting for it unless the calling thread holds it. Whether it was taken."
      ) { t, a throws(Raised) in try takeAgain(t, a.object(), a[1], a[2]) },
      NativeFunctionSpec("release(self, /)", "Give the lock back, once for each time that it was taken.") { t, a throws(Raised) in
        try giveBack(t, a.object())
      },
      NativeFunctionSpec("locked(self, /)", "Whether the lock is held.") { _, a throws(Raised) in
        Value(a.object(0, RecursiveLockObject.self).count > 0)
      },
      NativeFunctionSpec("__enter__(self, /)", "Take the lock.") { t, a throws(Raised) in try takeAgain(t, a.object(), .true, Value(small: -1)) },
      NativeFunctionSpec("__exit__(self, /, *exc_info)", "Give the lock back.") { t, a throws(Raised) in try giveBack(t, a.object()) },
      NativeFunctionSpec("_is_owned(self, /)", "Whether the calling thread holds the lock.") { _, a throws(Raised) in
        Value(isOwned(a.object()))
      },
      NativeFunctionSpec("_recursion_count(self, /)", "How often the calling thread has taken the lock.") { t, a throws(Raised) in
        let me: Ref<RecursiveLockObject> = a.object()
        return try t.int(isOwned(me) ? me.count : 0)
      },
      NativeFunctionSpec("_release_save(self, /)", "Give the lock back wholly; for condition variables.") { t, a throws(Raised) in
        let me: Ref<RecursiveLockObject> = a.object()
        if me.count == 0 { throw t.raise(t.types.runtimeError, "cannot release un-acquired lock") }
        let state = try t.tuple(try t.int(me.count), try t.int(me.owner))
        (me.count, me.owner) = (0, 0)
        ThreadModule.wake(t)
        return state
      },
      NativeFunctionSpec("_acquire_restore(self, state, /)", "Take the lock as often as before _release_save; for condition variables.") {
        t, a throws(Raised) in try restore(t, a.object(), a[1])
      },
      NativeFunctionSpec("_at_fork_reinit(self, /)", "Make the lock one that nobody holds.") { _, a throws(Raised) in
        let me: Ref<RecursiveLockObject> = a.object()
        (me.count, me.owner) = (0, 0)
        return .none
      },
    ])

  private static func describe(_ t: Thread, _ me: Ref<RecursiveLockObject>) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append(me.count > 0 ? "<locked " : "<unlocked ")
    try appendName(t, Value(me), to: &out)
    try out.append(" object owner=\(me.owner) count=\(me.count) at ")
    try out.append(address: me.bits)
    try out.append(">")
    return try out.finish()
  }

  private static func isOwned(_ me: Ref<RecursiveLockObject>) -> Bool { me.count > 0 && me.owner == SysThreads.identifier() }

  private static func takeAgain(_ t: Thread, _ me: Ref<RecursiveLockObject>, _ blocking: Value, _ timeout: Value) throws(Raised) -> Value {
    guard try wait(t, blocking, timeout, { me.count == 0 || isOwned(me) }) else { return .false }
    me.owner = SysThreads.identifier()
    me.count += 1
    return .true
  }

  private static func giveBack(_ t: Thread, _ me: Ref<RecursiveLockObject>) throws(Raised) -> Value {
    guard isOwned(me) else { throw t.raise(t.types.runtimeError, "cannot release un-acquired lock") }
    me.count -= 1
    if me.count == 0 {
      me.owner = 0
      ThreadModule.wake(t)
    }
    return .none
  }

  private static func restore(_ t: Thread, _ me: Ref<RecursiveLockObject>, _ state: Value) throws(Raised) -> Value {
    guard state.isKind(.tuple) else {
      throw t.raise(t.types.typeError, "_acquire_restore() argument 1 must be 2-item sequence, not %B", state)
    }
    let parts = state.tupleSlots
    guard parts.count == 2 else {
      throw t.raise(t.types.typeError, "_acquire_restore() argument 1 must be sequence of length 2, not %S", try t.int(parts.count))
    }
    let (count, owner) = (try t.asIndex(parts[0]), try t.asIndex(parts[1]))
    _ = try wait(t, .true, Value(small: -1)) { me.count == 0 }
    (me.count, me.owner) = (count, owner)
    return .none
  }
}

struct LockObject: NativeLayout {
  var header: ObjectHeader
  var isLocked: Bool
  static let tracedWords = 0
}

extension Ref where T == LockObject {
  @inline(__always) var isLocked: Bool { get { layout.isLocked } nonmutating set { layout.isLocked = newValue } }
}

struct RecursiveLockObject: NativeLayout {
  var header: ObjectHeader
  /// The thread that holds it, 0 = none.
  var owner: Int
  /// How often it took it.
  var count: Int
  static let tracedWords = 0
}

extension Ref where T == RecursiveLockObject {
  @inline(__always) var owner: Int { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
}
