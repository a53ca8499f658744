import Bytecode
import CSupport

/// Something that the compiler warns of.
public struct CompilerWarning: Sendable {
  public enum Category: Sendable { case syntax, deprecation }

  public var category: Category
  public var message: String
  /// The line that it is about.
  public var line: Int
  /// Where it is.
  public var span: Span
  /// What it says where warnings are errors.
  public var error: String
  /// The parser gives it, which knows the text of the line.
  public var isParsed = false
  /// If this is not nil, the error is about two characters, so many behind the beginning of the span.
  public var distance: Int?

  init(_ category: Category, _ message: String, _ span: Span, error: String? = nil) {
    self.category = category
    self.message = message
    self.span = span
    self.error = error ?? message
    line = Int(span.line)
  }
}

/// What a compilation shares with who asked for it: the warnings that it gives, and whether it is to go on.
public final class CompilationMonitor {
  /// In the order in which CPython gives them, as far as the compilation got.
  @exclusivity(unchecked) public internal(set) var warnings: [CompilerWarning] = []
  /// Nobody wants to know of the rest any more.
  @exclusivity(unchecked) public private(set) var isEnded = false
  /// Below 0 while something is asked of the thread that compiles.
  private let word: UnsafePointer<Int64>?
  private let goesOn: () -> Bool
  private let stackLimit: UInt

  /// - Parameters:
  ///   - word: a word that may change at any time; while it is below 0, `goesOn` is called now and then.
  ///   - stackLimit: the address that the native stack may grow down to.
  ///   - goesOn: whether the compilation is to go on.
  public init(word: UnsafePointer<Int64>? = nil, stackLimit: UInt = 0, goesOn: @escaping () -> Bool = { true }) {
    self.word = word
    self.stackLimit = stackLimit
    self.goesOn = goesOn
  }

  /// Whether the compilation is to end now. To be asked every few microseconds.
  @inline(__always)
  var mustEnd: Bool { isEnded || word.map { $0.pointee < 0 } == true && ask() }

  @inline(never)
  private func ask() -> Bool {
    if !goesOn() { isEnded = true }
    return isEnded
  }

  /// Ends a compilation behind the parser.
  @inline(__always)
  func check() throws(CompileError) {
    if mustEnd { throw CompileError(.interrupted, "", nil) }
  }

  /// Whether functions must not nest any deeper.
  @inline(__always)
  var isStackFull: Bool { UInt(bitPattern: support_frame_address()) < stackLimit }

  /// Ends a compilation behind the parser, or one whose tree is too deep for the stack.
  @inline(__always)
  func checkDepth() throws(CompileError) {
    try check()
    if isStackFull { throw CompileError(.recursion, "maximum recursion depth exceeded during compilation", nil) }
  }
}
