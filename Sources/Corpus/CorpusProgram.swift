import Bytecode

/// A program of a corpus in the bytecode of one CPython version.
///
/// A corpus is a folder with a folder per topic; in `TOPIC/`, `NAME.expected` says in which versions the program is run, how, and what it
/// prints; `TOPIC/bytecode/VERSION/` has its bytecode, `NAME.pyc`, and the modules that programs import.
public struct CorpusProgram: Sendable, CustomStringConvertible {
  public var topic: String
  public var name: String
  /// The folder that it runs in, that of the topic: `co_filename` is relative to it, so that tracebacks show lines of source.
  public var folder: String
  /// The folder of its bytecode in that folder.
  public var bytecode: String
  public var version: PythonVersion
  /// Which modules it imports in the bytecode of which version, where that is not its own: `NAME VERSION`.
  public var modules: [(name: String, version: PythonVersion)] = []
  public var expectation: Expectation
  /// Where it is run with bytecode that was made of its source (`SourceMirror`); nil: in `folder`, with CPython's.
  var compiledFolder: String?

  /// `TOPIC/NAME`, and behind it ` + MODULE VERSION` for each module of another version.
  public var description: String { modules.reduce("\(topic)/\(name)") { "\($0) + \($1.name) \($1.version)" } }

  /// What a run of it is called (`RunResult.name`).
  public var runName: String { "\(self) (\(version))" }

  /// A corpus that cannot be read.
  public struct Unreadable: Error, CustomStringConvertible {
    public var description: String
  }

  /// All programs for a version, ordered by topic and name; those that import modules of other versions once for each choice of these.
  /// - Parameter moduleVersions: the versions that modules may be of.
  /// - Throws: `Unreadable` if there is none, or if an expectation cannot be understood.
  public static func all(
    in corpus: String, version: PythonVersion, moduleVersions: [PythonVersion] = []
  ) throws(Unreadable) -> [CorpusProgram] {
    var programs: [CorpusProgram] = []
    for topic in entries(of: corpus) {
      for file in entries(of: "\(corpus)/\(topic)") where file.hasSuffix(".expected") {
        guard let expectation = try expectation("\(corpus)/\(topic)/\(file)", version) else { continue }
        let program = CorpusProgram(
          topic: topic, name: String(file.dropLast(".expected".count)), folder: "\(corpus)/\(topic)", bytecode: "bytecode/\(version)", version: version,
          expectation: expectation)
        programs += program.choices(moduleVersions)
      }
    }
    guard !programs.isEmpty else { throw Unreadable(description: "\(corpus): no programs for version \(version)") }
    return programs
  }

  private static func expectation(_ path: String, _ version: PythonVersion) throws(Unreadable) -> Expectation? {
    do throws(Expectation.Malformed) {
      return try ExpectationFile(parsing: bytes(of: path) ?? []).expectation(for: version)
    } catch {
      throw Unreadable(description: "\(path):\(error.line): \(error.reason)")
    }
  }

  /// The program with each choice of the versions of its modules.
  private func choices(_ moduleVersions: [PythonVersion]) -> [CorpusProgram] {
    var choices = [self]
    for module in expectation.modules {
      let versions = moduleVersions.filter(module.versions.contains)
      choices = choices.flatMap { program in
        versions.map { version in
          var copy = program
          copy.modules.append((module.name, version))
          return copy
        }
      }
    }
    return choices
  }

  /// The variables that programs of a corpus run with.
  static let environment = ["PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin"]

  /// The command that runs the program: `WORD... bytecode/VERSION/NAME.pyc ARG...`.
  func command(_ words: [String], timeLimit: Double, memoryLimit: Int?, moduleVersion: PythonVersion? = nil) -> Command {
    var environment = CorpusProgram.environment
    let path =
      modules.map { "bytecode/\(moduleVersion ?? $0.version)/modules/\($0.name)" } + expectation.path.map { "\(bytecode)/\($0)" }
    if !path.isEmpty { environment["PYTHONPATH"] = path.joined(separator: ":") }
    return Command(
      words + ["\(bytecode)/\(name).pyc"] + expectation.arguments, in: compiledFolder ?? folder, environment: environment, timeLimit: timeLimit,
      memoryLimit: memoryLimit)
  }

  /// Runs the program by the `adder` at `adder`, as `adder run OPTION... bytecode/VERSION/NAME.pyc ARG...`.
  public func run(adder: String, options: [String] = [], timeLimit: Double = 60) throws(Outcome.StartFailure) -> Outcome {
    try Outcome.ofRunning(command([adder, "run"] + options, timeLimit: timeLimit, memoryLimit: nil))
  }

  /// Runs the program and says what is otherwise than expected, or nil.
  public func difference(adder: String, options: [String] = [], timeLimit: Double = 60) throws(Outcome.StartFailure) -> String? {
    expectation.difference(from: try run(adder: adder, options: options, timeLimit: timeLimit))
  }
}
