import Builtins
import Runtime

// Base 64 (RFC 4648).

extension BinasciiModule {
  private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  static let base64: [NativeFunctionSpec] = [
    .init("a2b_base64(data, /, *, strict_mode=False)", "Decode a line of base64 data.") { t, a throws(Raised) in
      try decode(t, try ascii(t, a[0]), isStrict: try t.truth(a[1]))
    },
    .init("b2a_base64(data, /, *, newline=True)", "Base64-code line of data.") { t, a throws(Raised) in
      var newline = false
      try t.exporting(a) { () throws(Raised) in newline = try t.flagArgument(a[1]) }
      return try encode(t, try t.bufferBytes(a[0]), newline: newline)
    },
  ]

  private static func encode(_ t: Thread, _ data: ByteView, newline: Bool) throws(Raised) -> Value {
    let count = (data.count + 2) / 3 * 4
    let result = try t.newBytes(count: count + (newline ? 1 : 0))
    let out = result.bytes
    var at = 0
    for i in stride(from: 0, to: data.count, by: 3) {
      let second = i + 1 < data.count ? Int(data[i + 1]) : 0
      let third = i + 2 < data.count ? Int(data[i + 2]) : 0
      let group = Int(data[i]) << 16 | second << 8 | third
      out[at] = alphabet.utf8Start[group >> 18]
      out[at + 1] = alphabet.utf8Start[group >> 12 & 63]
      out[at + 2] = i + 1 < data.count ? alphabet.utf8Start[group >> 6 & 63] : UInt8(ascii: "=")
      out[at + 3] = i + 2 < data.count ? alphabet.utf8Start[group & 63] : UInt8(ascii: "=")
      at += 4
    }
    if newline { out[at] = 10 }
    return Value(result)
  }

  private static func value(_ c: UInt8) -> UInt8? {
    switch c {
    case 65...90: c - 65
    case 97...122: c - 71
    case 48...57: c + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// What has been read of a text in base 64.
  private struct Progress {
    var out: [UInt8]
    /// Characters of the group of four so far, and the last of them.
    var position = 0
    var left: UInt8 = 0
    var pads = 0
    var isPadded = false

    mutating func take(_ bits: UInt8) {
      switch position {
      case 0: break
      case 1: out.append(left << 2 | bits >> 4)
      case 2: out.append(left << 4 | bits >> 2)
      default: out.append(left << 6 | bits)
      }
      left = bits
      pads = 0
      position = (position + 1) & 3
    }
  }

  /// Characters outside the alphabet are skipped, unless strict.
  private static func decode(_ t: Thread, _ text: ByteView, isStrict: Bool) throws(Raised) -> Value {
    var progress = Progress(out: try reserve(t, (text.count + 3) / 4 * 3))
    if isStrict, text.count > 0, text[0] == UInt8(ascii: "=") { throw error(t, "Leading padding not allowed") }
    for i in 0..<text.count {
      if i & 0xFFFF == 0xFFFF { try t.pollNative() }
      if text[i] == UInt8(ascii: "=") {
        if try takePad(t, &progress, isStrict: isStrict, isLast: i + 1 == text.count) { break }
      } else if let bits = value(text[i]) {
        if isStrict, progress.isPadded {
          let isComplete = t.has(.excessPaddingRefused) && progress.position + progress.pads == 4
          throw error(t, isComplete ? "Excess data after padding" : "Discontinuous padding not allowed")
        }
        progress.take(bits)
      } else if isStrict {
        throw error(t, "Only base64 data is allowed")
      }
    }
    let isEnded = progress.position == 0 || progress.position >= 2 && progress.position + progress.pads >= 4
    if isEnded { return try make(t, progress.out) }
    if progress.position == 1 { throw try incompleteGroup(t, progress.out.count) }
    throw error(t, "Incorrect padding")
  }

  /// A `=`; true if reading ends with it.
  private static func takePad(_ t: Thread, _ progress: inout Progress, isStrict: Bool, isLast: Bool) throws(Raised) -> Bool {
    progress.isPadded = true
    if t.has(.excessPaddingRefused) {
      progress.pads += 1
      if !isStrict || progress.position >= 2 && progress.position + progress.pads <= 4 { return false }
      if progress.position == 1 { return true }
      throw error(t, "Excess padding not allowed")
    }
    if progress.position < 2 { return false }
    progress.pads += 1
    if progress.position + progress.pads < 4 { return false }
    if isStrict, !isLast { throw error(t, "Excess data after padding") }
    return true
  }

  private static func incompleteGroup(_ t: Thread, _ count: Int) throws(Raised) -> Raised {
    t.raise(
      try t.exceptionClass("binascii", "Error"),
      "Invalid base64-encoded string: number of data characters (%S) cannot be 1 more than a multiple of 4", try t.int(count / 3 * 4 + 1))
  }
}
