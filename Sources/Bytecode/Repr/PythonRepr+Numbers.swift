extension PythonRepr {
  /// The most decimal digits where CPython has no limit: converting takes time that grows with their square.
  private static let manyDigits = 20000

  mutating func append(_ value: Int64) {
    if value < 0 { append("-") }
    append(value.magnitude)
  }

  @inline(__always)
  mutating func append(_ value: UInt64) { output.append(value) }

  /// `0x` and 16 digits.
  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// In decimal up to the number of digits that CPython converts (its `repr` of a larger int raises ValueError), else
  /// in hexadecimal.
  mutating func append(_ value: BigInteger) {
    defer { if strings == .bytes { append("L") } }
    if value.limbs.isEmpty { return append("0") }
    if value.isNegative { append("-") }
    // 64 bits are 19.27 decimal digits.
    let limit = rules.intDigits == 0 ? PythonRepr.manyDigits : rules.intDigits
    if value.limbs.count <= limit / 19 + 1 {
      let digits = PythonRepr.decimalDigits(value.limbs)
      if digits.count <= limit {
        output.append(digits)
        return
      }
    }
    append("0x")
    for (index, limb) in value.limbs.reversed().enumerated() {
      let text = String(limb, radix: 16)
      if index > 0 { output.append(repeating: UInt8(ascii: "0"), count: 16 - text.utf8.count) }
      output.append(text)
    }
  }

  /// Repeated division by 10^19; quadratic, for few limbs.
  private static func decimalDigits(_ limbs: [UInt64]) -> [UInt8] {
    let chunk: UInt64 = 10_000_000_000_000_000_000
    var rest = limbs
    var digits: [UInt8] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        (rest[index], remainder) = chunk.dividingFullWidth((remainder, rest[index]))
      }
      while rest.last == 0 { rest.removeLast() }
      for _ in 0..<19 where !(rest.isEmpty && remainder == 0) {
        digits.append(UInt8(ascii: "0") + UInt8(remainder % 10))
        remainder /= 10
      }
    }
    return digits.reversed()
  }

  /// The shortest decimal that reads back as `value`: in positional form for exponents from -4 to 15, else in
  /// scientific form (CPython: Python/pystrtod.c, format code `r`). With `integralSuffix`, integers end in `.0`.
  public mutating func append(float value: Double, integralSuffix: Bool) {
    guard value.isFinite else {
      append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
      return
    }
    if value.sign == .minus { append("-") }
    let (digits, point) = PythonRepr.shortestDigits(value.magnitude)
    let exponent = point - 1
    if exponent < -4 || exponent >= 16 {
      appendScientific(digits, exponent: exponent)
    } else if point <= 0 {
      append("0.")
      output.append(repeating: UInt8(ascii: "0"), count: -point)
      output.append(digits)
    } else if point >= digits.count {
      output.append(digits)
      output.append(repeating: UInt8(ascii: "0"), count: point - digits.count)
      if integralSuffix { append(".0") }
    } else {
      output.append(Array(digits[..<point]))
      append(".")
      output.append(Array(digits[point...]))
    }
  }

  private mutating func appendScientific(_ digits: [UInt8], exponent: Int) {
    output.append(digits[0])
    if digits.count > 1 {
      append(".")
      output.append(Array(digits[1...]))
    }
    append(exponent < 0 ? "e-" : "e+")
    if abs(exponent) < 10 { append("0") }
    append(UInt64(abs(exponent)))
  }

  /// The shortest digits d1 d2 ... and the place p of the decimal point, so that the value is 0.d1d2... * 10^p.
  private static func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
    if value == 0 { return ([UInt8(ascii: "0")], 1) }
    // Swift's description has the same shortest digits, in a form of its own.
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = value.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(text[text.index(after: mark)...]) ?? "") ?? 0
      text = text[..<mark]
    }
    for character in text {
      if character == UInt8(ascii: ".") { point = digits.count } else { digits.append(character) }
    }
    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let place = (point ?? digits.count) - leadingZeros + exponent
    digits.removeFirst(leadingZeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, place)
  }

  /// CPython: Objects/complexobject.c, `complex_repr`.
  mutating func append(real: Double, imaginary: Double) {
    if real == 0 && real.sign == .plus {
      append(float: imaginary, integralSuffix: false)
      append("j")
      return
    }
    append("(")
    append(float: real, integralSuffix: false)
    if imaginary.isNaN || imaginary.sign == .plus { append("+") }
    append(float: imaginary, integralSuffix: false)
    append("j)")
  }
}
