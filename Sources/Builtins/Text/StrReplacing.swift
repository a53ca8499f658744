import Glibc
import Runtime

/// `str.replace`, `removeprefix`, `removesuffix`, `partition`, `join`.
enum StrReplacing {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "replace(self, old, new, /, count=-1)",
      """
      Return a copy with all occurrences of substring old replaced by new.

        count
          Maximum number of occurrences to replace.
          -1 (the default value) means replace all occurrences.

      If the optional argument count is given, only the first count occurrences are
      replaced.
      """
    ) { t, a throws(Raised) in
      let old = try StrSupport.str(t, a[1], "replace", "argument 1")
      let new = try StrSupport.str(t, a[2], "replace", "argument 2")
      return try StrReplacing.replace(t, a[0], old, new, limit: try t.sizeArgument(a[3]))
    },
    .init(
      "removeprefix(self, prefix, /)",
      """
      Return a str with the given prefix string removed if present.

      If the string starts with the prefix string, return string[len(prefix):].
      Otherwise, return a copy of the original string.
      """
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      let prefix = try StrSupport.str(t, a[1], "removeprefix", "argument")
      return strMatches(s, prefix, at: 0) ? try t.substring(s, prefix.count, s.count) : try StrSupport.plain(t, a[0])
    },
    .init(
      "removesuffix(self, suffix, /)",
      """
      Return a str with the given suffix string removed if present.

      If the string ends with the suffix string and that suffix is not empty,
      return string[:-len(suffix)]. Otherwise, return a copy of the original
      string.
      """
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      let suffix = try StrSupport.str(t, a[1], "removesuffix", "argument")
      let isThere = strMatches(s, suffix, at: s.count - suffix.count)
      return isThere ? try t.substring(s, 0, s.count - suffix.count) : try StrSupport.plain(t, a[0])
    },
    .init(
      "partition(self, sep, /)",
      """
      Partition the string into three parts using the given separator.

      This will search for the separator in the string.  If the separator is found,
      returns a 3-tuple containing the part before the separator, the separator
      itself, and the part after it.

      If the separator is not found, returns a 3-tuple containing the original string
      and two empty strings.
      """
    ) { t, a throws(Raised) in try StrReplacing.partition(t, a, last: false) },
    .init(
      "rpartition(self, sep, /)",
      """
      Partition the string into three parts using the given separator.

      This will search for the separator in the string, starting at the end. If
      the separator is found, returns a 3-tuple containing the part before the
      separator, the separator itself, and the part after it.

      If the separator is not found, returns a 3-tuple containing two empty strings
      and the original string.
      """
    ) { t, a throws(Raised) in try StrReplacing.partition(t, a, last: true) },
    .init(
      "join(self, iterable, /)",
      """
      Concatenate any number of strings.

      The string whose method is called is inserted in between each given string.
      The result is returned as a new string.

      Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'
      """
    ) { t, a throws(Raised) in try StrReplacing.join(t, a[0].unchecked(), a[1]) },
  ]

  /// `limit` occurrences at most; all if it is negative.
  static func replace(_ t: Thread, _ v: Value, _ old: Ref<StrObject>, _ new: Ref<StrObject>, limit: Int) throws(Raised) -> Value {
    let s = v.unchecked(as: StrObject.self)
    if s.count == 0, limit >= 0, t.has(.emptyTextNotReplaced) { return try StrSupport.plain(t, v) }
    let limit = limit < 0 ? Int.max : limit
    var at = limit == 0 ? -1 : strFind(s, old, 0, s.count)
    if at < 0 || (old.count == new.count && sameText(old, new)) { return try StrSupport.plain(t, v) }
    if old.count == 0 { return try interleave(t, s, new, limit) }
    if s.width == 1, new.width == 1 {
      let result = try replaceNarrow(t, s, old, new, limit, first: at)
      if !result.isNull { return result }
    }
    var text = TextBuilder(t)
    var done = 0
    var from = 0
    while at >= 0 && done < limit {
      if done & 0xFFF == 0 { try t.pollNative() }
      try text.append(str: v, from: from, to: at)
      try text.append(Value(new))
      from = at + old.count
      done += 1
      at = strFind(s, old, from, s.count)
    }
    try text.append(str: v, from: from, to: s.count)
    return try text.finish()
  }

  /// `replace` where all characters are of one byte: counts first, so that the result is allocated once. null if the result is too short to be a
  /// str of its own.
  ///
  /// - Parameter first: where `old` is, which is not empty.
  private static func replaceNarrow(
    _ t: Thread, _ s: Ref<StrObject>, _ old: Ref<StrObject>, _ new: Ref<StrObject>, _ limit: Int, first: Int
  ) throws(Raised) -> Value {
    let behind = first + old.count
    let times = 1 + StrSearching.count(s, old, behind, s.count, limit: limit - 1)
    let (growth, overflow) = times.multipliedReportingOverflow(by: new.count - old.count)
    let (count, overflow2) = s.count.addingReportingOverflow(growth)
    if overflow || overflow2 || count > 1 << 46 { throw t.raiseMemoryError() }
    if count < 2 { return .null }
    let result = try t.newStr(count: count, width: 1, isASCII: s.isASCII && new.isASCII)
    let text = s.units8
    var out = result.units8
    var from = 0
    var at = first
    for done in 1...times {
      if done & 0xFFF == 0 { try t.pollNative() }
      memcpy(out, text + from, at - from)
      out += at - from
      if new.count == 1 { out[0] = new.units8[0] } else { memcpy(out, new.units8, new.count) }
      out += new.count
      from = at + old.count
      if done < times { at = from + findUnits(text + from, s.count - from, old.units8, old.count, width: 1) }
    }
    memcpy(out, text + from, s.count - from)
    if !result.isASCII { result.isASCII = isASCIIOnly(result.units8, count) }
    return Value(result)
  }

  /// `new` before each of the first code points and, if the limit allows, at the end.
  private static func interleave(_ t: Thread, _ s: Ref<StrObject>, _ new: Ref<StrObject>, _ limit: Int) throws(Raised) -> Value {
    var text = TextBuilder(t)
    for i in 0..<s.count {
      if i & 0xFFF == 0 { try t.pollNative() }
      if i < limit { try text.append(Value(new)) }
      try text.append(codePoint: s.codePoint(i))
    }
    if s.count < limit { try text.append(Value(new)) }
    return try text.finish()
  }

  private static func partition(_ t: Thread, _ a: Slots, last: Bool) throws(Raised) -> Value {
    let s = a[0].unchecked(as: StrObject.self)
    guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "must be str, not %T", a[1]) }
    let separator = a[1].unchecked(as: StrObject.self)
    if separator.count == 0 { throw t.raise(t.types.valueError, "empty separator") }
    let at = last ? strFindLast(s, separator, 0, s.count) : strFind(s, separator, 0, s.count)
    let empty = t.interpreter.emptyStr
    if at < 0 {
      return last ? try t.tuple(empty, empty, a[0]) : try t.tuple(a[0], empty, empty)
    }
    return try t.tuple(try t.substring(s, 0, at), a[1], try t.substring(s, at + separator.count, s.count))
  }

  private static func join(_ t: Thread, _ separator: Ref<StrObject>, _ iterable: Value) throws(Raised) -> Value {
    let pieces: Slots
    // What a subclass has may be iterated over in another way.
    let type = t.typeOf(iterable)
    if type == t.types.list {
      pieces = iterable.unchecked(as: ListObject.self).slots
    } else if type == t.types.tuple {
      pieces = iterable.unchecked(as: TupleObject.self).slots
    } else {
      pieces = try Sequences.list(t, from: iterable, "can only join an iterable").slots
    }
    for i in 0..<pieces.count where !pieces[i].isKind(.str) { throw t.notJoinable(pieces[i], i) }
    return try t.strJoin(separator, pieces)
  }
}
