import Runtime

/// The tables of `generator`.
enum GeneratorType {
  static let spec = TypeSpec("generator", functions: methods, attributes: GeneratorSupport.names + attributes)

  static let methods: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      try GeneratorSupport.send(t, a[0].unchecked(), .none)
    },
    GeneratorSupport.finalizer,
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("send(self, value, /)", "Resumes the generator with a value and returns what it yields next, or raises StopIteration.") {
      t, a throws(Raised) in try GeneratorSupport.send(t, a[0].unchecked(), a[1])
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
      "Raises an exception in the generator; returns what it yields next, or raises StopIteration."
    ) { t, a throws(Raised) in try GeneratorSupport.raise(t, a) },
    .init("close(self, /)", "Raises GeneratorExit in the generator; returns what it returns.") { t, a throws(Raised) in
      let returned = try t.close(a[0].unchecked())
      return t.has(.closeReturnsValue) ? returned : .none
    },
    .init("__class_getitem__(cls, item, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
      try t.genericAlias(a[0], a[1])
    },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("gi_frame", get: { t, a throws(Raised) in try GeneratorSupport.frame(t, a[0].unchecked()) }),
    .init("gi_running", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).state == .running) }),
    .init("gi_suspended", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).state == .suspended) }),
    .init("gi_code", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).frame.code) }),
    .init("gi_yieldfrom", "object being iterated by yield from, or None", get: { t, a throws(Raised) in
      GeneratorSupport.orNone(a[0].unchecked(as: GeneratorObject.self).delegate)
    }),
  ]
}
