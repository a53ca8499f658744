import Runtime
import Testing

/// Orders of iteration are those of CPython 3.13 under PYTHONHASHSEED=0.
@Suite struct SetTests {
  static let words = [
    "the", "quick", "brown", "fox", "jumps", "over", "the", "lazy", "dog", "and", "runs", "away", "from", "big", "bad", "wolf", "while",
    "singing", "songs", "of", "ice", "fire",
  ]

  @Test func strsIterateInCPythonsOrder() throws {
    let host = try Host()
    let words = try host.list(Self.words)
    let set = try host.t.set()
    try host.t.setUpdate(set, Value(words))
    #expect(
      host.elements(set).map(host.text) == [
        "ice", "runs", "brown", "of", "over", "wolf", "quick", "bad", "fire", "big", "the", "and", "jumps", "lazy", "while", "away", "from",
        "fox", "singing", "songs", "dog",
      ])
    for word in Self.words.prefix(7) { _ = try host.t.setRemove(set, try host.str(word)) }
    #expect(
      host.elements(set).map(host.text) == [
        "ice", "runs", "of", "wolf", "bad", "fire", "big", "and", "lazy", "while", "away", "from", "singing", "songs", "dog",
      ])
  }

  @Test func popGoesOnWhereItStopped() throws {
    let host = try Host()
    let set = try host.t.set()
    for n in stride(from: 0, to: 60, by: 3) { try host.t.setAdd(set, Value(small: n)) }
    let order = host.elements(set).map(\.smallInt)
    var popped: [Int] = []
    while true {
      let v = host.t.setPop(set)
      if v.isNull { break }
      popped.append(v.smallInt)
    }
    #expect(popped == order)
    #expect(set.count == 0)
  }

  @Test func deletedEntriesDoNotHideOthers() throws {
    let host = try Host()
    let set = try host.t.set()
    // All of them begin their search at the same entry.
    let numbers = (0..<40).map { $0 << 20 }
    for n in numbers { try host.t.setAdd(set, Value(small: n)) }
    for n in numbers where n >> 20 % 2 == 0 { #expect(try host.t.setRemove(set, Value(small: n))) }
    for n in numbers { #expect(try host.t.setContains(set, Value(small: n)) == (n >> 20 % 2 == 1)) }
    #expect(set.count == 20)
    try host.t.setAdd(set, Value(small: 0))
    #expect(try host.t.setContains(set, Value(small: 0)))
  }

  @Test func mergingIntoAnEmptySetKeepsTheTable() throws {
    let host = try Host()
    let set = try host.t.set()
    for n in 0..<100 { try host.t.setAdd(set, Value(small: n * n % 251)) }
    let copy = try host.t.set()
    try host.t.setMerge(copy, set)
    #expect(host.elements(copy) == host.elements(set))
    #expect(copy.count == set.count)
  }
}
