import Builtins
import Runtime

/// Quoted-printable text (RFC 1521).
struct QuotedPrintable {
  let data: ByteView
  let quotesTabs: Bool
  let isText: Bool
  let isHeader: Bool
  private(set) var out: [UInt8] = []
  private var lineLength = 0
  private var endsWithReturn = false

  init(data: ByteView, quotesTabs: Bool, isText: Bool, isHeader: Bool) {
    self.data = data
    self.quotesTabs = quotesTabs
    self.isText = isText
    self.isHeader = isHeader
  }

  private static let longestLine = 76

  // MARK: Decoding

  static func decode(_ t: Thread, _ text: ByteView, isHeader: Bool) throws(Raised) -> Value {
    var out = try BinasciiModule.reserve(t, text.count)
    var i = 0
    while i < text.count {
      let c = text[i]
      i += 1
      if c == UInt8(ascii: "_"), isHeader {
        out.append(32)
      } else if c == UInt8(ascii: "=") {
        decodeEscape(text, &i, &out)
      } else {
        out.append(c)
      }
      if i & 0xFFFF == 0 { try t.pollNative() }
    }
    return try BinasciiModule.make(t, out)
  }

  /// What stands behind a `=`: a line end, which is dropped, another `=`, two digits; anything else makes it a plain character.
  private static func decodeEscape(_ text: ByteView, _ i: inout Int, _ out: inout [UInt8]) {
    guard i < text.count else { return }
    if text[i] == 10 || text[i] == 13 {
      while i < text.count, text[i] != 10 { i += 1 }
      i = min(i + 1, text.count)
    } else if text[i] == UInt8(ascii: "=") {
      out.append(UInt8(ascii: "="))
      i += 1
    } else if i + 1 < text.count, let high = BinasciiModule.digit(text[i]), let low = BinasciiModule.digit(text[i + 1]) {
      out.append(high << 4 | low)
      i += 2
    } else {
      out.append(UInt8(ascii: "="))
    }
  }

  // MARK: Encoding

  mutating func encode(_ t: Thread) throws(Raised) {
    out = try BinasciiModule.reserve(t, data.count)
    for i in 0..<data.count where data[i] == 10 {
      endsWithReturn = i > 0 && data[i - 1] == 13
      break
    }
    var i = 0
    while i < data.count {
      if isQuoted(i) {
        if lineLength + 3 >= QuotedPrintable.longestLine { breakLine() }
        appendEscape(data[i])
        i += 1
        lineLength += 3
      } else if isText, data[i] == 10 || data[i] == 13 && i + 1 < data.count && data[i + 1] == 10 {
        endLine()
        i += data[i] == 13 ? 2 : 1
      } else {
        if i + 1 != data.count, data[i + 1] != 10, lineLength + 1 >= QuotedPrintable.longestLine { breakLine() }
        lineLength += 1
        out.append(isHeader && data[i] == 32 ? UInt8(ascii: "_") : data[i])
        i += 1
      }
      if i & 0xFFFF == 0 { try t.pollNative() }
    }
  }

  private func isQuoted(_ i: Int) -> Bool {
    let c = data[i]
    let isLast = i + 1 == data.count
    if c > 126 || c == UInt8(ascii: "=") || isHeader && c == UInt8(ascii: "_") { return true }
    if c == UInt8(ascii: "."), lineLength == 0 { return isLast || data[i + 1] == 10 || data[i + 1] == 13 || data[i + 1] == 0 }
    if c == 10 || c == 13 { return !isText }
    if c == 9 || c == 32 { return isLast || quotesTabs }
    return c < 33
  }

  private mutating func appendEscape(_ c: UInt8) {
    func digit(_ n: UInt8) -> UInt8 { n < 10 ? 48 + n : 55 + n }
    out.append(UInt8(ascii: "="))
    out.append(digit(c >> 4))
    out.append(digit(c & 15))
  }

  private mutating func appendLineEnd() {
    if endsWithReturn { out.append(13) }
    out.append(10)
    lineLength = 0
  }

  /// A line end that the decoder drops.
  private mutating func breakLine() {
    out.append(UInt8(ascii: "="))
    appendLineEnd()
  }

  /// A line end of the text; a blank in front of it would be lost in transport.
  private mutating func endLine() {
    if let last = out.last, last == 32 || last == 9 {
      out.removeLast()
      appendEscape(last)
    }
    appendLineEnd()
  }
}
