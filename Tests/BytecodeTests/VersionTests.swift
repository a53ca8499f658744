import Bytecode
import Foundation
import Testing

/// One program in the bytecode of every version, with what each CPython's `dis` says (Fixtures/Versions/make.py).
@Suite struct VersionTests {
  static let versions = InstructionSet.versions

  /// The compiler keeps the effects of such instructions in tables.
  @Test(arguments: InstructionSet.executableVersions) func fixedEffectsDoNotDependOnTheOperand(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    let fixed = set.instructions.filter { $0.kind != .unused && $0.hasFixedEffect }
    #expect(fixed.count > 80)
    for instruction in fixed {
      let number = Int(instruction.number)
      for edge in [Edge.next, .jump, .handler] {
        let effect = set.stackEffect(number, 0, edge)
        for operand in [1, 2, 3, 4, 5, 8, 255, 256, 70000] {
          #expect(set.stackEffect(number, operand, edge) == effect, "\(instruction.name) \(operand)")
          #expect(set.popped(number, operand, edge) == set.popped(number, 0, edge), "\(instruction.name) \(operand)")
          #expect(set.pushed(number, operand, edge) == set.pushed(number, 0, edge), "\(instruction.name) \(operand)")
        }
      }
    }
  }

  private static func data(_ name: String) throws -> [UInt8] { try Fixtures.data("Versions/\(name)") }

  private static func pyc(_ version: PythonVersion) throws -> PycFile {
    try PycFile(reading: data("\(version).pyc"))
  }

  @Test(arguments: versions) func theVersionIsKnownByItsMagicNumber(_ version: PythonVersion) throws {
    #expect(try VersionTests.pyc(version).code.version == version)
  }

  private static let modes: [(name: String, shown: DisStyle.Options)] = [
    ("plain", []), ("caches", .caches), ("adaptive", .adaptive), ("offsets", .offsets), ("positions", .positions),
  ]

  @Test(arguments: versions) func textIsThatOfCPython(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    let code = try VersionTests.pyc(version).code
    for mode in VersionTests.modes where set.dis.options.isSuperset(of: mode.shown) {
      var options = Disassembler.Options()
      options.shown = mode.shown
      let found = String(decoding: Disassembler.text(of: code, options), as: UTF8.self)
        .replacing(/\ at 0x[0-9a-f]+/, with: " at 0x0").split(separator: "\n", omittingEmptySubsequences: false)
      let name = (try? VersionTests.data("\(version).\(mode.name).dis")) == nil ? "plain" : mode.name
      let wanted = String(decoding: try VersionTests.data("\(version).\(name).dis"), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(found.count == wanted.count, "\(mode.name)")
      if let (found, wanted) = zip(found, wanted).first(where: { $0 != $1 }) { #expect(found == wanted, "\(mode.name)") }
    }
  }

  @Test(arguments: versions) func aFileIsWrittenAsItWasRead(_ version: PythonVersion) throws {
    let data = try VersionTests.data("\(version).pyc")
    #expect(try PycFile(reading: data).write() == data)
  }

  @Test(arguments: versions) func aFreshSpellingReadsBackTheSame(_ version: PythonVersion) throws {
    var file = try VersionTests.pyc(version)
    file.spelling = nil
    #expect(try PycFile(reading: file.write()).code == file.code)
  }

  @Test(arguments: versions) func theCheckerAcceptsIt(_ version: PythonVersion) throws {
    let set = try #require(InstructionSet.of(version))
    for code in try VersionTests.pyc(version).code.all {
      let findings = Verifier.findings(in: code).map(\.description)
      #expect(findings == (set.isReadOnly ? ["bytecode of Python \(version) is not supported"] : []))
    }
  }

  @Test(arguments: versions) func jsonDescribesIt(_ version: PythonVersion) throws {
    let json = try JSONSerialization.jsonObject(with: Data(JSONDisassembler.text(of: VersionTests.pyc(version).code)))
    let root = try #require(json as? [String: Any])
    let instructions = try #require(root["instructions"] as? [[String: Any]])
    #expect(root["python"] as? String == "\(version)" && !instructions.isEmpty)
    let lines = instructions.compactMap { ($0["positions"] as? [Any])?.first as? Int }
    #expect(lines.contains(6) && lines.contains(2))
  }

  /// Arcs lead from one instruction to another and know the lines of both.
  @Test(arguments: versions.filter { InstructionSet.of($0)?.isReadOnly == false })
  func arcsHaveTheLinesOfTheirEnds(_ version: PythonVersion) throws {
    let json = try JSONSerialization.jsonObject(with: Data(JSONDisassembler.text(of: VersionTests.pyc(version).code)))
    func find(_ code: [String: Any], _ name: String) -> [String: Any]? {
      if code["name"] as? String == name { return code }
      return (code["code_objects"] as? [[String: Any]] ?? []).lazy.compactMap { find($0, name) }.first
    }
    let root = try #require(json as? [String: Any])
    let code = try #require(find(root, "handlers"))
    let offsets = Set((code["instructions"] as? [[String: Any]] ?? []).compactMap { $0["start_offset"] as? Int })
    let arcs = try #require(code["arcs"] as? [[String: Any]])
    #expect(arcs.count >= 8 && arcs.count % 2 == 0)
    for arc in arcs { #expect(offsets.contains(try #require(arc["to"] as? Int))) }
    func line(_ arc: [String: Any], _ key: String) -> Int? { (arc[key] as? [Any])?.first as? Int }
    // `if not line: continue`
    let test = arcs.filter { line($0, "from_positions") == 46 }
    #expect(Set(test.compactMap { line($0, "to_positions") }).isSuperset(of: [48]))
  }

  @Test(arguments: versions) func everyTruncationNamesAByte(_ version: PythonVersion) throws {
    let data = try VersionTests.data("\(version).pyc")
    for count in stride(from: 0, to: data.count, by: 7) {
      do throws(PycError) {
        _ = try PycFile(reading: Array(data[..<count]))
        Issue.record("\(count) bytes were read as a whole file")
      } catch {
        #expect(error.description.hasPrefix("byte "), "\(error)")
      }
      let salvaged = PycFile.salvaged(from: Array(data[..<count]), assuming: nil)
      #expect(salvaged.problem?.hasPrefix("byte ") == true)
      if let code = salvaged.file?.code { #expect(!Disassembler.text(of: code).isEmpty || code.code.isEmpty) }
    }
  }

  /// Changed bytes end in an error, a finding or another text, never in a crash.
  @Test(arguments: versions) func damageIsNoDanger(_ version: PythonVersion) throws {
    let data = try VersionTests.data("\(version).pyc")
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var damaged = data
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        damaged[Int.random(in: 4..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let code = PycFile.salvaged(from: damaged, assuming: nil).file?.code else { continue }
      _ = Disassembler.text(of: code)
      _ = JSONDisassembler.text(of: code)
      for nested in code.all { _ = Verifier.findings(in: nested) }
    }
  }

  @Test func salvagedCodeHasTheConstantsInFrontOfTheDamage() throws {
    let data = try VersionTests.data("3.8.pyc")
    let whole = try PycFile(reading: data).code
    let salvaged = PycFile.salvaged(from: Array(data[..<(data.count / 2)]), assuming: nil)
    let code = try #require(salvaged.file?.code)
    #expect(code.code == whole.code && code.name.string == "<unknown>")
    #expect(code.constants.count > 3 && Array(code.constants.prefix(3)) == Array(whole.constants.prefix(3)))
    guard case .code? = code.constants.last else {
      Issue.record("the code object within which reading stopped is missing")
      return
    }
  }

  @Test func anUnknownMagicNumberNeedsAVersion() throws {
    var data = try VersionTests.data("3.12.pyc")
    data[0] = 0xFF
    data[1] = 0xFF
    #expect(PycFile.salvaged(from: data, assuming: nil).file == nil)
    #expect(PycFile.salvaged(from: data, assuming: PythonVersion(3, 12)).file?.code == (try VersionTests.pyc(PythonVersion(3, 12))).code)
  }

  @Test func python2HasItsOwnConstants() throws {
    let set = try #require(InstructionSet.of(PythonVersion(2, 7)))
    func repr(_ constant: Constant) -> String {
      var repr = PythonRepr(set)
      repr.append(constant)
      return String(decoding: repr.bytes, as: UTF8.self)
    }
    #expect(repr(.string("caf\u{E9} \u{20AC}")) == "u'caf\\xe9 \\u20ac'")
    #expect(repr(.bytes([0x61, 0x27, 0xFF])) == "\"a'\\xff\"")
    #expect(repr(.bigInteger(BigInteger(isNegative: true, limbs: [5]))) == "-5L")
    #expect(repr(.bigInteger(BigInteger(isNegative: false, limbs: []))) == "0L")
    #expect(repr(.integer(5)) == "5")
  }
}

/// Opcode numbers that differ from CPython's.
@Suite struct OpcodeMapTests {
  private let version = PythonVersion(3, 10)

  @Test(arguments: [true, false]) func translatesWhatAnotherInterpreterWrote(_ isJSON: Bool) throws {
    let set = try #require(InstructionSet.of(version))
    let code = try PycFile(reading: Fixtures.data("Versions/3.10.pyc")).code
    // Every number moves by one, all the way round.
    let moved = set.instructions.filter { $0.kind == .real }.map { ($0.name, (Int($0.number) + 1) % 256) }
    let text =
      isJSON
      ? "{" + moved.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n ") + "}"
      : "# numbers\n" + moved.map { "\($0.0) \($0.1)  # moved" }.joined(separator: "\n") + "\n"
    func remapped(_ image: CodeImage) -> CodeImage {
      image.changed { fields in
        var bytes = fields.code.array
        for index in stride(from: 0, to: bytes.count, by: 2) { bytes[index] &+= 1 }
        fields.code = ByteString(bytes)
        fields.constants = fields.constants.map { if case .code(let nested) = $0 { .code(remapped(nested)) } else { $0 } }
      }
    }
    #expect(try OpcodeMap(text, set).translated(remapped(code)) == code)
  }

  @Test(arguments: [
    ("NO_SUCH 5", "line 1: Python 3.10 has no instruction NO_SUCH"), ("\nNOP 300", "line 2: 300 is no opcode (0 to 255)"),
    ("NOP 5\nPOP_TOP 5", "line 2: the number 5 belongs to NOP already"), ("NOP", "line 1: no number behind NOP"),
    ("NOP five", "line 1: expected the number of NOP, found five"), ("5 NOP", "line 1: expected a name, found 5"),
    ("{\"NOP\":}", "line 1: no number behind NOP"),
  ])
  func mistakesNameTheLine(_ text: String, _ problem: String) throws {
    let set = try #require(InstructionSet.of(version))
    do throws(OpcodeMap.Problem) {
      _ = try OpcodeMap(text, set)
      Issue.record("accepted")
    } catch {
      #expect(error.description == problem)
    }
  }
}

/// The line tables of all versions.
@Suite struct PositionTableTests {
  private func ranges(_ version: PythonVersion, _ bytes: ByteString, codeLength: Int) throws -> [String] {
    let set = try #require(InstructionSet.of(version))
    return PositionTable(bytes, firstLine: 10, codeLength: codeLength, set).map {
      "\($0.units.lowerBound)-\($0.units.upperBound) \($0.position.line.map(String.init) ?? "none")"
    }
  }

  @Test func lnotab() throws {
    let v38 = PythonVersion(3, 8)
    #expect(try ranges(v38, [], codeLength: 8) == ["0-4 10"])
    #expect(try ranges(v38, [0, 1, 4, 2, 2, 0xFF], codeLength: 10) == ["0-2 11", "2-3 13", "3-5 12"])
    // Long steps are split: 300 bytes, 200 lines.
    #expect(try ranges(v38, [255, 0, 45, 127, 0, 73], codeLength: 310) == ["0-150 10", "150-155 210"])
    // The compiler removed what was behind the end.
    #expect(try ranges(v38, [4, 1, 8, 1, 2, 1], codeLength: 8) == ["0-2 10", "2-4 11"])
  }

  @Test func lnotabOfPython2HasNoNegativeSteps() throws {
    #expect(try ranges(PythonVersion(2, 7), [3, 200, 1, 1], codeLength: 7) == ["0-3 10", "3-4 210", "4-7 211"])
  }

  @Test func lineRanges() throws {
    let v310 = PythonVersion(3, 10)
    #expect(try ranges(v310, [4, 1, 2, 0x80, 0, 5, 6, 0xFF], codeLength: 12) == ["0-2 11", "2-3 none", "3-6 15"])
  }

  @Test func defectsNameTheByte() throws {
    func defect(_ version: PythonVersion, _ bytes: ByteString) throws -> (Int, String?) {
      let set = try #require(InstructionSet.of(version))
      var iterator = PositionTable(bytes, firstLine: 1, codeLength: 100, set).makeIterator()
      while iterator.next() != nil {}
      return (iterator.byteOffset, iterator.defect)
    }
    #expect(try defect(PythonVersion(3, 9), [2, 1, 4]) == (2, "the table ends within a pair"))
    #expect(try defect(PythonVersion(3, 10), [2, 1, 4]) == (2, "the table ends within a pair"))
    #expect(try defect(PythonVersion(3, 10), [2, 1, 3, 1]) == (2, "a range of 3 bytes is not a whole number of code units"))
    #expect(try defect(PythonVersion(3, 12), [0x80]).1 == "the table ends within an entry")
  }

  @Test(arguments: [PythonVersion(3, 9), PythonVersion(3, 10)]) func theVerifierChecksThem(_ version: PythonVersion) throws {
    let code = try PycFile(reading: Fixtures.data("Versions/\(version).pyc")).code
    let damaged = code.changed { $0.lineTable = ByteString($0.lineTable.array + [1]) }
    let findings = Verifier.findings(in: damaged).map(\.description)
    #expect(findings == ["line table, byte \(code.lineTable.count): the table ends within a pair"])
  }
}
