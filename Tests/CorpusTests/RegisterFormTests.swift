import Bytecode
import Corpus
import Testing

/// A second engine is made from the same stack pictures and kernels: instructions whose operands name slots of the frame. It does what
/// the reference engine does.
@Suite struct RegisterFormTests {
  static let programs = CorpusTests.unmixed.filter { program in InstructionSet.lowered.contains { InstructionSet.versions[$0] == program.version } }

  @Test(arguments: programs) func runsAsTheReferenceEngine(program: CorpusProgram) throws {
    let reference = try program.run(adder: Build.adder)
    let register = try program.run(adder: Build.adder, options: ["--engine", "register"])
    #expect(register.status == reference.status)
    #expect(withoutAddresses(register.output) == withoutAddresses(reference.output))
    #expect(withoutAddresses(register.errors) == withoutAddresses(reference.errors))
  }

  /// The programs of the topic `registers` have hardly anything that must stay with the reference engine.
  @Test(arguments: programs.filter { $0.topic == "registers" })
  func programIsLowered(program: CorpusProgram) throws {
    let outcome = try program.run(adder: Build.adder, options: ["--engine", "register", "--stats"])
    let line = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("code in register form ") }
    let count = try #require(line.flatMap { Int($0.split(separator: " ")[4]) })
    #expect(count > 2)
  }

  /// The addresses of objects differ from run to run.
  private func withoutAddresses(_ bytes: [UInt8]) -> String {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "0x", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in index == 0 ? String(part) : String(part.drop(while: \.isHexDigit)) }
      .joined(separator: "0x")
  }
}
