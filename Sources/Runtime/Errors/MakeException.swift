extension Thread {
  /// A bare exception object of `type` with `args`; attributes of its layout are not set. (`BaseException.__new__`.)
  public func allocateException(_ type: Ref<TypeObject>, args: Value) throws(Raised) -> Ref<ExceptionObject> {
    let e: Ref<ExceptionObject> = try allocateInstance(type, kind: .exception, tracedWords: 13)
    e.args = args
    e.traceback = .none
    e.context = .null
    e.cause = .null
    return e
  }

  /// An exception of `type` with one argument (null: with none), made without running Python code unless the type is a Python class.
  public func makeException(_ type: Ref<TypeObject>, _ argument: Value) throws(Raised) -> Value {
    if type.flags.contains(.heap) { return argument.isNull ? try call(Value(type)) : try call(Value(type), argument) }
    return try makeBuiltinException(type, args: argument.isNull ? self.interpreter.emptyTuple : try tuple(argument))
  }

  /// An exception of a builtin type from its tuple of arguments: `type(*args)`.
  public func makeBuiltinException(_ type: Ref<TypeObject>, args: Value) throws(Raised) -> Value {
    let layout = exceptionLayout(of: type)
    if layout == .group { return try newExceptionGroup(type, args: args) }
    if layout == .osError { return try newOSError(type, args: args) }
    let e = try allocateException(type, args: args)
    try initialize(e, layout, args: args, keywords: .null)
    return Value(e)
  }

  /// `__init__` of the builtin exception types: `args` is a tuple, `keywords` a dict or null.
  public func initialize(_ e: Ref<ExceptionObject>, _ layout: ExceptionLayout, args: Value, keywords: Value) throws(Raised) {
    let arguments = args.unchecked(as: TupleObject.self)
    switch layout {
    case .plain, .group:
      try refuseKeywords(e, keywords)
      e.args = args
    case .stopIteration:
      try refuseKeywords(e, keywords)
      e.args = args
      e.fields[ExceptionField.stopIterationValue] = arguments.count > 0 ? arguments.items[0] : .none
    case .systemExit:
      try refuseKeywords(e, keywords)
      e.args = args
      if arguments.count > 0 { e.fields[ExceptionField.systemExitCode] = arguments.count == 1 ? arguments.items[0] : args }
    case .nameError:
      e.args = args
      if !has(.nameInNameErrors) { return try refuseKeywords(e, keywords) }
      try takeKeywords(e, self.types.nameError, keywords, name(.name), 0)
    case .attributeError:
      e.args = args
      if !has(.nameInNameErrors) { return try refuseKeywords(e, keywords) }
      try takeKeywords(e, self.types.attributeError, keywords, name(.name), 0, name(.obj), 1)
    case .importError:
      e.args = args
      try takeKeywords(
        e, self.types.importError, keywords, name(.name), ExceptionField.importName, name(.path), ExceptionField.importPath,
        name(.name_from), ExceptionField.importNameFrom)
      e.fields[ExceptionField.importMessage] = arguments.count == 1 ? arguments.items[0] : .null
    case .osError: try initializeOSError(e, args: args, keywords: keywords)
    case .syntaxError:
      try refuseKeywords(e, keywords)
      e.args = args
      try initializeSyntaxError(e, arguments)
    case .unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError:
      try refuseKeywords(e, keywords)
      e.args = args
      try initializeUnicodeError(e, layout, arguments)
    }
  }

  func refuseKeywords(_ e: Ref<ExceptionObject>, _ keywords: Value) throws(Raised) {
    if keywords.isNull || keywords.unchecked(as: DictObject.self).count == 0 { return }
    throw raise(self.types.typeError, "%N() takes no keyword arguments", Value(e.header.type))
  }

  /// TypeError for a keyword that a native function does not know; at some levels with the name among `candidates` that may have been meant.
  func unexpectedNativeKeyword(_ keyword: Value, of function: Value, among candidates: Slots) -> Raised {
    let closest = has(.keywordSuggestions) ? closestName(to: keyword, among: candidates) : .null
    if closest.isNull { return raise(.unexpectedNativeKeyword, function, keyword) }
    return raise(self.types.typeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", function, keyword, closest)
  }

  /// Stores the keyword arguments that the type knows in their fields; TypeError for another one.
  private func takeKeywords(
    _ e: Ref<ExceptionObject>, _ type: Ref<TypeObject>, _ keywords: Value, _ name0: Value, _ field0: Int, _ name1: Value = .null, _ field1: Int = 0,
    _ name2: Value = .null, _ field2: Int = 0
  ) throws(Raised) {
    if keywords.isNull { return }
    let dict: Ref<DictObject> = keywords.unchecked()
    let allowed = name2.isNull ? name1.isNull ? 1 : 2 : 3
    if dict.count > allowed {
      let plural = allowed == 1 ? self.interpreter.emptyStr : self.interpreter.latin1[Int(UInt8(ascii: "s"))]
      throw raise(
        self.types.typeError, "%N() takes at most %S keyword argument%S (%S given)", Value(type), Value(small: allowed), plural, Value(small: dict.count))
    }
    var position = 0
    while let entry = dictNext(dict, &position) {
      if strEquals(entry.key, name0) {
        e.fields[field0] = entry.value
      } else if !name1.isNull, strEquals(entry.key, name1) {
        e.fields[field1] = entry.value
      } else if !name2.isNull, strEquals(entry.key, name2) {
        e.fields[field2] = entry.value
      } else {
        let names = try list()
        for name in [name0, name1, name2] where !name.isNull { try append(names, name) }
        throw unexpectedNativeKeyword(entry.key, of: type.name, among: names.slots)
      }
    }
  }

  // MARK: - SyntaxError

  private func initializeSyntaxError(_ e: Ref<ExceptionObject>, _ arguments: Ref<TupleObject>) throws(Raised) {
    if arguments.count >= 1 { e.fields[ExceptionField.syntaxMessage] = arguments.items[0] }
    if arguments.count != 2 { return }
    let details = try tuple(from: arguments.items[1]).unchecked(as: TupleObject.self)
    let count = has(.syntaxErrorByPosition) ? min(details.count, 5) : details.count
    if has(.syntaxErrorByPosition), count != 4 { throw raise(self.types.indexError, "tuple index out of range") }
    let most = has(.syntaxErrorMetadata) ? 7 : 6
    if count < 4 { throw raise(self.types.typeError, "function takes at least 4 arguments (%S given)", Value(small: count)) }
    if count > most {
      throw raise(self.types.typeError, "function takes at most %S arguments (%S given)", Value(small: most), Value(small: count))
    }
    for k in 0..<min(count, 6) { e.fields[ExceptionField.syntaxFilename + k] = details.items[k] }
    if count == 5 { throw raise(self.types.typeError, "end_offset must be provided when end_lineno is provided") }
  }

  // MARK: - Unicode errors

  private func initializeUnicodeError(_ e: Ref<ExceptionObject>, _ layout: ExceptionLayout, _ arguments: Ref<TupleObject>) throws(Raised) {
    let isTranslate = layout == .unicodeTranslateError
    let expected = isTranslate ? 4 : 5
    if arguments.count != expected {
      throw raise(
        self.types.typeError, "function takes exactly %S arguments (%S given)", Value(small: expected), Value(small: arguments.count))
    }
    // UnicodeTranslateError has no encoding: its arguments start at the second field.
    let shift = isTranslate ? 1 : 0
    for k in 0..<expected {
      let field = k + shift
      var value = arguments.items[k]
      switch field {
      case ExceptionField.unicodeStart, ExceptionField.unicodeEnd:
        value = try int(try sizeArgument(value))
      case ExceptionField.unicodeObject where layout == .unicodeDecodeError: break
      default:
        if !value.isKind(.str) { throw raise(self.types.typeError, "argument %S must be str, not %B", Value(small: k + 1), value) }
      }
      e.fields[field] = value
    }
    if layout == .unicodeDecodeError { try copyUndecodable(e) }
  }

  /// The object of a UnicodeDecodeError: bytes, copied from what else is bytes-like.
  private func copyUndecodable(_ e: Ref<ExceptionObject>) throws(Raised) {
    let object = e.fields[ExceptionField.unicodeObject]
    if object.isKind(.bytes) { return }
    let bytes = try bytesLike(object)
    e.fields[ExceptionField.unicodeObject] = try self.bytes(copying: bytes.base, count: bytes.count)
  }
}
