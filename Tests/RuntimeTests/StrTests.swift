import Runtime
import Testing

@Suite struct StrTests {
  @Test(arguments: [("abc", 1, true), ("é", 1, false), ("aΩ", 2, false), ("a😀", 4, false), ("", 1, true)])
  func widthIsTheSmallest(text: String, width: Int, isASCII: Bool) throws {
    let host = try Host()
    let s = try host.str(text).unchecked(as: StrObject.self)
    #expect(Int(s.width) == width)
    #expect(s.isASCII == isASCII)
    #expect(host.text(Value(s)) == text)
  }

  @Test func substringsNarrow() throws {
    let host = try Host()
    let s = try host.str("日本abcé😀").unchecked(as: StrObject.self)
    let ascii = try host.t.substring(s, 2, 5)
    #expect(host.text(ascii) == "abc")
    #expect(ascii.unchecked(as: StrObject.self).isASCII)
    #expect(try host.t.substring(s, 2, 6).unchecked(as: StrObject.self).width == 1)
    #expect(try host.t.substring(s, 0, 3).unchecked(as: StrObject.self).width == 2)
  }

  @Test func oneCharacterStrsAreShared() throws {
    let host = try Host()
    #expect(try host.str("a") == host.t.interpreter.latin1[97])
    #expect(try host.t.substring(try host.str("cab").unchecked(), 1, 2) == host.t.interpreter.latin1[97])
  }

  @Test func surrogatesPassThroughUTF8() throws {
    let host = try Host()
    let bytes: [UInt8] = [0x61, 0xED, 0xA0, 0x80, 0x62]
    let s = try bytes.withUnsafeBufferPointer { try host.t.str(utf8: $0) }.unchecked(as: StrObject.self)
    #expect((0..<s.count).map { s.codePoint($0) } == [0x61, 0xD800, 0x62])
  }

  @Test func orderIsByCodePointsAcrossWidths() throws {
    let host = try Host()
    let ordered = ["", "a", "ab", "b", "é", "\u{FFFF}", "😀"]
    for (i, x) in ordered.enumerated() {
      for (j, y) in ordered.enumerated() {
        let order = host.t.strCompare(try host.str(x).unchecked(), try host.str(y).unchecked())
        #expect(order.signum() == (i - j).signum(), "\(x) against \(y)")
      }
    }
  }

  @Test func searchIgnoresMatchesBetweenUnits() throws {
    let host = try Host()
    // In memory (little endian): 34 12 | 56 34 | 12 56. The needle's bytes 12 56 also lie across the first two units.
    let text = try host.t.str(codePoints: [0x1234, 0x3456, 0x5612], count: 3).unchecked(as: StrObject.self)
    let needle = try host.t.str(codePoints: [0x5612], count: 1).unchecked(as: StrObject.self)
    let pair = try host.t.str(codePoints: [0x5612, 0x3412], count: 2).unchecked(as: StrObject.self)
    #expect(strFind(text, needle, 0, Int.max) == 2)
    #expect(strFind(text, pair, 0, Int.max) == -1)
  }

  @Test func searchesAgreeWithAPlainOne() throws {
    let host = try Host()
    let text = Array("abcabcabéabc日ab😀abcab".unicodeScalars)
    let s = try host.str(String(String.UnicodeScalarView(text))).unchecked(as: StrObject.self)
    for length in 0...4 {
      for from in 0...(text.count - length) {
        let part = Array(text[from..<(from + length)])
        let needle = try host.str(String(String.UnicodeScalarView(part))).unchecked(as: StrObject.self)
        let places = (0...(text.count - length)).filter { Array(text[$0..<($0 + length)]) == part }
        #expect(strFind(s, needle, 0, Int.max) == places.first)
        #expect(strFindLast(s, needle, 0, Int.max) == places.last)
        #expect(strFind(s, needle, from, Int.max) == from)
      }
    }
  }

  @Test func appendingSharesTheUnitsAndNeverDisturbsOthers() throws {
    let host = try Host()
    var s = try host.str(String(repeating: "x", count: 300))
    for _ in 0..<3 { s = try host.t.strConcat(s, try host.str("-")) }
    let whole = s.unchecked(as: StrObject.self)
    let one = try host.t.strConcat(s, try host.str("one")).unchecked(as: StrObject.self)
    let two = try host.t.strConcat(s, try host.str("two")).unchecked(as: StrObject.self)
    #expect(one.bytes == whole.bytes, "the first to append does so in place")
    #expect(two.bytes != whole.bytes, "the second finds the place taken")
    #expect(host.text(Value(whole)).suffix(4) == "x---")
    #expect(host.text(Value(one)).suffix(4) == "-one")
    #expect(host.text(Value(two)).suffix(4) == "-two")
    let wide = try host.t.strConcat(Value(one), try host.str("日")).unchecked(as: StrObject.self)
    #expect(wide.width == 2 && host.text(Value(wide)).suffix(4) == "one日")
  }

  @Test func repeatingDoublesUpToAnyCount() throws {
    let host = try Host()
    for times in [0, 1, 2, 7, 100] {
      let s = try host.t.strRepeat(try host.str("aé日").unchecked(), times)
      #expect(host.text(s) == String(repeating: "aé日", count: times))
    }
  }
}
