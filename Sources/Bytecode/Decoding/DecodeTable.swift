/// What decoding needs to know of each opcode of a version, packed for speed.
struct DecodeTable: Sendable {
  /// By opcode.
  let shapes: [Shape]
  let extendedArg: UInt8
  /// Bytes of a code unit.
  let codeUnit: Int
  /// The bits of an operand that stand beside its opcode; a prefix carries those above.
  let operandBits: UInt32
  private let jumpUnit: Int
  private let jumpsSkipCaches: Bool

  /// What decoding needs to know of one opcode.
  struct Shape: Sendable, BitwiseCopyable {
    /// Code units of the instruction itself. Where a code unit is one byte, an operand takes two more.
    let units: UInt8
    /// Inline-cache units behind the instruction.
    let cacheUnits: UInt8
    /// The opcode uses its operand.
    let hasOperand: Bool
    /// How the operand leads to a jump target.
    let jump: Jump
  }

  enum Jump: UInt8, Sendable {
    case none, forward, backward, absolute
    /// Names another instruction without jumping there.
    case backReference
  }

  init(_ set: InstructionSet) {
    extendedArg = set.encoding.extendedArg
    jumpUnit = set.encoding.jumpUnit
    let codeUnit = set.encoding.codeUnit
    self.codeUnit = codeUnit
    operandBits = codeUnit == 1 ? 16 : 8
    jumpsSkipCaches = set.encoding.jumpsSkipCaches
    shapes = (0..<256).map { DecodeTable.shape(of: set[$0], codeUnit: codeUnit) }
  }

  private static func shape(of instruction: Instruction, codeUnit: Int) -> Shape {
    let hasOperand = instruction.lists.contains(.hasarg)
    let jump: Jump =
      switch instruction.operand.main?.kind {
      case .forward, .handler: .forward
      case .backward: .backward
      case .absolute: .absolute
      case .backReference: .backReference
      default: .none
      }
    return Shape(
      units: codeUnit == 1 && hasOperand ? 3 : 1, cacheUnits: UInt8(clamping: instruction.cacheUnits), hasOperand: hasOperand,
      jump: jump)
  }

  /// The code unit that a jump's operand names, which may lie outside the code; nil if the instruction does not jump or
  /// the target is not a whole code unit.
  func jumpTarget(of instruction: DecodedInstruction) -> Int? {
    guard shapes[Int(instruction.opcode)].jump != .backReference else { return nil }
    return markedTarget(of: instruction)
  }

  /// As `jumpTarget`, also for an instruction that names another one without jumping there.
  func markedTarget(of instruction: DecodedInstruction) -> Int? {
    guard let offset = targetOffset(of: instruction), offset % codeUnit == 0 else { return nil }
    return offset / codeUnit
  }

  /// The place that an operand names, in bytes from the start of the code; nil if it names none.
  @inline(__always)
  func targetOffset(of instruction: DecodedInstruction) -> Int? {
    let shape = shapes[Int(instruction.opcode)]
    let jump = shape.jump
    guard jump != .none else { return nil }
    let distance = Int(instruction.operand) * jumpUnit
    guard jump != .absolute else { return distance }
    let next = jumpsSkipCaches ? instruction.nextUnit : instruction.unit + Int(shape.units)
    return jump == .forward ? next * codeUnit + distance : next * codeUnit - distance
  }
}
