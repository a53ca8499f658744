import Runtime

/// The tables of `super`.
enum SuperType {
  static let spec = TypeSpec(
    "super", doc: "Looks attributes up behind a class in the method resolution order of an object's type.",
    functions: methods, attributes: attributes)

  static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      Value(try t.allocateInstance(a[0].unchecked(), SuperObject.self, kind: .superObject, tracedWords: 3))
    },
    .init("__init__(self, /, *args, **kwargs)", "Initialize self.") { t, a throws(Raised) in
      try SuperType.initialize(t, a[0].unchecked(), a[1].unchecked(), a[2].unchecked())
      return .none
    },
    .init("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      // The name is looked up before it is checked.
      if !a[1].isKind(.str), !a[0].unchecked(as: SuperObject.self).objectType.isNull { _ = try t.keyHash(a[1]) }
      let name = try t.checkedAttributeName(a[1])
      let found = try t.superAttribute(a[0].unchecked(), name)
      if found.isNull { throw t.attributeError(a[0], name, given: a[1]) }
      return found
    },
    .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      try DescriptorTypes.checkGet(t, a)
      let me: Ref<SuperObject> = a[0].unchecked()
      if a[1].isNone || !me.object.isNull { return a[0] }
      if me.header.type != t.types.super { return try t.call(Value(me.header.type), me.thisClass, a[1]) }
      return try t.makeSuper(t.types.super, me.thisClass, a[1])
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try SuperType.repr(t, a[0].unchecked()) },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("__thisclass__", "the class invoking super()", get: { t, a throws(Raised) in SuperType.orNone(a[0].unchecked(as: SuperObject.self).thisClass) }),
    .init("__self__", "the instance invoking super(); may be None", get: { t, a throws(Raised) in
      SuperType.orNone(a[0].unchecked(as: SuperObject.self).object)
    }),
    .init("__self_class__", "the type of the instance invoking super(); may be None", get: { t, a throws(Raised) in
      SuperType.orNone(a[0].unchecked(as: SuperObject.self).objectType)
    }),
  ]

  /// Without arguments, the class and the object come from the calling function.
  private static func initialize(
    _ t: Thread, _ me: Ref<SuperObject>, _ arguments: Ref<TupleObject>, _ keywords: Ref<DictObject>
  ) throws(Raised) {
    if keywords.count > 0 { throw t.raise(t.types.typeError, "super() takes no keyword arguments") }
    switch arguments.count {
    case 0:
      let found = try t.superArguments()
      try t.initSuper(me, found.first, found.second)
    case 1: try t.initSuper(me, arguments.items[0], .null)
    case 2: try t.initSuper(me, arguments.items[0], arguments.items[1])
    default:
      // Initialized again, it counts as other functions do.
      let count = try t.int(arguments.count)
      throw me.thisClass.isNull
        ? t.raise(.superWithTooMany, count) : t.raise(t.types.typeError, "super() takes at most 2 arguments (%S given)", count)
    }
  }

  private static func repr(_ t: Thread, _ me: Ref<SuperObject>) throws(Raised) -> Value {
    var text = TextBuilder(t)
    try text.append("<super: <class '")
    if me.thisClass.isNull { try text.append("NULL") } else { try text.append(me.thisClass.unchecked(as: TypeObject.self).name) }
    if me.objectType.isNull {
      try text.append("'>, NULL>")
    } else {
      try text.append("'>, <")
      try text.append(me.objectType.unchecked(as: TypeObject.self).name)
      try text.append(" object>>")
    }
    return try text.finish()
  }

  static func orNone(_ v: Value) -> Value { v.isNull ? .none : v }
}
