extension Thread {
  /// `v.name = value`, or `del v.name` if `value` is null.
  public func setAttribute(_ v: Value, _ name: Value, _ value: Value) throws(Raised) {
    guard name.isKind(.str) else { throw raise(self.types.typeError, "attribute name must be string, not '%T'", name) }
    let key = try attributeName(name)
    let type = typeOf(v)
    if _slowPath(type.flags.contains(.customSetAttribute)) {
      let hook = lookup(type, self.name(value.isNull ? .__delattr__ : .__setattr__))
      _ = value.isNull ? try callSpecial(hook, v, key) : try callSpecial(hook, v, key, value)
      return
    }
    try standardSetAttribute(v, type, key, value)
  }

  public func setAttribute(_ v: Value, _ name: Name, _ value: Value) throws(Raised) { try setAttribute(v, self.name(name), value) }
  public func deleteAttribute(_ v: Value, _ name: Value) throws(Raised) { try setAttribute(v, name, .null) }

  /// What `object.__setattr__`, `type.__setattr__` and their `__delattr__` do (`value` null = delete).
  public func standardSetAttribute(_ v: Value, _ type: Ref<TypeObject>, _ name: Value, _ value: Value) throws(Raised) {
    if v.isKind(.type) { return try setTypeAttribute(v.unchecked(), type, name, value) }
    let attribute = lookup(type, name)
    if !attribute.isNull, try store(attribute, in: v, value) { return }
    if v.isKind(.instance) { return try setInstanceAttribute(v.unchecked(), name, value, classHas: !attribute.isNull) }
    guard let word = dictWord(of: v) else { throw noAttributeToSet(v, name, classHas: !attribute.isNull) }
    if word.pointee.isNull { word.pointee = Value(try dict()) }
    let own: Ref<DictObject> = word.pointee.unchecked()
    if !value.isNull { return try dictSet(own, name, value) }
    if try !dictDelete(own, name) {
      let raised = raise(.missingAttributeToDelete, v, name)
      throw has(.namedDeletionErrors) || !hasManagedDict(v) ? annotatedStoreError(raised, v, name) : raised
    }
  }

  private func setInstanceAttribute(_ instance: Ref<InstanceObject>, _ name: Value, _ value: Value, classHas: Bool) throws(Raised) {
    let type = instance.header.type
    guard type.dictWord == TypeObject.shaped else { throw noAttributeToSet(Value(instance), name, classHas: classHas) }
    let shape = instance.shape
    if value.isNull {
      let own = shape.isDictionary || slotIndex(shape, name) >= 0 ? try instanceDict(instance) : .none
      if own.isNone { throw missingToDelete(Value(instance), name) }
      if try !dictDelete(own, name) { throw missingToDelete(Value(instance), name) }
      return
    }
    if shape.isDictionary { return try dictSet(instance.overflow.unchecked(), name, value) }
    let index = slotIndex(shape, name)
    if index >= 0 {
      slot(instance, index).pointee = value
    } else if shape.count - type.memberWords >= Thread.shapeLimit {
      try dictSet(try instanceDict(instance), name, value)
    } else {
      try addSlot(instance, try shapeAdding(name, to: shape), value)
    }
  }

  /// Deleting an attribute that an instance lacks: the exception's `name` and `obj` stay unset.
  private func missingToDelete(_ v: Value, _ name: Value) -> Raised {
    raise(.missingAttributeToDelete, v, name)
  }

  private func noAttributeToSet(_ v: Value, _ name: Value, classHas: Bool) -> Raised {
    if classHas { return raise(self.types.attributeError, "'%T' object attribute '%S' is read-only", v, name) }
    return annotatedStoreError(raise(.noAttributeToSet, v, name), v, name)
  }

  /// Whether the `__dict__` was added by a Python class to a native one that has none.
  private func hasManagedDict(_ v: Value) -> Bool {
    switch v.kind {
    case .exception, .function, .module, .classMethod, .staticMethod: false
    default: typeOf(v).flags.contains(.heap) && nativeBase(typeOf(v)).dictWord == TypeObject.noDict
    }
  }

  /// The exception on its way, with `name` and `obj` where assignments and deletions tell them.
  private func annotatedStoreError(_ raised: Raised, _ v: Value, _ name: Value) -> Raised {
    if has(.namedStoreErrors) { annotateAttributeError(v, name) }
    return raised
  }

  /// Sets or deletes an attribute of a class.
  private func setTypeAttribute(_ type: Ref<TypeObject>, _ metatype: Ref<TypeObject>, _ name: Value, _ value: Value) throws(Raised) {
    guard type.flags.contains(.heap) else {
      throw raise(.attributeOfImmutableType, name, Value(type))
    }
    let meta = lookup(metatype, name)
    if !meta.isNull, try store(meta, in: Value(type), value) { return }
    if value.isNull {
      if try !dictDelete(type.dict, name) {
        throw annotatedStoreError(raise(.missingClassAttributeToDelete, Value(type), name), Value(type), name)
      }
    } else {
      try dictSet(type.dict, name, value)
    }
    typeChanged(type, name, value)
  }

  /// To be called after the namespace of `type` changed: caches and flags follow.
  public func typeChanged(_ type: Ref<TypeObject>, _ name: Value, _ value: Value) {
    invalidate(type)
    // Cached slots of instances assume that no data descriptor hides them.
    if value.isNull || typeOf(value).flags.contains(.dataDescriptor) || isHook(name) { self.interpreter.attributeCache.clear() }
    if isHook(name) { updateFlags(type) }
  }

  /// Whether the presence of a special method of this name is kept in `TypeFlags`.
  private func isHook(_ name: Value) -> Bool {
    name == self.name(.__getattribute__) || name == self.name(.__getattr__) || name == self.name(.__setattr__)
      || name == self.name(.__delattr__) || name == self.name(.__get__) || name == self.name(.__set__) || name == self.name(.__delete__)
      || name == self.name(.__del__)
  }

  /// Recomputes the flags that follow from which special methods the MRO has, for `type` and its subclasses.
  func updateFlags(_ type: Ref<TypeObject>) {
    var flags = type.flags
    flags.remove([.customGetAttribute, .hasGetAttr, .customSetAttribute, .descriptor, .dataDescriptor, .finalizer])
    if !isStandard(lookup(type, .__getattribute__)) { flags.insert(.customGetAttribute) }
    if !lookup(type, .__getattr__).isNull { flags.insert(.hasGetAttr) }
    if !isStandard(lookup(type, .__setattr__)) || !isStandard(lookup(type, .__delattr__)) { flags.insert(.customSetAttribute) }
    if !lookup(type, .__get__).isNull { flags.insert(.descriptor) }
    if !lookup(type, .__set__).isNull || !lookup(type, .__delete__).isNull { flags.insert(.dataDescriptor) }
    if !lookup(type, .__del__).isNull { flags.insert(.finalizer) }
    type.flags = flags
    guard type.subclasses.isObject else { return }
    let subclasses: Ref<ListObject> = type.subclasses.unchecked()
    for i in 0..<subclasses.count { updateFlags(subclasses.items[i].unchecked()) }
  }

  /// Whether an accessor is the one that `standardAttribute` and `standardSetAttribute` stand for: that of object, type, module or super.
  private func isStandard(_ accessor: Value) -> Bool {
    guard accessor.isKind(.nativeFunction) else { return accessor.isNull }
    let function: Ref<NativeFunctionObject> = accessor.unchecked()
    let owner = function.owner
    if owner == self.types.object || owner == self.types.type || owner == self.types.module || owner == self.types.super { return true }
    return isSameFunction(accessor, lookup(self.types.object, function.name))
  }
}

extension TypeObject {
  /// `dictWord` of a type whose instances have no `__dict__`.
  @inlinable public static var noDict: Int { -1 }
  /// `dictWord` of a type whose instances keep their attributes by shape.
  @inlinable public static var shaped: Int { -2 }
}
