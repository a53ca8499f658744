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
    let flushesAtEnd = t.has(.printFlushFirst) ? try t.truth(flush) : nil
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
    let flushes: Bool
    if let known = flushesAtEnd { flushes = known } else { flushes = try t.truth(flush) }
    if flushes { _ = try t.callMethod(target, .flush) }
    return .none
  }

  /// (An empty prompt is taken for none.)
  private static func input(_ t: Thread, _ prompt: Value) throws(Raised) -> Value {
    let stdin = try stream(t, .stdin)
    let stdout = try stream(t, .stdout)
    let stderr = try stream(t, .stderr)
    let hasPrompt = prompt != t.interpreter.emptyStr
    try t.audit("builtins.input", hasPrompt ? prompt : .none)
    try flush(t, stderr)
    if hasPrompt { try t.write(try t.str(of: prompt), toAny: stdout) }
    try flush(t, stdout)
    let line = try t.callMethod(stdin, .readline)
    if line.isKind(.bytes) { return try withoutEnd(t, bytes: line) }
    if !line.isKind(.str) { throw t.raise(t.types.typeError, "object.readline() returned non-string") }
    let s: Ref<StrObject> = line.unchecked()
    if s.count == 0 { throw t.raise(t.types.eofError, "EOF when reading a line") }
    return s.codePoint(s.count - 1) == 10 ? try t.substring(s, 0, s.count - 1) : line
  }

  private static func withoutEnd(_ t: Thread, bytes line: Value) throws(Raised) -> Value {
    let b: Ref<BytesObject> = line.unchecked()
    if b.count == 0 { throw t.raise(t.types.eofError, "EOF when reading a line") }
    if b.bytes[b.count - 1] != 10 { return line }
    return try t.bytes(UnsafeBufferPointer(start: b.bytes, count: b.count - 1))
  }

  private static func stream(_ t: Thread, _ name: Name) throws(Raised) -> Value {
    let stream = t.dictGet(t.interpreter.sysDict, interned: t.name(name))
    if stream.isNull || stream.isNone { throw t.raise(.inputStreamLost, t.name(name)) }
    return stream
  }

  /// Flushes a stream; that it cannot be does not matter.
  private static func flush(_ t: Thread, _ stream: Value) throws(Raised) {
    do throws(Raised) {
      _ = try t.callMethod(stream, .flush)
    } catch {
      if t.stop != .none { throw error }
      _ = t.takeException()
    }
  }
}
