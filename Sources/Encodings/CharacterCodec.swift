/// The characters that a sequence of bytes stands for: none (a shift), one or two.
@frozen
public struct DecodedCharacters: BitwiseCopyable, Sendable {
  public var count = 0
  public var first: UInt32 = 0
  public var second: UInt32 = 0
  @inlinable public init() {}

  mutating func set(_ character: UInt32) { (count, first) = (1, character) }
}

/// The bytes that stand for a character: at most eight, the first one lowest.
@frozen
public struct EncodedBytes: BitwiseCopyable, Sendable {
  public var count = 0
  public var bytes: UInt64 = 0
  @inlinable public init() {}

  mutating func append(_ byte: UInt8) {
    bytes |= UInt64(byte) << UInt64(8 * count)
    count += 1
  }

  mutating func append(_ text: StaticString) {
    for i in 0..<text.utf8CodeUnitCount { append(text.utf8Start[i]) }
  }
}

/// What comes behind a character that is encoded.
public enum NextCharacter {
  /// Nothing: the text ends.
  public static let end: UInt32 = 0xFFFF_FFFF
  /// Not known yet.
  public static let unknown: UInt32 = 0xFFFF_FFFE
}

/// An encoding whose characters are sequences of bytes (CPython: Modules/cjkcodecs).
public protocol CharacterCodec: AnyObject, Sendable {
  /// What the encoding is called in errors.
  var name: StaticString { get }

  /// The state before anything was decoded, or encoded.
  func start(isEncoder: Bool) -> UInt64

  /// Decodes what begins at `i`, which is before the end.
  ///
  /// - Returns: how many bytes that took; 0 if the end of the bytes cuts it off; -n if n bytes stand for nothing.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, _ state: inout UInt64, _ out: inout DecodedCharacters) -> Int

  /// Encodes a character, together with the next one if both have a code of their own.
  ///
  /// - Returns: how many characters that took; 0 if the next one has to be known first; -1 if there are no bytes for it.
  func encode(_ character: UInt32, next: UInt32, _ state: inout UInt64, _ out: inout EncodedBytes) -> Int

  /// What is written at the end of a text so that the state is the first one again.
  func finish(_ state: inout UInt64, _ out: inout EncodedBytes)

  /// What the end of a line, or of the input, does to a decoder.
  func reset(_ state: inout UInt64)
}

extension CharacterCodec {
  public func start(isEncoder: Bool) -> UInt64 { 0 }
  public func finish(_ state: inout UInt64, _ out: inout EncodedBytes) {}
  public func reset(_ state: inout UInt64) {}
}
