import Bytecode
import Testing

/// The alignment of instructions, and what counts as a difference.
@Suite struct ComparisonTests {
  private func code(_ body: String, python version: String = "3.13") throws -> CodeImage {
    try Assembler.assemble(Array(".python \(version)\n\(body)".utf8)).code
  }

  private func compare(_ old: String, _ new: String, _ versions: (String, String) = ("3.13", "3.13")) throws -> FileComparison {
    try FileComparison(code(old, python: versions.0), code(new, python: versions.1))
  }

  /// The rows of a code object: mark, label, instruction of the old side, of the new side.
  private func rows(_ comparison: FileComparison, _ index: Int = 0) -> [String] {
    let comparison = comparison.functions[index].comparison
    return comparison.rows.enumerated().map { number, row in
      let label = comparison.label(number).map { $0 + ": " } ?? ""
      let texts = [comparison.instruction(row, .old), comparison.instruction(row, .new)].compactMap { $0 }.map { instruction in
        instruction.name + (instruction.operand.isEmpty ? "" : " " + instruction.operand)
      }
      switch row.change {
      case .equal: return "  " + label + texts[1]
      case .changed: return "~ " + label + texts.joined(separator: " > ")
      case .removed: return "- " + label + texts[0]
      case .added: return "+ " + label + texts[0]
      }
    }
  }

  /// The fields that differ: `NAME -removed +added`.
  private func fields(_ comparison: FileComparison, _ index: Int = 0) -> [String] {
    comparison.functions[index].comparison.fields.map { field in
      ([field.name] + field.removed.map { "-" + $0 } + field.added.map { "+" + $0 }).joined(separator: " ")
    }
  }

  private static let function = ".code f(x)\n RESUME start\n LOAD_FAST x\n LOAD_CONST 1\n BINARY_OP +\n RETURN_VALUE\n"

  // MARK: Kinds of changes

  @Test(arguments: Fixtures.names) func aFileEqualsItself(_ name: String) throws {
    let comparison = try FileComparison(try Fixtures.pyc(name).code, try Fixtures.pyc(name).code)
    #expect(comparison.isEqual && comparison.functions.allSatisfy { $0.change == .equal })
    #expect(comparison.functions.count == (try Fixtures.pyc(name).code.all.count))
    #expect(comparison.rowCount(.equal) > 0 && comparison.rowCount(.changed) == 0)
  }

  @Test func anOperandThatDiffersIsAChange() throws {
    let comparison = try compare(ComparisonTests.function, ComparisonTests.function.replacing("LOAD_CONST 1", with: "LOAD_CONST 'a'"))
    #expect(
      rows(comparison) == ["  RESUME 0", "  LOAD_FAST x", "~ LOAD_CONST 1 > LOAD_CONST 'a'", "  BINARY_OP +", "  RETURN_VALUE"])
    #expect(fields(comparison) == ["constants -1 +'a'"] && comparison.functions[0].change == .changed && !comparison.isEqual)
  }

  @Test func anotherNumberOfTheSameConstantIsNoChange() throws {
    let other = ComparisonTests.function.replacing("(x)\n", with: "(x)\n .const 'unused'\n .const 1\n")
    let comparison = try compare(ComparisonTests.function.replacing("(x)\n", with: "(x)\n .const 1\n .const 'unused'\n"), other)
    #expect(comparison.isEqual, "\(rows(comparison)) \(fields(comparison))")
    // The test would be void if the numbers were the same.
    let operands = comparison.functions[0]
    #expect(operands.old?.constants != operands.new?.constants && operands.old?.code != operands.new?.code)
  }

  @Test func instructionsAreRemovedAndAdded() throws {
    let new = ".code f(x)\n RESUME start\n LOAD_FAST x\n GET_ITER\n RETURN_VALUE\n"
    let old = ".code f(x)\n RESUME start\n LOAD_FAST x\n UNPACK_SEQUENCE 1\n RETURN_VALUE\n"
    #expect(rows(try compare(old, new)) == ["  RESUME 0", "  LOAD_FAST x", "- UNPACK_SEQUENCE 1", "+ GET_ITER", "  RETURN_VALUE"])
  }

  @Test func renamedInstructionsWithTheSameOperandAreChanges() throws {
    let old = ".code f(x)\n LOAD_FAST x\n LOAD_METHOD a\n CALL_METHOD 0\n LOAD_CONST 1\n BINARY_ADD\n RETURN_VALUE\n"
    let new = ".code f(x)\n RESUME start\n LOAD_FAST_BORROW x\n LOAD_ATTR a, method\n CALL 0\n LOAD_SMALL_INT 1\n BINARY_OP +\n RETURN_VALUE\n"
    let comparison = try compare(old, new, ("3.8", "3.14"))
    #expect(
      rows(comparison) == [
        "+ RESUME 0", "~ LOAD_FAST x > LOAD_FAST_BORROW x", "~ LOAD_METHOD a > LOAD_ATTR a + NULL|self", "~ CALL_METHOD 0 > CALL 0",
        "~ LOAD_CONST 1 > LOAD_SMALL_INT 1", "~ BINARY_ADD > BINARY_OP +", "  RETURN_VALUE",
      ])
  }

  @Test func numbersOfOpcodesDoNotCount() throws {
    let body = ".code f(x)\n LOAD_FAST x\n RETURN_VALUE\n"
    let comparison = try compare(body, body, ("3.8", "3.11"))
    #expect(rows(comparison) == ["  LOAD_FAST x", "  RETURN_VALUE"])
  }

  @Test func aFlagOfOneVersionCountsWhereItShows() throws {
    let old = ".code f(x)\n LOAD_FAST x\n LOAD_CONST 1\n COMPARE_OP <, hint 2\n RETURN_VALUE\n"
    let new = ".code f(x)\n LOAD_FAST x\n LOAD_CONST 1\n COMPARE_OP <, hint 2\n RETURN_VALUE\n"
    #expect(rows(try compare(old, new, ("3.12", "3.13")))[2] == "  COMPARE_OP <")
    let flagged = new.replacing("<, hint", with: "<, to_bool, hint")
    #expect(rows(try compare(old, flagged, ("3.12", "3.13")))[2] == "~ COMPARE_OP < > COMPARE_OP bool(<)")
    // In one version all counts; what dis does not show is told by the operand's number.
    let hinted = rows(try compare(new, new.replacing("hint 2", with: "hint 3")))[2]
    #expect(hinted.hasPrefix("~ COMPARE_OP < (operand ") && hinted.contains("> COMPARE_OP < (operand "))
  }

  @Test func theSameLineDecidesWhatGoesTogether() throws {
    let old = ".code f(x)\n RESUME start @1\n LOAD_FAST x @2\n POP_TOP\n LOAD_FAST x @3\n POP_TOP\n RETURN_CONST None @4\n"
    let new = ".code f(x)\n RESUME start @1\n LOAD_FAST x @3\n POP_TOP\n RETURN_CONST None @4\n"
    let comparison = try compare(old, new)
    #expect(rows(comparison) == ["  RESUME 0", "- LOAD_FAST x", "- POP_TOP", "  LOAD_FAST x", "  POP_TOP", "  RETURN_CONST None"])
    #expect(comparison.functions[0].comparison.instruction(comparison.functions[0].comparison.rows[3], .old)?.line == 3)
  }

  @Test func setsAreEqualInAnyOrder() throws {
    let old = ".code f()\n RESUME start\n RETURN_CONST frozenset('a', 'b')\n"
    #expect(try compare(old, old.replacing("'a', 'b'", with: "'b', 'a'")).isEqual)
    #expect(!(try compare(old, old.replacing("'a', 'b'", with: "'b', 'c'")).isEqual))
    #expect(!(try compare(old, old.replacing("frozenset('a', 'b')", with: "('a', 'b')")).isEqual))
  }

  // MARK: Jumps and exception tables

  private static func loop(_ extra: String = "", target: String = "end") -> String {
    ".code f(x)\n RESUME start\n\(extra) LOAD_FAST x\n POP_JUMP_IF_FALSE \(target)\n LOAD_FAST x\n POP_TOP\nend:\n LOAD_GLOBAL a\n POP_TOP\nlast:\n"
      + " RETURN_CONST None\n"
  }

  @Test func jumpsCompareByWhereTheyLead() throws {
    // The distance stays, the offset does not.
    let moved = try compare(ComparisonTests.loop(), ComparisonTests.loop(" LOAD_GLOBAL b\n POP_TOP\n"))
    #expect(moved.rowCount(.added) == 2 && moved.rowCount(.changed) == 0 && moved.rowCount(.removed) == 0)
    #expect(rows(moved).contains("  POP_JUMP_IF_FALSE to L1") && rows(moved).contains("  L1: LOAD_GLOBAL a"))
    let retargeted = try compare(ComparisonTests.loop(), ComparisonTests.loop(target: "last"))
    #expect(retargeted.rowCount(.changed) == 1 && retargeted.rowCount(.equal) == 7)
    #expect(rows(retargeted)[2] == "~ POP_JUMP_IF_FALSE to L1 > POP_JUMP_IF_FALSE to L2")
    #expect(rows(retargeted)[7] == "  L2: RETURN_CONST None")
  }

  @Test func theDistanceOfAJumpDoesNotCount() throws {
    let far = try compare(
      ComparisonTests.loop(), ComparisonTests.loop().replacing("POP_TOP\nend", with: "POP_TOP\n NOP\nend"))
    #expect(far.rowCount(.added) == 1 && far.rowCount(.changed) == 0)
  }

  @Test func strayTargetsAreOffsets() throws {
    let old = ".code f(x)\n RESUME start\n JUMP_FORWARD =100\n RETURN_CONST None\n"
    let comparison = try compare(old, old.replacing("=100", with: "=101"))
    #expect(rows(comparison)[1] == "~ JUMP_FORWARD to offset 204 > JUMP_FORWARD to offset 206")
    #expect(try compare(old, old).isEqual)
  }

  private static func guarded(depth: Int = 0, lasti: String = "", end: String = " POP_TOP\n.endtry\n") -> String {
    ".code f(x)\n.stack 9\n RESUME start\n.try handler depth \(depth)\(lasti)\n LOAD_FAST x\n\(end) RETURN_CONST None\nhandler:\n PUSH_EXC_INFO\n RERAISE 0\n"
  }

  @Test func exceptionTablesCompareByRows() throws {
    #expect(try compare(ComparisonTests.guarded(), ComparisonTests.guarded()).isEqual)
    let moved = try compare(ComparisonTests.guarded(), ComparisonTests.guarded().replacing("start\n", with: "start\n NOP\n"))
    #expect(moved.rowCount(.added) == 1 && fields(moved) == [])
    let depth = try compare(ComparisonTests.guarded(), ComparisonTests.guarded(depth: 1, lasti: " lasti"))
    #expect(fields(depth) == ["exception table -L1 to L2 -> L3 [0] +L1 to L2 -> L3 [1] lasti"])
    #expect(depth.rowCount(.equal) == 6 && !depth.isEqual)
    let range = try compare(ComparisonTests.guarded(), ComparisonTests.guarded(end: ".endtry\n POP_TOP\n"))
    #expect(fields(range) == ["exception table -L1 to L3 -> L4 [0] +L1 to L2 -> L4 [0]"])
  }

  @Test func damagedExceptionTablesAreCompared() throws {
    let code = try code(ComparisonTests.guarded())
    let damaged = code.changed { $0.exceptionTable = ByteString($0.exceptionTable.array + [0x00]) }
    #expect(try !FileComparison(code, damaged).isEqual)
    #expect(try FileComparison(damaged, damaged).isEqual)
  }

  // MARK: Fields

  @Test func otherFieldsAreCompared() throws {
    let code = try code(".code f(a, /, b, *rest, c, **more)\n RESUME start\n LOAD_FAST local\n POP_TOP\n RETURN_CONST None\n")
    func changes(_ change: (inout CodeImage.Fields) -> Void) throws -> [String] {
      fields(try FileComparison(code, code.changed(change)))
    }
    #expect(try changes { _ in } == [])
    #expect(try changes { $0.stackSize = 7 } == ["stack size -1 +7"])
    #expect(try changes { $0.flags.insert(.generator) } == ["flags +GENERATOR"])
    #expect(try changes { $0.positionalOnlyCount = 0 } == ["parameters -(a, /, b, *rest, c, **more) +(a, b, *rest, c, **more)"])
    #expect(try changes { $0.names = ["n"] } == ["names +n"])
    #expect(try changes { $0.constants.append(.integer(5)) } == ["constants +5"])
    #expect(try changes { $0.localsPlusNames[5] = "other" } == ["variables -local +other"])
    #expect(try changes { $0.localsPlusKinds[5] = [.local, .cell] } == ["cell variables +local"])
    #expect(try changes { $0.localsPlusKinds[5] = .free } == ["variables -local", "free variables +local"])
    #expect(try changes { $0.code = ByteString($0.code.array + [1]) } == ["bytes behind the instructions -none +01"])
    // Where the code stands does not count.
    #expect(try changes { $0.firstLine = 99; $0.fileName = "other.py" } == [])
  }

  // MARK: Pairs

  @Test func nestedCodePairsByQualifiedNames() throws {
    // In one version names are stored, in the other one they are made.
    let old = try FileComparison(try Fixtures.versionCode("3.8"), try Fixtures.versionCode("3.14"))
    let names = old.functions.map(\.name)
    #expect(names.first == "<module>" && names.contains("closures.<locals>.inner") && names.contains("Base.method"))
    #expect(names.contains("closures.<locals>.inner.<locals>.<genexpr>"))
    #expect(old.functions.filter { $0.change == .removed }.map(\.name) == ["Base.method.<locals>.<listcomp>"])
    #expect(old.functions.allSatisfy { $0.change != .added })
    // Behind the function that it is in.
    #expect(names.firstIndex(of: "Base.method").map { names[$0 + 1] } == "Base.method.<locals>.<listcomp>")
  }

  private func lambdas(_ constants: [Int]) throws -> CodeImage {
    let loads = constants.indices.map { " LOAD_CONST code <lambda>\($0 == 0 ? "" : "~\($0 + 1)")\n POP_TOP\n" }.joined()
    let codes = constants.enumerated().map { index, constant in
      ".code <lambda>\(index == 0 ? "" : "~\(index + 1)")()\n RESUME start @\(index + 2)\n RETURN_CONST \(constant)\n"
    }
    return try code(".code <module>\n RESUME start @1\n\(loads) RETURN_CONST None\n" + codes.joined())
  }

  @Test func codeOfOneNamePairsInOrder() throws {
    let same = try FileComparison(lambdas([1, 2, 3]), lambdas([1, 9, 3]))
    #expect(same.functions.map(\.change) == [.equal, .equal, .changed, .equal])
    #expect(rows(same, 2)[1] == "~ RETURN_CONST 2 > RETURN_CONST 9")
    let fewer = try FileComparison(lambdas([1, 2]), lambdas([1]))
    #expect(fewer.functions.map(\.change) == [.changed, .equal, .removed])
  }

  @Test func oneFunctionCanBeChosen() throws {
    let code = try Fixtures.versionCode("3.13")
    #expect(try FileComparison(code, code, function: "Base.method").functions.map(\.name) == ["Base.method"])
    #expect(throws: FileComparison.Problem.self) { try FileComparison(code, code, function: "no") }
  }

  // MARK: Size

  /// A function with this many statements, each with a name of its own if `isVaried`; the statement `removed` is left out.
  private func long(_ count: Int, isVaried: Bool, removed: Set<Int>) throws -> CodeImage {
    let set = try #require(InstructionSet.of(PythonVersion(3, 13)))
    let (load, pop) = (UInt8(try #require(set.named("LOAD_NAME")).number), UInt8(try #require(set.named("POP_TOP")).number))
    var fields = CodeImage.Fields(version: set.version)
    var bytes: [UInt8] = []
    for index in 0..<count where !removed.contains(index) {
      let name = isVaried ? index : index % 3
      if name >= 256 { bytes += [set.encoding.extendedArg, UInt8(name >> 8 & 0xFF)] }
      bytes += [load, UInt8(name & 0xFF), pop, 0]
    }
    fields.code = ByteString(bytes)
    fields.names = (0..<(isVaried ? count : 3)).map { Text("n\($0)") }
    fields.name = "long"
    return CodeImage(fields)
  }

  @Test(arguments: [false, true]) func longCodeIsAlignedInLinearTime(_ isVaried: Bool) throws {
    let removed: Set<Int> = [7, 30000, 49_990]
    let (old, new) = (try long(50000, isVaried: isVaried, removed: []), try long(50000, isVaried: isVaried, removed: removed))
    let clock = ContinuousClock()
    var comparison: FileComparison?
    // It is a second or less; the exact way would take minutes.
    let time = try clock.measure { comparison = try FileComparison(old, new) }
    #expect(time < .seconds(20))
    #expect(comparison?.rowCount(.removed) == 6 && comparison?.rowCount(.added) == 0 && comparison?.rowCount(.changed) == 0)
    #expect(comparison?.rowCount(.equal) == 99994)
  }

  @Test func tooMuchCodeIsRefused() throws {
    var fields = CodeImage.Fields(version: PythonVersion(3, 13))
    fields.code = ByteString([UInt8](repeating: 0, count: 9 << 20))
    let code = CodeImage(fields)
    #expect(throws: FileComparison.Problem.tooLong(bytes: 18 << 20, limit: 16 << 20)) { try FileComparison(code, code) }
  }

  @Test func damagedCodeIsCompared() throws {
    for name in Fixtures.names {
      var generator = SeededGenerator(seed: 7)
      for code in try Fixtures.pyc(name).code.all {
        let damaged = code.changed { fields in
          var bytes = fields.code.array
          for _ in 0..<(bytes.isEmpty ? 0 : 8) { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator) }
          fields.code = ByteString(Array(bytes.dropLast(Int.random(in: 0...3, using: &generator))))
          fields.constants = Array(fields.constants.dropLast())
          fields.names = []
          fields.argumentCount = 300
          fields.keywordOnlyCount = -4
        }
        for (old, new) in [(code, damaged), (damaged, code), (damaged, damaged)] {
          let comparison = try FileComparison(old, new)
          #expect(comparison.isEqual == (old === new))
          for function in comparison.functions {
            for row in function.comparison.rows { _ = (function.comparison.instruction(row, .old), function.comparison.instruction(row, .new)) }
          }
        }
      }
    }
  }
}

extension Fixtures {
  /// The program that is there in every version.
  fileprivate static func versionCode(_ version: String) throws -> CodeImage {
    try PycFile(reading: data("Versions/\(version).pyc")).code
  }
}
