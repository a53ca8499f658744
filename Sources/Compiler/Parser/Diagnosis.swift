/// What is wrong with a source that could not be parsed.
extension Parser {
  /// The failure to report.
  ///
  /// As in CPython from 3.10 on, what the tokenizer finds further down goes before what the parser says, and a bracket that is never closed
  /// goes before both if it stands in a line above.
  /// - Parameters:
  ///   - tokenFailure: what ended the tokens, if they are not complete.
  ///   - brackets: those that are open where the tokens end.
  mutating func diagnosis(_ tokenFailure: TokenFailure?, _ brackets: [Tokenizer.OpenBracket], mode: SyntaxParser.Mode) -> SyntaxFailure {
    reached = min(max(place, furthest), tokenCount - 1)
    isDiagnosing = true
    let found = finding(tokenFailure, brackets, mode: mode)
    return features.has(.unterminatedMessages) ? found : withPrintHint(found)
  }

  /// Versions up to 3.9 have one message for all mistakes in lines that begin with the `print` or `exec` of Python 2.
  private func withPrintHint(_ found: SyntaxFailure) -> SyntaxFailure {
    guard found.kind == .syntaxError, found.line > 0 else { return found }
    var start = 0
    var line = 1
    while line < found.line, start < sourceCount {
      if source[start] == 10 { line += 1 }
      start += 1
    }
    var end = start
    while end < sourceCount, source[end] != 10 { end += 1 }
    while start < end, [32, 9, 12].contains(source[start]) { start += 1 }
    let text = UnsafeBufferPointer(start: source + start, count: end - start)
    guard !text.contains(40) else { return found }
    var hinted = found
    if text.starts(with: "exec ".utf8) { hinted.message = "Missing parentheses in call to 'exec'" }
    if text.starts(with: "print ".utf8) {
      var data = Array(text.dropFirst(6).prefix { $0 != 59 })
      while let last = data.last, [32, 9, 12, 13].contains(last) { data.removeLast() }
      while let first = data.first, [32, 9, 12].contains(first) { data.removeFirst() }
      let ending = data.last == 44 ? " end=\" \"" : ""
      hinted.message =
        "Missing parentheses in call to 'print'. Did you mean print(\(String(decoding: data, as: UTF8.self))\(ending))?"
    }
    return hinted
  }

  private mutating func finding(
    _ tokenFailure: TokenFailure?, _ brackets: [Tokenizer.OpenBracket], mode: SyntaxParser.Mode
  ) -> SyntaxFailure {
    if deferred == nil, let failure { return overridden(failure, tokenFailure, brackets) }
    if let failure { return failure }
    let last = tokens[reached]
    if last.kind == .error, let tokenFailure { return describe(tokenFailure) }
    if last.kind == .endMarker, let open = brackets.last { return unclosed(open) }
    if let tokenFailure { endFailure = describe(tokenFailure) } else if let open = brackets.last { endFailure = unclosed(open) }
    if features.has(.pegParser) { explain(mode) }
    if let failure { return overridden(failure, tokenFailure, brackets) }
    switch last.kind {
    case .indent: return atLast("unexpected indent", .indentationError, reached)
    case .dedent where !isAtEnd(last): return atLast("unexpected unindent", .indentationError, reached)
    case .endMarker, .dedent:
      if !features.has(.unterminatedMessages) { return atLast("unexpected EOF while parsing", .syntaxError, reached) }
      var found = atLast("invalid syntax", .syntaxError, reached)
      found.offset = 0
      found.endOffset = 0
      return overridden(found, tokenFailure, brackets)
    default: break
    }
    _ = fail("invalid syntax", last.span)
    let found = failure ?? atLast("invalid syntax", .syntaxError, reached)
    return overridden(found, tokenFailure, brackets)
  }

  /// Parses again, this time looking for mistakes that are known by name.
  private mutating func explain(_ mode: SyntaxParser.Mode) {
    isExplaining = true
    hasExplained = true
    place = 0
    depth = 0
    scratch.count = 0
    do throws(ParseStop) {
      switch mode {
      case .file: _ = try module()
      case .expression: _ = try expressionModule()
      case .interactive: _ = try interactiveModule()
      case .functionType: _ = try functionTypeModule()
      }
    } catch {
      if failure == nil, place >= tokenCount - 1 || furthest >= tokenCount - 1 { failure = endFailure }
    }
    isExplaining = false
  }

  private func overridden(
    _ failure: SyntaxFailure, _ tokenFailure: TokenFailure?, _ brackets: [Tokenizer.OpenBracket]
  ) -> SyntaxFailure {
    guard features.has(.unterminatedMessages), failure.kind != .memoryError, formatDepth(reached) == 0 else { return failure }
    if let tokenFailure, !tokenFailure.isQuiet, !tokenFailure.isAtEnd { return describe(tokenFailure) }
    if let open = brackets.last, tokens[reached].span.line > open.line { return unclosed(open) }
    return failure
  }

  /// How many format strings are open at a token.
  private func formatDepth(_ token: Int) -> Int {
    var level = 0
    for index in 0..<token {
      if tokens[index].kind == .formatStart { level += 1 }
      if tokens[index].kind == .formatEnd { level -= 1 }
    }
    return level
  }

  private func unclosed(_ open: Tokenizer.OpenBracket) -> SyntaxFailure {
    if !features.has(.unterminatedMessages) { return atLast("unexpected EOF while parsing", .syntaxError, tokenCount - 1) }
    var start = open.position
    while start > 0, source[start - 1] != 10 { start -= 1 }
    return SyntaxFailure(
      kind: .syntaxError, message: "'\(Character(Unicode.Scalar(open.character)))' was never closed", line: Int(open.line),
      offset: characters(open.line, UInt32(open.position - start)), endLine: Int(open.line), endOffset: 0)
  }

  /// The token stands behind the last line.
  private func isAtEnd(_ token: Token) -> Bool { Int(token.start) >= sourceCount }

  /// A failure at the place that CPython gives to what it says about a token that has no place of its own, or else at the token.
  func atLast(_ message: String, _ kind: SyntaxFailure.Kind, _ index: Int) -> SyntaxFailure {
    let token = tokens[index]
    var line = token.span.line
    var offset = 0
    var endOffset = -1
    if token.kind == .indent {
      offset = Int(token.span.endColumn)
    } else if isAtEnd(token) {
      var start = max(0, sourceCount - 1)
      while start > 0, source[start - 1] != 10 { start -= 1 }
      line = sourceCount == 0 ? 0 : max(1, token.span.line - 1)
      offset = characters(line, UInt32(sourceCount - start)) - 1
    } else if token.kind == .dedent {
      offset = Int(token.span.endColumn)
    } else {
      offset = characters(line, token.span.column)
      endOffset = characters(token.span.endLine, token.span.endColumn)
    }
    return SyntaxFailure(
      kind: kind, message: message, line: Int(line), offset: offset, endLine: Int(isAtEnd(token) ? line : token.span.endLine), endOffset: endOffset)
  }

  func describe(_ failure: TokenFailure) -> SyntaxFailure {
    if failure.isAtEnd { return atLast(failure.message, failure.kind, tokenCount - 1) }
    return SyntaxFailure(
      kind: failure.kind, message: failure.message, line: Int(failure.line),
      offset: characters(failure.line, UInt32(max(0, failure.position - failure.lineStart))), endLine: Int(failure.line),
      endOffset: failure.endOffset ?? characters(failure.line, UInt32(max(0, failure.end - failure.lineStart))))
  }
}

/// Ways to record a mistake. Each gives what to throw.
extension Parser {
  /// A mistake that the grammar of the old parser allows: it is kept until the source has been read. Other parsers stop here.
  mutating func postpone(_ message: String, _ span: Span) throws(ParseStop) {
    guard features.has(.oldParser) else { throw ParseStop() }
    _ = fail(message, span)
    if deferred == nil { deferred = failure }
    failure = nil
  }

  /// What to throw if a mistake was kept.
  mutating func checkPostponed() throws(ParseStop) {
    guard let deferred else { return }
    failure = deferred
    throw ParseStop()
  }

  /// At the furthest token that was seen.
  mutating func failAtLast(_ message: String, kind: SyntaxFailure.Kind = .syntaxError) -> ParseStop {
    reached = min(max(reached, max(place, furthest)), tokenCount - 1)
    failure = atLast(message, kind, reached)
    return ParseStop()
  }

  mutating func fail(_ message: String, at node: some SyntaxNode) -> ParseStop { fail(message, tree.span(node)) }

  mutating func fail(_ message: String, from first: some SyntaxNode, to last: some SyntaxNode) -> ParseStop {
    fail(message, tree.span(first).through(tree.span(last)))
  }

  mutating func fail(_ message: String, token: Int) -> ParseStop { fail(message, tokens[token].span) }

  /// A mistake that begins at a token and goes on to the furthest one.
  mutating func fail(_ message: String, startingAt token: Int) -> ParseStop {
    reached = min(max(reached, max(place, furthest)), tokenCount - 1)
    let stop = fail(message, tokens[token].span.through(tokens[reached].span))
    failure?.endOffset -= 1
    return stop
  }

  /// The token must be here; if not, that is said at once.
  mutating func force(_ wanted: TokenKind, _ text: String) throws(ParseStop) {
    guard kind == wanted else {
      guard isExplaining, features.has(.unterminatedMessages), kind != .error else { throw ParseStop() }
      furthest = max(furthest, place)
      throw fail("expected '\(text)'", tokens[place].span)
    }
    place += 1
  }
}

/// Mistakes in format strings of old.
extension Parser {
  /// A mistake in a format string. The message says so, unless `isWhole`.
  mutating func failFormat(_ message: String, _ format: OldFormat, isWhole: Bool = false, isOpen: Bool = false) -> ParseStop {
    let message = isWhole ? message : "f-string: " + message
    return features.has(.oldParser) ? fail(message, format.whole) : failAtLast(message)
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
