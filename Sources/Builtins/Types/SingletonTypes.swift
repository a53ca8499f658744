import Runtime

/// The tables of NoneType, NotImplementedType and ellipsis, and of types.SimpleNamespace.
enum SingletonTypes {
  static var specs: [TypeSpec] {
    [
      TypeSpec("NoneType", doc: "The type of the None singleton.", functions: [
        CodeTypes.representation,
        .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in .false },
        .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(try t.hash(a[0])) },
      ]),
      TypeSpec("NotImplementedType", doc: "The type of the NotImplemented singleton.", functions: [
        CodeTypes.representation,
        .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try t.truth(a[0])) },
        .init("__reduce__(self, /)") { t, a throws(Raised) in try t.str("NotImplemented") },
      ]),
      TypeSpec("ellipsis", doc: "The type of the Ellipsis singleton.", functions: [
        CodeTypes.representation, .init("__reduce__(self, /)") { t, a throws(Raised) in try t.str("Ellipsis") },
      ]),
      SimpleNamespaceType.spec,
    ]
  }
}

/// An instance of types.SimpleNamespace: nothing but a namespace.
@frozen
public struct SimpleNamespaceObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var namespace: Ref<DictObject>
}

/// The table of types.SimpleNamespace.
enum SimpleNamespaceType {
  static let spec = TypeSpec(
    "types.SimpleNamespace", doc: "A simple attribute-based namespace.", functions: methods,
    attributes: [.init("__dict__", get: { t, a throws(Raised) in Value(namespace(a)) })])

  private static func namespace(_ a: Slots) -> Ref<DictObject> { a[0].unchecked(as: SimpleNamespaceObject.self).namespace }

  private static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)") { t, a throws(Raised) in
      let made: Ref<SimpleNamespaceObject> = try t.allocateInstance(a[0].unchecked(), kind: .record, tracedWords: 1)
      made.namespace = try t.dict()
      return Value(made)
    },
    .init("__init__(self, mapping_or_iterable=<unrepresentable>, /, **kwargs)", "Initialize self.") { t, a throws(Raised) in
      if !a[1].isNull { try SimpleNamespaceType.update(t, namespace(a), from: a[1]) }
      try t.dictMergeAll(namespace(a), a[2].unchecked())
      return .none
    },
    .init("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      let name = try t.checkedAttributeName(a[1])
      let attribute = t.lookup(t.typeOf(a[0]), name)
      if !attribute.isNull, t.typeOf(attribute).flags.contains(.dataDescriptor) { return try t.bind(attribute, to: a[0], t.typeOf(a[0])) }
      let own = t.dictGet(namespace(a), interned: name)
      if !own.isNull { return own }
      if attribute.isNull { throw t.attributeError(a[0], name) }
      return try t.bind(attribute, to: a[0], t.typeOf(a[0]))
    },
    .init("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      let name = try t.checkedAttributeName(a[1])
      let attribute = t.lookup(t.typeOf(a[0]), name)
      if !attribute.isNull, try t.store(attribute, in: a[0], a[2]) { return .none }
      try t.dictSet(namespace(a), name, a[2])
      return .none
    },
    .init("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      let name = try t.checkedAttributeName(a[1])
      if try !t.dictDelete(namespace(a), name) { throw t.attributeError(a[0], name) }
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try SimpleNamespaceType.text(t, a[0]) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      guard t.isInstance(a[1], of: t.types.simpleNamespace) else { return .notImplemented }
      return try t.compare(.equal, Value(namespace(a)), Value(namespace(a.dropFirst())))
    },
    .init("__dir__(self, /)", "Default dir() implementation.") { t, a throws(Raised) in
      let names = try t.list(from: Value(namespace(a)))
      _ = try t.callMethod(Value(names), .extend, try t.callMethod(Value(t.typeOf(a[0])), .__dir__))
      return Value(names)
    },
    .init("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
      try t.tuple(Value(t.typeOf(a[0])), t.interpreter.emptyTuple, Value(namespace(a)))
    },
    .init("__replace__(self, /, **changes)", "Return a copy of the namespace object with new values for the specified attributes.") { t, a throws(Raised) in
      let copy = try t.dictCopy(namespace(a))
      try t.dictMergeAll(copy, a[1].unchecked())
      return try t.call(Value(t.typeOf(a[0])), tuple: t.interpreter.emptyTuple, dict: Value(copy))
    },
  ]

  private static func update(_ t: Thread, _ namespace: Ref<DictObject>, from source: Value) throws(Raised) {
    let pairs: Value = try t.call(Value(t.types.dict), source)
    var position = 0
    while let entry = t.dictNext(pairs.unchecked(), &position) {
      if !entry.key.isKind(.str) { throw t.raise(t.types.typeError, "keywords must be strings") }
      try t.dictSet(namespace, entry.key, entry.value)
    }
  }

  /// `namespace(x=1)`; keys that are no identifiers are shown too.
  private static func text(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let namespace = me.unchecked(as: SimpleNamespaceObject.self).namespace
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
    while let entry = t.dictNext(namespace, &position) {
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
