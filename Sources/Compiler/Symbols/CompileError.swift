/// Why a tree cannot be compiled.
public struct CompileError: Error, Sendable {
  public enum Kind: Sendable {
    case syntax
    case recursion
    case memory
    case system
    /// Nobody wants the code any more.
    case interrupted
  }

  public let kind: Kind
  public let message: String
  /// Where it is; nil if it is nowhere.
  public let span: Span?

  init(_ kind: Kind, _ message: String, _ span: Span?) {
    self.kind = kind
    self.message = message
    self.span = span
  }

  static func syntax(_ message: String, _ span: Span) -> CompileError { CompileError(.syntax, message, span) }
}
