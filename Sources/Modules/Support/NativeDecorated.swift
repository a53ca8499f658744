import Runtime

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

  /// A function of a module's library part.
  ///
  /// - Parameters:
  ///   - function: what it does: a native function, usually a closure.
  ///   - qualifiedName: null = the name.
  func libraryFunction(
    _ function: Ref<NativeFunctionObject>, name: Value, qualifiedName: Value = .null, module: Value, doc: Value = .null
  ) throws(Raised) -> Value {
    let me = try libraryFunction(function)
    me.name = name
    me.qualifiedLibraryName = qualifiedName.isNull ? name : qualifiedName
    me.module = module
    me.libraryDoc = doc
    return Value(me)
  }

  /// The same for a closure over `captured` made from a spec.
  func libraryFunction(_ spec: NativeFunctionSpec, _ captured: Value, qualifiedName: Value = .null, module: Value) throws(Raised) -> Value {
    let function = try closure(spec, captured)
    return try libraryFunction(function, name: function.name, qualifiedName: qualifiedName, module: module)
  }
}
