/// How the operands of a version's instructions lead to places in the code, in both directions.
struct JumpCoding: Sendable {
  enum Direction: Sendable {
    case forward, backward, absolute
  }

  private let directions: [Direction?]
  private let cacheUnits: [Int]
  private let encoding: Encoding

  init(_ set: InstructionSet) {
    encoding = set.encoding
    cacheUnits = (0..<256).map { set[$0].cacheUnits }
    directions = (0..<256).map { opcode in
      guard let field = set[opcode].operand.main, field.shift == 0, set[opcode].operand.fields.count == 1 else { return nil }
      switch field.kind {
      case .forward, .handler: return .forward
      case .backward, .backReference: return .backward
      case .absolute: return .absolute
      default: return nil
      }
    }
  }

  /// The direction in which an instruction's operand leads, nil if it leads nowhere.
  func direction(of opcode: UInt8) -> Direction? { directions[Int(opcode)] }

  func leadsSomewhere(_ opcode: UInt8) -> Bool { directions[Int(opcode)] != nil }

  /// The code unit that the operand of the instruction whose opcode is at `unit` leads to; nil if it leads nowhere or not
  /// to a whole code unit. It may lie outside the code.
  func target(_ opcode: UInt8, operand: UInt32, unit: Int) -> Int? {
    let distance = Int(operand) * encoding.jumpUnit
    let place: Int
    switch directions[Int(opcode)] {
    case nil: return nil
    case .forward: place = base(opcode, unit) + distance
    case .backward: place = base(opcode, unit) - distance
    case .absolute: place = distance
    }
    return place % encoding.codeUnit == 0 ? place / encoding.codeUnit : nil
  }

  /// The operand that leads from the opcode at `unit` to `target`; nil if it is in the other direction or too far.
  func operand(_ opcode: UInt8, unit: Int, target: Int) -> UInt32? {
    let place = target * encoding.codeUnit
    let distance: Int
    switch directions[Int(opcode)] {
    case nil: return nil
    case .forward: distance = place - base(opcode, unit)
    case .backward: distance = base(opcode, unit) - place
    case .absolute: distance = place
    }
    guard distance >= 0, distance % encoding.jumpUnit == 0 else { return nil }
    return UInt32(exactly: distance / encoding.jumpUnit)
  }

  /// Where distances of the instruction at `unit` count from, in bytes.
  private func base(_ opcode: UInt8, _ unit: Int) -> Int {
    (unit + 1 + (encoding.jumpsSkipCaches ? cacheUnits[Int(opcode)] : 0)) * encoding.codeUnit
  }
}
