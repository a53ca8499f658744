import Adder
import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that `adder run` runs, read.
struct ProgramFile {
  private enum Content {
    case bytecode(CodeImage)
    case source([UInt8])
  }

  private let content: Content
  /// The version in which it runs.
  let version: PythonVersion
  /// `__file__`; nil if it is in no file.
  private let path: String?
  /// `co_filename` of source.
  private let name: String
  /// The first place where it looks for modules.
  let directory: String

  /// Reads the program of a command line; if that fails, says why in one line on standard error.
  static func findOrComplain(_ command: RunArguments) -> ProgramFile? {
    let version = command.sourceVersion
    if command.isText {
      return ProgramFile(content: .source(Array(command.file.utf8)), version: version, path: nil, name: "<string>", directory: "")
    }
    if command.file == "-" {
      guard let source = readFileOrComplain("-") else { return nil }
      return ProgramFile(content: .source(source), version: version, path: "<stdin>", name: "<stdin>", directory: "")
    }
    if FileReader.isDirectory(command.file) { return mainOrComplain(of: command.file, version) }
    return readOrComplain(command.file, version, directory: nil)
  }

  /// The program of a directory: `__main__.py` or `__main__.pyc`.
  private static func mainOrComplain(of folder: String, _ version: PythonVersion) -> ProgramFile? {
    for name in ["__main__.py", "__main__.pyc"] where FileReader.isRegularFile("\(folder)/\(name)") {
      return readOrComplain("\(folder)/\(name)", version, directory: absolutePath(folder))
    }
    complain("\(folder): is a directory without __main__.py or __main__.pyc")
    return nil
  }

  private static func readOrComplain(_ file: String, _ version: PythonVersion, directory: String?) -> ProgramFile? {
    let path = absolutePath(file)
    let directory = directory ?? self.directory(of: path)
    guard let data = readFileOrComplain(file) else { return nil }
    let isBytecode = file.hasSuffix(".pyc") || PycFile.beginsLikeOne(data)
    if !isBytecode { return ProgramFile(content: .source(data), version: version, path: path, name: file, directory: directory) }
    do throws(PycError) {
      let code = try PycFile(reading: data).code
      return ProgramFile(content: .bytecode(code), version: code.version, path: path, name: file, directory: directory)
    } catch {
      complain("\(file): \(error)")
      return nil
    }
  }

  func run(in session: Session) -> RunOutcome {
    switch content {
    case .bytecode(let image): session.runMain(image, path: path ?? name)
    case .source(let bytes): session.runMain(source: bytes, path: path, name: path ?? name)
    }
  }

  private static func absolutePath(_ file: String) -> String {
    if file.hasPrefix("/") { return file }
    guard let buffer = getcwd(nil, 0) else { return file }
    defer { free(buffer) }
    return String(cString: buffer) + "/" + file
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
