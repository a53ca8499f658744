/// An instruction as it stands in code.
public struct DecodedInstruction: Hashable, Sendable {
  /// Where its opcode is, in code units.
  public let unit: Int
  /// Where its EXTENDED_ARG prefixes begin, in code units; `unit` if there are none.
  public let startUnit: Int
  public let opcode: UInt8
  /// The whole operand, 0 if the instruction has none (whatever its byte).
  public let operand: UInt32
  /// The code unit behind the instruction and its inline caches; may lie behind the end of truncated code.
  public let nextUnit: Int
}

/// The instructions of a code object in order, decoded on the fly. EXTENDED_ARG prefixes are joined to their
/// instruction or come as instructions of their own; inline caches are skipped.
struct InstructionDecoder: Sequence, IteratorProtocol {
  private let code: ByteString
  private let table: DecodeTable
  private let yieldsPrefixes: Bool
  private var unit = 0
  private var prefix: UInt32 = 0
  private var prefixCount = 0

  /// - Parameter yieldsPrefixes: whether each EXTENDED_ARG comes as an instruction of its own, before the one that it
  ///   extends (as `dis` shows them). Its operand is what has been gathered so far.
  init(_ code: ByteString, _ table: DecodeTable, yieldsPrefixes: Bool) {
    self.code = code
    self.table = table
    self.yieldsPrefixes = yieldsPrefixes
  }

  mutating func next() -> DecodedInstruction? {
    while 2 * unit + 1 < code.count {
      let opcode = code[2 * unit]
      let byte = code[2 * unit + 1]
      let operand = table.hasOperand[Int(opcode)] ? prefix << 8 | UInt32(byte) : 0
      let isPrefix = opcode == table.extendedArg
      let start = unit - prefixCount
      let end = unit + 1 + Int(table.cacheUnits[Int(opcode)])
      defer { unit = end }
      if isPrefix {
        prefix = operand
        prefixCount += 1
        guard yieldsPrefixes else { continue }
        return DecodedInstruction(unit: unit, startUnit: unit, opcode: opcode, operand: operand, nextUnit: end)
      }
      prefix = 0
      prefixCount = 0
      return DecodedInstruction(unit: unit, startUnit: start, opcode: opcode, operand: operand, nextUnit: end)
    }
    return nil
  }
}
