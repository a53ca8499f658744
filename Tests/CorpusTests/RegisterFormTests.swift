import Corpus
import Testing

/// A second engine is made from the same stack pictures and kernels: instructions whose operands name slots of the frame. It does what
/// the reference engine does.
@Suite struct RegisterFormTests {
  @Test(arguments: CorpusTests.programs) func runsAsTheReferenceEngine(program: CorpusProgram) throws {
    if let difference = try program.difference(adder: Build.adder, options: ["--engine", "register"]) {
      Issue.record("\(program): \(difference)")
    }
  }

  /// The programs of the topic `registers` have nothing that must stay with the reference engine.
  @Test(arguments: CorpusTests.programs.filter { $0.description.hasPrefix("registers/") })
  func programIsLowered(program: CorpusProgram) throws {
    let output = try program.run(adder: Build.adder, options: ["--engine", "register", "--stats"])
    let line = output.errors.split(separator: "\n").first { $0.hasPrefix("code in register form ") }
    let count = try #require(line.flatMap { Int($0.split(separator: " ")[4]) })
    #expect(count > 2)
  }
}
