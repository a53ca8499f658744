import Bytecode
import Testing

@Suite struct ControlFlowTests {
  private func code(_ body: String) throws -> CodeImage {
    return try Assembler.assemble(Array(".python 3.13\n.code f(x)\n\(body)".utf8)).code
  }

  private static let loop = """
        RESUME start
        LOAD_FAST x
        GET_ITER
    head:
        FOR_ITER end
        POP_TOP
    .try handler
        LOAD_GLOBAL g
        POP_TOP
    .endtry
        JUMP_BACKWARD head
    end:
        END_FOR
        POP_TOP
        RETURN_CONST None
    handler:
        RERAISE 0
        NOP
        RETURN_CONST None
    """

  @Test func blocksAndEdges() throws {
    let graph = try #require(ControlFlowGraph(try code(ControlFlowTests.loop)))
    let names = graph.blocks.map { block in
      graph.list.elements[block.elements].compactMap { element in
        if case .instruction(let instruction) = element {
          InstructionSet.of(graph.version)?[Int(instruction.opcode)].name
        } else {
          nil
        }
      }
    }
    #expect(
      names == [
        ["RESUME", "LOAD_FAST", "GET_ITER"], ["FOR_ITER"], ["POP_TOP"], ["LOAD_GLOBAL", "POP_TOP"], ["JUMP_BACKWARD"],
        // A loop's end is behind the instructions that FOR_ITER skips.
        ["END_FOR", "POP_TOP"], ["RETURN_CONST"], ["RERAISE"], ["NOP", "RETURN_CONST"],
      ])
    let edges = graph.blocks.map { $0.successors.map { "\($0.kind) \($0.target)" } }
    #expect(edges[1] == ["jump 6", "fallThrough 2"])
    #expect(edges[3] == ["fallThrough 4", "exception 7"])
    #expect(edges[4] == ["jump 1"])
    #expect(graph.blocks[1].predecessors == [0, 4])
    #expect(graph.blocks.map(\.isReachable) == [true, true, true, true, true, false, true, true, false])
    #expect(graph.immediateDominators == [nil, 0, 1, 2, 3, nil, 1, 3, nil])
    #expect(graph.loopHeads == [1])
    #expect(graph.block(of: 0) == 0 && graph.block(of: graph.list.elements.count) == nil)
  }

  @Test(arguments: Fixtures.names) func everyElementIsInOneBlock(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      let graph = try #require(ControlFlowGraph(code))
      #expect(
        graph.blocks.first?.elements.lowerBound == 0 && graph.blocks.last?.elements.upperBound == graph.list.elements.count)
      for (block, next) in zip(graph.blocks, graph.blocks.dropFirst()) {
        #expect(block.elements.upperBound == next.elements.lowerBound)
      }
      for (index, block) in graph.blocks.enumerated() {
        for edge in block.successors { #expect(graph.blocks[edge.target].predecessors.contains(index)) }
      }
    }
  }

  @Test func theDrawingHasABoxForEachBlock() throws {
    let text = String(decoding: try #require(GraphvizWriter.text(of: try code(ControlFlowTests.loop))), as: UTF8.self)
    #expect(text.hasPrefix("digraph {") && text.contains("label=\"f, line 1\""))
    #expect(text.contains("n0_3 -> n0_7 [label=\"exception\", style=dashed"))
    #expect(text.contains("n0_0 [label=\"RESUME start\\lLOAD_FAST x\\lGET_ITER\\l\"]"))
    #expect(GraphvizWriter.text(of: try code(ControlFlowTests.loop), function: "g") == nil)
  }
}
