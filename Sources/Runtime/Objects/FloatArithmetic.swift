import Glibc

// Floats and complex numbers: construction and arithmetic with Python's rules for zero divisors, signs and overflow.

extension Thread {
  /// A float; a NaN gets an object of its own, because it has identity.
  @inlinable @inline(__always)
  public func float(_ value: Double) throws(Raised) -> Value {
    if value == value { return Value(nonNaN: value) }
    return try boxedFloat(value)
  }

  @inline(never)
  @usableFromInline func boxedFloat(_ value: Double) throws(Raised) -> Value {
    let object = try allocate(FloatObject.self, kind: .float, type: self.types.float, tracedWords: 0)
    object.value = value
    return Value(object)
  }

  public func complex(_ real: Double, _ imaginary: Double) throws(Raised) -> Value {
    let object = try allocate(ComplexObject.self, kind: .complex, type: self.types.complex, tracedWords: 0)
    object.real = real
    object.imaginary = imaginary
    return Value(object)
  }

  public func floatArithmetic(_ op: BinaryOperator, _ x: Double, _ y: Double) throws(Raised) -> Value {
    switch op {
    case .add: return try float(x + y)
    case .subtract: return try float(x - y)
    case .multiply: return try float(x * y)
    case .trueDivide:
      if y == 0 { throw raise(.floatDivisionByZero) }
      return try float(x / y)
    case .floorDivide:
      if y == 0 { throw raise(.floatFloorDivisionByZero) }
      return try float(floorDivide(x, y).quotient)
    case .remainder:
      if y == 0 { throw raise(.floatRemainderByZero) }
      return try float(floorDivide(x, y).remainder)
    case .power: return try floatPower(x, y)
    default: return .notImplemented
    }
  }

  /// `divmod` of floats; ZeroDivisionError.
  public func floatDivmod(_ x: Double, _ y: Double) throws(Raised) -> Pair {
    if y == 0 { throw raise(.floatDivmodByZero) }
    let parts = floorDivide(x, y)
    return Pair(try float(parts.quotient), try float(parts.remainder))
  }

  func floatPower(_ x: Double, _ y: Double) throws(Raised) -> Value {
    if x == 0 && y < 0 && y.isFinite { throw raise(.zeroToNegativePower) }
    if x < 0 && x.isFinite && y.isFinite && y != floor(y) { return try complexPower(x, 0, y, 0) }
    let result = pow(x, y)
    if result.isInfinite && x.isFinite && y.isFinite && x != 0 { throw rangeError() }
    return try float(result)
  }

  /// OverflowError(34, 'Numerical result out of range'), as the C library's ERANGE becomes in Python.
  public func rangeError() -> Raised {
    do throws(Raised) {
      return raise(try call(Value(self.types.overflowError), Value(small: Int(ERANGE)), try str("Numerical result out of range")))
    } catch {
      return error
    }
  }
}

/// Quotient rounded down and remainder with the sign of the divisor (Objects/floatobject.c: `_float_div_mod`). y is not zero.
public func floorDivide(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
  var remainder = fmod(x, y)
  var quotient = (x - remainder) / y
  if remainder != 0 {
    if (y < 0) != (remainder < 0) {
      remainder += y
      quotient -= 1
    }
  } else {
    remainder = copysign(0, y)
  }
  if quotient != 0 {
    let whole = floor(quotient)
    quotient = quotient - whole > 0.5 ? whole + 1 : whole
  } else {
    quotient = copysign(0, x / y)
  }
  return (quotient, remainder)
}

// MARK: - Complex

extension Thread {
  /// `a op b` of two numbers of which at least one is complex.
  public func complexArithmetic(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let (x, y) = (try complexParts(a), try complexParts(b))
    if has(.mixedComplexArithmetic), let mixed = try mixedArithmetic(op, x, y, isReal: (!a.isKind(.complex), !b.isKind(.complex))) { return mixed }
    return try complexArithmetic(op, x, y)
  }

  /// What operators do with one real operand where that has no imaginary part; nil for the others, which take all as complex.
  private func mixedArithmetic(
    _ op: BinaryOperator, _ a: (Double, Double), _ b: (Double, Double), isReal: (Bool, Bool)
  ) throws(Raised) -> Value? {
    switch (op, isReal.0, isReal.1) {
    case (.add, true, false): return try complex(a.0 + b.0, b.1)
    case (.add, false, true): return try complex(a.0 + b.0, a.1)
    case (.subtract, true, false): return try complex(a.0 - b.0, -b.1)
    case (.subtract, false, true): return try complex(a.0 - b.0, a.1)
    case (.multiply, true, false): return try complex(a.0 * b.0, a.0 * b.1)
    case (.multiply, false, true): return try complex(a.0 * b.0, a.1 * b.0)
    case (.multiply, false, false):
      let r = recoveredProduct(a, b)
      return try complex(r.0, r.1)
    case (.trueDivide, false, true):
      if b.0 == 0 { throw raise(.complexDivisionByZero) }
      return try complex(a.0 / b.0, a.1 / b.0)
    case (.trueDivide, true, false):
      guard let r = realQuotient(a.0, b) else { throw raise(.complexDivisionByZero) }
      return try complex(r.0, r.1)
    case (.trueDivide, false, false):
      guard let r = complexQuotient(a, b) else { throw raise(.complexDivisionByZero) }
      let recovered = recoveredQuotient(a, b, r)
      return try complex(recovered.0, recovered.1)
    default: return nil
    }
  }

  private func complexArithmetic(_ op: BinaryOperator, _ a: (Double, Double), _ b: (Double, Double)) throws(Raised) -> Value {
    switch op {
    case .add: return try complex(a.0 + b.0, a.1 + b.1)
    case .subtract: return try complex(a.0 - b.0, a.1 - b.1)
    case .multiply:
      let r = complexProduct(a, b)
      return try complex(r.0, r.1)
    case .trueDivide:
      guard let r = complexQuotient(a, b) else { throw raise(.complexDivisionByZero) }
      return try complex(r.0, r.1)
    case .power: return try complexPower(a.0, a.1, b.0, b.1)
    default: return .notImplemented
    }
  }

  func complexPower(_ x: Double, _ xi: Double, _ y: Double, _ yi: Double) throws(Raised) -> Value {
    guard let r = complexPowerParts((x, xi), (y, yi), byProduct: has(.complexPowerByProduct)) else {
      throw raise(.zeroToComplexPower)
    }
    if r.0.isInfinite || r.1.isInfinite { throw raise(self.types.overflowError, "complex exponentiation") }
    return try complex(r.0, r.1)
  }
}

func complexProduct(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
  (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// Smith's algorithm; nil if b is zero.
func complexQuotient(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double)? {
  let (real, imaginary) = (b.0.magnitude, b.1.magnitude)
  if real >= imaginary {
    if real == 0 { return nil }
    let ratio = b.1 / b.0
    let divisor = b.0 + b.1 * ratio
    return ((a.0 + a.1 * ratio) / divisor, (a.1 - a.0 * ratio) / divisor)
  }
  if imaginary >= real {
    let ratio = b.0 / b.1
    let divisor = b.0 * ratio + b.1
    return ((a.0 * ratio + a.1) / divisor, (a.1 * ratio - a.0) / divisor)
  }
  return (.nan, .nan)
}

/// nil for zero to a negative or complex power, and where the angle is infinite. Small whole exponents by multiplication, as CPython does (Objects/complexobject.c).
private func complexPowerParts(_ a: (Double, Double), _ b: (Double, Double), byProduct: Bool) -> (Double, Double)? {
  if b.1 == 0 && b.0 == floor(b.0) && b.0.magnitude <= 100 {
    let power = complexPower(a, Int(b.0.magnitude), recovers: byProduct)
    if b.0 > 0 { return power }
    guard let quotient = complexQuotient((1, 0), power) else { return nil }
    return byProduct ? recoveredQuotient((1, 0), power, quotient) : quotient
  }
  if a.0 == 0 && a.1 == 0 { return b.1 != 0 || b.0 < 0 ? nil : (0, 0) }
  let size = hypot(a.0, a.1)
  var length = pow(size, b.0)
  let angle = atan2(a.1, a.0)
  var phase = angle * b.0
  if b.1 != 0 {
    if byProduct { length *= exp(-angle * b.1) } else { length /= exp(angle * b.1) }
    phase += b.1 * log(size)
  }
  // The C library's sine has a domain error there, which CPython reports as this.
  if phase.isInfinite { return nil }
  return (length * cos(phase), length * sin(phase))
}

/// - Parameter recovers: whether products recover infinities.
private func complexPower(_ a: (Double, Double), _ n: Int, recovers: Bool) -> (Double, Double) {
  var result = (1.0, 0.0)
  var square = a
  var mask = 1
  while mask <= n {
    if n & mask != 0 { result = recovers ? recoveredProduct(result, square) : complexProduct(result, square) }
    mask <<= 1
    square = recovers ? recoveredProduct(square, square) : complexProduct(square, square)
  }
  return result
}

extension Thread {
  /// `abs` of a complex number; OverflowError ("absolute value too large").
  func complexMagnitude(_ real: Double, _ imaginary: Double) throws(Raised) -> Value {
    let result = hypot(real, imaginary)
    if result.isInfinite && real.isFinite && imaginary.isFinite { throw raise(self.types.overflowError, "absolute value too large") }
    return try float(result)
  }
}
