extension PythonRepr {
  /// The text itself. Lone surrogates, which UTF-8 cannot hold, become escapes, `\ud800` to `\udfff`.
  mutating func append(raw text: Text) {
    if text.isASCII { return output.append(text.utf8.memory) }
    for point in text.codePoints {
      if point & 0xFFFF_F800 == 0xD800 { appendEscaped(point) } else { output.append(codePoint: point) }
    }
  }

  /// CPython: Objects/unicodeobject.c, `unicode_repr`.
  mutating func append(repr text: Text) {
    if strings == .bytes { append("u") }
    appendQuoted(text.utf8.memory, isText: true)
  }

  /// CPython: Objects/bytesobject.c, `PyBytes_Repr`.
  mutating func append(_ value: ByteString) {
    if strings == .text { append("b") }
    appendQuoted(value.memory, isText: false)
  }

  /// How many bytes of a string are written before room is asked for again.
  private static let stretch = 1024

  /// The bytes between quotes: single ones, unless there are some inside and no double ones.
  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>, isText: Bool) {
    let start = output.count
    // Most strings have no quotes inside. Which they need is looked up at the first one that is found.
    var quote: UInt8?
    output.append(UInt8(ascii: "'"))
    var index = 0
    while index < bytes.count {
      index = appendPlain(bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let needed = quote ?? PythonRepr.quote(bytes)
        if quote == nil { output.replace(at: start, by: needed) }
        quote = needed
        if byte == needed { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      case UInt8(ascii: "\\"): append("\\\\")
      default:
        guard isText, let (point, size) = Text.decode(bytes, at: index) else {
          appendEscaped(UInt32(byte))
          break
        }
        appendPrintable(point, UnsafeBufferPointer(rebasing: bytes[index..<index + size]))
        index += size - 1
      }
      index += 1
    }
    output.append(quote ?? UInt8(ascii: "'"))
  }

  /// Copies what needs no escape.
  /// - Returns: The index of the first byte that may, or the end.
  @inline(__always)
  private mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    guard let source = bytes.baseAddress else { return first }
    var index = first
    while index < bytes.count {
      let end = min(index + PythonRepr.stretch, bytes.count)
      var cursor = output.cursor(room: PythonRepr.stretch)
      defer { output.end(at: cursor) }
      while end - index >= 8 {
        let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
        guard !PythonRepr.hasSpecial(word) else { break }
        cursor.put(source + index, count: 8)
        index += 8
      }
      while index < end {
        let byte = source[index]
        guard byte >= 0x20 && byte < 0x7F, byte != UInt8(ascii: "'"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
          return index
        }
        cursor.put(byte)
        index += 1
      }
    }
    return index
  }

  /// Whether one of eight bytes is a quote, a backslash, no printable ASCII character. May also be said of eight bytes that have none.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let low: UInt64 = 0x0101_0101_0101_0101
    /// Bit 7 of a byte that is 0; may be set too in bytes above one.
    func zeros(_ word: UInt64) -> UInt64 { (word &- low) & ~word }
    let quotes = zeros(word ^ low &* 0x27) | zeros(word ^ low &* 0x22) | zeros(word ^ low &* 0x5C)
    // Bit 7 of: bytes below 0x20 (or above one), of bytes above 0x7E, and of those that have it.
    return (quotes | (word &- low &* 0x20) | (word &+ low) | word) & (low &* 0x80) != 0
  }

  /// A code point as it is, where it is printable, or its escape.
  /// - Parameter encoded: Its UTF-8.
  private mutating func appendPrintable(_ point: UInt32, _ encoded: UnsafeBufferPointer<UInt8>) {
    if point >= 0x80 && strings == .text && isPrintable(point, unicode: rules.unicode) {
      output.append(encoded)
    } else {
      appendEscaped(point)
    }
  }

  private static func quote(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var hasSingle = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { return UInt8(ascii: "'") }
      if byte == UInt8(ascii: "'") { hasSingle = true }
    }
    return UInt8(ascii: hasSingle ? "\"" : "'")
  }

  /// A backslash escape of the shortest form that fits.
  private mutating func appendEscaped(_ point: UInt32) {
    switch point {
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    default:
      let (letter, digits): (StaticString, Int) = point < 0x100 ? ("\\x", 2) : point < 0x10000 ? ("\\u", 4) : ("\\U", 8)
      append(letter)
      output.append(hexadecimal: UInt64(point), least: digits)
    }
  }
}
