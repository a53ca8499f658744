import Runtime

extension TypeType {
  /// Those that do not follow from `__new__`.
  private static let declaredSignatures: [(type: StaticString, text: StaticString)] = [
    ("NoneType", "()"), ("NotImplementedType", "()"), ("ellipsis", "()"), ("module", "(name, doc=None)"), ("deque", "([iterable[, maxlen]])"),
    ("partial", "(func, /, *args, **keywords)"), ("methodcaller", "(name, /, *args, **kwargs)"),
    ("SimpleNamespace", "(mapping_or_iterable=(), /, **kwargs)"),
    (
      "code",
      """
      (argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,
           flags, codestring, constants, names, varnames, filename, name,
           qualname, firstlineno, linetable, exceptiontable, freevars=(),
           cellvars=(), /)
      """
    ),
  ]

  /// `__text_signature__` of a native type: that of its own `__new__` without the class; None if there is none, or it takes anything.
  static func textSignature(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    t.populate(type)
    if !type.flags.contains(.heap) {
      for known in declaredSignatures where t.strEquals(type.name, known.type) { return try t.str(known.text) }
    }
    let made = t.dictGet(type.dict, interned: t.name(.__new__))
    guard !type.flags.contains(.heap), made.isKind(.nativeFunction) else { return .none }
    let text = made.unchecked(as: NativeFunctionObject.self).text.description
    guard let open = text.firstIndex(of: "(") else { return .none }
    var parameters = text[text.index(after: open)...].dropLast()
    // The class, and the mark that only it is positional.
    parameters = parameters.drop { $0 != "," && $0 != "[" }
    if parameters.hasPrefix(", ") { parameters = parameters.dropFirst(2) }
    if parameters.hasPrefix("/, ") { parameters = parameters.dropFirst(3) }
    if parameters == "/" { parameters = "" }
    if parameters == "*args, **kwargs" || parameters.contains("[") { return .none }
    // What cannot be given at this level is in angle brackets.
    let shown = parameters.split(separator: ", ").filter { !$0.hasPrefix("<") }
    return try t.str("(" + shown.joined(separator: ", ") + ")")
  }
}
