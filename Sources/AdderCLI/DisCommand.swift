import ArgumentParser
import Bytecode

/// `adder dis`: prints what `dis.dis` of the file's Python version prints.
struct DisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dis", abstract: "Shows the bytecode of a .pyc file as its Python's dis module does.",
    discussion: "Addresses of code objects are replaced by their numbers in the file.")

  enum Format: String, ExpressibleByArgument {
    case text, json, asm
  }

  @Flag(name: [.customShort("C"), .long], help: "Show inline caches.")
  var showCaches = false

  @Flag(name: [.customShort("O"), .long], help: "Show the offset of each instruction.")
  var showOffsets = false

  @Flag(help: "Show the stack before each instruction, bottom first, as the checker infers it.")
  var stack = false

  @Option(help: "text, json (always with offsets and stacks), or asm (what `adder asm` makes the same file of).")
  var format = Format.text

  @Argument(help: "A .pyc file.")
  var file: String

  func run() throws {
    guard let pyc = readPycOrComplain(file) else { throw ExitCode(2) }
    switch format {
    case .text:
      var options = Disassembler.Options()
      options.showsCaches = showCaches
      options.showsOffsets = showOffsets
      options.showsStack = stack
      writeToStandardOutput(Disassembler.text(of: pyc.code, options))
    case .json: writeToStandardOutput(JSONDisassembler.text(of: pyc.code))
    case .asm:
      guard let text = AssemblyWriter.text(of: pyc) else {
        complain("\(file): bytecode of Python \(pyc.code.version) has no assembly text")
        throw ExitCode(2)
      }
      writeToStandardOutput(text)
    }
  }
}
