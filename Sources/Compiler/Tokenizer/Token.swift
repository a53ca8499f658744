/// A token of a source: what it is, and where it stands.
struct Token: BitwiseCopyable {
  var kind: TokenKind
  /// For strings and format strings, the letters in front of the quotes.
  var prefix: StringPrefix = []
  /// For strings and format strings, the number of quotes on each side.
  var quotes: UInt8 = 0
  /// For names and keywords, the word of the name.
  var name: UInt32 = 0
  /// The first byte in the source, and the one behind the last.
  var start: UInt32
  var end: UInt32
  var span: Span
}

/// The letters in front of a string's quotes.
struct StringPrefix: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  static let raw = StringPrefix(rawValue: 1)
  static let bytes = StringPrefix(rawValue: 2)
  static let format = StringPrefix(rawValue: 4)
  static let unicode = StringPrefix(rawValue: 8)
  static let template = StringPrefix(rawValue: 16)
}

/// A mistake in a source, as CPython reports it.
public struct SyntaxFailure: Error, Equatable, Sendable {
  public enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
    case valueError = "ValueError"
    case overflowError = "OverflowError"
    case recursionError = "RecursionError"
    case memoryError = "MemoryError"
    /// A SyntaxError because the source ends too early.
    case incompleteInput = "_IncompleteInputError"
    /// Nobody wants the tree any more.
    case interrupted
  }

  public var kind: Kind
  public var message: String
  /// The line, from 1; 0 if the failure has no place.
  public var line: Int
  /// The column in characters, from 1; 0 in front of the first.
  public var offset: Int
  public var endLine: Int
  public var endOffset: Int
}
