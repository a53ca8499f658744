// Numbers from short texts without blanks, underscores and other ornaments: what most texts of numbers are. Everything else is the work of the
// general parser.

import Glibc

extension Thread {
  /// The int that an optional sign and up to 14 decimal digits make; null for every other text.
  func shortInt(_ s: Ref<StrObject>) -> Value {
    let count = s.count
    if !s.isASCII || count == 0 || count > 15 { return .null }
    let bytes = s.bytes
    let isNegative = bytes[0] == 45
    var i = isNegative || bytes[0] == 43 ? 1 : 0
    if i == count || count &- i > 14 { return .null }
    var n = 0
    while i < count {
      let digit = bytes[i] &- 48
      if digit > 9 { return .null }
      n = n &* 10 &+ Int(digit)
      i &+= 1
    }
    return Value(small: isNegative ? -n : n)
  }

  /// The float of a text that is known to be a sign, digits and a point, not more than 30.
  private func longFloat(_ s: Ref<StrObject>) -> Value {
    var room = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    return withUnsafeMutableBytes(of: &room) { buffer in
      let text = buffer.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self)
      memcpy(text, s.bytes, s.count)
      return Value(nonNaN: strtod(text, nil))
    }
  }

  /// The float that an optional sign, up to 15 decimal digits and a point among them make; null for every other text.
  ///
  /// The digits as an int and the power of ten are exact doubles then, so that their quotient is the double nearest to the text
  /// (W. D. Clinger, "How to Read Floating Point Numbers Accurately", 1990).
  func shortFloat(_ s: Ref<StrObject>) -> Value {
    let count = s.count
    if !s.isASCII || count == 0 || count > 30 { return .null }
    let bytes = s.bytes
    let isNegative = bytes[0] == 45
    var i = isNegative || bytes[0] == 43 ? 1 : 0
    var n = 0
    var digits = 0
    var fraction = -1
    while i < count {
      let digit = bytes[i] &- 48
      if digit <= 9 {
        n = digits < 15 ? n &* 10 &+ Int(digit) : n
        digits &+= 1
        if fraction >= 0 { fraction &+= 1 }
      } else if bytes[i] == 46 && fraction < 0 {
        fraction = 0
      } else {
        return .null
      }
      i &+= 1
    }
    if digits == 0 { return .null }
    if digits > 15 { return longFloat(s) }
    var power = 1.0
    for _ in 0..<max(0, fraction) { power *= 10 }
    let magnitude = Double(n) / power
    return Value(nonNaN: isNegative ? -magnitude : magnitude)
  }
}
