/// Reads the small languages of the spec (pictures, operands, kernels) word by word.
///
/// A word is a run of letters, digits and `_`; everything else is read one byte at a time or as one of the given symbols. The first
/// mistake stops the scanner: all later reads fail silently, so that one text gives one error.
struct TextScanner {
  private let bytes: [UInt8]
  private var position = 0
  private let start: Place
  private(set) var failed = false

  init(_ text: Located<String>) {
    bytes = Array(text.value.utf8)
    start = text.place
  }

  /// The place of the next byte that is not a space.
  var place: Place {
    mutating get {
      skipSpaces()
      return start.advanced(by: position)
    }
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return failed || position == bytes.count
    }
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }

  /// Skips `symbol` if it comes next.
  mutating func accept(_ symbol: String) -> Bool {
    skipSpaces()
    let wanted = Array(symbol.utf8)
    guard !failed, bytes[position...].starts(with: wanted) else { return false }
    // A word must end where the symbol ends.
    if isWordByte(wanted[wanted.count - 1]), position + wanted.count < bytes.count, isWordByte(bytes[position + wanted.count]) {
      return false
    }
    position += wanted.count
    return true
  }

  mutating func expect(_ symbol: String, _ diagnostics: inout Diagnostics) {
    if !accept(symbol) { fail("expected `\(symbol)`", &diagnostics) }
  }

  /// The next word, or nil if something else comes next.
  mutating func acceptWord() -> Located<String>? {
    skipSpaces()
    guard !failed else { return nil }
    var end = position
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    guard end > position else { return nil }
    defer { position = end }
    return Located(String(decoding: bytes[position..<end], as: UTF8.self), start.advanced(by: position))
  }

  mutating func expectWord(_ what: String, _ diagnostics: inout Diagnostics) -> Located<String>? {
    if let word = acceptWord(), Int(word.value) == nil { return word }
    fail("expected \(what)", &diagnostics)
    return nil
  }

  mutating func acceptNumber() -> Int? {
    let saved = position
    if let word = acceptWord(), let number = Int(word.value) { return number }
    position = saved
    return nil
  }

  mutating func expectNumber(_ diagnostics: inout Diagnostics) -> Int {
    if let number = acceptNumber() { return number }
    fail("expected a number", &diagnostics)
    return 0
  }

  /// Reports `message` and what was found at the present place.
  mutating func fail(_ message: String, _ diagnostics: inout Diagnostics) {
    skipSpaces()
    guard !failed else { return }
    failed = true
    let rest = String(decoding: bytes[position...].prefix(20), as: UTF8.self)
    diagnostics.error(start.advanced(by: position), message + ", found " + (rest.isEmpty ? "the end" : "`\(rest)`"))
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
