import Runtime
import Testing

@Suite struct DictTests {
  @Test func keepsTheOrderOfInsertionThroughDeletionsAndGrowth() throws {
    let host = try Host()
    let dict = try host.t.dict()
    var model: [(key: Int, value: Int)] = []
    var seed: UInt32 = 1
    for step in 0..<3000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      let key = Int(seed >> 16) % 200
      let at = model.firstIndex { $0.key == key }
      if seed >> 8 & 3 == 0 {
        #expect(try host.t.dictDelete(dict, Value(small: key)) == (at != nil))
        if let at { model.remove(at: at) }
      } else {
        try host.t.dictSet(dict, Value(small: key), Value(small: step))
        if let at { model[at].value = step } else { model.append((key, step)) }
      }
    }
    #expect(dict.count == model.count)
    #expect(host.keys(dict).map(\.smallInt) == model.map(\.key))
    for item in model { #expect(try host.t.dictGet(dict, Value(small: item.key)).smallInt == item.value) }
    #expect(try host.t.dictGet(dict, Value(small: 1000)).isNull)
  }

  @Test func insertingAndPoppingTheLastItemNeverFillsTheIndex() throws {
    let host = try Host()
    let dict = try host.t.dict()
    for n in 0..<8 { try host.t.dictSet(dict, Value(small: n), .none) }
    for n in 100..<2000 {
      try host.t.dictSet(dict, Value(small: n), Value(small: n))
      #expect(host.t.dictPopLast(dict)?.key.smallInt == n)
      #expect(try host.t.dictGet(dict, Value(small: n)).isNull)
    }
    #expect(host.keys(dict).map(\.smallInt) == Array(0..<8))
  }

  @Test(arguments: [3, 40]) func findsStrsByTextWhetherInternedOrNot(size: Int) throws {
    let host = try Host()
    let dict = try host.t.dict()
    for n in 0..<size { try host.t.dictSet(dict, try host.str("name\(n)"), Value(small: n)) }
    for n in 0..<size {
      let interned = host.t.intern(try host.str("name\(n)"))
      #expect(host.t.dictGet(dict, interned: interned).smallInt == n)
      #expect(try host.t.dictGet(dict, try host.str("name\(n)")).smallInt == n)
    }
    #expect(host.t.dictGet(dict, interned: host.t.intern(try host.str("other"))).isNull)
  }

  @Test func equalNumbersAreOneKey() throws {
    let host = try Host()
    let dict = try host.t.dict()
    try host.t.dictSet(dict, Value(small: 1), try host.str("int"))
    try host.t.dictSet(dict, try host.t.float(1), try host.str("float"))
    try host.t.dictSet(dict, .true, try host.str("bool"))
    #expect(host.keys(dict) == [Value(small: 1)])
    #expect(host.text(try host.t.dictGet(dict, Value(small: 1))) == "bool")
  }

  @Test func versionChangesWithKeysOnly() throws {
    let host = try Host()
    let dict = try host.t.dict()
    try host.t.dictSet(dict, Value(small: 1), .none)
    let first = dict.version
    try host.t.dictSet(dict, Value(small: 1), .true)
    #expect(dict.version == first)
    try host.t.dictSet(dict, Value(small: 2), .none)
    let second = dict.version
    #expect(second != first)
    _ = try host.t.dictDelete(dict, Value(small: 2))
    #expect(dict.version != second && dict.version != first)
  }
}
