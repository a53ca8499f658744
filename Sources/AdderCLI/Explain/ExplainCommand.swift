import Adder
import ArgumentParser
import Bytecode
import SpecModel

/// `adder explain`: bytecode made ready for reading.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows what bytecode does, instruction by instruction.",
    discussion: """
      Shows the source line, the instruction with what its operand means, and the stack before and after it with its items by name. Arrows lead from jumps \
      to their targets; words mark calls, loops, handlers and the ways out; remarks say where exceptions go on. FILE is a source, compiled for each --version (the newest if \
      there is none), or a .pyc file. With several versions or files, code objects of the same name stand beside each other. \
      FILE:NAME shows only the code object with that qualified name.

      The exit status is 0 if all is well, 1 if a source is rejected or there is no such code object, 2 for bad usage or if a file cannot be read.
      """)

  @Option(help: "A version to compile sources for; may be given several times, or as X.Y,X.Y.")
  var version: [String] = []

  @Option(help: "Only the code objects with this qualified name.")
  var function: String?

  @Flag(name: .customShort("O", allowingJoined: true), help: "Compile without assertions; twice: without docstrings too.")
  var optimize: Int

  @Option(help: "auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = When.auto

  @Option(help: "The width of the text in columns.")
  var width: Int?

  @Option(help: ArgumentHelp("Write a page for a browser in place of text; - for standard output.", valueName: "out"))
  var html: String?

  @Argument(help: "Sources or .pyc files, with :NAME for one code object.")
  var files: [String]

  func validate() throws {
    _ = try versions()
    if let width, width < TerminalText.narrowest { throw ValidationError("--width must be at least \(TerminalText.narrowest)") }
  }

  private func versions() throws -> [PythonVersion] {
    try version.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { word in
      if let version = PythonVersion(word), InstructionSet.of(version) != nil { return version }
      let known = InstructionSet.versions.map(\.description).joined(separator: ", ")
      throw ValidationError("unknown Python version \(word); known: \(known)")
    }
  }

  func run() throws {
    var roots: [ExplainedFunction.Root] = []
    var wanted = function
    for file in files {
      let (path, name) = ExplainCommand.split(file)
      if let name { wanted = name }
      roots += try self.roots(path)
    }
    var functions = ExplainedFunction.all(roots)
    if let wanted { functions = try chosen(wanted, functions, roots) }
    try write(functions, roots)
  }

  /// The path and the name of a code object behind a colon, unless there is a file whose name has the colon.
  private static func split(_ file: String) -> (path: String, name: String?) {
    guard !FileReader.isRegularFile(file), let colon = file.lastIndex(of: ":"), colon > file.startIndex else { return (file, nil) }
    let name = String(file[file.index(after: colon)...])
    return (String(file[..<colon]), name.isEmpty ? nil : name)
  }

  /// The code of a file: of a source in each version that is asked for.
  private func roots(_ path: String) throws -> [ExplainedFunction.Root] {
    let versions = try self.versions()
    do throws(FileError) {
      let data = try readFile(path == "-" ? "/dev/stdin" : path, limit: MarshalLimits().size)
      if isSource(path, data) {
        let source = SourceText(data)
        return try (versions.isEmpty ? [SourceVersion.newest] : versions).map { (version) throws(FileError) in
          let code = try compileSource(data, path == "-" ? "<stdin>" : path, version, optimization: min(optimize, 2)).code
          return ExplainedFunction.Root(path: path, code: code, source: source)
        }
      }
      let code: CodeImage
      do throws(PycError) { code = try PycFile(reading: data).code } catch { throw FileError(reason: error.description) }
      if !versions.isEmpty, !versions.contains(code.version) { throw FileError(reason: "bytecode of Python \(code.version), which --version does not name") }
      return [ExplainedFunction.Root(path: path, code: code, source: ExplainCommand.source(of: code, path))]
    } catch {
      complain(path, error)
      throw ExitCode(error.isMistake ? 1 : 2)
    }
  }

  /// The source that a compiled file was made of, if it is where the file says, or beside its `__pycache__`.
  private static func source(of code: CodeImage, _ path: String) -> SourceText? {
    let name = code.fileName.string
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast(parts.dropLast().last == "__pycache__" ? 2 : 1).joined(separator: "/")
    let stem = parts.last?.split(separator: ".").first ?? ""
    for candidate in [name, "\(folder.isEmpty ? "." : folder)/\(stem).py"] where FileReader.isRegularFile(candidate) {
      if let data = try? readFile(candidate, limit: 1 << 24) { return SourceText(data) }
    }
    return nil
  }

  private func chosen(_ name: String, _ functions: [ExplainedFunction], _ roots: [ExplainedFunction.Root]) throws -> [ExplainedFunction] {
    let found = functions.filter { function in function.name == name || function.columns.contains { $0.sheet.code.listing.image.name.escaped == name } }
    if !found.isEmpty { return found }
    let hint = nearestName(to: name, among: functions.map(\.name)).map { "; did you mean \($0)?" } ?? ""
    complain("\(roots.map(\.path).first ?? ""): no code object has the name \(name)\(hint)")
    throw ExitCode(1)
  }

  private func write(_ functions: [ExplainedFunction], _ roots: [ExplainedFunction.Root]) throws {
    if let html {
      let paths = functions.flatMap { $0.columns.map(\.path) }
      let title = paths.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
      let page = ExplanationPage(functions, roots, title: DiffText.printable(title)).bytes
      if html == "-" { return writeToStandardOutput(page) }
      guard writeFileOrComplain(page, html) else { throw ExitCode(2) }
      return
    }
    let text = ExplanationText(isColored: color.holds, width: width ?? TerminalText.width)
    for function in functions { writeToStandardOutput(Array(text.text(of: function).utf8)) }
  }
}
