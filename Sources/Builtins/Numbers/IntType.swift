import Runtime

/// The tables of `int`.
enum IntType {
  static let spec = TypeSpec(
    "int",
    doc: """
      int([x]) -> integer
      int(x, base=10) -> integer

      Makes an int from a number (rounded toward zero) or from text in a base from 2 to 36; base 0 goes by the prefix.
      """,
    functions: operators + conversions + methods, attributes: attributes)

  static let attributes: [NativeAttributeSpec] = [
    .init("real", "the real part of a complex number", get: { t, a throws(Raised) in a[0].plainInt }),
    .init("imag", "the imaginary part of a complex number", get: { t, a throws(Raised) in Value(small: 0) }),
    .init("numerator", "the numerator of a rational number in lowest terms", get: { t, a throws(Raised) in a[0].plainInt }),
    .init("denominator", "the denominator of a rational number in lowest terms", get: { t, a throws(Raised) in Value(small: 1) }),
  ]

  static let conversions: [NativeFunctionSpec] = [
    .init("__new__(cls, x=<unrepresentable>, /, base=<unrepresentable>)", "Makes an int.") { t, a throws(Raised) in
      try IntType.make(t, a[0], a[1], a[2])
    },
    .init("__int__(self, /)", "int(self)") { t, a throws(Raised) in a[0].plainInt },
    .init("__index__(self, /)", "Return self converted to an integer, if self is suitable for use as an index into a list.") { t, a throws(Raised) in
      a[0].plainInt
    },
    .init("__float__(self, /)", "float(self)") { t, a throws(Raised) in try t.float(try t.double(ofInt: a[0])) },
    .init("__trunc__(self, /)", "An int is its own truncation.") { t, a throws(Raised) in a[0].plainInt },
    .init("__floor__(self, /)", "An int is its own floor.") { t, a throws(Raised) in a[0].plainInt },
    .init("__ceil__(self, /)", "An int is its own ceiling.") { t, a throws(Raised) in a[0].plainInt },
    .init("__round__(self, ndigits=<unrepresentable>, /)", "Rounds to a multiple of 10**-ndigits, half to even.") { t, a throws(Raised) in
      try IntType.round(t, a[0].plainInt, a[1].isNone && t.has(.roundOfNone) ? .null : a[1])
    },
    .init("__format__(self, format_spec, /)", "Formats the int by a format specification.") { t, a throws(Raised) in
      try t.formatInt(a[0], try NumberTables.formatSpec(t, a[1]))
    },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in try t.tuple(a[0].plainInt) },
    .init("__sizeof__(self, /)", "Size in memory, in bytes, as CPython counts it.") { t, a throws(Raised) in
      Value(small: 24 + 4 * max(1, (IntOperand(a[0]).bitLength + 29) / 30))
    },
  ]

  static let methods: [NativeFunctionSpec] = [
    .init("conjugate(self, /)", "The complex conjugate of an int: itself.") { t, a throws(Raised) in a[0].plainInt },
    .init("bit_length(self, /)", "How many bits the magnitude needs: (37).bit_length() is 6.") { t, a throws(Raised) in
      Value(small: IntOperand(a[0]).bitLength)
    },
    .init("bit_count(self, /)", "How many bits of the magnitude are 1: (13).bit_count() is 3.") { t, a throws(Raised) in
      Value(small: IntOperand(a[0]).bitCount)
    },
    .init("as_integer_ratio(self, /)", "The pair (self, 1).") { t, a throws(Raised) in try t.tuple(a[0].plainInt, Value(small: 1)) },
    .init("is_integer(self, /)", "True, as for a float without fraction.") { t, a throws(Raised) in .true },
    .init(
      "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
      "The int as `length` bytes, two's complement if signed; OverflowError if it does not fit."
    ) { t, a throws(Raised) in
      try IntType.toBytes(t, a[0], length: try t.sizeArgument(a[1]), isLittle: try IntType.isLittle(t, a[2], "to_bytes"), isSigned: try t.truth(a[3]))
    },
    .init(
      "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", "The int that bytes represent, two's complement if signed.",
      binding: .classMethod
    ) { t, a throws(Raised) in
      try IntType.fromBytes(t, a[0], a[1], isLittle: try IntType.isLittle(t, a[2], "from_bytes"), isSigned: try t.truth(a[3]))
    },
  ]

  // MARK: Construction

  static func make(_ t: Thread, _ cls: Value, _ x: Value, _ base: Value) throws(Raised) -> Value {
    let type = try NumberTables.checkClass(t, cls, t.types.int)
    let value: Value
    if x.isNull {
      if !base.isNull { throw t.raise(t.types.typeError, "int() missing string argument") }
      value = Value(small: 0)
    } else if base.isNull {
      value = try t.asInt(x)
    } else {
      value = try fromText(t, x, base)
    }
    if type == t.types.int { return value }
    let object: Ref<IntSubclassObject> = try t.allocateInstance(type, kind: .int, tracedWords: 1)
    object.header.flags.insert(.special)
    object.value = value
    return Value(object)
  }

  private static func fromText(_ t: Thread, _ x: Value, _ base: Value) throws(Raised) -> Value {
    let base = try t.asClampedIndex(base)
    if base != 0 && (base < 2 || base > 36) { throw t.raise(t.types.valueError, "int() base must be >= 2 and <= 36, or 0") }
    guard let text = NumberText(v: x) else { throw t.raise(t.types.typeError, "int() can't convert non-string with explicit base") }
    if !x.isKind(.bytearray) { return try t.parseInt(text, base: base, source: x) }
    let view = BytesSupport.view(x)
    return try t.parseInt(text, base: base, source: try t.bytes(copying: view.base, count: view.count))
  }

  // MARK: Rounding

  static func round(_ t: Thread, _ v: Value, _ digits: Value) throws(Raised) -> Value {
    if digits.isNull { return v }
    let n = IntOperand(try t.asIndexObject(digits))
    if !n.isNegative { return v }
    // More digits than the int has: 0, without making the power.
    guard let count = n.asInt, -count <= IntOperand(v).bitLength else { return Value(small: 0) }
    let power = try t.intPower(IntOperand(10), IntOperand(-count))
    let remainder = try t.intDivide(IntOperand(v), IntOperand(power))
    let half = try t.intShiftRight(IntOperand(power), by: 1)
    let below = try t.intSubtract(IntOperand(v), IntOperand(remainder.second))
    let order = IntOperand(remainder.second).compare(IntOperand(half))
    let isOdd = IntOperand(remainder.first).isOdd
    return order > 0 || order == 0 && isOdd ? try t.intAdd(IntOperand(below), IntOperand(power)) : below
  }

  // MARK: Bytes

  static func isLittle(_ t: Thread, _ order: Value, _ function: StaticString) throws(Raised) -> Bool {
    guard order.isKind(.str) else { throw StrSupport.badArgument(t, function, "argument 'byteorder'", "str", order) }
    if t.strEquals(order, t.name(.little)) { return true }
    if t.strEquals(order, t.name(.big)) { return false }
    throw t.raise(t.types.valueError, "byteorder must be either 'little' or 'big'")
  }

  static func toBytes(_ t: Thread, _ v: Value, length: Int, isLittle: Bool, isSigned: Bool) throws(Raised) -> Value {
    if length < 0 { throw t.raise(t.types.valueError, "length argument must be non-negative") }
    let a = IntOperand(v)
    if a.isNegative && !isSigned { throw t.raise(t.types.overflowError, "can't convert negative int to unsigned") }
    // Bits with the sign: a negative power of two needs no bit more than its magnitude.
    let bits = isSigned ? a.bitLength + (a.isNegative && a.isPowerOfTwo ? 0 : 1) : a.bitLength
    if length < (bits + 7) / 8 && a.count > 0 { throw t.raise(t.types.overflowError, "int too big to convert") }
    let result = try t.newBytes(count: length)
    var borrow: UInt16 = 1
    for i in 0..<length {
      var byte = UInt8(truncatingIfNeeded: a.window(from: i * 8))
      if a.isNegative {
        let sum = UInt16(~byte) + borrow
        byte = UInt8(truncatingIfNeeded: sum)
        borrow = sum >> 8
      }
      result.bytes[isLittle ? i : length - 1 - i] = byte
    }
    return Value(result)
  }

  static func fromBytes(_ t: Thread, _ cls: Value, _ source: Value, isLittle: Bool, isSigned: Bool) throws(Raised) -> Value {
    var source = source
    if !source.isKind(.bytes) {
      if source.isInt || source.isKind(.str) { throw t.raise(t.types.typeError, "cannot convert '%T' object to bytes", source) }
      // What has an index is not taken for a length.
      if t.lookupSpecial(source, .__bytes__).isNull, !t.lookupSpecial(source, .__index__).isNull {
        if t.lookupSpecial(source, .__iter__).isNull, !t.hasGetItem(source) { throw t.raise(t.types.typeError, "cannot convert '%T' object to bytes", source) }
        source = Value(try t.list(from: source))
      }
      source = try t.call(Value(t.types.bytes), source)
    }
    let bytes: Ref<BytesObject> = source.unchecked()
    let count = bytes.count
    let result = try t.newInt(count / 8 + 1)
    for i in 0..<count {
      result.limbs[i / 8] |= UInt64(bytes.bytes[isLittle ? i : count - 1 - i]) << UInt64(i % 8 * 8)
    }
    let isNegative = isSigned && count > 0 && bytes.bytes[isLittle ? count - 1 : 0] >= 128
    var value = t.finish(result, count / 8 + 1, isNegative: false)
    if isNegative { value = try t.intSubtract(IntOperand(value), IntOperand(try t.intShiftLeft(IntOperand(1), by: count * 8))) }
    return cls == Value(t.types.int) ? value : try t.call(cls, value)
  }
}

extension IntOperand {
  var bitCount: Int {
    var sum = 0
    for i in 0..<count { sum += self[i].nonzeroBitCount }
    return sum
  }
  var isPowerOfTwo: Bool { bitCount == 1 }
  var isOdd: Bool { count > 0 && low & 1 == 1 }
}

extension NumberText {
  /// The text of a str, bytes or bytearray; nil for anything else.
  init?(v: Value) {
    switch v.kind {
    case .str: self.init(str: v.unchecked())
    case .bytes:
      let bytes: Ref<BytesObject> = v.unchecked()
      self.init(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count))
    case .bytearray:
      let array: Ref<ByteArrayObject> = v.unchecked()
      if array.count == 0 { self.init(UnsafeBufferPointer(start: nil, count: 0)) } else {
        self.init(UnsafeBufferPointer(start: array.buffer.trailing(UInt8.self), count: array.count))
      }
    default: return nil
    }
  }
}

extension NumberTables {
  /// The format specification, which must be a str.
  static func formatSpec(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isKind(.str) { return v }
    throw t.raise(t.types.typeError, "__format__() argument must be str, not %B", v)
  }
}

extension Thread {
  /// `int(v)`: a plain int from a number, by `__int__`, `__index__` or `__trunc__`, or from decimal text.
  public func asInt(_ v: Value) throws(Raised) -> Value {
    if v.isSmallInt { return v }
    if v.isDouble { return try int(truncating: v.double) }
    if isExactNumber(v) && v.isInt { return v.plainInt }
    let method = lookupSpecial(v, .__int__)
    if !method.isNull {
      let result = try callSpecial(method, v)
      guard result.isInt else { throw raise(self.types.typeError, "__int__ returned non-int (type %T)", result) }
      return result.plainInt
    }
    if !lookupSpecial(v, .__index__).isNull { return try asIndexObject(v) }
    let truncate = has(.truncMakesInt) ? lookupSpecial(v, .__trunc__) : .null
    if !truncate.isNull {
      if has(.truncWarning) { try warn(self.types.deprecationWarning, "The delegation of int() to __trunc__ is deprecated.") }
      let result = try callSpecial(truncate, v)
      if result.isInt { return result.plainInt }
      guard !lookupSpecial(result, .__index__).isNull else {
        throw raise(self.types.typeError, "__trunc__ returned non-Integral (type %T)", result)
      }
      return try asIndexObject(result)
    }
    if v.isKind(.str) || v.isKind(.bytes), let text = NumberText(v: v) { return try parseInt(text, base: 10, source: v) }
    if let view = ByteView(self, v) {
      let source = try bytes(copying: view.base, count: view.count)
      if let text = NumberText(v: source) { return try parseInt(text, base: 10, source: source) }
    }
    throw raise(.intOfOther, v)
  }
}
