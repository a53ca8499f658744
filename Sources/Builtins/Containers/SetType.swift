import Runtime

/// The tables of `set` and `frozenset`.
enum SetType {
  static let set = TypeSpec(
    "set", doc: "Build an unordered collection of unique elements.",
    functions: setLifecycle + shared + comparisons + operators + inPlaceOperators + queries + changes + updates,
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  static let frozenset = TypeSpec(
    "frozenset", doc: "Build an immutable unordered collection of unique elements.",
    functions: frozenLifecycle + shared + comparisons + operators + queries)

  // MARK: Lifecycle

  static let setLifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      Value(try t.newSet(a[0].unchecked()))
    },
    .init("__init__(self, iterable=(), /)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
      let set = a[0].unchecked(as: SetObject.self)
      if set.fill > 0 { try t.setClear(set) }
      try t.setUpdate(set, a[1])
      return .none
    },
  ]

  static let frozenLifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, iterable=(), /)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      if a[0] == Value(t.types.frozenset) && a[1].isObject && a[1].object.type == t.types.frozenset { return a[1] }
      return Value(try SetOperations.make(t, a[0].unchecked(), a[1]))
    },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfFrozenSet(a[0].unchecked())) },
  ]

  static let shared: [NativeFunctionSpec] = [
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: a[0].unchecked(as: SetObject.self).count) },
    .init("__contains__(self, object, /)", "x.__contains__(y) <==> y in x.", binding: .coexisting) { t, a throws(Raised) in
      Value(try t.setHas(a[0].unchecked(), a[1]))
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.setIterator(a[0].unchecked()) },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let items = try t.tuple(Value(try t.list(from: a[0])))
      return try t.tuple(Value(a[0].object.type), items, try t.reducedState(of: a[0]))
    },
    .init("__sizeof__(self, /)", "S.__sizeof__() -> size of S in memory, in bytes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<SetObject>.size + (a[0].unchecked(as: SetObject.self).mask + 1) * 16)
    },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
  ]

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try SetOperations.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try SetOperations.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try SetOperations.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try SetOperations.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try SetOperations.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try SetOperations.compare(t, .greaterOrEqual, a) },
  ]

  // MARK: Operators

  private static func areSets(_ a: Slots) -> Bool { SetOperations.isSet(a[0]) && SetOperations.isSet(a[1]) }

  private static func union(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = try SetOperations.copy(t, a.unchecked())
    if a != b { try t.setUpdate(result, b) }
    return Value(result)
  }

  static let operators: [NativeFunctionSpec] = [
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in
      SetType.areSets(a) ? try SetType.union(t, a[0], a[1]) : .notImplemented
    },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in
      SetType.areSets(a) ? try SetType.union(t, a[1], a[0]) : .notImplemented
    },
    .init("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.intersection(t, a[0].unchecked(), a[1])) : .notImplemented
    },
    .init("__rand__(self, value, /)", "Return value&self.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.intersection(t, a[1].unchecked(), a[0])) : .notImplemented
    },
    .init("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.difference(t, a[0].unchecked(), a[1])) : .notImplemented
    },
    .init("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.difference(t, a[1].unchecked(), a[0])) : .notImplemented
    },
    .init("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.symmetricDifference(t, a[0].unchecked(), a[1])) : .notImplemented
    },
    .init("__rxor__(self, value, /)", "Return value^self.") { t, a throws(Raised) in
      SetType.areSets(a) ? Value(try SetOperations.symmetricDifference(t, a[1].unchecked(), a[0])) : .notImplemented
    },
  ]

  static let inPlaceOperators: [NativeFunctionSpec] = [
    .init("__ior__(self, value, /)", "Return self|=value.") { t, a throws(Raised) in
      if !SetType.areSets(a) { return .notImplemented }
      try t.setUpdate(a[0].unchecked(), a[1])
      return a[0]
    },
    .init("__iand__(self, value, /)", "Return self&=value.") { t, a throws(Raised) in
      if !SetType.areSets(a) { return .notImplemented }
      t.setSwap(a[0].unchecked(), try SetOperations.intersection(t, a[0].unchecked(), a[1]))
      return a[0]
    },
    .init("__isub__(self, value, /)", "Return self-=value.") { t, a throws(Raised) in
      if !SetType.areSets(a) { return .notImplemented }
      try SetOperations.subtract(t, a[0].unchecked(), a[1])
      return a[0]
    },
    .init("__ixor__(self, value, /)", "Return self^=value.") { t, a throws(Raised) in
      if !SetType.areSets(a) { return .notImplemented }
      try SetOperations.toggle(t, a[0].unchecked(), a[1])
      return a[0]
    },
  ]

  // MARK: Methods

  static let queries: [NativeFunctionSpec] = [
    .init("copy(self, /)", "Return a shallow copy of a set.") { t, a throws(Raised) in
      if a[0].object.type == t.types.frozenset { return a[0] }
      return Value(try SetOperations.copy(t, a[0].unchecked()))
    },
    .init("union(self, /, *others)", "Return a new set with elements from the set and all others.") { t, a throws(Raised) in
      Value(try SetOperations.union(t, a[0].unchecked(), all: a[1].unchecked()))
    },
    .init("intersection(self, /, *others)", "Return a new set with elements common to the set and all others.") { t, a throws(Raised) in
      Value(try SetOperations.intersection(t, a[0].unchecked(), all: a[1].unchecked()))
    },
    .init("difference(self, /, *others)", "Return a new set with elements in the set that are not in the others.") { t, a throws(Raised) in
      let others = a[1].unchecked(as: TupleObject.self)
      if others.count == 0 { return Value(try SetOperations.copy(t, a[0].unchecked())) }
      let result = try SetOperations.difference(t, a[0].unchecked(), others.items[0])
      for i in 1..<max(others.count, 1) { try SetOperations.subtract(t, result, others.items[i]) }
      return Value(result)
    },
    .init("symmetric_difference(self, other, /)", "Return a new set with elements in either the set or other but not both.") { t, a throws(Raised) in
      Value(try SetOperations.symmetricDifference(t, a[0].unchecked(), a[1]))
    },
    .init("isdisjoint(self, other, /)", "Return True if two sets have a null intersection.") { t, a throws(Raised) in
      Value(try SetOperations.isDisjoint(t, a[0].unchecked(), a[1]))
    },
    .init("issubset(self, other, /)", "Report whether another set contains this set.") { t, a throws(Raised) in
      let set = a[0].unchecked(as: SetObject.self)
      if SetOperations.isSet(a[1]) { return Value(try SetOperations.isSubset(t, set, a[1].unchecked())) }
      if t.has(.subsetsOfSets) { return Value(try SetOperations.isSubset(t, set, try t.call(Value(t.types.set), a[1]).unchecked())) }
      return Value(try SetOperations.intersection(t, set, a[1]).count == set.count)
    },
    .init("issuperset(self, other, /)", "Report whether this set contains another set.") { t, a throws(Raised) in
      let set = a[0].unchecked(as: SetObject.self)
      if SetOperations.isSet(a[1]) { return Value(try SetOperations.isSubset(t, a[1].unchecked(), set)) }
      if t.has(.supersetsOfSets) {
        return Value(try SetOperations.isSubset(t, try t.call(Value(t.types.set), a[1]).unchecked(), set))
      }
      let iterator = try t.iterator(of: a[1])
      while true {
        let item = try t.next(iterator)
        if item.isNull { return .true }
        if try t.setFind(set, item, try t.elementHash(item)) < 0 { return .false }
      }
    },
  ]

  static let changes: [NativeFunctionSpec] = [
    .init("add(self, object, /)", "Add an element to a set.\n\nThis has no effect if the element is already present.") { t, a throws(Raised) in
      try t.setAdd(a[0].unchecked(), a[1])
      return .none
    },
    .init(
      "discard(self, object, /)",
      "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set."
    ) { t, a throws(Raised) in
      _ = try t.setRemove(a[0].unchecked(), a[1], hash: try t.setKeyHash(a[1]))
      return .none
    },
    .init("remove(self, object, /)", "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.") {
      t, a throws(Raised) in
      if try !t.setRemove(a[0].unchecked(), a[1], hash: try t.setKeyHash(a[1])) { throw t.keyError(a[1]) }
      return .none
    },
    .init("pop(self, /)", "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.") { t, a throws(Raised) in
      let key = t.setPop(a[0].unchecked())
      if key.isNull { throw t.keyError(try t.str("pop from an empty set")) }
      return key
    },
    .init("clear(self, /)", "Remove all elements from this set.") { t, a throws(Raised) in
      try t.setClear(a[0].unchecked())
      return .none
    },
  ]

  static let updates: [NativeFunctionSpec] = [
    .init("update(self, /, *others)", "Update the set, adding elements from all others.") { t, a throws(Raised) in
      let others = a[1].unchecked(as: TupleObject.self)
      for i in 0..<others.count { try t.setUpdate(a[0].unchecked(), others.items[i]) }
      return .none
    },
    .init("intersection_update(self, /, *others)", "Update the set, keeping only elements found in it and all others.") { t, a throws(Raised) in
      t.setSwap(a[0].unchecked(), try SetOperations.intersection(t, a[0].unchecked(), all: a[1].unchecked()))
      return .none
    },
    .init("difference_update(self, /, *others)", "Update the set, removing elements found in others.") { t, a throws(Raised) in
      let others = a[1].unchecked(as: TupleObject.self)
      for i in 0..<others.count { try SetOperations.subtract(t, a[0].unchecked(), others.items[i]) }
      return .none
    },
    .init(
      "symmetric_difference_update(self, other, /)", "Update the set, keeping only elements found in either set, but not in both."
    ) { t, a throws(Raised) in
      try SetOperations.toggle(t, a[0].unchecked(), a[1])
      return .none
    },
  ]
}
