import Adder
import Bytecode

/// The program that `adder run` runs, read.
struct ProgramFile {
  private enum Content {
    case bytecode(CodeImage)
    case source([UInt8])
    /// A module that is found as others are; whether `-m` named it.
    case module(String, isProgram: Bool)
    /// Nothing but a prompt.
    case prompt
  }

  private let content: Content
  /// The version in which it runs.
  let version: PythonVersion
  /// `__file__`; nil if it is in no file.
  private var path: String?
  /// `co_filename` of source.
  private var name = ""
  /// The first place where it looks for modules; nil for none.
  private(set) var directory: String? = ""
  /// The first place is there even if the program's own folder is not to be (`-P`): it is where the program is.
  private(set) var isArchive = false

  /// Whether nothing but a prompt is run.
  var isPrompt: Bool {
    if case .prompt = content { true } else { false }
  }

  private init(_ content: Content, _ version: PythonVersion, path: String? = nil, name: String = "", directory: String? = "") {
    self.content = content
    self.version = version
    self.path = path
    self.name = name
    self.directory = directory
  }

  /// Reads the program of a command line; if that fails, says why in one line on standard error.
  /// - Parameter isInteractive: a prompt is wanted if no program is named.
  static func findOrComplain(_ command: RunArguments, isInteractive: Bool) -> ProgramFile? {
    let version = command.sourceVersion
    switch command.program {
    case .text(let text): return ProgramFile(.source(Array(text.utf8)), version, name: "<string>")
    case .module(let name): return ProgramFile(.module(name, isProgram: true), version, directory: FileReader.currentDirectory)
    case .none where isInteractive: return ProgramFile(.prompt, version)
    case .none, .file("-"):
      guard let source = readFileOrComplain("-") else { return nil }
      return ProgramFile(.source(source), version, path: "<stdin>", name: "<stdin>")
    case .file(let file):
      if FileReader.isDirectory(file) { return mainOrComplain(of: file, command) }
      return readOrComplain(file, command)
    }
  }

  /// The program of a directory: `__main__.py` or `__main__.pyc`.
  private static func mainOrComplain(of folder: String, _ command: RunArguments) -> ProgramFile? {
    for ending in ["py", "pyc"] where FileReader.isRegularFile("\(folder)/__main__.\(ending)") {
      if ending == "py" { return archive(folder, command.sourceVersion) }
      // Bytecode says itself of which version it is.
      return readOrComplain("\(folder)/__main__.pyc", command, directory: absolutePath(folder))
    }
    complain(
      command.pythonName == nil
        ? "\(folder): is a directory without __main__.py or __main__.pyc" : "can't find '__main__' module in '\(absolutePath(folder))'")
    return nil
  }

  /// A folder or a ZIP file that has a module `__main__`.
  private static func archive(_ path: String, _ version: PythonVersion) -> ProgramFile {
    var program = ProgramFile(.module("__main__", isProgram: false), version, directory: absolutePath(path))
    program.isArchive = true
    return program
  }

  private static func readOrComplain(_ file: String, _ command: RunArguments, directory: String? = nil) -> ProgramFile? {
    let path = absolutePath(file)
    let directory = directory ?? self.directory(of: path)
    let version = command.sourceVersion
    let data: [UInt8]
    do throws(FileError) { data = try readFile(file, limit: MarshalLimits().size) } catch {
      complain(command.pythonName == nil ? "\(file): \(error.reason)" : "can't open file '\(path)': \(error.reason)")
      return nil
    }
    if isSource(file, data) {
      if Archives.isArchive(path, data) { return archive(file, version) }
      let source = command.skipsFirstLine ? Array(data.drop { $0 != UInt8(ascii: "\n") }) : data
      return ProgramFile(.source(source), version, path: path, name: file, directory: directory)
    }
    do throws(PycError) {
      let code = try PycFile(reading: data).code
      return ProgramFile(.bytecode(code), code.version, path: path, name: file, directory: directory)
    } catch {
      complain("\(file): \(error)")
      return nil
    }
  }

  /// - Parameter prompt: what follows; nil for the end.
  func run(in session: Session, then prompt: Prompt?) -> RunOutcome {
    switch content {
    case .bytecode(let image): session.runMain(image, path: path ?? name, then: prompt)
    case .source(let bytes): session.runMain(source: bytes, path: path, name: path ?? name, then: prompt)
    case .module(let name, let isProgram): session.runModule(name, isProgram: isProgram, then: prompt)
    case .prompt: session.run(prompt)
    }
  }

  static func absolutePath(_ file: String) -> String {
    if file.hasPrefix("/") { return file }
    let current = FileReader.currentDirectory
    return current.isEmpty ? file : "\(current)/\(file)"
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
