import CSupport
import Runtime

extension Thread {
  /// `int(text, base)`; ValueError for malformed text (which the message shows), and beyond the limit of decimal digits.
  ///
  /// - Parameters:
  ///   - source: the str or bytes the text comes from, for messages.
  ///   - base: 2 to 36, or 0 to go by the prefix.
  func parseInt(_ text: NumberText, base: Int, source: Value) throws(Raised) -> Value {
    var text = text
    // The text, its digits, and the number.
    if text.bytes.count > 1 << 16 { try checkRoom(bytes: 3 * text.bytes.count) }
    let isNegative = text.skipSign()
    var actual = base == 0 ? 10 : base
    let prefixed: Int? = text.peek() != UInt8(ascii: "0")
      ? nil : text.lower(1) == UInt8(ascii: "x") ? 16 : text.lower(1) == UInt8(ascii: "o") ? 8 : text.lower(1) == UInt8(ascii: "b") ? 2 : nil
    if let prefixed, base == 0 || base == prefixed {
      actual = prefixed
      text.position += 2
      if text.peek() == UInt8(ascii: "_") { text.position += 1 }
    }
    guard let digits = text.digits(base: actual), text.isAtEnd else { throw invalidLiteral(base, source) }
    if base == 0 && actual == 10 && digits.count > 1 && digits[0] == 0 && digits.contains(where: { $0 != 0 }) { throw invalidLiteral(base, source) }
    if actual & (actual - 1) != 0 {
      let limit = self.interpreter.maxStrDigits
      if limit > 0 && digits.count > limit {
        throw raise(
          .intTextTooLong, try int(limit), try int(digits.count))
      }
    }
    let magnitude = try digits.withUnsafeBufferPointer { (buffer) throws(Raised) in try number(buffer, base: actual) }
    return isNegative ? try unaryArithmetic(.negative, magnitude) : magnitude
  }

  private func invalidLiteral(_ base: Int, _ source: Value) -> Raised {
    do throws(Raised) {
      let text: Ref<StrObject> = try repr(source).unchecked()
      let shown = try substring(text, 0, min(text.count, 200))
      return raise(self.types.valueError, "invalid literal for int() with base %S: %S", Value(small: base), shown)
    } catch { return error }
  }

  /// The int with these digits. Long ones are put together from halves, with a poll after each piece.
  private func number(_ digits: UnsafeBufferPointer<UInt8>, base: Int) throws(Raised) -> Value {
    var start = 0
    while start < digits.count && digits[start] == 0 { start += 1 }
    let count = digits.count - start
    if count == 0 { return Value(small: 0) }
    if count <= 12 {
      var n = 0
      for i in start..<digits.count { n = n * base + Int(digits[i]) }
      return try int(n)
    }
    if count > 100_000 {
      try pollNative()
      let low = count / 2
      let high = UnsafeBufferPointer(rebasing: digits[start..<(digits.count - low)])
      let top = try number(high, base: base)
      let power = try intPower(IntOperand(base), IntOperand(low))
      let shifted = try intMultiply(IntOperand(top), IntOperand(power))
      let rest = try number(UnsafeBufferPointer(rebasing: digits[(digits.count - low)...]), base: base)
      return try intAdd(IntOperand(shifted), IntOperand(rest))
    }
    let bitsPerDigit = 64 - (base - 1).leadingZeroBitCount
    let result = try newInt(count * bitsPerDigit / 64 + 2)
    watchLimbs(count / 16)
    let limbs = support_limbs_from_digits(result.limbs, digits.baseAddress.unsafelyUnwrapped + start, count, Int32(base))
    if limbs < 0 { throw limbsGaveUp() }
    return finish(result, limbs, isNegative: false)
  }
}
