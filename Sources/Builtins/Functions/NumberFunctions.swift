import Runtime

/// Functions of numbers and characters.
enum NumberFunctions {
  static let functions: [NativeFunctionSpec] = [
    .init("abs(x, /)", "Return the absolute value of the argument.") { t, a throws(Raised) in try t.unary(.absolute, a[0]) },
    .init("divmod(x, y, /)", "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.") { t, a throws(Raised) in try t.divmod(a[0], a[1]) },
    .init("pow(base, exp, mod=None)",
      "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.") { t, a throws(Raised) in
        a[2].isNone ? try t.binary(.power, a[0], a[1]) : try t.power(a[0], a[1], modulus: a[2])
      },
    .init("round(number, ndigits=None)", "Round a number to a given precision in decimal digits.") { t, a throws(Raised) in
      let method = t.lookupSpecial(a[0], .__round__)
      if method.isNull { throw t.raise(t.types.typeError, "type %T doesn't define __round__ method", a[0]) }
      return a[1].isNone ? try t.callSpecial(method, a[0]) : try t.callSpecial(method, a[0], a[1])
    },
    .init("bin(number, /)", "Return the binary representation of an integer.") { t, a throws(Raised) in
      try NumberFunctions.inBase(t, a[0], 2, char("b"))
    },
    .init("oct(number, /)", "Return the octal representation of an integer.") { t, a throws(Raised) in
      try NumberFunctions.inBase(t, a[0], 8, char("o"))
    },
    .init("hex(number, /)", "Return the hexadecimal representation of an integer.") { t, a throws(Raised) in
      try NumberFunctions.inBase(t, a[0], 16, char("x"))
    },
    .init("chr(i, /)", "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.") { t, a throws(Raised) in
      let index = try t.cIntObject(a[0])
      guard index.isSmallInt, Int32(exactly: index.smallInt) != nil else { throw t.raise(.chrTooLarge) }
      guard (0...0x10_FFFF).contains(index.smallInt) else { throw t.raise(t.types.valueError, "chr() arg not in range(0x110000)") }
      return try t.str(codePoint: UInt32(index.smallInt))
    },
    .init("ord(c, /)", "Return the Unicode code point for a one-character string.") { t, a throws(Raised) in try NumberFunctions.ordinal(t, a[0]) },
    .init("hash(obj, /)",
      "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true."
    ) { t, a throws(Raised) in try t.int(try t.hash(a[0])) },
    .init("id(obj, /)",
      "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects."
    ) { t, a throws(Raised) in try t.int(a[0].bits) },
    .init("len(obj, /)", "Return the number of items in a container.") { t, a throws(Raised) in try t.int(try t.length(a[0])) },
  ]

  /// The digits of an int with its prefix: `-0xff`.
  private static func inBase(_ t: Thread, _ v: Value, _ base: Int, _ letter: UInt32) throws(Raised) -> Value {
    var digits = TextBuilder(t)
    try t.append(int: try t.asIndexObject(v), base: base, to: &digits)
    let text = try digits.finish()
    let s: Ref<StrObject> = text.unchecked()
    let isNegative = s.codePoint(0) == char("-")
    var out = TextBuilder(t)
    if isNegative { try out.append(codePoint: char("-")) }
    try out.append(codePoint: char("0"))
    try out.append(codePoint: letter)
    try out.append(str: text, from: isNegative ? 1 : 0, to: s.count)
    return try out.finish()
  }

  private static func ordinal(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let count: Int
    switch v.kind {
    case .str:
      let s: Ref<StrObject> = v.unchecked()
      if s.count == 1 { return Value(small: Int(s.codePoint(0))) }
      count = s.count
    case .bytes:
      let bytes: Ref<BytesObject> = v.unchecked()
      if bytes.count == 1 { return Value(small: Int(bytes.bytes[0])) }
      count = bytes.count
    case .bytearray:
      let array: Ref<ByteArrayObject> = v.unchecked()
      if array.count == 1 { return Value(small: Int(array.buffer.trailing(UInt8.self)[0])) }
      count = array.count
    default: throw t.raise(t.types.typeError, "ord() expected string of length 1, but %T found", v)
    }
    throw t.raise(t.types.typeError, "ord() expected a character, but string of length %S found", Value(small: count))
  }
}
