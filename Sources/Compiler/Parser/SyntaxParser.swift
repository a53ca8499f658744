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
    /// The types of parameters and a result, as in a type comment (`func_type`).
    case functionType
  }

  /// How a source is read, besides its mode: bits of the flags of `compile`.
  public struct Options: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The tree is to have type comments, which are mistakes where none belong.
    public static let typeComments = Options(rawValue: 1)
    /// In a session, the end of a source that ends in the middle of a line does not end the blocks.
    public static let keepsBlocksOpen = Options(rawValue: 2)
    /// A source that could go on is told from a wrong one.
    public static let allowsIncompleteInput = Options(rawValue: 4)
    /// The source is UTF-8 whatever it says itself.
    public static let ignoresCookie = Options(rawValue: 8)
  }

  /// The syntax tree of a source.
  /// - Parameters:
  ///   - bytes: the source as it is in a file: its encoding is what its mark or first lines say, or else UTF-8.
  ///   - monitor: gets the warnings, those in front of a mistake too.
  public static func parse(
    _ bytes: [UInt8], version: PythonVersion, mode: Mode = .file, options: Options = [],
    monitor: CompilationMonitor = CompilationMonitor()
  ) throws(SyntaxFailure) -> SyntaxTree {
    let features = SyntaxFeature.set(of: version)
    let text = try SourceBuffer(bytes, features: features, ignoresCookie: options.contains(.ignoresCookie))
    return try parse(text, features: features, mode: mode, options: options, monitor: monitor)
  }

  /// A source in UTF-8, with lines that end in LF, the last one too; nil if it is not in the encoding that it declares.
  public static func text(of bytes: [UInt8], version: PythonVersion) -> [UInt8]? {
    guard let text = try? SourceBuffer(bytes, features: SyntaxFeature.set(of: version)) else { return nil }
    let content = UnsafeBufferPointer(start: text.base, count: text.count)
    return UTF8Problem(content) == nil ? Array(content) : nil
  }

  static func parse(
    _ text: borrowing SourceBuffer, features: SyntaxFeatures, mode: Mode, options: Options, monitor: CompilationMonitor
  ) throws(SyntaxFailure) -> SyntaxTree {
    var names = NameTable(expected: min(text.count, 1 << 24) / 64)
    Tokenizer.internKeywords(&names)
    var tokenizer = Tokenizer(source: text.base, count: text.count, features: features, names: names, monitor: monitor)
    tokenizer.hasTypeComments = options.contains(.typeComments)
    tokenizer.indentsByOpenLine = mode == .expression && text.isOpenLine && features.has(.unterminatedMessages)
    tokenizer.run()
    if mode == .interactive { tokenizer.endSession(isOpenLine: text.isOpenLine, keepsBlocksOpen: options.contains(.keepsBlocksOpen)) }
    defer { tokenizer.tokens.free() }
    var parser = Parser(
      source: text.base, count: text.count, tokens: tokenizer.tokens.base, tokenCount: tokenizer.tokens.count,
      names: tokenizer.names, features: features, monitor: monitor)
    parser.typeIgnores = tokenizer.typeIgnores
    do throws(ParseStop) {
      let root: ModuleNode
      switch mode {
      case .file: root = try parser.module()
      case .expression: root = try parser.expressionModule()
      case .interactive: root = try parser.interactiveModule()
      case .functionType: root = try parser.functionTypeModule()
      }
      monitor.warnings += parser.warnings(tokenizer.numberNotes)
      return parser.tree.finish(root: root)
    } catch {
      monitor.warnings += parser.warnings(tokenizer.numberNotes)
      if !monitor.isEnded, options.contains(.allowsIncompleteInput),
        let failure = parser.incompleteInput(tokenizer.failure, isOpenLine: text.isOpenLine)
      {
        throw failure
      }
      let failure = parser.diagnosis(tokenizer.failure, tokenizer.brackets, mode: mode)
      if parser.hasExplained, features.has(.repeatedWarnings) { monitor.warnings += parser.warnings(tokenizer.numberNotes) }
      throw monitor.isEnded ? SyntaxFailure(kind: .interrupted, message: "", line: 0, offset: 0, endLine: 0, endOffset: 0) : failure
    }
  }
}
