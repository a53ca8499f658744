extension Parser {
  /// What is wrong with a source that could not be parsed.
  mutating func diagnosis(_ tokenFailure: TokenFailure?) -> SyntaxFailure {
    if let failure { return failure }
    let last = max(place, furthest)
    let token = tokens[min(last, tokenCount - 1)]
    if token.kind == .error, let tokenFailure { return describe(tokenFailure) }
    var span = token.span
    if token.kind == .newline { span.endColumn = span.column }
    _ = fail("invalid syntax", span)
    return failure ?? SyntaxFailure(kind: .syntaxError, message: "invalid syntax", line: 0, offset: 0, endLine: 0, endOffset: 0)
  }

  func describe(_ failure: TokenFailure) -> SyntaxFailure {
    SyntaxFailure(
      kind: failure.kind, message: failure.message, line: Int(failure.line),
      offset: characters(failure.line, UInt32(max(0, failure.position - failure.lineStart))), endLine: Int(failure.line),
      endOffset: characters(failure.line, UInt32(max(0, failure.end - failure.lineStart))))
  }
}

/// Mistakes in format strings of old.
extension Parser {
  /// A mistake in a format string. The message says so, unless `isWhole`.
  mutating func failFormat(_ message: String, _ format: OldFormat, isWhole: Bool = false, isOpen: Bool = false) -> ParseStop {
    fail(isWhole ? message : "f-string: " + message, format.whole)
  }

  mutating func failConversion(_ conversion: Int, _ format: OldFormat) -> ParseStop {
    failFormat("invalid conversion character: expected 's', 'r', or 'a'", format)
  }

  /// What is wrong with an expression in a format string.
  mutating func oldFailure(_ tokenFailure: TokenFailure?) -> SyntaxFailure? {
    let token = tokens[min(max(place, furthest), tokenCount - 1)]
    if token.kind == .error, let tokenFailure { return describe(tokenFailure) }
    return SyntaxFailure(
      kind: .syntaxError, message: "f-string: invalid syntax", line: Int(token.span.line), offset: Int(token.span.column) + 1,
      endLine: Int(token.span.endLine), endOffset: Int(token.span.endColumn) + 1)
  }
}
