import Runtime

/// The tables of the exception types.
enum ExceptionTables {
  static var specs: [TypeSpec] { [base, group] + withFields + plain }

  /// `__str__` of the types that say something of their own.
  static let textOfFields = NativeFunctionSpec("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in
    try ExceptionTables.text(t, a[0].unchecked())
  }

  /// `__init__` of the types that take arguments of their own.
  static let initializer = NativeFunctionSpec(
    "__init__(self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature."
  ) { t, a throws(Raised) in
    let e: Ref<ExceptionObject> = a[0].unchecked()
    try t.initialize(e, t.exceptionLayout(of: e.header.type), args: a[1], keywords: a[2])
    return .none
  }

  static let base = TypeSpec(
    "BaseException", doc: "Common base class for all exceptions", functions: baseMethods, attributes: baseAttributes)

  private static let baseMethods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in try ExceptionTables.make(t, a[0].unchecked(), a[1], a[2]) },
    .init("__init__(self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
      try t.initialize(a[0].unchecked(), .plain, args: a[1], keywords: a[2])
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try ExceptionTables.plainText(t, a[0].unchecked()) },
    .init("add_note(self, note, /)", "Add a note to the exception") { t, a throws(Raised) in try ExceptionTables.addNote(t, a[0], a[1]) },
    .init("with_traceback(self, tb, /)", "Set self.__traceback__ to tb and return self.") { t, a throws(Raised) in
      _ = try ExceptionTables.setTraceback(t, a[0].unchecked(), a[1])
      return a[0]
    },
    .init("__reduce__(self, /)") { t, a throws(Raised) in try ExceptionTables.reduce(t, a[0].unchecked()) },
    .init("__setstate__(self, state, /)") { t, a throws(Raised) in try ExceptionTables.setState(t, a[0], a[1]) },
  ]

  private static let baseAttributes: [NativeAttributeSpec] = [
    .init("args", get: { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).args },
      set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "args may not be deleted") }
        a[0].unchecked(as: ExceptionObject.self).args = try t.tuple(from: a[1])
        return .none
      }),
    .init("__traceback__", get: { t, a throws(Raised) in orNone(a[0].unchecked(as: ExceptionObject.self).traceback) },
      set: { t, a throws(Raised) in try ExceptionTables.setTraceback(t, a[0].unchecked(), a[1]) }),
    .init("__context__", "the exception that was being handled when this one was raised", get: { t, a throws(Raised) in orNone(a[0].unchecked(as: ExceptionObject.self).context) },
      set: { t, a throws(Raised) in
        let context = try ExceptionTables.exceptionOrNone(
          t, a[1], "__context__ may not be deleted", "exception context must be None or derive from BaseException")
        a[0].unchecked(as: ExceptionObject.self).context = context
        return .none
      }),
    .init("__cause__", "the exception that this one was raised from", get: { t, a throws(Raised) in orNone(a[0].unchecked(as: ExceptionObject.self).cause) },
      set: { t, a throws(Raised) in
        let cause = try ExceptionTables.exceptionOrNone(
          t, a[1], "__cause__ may not be deleted", "exception cause must be None or derive from BaseException")
        a[0].unchecked(as: ExceptionObject.self).cause = cause
        a[0].unchecked(as: ExceptionObject.self).suppressContext = true
        return .none
      }),
    .init("__suppress_context__", get: { t, a throws(Raised) in Value(a[0].unchecked(as: ExceptionObject.self).suppressContext) },
      set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "can't delete numeric/char attribute") }
        if !a[1].isBool { throw t.raise(t.types.typeError, "attribute value type must be bool") }
        a[0].unchecked(as: ExceptionObject.self).suppressContext = a[1].isTrue
        return .none
      }),
    .init("__dict__", get: { t, a throws(Raised) in try ExceptionTables.namespace(t, a[0].unchecked()) },
      set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "cannot delete __dict__") }
        if !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", a[1]) }
        a[0].unchecked(as: ExceptionObject.self).dict = a[1]
        return .none
      }),
  ]
}

/// None for a field that is not set.
func orNone(_ v: Value) -> Value { v.isNull ? .none : v }

// MARK: - Bodies

extension ExceptionTables {
  /// `BaseException.__new__` for every layout.
  private static func make(_ t: Thread, _ type: Ref<TypeObject>, _ args: Value, _ keywords: Value) throws(Raised) -> Value {
    switch t.exceptionLayout(of: type) {
    case .group: return try t.newExceptionGroup(type, args: args)
    case .osError:
      if !t.initializesOSErrorLate(type), keywords.unchecked(as: DictObject.self).count > 0 {
        throw t.raise(t.types.typeError, "%N() takes no keyword arguments", Value(type))
      }
      return try t.newOSError(type, args: args)
    default: return Value(try t.allocateException(type, args: args))
    }
  }

  private static func exceptionOrNone(_ t: Thread, _ v: Value, _ deleted: StaticString, _ wrongType: StaticString) throws(Raised) -> Value {
    if v.isNull { throw t.raise(t.types.typeError, deleted) }
    if v.isNone { return .null }
    if !t.isException(v) { throw t.raise(t.types.typeError, wrongType) }
    return v
  }

  private static func setTraceback(_ t: Thread, _ e: Ref<ExceptionObject>, _ traceback: Value) throws(Raised) -> Value {
    if traceback.isNull { throw t.raise(t.types.typeError, "__traceback__ may not be deleted") }
    if !traceback.isNone && !traceback.isKind(.traceback) { throw t.raise(t.types.typeError, "__traceback__ must be a traceback or None") }
    e.traceback = traceback
    return .none
  }

  private static func namespace(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    if e.dict.isNull { e.dict = Value(try t.dict()) }
    return e.dict
  }

  private static func addNote(_ t: Thread, _ e: Value, _ note: Value) throws(Raised) -> Value {
    if !note.isKind(.str) { throw t.raise(.noteNotStr, note) }
    var notes = try t.getAttributeOrNull(e, t.name(.__notes__))
    if notes.isNull {
      notes = Value(try t.list())
      try t.setAttribute(e, t.name(.__notes__), notes)
    } else if !notes.isKind(.list) {
      throw t.raise(t.types.typeError, "Cannot add note: __notes__ is not a list")
    }
    try t.append(notes.unchecked(), note)
    return .none
  }

  /// `(type, args)` and the state, if there is any.
  private static func reduce(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let type = Value(e.header.type)
    var args = e.args
    let state = try t.dict()
    if !e.dict.isNull { try t.dictMergeAll(state, e.dict.unchecked()) }
    switch t.exceptionLayout(of: e.header.type) {
    case .osError:
      let given: Ref<TupleObject> = args.unchecked()
      if given.count == 2, !e.fields[ExceptionField.osFilename].isNull {
        let filename2 = e.fields[ExceptionField.osFilename2]
        let extended = try t.tuple(count: filename2.isNull ? 3 : 5)
        extended.items[0] = given.items[0]
        extended.items[1] = given.items[1]
        extended.items[2] = e.fields[ExceptionField.osFilename]
        if !filename2.isNull {
          extended.items[3] = .none
          extended.items[4] = filename2
        }
        args = Value(extended)
      }
    case .importError:
      try addState(t, state, t.name(.name), e.fields[ExceptionField.importName])
      try addState(t, state, t.name(.path), e.fields[ExceptionField.importPath])
      try addState(t, state, t.name(.name_from), e.fields[ExceptionField.importNameFrom])
    case .attributeError where t.has(.reducedAttributeErrors):
      return try t.tuple(type, args, try attributeErrorState(t, e))
    default: break
    }
    return state.count > 0 ? try t.tuple(type, args, Value(state)) : try t.tuple(type, args)
  }

  /// `AttributeError.__getstate__`: its namespace, name and arguments.
  static func attributeErrorState(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> Value {
    let state = try t.dict()
    if !e.dict.isNull { try t.dictMergeAll(state, e.dict.unchecked()) }
    try addState(t, state, t.name(.name), e.fields[ExceptionField.name])
    try t.dictSet(state, t.name(.args), e.args)
    return Value(state)
  }

  private static func addState(_ t: Thread, _ state: Ref<DictObject>, _ name: Value, _ value: Value) throws(Raised) {
    if !value.isNull { try t.dictSet(state, name, value) }
  }

  private static func setState(_ t: Thread, _ e: Value, _ state: Value) throws(Raised) -> Value {
    if state.isNone { return .none }
    guard state.isKind(.dict) else { throw t.raise(t.types.typeError, "state is not a dictionary") }
    var position = 0
    while let entry = t.dictNext(state.unchecked(), &position) { try t.setAttribute(e, entry.key, entry.value) }
    return .none
  }
}
