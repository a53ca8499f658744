import Builtins
import Glibc
import Runtime

/// Waiting for descriptors.
enum DescriptorWait {
  /// What `f` stands for: a number, or an object with `fileno`.
  static func descriptor(_ t: Thread, _ v: Value) throws(Raised) -> Int32 {
    var number = v
    if !v.isInt {
      do throws(Raised) { number = try t.callMethod(v, named: "fileno") } catch {
        guard t.matches(t.exception, t.types.attributeError) else { throw error }
        _ = t.takeException()
        throw t.raise(t.types.typeError, "argument must be an int, or have a fileno() method.")
      }
      guard number.isInt else { throw t.raise(t.types.typeError, "fileno() returned a non-integer") }
    }
    let found = try t.cInt(number)
    if found < 0 { throw t.raise(t.types.valueError, "file descriptor cannot be a negative integer (%S)", try t.int(found)) }
    return Int32(found)
  }

  /// Nanoseconds of the monotonic clock until which is waited; nil for ever.
  static func end(_ t: Thread, _ timeout: Value, perSecond: Double, _ message: StaticString) throws(Raised) -> Int? {
    if timeout.isNone { return nil }
    guard timeout.isInt || timeout.isDouble || t.isInstance(timeout, of: t.types.float) || !t.lookupSpecial(timeout, .__index__).isNull else {
      throw t.raise(t.types.typeError, message)
    }
    let seconds = try t.asDouble(timeout) / perSecond
    if seconds.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
    guard seconds < 9_223_372_036 else { throw t.raise(t.types.overflowError, "timeout is too large") }
    return ThreadModule.now() + Int(max(seconds, -1) * 1e9)
  }

  /// Calls `look` with so many milliseconds again and again until it finds something or the time is up; answers signals, and lets others run,
  /// meanwhile.
  /// - Parameter look: how many it found, negative with errno.
  static func until(_ t: Thread, _ end: Int?, _ look: (Int32) -> Int) throws(Raised) -> Int {
    var pause = 50
    while true {
      let left = end.map { max(0, $0 - ThreadModule.now()) }
      // The only thread may wait in the system; who waits holds the lock.
      let isAlone = t.interpreter.threadCount == 0
      let slice = isAlone ? Int32(min((left ?? .max - 1_000_000) / 1_000_000 + (left == 0 ? 0 : 1), 20)) : 0
      let found = look(slice)
      if found > 0 { return found }
      if found < 0, errno != EINTR { throw t.raiseOSError(errno) }
      try t.pollSignals()
      if let end, ThreadModule.now() >= end { return 0 }
      if !isAlone {
        t.pause(microseconds: pause)
        pause = min(pause * 2, 2_000)
      }
    }
  }
}
