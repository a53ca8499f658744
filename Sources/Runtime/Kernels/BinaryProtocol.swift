// The binary operators on any two values: whose method is asked first, and what the error says.
// (The rules: Doc/reference/datamodel.rst "Emulating numeric types"; Objects/abstract.c, binary_op1.)

extension BinaryOperator {
  /// Method of the left operand.
  @inline(__always) var method: Name {
    switch self {
    case .add: .__add__
    case .and: .__and__
    case .floorDivide: .__floordiv__
    case .leftShift: .__lshift__
    case .matrixMultiply: .__matmul__
    case .multiply: .__mul__
    case .remainder: .__mod__
    case .or: .__or__
    case .power: .__pow__
    case .rightShift: .__rshift__
    case .subtract: .__sub__
    case .trueDivide: .__truediv__
    case .xor: .__xor__
    }
  }

  /// Method of the right operand.
  @inline(__always) var reflectedMethod: Name {
    switch self {
    case .add: .__radd__
    case .and: .__rand__
    case .floorDivide: .__rfloordiv__
    case .leftShift: .__rlshift__
    case .matrixMultiply: .__rmatmul__
    case .multiply: .__rmul__
    case .remainder: .__rmod__
    case .or: .__ror__
    case .power: .__rpow__
    case .rightShift: .__rrshift__
    case .subtract: .__rsub__
    case .trueDivide: .__rtruediv__
    case .xor: .__rxor__
    }
  }

  /// Method of the left operand for the in-place form.
  @inline(__always) var inplaceMethod: Name {
    switch self {
    case .add: .__iadd__
    case .and: .__iand__
    case .floorDivide: .__ifloordiv__
    case .leftShift: .__ilshift__
    case .matrixMultiply: .__imatmul__
    case .multiply: .__imul__
    case .remainder: .__imod__
    case .or: .__ior__
    case .power: .__ipow__
    case .rightShift: .__irshift__
    case .subtract: .__isub__
    case .trueDivide: .__itruediv__
    case .xor: .__ixor__
    }
  }
}

extension Thread {
  /// Whether the type of `v` is int, bool, float or complex itself, whose operators nobody can have overridden.
  @inline(__always)
  public func isExactNumber(_ v: Value) -> Bool {
    if !v.isObject { return v.isSmallInt || v.isDouble || v.isBool }
    switch v.object.kind {
    case .int, .float, .complex:
      let type = v.object.type
      return type == self.types.int || type == self.types.float || type == self.types.complex
    default: return false
    }
  }

  /// `a op b`.
  @inline(never)
  public func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if op == .add && a.isObject && b.isObject {
      let sum = try sequenceSum(a, b)
      if !sum.isNull { return sum }
    }
    let result = try binaryOrNotImplemented(op, a, b)
    if _fastPath(result != .notImplemented) { return result }
    throw unsupported(op, a, b)
  }

  /// `a op= b`: what the left side becomes.
  @inline(never)
  public func inplace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if op == .add && a.isObject && b.isObject {
      if a.object.type == self.types.list && b.object.type == self.types.list {
        try extend(a.unchecked(), copying: b.unchecked(as: ListObject.self).slots)
        return a
      }
      let sum = try sequenceSum(a, b)
      if !sum.isNull { return sum }
    }
    if isExactNumber(a) || a.isKind(.str) {
      let result = try binaryOrNotImplemented(op, a, b)
      if _fastPath(result != .notImplemented) { return result }
      throw unsupportedInplace(op, a, b)
    }
    let method = lookupSpecial(a, op.inplaceMethod)
    let isSequence = isOwnSequenceMethod(method)
    if !method.isNull && !isSequence {
      let result = try callSpecial(method, a, b)
      if result != .notImplemented { return result }
    }
    if isSequence {
      // A list or bytearray itself: the operand's reflected method goes first.
      let reflected = try reflectedOnly(op, a, b)
      if reflected != .notImplemented { return reflected }
      if op == .multiply { return try callSpecial(method, a, try repeatCount(b)) }
      return try callSpecial(method, a, b)
    }
    let leavesOutRepetition = op == .multiply && isSequenceKind(b) && !isSequenceKind(a) && hasSequenceSlots(a)
    let result =
      leavesOutRepetition ? try askOperands(op.method, op.reflectedMethod, a, b) : try binaryOrNotImplemented(op, a, b)
    if result != .notImplemented { return result }
    throw unsupportedInplace(op, a, b)
  }

  /// Whether CPython's type has slots of sequences, though it may have none for repetition: then `a *= b` does not ask b to repeat itself
  /// (Objects/abstract.c, `PyNumber_InPlaceMultiply`).
  private func hasSequenceSlots(_ a: Value) -> Bool {
    let type = typeOf(a)
    // ExceptionGroup is made at the start, like a class.
    return type.flags.contains(.heap) || type == self.types.exceptionGroup || !lookup(type, self.name(.__len__)).isNull || !lookup(type, self.name(.__contains__)).isNull
  }

  /// The result of whichever operand knows the operator.
  func binaryOrNotImplemented(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if isExactNumber(a) && isExactNumber(b) { return try arithmetic(op, a, b) }
    if isExactStr(a) {
      if op == .add && isExactStr(b) { return try strConcat(a, b) }
      if op == .multiply && b.isSmallInt { return try strRepeat(a.unchecked(), b.smallInt) }
    }
    let result = try askOperands(op.method, op.reflectedMethod, a, b)
    if result != .notImplemented { return result }
    if op == .add, isSequenceKind(a) { return try concatenateSequences(a, b) }
    if op == .multiply {
      if isSequenceKind(a) { return try repeatSequence(a, b) }
      if isSequenceKind(b) { return try repeatSequence(b, a) }
    }
    return .notImplemented
  }

  /// Asks the operands' methods in Python's order. The `+` and `*` of the builtin sequences are not asked here: they come after every
  /// method, since CPython keeps them apart from the numeric operators.
  public func askOperands(_ name: Name, _ reflectedName: Name, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let left = typeOf(a)
    let right = typeOf(b)
    var reflected = Value.null
    if left != right {
      reflected = lookup(right, self.name(reflectedName))
      if isOwnSequenceMethod(reflected) { reflected = .null }
      if !reflected.isNull && isSubtype(right, left) && reflected != lookup(left, self.name(reflectedName)) {
        let result = try callSpecial(reflected, b, a)
        if result != .notImplemented { return result }
        reflected = .null
      }
    }
    let method = lookup(left, self.name(name))
    if !method.isNull && !isOwnSequenceMethod(method) {
      let result = try callSpecial(method, a, b)
      if result != .notImplemented { return result }
    }
    return reflected.isNull ? .notImplemented : try callSpecial(reflected, b, a)
  }

  private func reflectedOnly(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if !b.isObject || typeOf(a) == typeOf(b) { return .notImplemented }
    let reflected = lookupSpecial(b, op.reflectedMethod)
    if reflected.isNull || isOwnSequenceMethod(reflected) { return .notImplemented }
    return try callSpecial(reflected, b, a)
  }

  // MARK: Sequences

  @inline(__always)
  func isSequenceKind(_ v: Value) -> Bool {
    switch v.kind {
    case .str, .list, .tuple, .bytes, .bytearray, .bufferOwner: true
    case .record: isOwnSequenceMethod(lookup(typeOf(v), .__mul__))
    default: false
    }
  }

  /// Whether a method is `+` or `*` of str, list, tuple, bytes, bytearray, array or deque.
  @inline(__always)
  public func isOwnSequenceMethod(_ method: Value) -> Bool {
    guard method.isKind(.nativeFunction) else { return false }
    let function: Ref<NativeFunctionObject> = method.unchecked()
    let owner = function.owner
    if owner.isNone { return false }
    switch owner.instanceKind {
    case .str, .list, .tuple, .bytes, .bytearray, .bufferOwner: break
    case .record: if lookup(owner, .__imul__).isNull { return false }
    default: return false
    }
    let name = function.name
    return name == self.name(.__add__) || name == self.name(.__mul__) || name == self.name(.__rmul__) || name == self.name(.__iadd__)
      || name == self.name(.__imul__)
  }

  private func concatenateSequences(_ a: Value, _ b: Value) throws(Raised) -> Value {
    try callSpecial(lookupSpecial(a, .__add__), a, b)
  }

  private func repeatSequence(_ sequence: Value, _ count: Value) throws(Raised) -> Value {
    try callSpecial(lookupSpecial(sequence, .__mul__), sequence, try repeatCount(count))
  }

  private func repeatCount(_ count: Value) throws(Raised) -> Value {
    if count.isSmallInt { return count }
    if !count.isInt && lookupSpecial(count, .__index__).isNull {
      throw raise(self.types.typeError, "can't multiply sequence by non-int of type '%T'", count)
    }
    return try int(try asIndex(count))
  }

  // MARK: divmod and three-argument pow

  /// `divmod(a, b)`.
  public func divmod(_ a: Value, _ b: Value) throws(Raised) -> Value {
    if a.isInt && b.isInt && isExactNumber(a) && isExactNumber(b) {
      let parts = try intDivmod(IntOperand(a), IntOperand(b))
      return try tuple(parts.first, parts.second)
    }
    let result = try askOperands(.__divmod__, .__rdivmod__, a, b)
    if result != .notImplemented { return result }
    throw raise(self.types.typeError, "unsupported operand type(s) for divmod(): '%T' and '%T'", a, b)
  }

  /// `pow(a, b, modulus)`; with None as modulus, `a ** b`.
  public func power(_ a: Value, _ b: Value, modulus: Value) throws(Raised) -> Value {
    if modulus.isNone { return try binary(.power, a, b) }
    if a.isInt && b.isInt && modulus.isInt && isExactNumber(a) && isExactNumber(b) && isExactNumber(modulus) {
      return try intPower(IntOperand(a), IntOperand(b), modulus: IntOperand(modulus))
    }
    let reflected = has(.ternaryReflectedPower) ? reflectedPower(a, b) : .null
    let isFirst = !reflected.isNull && isSubtype(typeOf(b), typeOf(a)) && lookup(typeOf(b), .__rpow__) != lookup(typeOf(a), .__rpow__)
    if isFirst {
      let result = try callSpecial(reflected, b, a, modulus)
      if result != .notImplemented { return result }
    }
    let method = lookupSpecial(a, .__pow__)
    if !method.isNull {
      let result = try callSpecial(method, a, b, modulus)
      if result != .notImplemented { return result }
    } else if typeOf(a).flags.contains(.heap), !has(.ternaryReflectedPower), !lookup(typeOf(a), .__rpow__).isNull {
      // The slot is there for `__rpow__` alone.
      throw raise(self.types.attributeError, message: name(.__pow__))
    }
    if !reflected.isNull, !isFirst {
      let result = try callSpecial(reflected, b, a, modulus)
      if result != .notImplemented { return result }
    }
    // The slots of the second and the third are asked too; those of floats and complex numbers refuse a modulus, and so have those of the first.
    let floatError: StaticString = "pow() 3rd argument not allowed unless all arguments are integers"
    let areNumbers = (a.isInt || a.isFloat || a.isKind(.complex)) && (b.isInt || b.isFloat || b.isKind(.complex))
    if b.isFloat { throw raise(self.types.typeError, floatError) }
    if areNumbers, b.isKind(.complex) { throw try complexModulo(a, b) }
    if modulus.isFloat { throw raise(self.types.typeError, floatError) }
    if modulus.isKind(.complex) {
      if areNumbers { throw try complexModulo(a, b) }
      if a.isInt { _ = try asDouble(a) }
    }
    throw raise(.unsupportedPower, a, b, modulus)
  }

  /// The `__rpow__` of a second operand whose class, written in Python, is another than the first one's; null if there is none.
  private func reflectedPower(_ a: Value, _ b: Value) -> Value {
    let type = typeOf(b)
    guard type != typeOf(a), type.flags.contains(.heap) else { return .null }
    let (power, reflected) = (lookup(type, .__pow__), lookup(type, .__rpow__))
    return power.isKind(.nativeFunction) && reflected.isKind(.nativeFunction) ? .null : reflected
  }

  /// Complex numbers refuse a modulus, but only after both operands were converted: OverflowError for an int beyond floats.
  public func complexModulo(_ a: Value, _ b: Value) throws(Raised) -> Raised {
    for operand in [a, b] where operand.isInt { _ = try asDouble(operand) }
    return raise(self.types.valueError, "complex modulo")
  }

  // MARK: Errors

  private func unsupported(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Raised {
    if op == .rightShift && isPrintFunction(a) && has(.printAdvice) {
      return raise(
        self.types.typeError,
        "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?", a, b)
    }
    let message: StaticString = switch op {
    case .add: "unsupported operand type(s) for +: '%T' and '%T'"
    case .and: "unsupported operand type(s) for &: '%T' and '%T'"
    case .floorDivide: "unsupported operand type(s) for //: '%T' and '%T'"
    case .leftShift: "unsupported operand type(s) for <<: '%T' and '%T'"
    case .matrixMultiply: "unsupported operand type(s) for @: '%T' and '%T'"
    case .multiply: "unsupported operand type(s) for *: '%T' and '%T'"
    case .remainder: "unsupported operand type(s) for %%: '%T' and '%T'"
    case .or: "unsupported operand type(s) for |: '%T' and '%T'"
    case .power: "unsupported operand type(s) for ** or pow(): '%T' and '%T'"
    case .rightShift: "unsupported operand type(s) for >>: '%T' and '%T'"
    case .subtract: "unsupported operand type(s) for -: '%T' and '%T'"
    case .trueDivide: "unsupported operand type(s) for /: '%T' and '%T'"
    case .xor: "unsupported operand type(s) for ^: '%T' and '%T'"
    }
    return raise(self.types.typeError, message, a, b)
  }

  private func unsupportedInplace(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Raised {
    let message: StaticString = switch op {
    case .add: "unsupported operand type(s) for +=: '%T' and '%T'"
    case .and: "unsupported operand type(s) for &=: '%T' and '%T'"
    case .floorDivide: "unsupported operand type(s) for //=: '%T' and '%T'"
    case .leftShift: "unsupported operand type(s) for <<=: '%T' and '%T'"
    case .matrixMultiply: "unsupported operand type(s) for @=: '%T' and '%T'"
    case .multiply: "unsupported operand type(s) for *=: '%T' and '%T'"
    case .remainder: "unsupported operand type(s) for %%=: '%T' and '%T'"
    case .or: "unsupported operand type(s) for |=: '%T' and '%T'"
    case .power: template(.unsupportedInplacePower)
    case .rightShift: "unsupported operand type(s) for >>=: '%T' and '%T'"
    case .subtract: "unsupported operand type(s) for -=: '%T' and '%T'"
    case .trueDivide: "unsupported operand type(s) for /=: '%T' and '%T'"
    case .xor: "unsupported operand type(s) for ^=: '%T' and '%T'"
    }
    return raise(self.types.typeError, message, a, b)
  }

  private func isPrintFunction(_ v: Value) -> Bool {
    guard v.isKind(.nativeFunction) else { return false }
    let function = v.unchecked(as: NativeFunctionObject.self)
    return function.header.type == self.types.builtinFunction && function.name == self.name(.print)
  }
}
