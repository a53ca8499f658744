import Bytecode
import Runtime

/// Compiles sources that are not run here: for commands and tools.
public enum SourceCompilation {
  /// The versions that can be compiled for, oldest first.
  public static var versions: [PythonVersion] { PythonCompiler.versions }

  /// What is wrong with a source, or what the compiler warns of.
  public struct Remark: Error, Sendable {
    /// The exception or warning: `SyntaxError`.
    public let kind: String
    public let message: String
    /// From 1; nil if it is at no place.
    public let line: Int?
    /// In code points, from 1; nil if it is not known.
    public let column: Int?

    /// `FILE:LINE:COLUMN: KIND: MESSAGE`.
    public func text(in file: String) -> String {
      let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "\(file)\(place): \(kind): \(message)"
    }

    init(kind: String, _ message: Text, _ place: SourcePlace?) {
      self.kind = kind
      self.message = message.string
      line = place.map { max($0.line, 1) }
      column = place.flatMap { $0.offset > 0 ? $0.offset : nil }
    }
  }

  /// The code of a module's source.
  /// - Parameters:
  ///   - source: bytes in the encoding that they declare, UTF-8 if none.
  ///   - name: `co_filename`.
  ///   - optimization: 0, 1 (without assertions) or 2 (without docstrings too).
  ///   - isInteractive: it is one statement of a prompt, whose value is shown.
  /// - Throws: what is wrong with it, as CPython says it.
  public static func compile(
    _ source: [UInt8], name: String, version: PythonVersion, optimization: Int = 0, isInteractive: Bool = false
  ) throws(Remark) -> (code: CodeImage, warnings: [Remark]) {
    let request = CompileRequest(mode: isInteractive ? .single : .exec, fileName: Text(name), optimization: optimization)
    let compiler = PythonCompiler(version: version)
    do throws(RejectedSource) {
      let report = CompilationReport()
      let code = try source.withUnsafeBufferPointer { (buffer) throws(RejectedSource) in try compiler.compile(buffer, request, report) }
      return (code, report.warnings.map(remark))
    } catch {
      throw Remark(kind: exceptionName(error.kind), error.message, error.place)
    }
  }

  /// The content of the compiled file of a source.
  /// - Parameter header: what it says of the source.
  public static func file(_ code: CodeImage, _ header: PycHeader.Source) -> [UInt8] {
    PycFile(header: PycHeader(magic: InstructionSet.of(code.version)?.magic.released ?? 0, source: header), code: code).write()
  }

  private static func remark(_ warning: CompilationReport.Warning) -> Remark {
    Remark(kind: warning.category == .syntax ? "SyntaxWarning" : "DeprecationWarning", warning.message, warning.error().place)
  }

  private static func exceptionName(_ kind: RejectedSource.Kind) -> String {
    switch kind {
    case .syntaxError, .incompleteInput: "SyntaxError"
    case .indentationError: "IndentationError"
    case .tabError: "TabError"
    case .valueError: "ValueError"
    case .overflowError: "OverflowError"
    case .recursionError: "RecursionError"
    case .memoryError: "MemoryError"
    case .systemError, .interrupted: "SystemError"
    }
  }
}
