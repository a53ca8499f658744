import ArgumentParser
import Bytecode

/// `adder check`: verifies every code object of .pyc files.
struct CheckCommand: FilesCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verifies the bytecode of .pyc files, and compiles sources.",
    discussion: """
      Prints nothing if all is well, else one line for each finding; what is wrong with a source is one, as FILE:LINE:COLUMN: in CPython's \
      words. The exit status is 0 if there are none, 1 if there are some, 2 if a file cannot be read.
      """)

  @OptionGroup var source: SourceVersion

  @Argument(help: "Sources and .pyc files.")
  var files: [String]

  func run() throws {
    var status: Int32 = 0
    let files = files
    let version = try source.wanted()
    inParallel(files.count, make: { CheckCommand.findings(in: files[$0], version) }) { findings in
      switch findings {
      case .success(let lines):
        guard !lines.isEmpty else { return }
        status = max(status, 1)
        writeToStandardOutput(Array(lines.utf8))
      case .failure(let error):
        status = 2
        complain(error.reason)
      }
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// A line for each finding in a file.
  private static func findings(in file: String, _ version: PythonVersion) -> Result<String, FileError> {
    do throws(FileError) {
      var lines = ""
      forEachCodeObject(in: try readProgram(file, version).code) { code in
        for finding in Verifier.findings(in: code) {
          let separator = finding.offset == nil ? ":" : ","
          lines += "\(file): code object \(code.qualifiedName.escaped)\(separator) \(finding)\n"
        }
      }
      return .success(lines)
    } catch {
      return error.isMistake ? .success(error.reason + "\n") : .failure(FileError(reason: "\(file): \(error.reason)"))
    }
  }
}

/// Calls `body` for a code object and those nested in it, each once, outer ones first.
private func forEachCodeObject(in root: CodeImage, _ body: (CodeImage) -> Void) {
  var seen: Set<ObjectIdentifier> = []
  var pending = [root]
  while let code = pending.popLast() {
    guard seen.insert(ObjectIdentifier(code)).inserted else { continue }
    body(code)
    for case .code(let nested) in code.constants.reversed() { pending.append(nested) }
  }
}
