import Builtins
import Runtime

extension Typing {
  static func addClasses(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let none = t.interpreter.emptyTuple
    let anyMeta = try t.addClass(m, anyMetaclass, bases: try t.tuple(Value(t.types.type)))
    try t.addClass(m, anyClass, bases: none, metaclass: anyMeta)
    try t.addClass(m, forwardReference, bases: none)
    try t.addClass(m, newType, bases: none)
    try t.addConstant(m, "AnyStr", try typeVariable(t, "AnyStr", Value(t.types.str), Value(t.types.bytes)))
    try addNamedTuple(t, m)
    try addProtocols(t, m)
  }

  private static func typeVariable(_ t: Thread, _ name: StaticString, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try t.call(Value(t.types.typeVar), try t.str(name), a, b)
  }

  private static let anyMetaclass = TypeSpec(
    "typing._AnyMeta",
    functions: [
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
        if a[0] == (try named(t, "Any")) { return try t.str("typing.Any") }
        return try t.call(t.lookup(t.types.type, .__repr__), a[0])
      },
      NativeFunctionSpec("__instancecheck__(self, obj)") { t, a throws(Raised) in
        if a[0] == (try named(t, "Any")) { throw t.raise(t.types.typeError, "typing.Any cannot be used with isinstance()") }
        return Value(t.isInstance(a[1], of: a[0].unchecked()))
      },
    ])

  private static let anyClass = TypeSpec(
    "typing.Any", doc: "Special type indicating an unconstrained type.",
    functions: [
      NativeFunctionSpec("__new__(cls, *args, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        if a[0] == (try named(t, "Any")) { throw t.raise(.anyInstantiated) }
        return try t.call(try t.getAttribute(Value(t.types.object), .__new__), a[0])
      }
    ])

  private static func text(_ t: Thread, _ me: Value, _ name: StaticString) throws(Raised) -> Value { try t.getAttribute(me, try t.intern(name)) }

  /// The code of a forward reference; SyntaxError if it is no expression. Unpacking is one only inside a display.
  private static func compiled(_ t: Thread, _ text: Value) throws(Raised) -> Value {
    let compile = t.dictGet(t.interpreter.builtins, interned: try t.intern("compile"))
    let s: Ref<StrObject> = text.unchecked()
    let isUnpacking = s.count > 0 && s.codePoint(0) == UInt32(UInt8(ascii: "*")) && t.has(.starredForwardReferences)
    let source = isUnpacking ? try t.text("(%S,)[0]", text) : text
    do throws(Raised) { return try t.call(compile, source, try t.str("<string>"), try t.str("eval")) } catch {
      guard t.matches(t.exception, t.types.syntaxError) else { throw error }
      let context = t.takeException()
      let raised = t.raise(t.types.syntaxError, "Forward reference must be an expression -- got %R", text)
      t.exception.unchecked(as: ExceptionObject.self).context = context
      throw raised
    }
  }

  private static let forwardReference = TypeSpec(
    "typing.ForwardRef", doc: "Internal wrapper to hold a forward reference.",
    functions: [
      NativeFunctionSpec("__init__(self, arg, is_argument=True, module=None, *, is_class=False)") { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "Forward reference must be a string -- got %R", a[1]) }
        try t.setAttribute(a[0], try t.intern("__forward_code__"), try compiled(t, a[1]))
        try t.setAttribute(a[0], try t.intern("__forward_arg__"), a[1])
        try t.setAttribute(a[0], try t.intern("__forward_module__"), a[3])
        return .none
      },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try t.text("ForwardRef(%R)", try text(t, a[0], "__forward_arg__")) },
      NativeFunctionSpec("__eq__(self, other)") { t, a throws(Raised) in
        guard t.typeOf(a[1]) == t.typeOf(a[0]) else { return .notImplemented }
        return try t.compare(.equal, try text(t, a[0], "__forward_arg__"), try text(t, a[1], "__forward_arg__"))
      },
      NativeFunctionSpec("__hash__(self)") { t, a throws(Raised) in try t.int(try t.hash(try text(t, a[0], "__forward_arg__"))) },
      NativeFunctionSpec("__or__(self, other)") { t, a throws(Raised) in try union(t, try t.tuple(a[0], a[1])) },
      NativeFunctionSpec("__ror__(self, other)") { t, a throws(Raised) in try union(t, try t.tuple(a[1], a[0])) },
    ])

  private static let newType = TypeSpec(
    "typing.NewType", doc: "NewType creates simple unique types with almost zero runtime overhead.",
    functions: [
      NativeFunctionSpec("__init__(self, name, tp)") { t, a throws(Raised) in
        try t.setAttribute(a[0], .__qualname__, a[1])
        try t.setAttribute(a[0], .__name__, a[1])
        try t.setAttribute(a[0], try t.intern("__supertype__"), a[2])
        let module = t.frame.isNone ? Value.null : t.dictGet(t.frame.globals, interned: t.name(.__name__))
        if !module.isNull { try t.setAttribute(a[0], .__module__, module) }
        return .none
      },
      NativeFunctionSpec("__call__(self, x, /)") { _, a throws(Raised) in a[1] },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
        try t.text("%S.%S", try t.getAttribute(a[0], .__module__), try t.getAttribute(a[0], .__qualname__))
      },
      NativeFunctionSpec("__or__(self, other)") { t, a throws(Raised) in try union(t, try t.tuple(a[0], a[1])) },
      NativeFunctionSpec("__ror__(self, other)") { t, a throws(Raised) in try union(t, try t.tuple(a[1], a[0])) },
    ])

  // MARK: NamedTuple

  private static let namedTupleMeta = TypeSpec(
    "typing.NamedTupleMeta",
    functions: [
      NativeFunctionSpec("__new__(cls, typename, bases, ns, /)", binding: .staticMethod) { t, a throws(Raised) in
        guard a[1].isKind(.str), a[3].isKind(.dict) else {
          throw t.raise(t.types.typeError, "NamedTupleMeta.__new__() takes a str, bases and a dict")
        }
        return try classOfNamedTuple(t, a[1], a[3].unchecked())
      }
    ])

  private static let namedTupleFunction = NativeFunctionSpec("NamedTuple(unused, /, typename, fields)") { t, a throws(Raised) in
    let annotations = try t.dict()
    let pairs = try t.list(from: a[2])
    for i in 0..<pairs.count {
      let pair = try t.items(of: pairs.items[i], count: 2)
      try t.dictSet(annotations, pair[0], pair[1])
    }
    let namespace = try t.dict()
    try t.dictSet(namespace, t.name(.__annotations__), Value(annotations))
    let module = t.frame.isNone ? Value.null : t.dictGet(t.frame.globals, interned: t.name(.__name__))
    if !module.isNull { try t.dictSet(namespace, t.name(.__module__), module) }
    return try classOfNamedTuple(t, a[1], namespace)
  }

  /// What a class statement over NamedTuple makes: a named tuple of the annotated names, with the rest of the namespace.
  private static func classOfNamedTuple(_ t: Thread, _ name: Value, _ namespace: Ref<DictObject>) throws(Raised) -> Value {
    var annotations = t.dictGet(namespace, interned: t.name(.__annotations__))
    let function = t.dictGet(namespace, interned: t.name(.__annotate_func__))
    if annotations.isNull && !function.isNull && !function.isNone { annotations = try Annotations.compute(t, function) }
    if !annotations.isKind(.dict) { annotations = Value(try t.dict()) }
    let fields = try t.list(from: annotations)
    let defaults = try t.list()
    let defaultNames = try t.list()
    for i in 0..<fields.count {
      fields.items[i] = try t.checkedAttributeName(fields.items[i])
      let value = t.dictGet(namespace, interned: fields.items[i])
      if !value.isNull {
        try t.append(defaults, value)
        try t.append(defaultNames, fields.items[i])
      } else if defaults.count > 0 {
        let names = try t.callMethod(try t.str(", "), .join, Value(defaultNames))
        throw t.raise(defaults.count > 1 ? .fieldBehindDefaultFields : .fieldBehindDefaultField, fields.items[i], names)
      }
    }
    let module = t.dictGet(namespace, interned: t.name(.__module__))
    let cls = try Collections.makeNamedTuple(
      t, try t.checkedAttributeName(name), try t.tuple(copying: fields.slots), try t.tuple(copying: defaults.slots), module: module.isNull ? .none : module)
    try t.setAttribute(cls, .__annotations__, annotations)
    var position = 0
    while let entry = t.dictNext(namespace, &position) {
      let isField = try t.contains(annotations, entry.key)
      let isOwn = [t.name(.__annotations__), t.name(.__annotate_func__), t.name(.__module__), t.name(.__dict__)].contains(entry.key)
      if !isField && !isOwn { try t.setAttribute(cls, entry.key, entry.value) }
    }
    return cls
  }

  private static let namedTupleBases = NativeFunctionSpec("_namedtuple_mro_entries(entry, /, bases)") { t, a throws(Raised) in try t.tuple(a[0]) }

  private static func addNamedTuple(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let meta = try t.makeNativeType(
      namedTupleMeta, base: t.types.type, kind: .type, bytes: t.types.type.basicSize, flags: [.base, .metaclass])
    try t.dictSet(meta.dict, t.name(.__module__), m.name)
    let entry = try t.makeClass(
      meta, name: try t.intern("NamedTuple"), bases: t.interpreter.emptyTuple, namespace: try t.dict(), keywords: .null)
    let function = try t.libraryFunction(namedTupleFunction, .none, module: m.name)
    try t.setAttribute(function, .__mro_entries__, Value(try t.closure(namedTupleBases, entry)))
    try t.addConstant(m, "NamedTuple", function)
  }

  // MARK: Protocol

  private static let protocolMeta = TypeSpec(
    "typing._ProtocolMeta", doc: "Metaclass of protocols: classes that are known by their members.",
    functions: [
      NativeFunctionSpec("__new__(mcls, name, bases, namespace, /, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        let cls = try ABCModule.make(t, a)
        let type: Ref<TypeObject> = cls.unchecked()
        // Only a class that names Protocol among its bases is a protocol itself.
        let bases = type.bases.tupleSlots
        var isProtocol = false
        for i in 0..<bases.count where t.strEquals(bases[i].unchecked(as: TypeObject.self).name, t.name(.protocol_)) { isProtocol = true }
        try t.setAttribute(cls, try t.intern("_is_protocol"), Value(isProtocol || t.strEquals(type.name, t.name(.protocol_))))
        return cls
      },
      NativeFunctionSpec("__call__(cls, /, *args, **kwargs)") { t, a throws(Raised) in
        if try t.getAttribute(a[0], try t.intern("_is_protocol")) == .true {
          throw t.raise(t.types.typeError, "Protocols cannot be instantiated")
        }
        return try t.constructInstance(a[0].unchecked(), tuple: a[1], dict: a[2])
      },
      NativeFunctionSpec("__instancecheck__(cls, instance)") { t, a throws(Raised) in
        if t.isInstance(a[1], of: a[0].unchecked()) { return .true }
        guard try t.getAttribute(a[0], try t.intern("_is_protocol")) == .true else {
          return try t.callSpecial(t.lookup(try ABCModule.metaclass(t).unchecked(), .__instancecheck__), a[0], a[1])
        }
        let mark = try t.getAttributeOrNull(a[0], try t.intern("_is_runtime_protocol"))
        guard mark == .true else {
          throw t.raise(
            t.types.typeError, "Instance and class checks can only be used with @runtime_checkable protocols")
        }
        return Value(try hasMembers(t, a[1], a[0].unchecked()))
      },
      NativeFunctionSpec("__subclasscheck__(cls, other)", "Whether a class has what the protocol names, or counts as a subclass otherwise.") {
        t, a throws(Raised) in
        let isMarked = try t.getAttributeOrNull(a[0], try t.intern("_is_runtime_protocol")) == .true
        if isMarked, a[1].isKind(.type), try t.getAttribute(a[0], try t.intern("_is_protocol")) == .true, try hasMembers(t, a[1], a[0].unchecked()) {
          return .true
        }
        return try t.callSpecial(t.lookup(try ABCModule.metaclass(t).unchecked(), .__subclasscheck__), a[0], a[1])
      },
    ])

  /// Whether an object has all members that the protocol and its base protocols name.
  private static func hasMembers(_ t: Thread, _ v: Value, _ cls: Ref<TypeObject>) throws(Raised) -> Bool {
    let mro = cls.mro.tupleSlots
    for i in 0..<mro.count {
      let base: Ref<TypeObject> = mro[i].unchecked()
      let isProtocol = t.dictGet(base.dict, interned: try t.intern("_is_protocol"))
      if isProtocol != .true || t.strEquals(base.name, t.name(.protocol_)) { continue }
      for source in [Value(base.dict), t.dictGet(base.dict, interned: t.name(.__annotations__))] where source.isKind(.dict) {
        var position = 0
        while let entry = t.dictNext(source.unchecked(), &position) {
          guard entry.key.isKind(.str), isMember(t, t.characters(of: entry.key)) else { continue }
          let own = try t.getAttributeOrNull(v, try t.checkedAttributeName(entry.key))
          if own.isNull { return false }
        }
      }
    }
    return true
  }

  /// Names of a protocol's namespace that are no members of the protocol.
  private static func isMember(_ t: Thread, _ name: String) -> Bool {
    let bookkeeping = [
      "__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__abstractmethods__", "_abc_impl", "__slots__",
      "__parameters__", "__orig_bases__", "__init__", "__new__", "__subclasshook__", "__firstlineno__", "__static_attributes__",
      "__class_getitem__", "__match_args__", "__hash__", "_is_protocol", "_is_runtime_protocol", "__type_params__",
    ]
    return !bookkeeping.contains(name)
  }

  private static let protocolClass = TypeSpec("typing.Protocol", doc: "Base class for protocol classes.")

  private static let supports: [(StaticString, StaticString)] = [
    ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsComplex", "__complex__"), ("SupportsBytes", "__bytes__"),
    ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"), ("SupportsRound", "__round__"),
  ]

  private static func addProtocols(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let abc: Ref<TypeObject> = try ABCModule.metaclass(t).unchecked()
    let meta = try t.makeNativeType(protocolMeta, base: abc, kind: .type, bytes: t.types.type.basicSize, flags: [.base, .metaclass])
    try t.dictSet(meta.dict, t.name(.__module__), m.name)
    let cls = try t.addClass(m, protocolClass, bases: try t.tuple(Value(t.types.generic)), metaclass: Value(meta)) { namespace throws(Raised) in
      try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
    }
    for (name, method) in supports {
      let namespace = try t.dict()
      let key = try t.intern(method)
      let function = try t.libraryFunction(try t.closure(identity, .none), name: key, module: m.name)
      try t.setAttribute(function, .__isabstractmethod__, .true)
      try t.dictSet(namespace, key, function)
      try t.dictSet(namespace, t.name(.__module__), m.name)
      try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
      try t.dictSet(namespace, try t.intern("_is_runtime_protocol"), .true)
      try t.addConstant(m, name, try t.call(Value(meta), try t.intern(name), try t.tuple(cls), Value(namespace)))
    }
  }

  private static let identity = NativeFunctionSpec("method(unused, /, self, *args)") { _, _ throws(Raised) in .none }
}
