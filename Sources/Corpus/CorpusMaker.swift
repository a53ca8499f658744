import Bytecode

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes the bytecode and the expectations of a corpus with real CPythons.
///
/// For a program `TOPIC/NAME.py` (`ProgramSource` has the settings in its head) and each version that it is for, these are made:
/// `TOPIC/bytecode/VERSION/NAME.pyc` (unchecked-hash header, co_filename `NAME.py`), and the version's part of `TOPIC/NAME.expected`
/// (`ExpectationFile`). CPython runs the .pyc in the folder of the topic, where it finds the source for its tracebacks. What is made depends on nothing but the program and the CPython: PYTHONHASHSEED is 0, and every file is compiled in a process of its own.
public struct CorpusMaker {
  public let corpus: String
  public let pythons: [CPython]
  /// What is made: topics and `TOPIC/NAME`; everything if empty.
  public var names: [String] = []
  /// Only look what would change.
  public var isDry = false
  public var jobs = processorCount

  public init(corpus: String, pythons: [CPython]) {
    self.corpus = corpus
    self.pythons = pythons
  }

  /// What was made.
  public struct Report {
    /// Number of programs by version.
    public var programs: [PythonVersion: Int] = [:]
    /// Files that are not as they were, below the corpus.
    public var changed: [String] = []
    /// What went wrong, a line each. The files that it is about are left as they were.
    public var failures: [String] = []
  }

  /// Seconds that a program may take.
  private static let timeLimit = 60.0

  /// Makes bytecode and expectations of a folder of topics.
  public func make() -> Report {
    var report = Report()
    let sources = sources(&report)
    let wanted = sources.filter(isWanted)
    for name in names where !sources.contains(where: { $0.topic == name || $0.description == name }) {
      report.failures.append("\(name): there is no such topic or program")
    }
    inScratch(&report) { scratch, report in
      // Programs find the modules of their topic.
      let topics = Set(wanted.map(\.topic))
      let compiled = sources.filter { isWanted($0) || topics.contains($0.topic) && !$0.isProgram }
      let made = compile(compiled, scratch, &report)
      put(made, from: scratch, &report)
      expect(wanted.filter(\.isProgram), made, scratch, &report)
    }
    if names.isEmpty { removeOrphans(sources, &report) }
    return report
  }

  /// Makes the bytecode alone of the programs in a folder without topics: `bytecode/VERSION/NAME.pyc` of `NAME.py`.
  public func compileFolder() -> Report {
    var report = Report()
    let sources = entries(of: corpus).filter { $0.hasSuffix(".py") }.compactMap { source(".", $0, &report) }
    inScratch(&report) { scratch, report in
      put(compile(sources, scratch, &report), from: scratch, &report)
    }
    return report
  }

  private func inScratch(_ report: inout Report, _ body: (String, inout Report) -> Void) {
    guard let scratch = Scratch.folder() else {
      report.failures.append("no folder for scratch files: \(String(cString: strerror(errno)))")
      return
    }
    body(scratch, &report)
    removeFolder(scratch)
  }

  private func isWanted(_ source: ProgramSource) -> Bool {
    names.isEmpty || names.contains(source.topic) || names.contains(source.description)
  }

  private func sources(_ report: inout Report) -> [ProgramSource] {
    var sources: [ProgramSource] = []
    for topic in entries(of: corpus) where isFolder("\(corpus)/\(topic)") {
      for file in files(below: "\(corpus)/\(topic)") where file.hasSuffix(".py") && !file.hasPrefix("bytecode/") {
        if let source = source(topic, file, &report) { sources.append(source) }
      }
    }
    return sources
  }

  private func source(_ topic: String, _ file: String, _ report: inout Report) -> ProgramSource? {
    let path = "\(corpus)/\(topic)/\(file)"
    guard let content = bytes(of: path) else {
      report.failures.append("\(path): cannot be read")
      return nil
    }
    do throws(ProgramSource.Malformed) {
      return try ProgramSource(topic: topic, name: String(file.dropLast(".py".count)), bytes: content)
    } catch {
      report.failures.append("\(path):\(error.line): not understood")
      return nil
    }
  }

  /// A source in one version.
  private struct Unit {
    let source: ProgramSource
    let python: CPython

    var version: PythonVersion { python.version }
    /// The folder of its bytecode in that of the topic.
    var folder: String { "bytecode/\(version)" }
    /// The path of its bytecode.
    var bytecode: String { "\(source.topic)/\(folder)/\(source.name).pyc" }
    var description: String { "\(source) (\(version))" }
  }

  private func units(_ sources: [ProgramSource]) -> [Unit] {
    pythons.flatMap { python in sources.filter { $0.versions.contains(python.version) }.map { Unit(source: $0, python: python) } }
  }

  /// Compiles a file, given its path, the name it is to have, the mode and the path of the bytecode.
  private static let compiler = """
    import importlib.util, sys
    from importlib._bootstrap_external import _code_to_hash_pyc
    source_path, name, mode, target = sys.argv[1:]
    with open(source_path, 'rb') as file:
        source = file.read()
    code = compile(source, name, mode, dont_inherit=True)
    with open(target, 'wb') as file:
        file.write(_code_to_hash_pyc(code, importlib.util.source_hash(source), False))
    """

  /// Writes bytecode below `scratch`; returns what there is.
  private func compile(_ sources: [ProgramSource], _ scratch: String, _ report: inout Report) -> [Unit] {
    let units = units(sources)
    for unit in units { makeFolders(folder(of: "\(scratch)/\(unit.bytecode)")) }
    var failures: [String] = []
    for source in sources where !write(source.bytes, to: "\(scratch)/\(source).py") {
      failures.append("\(source): cannot be copied: \(String(cString: strerror(errno)))")
    }
    var compiled: Set<Int> = []
    let root = absolutePath(corpus)
    runAll(units.count, jobs: jobs) { index in
      let unit = units[index]
      // Not isolated: the order of constant sets depends on PYTHONHASHSEED.
      let words = [unit.python.path, "-s", "-S", "-W", "ignore", "-c", CorpusMaker.compiler]
      let arguments = ["\(root)/\(unit.source).py", "\(unit.source.name).py", unit.source.mode, "\(scratch)/\(unit.bytecode)"]
      return Command(words + arguments, in: "/", environment: CPython.environment, timeLimit: 60)
    } ended: { index, outcome in
      if let problem = CorpusMaker.problem(outcome, allowed: [0]) {
        failures.append("\(units[index].description): cannot be compiled: \(problem)")
      } else {
        compiled.insert(index)
      }
    }
    report.failures += failures.sorted()
    return compiled.sorted().map { units[$0] }
  }

  /// Why a process is of no use; nil if it is.
  private static func problem(_ outcome: Result<Outcome, Outcome.StartFailure>, allowed: Set<Int32>?) -> String? {
    switch outcome {
    case .failure(let failure): return failure.reason
    case .success(let outcome):
      if let killer = outcome.killer { return killer }
      if allowed?.contains(outcome.status) ?? true { return nil }
      return lines(of: outcome.errors).last.map(text) ?? "exit status \(outcome.status)"
    }
  }

  /// Why a text cannot be what a program is expected to print.
  private static func problem(ofPrinted bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "what it prints is not UTF-8" }
    for part in text.split(separator: " at 0x").dropFirst() where part.prefix(while: \.isHexDigit).count > 5 {
      return "it prints an address, which is another one in each run"
    }
    return nil
  }

  /// Puts bytecode into the corpus.
  private func put(_ units: [Unit], from scratch: String, _ report: inout Report) {
    for unit in units { put(bytes(of: "\(scratch)/\(unit.bytecode)") ?? [], unit.bytecode, &report) }
  }

  private func put(_ content: [UInt8], _ path: String, _ report: inout Report) {
    let place = "\(corpus)/\(path)"
    if let old = bytes(of: place), old == content { return }
    report.changed.append(path)
    if !isDry && !write(content, to: place) { report.failures.append("\(place): cannot be written: \(String(cString: strerror(errno)))") }
  }

  /// Runs programs, and puts what they did into their expectations.
  private func expect(_ programs: [ProgramSource], _ made: [Unit], _ scratch: String, _ report: inout Report) {
    let known = Set(programs.map(\.description))
    let units = made.filter { known.contains($0.source.description) }
    var found: [String: [(PythonVersion, Expectation)]] = [:]
    var failures: [String] = []
    runAll(units.count, jobs: jobs) { index in
      command(units[index], scratch)
    } ended: { index, outcome in
      let unit = units[index]
      var problem = CorpusMaker.problem(outcome, allowed: nil)
      if case .success(let outcome) = outcome, problem == nil {
        problem = CorpusMaker.problem(ofPrinted: outcome.output + outcome.errors)
        found[unit.source.description, default: []].append((unit.version, unit.source.expectation.changed(to: outcome)))
      }
      if let problem { failures.append("\(unit.description): \(problem)") }
    }
    report.failures += failures.sorted()
    for python in pythons { report.programs[python.version] = units.count { $0.version == python.version } }
    for program in programs { update(program, found[program.description] ?? [], &report) }
  }

  private func command(_ unit: Unit, _ scratch: String) -> Command {
    let program = CorpusProgram(
      topic: unit.source.topic, name: unit.source.name, folder: "\(scratch)/\(unit.source.topic)", bytecode: unit.folder, version: unit.version,
      modules: unit.source.modules.map { ($0.name, unit.version) }, expectation: unit.source.expectation)
    var command = program.command([unit.python.path, "-S", "-s"], timeLimit: CorpusMaker.timeLimit, memoryLimit: nil)
    command.environment["PATH"] = CPython.environment["PATH"]
    return command
  }

  /// Sets what a program does in some versions; the others stay as the file has them.
  private func update(_ program: ProgramSource, _ found: [(PythonVersion, Expectation)], _ report: inout Report) {
    let path = "\(program).expected"
    var file = ExpectationFile()
    if let content = bytes(of: "\(corpus)/\(path)") {
      do throws(Expectation.Malformed) {
        file = try ExpectationFile(parsing: content)
      } catch {
        report.failures.append("\(corpus)/\(path):\(error.line): \(error.reason)")
        return
      }
    }
    file.keep(program.versions)
    for (version, expectation) in found { file.set(expectation, for: version) }
    if !file.versions.isEmpty { put(file.bytes, path, &report) }
  }

  /// Removes files whose program is gone, or is not for their version.
  private func removeOrphans(_ sources: [ProgramSource], _ report: inout Report) {
    let known = Dictionary(sources.map { ($0.description, $0) }) { first, _ in first }
    for topic in entries(of: corpus) where isFolder("\(corpus)/\(topic)") {
      for file in files(below: "\(corpus)/\(topic)") {
        let isOrphan: Bool
        if file.hasPrefix("bytecode/") {
          let parts = file.split(separator: "/", maxSplits: 2)
          let name = parts.count == 3 && parts[2].hasSuffix(".pyc") ? "\(topic)/\(parts[2].dropLast(4))" : ""
          isOrphan = known[name].map { source in PythonVersion(parts[1]).map(source.versions.contains) != true } ?? true
        } else {
          isOrphan = file.hasSuffix(".expected") && known["\(topic)/\(file.dropLast(".expected".count))"]?.isProgram != true
        }
        if isOrphan { remove("\(topic)/\(file)", &report) }
      }
    }
  }

  private func remove(_ path: String, _ report: inout Report) {
    report.changed.append(path)
    if isDry { return }
    unlink("\(corpus)/\(path)")
    // Fails where the folder has other files.
    rmdir("\(corpus)/\(folder(of: path))")
  }
}

/// A path that does not depend on the current folder.
private func absolutePath(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
