import Runtime

/// The table of property.
enum PropertyType {
  static let spec = TypeSpec("property", doc: "Property attribute.", functions: methods, attributes: attributes)

  private static func me(_ a: Slots) -> Ref<PropertyObject> { a[0].unchecked() }

  private static let methods: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      let made: Ref<PropertyObject> = try t.allocateInstance(a[0].unchecked(), kind: .property, tracedWords: 5)
      return Value(made)
    },
    .init("__init__(self, /, fget=None, fset=None, fdel=None, doc=None)", "Initialize self.") { t, a throws(Raised) in
      let property = me(a)
      property.getter = a[1]
      property.setter = a[2]
      property.deleter = a[3]
      try PropertyType.setDoc(t, property, a[4])
      return .none
    },
    .init("getter(self, fget, /)", "Descriptor to obtain a copy of the property with a different getter.") { t, a throws(Raised) in
      try PropertyType.copy(t, me(a), a[1], me(a).setter, me(a).deleter)
    },
    .init("setter(self, fset, /)", "Descriptor to obtain a copy of the property with a different setter.") { t, a throws(Raised) in
      try PropertyType.copy(t, me(a), me(a).getter, a[1], me(a).deleter)
    },
    .init("deleter(self, fdel, /)", "Descriptor to obtain a copy of the property with a different deleter.") { t, a throws(Raised) in
      try PropertyType.copy(t, me(a), me(a).getter, me(a).setter, a[1])
    },
    .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      try DescriptorTypes.checkGet(t, a)
      if a[1].isNone { return a[0] }
      if orNone(me(a).getter).isNone { throw t.propertyError(me(a), a[1], .getter) }
      return try t.call(me(a).getter, a[1])
    },
    .init("__set__(self, instance, value, /)", "Set an attribute of instance to value.") { t, a throws(Raised) in
      if orNone(me(a).setter).isNone { throw t.propertyError(me(a), a[1], .setter) }
      _ = try t.call(me(a).setter, a[1], a[2])
      return .none
    },
    .init("__delete__(self, instance, /)", "Delete an attribute of instance.") { t, a throws(Raised) in
      if orNone(me(a).deleter).isNone { throw t.propertyError(me(a), a[1], .deleter) }
      _ = try t.call(me(a).deleter, a[1])
      return .none
    },
    .init("__set_name__(self, /////, *args)", "Method to set name of a property.") { t, a throws(Raised) in
      let arguments: Ref<TupleObject> = a[1].unchecked()
      if arguments.count != 2 {
        throw t.raise(t.types.typeError, "__set_name__() takes 2 positional arguments but %S were given", Value(small: arguments.count))
      }
      me(a).name = arguments.items[1]
      return .none
    },
  ]

  private static let attributes: [NativeAttributeSpec] = [
    .init("fget", get: { t, a throws(Raised) in orNone(me(a).getter) }),
    .init("fset", get: { t, a throws(Raised) in orNone(me(a).setter) }),
    .init("fdel", get: { t, a throws(Raised) in orNone(me(a).deleter) }),
    .init("__doc__", get: { t, a throws(Raised) in orNone(me(a).doc) },
      set: { t, a throws(Raised) in
        me(a).doc = a[1]
        return .none
      }),
    .init("__name__", get: { t, a throws(Raised) in
      if !orNone(me(a).name).isNone { return me(a).name }
      let name = orNone(me(a).getter).isNone ? Value.null : try t.getAttributeOrNull(me(a).getter, .__name__)
      if name.isNull { throw t.unnamedAttributeError(a[0], t.name(.__name__)) }
      return name
    }, set: { t, a throws(Raised) in
        me(a).name = a[1]
        return .none
      }),
    .init("__isabstractmethod__", get: { t, a throws(Raised) in
      for accessor in [me(a).getter, me(a).setter, me(a).deleter] {
        if try DescriptorTypes.isAbstract(t, accessor) { return .true }
      }
      return .false
    }),
  ]

  /// The docstring, else that of the getter (flag `.special`). A subclass has it as an attribute, because its class hides `property.__doc__`.
  private static func setDoc(_ t: Thread, _ me: Ref<PropertyObject>, _ given: Value) throws(Raised) {
    var doc = given
    me.header.flags.remove(.special)
    if given.isNone, !me.getter.isNone {
      let found = try t.getAttributeOrNull(me.getter, .__doc__)
      if !found.isNull, !t.has(.propertyDocsInDict) || !found.isNone { me.header.flags.insert(.special) }
      doc = orNone(found)
    }
    if me.header.type == t.types.property || !t.has(.propertyDocsInDict) && !me.header.flags.contains(.special) {
      me.doc = doc
      return
    }
    me.doc = .none
    do throws(Raised) {
      try t.setAttribute(Value(me), t.name(.__doc__), doc)
    } catch {
      if !t.has(.propertyDocsInDict) || !t.matches(t.exception, t.types.attributeError) { throw error }
      t.exception = .null
    }
  }

  /// A property of the same class with other accessors; the doc of a getter stays with the getter.
  private static func copy(_ t: Thread, _ me: Ref<PropertyObject>, _ getter: Value, _ setter: Value, _ deleter: Value) throws(Raised) -> Value {
    let actual = orNone(getter).isNone ? orNone(me.getter) : getter
    let isFromGetter = me.header.flags.contains(.special) && !actual.isNone
    let made = try t.call(Value(me.header.type), actual, orNone(setter), orNone(deleter), isFromGetter ? .none : orNone(me.doc))
    if made.isKind(.property) { made.unchecked(as: PropertyObject.self).name = me.name }
    return made
  }
}
