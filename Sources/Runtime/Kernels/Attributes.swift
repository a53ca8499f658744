// Kernels of the attribute family. The fast halves look into the two shared caches; everything else is in Types/.

/// LOAD_ATTR: `owner.name`.
@inline(__always)
public func loadAttribute(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) -> Value {
  if _fastPath(owner.isObject && owner.object.kind == .instance) {
    let instance: Ref<InstanceObject> = owner.unchecked()
    let shape = instance.shape
    let entry = t.interpreter.attributeCache.shapeEntry(shape, name)
    if _fastPath(entry.pointee.shape == shape && entry.pointee.name == name) {
      let index = entry.pointee.index
      if _fastPath(index >= 0) { return t.slot(instance, index).pointee }
    }
  }
  return try loadAttributeSlow(t, name, owner)
}

@inline(never)
func loadAttributeSlow(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) -> Value {
  if owner.isKind(.instance) { t.cacheSlot(owner.unchecked(as: InstanceObject.self).shape, name) }
  return try t.getAttribute(owner, name)
}

/// LOAD_ATTR with the method bit: (unbound function, owner), or (attribute, null).
@inline(__always)
public func loadMethod(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) -> Pair {
  if _fastPath(owner.isObject) {
    let object = owner.object
    if object.kind == .instance {
      let shape = object.cast(to: InstanceObject.self).shape
      let entry = t.interpreter.attributeCache.shapeEntry(shape, name)
      if _fastPath(entry.pointee.shape == shape && entry.pointee.name == name && entry.pointee.index < 0) {
        let method = t.lookup(object.type, name)
        if _fastPath(method.isKind(.function)) { return Pair(method, owner) }
      }
    } else if hasNoOwnAttributes(owner) {
      let type = object.type
      let entry = t.interpreter.attributeCache.methodEntry(type.version, name)
      if _fastPath(type.dictWord == TypeObject.noDict && entry.pointee.version == type.version && entry.pointee.name == name) {
        let method = entry.pointee.value
        if _fastPath(method.isKind(.nativeFunction) && method.object.type == t.types.methodDescriptor && !type.flags.contains(.customGetAttribute)) {
          return Pair(method, owner)
        }
      }
    }
  }
  return try loadMethodSlow(t, name, owner)
}

@inline(never)
func loadMethodSlow(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) -> Pair {
  let type = t.typeOf(owner)
  if _fastPath(type.dictWord == TypeObject.noDict && hasNoOwnAttributes(owner) && !type.flags.contains(.customGetAttribute)) {
    let method = t.lookup(type, name)
    if _fastPath(method.isObject && method.object.type.flags.contains(.methodLike)) { return Pair(method, owner) }
  }
  if !type.flags.contains(.customGetAttribute) {
    switch owner.kind {
    case .type, .superObject, .module: break
    case .instance:
      t.cacheSlot(owner.unchecked(as: InstanceObject.self).shape, name)
      fallthrough
    default:
      let method = t.lookup(type, name)
      if !method.isNull && t.typeOf(method).flags.contains(.methodLike) && t.ownAttribute(owner, name).isNull { return Pair(method, owner) }
    }
  }
  return Pair(try t.getAttribute(owner, name), .null)
}

/// Whether an object of a type without `__dict__` surely has no attributes but those of its type: numbers, texts and containers.
@inline(__always)
private func hasNoOwnAttributes(_ v: Value) -> Bool {
  v.isObject && v.object.kind.rawValue >= Kind.int.rawValue && v.object.kind.rawValue <= Kind.frozenset.rawValue
}

/// LOAD_METHOD, and LOAD_ATTR of 3.12 with the method bit: (unbound function, owner), or (null, attribute).
@inline(__always)
public func loadMethodBelow(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) -> Pair {
  let pair = try loadMethod(t, name, owner)
  return pair.second.isNull ? Pair(.null, pair.first) : pair
}

/// STORE_ATTR: `owner.name = value`.
@inline(__always)
public func storeAttribute(_ t: Thread, _ name: Value, _ value: Value, _ owner: Value) throws(Raised) {
  if _fastPath(owner.isObject && owner.object.kind == .instance) {
    let instance: Ref<InstanceObject> = owner.unchecked()
    let shape = instance.shape
    let entry = t.interpreter.attributeCache.shapeEntry(shape, name)
    if _fastPath(entry.pointee.shape == shape && entry.pointee.name == name && entry.pointee.isStorable) {
      let index = entry.pointee.index
      if _fastPath(index >= 0) {
        t.slot(instance, index).pointee = value
        return
      }
      let next = entry.pointee.next
      if _fastPath(!next.isNone) { return try t.addSlot(instance, next, value) }
    }
  }
  try storeAttributeSlow(t, name, value, owner)
}

@inline(never)
func storeAttributeSlow(_ t: Thread, _ name: Value, _ value: Value, _ owner: Value) throws(Raised) {
  let before = owner.isKind(.instance) ? owner.unchecked(as: InstanceObject.self).shape : .none
  try t.setAttribute(owner, name, value)
  guard !before.isNone else { return }
  t.cacheSlot(before, name)
  let after = owner.unchecked(as: InstanceObject.self).shape
  if after != before && after.parent == before && after.name == name { t.cacheTransition(before, name, after) }
}

/// DELETE_ATTR: `del owner.name`.
@inline(never)
public func deleteAttribute(_ t: Thread, _ name: Value, _ owner: Value) throws(Raised) {
  try t.deleteAttribute(owner, name)
}

extension Thread {
  /// Enters (shape, name) into the cache, if neither the class nor `__getattribute__` stands between the name and the slot.
  func cacheSlot(_ shape: Ref<ShapeObject>, _ name: Value) {
    let type = shape.type
    guard !shape.isDictionary, !type.flags.contains(.customGetAttribute), name.object.flags.contains(.interned) else { return }
    let attribute = lookup(type, name)
    if !attribute.isNull && typeOf(attribute).flags.contains(.dataDescriptor) { return }
    let index = slotIndex(shape, name)
    let isStorable = !type.flags.contains(.customSetAttribute) && (index >= 0 || type.dictWord == TypeObject.shaped)
    self.interpreter.attributeCache.shapeEntry(shape, name).pointee = ShapeCacheEntry(
      shape: shape, name: name, index: index, next: .none, isStorable: isStorable)
  }

  /// Remembers which shape an instance gets with the attribute `name`.
  func cacheTransition(_ shape: Ref<ShapeObject>, _ name: Value, _ next: Ref<ShapeObject>) {
    let entry = self.interpreter.attributeCache.shapeEntry(shape, name)
    if entry.pointee.shape == shape && entry.pointee.name == name { entry.pointee.next = next }
  }
}
