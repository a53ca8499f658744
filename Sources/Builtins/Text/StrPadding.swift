import Glibc
import Runtime

/// `str.center`, `ljust`, `rjust`, `zfill`, `expandtabs`.
enum StrPadding {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "center(self, width, fillchar=' ', /)",
      "Return a centered string of length width.\n\nPadding is done using the specified fill character (default is a space)."
    ) { t, a throws(Raised) in
      let width = max(try t.sizeArgument(a[1]), 0)
      let fill = try StrPadding.fillCharacter(t, a[2])
      let margin = width - a[0].unchecked(as: StrObject.self).count
      if margin <= 0 { return try StrSupport.plain(t, a[0]) }
      let left = margin / 2 + (margin & width & 1)
      return try StrPadding.pad(t, a[0], left, margin - left, fill)
    },
    .init(
      "ljust(self, width, fillchar=' ', /)",
      "Return a left-justified string of length width.\n\nPadding is done using the specified fill character (default is a space)."
    ) { t, a throws(Raised) in
      let margin = max(try t.sizeArgument(a[1]), 0) - a[0].unchecked(as: StrObject.self).count
      return try StrPadding.pad(t, a[0], 0, margin, try StrPadding.fillCharacter(t, a[2]))
    },
    .init(
      "rjust(self, width, fillchar=' ', /)",
      "Return a right-justified string of length width.\n\nPadding is done using the specified fill character (default is a space)."
    ) { t, a throws(Raised) in
      let margin = max(try t.sizeArgument(a[1]), 0) - a[0].unchecked(as: StrObject.self).count
      return try StrPadding.pad(t, a[0], margin, 0, try StrPadding.fillCharacter(t, a[2]))
    },
    .init(
      "zfill(self, width, /)",
      "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe string is never truncated."
    ) { t, a throws(Raised) in try StrPadding.fillZeros(t, a[0], max(try t.sizeArgument(a[1]), 0)) },
    .init(
      "expandtabs(self, /, tabsize=8)",
      "Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed."
    ) { t, a throws(Raised) in try StrPadding.expandTabs(t, a[0], try StrPadding.tabSize(t, a[1])) },
  ]

  private static func fillCharacter(_ t: Thread, _ v: Value) throws(Raised) -> UInt32 {
    guard v.isKind(.str) else { throw t.raise(t.types.typeError, "The fill character must be a unicode character, not %T", v) }
    let s = v.unchecked(as: StrObject.self)
    guard s.count == 1 else { throw t.raise(t.types.typeError, "The fill character must be exactly one character long") }
    return s.codePoint(0)
  }

  /// The text with `left` and `right` fill characters around it (not more than 0: none).
  private static func pad(_ t: Thread, _ v: Value, _ left: Int, _ right: Int, _ fill: UInt32) throws(Raised) -> Value {
    if left <= 0 && right <= 0 { return try StrSupport.plain(t, v) }
    if max(left, right) > 1 << 40 { throw t.raiseMemoryError() }
    let s = v.unchecked(as: StrObject.self)
    let total = max(0, left) + s.count + max(0, right)
    if s.isASCII && fill < 0x80 && total > 1 {
      let result = try t.newStr(count: total, width: 1, isASCII: true)
      let units = result.units8
      memset(units, Int32(fill), max(0, left))
      memcpy(units + max(0, left), s.units8, s.count)
      memset(units + max(0, left) + s.count, Int32(fill), max(0, right))
      return Value(result)
    }
    var text = TextBuilder(t)
    try text.append(repeating: fill, count: left)
    try text.append(v)
    try text.append(repeating: fill, count: right)
    return try text.finish()
  }

  private static func fillZeros(_ t: Thread, _ v: Value, _ width: Int) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    let margin = width - s.count
    if margin <= 0 { return try StrSupport.plain(t, v) }
    let hasSign = s.count > 0 && (s.codePoint(0) == 43 || s.codePoint(0) == 45)
    if !hasSign { return try pad(t, v, margin, 0, 48) }
    if margin > 1 << 40 { throw t.raiseMemoryError() }
    var text = TextBuilder(t)
    try text.append(codePoint: s.codePoint(0))
    try text.append(repeating: 48, count: margin)
    try text.append(str: v, from: 1, to: s.count)
    return try text.finish()
  }

  /// A tab size: an int that fits C's int.
  static func tabSize(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    let size = try t.cIntObject(v)
    guard size.isSmallInt, Int32(exactly: size.smallInt) != nil else {
      throw t.raise(t.types.overflowError, "Python int too large to convert to C int")
    }
    return size.smallInt
  }

  private static func expandTabs(_ t: Thread, _ v: Value, _ tabSize: Int) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    if firstTab(s) < 0 { return try StrSupport.plain(t, v) }
    var text = TextBuilder(t)
    var column = 0
    for i in 0..<s.count {
      let codePoint = s.codePoint(i)
      if codePoint == 9 {
        if tabSize > 0 {
          let step = tabSize - column % tabSize
          try text.append(repeating: 32, count: step)
          column += step
        }
      } else {
        try text.append(codePoint: codePoint)
        column = codePoint == 10 || codePoint == 13 ? 0 : column + 1
      }
    }
    return try text.finish()
  }

  /// Position of the first tab, -1 = none.
  private static func firstTab(_ s: Ref<StrObject>) -> Int {
    for i in 0..<s.count where s.codePoint(i) == 9 { return i }
    return -1
  }
}
