import Runtime

/// Object's own methods for attributes, for types that CPython gives them once more.
enum OwnAccessors {
  static let getting = NativeFunctionSpec("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
    try t.call(try t.getAttribute(Value(t.types.object), .__getattribute__), a[0], a[1])
  }

  static let changing: [NativeFunctionSpec] = [
    .init("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      try t.call(try t.getAttribute(Value(t.types.object), .__setattr__), a[0], a[1], a[2])
    },
    .init("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      try t.call(try t.getAttribute(Value(t.types.object), .__delattr__), a[0], a[1])
    },
  ]
}
