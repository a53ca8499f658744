import Builtins
import Runtime
import Testing

@Suite struct BigIntTests {
  /// Reproducible numbers of many sizes, among them powers of two and their neighbours.
  struct Numbers {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
    mutating func int(_ t: Thread, bits: [Int] = [1, 30, 47, 48, 49, 62, 63, 64, 65, 127, 128, 129, 300, 1000, 5000]) throws -> Value {
      let width = bits[Int(next() % UInt64(bits.count))]
      var value = Value(small: 0)
      for _ in 0..<(width + 31) / 32 {
        value = try t.binary(.or, try t.binary(.leftShift, value, Value(small: 32)), Value(small: Int(next() & 0xFFFF_FFFF)))
      }
      value = try t.binary(.rightShift, value, Value(small: (width + 31) / 32 * 32 - width))
      switch next() % 5 {
      case 0: value = try t.binary(.leftShift, Value(small: 1), Value(small: width))
      case 1: value = try t.binary(.subtract, try t.binary(.leftShift, Value(small: 1), Value(small: width)), Value(small: 1))
      default: break
      }
      return next() & 1 == 0 ? value : try t.unary(.negative, value)
    }
  }

  private func equal(_ t: Thread, _ a: Value, _ b: Value) throws -> Bool { try t.equals(a, b) }

  @Test func ringLaws() throws {
    let t = try makeThread()
    var numbers = Numbers(state: 1)
    for _ in 0..<600 {
      let (a, b, c) = (try numbers.int(t), try numbers.int(t), try numbers.int(t))
      let sum = try t.binary(.add, a, b)
      #expect(try equal(t, try t.binary(.subtract, sum, b), a))
      let left = try t.binary(.multiply, sum, c)
      let right = try t.binary(.add, try t.binary(.multiply, a, c), try t.binary(.multiply, b, c))
      #expect(try equal(t, left, right))
    }
  }

  @Test func quotientAndRemainderAreFloored() throws {
    let t = try makeThread()
    var numbers = Numbers(state: 2)
    for _ in 0..<600 {
      let (a, b) = (try numbers.int(t), try numbers.int(t))
      if !(try t.truth(b)) { continue }
      let q = try t.binary(.floorDivide, a, b)
      let r = try t.binary(.remainder, a, b)
      #expect(try equal(t, try t.binary(.add, try t.binary(.multiply, q, b), r), a))
      let zero = Value(small: 0)
      if try t.isLess(zero, b) {
        #expect(try !t.isLess(r, zero) && t.isLess(r, b))
      } else {
        #expect(try !t.isLess(zero, r) && t.isLess(b, r))
      }
    }
  }

  /// Two's complement: a & b + a | b == a + b, a ^ b == (a | b) - (a & b), ~a == -a - 1.
  @Test func bitwiseLaws() throws {
    let t = try makeThread()
    var numbers = Numbers(state: 3)
    for _ in 0..<600 {
      let (a, b) = (try numbers.int(t), try numbers.int(t))
      let (and, or) = (try t.binary(.and, a, b), try t.binary(.or, a, b))
      #expect(try equal(t, try t.binary(.add, and, or), try t.binary(.add, a, b)))
      #expect(try equal(t, try t.binary(.xor, a, b), try t.binary(.subtract, or, and)))
      #expect(try equal(t, try t.unary(.invert, a), try t.binary(.subtract, try t.unary(.negative, a), Value(small: 1))))
    }
  }

  @Test func shiftsArePowersOfTwo() throws {
    let t = try makeThread()
    var numbers = Numbers(state: 4)
    for _ in 0..<300 {
      let a = try numbers.int(t)
      let n = Value(small: Int(numbers.next() % 300))
      let power = try t.binary(.power, Value(small: 2), n)
      #expect(try equal(t, try t.binary(.leftShift, a, n), try t.binary(.multiply, a, power)))
      #expect(try equal(t, try t.binary(.rightShift, a, n), try t.binary(.floorDivide, a, power)))
    }
  }

  @Test func decimalTextReadsBack() throws {
    let t = try makeThread()
    t.interpreter.maxStrDigits = 0
    var numbers = Numbers(state: 5)
    for _ in 0..<200 {
      let a = try numbers.int(t, bits: [48, 64, 200, 5000, 100_000])
      let text = try t.str(of: a)
      #expect(try equal(t, try t.call(Value(t.types.int), text), a))
    }
  }

  /// The values are CPython's.
  @Test func knownValues() throws {
    let t = try makeThread()
    let big = try t.binary(.power, Value(small: 3), Value(small: 100))
    #expect(try t.text(big) == "515377520732011331036461129765621272702107522001")
    #expect(try t.hash(big) == 1_175_369_268_131_054_105)
    #expect(try t.text(try t.power(big, Value(small: 12345), modulus: Value(small: 1_000_000_007))) == "742709011")
    #expect(try t.text(try t.binary(.trueDivide, big, Value(small: 7))) == "7.362536010457305e+46")
    #expect(try t.exceptionName { () throws(Raised) in _ = try t.binary(.floorDivide, big, Value(small: 0)) } == "ZeroDivisionError")
  }

  @Test func longOperationsInPieces() throws {
    let t = try makeThread()
    // 5 million bits: products and quotients are done in pieces.
    let a = try t.binary(.subtract, try t.binary(.leftShift, Value(small: 1), Value(small: 5_000_000)), Value(small: 1))
    let square = try t.binary(.multiply, a, a)
    // (2^n - 1)^2 = 2^2n - 2^(n+1) + 1
    let expected = try t.binary(
      .add,
      try t.binary(
        .subtract, try t.binary(.leftShift, Value(small: 1), Value(small: 10_000_000)),
        try t.binary(.leftShift, Value(small: 1), Value(small: 5_000_001))), Value(small: 1))
    #expect(try equal(t, square, expected))
    let b = try t.binary(.add, a, Value(small: 12345))
    let q = try t.binary(.floorDivide, square, b)
    let r = try t.binary(.remainder, square, b)
    #expect(try equal(t, try t.binary(.add, try t.binary(.multiply, q, b), r), square))
    #expect(try t.isLess(r, b))
  }
}
