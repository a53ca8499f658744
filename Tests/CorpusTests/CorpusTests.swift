import Corpus
import Testing

/// Every program of the corpus prints what CPython prints and ends as it does.
@Suite struct CorpusTests {
  static let programs: [CorpusProgram] = (try? CorpusProgram.all(in: Build.corpus, version: "3.13")) ?? []

  @Test func theCorpusIsThere() throws {
    #expect(try CorpusProgram.all(in: Build.corpus, version: "3.13").count >= 100)
  }

  @Test(arguments: programs) func runsAsInCPython(program: CorpusProgram) throws {
    if let difference = try program.difference(adder: Build.adder) { Issue.record("\(program): \(difference)") }
  }

  /// Every stack effect that the spec declares holds while the program runs.
  @Test(arguments: programs) func keepsTheDeclaredStackEffects(program: CorpusProgram) throws {
    if let difference = try program.difference(adder: Build.adder, options: ["--check-stack"]) { Issue.record("\(program): \(difference)") }
  }
}
