import Runtime

/// weakref.ref and the proxies (CPython: Objects/weakrefobject.c).
public enum WeakReferences {
  public static let types: [TypeSpec] = [reference]

  /// Types whose instances may be referred to weakly: those of Python classes (but for the immutable variable-sized ones), functions, sets, types,
  /// generators, modules and the like.
  static func allowsWeakReferences(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return false }
    if v.object.type == t.types.unionType { return t.has(.unionIsTypingUnion) }
    if [t.types.simpleNamespace, t.types.dictKeys, t.types.dictValues, t.types.dictItems].contains(v.object.type) { return false }
    if v.isKind(.nativeFunction) { return v.object.type == t.types.builtinFunction || v.object.type == t.types.libraryFunction }
    if v.isKind(.record), isPlainRecord(t, v.object.type) { return false }
    if v.object.type == t.typeNamed("collections.OrderedDict") { return true }
    if v.isKind(.exception) { return t.isWeaklyReferable(v.object.type) }
    let isPython = v.object.type.flags.contains(.heap)
    if isPython && v.object.kind != .type { return t.isWeaklyReferable(v.object.type) }
    switch v.object.kind {
    case .int, .tuple, .bytes, .str, .float, .complex, .list, .dict, .bytearray, .exception, .slice, .range, .cell, .weakReference, .instance,
      .property, .classMethod, .staticMethod, .superObject, .frame, .traceback, .mappingProxy, .listIterator, .tupleIterator, .strIterator,
      .rangeIterator, .dictIterator, .setIterator, .memberDescriptor, .getSetDescriptor:
      return false
    default: return true
    }
  }

  /// Native iterators but those of tee() and files, the getters of module operator, and keys made by cmp_to_key().
  private static func isPlainRecord(_ t: Thread, _ type: Ref<TypeObject>) -> Bool {
    if type.flags.contains(.heap) { return false }
    for name in ["operator.itemgetter", "operator.attrgetter", "operator.methodcaller", "functools.KeyWrapper"] as [StaticString]
    where type == t.typeNamed(name) { return true }
    if type == t.typeNamed("itertools._tee") { return false }
    let module = t.moduleName(of: type)
    let homes: [StaticString] = ["builtins", "itertools", "collections", "_collections", "array", "_struct"]
    guard module.isNull || homes.contains(where: { t.strEquals(module, $0) }) else { return false }
    t.populate(type)
    return !t.dictGet(type.dict, interned: t.name(.__next__)).isNull && t.lookup(type, .__enter__).isNull
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
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a new object of the type.") { t, a throws(Raised) in
        let arguments = try targetAndCallback(t, a[1], "__new__")
        let callback = arguments.count > 1 && !arguments[1].isNone ? arguments[1] : .null
        return try make(t, a[0].unchecked(), arguments[0], callback: callback)
      },
      NativeFunctionSpec("__init__(self, /, *args, **kwargs)", "Check the arguments that the reference was made with.") { t, a throws(Raised) in
        if a[2].unchecked(as: DictObject.self).count > 0 { throw t.raise(t.types.typeError, "ref() takes no keyword arguments") }
        _ = try targetAndCallback(t, a[1], "__init__")
        return .none
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let keywords = a[2].unchecked(as: DictObject.self).count
        let given = a[1].unchecked(as: TupleObject.self).slots.count
        if keywords > 0, given == 0 || t.has(.weakReferenceCallsCountKeywordsFirst) {
          throw t.raise(.weakReferenceCallKeywords, try t.int(keywords))
        }
        if given > 0 { throw t.raise(.weakReferenceCall, try t.int(given + keywords)) }
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
      NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { _, _ throws(Raised) in .notImplemented },
      NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { _, _ throws(Raised) in .notImplemented },
      NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { _, _ throws(Raised) in .notImplemented },
      NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { _, _ throws(Raised) in .notImplemented },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try text(t, a[0], t.target(of: me(a))) },
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

  /// The repr of a reference or, if not so, of a proxy.
  static func text(_ t: Thread, _ v: Value, _ target: Value, isReference: Bool = true) throws(Raised) -> Value {
    if !isReference, !t.has(.weakReferencesWithModules) { return try oldProxyText(t, v, target.isNull ? .none : target) }
    var out = TextBuilder(t)
    try out.append("<")
    try out.append(isReference ? "weakref" : "weakproxy")
    try out.append(" at ")
    try out.append(address: v.bits)
    if target.isNull {
      try out.append("; dead>")
      return try out.finish()
    }
    try out.append("; to '")
    try out.append(t.has(.weakReferencesWithModules) ? try t.message("%F", target) : try t.message("%T", target))
    try out.append("' at ")
    try out.append(address: target.bits)
    // A proxy never says the name; later versions ask the type whether its objects have one.
    let isUnnamed = t.has(.weakReferencesNamedByType) && t.lookup(t.typeOf(target), .__name__).isNull || !isReference
    let name = isUnnamed ? Value.null : try t.getAttributeOrNull(target, .__name__)
    if name.isKind(.str) {
      try out.append(" (")
      try out.append(name)
      try out.append(")")
    }
    try out.append(">")
    return try out.finish()
  }

  private static func oldProxyText(_ t: Thread, _ v: Value, _ target: Value) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append("<weakproxy at ")
    try out.append(address: v.bits)
    try out.append(try t.message(" to %T at ", target))
    try out.append(address: target.bits)
    try out.append(">")
    return try out.finish()
  }
}
