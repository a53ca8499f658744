import Bytecode

/// The parser gave up at the token it stands at; `Parser.failure` says more if it knows.
struct ParseStop: Error {}

/// A parser by recursive descent, with precedence climbing for operators, over tokens that were made before.
///
/// It follows the language's grammar alternative by alternative and looks ahead where a statement's first tokens do not tell what it is. It
/// stops at the first token that cannot be right. What to say about that is found afterwards, by slower code.
struct Parser: ~Copyable {
  /// The source and its tokens; while an old format string is parsed, those of an expression inside it.
  var source: UnsafePointer<UInt8>
  var sourceCount: Int
  var tokens: UnsafeMutablePointer<Token>
  var tokenCount: Int
  let features: SyntaxFeatures
  let precedences = Precedence.table
  var tree: TreeBuilder
  /// Items of lists that are not complete yet.
  var scratch = PlainBuffer<UInt32>(capacity: 1024)
  /// The token it stands at.
  var place = 0
  /// Comments `# type: ignore` of the source.
  var typeIgnores: [TypeIgnoreComment] = []
  /// How many functions that may nest without end are active.
  var depth = 0
  /// What is wrong, if that is known when the parser stops.
  var failure: SyntaxFailure?
  /// The second pass is under way, which looks for mistakes that have names.
  var isExplaining = false
  /// The second pass has been.
  var hasExplained = false
  /// The source is known to be wrong.
  var isDiagnosing = false
  var isExplainingTarget = false
  /// `!=` is written `<>`: what `from __future__ import barry_as_FLUFL` asks for (PEP 401).
  var usesAngles = false
  /// A mistake that the old parser reports only when the whole source has been read.
  var deferred: SyntaxFailure?
  /// What expressions at a token came to, and where they ended, by twice the token's index, plus one in the second pass.
  var memory: [Int: (node: UInt32, end: Int)] = [:]
  /// What is to be reported if the parser gets to the end of tokens that are not complete.
  var endFailure: SyntaxFailure?
  /// The furthest token that the first pass has seen.
  var reached = 0
  /// The furthest token that a look ahead or an abandoned attempt has seen.
  var furthest = 0
  /// Escapes to warn of.
  var escapeNotes: [EscapeNote] = []
  let monitor: CompilationMonitor

  /// A level is at most about half a kilobyte of native stack in each of the few functions that it passes through.
  static let depthLimit = 1500

  init(
    source: UnsafePointer<UInt8>, count: Int, tokens: UnsafeMutablePointer<Token>, tokenCount: Int, names: consuming NameTable,
    features: SyntaxFeatures, monitor: CompilationMonitor
  ) {
    self.source = source
    sourceCount = count
    self.tokens = tokens
    self.tokenCount = tokenCount
    self.features = features
    self.monitor = monitor
    tree = TreeBuilder(sourceBytes: count, names: names)
  }

  deinit { scratch.free() }

  // MARK: - Tokens

  @inline(__always)
  var kind: TokenKind { tokens[place].kind }

  @inline(__always)
  var next: TokenKind { place + 1 < tokenCount ? tokens[place + 1].kind : .endMarker }

  @inline(__always)
  func kind(ahead: Int) -> TokenKind { place + ahead < tokenCount ? tokens[place + ahead].kind : .endMarker }

  @inline(__always)
  mutating func take(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    place += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ wanted: TokenKind) throws(ParseStop) {
    guard kind == wanted else { throw ParseStop() }
    place += 1
  }

  @inline(__always)
  func isName(_ name: KnownName) -> Bool { kind == .name && tokens[place].name == name.rawValue }

  /// From the first byte of the token `start` to the end of the one that was just taken.
  @inline(__always)
  func span(from start: Int) -> Span { tokens[start].span.through(tokens[place - 1].span) }

  /// As `span(from:)`, where ends of lines and blocks may have been taken.
  func spanOfBlock(from start: Int) -> Span {
    var last = place - 1
    let isOld = features.has(.oldParser)
    while last > start, tokens[last].kind.isWhitespace || isOld && tokens[last].kind == .semicolon { last -= 1 }
    return tokens[start].span.through(tokens[last].span)
  }

  mutating func identifier() throws(ParseStop) -> Identifier {
    guard kind == .name else { throw ParseStop() }
    place += 1
    return Identifier(raw: tokens[place - 1].name)
  }

  // MARK: - Lists

  @inline(__always)
  mutating func push(_ word: some SyntaxWord) { scratch.append(word.raw) }

  /// The list of what was pushed since `mark`.
  @inline(__always)
  mutating func list<Element: SyntaxWord>(since mark: Int, of type: Element.Type = Element.self) -> SyntaxList<Element> {
    let list = tree.list(UnsafeBufferPointer(start: scratch.base + mark, count: scratch.count - mark), of: type)
    scratch.count = mark
    return list
  }

  // MARK: - Nesting and attempts

  @inline(__always)
  mutating func enter() throws(ParseStop) {
    depth += 1
    if depth > Self.depthLimit || monitor.isStackFull { throw tooDeep() }
    try poll()
  }

  /// Gives up if nobody wants the tree any more.
  @inline(__always)
  func poll() throws(ParseStop) {
    if monitor.mustEnd { throw ParseStop() }
  }

  @inline(__always)
  mutating func leave() { depth -= 1 }

  @inline(never)
  private mutating func tooDeep() -> ParseStop {
    failure = SyntaxFailure(
      kind: .memoryError, message: "Parser stack overflowed - Python source too complex to parse", line: 0, offset: 0, endLine: 0,
      endOffset: 0)
    return ParseStop()
  }

  /// Where an attempt began.
  struct Mark {
    let place: Int
    let words: Int
    let scratch: Int
    let depth: Int
    let notes: Int
  }

  func mark() -> Mark { Mark(place: place, words: tree.words.count, scratch: scratch.count, depth: depth, notes: escapeNotes.count) }

  /// Goes back to where an attempt began.
  mutating func reset(_ mark: Mark) {
    furthest = max(furthest, place)
    place = mark.place
    // Nodes of the second pass stay: they may be remembered.
    if !isDiagnosing { tree.words.count = mark.words }
    scratch.count = mark.scratch
    depth = mark.depth
    if escapeNotes.count > mark.notes { escapeNotes.removeLast(escapeNotes.count - mark.notes) }
  }
}
