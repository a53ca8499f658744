import Builtins
import CSupport
import Glibc
import Runtime

/// Functions of module `posix` for this process and others.
enum Processes {
  static let functions = identity + control + statuses + surroundings

  private static func number(_ t: Thread, _ n: some BinaryInteger) throws(Raised) -> Value { try t.int(Int(n)) }

  private static let identity: [NativeFunctionSpec] = [
    .init("getpid()", "The number of this process.") { t, _ throws(Raised) in try number(t, Glibc.getpid()) },
    .init("getppid()", "The number of the process that started this one.") { t, _ throws(Raised) in try number(t, Glibc.getppid()) },
    .init("getuid()", "The user.") { t, _ throws(Raised) in try number(t, Glibc.getuid()) },
    .init("geteuid()", "The user whose rights count.") { t, _ throws(Raised) in try number(t, Glibc.geteuid()) },
    .init("getgid()", "The group.") { t, _ throws(Raised) in try number(t, Glibc.getgid()) },
    .init("getegid()", "The group whose rights count.") { t, _ throws(Raised) in try number(t, Glibc.getegid()) },
    .init("getpgrp()", "The group of this process.") { t, _ throws(Raised) in try number(t, Glibc.getpgrp()) },
    .init("getpgid(pid)", "The group of a process.") { t, a throws(Raised) in
      let pid = pid_t(try t.cInt(a[0]))
      return try t.int(try t.system { Int(Glibc.getpgid(pid)) })
    },
    .init("getsid(pid, /)", "The session of a process.") { t, a throws(Raised) in
      let pid = pid_t(try t.cInt(a[0]))
      return try t.int(try t.system { Int(Glibc.getsid(pid)) })
    },
    .init("setsid()", "Begin a session.") { t, _ throws(Raised) in
      try t.checkProcesses()
      try t.system { Int(Glibc.setsid()) }
      return .none
    },
    .init("getgroups()", "The groups that this process is in too.") { t, _ throws(Raised) in
      var groups = [gid_t](repeating: 0, count: 65_536)
      let count = try t.system { Int(Glibc.getgroups(Int32(groups.count), &groups)) }
      let list = try t.list()
      for group in groups.prefix(count) { try t.append(list, try number(t, group)) }
      return Value(list)
    },
    .init("getlogin()", "The name of the user who logged in.") { t, _ throws(Raised) in
      var name = [CChar](repeating: 0, count: 256)
      let code = Glibc.getlogin_r(&name, 255)
      if code != 0 { throw t.raiseOSError(code) }
      return try t.fileSystemName(&name)
    },
  ]

  // MARK: Other processes

  private static let control: [NativeFunctionSpec] = [
    .init("_exit(status)", "End the process at once.") { t, a throws(Raised) in
      let status = Int32(truncatingIfNeeded: try t.cInt(a[0]))
      Glibc._exit(status)
    },
    .init("abort()", "End the process at once by a signal.") { t, _ throws(Raised) in
      try t.checkProcesses()
      Glibc.abort()
    },
    .init("kill(pid, signal, /)", "Send a signal to a process.") { t, a throws(Raised) in
      let (pid, signal) = (pid_t(try t.cInt(a[0])), Int32(try t.cInt(a[1])))
      if pid != Glibc.getpid() { try t.checkProcesses() }
      try t.system { Int(Glibc.kill(pid, signal)) }
      try t.pollSignals()
      return .none
    },
    .init("killpg(pgid, signal, /)", "Send a signal to a group of processes.") { t, a throws(Raised) in
      let (group, signal) = (pid_t(try t.cInt(a[0])), Int32(try t.cInt(a[1])))
      try t.checkProcesses()
      try t.system { Int(Glibc.killpg(group, signal)) }
      return .none
    },
    .init("fork()", "Go on in two processes: 0 in the new one, its number in this one.") { t, _ throws(Raised) in
      try t.checkProcesses()
      try callForkHooks(t, 0, reversed: true)
      let pid = support_fork()
      let code = errno
      try callForkHooks(t, pid == 0 ? 1 : 2, reversed: false)
      if pid < 0 { throw t.raiseOSError(code) }
      return try number(t, pid)
    },
    .init(
      "register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
      "Say what to call when a process forks.") { t, a throws(Raised) in
      if a[0].isNull && a[1].isNull && a[2].isNull { throw t.raise(t.types.typeError, "At least one argument is required.") }
      for (i, name) in (["before", "after_in_child", "after_in_parent"] as [StaticString]).enumerated() where !a[i].isNull && !t.isCallable(a[i]) {
        throw t.raise(t.types.typeError, "'%S' must be callable, not %T", try t.str(name), a[i])
      }
      let hooks = try forkHooks(t)
      for (i, position) in [0, 1, 2].enumerated() where !a[i].isNull { try t.append(hooks[position].unchecked(), a[i]) }
      return .none
    },
    .init("system(command)", "Run a command in a shell, and return its status.") { t, a throws(Raised) in
      let command = try t.cText(try t.systemPath(a[0], "system", "command").isBytes ? a[0] : t.fspath(a[0]))
      try t.checkProcesses()
      return try number(t, support_system(command))
    },
    .init("execv(path, argv, /)", "Run another program in place of this one.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "execv")
      try t.checkProcesses()
      let words = try pointers(t, a[1], "execv() arg 2 must be a tuple or list")
      try t.system(a[0]) { Int(Glibc.execv(path.text, words)) }
      return .none
    },
    .init("execve(path, argv, env)", "Run another program with another environment in place of this one.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "execve")
      try t.checkProcesses()
      let words = try pointers(t, a[1], "execve: argv must be a tuple or list")
      let variables = try pointers(t, Value(try assignments(t, a[2])), "execve: environment must be a mapping object")
      try t.system(a[0]) { Int(Glibc.execve(path.text, words, variables)) }
      return .none
    },
    .init("wait()", "Wait for a process that was started: its number and status.") { t, _ throws(Raised) in try wait(t, -1, 0) },
    .init("waitpid(pid, options, /)", "Wait for a process: its number and status.") { t, a throws(Raised) in
      try wait(t, pid_t(try t.cInt(a[0])), Int32(try t.cInt(a[1])))
    },
  ]

  /// The lists of functions that are called before a fork, in the child, and in the parent.
  private static func forkHooks(_ t: Thread) throws(Raised) -> Slots {
    let module = try t.importModule(try t.str("posix")).unchecked(as: ModuleObject.self)
    let name = try t.intern("_fork_hooks")
    var hooks = t.dictGet(module.dict, interned: name)
    if !hooks.isKind(.tuple) {
      hooks = try t.tuple(Value(try t.list()), Value(try t.list()), Value(try t.list()))
      try t.dictSet(module.dict, name, hooks)
    }
    return hooks.tupleSlots
  }

  private static func callForkHooks(_ t: Thread, _ position: Int, reversed: Bool) throws(Raised) {
    let hooks: Ref<ListObject> = try forkHooks(t)[position].unchecked()
    let count = hooks.count
    for i in 0..<count where i < hooks.count {
      let hook = hooks.items[reversed ? hooks.count - 1 - i : i]
      do throws(Raised) { _ = try t.call(hook) } catch { t.reportUnraisable(hook) }
    }
  }

  /// Pointers to texts of C, with a null pointer behind them, in the heap.
  static func pointers(_ t: Thread, _ v: Value, _ message: StaticString) throws(Raised) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    guard v.isKind(.list) || v.isKind(.tuple) else { throw t.raise(t.types.typeError, message) }
    let items = try t.list(from: v)
    // The texts are in an arena of their own behind the pointers: nothing else refers to them.
    let encoded = try t.list()
    var size = 0
    for i in 0..<items.count {
      let bytes = try t.fileSystemBytes(try t.fspath(items.items[i]))
      let content = bytes.unchecked(as: BytesObject.self)
      if content.count > 0, memchr(content.bytes, 0, content.count) != nil { throw t.raise(t.types.valueError, "embedded null byte") }
      size += content.count + 1
      try t.append(encoded, bytes)
    }
    let table = (encoded.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    let buffer = try t.rawBuffer(bytes: table + size)
    let start = buffer.raw + MemoryLayout<BufferObject>.size
    let pointers = start.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    var text = start + table
    for i in 0..<encoded.count {
      let bytes = encoded.items[i].unchecked(as: BytesObject.self)
      pointers[i] = text.assumingMemoryBound(to: CChar.self)
      if bytes.count > 0 { text.copyMemory(from: bytes.bytes, byteCount: bytes.count) }
      text.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
      text += bytes.count + 1
    }
    pointers[encoded.count] = nil
    return pointers
  }

  /// A mapping of variables as a list of `NAME=VALUE`.
  private static func assignments(_ t: Thread, _ mapping: Value) throws(Raised) -> Ref<ListObject> {
    let list = try t.list()
    let keys = try t.list(from: try t.callMethod(mapping, named: "keys"))
    for i in 0..<keys.count {
      let key = try t.fileSystemBytes(try t.fspath(keys.items[i]))
      let value = try t.fileSystemBytes(try t.fspath(try t.getItem(mapping, keys.items[i])))
      let start = try t.binary(.add, key, try t.bytes(copying: [UInt8(ascii: "=")], count: 1))
      try t.append(list, try t.binary(.add, start, value))
    }
    return list
  }

  /// Looks again and again, so that signals, limits and other threads are not kept waiting.
  private static func wait(_ t: Thread, _ pid: pid_t, _ options: Int32) throws(Raised) -> Value {
    try t.checkProcesses()
    var status: Int32 = 0
    var pause = 50
    while true {
      let found = try t.system { Int(Glibc.waitpid(pid, &status, options | WNOHANG)) }
      if found != 0 || options & WNOHANG != 0 { return try t.tuple(try t.int(found), try number(t, status)) }
      t.pause(microseconds: pause)
      pause = min(pause * 2, 10_000)
      try t.pollSignals()
    }
  }

  // MARK: Statuses

  private static func status(_ t: Thread, _ v: Value) throws(Raised) -> Int { try t.cInt(v) }

  private static let statuses: [NativeFunctionSpec] = [
    .init("WIFEXITED(status)", "Whether a process ended by itself.") { t, a throws(Raised) in Value(try status(t, a[0]) & 0x7F == 0) },
    .init("WEXITSTATUS(status)", "The exit status of a process that ended by itself.") { t, a throws(Raised) in
      try t.int(try status(t, a[0]) >> 8 & 0xFF)
    },
    .init("WIFSIGNALED(status)", "Whether a process was ended by a signal.") { t, a throws(Raised) in
      let signal = try status(t, a[0]) & 0x7F
      return Value(signal != 0 && signal != 0x7F)
    },
    .init("WTERMSIG(status)", "The signal that ended a process.") { t, a throws(Raised) in try t.int(try status(t, a[0]) & 0x7F) },
    .init("WIFSTOPPED(status)", "Whether a process was stopped.") { t, a throws(Raised) in Value(try status(t, a[0]) & 0xFF == 0x7F) },
    .init("WSTOPSIG(status)", "The signal that stopped a process.") { t, a throws(Raised) in try t.int(try status(t, a[0]) >> 8 & 0xFF) },
    .init("WIFCONTINUED(status)", "Whether a stopped process goes on.") { t, a throws(Raised) in Value(try status(t, a[0]) == 0xFFFF) },
    .init("WCOREDUMP(status, /)", "Whether the memory of a process was kept.") { t, a throws(Raised) in Value(try status(t, a[0]) & 0x80 != 0) },
    .init("waitstatus_to_exitcode(status)", "The exit status of a process; the number of the signal that ended it, negated.") { t, a throws(Raised) in
      let status = try status(t, a[0])
      if status & 0x7F == 0 { return try t.int(status >> 8 & 0xFF) }
      if status & 0xFF == 0x7F {
        throw t.raise(t.types.valueError, "process stopped by delivery of signal %S", try t.int(status >> 8 & 0xFF))
      }
      if status & 0x7F == 0 { throw t.raise(t.types.valueError, "invalid wait status: %S", try t.int(status)) }
      return try t.int(-(status & 0x7F))
    },
  ]

  // MARK: The machine and the environment

  private static let surroundings: [NativeFunctionSpec] = [
    .init("urandom(size, /)", "So many random bytes.") { t, a throws(Raised) in
      let size = try t.sizeArgument(a[0])
      if size < 0 { throw t.raise(t.types.valueError, "negative argument not allowed") }
      return try random(t, size, 0)
    },
    .init("getrandom(size, flags=0)", "At most so many random bytes.") { t, a throws(Raised) in
      let size = try t.sizeArgument(a[0])
      if size < 0 { throw t.raiseOSError(EINVAL) }
      return try random(t, size, UInt32(truncatingIfNeeded: try t.cInt(a[1])))
    },
    .init("strerror(code, /)", "What an errno means.") { t, a throws(Raised) in try t.systemMessage(Int32(try t.cInt(a[0]))) },
    .init("fspath(path)", "The path of an object: a str or bytes.") { t, a throws(Raised) in try t.fspath(a[0]) },
    .init("cpu_count()", "How many processors there are.") { t, _ throws(Raised) in try t.int(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) },
    .init("sched_getaffinity(pid, /)", "The processors that a process may use.") { t, a throws(Raised) in
      var bits = [UInt8](repeating: 0, count: 1024)
      let pid = Int32(try t.cInt(a[0]))
      try t.system { Int(support_affinity(pid, bits.count, &bits)) }
      let numbers = try t.set()
      for i in 0..<bits.count * 8 where bits[i / 8] >> UInt8(i % 8) & 1 == 1 { try t.setAdd(numbers, Value(small: i)) }
      return Value(numbers)
    },
    .init("sched_yield()", "Let other processes run.") { _, _ throws(Raised) in
      Glibc.sched_yield()
      return .none
    },
    .init("uname()", "What the system is called.") { t, _ throws(Raised) in
      var info = utsname()
      try t.system { Int(Glibc.uname(&info)) }
      let values = try t.list()
      try withUnsafeBytes(of: &info) { (all) throws(Raised) in
        guard let start = all.baseAddress else { return }
        for i in 0..<5 { try t.append(values, try t.fileSystemName((start + 65 * i).assumingMemoryBound(to: CChar.self))) }
      }
      return try StructSequence.make(t, try t.typeNamedOrImport("posix.uname_result", module: "posix"), values.slots)
    },
    .init("times()", "How much time this process and those that it waited for took.") { t, _ throws(Raised) in
      var info = tms()
      let elapsed = Glibc.times(&info)
      let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
      let values = try t.list()
      for time in [info.tms_utime, info.tms_stime, info.tms_cutime, info.tms_cstime, elapsed] { try t.append(values, try t.float(Double(time) / ticks)) }
      return try StructSequence.make(t, try t.typeNamedOrImport("posix.times_result", module: "posix"), values.slots)
    },
    .init("getloadavg()", "How many processes wanted to run in the last 1, 5 and 15 minutes.") { t, _ throws(Raised) in
      var loads = [0.0, 0.0, 0.0]
      if Glibc.getloadavg(&loads, 3) != 3 { throw t.raise(t.types.osError, "Load averages are unobtainable") }
      return try t.tuple(try t.float(loads[0]), try t.float(loads[1]), try t.float(loads[2]))
    },
    .init("sysconf(name, /)", "A setting of the system, by number or name.") { t, a throws(Raised) in
      var number = a[0]
      if number.isKind(.str) {
        let names = try t.getAttribute(try t.importModule(try t.str("posix")), try t.intern("sysconf_names"))
        number = try t.dictGet(names.unchecked(), a[0])
        if number.isNull { throw t.raise(t.types.valueError, "unrecognized configuration name") }
      } else if !number.isInt {
        throw t.raise(t.types.typeError, "configuration names must be strings or integers")
      }
      errno = 0
      let found = Glibc.sysconf(Int32(try t.cInt(number)))
      if found == -1, errno != 0 { throw t.raiseOSError(errno) }
      return try t.int(Int(found))
    },
    .init("putenv(name, value, /)", "Set a variable of the environment of programs that are started.") { t, a throws(Raised) in
      try changeEnvironment(t, a[0], a[1])
    },
    .init("unsetenv(name, /)", "Take a variable from the environment of programs that are started.") { t, a throws(Raised) in
      try changeEnvironment(t, a[0], .null)
    },
    .init("_create_environ()", "The environment as it is now.") { t, _ throws(Raised) in Value(try environment(t)) },
  ]

  private static func random(_ t: Thread, _ size: Int, _ flags: UInt32) throws(Raised) -> Value {
    let bytes = try t.newBytes(count: size)
    var done = 0
    while done < size { done += try t.system { support_random(bytes.bytes + done, min(size - done, 1 << 20), flags) } }
    return Value(bytes)
  }

  private static func changeEnvironment(_ t: Thread, _ name: Value, _ value: Value) throws(Raised) -> Value {
    let key = try t.systemPath(name, value.isNull ? "unsetenv" : "putenv", "name")
    if strlen(key.text) == 0 || strchr(key.text, 61) != nil { throw t.raise(t.types.valueError, "illegal environment variable name") }
    if t.interpreter.hidesEnvironment { throw t.deniedFile("this program may not change the environment", .none) }
    if value.isNull {
      try t.system { Int(Glibc.unsetenv(key.text)) }
    } else {
      let text = try t.systemPath(value, "putenv", "value")
      try t.system { Int(Glibc.setenv(key.text, text.text, 1)) }
    }
    return .none
  }

  /// A dict of the environment's variables, as bytes.
  static func environment(_ t: Thread) throws(Raised) -> Ref<DictObject> {
    let variables = try t.dict()
    if t.interpreter.hidesEnvironment { return variables }
    var next = support_environment()
    while let entry = next?.pointee {
      next = next.map { $0 + 1 }
      guard let equals = strchr(entry, 61) else { continue }
      let text = UnsafeRawPointer(entry).assumingMemoryBound(to: UInt8.self)
      let key = try t.bytes(copying: text, count: equals - entry)
      // The first of several of the same name counts.
      if try t.dictGet(variables, key).isNull {
        let value = UnsafeRawPointer(equals + 1).assumingMemoryBound(to: UInt8.self)
        try t.dictSet(variables, key, try t.bytes(copying: value, count: strlen(equals + 1)))
      }
    }
    return variables
  }
}
