import SpecModel

/// Emits what holds for all versions together: the list of instruction sets, the magic numbers, and the choice of the functions of
/// one version.
func emitInstructionSets(_ spec: Spec) -> String {
  var file = SourceText.swift("The instruction sets that Adder knows.")
  let ids = spec.versions.map(\.version.identifier)
  // Versions that are only read have no effects.
  let executable = spec.versions.enumerated().filter { !$0.element.isReadOnly }.map { ($0.offset, $0.element.version.identifier) }
  file.block("extension InstructionSet") { file in
    file.line("/// The Python versions of the instruction sets, oldest first; the index is the `ordinal`.")
    file.line("public static let versions: [PythonVersion] = [")
    file.indented { $0.wrapped(spec.versions.map { "PythonVersion(\($0.version.major), \($0.version.minor))" }) }
    file.line("]")
    file.line()
    file.line("/// The magic numbers of their .pyc files.")
    file.line("static let magicNumbers: [UInt16] = [")
    file.indented { $0.wrapped(spec.versions.map { "\(spec.release($0.version)?.released ?? 0)" }) }
    file.line("]")
    file.line()
    file.line("/// The ordinals of the versions that have interpreters.")
    file.line("public static let executable: [Int] = [")
    file.indented { $0.wrapped(spec.versions.enumerated().filter { spec.hasInterpreter($0.element) }.map { "\($0.offset)" }) }
    file.line("]")
    file.line()
    file.line("/// The versions whose instructions are described in full, so that code can be compiled for them: those that are not only read.")
    file.line("public static let describedVersions: [PythonVersion] = [")
    file.indented { file in
      file.wrapped(spec.versions.filter { !$0.isReadOnly }.map { "PythonVersion(\($0.version.major), \($0.version.minor))" })
    }
    file.line("]")
    file.line()
    file.line("/// The ordinals of the versions that are also lowered to register form.")
    file.line("public static let lowered: [Int] = [")
    file.indented { $0.wrapped(spec.versions.enumerated().filter { spec.hasRegisterForm($0.element) }.map { "\($0.offset)" }) }
    file.line("]")
    file.line()
    file.line("/// The instruction set of the newest version.")
    file.line("public static var newest: InstructionSet { v\(ids.last ?? "") }")
    file.line()
    file.line("/// Its version, for which the instruction set need not be made.")
    file.line("public static var newestVersion: PythonVersion { versions[\(ids.count - 1)] }")
    file.line()
    file.line("/// The instruction set with an ordinal, made when it is first asked for; nil if there is none.")
    file.block("public static func numbered(_ ordinal: Int) -> InstructionSet?") { file in
      file.line("switch ordinal {")
      for (ordinal, id) in ids.enumerated() { file.line("case \(ordinal): v\(id)") }
      file.line("default: nil")
      file.line("}")
    }
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
    choice(&file, executable, "public func stackEffect(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int?", "stackEffect", "nil")
    file.line()
    file.line("/// How many slots an instruction takes from the stack on the way to `edge`; -1 for opcodes that no code has.")
    choice(&file, executable, "public func popped(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", "popped", "-1")
    file.line()
    file.line("/// How many slots an instruction puts onto the stack on the way to `edge`; -1 for opcodes that no code has.")
    choice(&file, executable, "public func pushed(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", "pushed", "-1")
    file.line()
    file.line("/// Applies an instruction of an instruction set, given by its ordinal, to an abstract frame, on the way to `edge`.")
    file.block(
      "static func transfer(_ ordinal: Int, _ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError)"
    ) { file in
      file.line("switch ordinal {")
      for (ordinal, id) in executable {
        file.line("case \(ordinal): try transfer_\(id)(opcode, oparg, edge, &frame)")
      }
      file.line("default: throw .other(\"unknown instruction set\")")
      file.line("}")
    }
  }
  return file.text
}

/// A function that calls the one of the version by its ordinal.
private func choice(_ file: inout SourceText, _ ids: [(Int, String)], _ head: String, _ name: String, _ fallback: String) {
  file.block(head) { file in
    file.line("switch ordinal {")
    for (ordinal, id) in ids { file.line("case \(ordinal): \(name)_\(id)(opcode, oparg, edge)") }
    file.line("default: \(fallback)")
    file.line("}")
  }
}
