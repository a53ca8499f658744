import Glibc

extension Thread {
  /// `OSError.__new__`: the errno chooses the subclass. `args` is the tuple of arguments.
  public func newOSError(_ type: Ref<TypeObject>, args: Value) throws(Raised) -> Value {
    if initializesOSErrorLate(type) { return Value(try allocateException(type, args: self.interpreter.emptyTuple)) }
    let arguments: Ref<TupleObject> = args.unchecked()
    var actual = type
    if type == self.types.osError, (2...5).contains(arguments.count), arguments.items[0].isInt, let code = IntOperand(arguments.items[0]).asInt {
      actual = Int32(exactly: code).flatMap { osErrorSubclass($0) } ?? type
    }
    let e = try allocateException(actual, args: args)
    try parseOSError(e, args: args)
    return Value(e)
  }

  /// `OSError.__init__`: does nothing unless a subclass left `__new__` alone but has an `__init__` of its own.
  func initializeOSError(_ e: Ref<ExceptionObject>, args: Value, keywords: Value) throws(Raised) {
    if !initializesOSErrorLate(e.header.type) { return }
    try refuseKeywords(e, keywords)
    try parseOSError(e, args: args)
  }

  /// A class with its own `__init__` and OSError's `__new__`: the arguments are looked at when `OSError.__init__` is called.
  public func initializesOSErrorLate(_ type: Ref<TypeObject>) -> Bool {
    if !type.flags.contains(.heap) { return false }
    let osError = self.types.osError
    return !isSameFunction(lookup(type, name(.__init__)), lookup(osError, name(.__init__)))
      && isSameFunction(lookup(type, name(.__new__)), lookup(osError, name(.__new__)))
  }

  private func parseOSError(_ e: Ref<ExceptionObject>, args: Value) throws(Raised) {
    let arguments: Ref<TupleObject> = args.unchecked()
    e.args = args
    guard (2...5).contains(arguments.count) else { return }
    e.fields[ExceptionField.osErrno] = arguments.items[0]
    e.fields[ExceptionField.osStrerror] = arguments.items[1]
    let filename = arguments.count > 2 ? arguments.items[2] : .null
    if filename.isNull || filename.isNone { return }
    if e.header.type == self.types.blockingIOError, isIndexOrReal(filename) {
      e.fields[ExceptionField.osCharactersWritten] = try int(try asIndex(filename, overflow: self.types.valueError))
      return
    }
    e.fields[ExceptionField.osFilename] = filename
    if arguments.count > 4, !arguments.items[4].isNone { e.fields[ExceptionField.osFilename2] = arguments.items[4] }
    // File names are not part of args (for unpickling and old programs).
    e.args = try tuple(arguments.items[0], arguments.items[1])
  }

  /// What CPython takes for a number (`PyNumber_Check`).
  private func isIndexOrReal(_ v: Value) -> Bool {
    v.isInt || v.isFloat || v.isKind(.complex) || !lookupSpecial(v, .__index__).isNull || !lookupSpecial(v, .__int__).isNull
      || !lookupSpecial(v, .__float__).isNull
  }

  /// The subclass of OSError that stands for an errno (PEP 3151).
  private func osErrorSubclass(_ code: Int32) -> Ref<TypeObject>? {
    let types = self.types
    return switch code {
    case EAGAIN, EALREADY, EINPROGRESS: types.blockingIOError
    case EPIPE, ESHUTDOWN: types.brokenPipeError
    case ECHILD: types.childProcessError
    case ECONNABORTED: types.connectionAbortedError
    case ECONNREFUSED: types.connectionRefusedError
    case ECONNRESET: types.connectionResetError
    case EEXIST: types.fileExistsError
    case ENOENT: types.fileNotFoundError
    case EISDIR: types.isADirectoryError
    case ENOTDIR: types.notADirectoryError
    case EINTR: types.interruptedError
    case EACCES, EPERM: types.permissionError
    case ESRCH: types.processLookupError
    case ETIMEDOUT: types.timeoutError
    default: nil
    }
  }

  /// Raises the OSError of an errno, about a file (str) or null.
  public func raiseOSError(_ code: Int32, _ filename: Value = .null) -> Raised {
    do throws(Raised) {
      let message = try systemMessage(code)
      let args = filename.isNull ? try tuple(Value(small: Int(code)), message) : try tuple(Value(small: Int(code)), message, filename)
      return raise(try newOSError(self.types.osError, args: args))
    } catch {
      return error
    }
  }

  /// `os.strerror`.
  public func systemMessage(_ code: Int32) throws(Raised) -> Value {
    guard let text = strerror(code) else { return try str("Unknown error") }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    return try str(utf8: UnsafeBufferPointer(start: bytes, count: strlen(text)))
  }
}
