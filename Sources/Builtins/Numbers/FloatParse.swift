import Glibc
import Runtime

extension Thread {
  /// `float(text)`; ValueError ("could not convert string to float: ...").
  func parseFloat(_ text: NumberText, source: Value) throws(Raised) -> Double {
    if text.isAtEnd, has(.blankFloatShownEmpty) { throw raise(self.types.valueError, "could not convert string to float: ''") }
    var text = text
    let isNegative = text.skipSign()
    guard let digits = text.float(), text.isAtEnd else {
      throw raise(self.types.valueError, "could not convert string to float: %R", source)
    }
    let d = FloatText.value(digits)
    return isNegative ? -d : d
  }

  /// `complex(text)`; ValueError.
  func parseComplex(_ text: NumberText, source: Value) throws(Raised) -> Value {
    var text = text
    if text.hasMisplacedUnderscore { throw raise(self.types.valueError, "could not convert string to complex: %R", source) }
    let isParenthesized = text.skip("(")
    if isParenthesized { while text.peek() == 32 { text.position += 1 } }
    guard let parts = FloatText.complex(&text) else { throw malformedComplex() }
    if isParenthesized {
      while text.peek() == 32 { text.position += 1 }
      guard text.skip(")") else { throw malformedComplex() }
    }
    guard text.isAtEnd else { throw malformedComplex() }
    return try complex(parts.0, parts.1)
  }

  private func malformedComplex() -> Raised { raise(self.types.valueError, "complex() arg is a malformed string") }
}

enum FloatText {
  /// The double nearest to a decimal or hexadecimal literal that is known to be well formed.
  static func value(_ text: [UInt8]) -> Double {
    let terminated = text + [0]
    return terminated.withUnsafeBytes { strtod($0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self), nil) }
  }

  /// FLOAT, FLOAT j, j, or FLOAT SIGN [FLOAT] j, each FLOAT with an optional sign; nil if none of these is here.
  static func complex(_ text: inout NumberText) -> (Double, Double)? {
    let sign = text.skipSign() ? -1.0 : 1.0
    guard let first = text.float() else {
      return text.skip("j") ? (0, sign) : nil
    }
    let x = sign * value(first)
    if text.skip("j") { return (0, x) }
    guard text.peek() == UInt8(ascii: "+") || text.peek() == UInt8(ascii: "-") else { return (x, 0) }
    let secondSign = text.skipSign() ? -1.0 : 1.0
    let second = text.float()
    guard text.skip("j") else { return nil }
    return (x, second.map { secondSign * value($0) } ?? secondSign)
  }

  /// `float.fromhex`: [sign] [0x] HEX [. HEX] [p [sign] DECIMAL], inf or nan. nil if malformed.
  static func hexadecimal(_ text: inout NumberText) -> Double? {
    let isNegative = text.skipSign()
    let magnitude: Double?
    if text.skip(word: "infinity") || text.skip(word: "inf") {
      magnitude = .infinity
    } else if text.skip(word: "nan") {
      magnitude = .nan
    } else {
      magnitude = hexadecimalDigits(&text)
    }
    guard let magnitude, text.isAtEnd else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func hexadecimalDigits(_ text: inout NumberText) -> Double? {
    if text.peek() == 48 && text.lower(1) == UInt8(ascii: "x") { text.position += 2 }
    var literal = Array("0x".utf8)
    var digits = 0
    var hasPoint = false
    while true {
      let b = text.peek()
      if NumberText.digit(b) < 16 {
        digits += 1
      } else if b == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      literal.append(b)
      text.position += 1
    }
    if digits == 0 { return nil }
    if text.skip("p") {
      literal.append(UInt8(ascii: "p"))
      if text.skipSign() { literal.append(UInt8(ascii: "-")) }
      let start = literal.count
      while NumberText.digit(text.peek()) < 10 {
        literal.append(text.peek())
        text.position += 1
      }
      if literal.count == start { return nil }
    }
    return value(literal)
  }
}
