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
    if left { while start < end && isStripped(s.codePoint(start), a[1]) { start += 1 } }
    if right { while end > start && isStripped(s.codePoint(end - 1), a[1]) { end -= 1 } }
    return try t.substring(s, start, end)
  }

  private static func isStripped(_ codePoint: UInt32, _ chars: Value) -> Bool {
    if chars.isNone { return UnicodeData.isSpace(codePoint) }
    let set = chars.unchecked(as: StrObject.self)
    for i in 0..<set.count where set.codePoint(i) == codePoint { return true }
    return false
  }
}
