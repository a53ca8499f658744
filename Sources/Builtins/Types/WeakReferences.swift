import Runtime

/// weakref.ref and the proxies (CPython: Objects/weakrefobject.c).
public enum WeakReferences {
  public static let types: [TypeSpec] = [reference, proxy, callableProxy]

  /// Types whose instances may be referred to weakly: those of Python classes (but for the immutable variable-sized ones), functions, sets, types,
  /// generators, modules and the like.
  static func allowsWeakReferences(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return false }
    let isPython = v.object.type.flags.contains(.heap)
    switch v.object.kind {
    case .int, .tuple, .bytes: return false
    case .str, .float, .complex, .list, .dict, .bytearray, .exception: return isPython
    case .slice, .range, .cell: return false
    default: return true
    }
  }

  /// The plain reference to `target`: one for all who ask without a callback.
  public static func make(_ t: Thread, _ cls: Ref<TypeObject>, _ target: Value, callback: Value) throws(Raised) -> Value {
    guard allowsWeakReferences(t, target) else { throw t.raise(t.types.typeError, "cannot create weak reference to '%T' object", target) }
    if callback.isNull && cls == t.types.weakReference {
      let known = t.findWeakReference(to: target) { $0.callback.isNull && $0.header.type == cls }
      if !known.isNull { return known }
    }
    return Value(try t.makeWeakReference(target, callback: callback, type: cls))
  }

  private static func me(_ a: Slots) -> Ref<WeakReferenceObject> { a[0].unchecked() }

  /// One or two arguments.
  private static func targetAndCallback(_ t: Thread, _ arguments: Value, _ function: StaticString) throws(Raised) -> Slots {
    let given = arguments.unchecked(as: TupleObject.self).slots.count
    if given == 1 || given == 2 { return arguments.unchecked(as: TupleObject.self).slots }
    throw t.raise(
      t.types.typeError, given == 0 ? "%S expected at least 1 argument, got 0" : "%S expected at most 2 arguments, got %S",
      try t.str(function), try t.int(given))
  }

  static let reference = TypeSpec(
    "weakref.ReferenceType",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        let arguments = try targetAndCallback(t, a[1], "__new__")
        let callback = arguments.count > 1 && !arguments[1].isNone ? arguments[1] : .null
        return try make(t, a[0].unchecked(), arguments[0], callback: callback)
      },
      NativeFunctionSpec("__init__(self, /, *args, **kwargs)") { t, a throws(Raised) in
        if a[2].unchecked(as: DictObject.self).count > 0 { throw t.raise(t.types.typeError, "ref() takes no keyword arguments") }
        _ = try targetAndCallback(t, a[1], "__init__")
        return .none
      },
      NativeFunctionSpec("__call__(self, /, *args)", "Call self as a function.") { t, a throws(Raised) in
        let given = a[1].unchecked(as: TupleObject.self).slots.count
        if given > 0 { throw t.raise(.weakReferenceCall, try t.int(given)) }
        let target = t.target(of: me(a))
        return target.isNull ? .none : target
      },
      NativeFunctionSpec("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
        let reference = me(a)
        if reference.hash == -1 {
          let target = t.target(of: reference)
          if target.isNull { throw t.raise(t.types.typeError, "weak object has gone away") }
          reference.hash = try t.hash(target)
        }
        return try t.int(reference.hash)
      },
      NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try compare(t, a, .equal) },
      NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try compare(t, a, .notEqual) },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try text(t, a[0], t.target(of: me(a)), "weakref") },
      NativeFunctionSpec("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
        try t.genericAlias(a[0], a[1])
      },
    ],
    attributes: [
      NativeAttributeSpec("__callback__") { _, a throws(Raised) in
        let callback = me(a).callback
        return callback.isNull ? .none : callback
      }
    ])

  /// Live references compare as what they refer to; dead ones by identity.
  private static func compare(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    guard t.isInstance(a[1], of: t.types.weakReference) else { return .notImplemented }
    let (x, y) = (t.target(of: me(a)), t.target(of: a[1].unchecked()))
    if x.isNull || y.isNull { return Value((a[0] == a[1]) == (op == .equal)) }
    return try t.compare(op, x, y)
  }

  private static func text(_ t: Thread, _ v: Value, _ target: Value, _ kind: StaticString) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append("<")
    try out.append(kind)
    try out.append(" at ")
    try out.append(address: v.bits)
    if target.isNull {
      try out.append("; dead>")
      return try out.finish()
    }
    try out.append("; to '")
    try out.append(t.typeOf(target).name)
    try out.append("' at ")
    try out.append(address: target.bits)
    let name = try t.getAttributeOrNull(target, .__name__)
    if name.isKind(.str) {
      try out.append(" (")
      try out.append(name)
      try out.append(")")
    }
    try out.append(">")
    return try out.finish()
  }

  // MARK: Proxies

  /// A proxy keeps a weak reference of its own.
  struct ProxyObject: HeapCell {
    var header: ObjectHeader
    var reference: Ref<WeakReferenceObject>
  }

  public static func makeProxy(_ t: Thread, _ target: Value, callback: Value) throws(Raised) -> Value {
    guard allowsWeakReferences(t, target) else { throw t.raise(t.types.typeError, "cannot create weak reference to '%T' object", target) }
    for type in [t.types.weakProxy, t.types.weakCallableProxy] { type.flags.formUnion([.customGetAttribute, .customSetAttribute]) }
    let reference = try t.makeWeakReference(target, callback: callback, type: t.types.weakReference)
    let type = t.isCallable(target) ? t.types.weakCallableProxy : t.types.weakProxy
    let proxy: Ref<ProxyObject> = try t.allocate(kind: .record, type: type, tracedWords: 1)
    proxy.reference = reference
    return Value(proxy)
  }

  /// What a proxy stands for; everything else is itself.
  private static func referent(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    guard v.isKind(.record), v.object.type == t.types.weakProxy || v.object.type == t.types.weakCallableProxy else { return v }
    let target = t.target(of: v.unchecked(as: ProxyObject.self).reference)
    if target.isNull { throw t.raise(t.types.referenceError, "weakly-referenced object no longer exists") }
    return target
  }

  static let proxy = TypeSpec("weakref.ProxyType", functions: proxyFunctions) { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__hash__), .none)
  }

  static let callableProxy = TypeSpec(
    "weakref.CallableProxyType",
    functions: proxyFunctions + [
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        try t.call(try referent(t, a[0]), tuple: a[1], dict: a[2])
      }
    ]) { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) }

  private static func binary(_ t: Thread, _ a: Slots, _ op: BinaryOperator, reflected: Bool = false) throws(Raised) -> Value {
    let (x, y) = (try referent(t, a[0]), try referent(t, a[1]))
    return try reflected ? t.binary(op, y, x) : t.binary(op, x, y)
  }

  private static func comparison(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    try t.compare(op, try referent(t, a[0]), try referent(t, a[1]))
  }

  private static let proxyFunctions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      try t.getAttribute(try referent(t, a[0]), a[1])
    },
    NativeFunctionSpec("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      try t.setAttribute(try referent(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      try t.deleteAttribute(try referent(t, a[0]), a[1])
      return .none
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      try text(t, a[0], t.target(of: a[0].unchecked(as: ProxyObject.self).reference), "weakproxy")
    },
    NativeFunctionSpec("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.str(of: try referent(t, a[0])) },
    NativeFunctionSpec("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try t.truth(try referent(t, a[0]))) },
    NativeFunctionSpec("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in try t.int(try t.length(try referent(t, a[0]))) },
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.iterator(of: try referent(t, a[0])) },
    NativeFunctionSpec("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try t.contains(try referent(t, a[0]), a[1]))
    },
    NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try t.getItem(try referent(t, a[0]), a[1]) },
    NativeFunctionSpec("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try t.setItem(try referent(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try t.deleteItem(try referent(t, a[0]), a[1])
      return .none
    },
    NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try comparison(t, a, .equal) },
    NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try comparison(t, a, .notEqual) },
    NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try comparison(t, a, .less) },
    NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try comparison(t, a, .lessOrEqual) },
    NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try comparison(t, a, .greater) },
    NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try comparison(t, a, .greaterOrEqual) },
    NativeFunctionSpec("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try binary(t, a, .add) },
    NativeFunctionSpec("__radd__(self, value, /)", "Return value+self.") { t, a throws(Raised) in try binary(t, a, .add, reflected: true) },
    NativeFunctionSpec("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in try binary(t, a, .subtract) },
    NativeFunctionSpec("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in try binary(t, a, .subtract, reflected: true) },
    NativeFunctionSpec("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try binary(t, a, .multiply) },
    NativeFunctionSpec("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try binary(t, a, .multiply, reflected: true) },
    NativeFunctionSpec("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in try binary(t, a, .and) },
    NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try binary(t, a, .or) },
    NativeFunctionSpec("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in try binary(t, a, .xor) },
  ]
}

extension Ref where T == WeakReferences.ProxyObject {
  @inline(__always) var reference: Ref<WeakReferenceObject> {
    get { layout.reference } nonmutating set { layout.reference = newValue }
  }
}
