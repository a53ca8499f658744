import Bytecode
import Testing

@Suite struct ReprTests {
  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (1e15, "1000000000000000.0"), (1e16, "1e+16"), (0.0001, "0.0001"),
    (0.00001, "1e-05"), (123456789012345680, "1.2345678901234568e+17"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (0.1, "0.1"), (-2.5, "-2.5"), (.infinity, "inf"),
    (-.infinity, "-inf"), (.nan, "nan"), (12345678.9, "12345678.9"), (1e100, "1e+100"),
  ] as [(Double, String)])
  func floats(_ value: Double, _ text: String) {
    #expect(PythonRepr.string(.float(value)) == text)
  }

  @Test func complexNumbers() {
    #expect(PythonRepr.string(.complex(0, 1)) == "1j")
    #expect(PythonRepr.string(.complex(-0.0, -2)) == "(-0-2j)")
    #expect(PythonRepr.string(.complex(1.5, .nan)) == "(1.5+nanj)")
  }

  @Test func integers() {
    #expect(PythonRepr.string(.integer(Int64.min)) == "-9223372036854775808")
    #expect(PythonRepr.string(.integer(isNegative: false, limbs: [0, 1])) == "18446744073709551616")
    #expect(PythonRepr.string(.integer(isNegative: true, limbs: [0, 0, 1])) == "-340282366920938463463374607431768211456")
    // 10^19 has a chunk of zeros when it is divided by itself.
    #expect(PythonRepr.string(.integer(isNegative: false, limbs: [10_000_000_000_000_000_000])) == "10000000000000000000")
  }

  /// Numbers of all lengths, around the places where they get a digit more.
  @Test func lengthsOfIntegers() {
    var power: Int64 = 1
    for _ in 0..<18 {
      for value in [power - 1, power, power + 1, -power, 1 - power] { #expect(PythonRepr.string(.integer(value)) == "\(value)") }
      power *= 10
    }
    for value in 0...1000 as ClosedRange<Int64> { #expect(PythonRepr.string(.integer(value)) == "\(value)") }
  }

  /// Texts are copied in pieces up to what needs an escape: each such character at each place of texts of each length.
  @Test(arguments: [("\n", "\\n"), ("\\", "\\\\"), ("\u{7F}", "\\x7f"), ("\u{1F}", "\\x1f"), ("é", "é"), ("\u{80}", "\\x80"), ("~", "~"), (" ", " ")])
  func escapesAtAllPlaces(_ character: String, _ escape: String) {
    for length in 0...34 {
      for place in 0...length {
        let (before, behind) = (String(repeating: "x", count: place), String(repeating: "y", count: length - place))
        #expect(PythonRepr.string(.string(Text(before + character + behind))) == "'\(before)\(escape)\(behind)'")
        #expect(PythonRepr.string(.string(Text(before + "'" + behind + character))) == "\"\(before)'\(behind)\(escape)\"")
      }
    }
    for place in 1020...1030 {
      let before = String(repeating: "x", count: place)
      #expect(PythonRepr.string(.string(Text(before + character + before))) == "'\(before)\(escape)\(before)'")
    }
  }

  @Test func strings() {
    #expect(PythonRepr.string(.string("it's")) == "\"it's\"")
    #expect(PythonRepr.string(.string("it's \"so\"")) == "'it\\'s \"so\"'")
    #expect(PythonRepr.string(.string("a\u{0}\t\u{7F}\u{E9}\u{AD}\u{2028}\u{1F600}")) == "'a\\x00\\t\\x7fé\\xad\\u2028😀'")
    #expect(Text(codePoints: [0xDC80]).map { PythonRepr.string(.string($0)) } == "'\\udc80'")
    #expect(PythonRepr.string(.bytes([0x27, 0x22, 0xFF])) == "b'\\'\"\\xff'")
  }

  /// CPython 3.13 under PYTHONHASHSEED=0 prints these orders.
  @Test func setsIterateAsInCPython() {
    let letters = ["a", "b", "c", "d", "e", "f", "g"].map { Constant.string(Text($0)) }
    #expect(PythonRepr.string(.frozenset(letters)) == "frozenset({'d', 'f', 'g', 'b', 'c', 'a', 'e'})")
    #expect(PythonRepr.string(.frozenset([-1, -2, 8, 0, 16].map { Constant.integer($0) })) == "frozenset({0, 8, 16, -2, -1})")
    #expect(PythonRepr.string(.frozenset([])) == "frozenset()")
  }

  /// Items made to collide end in their own order, in a time that does not grow with their square.
  @Test func collidingItems() {
    let modulus: UInt64 = (1 << 61) - 1
    let items = (1...60_000 as ClosedRange<UInt64>).map { factor in
      let product = modulus.multipliedFullWidth(by: factor)
      return Constant.integer(isNegative: false, limbs: [product.low, product.high])
    }
    let text = PythonRepr.string(.frozenset(items))
    #expect(text.hasPrefix("frozenset({2305843009213693951, 4611686018427387902, "))
  }
}
