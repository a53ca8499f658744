import CSupport

// Digits of ints.

extension Thread {
  /// Appends an int of any kind: '-' and digits in base 2 to 36, lower case, no prefix. Base 10 has a limit of digits
  /// (`sys.set_int_max_str_digits`): ValueError.
  public func append(int v: Value, base: Int, to out: inout TextBuilder) throws(Raised) {
    if base == 10 && v.isSmallInt { return try out.append(decimal: v.smallInt) }
    let a = IntOperand(v)
    if a.isNegative { try out.append(codePoint: 45) }
    if a.count == 0 { return try out.append(codePoint: 48) }
    if base == 10 { try checkDigits(bits: a.bitLength) }
    if base & (base - 1) == 0 { return try appendPowerOfTwo(a, bits: base.trailingZeroBitCount, to: &out) }
    let digits = try digitsOf(a, base: base)
    if base == 10 { try checkDigits(count: digits.count) }
    for i in 0..<digits.count {
      let d = digits.bytes[i]
      digits.bytes[i] = d < 10 ? 48 + d : 87 + d
    }
    try out.append(ascii: digits.bytes, count: digits.count)
  }

  /// Decimal digits that this many bits need at least, against the limit: refused before they are computed.
  private func checkDigits(bits: Int) throws(Raised) {
    let limit = self.interpreter.maxStrDigits
    // 3.3219... bits per digit.
    if limit > 0 && bits > 2130 && bits * 3 / 10 - 1 > limit { throw tooManyDigits() }
  }

  func checkDigits(count: Int) throws(Raised) {
    let limit = self.interpreter.maxStrDigits
    if limit > 0 && count > limit { throw tooManyDigits() }
  }

  private func tooManyDigits() -> Raised {
    do throws(Raised) {
      return raise(
        .intTooLongForText, try int(self.interpreter.maxStrDigits))
    } catch {
      return error
    }
  }

  private func appendPowerOfTwo(_ a: IntOperand, bits: Int, to out: inout TextBuilder) throws(Raised) {
    var position = (a.bitLength + bits - 1) / bits * bits
    while position > 0 {
      position -= bits
      let digit = UInt32(a.window(from: position) & (1 << UInt64(bits) - 1))
      try out.append(codePoint: digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  /// Digit values of the magnitude (count at least 1), most significant first, in a buffer of the heap.
  private func digitsOf(_ a: IntOperand, base: Int) throws(Raised) -> (bytes: UnsafeMutablePointer<UInt8>, count: Int) {
    // Every base has at least as many bits per digit as its logarithm rounded down.
    let bitsPerDigit = 63 - UInt64(base).leadingZeroBitCount
    let room = a.bitLength / bitsPerDigit + 2
    let buffer: Ref<BufferObject> = try allocate(bytes: MemoryLayout<BufferObject>.size + room, kind: .rawBuffer, type: .none, tracedWords: 0)
    let bytes = buffer.trailing(UInt8.self)
    if a.count > longConversion { return (bytes, try digitsOfLong(a, base: base, into: bytes)) }
    let copy = try newInt(a.count)
    for i in 0..<a.count { copy.limbs[i] = a[i] }
    watchLimbs(a.count)
    let count = support_limbs_to_digits(bytes, Int32(base), copy.limbs, a.count)
    if count < 0 { throw limbsGaveUp() }
    var leading = 0
    while leading < count - 1 && bytes[leading] == 0 { leading += 1 }
    return (bytes + leading, count - leading)
  }

  /// Splits at powers base^(2^k) so that no piece takes long, with a poll after each piece. Returns the number of digits.
  private func digitsOfLong(_ a: IntOperand, base: Int, into bytes: UnsafeMutablePointer<UInt8>) throws(Raised) -> Int {
    var magnitude = a
    magnitude.isNegative = false
    let powers = try list()
    // The first power has about half the limbs of a piece.
    var exponent = longConversion * 32 / (64 - UInt64(base).leadingZeroBitCount)
    let first = exponent
    try append(powers, try intPower(IntOperand(base), IntOperand(exponent)))
    while IntOperand(powers.items[powers.count - 1]).count * 2 <= magnitude.count + 1 {
      let last = IntOperand(powers.items[powers.count - 1])
      try append(powers, try intMultiply(last, last))
      exponent *= 2
    }
    let writer = DigitWriter(t: self, base: base, powers: powers, firstExponent: first)
    return try writer.write(try int(magnitude), level: powers.count - 1, width: 0, to: bytes)
  }
}

/// Writes the digits of long ints by halves.
private struct DigitWriter {
  let t: Thread
  let base: Int
  let powers: Ref<ListObject>
  let firstExponent: Int

  /// Writes at least `width` digits; returns how many.
  func write(_ v: Value, level: Int, width: Int, to bytes: UnsafeMutablePointer<UInt8>) throws(Raised) -> Int {
    let a = IntOperand(v)
    if level < 0 || a.count <= longConversion / 2 { return try writePiece(a, width: width, to: bytes) }
    let low = firstExponent << level
    let parts = try t.intDivide(a, IntOperand(powers.items[level]))
    if IntOperand(parts.first).count == 0 && width == 0 { return try write(parts.second, level: level - 1, width: 0, to: bytes) }
    let count = try write(parts.first, level: level - 1, width: max(width - low, 0), to: bytes)
    return count + (try write(parts.second, level: level - 1, width: low, to: bytes + count))
  }

  private func writePiece(_ a: IntOperand, width: Int, to bytes: UnsafeMutablePointer<UInt8>) throws(Raised) -> Int {
    try t.pollNative()
    let bitsPerDigit = 63 - UInt64(base).leadingZeroBitCount
    let room = a.bitLength / bitsPerDigit + 2
    let buffer: Ref<BufferObject> = try t.allocate(bytes: MemoryLayout<BufferObject>.size + room, kind: .rawBuffer, type: .none, tracedWords: 0)
    let digits = buffer.trailing(UInt8.self)
    var count = 0
    if a.count > 0 {
      let copy = try t.newInt(a.count)
      for i in 0..<a.count { copy.limbs[i] = a[i] }
      count = support_limbs_to_digits(digits, Int32(base), copy.limbs, a.count)
      if count < 0 { throw t.raiseMemoryError() }
    }
    var leading = 0
    while leading < count && digits[leading] == 0 { leading += 1 }
    let significant = count - leading
    let padding = max(width - significant, 0)
    bytes.update(repeating: 0, count: padding)
    (bytes + padding).update(from: digits + leading, count: significant)
    return padding + significant
  }
}

/// Ints above this many limbs are converted to digits in pieces.
private let longConversion = 1 << 14
