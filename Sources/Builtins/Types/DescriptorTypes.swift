import Runtime

/// The tables of property, classmethod, staticmethod and of the descriptors of slots and computed attributes.
enum DescriptorTypes {
  static var specs: [TypeSpec] { [PropertyType.spec, classMethod, staticMethod, member, getSet] }

  /// `__get__` of native descriptors takes an object or a class.
  static func checkGet(_ t: Thread, _ a: Slots) throws(Raised) {
    if a[1].isNone, a[2].isNone { throw t.raise(t.types.typeError, "__get__(None, None) is invalid") }
  }

  // MARK: - classmethod and staticmethod

  private static func wrapper(_ a: Slots) -> Ref<MethodWrapperObject> { a[0].unchecked() }

  private static let wrapperAttributes: [NativeAttributeSpec] = [
    .init("__func__", get: { t, a throws(Raised) in orNone(wrapper(a).function) }),
    .init("__wrapped__", get: { t, a throws(Raised) in orNone(wrapper(a).function) }),
    .init("__isabstractmethod__", get: { t, a throws(Raised) in Value(try DescriptorTypes.isAbstract(t, wrapper(a).function)) }),
    .init("__dict__", get: { t, a throws(Raised) in
      if wrapper(a).dict.isNull { wrapper(a).dict = Value(try t.dict()) }
      return wrapper(a).dict
    }, set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "cannot delete __dict__") }
        if !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", a[1]) }
        wrapper(a).dict = a[1]
        return .none
      }),
  ]

  private static let annotations: [NativeAttributeSpec] = [
    .init("__annotations__", get: { t, a throws(Raised) in try DescriptorTypes.wrapped(t, wrapper(a), .__annotations__) },
      set: { t, a throws(Raised) in try DescriptorTypes.setWrapped(t, a, .__annotations__) }),
    .init("__annotate__", get: { t, a throws(Raised) in try DescriptorTypes.wrapped(t, wrapper(a), .__annotate__) },
      set: { t, a throws(Raised) in try DescriptorTypes.setWrapped(t, a, .__annotate__) }),
  ]

  private static let subscription: [NativeFunctionSpec] = [
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) }
  ]

  /// An attribute of the wrapped function, which is kept in the wrapper's dict.
  private static func wrapped(_ t: Thread, _ me: Ref<MethodWrapperObject>, _ name: Name) throws(Raised) -> Value {
    if me.dict.isNull { me.dict = Value(try t.dict()) }
    let found = t.dictGet(me.dict.unchecked(), interned: t.name(name))
    if !found.isNull { return found }
    let value = try t.getAttribute(orNone(me.function), t.name(name))
    try t.dictSet(me.dict.unchecked(), t.name(name), value)
    return value
  }

  private static func setWrapped(_ t: Thread, _ a: Slots, _ name: Name) throws(Raised) -> Value {
    let me = wrapper(a)
    if me.dict.isNull { me.dict = Value(try t.dict()) }
    if !a[1].isNull {
      try t.dictSet(me.dict.unchecked(), t.name(name), a[1])
    } else if try !t.dictDelete(me.dict.unchecked(), t.name(name)) {
      throw t.raise(t.types.attributeError, "'%T' object has no attribute '%S'", a[0], t.name(name))
    }
    return .none
  }

  static func isAbstract(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isNull || v.isNone { return false }
    let flag = try t.getAttributeOrNull(v, .__isabstractmethod__)
    return flag.isNull ? false : try t.truth(flag)
  }

  /// Takes over what describes the wrapped function (`functools.update_wrapper`).
  private static func initialize(_ t: Thread, _ me: Ref<MethodWrapperObject>, _ function: Value) throws(Raised) -> Value {
    me.function = function
    if me.dict.isNull { me.dict = Value(try t.dict()) }
    if !t.has(.shownMethodWrappers) { return .none }
    let copied: [Name] = [.__module__, .__name__, .__qualname__, .__doc__] + (t.has(.deferredAnnotations) ? [] : [.__annotations__])
    for name in copied {
      let value = try t.getAttributeOrNull(function, name)
      if !value.isNull { try t.dictSet(me.dict.unchecked(), t.name(name), value) }
    }
    return .none
  }

  private static let classMethod = TypeSpec(
    "classmethod", doc: "Convert a function to be a class method.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        let made: Ref<MethodWrapperObject> = try t.allocateInstance(a[0].unchecked(), kind: .classMethod, tracedWords: 2)
        return Value(made)
      },
      .init("__init__(self, function, /)", "Initialize self.") { t, a throws(Raised) in try DescriptorTypes.initialize(t, wrapper(a), a[1]) },
      .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        try DescriptorTypes.checkGet(t, a)
        let owner = a[2].isNone ? Value(t.typeOf(a[1])) : a[2]
        return try t.bind(a[0], to: a[1].isNone ? .null : a[1], owner.unchecked())
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    ] + subscription, attributes: wrapperAttributes + annotations)

  private static let staticMethod = TypeSpec(
    "staticmethod", doc: "Convert a function to be a static method.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        let made: Ref<MethodWrapperObject> = try t.allocateInstance(a[0].unchecked(), kind: .staticMethod, tracedWords: 2)
        return Value(made)
      },
      .init("__init__(self, function, /)", "Initialize self.") { t, a throws(Raised) in try DescriptorTypes.initialize(t, wrapper(a), a[1]) },
      .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        try DescriptorTypes.checkGet(t, a)
        return orNone(wrapper(a).function)
      },
      .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        try t.call(wrapper(a).function, tuple: a[1], dict: a[2])
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    ] + subscription, attributes: wrapperAttributes + annotations)

  // MARK: - Slots and computed attributes

  private static let accessors: [NativeFunctionSpec] = [
    .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      try DescriptorTypes.checkGet(t, a)
      return a[1].isNone ? a[0] : try t.bind(a[0], to: a[1], t.typeOf(a[1]))
    },
    .init("__set__(self, instance, value, /)", "Set an attribute of instance to value.") { t, a throws(Raised) in
      _ = try t.store(a[0], in: a[1], a[2])
      return .none
    },
    .init("__delete__(self, instance, /)", "Delete an attribute of instance.") { t, a throws(Raised) in
      _ = try t.store(a[0], in: a[1], .null)
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
  ]

  private static func name(_ v: Value) -> Value {
    v.kind == .memberDescriptor ? v.unchecked(as: MemberDescriptorObject.self).name : v.unchecked(as: GetSetDescriptorObject.self).name
  }

  private static func owner(_ v: Value) -> Ref<TypeObject> {
    v.kind == .memberDescriptor ? v.unchecked(as: MemberDescriptorObject.self).owner : v.unchecked(as: GetSetDescriptorObject.self).owner
  }

  private static func doc(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    guard v.kind == .getSetDescriptor else { return .none }
    let text = v.unchecked(as: GetSetDescriptorObject.self).doc
    return text.utf8CodeUnitCount == 0 ? .none : try t.str(text)
  }

  private static let describing: [NativeAttributeSpec] = [
    .init("__name__", get: { t, a throws(Raised) in DescriptorTypes.name(a[0]) }),
    .init("__qualname__", get: { t, a throws(Raised) in
      try t.message("%S.%S", DescriptorTypes.owner(a[0]).qualifiedName, DescriptorTypes.name(a[0]))
    }),
    .init("__objclass__", get: { t, a throws(Raised) in Value(DescriptorTypes.owner(a[0])) }),
    .init("__doc__", get: { t, a throws(Raised) in try DescriptorTypes.doc(t, a[0]) }),
  ]

  /// Of slots, and of the fields of native objects (kind `.getSetDescriptor`).
  private static let member = TypeSpec(
    "member_descriptor", functions: accessors + [
      .init("__reduce__(self, /)") { t, a throws(Raised) in
        try MethodTypes.reduced(t, Value(DescriptorTypes.owner(a[0])), DescriptorTypes.name(a[0]))
      }
    ], attributes: describing)

  private static let getSet = TypeSpec("getset_descriptor", functions: accessors, attributes: describing)
}
