/// The attributes `__dict__` and `__weakref__` that a class statement adds to a class whose instances have them and its bases' have not.
extension Thread {
  func addInstanceAttributes(_ type: Ref<TypeObject>, dict: Bool, weakReference: Bool) throws(Raised) {
    if dict { try addComputed(InstanceAttributes.dict, self.name(.__dict__), to: type) }
    if weakReference { try addComputed(InstanceAttributes.weakReference, self.name(.__weakref__), to: type) }
  }

  private func addComputed(_ spec: NativeAttributeSpec, _ name: Value, to type: Ref<TypeObject>) throws(Raised) {
    if !dictGet(type.dict, interned: name).isNull { return }
    let descriptor: Ref<GetSetDescriptorObject> = try allocate(kind: .getSetDescriptor, type: self.types.getSetDescriptor, tracedWords: 2)
    descriptor.name = name
    descriptor.owner = type
    descriptor.getter = spec.getter
    descriptor.setter = spec.setter
    descriptor.doc = spec.doc
    try dictSet(type.dict, name, Value(descriptor))
  }

  /// `v.__dict__`, made if there is none yet; null if `v` can have none.
  public func attributesDict(_ v: Value) throws(Raised) -> Value {
    if v.isKind(.instance) {
      guard v.object.type.dictWord == TypeObject.shaped else { return .null }
      return Value(try instanceDict(v.unchecked()))
    }
    guard let word = dictWord(of: v) else { return .null }
    if word.pointee.isNull { word.pointee = Value(try dict()) }
    return word.pointee
  }

  /// `v.__dict__ = value`; `value` null deletes: the next access makes an empty one.
  public func setAttributesDict(_ v: Value, _ value: Value) throws(Raised) {
    guard value.isNull || value.isKind(.dict) else {
      throw raise(self.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", value)
    }
    if v.isKind(.instance) {
      _ = try instanceDict(v.unchecked())
      v.unchecked(as: InstanceObject.self).overflow = value.isNull ? Value(try dict()) : value
    } else if let word = dictWord(of: v) {
      word.pointee = value
    }
  }
}

private enum InstanceAttributes {
  static let dict = NativeAttributeSpec(
    "__dict__",
    get: { t, a throws(Raised) in
      let found = try t.attributesDict(a[0])
      if found.isNull { throw t.attributeError(a[0], t.name(.__dict__)) }
      return found
    },
    set: { t, a throws(Raised) in
      try t.setAttributesDict(a[0], a[1])
      return .none
    })
  static let weakReference = NativeAttributeSpec(
    "__weakref__", "list of weak references to the object", get: { t, a throws(Raised) in t.firstWeakReference(a[0]) })
}
