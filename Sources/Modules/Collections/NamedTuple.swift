import Runtime

/// The descriptor of a field of a named tuple.
struct TupleGetterObject: NativeLayout {
  var header: ObjectHeader
  var doc: Value
  var index: Int
  static let tracedWords = 1
}

extension Ref where T == TupleGetterObject {
  @inline(__always) var doc: Value { get { layout.doc } nonmutating set { layout.doc = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

extension Collections {
  static let tupleGetter = TypeSpec(
    "collections._tuplegetter",
    functions: [
      NativeFunctionSpec("__new__(cls, index, doc, /)", "Make a new object.") { t, a throws(Raised) in
        let index = try t.asIndex(a[1])
        let me = try t.make(TupleGetterObject.self, a[0])
        me.index = index
        me.doc = a[2]
        return Value(me)
      },
      NativeFunctionSpec("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        let me = a.object(0, TupleGetterObject.self)
        guard a[1].isKind(.tuple) else {
          if a[1].isNone { return a[0] }
          throw t.raise(
            t.types.typeError, "descriptor for index '%S' for tuple subclasses doesn't apply to '%T' object", try t.int(me.index), a[1])
        }
        let items = a[1].tupleSlots
        guard me.index < items.count else { throw t.raise(t.types.indexError, "tuple index out of range") }
        return items[me.index]
      },
      NativeFunctionSpec("__set__(self, instance, value, /)", "Set an attribute of instance to value.") { t, _ throws(Raised) in
        throw t.raise(t.types.attributeError, "can't set attribute")
      },
      NativeFunctionSpec("__delete__(self, instance, /)", "Delete an attribute of instance.") { t, _ throws(Raised) in
        throw t.raise(t.types.attributeError, "can't delete attribute")
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = a.object(0, TupleGetterObject.self)
        return try t.text("_tuplegetter(%S, %R)", try t.int(me.index), me.doc)
      },
      NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
        let me = a.object(0, TupleGetterObject.self)
        return try t.tuple(Value(t.typeOf(a[0])), try t.tuple(try t.int(me.index), me.doc))
      },
    ],
    attributes: [
      NativeAttributeSpec(
        "__doc__", get: { _, a throws(Raised) in a.object(0, TupleGetterObject.self).doc },
        set: { _, a throws(Raised) in
          a.object(0, TupleGetterObject.self).doc = a[1].isNull ? .none : a[1]
          return .none
        })
    ])

  static let namedtupleFunction = NativeFunctionSpec(
    "namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)",
    "Returns a new subclass of tuple with named fields.", binding: .function
  ) { t, a throws(Raised) in
    let fields = try fieldNames(t, a[1])
    let typeName = t.intern(try t.str(of: a[0]))
    if try t.truth(a[2]) { try renameBadFields(t, fields) }
    try checkFieldNames(t, typeName, fields, isRenaming: try t.truth(a[2]))
    var defaults = t.interpreter.emptyTuple
    if !a[3].isNone {
      defaults = try t.tuple(from: a[3])
      if defaults.tupleSlots.count > fields.count { throw t.raise(t.types.typeError, "Got more default values than field names") }
    }
    var module = a[4]
    if module.isNone && !t.frame.isNone { module = t.dictGet(t.frame.globals, interned: t.name(.__name__)) }
    return try makeNamedTuple(t, typeName, try t.tuple(copying: fields.slots), defaults, module: module.isNull ? .none : module)
  }

  // MARK: Names

  private static func fieldNames(_ t: Thread, _ v: Value) throws(Raised) -> Ref<ListObject> {
    var source = v
    if source.isKind(.str) {
      source = try t.callMethod(try t.callMethod(source, .replace, try t.str(","), try t.str(" ")), .split)
    }
    let names = try t.list()
    let iterator = try t.iterator(of: source)
    while true {
      let name = try t.next(iterator)
      if name.isNull { return names }
      try t.append(names, t.intern(try t.str(of: name)))
    }
  }

  static func isIdentifier(_ t: Thread, _ name: Value) throws(Raised) -> Bool {
    try t.truth(try t.call(try t.getAttribute(name, try t.intern("isidentifier"))))
  }

  private static func startsWithUnderscore(_ name: Value) -> Bool {
    let text = name.unchecked(as: StrObject.self)
    return text.count > 0 && text.codePoint(0) == 95
  }

  private static func renameBadFields(_ t: Thread, _ fields: Ref<ListObject>) throws(Raised) {
    for i in 0..<fields.count {
      let name = fields.items[i]
      let isGood = try isIdentifier(t, name)
      if !isGood || Keyword.isKeyword(t, name) || startsWithUnderscore(name) || contains(fields, name, before: i) {
        fields.items[i] = t.intern(try t.text("_%S", try t.int(i)))
      }
    }
  }

  /// Field names are interned: identity decides.
  private static func contains(_ fields: Ref<ListObject>, _ name: Value, before end: Int) -> Bool {
    for i in 0..<end where fields.items[i] == name { return true }
    return false
  }

  private static func checkFieldNames(_ t: Thread, _ typeName: Value, _ fields: Ref<ListObject>, isRenaming: Bool) throws(Raised) {
    for i in -1..<fields.count {
      let name = i < 0 ? typeName : fields.items[i]
      if try !isIdentifier(t, name) {
        throw t.raise(t.types.valueError, "Type names and field names must be valid identifiers: %R", name)
      }
      if Keyword.isKeyword(t, name) {
        throw t.raise(t.types.valueError, "Type names and field names cannot be a keyword: %R", name)
      }
    }
    for i in 0..<fields.count {
      let name = fields.items[i]
      if startsWithUnderscore(name) && !isRenaming {
        throw t.raise(t.types.valueError, "Field names cannot start with an underscore: %R", name)
      }
      if contains(fields, name, before: i) { throw t.raise(t.types.valueError, "Encountered duplicate field name: %R", name) }
    }
  }

  // MARK: The class

  /// The class of a named tuple. `fields` is a tuple of interned strs, `defaults` a tuple of the defaults of the last ones.
  static func makeNamedTuple(
    _ t: Thread, _ typeName: Value, _ fields: Value, _ defaults: Value, module: Value
  ) throws(Raised) -> Value {
    let names = fields.tupleSlots
    let namespace = try t.dict()
    let list = try argumentList(t, fields)
    try t.dictSet(namespace, t.name(.__doc__), try t.text("%S(%S)", typeName, list))
    try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
    try t.dictSet(namespace, try t.intern("_fields"), fields)
    try t.dictSet(namespace, try t.intern("_field_defaults"), try fieldDefaults(t, names, defaults.tupleSlots))
    try t.dictSet(namespace, t.name(.__new__), try constructor(t, typeName, fields, defaults))
    if t.has(.namedTupleOldDefaults) {
      try t.dictSet(namespace, try t.intern("_fields_defaults"), t.dictGet(namespace, interned: try t.intern("_field_defaults")))
    }
    let natives = try t.addMethods(namedTupleMethods, to: namespace, of: typeName, module: try t.intern("collections"))
    for i in 0..<natives.count {
      let function = natives.items[i].unchecked(as: NativeFunctionObject.self)
      if t.strEquals(function.name, "_replace") {
        function.libraryDoc = try t.text("Return a new %S object replacing specified fields with new values", typeName)
      }
    }
    let maker = t.dictGet(namespace, interned: try t.intern("_make")).unchecked(as: MethodWrapperObject.self).function
    maker.unchecked(as: NativeFunctionObject.self).libraryDoc = try t.text("Make a new %S object from a sequence or iterable", typeName)
    if t.has(.replaceableNamedTuples) { try t.dictSet(namespace, try t.intern("__replace__"), t.dictGet(namespace, interned: try t.intern("_replace"))) }
    if t.has(.matchedNamedTuples) { try t.dictSet(namespace, t.name(.__match_args__), fields) }
    let getterType = Value(t.typeNamed("collections._tuplegetter"))
    for i in 0..<names.count {
      let index = try t.int(i)
      try t.dictSet(namespace, names[i], try t.call(getterType, index, try t.text("Alias for field number %S", index)))
    }
    if !module.isNone { try t.dictSet(namespace, t.name(.__module__), module) }
    let cls = try t.call(Value(t.types.type), typeName, try t.tuple(Value(t.types.tuple)), Value(namespace))
    t.setOwner(cls.unchecked(), of: natives)
    return cls
  }

  /// The names between commas, with one behind a single name.
  private static func argumentList(_ t: Thread, _ fields: Value) throws(Raised) -> Value {
    if fields.tupleSlots.count == 1 { return try t.text("%S,", fields.tupleSlots[0]) }
    return try t.callMethod(try t.str(", "), .join, fields)
  }

  private static func fieldDefaults(_ t: Thread, _ names: Slots, _ defaults: Slots) throws(Raised) -> Value {
    let result = try t.dict()
    for i in 0..<defaults.count { try t.dictSet(result, names[names.count - defaults.count + i], defaults[i]) }
    return Value(result)
  }

  /// `__new__`: carries (type name, field names, defaults). With the exact number of arguments they arrive as they are; else as *args and **kwargs.
  private static func constructor(_ t: Thread, _ typeName: Value, _ fields: Value, _ defaults: Value) throws(Raised) -> Value {
    let count = fields.tupleSlots.count
    // The two forms are told apart by the number of slots.
    let function = try t.closure(count == 2 ? newOfPair : newOfTuple, try t.tuple(typeName, fields, defaults))
    try t.parseSignature(function)
    function.exactCount = count + 2
    let made = try t.libraryFunction(function)
    made.qualifiedLibraryName = try t.text("%S.%S", typeName, function.name)
    made.libraryDoc = try t.text("Create new instance of %S(%S)", typeName, try argumentList(t, fields))
    let own = try t.dict()
    try t.dictSet(own, try t.intern("__defaults__"), defaults.tupleSlots.count == 0 ? .none : defaults)
    made.libraryDictionary = Value(own)
    return try t.staticMethod(Value(made))
  }

  private static let newOfTuple = NativeFunctionSpec("__new__(info, /, _cls=<unrepresentable>, *args, **kwargs)", binding: .function) { t, a throws(Raised) in
    let info = a[0].tupleSlots
    if a.count == info[1].tupleSlots.count + 2 && a.count != 4 { return try newTuple(t, a[1], a.dropFirst(2)) }
    return try bindFields(t, info, a[1], a[2].tupleSlots, a[3].unchecked())
  }

  private static let newOfPair = NativeFunctionSpec("__new__(info, /, _cls=<unrepresentable>, *args, _=None, **kwargs)", binding: .function) { t, a throws(Raised) in
    if a.count == 4 { return try newTuple(t, a[1], a.dropFirst(2)) }
    let keywords = a[4].unchecked(as: DictObject.self)
    if !a[3].isNone { try t.dictSet(keywords, t.name(.underscore), a[3]) }
    return try bindFields(t, a[0].tupleSlots, a[1], a[2].tupleSlots, keywords)
  }

  /// An instance of the tuple subclass `cls`.
  static func newTuple(_ t: Thread, _ cls: Value, _ items: Slots) throws(Raised) -> Value {
    guard cls.isKind(.type), t.isSubtype(cls.unchecked(), t.types.tuple) else {
      throw t.raise(t.types.typeError, "tuple.__new__(X): X is not a type object (%T)", cls)
    }
    let result: Ref<TupleObject> = try t.allocateInstance(
      cls.unchecked(), bytes: MemoryLayout<TupleObject>.size + items.count * MemoryLayout<Value>.stride, kind: .tuple, tracedWords: items.count)
    for i in 0..<items.count { result.items[i] = items[i] }
    return Value(result)
  }

  private static func bindFields(
    _ t: Thread, _ info: Slots, _ cls: Value, _ arguments: Slots, _ keywords: Ref<DictObject>
  ) throws(Raised) -> Value {
    let names = info[1].tupleSlots
    let defaults = info[2].tupleSlots
    let bound = try t.tuple(count: names.count)
    for i in 0..<min(arguments.count, names.count) { bound.items[i] = arguments[i] }
    var position = 0
    while let entry = t.dictNext(keywords, &position) {
      var index = 0
      while index < names.count, !t.strEquals(names[index], entry.key) { index += 1 }
      if index == names.count {
        throw t.raise(t.types.typeError, "%S() got an unexpected keyword argument '%S'", try constructorName(t, info), entry.key)
      }
      if !bound.items[index].isNull {
        throw t.raise(t.types.typeError, "%S() got multiple values for argument '%S'", try constructorName(t, info), entry.key)
      }
      bound.items[index] = entry.value
    }
    if arguments.count > names.count { throw tooMany(t, info, arguments.count) }
    let missing = try t.list()
    if cls.isNull { try t.append(missing, try t.str("'_cls'")) }
    let required = names.count - defaults.count
    for i in 0..<names.count where bound.items[i].isNull {
      if i < required { try t.append(missing, try t.repr(names[i])) } else { bound.items[i] = defaults[i - required] }
    }
    if missing.count > 0 { throw try missingArguments(t, info, missing) }
    return try newTuple(t, cls, bound.slots)
  }

  /// What messages call `__new__`, which CPython makes from a text.
  private static func constructorName(_ t: Thread, _ info: Slots) throws(Raised) -> Value {
    try t.message(t.template(.namedTupleConstructor), info[0])
  }

  private static func tooMany(_ t: Thread, _ info: Slots, _ given: Int) -> Raised {
    do throws(Raised) {
      // The class counts as an argument.
      let most = info[1].tupleSlots.count + 1
      let least = most - info[2].tupleSlots.count
      let givenText = try t.int(given + 1)
      let name = try constructorName(t, info)
      if least != most {
        return t.raise(
          t.types.typeError, "%S() takes from %S to %S positional arguments but %S were given", name, try t.int(least), try t.int(most),
          givenText)
      }
      if most == 1 {
        return t.raise(t.types.typeError, "%S() takes 1 positional argument but %S were given", name, givenText)
      }
      return t.raise(t.types.typeError, "%S() takes %S positional arguments but %S were given", name, try t.int(most), givenText)
    } catch {
      return error
    }
  }

  /// The message for missing arguments, whose names are given quoted.
  private static func missingArguments(_ t: Thread, _ info: Slots, _ names: Ref<ListObject>) throws(Raised) -> Raised {
    let count = names.count
    var out = TextBuilder(t)
    for i in 0..<count {
      if i > 0 { try out.append(count == 2 ? " and " : i == count - 1 ? ", and " : ", ") }
      try out.append(names.items[i])
    }
    return t.raise(
      t.types.typeError,
      count == 1
        ? "%S() missing %S required positional argument: %S" : "%S() missing %S required positional arguments: %S",
      try constructorName(t, info), try t.int(count), try out.finish())
  }

  // MARK: Methods

  private static func fields(_ t: Thread, _ cls: Ref<TypeObject>) throws(Raised) -> Slots {
    let names = t.lookup(cls, try t.intern("_fields"))
    guard names.isKind(.tuple) else { throw t.raise(t.types.typeError, "_fields must be a tuple") }
    return names.tupleSlots
  }

  private static let namedTupleMethods: [NativeFunctionSpec] = [
    NativeFunctionSpec("_make(cls, iterable)", "Make a new namedtuple object from a sequence or iterable", binding: .classMethod) {
      t, a throws(Raised) in
      guard a[0].isKind(.type) else { throw t.raise(t.types.typeError, "_make() needs a class, not '%T'", a[0]) }
      let items = try t.list(from: a[1])
      let count = try fields(t, a[0].unchecked()).count
      if items.count != count {
        throw t.raise(t.types.typeError, "Expected %S arguments, got %S", try t.int(count), try t.int(items.count))
      }
      return try newTuple(t, a[0], items.slots)
    },
    NativeFunctionSpec("_replace(self, /, **kwds)", "Return a new namedtuple object replacing specified fields with new values") { t, a throws(Raised) in
      let keywords = a[1].unchecked(as: DictObject.self)
      let items = try t.list(from: a[0])
      let names = try fields(t, t.typeOf(a[0]))
      for i in 0..<min(names.count, items.count) {
        let value = try t.dictGet(keywords, names[i])
        if value.isNull { continue }
        items.items[i] = value
        _ = try t.dictDelete(keywords, names[i])
      }
      if keywords.count > 0 {
        throw t.raise(.unexpectedFieldNames, Value(try t.list(from: a[1])))
      }
      return try t.call(try t.getAttribute(a[0], try t.intern("_make")), Value(items))
    },
    NativeFunctionSpec("__repr__(self, /)", "Return a nicely formatted representation string") { t, a throws(Raised) in
      let names = try fields(t, t.typeOf(a[0]))
      let items = a[0].tupleSlots
      try t.enterRecursive(" while getting the repr of an object")
      defer { t.leaveRecursive() }
      var out = TextBuilder(t)
      try out.append(t.typeOf(a[0]).name)
      try out.append("(")
      for i in 0..<min(names.count, items.count) {
        if i > 0 { try out.append(", ") }
        try out.append(names[i])
        try out.append("=")
        try out.append(try t.repr(items[i]))
      }
      try out.append(")")
      return try out.finish()
    },
    NativeFunctionSpec("_asdict(self, /)", "Return a new dict which maps field names to their values.") { t, a throws(Raised) in
      let names = try fields(t, t.typeOf(a[0]))
      let items = a[0].tupleSlots
      let result = try t.dict()
      for i in 0..<min(names.count, items.count) { try t.dictSet(result, names[i], items[i]) }
      return Value(result)
    },
    NativeFunctionSpec("__getnewargs__(self, /)", "Return self as a plain tuple.  Used by copy and pickle.") { t, a throws(Raised) in
      try t.tuple(copying: a[0].tupleSlots)
    },
  ]
}
