import Bytecode
import Compiler
import Runtime

/// Compiles sources for one version of the bytecode.
final class PythonCompiler: SourceCompiler {
  /// The versions whose sources can be compiled.
  static var versions: [PythonVersion] { Compiler.versions }

  private let version: PythonVersion

  init(version: PythonVersion) { self.version = version }

  func compile(_ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest) throws(RejectedSource) -> CompiledSource {
    let bytes = Array(source)
    let lines = SourceLines(bytes)
    let tree: SyntaxTree
    do throws(SyntaxFailure) {
      tree = try SyntaxParser.parse(bytes, version: version, mode: PythonCompiler.mode(request.mode))
    } catch {
      throw PythonCompiler.rejected(error, lines)
    }
    var options = CompilerOptions(fileName: request.fileName)
    options.optimization = request.optimization
    options.inheritedFlags = CodeFlags(rawValue: request.future)
    options.allowsTopLevelAwait = request.options.contains(.topLevelAwait)
    do throws(CompileError) {
      return CompiledSource(image: try Compiler.compile(tree, version: version, options: options))
    } catch {
      throw PythonCompiler.rejected(error, lines, fileName: request.fileName)
    }
  }

  private static func mode(_ mode: CompileRequest.Mode) -> SyntaxParser.Mode {
    switch mode {
    case .exec: .file
    case .eval: .expression
    case .single: .interactive
    }
  }

  private static func rejected(_ failure: SyntaxFailure, _ lines: SourceLines) -> RejectedSource {
    let kind: RejectedSource.Kind =
      switch failure.kind {
      case .syntaxError: .syntaxError
      case .indentationError: .indentationError
      case .tabError: .tabError
      case .valueError: .valueError
      case .overflowError: .overflowError
      case .recursionError: .recursionError
      case .memoryError: .memoryError
      }
    guard failure.line > 0 else { return RejectedSource(kind, Text(failure.message)) }
    let place = SourcePlace(
      line: failure.line, offset: failure.offset, endLine: failure.endLine, endOffset: failure.endOffset, text: lines.text(failure.line))
    return RejectedSource(kind, Text(failure.message), place: place)
  }

  /// The errors behind the parser name a line only if the source is in a file.
  private static func rejected(_ error: CompileError, _ lines: SourceLines, fileName: Text) -> RejectedSource {
    let kind: RejectedSource.Kind =
      switch error.kind {
      case .syntax: .syntaxError
      case .recursion: .recursionError
      case .memory: .memoryError
      case .system: .systemError
      }
    guard let span = error.span else { return RejectedSource(kind, Text(error.message)) }
    let (line, endLine) = (Int(span.line), Int(span.endLine))
    let path = fileName.string
    let place = SourcePlace(
      line: line, offset: lines.characters(line, Int(span.column)) + 1, endLine: endLine,
      endOffset: lines.characters(endLine, Int(span.endColumn)) + 1, text: FileReader.isRegularFile(path) ? lines.text(line) : nil)
    return RejectedSource(kind, Text(error.message), place: place)
  }
}

/// The lines of a source, for messages.
private struct SourceLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A line, counted from 1, without its end.
  private func line(_ number: Int) -> ArraySlice<UInt8> {
    var start = 0
    for _ in 1..<max(number, 1) {
      guard let end = bytes[start...].firstIndex(of: 10) else { return [] }
      start = end + 1
    }
    return bytes[start..<(bytes[start...].firstIndex(of: 10) ?? bytes.count)]
  }

  /// A line with its end; bytes that are no UTF-8 are replaced.
  func text(_ number: Int) -> Text { Text(String(decoding: line(number), as: UTF8.self) + "\n") }

  /// How many characters the first `column` bytes of a line are.
  func characters(_ number: Int, _ column: Int) -> Int {
    line(number).prefix(column).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
