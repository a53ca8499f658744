import CSupport
import Glibc
import Runtime

/// The tables of `float`.
enum FloatType {
  static let spec = TypeSpec(
    "float", doc: "float(x=0, /)\n\nMakes a float from a number or from text.", functions: operators + conversions + methods, attributes: attributes)

  static let attributes: [NativeAttributeSpec] = [
    .init("real", "the real part of a complex number", get: { t, a throws(Raised) in try t.float(a[0].anyDouble) }),
    .init("imag", "the imaginary part of a complex number", get: { t, a throws(Raised) in Value(nonNaN: 0) }),
  ]

  static let conversions: [NativeFunctionSpec] = [
    .init("__new__(cls, x=0.0, /)", "Makes a float.") { t, a throws(Raised) in try FloatType.make(t, a[0], a[1]) },
    .init("__float__(self, /)", "float(self)") { t, a throws(Raised) in
      // A NaN stays the same object.
      t.typeOf(a[0]) == t.types.float ? a[0] : try t.float(a[0].anyDouble)
    },
    .init("__int__(self, /)", "int(self)") { t, a throws(Raised) in try t.int(truncating: a[0].anyDouble) },
    .init("__trunc__(self, /)", "The int between 0 and self that is nearest to self.") { t, a throws(Raised) in try t.int(truncating: a[0].anyDouble) },
    .init("__floor__(self, /)", "The greatest int that is not above self.") { t, a throws(Raised) in try t.int(truncating: floor(a[0].anyDouble)) },
    .init("__ceil__(self, /)", "The least int that is not below self.") { t, a throws(Raised) in try t.int(truncating: ceil(a[0].anyDouble)) },
    .init("__round__(self, ndigits=None, /)", "The nearest int, or the nearest multiple of 10**-ndigits, half to even.") { t, a throws(Raised) in
      try FloatType.round(t, a[0].anyDouble, a[1])
    },
    .init("__format__(self, format_spec, /)", "Formats the float by a format specification.") { t, a throws(Raised) in
      try t.formatFloat(a[0], try NumberTables.formatSpec(t, a[1]))
    },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in try t.tuple(try t.float(a[0].anyDouble)) },
    .init("__set_format__(cls, typestr, fmt, /)", "Refuses every format but the one that floats have.", binding: .classMethod) { t, a throws(Raised) in
      try FloatType.setFormat(t, a, "__set_format__")
    },
    .init("__setformat__(cls, typestr, fmt, /)", "Refuses every format but the one that floats have.", binding: .classMethod) { t, a throws(Raised) in
      try FloatType.setFormat(t, a, "__setformat__")
    },
    .init("__getformat__(cls, typestr, /)", "How the C type 'double' or 'float' is laid out.", binding: .classMethod) { t, a throws(Raised) in
      let double = try t.str("double")
      let float = try t.str("float")
      _ = try StrSupport.cText(t, a[1], "__getformat__", "argument")
      if !t.strEquals(a[1], double) && !t.strEquals(a[1], float) { throw t.raise(t.types.valueError, "__getformat__() argument 1 must be 'double' or 'float'") }
      return try t.str("IEEE, little-endian")
    },
  ]

  static let methods: [NativeFunctionSpec] = [
    .init("conjugate(self, /)", "The complex conjugate of a float: itself.") { t, a throws(Raised) in try t.float(a[0].anyDouble) },
    .init("is_integer(self, /)", "Whether it has no fraction.") { t, a throws(Raised) in
      let d = a[0].anyDouble
      return Value(d.isFinite && floor(d) == d)
    },
    .init("as_integer_ratio(self, /)", "The pair of ints whose quotient it is, in lowest terms, the second positive.") { t, a throws(Raised) in
      try FloatType.ratio(t, a[0].anyDouble)
    },
    .init("hex(self, /)", "Its hexadecimal text: (-0.1).hex() is '-0x1.999999999999ap-4'.") { t, a throws(Raised) in try FloatType.hex(t, a[0]) },
    .init("from_number(cls, number, /)", "Convert real number to a floating-point number.", binding: .classMethod) { t, a throws(Raised) in
      if cls(a, is: t.types.float), t.typeOf(a[1]) == t.types.float { return a[1] }
      let d = try t.asDouble(a[1])
      return cls(a, is: t.types.float) ? try t.float(d) : try t.call(a[0], try t.float(d))
    },
    .init("fromhex(cls, string, /)", "The float that hexadecimal text represents.", binding: .classMethod) { t, a throws(Raised) in
      try FloatType.fromHex(t, a[0], a[1])
    },
  ]

  private static func cls(_ a: Slots, is type: Ref<TypeObject>) -> Bool { a[0] == Value(type) }

  static func make(_ t: Thread, _ cls: Value, _ x: Value) throws(Raised) -> Value {
    let type = try NumberTables.checkClass(t, cls, t.types.float)
    if type == t.types.float && t.typeOf(x) == type { return x }
    let d: Double
    if let text = NumberText(v: x) {
      d = try t.parseFloat(text, source: x)
    } else if let view = ByteView(t, x) {
      let source = try t.bytes(copying: view.base, count: view.count)
      guard let text = NumberText(v: source) else { throw t.raise(.floatOfOther, x) }
      d = try t.parseFloat(text, source: x)
    } else {
      if !x.isInt && !x.isFloat && t.lookupSpecial(x, .__float__).isNull && t.lookupSpecial(x, .__index__).isNull {
        throw t.raise(.floatOfOther, x)
      }
      d = try t.asDouble(x)
    }
    if type == t.types.float { return try t.float(d) }
    let object: Ref<FloatObject> = try t.allocateInstance(type, kind: .float, tracedWords: 0)
    object.value = d
    return Value(object)
  }

  /// CPython can be told to take its floats for something else. Here only what they are passes, and `unknown`, which changes nothing.
  private static func setFormat(_ t: Thread, _ a: Slots, _ function: StaticString) throws(Raised) -> Value {
    for i in 1...2 {
      guard a[i].isKind(.str) else {
        throw t.raise(t.types.typeError, "%S() argument %S must be str, not %B", try t.str(function), Value(small: i), a[i])
      }
      _ = try StrSupport.checkedCText(t, a[i].unchecked())
    }
    guard t.strEquals(a[1], "double") || t.strEquals(a[1], "float") else {
      throw t.raise(t.types.valueError, "__setformat__() argument 1 must be 'double' or 'float'")
    }
    if t.strEquals(a[2], "unknown") || t.strEquals(a[2], "IEEE, little-endian") { return .none }
    guard t.strEquals(a[2], "IEEE, big-endian") else {
      throw t.raise(t.types.valueError, "__setformat__() argument 2 must be 'unknown', 'IEEE, little-endian' or 'IEEE, big-endian'")
    }
    throw t.raise(t.types.valueError, "can only set %S format to 'unknown' or the detected platform value", a[1])
  }

  // MARK: Rounding

  static func round(_ t: Thread, _ d: Double, _ digits: Value) throws(Raised) -> Value {
    if digits.isNone { return try t.int(truncating: d.rounded(.toNearestOrEven)) }
    let n = try t.asClampedIndex(digits)
    // Beyond these a double has no digit to round, or only zeros are left.
    if !d.isFinite || n > 323 { return try t.float(d) }
    if n < -308 { return Value(nonNaN: d * 0) }
    let rounded = n >= 0 ? roundedToDecimals(d, n) : try roundedToPower(t, d, -n)
    if rounded.isInfinite { throw t.raise(t.types.overflowError, "rounded value too large to represent") }
    return try t.float(rounded)
  }

  /// The C library's decimal text is exact, and rounds half to even.
  private static func roundedToDecimals(_ d: Double, _ n: Int) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 700) { buffer in
      _ = support_format_double(buffer.baseAddress, buffer.count, CChar(UInt8(ascii: "f")), Int32(n), false, d)
      return strtod(buffer.baseAddress.unsafelyUnwrapped, nil)
    }
  }

  /// Rounds to a multiple of 10**power through the exact integer part.
  private static func roundedToPower(_ t: Thread, _ d: Double, _ power: Int) throws(Raised) -> Double {
    let whole = try t.int(truncating: d.magnitude)
    let hasFraction = d.magnitude != floor(d.magnitude)
    let unit = try t.intPower(IntOperand(10), IntOperand(power))
    let parts = try t.intDivide(IntOperand(whole), IntOperand(unit))
    let twice = try t.intShiftLeft(IntOperand(parts.second), by: 1)
    let order = IntOperand(twice).compare(IntOperand(unit))
    let roundsUp = order > 0 || order == 0 && (hasFraction || IntOperand(parts.first).isOdd)
    let quotient = roundsUp ? try t.intAdd(IntOperand(parts.first), IntOperand(1)) : parts.first
    let result = IntOperand(try t.intMultiply(IntOperand(quotient), IntOperand(unit))).rounded
    return d.sign == .minus ? -result : result
  }

  // MARK: Ratio and hexadecimal text

  static func ratio(_ t: Thread, _ d: Double) throws(Raised) -> Value {
    if d.isInfinite { throw t.raise(t.types.overflowError, "cannot convert Infinity to integer ratio") }
    if d.isNaN { throw t.raise(t.types.valueError, "cannot convert NaN to integer ratio") }
    if d == 0 { return try t.tuple(Value(small: 0), Value(small: 1)) }
    // significand * 2^exponent, the significand odd.
    var significand = d.isNormal ? d.significandBitPattern | 1 << 52 : d.significandBitPattern
    var exponent = (d.isNormal ? Int(d.exponentBitPattern) : 1) - 1075
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    exponent += zeros
    let number = d < 0 ? -Int(significand) : Int(significand)
    let numerator = exponent > 0 ? try t.intShiftLeft(IntOperand(number), by: exponent) : try t.int(number)
    let denominator = exponent < 0 ? try t.intShiftLeft(IntOperand(1), by: -exponent) : Value(small: 1)
    return try t.tuple(numerator, denominator)
  }

  static func hex(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let d = v.anyDouble
    if !d.isFinite { return try t.nativeRepr(v) }
    var text = TextBuilder(t)
    if d.sign == .minus { try text.append("-") }
    if d == 0 {
      try text.append("0x0.0p+0")
      return try text.finish()
    }
    try text.append(d.isNormal ? "0x1." : "0x0.")
    try text.append(hex: d.significandBitPattern, digits: 13)
    let exponent = d.isNormal ? Int(d.exponentBitPattern) - 1023 : -1022
    try text.append(exponent < 0 ? "p-" : "p+")
    try text.append(decimal: abs(exponent))
    return try text.finish()
  }

  static func fromHex(_ t: Thread, _ cls: Value, _ string: Value) throws(Raised) -> Value {
    guard string.isKind(.str) else { throw t.raise(t.types.typeError, "bad argument type for built-in operation") }
    let s: Ref<StrObject> = string.unchecked()
    for i in 0..<s.count where s.codePoint(i) >= 0x80 {
      _ = try Codecs.encode(t, s, try t.str("utf-8"), try t.str("strict"))
      throw t.raise(t.types.valueError, "invalid hexadecimal floating-point string")
    }
    var text = NumberText(str: s)
    let start = text
    guard let d = FloatText.hexadecimal(&text) else { throw t.raise(t.types.valueError, "invalid hexadecimal floating-point string") }
    var named = start
    _ = named.skipSign()
    if d.isInfinite && named.lower() != UInt8(ascii: "i") {
      throw t.raise(t.types.overflowError, "hexadecimal value too large to represent as a float")
    }
    let result = try t.float(d)
    return cls == Value(t.types.float) ? result : try t.call(cls, result)
  }
}
