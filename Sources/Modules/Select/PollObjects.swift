import Builtins
import Glibc
import Runtime

/// `select.poll`: a dict of the events that are wanted of each descriptor.
struct PollObject: NativeLayout {
  var header: ObjectHeader
  var wanted: Value
  var isPolling: Bool
  static let tracedWords = 1
}

extension Ref where T == PollObject {
  @inline(__always) var wanted: Value { get { layout.wanted } nonmutating set { layout.wanted = newValue } }
  @inline(__always) var isPolling: Bool { get { layout.isPolling } nonmutating set { layout.isPolling = newValue } }
  var events: Ref<DictObject> { wanted.unchecked() }
}

enum PollObjects {
  static let spec = TypeSpec(
    "select.poll",
    functions: [
      .init("register(self, fd, eventmask=7, /)", "Register a file descriptor with the polling object.") { t, a throws(Raised) in
        let descriptor = try DescriptorWait.descriptor(t, a[1])
        try t.dictSet(a.object(0, PollObject.self).events, Value(small: Int(descriptor)), try mask(t, a[2]))
        return .none
      },
      .init("modify(self, fd, eventmask, /)", "Modify an already registered file descriptor.") { t, a throws(Raised) in
        let descriptor = Value(small: Int(try DescriptorWait.descriptor(t, a[1])))
        let events = a.object(0, PollObject.self).events
        if try t.dictGet(events, descriptor).isNull { throw t.raiseOSError(ENOENT) }
        try t.dictSet(events, descriptor, try mask(t, a[2]))
        return .none
      },
      .init("unregister(self, fd, /)", "Remove a file descriptor being tracked by the polling object.") { t, a throws(Raised) in
        let descriptor = Value(small: Int(try DescriptorWait.descriptor(t, a[1])))
        let events = a.object(0, PollObject.self).events
        if try t.dictGet(events, descriptor).isNull { throw t.raise(t.types.keyError, message: descriptor) }
        _ = try t.dictDelete(events, descriptor)
        return .none
      },
      .init("poll(self, timeout=None, /)", "Polls the set of registered file descriptors.\n\nReturns a list containing any descriptors that have events or errors to\nreport, as a list of (fd, event) 2-tuples.") { t, a throws(Raised) in
        try poll(t, a.object(), a[1])
      },
    ])

  private static func mask(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let number = try t.cInt(v)
    if number < 0 { throw t.raise(t.types.valueError, "value must be positive") }
    guard number <= 0xFFFF else { throw t.raise(t.types.overflowError, "Python int too large for C unsigned short") }
    return Value(small: number)
  }

  private static func poll(_ t: Thread, _ me: Ref<PollObject>, _ timeout: Value) throws(Raised) -> Value {
    if me.isPolling { throw t.raise(t.types.runtimeError, "concurrent poll() invocation") }
    var end = try DescriptorWait.end(t, timeout, perSecond: 1000, "timeout must be an integer or None")
    // A negative time is for ever.
    if let limit = end, limit < ThreadModule.now(), try t.asDouble(timeout) < 0 { end = nil }
    var entries: [pollfd] = []
    var position = 0
    while let entry = t.dictNext(me.events, &position) {
      entries.append(pollfd(fd: Int32(entry.key.smallInt), events: Int16(truncatingIfNeeded: entry.value.smallInt), revents: 0))
    }
    me.isPolling = true
    defer { me.isPolling = false }
    _ = try DescriptorWait.until(t, end) { Int(Glibc.poll(&entries, nfds_t(entries.count), $0)) }
    let found = try t.list()
    for entry in entries where entry.revents != 0 {
      try t.append(found, try t.tuple(Value(small: Int(entry.fd)), Value(small: Int(UInt16(bitPattern: entry.revents)))))
    }
    return Value(found)
  }
}
