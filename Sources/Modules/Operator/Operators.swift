import Runtime

extension OperatorModule {
  static let arithmetic: [NativeFunctionSpec] = [
    NativeFunctionSpec("add(a, b, /)", "Same as a + b.") { t, a throws(Raised) in try t.binary(.add, a[0], a[1]) },
    NativeFunctionSpec("and_(a, b, /)", "Same as a & b.") { t, a throws(Raised) in try t.binary(.and, a[0], a[1]) },
    NativeFunctionSpec("floordiv(a, b, /)", "Same as a // b.") { t, a throws(Raised) in try t.binary(.floorDivide, a[0], a[1]) },
    NativeFunctionSpec("lshift(a, b, /)", "Same as a << b.") { t, a throws(Raised) in try t.binary(.leftShift, a[0], a[1]) },
    NativeFunctionSpec("matmul(a, b, /)", "Same as a @ b.") { t, a throws(Raised) in try t.binary(.matrixMultiply, a[0], a[1]) },
    NativeFunctionSpec("mod(a, b, /)", "Same as a % b.") { t, a throws(Raised) in try t.binary(.remainder, a[0], a[1]) },
    NativeFunctionSpec("mul(a, b, /)", "Same as a * b.") { t, a throws(Raised) in try t.binary(.multiply, a[0], a[1]) },
    NativeFunctionSpec("or_(a, b, /)", "Same as a | b.") { t, a throws(Raised) in try t.binary(.or, a[0], a[1]) },
    NativeFunctionSpec("pow(a, b, /)", "Same as a ** b.") { t, a throws(Raised) in try t.binary(.power, a[0], a[1]) },
    NativeFunctionSpec("rshift(a, b, /)", "Same as a >> b.") { t, a throws(Raised) in try t.binary(.rightShift, a[0], a[1]) },
    NativeFunctionSpec("sub(a, b, /)", "Same as a - b.") { t, a throws(Raised) in try t.binary(.subtract, a[0], a[1]) },
    NativeFunctionSpec("truediv(a, b, /)", "Same as a / b.") { t, a throws(Raised) in try t.binary(.trueDivide, a[0], a[1]) },
    NativeFunctionSpec("xor(a, b, /)", "Same as a ^ b.") { t, a throws(Raised) in try t.binary(.xor, a[0], a[1]) },
  ]

  static let inplace: [NativeFunctionSpec] = [
    NativeFunctionSpec("iadd(a, b, /)", "Same as a += b.") { t, a throws(Raised) in try t.inplace(.add, a[0], a[1]) },
    NativeFunctionSpec("iand(a, b, /)", "Same as a &= b.") { t, a throws(Raised) in try t.inplace(.and, a[0], a[1]) },
    NativeFunctionSpec("ifloordiv(a, b, /)", "Same as a //= b.") { t, a throws(Raised) in try t.inplace(.floorDivide, a[0], a[1]) },
    NativeFunctionSpec("ilshift(a, b, /)", "Same as a <<= b.") { t, a throws(Raised) in try t.inplace(.leftShift, a[0], a[1]) },
    NativeFunctionSpec("imatmul(a, b, /)", "Same as a @= b.") { t, a throws(Raised) in try t.inplace(.matrixMultiply, a[0], a[1]) },
    NativeFunctionSpec("imod(a, b, /)", "Same as a %= b.") { t, a throws(Raised) in try t.inplace(.remainder, a[0], a[1]) },
    NativeFunctionSpec("imul(a, b, /)", "Same as a *= b.") { t, a throws(Raised) in try t.inplace(.multiply, a[0], a[1]) },
    NativeFunctionSpec("ior(a, b, /)", "Same as a |= b.") { t, a throws(Raised) in try t.inplace(.or, a[0], a[1]) },
    NativeFunctionSpec("ipow(a, b, /)", "Same as a **= b.") { t, a throws(Raised) in try t.inplace(.power, a[0], a[1]) },
    NativeFunctionSpec("irshift(a, b, /)", "Same as a >>= b.") { t, a throws(Raised) in try t.inplace(.rightShift, a[0], a[1]) },
    NativeFunctionSpec("isub(a, b, /)", "Same as a -= b.") { t, a throws(Raised) in try t.inplace(.subtract, a[0], a[1]) },
    NativeFunctionSpec("itruediv(a, b, /)", "Same as a /= b.") { t, a throws(Raised) in try t.inplace(.trueDivide, a[0], a[1]) },
    NativeFunctionSpec("ixor(a, b, /)", "Same as a ^= b.") { t, a throws(Raised) in try t.inplace(.xor, a[0], a[1]) },
  ]

  static let comparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("eq(a, b, /)", "Same as a == b.") { t, a throws(Raised) in try t.compare(.equal, a[0], a[1]) },
    NativeFunctionSpec("ge(a, b, /)", "Same as a >= b.") { t, a throws(Raised) in try t.compare(.greaterOrEqual, a[0], a[1]) },
    NativeFunctionSpec("gt(a, b, /)", "Same as a > b.") { t, a throws(Raised) in try t.compare(.greater, a[0], a[1]) },
    NativeFunctionSpec("le(a, b, /)", "Same as a <= b.") { t, a throws(Raised) in try t.compare(.lessOrEqual, a[0], a[1]) },
    NativeFunctionSpec("lt(a, b, /)", "Same as a < b.") { t, a throws(Raised) in try t.compare(.less, a[0], a[1]) },
    NativeFunctionSpec("ne(a, b, /)", "Same as a != b.") { t, a throws(Raised) in try t.compare(.notEqual, a[0], a[1]) },
    NativeFunctionSpec("is_(a, b, /)", "Same as a is b.") { _, a throws(Raised) in Value(a[0] == a[1]) },
    NativeFunctionSpec("is_not(a, b, /)", "Same as a is not b.") { _, a throws(Raised) in Value(a[0] != a[1]) },
    NativeFunctionSpec("not_(a, /)", "Same as not a.") { t, a throws(Raised) in Value(!(try t.truth(a[0]))) },
    NativeFunctionSpec("truth(a, /)", "Return True if a is true, False otherwise.") { t, a throws(Raised) in Value(try t.truth(a[0])) },
  ]
}
