import Runtime

/// What CPython's `site` adds to builtins: `exit`, `quit`, `copyright`, `credits`, `license` and `help`.
struct SiteObject: HeapCell {
  var header: ObjectHeader
  // traced
  /// str: the name in builtins.
  var name: Value
  /// str: what is printed; for Quitter how else to leave.
  var text: Value

  static let tracedWords = 2
}

extension Ref where T == SiteObject {
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var text: Value { get { layout.text } nonmutating set { layout.text = newValue } }
}

enum SiteBuiltins {
  static let specs: [TypeSpec] = [
    TypeSpec(
      "_sitebuiltins.Quitter", doc: "Leaves the interpreter when it is called.",
      functions: [
        .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
          try t.message("Use %S() or %S to exit", object(a).name, object(a).text)
        },
        .init("__call__(self, code=None)", "Close standard input and raise SystemExit(code).") { t, a throws(Raised) in
          try closeStandardInput(t)
          throw t.raise(try t.call(Value(t.types.systemExit), a[1]))
        },
      ],
      attributes: [
        .init("name", get: { t, a throws(Raised) in object(a).name }), .init("eof", get: { t, a throws(Raised) in object(a).text }),
      ]),
    TypeSpec(
      "_sitebuiltins._Printer", doc: "Prints a text when it is called.",
      functions: [
        .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in object(a).text },
        .init("__call__(self)", "Print the text.") { t, a throws(Raised) in
          try t.call(try Self.builtin(t, "print"), object(a).text)
        },
      ]),
    TypeSpec(
      "_sitebuiltins._Helper", doc: "Shows help about an object.",
      functions: [
        .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in object(a).text },
        .init("__call__(self, *args, **kwds)", "Hand the arguments to pydoc's help.") { t, a throws(Raised) in
          let pydoc = try t.call(try Self.builtin(t, "__import__"), try t.str("pydoc"))
          return try t.call(try t.getAttribute(pydoc, t.intern("help")), tuple: a[1], dict: a[2])
        },
      ]),
  ]

  private static func object(_ a: Slots) -> Ref<SiteObject> { a[0].unchecked() }

  private static func builtin(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    let found = t.dictGet(t.interpreter.builtins, interned: try t.intern(name))
    if found.isNull { throw t.raise(t.types.nameError, message: try t.str(name)) }
    return found
  }

  /// Leaving closes standard input, so that an interactive loop ends too. Errors in it do not matter.
  private static func closeStandardInput(_ t: Thread) throws(Raised) {
    do throws(Raised) {
      let sys = try t.dictGet(t.interpreter.modules, t.name(.sys))
      if !sys.isNull { _ = try t.callMethod(try t.getAttribute(sys, .stdin), .close) }
    } catch {
      guard t.matches(t.exception, t.types.exception) else { throw error }
      _ = t.takeException()
    }
  }

  /// Adds the objects to the namespace of builtins.
  static func add(_ t: Thread, to namespace: Ref<DictObject>) throws(Raised) {
    let bytes = MemoryLayout<SiteObject>.size
    let quitter = try t.makeNativeType(specs[0], bytes: bytes, flags: [.noConstructor])
    let printer = try t.makeNativeType(specs[1], bytes: bytes, flags: [.noConstructor])
    let helper = try t.makeNativeType(specs[2], bytes: bytes, flags: [.noConstructor])
    try add(t, "exit", quitter, "Ctrl-D (i.e. EOF)", namespace)
    try add(t, "quit", quitter, "Ctrl-D (i.e. EOF)", namespace)
    try add(t, "copyright", printer, "Adder is free software; its LICENSE says who holds the rights.", namespace)
    try add(t, "credits", printer, "Thanks to the developers of CPython, whose bytecode and library Adder runs.", namespace)
    try add(t, "license", printer, "See the file LICENSE of Adder.", namespace)
    try add(t, "help", helper, "Type help() for interactive help, or help(object) for help about object.", namespace)
  }

  private static func add(
    _ t: Thread, _ name: StaticString, _ type: Ref<TypeObject>, _ text: StaticString, _ namespace: Ref<DictObject>
  ) throws(Raised) {
    let made: Ref<SiteObject> = try t.allocate(kind: .record, type: type, tracedWords: SiteObject.tracedWords)
    made.name = try t.intern(name)
    made.text = try t.str(text)
    try t.dictSet(namespace, made.name, Value(made))
  }
}
