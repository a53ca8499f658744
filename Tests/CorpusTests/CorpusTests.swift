import Corpus
import Testing

/// Every program of the corpus prints what CPython prints and ends as it does.
@Suite struct CorpusTests {
  static let programs: [CorpusProgram] = (try? CorpusProgram.all(in: Build.corpus, version: "3.13")) ?? []

  @Test func theCorpusIsThere() throws {
    #expect(try CorpusProgram.all(in: Build.corpus, version: "3.13").count >= 100)
  }

  /// What `not-yet.txt` admits to be different.
  static let known = KnownDifferences.of(corpus: Build.corpus)

  @Test func everyKnownDifferenceIsAProgram() {
    let names = Set(Self.programs.map(\.description))
    for name in Self.known.keys where !names.contains(name) { Issue.record("not-yet.txt: there is no program \(name)") }
  }

  @Test(arguments: programs) func runsAsInCPython(program: CorpusProgram) throws {
    try check(program, options: [])
  }

  /// Every stack effect that the spec declares holds while the program runs.
  @Test(arguments: programs) func keepsTheDeclaredStackEffects(program: CorpusProgram) throws {
    try check(program, options: ["--check-stack"])
  }

  /// No object is freed while something refers to it. Freed cells are overwritten. GC_STRESS in the environment asks for more collections.
  @Test(arguments: programs) func keepsWhatItUsesUnderStress(program: CorpusProgram) throws {
    try check(program, options: ["--gc-stress", Build.stress])
  }

  private func check(_ program: CorpusProgram, options: [String]) throws {
    let difference = try program.difference(adder: Build.adder, options: options)
    if let reason = Self.known[program.description] {
      if difference == nil { Issue.record("\(program) passes: take it off not-yet.txt (\(reason))") }
    } else if let difference {
      Issue.record("\(program): \(difference)")
    }
  }
}
