import Builtins
import Glibc
import Runtime

extension Thread {
  /// ValueError of the base classes and most streams.
  func closedFile() -> Raised { raise(self.types.valueError, "I/O operation on closed file.") }

  /// `v.closed`
  func isClosedStream(_ v: Value) throws(Raised) -> Bool { try truth(try getAttribute(v, .closed)) }

  /// ValueError if `v.closed`.
  func checkStreamOpen(_ v: Value) throws(Raised) {
    if try isClosedStream(v) { throw closedFile() }
  }

  /// A size that may be None (then -1).
  func optionalSize(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt { return v.smallInt }
    if v.isNone { return -1 }
    if !v.isInt && lookupSpecial(v, .__index__).isNull { throw raise(self.types.typeError, "argument should be integer or None, not '%T'", v) }
    return try asIndex(v)
  }

  /// The `whence` argument of seek: null if it was left out.
  func whence(_ v: Value) throws(Raised) -> Int { v.isNull ? 0 : try cInt(v) }

  /// What `size` or `buffer_size` parameters have that were left out.
  func size(_ v: Value, default standard: Int) throws(Raised) -> Int { v.isNull ? standard : try sizeArgument(v) }

  /// The bytes of an argument that is read from.
  func bytesArgument(_ v: Value) throws(Raised) -> ByteView {
    if let view = ByteView(self, v) { return view }
    if v.isObject, v.object.type == self.types.memoryview {
      if v.unchecked(as: MemoryViewObject.self).source.isNull {
        throw raise(self.types.valueError, "operation forbidden on released memoryview object")
      }
      throw raise(self.types.bufferError, "memoryview: underlying buffer is not C-contiguous")
    }
    throw raise(self.types.typeError, "a bytes-like object is required, not '%T'", v)
  }

  /// The bytes of an argument that is written to. `function` is what messages call the function.
  func writableArgument(_ v: Value, _ function: StaticString, isNumbered: Bool = false) throws(Raised) -> ByteView {
    if v.isObject, v.object.type == self.types.memoryview {
      if !v.unchecked(as: MemoryViewObject.self).source.isNull && !v.unchecked(as: MemoryViewObject.self).isReadOnly { return try bytesArgument(v) }
    } else if !v.isKind(.bytes), let view = ByteView(self, v) {
      return view
    }
    throw raise(
      self.types.typeError,
      isNumbered
        ? "%S() argument 1 must be read-write bytes-like object, not %B" : "%S() argument must be read-write bytes-like object, not %B",
      try str(function), v)
  }

  /// A buffer of so many bytes. MemoryError for more than there can be.
  func streamBuffer(bytes: Int) throws(Raised) -> Ref<BufferObject> {
    if bytes > 1 << 46 { throw raiseMemoryError() }
    return try rawBuffer(bytes: bytes)
  }

  /// Copies bytes to where an argument has its own.
  func copyBytes(_ from: UnsafePointer<UInt8>, _ count: Int, to view: ByteView) {
    if count > 0 { memmove(UnsafeMutablePointer(mutating: view.base), from, count) }
  }

  /// Runs `body`, then `last` in any case. What `last` raises replaces what `body` raised, which becomes its context.
  func finally(_ body: () throws(Raised) -> Void, _ last: () throws(Raised) -> Void) throws(Raised) {
    do throws(Raised) {
      try body()
    } catch {
      let first = takeException()
      do throws(Raised) {
        try last()
      } catch {
        chain(first)
        throw error
      }
      self.exception = first
      throw error
    }
    try last()
  }

  /// Makes `first` the context of the exception on its way.
  func chain(_ first: Value) {
    let second = self.exception
    guard second.isKind(.exception), second != first else { return }
    second.unchecked(as: ExceptionObject.self).context = first
  }

  /// Whether the exception on its way is of `type`.
  func isRaising(_ type: Ref<TypeObject>) -> Bool { matches(self.exception, type) }

  /// Whether the exception on its way is an OSError for a system call that a signal interrupted: it is gone then, and signals are answered.
  func recoversFromInterrupt() throws(Raised) -> Bool {
    guard isRaising(self.types.interruptedError) else { return false }
    _ = takeException()
    try pollNative()
    return true
  }

  /// The `__dict__` of a stream in its state: a copy, or None.
  func streamDict(_ me: Value) throws(Raised) -> Value {
    guard let word = dictWord(of: me), word.pointee.isKind(.dict) else { return .none }
    return Value(try dictCopy(word.pointee.unchecked()))
  }

  /// Merges the `__dict__` of a state into the stream's.
  func restoreStreamDict(_ me: Value, _ state: Value) throws(Raised) {
    guard let word = dictWord(of: me) else { return }
    if word.pointee.isNull { word.pointee = Value(try dict()) }
    try dictMergeAll(word.pointee.unchecked(), state.unchecked())
  }

  /// TypeError of streams' `__reduce__`.
  func cannotReduce(_ me: Value) -> Raised {
    let type = typeOf(me)
    return raise(type.nativeData.isKind(.tuple) && isExactly(.fileIO, me, like: me) ? .fileNotReduced : .streamNotReduced, type.name)
  }

  /// TypeError of streams that are not pickled.
  func cannotPickle(_ me: Value) -> Raised { raise(.streamNotPickled, me, typeOf(me).name) }
}
