import CSupport

// Text of floats, as CPython's PyOS_double_to_string gives it.

extension Thread {
  /// Appends a float: `code` is e, f or g with `precision`, or r for the shortest text that reads back as the same float. 'nan', 'inf' and '-inf',
  /// lower case. `alternate` keeps the point and trailing zeros (`#`), `addDotZero` adds ".0" to what looks like an int.
  public func append(
    double value: Double, code: UInt8, precision: Int, alternate: Bool, addDotZero: Bool, to out: inout TextBuilder
  ) throws(Raised) {
    if value.isNaN { return try out.append("nan") }
    if value.isInfinite { return try out.append(value < 0 ? "-inf" : "inf") }
    if code == UInt8(ascii: "r") { return try appendShortest(value, alternate: alternate, addDotZero: addDotZero, to: &out) }
    if code == UInt8(ascii: "f"), precision >= 1, let number = FixedDecimal(value.magnitude, precision) {
      return try out.append(fixed: number.digits, precision: precision, isNegative: value.sign == .minus)
    }
    guard let digits = Int32(exactly: precision) else { throw raise(self.types.valueError, "precision too big") }
    // The longest double has 309 digits before its point.
    let room = 330 + precision
    let buffer: Ref<BufferObject> = try allocate(bytes: MemoryLayout<BufferObject>.size + room, kind: .rawBuffer, type: .none, tracedWords: 0)
    let text = buffer.trailing(CChar.self)
    var count = Int(support_format_double(text, room, CChar(bitPattern: code), digits, alternate, value))
    let bytes = buffer.trailing(UInt8.self)
    if alternate, code == UInt8(ascii: "g"), value != 0 { count = padded(bytes, count, to: max(precision, 1)) }
    guard addDotZero, isBare(bytes, count) else { return try out.append(ascii: bytes, count: count) }
    let sign = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let hasPoint = bytes[count - 1] == UInt8(ascii: ".")
    if count - sign < max(precision, 1) + (hasPoint ? 1 : 0) {
      try out.append(ascii: bytes, count: count)
      return try out.append(hasPoint ? "0" : ".0")
    }
    // There is no room for a digit behind the point.
    let length = Int(support_format_double(text, room, CChar(bitPattern: UInt8(ascii: "e")), max(digits, 1) - 1, alternate, value))
    try appendWithoutZeros(bytes, length, alternate: alternate, to: &out)
  }

  /// Text with an exponent, without the zeros at the end of its fraction.
  private func appendWithoutZeros(_ bytes: UnsafePointer<UInt8>, _ count: Int, alternate: Bool, to out: inout TextBuilder) throws(Raised) {
    var exponent = 0
    while exponent < count, bytes[exponent] != UInt8(ascii: "e") { exponent += 1 }
    var end = exponent
    var hasPoint = false
    for i in 0..<exponent where bytes[i] == UInt8(ascii: ".") { hasPoint = true }
    if hasPoint && !alternate {
      while bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
      if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    }
    try out.append(ascii: bytes, count: end)
    try out.append(ascii: bytes + exponent, count: count - exponent)
  }

  /// Puts zeros to a fraction that lacks some of `digits` significant digits: glibc forgets them where rounding makes the number longer.
  private func padded(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, to digits: Int) -> Int {
    var end = 0
    var significant = 0
    while end < count, bytes[end] != UInt8(ascii: "e") {
      if bytes[end] >= 49 && bytes[end] <= 57 || significant > 0 && bytes[end] == 48 { significant += 1 }
      end += 1
    }
    let missing = digits - significant
    if missing <= 0 { return count }
    for i in (end..<count).reversed() { bytes[i + missing] = bytes[i] }
    for i in 0..<missing { bytes[end + i] = 48 }
    return count + missing
  }

  /// Only a sign and digits, and perhaps a point behind them.
  private func isBare(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for i in 0..<count where bytes[i] != UInt8(ascii: "-") && (bytes[i] < 48 || bytes[i] > 57) {
      return i == count - 1 && bytes[i] == UInt8(ascii: ".")
    }
    return true
  }

  private func appendShortest(_ value: Double, alternate: Bool, addDotZero: Bool, to out: inout TextBuilder) throws(Raised) {
    if value.sign == .minus { try out.append(codePoint: 45) }
    if value == 0 { return try out.append(addDotZero ? "0.0" : alternate ? "0." : "0") }
    let decimal = ShortestDecimal(value.magnitude)
    let point = decimal.point
    // As `repr`: exponents from -4 to 15 are written out.
    if point > 16 || point < -3 { return try appendScientific(decimal, alternate: alternate, to: &out) }
    if point <= 0 {
      try out.append("0.")
      try out.append(repeating: 48, count: -point)
      try append(decimal, 0, decimal.count, to: &out)
    } else if point >= decimal.count {
      try append(decimal, 0, decimal.count, to: &out)
      try out.append(repeating: 48, count: point - decimal.count)
      if addDotZero || alternate { try out.append(addDotZero ? ".0" : ".") }
    } else {
      try append(decimal, 0, point, to: &out)
      try out.append(codePoint: 46)
      try append(decimal, point, decimal.count, to: &out)
    }
  }

  private func appendScientific(_ decimal: ShortestDecimal, alternate: Bool, to out: inout TextBuilder) throws(Raised) {
    try append(decimal, 0, 1, to: &out)
    if decimal.count > 1 || alternate {
      try out.append(codePoint: 46)
      try append(decimal, 1, decimal.count, to: &out)
    }
    let exponent = decimal.point - 1
    try out.append(exponent < 0 ? "e-" : "e+")
    if exponent.magnitude < 10 { try out.append(codePoint: 48) }
    try out.append(decimal: Int(exponent.magnitude))
  }

  private func append(_ decimal: ShortestDecimal, _ from: Int, _ to: Int, to out: inout TextBuilder) throws(Raised) {
    for i in from..<to { try out.append(codePoint: UInt32(48 + decimal[i])) }
  }
}

/// The shortest decimal that reads back as a double, 0.DIGITS * 10^point: at most 17 digits, packed into one word.
/// The digits are those of Swift's `description`, which has the same property as CPython's (shortest, and the closest of these).
private struct ShortestDecimal {
  /// The digits as a number.
  private var number: UInt64 = 0
  var count = 0
  var point = 0

  /// `value` is positive and finite.
  init(_ value: Double) {
    var zeros = 0
    var exponent = 0
    var exponentIsNegative = false
    var state = 0  // 0 before the point, 1 behind it, 2 in the exponent
    for c in value.description.utf8 {
      switch c {
      case UInt8(ascii: "."): state = 1
      case UInt8(ascii: "e"): state = 2
      case UInt8(ascii: "-"): exponentIsNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = UInt64(c - 48)
        if state == 2 {
          exponent = exponent * 10 + Int(digit)
        } else if digit == 0 {
          // Zeros count when a digit other than 0 follows, and before the point.
          if count > 0 { zeros += 1 } else if state == 1 { point -= 1 }
          if count > 0 && state == 0 { point += 1 }
        } else {
          while zeros > 0 { number *= 10; count += 1; zeros -= 1 }
          number = number * 10 + digit
          count += 1
          if state == 0 { point += 1 }
        }
      }
    }
    point += exponentIsNegative ? -exponent : exponent
  }

  /// The digit at `index`.
  subscript(index: Int) -> Int {
    var n = number
    for _ in index..<count - 1 { n /= 10 }
    return Int(n % 10)
  }
}

/// `value * 10^precision`, rounded to the nearest integer, half to even: exactly what C's printf shows for `%f`.
private struct FixedDecimal {
  let digits: UInt64

  @inline(__always)
  private static func power(_ precision: Int) -> UInt64 {
    switch precision {
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    default: 1_000_000_000
    }
  }

  /// nil if the precision is not 1 ... 9 or the value is not below 10^9.
  init?(_ value: Double, _ precision: Int) {
    guard precision >= 1, precision <= 9, value < 1e9 else { return nil }
    let exponent = Int(value.bitPattern >> 52)
    let fraction = value.bitPattern & (1 << 52 - 1)
    // value = (high, low) / 10^precision / 2^shift; the product has less than 84 bits, the shift is at least 23.
    let significand = exponent == 0 ? fraction : fraction | 1 << 52
    let shift = UInt64(1075 - max(exponent, 1))
    let (high, low) = significand.multipliedFullWidth(by: FixedDecimal.power(precision))
    if shift >= 85 {
      // Below a half.
      digits = 0
    } else if shift > 64 {
      let rest = high & (1 << (shift - 64) - 1)
      let half: UInt64 = 1 << (shift - 65)
      let whole = high >> (shift - 64)
      digits = whole + (rest > half || rest == half && (low > 0 || whole & 1 == 1) ? 1 : 0)
    } else if shift == 64 {
      let half: UInt64 = 1 << 63
      digits = high + (low > half || low == half && high & 1 == 1 ? 1 : 0)
    } else {
      let whole = high << (64 - shift) | low >> shift
      let rest = low & (1 << shift - 1)
      let half: UInt64 = 1 << (shift - 1)
      digits = whole + (rest > half || rest == half && whole & 1 == 1 ? 1 : 0)
    }
  }
}
