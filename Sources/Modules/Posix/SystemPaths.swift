import Builtins
import Glibc
import Runtime

/// A file as functions of the system name it: by a path, or by a descriptor.
struct SystemPath: BitwiseCopyable {
  /// As the program gave it: errors show it.
  let name: Value
  /// Ends in a null byte; lies in the heap, where the scan of the native stack finds it.
  let text: UnsafePointer<CChar>
  /// -1 if there is a path.
  let descriptor: Int32
  /// The path is bytes, and so are names that are made of it.
  let isBytes: Bool

  var isDescriptor: Bool { descriptor >= 0 }
}

/// What may stand in place of a path.
struct PathForms: OptionSet {
  let rawValue: UInt8
  static let descriptor = PathForms(rawValue: 1)
  /// None: the current directory.
  static let none = PathForms(rawValue: 2)
}

extension Thread {
  /// The path in an argument (CPython: path_converter in Modules/posixmodule.c).
  ///
  /// - Parameters:
  ///   - function: what messages call the function.
  ///   - argument: what they call the argument.
  ///   - also: what else may be given.
  /// - Throws: TypeError for what is no path, ValueError for one with a null byte in it.
  func systemPath(
    _ v: Value, _ function: StaticString, _ argument: StaticString = "path", _ also: PathForms = []
  ) throws(Raised) -> SystemPath {
    if v.isNone, also.contains(.none) { return SystemPath(name: .none, text: try cText(try str(".")), descriptor: -1, isBytes: false) }
    let isText = v.isKind(.str) || v.isKind(.bytes)
    if !isText, also.contains(.descriptor), v.isInt || !lookupSpecial(v, .__index__).isNull {
      let number = try cInt(v)
      try checkDescriptor(number)
      return SystemPath(name: v, text: try cText(self.interpreter.emptyBytes), descriptor: Int32(number), isBytes: false)
    }
    if !isText, lookup(typeOf(v), try intern("__fspath__")).isNull {
      let forms: StaticString =
        if also.contains(.descriptor) {
          also.contains(.none) ? "string, bytes, os.PathLike, integer or None" : "string, bytes, os.PathLike or integer"
        } else {
          also.contains(.none) ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike"
        }
      throw raise(self.types.typeError, "%S: %S should be %S, not %T", try str(function), try str(argument), try str(forms), v)
    }
    let path = try isText ? v : fspath(v)
    let bytes = try fileSystemBytes(path)
    let content: Ref<BytesObject> = bytes.unchecked()
    if content.count > 0, memchr(content.bytes, 0, content.count) != nil {
      throw raise(self.types.valueError, "%S: embedded null character in %S", try str(function), try str(argument))
    }
    return SystemPath(name: v, text: try cText(bytes), descriptor: -1, isBytes: path.isKind(.bytes))
  }

  /// `os.fspath`: a str or bytes.
  func fspath(_ v: Value) throws(Raised) -> Value {
    if v.isKind(.str) || v.isKind(.bytes) { return v }
    let method = lookup(typeOf(v), try intern("__fspath__"))
    if method.isNull { throw raise(self.types.typeError, "expected str, bytes or os.PathLike object, not %T", v) }
    let path = try callSpecial(method, v)
    guard path.isKind(.str) || path.isKind(.bytes) else {
      throw raise(self.types.typeError, "expected %T.__fspath__() to return str or bytes, not %T", v, path)
    }
    return path
  }

  /// `os.fsencode` of a str; bytes stay what they are.
  func fileSystemBytes(_ v: Value) throws(Raised) -> Value {
    if v.isKind(.bytes) { return v }
    return try encode(v, .utf8, encoding: try str("utf-8"), errors: try str("surrogateescape"), atStart: true)
  }

  /// A name of the system as a str (`os.fsdecode`), or as bytes.
  func fileSystemName(_ text: UnsafePointer<UInt8>, _ count: Int, asBytes: Bool = false) throws(Raised) -> Value {
    if asBytes { return try bytes(copying: text, count: count) }
    var decoder = IncrementalDecoder()
    return try decode(
      ByteView(base: text, count: count), isLast: true, .utf8, encoding: try str("utf-8"), errors: try str("surrogateescape"), &decoder)
  }

  /// The same for a text of C.
  func fileSystemName(_ text: UnsafePointer<CChar>, asBytes: Bool = false) throws(Raised) -> Value {
    try fileSystemName(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), strlen(text), asBytes: asBytes)
  }

  /// Bytes, or the bytes of an ASCII str, with a null byte behind them, in the heap.
  func cText(_ v: Value) throws(Raised) -> UnsafePointer<CChar> {
    let bytes = try fileSystemBytes(v).unchecked(as: BytesObject.self)
    let room = try rawBuffer(bytes: bytes.count + 1)
    let text = room.raw + MemoryLayout<BufferObject>.size
    if bytes.count > 0 { text.copyMemory(from: bytes.bytes, byteCount: bytes.count) }
    text.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    return UnsafePointer(text.assumingMemoryBound(to: CChar.self))
  }

  /// The argument `dir_fd`: the directory that relative paths begin at.
  func directoryArgument(_ v: Value) throws(Raised) -> Int32 {
    if v.isNone { return AT_FDCWD }
    guard v.isInt || !lookupSpecial(v, .__index__).isNull else {
      throw raise(self.types.typeError, "argument should be integer or None, not %T", v)
    }
    let number = try cInt(v)
    try checkDescriptor(number)
    return Int32(number)
  }

  /// An argument that is a descriptor.
  func descriptorArgument(_ v: Value) throws(Raised) -> Int32 {
    var number = v
    if !v.isInt {
      let method = try getAttributeOrNull(v, .fileno)
      if method.isNull { throw raise(self.types.typeError, "argument must be an int, or have a fileno() method.") }
      number = try call(method)
      guard number.isInt else { throw raise(self.types.typeError, "fileno() returned a non-integer") }
    }
    let descriptor = try cInt(number)
    if descriptor < 0, !v.isInt { throw raise(self.types.valueError, "file descriptor cannot be a negative integer (%S)", number) }
    try checkDescriptor(descriptor)
    return Int32(descriptor)
  }

  /// PermissionError unless the program may do that with files.
  func checkFiles(_ wanted: FilePermissions, _ name: Value) throws(Raised) {
    if self.box.files.contains(wanted) { return }
    let text: StaticString =
      switch wanted {
      case .reading: "this program may not read files"
      case .writing: "this program may not write files"
      default: "this program may not create files"
      }
    throw deniedFile(text, name)
  }

  /// PermissionError unless the program may start and control processes.
  func checkProcesses() throws(Raised) {
    if self.box.startsProcesses { return }
    throw deniedFile("this program may not start processes", .none)
  }

  /// Makes a system call, again after each signal that interrupts it. OSError if it returns a negative number.
  @discardableResult
  func system(_ file: Value = .null, _ call: () -> Int) throws(Raised) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw raiseOSError(errno, file) }
      try pollNative()
    }
  }

  /// The same for one that has two paths.
  func system(_ from: Value, _ to: Value, _ call: () -> Int) throws(Raised) {
    while call() < 0 {
      let code = errno
      if code != EINTR {
        let arguments = try tuple(count: 5)
        arguments.items[0] = Value(small: Int(code))
        arguments.items[1] = try systemMessage(code)
        arguments.items[2] = from
        arguments.items[3] = .none
        arguments.items[4] = to
        throw raise(try newOSError(self.types.osError, args: Value(arguments)))
      }
      try pollNative()
    }
  }
}
