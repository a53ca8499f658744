import Runtime

/// The tables of the number types.
enum NumberTables {
  static let types: [TypeSpec] = [IntType.spec, BoolType.spec, FloatType.spec, ComplexType.spec]

  /// `self op other` for a method of int: NotImplemented unless both are ints.
  static func int(_ t: Thread, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    a.isInt && b.isInt ? try t.arithmetic(op, a, b) : .notImplemented
  }

  /// `&`, `|` and `^` of int, which give ints for bools too; bool has its own.
  static func bits(_ t: Thread, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = try int(t, op, a, b)
    return result.isBool ? Value(small: result.isTrue ? 1 : 0) : result
  }

  /// The same for float, which takes ints too.
  static func float(_ t: Thread, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard (a.isFloat || a.isInt) && (b.isFloat || b.isInt) else { return .notImplemented }
    return try t.floatArithmetic(op, try t.realDouble(a), try t.realDouble(b))
  }

  /// The same for complex, which takes every number.
  static func complex(_ t: Thread, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard isNumber(a) && isNumber(b) else { return .notImplemented }
    return try t.complexArithmetic(op, a, b)
  }

  private static func isNumber(_ v: Value) -> Bool { v.isInt || v.isFloat || v.isKind(.complex) }

  /// Comparison for a method of int, of float, of complex.
  static func compareInts(_ t: Thread, _ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    b.isInt ? try t.compareNumbers(op, a, b) : .notImplemented
  }
  static func compareFloats(_ t: Thread, _ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    b.isInt || b.isFloat ? try t.compareNumbers(op, a, b) : .notImplemented
  }
  static func compareComplex(_ t: Thread, _ op: CompareOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try t.compareNumbers(op, a, b)
  }

  /// `divmod` for a method of int and of float.
  static func divmodInts(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard a.isInt && b.isInt else { return .notImplemented }
    let parts = try t.intDivmod(IntOperand(a), IntOperand(b))
    return try t.tuple(parts.first, parts.second)
  }
  static func divmodFloats(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard (a.isFloat || a.isInt) && (b.isFloat || b.isInt) else { return .notImplemented }
    let parts = try t.floatDivmod(try t.realDouble(a), try t.realDouble(b))
    return try t.tuple(parts.first, parts.second)
  }

  /// `__pow__` with an optional modulus for int, float, complex.
  static func powerOfInts(_ t: Thread, _ a: Value, _ b: Value, _ modulus: Value) throws(Raised) -> Value {
    guard a.isInt && b.isInt else { return .notImplemented }
    if modulus.isNone { return try t.arithmetic(.power, a, b) }
    guard modulus.isInt else { return .notImplemented }
    return try t.intPower(IntOperand(a), IntOperand(b), modulus: IntOperand(modulus))
  }
  static func powerOfFloats(_ t: Thread, _ a: Value, _ b: Value, _ modulus: Value) throws(Raised) -> Value {
    if !modulus.isNone { throw t.raise(t.types.typeError, "pow() 3rd argument not allowed unless all arguments are integers") }
    return try float(t, .power, a, b)
  }
  static func powerOfComplex(_ t: Thread, _ a: Value, _ b: Value, _ modulus: Value) throws(Raised) -> Value {
    guard isNumber(a) && isNumber(b) else { return .notImplemented }
    if !modulus.isNone { throw try t.complexModulo(a, b) }
    return try complex(t, .power, a, b)
  }

  /// `T.__new__` asked for a class that is no subclass of T: the check that every constructor makes.
  static func checkClass(_ t: Thread, _ cls: Value, _ type: Ref<TypeObject>) throws(Raised) -> Ref<TypeObject> {
    guard cls.isKind(.type) else { throw t.raise(t.types.typeError, "%N.__new__(X): X is not a type object (%T)", Value(type), cls) }
    let asked: Ref<TypeObject> = cls.unchecked()
    if asked == type { return asked }
    guard t.isSubtype(asked, type) else {
      throw t.raise(t.types.typeError, "%N.__new__(%N): %N is not a subtype of %N", Value(type), cls, cls, Value(type))
    }
    if asked == t.types.bool {
      throw t.raise(t.types.typeError, "%N.__new__(bool) is not safe, use bool.__new__()", Value(type))
    }
    return asked
  }
}

extension NumberTables {
  /// The truth of a number, by value.
  static func isNonZero(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isInt { return IntOperand(v).count != 0 }
    let parts = try t.complexParts(v)
    return parts.0 != 0 || parts.1 != 0
  }
}
