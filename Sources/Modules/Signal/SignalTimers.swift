import Builtins
import CSupport
import Glibc
import Runtime

/// Functions of module `_signal` that send signals later.
enum SignalTimers {
  static let functions: [NativeFunctionSpec] = [
    .init("alarm(seconds, /)", "Arrange for SIGALRM to arrive after the given number of seconds.") { t, a throws(Raised) in
      let seconds = try t.cInt(a[0])
      try checkAlarm(t, 0)
      return try t.int(Int(alarm(UInt32(truncatingIfNeeded: seconds))))
    },
    .init(
      "setitimer(which, seconds, interval=0.0, /)",
      "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval seconds."
    ) { t, a throws(Raised) in
      let which = try t.cInt(a[0])
      var timer = itimerval(it_interval: try time(t, a[2]), it_value: try time(t, a[1]))
      try checkAlarm(t, which)
      var old = itimerval()
      if support_set_timer(Int32(which), &timer, &old) != 0 { throw try failure(t) }
      return try pair(t, seconds(old.it_value), seconds(old.it_interval))
    },
    .init("getitimer(which, /)", "Returns current value of given itimer.") { t, a throws(Raised) in
      let which = try t.cInt(a[0])
      var timer = itimerval()
      if support_get_timer(Int32(which), &timer) != 0 { throw try failure(t) }
      return try pair(t, seconds(timer.it_value), seconds(timer.it_interval))
    },
  ]

  /// The timer that ends the program is not the program's to set.
  private static func checkAlarm(_ t: Thread, _ which: Int) throws(Raised) {
    if which == 0, support_has_alarm() { throw t.raiseOSError(EBUSY) }
  }

  private static func time(_ t: Thread, _ v: Value) throws(Raised) -> timeval {
    let seconds = try t.asDouble(v)
    guard seconds.isFinite, abs(seconds) < 1e15 else { throw t.raise(t.types.overflowError, "timestamp out of range for platform time_t") }
    let whole = seconds.rounded(.down)
    return timeval(tv_sec: Int(whole), tv_usec: Int(((seconds - whole) * 1e6).rounded(.up)))
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func pair(_ t: Thread, _ value: Double, _ interval: Double) throws(Raised) -> Value {
    try t.tuple(try t.float(value), try t.float(interval))
  }

  private static func failure(_ t: Thread) throws(Raised) -> Raised {
    let code = errno
    let type = try t.exceptionClass("_signal", "ItimerError")
    return t.raise(try t.call(Value(type), Value(small: Int(code)), try t.systemMessage(code)))
  }
}
