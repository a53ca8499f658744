import Bytecode

/// A token as module `tokenize` shows it. Places are bytes of the text.
public struct ListedToken: BitwiseCopyable, Sendable {
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    case name, number, string, formatStart, formatMiddle, formatEnd, templateStart, templateMiddle, templateEnd
    case newline, lineBreak, indent, dedent, comment, endMarker
    /// `ListedToken.number` says which.
    case sign
  }

  public let kind: Kind
  /// The number that module `token` has for an operator; 55 for characters that are none.
  public let number: UInt8
  /// The first byte, and the one behind the last.
  public let start: Int
  public let end: Int
  public let line: Int
  public let column: Int
  public let endLine: Int
  public let endColumn: Int
}

/// All tokens of a source, for module `tokenize` (CPython: Python/Python-tokenize.c).
public final class TokenListing {
  public private(set) var tokens: [ListedToken] = []
  /// What is wrong behind the last token.
  public private(set) var failure: Failure?

  /// A mistake in a source: an object, so that who throws does not carry a large structure about.
  public final class Failure {
    public let value: SyntaxFailure
    init(_ value: SyntaxFailure) { self.value = value }
    public var kind: SyntaxFailure.Kind { value.kind }
    public var message: String { value.message }
    /// Line and column, and those of the end; the line is 0 if it has no place.
    public var place: [Int] { [value.line, value.offset, value.endLine, value.endOffset] }
  }

  /// - Parameters:
  ///   - text: UTF-8, with lines that end in LF, the last one too.
  ///   - hasExtraTokens: comments and line breaks inside of statements are tokens, and what only a compiler minds is let pass.
  public init(_ text: [UInt8], version: PythonVersion, hasExtraTokens: Bool, monitor: CompilationMonitor = CompilationMonitor()) {
    let source = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 16)
    defer { source.deallocate() }
    for (index, byte) in text.enumerated() { source[index] = byte }
    for index in text.count..<text.count + 16 { source[index] = 0 }
    var names = NameTable(expected: min(text.count, 1 << 24) / 64)
    Tokenizer.internKeywords(&names)
    var tokenizer = Tokenizer(
      source: source, count: text.count, features: SyntaxFeature.set(of: version), names: names, monitor: monitor)
    tokenizer.hasExtraTokens = hasExtraTokens
    tokenizer.run()
    list(tokenizer, UnsafePointer(source))
    tokenizer.names.free()
    tokenizer.tokens.free()
  }

  private func list(_ tokenizer: borrowing Tokenizer, _ source: UnsafePointer<UInt8>) {
    let isOpen = !tokenizer.brackets.isEmpty || tokenizer.failure?.isAtEnd == true
    tokens.reserveCapacity(tokenizer.tokens.count)
    for index in 0..<tokenizer.tokens.count {
      let token = tokenizer.tokens.base[index]
      if token.kind == .error || token.kind == .endMarker && isOpen { break }
      tokens.append(listed(token))
    }
    if let failure = tokenizer.failure, !failure.isAtEnd {
      // Blocks that end where none began have not ended.
      if failure.kind == .indentationError { while tokens.last?.kind == .dedent { tokens.removeLast() } }
      self.failure = Failure(described(failure, source))
    } else if isOpen {
      failure = Failure(
        SyntaxFailure(kind: .syntaxError, message: "unexpected EOF in multi-line statement", line: 0, offset: 0, endLine: 0, endOffset: 0))
    }
  }

  private func listed(_ token: Token) -> ListedToken {
    ListedToken(
      kind: kind(of: token), number: token.kind.numberInModuleToken, start: Int(token.start), end: Int(token.end), line: Int(token.span.line),
      column: Int(token.span.column), endLine: Int(token.span.endLine), endColumn: Int(token.span.endColumn))
  }

  private func kind(of token: Token) -> ListedToken.Kind {
    let isTemplate = token.prefix.contains(.template)
    switch token.kind {
    case .name: return .name
    case .number: return .number
    case .string: return .string
    case .formatStart: return isTemplate ? .templateStart : .formatStart
    case .formatMiddle: return isTemplate ? .templateMiddle : .formatMiddle
    case .formatEnd: return isTemplate ? .templateEnd : .formatEnd
    case .newline: return .newline
    case .lineBreak: return .lineBreak
    case .indent: return .indent
    case .dedent: return .dedent
    case .comment, .typeComment: return .comment
    case .endMarker: return .endMarker
    default: return token.kind.isKeyword ? .name : .sign
    }
  }

  private func described(_ failure: TokenFailure, _ source: UnsafePointer<UInt8>) -> SyntaxFailure {
    func offset(_ position: Int) -> Int {
      if position < failure.lineStart { return 0 }
      var characters = 1
      for index in failure.lineStart..<position where source[index] & 0xC0 != 0x80 { characters += 1 }
      return characters
    }
    return SyntaxFailure(
      kind: failure.kind, message: failure.message, line: Int(failure.line), offset: offset(failure.position), endLine: Int(failure.line),
      endOffset: failure.endOffset ?? offset(failure.end))
  }
}

extension TokenKind {
  /// The number of an operator in module `token`, the same since there are format strings as tokens; that of OP for all else.
  fileprivate var numberInModuleToken: UInt8 {
    switch self {
    case .leftParenthesis: 7
    case .rightParenthesis: 8
    case .leftBracket: 9
    case .rightBracket: 10
    case .colon: 11
    case .comma: 12
    case .semicolon: 13
    case .plus: 14
    case .minus: 15
    case .star: 16
    case .slash: 17
    case .bar: 18
    case .ampersand: 19
    case .less: 20
    case .greater: 21
    case .equal: 22
    case .dot: 23
    case .percent: 24
    case .leftBrace: 25
    case .rightBrace: 26
    case .equalEqual: 27
    case .notEqual, .lessGreater: 28
    case .lessEqual: 29
    case .greaterEqual: 30
    case .tilde: 31
    case .caret: 32
    case .leftShift: 33
    case .rightShift: 34
    case .doubleStar: 35
    default: numberOfLongOperator
    }
  }

  private var numberOfLongOperator: UInt8 {
    switch self {
    case .plusEqual: 36
    case .minusEqual: 37
    case .starEqual: 38
    case .slashEqual: 39
    case .percentEqual: 40
    case .ampersandEqual: 41
    case .barEqual: 42
    case .caretEqual: 43
    case .leftShiftEqual: 44
    case .rightShiftEqual: 45
    case .doubleStarEqual: 46
    case .doubleSlash: 47
    case .doubleSlashEqual: 48
    case .at: 49
    case .atEqual: 50
    case .arrow: 51
    case .ellipsis: 52
    case .colonEqual: 53
    case .exclamation: 54
    default: 55
    }
  }
}
