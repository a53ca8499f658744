import Runtime

/// The tables of `str`.
enum StrType {
  static let spec = TypeSpec(
    "str",
    doc: """
      str(object='') -> str
      str(bytes_or_buffer[, encoding[, errors]]) -> str

      Create a new string object from the given object. If encoding or
      errors is specified, then the object must expose a data buffer
      that will be decoded using the given encoding and error handler.
      Otherwise, returns the result of object.__str__() (if defined)
      or repr(object).
      encoding defaults to sys.getdefaultencoding().
      errors defaults to 'strict'.
      """,
    functions: basics + comparisons + protocols + StrSearching.functions + StrReplacing.functions + StrSplitting.functions
      + StrStripping.functions + StrPadding.functions + StrCase.functions + StrPredicates.functions + StrTranslating.functions
      + StrFormatting.functions)

  // MARK: Lifecycle

  static let basics: [NativeFunctionSpec] = [
    .init(
      "__new__(cls, object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)",
      "Create and return a new object.  See help(type) for accurate signature."
    ) { t, a throws(Raised) in try StrType.make(t, a) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try StrSupport.plain(t, a[0]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfStr(a[0].unchecked())) },
    .init("__format__(self, format_spec, /)", "Return a formatted version of the string as described by format_spec.") { t, a throws(Raised) in
      guard a[1].isKind(.str) else { throw StrSupport.badArgument(t, "__format__", "argument", "str", a[1]) }
      return try t.formatStr(a[0], a[1])
    },
    .init("__getnewargs__(self, /)") { t, a throws(Raised) in try t.tuple(try StrSupport.plain(t, a[0])) },
    .init("__sizeof__(self, /)", "Return the size of the string in memory, in bytes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<StrObject>.size + a[0].unchecked(as: StrObject.self).byteCount)
    },
    .init("encode(self, /, encoding='utf-8', errors='strict')", "Encode the string using the codec registered for encoding.") { t, a throws(Raised) in
      if CodecErrors.isStrictUTF8(a[1], a[2]), a[0].unchecked(as: StrObject.self).isASCII {
        let s = a[0].unchecked(as: StrObject.self)
        return try t.bytes(copying: s.units8, count: s.count)
      }
      let encoding = try StrSupport.cText(t, a[1], "encode", "argument 'encoding'")
      let errors = try StrSupport.cText(t, a[2], "encode", "argument 'errors'")
      return try Codecs.encode(t, a[0].unchecked(), Value(encoding), Value(errors))
    },
  ]

  private static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let text = try plainText(t, a)
    let cls = a[0].unchecked(as: TypeObject.self)
    if cls == t.types.str { return text }
    let s = text.unchecked(as: StrObject.self)
    let result = try t.newStr(count: s.count, width: Int(s.width), isASCII: s.isASCII, type: cls)
    copyUnits(s, to: result, at: 0)
    result.hash = s.hash
    return Value(result)
  }

  private static func plainText(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if a[2].isNull && a[3].isNull {
      if a[1].isNull { return t.interpreter.emptyStr }
      let text = try t.str(of: a[1])
      return a[0] == Value(t.types.str) ? text : try StrSupport.plain(t, text)
    }
    let isDirect = a[0] == Value(t.types.str) && t.has(.textAndIntByVectorcall)
    let encoding = a[2].isNull ? try t.str("utf-8") : Value(try textArgument(t, a[2], StrSupport.encodingArgument(t), isDirect))
    let errors = a[3].isNull ? try t.str("strict") : Value(try textArgument(t, a[3], StrSupport.errorsArgument(t), isDirect))
    if a[1].isNull { return t.interpreter.emptyStr }
    if a[1].isKind(.str) { throw t.raise(t.types.typeError, "decoding str is not supported") }
    guard let bytes = try BytesSupport.anyBytes(t, a[1]) else {
      throw t.raise(t.types.typeError, "decoding to str: need a bytes-like object, %T found", a[1])
    }
    return try Codecs.decode(t, bytes, encoding, errors)
  }

  /// An argument of str(); where it is called directly, messages show the full name of a wrong type.
  private static func textArgument(_ t: Thread, _ v: Value, _ argument: StaticString, _ isDirect: Bool) throws(Raised) -> Ref<StrObject> {
    if isDirect, !v.isKind(.str) {
      throw t.raise(t.types.typeError, "str() %S must be str, not %S", try t.str(argument), try t.fullName(of: t.typeOf(v)))
    }
    return try StrSupport.cText(t, v, "str", argument)
  }

  // MARK: Comparing

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      a[1].isKind(.str) ? Value(t.strEquals(a[0], a[1])) : .notImplemented
    },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in
      a[1].isKind(.str) ? Value(!t.strEquals(a[0], a[1])) : .notImplemented
    },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in StrType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in StrType.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in StrType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in StrType.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) -> Value {
    a[1].isKind(.str) ? Value(op.holds(t.strCompare(a[0].unchecked(), a[1].unchecked()))) : .notImplemented
  }

  // MARK: The protocol of sequences

  static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: a[0].unchecked(as: StrObject.self).count) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try t.strItem(a[0].unchecked(), a[1]) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      guard a[1].isKind(.str) else {
        throw t.raise(t.types.typeError, "'in <string>' requires string as left operand, not %T", a[1])
      }
      return Value(strFind(a[0].unchecked(), a[1].unchecked(), 0, Int.max) >= 0)
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.strIterator(a[0]) },
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in
      guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "can only concatenate str (not \"%T\") to str", a[1]) }
      return try t.strConcat(a[0], a[1])
    },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in
      try t.strRepeat(a[0].unchecked(), try Sequences.count(t, a[1]))
    },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in
      try t.strRepeat(a[0].unchecked(), try Sequences.count(t, a[1]))
    },
  ]
}
