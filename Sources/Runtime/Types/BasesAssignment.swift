/// Assignment to `__bases__` of a class (CPython: `type_set_bases` in Objects/typeobject.c).
extension Thread {
  /// `type.__bases__ = value`: the orders of the class and of all that derive from it are resolved anew, or nothing changes.
  ///
  /// - Parameter type: a Python class.
  /// - Throws: TypeError if `value` is no tuple of classes, makes a cycle, asks for another layout of instances or has no resolution order.
  public func setBases(_ type: Ref<TypeObject>, _ value: Value) throws(Raised) {
    try checkBases(type, value)
    let base = try bestBase(value.unchecked())
    try checkSameLayout(base, as: type.base, assigning: .__bases__)
    let (oldBases, oldBase) = (type.bases, type.base)
    type.bases = value
    type.base = base
    let changes = try list()
    do throws(Raised) {
      try resolveHierarchy(type, changes)
    } catch {
      undo(changes)
      if type.bases == value {
        type.bases = oldBases
        type.base = oldBase
      }
      basesChanged(type)
      throw error
    }
    // An overridden mro() may have assigned other bases meanwhile.
    if type.bases == value {
      removeSubclass(type, from: oldBases.unchecked())
      try addToBases(type)
    }
    basesChanged(type)
  }

  private func checkBases(_ type: Ref<TypeObject>, _ value: Value) throws(Raised) {
    guard value.isKind(.tuple) else {
      throw raise(self.types.typeError, "can only assign tuple to %S.__bases__, not %T", type.name, value)
    }
    let bases: Ref<TupleObject> = value.unchecked()
    if bases.count == 0 { throw raise(self.types.typeError, "can only assign non-empty tuple to %S.__bases__, not ()", type.name) }
    for i in 0..<bases.count {
      let base = bases.items[i]
      guard base.isKind(.type) else {
        throw raise(self.types.typeError, "%S.__bases__ must be tuple of classes, not '%T'", type.name, base)
      }
      // While an overridden mro() runs, orders are still the old ones, and the chain of `__base__` is the new one.
      if isSubtype(base.unchecked(), type) || isDerivedByBase(base.unchecked(), type) {
        throw raise(self.types.typeError, "a __bases__ item causes an inheritance cycle")
      }
    }
  }

  /// Resolves the orders of `type` and of its subclasses. Appends class, new order and old order of each to `changes`.
  private func resolveHierarchy(_ type: Ref<TypeObject>, _ changes: Ref<ListObject>) throws(Raised) {
    let old = type.mro
    guard try resolveOrder(type) else { return }
    try append(changes, Value(type))
    try append(changes, type.mro)
    try append(changes, old)
    guard type.subclasses.isObject else { return }
    let subclasses: Ref<ListObject> = try list(copying: type.subclasses.unchecked(as: ListObject.self).slots).unchecked()
    for i in 0..<subclasses.count { try resolveHierarchy(subclasses.items[i].unchecked(), changes) }
  }

  private func undo(_ changes: Ref<ListObject>) {
    for i in stride(from: 0, to: changes.count, by: 3) {
      let type: Ref<TypeObject> = changes.items[i].unchecked()
      if type.mro == changes.items[i + 1] { type.mro = changes.items[i + 2] }
    }
  }

  /// What was found along the old orders is void.
  private func basesChanged(_ type: Ref<TypeObject>) {
    invalidate(type)
    self.interpreter.attributeCache.clear()
    updateFlags(type)
  }

  private func removeSubclass(_ type: Ref<TypeObject>, from bases: Ref<TupleObject>) {
    for i in 0..<bases.count {
      let known = bases.items[i].unchecked(as: TypeObject.self).subclasses
      guard known.isObject else { continue }
      let subclasses: Ref<ListObject> = known.unchecked()
      var kept = 0
      for k in 0..<subclasses.count where subclasses.items[k] != Value(type) {
        subclasses.items[kept] = subclasses.items[k]
        kept += 1
      }
      for k in kept..<subclasses.count { subclasses.items[k] = .null }
      subclasses.count = kept
    }
  }
}
