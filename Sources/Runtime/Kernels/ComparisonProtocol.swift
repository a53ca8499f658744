// Rich comparison, equality and ordering of any two values (Objects/object.c, do_richcompare).

extension CompareOperator {
  @inline(__always) var method: Name {
    switch self {
    case .less: .__lt__
    case .lessOrEqual: .__le__
    case .equal: .__eq__
    case .notEqual: .__ne__
    case .greater: .__gt__
    case .greaterOrEqual: .__ge__
    }
  }

  /// Whether it holds of two things whose order is below, equal to or above 0.
  @inline(__always) public func holds(_ order: Int) -> Bool {
    switch self {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .equal: order == 0
    case .notEqual: order != 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  @inline(__always) public func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .equal: a == b
    case .notEqual: a != b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}

extension Thread {
  /// `a op b` as Python evaluates it: any object may come out.
  @inline(never)
  public func compare(_ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if _fastPath(a.isObject && b.isObject && areExactStrs(a, b)) { return compareStrs(op, a, b) }
    if isExactNumber(a) && isExactNumber(b) {
      let result = try compareNumbers(op, a, b)
      if result != .notImplemented { return result }
      throw notSupported(op, a, b)
    }
    if a.isObject && b.isObject {
      let type = a.object.type
      if type == b.object.type {
        if type == self.types.str { return compareStrs(op, a, b) }
        if type == self.types.tuple || type == self.types.list {
          try enterRecursive(" in comparison")
          defer { leaveRecursive() }
          return try compareSequences(op, a, b)
        }
      }
    }
    try enterRecursive(" in comparison")
    defer { leaveRecursive() }
    let result = try askComparison(op, a, b)
    if result != .notImplemented { return result }
    switch op {
    case .equal: return Value(a == b)
    case .notEqual: return Value(a != b)
    default: throw notSupported(op, a, b)
    }
  }

  @inline(__always)
  private func areExactStrs(_ a: Value, _ b: Value) -> Bool { a.object.type == self.types.str && b.object.type == self.types.str }

  private func askComparison(_ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let left = typeOf(a)
    let right = typeOf(b)
    var askedRight = false
    if left != right && isSubtype(right, left) {
      askedRight = true
      let result = try callComparison(op.reflected, b, a, right)
      if result != .notImplemented { return result }
    }
    let result = try callComparison(op, a, b, left)
    if result != .notImplemented || askedRight { return result }
    return try callComparison(op.reflected, b, a, right)
  }

  /// The method of `a`'s type; object's own are answered here without a call.
  private func callComparison(_ op: CompareOperator, _ a: Value, _ b: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let method = lookup(type, self.name(op.method))
    if method.isNull { return .notImplemented }
    if isMethodOfObject(method) {
      switch op {
      case .equal: return a == b ? .true : .notImplemented
      case .notEqual:
        // `!=` is the inverse of the type's own `==`.
        let result = try callComparison(.equal, a, b, type)
        return result == .notImplemented ? result : Value(try !truth(result))
      default: return .notImplemented
      }
    }
    return try callSpecial(method, a, b)
  }

  /// Whether a method is one that class object defines.
  @inline(__always)
  func isMethodOfObject(_ method: Value) -> Bool {
    method.isKind(.nativeFunction) && method.unchecked(as: NativeFunctionObject.self).owner == self.types.object
  }

  private func notSupported(_ op: CompareOperator, _ a: Value, _ b: Value) -> Raised {
    let message: StaticString = switch op {
    case .less: "'<' not supported between instances of '%T' and '%T'"
    case .lessOrEqual: "'<=' not supported between instances of '%T' and '%T'"
    case .equal: "'==' not supported between instances of '%T' and '%T'"
    case .notEqual: "'!=' not supported between instances of '%T' and '%T'"
    case .greater: "'>' not supported between instances of '%T' and '%T'"
    case .greaterOrEqual: "'>=' not supported between instances of '%T' and '%T'"
    }
    return raise(self.types.typeError, message, a, b)
  }

  /// Comparison of two numbers of any kind, by value; `.notImplemented` if one of them is none or they have no order.
  public func compareNumbers(_ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if a.isInt {
      if b.isInt { return Value(op.holds(IntOperand(a).compare(IntOperand(b)))) }
      if b.isFloat { return compareIntFloat(op, a, b.anyDouble) }
    } else if a.isFloat {
      if b.isFloat { return Value(op.holds(a.anyDouble, b.anyDouble)) }
      if b.isInt { return compareIntFloat(op.reflected, b, a.anyDouble) }
    }
    return compareComplex(op, a, b)
  }

  private func compareIntFloat(_ op: CompareOperator, _ a: Value, _ b: Double) -> Value {
    b.isNaN ? Value(op == .notEqual) : Value(op.holds(IntOperand(a).compare(b)))
  }

  private func compareComplex(_ op: CompareOperator, _ a: Value, _ b: Value) -> Value {
    guard op == .equal || op == .notEqual else { return .notImplemented }
    if !a.isKind(.complex) {
      return b.isKind(.complex) ? compareComplex(op, b, a) : .notImplemented
    }
    let x = a.unchecked(as: ComplexObject.self)
    let isEqual: Bool
    if b.isKind(.complex) {
      let y = b.unchecked(as: ComplexObject.self)
      isEqual = x.real == y.real && x.imaginary == y.imaginary
    } else if b.isInt {
      isEqual = x.imaginary == 0 && !x.real.isNaN && IntOperand(b).compare(x.real) == 0
    } else if b.isFloat {
      isEqual = x.imaginary == 0 && x.real == b.anyDouble
    } else {
      return .notImplemented
    }
    return Value(isEqual == (op == .equal))
  }

  /// Whether `a is b` or `a == b`: what containers mean by "the same".
  @inlinable @inline(__always)
  public func equals(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if a == b { return true }
    if Value.bothSmallInts(a, b) { return false }
    return try equalsSlow(a, b)
  }

  @inline(never)
  @usableFromInline func equalsSlow(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if a.isKind(.str) && b.isKind(.str) && areExactStrs(a, b) { return strEquals(a, b) }
    let result = try compare(.equal, a, b)
    return result.isBool ? result.isTrue : try truth(result)
  }

  /// The truth of `a < b`: what sorting asks.
  @inlinable @inline(__always)
  public func isLess(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if Value.bothSmallInts(a, b) { return Int64(bitPattern: a.bits << 15) < Int64(bitPattern: b.bits << 15) }
    if a.isDouble && b.isDouble { return a.double < b.double }
    let result = try compare(.less, a, b)
    return result.isBool ? result.isTrue : try truth(result)
  }
}
