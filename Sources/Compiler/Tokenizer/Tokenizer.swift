/// Splits a source into tokens, all at once: the parser then looks ahead and back as it likes.
///
/// It works on bytes of UTF-8 whose lines end in LF, the last one too, with zeros behind (`SourceText` makes them so). The first mistake ends
/// the tokens with one of kind `error`; whether the parser gets that far decides if it is reported.
struct Tokenizer: ~Copyable {
  let source: UnsafePointer<UInt8>
  let count: Int
  let features: SyntaxFeatures
  let table = CharacterClass.table
  var names: NameTable
  var tokens: PlainBuffer<Token>
  var failure: TokenFailure?
  /// Type comments are tokens.
  var hasTypeComments = false
  /// Blanks alone at the end of the source, without an end of line, are indentation of the line that does not come.
  var indentsByOpenLine = false
  /// Comments and line breaks inside of statements are tokens, and what only a compiler minds is let pass: for listings.
  var hasExtraTokens = false
  /// Comments `# type: ignore`, while type comments are tokens.
  var typeIgnores: [TypeIgnoreComment] = []
  /// Numbers to warn of.
  var numberNotes: [NumberNote] = []
  let monitor: CompilationMonitor

  var position = 0
  var line: UInt32 = 1
  /// Where the line begins.
  var lineStart = 0
  /// The widths of the blocks around, with tabs to multiples of eight and with tabs as one.
  var indents: [(width: Int, alternative: Int)] = [(0, 0)]
  var brackets: [OpenBracket] = []
  var formats: [FormatMode] = []

  /// A bracket that is not closed yet.
  struct OpenBracket {
    var character: UInt8
    var line: UInt32
    var position: Int
  }

  /// A format string that is not ended yet, as tokens (3.12 on).
  struct FormatMode {
    var quote: UInt8
    var quotes: Int
    var isRaw: Bool
    var prefix: StringPrefix
    var start: Int
    var line: UInt32
    var lineStart: Int
    /// How many brackets are open inside.
    var depth = 0
    /// How many replacement fields are open, minus one, counted in brackets: at its top level, an expression has `depth == fieldDepth + 1`.
    var fieldDepth = -1
    var isInSpec = false
    var bracketsOutside: Int
  }

  init(source: UnsafePointer<UInt8>, count: Int, features: SyntaxFeatures, names: consuming NameTable, monitor: CompilationMonitor) {
    self.source = source
    self.count = count
    self.features = features
    self.monitor = monitor
    self.names = names
    tokens = PlainBuffer(capacity: count / 4 + 64)
  }

  /// The names of keywords and those the parser looks for, in the order that `TokenKind` and `KnownName` need.
  static func internKeywords(_ names: inout NameTable) {
    for text in TokenKind.keywords + KnownName.allCases.map(\.text) {
      _ = names.intern(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  /// Makes all tokens.
  mutating func run() {
    while startLine(), tokenizeLine() {}
    // The parser needs an end.
    if monitor.isEnded, tokens.count == 0 || tokens[tokens.count - 1].kind != .error { add(.error, position, position) }
  }

  @inline(__always)
  func column(_ position: Int) -> UInt32 { UInt32(truncatingIfNeeded: position &- lineStart) }

  /// Adds a token that ends in its line.
  @inline(__always)
  mutating func add(_ kind: TokenKind, _ start: Int, _ end: Int, name: UInt32 = 0) {
    tokens.append(
      Token(
        kind: kind, name: name, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        span: Span(line: line, column: column(start), endLine: line, endColumn: column(end))))
  }

  /// Reads the indentation of a line, and adds what follows from it.
  /// - Returns: false at the end of the source, or after a failure.
  private mutating func startLine() -> Bool {
    while true {
      var width = 0
      var alternative = 0
      var continued = 0
      scan: while true {
        switch source[position] {
        case 32:
          width += 1
          alternative += 1
        case 9:
          width = (width / 8 + 1) * 8
          alternative += 1
        case 12:
          width = 0
          alternative = 0
        case 92:
          guard features.has(.pegParser) else { break scan }
          if continued == 0 { continued = width }
          guard continueLine() else { return false }
          continue
        default: break scan
        }
        position += 1
      }
      let byte = source[position]
      if byte == 35, comment() { add(.newline, position, position) }
      if source[position] == 10 {
        if indentsByOpenLine, byte == 10, position == count - 1, width > indents[indents.count - 1].width { return indent(width, alternative) }
        if hasExtraTokens { add(.lineBreak, position, position + 1) }
        nextLine()
        continue
      }
      if position >= count, byte == 0 || byte == 35 { return finishTokens() }
      if continued != 0 { return indent(continued, continued) }
      return indent(width, alternative)
    }
  }

  mutating func nextLine() {
    position += 1
    line += 1
    lineStart = position
  }

  func skipped(from start: Int) -> Int {
    var end = start
    while source[end] != 10, end < count { end += 1 }
    return end
  }

  /// Compares a line's indentation with that of the blocks around it.
  private mutating func indent(_ width: Int, _ alternative: Int) -> Bool {
    let current = indents[indents.count - 1]
    if width == current.width { return alternative == current.alternative || tabFailure() }
    if width > current.width {
      guard indents.count < 100 else { return failTooDeep() }
      guard alternative > current.alternative else { return tabFailure() }
      indents.append((width, alternative))
      tokens.append(
        Token(
          kind: .indent, start: UInt32(truncatingIfNeeded: lineStart), end: UInt32(truncatingIfNeeded: position),
          span: Span(line: line, column: 0, endLine: line, endColumn: column(position))))
      return true
    }
    while indents.count > 1, width < indents[indents.count - 1].width {
      indents.removeLast()
      add(.dedent, position, position)
    }
    let block = indents[indents.count - 1]
    guard width == block.width else { return failDedent() }
    return alternative == block.alternative || tabFailure()
  }

  private func isEndOfLine(_ kind: TokenKind) -> Bool {
    kind == .newline || kind == .dedent || kind == .indent || kind == .lineBreak
  }

  /// Adds the tokens that end a source.
  private mutating func finishTokens() -> Bool {
    // A backslash may have led here in the middle of a statement.
    if let last = tokens.count > 0 ? tokens[tokens.count - 1].kind : nil, !isEndOfLine(last), brackets.isEmpty {
      add(.newline, position, position)
    }
    if brackets.isEmpty {
      while indents.count > 1 {
        indents.removeLast()
        add(.dedent, position, position)
      }
    }
    add(.endMarker, position, position)
    return false
  }

  /// Reads tokens to the end of the logical line.
  /// - Returns: false at the end of the source, or after a failure.
  private mutating func tokenizeLine() -> Bool {
    while true {
      if monitor.mustEnd { return false }
      var byte = source[position]
      while byte == 32 || byte == 9 || byte == 12 {
        position += 1
        byte = source[position]
      }
      let bits = table[Int(byte)]
      if bits & CharacterClass.nameStart != 0 {
        guard name() else { return false }
        continue
      }
      if bits & CharacterClass.digit != 0 || byte == 46 && table[Int(source[position + 1])] & CharacterClass.digit != 0 {
        guard number() else { return false }
        continue
      }
      switch byte {
      case 35:
        let start = position
        _ = comment()
        if brackets.isEmpty, formats.isEmpty, source[position] == 10 {
          // CPython's token for the end of such a line begins with the comment.
          add(.newline, hasExtraTokens ? position : start, features.has(.formatStringTokens) ? position + 1 : start)
          nextLine()
          return true
        }
      case 10:
        if brackets.isEmpty {
          add(.newline, position, features.has(.formatStringTokens) ? position + 1 : position)
          nextLine()
          return true
        }
        if hasExtraTokens { add(.lineBreak, position, position + 1) }
        nextLine()
      case 34, 39:
        guard string(position, []) else { return false }
      case 92:
        guard continueLine() else { return false }
        if position >= count { return finishTokens() }
      default:
        if byte == 0, position >= count { return finishTokens() }
        guard operatorToken(byte) else { return false }
      }
    }
  }

  /// Passes over a backslash and the end of its line.
  mutating func continueLine() -> Bool {
    let next = source[position + 1]
    guard next == 10 else {
      position += 1
      if position < count { position += 1 }
      let end = features.has(.oldParser) ? skipped(from: position) : position - 1
      _ = fail("unexpected character after line continuation character", at: end)
      failure?.isQuiet = true
      failure?.endOffset = 0
      return false
    }
    position += 1
    nextLine()
    if position >= count { return failAtEnd() }
    return true
  }

  /// A name, a keyword, or the letters in front of a string.
  @inline(__always)
  private mutating func name() -> Bool {
    let start = position
    var end = start
    var all: UInt8 = 0
    repeat {
      all |= source[end]
      end += 1
    } while table[Int(source[end])] & CharacterClass.nameContinue != 0
    if source[end] == 34 || source[end] == 39, end - start <= 2, let prefix = stringPrefix(start, end) {
      position = end
      return string(start, prefix)
    }
    if source[end] == 34 || source[end] == 39, features.has(.templateStrings), let pair = incompatiblePrefixes(start, end) {
      position = end
      return fail("'\(pair.0)' and '\(pair.1)' prefixes are incompatible", at: start, end: end)
    }
    if all >= 128 { return unicodeName(start, end) }
    position = end
    let word = names.intern(UnsafeBufferPointer(start: source + start, count: end - start)).raw
    let kind = word < TokenKind.firstFreeName ? TokenKind(rawValue: UInt8(truncatingIfNeeded: word)) ?? .name : .name
    add(kind, start, end, name: word)
    return true
  }

  /// Two letters in front of a quote that do not go together; nil if the letters are not all those of prefixes, each once.
  private func incompatiblePrefixes(_ start: Int, _ end: Int) -> (Character, Character)? {
    let letters = (start..<end).map { source[$0] | 32 }
    guard letters.count <= 5, Set(letters).count == letters.count, letters.allSatisfy({ [98, 102, 114, 116, 117].contains($0) })
    else { return nil }
    let pairs: [(UInt8, UInt8)] = [(117, 98), (117, 114), (117, 102), (117, 116), (98, 102), (98, 116), (102, 116)]
    let pair = pairs.first { letters.contains($0.0) && letters.contains($0.1) }
    return pair.map { (Character(Unicode.Scalar($0.0)), Character(Unicode.Scalar($0.1))) }
  }

  private func stringPrefix(_ start: Int, _ end: Int) -> StringPrefix? {
    var prefix: StringPrefix = []
    for index in start..<end {
      let letter: StringPrefix
      switch source[index] | 32 {
      case 114: letter = .raw
      case 98: letter = .bytes
      case 102: letter = .format
      case 117: letter = .unicode
      case 116 where features.has(.templateStrings): letter = .template
      default: return nil
      }
      if prefix.contains(letter) { return nil }
      prefix.insert(letter)
    }
    if prefix.contains(.unicode), end - start > 1 { return nil }
    let kinds: StringPrefix = [.bytes, .format, .template]
    if !prefix.contains(.raw), end - start > 1 { return nil }
    if prefix.intersection(kinds).rawValue.nonzeroBitCount > 1 { return nil }
    return prefix
  }
}

extension TokenKind {
  /// Words of names from here on are no keywords.
  static var firstFreeName: UInt32 { KnownName.match.rawValue }

  /// It only tells how lines begin and end.
  @inline(__always)
  var isWhitespace: Bool { rawValue >= TokenKind.newline.rawValue && rawValue <= TokenKind.endMarker.rawValue }
}
