import Bytecode
import Glibc

/// Operators on constants, as far as the compiler computes them (CPython: Python/ast_opt.c, from 3.14 Python/flowgraph.c). Nil: it leaves
/// the operator to run time, because it raises, or because the result would be large.
enum ConstantFolding {
  private static let largestInteger = 128
  private static let largestCollection = 256
  private static let largestString = 4096
  private static let largestTotal = 1024

  /// A real and a complex number; nil where the real one counts as complex after all (CPython: Objects/complexobject.c).
  private static func mixedNumbers(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Constant? {
    switch (left, op, right) {
    case (.complex(let realBits, let imaginaryBits), _, _):
      guard let other = real(right) else { return nil }
      let (one, two) = (Double(bitPattern: realBits), Double(bitPattern: imaginaryBits))
      switch op {
      case .add: return .complex(one + other, two)
      case .subtract: return .complex(one - other, two)
      case .multiply: return .complex(one * other, two * other)
      case .divide where other != 0: return .complex(one / other, two / other)
      default: return nil
      }
    case (_, _, .complex(let realBits, let imaginaryBits)):
      guard let number = real(left) else { return nil }
      let (one, two) = (Double(bitPattern: realBits), Double(bitPattern: imaginaryBits))
      switch op {
      case .add: return .complex(number + one, two)
      case .subtract: return .complex(number - one, -two)
      case .multiply: return .complex(number * one, number * two)
      default: return nil
      }
    default: return nil
    }
  }

  static func unary(_ op: UnaryOperator, _ value: Constant) -> Constant? {
    if op == .not { return .bool(!value.isTrue) }
    if let number = WideInteger(value) {
      switch op {
      case .plus: return number.constant
      case .minus: return number.negated.constant
      default: return number.inverted.constant
      }
    }
    switch (op, value) {
    case (.plus, .float), (.plus, .complex): return value
    case (.minus, .float(let bits)): return .float(-Double(bitPattern: bits))
    case (.minus, .complex(let real, let imaginary)):
      return .complex(-Double(bitPattern: real), -Double(bitPattern: imaginary))
    default: return nil
    }
  }

  /// - Parameter mixed: a real number next to a complex one is no complex number without an imaginary part (from 3.14 on).
  static func binary(_ left: Constant, _ op: BinaryOperator, _ right: Constant, mixed: Bool) -> Constant? {
    if let one = WideInteger(left), let two = WideInteger(right) {
      if case .bool(let one) = left, case .bool(let two) = right {
        switch op {
        case .bitAnd: return .bool(one && two)
        case .bitOr: return .bool(one || two)
        case .bitXor: return .bool(one != two)
        default: break
        }
      }
      return integers(one, op, two)
    }
    switch op {
    case .multiply:
      if let count = WideInteger(left), let result = repeated(right, count) { return result }
      if let count = WideInteger(right), let result = repeated(left, count) { return result }
    case .add:
      switch (left, right) {
      case (.string(let one), .string(let two)):
        return .string(Text(unchecked: ByteString(Array(one.utf8) + Array(two.utf8)), isASCII: one.isASCII && two.isASCII))
      case (.bytes(let one), .bytes(let two)): return .bytes(ByteString(Array(one) + Array(two)))
      case (.tuple(let one), .tuple(let two)): return .tuple(one.items + two.items)
      default: break
      }
    default: break
    }
    if let one = real(left), let two = real(right) { return reals(one, op, two) }
    if mixed, let result = mixedNumbers(left, op, right) { return result }
    if let one = ComplexNumber(left), let two = ComplexNumber(right) { return one.applying(op, two) }
    return nil
  }

  // MARK: - Integers

  private static func integers(_ one: WideInteger, _ op: BinaryOperator, _ two: WideInteger) -> Constant? {
    switch op {
    case .add: return one.adding(two).constant
    case .subtract: return one.adding(two.negated).constant
    case .multiply:
      if !one.isZero, !two.isZero, one.bitCount + two.bitCount > largestInteger { return nil }
      return one.multiplied(two).constant
    case .floorDivide: return one.divided(two)?.quotient.constant
    case .modulo: return one.divided(two)?.remainder.constant
    case .divide:
      guard !two.isZero, let left = one.exactDouble, let right = two.exactDouble else { return nil }
      return .float(left / right)
    case .power: return power(one, two)
    case .leftShift:
      guard let count = two.small, count >= 0 else { return nil }
      if !one.isZero, count > largestInteger || one.bitCount + count > largestInteger { return nil }
      return one.isZero ? .integer(0) : one.shiftedLeft(count).constant
    case .rightShift:
      guard let count = two.small, count >= 0 else { return nil }
      return one.shiftedRight(count).constant
    case .bitAnd: return one.combined(two, &).constant
    case .bitOr: return one.combined(two, |).constant
    case .bitXor: return one.combined(two, ^).constant
    case .matrixMultiply: return nil
    }
  }

  private static func power(_ one: WideInteger, _ two: WideInteger) -> Constant? {
    guard let exponent = two.small else { return nil }
    if exponent < 0 {
      guard !one.isZero, let base = one.exactDouble else { return nil }
      return .float(pow(base, Double(exponent)))
    }
    if !one.isZero, exponent > 0, one.bitCount > largestInteger / exponent { return nil }
    if one.isZero { return .integer(exponent == 0 ? 1 : 0) }
    var result = WideInteger(1)
    for _ in 0..<exponent { result = result.multiplied(one) }
    return result.constant
  }

  // MARK: - Sequences

  /// The number of items left of a limit, those in tuples in tuples counted; negative if there are more.
  private static func rest(_ value: Constant, _ limit: Int) -> Int {
    guard case .tuple(let items) = value else { return limit }
    var limit = limit - items.items.count
    for item in items.items where limit >= 0 { limit = rest(item, limit) }
    return limit
  }

  private static func repeated(_ value: Constant, _ number: WideInteger) -> Constant? {
    switch value {
    case .tuple(let items):
      guard !items.items.isEmpty else { return number.small == nil ? nil : value }
      guard let count = number.small, 0...largestCollection / items.items.count ~= count else { return nil }
      if count > 0, rest(value, largestTotal / count) < 0 { return nil }
      return .tuple((0..<count).flatMap { _ in items.items })
    case .string(let text):
      let length = text.isASCII ? text.utf8.count : text.codePoints.reduce(0) { count, _ in count + 1 }
      guard length > 0 else { return number.small == nil ? nil : value }
      guard let count = number.small, 0...largestString / length ~= count else { return nil }
      return .string(Text(unchecked: ByteString((0..<count).flatMap { _ in text.utf8 }), isASCII: text.isASCII))
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return number.small == nil ? nil : value }
      guard let count = number.small, 0...largestString / bytes.count ~= count else { return nil }
      return .bytes(ByteString((0..<count).flatMap { _ in bytes }))
    default: return nil
    }
  }

  /// `value[index]`.
  static func `subscript`(_ value: Constant, _ index: Constant) -> Constant? {
    guard let wide = WideInteger(index), let small = wide.small else { return nil }
    func place(_ count: Int) -> Int? {
      let place = small < 0 ? small + count : small
      return 0..<count ~= place ? place : nil
    }
    switch value {
    case .tuple(let items): return place(items.items.count).map { items.items[$0] }
    case .bytes(let bytes): return place(bytes.count).map { .integer(Int64(Array(bytes)[$0])) }
    case .string(let text):
      let points = Array(text.codePoints)
      return place(points.count).flatMap { Text(codePoints: [points[$0]]) }.map { .string($0) }
    default: return nil
    }
  }

  // MARK: - Floats

  /// The value of a float, or of an int that mixes with one.
  private static func real(_ value: Constant) -> Double? {
    if case .float(let bits) = value { return Double(bitPattern: bits) }
    return WideInteger(value)?.exactDouble
  }

  private static func reals(_ one: Double, _ op: BinaryOperator, _ two: Double) -> Constant? {
    switch op {
    case .add: return .float(one + two)
    case .subtract: return .float(one - two)
    case .multiply: return .float(one * two)
    case .divide: return two == 0 ? nil : .float(one / two)
    case .floorDivide: return two == 0 ? nil : .float(floored(one, two).quotient)
    case .modulo: return two == 0 ? nil : .float(floored(one, two).remainder)
    case .power: return realPower(one, two)
    default: return nil
    }
  }

  private static func realPower(_ one: Double, _ two: Double) -> Constant? {
    if one == 0, two < 0 { return nil }
    if one < 0, one.isFinite, two.isFinite, two != two.rounded(.down) {
      return ComplexNumber(one, 0).power(ComplexNumber(two, 0)).map(\.constant)
    }
    let result = pow(one, two)
    return result.isInfinite && one.isFinite && two.isFinite ? nil : .float(result)
  }

  /// Quotient and remainder, rounded down (CPython: Objects/floatobject.c).
  private static func floored(_ one: Double, _ two: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(one, two)
    var quotient = (one - remainder) / two
    if remainder != 0 {
      if (two < 0) != (remainder < 0) {
        remainder += two
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: two, magnitudeOf: 0)
    }
    if quotient != 0 {
      var floored = quotient.rounded(.down)
      if quotient - floored > 0.5 { floored += 1 }
      return (floored, remainder)
    }
    return (Double(signOf: one / two, magnitudeOf: 0), remainder)
  }
}

/// A complex number while constants are folded.
struct ComplexNumber {
  let real: Double
  let imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  /// A number, or nil if the constant is none.
  init?(_ value: Constant) {
    switch value {
    case .complex(let real, let imaginary): self.init(Double(bitPattern: real), Double(bitPattern: imaginary))
    case .float(let bits): self.init(Double(bitPattern: bits), 0)
    default:
      guard let number = WideInteger(value)?.exactDouble else { return nil }
      self.init(number, 0)
    }
  }

  var constant: Constant { .complex(real, imaginary) }

  func applying(_ op: BinaryOperator, _ other: ComplexNumber) -> Constant? {
    switch op {
    case .add: return .complex(real + other.real, imaginary + other.imaginary)
    case .subtract: return .complex(real - other.real, imaginary - other.imaginary)
    case .multiply:
      return times(other).constant
    case .divide: return divided(by: other)?.constant
    case .power:
      guard let result = power(other), result.real.isFinite && result.imaginary.isFinite || !isFinite || !other.isFinite else { return nil }
      return result.constant
    default: return nil
    }
  }

  private var isFinite: Bool { real.isFinite && imaginary.isFinite }

  private func divided(by other: ComplexNumber) -> ComplexNumber? {
    if abs(other.real) >= abs(other.imaginary) {
      guard other.real != 0 else { return nil }
      let ratio = other.imaginary / other.real
      let divisor = other.real + other.imaginary * ratio
      return ComplexNumber((real + imaginary * ratio) / divisor, (imaginary - real * ratio) / divisor)
    }
    let ratio = other.real / other.imaginary
    let divisor = other.real * ratio + other.imaginary
    return ComplexNumber((real * ratio + imaginary) / divisor, (imaginary * ratio - real) / divisor)
  }

  /// The power with an exponent from 1 on, by multiplication.
  private func power(_ exponent: Int) -> ComplexNumber {
    var result = ComplexNumber(1, 0)
    var factor = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 != 0 { result = result.times(factor) }
      factor = factor.times(factor)
      rest >>= 1
    }
    return result
  }

  private func times(_ other: ComplexNumber) -> ComplexNumber {
    ComplexNumber(real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real)
  }

  func power(_ other: ComplexNumber) -> ComplexNumber? {
    if other.imaginary == 0, other.real == other.real.rounded(.down), abs(other.real) <= 100 {
      let exponent = Int(other.real)
      if exponent > 0 { return power(exponent) }
      return exponent == 0 ? ComplexNumber(1, 0) : ComplexNumber(1, 0).divided(by: power(-exponent))
    }
    if other.real == 0, other.imaginary == 0 { return ComplexNumber(1, 0) }
    if real == 0, imaginary == 0 { return other.imaginary != 0 || other.real < 0 ? nil : ComplexNumber(0, 0) }
    let magnitude = hypot(real, imaginary)
    var length = pow(magnitude, other.real)
    let angle = atan2(imaginary, real)
    var phase = angle * other.real
    if other.imaginary != 0 {
      length *= exp(-angle * other.imaginary)
      phase += other.imaginary * log(magnitude)
    }
    return ComplexNumber(length * cos(phase), length * sin(phase))
  }
}
