/// A parsed format specification of the mini-language: `[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]`
/// (Python/formatter_unicode.c).
@frozen
public struct FormatSpec: BitwiseCopyable {
  public var fill: UInt32 = 32
  /// `<`, `>`, `=` or `^`.
  public var align: UInt32
  /// `+`, `-`, space, or 0.
  public var sign: UInt32 = 0
  public var noNegativeZero = false
  public var alternate = false
  /// -1: not given.
  public var width = -1
  /// `,`, `_` or 0.
  public var separator: UInt32 = 0
  /// The same for the digits behind the point.
  public var fractionSeparator: UInt32 = 0
  public var precision = -1
  /// Presentation type, 0 if none is given.
  public var type: UInt32

  init(align: UInt32, type: UInt32) {
    self.align = align
    self.type = type
  }

  /// Digits between two separators.
  var groupSize: Int { type == 0x62 || type == 0x6F || type == 0x78 || type == 0x58 ? 4 : 3 }
}

/// The code point of a character literal.
@inlinable @inline(__always)
public func char(_ c: Unicode.Scalar) -> UInt32 { c.value }

/// The value of a decimal digit of any script; nil for everything else.
public func decimalDigit(_ c: UInt32) -> Int? {
  if c < 128 { return c >= 48 && c <= 57 ? Int(c - 48) : nil }
  guard let properties = Unicode.Scalar(c)?.properties, properties.numericType == .decimal else { return nil }
  return properties.numericValue.map { Int($0) }
}

extension Thread {
  /// Parses the specification for formatting `v`, of whose type messages speak.
  func parseFormatSpec(_ text: Value, align: UInt32, type: UInt32, for v: Value) throws(Raised) -> FormatSpec {
    let s: Ref<StrObject> = text.unchecked()
    var spec = FormatSpec(align: align, type: type)
    let end = s.count
    var at = 0
    var hasFill = false
    var hasAlign = false
    if end >= 2 && isAlign(s.codePoint(1)) {
      spec.fill = s.codePoint(0)
      spec.align = s.codePoint(1)
      hasFill = true
      hasAlign = true
      at = 2
    } else if end >= 1 && isAlign(s.codePoint(0)) {
      spec.align = s.codePoint(0)
      hasAlign = true
      at = 1
    }
    at = parseFlags(s, at, &spec)
    if !hasFill && at < end && s.codePoint(at) == char("0") {
      spec.fill = char("0")
      if !hasAlign && (align == char(">") || !has(.zeroPadsNumbersOnly)) { spec.align = char("=") }
      at += 1
    }
    let widthStart = at
    spec.width = try formatInteger(s, &at)
    if at == widthStart { spec.width = -1 }
    at = try parseSeparator(s, at, &spec.separator)
    if at < end && s.codePoint(at) == char(".") {
      at += 1
      let start = at
      spec.precision = try formatInteger(s, &at)
      if at == start { spec.precision = -1 }
      if has(.fractionSeparators) { at = try parseSeparator(s, at, &spec.fractionSeparator) }
      if at == start { throw raise(self.types.valueError, "Format specifier missing precision") }
    }
    if end - at > 1 { throw raise(.invalidFormatSpecifier, text, v) }
    if end - at == 1 { spec.type = s.codePoint(at) }
    if spec.separator != 0 { try checkSeparator(spec) }
    return spec
  }

  private func isAlign(_ c: UInt32) -> Bool { c == char("<") || c == char(">") || c == char("=") || c == char("^") }

  private func parseFlags(_ s: Ref<StrObject>, _ start: Int, _ spec: inout FormatSpec) -> Int {
    var at = start
    if at < s.count, s.codePoint(at) == char("+") || s.codePoint(at) == char("-") || s.codePoint(at) == 32 {
      spec.sign = s.codePoint(at)
      at += 1
    }
    if at < s.count && s.codePoint(at) == char("z") && has(.negativeZeroOption) {
      spec.noNegativeZero = true
      at += 1
    }
    if at < s.count && s.codePoint(at) == char("#") {
      spec.alternate = true
      at += 1
    }
    return at
  }

  private func parseSeparator(_ s: Ref<StrObject>, _ start: Int, _ separator: inout UInt32) throws(Raised) -> Int {
    var at = start
    if at < s.count && s.codePoint(at) == char(",") {
      separator = char(",")
      at += 1
    }
    if at < s.count && s.codePoint(at) == char("_") {
      if separator != 0 { throw raise(self.types.valueError, "Cannot specify both ',' and '_'.") }
      separator = char("_")
      at += 1
    }
    if at < s.count && s.codePoint(at) == char(",") && (separator == char("_") || separator != 0 && has(.repeatedCommaAsMixed)) {
      throw raise(self.types.valueError, "Cannot specify both ',' and '_'.")
    }
    return at
  }

  /// Decimal digits at `at`, which moves behind them.
  private func formatInteger(_ s: Ref<StrObject>, _ at: inout Int) throws(Raised) -> Int {
    var value = 0
    while at < s.count, let digit = decimalDigit(s.codePoint(at)) {
      if value > (Int.max - digit) / 10 { throw raise(self.types.valueError, "Too many decimal digits in format string") }
      value = value * 10 + digit
      at += 1
    }
    return value
  }

  private func checkSeparator(_ spec: FormatSpec) throws(Raised) {
    switch spec.type {
    case 0, char("d"), char("e"), char("f"), char("g"), char("E"), char("G"), char("%"), char("F"): return
    case char("b"), char("o"), char("x"), char("X"): if spec.separator == char("_") { return }
    default: break
    }
    let separator = self.interpreter.latin1[Int(spec.separator)]
    throw raise(self.types.valueError, "Cannot specify '%S' with '%S'.", separator, try shownCode(spec.type))
  }

  /// A presentation type in a message: itself, or an escape if it is not a printable ASCII character.
  private func shownCode(_ code: UInt32) throws(Raised) -> Value {
    var out = TextBuilder(self)
    if code > 32 && code < 128 {
      try out.append(codePoint: code)
    } else {
      try out.append("\\x")
      try out.append(hex: UInt64(code), digits: 1)
    }
    return try out.finish()
  }

  func unknownFormatCode(_ spec: FormatSpec, for v: Value) -> Raised {
    do throws(Raised) {
      return raise(self.types.valueError, "Unknown format code '%S' for object of type '%T'", try shownCode(spec.type), v)
    } catch {
      return error
    }
  }
}
