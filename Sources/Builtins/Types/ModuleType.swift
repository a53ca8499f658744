import Runtime

/// The table of module.
enum ModuleType {
  static let spec = TypeSpec(
    "module", doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        let made: Ref<ModuleObject> = try t.allocateInstance(a[0].unchecked(), kind: .module, tracedWords: 2)
        made.dict = try t.dict()
        made.name = .none
        return Value(made)
      },
      .init("__init__(self, name, doc=None)", "Initialize self.") { t, a throws(Raised) in
        if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "module() argument 'name' must be str, not %B", a[1]) }
        let me: Ref<ModuleObject> = a[0].unchecked()
        me.name = a[1]
        try t.dictSet(me.dict, t.name(.__name__), a[1])
        try t.dictSet(me.dict, t.name(.__doc__), a[2])
        for name in [Name.__package__, .__loader__, .__spec__] { try t.dictSet(me.dict, t.name(name), .none) }
        return .none
      },
      .init("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
        let name = try t.checkedAttributeName(a[1])
        let found = try t.genericAttribute(a[0], t.typeOf(a[0]), name)
        if !found.isNull { return found }
        let hook = t.dictGet(a[0].unchecked(as: ModuleObject.self).dict, interned: t.name(.__getattr__))
        if !hook.isNull { return try t.call(hook, name) }
        throw t.unnamedAttributeError(a[0], name)
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
      .init("__dir__(self, /)", "__dir__() -> list\nspecialized dir() implementation") { t, a throws(Raised) in
        let namespace = a[0].unchecked(as: ModuleObject.self).dict
        let hook = t.dictGet(namespace, interned: t.name(.__dir__))
        return hook.isNull ? Value(try t.list(from: Value(namespace))) : try t.call(hook)
      },
    ],
    attributes: [
      .init("__dict__", get: { t, a throws(Raised) in Value(a[0].unchecked(as: ModuleObject.self).dict) }),
      .init("__annotate__", get: { t, a throws(Raised) in try Annotations.annotate(t, ofModule: a[0].unchecked(as: ModuleObject.self).dict) },
        set: { t, a throws(Raised) in
          try Annotations.checkAnnotate(t, a[1])
          let namespace = a[0].unchecked(as: ModuleObject.self).dict
          try t.dictSet(namespace, t.name(.__annotate__), a[1])
          if !a[1].isNone { _ = t.dictDelete(namespace, interned: t.name(.__annotations__)) }
          return .none
        }),
      .init("__annotations__", get: { t, a throws(Raised) in
        let namespace = a[0].unchecked(as: ModuleObject.self).dict
        let found = t.dictGet(namespace, interned: t.name(.__annotations__))
        if !found.isNull { return found }
        // Where modules have no such attribute, those of newer bytecode still may compute theirs.
        let isComputed = !t.dictGet(namespace, interned: t.name(.__annotate__)).isNull
        guard t.has(.moduleAnnotations) || isComputed else { throw t.attributeError(a[0], t.name(.__annotations__)) }
        let made = try Annotations.annotations(t, ofModule: namespace)
        try t.dictSet(namespace, t.name(.__annotations__), made)
        return made
      }, set: { t, a throws(Raised) in
        let namespace = a[0].unchecked(as: ModuleObject.self).dict
        if a[1].isNull {
          if try !t.dictDelete(namespace, t.name(.__annotations__)) {
            throw t.raise(t.types.attributeError, "__annotations__")
          }
        } else {
          try t.dictSet(namespace, t.name(.__annotations__), a[1])
        }
        return .none
      }),
    ])
}
