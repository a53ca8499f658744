// The `__format__` methods of str, int, float and complex.

/// The parts of a number to be laid out: `digits` ASCII characters at `text`, of which the first `integerDigits` may be grouped.
private struct NumberText {
  var text: UnsafePointer<UInt8>
  var count: Int
  var integerDigits: Int
  var isNegative: Bool
  /// 0, or the letter of a prefix `0b`, `0o`, `0x`, `0X`.
  var prefix: UInt32 = 0
}

extension Thread {
  /// `str.__format__`; `v` is a str.
  public func formatStr(_ v: Value, _ specText: Value) throws(Raised) -> Value {
    if specText.unchecked(as: StrObject.self).count == 0 { return try str(of: v) }
    let spec = try parseFormatSpec(specText, align: char("<"), type: char("s"), for: v)
    if spec.type != char("s") { throw unknownFormatCode(spec, for: v) }
    try checkStrSpec(spec)
    let count = v.unchecked(as: StrObject.self).count
    let shown = spec.precision >= 0 ? min(count, spec.precision) : count
    if shown == count, spec.width <= count { return count == 0 ? interpreter.emptyStr : v }
    var out = TextBuilder(self)
    let padding = max(0, spec.width - shown)
    let left = spec.align == char(">") ? padding : spec.align == char("^") ? padding / 2 : 0
    try out.append(repeating: spec.fill, count: left)
    try out.append(str: v, from: 0, to: shown)
    try out.append(repeating: spec.fill, count: padding - left)
    return try out.finish()
  }

  private func checkStrSpec(_ spec: FormatSpec) throws(Raised) {
    let valueError = self.types.valueError
    if spec.sign == 32 { throw raise(.spaceInStrFormat) }
    if spec.sign != 0 { throw raise(valueError, "Sign not allowed in string format specifier") }
    if spec.noNegativeZero { throw raise(valueError, "Negative zero coercion (z) not allowed in string format specifier") }
    if spec.alternate { throw raise(valueError, "Alternate form (#) not allowed in string format specifier") }
    if spec.align == char("=") { throw raise(valueError, "'=' alignment not allowed in string format specifier") }
  }

  /// `int.__format__`; `v` is an int or bool.
  public func formatInt(_ v: Value, _ specText: Value) throws(Raised) -> Value {
    if specText.unchecked(as: StrObject.self).count == 0 { return try str(of: v) }
    if v.isSmallInt, let field = PlainField(specText.unchecked()), field.precision < 0, field.type == 0 || field.type == UInt8(ascii: "d") {
      return try padded(try str(of: v), field)
    }
    let spec = try parseFormatSpec(specText, align: char(">"), type: char("d"), for: v)
    switch spec.type {
    case char("e"), char("E"), char("f"), char("F"), char("g"), char("G"), char("%"):
      return try formatDouble(try asDouble(v), spec, for: v)
    case char("c"): return try formatCharacter(v, spec)
    case char("d"), char("n"): return try formatInt(v, spec, base: 10)
    case char("b"): return try formatInt(v, spec, base: 2)
    case char("o"): return try formatInt(v, spec, base: 8)
    case char("x"), char("X"): return try formatInt(v, spec, base: 16)
    default: throw unknownFormatCode(spec, for: v)
    }
  }

  private func checkIntSpec(_ spec: FormatSpec) throws(Raised) {
    let valueError = self.types.valueError
    if spec.precision != -1 { throw raise(valueError, "Precision not allowed in integer format specifier") }
    if spec.noNegativeZero { throw raise(valueError, "Negative zero coercion (z) not allowed in integer format specifier") }
  }

  private func formatInt(_ v: Value, _ spec: FormatSpec, base: Int) throws(Raised) -> Value {
    try checkIntSpec(spec)
    var digits = TextBuilder(self)
    try append(int: v, base: base, to: &digits)
    let text = try digits.finish()
    let s: Ref<StrObject> = text.unchecked()
    let isNegative = s.bytes[0] == UInt8(ascii: "-")
    let skip = isNegative ? 1 : 0
    let prefix: UInt32 = spec.alternate && base != 10 ? spec.type : 0
    let number = NumberText(
      text: UnsafePointer(s.bytes + skip), count: s.count - skip, integerDigits: s.count - skip, isNegative: isNegative, prefix: prefix)
    return try layOut(number, spec, upperCase: spec.type == char("X"))
  }

  /// `format(65, "c")`: no digits, so neither grouping nor zeros.
  private func formatCharacter(_ v: Value, _ spec: FormatSpec) throws(Raised) -> Value {
    try checkIntSpec(spec)
    if spec.sign != 0 { throw raise(self.types.valueError, "Sign not allowed with integer format specifier 'c'") }
    if spec.alternate { throw raise(self.types.valueError, "Alternate form (#) not allowed with integer format specifier 'c'") }
    let index = try asIndexObject(v)
    if IntOperand(index).asInt == nil { throw raise(self.types.overflowError, "Python int too large to convert to C long") }
    guard index.isSmallInt, (0...0x10_FFFF).contains(index.smallInt) else { throw raise(self.types.overflowError, "%%c arg not in range(0x110000)") }
    var out = TextBuilder(self)
    let padding = max(0, spec.width - 1)
    let left = spec.align == char("<") ? 0 : spec.align == char("^") ? padding / 2 : padding
    try out.append(repeating: spec.fill, count: left)
    try out.append(codePoint: UInt32(index.smallInt))
    try out.append(repeating: spec.fill, count: padding - left)
    return try out.finish()
  }

  /// `float.__format__`; `v` is a float.
  public func formatFloat(_ v: Value, _ specText: Value) throws(Raised) -> Value {
    if specText.unchecked(as: StrObject.self).count == 0 { return try str(of: v) }
    if v.isDouble, let field = PlainField(specText.unchecked()), field.type == UInt8(ascii: "f"), !field.hasZeros {
      var digits = TextBuilder(self)
      try append(double: v.double, code: field.type, precision: field.precision < 0 ? 6 : field.precision, alternate: false, addDotZero: false, to: &digits)
      return try padded(try digits.finish(), field)
    }
    let spec = try parseFormatSpec(specText, align: char(">"), type: 0, for: v)
    return try formatDouble(v.isDouble ? v.double : v.unchecked(as: FloatObject.self).value, spec, for: v)
  }

  /// What float types show: the digits of `value` by the type and precision of the spec, without a sign if positive.
  private func appendDouble(_ value: Double, _ spec: FormatSpec, to out: inout TextBuilder) throws(Raised) {
    var value = value
    var code = UInt8(ascii: "r")
    var precision = spec.precision
    switch spec.type {
    case 0: break
    case char("%"):
      code = UInt8(ascii: "f")
      value *= 100
    case char("n"): code = UInt8(ascii: "g")
    default: code = UInt8(truncatingIfNeeded: spec.type | 0x20)
    }
    let isRepr = code == UInt8(ascii: "r")
    if precision < 0 {
      precision = isRepr ? 0 : 6
    } else if isRepr {
      code = UInt8(ascii: "g")
    }
    if precision > Int(Int32.max) { throw raise(self.types.valueError, "precision too big") }
    let start = out.count
    try append(double: value, code: code, precision: precision, alternate: spec.alternate, addDotZero: spec.type == 0, to: &out)
    if spec.noNegativeZero && value.sign == .minus && !value.isNaN && !value.isInfinite {
      // A result that rounds to -0 loses its sign.
      if showsOnlyZeros(out, from: start) {
        out.truncate(to: start)
        try append(double: 0, code: code, precision: precision, alternate: spec.alternate, addDotZero: spec.type == 0, to: &out)
      }
    }
    if spec.type == char("%") { try out.append(codePoint: char("%")) }
  }

  private func showsOnlyZeros(_ text: TextBuilder, from start: Int) -> Bool {
    for k in start..<text.count {
      let c = text.codePoint(k)
      if c == char("e") { break }
      if c >= char("1") && c <= char("9") { return false }
    }
    return true
  }

  private func formatDouble(_ value: Double, _ spec: FormatSpec, for v: Value) throws(Raised) -> Value {
    switch spec.type {
    case 0, char("e"), char("E"), char("f"), char("F"), char("g"), char("G"), char("n"), char("%"): break
    default: throw unknownFormatCode(spec, for: v)
    }
    var digits = TextBuilder(self)
    try appendDouble(value, spec, to: &digits)
    let text = try digits.finish()
    let number = numberText(text.unchecked())
    return try layOut(number, spec, upperCase: isUpper(spec.type))
  }

  private func isUpper(_ type: UInt32) -> Bool { type == char("E") || type == char("F") || type == char("G") }

  private func numberText(_ s: Ref<StrObject>) -> NumberText {
    let isNegative = s.bytes[0] == UInt8(ascii: "-")
    let skip = isNegative ? 1 : 0
    var digits = 0
    while skip + digits < s.count, s.bytes[skip + digits] >= 48, s.bytes[skip + digits] <= 57 { digits += 1 }
    return NumberText(text: UnsafePointer(s.bytes + skip), count: s.count - skip, integerDigits: digits, isNegative: isNegative)
  }

  /// `complex.__format__`.
  public func formatComplex(_ v: Value, _ specText: Value) throws(Raised) -> Value {
    if specText.unchecked(as: StrObject.self).count == 0 { return try str(of: v) }
    let spec = try parseFormatSpec(specText, align: char(">"), type: 0, for: v)
    switch spec.type {
    case 0, char("e"), char("E"), char("f"), char("F"), char("g"), char("G"), char("n"): break
    default: throw unknownFormatCode(spec, for: v)
    }
    if spec.fill == char("0") { throw raise(self.types.valueError, "Zero padding is not allowed in complex format specifier") }
    if spec.align == char("=") { throw raise(self.types.valueError, "'=' alignment flag is not allowed in complex format specifier") }
    let z: Ref<ComplexObject> = v.unchecked()
    let hidesReal = spec.type == 0 && z.real == 0 && z.real.sign == .plus
    var body = TextBuilder(self)
    if !hidesReal {
      if spec.type == 0 { try body.append(codePoint: char("(")) }
      try appendPart(z.real, spec, sign: spec.sign, to: &body)
    }
    try appendPart(z.imaginary, spec, sign: hidesReal ? spec.sign : char("+"), to: &body)
    try body.append(codePoint: char("j"))
    if !hidesReal && spec.type == 0 { try body.append(codePoint: char(")")) }
    let text = try body.finish()
    let padding = max(0, spec.width - text.unchecked(as: StrObject.self).count)
    let left = spec.align == char("<") ? 0 : spec.align == char("^") ? padding / 2 : padding
    var out = TextBuilder(self)
    try out.append(repeating: spec.fill, count: left)
    try out.append(text)
    try out.append(repeating: spec.fill, count: padding - left)
    return try out.finish()
  }

  /// The real or imaginary part, not padded.
  private func appendPart(_ value: Double, _ spec: FormatSpec, sign: UInt32, to out: inout TextBuilder) throws(Raised) {
    var part = spec
    part.sign = sign
    part.width = -1
    part.fill = 32
    part.align = char("<")
    var digits = TextBuilder(self)
    if spec.type == 0 {
      let code = spec.precision >= 0 ? UInt8(ascii: "g") : UInt8(ascii: "r")
      try append(
        double: value, code: code, precision: max(0, spec.precision), alternate: spec.alternate, addDotZero: false, to: &digits)
    } else {
      try appendDouble(value, part, to: &digits)
    }
    let losesSign = spec.noNegativeZero && value.sign == .minus && showsOnlyZeros(digits, from: 0)
    var text = try digits.finish()
    if losesSign {
      let shown: Ref<StrObject> = text.unchecked()
      if shown.count > 0, shown.codePoint(0) == char("-") { text = try substring(shown, 1, shown.count) }
    }
    try out.append(try layOut(numberText(text.unchecked()), part, upperCase: isUpper(spec.type)))
  }

  // MARK: - Layout of numbers

  /// Sign, prefix, grouping, padding.
  private func layOut(_ number: NumberText, _ spec: FormatSpec, upperCase: Bool) throws(Raised) -> Value {
    let sign: UInt32 = number.isNegative ? char("-") : spec.sign == char("+") || spec.sign == 32 ? spec.sign : 0
    let fraction = spec.fractionSeparator == 0 ? 0 : fractionDigits(number)
    let fixed = (sign == 0 ? 0 : 1) + (number.prefix == 0 ? 0 : 2) + number.count - number.integerDigits + max(0, fraction - 1) / 3
    let minimum = spec.fill == char("0") && spec.align == char("=") ? max(0, spec.width - fixed) : 0
    let grouped = groupedCount(number.integerDigits, spec, minimum: minimum)
    let padding = max(0, spec.width - fixed - grouped)
    var left = 0
    var inner = 0
    switch spec.align {
    case char("<"): break
    case char("^"): left = padding / 2
    case char("="): inner = padding
    default: left = padding
    }
    var out = TextBuilder(self)
    try out.append(repeating: spec.fill, count: left)
    if sign != 0 { try out.append(codePoint: sign) }
    if number.prefix != 0 {
      try out.append(codePoint: 48)
      try out.append(codePoint: number.prefix)
    }
    try out.append(repeating: spec.fill, count: inner)
    try appendGrouped(number, spec, grouped, upperCase: upperCase, to: &out)
    for k in number.integerDigits..<max(number.count, number.integerDigits) {
      let place = k - number.integerDigits - 1
      if place > 0 && place < fraction && place % 3 == 0 { try out.append(codePoint: spec.fractionSeparator) }
      try out.append(codePoint: cased(number.text[k], upperCase))
    }
    try out.append(repeating: spec.fill, count: padding - left - inner)
    return try out.finish()
  }

  /// The digits behind the point.
  private func fractionDigits(_ number: NumberText) -> Int {
    var k = number.integerDigits
    guard k < number.count, number.text[k] == UInt8(ascii: ".") else { return 0 }
    k += 1
    while k < number.count, number.text[k] >= 48, number.text[k] <= 57 { k += 1 }
    return k - number.integerDigits - 1
  }

  private func cased(_ c: UInt8, _ upperCase: Bool) -> UInt32 { UInt32(upperCase && c >= 97 && c <= 122 ? c - 32 : c) }

  /// Characters of the integer part with its separators, at least `minimum`, zeros in front.
  private func groupedCount(_ digits: Int, _ spec: FormatSpec, minimum: Int) -> Int {
    if digits == 0 { return 0 }
    if spec.separator == 0 { return max(digits, minimum) }
    let group = spec.groupSize
    let plain = digits + (digits - 1) / group
    if plain >= minimum { return plain }
    // A separator never comes first: one zero more then.
    return minimum % (group + 1) == 0 ? minimum + 1 : minimum
  }

  private func appendGrouped(
    _ number: NumberText, _ spec: FormatSpec, _ grouped: Int, upperCase: Bool, to out: inout TextBuilder
  ) throws(Raised) {
    let group = spec.separator == 0 ? Int.max - 1 : spec.groupSize
    for k in 0..<grouped {
      let fromEnd = grouped - 1 - k
      if fromEnd % (group + 1) == group {
        try out.append(codePoint: spec.separator)
      } else {
        let digitFromEnd = fromEnd - fromEnd / (group + 1)
        let index = number.integerDigits - 1 - digitFromEnd
        try out.append(codePoint: index >= 0 ? cased(number.text[index], upperCase) : 48)
      }
    }
  }
}
