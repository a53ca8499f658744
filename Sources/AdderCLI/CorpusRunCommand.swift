import Adder
import ArgumentParser
import Bytecode
import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder corpus run`
struct CorpusRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs the programs of a corpus and compares them with CPython.",
    discussion: """
      Runs every program in every version that it has bytecode and expectations for, each in a process of its own, and shows what differs from the \
      expected output, standard error or exit status. The exit status is 0 if nothing does, 1 if something does, 2 for bad usage or if a file \
      cannot be read.
      """)

  @Argument(help: "The corpus: a folder with a folder per topic.")
  var folder: String

  @Argument(help: "Run only programs with one of these texts in TOPIC/NAME.")
  var names: [String] = []

  @Option(help: ArgumentHelp("Versions to run, such as 3.12- or a list with commas (default: all).", valueName: "list"))
  var versions = "all"

  @Option(help: "The engine, as for `adder run`.")
  var engine: String?

  @Option(help: "How many programs to run at a time.")
  var jobs = processorCount

  @Option(help: ArgumentHelp("Run the I-th of N parts; every run is in exactly one, the same on every machine.", valueName: "I/N"))
  var shard: String?

  @Option(help: ArgumentHelp("committed: compare with the .expected files; auto: with the real CPython of the version, if one is found.", valueName: "auto|committed"))
  var oracle = "committed"

  @Option(help: ArgumentHelp("A CPython for --oracle auto.", valueName: "VERSION=PATH"))
  var python: [String] = []

  @Option(help: ArgumentHelp("Write the results as JUnit's XML.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Write the results as JSON, for `adder corpus compare` and --failed-in.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Run only what failed in these results. May be given several times.", valueName: "file"))
  var failedIn: [String] = []

  @Option(help: ArgumentHelp("Seconds after which a program is killed.", valueName: "seconds"))
  var time = 60.0

  @Option(help: ArgumentHelp("Memory beyond which a program is killed.", valueName: "bytes"))
  var memory: Int?

  @Flag(help: "Compile the programs from their sources instead of running CPython's bytecode.")
  var source = false

  @Flag(help: "Pass on to `adder run`.")
  var checkStack = false

  @Option(help: ArgumentHelp("Pass on to `adder run`.", valueName: "N"))
  var gcStress: String?

  @Option(
    name: [.customShort("o"), .long], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Pass this word on to `adder run`. May be given several times.", valueName: "word"))
  var option: [String] = []

  @Option(help: ArgumentHelp("The adder that runs the programs (default: this one).", valueName: "path"))
  var adder: String?

  @Flag(name: .shortAndLong, help: "Print a line for every program.")
  var verbose = false

  func run() throws {
    var run = CorpusRun(adder: try worker())
    run.options = try options()
    guard jobs > 0, time > 0, time < 1e9, memory ?? 1 > 0 else { throw CorpusCommand.refuse("--jobs, --time and --memory must be positive") }
    (run.jobs, run.timeLimit, run.memoryLimit) = (jobs, time, memory)
    let (programs, known) = try selection()
    run.oracles = try oracles(Set(programs.map(\.version)))
    var progress = CorpusProgress(programs, isVerbose: verbose)
    let mirror = source ? try CorpusRunCommand.compiled(folder, programs) : nil
    let results = run.run(mirror.map { programs.map($0.program) } ?? programs, known: known) { progress.add($0) }
    mirror?.remove()
    progress.end()
    var report = RunReport()
    (report.corpus, report.options, report.shard, report.runs) = (folder, run.options, shard, results)
    report.oracles = Dictionary(run.oracles.map { ("\($0.key)", $0.value) }) { first, _ in first }
    if let json { try save(report.json, json) }
    if let junit { try save(report.junit, junit) }
    if report.count(.failed) > 0 { throw ExitCode(1) }
  }

  private func save(_ content: [UInt8], _ path: String) throws {
    guard write(content, to: path) else { throw CorpusCommand.refuse("\(path): cannot be written: \(String(cString: strerror(errno)))") }
  }

  private func worker() throws -> String {
    guard let adder else { return CorpusCommand.ownPath }
    guard let path = CorpusCommand.absolute(adder), access(path, X_OK) == 0 else { throw CorpusCommand.refuse("\(adder): cannot be run") }
    return path
  }

  /// The options of `adder run`, which must be right.
  private func options() throws -> [String] {
    var options: [String] = []
    if let engine { options += ["--engine", engine] }
    if checkStack { options.append("--check-stack") }
    if let gcStress { options += ["--gc-stress", gcStress] }
    options += option
    do throws(UsageError) {
      _ = try RunArguments(options + ["FILE"])
    } catch {
      throw CorpusCommand.refuse(error.message)
    }
    return options
  }

  /// The corpus with bytecode that is made of its sources. What the compiler warns of is not said: CPython's bytecode was made so, too.
  private static func compiled(_ folder: String, _ programs: [CorpusProgram]) throws -> SourceMirror {
    do throws(CorpusProgram.Unreadable) {
      let mirror = try SourceMirror(of: folder, programs, versions: CorpusCommand.versions) {
        source, name, isInteractive, version throws(SourceMirror.Failure) in
        do throws(SourceCompilation.Remark) {
          let made = try SourceCompilation.compile(source, name: name, version: version, isInteractive: isInteractive)
          return SourceCompilation.file(made.code, .timeStamp(0, size: 0))
        } catch {
          throw SourceMirror.Failure(error.text(in: name))
        }
      }
      for failure in mirror.failures { complain("corpus: \(failure)") }
      return mirror
    } catch {
      throw CorpusCommand.refuse(error.description)
    }
  }

  /// What is to be run, and the differences that are known.
  private func selection() throws -> (programs: [CorpusProgram], known: KnownDifferences) {
    guard let wanted = VersionSet(versions) else { throw CorpusCommand.refuse("--versions: '\(versions)' is no list of versions") }
    var part: CorpusRun.Shard?
    if let shard {
      part = CorpusRun.Shard(shard)
      if part == nil { throw CorpusCommand.refuse("--shard: '\(shard)' is not I/N with 1 <= I <= N") }
    }
    var programs: [CorpusProgram]
    let known: KnownDifferences
    do throws(CorpusProgram.Unreadable) {
      programs = try CorpusRun.programs(in: folder, versions: wanted, available: CorpusCommand.versions)
      known = try KnownDifferences(corpus: folder, fromSource: source)
    } catch {
      throw CorpusCommand.refuse(error.description)
    }
    if !names.isEmpty { programs = programs.filter { program in names.contains { "\(program)".contains($0) } } }
    guard !programs.isEmpty else { throw CorpusCommand.refuse("\(folder): no program has such a name") }
    if let failed = try failed() { programs = programs.filter { failed.contains($0.runName) } }
    if let part { programs = programs.filter { part.contains($0.runName) } }
    return (programs, known)
  }

  /// The names of the runs that failed in earlier results.
  private func failed() throws -> Set<String>? {
    if failedIn.isEmpty { return nil }
    return Set(try failedIn.flatMap { try CorpusCommand.report($0).runs.filter { $0.verdict == .failed }.map(\.name) })
  }

  /// The CPythons to compare with.
  private func oracles(_ versions: Set<PythonVersion>) throws -> [PythonVersion: String] {
    guard let kind = CorpusRun.Oracle(rawValue: oracle) else { throw CorpusCommand.refuse("--oracle: '\(oracle)' is not auto or committed") }
    guard kind == .auto else { return [:] }
    var oracles = Dictionary(try CorpusCommand.pythons(named: python).map { ($0.version, $0.path) }) { _, last in last }
    for version in versions.sorted() where oracles[version] == nil {
      oracles[version] = CPython.find(version)?.path
      if oracles[version] == nil { complain("corpus: no CPython \(version) found; its programs are compared with the .expected files") }
    }
    return oracles.filter { versions.contains($0.key) }
  }
}
