import Bytecode
import Testing

/// `adder spec`
@Suite struct SpecCommandTests {
  @Test func diffOfAVersionWithItselfIsEmpty() throws {
    let version = "\(InstructionSet.newest.version)"
    let outcome = try Adder.run("spec", "diff", version, version)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  /// What CPython's "What's New" and its opcode module say of 3.13.
  @Test func diffNamesWhatChanged() throws {
    let outcome = try Adder.run("spec", "diff", "3.12", "3.13")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 1)
    #expect(lines.contains("Went (3):") && lines.contains("Appeared (10):"))
    #expect(lines.contains { $0.hasPrefix("  KW_NAMES ") })
    #expect(lines.contains { $0.hasPrefix("  CALL_KW ") })
    #expect(lines.contains("    cache: none  ->  counter"))
    #expect(lines.contains("    lands past: END_FOR  ->  END_FOR, POP_TOP"))
    #expect(lines.contains("  RETURN_VALUE 83 -> 36"))
    #expect(lines.contains("  magic number: 3531 -> 3571"))
    let short = try Adder.run("spec", "diff", "--ignore-numbers", "3.12", "3.13").output
    #expect(!short.contains("RETURN_VALUE"))
  }

  @Test func unknownVersionsAreNamed() throws {
    let outcome = try Adder.run("spec", "diff", "3.12", "4.0")
    #expect(outcome.status == 2 && outcome.errors.contains("no instruction set for version 4.0"))
  }
}

/// An instruction is shown as the newest version has it that does.
@Test func specShowFindsInstructionsThatAreGone() throws {
  #expect(try Adder.run("spec", "show", "BINARY_ADD").output.hasPrefix("BINARY_ADD  (instruction of Python 3.10,"))
  #expect(try Adder.run("spec", "show", "BINARY_ADD", "--version", "3.8").output.contains("Python 3.8"))
  #expect(try Adder.run("spec", "show", "BINARY_ADD", "--version", "3.13").status != 0)
  #expect(try Adder.run("spec", "show", "NO_SUCH_THING").status != 0)
}
