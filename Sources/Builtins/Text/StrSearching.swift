import Runtime

/// Methods of str that look for text.
enum StrSearching {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "find(self, sub[, start[, end]], /)",
      """
      Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].

      Optional arguments start and end are interpreted as in slice notation.
      Return -1 on failure.
      """
    ) { t, a throws(Raised) in Value(small: try StrSearching.find(t, a, "find", last: false)) },
    .init(
      "rfind(self, sub[, start[, end]], /)",
      """
      Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].

      Optional arguments start and end are interpreted as in slice notation.
      Return -1 on failure.
      """
    ) { t, a throws(Raised) in Value(small: try StrSearching.find(t, a, "rfind", last: true)) },
    .init(
      "index(self, sub[, start[, end]], /)",
      """
      Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].

      Optional arguments start and end are interpreted as in slice notation.
      Raises ValueError when the substring is not found.
      """
    ) { t, a throws(Raised) in try StrSearching.index(t, a, "index", last: false) },
    .init(
      "rindex(self, sub[, start[, end]], /)",
      """
      Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].

      Optional arguments start and end are interpreted as in slice notation.
      Raises ValueError when the substring is not found.
      """
    ) { t, a throws(Raised) in try StrSearching.index(t, a, "rindex", last: true) },
    .init(
      "count(self, sub[, start[, end]], /)",
      """
      Return the number of non-overlapping occurrences of substring sub in string S[start:end].

      Optional arguments start and end are interpreted as in slice notation.
      """
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      if t.has(.searchBoundsFirst) { _ = try StrSupport.range(t, a[2], a[3], s.count) }
      let sub = try StrSearching.searched(t, a[1], "count")
      let range = try StrSupport.range(t, a[2], a[3], s.count)
      return Value(small: StrSearching.count(s, sub, range.start, range.end, limit: Int.max))
    },
    .init(
      "startswith(self, prefix[, start[, end]], /)",
      """
      Return True if the string starts with the specified prefix, False otherwise.

        prefix
          A string or a tuple of strings to try.
        start
          Optional start position. Default: start of the string.
        end
          Optional stop position. Default: end of the string.
      """
    ) { t, a throws(Raised) in try StrSearching.affix(t, a, "startswith", atEnd: false) },
    .init(
      "endswith(self, suffix[, start[, end]], /)",
      """
      Return True if the string ends with the specified suffix, False otherwise.

        suffix
          A string or a tuple of strings to try.
        start
          Optional start position. Default: start of the string.
        end
          Optional stop position. Default: end of the string.
      """
    ) { t, a throws(Raised) in try StrSearching.affix(t, a, "endswith", atEnd: true) },
  ]

  private static func searched(_ t: Thread, _ v: Value, _ function: StaticString) throws(Raised) -> Ref<StrObject> {
    if v.isKind(.str) { return v.unchecked() }
    throw t.raise(.searchedNotStr, try t.str(function), v)
  }

  private static func find(_ t: Thread, _ a: Slots, _ name: StaticString, last: Bool) throws(Raised) -> Int {
    let s = a[0].unchecked(as: StrObject.self)
    if t.has(.searchBoundsFirst) { _ = try StrSupport.range(t, a[2], a[3], s.count) }
    let sub = try searched(t, a[1], name)
    let range = try StrSupport.range(t, a[2], a[3], s.count)
    return last ? strFindLast(s, sub, range.start, range.end) : strFind(s, sub, range.start, range.end)
  }

  private static func index(_ t: Thread, _ a: Slots, _ name: StaticString, last: Bool) throws(Raised) -> Value {
    let at = try find(t, a, name, last: last)
    if at < 0 { throw t.raise(t.types.valueError, "substring not found") }
    return Value(small: at)
  }

  /// How often `sub` occurs in `start ..< end` without overlaps, at most `limit`. An empty `sub` occurs between all code points.
  static func count(_ s: Ref<StrObject>, _ sub: Ref<StrObject>, _ start: Int, _ end: Int, limit: Int) -> Int {
    if start > end { return 0 }
    if sub.count == 0 { return min(end - start + 1, limit) }
    if sub.count == 1, s.width == 1, sub.width == 1 {
      let last = min(end, s.count)
      return start >= last ? 0 : min(countBytes(s.units8 + start, last - start, sub.units8[0]), limit)
    }
    var count = 0
    var at = start
    while count < limit {
      at = strFind(s, sub, at, end)
      if at < 0 { break }
      count += 1
      at += sub.count
    }
    return count
  }

  private static func affix(_ t: Thread, _ a: Slots, _ name: StaticString, atEnd: Bool) throws(Raised) -> Value {
    let s = a[0].unchecked(as: StrObject.self)
    let range = try StrSupport.range(t, a[2], a[3], s.count)
    if a[1].isKind(.str) { return Value(matches(s, a[1].unchecked(), range.start, range.end, atEnd: atEnd)) }
    guard a[1].isKind(.tuple) else {
      throw t.raise(t.types.typeError, "%S first arg must be str or a tuple of str, not %T", try t.str(name), a[1])
    }
    let choices = a[1].unchecked(as: TupleObject.self)
    for i in 0..<choices.count {
      guard choices.items[i].isKind(.str) else {
        throw t.raise(t.types.typeError, "tuple for %S must only contain str, not %T", try t.str(name), choices.items[i])
      }
      if matches(s, choices.items[i].unchecked(), range.start, range.end, atEnd: atEnd) { return .true }
    }
    return .false
  }

  private static func matches(_ s: Ref<StrObject>, _ part: Ref<StrObject>, _ start: Int, _ end: Int, atEnd: Bool) -> Bool {
    if start > end || part.count > end - start { return false }
    return strMatches(s, part, at: atEnd ? end - part.count : start)
  }
}
