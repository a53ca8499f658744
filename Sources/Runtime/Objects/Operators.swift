/// The six rich comparisons, numbered as `cmp_op` (Lib/opcode.py).
@frozen
public enum CompareOperator: UInt8, BitwiseCopyable, Sendable {
  case less, lessOrEqual, equal, notEqual, greater, greaterOrEqual

  /// The method asked of the right operand: `a < b` is `b > a`.
  @inlinable public var reflected: CompareOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

/// The binary operators, numbered as the operand of BINARY_OP (`_nb_ops` in Lib/opcode.py); the in-place form is 13 more.
@frozen
public enum BinaryOperator: UInt8, BitwiseCopyable, Sendable {
  case add, and, floorDivide, leftShift, matrixMultiply, multiply, remainder, or, power, rightShift, subtract, trueDivide, xor
}
