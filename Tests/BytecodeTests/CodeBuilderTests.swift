import Bytecode
import Testing

@Suite struct CodeBuilderTests {
  @Test(arguments: Fixtures.names) func unchangedCodeIsBuiltAsItWas(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      #expect(try #require(CodeBuilder(code)).build() == code)
    }
  }

  /// A NOP in front of every instruction: all distances change, many jumps get prefixes, and nothing else does.
  @Test(arguments: Fixtures.names) func instructionsMayBeInsertedAnywhere(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      var builder = try #require(CodeBuilder(code))
      let nop = try builder.make("NOP")
      let elements = builder.instructions.elements
      builder.instructions.elements = elements.flatMap { element -> [InstructionList.Element] in
        guard case .instruction(let instruction) = element, !isKeptTogether(instruction, code.version) else { return [element] }
        var copy = nop
        copy.position = instruction.position
        return [.instruction(copy), element]
      }
      let built = try builder.build()
      #expect(Verifier.findings(in: built).isEmpty, "\(Verifier.findings(in: built))")
      var again = try #require(CodeBuilder(built))
      again.instructions.elements.removeAll {
        if case .instruction(let instruction) = $0 {
          instruction.opcode == nop.opcode && instruction.argument == nop.argument
        } else {
          false
        }
      }
      var original = try #require(CodeBuilder(code))
      original.instructions.elements.removeAll {
        if case .instruction(let instruction) = $0 {
          instruction.opcode == nop.opcode && instruction.argument == nop.argument
        } else {
          false
        }
      }
      #expect(try again.build() == original.build())
    }
  }

  /// What a jump skips at its target must stay there.
  private func isKeptTogether(_ instruction: ListedInstruction, _ version: PythonVersion) -> Bool {
    guard let set = InstructionSet.of(version) else { return true }
    return set.instructions.contains { $0.landsPast.contains(UInt16(instruction.opcode)) }
  }

  @Test func localsAreAddedInFrontOfCells() throws {
    let text = """
      .python 3.13
      .code f(a)
          .cells c
          MAKE_CELL c
          LOAD_FAST a
          STORE_DEREF c
          LOAD_DEREF c
          RETURN_VALUE
      """
    var builder = try #require(CodeBuilder(try Assembler.assemble(Array(text.utf8)).code))
    #expect(try builder.index(ofLocal: "a") == 0)
    #expect(try builder.index(ofLocal: "new") == 1)
    let built = try builder.build()
    #expect(built.localsPlusNames == ["a", "new", "c"] && Verifier.findings(in: built).isEmpty)
  }

  @Test func whatDoesNotFitIsAnError() throws {
    var builder = try #require(CodeBuilder(version: PythonVersion(3, 13)))
    let label = builder.instructions.makeLabel()
    builder.instructions.elements = [.instruction(try builder.make("JUMP_FORWARD", to: label))]
    #expect(throws: EncodingError.self) { try builder.build() }
    builder.instructions.elements.insert(.label(label), at: 0)
    #expect(throws: EncodingError.self) { try builder.build() }
    #expect(throws: EncodingError.self) { try builder.make("NO_SUCH") }
    #expect(throws: EncodingError.self) { try builder.make("NOP", to: label) }
    #expect(throws: EncodingError.self) { try builder.make("LOAD_ATTR", fields: ["nonsense": 1]) }
  }
}
