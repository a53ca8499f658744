import Runtime
import Testing

/// The expected numbers are those of CPython 3.13 under PYTHONHASHSEED=0.
@Suite struct HashTests {
  @Test(arguments: [
    ("", 0), ("hello", -2_096_571_579_003_691_106), ("é", 6_047_309_291_227_476_195), ("日本", 6_243_316_497_235_261_705),
    ("😀", -3_536_540_696_076_613_844),
  ])
  func strsHashAsInCPython(text: String, expected: Int) throws {
    let host = try Host()
    #expect(host.t.hashOfStr(try host.str(text).unchecked()) == expected)
  }

  @Test func bytesHashAsStrsOfTheSameUnits() throws {
    let host = try Host()
    let bytes = try host.t.bytes(copying: Array("hello".utf8), count: 5)
    #expect(host.t.hashOfBytes(bytes.unchecked()) == -2_096_571_579_003_691_106)
  }

  @Test func tuplesHashAsInCPython() throws {
    let host = try Host()
    let t = host.t
    let numbers = try t.tuple(Value(small: 1), Value(small: 2), Value(small: 3))
    #expect(try t.hashOfTuple(numbers.unchecked()) == 529_344_067_295_497_451)
    #expect(try t.hashOfTuple(t.interpreter.emptyTuple.unchecked()) == 5_740_354_900_026_072_187)
    let texts = try t.tuple(try host.str("a"), try host.str("b"))
    #expect(try t.hashOfTuple(texts.unchecked()) == 7_372_137_184_884_179_083)
  }

  @Test func frozensetsHashAsInCPythonWhateverTheOrder() throws {
    let host = try Host()
    #expect(host.t.hashOfFrozenSet(try host.t.frozenset()) == 133_146_708_735_736)
    for order in [[1, 2, 3], [3, 1, 2], [2, 3, 1]] {
      let set = try host.t.frozenset()
      for n in order { try host.t.setAdd(set, Value(small: n)) }
      #expect(host.t.hashOfFrozenSet(set) == -272_375_401_224_217_160)
    }
  }
}
