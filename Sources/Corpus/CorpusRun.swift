import Bytecode

/// A run over programs of a corpus: each in a process of its own.
public struct CorpusRun: Sendable {
  /// Where expectations come from.
  public enum Oracle: String, Sendable, CaseIterable {
    /// A real CPython of the program's version that is run here and now; the committed expectations where none is found.
    case auto
    /// The `.expected` files.
    case committed
  }

  /// A part of the runs: those whose number, a hash of their name, has the remainder `index` - 1 when divided by `count`. A run is in exactly
  /// one of the parts 1 to `count`, in the same one on every machine.
  public struct Shard: Equatable, Sendable, CustomStringConvertible {
    public let index: Int
    public let count: Int

    /// Parses `I/N` with 1 ≤ I ≤ N.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let index = parts[0], let count = parts[1], index >= 1, index <= count else { return nil }
      self.index = index
      self.count = count
    }

    public var description: String { "\(index)/\(count)" }

    /// - Parameter name: `CorpusProgram.runName`.
    public func contains(_ name: String) -> Bool {
      // FNV-1a, 64 bits.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return (hash ^ hash >> 32) % UInt64(count) == UInt64(index - 1)
    }
  }

  /// The `adder` that runs the programs, with the options of `adder run`.
  public var adder: String
  public var options: [String] = []
  public var jobs = processorCount
  /// Seconds that a program may take.
  public var timeLimit = 60.0
  /// Bytes of memory that a program may have.
  public var memoryLimit: Int?
  /// The real CPythons to compare with, by version; programs of other versions are compared with the `.expected` files.
  public var oracles: [PythonVersion: String] = [:]

  public init(adder: String) { self.adder = adder }

  /// The programs of a corpus that can be run.
  /// - Parameters:
  ///   - versions: the versions that are wanted.
  ///   - available: the versions that can be run.
  /// - Throws: `Unreadable` if the corpus has no program for a version that is wanted by name, or for none at all.
  public static func programs(
    in corpus: String, versions: VersionSet = .all, available: [PythonVersion]
  ) throws(CorpusProgram.Unreadable) -> [CorpusProgram] {
    var programs: [CorpusProgram] = []
    var missing: CorpusProgram.Unreadable?
    let topics = entries(of: corpus)
    for version in available where versions.contains(version) {
      // A version without bytecode is passed over; a program without bytecode in a version that has some fails.
      let hasBytecode = topics.contains { isFolder("\(corpus)/\($0)/bytecode/\(version)") }
      if !hasBytecode && versions == .all { continue }
      programs += try CorpusProgram.all(in: corpus, version: version, moduleVersions: available)
    }
    for item in versions.items where !available.contains(where: item.contains) {
      missing = CorpusProgram.Unreadable(description: "no interpreter for \(item); there is \(VersionSet.closed(available))")
    }
    if let missing { throw missing }
    if programs.isEmpty { throw CorpusProgram.Unreadable(description: "\(corpus): no programs for \(VersionSet.closed(available))") }
    return programs
  }

  /// Runs programs.
  /// - Parameter ended: called with each result when it is there.
  /// - Returns: the results, ordered by program and version.
  public func run(_ programs: [CorpusProgram], known: KnownDifferences, ended: (RunResult) -> Void) -> [RunResult] {
    var results: [RunResult] = []
    let expectations = expectations(programs)
    runAll(programs.count, jobs: jobs) { index in
      programs[index].command([adder, "run"] + options, timeLimit: timeLimit, memoryLimit: memoryLimit)
    } ended: { index, outcome in
      let program = programs[index]
      let result =
        switch outcome {
        case .success(let outcome): RunResult(program, expectations[index], outcome, known: known.reason(program))
        case .failure(let failure):
          RunResult(
            program: program.description, version: program.version, verdict: .failed, reason: .start,
            message: "\(failure.command): cannot be started: \(failure.reason)")
        }
      results.append(result)
      ended(result)
    }
    return results.sorted { ($0.program, $0.version) < ($1.program, $1.version) }
  }

  /// What each program is expected to do, by the oracles where there are some.
  private func expectations(_ programs: [CorpusProgram]) -> [Expectation] {
    var expectations = programs.map(\.expectation)
    let asked = programs.indices.filter { oracles[programs[$0].version] != nil }
    runAll(asked.count, jobs: jobs) { number in
      var program = programs[asked[number]]
      program.compiledFolder = nil
      return program.command(
        [oracles[program.version] ?? "", "-S", "-s"], timeLimit: timeLimit, memoryLimit: nil, moduleVersion: program.version)
    } ended: { number, outcome in
      let index = asked[number]
      if case .success(let outcome) = outcome { expectations[index] = expectations[index].changed(to: outcome) }
    }
    return expectations
  }
}
