import Glibc
import Runtime

/// A text stream on a file descriptor, as `sys.stdout` is: UTF-8, with a buffer of its own. (CPython: Lib/_pyio.py, TextIOWrapper over
/// BufferedWriter or BufferedReader.)
@frozen
public struct TextStreamObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var name: Value
  /// `strict`, `backslashreplace` or `surrogateescape`.
  public var errors: Value
  /// The binary face (`sys.stdout.buffer`), made when asked for.
  public var binary: Value
  // raw
  public var descriptor: Int32
  public var isWriter: Bool
  /// Whether a line end sends what was written.
  public var isLineBuffered: Bool
  public var isClosed: Bool
  /// Readers: the end of the file was seen.
  public var isAtEnd: Bool
  /// Bytes to write, or read ahead; in memory of the C library, since it outlives no stream of the process.
  public var bytes: UnsafeMutablePointer<UInt8>
  public var start: Int
  public var end: Int
  public var capacity: Int
}

extension Ref where T == TextStreamObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var errors: Value { get { layout.errors } nonmutating set { layout.errors = newValue } }
  @inlinable @inline(__always) public var binary: Value { get { layout.binary } nonmutating set { layout.binary = newValue } }
  @inlinable @inline(__always) public var descriptor: Int32 { get { layout.descriptor } nonmutating set { layout.descriptor = newValue } }
  @inlinable @inline(__always) public var isWriter: Bool { get { layout.isWriter } nonmutating set { layout.isWriter = newValue } }
  @inlinable @inline(__always) public var isLineBuffered: Bool {
    get { layout.isLineBuffered } nonmutating set { layout.isLineBuffered = newValue }
  }
  @inlinable @inline(__always) public var isClosed: Bool { get { layout.isClosed } nonmutating set { layout.isClosed = newValue } }
  @inlinable @inline(__always) public var isAtEnd: Bool { get { layout.isAtEnd } nonmutating set { layout.isAtEnd = newValue } }
  @inlinable @inline(__always) public var bytes: UnsafeMutablePointer<UInt8> {
    get { layout.bytes } nonmutating set { layout.bytes = newValue }
  }
  @inlinable @inline(__always) public var start: Int { get { layout.start } nonmutating set { layout.start = newValue } }
  @inlinable @inline(__always) public var end: Int { get { layout.end } nonmutating set { layout.end = newValue } }
  @inlinable @inline(__always) public var capacity: Int { get { layout.capacity } nonmutating set { layout.capacity = newValue } }
}

extension Thread {
  static var streamBufferSize: Int { 8192 }

  /// A stream on an open descriptor.
  public func makeTextStream(_ descriptor: Int32, name: Value, errors: StaticString, isWriter: Bool, isLineBuffered: Bool) throws(Raised) -> Value {
    var type = typeNamed("_io.TextIOWrapper")
    if type.isNone {
      type = try makeNativeType("_io.TextIOWrapper", kind: .textStream, bytes: MemoryLayout<TextStreamObject>.size, flags: [.noConstructor])
    }
    let stream: Ref<TextStreamObject> = try allocate(kind: .textStream, type: type, tracedWords: 3)
    stream.name = name
    stream.errors = try str(errors)
    stream.binary = .null
    stream.descriptor = descriptor
    stream.isWriter = isWriter
    stream.isLineBuffered = isLineBuffered
    stream.isClosed = false
    stream.isAtEnd = false
    stream.bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Thread.streamBufferSize)
    stream.capacity = Thread.streamBufferSize
    stream.start = 0
    stream.end = 0
    return Value(stream)
  }

  // MARK: - Writing

  /// Writes a str.
  public func write(_ v: Value, to stream: Ref<TextStreamObject>) throws(Raised) {
    if stream.isClosed { throw raise(self.types.valueError, "I/O operation on closed file.") }
    if !stream.isWriter { throw raise(self.types.valueError, "not writable") }
    let s: Ref<StrObject> = v.unchecked()
    if s.isASCII {
      try writeBytes(UnsafePointer(s.bytes), s.count, to: stream)
    } else {
      try writeEncoded(v, to: stream)
    }
  }

  /// Appends bytes to the buffer; sends it when it is full, or at a line end if the stream is line buffered.
  public func writeBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int, to stream: Ref<TextStreamObject>) throws(Raised) {
    var from = 0
    while from < count {
      if stream.end == stream.capacity { try flush(stream) }
      let n = min(count - from, stream.capacity - stream.end)
      (stream.bytes + stream.end).update(from: bytes + from, count: n)
      stream.end += n
      from += n
    }
    if stream.isLineBuffered, count > 0, memchr(bytes, 10, count) != nil { try flush(stream) }
  }

  /// UTF-8; surrogates by the error handler of the stream.
  private func writeEncoded(_ v: Value, to stream: Ref<TextStreamObject>) throws(Raised) {
    let s: Ref<StrObject> = v.unchecked()
    let isStrict = strEquals(stream.errors, "strict")
    if isStrict, let bad = firstSurrogate(s) { throw surrogateError(v, bad) }
    let escapes = strEquals(stream.errors, "surrogateescape")
    for k in 0..<s.count {
      if stream.capacity - stream.end < 8 { try flush(stream) }
      let c = s.codePoint(k)
      if c < 0x80 {
        append(UInt8(c), to: stream)
      } else if c < 0x800 {
        append(UInt8(0xC0 | c >> 6), to: stream)
        append(UInt8(0x80 | c & 0x3F), to: stream)
      } else if c >= 0xD800 && c < 0xE000 {
        if escapes && c >= 0xDC80 && c < 0xDD00 { append(UInt8(c & 0xFF), to: stream) } else { appendSurrogate(c, to: stream) }
      } else {
        if c >= 0x1_0000 {
          append(UInt8(0xF0 | c >> 18), to: stream)
          append(UInt8(0x80 | c >> 12 & 0x3F), to: stream)
        } else {
          append(UInt8(0xE0 | c >> 12), to: stream)
        }
        append(UInt8(0x80 | c >> 6 & 0x3F), to: stream)
        append(UInt8(0x80 | c & 0x3F), to: stream)
      }
      if c == 10 && stream.isLineBuffered { try flush(stream) }
    }
  }

  private func append(_ byte: UInt8, to stream: Ref<TextStreamObject>) {
    stream.bytes[stream.end] = byte
    stream.end += 1
  }

  /// `\udc80`: six bytes.
  private func appendSurrogate(_ c: UInt32, to stream: Ref<TextStreamObject>) {
    append(UInt8(ascii: "\\"), to: stream)
    append(UInt8(ascii: "u"), to: stream)
    for shift in [UInt32(12), 8, 4, 0] {
      let digit = UInt8(c >> shift & 15)
      append(digit < 10 ? 48 + digit : 87 + digit, to: stream)
    }
  }

  private func firstSurrogate(_ s: Ref<StrObject>) -> Int? {
    if s.width == 1 { return nil }
    for k in 0..<s.count where s.codePoint(k) >= 0xD800 && s.codePoint(k) < 0xE000 { return k }
    return nil
  }

  private func surrogateError(_ v: Value, _ index: Int) -> Raised {
    do throws(Raised) {
      var end = index
      let s: Ref<StrObject> = v.unchecked()
      while end < s.count && s.codePoint(end) >= 0xD800 && s.codePoint(end) < 0xE000 { end += 1 }
      let args = try tuple(count: 5)
      args.items[0] = try str("utf-8")
      args.items[1] = v
      args.items[2] = try int(index)
      args.items[3] = try int(end)
      args.items[4] = try str("surrogates not allowed")
      return raise(try makeBuiltinException(self.types.unicodeEncodeError, args: Value(args)))
    } catch {
      return error
    }
  }

  /// Sends what the buffer of a writer holds.
  public func flush(_ stream: Ref<TextStreamObject>) throws(Raised) {
    guard stream.isWriter else { return }
    var from = 0
    while from < stream.end {
      let n = Glibc.write(stream.descriptor, stream.bytes + from, stream.end - from)
      if n >= 0 {
        from += n
      } else if errno == EINTR {
        try pollNative()
      } else {
        let code = errno
        stream.end = 0
        throw raiseOSError(code)
      }
    }
    stream.end = 0
  }
}
