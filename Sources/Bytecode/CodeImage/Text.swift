/// A Python `str`: a sequence of code points, where lone surrogates are allowed.
///
/// The code points are held in generalized UTF-8, the form in which marshal stores them: each code point, surrogates
/// included, is encoded by itself (Python's `surrogatepass`). Two strings are equal exactly if their code points are.
public struct Text: Sendable {
  /// The code points in generalized UTF-8.
  public let utf8: ByteString
  /// All code points are below 128, so that bytes and code points are the same.
  public let isASCII: Bool
  /// The string was marked as interned where it came from.
  public let isInterned: Bool

  /// `utf8` must be valid generalized UTF-8, and `isASCII` say whether it is ASCII: for those who made it so.
  public init(unchecked utf8: ByteString, isASCII: Bool, isInterned: Bool = false) {
    self.utf8 = utf8
    self.isASCII = isASCII
    self.isInterned = isInterned
  }

  /// The text of a Swift string.
  public init(_ string: String, isInterned: Bool = false) {
    let bytes = Array(string.utf8)
    self.init(unchecked: ByteString(bytes), isASCII: bytes.allSatisfy { $0 < 0x80 }, isInterned: isInterned)
  }

  /// The text of the code points, each 0 ... 0x10FFFF, surrogates allowed; `nil` if one is out of that range.
  public init?(codePoints: some Sequence<UInt32>, isInterned: Bool = false) {
    var bytes: [UInt8] = []
    var isASCII = true
    for point in codePoints {
      guard point <= 0x10FFFF else { return nil }
      isASCII = isASCII && point < 0x80
      Text.appendEncoded(point, to: &bytes)
    }
    self.init(unchecked: ByteString(bytes), isASCII: isASCII, isInterned: isInterned)
  }

  /// The text whose generalized UTF-8 is `utf8`, or `nil` if that is malformed.
  public init?(utf8: ByteString, isInterned: Bool = false) {
    guard let length = Text.validate(utf8) else { return nil }
    self.init(unchecked: utf8, isASCII: length == utf8.count, isInterned: isInterned)
  }

  public var isEmpty: Bool { utf8.isEmpty }

  /// The code points, decoded on the fly.
  public var codePoints: CodePoints { CodePoints(text: self) }

  /// A Swift string for messages: lone surrogates become U+FFFD.
  public var string: String {
    utf8.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Appends the generalized UTF-8 of a code point of at most 0x10FFFF.
  public static func appendEncoded(_ point: UInt32, to bytes: inout [UInt8]) {
    encode(point) { bytes.append($0) }
  }

  /// Calls `body` with each byte of the generalized UTF-8 of a code point of at most 0x10FFFF.
  @inline(__always)
  static func encode(_ point: UInt32, _ body: (UInt8) -> Void) {
    if point < 0x80 { return body(UInt8(truncatingIfNeeded: point)) }
    if point < 0x800 {
      body(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
    } else {
      if point < 0x10000 {
        body(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      } else {
        body(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
        body(UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F))
      }
      body(UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F))
    }
    body(UInt8(truncatingIfNeeded: 0x80 | point & 0x3F))
  }

  /// The number of code points in `bytes`, or `nil` if they are not generalized UTF-8 (shortest forms only).
  static func validate(_ bytes: ByteString) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      var length = 0
      while index < bytes.count {
        guard let (_, size) = decode(bytes, at: index) else { return nil }
        index += size
        length += 1
      }
      return length
    }
  }

  /// As `decode`, for other modules.
  public static func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (point: UInt32, size: Int)? {
    decode(bytes, at: index)
  }

  /// The code point that starts at `index` and its number of bytes, or `nil` if it is malformed.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (point: UInt32, size: Int)? {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard size != 0, index + size <= bytes.count else { return nil }
    var point = first & (0x7F >> UInt32(size))
    for next in index + 1..<index + size {
      guard bytes[next] & 0xC0 == 0x80 else { return nil }
      point = point << 6 | UInt32(bytes[next] & 0x3F)
    }
    let smallest: UInt32 = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000
    guard point >= smallest, point <= 0x10FFFF else { return nil }
    return (point, size)
  }
}

extension Text {
  /// The code points of a text, in order.
  public struct CodePoints: Sequence, Sendable {
    let text: Text

    public func makeIterator() -> Iterator { Iterator(utf8: text.utf8) }

    public struct Iterator: IteratorProtocol {
      let utf8: ByteString
      var index = 0

      public mutating func next() -> UInt32? {
        guard index < utf8.count else { return nil }
        let at = index
        guard let (point, size) = utf8.withUnsafeBytes({ Text.decode($0, at: at) }) else { return nil }
        index += size
        return point
      }
    }
  }
}

extension Text: Hashable {
  public static func == (left: Text, right: Text) -> Bool { left.utf8 == right.utf8 }

  public func hash(into hasher: inout Hasher) { hasher.combine(utf8) }
}

extension Text: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { string }
}
