/// An instruction as it stands in code.
public struct DecodedInstruction: Hashable, Sendable, BitwiseCopyable {
  // Two words, which travel in registers:
  //
  //     place     bits 63 ... 32   startUnit
  //               bits 31 ...  0   unit
  //     content   bits 55 ... 48   opcode
  //               bits 47 ... 32   code units of the opcode, its operand and its inline caches
  //               bits 31 ...  0   operand
  private let place: UInt64
  private let content: UInt64

  /// - Parameters:
  ///   - unit: Where its opcode is, below 2^32, as the length of code is.
  ///   - length: The code units of the opcode, its operand and its inline caches.
  init(unit: Int, startUnit: Int, opcode: UInt8, operand: UInt32, length: Int) {
    place = UInt64(truncatingIfNeeded: startUnit) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    content = UInt64(opcode) << 48 | UInt64(UInt16(truncatingIfNeeded: length)) << 32 | UInt64(operand)
  }

  /// Where its opcode is, in code units.
  public var unit: Int { Int(UInt32(truncatingIfNeeded: place)) }
  /// Where its EXTENDED_ARG prefixes begin, in code units; `unit` if there are none.
  public var startUnit: Int { Int(truncatingIfNeeded: place >> 32) }
  public var opcode: UInt8 { UInt8(truncatingIfNeeded: content >> 48) }
  /// The whole operand, 0 if the instruction has none (whatever its byte).
  public var operand: UInt32 { UInt32(truncatingIfNeeded: content) }
  /// The code unit behind the instruction and its inline caches; may lie behind the end of truncated code.
  public var nextUnit: Int { unit + Int(UInt16(truncatingIfNeeded: content >> 32)) }
}

extension DecodeTable {
  /// The instructions of a code object in order. EXTENDED_ARG prefixes are joined to their instruction or come as instructions
  /// of their own; inline caches are skipped.
  ///
  /// - Parameter yieldsPrefixes: whether each EXTENDED_ARG comes as an instruction of its own, before the one that it
  ///   extends (as `dis` shows them). Its operand is what has been gathered so far.
  func instructions(of code: ByteString, yieldsPrefixes: Bool) -> [DecodedInstruction] {
    var instructions: [DecodedInstruction] = []
    instructions.reserveCapacity(code.count / codeUnit)
    decode(code, yieldsPrefixes: yieldsPrefixes, into: &instructions)
    return instructions
  }

  /// As `instructions(of:yieldsPrefixes:)`, in place of what the array holds.
  func decode(_ code: ByteString, yieldsPrefixes: Bool, into instructions: inout [DecodedInstruction]) {
    instructions.removeAll(keepingCapacity: true)
    code.withUnsafeBytes { bytes in
      var decoder = InstructionDecoder(bytes, self, yieldsPrefixes: yieldsPrefixes)
      while let instruction = decoder.next() { instructions.append(instruction) }
    }
  }
}

/// Decodes instructions from memory, one after the other. The memory must stay as long as the decoder is used.
struct InstructionDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table: DecodeTable
  private let yieldsPrefixes: Bool
  private var unit = 0
  private var prefix: UInt32 = 0
  /// Where the prefixes of the next instruction begin, or -1 if it has none.
  private var prefixStart = -1

  /// See `DecodeTable.instructions(of:yieldsPrefixes:)`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ table: DecodeTable, yieldsPrefixes: Bool) {
    self.bytes = bytes
    self.table = table
    self.yieldsPrefixes = yieldsPrefixes
  }

  @inline(__always)
  mutating func next() -> DecodedInstruction? { next(codeUnit: table.codeUnit, operandBits: table.operandBits) }

  /// As `next`, for a caller that knows these numbers of the table.
  @inline(__always)
  mutating func next(codeUnit: Int, operandBits: UInt32) -> DecodedInstruction? {
    while true {
      let offset = unit * codeUnit
      guard offset < bytes.count else { return nil }
      let opcode = bytes[offset]
      let shape = table.shapes[Int(opcode)]
      guard offset + Int(shape.units) * codeUnit <= bytes.count else { return nil }
      let operand = shape.hasOperand ? prefix << operandBits | operandBytes(at: offset + 1, operandBits) : 0
      let length = Int(shape.units) + Int(shape.cacheUnits)
      let start = unit
      unit += length
      if opcode == table.extendedArg {
        prefix = operand
        if prefixStart < 0 { prefixStart = start }
        guard yieldsPrefixes else { continue }
        return DecodedInstruction(unit: start, startUnit: start, opcode: opcode, operand: operand, length: length)
      }
      let first = prefixStart < 0 ? start : prefixStart
      prefix = 0
      prefixStart = -1
      return DecodedInstruction(unit: start, startUnit: first, opcode: opcode, operand: operand, length: length)
    }
  }

  /// The operand's bytes, least significant first. They are there: the instruction's length was looked at.
  @inline(__always)
  private func operandBytes(at offset: Int, _ operandBits: UInt32) -> UInt32 {
    let low = UInt32(bytes[offset])
    return operandBits == 8 ? low : low | UInt32(bytes[offset + 1]) << 8
  }
}
