import Bytecode
import Corpus
import Testing

/// The library follows the language level, whatever version the bytecode is of: the programs of the topic `levels`, in the bytecode of the
/// newest version that Adder runs, print at each level what the CPython of that version prints.
@Suite struct LevelTests {
  static let programs: [CorpusProgram] = InstructionSet.all.flatMap { set in
    let programs = (try? CorpusProgram.all(in: Build.corpus, version: set.version)) ?? []
    return programs.filter { $0.topic == "levels" }.map { program in
      var program = program
      program.bytecode = "bytecode/\(InstructionSet.executableVersions.max() ?? set.version)"
      return program
    }
  }

  @Test func everyLevelHasPrograms() {
    #expect(Set(Self.programs.map(\.version)).count == 7)
    #expect(Self.programs.count >= 70)
  }

  @Test(arguments: programs) func runsAsInCPythonOfItsLevel(program: CorpusProgram) throws {
    if let difference = try program.difference(adder: Build.adder, options: ["--language-level", "\(program.version)"]) {
      Issue.record("\(program.name) at level \(program.version):\n\(difference)")
    }
  }
}
