import Glibc

// Kernels of BINARY_OP, one per operator, and of the unary operators. The fast halves are inlined into the engine's loop: unboxed ints and floats,
// nothing else. They never throw, so that the loop needs no landing pad for them; everything else is behind one call.

/// Both payloads shifted to the top of the word, where the overflow flag is that of the 49 bits.
@inline(__always) private func wide(_ v: Value) -> Int { Int(bitPattern: UInt(v.bits << 15)) }
/// The small int with this payload at the top of the word.
@inline(__always) private func narrow(_ wide: Int) -> Value { Value(bits: Value.intTag | UInt64(UInt(bitPattern: wide)) >> 15) }
/// The doubles of two unboxed numbers; nil unless at least one is a float.
@inline(__always)
private func mixedDoubles(_ a: Value, _ b: Value) -> (Double, Double)? {
  if a.isDouble {
    if b.isDouble { return (a.double, b.double) }
    if b.isSmallInt { return (a.double, Double(b.smallInt)) }
  } else if a.isSmallInt && b.isDouble {
    return (Double(a.smallInt), b.double)
  }
  return nil
}

@inline(__always)
private func sum(_ a: Value, _ b: Value) -> Value {
  if _fastPath(Value.bothSmallInts(a, b)) {
    let (r, overflow) = wide(a).addingReportingOverflow(wide(b))
    return overflow ? .null : narrow(r)
  }
  if let (x, y) = mixedDoubles(a, b) {
    let r = x + y
    if r == r { return Value(nonNaN: r) }
  }
  return .null
}

@inline(__always)
private func difference(_ a: Value, _ b: Value) -> Value {
  if _fastPath(Value.bothSmallInts(a, b)) {
    let (r, overflow) = wide(a).subtractingReportingOverflow(wide(b))
    return overflow ? .null : narrow(r)
  }
  if let (x, y) = mixedDoubles(a, b) {
    let r = x - y
    if r == r { return Value(nonNaN: r) }
  }
  return .null
}

@inline(__always)
private func product(_ a: Value, _ b: Value) -> Value {
  if _fastPath(Value.bothSmallInts(a, b)) {
    let (r, overflow) = wide(a).multipliedReportingOverflow(by: b.smallInt)
    return overflow ? .null : narrow(r)
  }
  if let (x, y) = mixedDoubles(a, b) {
    let r = x * y
    if r == r { return Value(nonNaN: r) }
  }
  return .null
}

@inline(__always)
private func quotient(_ a: Value, _ b: Value) -> Value {
  if Value.bothSmallInts(a, b) {
    let d = b.smallInt
    // Both are exact as doubles, so that one rounding gives the correct quotient.
    return d == 0 ? .null : Value(nonNaN: Double(a.smallInt) / Double(d))
  }
  if let (x, y) = mixedDoubles(a, b) {
    if y == 0 { return .null }
    let r = x / y
    if r == r { return Value(nonNaN: r) }
  }
  return .null
}

@inline(__always)
private func flooredQuotient(_ a: Value, _ b: Value) -> Value {
  guard Value.bothSmallInts(a, b) else { return .null }
  let (x, y) = (a.smallInt, b.smallInt)
  if y == 0 || y == -1 { return .null }
  let q = x / y
  let r = x &- q &* y
  return Value(small: r != 0 && (r ^ y) < 0 ? q &- 1 : q)
}

@inline(__always)
private func flooredRemainder(_ a: Value, _ b: Value) -> Value {
  guard Value.bothSmallInts(a, b) else { return .null }
  let (x, y) = (a.smallInt, b.smallInt)
  if y == 0 || y == -1 { return .null }
  let r = x % y
  return Value(small: r != 0 && (r ^ y) < 0 ? r &+ y : r)
}

@inline(__always)
private func shiftedLeft(_ a: Value, _ b: Value) -> Value {
  guard Value.bothSmallInts(a, b) else { return .null }
  let n = b.smallInt
  if UInt(bitPattern: n) >= 48 { return .null }
  let x = wide(a)
  let r = x &<< n
  return r &>> n == x ? narrow(r) : .null
}

@inline(__always)
private func shiftedRight(_ a: Value, _ b: Value) -> Value {
  guard Value.bothSmallInts(a, b) else { return .null }
  let n = b.smallInt
  if n < 0 { return .null }
  return Value(small: a.smallInt &>> min(n, 63))
}

@inline(__always) private func conjunction(_ a: Value, _ b: Value) -> Value { Value.bothSmallInts(a, b) ? Value(bits: a.bits & b.bits) : .null }
@inline(__always) private func disjunction(_ a: Value, _ b: Value) -> Value { Value.bothSmallInts(a, b) ? Value(bits: a.bits | b.bits) : .null }
@inline(__always)
private func exclusion(_ a: Value, _ b: Value) -> Value { Value.bothSmallInts(a, b) ? Value(bits: (a.bits ^ b.bits) | Value.intTag) : .null }

// MARK: - BINARY_OP

/// `a + b`
@inline(__always)
public func add(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = sum(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.add, a, b)
}

/// `a += b`
@inline(__always)
public func inPlaceAdd(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = sum(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.add, a, b)
}

/// `a & b`
@inline(__always)
public func bitwiseAnd(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = conjunction(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.and, a, b)
}

/// `a &= b`
@inline(__always)
public func inPlaceAnd(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = conjunction(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.and, a, b)
}

/// `a // b`
@inline(__always)
public func floorDivide(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = flooredQuotient(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.floorDivide, a, b)
}

/// `a //= b`
@inline(__always)
public func inPlaceFloorDivide(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = flooredQuotient(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.floorDivide, a, b)
}

/// `a << b`
@inline(__always)
public func leftShift(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = shiftedLeft(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.leftShift, a, b)
}

/// `a <<= b`
@inline(__always)
public func inPlaceLeftShift(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = shiftedLeft(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.leftShift, a, b)
}

/// `a @ b`
@inline(__always)
public func matrixMultiply(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  try t.binary(.matrixMultiply, a, b)
}

/// `a @= b`
@inline(__always)
public func inPlaceMatrixMultiply(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  try t.inplace(.matrixMultiply, a, b)
}

/// `a * b`
@inline(__always)
public func multiply(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = product(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.multiply, a, b)
}

/// `a *= b`
@inline(__always)
public func inPlaceMultiply(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = product(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.multiply, a, b)
}

/// `a % b`
@inline(__always)
public func remainder(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = flooredRemainder(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.remainder, a, b)
}

/// `a %= b`
@inline(__always)
public func inPlaceRemainder(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = flooredRemainder(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.remainder, a, b)
}

/// `a | b`
@inline(__always)
public func bitwiseOr(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = disjunction(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.or, a, b)
}

/// `a |= b`
@inline(__always)
public func inPlaceOr(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = disjunction(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.or, a, b)
}

/// `a ** b`
@inline(__always)
public func power(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  try t.binary(.power, a, b)
}

/// `a **= b`
@inline(__always)
public func inPlacePower(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  try t.inplace(.power, a, b)
}

/// `a >> b`
@inline(__always)
public func rightShift(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = shiftedRight(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.rightShift, a, b)
}

/// `a >>= b`
@inline(__always)
public func inPlaceRightShift(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = shiftedRight(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.rightShift, a, b)
}

/// `a - b`
@inline(__always)
public func subtract(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = difference(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.subtract, a, b)
}

/// `a -= b`
@inline(__always)
public func inPlaceSubtract(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = difference(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.subtract, a, b)
}

/// `a / b`
@inline(__always)
public func trueDivide(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = quotient(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.trueDivide, a, b)
}

/// `a /= b`
@inline(__always)
public func inPlaceTrueDivide(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = quotient(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.trueDivide, a, b)
}

/// `a ^ b`
@inline(__always)
public func bitwiseXor(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = exclusion(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.binary(.xor, a, b)
}

/// `a ^= b`
@inline(__always)
public func inPlaceXor(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  let fast = exclusion(a, b)
  return _fastPath(!fast.isNull) ? fast : try t.inplace(.xor, a, b)
}

// MARK: - Unary operators and truth

/// UNARY_NEGATIVE: `-value`.
@inline(__always)
public func negate(_ t: Thread, _ value: Value) throws(Raised) -> Value {
  if value.isSmallInt {
    let (r, overflow) = 0.subtractingReportingOverflow(wide(value))
    if _fastPath(!overflow) { return narrow(r) }
  } else if value.isDouble {
    return Value(nonNaN: -value.double)
  }
  return try t.unary(.negative, value)
}

/// UNARY_INVERT: `~value`.
@inline(__always)
public func invert(_ t: Thread, _ value: Value) throws(Raised) -> Value {
  if value.isSmallInt { return Value(bits: ~value.bits | Value.intTag) }
  return try t.unary(.invert, value)
}

/// INTRINSIC_UNARY_POSITIVE: `+value`.
@inline(__always)
public func unaryPositive(_ t: Thread, _ value: Value) throws(Raised) -> Value {
  value.isSmallInt || value.isDouble ? value : try t.unary(.positive, value)
}

/// UNARY_NOT: True and False exchanged; the verifier lets nothing else get here.
@inline(__always)
public func logicalNot(_ t: Thread, _ value: Value) -> Value { Value(bits: value.bits ^ 0x10) }

/// TO_BOOL: the truth of a value.
@inline(__always)
public func toBool(_ t: Thread, _ value: Value) throws(Raised) -> Value {
  if value.isBool { return value }
  return Value(try t.truth(value))
}
