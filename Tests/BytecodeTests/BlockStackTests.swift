import Bytecode
import Testing

/// The verifier on block stacks: code of 3.8 to 3.10 written by hand, sound and hostile.
@Suite struct BlockStackTests {
  /// Bytecode of a version, written by instruction name. Operands of jumps are indices of instructions.
  private struct Program {
    let set: InstructionSet
    var instructions: [(name: String, operand: Int)] = []

    init(_ version: PythonVersion, _ instructions: [(String, Int)]) throws {
      set = try #require(InstructionSet.of(version))
      self.instructions = instructions.map { (name: $0.0, operand: $0.1) }
    }

    /// Instructions are of one code unit each, with one prefix where an operand is large.
    func image(stackSize: Int, _ flags: CodeFlags = []) throws -> CodeImage {
      var bytes: [UInt8] = []
      for (index, item) in instructions.enumerated() {
        let instruction = try #require(set.named(item.name), "\(item.name)")
        var operand = item.operand
        let scale = set.encoding.codeUnit / set.encoding.jumpUnit
        switch instruction.operand.main?.kind {
        case .absolute: operand = 2 * item.operand * scale
        case .forward, .handler: operand = (2 * item.operand - 2 * index - 2) * scale
        default: operand = item.operand
        }
        // Each instruction has a prefix, so that all are of the same size.
        bytes += [set.encoding.extendedArg, UInt8(operand >> 8 & 0xFF), UInt8(instruction.number), UInt8(operand & 0xFF)]
      }
      var fields = CodeImage.Fields(version: set.version)
      fields.code = ByteString(bytes)
      fields.stackSize = stackSize
      fields.constants = [.none]
      fields.names = ["name"]
      fields.localsPlusNames = ["first"]
      fields.localsPlusKinds = [.local]
      fields.argumentCount = 1
      fields.flags = flags
      return CodeImage(fields)
    }
  }

  private func findings(
    _ version: PythonVersion, _ instructions: [(String, Int)], stackSize: Int = 20
  ) throws -> String {
    let image = try Program(version, instructions).image(stackSize: stackSize)
    return Verifier.findings(in: image).map(\.description).joined(separator: "\n")
  }

  private static let v38 = PythonVersion(3, 8)
  private static let versions = [PythonVersion(3, 8), PythonVersion(3, 9), PythonVersion(3, 10)]
  private static let leave: [(String, Int)] = [("LOAD_CONST", 0), ("RETURN_VALUE", 0)]

  /// `try: name except: pass`
  private static let handled: [(String, Int)] = [
    ("SETUP_FINALLY", 5), ("LOAD_NAME", 0), ("POP_TOP", 0), ("POP_BLOCK", 0), ("JUMP_FORWARD", 9),
    ("POP_TOP", 0), ("POP_TOP", 0), ("POP_TOP", 0), ("POP_EXCEPT", 0),
    ("LOAD_CONST", 0), ("RETURN_VALUE", 0),
  ]

  @Test(arguments: versions) func acceptsAHandler(_ version: PythonVersion) throws {
    #expect(try findings(version, BlockStackTests.handled) == "")
  }

  @Test(arguments: versions) func aHandlerNeedsItsSixSlots(_ version: PythonVersion) throws {
    #expect(try findings(version, BlockStackTests.handled, stackSize: 5).contains("overflow"))
    #expect(try findings(version, BlockStackTests.handled, stackSize: 6) == "")
  }

  @Test(arguments: versions) func popBlockNeedsARange(_ version: PythonVersion) throws {
    #expect(try findings(version, [("POP_BLOCK", 0)] + BlockStackTests.leave).contains("(POP_BLOCK): no block to end"))
    var inside = BlockStackTests.handled
    inside[5] = ("POP_BLOCK", 0)
    #expect(try findings(version, inside).contains("(POP_BLOCK): ends a block inside a handler"))
  }

  @Test(arguments: versions) func popExceptNeedsAHandler(_ version: PythonVersion) throws {
    let loads = [(String, Int)](repeating: ("LOAD_CONST", 0), count: 3)
    #expect(try !findings(version, loads + [("POP_EXCEPT", 0)] + BlockStackTests.leave).isEmpty)
    // In a range that has not ended.
    let open = [("SETUP_FINALLY", 2), ("NOP", 0)] + loads + [("POP_EXCEPT", 0)] + BlockStackTests.leave
    #expect(try !findings(version, open).isEmpty)
  }

  @Test(arguments: versions) func popExceptAtTheWrongDepth(_ version: PythonVersion) throws {
    var early = BlockStackTests.handled
    early[7] = ("NOP", 0)
    // One of the exception's slots is where the saved ones should be.
    #expect(try findings(version, early).contains("(POP_EXCEPT)"))
    var late = BlockStackTests.handled
    late[8] = ("POP_TOP", 0)
    late.insert(("POP_EXCEPT", 0), at: 9)
    late[4] = ("JUMP_FORWARD", 10)
    #expect(try findings(version, late).contains("(POP_EXCEPT)"))
  }

  @Test(arguments: versions) func aFrameIsLeftWithoutBlocks(_ version: PythonVersion) throws {
    let inRange = [("SETUP_FINALLY", 3)] + BlockStackTests.leave + [("NOP", 0)] + BlockStackTests.leave
    #expect(try findings(version, inRange).contains("(RETURN_VALUE): leaves the frame inside a block"))
    var inHandler = BlockStackTests.handled
    inHandler[8] = ("NOP", 0)
    #expect(try findings(version, inHandler).contains("(RETURN_VALUE)") || !findings(version, inHandler).isEmpty)
  }

  @Test(arguments: versions) func aJumpIntoAHandlerHasTheWrongShape(_ version: PythonVersion) throws {
    var program = BlockStackTests.handled
    program[4] = ("JUMP_FORWARD", 5)
    #expect(try !findings(version, program).isEmpty)
    // With six slots that look like a handler's, but no handler.
    let loads = [(String, Int)](repeating: ("LOAD_CONST", 0), count: 6)
    let forged =
      [("SETUP_FINALLY", 9), ("POP_BLOCK", 0)] + loads + [("JUMP_FORWARD", 9)]
      + [("POP_TOP", 0), ("POP_TOP", 0), ("POP_TOP", 0), ("POP_EXCEPT", 0)] + BlockStackTests.leave
    #expect(try !findings(version, forged).isEmpty)
  }

  @Test(arguments: versions) func blocksNestTwentyDeep(_ version: PythonVersion) throws {
    func nested(_ count: Int) -> [(String, Int)] {
      var handlers: [(String, Int)] = []
      var setups: [(String, Int)] = []
      for outer in 0..<count {
        setups.append(("SETUP_FINALLY", 2 * count + 2 + handlers.count))
        // The handler ends the ranges around its own.
        handlers += [("POP_TOP", 0), ("POP_TOP", 0), ("POP_TOP", 0), ("POP_EXCEPT", 0)]
        handlers += [(String, Int)](repeating: ("POP_BLOCK", 0), count: outer) + BlockStackTests.leave
      }
      return setups + [(String, Int)](repeating: ("POP_BLOCK", 0), count: count) + BlockStackTests.leave + handlers
    }
    #expect(try findings(version, nested(21)).contains("more than 20 blocks"))
    #expect(try findings(version, nested(20)) == "")
  }

  // MARK: Finally blocks of 3.8

  /// `try: pass finally: name`, entered by running into it, by CALL_FINALLY and by an exception.
  private static let finally: [(String, Int)] = [
    ("SETUP_FINALLY", 7), ("LOAD_FAST", 0), ("POP_JUMP_IF_TRUE", 5), ("POP_BLOCK", 0), ("JUMP_FORWARD", 11),
    ("POP_BLOCK", 0), ("BEGIN_FINALLY", 0),
    ("LOAD_NAME", 0), ("POP_TOP", 0), ("END_FINALLY", 0), ("JUMP_FORWARD", 12), ("CALL_FINALLY", 7),
    ("LOAD_CONST", 0), ("RETURN_VALUE", 0),
  ]

  /// CALL_FINALLY goes forward only, so the block comes behind its callers.
  private static func called(_ count: Int) -> [(String, Int)] {
    let block = 2 + count
    return [("SETUP_FINALLY", block), ("POP_BLOCK", 0)]
      + [(String, Int)](repeating: ("CALL_FINALLY", block), count: count)
      + [("LOAD_NAME", 0), ("POP_TOP", 0), ("END_FINALLY", 0)]
  }

  @Test func acceptsAFinallyBlock() throws {
    let plain: [(String, Int)] = [
      ("SETUP_FINALLY", 3), ("POP_BLOCK", 0), ("BEGIN_FINALLY", 0), ("LOAD_NAME", 0), ("POP_TOP", 0), ("END_FINALLY", 0),
    ]
    #expect(try findings(BlockStackTests.v38, plain + BlockStackTests.leave) == "")
  }

  @Test func endFinallyNeedsAMarker() throws {
    #expect(try findings(BlockStackTests.v38, [("END_FINALLY", 0)] + BlockStackTests.leave).contains("underflow"))
    let object = [("LOAD_CONST", 0), ("END_FINALLY", 0)] + BlockStackTests.leave
    #expect(try findings(BlockStackTests.v38, object).contains("expected what a finally block starts with"))
    let noMarker = [("LOAD_CONST", 0), ("POP_FINALLY", 0)] + BlockStackTests.leave
    #expect(try findings(BlockStackTests.v38, noMarker).contains("expected what a finally block starts with"))
  }

  @Test func markersAreNoObjects() throws {
    let null = [("BEGIN_FINALLY", 0), ("RETURN_VALUE", 0)]
    #expect(try findings(BlockStackTests.v38, null).contains("must be object"))
    let address = [("CALL_FINALLY", 1), ("RETURN_VALUE", 0)]
    #expect(try findings(BlockStackTests.v38, address).contains("must be object"))
    let stored = [("BEGIN_FINALLY", 0), ("STORE_FAST", 0)] + BlockStackTests.leave
    #expect(try findings(BlockStackTests.v38, stored).contains("must be object"))
  }

  @Test func finallyBlocksMayBeCalledFromSeveralPlaces() throws {
    // Each call returns behind itself: into the next one, and from the last into the block, with no marker there.
    #expect(try findings(BlockStackTests.v38, BlockStackTests.called(2)) != "")
    let program: [(String, Int)] = [
      ("SETUP_FINALLY", 9), ("LOAD_FAST", 0), ("POP_JUMP_IF_TRUE", 6), ("POP_BLOCK", 0), ("CALL_FINALLY", 9), ("JUMP_ABSOLUTE", 12),
      ("POP_BLOCK", 0), ("CALL_FINALLY", 9), ("JUMP_ABSOLUTE", 12),
      ("LOAD_NAME", 0), ("POP_TOP", 0), ("END_FINALLY", 0),
    ]
    #expect(try findings(BlockStackTests.v38, program + BlockStackTests.leave) == "")
  }

  /// A finally block that is called again from where it returns to ends: every return goes to its own place.
  @Test func loopsOfCallsEnd() throws {
    let program: [(String, Int)] = [
      ("CALL_FINALLY", 3), ("JUMP_ABSOLUTE", 0), ("NOP", 0), ("END_FINALLY", 0),
    ]
    #expect(try findings(BlockStackTests.v38, program + BlockStackTests.leave) == "")
  }

  /// Each of n blocks is called from two places, while the one before it has not returned: 2^n ways to come to the last.
  @Test func exponentiallyManyWaysAreRefusedQuickly() throws {
    var program: [(String, Int)] = []
    for level in 0..<40 {
      let start = 5 * level
      program += [
        ("LOAD_FAST", 0), ("POP_JUMP_IF_TRUE", start + 4), ("CALL_FINALLY", start + 5), ("NOP", 0), ("CALL_FINALLY", start + 5),
      ]
    }
    let clock = ContinuousClock()
    var text = ""
    let time = try clock.measure { text = try findings(BlockStackTests.v38, program + BlockStackTests.leave, stackSize: 200) }
    #expect(text.contains("too complex to verify"))
    #expect(time < .seconds(5))
  }
}
