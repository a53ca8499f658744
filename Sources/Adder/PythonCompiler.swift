import Bytecode
import Compiler
import Runtime

/// Compiles sources for one version of the bytecode.
final class PythonCompiler: SourceCompiler {
  /// The versions whose sources can be compiled.
  static var versions: [PythonVersion] { Compiler.versions }

  private let version: PythonVersion

  init(version: PythonVersion) { self.version = version }

  func compile(
    _ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, _ report: CompilationReport
  ) throws(RejectedSource) -> CodeImage {
    let bytes = Array(source)
    let work = Work(request, SourceLines(bytes, isFile: request.mode == .exec), report)
    defer { work.finish() }
    return try image(of: try tree(bytes, work), work)
  }

  func parse(
    _ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, _ report: CompilationReport
  ) throws(RejectedSource) -> AnyObject {
    let bytes = Array(source)
    let work = Work(request, SourceLines(bytes, isFile: request.mode == .exec), report)
    defer { work.finish() }
    let tree = try tree(bytes, work)
    if request.options.contains(.optimizesTree) { try optimize(tree, work) } else { try check(tree, work) }
    return tree
  }

  func compile(tree: AnyObject, _ request: CompileRequest, _ report: CompilationReport) throws(RejectedSource) -> CodeImage {
    let work = Work(request, nil, report)
    defer { work.finish() }
    return try image(of: try syntaxTree(tree), work)
  }

  func optimize(tree: AnyObject, _ request: CompileRequest, _ report: CompilationReport) throws(RejectedSource) {
    let work = Work(request, nil, report)
    defer { work.finish() }
    try optimize(try syntaxTree(tree), work)
  }

  /// What one compilation needs all along.
  private struct Work {
    let request: CompileRequest
    /// nil for a tree whose source is not known.
    let lines: SourceLines?
    let report: CompilationReport
    let monitor: CompilationMonitor

    init(_ request: CompileRequest, _ lines: SourceLines?, _ report: CompilationReport) {
      self.request = request
      self.lines = lines
      self.report = report
      monitor = CompilationMonitor(word: report.word, stackLimit: report.stackLimit, goesOn: report.goesOn)
    }

    var options: CompilerOptions {
      var options = CompilerOptions(fileName: request.fileName)
      options.optimization = request.optimization
      options.inheritedFlags = CodeFlags(rawValue: request.future)
      options.allowsTopLevelAwait = request.options.contains(.topLevelAwait)
      options.monitor = monitor
      return options
    }

    /// Hands the warnings over.
    func finish() {
      report.warnings = monitor.warnings.map { warning in
        CompilationReport.Warning(
          category: warning.category == .syntax ? .syntax : .deprecation, message: Text(warning.message), line: warning.line,
          error: { PythonCompiler.rejected(warning, lines, fileName: request.fileName) })
      }
    }
  }

  private func optimize(_ tree: SyntaxTree, _ work: Work) throws(RejectedSource) {
    do throws(CompileError) {
      try Compiler.optimize(tree, version: version, options: work.options)
    } catch {
      throw PythonCompiler.rejected(error, nil, fileName: work.request.fileName)
    }
  }

  private func check(_ tree: SyntaxTree, _ work: Work) throws(RejectedSource) {
    do throws(CompileError) {
      try Compiler.check(tree, version: version)
    } catch {
      throw PythonCompiler.rejected(error, work.lines, fileName: work.request.fileName)
    }
  }

  private func tree(_ bytes: [UInt8], _ work: Work) throws(RejectedSource) -> SyntaxTree {
    let options = work.request.options
    do throws(SyntaxFailure) {
      return try SyntaxParser.parse(
        bytes, version: version, mode: PythonCompiler.mode(work.request.mode), options: PythonCompiler.parserOptions(options),
        monitor: work.monitor)
    } catch {
      throw PythonCompiler.rejected(error, work.lines)
    }
  }

  private func image(of tree: SyntaxTree, _ work: Work) throws(RejectedSource) -> CodeImage {
    do throws(CompileError) {
      return try Compiler.compile(tree, version: version, options: work.options)
    } catch {
      throw PythonCompiler.rejected(error, work.lines, fileName: work.request.fileName)
    }
  }

  private func syntaxTree(_ tree: AnyObject) throws(RejectedSource) -> SyntaxTree {
    guard let tree = tree as? SyntaxTree else { throw RejectedSource(.systemError, "this is no syntax tree") }
    return tree
  }

  private static func parserOptions(_ options: CompileRequest.Options) -> SyntaxParser.Options {
    var result: SyntaxParser.Options = []
    if options.contains(.typeComments) { result.insert(.typeComments) }
    if options.contains(.keepsBlocksOpen) { result.insert(.keepsBlocksOpen) }
    if options.contains(.allowsIncompleteInput) { result.insert(.allowsIncompleteInput) }
    if options.contains(.ignoresCookie) { result.insert(.ignoresCookie) }
    return result
  }

  func decoded(_ source: [UInt8]) -> [UInt8]? { SyntaxParser.text(of: source, version: version) }

  func outline(of source: [UInt8]) -> SourceOutline? {
    guard let tree = try? SyntaxParser.parse(source, version: version) else { return nil }
    return SourceOutliner(tree).outline
  }

  private static func mode(_ mode: CompileRequest.Mode) -> SyntaxParser.Mode {
    switch mode {
    case .exec: .file
    case .eval: .expression
    case .single: .interactive
    case .functionType: .functionType
    }
  }

  private static func rejected(_ failure: SyntaxFailure, _ lines: SourceLines?) -> RejectedSource {
    let kind: RejectedSource.Kind =
      switch failure.kind {
      case .syntaxError: .syntaxError
      case .indentationError: .indentationError
      case .tabError: .tabError
      case .valueError: .valueError
      case .overflowError: .overflowError
      case .recursionError: .recursionError
      case .memoryError: .memoryError
      case .incompleteInput: .incompleteInput
      case .interrupted: .interrupted
      }
    guard failure.line > 0 || lines?.isEmpty == true else { return RejectedSource(kind, Text(failure.message)) }
    let place = SourcePlace(
      line: failure.line, offset: failure.offset, endLine: failure.endLine, endOffset: failure.endOffset, text: lines?.text(failure.line))
    return RejectedSource(kind, Text(failure.message), place: place)
  }

  /// The errors behind the parser name a line only if the source is in a file.
  /// - Parameter lines: those of the source; nil if there is only a tree.
  private static func rejected(_ error: CompileError, _ lines: SourceLines?, fileName: Text) -> RejectedSource {
    let kind: RejectedSource.Kind =
      switch error.kind {
      case .syntax: .syntaxError
      case .recursion: .recursionError
      case .memory: .memoryError
      case .system: .systemError
      case .interrupted: .interrupted
      }
    guard let span = error.span else { return RejectedSource(kind, Text(error.message)) }
    return RejectedSource(kind, Text(error.message), place: place(span, lines, fileName: fileName))
  }

  /// What a warning is where it is made an error.
  private static func rejected(_ warning: CompilerWarning, _ lines: SourceLines?, fileName: Text) -> RejectedSource {
    var place = place(warning.span, lines, fileName: fileName)
    if let lines {
      if warning.isParsed { place.text = lines.text(place.line) }
      if let distance = warning.distance {
        let most = lines.characters(place.line, .max) + 2
        place.endLine = place.line
        place.endOffset = min(place.offset + distance + 2, most)
        place.offset = min(place.offset + distance, most)
      }
    }
    return RejectedSource(.syntaxError, Text(warning.error), place: place)
  }

  private static func place(_ span: Span, _ lines: SourceLines?, fileName: Text) -> SourcePlace {
    let (line, endLine) = (Int(span.line), Int(span.endLine))
    var place = SourcePlace(
      line: line, offset: Int(span.column) + 1, endLine: endLine, endOffset: Int(span.endColumn) + 1)
    if let lines {
      place.offset = lines.characters(line, Int(span.column)) + 1
      place.endOffset = lines.characters(endLine, Int(span.endColumn)) + 1
      if FileReader.isRegularFile(fileName.string) { place.text = lines.text(line) }
    }
    return place
  }
}

/// The lines of a source, for messages.
private final class SourceLines {
  private let bytes: [UInt8]
  /// Whether the last line gets an end if it has none.
  private let isFile: Bool
  /// Where lines begin.
  private lazy var starts: [Int] = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }

  init(_ bytes: [UInt8], isFile: Bool) {
    self.bytes = bytes
    self.isFile = isFile
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// A line, counted from 1, without its end.
  private func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    return bytes[starts[number - 1]..<(number < starts.count ? starts[number] - 1 : bytes.count)]
  }

  /// A line with its end, if it has one; bytes that are no UTF-8 are replaced.
  func text(_ number: Int) -> Text {
    let isOpen = !isFile && number == starts.count && bytes.last != 10
    return Text(String(decoding: line(number), as: UTF8.self) + (isOpen || isEmpty ? "" : "\n"))
  }

  /// How many characters the first `column` bytes of a line are.
  func characters(_ number: Int, _ column: Int) -> Int {
    line(number).prefix(column).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
