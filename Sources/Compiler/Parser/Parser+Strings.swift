import Bytecode

/// Adjacent strings, which are one.
struct StringRun {
  /// Where the values of a format string begin on the scratch stack.
  let base: Int
  /// The constant that is being put together: its bytes so far, and its span; nil if there is none.
  var pending: Range<Int>?
  var span = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
  var isUnicodeLiteral = false
  var hasFormat = false
  var isBytes = false
  /// The first string.
  var first = Token(kind: .string, start: 0, end: 0, span: Span(line: 0, column: 0, endLine: 0, endColumn: 0))
  /// In versions where all values of a format string have its span: that.
  var whole: Span?
}

extension Parser {
  /// One or more strings.
  mutating func strings() throws(ParseStop) -> Expression {
    let token = tokens[place]
    if token.kind == .string, next != .string, next != .formatStart, !token.prefix.contains(.format) {
      place += 1
      let start = tree.literals.bytes.count
      try decode(token)
      let isUnicode = token.prefix.contains(.unicode)
      return tree.constant(value: literal(from: start, token.prefix), isUnicodeLiteral: isUnicode, at: token.span)
    }
    return try joinedStrings()
  }

  /// The constant of the bytes that were appended since `start`.
  @inline(__always)
  func isASCII(_ range: Range<Int>) -> Bool {
    var all: UInt8 = 0
    for index in range { all |= tree.literals.bytes[index] }
    return all < 0x80
  }

  private mutating func literal(from start: Int, _ prefix: StringPrefix) -> ConstantID {
    if prefix.contains(.bytes) { return tree.literals.add(.bytes, from: start) }
    return tree.literals.add(.text, from: start, bits: isASCII(start..<tree.literals.bytes.count) ? 1 : 0)
  }

  private mutating func joinedStrings() throws(ParseStop) -> Expression {
    let start = place
    var run = StringRun(base: scratch.count)
    let isTemplate = tokens[start].prefix.contains(.template)
    try checkMix()
    run.isBytes = tokens[start].prefix.contains(.bytes)
    run.first = tokens[start]
    if !features.has(.formatStringTokens) {
      var last = start
      while tokens[last + 1].kind == .string { last += 1 }
      run.whole = tokens[start].span.through(tokens[last].span)
    }
    while kind == .string || kind == .formatStart {
      let token = tokens[place]
      place += 1
      if token.kind == .formatStart {
        run.hasFormat = true
        try formatString(&run)
      } else if token.prefix.contains(.format) {
        run.hasFormat = true
        try oldFormatString(token, &run)
      } else {
        begin(&run, token)
        try decode(token)
        end(&run, token.span)
      }
    }
    guard run.hasFormat else {
      let range = run.pending ?? 0..<0
      gather(&run)
      let value = literal(from: tree.literals.bytes.count - range.count, tokens[start].prefix)
      return tree.constant(value: value, isUnicodeLiteral: run.isUnicodeLiteral, at: span(from: start))
    }
    flush(&run)
    let span = span(from: start)
    let values: SyntaxList<Expression> = list(since: run.base)
    return isTemplate ? tree.templateStr(values: values, at: span) : tree.joinedStr(values: values, at: span)
  }

  /// Checks that strings side by side go together.
  private mutating func checkMix() throws(ParseStop) {
    var index = place
    var hasBytes = false
    var hasText = false
    var hasTemplate = false
    while tokens[index].kind == .string || tokens[index].kind == .formatStart {
      let prefix = tokens[index].prefix
      if prefix.contains(.bytes) { hasBytes = true } else if prefix.contains(.template) { hasTemplate = true } else { hasText = true }
      if tokens[index].kind == .formatStart { index = endOfFormat(index) }
      index += 1
    }
    if hasTemplate, hasBytes || hasText {
      throw fail("cannot mix t-string literals with string or bytes literals", tokens[place].span.through(tokens[index - 1].span))
    }
    if hasBytes, hasText {
      furthest = max(furthest, index)
      throw failAtLast("cannot mix bytes and nonbytes literals")
    }
  }

  /// The token that ends the format string that begins at a token.
  private func endOfFormat(_ start: Int) -> Int {
    var level = 0
    var index = start
    while index < tokenCount - 1 {
      if tokens[index].kind == .formatStart { level += 1 }
      if tokens[index].kind == .formatEnd { level -= 1 }
      if level == 0 { return index }
      index += 1
    }
    return index
  }

  // MARK: - Constants in pieces

  /// Makes ready for the text of a token to be appended to the constant.
  mutating func begin(_ run: inout StringRun, _ token: Token) {
    begin(&run, token.span)
    if run.span == token.span { run.isUnicodeLiteral = token.prefix.contains(.unicode) }
  }

  mutating func begin(_ run: inout StringRun, _ span: Span) {
    if run.pending == nil {
      run.span = span
      run.isUnicodeLiteral = false
      run.pending = tree.literals.bytes.count..<tree.literals.bytes.count
    }
    gather(&run)
  }

  /// Moves the constant to the end of all bytes, if others were added behind it.
  private mutating func gather(_ run: inout StringRun) {
    guard let range = run.pending, range.upperBound != tree.literals.bytes.count else { return }
    let start = tree.literals.bytes.count
    tree.literals.bytes.reserve(range.count)
    for index in range { tree.literals.bytes.append(tree.literals.bytes[index]) }
    run.pending = start..<tree.literals.bytes.count
  }

  /// The constant goes on to the end of all bytes, and of this span.
  mutating func end(_ run: inout StringRun, _ span: Span) {
    run.pending = (run.pending?.lowerBound ?? 0)..<tree.literals.bytes.count
    run.span = run.span.through(span)
  }

  /// Makes a value of the constant, unless it is empty.
  mutating func flush(_ run: inout StringRun) {
    guard let range = run.pending else { return }
    run.pending = nil
    guard !range.isEmpty else { return }
    let span = run.whole ?? run.span
    let isUnicode = run.whole == nil ? run.isUnicodeLiteral : run.first.prefix.contains(.unicode)
    let entry = LiteralTable.Entry(
      kind: .text, start: UInt32(truncatingIfNeeded: range.lowerBound), length: UInt32(truncatingIfNeeded: range.count),
      bits: isASCII(range) ? 1 : 0)
    push(tree.constant(value: tree.literals.add(entry), isUnicodeLiteral: isUnicode, at: span))
  }

  // MARK: - Format strings of tokens

  /// The rest of a format string, behind its start.
  private mutating func formatString(_ run: inout StringRun) throws(ParseStop) {
    let firstNote = escapeNotes.count
    while true {
      switch kind {
      case .formatMiddle:
        let known = escapeNotes.count
        try formatText(&run)
        if escapeNotes.count > known { escapeNotes[known].awaitsEnd = true }
      case .leftBrace: try formatField(&run)
      case .formatEnd:
        endNotes(since: firstNote, place)
        place += 1
        return
      default: throw ParseStop()
      }
    }
  }

  private mutating func formatText(_ run: inout StringRun) throws(ParseStop) {
    let token = tokens[place]
    begin(&run, token.span)
    try decode(token, Int(token.start), Int(token.end))
    end(&run, token.span)
    place += 1
  }

  /// A replacement field, which adds a value, and the text of its expression before that if it says `=`.
  private mutating func formatField(_ run: inout StringRun, isInSpec: Bool = false) throws(ParseStop) {
    try enter()
    defer { leave() }
    let start = place
    let isTemplate = !isInSpec && isInTemplate(start)
    place += 1
    if isExplaining { try explainField() }
    let value = kind == .kwYield ? try yieldExpression() : try starExpressions()
    let expressionEnd = place
    let isDebug = take(.equal)
    let debugEnd = place
    var conversion = isDebug ? 114 : -1
    if kind == .exclamation {
      place += 1
      guard kind == .name else { throw ParseStop() }
      let token = tokens[place]
      guard token.start == tokens[place - 1].end else {
        throw fail(
          "\(formatName): conversion type must come right after the exclamation mark",
          tokens[place - 1].span.through(token.span))
      }
      conversion = Int(source[Int(token.start)])
      guard token.end - token.start == 1, conversion == 115 || conversion == 114 || conversion == 97 else {
        let text = String(
          decoding: UnsafeBufferPointer(start: source + Int(token.start), count: Int(token.end - token.start)), as: UTF8.self)
        throw fail("\(formatName): invalid conversion character '\(text)': expected 's', 'r', or 'a'", token.span)
      }
      place += 1
    } else if isDebug, kind == .colon {
      conversion = -1
    }
    if isDebug { try debugText(&run, start, debugEnd) }
    let spec = kind == .colon ? try formatSpec() : nil
    try expect(.rightBrace)
    flush(&run)
    let span = span(from: start)
    guard isTemplate else {
      push(tree.formattedValue(value: value, conversion: conversion, formatSpec: spec, at: span))
      return
    }
    let text = sourceText(Int(tokens[start].end), Int(tokens[expressionEnd].start))
    push(tree.interpolation(value: value, source: text, conversion: conversion, formatSpec: spec, at: span))
  }

  /// Whether the field at a token belongs to a template: the innermost format string that is open there says so.
  func isInTemplate(_ token: Int) -> Bool {
    var level = 0
    var index = token - 1
    while index >= 0 {
      if tokens[index].kind == .formatEnd { level += 1 }
      if tokens[index].kind == .formatMiddle, level == 0 { return tokens[index].prefix.contains(.template) }
      if tokens[index].kind == .formatStart {
        if level == 0 { return tokens[index].prefix.contains(.template) }
        level -= 1
      }
      index -= 1
    }
    return false
  }

  /// The text of a template's expression.
  private mutating func sourceText(_ start: Int, _ end: Int) -> ConstantID {
    let mark = tree.literals.bytes.count
    appendCode(start, end)
    return literal(from: mark, [])
  }

  /// Appends a part of the source without its comments.
  private mutating func appendCode(_ start: Int, _ end: Int) {
    var index = start
    var quote: UInt8 = 0
    while index < end {
      let byte = source[index]
      if quote == 0, byte == 35 {
        while index < end, source[index] != 10 { index += 1 }
        continue
      }
      if byte == 34 || byte == 39, quote == 0 || quote == byte { quote = quote == 0 ? byte : 0 }
      if byte == 92, quote != 0, index + 1 < end {
        tree.literals.bytes.append(byte)
        index += 1
      }
      tree.literals.bytes.append(source[index])
      index += 1
    }
  }

  /// The text of an expression with `=`, up to the token that follows.
  private mutating func debugText(_ run: inout StringRun, _ brace: Int, _ end: Int) throws(ParseStop) {
    var span = tokens[brace].span
    span.column += 1
    span.endLine = tokens[end].span.line
    span.endColumn = tokens[end].span.column
    begin(&run, span)
    appendCode(Int(tokens[brace].end), Int(tokens[end].start))
    self.end(&run, span)
  }

  /// The format behind a colon.
  mutating func formatSpec() throws(ParseStop) -> Expression {
    let start = place
    place += 1
    var run = StringRun(base: scratch.count)
    while kind != .rightBrace {
      switch kind {
      case .formatMiddle: try formatText(&run)
      case .leftBrace: try formatField(&run, isInSpec: true)
      default: throw ParseStop()
      }
    }
    if features.has(.emptySpecTexts), run.pending == nil, scratch.count > run.base {
      let place = tokens[place].span
      let span = Span(line: place.line, column: place.column, endLine: place.line, endColumn: place.column)
      let value = literal(from: tree.literals.bytes.count, [])
      push(tree.constant(value: value, isUnicodeLiteral: false, at: span))
    }
    flush(&run)
    return tree.joinedStr(values: list(since: run.base), at: span(from: start))
  }
}
