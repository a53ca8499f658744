import Builtins
import Bytecode
import Compiler
import Runtime

/// `_tokenize.TokenizerIter`. The source is read, and split into tokens, when the first token is asked for.
struct TokenizerObject: NativeLayout {
  var header: ObjectHeader
  var readline: Value
  /// Null if lines are str.
  var encoding: Value
  /// The list of tokens; null before the first is asked for.
  var tokens: Value
  /// What is raised behind the last token; null if nothing.
  var failure: Value
  var hasExtraTokens: Bool
  var next: Int
  static let tracedWords = 4
}

extension Ref where T == TokenizerObject {
  @inline(__always) var readline: Value { get { layout.readline } nonmutating set { layout.readline = newValue } }
  @inline(__always) var encoding: Value { get { layout.encoding } nonmutating set { layout.encoding = newValue } }
  @inline(__always) var tokens: Value { get { layout.tokens } nonmutating set { layout.tokens = newValue } }
  @inline(__always) var failure: Value { get { layout.failure } nonmutating set { layout.failure = newValue } }
  @inline(__always) var hasExtraTokens: Bool { get { layout.hasExtraTokens } nonmutating set { layout.hasExtraTokens = newValue } }
  @inline(__always) var next: Int { get { layout.next } nonmutating set { layout.next = newValue } }
}

/// Module `_tokenize` (CPython: Python/Python-tokenize.c): the tokens of the compiler, for module `tokenize`.
enum TokenizeModule {
  static let module = ModuleSpec("_tokenize", doc: "Tokens of Python sources.") { t, m throws(Raised) in
    try t.addType(m, iterator, TokenizerObject.self)
  }

  private static let iterator = TypeSpec(
    "_tokenize.TokenizerIter",
    functions: [
      .init("__new__(cls, readline, /, *, extra_tokens, encoding=<unrepresentable>)", "Create and return a new object.  See help(type) for accurate signature.") {
        t, a throws(Raised) in
        guard a[3].isNull || a[3].isKind(.str) else {
          throw t.raise(t.types.typeError, "tokenizeriter() argument 'encoding' must be str, not %B", a[3])
        }
        let me = try t.make(TokenizerObject.self, a[0])
        me.readline = a[1]
        me.hasExtraTokens = try t.truth(a[2])
        me.encoding = a[3]
        return Value(me)
      },
      iterSelf,
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try next(t, a.object()) },
    ])

  private static func next(_ t: Thread, _ me: Ref<TokenizerObject>) throws(Raised) -> Value {
    if me.tokens.isNull { try read(t, me) }
    let tokens: Ref<ListObject> = me.tokens.unchecked()
    if me.next < tokens.count {
      me.next += 1
      return tokens.items[me.next - 1]
    }
    let failure = me.failure
    if failure.isNull { throw t.stopIteration() }
    me.failure = .null
    throw t.raise(failure)
  }

  // MARK: Reading

  /// Reads all lines, and makes the tokens of them.
  private static func read(_ t: Thread, _ me: Ref<TokenizerObject>) throws(Raised) {
    let lines = SourceLinesRead()
    while true {
      let line = try line(t, me)
      if line.isNull { break }
      if try !lines.append(t, line) {
        me.failure = try syntaxError(t, t.types.syntaxError, "source code cannot contain null bytes", [lines.ends.count + 1, 0, lines.ends.count + 1, 0], "")
        break
      }
      try t.pollNative()
    }
    lines.finish()
    guard let listing = listing(t.level, lines, hasExtraTokens: me.hasExtraTokens) else {
      throw t.raise(t.types.systemError, "the syntax of this version is not known")
    }
    let writer = TokenWriter(t, lines, hasExtraTokens: me.hasExtraTokens)
    let tokens = try t.list()
    me.tokens = Value(tokens)
    for index in listing.tokens.indices {
      try t.append(tokens, try writer.tuple(listing, index))
      try t.pollNative()
    }
    guard me.failure.isNull, let failure = listing.failure else { return }
    me.failure = try exception(t, failure, lines)
  }

  private static func listing(_ level: LanguageLevel, _ lines: SourceLinesRead, hasExtraTokens: Bool) -> TokenListing? {
    OpcodeFacts.version(of: level).map { TokenListing(lines.text, version: $0, hasExtraTokens: hasExtraTokens) }
  }

  /// The next line; null at the end.
  private static func line(_ t: Thread, _ me: Ref<TokenizerObject>) throws(Raised) -> Value {
    var line: Value
    do throws(Raised) { line = try t.call(me.readline) } catch {
      guard t.matches(t.exception, t.types.stopIteration) else { throw error }
      _ = t.takeException()
      return .null
    }
    if me.encoding.isNull {
      guard line.isKind(.str) else { throw t.raise(t.types.typeError, "readline() returned a non-string object") }
    } else {
      guard line.isKind(.bytes) else { throw t.raise(t.types.typeError, "readline() returned a non-bytes object") }
      line = try t.call(try t.getAttribute(line, try t.intern("decode")), me.encoding, try t.str("replace"))
      guard line.isKind(.str) else { throw t.raise(t.types.typeError, "readline() returned a non-string object") }
    }
    return line.unchecked(as: StrObject.self).count == 0 ? .null : line
  }

  private static func exception(_ t: Thread, _ failure: TokenListing.Failure, _ lines: SourceLinesRead) throws(Raised) -> Value {
    let type =
      switch failure.kind {
      case .indentationError: t.types.indentationError
      case .tabError: t.types.tabError
      default: t.types.syntaxError
      }
    let place = failure.place
    if place[0] == 0 { return try t.call(Value(type), try t.str(failure.message)) }
    let text = lines.text(ofLine: place[0])
    return try syntaxError(t, type, failure.message, place, text)
  }

  /// - Parameter place: line and column, and those of the end.
  private static func syntaxError(
    _ t: Thread, _ type: Ref<TypeObject>, _ message: String, _ place: [Int], _ text: String
  ) throws(Raised) -> Value {
    let details = try t.tuple(count: 6)
    details.items[0] = try t.str("<string>")
    details.items[1] = Value(small: place[0])
    details.items[2] = Value(small: place[1])
    details.items[3] = try t.str(text)
    // Mistakes in the indentation have no end.
    details.items[4] = type == t.types.syntaxError ? Value(small: place[2]) : .none
    details.items[5] = type == t.types.syntaxError ? Value(small: place[3]) : .none
    return try t.call(Value(type), try t.str(message), Value(details))
  }
}

/// The lines of a source, joined as the compiler reads them: UTF-8, ending in LF.
final class SourceLinesRead {
  /// How a line ended.
  enum End { case lineFeed, both, none }

  private(set) var text: [UInt8] = []
  /// Where each line begins in `text`.
  private(set) var starts: [Int] = []
  private(set) var ends: [End] = []
  private var isOpen = false

  /// Adds what a call of `readline` gave, which need not be one line.
  /// - Returns: false if there is a NUL in it.
  func append(_ t: Thread, _ line: Value) throws(Raised) -> Bool {
    let source: Ref<StrObject> = line.unchecked()
    if source.count > 1 << 16 { try t.checkRoom(bytes: 4 * source.count) }
    var i = 0
    while i < source.count {
      let point = source.codePoint(i)
      i += 1
      if point == 0 { return false }
      if !isOpen {
        starts.append(text.count)
        isOpen = true
      }
      let isPair = point == 13 && i < source.count && source.codePoint(i) == 10
      if isPair { i += 1 }
      if point == 10 || point == 13 {
        text.append(10)
        ends.append(isPair ? .both : .lineFeed)
        isOpen = false
      } else {
        text += UTF8.encode(Unicode.Scalar(point) ?? "\u{FFFD}").map { Array($0) } ?? []
      }
    }
    return true
  }

  func finish() {
    guard isOpen else { return }
    text.append(10)
    ends.append(.none)
    isOpen = false
  }

  /// The bytes of lines as they were, without the end of the last one.
  func text(ofLine line: Int) -> String {
    guard line >= 1, line <= starts.count else { return "" }
    let end = line < starts.count ? starts[line] : text.count
    return String(decoding: text[starts[line - 1]..<max(starts[line - 1], end - 1)], as: UTF8.self)
  }

  /// Bytes of the text, with the ends of lines as they were.
  func original(_ start: Int, _ end: Int, firstLine: Int) -> String {
    var bytes: [UInt8] = []
    var line = firstLine
    for i in start..<min(end, text.count) {
      if text[i] == 10 {
        let kind = line >= 1 && line <= ends.count ? ends[line - 1] : .lineFeed
        if kind == .both { bytes.append(13) }
        if kind != .none { bytes.append(10) }
        line += 1
      } else {
        bytes.append(text[i])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
