// Kernels of COMPARE_OP and IS_OP. The fast halves compare unboxed ints and floats, and identical strs; the rest is `Thread.compare`.

/// Compares two unboxed numbers; nil for everything else. An int of 49 bits is exact as a double.
@inline(__always)
private func ordered(_ a: Value, _ b: Value, ints: (Int, Int) -> Bool, floats: (Double, Double) -> Bool) -> Bool? {
  if _fastPath(Value.bothSmallInts(a, b)) {
    return ints(Int(bitPattern: UInt(a.bits << 15)), Int(bitPattern: UInt(b.bits << 15)))
  }
  if a.isDouble {
    if b.isDouble { return floats(a.double, b.double) }
    if b.isSmallInt { return floats(a.double, Double(b.smallInt)) }
  } else if a.isSmallInt && b.isDouble {
    return floats(Double(a.smallInt), b.double)
  }
  return nil
}

/// `a < b`
@inline(__always)
public func lessThan(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 < $1 }, floats: { $0 < $1 }) { return Value(r) }
  return try t.compare(.less, a, b)
}

/// `a <= b`
@inline(__always)
public func lessOrEqual(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 <= $1 }, floats: { $0 <= $1 }) { return Value(r) }
  return try t.compare(.lessOrEqual, a, b)
}

/// `a > b`
@inline(__always)
public func greaterThan(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 > $1 }, floats: { $0 > $1 }) { return Value(r) }
  return try t.compare(.greater, a, b)
}

/// `a >= b`
@inline(__always)
public func greaterOrEqual(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 >= $1 }, floats: { $0 >= $1 }) { return Value(r) }
  return try t.compare(.greaterOrEqual, a, b)
}

/// `a == b`
@inline(__always)
public func equal(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 == $1 }, floats: { $0 == $1 }) { return Value(r) }
  return try t.compare(.equal, a, b)
}

/// `a != b`
@inline(__always)
public func notEqual(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
  if let r = ordered(a, b, ints: { $0 != $1 }, floats: { $0 != $1 }) { return Value(r) }
  return try t.compare(.notEqual, a, b)
}

/// IS_OP: `a is b`, or `a is not b`.
///
/// Equal unboxed numbers are the same object here, which CPython promises for no number and shows for small ints.
@inline(__always)
public func isIdentical(_ t: Thread, _ inverted: Int, _ a: Value, _ b: Value) -> Value { Value((a == b) != (inverted != 0)) }

// COMPARE_OP of 3.8 with `in`, `not in`, `is` and `is not`.
func isMember(_ t: Thread, _ item: Value, _ container: Value) throws(Raised) -> Value { try contains(t, 0, item, container) }
func isNotMember(_ t: Thread, _ item: Value, _ container: Value) throws(Raised) -> Value { try contains(t, 1, item, container) }
func isSame(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value { Value(a == b) }
func isNotSame(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value { Value(a != b) }
