/// What decoding needs to know of each opcode of a version, packed for speed.
struct DecodeTable: Sendable {
  /// Code units of the instruction itself. Where a code unit is one byte, an operand takes two more.
  let units: [UInt8]
  /// Inline-cache units behind the instruction.
  let cacheUnits: [UInt8]
  /// The opcode uses its operand.
  let hasOperand: [Bool]
  let extendedArg: UInt8
  /// Bytes of a code unit.
  let codeUnit: Int
  /// The bits of an operand that stand beside its opcode; a prefix carries those above.
  let operandBits: UInt32
  /// How the operand of each opcode leads to a jump target.
  private let jumps: [Jump]
  private let jumpUnit: Int
  private let jumpsSkipCaches: Bool

  private enum Jump: UInt8 {
    case none, forward, backward, absolute
    /// Names another instruction without jumping there.
    case backReference
  }

  init(_ set: InstructionSet) {
    let hasOperand = (0..<256).map { set[$0].lists.contains(.hasarg) }
    self.hasOperand = hasOperand
    cacheUnits = (0..<256).map { UInt8(clamping: set[$0].cacheUnits) }
    extendedArg = set.encoding.extendedArg
    jumpUnit = set.encoding.jumpUnit
    let codeUnit = set.encoding.codeUnit
    self.codeUnit = codeUnit
    units = hasOperand.map { codeUnit == 1 && $0 ? 3 : 1 }
    operandBits = codeUnit == 1 ? 16 : 8
    jumpsSkipCaches = set.encoding.jumpsSkipCaches
    jumps = (0..<256).map { opcode in
      switch set[opcode].operand.main?.kind {
      case .forward, .handler: .forward
      case .backward: .backward
      case .absolute: .absolute
      case .backReference: .backReference
      default: .none
      }
    }
  }

  /// The code unit that a jump's operand names, which may lie outside the code; nil if the instruction does not jump or
  /// the target is not a whole code unit.
  func jumpTarget(of instruction: DecodedInstruction) -> Int? {
    guard jumps[Int(instruction.opcode)] != .backReference else { return nil }
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
    let jump = jumps[Int(instruction.opcode)]
    guard jump != .none else { return nil }
    let distance = Int(instruction.operand) * jumpUnit
    guard jump != .absolute else { return distance }
    let next = jumpsSkipCaches ? instruction.nextUnit : instruction.unit + Int(units[Int(instruction.opcode)])
    return jump == .forward ? next * codeUnit + distance : next * codeUnit - distance
  }
}
