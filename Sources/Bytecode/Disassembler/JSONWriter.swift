/// Writes JSON (RFC 8259) with two spaces of indentation per level; small objects stay on one line.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var isAfterKey = false

  package init() {}

  private struct Level {
    let close: UInt8
    let isInline: Bool
    var isEmpty = true
  }

  package mutating func object(isInline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container("{", "}", isInline, body)
  }

  package mutating func array(isInline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container("[", "]", isInline, body)
  }

  private mutating func container(
    _ open: Character, _ close: Character, _ isInline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes += open.utf8
    levels.append(Level(close: close.asciiValue ?? 0, isInline: isInline || levels.last?.isInline == true))
    body(&self)
    let level = levels.removeLast()
    if !level.isEmpty && !level.isInline { newLine() }
    bytes.append(level.close)
  }

  package mutating func key(_ key: String) {
    separate()
    append(quoted: Text(key))
    bytes += ": ".utf8
    isAfterKey = true
  }

  package mutating func value(_ text: Text) {
    separate()
    append(quoted: text)
  }

  package mutating func value(_ text: String) { value(Text(text)) }

  package mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// A number that is no integer, by its digits.
  package mutating func value(decimal: String) {
    separate()
    bytes += decimal.utf8
  }

  package mutating func value(_ number: Int?) {
    if let number { value(number) } else { null() }
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes += (flag ? "true" : "false").utf8
  }

  package mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// What stands between two values.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let level = levels.last else { return }
    levels[levels.count - 1].isEmpty = false
    if !level.isEmpty { bytes += (level.isInline ? ", " : ",").utf8 }
    if !level.isInline { newLine() }
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * levels.count))
  }

  /// Lone surrogates are escaped, as are control characters; all else is UTF-8.
  private mutating func append(quoted text: Text) {
    bytes.append(UInt8(ascii: "\""))
    for point in text.codePoints {
      switch point {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0..<0x20, 0x7F, 0xD800..<0xE000:
        let digits = String(point, radix: 16)
        bytes += "\\u".utf8
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes += digits.utf8
      default: Text.appendEncoded(point, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
