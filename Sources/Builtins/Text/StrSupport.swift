import Runtime

/// What the methods of str share: checking arguments, and making results.
enum StrSupport {
  /// TypeError "FUNCTION() ARGUMENT must be EXPECTED, not T" (None is called None).
  static func badArgument(_ t: Thread, _ function: StaticString, _ argument: StaticString, _ expected: StaticString, _ v: Value) -> Raised {
    do throws(Raised) {
      var text = TextBuilder(t)
      try text.append(function)
      try text.append("() ")
      try text.append(argument)
      try text.append(" must be ")
      try text.append(expected)
      try text.append(try t.message(", not %B", v))
      return t.raise(t.types.typeError, message: try text.finish())
    } catch {
      return error
    }
  }

  /// What messages call the arguments of str(), bytes() and bytearray().
  static func encodingArgument(_ t: Thread) -> StaticString { t.has(.namedTextArguments) ? "argument 'encoding'" : "argument 2" }
  static func errorsArgument(_ t: Thread) -> StaticString { t.has(.namedTextArguments) ? "argument 'errors'" : "argument 3" }

  /// The argument as a str; TypeError ("find() argument 1 must be str, not int").
  static func str(_ t: Thread, _ v: Value, _ function: StaticString, _ argument: StaticString) throws(Raised) -> Ref<StrObject> {
    if v.isKind(.str) { return v.unchecked() }
    throw badArgument(t, function, argument, "str", v)
  }

  /// The argument as a str that can be a text of C: UnicodeEncodeError for surrogates, ValueError ("embedded null character").
  static func cText(_ t: Thread, _ v: Value, _ function: StaticString, _ argument: StaticString) throws(Raised) -> Ref<StrObject> {
    try checkedCText(t, try str(t, v, function, argument))
  }

  static func checkedCText(_ t: Thread, _ s: Ref<StrObject>) throws(Raised) -> Ref<StrObject> {
    for i in 0..<s.count {
      let codePoint = s.codePoint(i)
      if codePoint == 0 { throw t.raise(t.types.valueError, "embedded null character") }
      if codePoint >= 0xD800, codePoint <= 0xDFFF { _ = try Codecs.encode(t, s, try t.str("utf-8"), try t.str("strict")) }
    }
    return s
  }

  /// The str itself if it is no instance of a subclass, else a plain copy.
  static func plain(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if t.isExactStr(v) { return v }
    let s = v.unchecked(as: StrObject.self)
    return try t.substring(s, 0, s.count)
  }

  /// `start ..< end` of the optional arguments, clamped to the text: start may be behind the end.
  /// - Parameter count: the length, counted when `__index__` of the bounds has run: it may change what is searched.
  static func range(_ t: Thread, _ start: Value, _ end: Value, _ count: @autoclosure () -> Int) throws(Raised) -> (start: Int, end: Int) {
    let from = try Sequences.bound(t, start, missing: 0)
    let to = try Sequences.bound(t, end, missing: Int.max)
    let count = count()
    return (Sequences.clamp(from, count), min(Sequences.clamp(to, count), count))
  }

  static func empty(_ t: Thread) -> Ref<StrObject> { t.interpreter.emptyStr.unchecked() }
}
