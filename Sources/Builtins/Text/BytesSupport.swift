import Glibc
import Runtime

/// What the methods of bytes and bytearray share. Results have the type of the receiver: bytes, or bytearray.
public enum BytesSupport {
  static func view(_ v: Value) -> ByteView {
    if v.isKind(.bytes) {
      let b = v.unchecked(as: BytesObject.self)
      return ByteView(base: b.bytes, count: b.count)
    }
    let b = v.unchecked(as: ByteArrayObject.self)
    return ByteView(base: b.bytes, count: b.count)
  }

  /// TypeError ("a bytes-like object is required, not 'str'").
  static func bytesLike(_ t: Thread, _ v: Value) throws(Raised) -> ByteView {
    guard let view = try anyBytes(t, v) else { throw notBytesLike(t, v) }
    return view
  }

  static func isByteArray(_ v: Value) -> Bool { v.isKind(.bytearray) }

  /// Keeps a bytearray from being resized until `unlock`, by a view on the VM stack; nil for bytes, which need none.
  public static func lock(_ t: Thread, _ v: Value) throws(Raised) -> Ref<MemoryViewObject>? {
    guard isByteArray(v) else { return nil }
    try t.reserveStack(1)
    let view = try t.makeMemoryView(v)
    t.stackTop[0] = Value(view)
    t.stackTop += 1
    return view
  }

  public static func unlock(_ t: Thread, _ lock: Ref<MemoryViewObject>?) {
    guard let lock else { return }
    t.stackTop -= 1
    t.release(lock)
  }

  /// Copies of bytes in the type of `like`.
  static func make(_ t: Thread, like: Value, _ base: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Value {
    if !isByteArray(like) { return try t.bytes(copying: base, count: count) }
    let array = try t.newByteArray(count: count, type: t.types.bytearray)
    if count > 0 { memcpy(array.bytes, base, count) }
    return Value(array)
  }

  static func make(_ t: Thread, like: Value, _ view: ByteView, _ start: Int, _ end: Int) throws(Raised) -> Value {
    try make(t, like: like, view.base + start, max(end - start, 0))
  }

  /// An object of `count` bytes to be filled at once.
  static func makeEmpty(_ t: Thread, like: Value, count: Int) throws(Raised) -> (value: Value, base: UnsafeMutablePointer<UInt8>) {
    if isByteArray(like) {
      let array = try t.newByteArray(count: count, type: t.types.bytearray)
      return (Value(array), array.bytes)
    }
    if count == 0 { return (t.interpreter.emptyBytes, t.interpreter.emptyBytes.unchecked(as: BytesObject.self).bytes) }
    let bytes = try t.newBytes(count: count)
    return (Value(bytes), bytes.bytes)
  }

  /// The receiver itself if it is exactly bytes, else a copy.
  static func same(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.object.type == t.types.bytes { return v }
    let view = view(v)
    return try make(t, like: v, view.base, view.count)
  }

  /// An int in 0 ... 255. ValueError ("byte must be in range(0, 256)").
  static func byte(_ t: Thread, _ v: Value) throws(Raised) -> UInt8 {
    let n = try t.asIndexObject(v)
    guard n.isSmallInt, let byte = UInt8(exactly: n.smallInt) else {
      throw t.raise(t.types.valueError, "byte must be in range(0, 256)")
    }
    return byte
  }

  /// Position of the first `part` in `start ..< end`, -1 = none.
  static func find(_ view: ByteView, _ part: ByteView, _ start: Int, _ end: Int) -> Int {
    if start > end { return -1 }
    let at = findUnits(UnsafeRawPointer(view.base + start), end - start, UnsafeRawPointer(part.base), part.count, width: 1)
    return at < 0 ? -1 : at + start
  }

  static func findLast(_ view: ByteView, _ part: ByteView, _ start: Int, _ end: Int) -> Int {
    if start > end { return -1 }
    let at = findLastUnits(UnsafeRawPointer(view.base + start), end - start, UnsafeRawPointer(part.base), part.count, width: 1)
    return at < 0 ? -1 : at + start
  }

  static func matches(_ view: ByteView, _ part: ByteView, at: Int) -> Bool {
    at >= 0 && part.count <= view.count - at && memcmp(view.base + at, part.base, part.count) == 0
  }

  static func isSpace(_ c: UInt8) -> Bool { c == 32 || (c >= 9 && c <= 13) }
  static func isUpper(_ c: UInt8) -> Bool { c &- 65 < 26 }
  static func isLower(_ c: UInt8) -> Bool { c &- 97 < 26 }
  static func isDigit(_ c: UInt8) -> Bool { c &- 48 < 10 }
  static func isLetter(_ c: UInt8) -> Bool { (c | 32) &- 97 < 26 }

  /// `iter(v)`; whatever TypeError says that it cannot be iterated becomes one with `message`, about `v` and `name`.
  static func iterator(_ t: Thread, of v: Value, _ message: StaticString, _ name: Value = .null) throws(Raised) -> Value {
    do throws(Raised) {
      return try t.iterator(of: v)
    } catch {
      if !t.matches(t.exception, t.types.typeError) { throw error }
      t.exception = .null
      throw t.raise(t.types.typeError, message, v, name)
    }
  }

  /// The bytes object of an iterable of ints; text is refused by the caller. `rangeMessage` is the ValueError for a number that is no byte.
  static func bytes(_ t: Thread, from iterable: Value, _ rangeMessage: StaticString) throws(Raised) -> Value {
    var out = BytesBuilder(t)
    let iterator = try t.iterator(of: iterable)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return try out.finish() }
      let n = try t.asIndexObject(item)
      guard n.isSmallInt, let byte = UInt8(exactly: n.smallInt) else { throw t.raise(t.types.valueError, rangeMessage) }
      try out.append(byte)
    }
  }
}
