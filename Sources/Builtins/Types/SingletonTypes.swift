import Runtime

/// The tables of NoneType, NotImplementedType and ellipsis, and of types.SimpleNamespace.
enum SingletonTypes {
  static var specs: [TypeSpec] {
    [
      TypeSpec("NoneType", doc: "The type of the None singleton.", functions: [
        constructor { t, a throws(Raised) in try SingletonTypes.only(t, a, .none) },
        CodeTypes.representation,
        .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in .false },
        .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(try t.hash(a[0])) },
      ]),
      TypeSpec("NotImplementedType", doc: "The type of the NotImplemented singleton.", functions: [
        constructor { t, a throws(Raised) in try SingletonTypes.only(t, a, .notImplemented) },
        CodeTypes.representation,
        .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try t.truth(a[0])) },
        .init("__reduce__(self, /)") { t, a throws(Raised) in try t.str("NotImplemented") },
      ]),
      TypeSpec("ellipsis", doc: "The type of the Ellipsis singleton.", functions: [
        constructor { t, a throws(Raised) in try SingletonTypes.only(t, a, .ellipsis) },
        CodeTypes.representation, .init("__reduce__(self, /)") { t, a throws(Raised) in try t.str("Ellipsis") },
      ]),
      SimpleNamespaceType.spec,
    ]
  }

  private static func constructor(_ body: NativeBody) -> NativeFunctionSpec {
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.", body)
  }

  /// What calling the type gives: the one object there is. TypeError if there are arguments.
  private static func only(_ t: Thread, _ a: Slots, _ value: Value) throws(Raised) -> Value {
    if a[1].unchecked(as: TupleObject.self).count > 0 || a[2].unchecked(as: DictObject.self).count > 0 {
      throw t.raise(t.types.typeError, "%S takes no arguments", t.typeOf(value) == t.types.ellipsis ? try t.str("EllipsisType") : t.typeOf(value).name)
    }
    return value
  }
}

/// The table of types.SimpleNamespace: an object with nothing but a `__dict__`.
enum SimpleNamespaceType {
  static let spec = TypeSpec("types.SimpleNamespace", doc: "A simple attribute-based namespace.", functions: methods,
    attributes: [.init("__dict__", get: { t, a throws(Raised) in try t.attributesDict(a[0]) })], finish: CodeTypes.makeUnhashable)

  private static func namespace(_ t: Thread, _ v: Value) throws(Raised) -> Ref<DictObject> {
    try t.attributesDict(v).unchecked()
  }

  private static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      let made: Ref<ObjectHeader> = try t.allocateInstance(a[0].unchecked(), kind: .record, tracedWords: 0)
      return Value(made)
    },
    .init("__init__(self, /, *args, **kwargs)", "Initialize self.") { t, a throws(Raised) in
      let arguments: Ref<TupleObject> = a[1].unchecked()
      try SimpleNamespaceType.checkCount(t, a[0], arguments.count)
      if arguments.count == 1 { try SimpleNamespaceType.update(t, try namespace(t, a[0]), from: arguments.items[0]) }
      try t.dictMergeAll(try namespace(t, a[0]), a[2].unchecked())
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try SimpleNamespaceType.text(t, a[0]) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .lessOrEqual, a) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .notEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try SimpleNamespaceType.compare(t, .greaterOrEqual, a) },
    .init("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
      try t.tuple(Value(t.typeOf(a[0])), t.interpreter.emptyTuple, Value(try namespace(t, a[0])))
    },
    .init("__replace__(self, /, **changes)", "Return a copy of the namespace object with new values for the specified attributes.") { t, a throws(Raised) in
      let copy = try t.dictCopy(try namespace(t, a[0]))
      try t.dictMergeAll(copy, a[1].unchecked())
      return try t.call(Value(t.typeOf(a[0])), tuple: t.interpreter.emptyTuple, dict: Value(copy))
    },
  ]

  private static func checkCount(_ t: Thread, _ me: Value, _ count: Int) throws(Raised) {
    if t.has(.namespaceOfMapping), count > 1 {
      throw t.raise(t.types.typeError, "%S expected at most 1 argument, got %S", t.typeOf(me).name, Value(small: count))
    }
    if !t.has(.namespaceOfMapping), count > 0 { throw t.raise(t.types.typeError, "no positional arguments expected") }
  }

  /// Namespaces compare as their dicts.
  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard t.isInstance(a[1], of: t.types.simpleNamespace) else { return .notImplemented }
    return try t.compare(op, Value(try namespace(t, a[0])), Value(try namespace(t, a[1])))
  }

  private static func update(_ t: Thread, _ namespace: Ref<DictObject>, from source: Value) throws(Raised) {
    let pairs: Value = try t.call(Value(t.types.dict), source)
    var position = 0
    while let entry = t.dictNext(pairs.unchecked(), &position) {
      if !entry.key.isKind(.str) { throw t.raise(t.types.typeError, "keywords must be strings") }
      try t.dictSet(namespace, entry.key, entry.value)
    }
  }

  /// The same with the names in order.
  private static func sorted(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) -> Ref<DictObject> {
    let keys: Ref<ListObject> = try t.list(from: Value(namespace))
    try t.sort(keys, key: .none, reverse: false)
    let result = try t.dict()
    for i in 0..<keys.count { try t.dictSet(result, keys.items[i], try t.dictGet(namespace, keys.items[i])) }
    return result
  }

  /// `namespace(x=1)`; keys that are no identifiers are shown too.
  private static func text(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let names = t.has(.namespaceShownSorted) ? try sorted(t, try namespace(t, me)) : try namespace(t, me)
    var out = TextBuilder(t)
    if t.typeOf(me) == t.types.simpleNamespace { try out.append("namespace") } else { try out.append(t.typeOf(me).name) }
    try t.enterRecursive(" while getting the repr of an object")
    defer { t.leaveRecursive() }
    if !t.enterRepr(me.object) {
      try out.append("(...)")
      return try out.finish()
    }
    defer { t.leaveRepr(me.object) }
    try out.append("(")
    var position = 0
    var isFirst = true
    while let entry = t.dictNext(names, &position) {
      if !isFirst { try out.append(", ") }
      isFirst = false
      try out.append(try t.str(of: entry.key))
      try out.append("=")
      try t.appendRepr(entry.value, to: &out)
    }
    try out.append(")")
    return try out.finish()
  }
}
