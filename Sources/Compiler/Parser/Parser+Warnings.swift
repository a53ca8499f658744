import Bytecode

/// What the parser and the tokenizer warn of: escapes that are none, and numbers with a keyword right behind them.
extension Parser {
  /// The first escape in a part of a string that means nothing.
  struct EscapeNote {
    /// The token that the warning names.
    var token: Token
    /// Where the part begins, and where the backslash is.
    let start: Int
    let place: Int
    let isOctal: Bool
    /// The order among the warnings: twice the last token that CPython has read when it gives this one.
    var order: Int
    /// It is the end of the format string that the warning names, which has not come yet.
    var awaitsEnd = false
  }

  /// Keeps a note, if this is the pass that gives warnings.
  mutating func note(_ note: EscapeNote) {
    if !isDiagnosing { escapeNotes.append(note) }
  }

  /// The end of a format string has come, at a token: its texts are decoded only then.
  mutating func endNotes(since first: Int, _ index: Int) {
    for note in first..<max(first, escapeNotes.count) where escapeNotes[note].awaitsEnd {
      escapeNotes[note].awaitsEnd = false
      escapeNotes[note].token = tokens[index]
      escapeNotes[note].order = 2 * index + 1
    }
  }

  /// All warnings in CPython's order, of the tokens that the parser has seen.
  func warnings(_ numbers: [NumberNote]) -> [CompilerWarning] {
    if escapeNotes.isEmpty, numbers.isEmpty { return [] }
    let seen = min(max(place, furthest) + 1, tokenCount)
    var found: [(order: Int, warning: CompilerWarning)] = []
    for note in escapeNotes { found.append((note.order, warning(note))) }
    for note in numbers where note.token < seen { found.append((2 * note.token, warning(note))) }
    let sorted = found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    return sorted.map(\.element.warning)
  }

  private var category: CompilerWarning.Category { features.has(.syntaxWarnings) ? .syntax : .deprecation }

  private func warning(_ message: String, _ span: Span, error: String? = nil) -> CompilerWarning {
    var warning = CompilerWarning(features.has(.syntaxWarnings) ? .syntax : .deprecation, message, span, error: error)
    warning.isParsed = true
    return warning
  }

  func warning(_ note: NumberNote) -> CompilerWarning {
    let column = UInt32(truncatingIfNeeded: note.column)
    let span = Span(line: note.line, column: column, endLine: note.line, endColumn: column)
    if note.brace == 0 { return warning("invalid \(note.kind) literal", span) }
    return warning(escape: "\\\(Character(Unicode.Scalar(note.brace)))", "invalid escape sequence", span)
  }

  /// The warning of an escape, in the words of the version.
  private func warning(escape text: String, _ kind: String, _ span: Span) -> CompilerWarning {
    guard features.has(.longEscapeWarnings) else {
      return warning(features.has(.quotedEscapes) ? "\(kind) '\(text)'" : "\(kind) \(text)", span)
    }
    let (start, end) = ("\"\(text)\" is an \(kind). ", "Did you mean \"\\\(text)\"? A raw string is also an option.")
    return warning(start + "Such sequences will not work in the future. " + end, span, error: start + end)
  }

  private func warning(_ note: EscapeNote) -> CompilerWarning {
    let text = String(decoding: UnsafeBufferPointer(start: source + note.place, count: note.isOctal ? 4 : 2), as: UTF8.self)
    let kind = note.isOctal ? "invalid octal escape sequence" : "invalid escape sequence"
    guard features.has(.longEscapeWarnings) else { return warning(escape: text, kind, note.token.span) }
    let (span, distance) = place(ofLong: note)
    var warning = warning(escape: text, kind, span)
    warning.distance = distance
    return warning
  }

  /// From 3.14 on the place is that of the backslash, reckoned from the token: from behind its quotes if it begins with any.
  private func place(ofLong note: EscapeNote) -> (Span, distance: Int) {
    var span = note.token.span
    var distance = 0
    let first = source[Int(note.token.start)]
    if first == 34 || first == 39 {
      let isTriple = source[Int(note.token.start) + 1] == first && source[Int(note.token.start) + 2] == first
      distance = isTriple && note.token.end - note.token.start >= 3 ? 3 : 1
    }
    for index in note.start..<note.place {
      let byte = source[index]
      if byte == 10 {
        span.line += 1
        span.column = 0
        distance = 0
      } else if byte & 0xC0 != 0x80 {
        // CPython looks at a text in which other characters are written as escapes.
        distance += byte < 0x80 ? 1 : 10
      }
    }
    return (span, distance)
  }
}

/// What the tokenizer warns of: a number with a keyword right behind it, or a brace behind a backslash in a format string.
struct NumberNote {
  /// The token that it is in.
  let token: Int
  /// What kind of number it is, in the words of messages.
  let kind: String
  let line: UInt32
  /// The column of its last byte.
  let column: Int
  /// The brace behind a backslash, if it is that and no number.
  var brace: UInt8 = 0
}
