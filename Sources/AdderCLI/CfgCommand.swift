import ArgumentParser
import Bytecode
import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder cfg`: draws control-flow graphs.
struct CfgCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cfg", abstract: "Draws the control flow of a program's code objects.",
    discussion: """
      Writes Graphviz' language, or SVG where Graphviz' program dot is installed. Each code object is a cluster of blocks; \
      dashed lines lead to the handlers of exceptions, gray blocks are never reached.
      """)

  enum Format: String, ExpressibleByArgument {
    case dot, svg
  }

  @Option(help: "Only the code objects with this qualified name.")
  var function: String?

  @Option(name: .shortAndLong, help: "The file to write; - for standard output.")
  var output = "-"

  @Option(help: "dot or svg.")
  var format = Format.dot

  @OptionGroup var source: SourceVersion

  @Argument(help: "A source or a .pyc file.")
  var file: String

  func run() throws {
    guard let pyc = readProgramOrComplain(file, try source.wanted()) else { throw ExitCode(2) }
    guard let text = GraphvizWriter.text(of: pyc.code, function: function) else {
      complain("\(file): \(function.map { "no code object has the qualified name \($0)" } ?? "its instructions cannot be drawn")")
      throw ExitCode(1)
    }
    switch format {
    case .dot:
      guard output != "-" else { return writeToStandardOutput(text) }
      guard writeFileOrComplain(text, output) else { throw ExitCode(2) }
    case .svg: try draw(text)
    }
  }

  /// Has Graphviz draw the graph.
  private func draw(_ text: [UInt8]) throws {
    guard let scratch = Scratch.file() else {
      complain("cannot make a temporary file: \(String(cString: strerror(errno)))")
      throw ExitCode(2)
    }
    close(scratch.descriptor)
    defer { unlink(scratch.path) }
    guard writeFileOrComplain(text, scratch.path) else { throw ExitCode(2) }
    let arguments = ["dot", "-Tsvg", scratch.path] + (output == "-" ? [] : ["-o", output])
    switch run(arguments) {
    case .some(0): return
    case .some(127), nil:
      complain("SVG needs Graphviz, whose program dot was not found; --format dot needs nothing")
    case .some(let status): complain("dot failed (status \(status))")
    }
    throw ExitCode(2)
  }

  /// Runs a program from the path. Returns its exit status, nil if it could not be started or ended by a signal.
  private func run(_ arguments: [String]) -> Int32? {
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], nil, nil, &strings, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
