import Bytecode
import Foundation
import SpecGen
import SpecModel
import Testing

/// The generated tables say what each real CPython says. Where a version has no CPython on this machine, there is nothing to compare.
@Suite struct OracleTests {
  private static let versions = InstructionSet.all.filter { !$0.isReadOnly }.map(\.version)

  private func oracle(_ set: InstructionSet) throws -> Oracle? { try Oracle(version: "\(set.version)") }

  @Test(arguments: versions) func opmap(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    let expected = oracle.lines("op").map { "\($0[0]) \($0[1])" }
    #expect(set.opmapOrder.map { "\(set[Int($0)].name) \($0)" } == expected)
    let specialized = set.instructions.filter { $0.kind == .specialized }.map { "\($0.name) \($0.number) \(set[Int($0.base)].name)" }
    #expect(Set(specialized) == Set(oracle.lines("special").map { $0.joined(separator: " ") }))
  }

  @Test(arguments: versions) func numbers(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    var numbers = ["have_argument \(set.haveArgument)", "extended_arg \(set.encoding.extendedArg)", "magic \(set.magic.released)"]
    if let number = set.minInstrumentedOpcode { numbers.append("min_instrumented \(number)") }
    #expect(Set(numbers) == Set(oracle.lines("number").map { $0.joined(separator: " ") }))
  }

  /// Versions that are only read have numbers, lists and the operators of comparisons.
  @Test(arguments: InstructionSet.all.filter(\.isReadOnly).map(\.version)) func readOnly(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try Oracle(version: "\(version)", script: readOnlyOracleScript) else { return }
    #expect(Set(set.opmapOrder.map { "\(set[Int($0)].name) \($0)" }) == Set(oracle.lines("op").map { "\($0[0]) \($0[1])" }))
    let numbers = ["have_argument \(set.haveArgument)", "extended_arg \(set.encoding.extendedArg)", "magic \(set.magic.released)"]
    #expect(Set(numbers) == Set(oracle.lines("number").map { $0.joined(separator: " ") }))
    #expect(set.opmapOrder.filter { set[Int($0)].lists.contains(.hasarg) } == set.opmapOrder.filter { $0 >= set.haveArgument })
    try compareLists(oracle, set)
    let table = try #require(set.table("comparison"))
    for line in oracle.lines("table") { #expect(table[Int(line[1]) ?? -1]?.text == line[2...].joined(separator: " ")) }
  }

  @Test(arguments: versions) func lists(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    try compareLists(oracle, set)
  }

  private func compareLists(_ oracle: Oracle, _ set: InstructionSet) throws {
    let known: [(String, OpcodeLists)] = [
      ("hasarg", .hasarg), ("hasconst", .hasconst), ("hasname", .hasname), ("hasjrel", .hasjrel), ("hasjabs", .hasjabs),
      ("haslocal", .haslocal), ("hasfree", .hasfree), ("hascompare", .hascompare), ("hasexc", .hasexc), ("hasjump", .hasjrel),
    ]
    for line in oracle.lines("list") {
      let list = try #require(known.first { $0.0 == line[0] }, "CPython has a list \(line[0]) that the spec does not know").1
      let found = set.opmapOrder.filter { set[Int($0)].lists.contains(list) }.map { "\($0)" }
      // The hand-kept lists of 3.12 have the number of an instruction of 3.11, now that of a specialized one.
      let stale = set.instructions.filter { $0.kind == .specialized && $0.number < 256 }.map { "\($0.number)" }
      #expect(Set(found) == Set(line.dropFirst()).subtracting(stale), "\(line[0])")
    }
  }

  @Test(arguments: versions) func caches(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    let found = set.instructions.filter { $0.kind == .real && !$0.cache.isEmpty }.map { instruction in
      ([instruction.name] + instruction.cache.map { "\($0.name):\($0.units)" }).joined(separator: " ")
    }
    #expect(Set(found) == Set(oracle.lines("cache").map { $0.joined(separator: " ") }))
  }

  @Test(arguments: versions) func operandTables(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    for line in oracle.lines("table") {
      let table = try #require(set.table(line[0]))
      let entry = try #require(table[Int(line[1]) ?? -1])
      let text = line[0] == "binary_operation" ? "\(entry.name) \(entry.text)" : entry.text
      #expect(text == line[2...].joined(separator: " "), "\(line[0]) \(line[1])")
    }
    for name in Set(oracle.lines("table").map { $0[0] }) {
      #expect(set.table(name)?.entries.count == oracle.lines("table").count { $0[0] == name })
    }
  }

  /// Instructions for which some operands have another effect than CPython computes, with the reason.
  private static let exceptions: [String: String] = [
    "RAISE_VARARGS": "Only the operands 0 to 2 are valid. For others CPython's formula goes on counting."
  ]

  @Test(arguments: versions) func stackEffects(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let oracle = try oracle(set) else { return }
    var compared = 0
    for line in oracle.lines("effect") {
      guard let opcode = Int(line[0]), let operand = Int(line[1]) else { continue }
      let instruction = set[opcode]
      if Self.exceptions[instruction.name] != nil, instruction.operand.fields.contains(where: { field in
        !(Int(field.minimum)...Int(field.maximum)).contains(field.value(in: operand))
      }) { continue }
      let found = [nil, Edge.jump, .next].map { edge in
        set.stackEffect(opcode, operand, edge).map { "\($0)" } ?? "refused"
      }
      // CPython tells the edges of a jump only by `jump`; an instruction that sets up a handler has that edge there.
      #expect(found == Array(line[2...]), "\(instruction.name) \(operand)")
      compared += 1
    }
    #expect(compared > 1000)
  }

  /// What the tables say of the depth is what `dis` says, except where the spec has a note.
  @Test(arguments: versions) func physicalEffects(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    let notes = try RealSpec.model(Version(Int(version.major), Int(version.minor))).real.filter { opcode in
      opcode.form.map { $0.dis.nextEffect != nil || $0.dis.jumpEffect != nil } ?? false
    }
    let differing = set.instructions.filter { instruction in
      guard instruction.kind == .real else { return false }
      let opcode = Int(instruction.number)
      return [Edge.next, .jump].contains { edge in
        set.pushed(opcode, 3, edge) - set.popped(opcode, 3, edge) != set.stackEffect(opcode, 3, edge)
      }
    }
    #expect(Set(differing.map(\.name)).isSubset(of: notes.map(\.name)))
  }

  /// The generated module can stand in for CPython's own.
  @Test(arguments: versions) func opcodeModule(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    guard let python = Oracle.find("\(set.version)") else { return }
    let model = try RealSpec.read().spec
    let path = "python/\(set.version)/_opcode_metadata.py"
    guard let file = generate(.snapshot, from: model).first(where: { $0.path == path }) else {
      let program = "import importlib.util; print(importlib.util.find_spec('_opcode_metadata'))"
      #expect(try Oracle.run(python, program) == "None\n")
      return
    }
    let program = """
      import _opcode_metadata as theirs
      ours = {}
      exec(\(String(reflecting: file.text)), ours)
      for name in dir(theirs):
          if name.startswith("__"): continue
          a, b = getattr(theirs, name), ours[name]
          if name == "_specializations":
              a, b = ({k: sorted(v) for k, v in d.items()} for d in (a, b))
          if a != b: print(name)
      """
    #expect(try Oracle.run(python, program) == "")
  }
}
