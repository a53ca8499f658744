import Bytecode
import Foundation
import Testing

/// `adder asm`, `adder dis --format asm` and `adder cfg`, and code that the library rewrote.
@Suite struct AsmCommandTests {
  private static let program = """
    .python 3.13
    .code <module>
        RESUME start
        LOAD_CONST 0
        STORE_NAME calls
        LOAD_CONST 0
        STORE_NAME rounds
        LOAD_CONST code total
        MAKE_FUNCTION
        STORE_NAME total
        LOAD_NAME total
        PUSH_NULL
        LOAD_CONST (1, 2, 3)
        CALL 1
        POP_TOP
        LOAD_NAME print
        PUSH_NULL
        LOAD_NAME total
        PUSH_NULL
        LOAD_CONST (10, 20)
        CALL 1
        LOAD_NAME calls
        LOAD_NAME rounds
        CALL 3
        POP_TOP
        RETURN_CONST None

    .code total(numbers)
        RESUME start                @1
        LOAD_CONST 0                @2:4-5
        STORE_FAST sum
        LOAD_FAST numbers           @3
        GET_ITER
    next:
        FOR_ITER done
        STORE_FAST number
        LOAD_FAST sum               @4
        LOAD_FAST number
        BINARY_OP +=
        STORE_FAST sum
        JUMP_BACKWARD next
    done:
        END_FOR
        POP_TOP
        LOAD_FAST sum               @5
        RETURN_VALUE
    """

  @Test func textsAreAssembledAndRun() throws {
    let folder = try Folder()
    let source = try folder.write(Array(AsmCommandTests.program.utf8), "total.pyasm")
    let outcome = try Adder.run("asm", source)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let file = folder.path + "/total.pyc"
    #expect(try Adder.run("check", file).status == 0)
    #expect(try Adder.run("run", file).output == "30 0 0\n")
    let text = try Adder.run("dis", "--format", "asm", file)
    #expect(text.status == 0)
    let again = try folder.write(Array(text.output.utf8), "again.pyasm")
    #expect(try Adder.run("asm", again, "-o", folder.path + "/other.pyc").status == 0)
    #expect(
      FileManager.default.contents(atPath: file) == FileManager.default.contents(atPath: folder.path + "/other.pyc"))
  }

  @Test func allErrorsAreNamedAndNothingIsWritten() throws {
    let folder = try Folder()
    let source = try folder.write(Array(".python 3.13\n.code f()\n    LOAD_CONS 1\n    NOP x\n".utf8), "bad.pyasm")
    let outcome = try Adder.run("asm", source)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        \(source):3:5: Python 3.13 has no instruction LOAD_CONS; did you mean LOAD_CONST?
        \(source):4:9: expected the end of the line, found 'x'

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/bad.pyc"))
    #expect(try Adder.run("asm", folder.path + "/none.pyasm").status == 2)
    #expect(try Adder.run("asm", source, "-o", folder.path + "/no/such/folder.pyc").status == 1)
  }

  // MARK: Rewriting (the example of Documentation/AssemblyFormat.md)

  private func counted(_ code: CodeImage) throws -> CodeImage {
    var builder = try #require(CodeBuilder(code))
    builder.fields.constants = try code.constants.map { constant in
      guard case .code(let inner) = constant else { return constant }
      return .code(try counted(inner))
    }
    guard code.flags.contains(.optimized), let graph = builder.controlFlow else { return try builder.build() }
    for head in graph.loopHeads.reversed() {
      let place = graph.blocks[head].elements.first { isInstruction(builder.instructions.elements[$0]) } ?? 0
      builder.instructions.elements.insert(contentsOf: try counting("rounds", &builder), at: place)
    }
    let start = builder.instructions.elements.firstIndex(where: isInstruction) ?? 0
    builder.instructions.elements.insert(contentsOf: try counting("calls", &builder), at: start + 1)
    return try builder.build()
  }

  private func isInstruction(_ element: InstructionList.Element) -> Bool {
    if case .instruction = element { true } else { false }
  }

  /// Adds one to a global variable.
  private func counting(_ variable: Text, _ builder: inout CodeBuilder) throws -> [InstructionList.Element] {
    let name = builder.index(ofName: variable)
    let one = builder.index(ofConstant: .integer(1))
    return [
      .instruction(try builder.make("LOAD_GLOBAL", fields: ["name": name])),
      .instruction(try builder.make("LOAD_CONST", UInt32(one))),
      .instruction(try builder.make("BINARY_OP", fields: ["binary_operation": 0])),
      .instruction(try builder.make("STORE_GLOBAL", UInt32(name))),
    ]
  }

  @Test func rewrittenCodeRuns() throws {
    let folder = try Folder()
    var file = try Assembler.assemble(Array(AsmCommandTests.program.utf8))
    file.code = try counted(file.code)
    file.spelling = nil
    let path = try folder.write(file.write(), "counted.pyc")
    #expect(try Adder.run("check", path).output == "")
    // Two calls; each loop is entered once more than it has items.
    #expect(try Adder.run("run", path).output == "30 2 7\n")
  }

  // MARK: Graphs

  @Test func graphsAreDrawn() throws {
    let folder = try Folder()
    let path = try folder.write(try Assembler.assemble(Array(AsmCommandTests.program.utf8)).write(), "total.pyc")
    let all = try Adder.run("cfg", path)
    #expect(all.status == 0 && all.output.contains("cluster_1"))
    let one = try Adder.run("cfg", "--function", "total", "-o", folder.path + "/total.dot", path)
    #expect(one.status == 0 && one.output.isEmpty)
    let text = try String(contentsOfFile: folder.path + "/total.dot", encoding: .utf8)
    #expect(text.contains("FOR_ITER") && !text.contains("cluster_1"))
    #expect(try Adder.run("cfg", "--function", "none", path).status == 1)
    let drawn = try Adder.run("cfg", "--format", "svg", path)
    #expect(drawn.status == 0 ? drawn.output.contains("<svg") : drawn.errors.contains("Graphviz"))
  }
}
