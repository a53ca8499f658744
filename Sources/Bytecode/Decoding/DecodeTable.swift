/// What decoding needs to know of each opcode of a version, packed for speed.
struct DecodeTable: Sendable {
  /// Inline-cache units behind the instruction.
  let cacheUnits: [UInt8]
  /// The opcode uses its operand.
  let hasOperand: [Bool]
  let extendedArg: UInt8
  /// How the operand of each opcode leads to a jump target.
  private let jumps: [Jump]
  private let jumpUnit: Int
  private let codeUnit: Int
  private let jumpsSkipCaches: Bool

  private enum Jump: UInt8 {
    case none, forward, backward, absolute
  }

  init(_ set: InstructionSet) {
    cacheUnits = (0..<256).map { UInt8(clamping: set[$0].cacheUnits) }
    hasOperand = (0..<256).map { set[$0].lists.contains(.hasarg) }
    extendedArg = set.encoding.extendedArg
    jumpUnit = set.encoding.jumpUnit
    codeUnit = set.encoding.codeUnit
    jumpsSkipCaches = set.encoding.jumpsSkipCaches
    jumps = (0..<256).map { opcode in
      switch set[opcode].operand.main?.kind {
      case .forward, .handler: .forward
      case .backward: .backward
      case .absolute: .absolute
      default: .none
      }
    }
  }

  /// The code unit that a jump's operand names, which may lie outside the code; nil if the instruction does not jump or
  /// the target is not a whole code unit.
  func jumpTarget(of instruction: DecodedInstruction) -> Int? {
    let distance = Int(instruction.operand) * jumpUnit
    let base = (jumpsSkipCaches ? instruction.nextUnit : instruction.unit + 1) * codeUnit
    let target: Int
    switch jumps[Int(instruction.opcode)] {
    case .none: return nil
    case .forward: target = base + distance
    case .backward: target = base - distance
    case .absolute: target = distance
    }
    return target % codeUnit == 0 ? target / codeUnit : nil
  }
}
