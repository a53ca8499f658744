extension Thread {
  /// The type of any value.
  @inlinable @inline(__always)
  public func typeOf(_ v: Value) -> Ref<TypeObject> {
    if _fastPath(v.isObject) { return v.object.type }
    if v.isSmallInt { return self.types.int }
    return typeOfImmediate(v)
  }

  @usableFromInline
  func typeOfImmediate(_ v: Value) -> Ref<TypeObject> {
    if v.isDouble { return self.types.float }
    if v.isBool { return self.types.bool }
    switch v {
    case .none: return self.types.none
    case .ellipsis: return self.types.ellipsis
    case .notImplemented: return self.types.notImplemented
    default: return self.types.object
    }
  }

  /// Whether `type` is `base` or derives from it (`issubclass` without hooks).
  public func isSubtype(_ type: Ref<TypeObject>, _ base: Ref<TypeObject>) -> Bool {
    if type == base { return true }
    if type.mro.isNull { return isDerivedByBase(type, base) }
    let mro = type.mro.unchecked(as: TupleObject.self)
    for i in 0..<mro.count where mro.items[i] == Value(base) { return true }
    return false
  }

  func isDerivedByBase(_ type: Ref<TypeObject>, _ base: Ref<TypeObject>) -> Bool {
    var current = type
    while !current.isNone {
      if current == base { return true }
      current = current.base
    }
    return false
  }

  /// Whether the real type of `v` is `type` or derives from it; `__class__` and `__instancecheck__` are not asked.
  @inlinable @inline(__always)
  public func isInstance(_ v: Value, of type: Ref<TypeObject>) -> Bool {
    let actual = typeOf(v)
    return actual == type || isSubtype(actual, type)
  }

  /// The attribute that the classes of `type`'s MRO define for `name` (an interned str), not bound; null if none does.
  @inline(__always)
  public func lookup(_ type: Ref<TypeObject>, _ name: Value) -> Value {
    let entry = self.interpreter.attributeCache.methodEntry(type.version, name)
    if _fastPath(entry.pointee.version == type.version && entry.pointee.name == name) { return entry.pointee.value }
    return lookupUncached(type, name, entry)
  }

  @inline(never)
  func lookupUncached(_ type: Ref<TypeObject>, _ name: Value, _ entry: UnsafeMutablePointer<MethodCacheEntry>) -> Value {
    let value = walkMRO(type, name, after: .none)
    entry.pointee = MethodCacheEntry(version: type.version, name: name, value: value)
    return value
  }

  /// Walks the MRO of `type`; with `after`, only behind that class (`super`).
  public func walkMRO(_ type: Ref<TypeObject>, _ name: Value, after: Ref<TypeObject>) -> Value {
    let mro = type.mro.unchecked(as: TupleObject.self)
    var i = 0
    let count = mro.count
    if !after.isNone {
      while i < count && mro.items[i] != Value(after) { i += 1 }
      i += 1
    }
    while i < count {
      let base: Ref<TypeObject> = mro.items[i].unchecked()
      if base.specIndex >= 0 { populate(base) }
      let found = dictGet(base.dict, interned: name)
      if !found.isNull { return found }
      i += 1
    }
    return .null
  }

  public func lookup(_ type: Ref<TypeObject>, _ name: Name) -> Value { lookup(type, self.name(name)) }

  /// What the type of `v` defines for a special method, not bound; null if nothing.
  @inline(__always)
  public func lookupSpecial(_ v: Value, _ name: Name) -> Value { lookup(typeOf(v), self.name(name)) }

  /// An attribute of `type` changed: all that is cached about it and its subclasses is void.
  func invalidate(_ type: Ref<TypeObject>) {
    type.version = newTypeVersion()
    guard type.subclasses.isObject else { return }
    let subclasses: Ref<ListObject> = type.subclasses.unchecked()
    for i in 0..<subclasses.count { invalidate(subclasses.items[i].unchecked()) }
  }

  func newTypeVersion() -> UInt64 {
    let version = self.interpreter.nextTypeVersion
    self.interpreter.nextTypeVersion = version + 1
    return version
  }

  /// `tp_name` for messages: `module.name` for native types outside builtins, the bare name for classes.
  public func typeName(_ v: Value) -> Value { typeOf(v).name }
}
