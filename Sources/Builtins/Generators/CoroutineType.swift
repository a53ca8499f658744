import Runtime

/// The tables of `coroutine` and of the iterator that its `__await__` returns.
enum CoroutineType {
  static let spec = TypeSpec("coroutine", functions: methods, attributes: GeneratorSupport.names + attributes)

  static let methods: [NativeFunctionSpec] = [
    .init("__await__(self, /)", "Return an iterator to be used in await expression.") { t, a throws(Raised) in
      let wrapper: Ref<CoroutineWrapper> = try t.allocate(kind: .record, type: t.types.coroutineWrapper, tracedWords: 1)
      wrapper.coroutine = a[0].unchecked()
      return Value(wrapper)
    },
    GeneratorSupport.finalizer,
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("send(self, value, /)", "Resumes the coroutine with a value and returns what it yields next, or raises StopIteration.") {
      t, a throws(Raised) in try GeneratorSupport.send(t, a[0].unchecked(), a[1])
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
      "Raises an exception in the coroutine; returns what it yields next, or raises StopIteration."
    ) { t, a throws(Raised) in try GeneratorSupport.raise(t, a) },
    .init("close(self, /)", "Raises GeneratorExit in the coroutine.") { t, a throws(Raised) in try t.close(a[0].unchecked()) },
    .init("__class_getitem__(cls, item, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
      try t.genericAlias(a[0], a[1])
    },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("cr_frame", get: { t, a throws(Raised) in try GeneratorSupport.frame(t, a[0].unchecked()) }),
    .init("cr_running", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).state == .running) }),
    .init("cr_suspended", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).state == .suspended) }),
    .init("cr_code", get: { t, a throws(Raised) in Value(a[0].unchecked(as: GeneratorObject.self).frame.code) }),
    .init("cr_origin", get: { t, a throws(Raised) in GeneratorSupport.orNone(a[0].unchecked(as: GeneratorObject.self).finalizer) }),
    .init("cr_await", "object being awaited on, or None", get: { t, a throws(Raised) in
      GeneratorSupport.orNone(a[0].unchecked(as: GeneratorObject.self).delegate)
    }),
  ]
}

/// `coroutine_wrapper`: what `coroutine.__await__()` returns.
struct CoroutineWrapper: HeapCell {
  var header: ObjectHeader
  // traced
  var coroutine: Ref<GeneratorObject>

  static let spec = TypeSpec(
    "coroutine_wrapper", doc: "A wrapper object implementing __await__ for coroutines.", functions: methods)

  static let methods: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      try GeneratorSupport.send(t, a[0].unchecked(as: CoroutineWrapper.self).coroutine, .none)
    },
    .init("send(self, value, /)", "Resumes the coroutine with a value and returns what it yields next, or raises StopIteration.") {
      t, a throws(Raised) in try GeneratorSupport.send(t, a[0].unchecked(as: CoroutineWrapper.self).coroutine, a[1])
    },
    .init(
      "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
      "Raises an exception in the coroutine; returns what it yields next, or raises StopIteration."
    ) { t, a throws(Raised) in
      let exception = try GeneratorSupport.thrown(t, a)
      let coroutine = a[0].unchecked(as: CoroutineWrapper.self).coroutine
      return try GeneratorSupport.yieldedOrStop(t, try t.throwInto(coroutine, exception, closing: true))
    },
    .init("close(self, /)", "Raises GeneratorExit in the coroutine.") { t, a throws(Raised) in
      try t.close(a[0].unchecked(as: CoroutineWrapper.self).coroutine)
    },
  ]
}

extension Ref where T == CoroutineWrapper {
  @inline(__always) var coroutine: Ref<GeneratorObject> { get { layout.coroutine } nonmutating set { layout.coroutine = newValue } }
}
