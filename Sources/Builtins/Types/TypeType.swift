import Runtime

/// The tables of `type`.
enum TypeType {
  static let spec = TypeSpec(
    "type", doc: "The type of a class. type(object) returns it; type(name, bases, dict, **kwds) makes a new class.",
    functions: methods, attributes: attributes)

  static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in try TypeConstruction.new(t, a[0], a[1], a[2]) },
    .init("__init__(self, /, *args, **kwargs)", "Initialize a class.") { t, a throws(Raised) in
      try TypeConstruction.checkInit(t, a[1], a[2])
      return .none
    },
    .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
      try t.constructInstance(a[0].unchecked(), tuple: a[1], dict: a[2])
    },
    .init("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      let name = try t.checkedAttributeName(a[1])
      let found = try t.typeAttribute(a[0].unchecked(), t.typeOf(a[0]), name)
      if found.isNull { throw t.unnamedAttributeError(a[0], name) }
      return found
    },
    .init("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      try setAttribute(t, a[0], a[1], a[2])
    },
    .init("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      try setAttribute(t, a[0], a[1], .null)
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try UnionType.make(t, a[0], a[1]) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try UnionType.make(t, a[1], a[0]) },
    .init("mro(self, /)", "Return a type's method resolution order.") { t, a throws(Raised) in
      let order = try t.linearize(a[0].unchecked(), a[0].unchecked(as: TypeObject.self).bases.unchecked())
      return try t.list(copying: order.unchecked(as: TupleObject.self).slots)
    },
    .init("__subclasses__(self, /)", "Return a list of immediate subclasses.") { t, a throws(Raised) in
      let subclasses = a[0].unchecked(as: TypeObject.self).subclasses
      if subclasses.isNull { return Value(try t.list()) }
      return try t.list(copying: subclasses.unchecked(as: ListObject.self).slots)
    },
    .init("__prepare__(*args, **kwargs)", "Create the namespace for the class statement.", binding: .classMethod) { t, a throws(Raised) in
      Value(try t.dict())
    },
    .init("__instancecheck__(self, instance, /)", "Check if an object is an instance.") { t, a throws(Raised) in
      Value(try t.isInstanceByClass(a[1], a[0].unchecked()))
    },
    .init("__subclasscheck__(self, subclass, /)", "Check if a class is a subclass.") { t, a throws(Raised) in
      Value(try t.isSubclassByBases(a[1], a[0]))
    },
    .init("__dir__(self, /)", "Specialized __dir__ implementation for types.") { t, a throws(Raised) in try TypeType.directory(t, a[0].unchecked()) },
    .init("__sizeof__(self, /)", "Return memory consumption of the type object.") { t, a throws(Raised) in
      try t.int(a[0].unchecked(as: TypeObject.self).basicSize)
    },
  ]

  /// `type.__setattr__` and `__delattr__` (`value` null): a type that cannot be changed is refused before the name is looked at.
  private static func setAttribute(_ t: Thread, _ type: Value, _ name: Value, _ value: Value) throws(Raised) -> Value {
    if !type.unchecked(as: TypeObject.self).flags.contains(.heap) { throw t.raise(.attributeOfImmutableType, name, type) }
    try t.standardSetAttribute(type, t.typeOf(type), try t.checkedAttributeName(name), value)
    return .none
  }

  static let attributes: [NativeAttributeSpec] = [
    .init("__name__", get: { t, a throws(Raised) in a[0].unchecked(as: TypeObject.self).name },
      set: { t, a throws(Raised) in try TypeType.setName(t, a[0].unchecked(), a[1]) }),
    .init("__qualname__", get: { t, a throws(Raised) in a[0].unchecked(as: TypeObject.self).qualifiedName },
      set: { t, a throws(Raised) in try TypeType.setQualifiedName(t, a[0].unchecked(), a[1]) }),
    .init("__module__", get: { t, a throws(Raised) in try TypeType.module(t, a[0].unchecked()) },
      set: { t, a throws(Raised) in try TypeType.assign(t, a[0].unchecked(), .__module__, a[1]) }),
    .init("__doc__", get: { t, a throws(Raised) in try TypeType.doc(t, a[0].unchecked()) },
      set: { t, a throws(Raised) in try TypeType.assign(t, a[0].unchecked(), .__doc__, a[1]) }),
    .init("__bases__", get: { t, a throws(Raised) in a[0].unchecked(as: TypeObject.self).bases },
      set: { t, a throws(Raised) in try TypeType.setBases(t, a[0].unchecked(), a[1]) }),
    .init("__base__", get: { t, a throws(Raised) in
      let base = a[0].unchecked(as: TypeObject.self).base
      return base.isNone ? .none : Value(base)
    }),
    .init("__mro__", get: { t, a throws(Raised) in a[0].unchecked(as: TypeObject.self).mro }),
    .init("__dict__", get: { t, a throws(Raised) in
      t.populate(a[0].unchecked())
      return try t.makeMappingProxy(Value(a[0].unchecked(as: TypeObject.self).dict))
    }),
    .init("__abstractmethods__", get: { t, a throws(Raised) in try TypeType.abstractMethods(t, a[0].unchecked()) },
      set: { t, a throws(Raised) in try TypeType.setAbstractMethods(t, a[0].unchecked(), a[1]) }),
    .init("__annotations__", get: { t, a throws(Raised) in try TypeType.annotations(t, a[0].unchecked()) },
      set: { t, a throws(Raised) in try TypeType.setAnnotations(t, a[0].unchecked(), a[1]) }),
    .init("__annotate__", get: { t, a throws(Raised) in try Annotations.annotate(t, of: a[0].unchecked()) },
      set: { t, a throws(Raised) in
        try Annotations.setAnnotate(t, of: a[0].unchecked(), a[1])
        return .none
      }),
    .init("__type_params__", get: { t, a throws(Raised) in
      let cls: Ref<TypeObject> = a[0].unchecked()
      if cls == t.types.type, t.has(.typeHasNoTypeParameters) { return t.interpreter.emptyTuple }
      let found = t.dictGet(cls.dict, interned: t.name(.__type_params__))
      return found.isNull ? t.interpreter.emptyTuple : found
    }, set: { t, a throws(Raised) in try TypeType.assign(t, a[0].unchecked(), .__type_params__, a[1]) }),
    .init("__text_signature__", get: { t, a throws(Raised) in try TypeType.textSignature(t, a[0].unchecked()) }),
    .init("__basicsize__", get: { t, a throws(Raised) in try t.int(a[0].unchecked(as: TypeObject.self).basicSize) }),
    .init("__itemsize__", get: { t, a throws(Raised) in Value(small: 0) }),
    .init("__dictoffset__", get: { t, a throws(Raised) in
      Value(small: a[0].unchecked(as: TypeObject.self).dictWord == TypeObject.noDict ? 0 : MemoryLayout<ObjectHeader>.size)
    }),
    .init("__weakrefoffset__", get: { t, a throws(Raised) in try TypeType.weakReferenceOffset(t, a[0].unchecked()) }),
    .init("__flags__", get: { t, a throws(Raised) in try TypeType.flags(t, a[0].unchecked()) }),
  ]
}

extension TypeType {
  /// Classes keep theirs in the namespace; native types have it in their qualified name.
  static func module(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    t.populate(type)
    let home = t.moduleName(of: type)
    if !home.isNull { return home }
    let found = t.dictGet(type.dict, interned: t.name(.__module__))
    // What native types have there describes their instances.
    return found.isNull || !type.flags.contains(.heap) ? t.name(.builtins) : found
  }

  static func doc(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    t.populate(type)
    let found = t.dictGet(type.dict, interned: t.name(.__doc__))
    return found.isNull ? .none : try t.bind(found, to: .null, type)
  }

  static func requireHeapType(_ t: Thread, _ type: Ref<TypeObject>, _ name: Value) throws(Raised) {
    guard type.flags.contains(.heap) else {
      throw t.raise(.specialAttributeOfImmutableType, name, Value(type))
    }
  }

  /// What attributes that every class has demand of an assignment (`check_set_special_type_attr`): a Python class, and no deletion.
  static func requireAssignment(_ t: Thread, _ type: Ref<TypeObject>, _ name: Name, _ value: Value) throws(Raised) {
    try requireHeapType(t, type, t.name(name))
    if value.isNull { throw t.raise(.deletedSpecialAttribute, t.name(name), type.name) }
  }

  static func setBases(_ t: Thread, _ type: Ref<TypeObject>, _ value: Value) throws(Raised) -> Value {
    try requireAssignment(t, type, .__bases__, value)
    try t.setBases(type, value)
    return .none
  }

  /// Assignment to an attribute that is kept in the namespace and cannot be deleted.
  static func assign(_ t: Thread, _ type: Ref<TypeObject>, _ name: Name, _ value: Value) throws(Raised) -> Value {
    try requireAssignment(t, type, name, value)
    return try setInNamespace(t, type, name, value)
  }

  static func setInNamespace(_ t: Thread, _ type: Ref<TypeObject>, _ name: Name, _ value: Value) throws(Raised) -> Value {
    let key = t.name(name)
    try requireHeapType(t, type, key)
    if value.isNull {
      if try !t.dictDelete(type.dict, key) { throw t.raise(t.types.attributeError, message: key) }
    } else {
      try t.dictSet(type.dict, key, value)
    }
    t.typeChanged(type, key, value)
    return .none
  }

  static func setName(_ t: Thread, _ type: Ref<TypeObject>, _ value: Value) throws(Raised) -> Value {
    try requireAssignment(t, type, .__name__, value)
    guard value.isKind(.str) else {
      throw t.raise(t.types.typeError, "can only assign string to %S.__name__, not '%T'", type.name, value)
    }
    try t.checkTypeName(value)
    type.name = value
    return .none
  }

  static func setQualifiedName(_ t: Thread, _ type: Ref<TypeObject>, _ value: Value) throws(Raised) -> Value {
    try requireAssignment(t, type, .__qualname__, value)
    guard value.isKind(.str) else {
      throw t.raise(t.types.typeError, "can only assign string to %S.__qualname__, not '%T'", type.name, value)
    }
    type.qualifiedName = value
    return .none
  }

  static func abstractMethods(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let key = t.name(.__abstractmethods__)
    let found = type == t.types.type ? Value.null : t.dictGet(type.dict, interned: key)
    if found.isNull { throw t.raise(t.types.attributeError, message: key) }
    return found
  }

  static func setAbstractMethods(_ t: Thread, _ type: Ref<TypeObject>, _ value: Value) throws(Raised) -> Value {
    let isAbstract = value.isNull ? false : try t.truth(value)
    _ = try setInNamespace(t, type, .__abstractmethods__, value)
    if isAbstract { type.flags.insert(.abstract) } else { type.flags.remove(.abstract) }
    return .none
  }

  private static func setAnnotations(_ t: Thread, _ type: Ref<TypeObject>, _ v: Value) throws(Raised) -> Value {
    guard t.has(.deferredAnnotations), type.flags.contains(.heap) else { return try setInNamespace(t, type, .__annotations__, v) }
    try Annotations.setAnnotations(t, of: type, v)
    return .none
  }

  static func annotations(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let key = t.name(.__annotations__)
    if !t.has(.classAnnotations) {
      let found = try Annotations.inherited(t, by: type)
      if found.isNull { throw t.unnamedAttributeError(Value(type), key) }
      return found
    }
    guard type.flags.contains(.heap) else { throw t.unnamedAttributeError(Value(type), key) }
    // Classes of other bytecode than the program's may compute theirs too.
    let isComputed = t.has(.deferredAnnotations) || !t.dictGet(type.dict, interned: t.name(.__annotate_func__)).isNull
    if isComputed { return try Annotations.annotations(t, of: type) }
    let found = t.dictGet(type.dict, interned: key)
    if !found.isNull { return try t.bind(found, to: .null, type) }
    let made = Value(try t.dict())
    try t.dictSet(type.dict, key, made)
    t.typeChanged(type, key, made)
    return made
  }

  /// Where CPython's instances keep their weak references: 0 if they cannot have any. Adder keeps them elsewhere, behind the header for programs that test it.
  static func weakReferenceOffset(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let takesThem: Bool
    switch type.instanceKind {
    case .int, .tuple, .bytes: takesThem = false
    case .function, .generator, .coroutine, .asyncGenerator, .set, .frozenset, .boundMethod, .code, .module, .type: takesThem = true
    default: takesThem = type.flags.contains(.heap)
    }
    return Value(small: takesThem ? MemoryLayout<ObjectHeader>.size : 0)
  }

  /// The bits that CPython documents (Include/object.h) and programs test: heap type, base type, abstract, the fast-subclass bits.
  static func flags(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    var bits = 1 << 12 | 1 << 18
    if type.flags.contains(.heap) { bits |= 1 << 9 }
    if type.flags.contains(.base) { bits |= 1 << 10 }
    if !type.flags.contains(.heap) { bits |= 1 << 8 }
    if type.flags.contains(.sequence) { bits |= 1 << 5 }
    if type.flags.contains(.mapping) { bits |= 1 << 6 }
    if type.flags.contains(.abstract) { bits |= 1 << 20 }
    if type.flags.contains(.matchSelf) { bits |= 1 << 22 }
    if type.flags.contains(.metaclass) { bits |= 1 << 31 }
    if type.flags.contains(.exception) { bits |= 1 << 30 }
    switch type.instanceKind {
    case .int: bits |= 1 << 24
    case .list: bits |= 1 << 25
    case .tuple: bits |= 1 << 26
    case .bytes: bits |= 1 << 27
    case .str: bits |= 1 << 28
    case .dict: bits |= 1 << 29
    default: break
    }
    return try t.int(bits)
  }

  /// The names in the namespaces of the class and of its bases.
  static func directory(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let names = try t.dict()
    let mro: Ref<TupleObject> = type.mro.unchecked()
    for i in 0..<mro.count {
      let base: Ref<TypeObject> = mro.items[i].unchecked()
      t.populate(base)
      var position = 0
      while let entry = t.dictNext(base.dict, &position) { try t.dictSet(names, entry.key, .none) }
    }
    let result = try t.list()
    var position = 0
    while let entry = t.dictNext(names, &position) { try t.append(result, entry.key) }
    return Value(result)
  }
}
