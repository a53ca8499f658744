import Glibc
import Runtime

/// Module `time` (CPython: Modules/timemodule.c).
enum TimeModule {
  static let module = ModuleSpec(
    "time", doc: "This module provides various functions to manipulate time values.",
    functions: clocks + calendar
  ) { t, m throws(Raised) in
    let type = try StructSequence.makeType(t, m, structTime, fields: fieldNames, visible: 9)
    try t.addConstant(m, "struct_time", Value(type))
    for (name, id) in clockNumbers { try t.addConstant(m, name, Value(small: Int(id))) }
    try t.addConstant(m, "_STRUCT_TM_ITEMS", Value(small: 11))
    try setZone(t, m)
  }

  private static let clockNumbers: [(StaticString, Int32)] = [
    ("CLOCK_REALTIME", CLOCK_REALTIME), ("CLOCK_MONOTONIC", CLOCK_MONOTONIC), ("CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW),
    ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID), ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID),
    ("CLOCK_BOOTTIME", CLOCK_BOOTTIME), ("CLOCK_TAI", CLOCK_TAI),
  ]

  private static let fieldNames: [StaticString] = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff",
  ]

  private static let structTime = TypeSpec(
    "time.struct_time", doc: "The time value as returned by gmtime(), localtime(), and strptime(), and accepted by asctime(), mktime() and strftime().",
    functions: StructSequence.functions)

  // MARK: Clocks

  /// Nanoseconds of a clock.
  private static func read(_ t: Thread, _ clock: clockid_t) throws(Raised) -> Int {
    var spec = timespec()
    if clock_gettime(clock, &spec) != 0 { throw t.raiseOSError(errno) }
    return spec.tv_sec * 1_000_000_000 + spec.tv_nsec
  }

  private static func seconds(_ t: Thread, _ clock: clockid_t) throws(Raised) -> Value { try t.float(Double(try read(t, clock)) / 1e9) }
  private static func nanoseconds(_ t: Thread, _ clock: clockid_t) throws(Raised) -> Value { try t.int(try read(t, clock)) }
  private static func clock(_ t: Thread, _ v: Value) throws(Raised) -> clockid_t { clockid_t(truncatingIfNeeded: try t.asIndex(v)) }

  private static let clocks: [NativeFunctionSpec] = [
    NativeFunctionSpec("time()", "Return the current time in seconds since the Epoch.") { t, _ throws(Raised) in try seconds(t, CLOCK_REALTIME) },
    NativeFunctionSpec("time_ns()", "Return the current time in nanoseconds since the Epoch.") { t, _ throws(Raised) in try nanoseconds(t, CLOCK_REALTIME) },
    NativeFunctionSpec("monotonic()", "Monotonic clock, cannot go backward.") { t, _ throws(Raised) in try seconds(t, CLOCK_MONOTONIC) },
    NativeFunctionSpec("monotonic_ns()", "Monotonic clock, cannot go backward, as nanoseconds.") { t, _ throws(Raised) in
      try nanoseconds(t, CLOCK_MONOTONIC)
    },
    NativeFunctionSpec("perf_counter()", "Performance counter for benchmarking.") { t, _ throws(Raised) in try seconds(t, CLOCK_MONOTONIC) },
    NativeFunctionSpec("perf_counter_ns()", "Performance counter for benchmarking as nanoseconds.") { t, _ throws(Raised) in
      try nanoseconds(t, CLOCK_MONOTONIC)
    },
    NativeFunctionSpec("process_time()", "Process time for profiling: sum of the kernel and user-space CPU time.") { t, _ throws(Raised) in
      try seconds(t, CLOCK_PROCESS_CPUTIME_ID)
    },
    NativeFunctionSpec("process_time_ns()", "Process time for profiling as nanoseconds: sum of the kernel and user-space CPU time.") {
      t, _ throws(Raised) in try nanoseconds(t, CLOCK_PROCESS_CPUTIME_ID)
    },
    NativeFunctionSpec("thread_time()", "Thread time for profiling: sum of the kernel and user-space CPU time.") { t, _ throws(Raised) in
      try seconds(t, CLOCK_THREAD_CPUTIME_ID)
    },
    NativeFunctionSpec("thread_time_ns()", "Thread time for profiling as nanoseconds: sum of the kernel and user-space CPU time.") {
      t, _ throws(Raised) in try nanoseconds(t, CLOCK_THREAD_CPUTIME_ID)
    },
    NativeFunctionSpec("clock_gettime(clk_id, /)", "Return the time of the specified clock clk_id as a float.") { t, a throws(Raised) in
      try seconds(t, try clock(t, a[0]))
    },
    NativeFunctionSpec("clock_gettime_ns(clk_id, /)", "Return the time of the specified clock clk_id as nanoseconds (int).") { t, a throws(Raised) in
      try nanoseconds(t, try clock(t, a[0]))
    },
    NativeFunctionSpec("clock_getres(clk_id, /)", "Return the resolution (precision) of the specified clock clk_id.") { t, a throws(Raised) in
      var spec = timespec()
      if clock_getres(try clock(t, a[0]), &spec) != 0 { throw t.raiseOSError(errno) }
      return try t.float(Double(spec.tv_sec) + Double(spec.tv_nsec) / 1e9)
    },
    NativeFunctionSpec("clock_settime(clk_id, time, //)", "Set the time of the specified clock clk_id.") { t, a throws(Raised) in
      let clock = try clock(t, a[0])
      try set(t, clock, try settingNanoseconds(t, a[1]))
      return .none
    },
    NativeFunctionSpec("clock_settime_ns(clk_id, time, //)", "Set the time of the specified clock clk_id with nanoseconds.") { t, a throws(Raised) in
      let clock = try clock(t, a[0])
      guard a[1].isInt else { throw t.raise(t.types.typeError, "expect int, got %T", a[1]) }
      guard let n = IntOperand(a[1]).asInt else { throw t.raise(.timestampTooLarge) }
      try set(t, clock, n)
      return .none
    },
    NativeFunctionSpec("pthread_getcpuclockid(thread_id, /)", "Return the clk_id of a thread's CPU time clock.") { t, a throws(Raised) in
      guard a[0].isInt else { throw t.raise(t.types.typeError, "pthread_getcpuclockid() argument 1 must be int, not %B", a[0]) }
      // Only the thread itself is known to be one: the C library reads memory at the address.
      guard IntOperand(a[0]).asInt.map({ UInt(bitPattern: $0) }) == pthread_self() else { throw t.raiseOSError(ESRCH) }
      var id = clockid_t()
      let code = pthread_getcpuclockid(pthread_self(), &id)
      if code != 0 { throw t.raiseOSError(code) }
      return try t.int(Int(id))
    },
    NativeFunctionSpec("sleep(object, /)", "Delay execution for a given number of seconds.") { t, a throws(Raised) in
      try sleep(t, a[0])
      return .none
    },
    NativeFunctionSpec("get_clock_info(name, /)", "Get information of the specified clock.") { t, a throws(Raised) in try clockInfo(t, a[0]) },
  ]

  /// Seconds as nanoseconds, rounded down.
  private static func settingNanoseconds(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    let isFloat = v.isDouble || t.isInstance(v, of: t.types.float)
    let time = isFloat ? try t.asDouble(v) : try seconds(t, v)
    if time.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
    guard abs(time) <= 9_223_372_036 else { throw t.raise(.timestampTooLarge) }
    return Int((time * 1e9).rounded(.down))
  }

  private static func set(_ t: Thread, _ clock: clockid_t, _ nanoseconds: Int) throws(Raised) {
    var spec = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    if spec.tv_nsec < 0 {
      spec.tv_sec -= 1
      spec.tv_nsec += 1_000_000_000
    }
    if clock_settime(clock, &spec) != 0 { throw t.raiseOSError(errno) }
  }

  /// A whole number of seconds as a double; infinite beyond 64 bits.
  private static func seconds(_ t: Thread, _ v: Value) throws(Raised) -> Double {
    let n = IntOperand(try t.secondsArgument(v))
    return n.asInt.map { Double($0) } ?? .infinity
  }

  private static func sleep(_ t: Thread, _ v: Value) throws(Raised) {
    let isFloat = v.isDouble || t.isInstance(v, of: t.types.float)
    let duration = isFloat ? try t.asDouble(v) : try seconds(t, v)
    if duration.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
    if duration < 0 { throw t.raise(t.types.valueError, "sleep length must be non-negative") }
    if duration > 9_223_372_036 { throw t.raise(.timestampTooLarge) }
    let end = try read(t, CLOCK_MONOTONIC) + Int(duration * 1e9)
    // In slices, so that an interrupt or a time limit is noticed.
    while true {
      let left = try end - read(t, CLOCK_MONOTONIC)
      if left <= 0 { return }
      let slice = min(left, 20_000_000)
      // Other threads run meanwhile.
      t.pause(microseconds: max(1, slice / 1000))
      try t.pollSignals()
    }
  }

  private static func clockInfo(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    let known: [(StaticString, StaticString, monotonic: Bool, adjustable: Bool)] = [
      ("monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false), ("perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false),
      ("process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false), ("time", "clock_gettime(CLOCK_REALTIME)", false, true),
      ("thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false),
    ]
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "get_clock_info() argument 1 must be str, not %B", name) }
    for clock in known where t.strEquals(name, try t.str(clock.0)) {
      let info = try t.dict()
      try t.dictSet(info, try t.intern("implementation"), try t.str(clock.1))
      try t.dictSet(info, try t.intern("monotonic"), Value(clock.monotonic))
      try t.dictSet(info, try t.intern("adjustable"), Value(clock.adjustable))
      try t.dictSet(info, try t.intern("resolution"), try t.float(1e-9))
      return try t.call(Value(t.types.simpleNamespace), tuple: t.interpreter.emptyTuple, dict: Value(info))
    }
    throw t.raise(t.types.valueError, "unknown clock")
  }
}
