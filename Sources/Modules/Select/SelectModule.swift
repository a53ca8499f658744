import Builtins
import Glibc
import Runtime

/// Module `select` (CPython: Modules/selectmodule.c): waiting for files and connections.
enum SelectModule {
  static let module = ModuleSpec(
    "select", doc: "This module supports asynchronous I/O on multiple file descriptors.", functions: functions
  ) { t, m throws(Raised) in
    try t.addConstant(m, "error", Value(t.types.osError))
    for (name, number) in numbers { try t.addConstant(m, name, try t.int(number)) }
    let makePoll = t.dictGet(m.dict, interned: try t.intern("poll"))
    try t.addType(m, PollObjects.spec, PollObject.self, flags: .noConstructor)
    try t.addConstant(m, "poll", makePoll)
    try t.addType(m, EventPolls.spec, EventPollObject.self)
  }

  private static let numbers: [(StaticString, Int)] = [
    ("PIPE_BUF", 4096), ("POLLIN", 1), ("POLLPRI", 2), ("POLLOUT", 4), ("POLLERR", 8), ("POLLHUP", 16), ("POLLNVAL", 32), ("POLLRDNORM", 64),
    ("POLLRDBAND", 128), ("POLLWRNORM", 256), ("POLLWRBAND", 512), ("POLLMSG", 1024), ("POLLRDHUP", 8192), ("EPOLLIN", 1), ("EPOLLPRI", 2),
    ("EPOLLOUT", 4), ("EPOLLERR", 8), ("EPOLLHUP", 16), ("EPOLLRDNORM", 64), ("EPOLLRDBAND", 128), ("EPOLLWRNORM", 256), ("EPOLLWRBAND", 512),
    ("EPOLLMSG", 1024), ("EPOLLRDHUP", 8192), ("EPOLLEXCLUSIVE", 1 << 28), ("EPOLLONESHOT", 1 << 30), ("EPOLLET", 1 << 31),
    ("EPOLL_CLOEXEC", 0o2000000),
  ]

  private static let functions: [NativeFunctionSpec] = [
    .init("select(rlist, wlist, xlist, timeout=None, /)", "Wait until one or more file descriptors are ready for some kind of I/O.") {
      t, a throws(Raised) in try select(t, a)
    },
    .init("poll()", "Returns a polling object.") { t, _ throws(Raised) in
      let me = try t.make(PollObject.self, try t.typeNamedOrImport("select.poll", module: "select"))
      me.wanted = Value(try t.dict())
      return Value(me)
    },
  ]

  /// By poll, which knows no limit of descriptors.
  private static func select(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let end = try DescriptorWait.end(t, a[3], perSecond: 1, "timeout must be a float or None")
    if let end, end < ThreadModule.now() - 500_000_000 { throw t.raise(t.types.valueError, "timeout must be non-negative") }
    var entries: [pollfd] = []
    let items = try t.list()
    var counts: [Int] = []
    for (i, events) in [POLLIN, POLLOUT, POLLPRI].enumerated() {
      guard !t.lookupSpecial(a[i], .__iter__).isNull || !t.lookupSpecial(a[i], .__getitem__).isNull else {
        throw t.raise(t.types.typeError, "arguments 1-3 must be sequences")
      }
      let list = try t.list(from: a[i])
      for j in 0..<list.count {
        entries.append(pollfd(fd: try DescriptorWait.descriptor(t, list.items[j]), events: Int16(events), revents: 0))
        try t.append(items, list.items[j])
      }
      counts.append(list.count)
    }
    _ = try DescriptorWait.until(t, end) { Int(Glibc.poll(&entries, nfds_t(entries.count), $0)) }
    if entries.contains(where: { $0.revents & Int16(POLLNVAL) != 0 }) { throw t.raiseOSError(EBADF) }
    let ready: [Int32] = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI]
    let result = try t.tuple(count: 3)
    for i in 0..<3 { result.items[i] = .none }
    var next = 0
    for i in 0..<3 {
      let found = try t.list()
      result.items[i] = Value(found)
      for _ in 0..<counts[i] {
        if Int32(entries[next].revents) & ready[i] != 0 { try t.append(found, items.items[next]) }
        next += 1
      }
    }
    return Value(result)
  }
}
