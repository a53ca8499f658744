extension Thread {
  /// `v.__class__ = type`: both classes must be Python classes (or module types) with the same layout.
  public func changeClass(_ v: Value, to type: Ref<TypeObject>) throws(Raised) {
    let old = typeOf(v)
    let isModule = isSubtype(old, self.types.module) && isSubtype(type, self.types.module)
    guard v.isObject, isModule || old.flags.contains(.heap) && type.flags.contains(.heap) else {
      throw raise(.classAssignment)
    }
    try checkSameLayout(type, as: old, assigning: .__class__)
    if v.isKind(.instance) {
      let instance: Ref<InstanceObject> = v.unchecked()
      instance.shape = instance.shape.isDictionary ? try dictionaryShape(type) : try shape(like: instance.shape, of: type)
    }
    v.object.type = type
    if type.flags.contains(.finalizer) && !v.object.flags.contains(.finalizable) { try registerFinalizer(v.object) }
  }

  /// The shape of `type` with the attributes of `shape` in the same slots.
  private func shape(like shape: Ref<ShapeObject>, of type: Ref<TypeObject>) throws(Raised) -> Ref<ShapeObject> {
    if shape.name.isNull { return type.rootShape }
    return try shapeAdding(shape.name, to: try self.shape(like: shape.parent, of: type))
  }

  /// The nearest native class: it decides the layout and which `__new__` may make instances.
  func nativeBase(_ type: Ref<TypeObject>) -> Ref<TypeObject> {
    var current = type
    while current.flags.contains(.heap) { current = current.base }
    return current
  }

  /// The set `__slots__` members of an object, name to value.
  public func memberValues(_ v: Value) throws(Raised) -> Ref<DictObject> {
    let result = try dict()
    let mro: Ref<TupleObject> = typeOf(v).mro.unchecked()
    for i in 0..<mro.count {
      let namespace = mro.items[i].unchecked(as: TypeObject.self).dict
      var position = 0
      while let entry = dictNext(namespace, &position) {
        guard entry.value.isKind(.memberDescriptor), entry.value.object.type == self.types.memberDescriptor else { continue }
        let value = try memberWord(entry.value.unchecked(), v).pointee
        if !value.isNull { try dictSet(result, entry.key, value) }
      }
    }
    return result
  }
}
