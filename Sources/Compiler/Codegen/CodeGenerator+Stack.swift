/// What takes other instructions in other versions: moves on the stack, operators, intrinsic functions.
extension CodeGenerator {
  /// Pushes the top again.
  func duplicate(_ location: CodeLocation) {
    if target.has(.COPY) { emit(.COPY, 1, location) } else { emit(.DUP_TOP, location) }
  }

  /// Pushes the two topmost values again.
  func duplicateTwo(_ location: CodeLocation) {
    guard target.has(.COPY) else { return emit(.DUP_TOP_TWO, location) }
    emit(.COPY, 2, location)
    emit(.COPY, 2, location)
  }

  /// Puts a copy of the top below the value under it: `a b` becomes `b a b`.
  func duplicateBelow(_ location: CodeLocation) {
    guard target.has(.COPY) else {
      emit(.DUP_TOP, location)
      return emit(.ROT_THREE, location)
    }
    emit(.SWAP, 2, location)
    emit(.COPY, 2, location)
  }

  /// Exchanges the two topmost values.
  func swap(_ location: CodeLocation) {
    if target.has(.SWAP) { emit(.SWAP, 2, location) } else { emit(.ROT_TWO, location) }
  }

  /// Moves the top to the bottom of the `count` topmost values.
  func sink(_ count: Int, _ location: CodeLocation) {
    guard count > 1 else { return }
    guard !target.has(.SWAP) else {
      for depth in (2...count).reversed() { emit(.SWAP, depth, location) }
      return
    }
    switch count {
    // These were ROT_N with an operand, which they keep.
    case 2: emit(.ROT_TWO, count, location)
    case 3: emit(.ROT_THREE, count, location)
    case 4: emit(.ROT_FOUR, count, location)
    default: emit(.ROT_N, count, location)
    }
  }

  /// Makes a bool of the top where jumps and `not` take nothing else.
  func emitTruth(_ location: CodeLocation) {
    if target.has(.TO_BOOL) { emit(.TO_BOOL, location) }
  }

  // In the order of the operators.
  private static let binaryInstructions: [Op] = [
    .BINARY_ADD, .BINARY_SUBTRACT, .BINARY_MULTIPLY, .BINARY_MATRIX_MULTIPLY, .BINARY_TRUE_DIVIDE, .BINARY_MODULO, .BINARY_POWER,
    .BINARY_LSHIFT, .BINARY_RSHIFT, .BINARY_OR, .BINARY_XOR, .BINARY_AND, .BINARY_FLOOR_DIVIDE,
  ]
  private static let inPlaceInstructions: [Op] = [
    .INPLACE_ADD, .INPLACE_SUBTRACT, .INPLACE_MULTIPLY, .INPLACE_MATRIX_MULTIPLY, .INPLACE_TRUE_DIVIDE, .INPLACE_MODULO, .INPLACE_POWER,
    .INPLACE_LSHIFT, .INPLACE_RSHIFT, .INPLACE_OR, .INPLACE_XOR, .INPLACE_AND, .INPLACE_FLOOR_DIVIDE,
  ]

  func emitBinary(_ op: BinaryOperator, isInPlace: Bool = false, _ location: CodeLocation) {
    if target.has(.BINARY_OP) {
      let operands = isInPlace ? target.inPlaceOperators : target.binaryOperators
      return emit(.BINARY_OP, operands[Int(op.rawValue)], location)
    }
    emit((isInPlace ? Self.inPlaceInstructions : Self.binaryInstructions)[Int(op.rawValue)], location)
  }

  /// A function of CALL_INTRINSIC_1, which was an instruction of its own before.
  func emitIntrinsic(_ number: Int, before op: Op, _ location: CodeLocation) {
    if target.has(.CALL_INTRINSIC_1) { emit(.CALL_INTRINSIC_1, number, location) } else { emit(op, location) }
  }

  /// The place where a frame goes on.
  func emitResume(_ point: Int, _ location: CodeLocation) {
    if target.has(.RESUME) { emit(.RESUME, point, location) }
  }

  /// A NOP that lets a line be traced, where lines are those of the source alone (PEP 626).
  func emitTrace(_ location: CodeLocation) {
    if features.has(.tracedLines) { emit(.NOP, location) }
  }

  func emitAttribute(_ name: UInt32, _ location: CodeLocation) {
    emit(.LOAD_ATTR, name: name, shift: target.attributeShift, location)
  }
}
