import Runtime

/// What is added to the message of a NameError, AttributeError or ImportError: ". Did you mean: 'x'?" (Lib/traceback.py,
/// `_compute_suggestion_error`.)
enum Suggestions {
  /// The addition, or an empty str.
  static func text(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let layout = t.exceptionLayout(of: e.header.type)
    let wrong = wrongName(t, e, layout)
    guard wrong.isKind(.str) else { return t.interpreter.emptyStr }
    let found: Value
    do throws(Raised) {
      found = try suggestion(t, e, layout, wrong)
    } catch {
      _ = t.takeException()
      return t.interpreter.emptyStr
    }
    var out = TextBuilder(t)
    if !found.isNull { try out.append(try t.message(". Did you mean: '%S'?", found)) }
    if layout == .nameError, t.has(.importSuggestions), StandardModules.contains(t, wrong) {
      try out.append(
        try t.message(found.isNull ? ". Did you forget to import '%S'?" : " Or did you forget to import '%S'?", wrong))
    }
    return try out.finish()
  }

  /// The name that was not found; null if the exception gets no suggestion at this level.
  private static func wrongName(_ t: Thread, _ e: Ref<ExceptionObject>, _ layout: ExceptionLayout) -> Value {
    guard t.has(.suggestions) else { return .null }
    if !t.has(.reportsByTracebackModule) {
      let type = e.header.type
      guard type == t.types.nameError || type == t.types.attributeError || type == t.types.importError else { return .null }
    }
    switch layout {
    case .nameError, .attributeError: return e.field(ExceptionField.name)
    case .importError: return t.has(.importSuggestions) ? e.field(ExceptionField.importNameFrom) : .null
    default: return .null
    }
  }

  private static func suggestion(_ t: Thread, _ e: Ref<ExceptionObject>, _ layout: ExceptionLayout, _ wrong: Value) throws(Raised) -> Value {
    switch layout {
    case .attributeError:
      let object = e.field(ExceptionField.attributeObject)
      guard t.has(.reportsByTracebackModule) else {
        return object.isNone ? .null : try nearest(t, try names(t, of: object, hidesPrivate: false), wrong)
      }
      var hidesPrivate = !isPrivate(wrong)
      if hidesPrivate, let frame = lastFrame(e) {
        let me = try variable(t, frame, t.name(.self_))
        if me == object { hidesPrivate = false }
      }
      return try nearest(t, try names(t, of: object, hidesPrivate: hidesPrivate), wrong)
    case .importError:
      // The module of an object that is none has no name, and a program may give any object for one.
      let name = e.field(ExceptionField.importName)
      guard name.isKind(.str) else { return .null }
      let module = try t.importModule(name)
      let hidesPrivate = t.has(.reportsByTracebackModule) && !isPrivate(wrong)
      return try nearest(t, try names(t, of: module, hidesPrivate: hidesPrivate), wrong)
    default: return try nameSuggestion(t, e, wrong)
    }
  }

  private static func nearest(_ t: Thread, _ names: Ref<ListObject>, _ wrong: Value) throws(Raised) -> Value {
    t.closestName(to: wrong, among: names.slots)
  }

  private static func isPrivate(_ name: Value) -> Bool {
    let s: Ref<StrObject> = name.unchecked()
    return s.count > 0 && s.codePoint(0) == char("_")
  }

  /// `dir(v)`.
  private static func names(_ t: Thread, of v: Value, hidesPrivate: Bool) throws(Raised) -> Ref<ListObject> {
    let all: Ref<ListObject> = try AttributeFunctions.directory(t, v).unchecked()
    if !hidesPrivate { return all }
    let shown = try t.list()
    for k in 0..<all.count where !all.items[k].isKind(.str) || !isPrivate(all.items[k]) { try t.append(shown, all.items[k]) }
    return shown
  }

  /// The frame in which the exception was raised.
  private static func lastFrame(_ e: Ref<ExceptionObject>) -> Ref<FrameObject>? {
    guard e.traceback.isKind(.traceback) else { return nil }
    var entry: Ref<TracebackObject> = e.traceback.unchecked()
    while entry.next.isKind(.traceback) { entry = entry.next.unchecked() }
    return entry.frame.isKind(.frame) ? entry.frame.unchecked() : nil
  }

  /// `f_locals` of the frame.
  private static func locals(_ t: Thread, _ frame: Ref<FrameObject>) throws(Raised) -> Value {
    if !frame.code.flags.contains(.optimized) && !frame.namespace.isNull { return frame.namespace }
    return try t.localsDict(frame.code, t.variables(of: frame))
  }

  private static func variable(_ t: Thread, _ frame: Ref<FrameObject>, _ name: Value) throws(Raised) -> Value {
    let locals = try locals(t, frame)
    return locals.isKind(.dict) ? try t.dictGet(locals.unchecked(), name) : .null
  }

  /// A name of the frame's variables, globals or builtins; an attribute of `self` of just that name comes first.
  private static func nameSuggestion(_ t: Thread, _ e: Ref<ExceptionObject>, _ wrong: Value) throws(Raised) -> Value {
    guard let frame = lastFrame(e) else { return .null }
    let me = t.has(.importSuggestions) ? try variable(t, frame, t.name(.self_)) : .null
    if !me.isNull, !(try t.getAttributeOrNull(me, wrong).isNull) { return try t.message("self.%S", wrong) }
    if !t.has(.reportsByTracebackModule) { return try firstSuggestion(t, frame, wrong) }
    let names = try t.list()
    try appendKeys(t, try locals(t, frame), to: names)
    try appendKeys(t, Value(frame.function.globals), to: names)
    try appendKeys(t, Value(frame.function.builtins), to: names)
    return try nearest(t, names, wrong)
  }

  /// A local variable of the code, else a global one, else a builtin (CPython: Python/suggestions.c up to 3.12).
  private static func firstSuggestion(_ t: Thread, _ frame: Ref<FrameObject>, _ wrong: Value) throws(Raised) -> Value {
    let variables: Ref<TupleObject> = try t.variableNames(frame.code, kind: 0x20).unchecked()
    let local = t.closestName(to: wrong, among: variables.slots)
    if !local.isNull { return local }
    for namespace in [frame.function.globals, frame.function.builtins] {
      let names = try t.list()
      try appendKeys(t, Value(namespace), to: names)
      let found = try nearest(t, names, wrong)
      if !found.isNull { return found }
    }
    return .null
  }

  private static func appendKeys(_ t: Thread, _ namespace: Value, to names: Ref<ListObject>) throws(Raised) {
    guard namespace.isKind(.dict) else { return }
    var position = 0
    while let entry = t.dictNext(namespace.unchecked(), &position) { try t.append(names, entry.key) }
  }
}
