import Runtime

/// `str.strip`, `lstrip`, `rstrip`.
enum StrStripping {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "strip(self, chars=None, /)",
      """
      Return a copy of the string with leading and trailing whitespace removed.

      If chars is given and not None, remove characters in chars instead.
      """
    ) { t, a throws(Raised) in try StrStripping.strip(t, a, "strip", left: true, right: true) },
    .init(
      "lstrip(self, chars=None, /)",
      """
      Return a copy of the string with leading whitespace removed.

      If chars is given and not None, remove characters in chars instead.
      """
    ) { t, a throws(Raised) in try StrStripping.strip(t, a, "lstrip", left: true, right: false) },
    .init(
      "rstrip(self, chars=None, /)",
      """
      Return a copy of the string with trailing whitespace removed.

      If chars is given and not None, remove characters in chars instead.
      """
    ) { t, a throws(Raised) in try StrStripping.strip(t, a, "rstrip", left: false, right: true) },
  ]

  private static func strip(_ t: Thread, _ a: Slots, _ name: StaticString, left: Bool, right: Bool) throws(Raised) -> Value {
    let s = a[0].unchecked(as: StrObject.self)
    guard a[1].isNone || a[1].isKind(.str) else {
      throw t.raise(t.types.typeError, "%S arg must be None or str", try t.str(name))
    }
    var start = 0
    var end = s.count
    if a[1].isNone && s.isASCII {
      let units = s.units8
      if left { while start < end && units[start] <= 32 && UnicodeData.isSpace(UInt32(units[start])) { start &+= 1 } }
      if right { while end > start && units[end - 1] <= 32 && UnicodeData.isSpace(UInt32(units[end - 1])) { end &-= 1 } }
      return try t.substring(s, start, end)
    }
    if a[1].isNone {
      if left { while start < end && UnicodeData.isSpace(s.codePoint(start)) { start += 1 } }
      if right { while end > start && UnicodeData.isSpace(s.codePoint(end - 1)) { end -= 1 } }
    } else {
      let chars = CharacterSet(a[1].unchecked())
      if left { while start < end, try chars.contains(t, s.codePoint(start)) { start += 1 } }
      if right { while end > start, try chars.contains(t, s.codePoint(end - 1)) { end -= 1 } }
    }
    return try t.substring(s, start, end)
  }
}

/// The characters of a str, to be asked for one by one: those below 256 are bits, others are looked for.
private struct CharacterSet {
  private let text: Ref<StrObject>
  private var narrow = SIMD4<UInt64>(repeating: 0)

  init(_ text: Ref<StrObject>) {
    self.text = text
    for i in 0..<text.count {
      let codePoint = text.codePoint(i)
      if codePoint < 256 { narrow[Int(codePoint >> 6)] |= 1 << UInt64(codePoint & 63) }
    }
  }

  func contains(_ t: Thread, _ codePoint: UInt32) throws(Raised) -> Bool {
    if codePoint < 256 { return narrow[Int(codePoint >> 6)] >> UInt64(codePoint & 63) & 1 == 1 }
    if text.width == 1 { return false }
    if text.count > 1000 { try t.pollNative() }
    for i in 0..<text.count where text.codePoint(i) == codePoint { return true }
    return false
  }
}
