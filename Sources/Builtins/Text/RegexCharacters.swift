/// What regular expressions ask about characters.
public enum RegexCharacters {
  public static func isDecimal(_ c: UInt32) -> Bool { UnicodeData.properties(c).contains(.decimal) }
  public static func isSpace(_ c: UInt32) -> Bool { UnicodeData.isSpace(c) }
  public static func isWord(_ c: UInt32) -> Bool {
    c == 95 || !UnicodeData.properties(c).isDisjoint(with: [.alpha, .decimal, .digit, .numeric])
  }
  public static func isLineBreak(_ c: UInt32) -> Bool { UnicodeData.isLineBreak(c) }
  /// The lowercase form that is one character, else the character itself.
  public static func lower(_ c: UInt32) -> UInt32 {
    let mapped = UnicodeData.map(c, .lower)
    return mapped.0
  }
  public static func upper(_ c: UInt32) -> UInt32 {
    let mapped = UnicodeData.map(c, .upper)
    return mapped.1 == 0 ? mapped.0 : c
  }
}
