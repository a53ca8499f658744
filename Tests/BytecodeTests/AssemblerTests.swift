import Bytecode
import Testing

@Suite struct AssemblerTests {
  private static let version = "3.13"

  /// Assembles the text of a file of the newest version.
  private func assemble(_ body: String, version: String = AssemblerTests.version) throws -> PycFile {
    try Assembler.assemble(Array(".python \(version)\n\(body)".utf8))
  }

  private func errors(_ body: String) -> [String] {
    do {
      _ = try assemble(body)
      return []
    } catch { return (error as? AssemblyErrors)?.errors.map(\.description) ?? ["\(error)"] }
  }

  // MARK: The same file back

  @Test(arguments: Fixtures.names) func textsAssembleToTheFile(_ name: String) throws {
    let data = try Fixtures.data("\(name).pyc")
    let text = try #require(AssemblyWriter.text(of: try PycFile(reading: data)))
    #expect(try Assembler.assemble(text).write() == data)
    // The text alone determines the file: nothing of it is a copy of the bytes.
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
    for raw in [".raw", ".linetable", ".exceptiontable", ".typebytes", ".variable"] {
      #expect(!lines.contains { $0.hasPrefix(raw) }, "\(raw)")
    }
  }

  @Test(arguments: Fixtures.names) func filesOfOtherWritersComeBack(_ name: String) throws {
    var file = try Fixtures.pyc(name)
    file.spelling = nil
    file = try PycFile(reading: file.write())
    let text = try #require(AssemblyWriter.text(of: file))
    #expect(try Assembler.assemble(text).write() == file.write())
  }

  /// Jumps that are long only because of one another have their prefixes in the text.
  @Test func prefixesThatAreNotNeededStay() throws {
    let text = """
      .code <module>
        EXTENDED_ARG
        JUMP_FORWARD L1
      L1:
        EXTENDED_ARG
        EXTENDED_ARG
        LOAD_CONST 7
        NOP =3
        RETURN_VALUE
      """
    let file = try assemble(text)
    let set = try #require(InstructionSet.of(file.code.version))
    let prefix = set.encoding.extendedArg
    #expect(file.code.code[0] == prefix && file.code.code[4] == prefix && file.code.code[6] == prefix)
    #expect(try Assembler.assemble(try #require(AssemblyWriter.text(of: file))).write() == file.write())
  }

  // MARK: Texts by hand

  @Test func nearlyEverythingMayBeLeftOut() throws {
    let file = try assemble(
      """
      ; a comment
      .code <module>
          LOAD_CONST code add
          MAKE_FUNCTION
          STORE_NAME add          ; another
          LOAD_CONST None
          RETURN_VALUE

      .code add(a, b, /, *rest, c, **more)
          RESUME start
          LOAD_FAST a
          LOAD_CONST 'text'
          BINARY_OP +=
          STORE_FAST sum
          LOAD_GLOBAL print, push_null
          LOAD_FAST sum
          CALL 1
          RETURN_VALUE
      """)
    let add = try #require(file.code.nested("add"))
    #expect(add.argumentCount == 2 && add.positionalOnlyCount == 2 && add.keywordOnlyCount == 1)
    #expect(add.variableNames(.local) == ["a", "b", "c", "rest", "more", "sum"])
    #expect(add.flags == [.optimized, .newLocals, .variadicPositional, .variadicKeywords])
    #expect(add.constants == [.string("text")] && add.names == ["print"])
    #expect(add.stackSize == 3 && file.code.stackSize == 1)
    #expect(file.code.constants.count == 2)
    for code in file.code.all { #expect(Verifier.findings(in: code).isEmpty) }
  }

  /// Ranges inside ranges become a table without overlaps, with the depths that the code has.
  @Test func nestedTriesBecomeRanges() throws {
    let file = try assemble(
      """
      .code f()
          LOAD_CONST 1
      .try outer
          NOP
      .try inner lasti
          LOAD_CONST 2
          POP_TOP
      .endtry
          NOP
      .endtry
          RETURN_VALUE
      inner:
          RERAISE 1
      outer:
          RERAISE 0
      """)
    let entries = ExceptionTable(reading: file.code.exceptionTable).entries
    #expect(
      entries == [
        ExceptionEntry(start: 1, end: 2, target: 7, depth: 1, pushesLasti: false),
        ExceptionEntry(start: 2, end: 4, target: 6, depth: 1, pushesLasti: true),
        ExceptionEntry(start: 4, end: 5, target: 7, depth: 1, pushesLasti: false),
      ])
  }

  @Test func positionsAreWrittenOnceAndHoldOn() throws {
    let file = try assemble(
      """
      .code f()
          LOAD_CONST 1        @5:2-7
          POP_TOP
          NOP                 @:9-6:3
          NOP                 @7
          RETURN_CONST None   @-
      """)
    let ranges = Array(LocationTable(file.code))
    #expect(ranges.map(\.units) == [0..<2, 2..<3, 3..<4, 4..<5])
    #expect(
      ranges.map(\.position) == [
        SourcePosition(line: 5, endLine: 5, column: 2, endColumn: 7),
        SourcePosition(line: 5, endLine: 6, column: 9, endColumn: 3),
        SourcePosition(line: 7, endLine: 7), SourcePosition.none,
      ])
    #expect(file.code.firstLine == 5)
  }

  @Test func constantsHaveTheirBits() throws {
    let texts = [
      "None", "True", "...", "-0.0", "1e100", "inf", "-inf", "nan", "nan(0xfff8000000000001)", "complex(-0.0, nan)", "0",
      "-9223372036854775808", "9223372036854775808", "-0x1000000000000000000000000000000000",
      "'a\\n\\x00\\ud800\\U0001f600\"\\''", "b'\\xff\\\\'",
      "()", "(1,)", "(1, (2.0, 'x'))", "frozenset(1, 'a')", "slice(1, None, 2)", "n'interned'", "i'not interned'", "[1]",
      "dict(1, 2)",
    ]
    let body = texts.map { "    .const \($0)" }.joined(separator: "\n")
    let first = try assemble(".code f()\n\(body)\n    RETURN_CONST None")
    let text = try #require(AssemblyWriter.text(of: first))
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { String($0.drop { $0 == " " }) }
    let wanted = ["complex(-0.0, nan)", "nan(0xfff8000000000001)", "-0.0", "n'interned'"].map { ".const \($0)" }
    #expect(Set(lines).isSuperset(of: wanted))
    let again = try Assembler.assemble(text)
    #expect(again.code.constants == first.code.constants && again.write() == first.write())
    #expect(first.code.constants[3] == .float(-0.0) && first.code.constants[11] == .integer(.min))
  }

  // MARK: Errors

  @Test func errorsNameThePlaceAndHelp() {
    #expect(
      errors(".code f()\n    LOAD_FSAT x") == [
        "3:5: Python \(AssemblerTests.version) has no instruction LOAD_FSAT; did you mean LOAD_FAST?"
      ])
    #expect(
      errors(".code f(x)\n  LOAD_FAST x\n  JUMP_FORWARD end\nend1:\n  RETURN_VALUE") == [
        "4:16: no label is called end; did you mean end1?"
      ])
    #expect(errors(".code f()\n    LOAD_CONST 'abc") == ["3:16: the string does not end on its line"])
    #expect(
      errors(".code f()\n    LOAD_CONST code g\n    RETURN_VALUE") == ["2:1: refers to the code object g, which is not there"])
    #expect(errors("    NOP")[0].hasPrefix("2:5: expected '.code NAME'"))
    #expect(errors(".code f()\n    LOAD_DEREF x, y")[0].hasPrefix("3:19: "))
    #expect(errors(".code f(a\n    NOP").count == 1)
    #expect(
      errors(".code f()\nback:\n    NOP\n    JUMP_FORWARD back") == [
        "5:5: JUMP_FORWARD goes ahead only, but its target is behind it"
      ])
    #expect(errors(".code f()\n    LOAD_CONST code f\n    RETURN_VALUE") == ["2:1: the code object contains itself"])
    #expect(errors("").count == 1)
    #expect(errors(".code f()\n.line x\n.stakc 1\n    NOPE\n    NOP").map { $0.prefix(2) } == ["3:", "4:", "5:"])
  }

  @Test func withoutAVersionNothingIsAssembled() {
    #expect(throws: AssemblyErrors.self) { try Assembler.assemble(Array(".code f()\n    NOP".utf8)) }
    #expect(throws: AssemblyErrors.self) { try assemble(".code f()", version: "1.5") }
  }

  /// Damaged texts are errors or other files, but never a crash.
  @Test(arguments: ["functions", "constants"]) func damagedTexts(_ name: String) throws {
    let text = try #require(AssemblyWriter.text(of: try Fixtures.pyc(name)))
    var random = SeededGenerator(seed: 5)
    var assembled = 0
    for _ in 0..<400 {
      let mutant = Damage.text(text, &random)
      do {
        let data = try Assembler.assemble(mutant).write()
        assembled += 1
        if let again = try? PycFile(reading: data), let text = AssemblyWriter.text(of: again) {
          #expect((try? Assembler.assemble(text))?.write() == data)
        }
      } catch {
        let errors = error.errors
        #expect(!errors.isEmpty && errors.allSatisfy { !$0.message.contains("\n") })
      }
    }
    #expect(assembled > 0 && assembled < 400)
  }
}

/// Damage to assembly texts.
enum Damage {
  static func text(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var lines = text.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...Int.random(in: 0..<3, using: &random) {
      let place = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: place)
      case 2: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
      case 3: lines[place] = Array(lines[place].prefix(Int.random(in: 0...lines[place].count, using: &random)))
      default:
        guard !lines[place].isEmpty else { continue }
        lines[place][Int.random(in: 0..<lines[place].count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      if lines.isEmpty { lines = [[]] }
    }
    return Array(lines.joined(separator: [10]))
  }
}
