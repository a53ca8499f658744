/// How an expression is used (`ast.expr_context`).
public enum ExpressionContext: UInt8, SyntaxWord, CaseIterable {
  case load, store, delete
}

/// `and`, `or` (`ast.boolop`).
public enum BoolOperator: UInt8, SyntaxWord, CaseIterable {
  case and, or
}

/// The operators of `ast.operator`.
public enum BinaryOperator: UInt8, SyntaxWord, CaseIterable {
  case add, subtract, multiply, matrixMultiply, divide, modulo, power, leftShift, rightShift, bitOr, bitXor, bitAnd, floorDivide
}

/// The operators of `ast.unaryop`.
public enum UnaryOperator: UInt8, SyntaxWord, CaseIterable {
  case invert, not, plus, minus
}

/// The operators of `ast.cmpop`.
public enum CompareOperator: UInt8, SyntaxWord, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `is`, isNot, `in`, notIn
}

extension SyntaxWord where Self: RawRepresentable, RawValue == UInt8, Self: CaseIterable {
  public var raw: UInt32 { UInt32(rawValue) }

  /// A word that no case has becomes the first one: trees hold only words that were written as cases.
  public init(raw: UInt32) {
    self = Self(rawValue: UInt8(truncatingIfNeeded: raw)) ?? Self.allCases[Self.allCases.startIndex]
  }
}

/// The names of CPython's classes, in the order of the cases.
enum OperatorNames {
  static let contexts = NodeClass.names(of: .exprContext)
  static let boolean = NodeClass.names(of: .boolop)
  static let binary = NodeClass.names(of: .operator)
  static let unary = NodeClass.names(of: .unaryop)
  static let compare = NodeClass.names(of: .cmpop)
}
