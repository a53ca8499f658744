// Which classes' instances are laid out alike (CPython: `best_base`, `solid_base` and `compatible_for_assignment` in Objects/typeobject.c).

extension Thread {
  /// The base whose layout a class with these bases extends: among the bases' layouts, one must extend all others.
  func bestBase(_ bases: Ref<TupleObject>) throws(Raised) -> Ref<TypeObject> {
    var winner = Ref<TypeObject>.none
    var winnerSolid = Ref<TypeObject>.none
    for i in 0..<bases.count {
      guard bases.items[i].isKind(.type) else { throw raise(self.types.typeError, "bases must be types") }
      let base: Ref<TypeObject> = bases.items[i].unchecked()
      guard base.flags.contains(.base) else {
        throw raise(self.types.typeError, "type '%N' is not an acceptable base type", Value(base))
      }
      let solid = solidBase(base)
      if winner.isNone || isSubtype(solid, winnerSolid) && solid != winnerSolid {
        winner = base
        winnerSolid = solid
      } else if !isSubtype(winnerSolid, solid) {
        throw raise(self.types.typeError, "multiple bases have instance lay-out conflict")
      }
    }
    return winner
  }

  /// The nearest ancestor that adds to the layout of instances.
  func solidBase(_ type: Ref<TypeObject>) -> Ref<TypeObject> {
    var current = type
    while !current.base.isNone {
      if addsToLayout(current) { return current }
      current = current.base
    }
    return current
  }

  /// Whether instances have more than those of the base, `__dict__` and `__weakref__` aside.
  private func addsToLayout(_ type: Ref<TypeObject>) -> Bool {
    let base = type.base
    if type.instanceKind != base.instanceKind || memberCount(type) > memberCount(base) { return true }
    if type.flags.contains(.heap) { return has(.dictsInVariableLayouts) && addsDictToVariable(type) }
    return type.basicSize != base.basicSize || type.instanceKind == .exception && exceptionLayout(of: type) != exceptionLayout(of: base)
  }

  /// A `__dict__` behind the items of an int, tuple or bytes.
  private func addsDictToVariable(_ type: Ref<TypeObject>) -> Bool {
    switch type.instanceKind {
    case .int, .tuple, .bytes: type.dictWord >= 0 && type.base.dictWord < 0
    default: false
    }
  }

  /// Words for `__slots__` members, those of the bases included.
  private func memberCount(_ type: Ref<TypeObject>) -> Int { type.extraWords - (type.dictWord >= 0 ? 1 : 0) }

  /// Checks that instances of `old` can become instances of `new` as they are.
  ///
  /// - Parameter attribute: the attribute that is assigned to, for the message of the TypeError: `__class__` or `__bases__`.
  func checkSameLayout(_ new: Ref<TypeObject>, as old: Ref<TypeObject>, assigning attribute: Name) throws(Raised) {
    let name = self.name(attribute)
    guard isCollected(new) == isCollected(old) else {
      throw raise(self.types.typeError, "%S assignment: '%N' deallocator differs from '%N'", name, Value(new), Value(old))
    }
    let (newRoot, oldRoot) = (layoutRoot(new), layoutRoot(old))
    if newRoot == oldRoot { return }
    guard newRoot.base == oldRoot.base, try addSameMembers(newRoot, oldRoot) else {
      throw raise(self.types.typeError, "%S assignment: '%N' object layout differs from '%N'", name, Value(new), Value(old))
    }
  }

  /// The farthest ancestor whose instances are laid out exactly as those of `type`.
  private func layoutRoot(_ type: Ref<TypeObject>) -> Ref<TypeObject> {
    var current = type
    while !current.base.isNone {
      let base = current.base
      if addsToLayout(current) || current.dictWord != base.dictWord || isCollected(current) != isCollected(base)
        || isWeaklyReferable(current) != isWeaklyReferable(base)
      {
        return current
      }
      current = base
    }
    return current
  }

  /// Whether CPython's garbage collector looks after the instances, which decides how they are freed.
  private func isCollected(_ type: Ref<TypeObject>) -> Bool {
    if type.flags.contains(.heap) { return true }
    switch type.instanceKind {
    case .int, .float, .complex, .str, .bytes, .bytearray: return false
    default: return type != self.types.object
    }
  }

  /// Whether two Python classes with the same base add the same to its layout.
  private func addSameMembers(_ a: Ref<TypeObject>, _ b: Ref<TypeObject>) throws(Raised) -> Bool {
    guard a.flags.contains(.heap), b.flags.contains(.heap), a.dictWord == b.dictWord, a.extraWords == b.extraWords,
      isWeaklyReferable(a) == isWeaklyReferable(b)
    else { return false }
    let (names, others) = (try memberNames(a), try memberNames(b))
    guard names.count == others.count else { return false }
    for i in 0..<names.count where names.items[i] != others.items[i] { return false }
    return true
  }

  /// The names of the `__slots__` members that a class has and its bases have not, in the order of their words.
  private func memberNames(_ type: Ref<TypeObject>) throws(Raised) -> Ref<ListObject> {
    let names = try list()
    var position = 0
    while let entry = dictNext(type.dict, &position) {
      guard entry.value.isKind(.memberDescriptor), entry.value.unchecked(as: MemberDescriptorObject.self).owner == type else { continue }
      try append(names, entry.key)
    }
    return names
  }
}
