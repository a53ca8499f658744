import Builtins
import CSupport
import Glibc
import Runtime

/// What the system says of files: `os.stat_result`, `os.statvfs_result`.
enum FileStatus {
  static let spec = TypeSpec("os.stat_result", doc: "What stat says of a file: a tuple of ten numbers, and attributes.", functions: StructSequence.functions)

  /// The times are whole seconds in the tuple, and floats as attributes: the later field of a name is the attribute.
  static let fields: [StructSequence.Field] = [
    .init(name: "st_mode", doc: "protection bits"), .init(name: "st_ino", doc: "inode"), .init(name: "st_dev", doc: "device"),
    .init(name: "st_nlink", doc: "number of hard links"), .init(name: "st_uid", doc: "user ID of owner"), .init(name: "st_gid", doc: "group ID of owner"),
    .init(name: "st_size", doc: "total size, in bytes"), .init(name: "st_atime"), .init(name: "st_mtime"), .init(name: "st_ctime"),
    .init(name: "st_atime", doc: "time of last access"), .init(name: "st_mtime", doc: "time of last modification"),
    .init(name: "st_ctime", doc: "time of last change"), .init(name: "st_atime_ns", doc: "time of last access in nanoseconds"),
    .init(name: "st_mtime_ns", doc: "time of last modification in nanoseconds"), .init(name: "st_ctime_ns", doc: "time of last change in nanoseconds"),
    .init(name: "st_blksize", doc: "blocksize for filesystem I/O"), .init(name: "st_blocks", doc: "number of blocks allocated"),
    .init(name: "st_rdev", doc: "device type (if inode device)"),
  ]

  static let volumeSpec = TypeSpec("os.statvfs_result", doc: "What statvfs says of a file system.", functions: StructSequence.functions)

  static let volumeFields: [StructSequence.Field] = [
    .init(name: "f_bsize"), .init(name: "f_frsize"), .init(name: "f_blocks"), .init(name: "f_bfree"), .init(name: "f_bavail"), .init(name: "f_files"),
    .init(name: "f_ffree"), .init(name: "f_favail"), .init(name: "f_flag"), .init(name: "f_namemax"), .init(name: "f_fsid"),
  ]

  /// Adds the types to module `posix`; they say that they are of `os`.
  static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let home = try t.intern("os")
    let status = try StructSequence.makeType(t, m, spec, fields: fields, visible: 10)
    try t.dictSet(status.dict, try t.intern("n_unnamed_fields"), Value(small: 3))
    let volume = try StructSequence.makeType(t, m, volumeSpec, fields: volumeFields, visible: 10)
    try t.dictSet(status.dict, t.name(.__module__), home)
    try t.dictSet(volume.dict, t.name(.__module__), home)
    try t.addConstant(m, "stat_result", Value(status))
    try t.addConstant(m, "statvfs_result", Value(volume))
  }

  static let functions: [NativeFunctionSpec] = [
    .init("stat(path, *, dir_fd=None, follow_symlinks=True)", "What the system says of a file.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "stat", "path", .descriptor)
      return try status(t, path, try t.directoryArgument(a[1]), follows: try t.truth(a[2]), "stat")
    },
    .init("lstat(path, *, dir_fd=None)", "What the system says of a file, or of a symbolic link itself.") { t, a throws(Raised) in
      try status(t, try t.systemPath(a[0], "lstat"), try t.directoryArgument(a[1]), follows: false, "lstat")
    },
    .init("fstat(fd)", "What the system says of an open file.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      var info = Glibc.stat()
      try t.system { Int(Glibc.fstat(descriptor, &info)) }
      return try result(t, &info)
    },
    .init("statvfs(path)", "What the system says of the file system of a file.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "statvfs", "path", .descriptor)
      try t.checkFiles(.reading, a[0])
      var info = Glibc.statvfs()
      try t.system(a[0]) { Int(path.isDescriptor ? Glibc.fstatvfs(path.descriptor, &info) : support_volume(path.text, &info)) }
      return try result(t, &info)
    },
    .init("fstatvfs(fd, /)", "What the system says of the file system of an open file.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      var info = Glibc.statvfs()
      try t.system { Int(Glibc.fstatvfs(descriptor, &info)) }
      return try result(t, &info)
    },
  ]

  /// - Parameter function: what messages call the function.
  static func status(_ t: Thread, _ path: SystemPath, _ directory: Int32, follows: Bool, _ function: StaticString) throws(Raised) -> Value {
    if path.isDescriptor, directory != AT_FDCWD {
      throw t.raise(t.types.valueError, "%S: can't specify dir_fd without matching path", try t.str(function))
    }
    if path.isDescriptor, !follows { throw t.raise(t.types.valueError, "%S: cannot use fd and follow_symlinks together", try t.str(function)) }
    try t.checkFiles(.reading, path.name)
    var info = Glibc.stat()
    try t.system(path.name) {
      Int(path.isDescriptor ? Glibc.fstat(path.descriptor, &info) : Glibc.fstatat(directory, path.text, &info, follows ? 0 : AT_SYMLINK_NOFOLLOW))
    }
    return try result(t, &info)
  }

  static func result(_ t: Thread, _ info: inout Glibc.stat) throws(Raised) -> Value {
    let values = try t.list()
    for number in [Int(info.st_mode), Int(bitPattern: UInt(info.st_ino)), Int(bitPattern: UInt(info.st_dev)), Int(info.st_nlink)] {
      try t.append(values, number < 0 ? try t.int(UInt64(bitPattern: Int64(number))) : try t.int(number))
    }
    for number in [Int(info.st_uid), Int(info.st_gid), Int(info.st_size)] { try t.append(values, try t.int(number)) }
    let times = [info.st_atim, info.st_mtim, info.st_ctim]
    for time in times { try t.append(values, try t.int(time.tv_sec)) }
    for time in times { try t.append(values, try t.float(Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec))) }
    for time in times { try t.append(values, try nanoseconds(t, time)) }
    for number in [Int(info.st_blksize), Int(info.st_blocks), Int(info.st_rdev)] { try t.append(values, try t.int(number)) }
    return try StructSequence.make(t, try t.typeNamedOrImport("os.stat_result", module: "posix"), values.slots)
  }

  private static func nanoseconds(_ t: Thread, _ time: timespec) throws(Raised) -> Value {
    let (whole, overflow) = time.tv_sec.multipliedReportingOverflow(by: 1_000_000_000)
    if !overflow { return try t.int(whole &+ time.tv_nsec) }
    let product = try t.intMultiply(IntOperand(try t.int(time.tv_sec)), IntOperand(Value(small: 1_000_000_000)))
    return try t.intAdd(IntOperand(product), IntOperand(try t.int(time.tv_nsec)))
  }

  private static func result(_ t: Thread, _ info: inout Glibc.statvfs) throws(Raised) -> Value {
    let values = try t.list()
    for number in [info.f_bsize, info.f_frsize, info.f_blocks, info.f_bfree, info.f_bavail, info.f_files, info.f_ffree, info.f_favail] {
      try t.append(values, try t.int(UInt64(number)))
    }
    for number in [info.f_flag, info.f_namemax, info.f_fsid] { try t.append(values, try t.int(UInt64(number))) }
    return try StructSequence.make(t, try t.typeNamedOrImport("os.statvfs_result", module: "posix"), values.slots)
  }
}
