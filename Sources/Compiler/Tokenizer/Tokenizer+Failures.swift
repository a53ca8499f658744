/// A mistake that the tokenizer found, by bytes.
struct TokenFailure {
  var kind: SyntaxFailure.Kind = .syntaxError
  var message: String
  var line: UInt32
  var lineStart: Int
  /// The byte whose column is reported, and that of the end; -1 for the column 0.
  var position: Int
  var end: Int
  /// The source ended where more was expected.
  var isAtEnd = false
  /// CPython raises it only when the parser asks for the token; what the parser has to say goes before it.
  var isQuiet = false
  /// The end that is reported if there is none: 0 or -1; nil if there is one.
  var endOffset: Int?
}

/// Each function records a failure, and gives false.
extension Tokenizer {
  /// A mistake in this line, with the column of the byte at `position`, to that of `end`.
  mutating func fail(_ message: String, at position: Int, end: Int? = nil) -> Bool {
    record(TokenFailure(message: message, line: line, lineStart: lineStart, position: position, end: end ?? position))
  }

  mutating func record(_ failure: TokenFailure) -> Bool {
    self.failure = failure
    add(.error, position, position)
    return false
  }

  mutating func tabFailure() -> Bool {
    record(
      TokenFailure(
        kind: .tabError, message: "inconsistent use of tabs and spaces in indentation", line: line, lineStart: lineStart,
        position: lineStart, end: lineStart, isQuiet: true, endOffset: 0))
  }

  mutating func failTooDeep() -> Bool {
    record(
      TokenFailure(
        kind: .indentationError, message: "too many levels of indentation", line: line, lineStart: lineStart,
        position: skipped(from: position), end: skipped(from: position), isQuiet: true, endOffset: -1))
  }

  mutating func failDedent() -> Bool {
    let end = skipped(from: position)
    return record(
      TokenFailure(
        kind: .indentationError, message: "unindent does not match any outer indentation level", line: line,
        lineStart: lineStart, position: end, end: end, isQuiet: true, endOffset: -1))
  }

  mutating func failAtEnd() -> Bool {
    _ = record(
      TokenFailure(message: "unexpected EOF while parsing", line: line, lineStart: lineStart, position: position, end: position))
    failure?.isAtEnd = true
    return false
  }

  mutating func failMismatch(_ opened: OpenBracket, _ byte: UInt8) -> Bool {
    var message = "closing parenthesis '\(Character(Unicode.Scalar(byte)))' does not match opening parenthesis '"
    message += "\(Character(Unicode.Scalar(opened.character)))'"
    if opened.line != line { message += " on line \(opened.line)" }
    position += 1
    return fail(message, at: position - 1)
  }

  /// A string that began at `start` and has no end; `end` is where that was found.
  mutating func failUnterminated(
    _ start: Int, _ startLine: UInt32, _ startLineStart: Int, _ isTriple: Bool, at end: Int
  ) -> Bool {
    if let format = formats.last, format.quote == source[start], format.quotes == (isTriple ? 3 : 1) {
      position = start + 1
      return fail("\(formatName): expecting '}'", at: start)
    }
    let found = isTriple && source[end - 1] == 10 ? line - 1 : line
    let names = features.has(.unterminatedMessages)
    let message: String
    if names {
      let hint = hasEscapedQuote(start, end) && !isTriple && features.has(.typeParameterDefaults)
      message = "unterminated \(isTriple ? "triple-quoted " : "")string literal (detected at line \(found))"
        + (hint ? "; perhaps you escaped the end quote" : "")
    } else {
      message = isTriple ? "EOF while scanning triple-quoted string literal" : "EOL while scanning string literal"
    }
    position = end
    var failure = TokenFailure(message: message, line: startLine, lineStart: startLineStart, position: start, end: start)
    if !names, !isTriple {
      failure.line = line
      failure.lineStart = lineStart
      failure.position = end
      failure.end = end
    }
    return record(failure)
  }

  /// Whether a quote with a backslash in front of it stands in an unterminated string.
  private func hasEscapedQuote(_ start: Int, _ end: Int) -> Bool {
    var quote = start
    while source[quote] != 34, source[quote] != 39 { quote += 1 }
    return (quote + 1..<max(end, quote + 2)).contains { source[$0] == 92 && source[$0 + 1] == source[quote] }
  }

  mutating func failUnterminatedFormat(at end: Int) -> Bool {
    let format = formats[formats.count - 1]
    let isTriple = format.quotes == 3
    let found = isTriple && source[end - 1] == 10 ? line - 1 : line
    let message = "unterminated \(isTriple ? "triple-quoted " : "")\(formatName) literal (detected at line \(found))"
    position = end
    return record(
      TokenFailure(message: message, line: format.line, lineStart: format.lineStart, position: format.start, end: format.start))
  }

  mutating func failNonPrintable(_ byte: UInt8) -> Bool {
    let digits = String(byte, radix: 16, uppercase: true)
    position += 1
    if features.has(.plainCharacterMessages) { return fail("invalid syntax", at: position - 1) }
    return fail("invalid non-printable character U+\(String(repeating: "0", count: 4 - digits.count))\(digits)", at: position - 1)
  }
}
