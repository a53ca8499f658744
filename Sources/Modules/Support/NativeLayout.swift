import Runtime

/// The layout of the instances of a native type of this target: header, then `tracedWords` traced words, then raw words.
protocol NativeLayout: HeapCell {
  static var tracedWords: Int { get }
}

extension Thread {
  /// A zeroed instance of the native type `cls` (or of a subclass of it), whose layout is `T`.
  func make<T: NativeLayout>(_ layout: T.Type, _ cls: Ref<TypeObject>) throws(Raised) -> Ref<T> {
    try allocateInstance(cls, layout, kind: .record, tracedWords: T.tracedWords)
  }

  /// The same for the `cls` argument of a `__new__`.
  @inline(__always)
  func make<T: NativeLayout>(_ layout: T.Type, _ cls: Value) throws(Raised) -> Ref<T> {
    try make(layout, cls.unchecked(as: TypeObject.self))
  }

  /// Makes the native type of `spec` with instances of layout `T` and adds it to the module under the last part of its name.
  @discardableResult
  func addType<T: NativeLayout>(
    _ module: Ref<ModuleObject>, _ spec: TypeSpec, _ layout: T.Type, flags: TypeFlags = .base
  ) throws(Raised) -> Ref<TypeObject> {
    let type = try makeNativeType(spec, bytes: MemoryLayout<T>.size, flags: flags)
    try dictSet(type.dict, name(.__module__), module.name)
    try addConstant(module, intern(type.name), Value(type))
    return type
  }

  /// Remembers types that the methods of `type` (and of its subclasses) make instances of: `companion` finds them without a look at a table.
  func setCompanions(_ type: Ref<TypeObject>, _ a: Ref<TypeObject>, _ b: Ref<TypeObject>? = nil) throws(Raised) {
    type.nativeData = if let b { try tuple(Value(type), Value(a), Value(b)) } else { try tuple(Value(type), Value(a)) }
  }

  /// 0 = the native type that `me` is an instance of (perhaps of a subclass), 1... = what `setCompanions` was given for it.
  @inline(__always)
  func companion(_ me: Value, _ index: Int) -> Ref<TypeObject> {
    me.object.type.nativeData.tupleSlots[index].unchecked()
  }

  /// The functions of `module` say that they are of `home`, the module that CPython has them in; all of them if no names are given.
  func setHome(_ module: Ref<ModuleObject>, _ home: StaticString, of names: [StaticString] = []) throws(Raised) {
    let home = try intern(home)
    for name in names {
      let function = dictGet(module.dict, interned: try intern(name))
      if function.isKind(.nativeFunction) { function.unchecked(as: NativeFunctionObject.self).module = home }
    }
    if names.count > 0 { return }
    var position = 0
    while let entry = dictNext(module.dict, &position) {
      if entry.value.isKind(.nativeFunction) { entry.value.unchecked(as: NativeFunctionObject.self).module = home }
    }
  }

  func addConstant(_ module: Ref<ModuleObject>, _ name: Value, _ value: Value) throws(Raised) {
    try dictSet(module.dict, name, value)
  }

  func addConstant(_ module: Ref<ModuleObject>, _ name: StaticString, _ value: Value) throws(Raised) {
    try dictSet(module.dict, try intern(name), value)
  }
}

extension Slots {
  /// Argument `index` as the layout of a native type; for `self`, whose type was checked when the method was bound.
  @inline(__always) func object<T: NativeLayout>(_ index: Int = 0, _ layout: T.Type = T.self) -> Ref<T> {
    self[index].unchecked(as: layout)
  }
}

extension Value {
  /// The items of a tuple.
  @inline(__always) var tupleSlots: Slots { unchecked(as: TupleObject.self).slots }
}

/// `__iter__` of every iterator.
let iterSelf = NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { _, a throws(Raised) in a[0] }

/// `__class_getitem__` of a class that only remembers its parameters.
let classGetItem = NativeFunctionSpec("__class_getitem__(cls, item, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
  try t.genericAlias(a[0], a[1])
}
