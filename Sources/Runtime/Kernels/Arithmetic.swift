// Operators on numbers, by value: what int, float and complex do once it is known that both operands are numbers.

extension Thread {
  /// `a op b` of two numbers of any kind; `.notImplemented` if one of them is none or the operator has no meaning for them.
  public func arithmetic(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if a.isInt && b.isInt {
      if a.isBool && b.isBool {
        switch op {
        case .and: return Value(a.isTrue && b.isTrue)
        case .or: return Value(a.isTrue || b.isTrue)
        case .xor: return Value(a.isTrue != b.isTrue)
        default: break
        }
      }
      return try intArithmetic(op, IntOperand(a), IntOperand(b))
    }
    if isReal(a) && isReal(b) {
      if !isFloatOperator(op) { return .notImplemented }
      return try floatArithmetic(op, try realDouble(a), try realDouble(b))
    }
    if isNumber(a) && isNumber(b) {
      if op == .floorDivide || op == .remainder { return try refuseComplexOrder(op) }
      if !isFloatOperator(op) { return .notImplemented }
      return try complexArithmetic(op, a, b)
    }
    return .notImplemented
  }

  @inline(__always) private func isReal(_ v: Value) -> Bool { v.isFloat || v.isInt }
  private func isNumber(_ v: Value) -> Bool { v.isFloat || v.isInt || v.isKind(.complex) }
  private func isFloatOperator(_ op: BinaryOperator) -> Bool {
    switch op {
    case .add, .subtract, .multiply, .trueDivide, .floorDivide, .remainder, .power: true
    default: false
    }
  }

  /// `//` and `%` of complex numbers, which some levels have in order to refuse them.
  private func refuseComplexOrder(_ op: BinaryOperator) throws(Raised) -> Value {
    if has(.complexWithoutOrder) { return .notImplemented }
    throw raise(self.types.typeError, op == .floorDivide ? "can't take floor of complex number." : "can't mod complex numbers.")
  }

  /// The double of an int or float.
  public func realDouble(_ v: Value) throws(Raised) -> Double { v.isFloat ? v.anyDouble : try double(ofInt: v) }

  /// Real and imaginary part of a number of any kind.
  public func complexParts(_ v: Value) throws(Raised) -> (Double, Double) {
    if v.isKind(.complex) {
      let z = v.unchecked(as: ComplexObject.self)
      return (z.real, z.imaginary)
    }
    return (try realDouble(v), 0)
  }

  func intArithmetic(_ op: BinaryOperator, _ a: IntOperand, _ b: IntOperand) throws(Raised) -> Value {
    switch op {
    case .add: return try intAdd(a, b)
    case .subtract: return try intSubtract(a, b)
    case .multiply: return try intMultiply(a, b)
    case .floorDivide:
      if b.count == 0 { throw raise(.intFloorDivisionByZero) }
      return try intDivide(a, b).first
    case .remainder:
      if b.count == 0 { throw raise(.intRemainderByZero) }
      return try intDivide(a, b).second
    case .trueDivide: return try intTrueDivide(a, b)
    case .power:
      if !b.isNegative { return try intPower(a, b) }
      return try floatPower(try finiteDouble(a), try finiteDouble(b))
    case .leftShift: return try intShiftLeft(a, by: b)
    case .rightShift: return try intShiftRight(a, by: b)
    case .and, .or, .xor: return try intBitwise(op, a, b)
    case .matrixMultiply: return .notImplemented
    }
  }

  private func finiteDouble(_ a: IntOperand) throws(Raised) -> Double {
    let d = a.rounded
    if d.isInfinite { throw raise(self.types.overflowError, "int too large to convert to float") }
    return d
  }

  private func intShiftLeft(_ a: IntOperand, by b: IntOperand) throws(Raised) -> Value {
    if b.isNegative { throw raise(self.types.valueError, "negative shift count") }
    if a.count == 0 { return Value(small: 0) }
    guard let count = b.asInt else { throw raise(self.types.overflowError, "too many digits in integer") }
    return try intShiftLeft(a, by: count)
  }

  private func intShiftRight(_ a: IntOperand, by b: IntOperand) throws(Raised) -> Value {
    if b.isNegative { throw raise(self.types.valueError, "negative shift count") }
    guard let count = b.asInt else { return Value(small: a.isNegative ? -1 : 0) }
    return try intShiftRight(a, by: count)
  }

  /// `divmod(a, b)` of two ints of any kind.
  public func intDivmod(_ a: IntOperand, _ b: IntOperand) throws(Raised) -> Pair {
    if b.count == 0 { throw raise(.intFloorDivisionByZero) }
    return try intDivide(a, b)
  }
}
