import Glibc
import Runtime

/// The encoding of a text stream.
@frozen
public enum TextForm: UInt8, BitwiseCopyable, Sendable {
  case utf8, utf8Signature, ascii, latin1, utf16, utf16Little, utf16Big, utf32, utf32Little, utf32Big
  /// A codec of the registry, which is asked itself.
  case other

  init(_ encoding: Codecs.Encoding) {
    switch encoding {
    case .utf8: self = .utf8
    case .utf8Signature: self = .utf8Signature
    case .ascii: self = .ascii
    case .latin1: self = .latin1
    case .utf16(.native): self = .utf16
    case .utf16(.little): self = .utf16Little
    case .utf16(.big): self = .utf16Big
    case .utf32(.native): self = .utf32
    case .utf32(.little): self = .utf32Little
    case .utf32(.big): self = .utf32Big
    }
  }

  var codec: Codecs.Encoding {
    switch self {
    case .utf8: .utf8
    case .utf8Signature: .utf8Signature
    case .ascii: .ascii
    case .latin1, .other: .latin1
    case .utf16: .utf16(.native)
    case .utf16Little: .utf16(.little)
    case .utf16Big: .utf16(.big)
    case .utf32: .utf32(.native)
    case .utf32Little: .utf32(.little)
    case .utf32Big: .utf32(.big)
    }
  }

  /// Whether text begins with a byte order mark.
  public var hasMark: Bool { self == .utf8Signature || self == .utf16 || self == .utf32 }
  /// Whether ASCII characters are the bytes of the same numbers.
  public var extendsASCII: Bool { self == .utf8 || self == .ascii || self == .latin1 }

  /// Bytes of a mark.
  var unit: Int {
    switch self {
    case .utf8Signature: 3
    case .utf16: 2
    default: 4
    }
  }

  /// What text is decoded as behind a mark.
  func rest(order: UInt8) -> TextForm {
    switch self {
    case .utf16 where order == 2: .utf16Big
    case .utf32 where order == 2: .utf32Big
    default: continued
    }
  }

  /// The same without a mark, as text goes on after one was written.
  var continued: TextForm {
    switch self {
    case .utf8Signature: .utf8
    case .utf16: .utf16Little
    case .utf32: .utf32Little
    default: self
    }
  }
}

/// The state of a decoder between two pieces of input.
@frozen
public struct IncrementalDecoder: BitwiseCopyable, Sendable {
  /// The bytes of an unfinished sequence, first one lowest: at most seven.
  public var bytes: UInt64
  public var count: UInt8
  /// UTF-16 and UTF-32 with a mark: 0 = not seen yet, 1 = little, 2 = big endian. UTF-8 with a mark: 0 = may come, 1 = past it.
  public var order: UInt8

  public init() { bytes = 0; count = 0; order = 0 }
}

extension Thread {
  /// The form of an encoding's name (a str). LookupError ("unknown encoding: nope").
  public func textForm(_ encoding: Value) throws(Raised) -> TextForm { TextForm(try Codecs.find(self, encoding)) }

  /// The form of an encoding's name; `other` if the encoding is not built in.
  public func anyTextForm(_ encoding: Value) -> TextForm { Codecs.builtIn(self, encoding).map { TextForm($0) } ?? .other }

  /// Encodes a str; a mark goes first only at the start of a stream.
  public func encode(_ text: Value, _ form: TextForm, encoding: Value, errors: Value, atStart: Bool) throws(Raised) -> Value {
    let codec = CodecErrors(self, encoding: encoding, errors: errors)
    return try Codecs.encode(codec, text.unchecked(), atStart ? form.codec : form.continued.codec)
  }

  /// Decodes the next bytes of a stream. What an unfinished sequence has so far stays in the decoder, unless these are the last bytes.
  public func decode(
    _ input: ByteView, isLast: Bool, _ form: TextForm, encoding: Value, errors: Value, _ decoder: inout IncrementalDecoder
  ) throws(Raised) -> Value {
    let held = decoder.count
    if held == 0 { return try decodeWhole(input, isLast, form, CodecErrors(self, encoding: encoding, errors: errors), &decoder) }
    let joined = try newBytes(count: Int(held) + input.count)
    for i in 0..<Int(held) { joined.bytes[i] = UInt8(truncatingIfNeeded: decoder.bytes >> UInt64(8 * i)) }
    if input.count > 0 { (joined.bytes + Int(held)).update(from: input.base, count: input.count) }
    let view = ByteView(base: joined.bytes, count: joined.count)
    let state = decoder
    decoder.count = 0
    do throws(Raised) {
      return try decodeWhole(view, isLast, form, CodecErrors(self, encoding: encoding, errors: errors), &decoder)
    } catch {
      decoder = state
      throw error
    }
  }

  private func decodeWhole(
    _ bytes: ByteView, _ isLast: Bool, _ form: TextForm, _ codec: CodecErrors, _ decoder: inout IncrementalDecoder
  ) throws(Raised) -> Value {
    let isFirst = form.hasMark && decoder.order == 0
    if isFirst && decoder.waits(for: bytes, isLast, form) {
      decoder.hold(bytes, from: 0)
      return self.interpreter.emptyStr
    }
    if isFirst && (form == .utf8Signature || bytes.count >= form.unit) { decoder.order = IncrementalDecoder.order(bytes, form) }
    let rest = form.rest(order: decoder.order)
    let whole = isLast ? bytes.count : IncrementalDecoder.finished(bytes, rest.codec)
    // The codec itself takes the mark off.
    let text = try Codecs.decode(codec, ByteView(base: bytes.base, count: whole), isFirst ? form.codec : rest.codec)
    if isFirst && decoder.order == 0 && whole >= form.unit { throw withoutMark(bytes, form, codec) }
    decoder.hold(bytes, from: whole)
    return text
  }

  private func withoutMark(_ bytes: ByteView, _ form: TextForm, _ codec: CodecErrors) -> Raised {
    if has(.decodeErrorWithoutMark) {
      return codec.decodeError(bytes, 0, form == .utf16 ? 2 : 4, "Stream does not start with BOM", form == .utf16 ? "utf-16" : "utf-32")
    }
    return raise(self.types.unicodeError, form == .utf16 ? "UTF-16 stream does not start with BOM" : "UTF-32 stream does not start with BOM")
  }
}

extension IncrementalDecoder {
  /// Keeps the bytes from `start` on, which are fewer than eight.
  fileprivate mutating func hold(_ input: ByteView, from start: Int) {
    bytes = 0
    count = UInt8(truncatingIfNeeded: input.count - start)
    for i in start..<max(start, input.count) { bytes |= UInt64(input[i]) << UInt64(8 * (i - start)) }
  }

  /// Whether more is needed to say if there is a mark.
  fileprivate func waits(for bytes: ByteView, _ isLast: Bool, _ form: TextForm) -> Bool {
    if bytes.count >= form.unit { return false }
    return form == .utf8Signature ? IncrementalDecoder.beginsMark(bytes) : !isLast
  }

  /// Whether bytes begin with the mark of UTF-8, as far as they go.
  fileprivate static func beginsMark(_ bytes: ByteView) -> Bool {
    let mark: (UInt8, UInt8, UInt8) = (0xEF, 0xBB, 0xBF)
    if bytes.count > 0 && bytes[0] != mark.0 { return false }
    if bytes.count > 1 && bytes[1] != mark.1 { return false }
    return bytes.count < 3 || bytes[2] == mark.2
  }

  /// What the mark says; at least one unit is there.
  fileprivate static func order(_ bytes: ByteView, _ form: TextForm) -> UInt8 {
    if form == .utf8Signature { return 1 }
    if form == .utf16 {
      if bytes[0] == 0xFF && bytes[1] == 0xFE { return 1 }
      return bytes[0] == 0xFE && bytes[1] == 0xFF ? 2 : 0
    }
    if bytes[0] == 0xFF && bytes[1] == 0xFE && bytes[2] == 0 && bytes[3] == 0 { return 1 }
    return bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0xFE && bytes[3] == 0xFF ? 2 : 0
  }

  /// How many bytes there are without an unfinished sequence at the end.
  fileprivate static func finished(_ bytes: ByteView, _ encoding: Codecs.Encoding) -> Int {
    switch encoding {
    case .utf8, .utf8Signature: return UTF8Codec.finished(bytes)
    case .ascii, .latin1: return bytes.count
    case .utf32: return bytes.count & ~3
    case .utf16(let order):
      let even = bytes.count & ~1
      if even == 0 { return 0 }
      let high = order == .big ? bytes[even - 2] : bytes[even - 1]
      return high & 0xFC == 0xD8 ? even - 2 : even
    }
  }
}
