extension Thread {
  /// `type.__instancecheck__`: the real type, or what `__class__` claims.
  public func isInstanceByClass(_ v: Value, _ type: Ref<TypeObject>) throws(Raised) -> Bool {
    let actual = typeOf(v)
    if isSubtype(actual, type) { return true }
    let claimed = try getAttributeOrNull(v, .__class__)
    return claimed.isKind(.type) && claimed != Value(actual) && isSubtype(claimed.unchecked(), type)
  }

  /// `type.__subclasscheck__`: along the MRO, or along `__bases__` for objects that only look like classes.
  public func isSubclassByBases(_ candidate: Value, _ type: Value) throws(Raised) -> Bool {
    if candidate.isKind(.type) && type.isKind(.type) { return isSubtype(candidate.unchecked(), type.unchecked()) }
    guard try getAttributeOrNull(candidate, .__bases__).isKind(.tuple) else {
      throw raise(self.types.typeError, "issubclass() arg 1 must be a class")
    }
    try requireClassLike(type, .issubclassOfOther)
    return try derives(candidate, type)
  }

  private func requireClassLike(_ v: Value, _ message: LibraryMessage) throws(Raised) {
    guard try getAttributeOrNull(v, .__bases__).isKind(.tuple) else { throw raise(message) }
  }

  private func derives(_ candidate: Value, _ type: Value) throws(Raised) -> Bool {
    if candidate == type { return true }
    let bases = try getAttributeOrNull(candidate, .__bases__)
    guard bases.isKind(.tuple) else { return false }
    try enterRecursive(" in __subclasscheck__")
    defer { leaveRecursive() }
    let tuple: Ref<TupleObject> = bases.unchecked()
    for i in 0..<tuple.count where try derives(tuple.items[i], type) { return true }
    return false
  }
}

/// `isinstance` and `issubclass` with all their hooks.
extension Thread {
  /// `isinstance(v, info)`: a class, a tuple of such (nested), or an object whose type has `__instancecheck__` (unions, ABCs).
  public func isInstance(_ v: Value, ofClassInfo info: Value) throws(Raised) -> Bool {
    if Value(typeOf(v)) == info { return true }
    if info.isKind(.tuple) {
      try enterRecursive(" in __instancecheck__")
      defer { leaveRecursive() }
      let members: Ref<TupleObject> = info.unchecked()
      for i in 0..<members.count where try isInstance(v, ofClassInfo: members.items[i]) { return true }
      return false
    }
    let hook = lookupSpecial(info, .__instancecheck__)
    if info.isKind(.type) && isNative(hook, of: self.types.type) { return try isInstanceByClass(v, info.unchecked()) }
    if !hook.isNull {
      try enterRecursive(" in __instancecheck__")
      defer { leaveRecursive() }
      return try truth(try callSpecial(hook, info, v))
    }
    if typeOf(info) == self.types.unionType { return try isInstance(v, ofClassInfo: try getAttribute(info, .__args__)) }
    try requireClassLike(info, .isinstanceOfOther)
    let claimed = try getAttributeOrNull(v, .__class__)
    return claimed.isNull ? false : try derives(claimed, info)
  }

  /// `issubclass(candidate, info)`.
  public func isSubclass(_ candidate: Value, ofClassInfo info: Value) throws(Raised) -> Bool {
    if info.isKind(.tuple) {
      try enterRecursive(" in __subclasscheck__")
      defer { leaveRecursive() }
      let members: Ref<TupleObject> = info.unchecked()
      for i in 0..<members.count where try isSubclass(candidate, ofClassInfo: members.items[i]) { return true }
      return false
    }
    let hook = lookupSpecial(info, .__subclasscheck__)
    if info.isKind(.type) && isNative(hook, of: self.types.type) {
      return candidate == info ? true : try isSubclassByBases(candidate, info)
    }
    if !hook.isNull {
      try enterRecursive(" in __subclasscheck__")
      defer { leaveRecursive() }
      return try truth(try callSpecial(hook, info, candidate))
    }
    if typeOf(info) == self.types.unionType { return try isSubclass(candidate, ofClassInfo: try getAttribute(info, .__args__)) }
    return try isSubclassByBases(candidate, info)
  }

  private func isNative(_ hook: Value, of type: Ref<TypeObject>) -> Bool {
    hook.isKind(.nativeFunction) && hook.unchecked(as: NativeFunctionObject.self).owner == type
  }
}
