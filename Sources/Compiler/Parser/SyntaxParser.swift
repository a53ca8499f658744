import Bytecode

/// Parses Python source.
///
///     let tree = try SyntaxParser.parse(bytes, version: PythonVersion(3, 13))
public enum SyntaxParser {
  /// What a source is, as `compile` names it.
  public enum Mode: Sendable {
    /// A file (`exec`).
    case file
    /// One expression (`eval`).
    case expression
    /// One statement of a session (`single`).
    case interactive
  }

  /// The syntax tree of a source.
  /// - Parameter bytes: the source as it is in a file: its encoding is what its mark or first lines say, or else UTF-8.
  public static func parse(
    _ bytes: [UInt8], version: PythonVersion, mode: Mode = .file
  ) throws(SyntaxFailure) -> SyntaxTree {
    let features = SyntaxFeature.set(of: version)
    let text = try SourceBuffer(bytes, features: features)
    return try parse(text, features: features, mode: mode)
  }

  static func parse(
    _ text: borrowing SourceBuffer, features: SyntaxFeatures, mode: Mode
  ) throws(SyntaxFailure) -> SyntaxTree {
    var names = NameTable(expected: min(text.count, 1 << 24) / 64)
    Tokenizer.internKeywords(&names)
    var tokenizer = Tokenizer(source: text.base, count: text.count, features: features, names: names)
    tokenizer.run()
    defer { tokenizer.tokens.free() }
    var parser = Parser(
      source: text.base, count: text.count, tokens: tokenizer.tokens.base, tokenCount: tokenizer.tokens.count,
      names: tokenizer.names, features: features)
    do throws(ParseStop) {
      let root: ModuleNode
      switch mode {
      case .file: root = try parser.module()
      case .expression: root = try parser.expressionModule()
      case .interactive: root = try parser.interactiveModule()
      }
      return parser.tree.finish(root: root)
    } catch {
      throw parser.diagnosis(tokenizer.failure, tokenizer.brackets, mode: mode)
    }
  }
}
