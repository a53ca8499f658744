import Builtins
import CSupport
import Glibc
import Runtime

/// Functions of module `posix` for open files.
enum Descriptors {
  static let functions = opening + transfer + states

  private static let opening: [NativeFunctionSpec] = [
    .init("open(path, flags, mode=511, *, dir_fd=None)", "Open a file; its descriptor is not inherited by programs that are started.") {
      t, a throws(Raised) in
      let path = try t.systemPath(a[0], "open")
      let (flags, mode) = (Int32(try t.cInt(a[1])), mode_t(truncatingIfNeeded: try t.cInt(a[2])))
      let directory = try t.directoryArgument(a[3])
      try t.checkFilePermission(flags, a[0])
      let wanted = (t.box.files.contains(.creating) ? flags : flags & ~O_CREAT) | O_CLOEXEC
      return try t.int(try t.system(a[0]) { Int(Glibc.openat(directory, path.text, wanted, mode)) })
    },
    .init("close(fd)", "Close a descriptor.") { t, a throws(Raised) in
      let number = try t.cInt(a[0])
      try t.checkDescriptor(number)
      try t.closeFile(Int32(number))
      return .none
    },
    .init("closerange(fd_low, fd_high, /)", "Close all descriptors from fd_low up to fd_high, which is not closed.") { t, a throws(Raised) in
      let (low, high) = (try t.cInt(a[0]), try t.cInt(a[1]))
      try t.checkFiles(.reading, .none)
      for number in max(0, low)..<max(0, low, min(high, Int(sysconf(Int32(_SC_OPEN_MAX))))) { _ = Glibc.close(Int32(number)) }
      return .none
    },
    .init("dup(fd, /)", "A copy of a descriptor.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      return try t.int(try t.system { Int(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) })
    },
    .init("dup2(fd, fd2, inheritable=True)", "Make fd2 a copy of a descriptor.") { t, a throws(Raised) in
      let (descriptor, target) = (try t.descriptorArgument(a[0]), try t.cInt(a[1]))
      if target < 0 { throw t.raiseOSError(EBADF) }
      try t.checkDescriptor(target)
      let flags = try t.truth(a[2]) || Int(descriptor) == target ? 0 : O_CLOEXEC
      if Int(descriptor) == target { return a[1] }
      return try t.int(try t.system { Int(support_duplicate(descriptor, Int32(target), flags)) })
    },
    .init("pipe()", "A pipe: the descriptors to read from and to write to.") { t, _ throws(Raised) in try pipe(t, O_CLOEXEC) },
    .init("pipe2(flags, /)", "A pipe with flags of the system.") { t, a throws(Raised) in try pipe(t, Int32(try t.cInt(a[0]))) },
  ]

  private static func pipe(_ t: Thread, _ flags: Int32) throws(Raised) -> Value {
    var ends: (Int32, Int32) = (-1, -1)
    try t.checkFiles(.reading, .none)
    try t.system {
      withUnsafeMutablePointer(to: &ends) { $0.withMemoryRebound(to: Int32.self, capacity: 2) { Int(support_pipe($0, flags)) } }
    }
    return try t.tuple(try t.int(Int(ends.0)), try t.int(Int(ends.1)))
  }

  // MARK: Reading and writing

  private static let transfer: [NativeFunctionSpec] = [
    .init("read(fd, length, /)", "At most so many bytes of a file.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let length = try t.sizeArgument(a[1])
      if length < 0 { throw t.raiseOSError(EINVAL) }
      let bytes = try t.newBytes(count: min(length, 0x7FFF_F000))
      let count = try t.system { Glibc.read(descriptor, bytes.bytes, bytes.count) }
      return count == bytes.count ? Value(bytes) : try t.bytes(copying: bytes.bytes, count: count)
    },
    .init("readinto(fd, buffer, /)", "Read into a buffer; how many bytes there were.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let view = try t.writableArgument(a[1], "readinto", isNumbered: true)
      return try t.int(try t.system { Glibc.read(descriptor, UnsafeMutablePointer(mutating: view.base), view.count) })
    },
    .init("pread(fd, length, offset, /)", "At most so many bytes from a place in a file, whose position stays.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let (length, offset) = (try t.sizeArgument(a[1]), try t.asIndex(a[2], overflow: t.types.overflowError))
      if length < 0 { throw t.raiseOSError(EINVAL) }
      let bytes = try t.newBytes(count: min(length, 0x7FFF_F000))
      let count = try t.system { Glibc.pread(descriptor, bytes.bytes, bytes.count, offset) }
      return count == bytes.count ? Value(bytes) : try t.bytes(copying: bytes.bytes, count: count)
    },
    .init("write(fd, data, /)", "Write bytes; how many were taken.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let view = try t.bytesArgument(a[1])
      let count = try t.writeFile(descriptor, view.base, view.count)
      if count < 0 { throw t.raiseOSError(EAGAIN) }
      return try t.int(count)
    },
    .init("pwrite(fd, buffer, offset, /)", "Write bytes at a place in a file, whose position stays.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let view = try t.bytesArgument(a[1])
      let offset = try t.asIndex(a[2], overflow: t.types.overflowError)
      let most = try t.mayWrite(view.count)
      let count = try t.system { Glibc.pwrite(descriptor, view.base, most, offset) }
      t.countOutput(count)
      return try t.int(count)
    },
    .init("lseek(fd, position, whence, /)", "Move the position of a file; where it is then.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let (position, whence) = (try t.asIndex(a[1], overflow: t.types.overflowError), Int32(try t.cInt(a[2])))
      return try t.int(try t.system { Glibc.lseek(descriptor, position, whence) })
    },
    .init("ftruncate(fd, length, /)", "Make an open file so many bytes long.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      try t.truncateFile(descriptor, try t.asIndex(a[1], overflow: t.types.overflowError))
      return .none
    },
    .init("fsync(fd)", "Let the system write what it keeps of a file.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      try t.system { Int(Glibc.fsync(descriptor)) }
      return .none
    },
    .init("fdatasync(fd)", "Let the system write what it keeps of a file's content.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      try t.system { Int(Glibc.fdatasync(descriptor)) }
      return .none
    },
  ]

  // MARK: What descriptors are

  private static let states: [NativeFunctionSpec] = [
    .init("isatty(fd, /)", "Whether a descriptor is that of a terminal.") { t, a throws(Raised) in Value(Glibc.isatty(Int32(try t.cInt(a[0]))) == 1) },
    .init("ttyname(fd, /)", "The name of a terminal.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      var name = [CChar](repeating: 0, count: 256)
      let code = Glibc.ttyname_r(descriptor, &name, 255)
      if code != 0 { throw t.raiseOSError(code) }
      return try t.fileSystemName(&name)
    },
    .init("get_inheritable(fd, /)", "Whether programs that are started get a descriptor.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      return Value(try t.system { Int(fcntl(descriptor, F_GETFD)) } & Int(FD_CLOEXEC) == 0)
    },
    .init("set_inheritable(fd, inheritable, /)", "Say whether programs that are started get a descriptor.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let flag = try t.cInt(a[1]) != 0 ? 0 : FD_CLOEXEC
      let old = Int32(try t.system { Int(fcntl(descriptor, F_GETFD)) })
      try t.system { Int(fcntl(descriptor, F_SETFD, old & ~FD_CLOEXEC | flag)) }
      return .none
    },
    .init("get_blocking(fd, /)", "Whether reading and writing wait.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      return Value(try t.system { Int(fcntl(descriptor, F_GETFL)) } & Int(O_NONBLOCK) == 0)
    },
    .init("set_blocking(fd, blocking, /)", "Say whether reading and writing wait.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      let flag = try t.truth(a[1]) ? 0 : O_NONBLOCK
      let old = Int32(try t.system { Int(fcntl(descriptor, F_GETFL)) })
      try t.system { Int(fcntl(descriptor, F_SETFL, old & ~O_NONBLOCK | flag)) }
      return .none
    },
    .init("get_terminal_size(fd=1, /)", "How many columns and lines a terminal has.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      var size = winsize()
      try t.system { Int(ioctl(descriptor, UInt(TIOCGWINSZ), &size)) }
      let values = try t.tuple(try t.int(Int(size.ws_col)), try t.int(Int(size.ws_row)))
      return try StructSequence.make(t, try t.typeNamedOrImport("os.terminal_size", module: "posix"), values.tupleSlots)
    },
    .init("device_encoding(fd)", "The encoding of a terminal, None for anything else.") { t, a throws(Raised) in
      Glibc.isatty(Int32(try t.cInt(a[0]))) == 1 ? try t.str("UTF-8") : .none
    },
  ]

  static let terminalSize = TypeSpec("os.terminal_size", doc: "A tuple of (columns, lines).", functions: StructSequence.functions)
}
