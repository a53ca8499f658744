/// `super` (PEP 3135, PEP 367).
extension Thread {
  /// `super(thisClass, object)`: checks that the object is an instance or a subclass of the class.
  public func makeSuper(_ type: Ref<TypeObject>, _ thisClass: Value, _ object: Value) throws(Raised) -> Value {
    let result: Ref<SuperObject> = try allocateInstance(type, kind: .superObject, tracedWords: 3)
    try initSuper(result, thisClass, object)
    return Value(result)
  }

  /// `super.__init__` with explicit arguments; `object` is null or None for an unbound super.
  public func initSuper(_ me: Ref<SuperObject>, _ thisClass: Value, _ object: Value) throws(Raised) {
    guard thisClass.isKind(.type) else {
      // Initialized again, it says what other functions say.
      if !me.thisClass.isNull { throw raise(self.types.typeError, "super() argument 1 must be type, not %B", thisClass) }
      throw raise(.superOfOther, thisClass)
    }
    let bound = object.isNone ? Value.null : object
    let objectType = bound.isNull ? Value.null : try superObjectType(thisClass.unchecked(), bound)
    me.thisClass = thisClass
    me.object = bound
    me.objectType = objectType
  }

  /// The type whose MRO `super` walks.
  private func superObjectType(_ thisClass: Ref<TypeObject>, _ object: Value) throws(Raised) -> Value {
    if object.isKind(.type) && isSubtype(object.unchecked(), thisClass) { return object }
    let type = typeOf(object)
    if isSubtype(type, thisClass) { return Value(type) }
    // Proxies say what they stand for through __class__.
    let claimed = try getAttributeOrNull(object, .__class__)
    if claimed.isKind(.type) && claimed != Value(type) && isSubtype(claimed.unchecked(), thisClass) { return claimed }
    throw raise(
      .superOfUnrelated, try str(object.isKind(.type) ? "type" : "instance of"), object.isKind(.type) ? object : Value(type), Value(thisClass))
  }

  /// `super()`: the class is in the cell `__class__` of the calling function, the object is its first argument.
  public func superArguments() throws(Raised) -> Pair {
    let frame = self.frame
    if frame.isNone { throw raise(self.types.runtimeError, "super(): no current frame") }
    let code = frame.code
    guard code.argumentCount > 0 else { throw raise(self.types.runtimeError, "super(): no arguments") }
    var object = frame.locals[0]
    if object.isKind(.cell) && isCellSlot(code, 0) { object = object.unchecked(as: CellObject.self).content }
    if object.isNull && code.traits.contains(.preparedByCall) { object = movedParameter(frame, code) }
    if object.isNull { throw raise(self.types.runtimeError, "super(): arg[0] deleted") }
    let names: Ref<TupleObject> = code.localsPlusNames.unchecked()
    for i in (code.localsPlusCount - code.freeCount)..<code.localsPlusCount where names.items[i] == self.name(.__class__) {
      let cell = frame.locals[i]
      guard cell.isKind(.cell) else { throw raise(self.types.runtimeError, "super(): bad __class__ cell") }
      let thisClass = cell.unchecked(as: CellObject.self).content
      if thisClass.isNull { throw raise(self.types.runtimeError, "super(): empty __class__ cell") }
      guard thisClass.isKind(.type) else {
        throw raise(self.types.runtimeError, "super(): __class__ is not a type (%T)", thisClass)
      }
      return Pair(thisClass, object)
    }
    throw raise(self.types.runtimeError, "super(): __class__ cell not found")
  }

  /// The first parameter where the call has moved it into a cell of its own.
  private func movedParameter(_ frame: Frame, _ code: Ref<CodeObject>) -> Value {
    let names: Ref<TupleObject> = code.localsPlusNames.unchecked()
    for i in code.localCount..<code.localsPlusCount where names.items[i] == names.items[0] && frame.locals[i].isKind(.cell) {
      return frame.locals[i].unchecked(as: CellObject.self).content
    }
    return .null
  }

  /// Whether localsplus slot `index` is a cell (CO_FAST_CELL in `co_localspluskinds`).
  private func isCellSlot(_ code: Ref<CodeObject>, _ index: Int) -> Bool {
    code.localsPlusKinds.unchecked(as: BytesObject.self).bytes[index] & 0x40 != 0
  }
}

// MARK: - Kernels

/// LOAD_SUPER_ATTR: `super().name`, or `super(class, self).name` if `twoArguments`.
public func loadSuperAttribute(
  _ t: Thread, _ name: Value, _ twoArguments: Bool, _ superValue: Value, _ thisClass: Value, _ me: Value
) throws(Raised) -> Value {
  if _fastPath(superValue == Value(t.types.super) && thisClass.isKind(.type)) {
    let found = try superLookup(t, name, thisClass, me)
    if !found.first.isNull {
      return try t.bind(found.first, to: me == found.second ? .null : me, found.second.unchecked())
    }
  }
  return try t.getAttribute(try superObject(t, twoArguments, superValue, thisClass, me), name)
}

/// The method form: (unbound function, self), or (attribute, null).
public func loadSuperMethod(
  _ t: Thread, _ name: Value, _ twoArguments: Bool, _ superValue: Value, _ thisClass: Value, _ me: Value
) throws(Raised) -> Pair {
  if _fastPath(superValue == Value(t.types.super) && thisClass.isKind(.type)) {
    let found = try superLookup(t, name, thisClass, me)
    if !found.first.isNull {
      if me != found.second && t.typeOf(found.first).flags.contains(.methodLike) { return Pair(found.first, me) }
      return Pair(try t.bind(found.first, to: me == found.second ? .null : me, found.second.unchecked()), .null)
    }
  }
  return Pair(try t.getAttribute(try superObject(t, twoArguments, superValue, thisClass, me), name), .null)
}

/// The method form of 3.12: (unbound function, self), or (null, attribute).
public func loadSuperMethodBelow(
  _ t: Thread, _ name: Value, _ twoArguments: Bool, _ superValue: Value, _ thisClass: Value, _ me: Value
) throws(Raised) -> Pair {
  let pair = try loadSuperMethod(t, name, twoArguments, superValue, thisClass, me)
  return pair.second.isNull ? Pair(.null, pair.first) : pair
}

/// What lies behind the class in the MRO of self's type, unbound, and that type; null if self is no instance or the name needs more.
private func superLookup(_ t: Thread, _ name: Value, _ thisClass: Value, _ me: Value) throws(Raised) -> Pair {
  let base: Ref<TypeObject> = thisClass.unchecked()
  var start = t.typeOf(me)
  if me.isKind(.type) && t.isSubtype(me.unchecked(), base) {
    start = me.unchecked()
  } else if !t.isSubtype(start, base) {
    return Pair(.null, .null)
  }
  if name == t.name(.__class__) { return Pair(.null, .null) }
  return Pair(t.walkMRO(start, name, after: base), Value(start))
}

private func superObject(_ t: Thread, _ twoArguments: Bool, _ superValue: Value, _ thisClass: Value, _ me: Value) throws(Raised) -> Value {
  twoArguments ? try t.call(superValue, thisClass, me) : try t.call(superValue)
}
