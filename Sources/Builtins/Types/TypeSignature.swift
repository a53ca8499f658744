import Runtime

extension TypeType {
  /// Those that do not follow from `__new__`.
  private static let declaredSignatures: [(type: StaticString, text: StaticString)] = [
    ("module", "(name, doc=None)"), ("object", "()"), ("list", "(iterable=(), /)"), ("float", "(x=0, /)"), ("complex", "(real=0, imag=0)"),
    ("property", "(fget=None, fset=None, fdel=None, doc=None)"), ("cell", "([contents])"), ("methodcaller", "(name, /, *args, **kwargs)"),
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

  /// Those of levels where most constructors have one; before, these types have none.
  private static let laterSignatures: [(type: StaticString, text: StaticString)] = [
    ("NoneType", "()"), ("NotImplementedType", "()"), ("ellipsis", "()"), ("deque", "([iterable[, maxlen]])"),
    ("partial", "(func, /, *args, **keywords)"), ("SimpleNamespace", "(mapping_or_iterable=(), /, **kwargs)"), ("set", "(iterable=(), /)"),
    ("frozenset", "(iterable=(), /)"), ("bool", "(object=False, /)"), ("filter", "(function, iterable, /)"), ("classmethod", "(function, /)"),
    ("staticmethod", "(function, /)"), ("zip", "(*iterables, strict=False)"), ("GenericAlias", "(origin, args, /)"), ("mappingproxy", "(mapping)"),
    ("method", "(function, instance, /)"), ("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)"), ("chain", "(*iterables)"),
    ("product", "(*iterables, repeat=1)"), ("zip_longest", "(*iterables, fillvalue=None)"), ("attrgetter", "(attr, /, *attrs)"),
    ("itemgetter", "(item, /, *items)"), ("function", "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)"),
  ]

  /// Native constructors that take more than a signature can say.
  private static let withoutSignature: [StaticString] = ["int", "str", "bytes", "islice", "repeat"]

  /// The declared signature of a native type; "" for none at all, nil if it follows from `__new__`.
  private static func declared(_ t: Thread, _ type: Ref<TypeObject>) -> StaticString? {
    for name in withoutSignature where t.strEquals(type.name, name) { return "" }
    for known in declaredSignatures where t.strEquals(type.name, known.type) { return known.text }
    for known in laterSignatures where t.strEquals(type.name, known.type) {
      if t.has(.constructorSignatures) { return known.text }
      return t.strEquals(type.name, "function") ? "(code, globals, name=None, argdefs=None, closure=None)" : ""
    }
    if t.strEquals(type.name, "map"), t.has(.constructorSignatures) {
      return t.has(.strictMap) ? "(function, iterable, /, *iterables, strict=False)" : "(function, iterable, /, *iterables)"
    }
    return nil
  }

  /// `__text_signature__` of a native type: that of its own `__new__` without the class; None if there is none, or it takes anything.
  static func textSignature(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    t.populate(type)
    if !type.flags.contains(.heap), let known = declared(t, type) { return known.utf8CodeUnitCount == 0 ? .none : try t.str(known) }
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
