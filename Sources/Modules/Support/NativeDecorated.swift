import Runtime

/// A function of the library that CPython writes in Python: it binds as a method, has a `__dict__`, and its names may be set. What it does is in
/// `function`, usually a closure (`Thread.closure`).
struct LibraryFunctionObject: NativeLayout {
  var header: ObjectHeader
  var function: Value
  var name: Value
  var qualifiedName: Value
  var module: Value
  var doc: Value
  static let tracedWords = 5
}

extension Ref where T == LibraryFunctionObject {
  @inline(__always) var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var qualifiedName: Value { get { layout.qualifiedName } nonmutating set { layout.qualifiedName = newValue } }
  @inline(__always) var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
  @inline(__always) var doc: Value { get { layout.doc } nonmutating set { layout.doc = newValue } }
}

/// `__dict__` of instances of native types that have one.
let dictAttribute = NativeAttributeSpec(
  "__dict__",
  get: { t, a throws(Raised) in
    guard let word = t.dictWord(of: a[0]) else { throw t.attributeError(a[0], t.name(.__dict__)) }
    if word.pointee.isNull { word.pointee = Value(try t.dict()) }
    return word.pointee
  },
  set: { t, a throws(Raised) in
    guard let word = t.dictWord(of: a[0]) else { throw t.attributeError(a[0], t.name(.__dict__)) }
    guard !a[1].isNull else { throw t.raise(t.types.typeError, "cannot delete __dict__") }
    guard a[1].isKind(.dict) else { throw t.raise(t.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", a[1]) }
    word.pointee = a[1]
    return .none
  })

extension Thread {
  /// Instances of a native type made by `addType` get a `__dict__`. To be called before the first instance is made.
  func giveInstancesDict(_ type: Ref<TypeObject>) {
    type.dictWord = type.extraWords
    type.extraWords += 1
  }

  /// The type of `LibraryFunctionObject`: it looks like a Python function.
  private func libraryFunctionType() throws(Raised) -> Ref<TypeObject> {
    let known = typeNamed("_library.function")
    if !known.isNone { return known }
    let type = try makeNativeType(
      libraryFunctionSpec, bytes: MemoryLayout<LibraryFunctionObject>.size, flags: [.descriptor])
    giveInstancesDict(type)
    // (Its `__module__` is that of its instances.)
    type.nativeData = name(.builtins)
    return type
  }

  /// A function of a module's library part.
  ///
  /// - Parameters:
  ///   - qualifiedName: null = the name.
  func libraryFunction(_ function: Value, name: Value, qualifiedName: Value = .null, module: Value, doc: Value = .none) throws(Raised) -> Value {
    let me = try make(LibraryFunctionObject.self, try libraryFunctionType())
    me.function = function
    me.name = name
    me.qualifiedName = qualifiedName.isNull ? name : qualifiedName
    me.module = module
    me.doc = doc
    return Value(me)
  }

  /// The same for a closure over `captured` made from a spec.
  func libraryFunction(_ spec: NativeFunctionSpec, _ captured: Value, qualifiedName: Value = .null, module: Value) throws(Raised) -> Value {
    let function = try closure(spec, captured)
    return try libraryFunction(Value(function), name: function.name, qualifiedName: qualifiedName, module: module)
  }
}

private func field(
  _ name: StaticString, get: NativeBody, set: NativeBody
) -> NativeAttributeSpec { NativeAttributeSpec(name, get: get, set: set) }

private let libraryFunctionSpec = TypeSpec(
  "_library.function", doc: "A function of the library.",
  functions: [
    NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
      try t.call(a.object(0, LibraryFunctionObject.self).function, tuple: a[1], dict: a[2])
    },
    NativeFunctionSpec("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      a[1].isNone ? a[0] : try t.makeBoundMethod(a[0], a[1])
    },
    NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in
      let me = a.object(0, LibraryFunctionObject.self)
      var out = TextBuilder(t)
      try out.append("<function ")
      try out.append(try t.str(of: me.qualifiedName))
      try out.append(" at ")
      try out.append(address: a[0].bits)
      try out.append(">")
      return try out.finish()
    },
  ],
  attributes: [
    field(
      "__name__", get: { _, a throws(Raised) in a.object(0, LibraryFunctionObject.self).name },
      set: { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "__name__ must be set to a string object") }
        a.object(0, LibraryFunctionObject.self).name = a[1]
        return .none
      }),
    field(
      "__qualname__", get: { _, a throws(Raised) in a.object(0, LibraryFunctionObject.self).qualifiedName },
      set: { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "__qualname__ must be set to a string object") }
        a.object(0, LibraryFunctionObject.self).qualifiedName = a[1]
        return .none
      }),
    field(
      "__module__", get: { _, a throws(Raised) in a.object(0, LibraryFunctionObject.self).module },
      set: { _, a throws(Raised) in
        a.object(0, LibraryFunctionObject.self).module = a[1].isNull ? .none : a[1]
        return .none
      }),
    field(
      "__doc__", get: { _, a throws(Raised) in a.object(0, LibraryFunctionObject.self).doc },
      set: { _, a throws(Raised) in
        a.object(0, LibraryFunctionObject.self).doc = a[1].isNull ? .none : a[1]
        return .none
      }),
    dictAttribute,
  ])
