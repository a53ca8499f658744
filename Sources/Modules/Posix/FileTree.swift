import Builtins
import CSupport
import Glibc
import Runtime

/// Functions of module `posix` that change and read the tree of files.
enum FileTree {
  static let functions = directories + links + rights

  private static let directories: [NativeFunctionSpec] = [
    .init("getcwd()", "The current directory.") { t, _ throws(Raised) in try currentDirectory(t, asBytes: false) },
    .init("getcwdb()", "The current directory as bytes.") { t, _ throws(Raised) in try currentDirectory(t, asBytes: true) },
    .init("chdir(path)", "Make a directory the current one.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "chdir", "path", .descriptor)
      try t.checkFiles(.reading, a[0])
      try t.system(a[0]) { Int(path.isDescriptor ? Glibc.fchdir(path.descriptor) : Glibc.chdir(path.text)) }
      return .none
    },
    .init("fchdir(fd)", "Make an open directory the current one.") { t, a throws(Raised) in
      let descriptor = try t.descriptorArgument(a[0])
      try t.system { Int(Glibc.fchdir(descriptor)) }
      return .none
    },
    .init("mkdir(path, mode=511, *, dir_fd=None)", "Make a directory.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "mkdir")
      let mode = mode_t(truncatingIfNeeded: try t.cInt(a[1]))
      let directory = try t.directoryArgument(a[2])
      try t.checkFiles(.creating, a[0])
      try t.system(a[0]) { Int(Glibc.mkdirat(directory, path.text, mode)) }
      return .none
    },
    .init("mkfifo(path, mode=438, *, dir_fd=None)", "Make a pipe that has a name.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "mkfifo")
      let mode = mode_t(truncatingIfNeeded: try t.cInt(a[1]))
      let directory = try t.directoryArgument(a[2])
      try t.checkFiles(.creating, a[0])
      try t.system(a[0]) { Int(Glibc.mkfifoat(directory, path.text, mode)) }
      return .none
    },
    .init("rmdir(path, *, dir_fd=None)", "Remove a directory, which must be empty.") { t, a throws(Raised) in
      try remove(t, a, "rmdir", AT_REMOVEDIR)
    },
    .init("unlink(path, *, dir_fd=None)", "Remove a file.") { t, a throws(Raised) in try remove(t, a, "unlink", 0) },
    .init("remove(path, *, dir_fd=None)", "Remove a file.") { t, a throws(Raised) in try remove(t, a, "remove", 0) },
    .init("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Give a file another name.") { t, a throws(Raised) in try rename(t, a, "rename") },
    .init("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Give a file another name, of which there may be a file.") { t, a throws(Raised) in
      try rename(t, a, "replace")
    },
  ]

  private static func currentDirectory(_ t: Thread, asBytes: Bool) throws(Raised) -> Value {
    guard let path = Glibc.getcwd(nil, 0) else { throw t.raiseOSError(errno) }
    defer { free(path) }
    return try t.fileSystemName(UnsafePointer(path), asBytes: asBytes)
  }

  private static func remove(_ t: Thread, _ a: Slots, _ function: StaticString, _ flags: Int32) throws(Raised) -> Value {
    let path = try t.systemPath(a[0], function)
    let directory = try t.directoryArgument(a[1])
    try t.checkFiles(.creating, a[0])
    try t.system(a[0]) { Int(Glibc.unlinkat(directory, path.text, flags)) }
    return .none
  }

  private static func rename(_ t: Thread, _ a: Slots, _ function: StaticString) throws(Raised) -> Value {
    let (from, to) = (try t.systemPath(a[0], function, "src"), try t.systemPath(a[1], function, "dst"))
    let (source, target) = (try t.directoryArgument(a[2]), try t.directoryArgument(a[3]))
    try t.checkFiles(.creating, a[0])
    try t.system(a[0], a[1]) { Int(Glibc.renameat(source, from.text, target, to.text)) }
    return .none
  }

  // MARK: Links

  private static let links: [NativeFunctionSpec] = [
    .init("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", "Give a file one more name.") { t, a throws(Raised) in
      let (from, to) = (try t.systemPath(a[0], "link", "src"), try t.systemPath(a[1], "link", "dst"))
      let (source, target) = (try t.directoryArgument(a[2]), try t.directoryArgument(a[3]))
      let flags = try t.truth(a[4]) ? AT_SYMLINK_FOLLOW : 0
      try t.checkFiles(.creating, a[0])
      try t.system(a[0], a[1]) { Int(Glibc.linkat(source, from.text, target, to.text, flags)) }
      return .none
    },
    .init("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", "Make a symbolic link at dst that leads to src.") { t, a throws(Raised) in
      let (from, to) = (try t.systemPath(a[0], "symlink", "src"), try t.systemPath(a[1], "symlink", "dst"))
      let directory = try t.directoryArgument(a[3])
      try t.checkFiles(.creating, a[1])
      try t.system(a[0], a[1]) { Int(Glibc.symlinkat(from.text, directory, to.text)) }
      return .none
    },
    .init("readlink(path, *, dir_fd=None)", "Where a symbolic link leads to.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "readlink")
      let directory = try t.directoryArgument(a[1])
      try t.checkFiles(.reading, a[0])
      let room = try t.newBytes(count: Int(PATH_MAX) + 1)
      let count = try t.system(a[0]) {
        room.bytes.withMemoryRebound(to: CChar.self, capacity: Int(PATH_MAX)) { Glibc.readlinkat(directory, path.text, $0, Int(PATH_MAX)) }
      }
      return try t.fileSystemName(room.bytes, count, asBytes: path.isBytes)
    },
  ]

  // MARK: Rights, owners, times

  private static let rights: [NativeFunctionSpec] = [
    .init(
      "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", "Whether the real user may do that with a file.") {
      t, a throws(Raised) in
      let path = try t.systemPath(a[0], "access")
      let mode = Int32(try t.cInt(a[1]))
      let directory = try t.directoryArgument(a[2])
      let flags = (try t.truth(a[3]) ? AT_EACCESS : 0) | (try t.truth(a[4]) ? 0 : AT_SYMLINK_NOFOLLOW)
      if !t.box.files.contains(.reading) { return .false }
      return Value(Glibc.faccessat(directory, path.text, mode, flags) == 0)
    },
    .init("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", "Change who may do what with a file.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "chmod", "path", .descriptor)
      let mode = mode_t(truncatingIfNeeded: try t.cInt(a[1]))
      let directory = try t.directoryArgument(a[2])
      let flags = try t.truth(a[3]) ? 0 : AT_SYMLINK_NOFOLLOW
      try t.checkFiles(.writing, a[0])
      try t.system(a[0]) { Int(path.isDescriptor ? Glibc.fchmod(path.descriptor, mode) : Glibc.fchmodat(directory, path.text, mode, flags)) }
      return .none
    },
    .init("fchmod(fd, mode)", "Change who may do what with an open file.") { t, a throws(Raised) in
      let (descriptor, mode) = (try t.descriptorArgument(a[0]), mode_t(truncatingIfNeeded: try t.cInt(a[1])))
      try t.checkFiles(.writing, a[0])
      try t.system { Int(Glibc.fchmod(descriptor, mode)) }
      return .none
    },
    .init("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", "Change the owner and the group of a file.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "chown", "path", .descriptor)
      let flags = try t.truth(a[4]) ? 0 : AT_SYMLINK_NOFOLLOW
      return try own(t, path, a[1], a[2], try t.directoryArgument(a[3]), flags)
    },
    .init("lchown(path, uid, gid)", "Change the owner and the group of a file, or of a symbolic link itself.") { t, a throws(Raised) in
      try own(t, try t.systemPath(a[0], "lchown"), a[1], a[2], AT_FDCWD, AT_SYMLINK_NOFOLLOW)
    },
    .init("fchown(fd, uid, gid)", "Change the owner and the group of an open file.") { t, a throws(Raised) in
      try own(t, try t.systemPath(try t.int(Int(try t.descriptorArgument(a[0]))), "fchown", "fd", .descriptor), a[1], a[2], AT_FDCWD, 0)
    },
    .init("umask(mask, /)", "Set which rights new files lack, and return what was set before.") { t, a throws(Raised) in
      try t.int(Int(Glibc.umask(mode_t(truncatingIfNeeded: try t.cInt(a[0])))))
    },
    .init("truncate(path, length)", "Make a file so many bytes long.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "truncate", "path", .descriptor)
      let length = try t.asIndex(a[1], overflow: t.types.overflowError)
      try t.checkFiles(.writing, a[0])
      try t.system(a[0]) { Int(path.isDescriptor ? Glibc.ftruncate(path.descriptor, length) : Glibc.truncate(path.text, length)) }
      return .none
    },
    .init(
      "utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
      "Set the times of the last access to a file and of its last change: (atime, mtime).") { t, a throws(Raised) in try setTimes(t, a) },
  ]

  private static func own(
    _ t: Thread, _ path: SystemPath, _ user: Value, _ group: Value, _ directory: Int32, _ flags: Int32
  ) throws(Raised) -> Value {
    let (uid, gid) = (uid_t(truncatingIfNeeded: try t.asIndex(user)), gid_t(truncatingIfNeeded: try t.asIndex(group)))
    try t.checkFiles(.writing, path.name)
    try t.system(path.name) {
      Int(path.isDescriptor ? Glibc.fchown(path.descriptor, uid, gid) : Glibc.fchownat(directory, path.text, uid, gid, flags))
    }
    return .none
  }

  private static func setTimes(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let path = try t.systemPath(a[0], "utime", "path", .descriptor)
    if !a[1].isNone, !a[2].isNull { throw t.raise(t.types.valueError, "utime: you may specify either 'times' or 'ns' but not both") }
    let given = a[2].isNull ? a[1] : a[2]
    let now = timespec(tv_sec: 0, tv_nsec: support_time_now())
    var times = (now, now)
    if !given.isNone {
      guard given.isKind(.tuple), given.tupleSlots.count == 2 else {
        throw t.raise(
          t.types.typeError,
          a[2].isNull ? "utime: 'times' must be either a tuple of two ints or None" : "utime: 'ns' must be a tuple of two ints")
      }
      let slots = given.tupleSlots
      if a[2].isNull {
        times = (try seconds(t, slots[0]), try seconds(t, slots[1]))
      } else {
        times = (try nanoseconds(t, slots[0]), try nanoseconds(t, slots[1]))
      }
    }
    let directory = try t.directoryArgument(a[3])
    let flags = try t.truth(a[4]) ? 0 : AT_SYMLINK_NOFOLLOW
    try t.checkFiles(.writing, a[0])
    try t.system(a[0]) {
      withUnsafePointer(to: &times) { pair in
        pair.withMemoryRebound(to: timespec.self, capacity: 2) {
          Int(path.isDescriptor ? support_set_times(path.descriptor, nil, $0, 0) : support_set_times(directory, path.text, $0, flags))
        }
      }
    }
    return .none
  }

  private static func seconds(_ t: Thread, _ v: Value) throws(Raised) -> timespec {
    if v.isFloat {
      let time = v.anyDouble
      if time.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
      guard abs(time) < 9e15 else { throw t.raise(t.types.overflowError, "timestamp out of range for platform time_t") }
      let whole = time.rounded(.down)
      return timespec(tv_sec: Int(whole), tv_nsec: Int(((time - whole) * 1e9).rounded(.down)))
    }
    return timespec(tv_sec: try t.asIndex(v, overflow: t.types.overflowError), tv_nsec: 0)
  }

  private static func nanoseconds(_ t: Thread, _ v: Value) throws(Raised) -> timespec {
    let time = try t.asIndex(v, overflow: t.types.overflowError)
    let rest = time % 1_000_000_000
    return timespec(tv_sec: time / 1_000_000_000 - (rest < 0 ? 1 : 0), tv_nsec: rest < 0 ? rest + 1_000_000_000 : rest)
  }
}
