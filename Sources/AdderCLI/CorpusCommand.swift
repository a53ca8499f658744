import ArgumentParser
import Bytecode
import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder corpus`: programs with the bytecode and the output of real CPythons.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Works with a corpus of programs.",
    subcommands: [CorpusRunCommand.self, CorpusCompareCommand.self, CorpusMakeCommand.self, CorpusCoverageCommand.self])

  /// The versions that programs can be run in.
  static var versions: [PythonVersion] { InstructionSet.executableVersions }

  /// The path of this binary.
  static var ownPath: String { absolute("/proc/self/exe") ?? absolute(CommandLine.arguments[0]) ?? CommandLine.arguments[0] }

  /// The path of a file without links; nil if there is no such file.
  static func absolute(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Says what is wrong and ends with the status of bad usage and unreadable files.
  static func refuse(_ message: String) -> ExitCode {
    complain("corpus: \(message)")
    return ExitCode(2)
  }

  /// The CPythons that are named `VERSION=PATH`.
  static func pythons(named items: [String]) throws -> [CPython] {
    try items.map { item in
      let parts = item.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let version = PythonVersion(parts[0]) else { throw refuse("--python: '\(item)' is not VERSION=PATH") }
      guard let python = CPython(version: version, path: String(parts[1])) else { throw refuse("\(parts[1]): no CPython \(version)") }
      return python
    }
  }

  /// The results in a file.
  static func report(_ path: String) throws -> RunReport {
    guard let content = bytes(of: path) else { throw refuse("\(path): cannot be read: \(String(cString: strerror(errno)))") }
    do throws(RunReport.Unreadable) {
      return try RunReport(parsing: content)
    } catch {
      throw refuse("\(path): \(error)")
    }
  }
}

/// `adder corpus compare`
struct CorpusCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares the results of two runs.",
    discussion: """
      Lists the programs that passed before and do not now, those that pass now only, those that fail in another way, new ones and those that are \
      gone, and times that changed by more than a fifth. The exit status is 1 if a program passed before and does not now, 2 if a file cannot be read.
      """)

  @Argument(help: "Results of `adder corpus run --json`, from before.")
  var before: String

  @Argument(help: "The same, from after.")
  var after: String

  func run() throws {
    let comparison = Comparison(try CorpusCommand.report(before), try CorpusCommand.report(after))
    writeToStandardOutput(Array(comparison.text.utf8))
    if !comparison.worse.isEmpty { throw ExitCode(1) }
  }
}

/// `adder corpus make`
struct CorpusMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Makes a corpus' bytecode and expectations with real CPythons.",
    discussion: """
      Uses every CPython that is found as pythonX.Y on PATH or in ~/.pyenv/versions, of the versions that Adder runs. What a program's files say of \
      other versions stays. Lists what changed; with --check it changes nothing, and the exit status is 1 if it would. The exit status is 1 \
      too if a program could not be compiled or run, 2 for bad usage or if there is no CPython.
      """)

  @Argument(help: "The corpus: a folder with a folder per topic.")
  var folder: String

  @Argument(help: "TOPIC or TOPIC/NAME: make these alone.")
  var names: [String] = []

  @Flag(help: "Change nothing; say what would change.")
  var check = false

  @Flag(help: "The folder has programs, not topics: make DIR/bytecode/VERSION/NAME.pyc of DIR/NAME.py, and no expectations.")
  var compile = false

  @Option(help: ArgumentHelp("Use this CPython, and none that is not given.", valueName: "VERSION=PATH"))
  var python: [String] = []

  @Option(help: "How many processes to run at a time.")
  var jobs = processorCount

  func run() throws {
    guard CorpusCommand.absolute(folder) != nil else { throw CorpusCommand.refuse("\(folder): cannot be read") }
    let pythons = python.isEmpty ? CorpusCommand.versions.compactMap(CPython.find) : try CorpusCommand.pythons(named: python)
    guard !pythons.isEmpty else { throw CorpusCommand.refuse("no CPython found; use --python VERSION=PATH") }
    var maker = CorpusMaker(corpus: folder, pythons: pythons)
    (maker.names, maker.isDry, maker.jobs) = (names, check, jobs)
    let report = compile ? maker.compileFolder() : maker.make()
    var text = report.changed.map { "\(check ? "would change" : "changed") \($0)\n" }.joined()
    for (version, count) in report.programs.sorted(by: { $0.key < $1.key }) { text += "\(version): \(count) programs\n" }
    text += "\(report.changed.count) files \(check ? "would change" : "changed")\n"
    writeToStandardOutput(Array(text.utf8))
    for failure in report.failures { complain("corpus: \(failure)") }
    if !report.failures.isEmpty || check && !report.changed.isEmpty { throw ExitCode(1) }
  }
}
