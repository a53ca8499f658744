import Builtins
import CNatives
import Glibc
import Runtime

/// `select.epoll`
struct EventPollObject: NativeLayout {
  var header: ObjectHeader
  /// -1 once it is closed.
  var descriptor: Int32
  static let tracedWords = 0
}

extension Ref where T == EventPollObject {
  @inline(__always) var descriptor: Int32 { get { layout.descriptor } nonmutating set { layout.descriptor = newValue } }
}

enum EventPolls {
  static let spec = TypeSpec(
    "select.epoll", doc: "Returns an epolling object.",
    functions: [
      .init("__new__(cls, sizehint=-1, flags=0)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        let size = try t.cInt(a[1])
        let flags = try t.cInt(a[2])
        guard size == -1 || size > 0 else { throw t.raise(t.types.valueError, "negative sizehint") }
        guard flags == 0 || flags == 0o2000000 else { throw t.raise(t.types.osError, "invalid flags") }
        let me = try t.make(EventPollObject.self, a[0])
        me.descriptor = -1
        me.descriptor = Int32(try t.system { Int(support_epoll_make(0o2000000)) })
        return Value(me)
      },
      .init("fromfd(cls, fd, /)", "Create an epoll object from a given control fd.", binding: .classMethod) { t, a throws(Raised) in
        let descriptor = try t.cInt(a[1])
        let me = try t.make(EventPollObject.self, a[0])
        me.descriptor = Int32(descriptor)
        return Value(me)
      },
      .init("close(self, /)", "Close the epoll control file descriptor.") { t, a throws(Raised) in
        try close(t, a.object())
        return .none
      },
      .init("fileno(self, /)", "Return the epoll control file descriptor.") { t, a throws(Raised) in Value(small: Int(try open(t, a.object()))) },
      .init("__enter__(self, /)", "", binding: .coexisting) { t, a throws(Raised) in
        _ = try open(t, a.object())
        return a[0]
      },
      .init("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", "", binding: .coexisting) { t, a throws(Raised) in
        try close(t, a.object())
        return .none
      },
      .init("register(self, fd, eventmask=7)", "Registers a new fd or raises an OSError if the fd is already registered.") { t, a throws(Raised) in
        try control(t, a.object(), 1, a[1], a[2])
      },
      .init("modify(self, fd, eventmask)", "Modify event mask for a registered file descriptor.") { t, a throws(Raised) in
        try control(t, a.object(), 3, a[1], a[2])
      },
      .init("unregister(self, fd)", "Remove a registered file descriptor from the epoll object.") { t, a throws(Raised) in
        try control(t, a.object(), 2, a[1], Value(small: 0))
      },
      .init("poll(self, timeout=None, maxevents=-1)", "Wait for events on the epoll file descriptor.\n\nReturns a list containing any descriptors that have events to report,\nas a list of (fd, events) 2-tuples.") { t, a throws(Raised) in
        try poll(t, a.object(), a[1], try t.cInt(a[2]))
      },
    ],
    attributes: [.init("closed", "True if the epoll handler is closed", get: { _, a throws(Raised) in Value(a.object(0, EventPollObject.self).descriptor < 0) })])

  private static func open(_ t: Thread, _ me: Ref<EventPollObject>) throws(Raised) -> Int32 {
    if me.descriptor >= 0 { return me.descriptor }
    throw t.raise(t.types.valueError, "I/O operation on closed epoll object")
  }

  private static func close(_ t: Thread, _ me: Ref<EventPollObject>) throws(Raised) {
    guard me.descriptor >= 0 else { return }
    let descriptor = me.descriptor
    me.descriptor = -1
    if Glibc.close(descriptor) != 0 { throw t.raiseOSError(errno) }
  }

  private static func control(
    _ t: Thread, _ me: Ref<EventPollObject>, _ operation: Int32, _ file: Value, _ mask: Value
  ) throws(Raised) -> Value {
    let epoll = try open(t, me)
    let descriptor = try DescriptorWait.descriptor(t, file)
    let events = UInt32(truncatingIfNeeded: try t.sizeArgument(mask))
    try t.system { Int(support_epoll_control(epoll, operation, descriptor, events)) }
    return .none
  }

  private static func poll(_ t: Thread, _ me: Ref<EventPollObject>, _ timeout: Value, _ most: Int) throws(Raised) -> Value {
    let epoll = try open(t, me)
    var end = try DescriptorWait.end(t, timeout, perSecond: 1, "timeout must be an integer or None")
    if let limit = end, limit < ThreadModule.now(), try t.asDouble(timeout) < 0 { end = nil }
    guard most == -1 || most > 0 else { throw t.raise(t.types.valueError, "maxevents must be greater than 0, got %S", try t.int(most)) }
    let capacity = most == -1 ? 1023 : min(most, 65_536)
    var descriptors = [Int32](repeating: 0, count: capacity)
    var events = [UInt32](repeating: 0, count: capacity)
    let count = try DescriptorWait.until(t, end) { Int(support_epoll_wait(epoll, &descriptors, &events, Int32(capacity), $0)) }
    let found = try t.list()
    for i in 0..<count { try t.append(found, try t.tuple(Value(small: Int(descriptors[i])), Value(small: Int(events[i])))) }
    return Value(found)
  }
}
