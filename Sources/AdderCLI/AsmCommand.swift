import ArgumentParser
import Bytecode

/// `adder asm`: makes a .pyc file of assembly text.
struct AsmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asm", abstract: "Assembles the text that dis --format asm writes, or that you write, to a .pyc file.",
    discussion: """
      Errors are printed as FILE:LINE:COLUMN, several in one run; the exit status is then 1, and nothing is written. It is 2 \
      if a file cannot be read or written. The result is not verified: run `adder check` for that.
      """)

  @Option(name: .shortAndLong, help: "The .pyc file to write; - for standard output. (default: FILE with the suffix .pyc)")
  var output: String?

  @Option(help: "The Python version, if the text does not name one.")
  var python: String?

  @Argument(help: "A file with assembly text; - for standard input.")
  var file: String

  func run() throws {
    var version: PythonVersion?
    if let python {
      guard let known = PythonVersion(python) else { throw ValidationError("--python needs a version such as 3.13") }
      version = known
    }
    guard let text = readFileOrComplain(file) else { throw ExitCode(2) }
    let data = try assemble(text, version)
    guard outputPath != "-" else { return writeToStandardOutput(data) }
    guard writeFileOrComplain(data, outputPath) else { throw ExitCode(2) }
  }

  private var outputPath: String {
    if let output { return output }
    guard file != "-" else { return "-" }
    let name = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[file.index(after: $0)...] } ?? file[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return file + ".pyc" }
    return file[..<dot] + ".pyc"
  }

  private func assemble(_ text: [UInt8], _ version: PythonVersion?) throws -> [UInt8] {
    do throws(AssemblyErrors) {
      return try Assembler.assemble(text, version: version).write()
    } catch {
      for problem in error.errors {
        writeToStandardError("\(file):\(problem.line > 0 ? "" : " ")\(problem)\n")
      }
      throw ExitCode(1)
    }
  }
}
