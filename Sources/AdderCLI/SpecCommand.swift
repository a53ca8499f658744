import ArgumentParser
import Bytecode
import SpecModel
import SpecYAML

/// `adder spec`: the reference of instructions in the terminal, and a check of the spec itself.
struct SpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spec", abstract: "Shows and checks the instruction specification.",
    subcommands: [SpecListCommand.self, SpecShowCommand.self, SpecDiffCommand.self, SpecLintCommand.self])
}

/// The option that selects an instruction set.
struct VersionOption: ParsableArguments {
  @Option(name: .customLong("version"), help: "The Python version, such as 3.13; the newest if left out.")
  var text: String?

  func instructionSet() throws -> InstructionSet {
    guard let text else { return InstructionSet.newest }
    guard let version = PythonVersion(text), let set = InstructionSet.of(version) else {
      let known = InstructionSet.versions.map(\.description).joined(separator: ", ")
      throw ValidationError("no instruction set for version \(text); there are: \(known)")
    }
    return set
  }
}

/// `adder spec list`: a line for each instruction.
struct SpecListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists instructions: number, name, stack picture.")

  @OptionGroup var version: VersionOption

  @Option(help: "Only instructions of this family, such as attribute.")
  var family: String?

  @Flag(help: "Also those that never stand in a file: specialized, instrumented, internal and pseudo-instructions.")
  var all = false

  func run() throws {
    let set = try version.instructionSet()
    let shown = set.instructions.filter { $0.kind == .real || (all && $0.kind != .unused) }
    if let family, !shown.contains(where: { $0.family == family }) {
      throw ValidationError("no family \(family)" + hint(nearestName(to: family, among: Set(shown.map(\.family)).sorted())))
    }
    var text = ""
    for instruction in shown where family == nil || instruction.family == family {
      let kind = instruction.kind == .real ? "" : "  (\(instruction.kind))"
      text += padded(instruction.number, 3) + "  " + instruction.name.padded(to: 28) + instruction.stack.next + kind + "\n"
    }
    writeToStandardOutput(Array(text.utf8))
  }
}

/// `adder spec show`: everything about one instruction.
struct SpecShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the reference page of an instruction.",
    discussion: "Without --version, it is that of the newest version that has the instruction.")

  @Argument(help: "The name of an instruction, such as LOAD_ATTR.")
  var name: String

  @OptionGroup var version: VersionOption

  func run() throws {
    let wanted = try version.instructionSet()
    // Without a version, that of the newest that has the instruction.
    let others = version.text == nil ? InstructionSet.all.reversed() : []
    let set = ([wanted] + others).first { $0.named(name.uppercased()) != nil } ?? wanted
    guard let instruction = set.named(name.uppercased()) else {
      let names = set.instructions.filter { $0.kind != .unused }.map(\.name)
      throw ValidationError("Python \(set.version) has no instruction \(name)" + hint(nearestName(to: name, among: names)))
    }
    writeToStandardOutput(Array(SpecPage(set: set, instruction: instruction).text.utf8))
  }
}

/// `adder spec lint`: the mistakes in a `Spec/` directory.
struct SpecLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Checks the YAML files of a specification.",
    discussion: """
      Prints nothing if all is well, else one line for each mistake: file:line:column: what is wrong. The exit status is 0 if \
      there are none, 1 if there are some, 2 if the files cannot be read.
      """)

  @Argument(help: "The directory of the specification.")
  var directory = "Spec"

  func run() throws {
    let files: [SourceFile]
    do {
      files = try SpecDirectory.read(directory)
    } catch {
      writeToStandardError("adder: \(error)\n")
      throw ExitCode(2)
    }
    let errors = SpecReader.read(files).diagnostics.errors
    if errors.isEmpty { return }
    writeToStandardOutput(Array(errors.map { "\($0)\n" }.joined().utf8))
    throw ExitCode(1)
  }
}

private func hint(_ name: String?) -> String { name.map { "; did you mean \($0)?" } ?? "" }

private func padded(_ number: some BinaryInteger, _ width: Int) -> String {
  let text = "\(number)"
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

extension String {
  /// The text with spaces up to a column, and at least one.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
