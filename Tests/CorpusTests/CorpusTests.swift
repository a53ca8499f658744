import Bytecode
import Corpus
import Foundation
import Testing

/// Every program of the corpus prints what CPython prints and ends as it does, in every version.
@Suite struct CorpusTests {
  static let versions = InstructionSet.executableVersions
  static let programs: [CorpusProgram] = (try? CorpusRun.programs(in: Build.corpus, available: versions)) ?? []

  /// Those whose modules are of their own version.
  static let unmixed = programs.filter { program in program.modules.allSatisfy { $0.version == program.version } }

  @Test(arguments: versions) func theCorpusIsThere(version: PythonVersion) throws {
    #expect(try CorpusProgram.all(in: Build.corpus, version: version, moduleVersions: Self.versions).count >= 100)
  }

  /// What `not-yet.txt` admits to be different.
  static let known = Result { try KnownDifferences(corpus: Build.corpus) }

  @Test func everyKnownDifferenceIsAProgram() throws {
    let names = Set(Self.programs.map { "\($0.topic)/\($0.name)" })
    for name in try Self.known.get().programs where !names.contains(name) { Issue.record("not-yet.txt: there is no program \(name)") }
    for name in try KnownDifferences(corpus: Build.corpus, fromSource: true).programs where !names.contains(name) {
      Issue.record("not-from-source.txt: there is no program \(name)")
    }
  }

  @Test(arguments: programs) func runsAsInCPython(program: CorpusProgram) throws {
    try check(program, options: [])
  }

  /// Every stack effect that the spec declares holds while the program runs.
  @Test(arguments: unmixed) func keepsTheDeclaredStackEffects(program: CorpusProgram) throws {
    try check(program, options: ["--check-stack"])
  }

  /// No object is freed while something refers to it. Freed cells are overwritten. GC_STRESS in the environment asks for more collections.
  @Test(arguments: unmixed) func keepsWhatItUsesUnderStress(program: CorpusProgram) throws {
    try check(program, options: ["--gc-stress", Build.stress])
  }

  /// Compiled from the sources, not in CPython's bytecode; `not-from-source.txt` lists what cannot be the same then.
  @Test(arguments: versions) func printsTheSameFromItsSources(version: PythonVersion) throws {
    let (_, path) = try #require(Scratch.file())
    defer { remove(path) }
    let words = [Build.adder, "corpus", "run", Build.corpus, "--source", "--versions", "\(version)", "--json", path]
    let environment = ["PATH": "/usr/bin:/bin", "TMPDIR": Build.temporaryFolder]
    let outcome = try Outcome.ofRunning(Command(words, in: "/", environment: environment, timeLimit: 600))
    let report = try RunReport(parsing: bytes(of: path) ?? [])
    #expect(report.runs.count >= 100, "\(String(decoding: outcome.errors, as: UTF8.self))")
    for run in report.runs where run.verdict == .failed { Issue.record("\(run.name): \(run.message)\n\(run.difference)") }
  }

  private func check(_ program: CorpusProgram, options: [String]) throws {
    let difference = try program.difference(adder: Build.adder, options: options)
    if let reason = try Self.known.get().reason(program) {
      if difference == nil { Issue.record("\(program.runName) passes: take it off not-yet.txt (\(reason))") }
    } else if let difference {
      Issue.record("\(program.runName):\n\(difference)")
    }
  }
}
