/// The operators with one operand, `abs` included.
public enum UnaryOperator: UInt8, Sendable { case negative, positive, invert, absolute }

extension Thread {
  /// A unary operator applied to any value.
  @inline(never)
  public func unary(_ op: UnaryOperator, _ v: Value) throws(Raised) -> Value {
    if isExactNumber(v) {
      let result = try unaryArithmetic(op, v)
      if result != .notImplemented { return result }
    } else {
      let name: Name = switch op {
      case .negative: .__neg__
      case .positive: .__pos__
      case .invert: .__invert__
      case .absolute: .__abs__
      }
      let method = lookupSpecial(v, name)
      if !method.isNull { return try callSpecial(method, v) }
    }
    let message: StaticString = switch op {
    case .negative: "bad operand type for unary -: '%T'"
    case .positive: "bad operand type for unary +: '%T'"
    case .invert: "bad operand type for unary ~: '%T'"
    case .absolute: "bad operand type for abs(): '%T'"
    }
    throw raise(self.types.typeError, message, v)
  }

  /// A unary operator applied to a number of any kind, by value; `.notImplemented` where it has no meaning.
  public func unaryArithmetic(_ op: UnaryOperator, _ v: Value) throws(Raised) -> Value {
    if v.isInt { return try unaryInt(op, v) }
    if v.isFloat {
      switch op {
      case .negative: return try float(-v.anyDouble)
      case .positive: return try float(v.anyDouble)
      case .absolute: return try float(v.anyDouble.magnitude)
      case .invert: return .notImplemented
      }
    }
    guard v.isKind(.complex) else { return .notImplemented }
    let z = v.unchecked(as: ComplexObject.self)
    switch op {
    case .negative: return try complex(-z.real, -z.imaginary)
    case .positive: return try complex(z.real, z.imaginary)
    case .absolute: return try complexMagnitude(z.real, z.imaginary)
    case .invert: return .notImplemented
    }
  }

  private func unaryInt(_ op: UnaryOperator, _ v: Value) throws(Raised) -> Value {
    var a = IntOperand(v)
    switch op {
    case .negative: return try int(a.negated)
    case .positive: return v.plainInt
    case .absolute:
      if !a.isNegative { return v.plainInt }
      a.isNegative = false
      return try int(a)
    case .invert:
      if v.isBool, has(.boolInvertWarning) { try warnOfInvertedBool() }
      return try intSubtract(a.negated, IntOperand(1))
    }
  }

  @inline(never)
  private func warnOfInvertedBool() throws(Raised) {
    try warn(
      self.types.deprecationWarning,
      """
      Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying \
      int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you \
      really want the bitwise inversion of the underlying int.
      """)
  }
}
