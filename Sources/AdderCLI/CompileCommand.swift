import Adder
import ArgumentParser
import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder compile`: writes the compiled files of sources.
struct CompileCommand: FilesCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compiles Python sources to .pyc files.",
    discussion: """
      Of each source, and of each .py file in each directory and in those below it, a compiled file is written to __pycache__ beside it, with a tag of \
      Adder's own in its name: imports of adder run find it there, and CPython's files are left alone. Files that are up to date are passed over. \
      Its bytecode is that of CPython. What is wrong with a source is said as FILE:LINE:COLUMN: in CPython's words, and the others are still compiled. \
      The exit status is 0 if all is well, 1 if a source is wrong, 2 for bad usage or if a file cannot be read or written.
      """)


  @OptionGroup var source: SourceVersion

  @Flag(name: .customShort("O"), help: "Leave assertions out; twice: docstrings too.")
  var optimize: Int

  @Option(name: .shortAndLong, help: "The file to write, for a single source; - for standard output.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Compile what is up to date too.")
  var force = false

  @Flag(name: .shortAndLong, help: "Do not say which files are written.")
  var quiet = false

  @Argument(help: "Sources and directories of sources.")
  var files: [String]

  private var optimization: Int { min(optimize, 2) }

  func validate() throws {
    guard output != nil else { return }
    guard files.count == 1, !FileReader.isDirectory(files[0]) else { throw ValidationError("--output takes a single source") }
  }

  /// What became of a source.
  private enum Result {
    case skipped
    case made(at: String, [UInt8]?, warnings: [String])
    case wrong(String)
    case failed(String)
  }

  func run() throws {
    var status: Int32 = 0
    let sources = CompileCommand.sources(files) { status = 2 }
    let command = self
    let version = try source.wanted()
    inParallel(sources.count, make: { command.compile(sources[$0], version) }) { result in
      status = max(status, command.report(result))
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func report(_ result: Result) -> Int32 {
    switch result {
    case .skipped: return 0
    case .made(let path, let bytes, let warnings):
      for warning in warnings { writeToStandardError(warning + "\n") }
      if let bytes { writeToStandardOutput(bytes) } else if !quiet { writeToStandardOutput(Array("\(path)\n".utf8)) }
      return 0
    case .wrong(let text):
      writeToStandardError(text + "\n")
      return 1
    case .failed(let text):
      complain(text)
      return 2
    }
  }

  private func compile(_ path: String, _ version: PythonVersion) -> Result {
    let target = output ?? CacheFiles.path(of: path, version, optimization: optimization)
    let state = FileReader.stateOfRegularFile(path)
    if !force, output == nil, let state, CacheFiles.isCurrent(target, of: state, version) { return .skipped }
    let data: [UInt8]
    do throws(FileError) { data = try readFile(path == "-" ? "/dev/stdin" : path, limit: MarshalLimits().size) } catch {
      return .failed("\(path): \(error.reason)")
    }
    guard isSource(path, data) else { return .failed("\(path): is compiled already") }
    let name = path == "-" ? "<stdin>" : path
    do throws(SourceCompilation.Remark) {
      let (code, warnings) = try SourceCompilation.compile(data, name: name, version: version, optimization: optimization)
      let bytes = SourceCompilation.file(code, state?.stamp ?? .timeStamp(0, size: 0))
      let lines = warnings.map { $0.text(in: name) }
      if target == "-" { return .made(at: target, bytes, warnings: lines) }
      if let problem = CacheFiles.write(bytes, to: target, mode: state?.mode ?? 0o666, makesFolders: output == nil) {
        return .failed("\(target): \(problem)")
      }
      return .made(at: target, nil, warnings: lines)
    } catch {
      return .wrong(error.text(in: name))
    }
  }

  /// The sources that are meant: files as they are given, and those in directories, by name.
  /// - Parameter failed: called for each directory that cannot be read, after it was said why.
  private static func sources(_ paths: [String], failed: () -> Void) -> [String] {
    var sources: [String] = []
    var pending = Array(paths.reversed()).map { (path: $0, isGiven: true) }
    while let (path, isGiven) = pending.popLast() {
      guard FileReader.isDirectory(path), isGiven || !FileReader.isLink(path) else {
        if isGiven || path.hasSuffix(".py") { sources.append(path) }
        continue
      }
      guard let names = FileReader.names(in: path) else {
        complain("\(path): \(String(cString: strerror(errno)))")
        failed()
        continue
      }
      let folder = path.hasSuffix("/") ? path : path + "/"
      pending += names.filter { $0 != "__pycache__" }.sorted(by: >).map { (folder + $0, false) }
    }
    return sources
  }
}
