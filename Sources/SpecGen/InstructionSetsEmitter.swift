import SpecModel

/// Emits what holds for all versions together: the list of instruction sets, the magic numbers, and the choice of the functions of
/// one version.
func emitInstructionSets(_ spec: Spec) -> String {
  var file = SourceText.swift("The instruction sets that Adder knows.")
  let ids = spec.versions.map(\.version.identifier)
  file.block("extension InstructionSet") { file in
    file.line("/// Every instruction set, oldest first; the index is the `ordinal`.")
    file.line("public static let all: [InstructionSet] = [")
    file.indented { $0.wrapped(ids.map { "v" + $0 }) }
    file.line("]")
    file.line()
    file.line("/// The magic numbers of all Python releases, also of those that Adder has no instruction set for.")
    file.line("public static let magics: [MagicRange] = [")
    file.indented { file in
      for release in spec.releases { file.line(magicLiteral(release) + ",") }
    }
    file.line("]")
    file.line()
    file.lines([
      "/// What an instruction adds to the depth of the stack, as CPython's `dis.stack_effect` has it. Where that is not what the",
      "/// instruction really does, see `popped` and `pushed`.",
      "/// - Parameters:",
      "///   - oparg: the whole operand, 0 if there is none.",
      "///   - edge: nil for the greatest of all edges, as with `jump=None`.",
      "/// - Returns: nil for opcodes that CPython refuses.",
    ])
    choice(&file, ids, "public func stackEffect(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int?", "stackEffect", "nil")
    file.line()
    file.line("/// How many slots an instruction takes from the stack on the way to `edge`; -1 for opcodes that no code has.")
    choice(&file, ids, "public func popped(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", "popped", "-1")
    file.line()
    file.line("/// How many slots an instruction puts onto the stack on the way to `edge`; -1 for opcodes that no code has.")
    choice(&file, ids, "public func pushed(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", "pushed", "-1")
    file.line()
    file.line("/// Applies an instruction to an abstract frame, on the way to `edge`.")
    file.block(
      "func transfer(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError)"
    ) { file in
      file.line("switch ordinal {")
      for (ordinal, id) in ids.enumerated() {
        file.line("case \(ordinal): try transfer_\(id)(opcode, oparg, edge, &frame)")
      }
      file.line("default: throw .other(\"unknown instruction set\")")
      file.line("}")
    }
  }
  return file.text
}

/// A function that calls the one of the version by its ordinal.
private func choice(_ file: inout SourceText, _ ids: [String], _ head: String, _ name: String, _ fallback: String) {
  file.block(head) { file in
    file.line("switch ordinal {")
    for (ordinal, id) in ids.enumerated() { file.line("case \(ordinal): \(name)_\(id)(opcode, oparg, edge)") }
    file.line("default: \(fallback)")
    file.line("}")
  }
}
