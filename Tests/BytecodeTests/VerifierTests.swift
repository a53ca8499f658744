import Bytecode
import Testing

/// Bytecode of the newest generated version, written by instruction name.
struct Snippet {
  let set: InstructionSet
  private(set) var bytes: [UInt8] = []

  init() throws { set = try #require(InstructionSet.of(PythonVersion(3, 13))) }

  func opcode(_ name: String) throws -> UInt8 { UInt8(try #require(set.named(name)).number) }

  /// Appends an instruction with its prefixes and inline cache.
  mutating func add(_ name: String, _ operand: Int = 0) throws {
    let opcode = try opcode(name)
    for shift in [24, 16, 8] where operand >> shift > 0 {
      bytes += [set.encoding.extendedArg, UInt8(operand >> shift & 0xFF)]
    }
    bytes += [opcode, UInt8(operand & 0xFF)]
    bytes += [UInt8](repeating: 0, count: 2 * set[Int(opcode)].cacheUnits)
  }

  init(_ instructions: [(String, Int)]) throws {
    try self.init()
    for (name, operand) in instructions { try add(name, operand) }
  }

  /// A code object of these instructions; `change` may set other fields.
  func image(_ change: (inout CodeImage.Fields) -> Void = { _ in }) -> CodeImage {
    var fields = CodeImage.Fields(version: set.version)
    fields.code = ByteString(bytes)
    fields.stackSize = 4
    fields.constants = [.none, .tuple([.string("a"), .string("b")]), .tuple([.integer(1)])]
    fields.names = ["name"]
    fields.localsPlusNames = ["first", "second"]
    fields.localsPlusKinds = [.local, .local]
    fields.argumentCount = 1
    change(&fields)
    return CodeImage(fields)
  }
}

@Suite struct VerifierTests {
  private func finding(
    _ instructions: [(String, Int)], _ change: (inout CodeImage.Fields) -> Void = { _ in }
  ) throws -> String {
    Verifier.findings(in: try Snippet(instructions).image(change)).map(\.description).joined(separator: "\n")
  }

  @Test(arguments: Fixtures.names) func acceptsCompiledCode(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      #expect(Verifier.findings(in: code) == [])
    }
  }

  @Test func stackMapHasTheDepthAtEachInstruction() throws {
    let image = try Snippet([
      ("RESUME", 0), ("LOAD_FAST", 0), ("TO_BOOL", 0), ("POP_JUMP_IF_FALSE", 1), ("NOP", 0), ("RETURN_CONST", 0),
      ("NOP", 0),
    ]).image()
    let map = try Verifier.verify(image)
    #expect(map.depths == [0, 0, 1, -1, -1, -1, 1, -1, 0, 0, -1])
  }

  @Test func stackUnderflowAndOverflow() throws {
    #expect(try finding([("POP_TOP", 0), ("RETURN_CONST", 0)]).hasPrefix("offset 0 (POP_TOP): stack underflow"))
    let loads = [(String, Int)](repeating: ("LOAD_CONST", 0), count: 5)
    #expect(try finding(loads + [("RETURN_VALUE", 0)]).hasPrefix("offset 8 (LOAD_CONST): stack overflow"))
  }

  @Test func depthMustAgreeAtJoins() throws {
    let text = try finding([
      ("LOAD_FAST", 0), ("POP_JUMP_IF_NONE", 1), ("LOAD_CONST", 0), ("RETURN_CONST", 0),
    ])
    #expect(text.contains("stack depth 1 on the way to offset 8, which has 0 on another way"))
  }

  @Test func conditionsMustBeExactBools() throws {
    let text = try finding([("LOAD_FAST", 0), ("POP_JUMP_IF_TRUE", 0), ("RETURN_CONST", 0)])
    #expect(text == "offset 2 (POP_JUMP_IF_TRUE): stack slot 1 from the top must be bool, but may be object")
  }

  @Test func functionsAreMadeOfCode() throws {
    let text = try finding([("LOAD_CONST", 0), ("MAKE_FUNCTION", 0), ("RETURN_VALUE", 0)])
    #expect(text == "offset 2 (MAKE_FUNCTION): stack slot 1 from the top must be code, but may be None")
  }

  @Test func nullIsNoObject() throws {
    #expect(try finding([("PUSH_NULL", 0), ("RETURN_VALUE", 0)]).contains("must be object, but may be NULL"))
    #expect(try finding([("PUSH_NULL", 0), ("PUSH_NULL", 0), ("CALL", 0), ("RETURN_VALUE", 0)]).contains("(CALL)"))
  }

  @Test func localsMustBeAssigned() throws {
    #expect(try finding([("LOAD_FAST", 1), ("RETURN_VALUE", 0)]).contains("local variable 'second' may be unset"))
    #expect(try finding([("LOAD_FAST_CHECK", 1), ("RETURN_VALUE", 0)]) == "")
    #expect(try finding([("LOAD_FAST", 0), ("STORE_FAST", 1), ("LOAD_FAST", 1), ("RETURN_VALUE", 0)]) == "")
    // Assigned on one of two ways only.
    let oneWay: [(String, Int)] = [
      ("LOAD_FAST", 0), ("POP_JUMP_IF_NONE", 2), ("LOAD_CONST", 0), ("STORE_FAST", 1), ("LOAD_FAST", 1),
      ("RETURN_VALUE", 0),
    ]
    #expect(try finding(oneWay).hasPrefix("offset 10 (LOAD_FAST): local variable 'second' may be unset"))
  }

  @Test func localsInHandlersAreThoseOfAllCoveredInstructions() throws {
    func code(_ after: String) -> [(String, Int)] {
      [
        ("LOAD_FAST", 0), ("STORE_FAST", 1), ("NOP", 0), (after, 1), ("NOP", 0), ("RETURN_CONST", 0),
        ("POP_TOP", 0), ("LOAD_FAST", 1), ("RETURN_VALUE", 0),
      ]
    }
    let table = ExceptionTable(entries: [ExceptionEntry(start: 2, end: 5, target: 6, depth: 0, pushesLasti: false)])
    let handled = { (fields: inout CodeImage.Fields) in fields.exceptionTable = table.encoded() }
    #expect(try finding(code("LOAD_FAST_CHECK"), handled) == "")
    #expect(try finding(code("DELETE_FAST"), handled).hasPrefix("offset 14 (LOAD_FAST): local variable 'second' may"))
  }

  @Test func handlersStartWithTheirDepth() throws {
    let code: [(String, Int)] = [
      ("LOAD_CONST", 0), ("NOP", 0), ("RETURN_VALUE", 0), ("RERAISE", 1),
    ]
    func entry(_ depth: Int, _ lasti: Bool) -> (inout CodeImage.Fields) -> Void {
      { fields in
        let entry = ExceptionEntry(start: 1, end: 2, target: 3, depth: depth, pushesLasti: lasti)
        fields.exceptionTable = ExceptionTable(entries: [entry]).encoded()
      }
    }
    #expect(try finding(code, entry(1, true)) == "")
    #expect(try finding(code, entry(1, false)).contains("must be lasti"))
    #expect(try finding(code, entry(2, true)).contains("keeps 2"))
    #expect(try finding(code, entry(3, true)).contains("exceeds the stack size"))
  }

  @Test func exceptionTablesMustBeWellFormed() throws {
    let code: [(String, Int)] = [("NOP", 0), ("LOAD_FAST", 0), ("TO_BOOL", 0), ("POP_TOP", 0), ("RETURN_CONST", 0)]
    func entries(_ entries: (Int, Int, Int)...) -> (inout CodeImage.Fields) -> Void {
      { fields in
        fields.exceptionTable = ExceptionTable(
          entries: entries.map { ExceptionEntry(start: $0.0, end: $0.1, target: $0.2, depth: 0, pushesLasti: false) }
        ).encoded()
      }
    }
    #expect(try finding(code, entries((0, 1, 4))).contains("the handler is at offset 8, where no instruction begins"))
    #expect(try finding(code, entries((3, 6, 6))).contains("begins at offset 6"))
    #expect(try finding(code, entries((0, 4, 6))).contains("ends at offset 8"))
    #expect(try finding(code, entries((1, 6, 6), (0, 1, 6))).contains("before the end of the one before"))
    #expect(try finding(code, entries((1, 1, 6))).contains("the range is empty"))
    #expect(try finding(code) { $0.exceptionTable = [0x01] }.contains("exception table, byte 0"))
  }

  @Test func jumpsMustLandOnInstructions() throws {
    #expect(try finding([("JUMP_FORWARD", 9), ("RETURN_CONST", 0)]).contains("where no instruction begins"))
    #expect(try finding([("JUMP_BACKWARD", 5), ("RETURN_CONST", 0)]).contains("jumps to offset -6"))
    let intoCache: [(String, Int)] = [("JUMP_FORWARD", 1), ("TO_BOOL", 0), ("RETURN_CONST", 0)]
    #expect(try finding(intoCache).contains("jumps to offset 4, where no instruction begins"))
    let behindPrefix: [(String, Int)] = [("JUMP_FORWARD", 1), ("LOAD_CONST", 0x100), ("RETURN_VALUE", 0)]
    #expect(try finding(behindPrefix).contains("jumps to offset 4, where no instruction begins"))
  }

  @Test func loopsEndAtTheInstructionsThatAreSkipped() throws {
    let loop: [(String, Int)] = [
      ("LOAD_FAST", 0), ("GET_ITER", 0), ("FOR_ITER", 3), ("POP_TOP", 0), ("JUMP_BACKWARD", 5), ("END_FOR", 0),
      ("POP_TOP", 0), ("RETURN_CONST", 0),
    ]
    #expect(try finding(loop) == "")
    var broken = loop
    broken[5] = ("NOP", 0)
    #expect(try finding(broken).contains("(FOR_ITER): must jump to END_FOR at offset"))
  }

  @Test func operandsMustBeInRange() throws {
    #expect(try finding([("LOAD_CONST", 3), ("RETURN_VALUE", 0)]).contains("constant 3 out of range (there are 3)"))
    #expect(try finding([("LOAD_NAME", 1), ("RETURN_VALUE", 0)]).contains("name 1 out of range"))
    #expect(try finding([("LOAD_FAST", 2), ("RETURN_VALUE", 0)]).contains("variable 2 out of range"))
    #expect(try finding([("LOAD_FAST", 0), ("LOAD_FAST", 0), ("BINARY_OP", 26), ("RETURN_VALUE", 0)]).contains("BINARY_OP"))
    #expect(try finding([("LOAD_FAST", 0), ("CALL_INTRINSIC_1", 99), ("RETURN_VALUE", 0)]).contains("CALL_INTRINSIC_1"))
    #expect(try finding([("LOAD_FAST", 0), ("COPY", 0), ("RETURN_VALUE", 0)]).contains("COPY"))
    #expect(try finding([("LOAD_FAST", 0), ("COPY", 2), ("RETURN_VALUE", 0)]).contains("COPY"))
    #expect(try finding([("RAISE_VARARGS", 3)]).contains("RAISE_VARARGS"))
  }

  @Test func namesOfKeywordsMustBeNames() throws {
    func call(_ names: Int) -> [(String, Int)] {
      [("LOAD_FAST", 0), ("PUSH_NULL", 0), ("LOAD_CONST", 0), ("LOAD_CONST", names), ("CALL_KW", 1), ("RETURN_VALUE", 0)]
    }
    #expect(try finding(call(1)).contains("at most 1 names, found a tuple of 2"))
    #expect(try finding(call(2)).contains("with something else in it"))
  }

  @Test func onlyRealInstructionsStandInFiles() throws {
    var snippet = try Snippet()
    let specialized = try #require(snippet.set.instructions.first { $0.kind == .specialized })
    let instrumented = try #require(snippet.set.instructions.first { $0.kind == .instrumented })
    let unused = try #require(snippet.set.instructions.first { $0.kind == .unused && $0.number < 256 })
    for (instruction, problem) in [
      (specialized, "specialized"), (instrumented, "instrumented"), (unused, "no such instruction"),
    ] {
      let code: [UInt8] = [UInt8(instruction.number), 0] + [UInt8](repeating: 0, count: 2 * instruction.cacheUnits)
      let found = Verifier.findings(in: snippet.image { $0.code = ByteString(code) })
      #expect(found.first?.problem.contains(problem) == true)
      #expect(found.first?.instruction == instruction.name)
    }
    try snippet.add("LOAD_FAST", 0)
    try snippet.add("TO_BOOL")
    try snippet.add("RETURN_VALUE")
    var bytes = snippet.bytes
    bytes[5] = 1
    #expect(Verifier.findings(in: snippet.image { $0.code = ByteString(bytes) }).first?.problem == "the inline cache is not zero")
    let cut = Verifier.findings(in: snippet.image { $0.code = ByteString(Array(snippet.bytes[..<6])) })
    #expect(cut.first?.problem == "the code ends within the inline cache")
  }

  @Test func codeMustEnd() throws {
    #expect(try finding([("NOP", 0)]).contains("control runs off the end of the code"))
    #expect(try finding([]) == "no code")
    #expect(Verifier.findings(in: try Snippet([("RETURN_CONST", 0)]).image { $0.code = ByteString($0.code.array + [1]) })
      .first?.problem == "the code's length 3 is odd")
    let snippet = try Snippet([("RETURN_CONST", 0)])
    let prefix = snippet.bytes + [snippet.set.encoding.extendedArg, 0]
    #expect(Verifier.findings(in: snippet.image { $0.code = ByteString(prefix) }).first?.problem == "no instruction follows")
  }

  @Test func generatorsStartAsSuch() throws {
    let generator: [(String, Int)] = [
      ("RETURN_GENERATOR", 0), ("POP_TOP", 0), ("RESUME", 0), ("LOAD_CONST", 0), ("YIELD_VALUE", 0), ("RESUME", 5),
      ("RETURN_VALUE", 0),
    ]
    #expect(try finding(generator) { $0.flags = [.generator] } == "")
    #expect(try finding(generator).contains("(RETURN_GENERATOR): only allowed in the code of a generator"))
    #expect(try finding(Array(generator[2...])) { $0.flags = [.generator] }.contains("may not have been made yet"))
    #expect(try finding([generator[0]] + generator) { $0.flags = [.generator] }.contains("offset 2 (RETURN_GENERATOR)"))
  }

  @Test func cellsAndClosures() throws {
    func closure(_ kinds: [LocalKind]) -> (inout CodeImage.Fields) -> Void {
      { fields in fields.localsPlusKinds = kinds }
    }
    let kinds: [LocalKind] = [.local, .free]
    #expect(try finding([("COPY_FREE_VARS", 1), ("LOAD_DEREF", 1), ("RETURN_VALUE", 0)], closure(kinds)) == "")
    #expect(try finding([("LOAD_DEREF", 1), ("RETURN_VALUE", 0)], closure(kinds)).contains("'second' must be a cell"))
    #expect(try finding([("COPY_FREE_VARS", 2), ("RETURN_CONST", 0)], closure(kinds)).contains("COPY_FREE_VARS"))
    #expect(try finding([("MAKE_CELL", 0), ("LOAD_DEREF", 0), ("RETURN_VALUE", 0)], closure([[.local, .cell], .local])) == "")
    #expect(try finding([("RETURN_CONST", 0)], closure([.free, .local])).contains("out of order"))
    #expect(try finding([("RETURN_CONST", 0)], closure([.local, []])).contains("neither local, cell nor free"))
  }

  @Test func fieldsMustBeConsistent() throws {
    let code: [(String, Int)] = [("RETURN_CONST", 0)]
    #expect(try finding(code) { $0.argumentCount = 3 } == "3 parameters, but only 2 local variables")
    #expect(try finding(code) { $0.positionalOnlyCount = 2 }.contains("exceeds argument count"))
    #expect(try finding(code) { $0.keywordOnlyCount = -1 }.contains("is negative"))
    #expect(try finding(code) { $0.stackSize = 1 << 20 }.contains("stack size 1048576 out of range"))
    #expect(try finding(code) { $0.flags = [.generator, .coroutine] }.contains("more than one"))
    #expect(try finding(code) { $0.lineTable = [0x01] }.contains("location table, byte 0"))
  }

  /// Many blocks that are joined again and again with many locals: refused, in a time that is bounded.
  @Test func complexityIsBounded() throws {
    var snippet = try Snippet()
    for local in 0..<20_000 {
      try snippet.add("LOAD_FAST", 0)
      try snippet.add("POP_JUMP_IF_NONE", 0)
      try snippet.add("LOAD_CONST", 0)
      try snippet.add("STORE_FAST", local)
    }
    try snippet.add("RETURN_CONST", 0)
    let image = snippet.image {
      $0.localsPlusNames = (0..<20_000).map { Text("local\($0)") }
      $0.localsPlusKinds = [LocalKind](repeating: .local, count: 20_000)
    }
    #expect(Verifier.findings(in: image).first?.problem.contains("too complex") == true)
  }
}
