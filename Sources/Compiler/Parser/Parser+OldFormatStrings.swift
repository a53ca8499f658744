/// Format strings of the versions whose tokenizer knows nothing of them: a field's expression is parsed as a source of its own, in parentheses.
extension Parser {
  /// A format string token that is being read.
  struct OldFormat {
    let token: Token
    /// Behind the last byte of the text.
    let end: Int
    let isRaw: Bool
    /// Where the next byte to read stands.
    var position: Int
    /// The strings that it belongs to: the first token, and the span of all.
    let first: Token
    let whole: Span
  }

  /// Adds the values of a format string token.
  mutating func oldFormatString(_ token: Token, _ run: inout StringRun) throws(ParseStop) {
    try enter()
    defer { leave() }
    var start = Int(token.start)
    while source[start] != 34, source[start] != 39 { start += 1 }
    var format = OldFormat(
      token: token, end: Int(token.end) - Int(token.quotes), isRaw: token.prefix.contains(.raw),
      position: start + Int(token.quotes), first: run.first, whole: run.whole ?? token.span)
    try oldFormatParts(&format, &run, level: 0)
  }

  /// Texts and fields up to the end, or up to the brace that ends the field whose format this is.
  private mutating func oldFormatParts(_ format: inout OldFormat, _ run: inout StringRun, level: Int) throws(ParseStop) {
    while true {
      try oldText(&format, &run, level: level)
      guard format.position < format.end, source[format.position] == 123 else { return }
      try oldField(&format, &run, level: level)
    }
  }

  /// The text up to a brace that begins or ends a field.
  private mutating func oldText(_ format: inout OldFormat, _ run: inout StringRun, level: Int) throws(ParseStop) {
    while true {
      let start = format.position
      var end = start
      var isDoubled = false
      scan: while end < format.end {
        var byte = source[end]
        if byte == 92, !format.isRaw, end + 1 < format.end {
          end += 1
          byte = source[end]
          if byte == 78 {
            end += 1
            if end < format.end, source[end] == 123 {
              while end < format.end, source[end] != 125 { end += 1 }
              end = min(end + 1, format.end)
            }
            continue
          }
          if byte != 123, byte != 125 {
            end += 1
            continue
          }
          if byte == 123 { noteEscape(format, start, end - 1) }
        }
        switch byte {
        case 123, 125:
          if level == 0, end + 1 < format.end, source[end + 1] == byte {
            isDoubled = true
            end += 1
            break scan
          }
          if level == 0, byte == 125 { throw failFormat("single '}' is not allowed", format) }
          break scan
        default: end += 1
        }
      }
      if end > start {
        begin(&run, format.whole)
        let known = escapeNotes.count
        try decode(format.token, start, end)
        if features.has(.oldParser), escapeNotes.count > known { escapeNotes[known].token = format.first }
        self.end(&run, format.whole)
      }
      format.position = isDoubled ? end + 1 : end
      guard isDoubled else { return }
    }
  }

  private mutating func noteEscape(_ format: OldFormat, _ start: Int, _ place: Int) {
    let token = features.has(.oldParser) ? format.first : format.token
    note(EscapeNote(token: token, start: start, place: place, isOctal: false, order: orderOfStrings))
  }

  /// A replacement field, at its brace.
  private mutating func oldField(_ format: inout OldFormat, _ run: inout StringRun, level: Int) throws(ParseStop) {
    guard level < 2 else { throw failFormat("expressions nested too deeply", format) }
    let brace = format.position
    format.position += 1
    let end = try endOfOldExpression(&format)
    let value = try oldExpression(brace, end, format)
    var conversion = -1
    var isDebug = false
    if source[format.position] == 61 {
      isDebug = true
      repeat { format.position += 1 } while [32, 9, 10, 11, 12, 13].contains(source[format.position])
      begin(&run, format.whole)
      for index in brace + 1..<format.position { tree.literals.bytes.append(source[index]) }
      self.end(&run, format.whole)
    }
    if format.position < format.end, source[format.position] == 33 {
      format.position += 1
      guard format.position < format.end else { throw failFormat("expecting '}'", format) }
      conversion = Int(source[format.position])
      format.position += 1
      guard conversion == 115 || conversion == 114 || conversion == 97 else { throw failConversion(conversion, format) }
    }
    var spec: Expression?
    if format.position < format.end, source[format.position] == 58 {
      format.position += 1
      spec = try oldSpec(&format, run, level: level + 1)
    } else if isDebug, conversion == -1 {
      conversion = 114
    }
    guard format.position < format.end, source[format.position] == 125 else { throw failFormat("expecting '}'", format) }
    format.position += 1
    flush(&run)
    push(tree.formattedValue(value: value, conversion: conversion, formatSpec: spec, at: format.whole))
  }

  /// The format of a field. Its last text and the whole have the span of their own token from 3.9 on.
  private mutating func oldSpec(_ format: inout OldFormat, _ outer: StringRun, level: Int) throws(ParseStop) -> Expression {
    var run = StringRun(base: scratch.count)
    run.first = outer.first
    run.whole = outer.whole
    run.isUnicodeLiteral = outer.isUnicodeLiteral
    try oldFormatParts(&format, &run, level: level)
    let span = features.has(.pegParser) ? format.token.span : format.whole
    run.whole = span
    flush(&run)
    return tree.joinedStr(values: list(since: run.base), at: span)
  }

  /// Finds the end of an expression: `!`, `:`, `=` or `}` outside all brackets and quotes.
  private mutating func endOfOldExpression(_ format: inout OldFormat) throws(ParseStop) -> Int {
    var quote: UInt8 = 0
    var isTriple = false
    var open: [UInt8] = []
    var index = format.position
    scan: while index < format.end {
      let byte = source[index]
      if byte == 92 { throw failFormat("f-string expression part cannot include a backslash", format, isWhole: true) }
      let isTripled = index + 2 < format.end && source[index + 1] == byte && source[index + 2] == byte
      if quote != 0 {
        if byte == quote, !isTriple || isTripled {
          index += isTriple ? 2 : 0
          quote = 0
        }
        index += 1
        continue
      }
      let next = index + 1 < format.end ? source[index + 1] : 0
      switch byte {
      case 39, 34:
        quote = byte
        isTriple = isTripled
        index += isTripled ? 2 : 0
      case 40, 91, 123:
        guard open.count < 200 else { throw failFormat("too many nested parenthesis", format) }
        open.append(byte)
      case 35: throw failFormat("f-string expression part cannot include '#'", format, isWhole: true)
      case 33, 61, 60, 62, 58, 125:
        guard open.isEmpty else {
          if byte == 125 { try close(byte, &open, format) }
          break
        }
        if next == 61, byte != 58, byte != 125 {
          index += 1
        } else if byte != 60, byte != 62 {
          break scan
        }
      case 41, 93: try close(byte, &open, format)
      default: break
      }
      index += 1
    }
    format.position = index
    if quote != 0 { throw failFormat("unterminated string", format) }
    if let last = open.last { throw failFormat("unmatched '\(Character(Unicode.Scalar(last)))'", format, isOpen: true) }
    guard index < format.end else { throw failFormat("expecting '}'", format) }
    return index
  }

  private mutating func close(_ byte: UInt8, _ open: inout [UInt8], _ format: OldFormat) throws(ParseStop) {
    guard let last = open.popLast() else {
      throw failFormat("unmatched '\(Character(Unicode.Scalar(byte)))'", format)
    }
    guard last == 40 ? byte == 41 : byte == last + 2 else {
      let opened = Character(Unicode.Scalar(last))
      throw failFormat(
        "closing parenthesis '\(Character(Unicode.Scalar(byte)))' does not match opening parenthesis '\(opened)'", format)
    }
  }

  /// The expression between a brace and its end.
  private mutating func oldExpression(_ brace: Int, _ end: Int, _ format: OldFormat) throws(ParseStop) -> Expression {
    let space: [UInt8] = [32, 9, 10, 12, 13]
    guard (brace + 1..<end).contains(where: { !space.contains(source[$0]) }) else {
      let isField = source[end] != 125 && features.has(.parameterMessages)
      let byte = Character(Unicode.Scalar(source[end]))
      throw failFormat(isField ? "expression required before '\(byte)'" : "empty expression not allowed", format)
    }
    let count = end - brace + 2
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 8)
    defer { buffer.deallocate() }
    buffer[0] = 40
    for index in brace + 1..<end { buffer[index - brace] = source[index] }
    buffer[count - 2] = 41
    buffer[count - 1] = 10
    for index in count..<count + 8 { buffer[index] = 0 }
    let (line, column) = placeOfOldExpression(brace, end, format)
    var tokenizer = Tokenizer(source: buffer, count: count, features: features, names: tree.names, monitor: monitor)
    tokenizer.line = line
    tokenizer.lineStart = -Int(column)
    tokenizer.run()
    tree.names = tokenizer.names
    if !isDiagnosing { monitor.warnings += tokenizer.numberNotes.map { warning($0) } }
    defer { tokenizer.tokens.free() }
    let remembered = memory
    memory = [:]
    defer { memory = remembered }
    let outer = (source, sourceCount, tokens, tokenCount, place)
    (source, sourceCount, tokens, tokenCount, place) = (UnsafePointer(buffer), count, tokenizer.tokens.base, tokenizer.tokens.count, 0)
    defer { (source, sourceCount, tokens, tokenCount, place) = outer }
    do throws(ParseStop) {
      let value = try starExpressions()
      guard kind == .newline, next == .endMarker else { throw ParseStop() }
      return value
    } catch {
      if failure == nil { failure = oldFailure(tokenizer.failure) }
      throw error
    }
  }

  /// Where the parenthesis in front of an expression stands, as the version sees it.
  private func placeOfOldExpression(_ brace: Int, _ end: Int, _ format: OldFormat) -> (line: UInt32, column: UInt32) {
    var origin = format.token
    var found: Int? = brace
    if !features.has(.pegParser) {
      // The first place in the first string where the braces stand right around the same text.
      origin = format.first
      found = (Int(origin.start)..<Int(origin.end)).first { place in
        place + end - brace < origin.end && source[place] == 123 && source[place + end - brace] == 125
          && (1..<end - brace).allSatisfy { source[place + $0] == source[brace + $0] }
      }
    }
    guard let found else { return (origin.span.line, origin.span.column) }
    var newline: Int?
    var lines: UInt32 = 0
    for index in Int(origin.start)..<found where source[index] == 10 {
      newline = index
      lines += 1
    }
    guard let newline else { return (origin.span.line, origin.span.column + UInt32(found - Int(origin.start))) }
    let isTrue = features.has(.trueFormatColumns)
    return (origin.span.line + lines, isTrue ? UInt32(found - newline - 1) : origin.span.column + UInt32(found - newline))
  }
}
