import Runtime

/// print, input, and the functions that make text.
enum Output {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "print(*args, sep=' ', end='\\n', file=None, flush=False)",
      "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream."
    ) { t, a throws(Raised) in try Output.print(t, a[0].unchecked(), separator: a[1], end: a[2], file: a[3], flush: a[4]) },
    .init("input(prompt='', /)", "Read a string from standard input.  The trailing newline is stripped.") { t, a throws(Raised) in
      try Output.input(t, a[0])
    },
    .init("repr(obj, /)", "Return the canonical string representation of the object.") { t, a throws(Raised) in try t.repr(a[0]) },
    .init("ascii(obj, /)", "Return an ASCII-only representation of an object.") { t, a throws(Raised) in try t.ascii(a[0]) },
    .init("format(value, format_spec='', /)", "Return type(value).__format__(value, format_spec)") { t, a throws(Raised) in
      if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "format() argument 2 must be str, not %B", a[1]) }
      return try t.format(a[0], a[1])
    },
  ]

  /// A separator or end: None stands for the default.
  private static func piece(_ t: Thread, _ v: Value, _ what: StaticString, _ standard: UInt8) throws(Raised) -> Value {
    if v.isNone { return t.interpreter.latin1[Int(standard)] }
    if !v.isKind(.str) { throw t.raise(t.types.typeError, "%S must be None or a string, not %T", try t.str(what), v) }
    return v
  }

  private static func print(
    _ t: Thread, _ args: Ref<TupleObject>, separator: Value, end: Value, file: Value, flush: Value
  ) throws(Raised) -> Value {
    var target = file
    if target.isNone {
      target = t.dictGet(t.interpreter.sysDict, interned: t.name(.stdout))
      if target.isNull { throw t.raise(t.types.runtimeError, "lost sys.stdout") }
      if target.isNone { return .none }
    }
    let separator = try piece(t, separator, "sep", 32)
    let end = try piece(t, end, "end", 10)
    for k in 0..<args.count {
      if k > 0 { try t.write(separator, toAny: target) }
      try t.write(try t.str(of: args.items[k]), toAny: target)
    }
    try t.write(end, toAny: target)
    if try t.truth(flush) { _ = try t.callMethod(target, .flush) }
    return .none
  }

  private static func input(_ t: Thread, _ prompt: Value) throws(Raised) -> Value {
    let stdin = t.dictGet(t.interpreter.sysDict, interned: t.name(.stdin))
    let stdout = t.dictGet(t.interpreter.sysDict, interned: t.name(.stdout))
    if stdin.isNull || stdin.isNone { throw t.raise(t.types.runtimeError, "input(): lost sys.stdin") }
    if stdout.isNull || stdout.isNone { throw t.raise(t.types.runtimeError, "input(): lost sys.stdout") }
    try t.write(try t.str(of: prompt), toAny: stdout)
    _ = try t.callMethod(stdout, .flush)
    let line = try t.callMethod(stdin, .readline)
    if !line.isKind(.str) { throw t.raise(t.types.typeError, "object.readline() returned non-string") }
    let s: Ref<StrObject> = line.unchecked()
    if s.count == 0 { throw t.raise(t.types.eofError, "EOF when reading a line") }
    return s.codePoint(s.count - 1) == 10 ? try t.substring(s, 0, s.count - 1) : line
  }
}
