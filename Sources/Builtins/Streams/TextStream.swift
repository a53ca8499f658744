import Glibc
import Runtime

/// A text stream over a binary one: `_io.TextIOWrapper`. Its methods are in the module `_io`; here is what print needs.
///
/// The standard streams begin without the binary stream below (`descriptor` is set, `buffer` is null): it is made when something other than
/// writing needs it. Until then what is written goes from `pending` to the descriptor.
@frozen
public struct TextStreamObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// The binary stream; null before it is made or set, and when it was detached.
  public var buffer: Value
  /// strs.
  public var encoding: Value
  public var errors: Value
  /// The name of a standard stream.
  public var name: Value
  /// Encoded text that was not given to the buffer yet; none = nothing.
  public var pending: Ref<BufferObject>
  /// Text that was decoded and is not read yet from `decodedUsed` on: a str, or null.
  public var decoded: Value
  /// The bytes that `decoded` was made of: what the decoder held before, with what was read; null while nothing can be told by it.
  public var snapshot: Value
  /// What decodes and encodes where the encoding is not built in; else null.
  public var streamDecoder: Value
  public var streamEncoder: Value
  // raw
  public var snapshotFlags: Int
  public var pendingCount: Int
  /// How many bytes `pending` may hold before it is given to the buffer.
  public var chunkSize: Int
  public var decodedUsed: Int
  /// Bytes read for a code point decoded, of the last chunk.
  public var bytesPerCharacter: Double
  public var decoder: IncrementalDecoder
  public var newlines: NewlineState
  public var descriptor: Int32
  public var form: TextForm
  /// What ends lines that are read, and what `\n` becomes when written.
  public var readNewline: Newline
  public var writeNewline: Newline
  public var isReady: Bool
  public var isDetached: Bool
  public var isClosed: Bool
  public var isLineBuffered: Bool
  public var writesThrough: Bool
  public var reads: Bool
  public var writes: Bool
  public var seekable: Bool
  /// False while lines are iterated over, when the position is not known.
  public var tells: Bool
  public var hasRead1: Bool
  /// The next text that is written begins the stream: a byte order mark goes first.
  public var isAtStart: Bool
  public var isFinalizing: Bool
  /// ASCII may be put into `pending` as it is.
  public var isPlain: Bool
  /// Something waits in `pending`, perhaps an empty text.
  public var hasPending: Bool
}

/// The `newline` argument of text streams.
@frozen
public enum Newline: UInt8, BitwiseCopyable, Sendable {
  /// None, the empty str, and the strs.
  case universal, anyUntranslated, lineFeed, carriageReturn, both
}

/// What universal newlines mode remembers.
@frozen
public struct NewlineState: BitwiseCopyable, Sendable {
  /// Bits of what was seen: 1 `\r`, 2 `\n`, 4 `\r\n`.
  public var seen: UInt8
  /// The last text ended with a `\r` that may be the first half of `\r\n`.
  public var holdsReturn: Bool
  public init() { seen = 0; holdsReturn = false }
}

extension Ref where T == TextStreamObject {
  @inlinable @inline(__always) public var buffer: Value { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inlinable @inline(__always) public var encoding: Value { get { layout.encoding } nonmutating set { layout.encoding = newValue } }
  @inlinable @inline(__always) public var errors: Value { get { layout.errors } nonmutating set { layout.errors = newValue } }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var streamDecoder: Value { get { layout.streamDecoder } nonmutating set { layout.streamDecoder = newValue } }
  @inlinable @inline(__always) public var streamEncoder: Value { get { layout.streamEncoder } nonmutating set { layout.streamEncoder = newValue } }
  @inlinable @inline(__always) public var pending: Ref<BufferObject> { get { layout.pending } nonmutating set { layout.pending = newValue } }
  @inlinable @inline(__always) public var decoded: Value { get { layout.decoded } nonmutating set { layout.decoded = newValue } }
  @inlinable @inline(__always) public var snapshot: Value { get { layout.snapshot } nonmutating set { layout.snapshot = newValue } }
  @inlinable @inline(__always) public var snapshotFlags: Int { get { layout.snapshotFlags } nonmutating set { layout.snapshotFlags = newValue } }
  @inlinable @inline(__always) public var pendingCount: Int { get { layout.pendingCount } nonmutating set { layout.pendingCount = newValue } }
  @inlinable @inline(__always) public var chunkSize: Int { get { layout.chunkSize } nonmutating set { layout.chunkSize = newValue } }
  @inlinable @inline(__always) public var decodedUsed: Int { get { layout.decodedUsed } nonmutating set { layout.decodedUsed = newValue } }
  @inlinable @inline(__always) public var bytesPerCharacter: Double {
    get { layout.bytesPerCharacter } nonmutating set { layout.bytesPerCharacter = newValue }
  }
  @inlinable @inline(__always) public var decoder: IncrementalDecoder { get { layout.decoder } nonmutating set { layout.decoder = newValue } }
  @inlinable @inline(__always) public var newlines: NewlineState { get { layout.newlines } nonmutating set { layout.newlines = newValue } }
  @inlinable @inline(__always) public var descriptor: Int32 { get { layout.descriptor } nonmutating set { layout.descriptor = newValue } }
  @inlinable @inline(__always) public var form: TextForm { get { layout.form } nonmutating set { layout.form = newValue } }
  @inlinable @inline(__always) public var readNewline: Newline { get { layout.readNewline } nonmutating set { layout.readNewline = newValue } }
  @inlinable @inline(__always) public var writeNewline: Newline { get { layout.writeNewline } nonmutating set { layout.writeNewline = newValue } }
  @inlinable @inline(__always) public var isReady: Bool { get { layout.isReady } nonmutating set { layout.isReady = newValue } }
  @inlinable @inline(__always) public var isDetached: Bool { get { layout.isDetached } nonmutating set { layout.isDetached = newValue } }
  @inlinable @inline(__always) public var isClosed: Bool { get { layout.isClosed } nonmutating set { layout.isClosed = newValue } }
  @inlinable @inline(__always) public var isLineBuffered: Bool {
    get { layout.isLineBuffered } nonmutating set { layout.isLineBuffered = newValue }
  }
  @inlinable @inline(__always) public var writesThrough: Bool {
    get { layout.writesThrough } nonmutating set { layout.writesThrough = newValue }
  }
  @inlinable @inline(__always) public var reads: Bool { get { layout.reads } nonmutating set { layout.reads = newValue } }
  @inlinable @inline(__always) public var writes: Bool { get { layout.writes } nonmutating set { layout.writes = newValue } }
  @inlinable @inline(__always) public var seekable: Bool { get { layout.seekable } nonmutating set { layout.seekable = newValue } }
  @inlinable @inline(__always) public var tells: Bool { get { layout.tells } nonmutating set { layout.tells = newValue } }
  @inlinable @inline(__always) public var hasRead1: Bool { get { layout.hasRead1 } nonmutating set { layout.hasRead1 = newValue } }
  @inlinable @inline(__always) public var isAtStart: Bool { get { layout.isAtStart } nonmutating set { layout.isAtStart = newValue } }
  @inlinable @inline(__always) public var isFinalizing: Bool { get { layout.isFinalizing } nonmutating set { layout.isFinalizing = newValue } }
  @inlinable @inline(__always) public var isPlain: Bool { get { layout.isPlain } nonmutating set { layout.isPlain = newValue } }

  @inlinable @inline(__always) public var hasPending: Bool { get { layout.hasPending } nonmutating set { layout.hasPending = newValue } }

  /// The bytes of `pending`; only while there is a buffer.
  @inlinable @inline(__always) public var pendingBytes: UnsafeMutablePointer<UInt8> {
    (self.pending.raw + MemoryLayout<BufferObject>.size).assumingMemoryBound(to: UInt8.self)
  }
}

extension Thread {
  /// `file.write(text)`; into the memory of a standard stream if nothing else is to be done.
  public func write(_ text: Value, toAny file: Value) throws(Raised) {
    if file.isKind(.textStream), appendASCII(text, to: file.unchecked()) { return }
    _ = try callMethod(file, .write, text)
  }

  /// Puts a str of ASCII behind what a standard stream has to write. False if there is more to do: the caller writes it in another way.
  public func appendASCII(_ text: Value, to stream: Ref<TextStreamObject>) -> Bool {
    guard stream.isPlain, !stream.pending.isNone else { return false }
    let s: Ref<StrObject> = text.unchecked()
    let count = s.count
    let end = stream.pendingCount &+ count
    guard s.isASCII, end <= stream.chunkSize, end <= stream.pending.capacity else { return false }
    if stream.isLineBuffered, count > 0, memchr(s.bytes, 10, count) != nil || memchr(s.bytes, 13, count) != nil { return false }
    (stream.pendingBytes + stream.pendingCount).update(from: s.bytes, count: count)
    stream.pendingCount = end
    return true
  }
}
