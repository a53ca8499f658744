import Runtime

/// `str.split`, `rsplit`, `splitlines`.
enum StrSplitting {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "split(self, /, sep=None, maxsplit=-1)",
      """
      Return a list of the substrings in the string, using sep as the separator string.

        sep
          The separator used to split the string.

          When set to None (the default value), will split on any whitespace
          character (including \\n \\r \\t \\f and spaces) and will discard
          empty strings from the result.
        maxsplit
          Maximum number of splits.
          -1 (the default value) means no limit.

      Splitting starts at the front of the string and works to the end.

      Note, str.split() is mainly useful for data that has been intentionally
      delimited.  With natural text that includes punctuation, consider using
      the regular expression module.
      """
    ) { t, a throws(Raised) in try StrSplitting.split(t, a, fromEnd: false) },
    .init(
      "rsplit(self, /, sep=None, maxsplit=-1)",
      """
      Return a list of the substrings in the string, using sep as the separator string.

        sep
          The separator used to split the string.

          When set to None (the default value), will split on any whitespace
          character (including \\n \\r \\t \\f and spaces) and will discard
          empty strings from the result.
        maxsplit
          Maximum number of splits.
          -1 (the default value) means no limit.

      Splitting starts at the end of the string and works to the front.
      """
    ) { t, a throws(Raised) in try StrSplitting.split(t, a, fromEnd: true) },
    .init(
      "splitlines(self, /, keepends=False)",
      """
      Return a list of the lines in the string, breaking at line boundaries.

      Line breaks are not included in the resulting list unless keepends is given and
      true.
      """
    ) { t, a throws(Raised) in try StrSplitting.lines(t, a[0].unchecked(), keepEnds: try t.flagArgument(a[1])) },
  ]

  private static func split(_ t: Thread, _ a: Slots, fromEnd: Bool) throws(Raised) -> Value {
    let s = a[0].unchecked(as: StrObject.self)
    let maximum = try t.sizeArgument(a[2])
    let limit = maximum < 0 ? Int.max : maximum
    if a[1].isNone { return fromEnd ? try splitSpaceBackwards(t, s, limit) : try splitSpace(t, s, limit) }
    guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "must be str or None, not %T", a[1]) }
    let separator = a[1].unchecked(as: StrObject.self)
    if separator.count == 0 { throw t.raise(t.types.valueError, "empty separator") }
    // What is too short to hold the separator is not looked at, and not copied if it is an instance of a subclass.
    if s.count < separator.count || s.width < separator.width {
      let result = try t.list()
      try t.append(result, a[0])
      return Value(result)
    }
    return fromEnd ? try splitBackwards(t, s, separator, limit) : try split(t, s, separator, limit)
  }

  private static func split(_ t: Thread, _ s: Ref<StrObject>, _ separator: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    let result = try t.list()
    var from = 0
    while result.count < limit {
      let at = strFind(s, separator, from, s.count)
      if at < 0 { break }
      try t.append(result, try t.substring(s, from, at))
      from = at + separator.count
    }
    try t.append(result, try t.substring(s, from, s.count))
    return Value(result)
  }

  private static func splitBackwards(_ t: Thread, _ s: Ref<StrObject>, _ separator: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    let result = try t.list()
    var end = s.count
    while result.count < limit {
      let at = strFindLast(s, separator, 0, end)
      if at < 0 { break }
      try t.append(result, try t.substring(s, at + separator.count, end))
      end = at
    }
    try t.append(result, try t.substring(s, 0, end))
    Sequences.reverse(result.items, result.count)
    return Value(result)
  }

  private static func splitSpace(_ t: Thread, _ s: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    if s.isASCII { return try splitASCIISpace(t, s, limit) }
    let result = try t.list()
    let count = s.count
    var i = 0
    while true {
      while i < count && UnicodeData.isSpace(s.codePoint(i)) { i += 1 }
      if i == count { return Value(result) }
      if result.count == limit { break }
      let start = i
      while i < count && !UnicodeData.isSpace(s.codePoint(i)) { i += 1 }
      try t.append(result, try t.substring(s, start, i))
    }
    // The rest is one piece, with the white space at its end.
    try t.append(result, try t.substring(s, i, count))
    return Value(result)
  }

  @inline(__always)
  private static func isASCIISpace(_ c: UInt8) -> Bool { c <= 32 && (c == 32 || c &- 9 < 5 || c &- 28 < 4) }

  private static func splitASCIISpace(_ t: Thread, _ s: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    let result = try t.list()
    let count = s.count
    let units = s.units8
    // There are at most as many pieces as the first hundred characters have spaces, and one; a long text's list grows.
    try t.reserve(result, min(countBytes(units, min(count, 100), 32), limit) &+ 1)
    var i = 0
    while true {
      while i < count, isASCIISpace(units[i]) { i &+= 1 }
      if i == count { return Value(result) }
      if result.count == limit { break }
      let start = i
      i &+= 1
      while i < count, !isASCIISpace(units[i]) { i &+= 1 }
      try t.append(result, try t.substring(s, start, i))
    }
    try t.append(result, try t.substring(s, i, count))
    return Value(result)
  }

  private static func splitSpaceBackwards(_ t: Thread, _ s: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    let result = try t.list()
    var end = s.count
    while true {
      while end > 0 && UnicodeData.isSpace(s.codePoint(end - 1)) { end -= 1 }
      if end == 0 { break }
      var start = end
      if result.count == limit {
        try t.append(result, try t.substring(s, 0, end))
        break
      }
      while start > 0 && !UnicodeData.isSpace(s.codePoint(start - 1)) { start -= 1 }
      try t.append(result, try t.substring(s, start, end))
      end = start
    }
    if result.count > 0 { Sequences.reverse(result.items, result.count) }
    return Value(result)
  }

  private static func lines(_ t: Thread, _ s: Ref<StrObject>, keepEnds: Bool) throws(Raised) -> Value {
    let result = try t.list()
    let count = s.count
    var start = 0
    while start < count {
      var end = start
      if s.isASCII {
        // Of ASCII, line breaks are 0x0A to 0x0D and 0x1C to 0x1E.
        let units = s.units8
        while end < count && !(units[end] < 0x1F && UnicodeData.isLineBreak(UInt32(units[end]))) { end &+= 1 }
      } else {
        while end < count && !UnicodeData.isLineBreak(s.codePoint(end)) { end += 1 }
      }
      var next = end
      if end < count {
        next += s.codePoint(end) == 0x0D && end + 1 < count && s.codePoint(end + 1) == 0x0A ? 2 : 1
      }
      try t.append(result, try t.substring(s, start, keepEnds ? next : end))
      start = next
    }
    return Value(result)
  }
}
