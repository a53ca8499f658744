import Builtins
import Glibc
import Runtime

/// An entry of a directory, as `os.scandir` gives it.
struct DirectoryEntryObject: NativeLayout {
  var header: ObjectHeader
  var name: Value
  /// The directory's path and the name; the name alone if the directory was given as a descriptor.
  var path: Value
  /// What stat said, once it was asked; null before.
  var status: Value
  var linkStatus: Value
  var inode: UInt64
  /// The descriptor of the directory, if it was given as one; else -1.
  var directory: Int32
  /// `d_type`
  var type: UInt8
  static let tracedWords = 4
}

extension Ref where T == DirectoryEntryObject {
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var path: Value { get { layout.path } nonmutating set { layout.path = newValue } }
  @inline(__always) var status: Value { get { layout.status } nonmutating set { layout.status = newValue } }
  @inline(__always) var linkStatus: Value { get { layout.linkStatus } nonmutating set { layout.linkStatus = newValue } }
  @inline(__always) var inode: UInt64 { get { layout.inode } nonmutating set { layout.inode = newValue } }
  @inline(__always) var directory: Int32 { get { layout.directory } nonmutating set { layout.directory = newValue } }
  @inline(__always) var type: UInt8 { get { layout.type } nonmutating set { layout.type = newValue } }
}

/// What `os.scandir` returns.
struct DirectoryIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// A list of the entries, read when the iterator was made, so that no descriptor stays open; null once it is closed.
  var entries: Value
  var index: Int
  static let tracedWords = 1
}

extension Ref where T == DirectoryIteratorObject {
  @inline(__always) var entries: Value { get { layout.entries } nonmutating set { layout.entries = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

/// `os.listdir` and `os.scandir`.
enum Directories {
  static let functions: [NativeFunctionSpec] = [
    .init("listdir(path=None)", "The names of what is in a directory, in any order.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "listdir", "path", [.descriptor, .none])
      let names = try t.list()
      try read(t, path) { name, count, _, _ throws(Raised) in try t.append(names, try t.fileSystemName(name, count, asBytes: path.isBytes)) }
      return Value(names)
    },
    .init("scandir(path=None)", "An iterator over what is in a directory: DirEntry objects.") { t, a throws(Raised) in
      let path = try t.systemPath(a[0], "scandir", "path", [.descriptor, .none])
      let entries = try t.list()
      let base = path.isDescriptor ? Value.none : try parent(t, path)
      let type = try t.typeNamedOrImport("posix.DirEntry", module: "posix")
      try read(t, path) { name, count, kind, inode throws(Raised) in
        let entry = try t.make(DirectoryEntryObject.self, type)
        entry.name = try t.fileSystemName(name, count, asBytes: path.isBytes)
        entry.path = base.isNone ? entry.name : try t.binary(.add, base, entry.name)
        entry.inode = inode
        entry.directory = path.descriptor
        entry.type = kind
        try t.append(entries, Value(entry))
      }
      let iterator = try t.make(DirectoryIteratorObject.self, try t.typeNamedOrImport("posix.ScandirIterator", module: "posix"))
      iterator.entries = Value(entries)
      return Value(iterator)
    },
  ]

  /// What stands before a name in the path of an entry: a str or bytes that ends in a slash.
  private static func parent(_ t: Thread, _ path: SystemPath) throws(Raised) -> Value {
    let text = path.name.isNone ? try t.str(".") : try t.fspath(path.name)
    let bytes = try t.fileSystemBytes(text).unchecked(as: BytesObject.self)
    if bytes.count == 0 || bytes.bytes[bytes.count - 1] == UInt8(ascii: "/") { return text }
    let slash = path.isBytes ? try t.bytes(copying: [UInt8(ascii: "/")], count: 1) : try t.str("/")
    return try t.binary(.add, text, slash)
  }

  /// Calls `body` for what is in a directory, but not for itself and its parent.
  private static func read(
    _ t: Thread, _ path: SystemPath, _ body: (UnsafePointer<UInt8>, Int, UInt8, UInt64) throws(Raised) -> Void
  ) throws(Raised) {
    try t.checkFiles(.reading, path.name)
    guard let directory = open(path) else { throw t.raiseOSError(errno, path.name) }
    defer { closedir(directory) }
    if path.isDescriptor { rewinddir(directory) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw t.raiseOSError(errno, path.name) }
        return
      }
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let isDot = name[0] == 46 && (name[1] == 0 || name[1] == 46 && name[2] == 0)
      if !isDot { try body(name, strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)), entry.pointee.d_type, UInt64(entry.pointee.d_ino)) }
    }
  }

  private static func open(_ path: SystemPath) -> OpaquePointer? {
    if !path.isDescriptor { return opendir(path.text) }
    let copy = fcntl(path.descriptor, F_DUPFD_CLOEXEC, 0)
    if copy < 0 { return nil }
    let directory = fdopendir(copy)
    if directory == nil { close(copy) }
    return directory
  }

  // MARK: The iterator

  static let iterator = TypeSpec(
    "posix.ScandirIterator",
    functions: [
      iterSelf,
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me: Ref<DirectoryIteratorObject> = a.object()
        guard me.entries.isKind(.list) else { throw t.stopIteration() }
        let entries = me.entries.unchecked(as: ListObject.self)
        guard me.index < entries.count else {
          me.entries = .null
          throw t.stopIteration()
        }
        me.index += 1
        return entries.items[me.index - 1]
      },
      .init("close(self, /)", "Forget the entries that are left.") { _, a throws(Raised) in
        a.object(0, DirectoryIteratorObject.self).entries = .null
        return .none
      },
      .init("__enter__(self, /)", "The iterator itself.", binding: .coexisting) { _, a throws(Raised) in a[0] },
      .init("__exit__(self, /, *args)", "Forget the entries that are left.", binding: .coexisting) { _, a throws(Raised) in
        a.object(0, DirectoryIteratorObject.self).entries = .null
        return .none
      },
    ])

  // MARK: Entries

  static let entry = TypeSpec(
    "posix.DirEntry", doc: "An entry of a directory.",
    functions: [
      .init("is_dir(self, /, *, follow_symlinks=True)", "Whether it is a directory.") { t, a throws(Raised) in
        Value(try isKind(t, a.object(), S_IFDIR, DT_DIR, follows: try t.truth(a[1])))
      },
      .init("is_file(self, /, *, follow_symlinks=True)", "Whether it is a regular file.") { t, a throws(Raised) in
        Value(try isKind(t, a.object(), S_IFREG, DT_REG, follows: try t.truth(a[1])))
      },
      .init("is_symlink(self, /)", "Whether it is a symbolic link.") { t, a throws(Raised) in
        Value(try isKind(t, a.object(), S_IFLNK, DT_LNK, follows: false))
      },
      .init("is_junction(self, /)", "Whether it is a junction: never, here.") { _, _ throws(Raised) in .false },
      .init("stat(self, /, *, follow_symlinks=True)", "What stat says of it; asked once.") { t, a throws(Raised) in
        try status(t, a.object(), follows: try t.truth(a[1]))
      },
      .init("inode(self, /)", "The number of its inode.") { t, a throws(Raised) in try t.int(a.object(0, DirectoryEntryObject.self).inode) },
      .init("__fspath__(self, /)", "The path.") { _, a throws(Raised) in a.object(0, DirectoryEntryObject.self).path },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try t.text("<DirEntry %R>", a.object(0, DirectoryEntryObject.self).name)
      },
      classGetItem,
    ],
    attributes: [
      .init("name", "The name, without the directory.", get: { _, a throws(Raised) in a.object(0, DirectoryEntryObject.self).name }),
      .init("path", "The path that begins as that of the directory.", get: { _, a throws(Raised) in a.object(0, DirectoryEntryObject.self).path }),
    ])

  private static func isKind(
    _ t: Thread, _ me: Ref<DirectoryEntryObject>, _ mode: mode_t, _ type: Int, follows: Bool
  ) throws(Raised) -> Bool {
    let known = Int(me.type)
    if known != Int(DT_UNKNOWN), known != Int(DT_LNK) || !follows { return known == type }
    let found: Value
    do throws(Raised) { found = try status(t, me, follows: follows) } catch {
      // A link that leads nowhere.
      guard t.matches(t.exception, t.types.fileNotFoundError) else { throw error }
      _ = t.takeException()
      return false
    }
    let bits = try t.cInt(found.tupleSlots[0])
    return mode_t(truncatingIfNeeded: bits) & S_IFMT == mode
  }

  private static func status(_ t: Thread, _ me: Ref<DirectoryEntryObject>, follows: Bool) throws(Raised) -> Value {
    let asksTarget = follows && (Int(me.type) == Int(DT_LNK) || Int(me.type) == Int(DT_UNKNOWN))
    let known = asksTarget ? me.status : me.linkStatus
    if !known.isNull { return known }
    let path = try t.systemPath(me.path, "DirEntry")
    let found = try FileStatus.status(t, path, me.directory < 0 ? AT_FDCWD : me.directory, follows: follows, "DirEntry")
    if asksTarget { me.status = found } else { me.linkStatus = found }
    return found
  }
}
