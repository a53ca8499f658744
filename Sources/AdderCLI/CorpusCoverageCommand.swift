import ArgumentParser
import Bytecode
import Corpus

/// `adder corpus coverage`
struct CorpusCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Lists the instructions and operand forms that no program of a corpus executes.",
    discussion: """
      Runs every program and compares what was executed with the specification: every instruction, every entry of a table that an \
      operand names, every flag set and clear, every value of a small range, and an exception from every instruction that may raise. \
      Prints a line for each that is missing and has no reason in the corpus' not-executed.txt, and for each that has one but was executed; \
      then the totals. The exit status is 1 if a line was printed.
      """)

  @Argument(help: "The corpus: a folder with a folder per topic.")
  var folder = "Tests/Corpora"

  @Option(help: "The CPython version whose bytecode is run (default: the newest that there is).")
  var version: String?

  func run() throws {
    do {
      let wanted = InstructionSet.executableVersions.last { version == nil || "\($0)" == version }
      guard let set = wanted.flatMap(InstructionSet.of) else {
        throw CorpusCommand.refuse("no interpreter for \(version ?? "any version")")
      }
      let programs = try CorpusProgram.all(in: folder, version: set.version)
      var coverage = CorpusCoverage(set)
      for program in programs { try coverage.add(program) }
      let missing = coverage.missing()
      let reasons = try CorpusCoverage.reasons(corpus: folder)
      let unexplained = missing.filter { reasons[$0] == nil }
      let outdated = Set(reasons.keys).subtracting(missing).sorted()
      var text = unexplained.map { $0 + "\n" }.joined()
      text += outdated.map { "not-executed.txt: executed, or no form: \($0)\n" }.joined()
      text += "\(programs.count) programs: \(coverage.total - missing.count) of \(coverage.total) forms executed, "
      text += "\(missing.count - unexplained.count) have a reason why not\n"
      writeToStandardOutput(Array(text.utf8))
      if !unexplained.isEmpty || !outdated.isEmpty { throw ExitCode(1) }
    } catch let error as CorpusProgram.Unreadable {
      complain(error.description)
      throw ExitCode(2)
    } catch let error as FileError {
      complain("\(folder)/not-executed.txt: \(error.reason)")
      throw ExitCode(2)
    } catch let error as CorpusCoverage.Failure {
      complain(error.description)
      throw ExitCode(2)
    }
  }
}
