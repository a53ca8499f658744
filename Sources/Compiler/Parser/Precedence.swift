/// How strongly operators bind, weakest first.
enum Precedence {
  static let or: UInt8 = 1
  static let and: UInt8 = 2
  static let not: UInt8 = 3
  static let comparison: UInt8 = 4
  static let bitOr: UInt8 = 5
  static let bitXor: UInt8 = 6
  static let bitAnd: UInt8 = 7
  static let shift: UInt8 = 8
  static let sum: UInt8 = 9
  static let product: UInt8 = 10
  static let unary: UInt8 = 11

  /// By token: the precedence, 0 for what is no operator between operands; and in the byte 256 further on, the operator's raw value.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
    table.initialize(repeating: 0, count: 512)
    func set(_ token: TokenKind, _ precedence: UInt8, _ value: UInt8) {
      table[Int(token.rawValue)] = precedence
      table[Int(token.rawValue) + 256] = value
    }
    set(.kwOr, or, BoolOperator.or.rawValue)
    set(.kwAnd, and, BoolOperator.and.rawValue)
    let comparisons: [(TokenKind, CompareOperator)] = [
      (.equalEqual, .equal), (.notEqual, .notEqual), (.less, .less), (.lessEqual, .lessOrEqual), (.greater, .greater),
      (.greaterEqual, .greaterOrEqual), (.kwIs, .is), (.kwIn, .in), (.kwNot, .notIn),
    ]
    for (token, value) in comparisons { set(token, comparison, value.rawValue) }
    let binary: [(TokenKind, UInt8, BinaryOperator)] = [
      (.bar, bitOr, .bitOr), (.caret, bitXor, .bitXor), (.ampersand, bitAnd, .bitAnd), (.leftShift, shift, .leftShift),
      (.rightShift, shift, .rightShift), (.plus, sum, .add), (.minus, sum, .subtract), (.star, product, .multiply),
      (.slash, product, .divide), (.doubleSlash, product, .floorDivide), (.percent, product, .modulo),
      (.at, product, .matrixMultiply),
    ]
    for (token, precedence, value) in binary { set(token, precedence, value.rawValue) }
    return UnsafePointer(table)
  }()
}
