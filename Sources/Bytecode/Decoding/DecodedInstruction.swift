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
  /// Where the prefixes of the next instruction begin, if it has any.
  private var prefixStart: Int?

  /// - Parameter yieldsPrefixes: whether each EXTENDED_ARG comes as an instruction of its own, before the one that it
  ///   extends (as `dis` shows them). Its operand is what has been gathered so far.
  init(_ code: ByteString, _ table: DecodeTable, yieldsPrefixes: Bool) {
    self.code = code
    self.table = table
    self.yieldsPrefixes = yieldsPrefixes
  }

  mutating func next() -> DecodedInstruction? {
    while unit * table.codeUnit < code.count {
      let offset = unit * table.codeUnit
      let opcode = code[offset]
      let size = Int(table.units[Int(opcode)])
      guard offset + size * table.codeUnit <= code.count else { return nil }
      let operand = table.hasOperand[Int(opcode)] ? prefix << table.operandBits | operandBytes(at: offset + 1) : 0
      let end = unit + size + Int(table.cacheUnits[Int(opcode)])
      let start = unit
      unit = end
      if opcode == table.extendedArg {
        prefix = operand
        prefixStart = prefixStart ?? start
        guard yieldsPrefixes else { continue }
        return DecodedInstruction(unit: start, startUnit: start, opcode: opcode, operand: operand, nextUnit: end)
      }
      defer {
        prefix = 0
        prefixStart = nil
      }
      return DecodedInstruction(
        unit: start, startUnit: prefixStart ?? start, opcode: opcode, operand: operand, nextUnit: end)
    }
    return nil
  }

  /// The operand's bytes, least significant first.
  @inline(__always)
  private func operandBytes(at offset: Int) -> UInt32 {
    let low = UInt32(code[offset])
    return table.operandBits == 8 ? low : low | UInt32(code[offset + 1]) << 8
  }
}
