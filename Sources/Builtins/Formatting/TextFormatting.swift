import Runtime

/// The methods of str that format.
enum StrFormatting {
  static let functions: [NativeFunctionSpec] = [
    .init("__mod__(self, value, /)", "Return self%value.") { t, a throws(Raised) in
      guard a[0].isKind(.str) else { return .notImplemented }
      return try PercentFormatter.format(t, a[0], a[1], isBytes: false)
    },
    .init("__rmod__(self, value, /)", "Return value%self.") { t, a throws(Raised) in
      guard a[1].isKind(.str) else { return .notImplemented }
      return try PercentFormatter.format(t, a[1], a[0], isBytes: false)
    },
    .init(
      "format(self, /, *args, **kwargs)",
      "Return a formatted version of the string, using substitutions from args and kwargs.\n\nThe substitutions are identified by braces ('{' and '}')."
    ) { t, a throws(Raised) in
      let formatter = BraceFormatter(t, arguments: a[1], keywords: a[2])
      return try formatter.run(a[0])
    },
    .init(
      "format_map(self, mapping, /)",
      "Return a formatted version of the string, using substitutions from mapping.\n\nThe substitutions are identified by braces ('{' and '}')."
    ) { t, a throws(Raised) in
      let formatter = BraceFormatter(t, arguments: .null, keywords: a[1])
      return try formatter.run(a[0])
    },
  ]
}

/// The methods of bytes and bytearray that format.
enum BytesFormatting {
  static let functions: [NativeFunctionSpec] = [
    .init("__mod__(self, value, /)", "Return self%value.") { t, a throws(Raised) in try format(t, a[0], a[1]) },
    .init("__rmod__(self, value, /)", "Return value%self.") { t, a throws(Raised) in
      a[1].kind == a[0].kind ? try format(t, a[1], a[0]) : .notImplemented
    },
  ]

  private static func format(_ t: Thread, _ format: Value, _ arguments: Value) throws(Raised) -> Value {
    let text: Ref<StrObject> = try PercentFormatter.format(t, try latin1(t, format), arguments, isBytes: true).unchecked()
    return try BytesSupport.make(t, like: format, UnsafePointer(text.bytes), text.count)
  }

  /// The bytes of `%s`, as Latin-1 text.
  static func latin1(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isKind(.bytes) || v.isKind(.bytearray) {
      let view = BytesSupport.view(v)
      return try t.str(latin1: view.base, count: view.count)
    }
    let method = t.lookupSpecial(v, .__bytes__)
    if method.isNull {
      if v.isKind(.record), v.object.type == t.types.memoryview {
        let bytes = BytesSupport.view(try t.call(try t.getAttribute(v, try t.intern("tobytes"))))
        return try t.str(latin1: bytes.base, count: bytes.count)
      }
      if let view = try BytesSupport.anyBytes(t, v) { return try t.str(latin1: view.base, count: view.count) }
      throw t.raise(t.types.typeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v)
    }
    let result = try t.callSpecial(method, v)
    if !result.isKind(.bytes) { throw t.raise(t.types.typeError, "__bytes__ returned non-bytes (type %T)", result) }
    let view = BytesSupport.view(result)
    return try t.str(latin1: view.base, count: view.count)
  }

  /// The bytes of Latin-1 text.
  static func bytes(_ t: Thread, _ text: Value) throws(Raised) -> Value {
    let s: Ref<StrObject> = text.unchecked()
    return try t.bytes(copying: UnsafePointer(s.bytes), count: s.count)
  }
}
