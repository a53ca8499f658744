import Builtins
import CNatives
import CSupport
import Glibc
import Runtime

/// Functions of module `_signal` for sets of signals.
enum SignalSets {
  static let functions: [NativeFunctionSpec] = [
    .init("pthread_sigmask(how, mask, /)", "Fetch and/or change the signal mask of the calling thread.") { t, a throws(Raised) in
      let how = try t.cInt(a[0])
      var mask = sigset_t()
      try fill(t, a[1], &mask)
      var old = sigset_t()
      let code = pthread_sigmask(Int32(how), &mask, &old)
      if code != 0 { throw t.raiseOSError(code) }
      try t.pollSignals()
      return try numbers(t, &old)
    },
    .init("sigpending()", "Examine pending signals.") { t, _ throws(Raised) in
      var pending = sigset_t()
      try t.system { Int(sigpending(&pending)) }
      return try numbers(t, &pending)
    },
    .init("sigwait(sigset, /)", "Wait for a signal.") { t, a throws(Raised) in
      let found = try wait(t, a[0], nil)
      return Value(small: found.number)
    },
    .init("sigwaitinfo(sigset, /)", "Wait synchronously until one of the signals in *sigset* is delivered.") { t, a throws(Raised) in
      try information(t, try wait(t, a[0], nil))
    },
    .init("sigtimedwait(sigset, timeout, /)", "Like sigwaitinfo(), but with a timeout.") { t, a throws(Raised) in
      let seconds = try t.asDouble(a[1])
      if seconds < 0 { throw t.raise(t.types.valueError, "timeout must be non-negative") }
      let found = try wait(t, a[0], min(seconds, 1e9))
      return found.number == 0 ? .none : try information(t, found)
    },
  ]

  /// The signals that an iterable names.
  private static func fill(_ t: Thread, _ v: Value, _ signals: UnsafeMutablePointer<sigset_t>) throws(Raised) {
    sigemptyset(signals)
    let items = try t.iterator(of: v)
    while true {
      let item = try t.next(items)
      if item.isNull { return }
      let number = try t.sizeArgument(item)
      guard number >= 1, number < SignalModule.limit else {
        throw t.raise(t.types.valueError, "signal number %S out of range [1; 64]", item)
      }
      sigaddset(signals, Int32(number))
    }
  }

  private static func numbers(_ t: Thread, _ signals: UnsafeMutablePointer<sigset_t>) throws(Raised) -> Value {
    let found = try t.set()
    for number in 1..<SignalModule.limit where sigismember(signals, Int32(number)) == 1 { try t.setAdd(found, Value(small: number)) }
    return Value(found)
  }

  /// What is known of a signal that came: its number, 0 if none came in time.
  private final class Arrival {
    let number: Int
    let words: [Int]

    init(number: Int = 0, words: [Int] = []) {
      self.number = number
      self.words = words
    }
  }

  /// Looks again and again, so that limits and other threads are not kept waiting.
  private static func wait(_ t: Thread, _ v: Value, _ seconds: Double?) throws(Raised) -> Arrival {
    var signals = sigset_t()
    try fill(t, v, &signals)
    let end = seconds.map { ThreadModule.now() + Int($0 * 1e9) }
    while true {
      var words: [Int32] = [0, 0, 0, 0, 0, 0]
      var band = 0
      let number = support_wait_signal(&signals, &words, &band)
      if number > 0 { return Arrival(number: Int(number), words: words.map { Int($0) } + [band]) }
      if errno != EAGAIN && errno != EINTR { throw t.raiseOSError(errno) }
      if let end, ThreadModule.now() >= end { return Arrival() }
      t.pause(microseconds: 2_000)
      try t.pollSignals()
    }
  }

  private static func information(_ t: Thread, _ arrival: Arrival) throws(Raised) -> Value {
    let values = try t.list()
    for word in arrival.words { try t.append(values, try t.int(word)) }
    return try StructSequence.make(t, try t.typeNamedOrImport("signal.struct_siginfo", module: "_signal"), values.slots)
  }
}
