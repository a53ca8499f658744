import Runtime

/// The tables of the iterators over builtin containers. `__reduce__` gives what `copy` and `pickle` need: a call of `iter` (or `reversed`), and
/// where the iterator stands.
enum IteratorTypes {
  static var specs: [TypeSpec] {
    [
      TypeSpec("list_iterator", functions: iteration + indexed),
      TypeSpec("tuple_iterator", functions: iteration + indexed),
      TypeSpec("str_iterator", functions: iteration + indexed),
      TypeSpec("str_ascii_iterator", functions: iteration + indexed),
      TypeSpec("bytes_iterator", functions: iteration + indexed),
      TypeSpec("bytearray_iterator", functions: iteration + indexed),
      TypeSpec("iterator", functions: iteration + indexed),
      TypeSpec("list_reverseiterator", functions: iteration + reverseIndexed),
      TypeSpec("range_iterator", functions: iteration + range),
      TypeSpec("longrange_iterator", functions: iteration + longRange),
      TypeSpec("set_iterator", functions: iteration + set),
      TypeSpec("callable_iterator", functions: iteration + callable),
      TypeSpec("dict_keyiterator", functions: iteration + dict),
      TypeSpec("dict_valueiterator", functions: iteration + dict),
      TypeSpec("dict_itemiterator", functions: iteration + dict),
      TypeSpec("dict_reversekeyiterator", functions: iteration + dict),
      TypeSpec("dict_reversevalueiterator", functions: iteration + dict),
      TypeSpec("dict_reverseitemiterator", functions: iteration + dict),
    ]
  }

  /// What every iterator has.
  static let iteration: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let item = try t.next(a[0])
      if item.isNull { throw t.stopIteration(.none) }
      return item
    },
  ]

  /// A builtin function, for `__reduce__`.
  static func builtin(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    let function = try t.dictGet(t.interpreter.builtins, try t.str(name))
    if function.isNull { throw t.raise(t.types.attributeError, message: try t.str(name)) }
    return function
  }

  // MARK: By index

  static let indexed: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      if it.index == Int.max { return Value(small: 0) }
      if t.builtinLength(it.sequence) < 0 && t.lookupSpecial(it.sequence, .__len__).isNull { return .notImplemented }
      return try t.int(max(try t.length(it.sequence) - it.index, 0))
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      let iter = try IteratorTypes.builtin(t, "iter")
      if it.index == Int.max { return try t.tuple(iter, try t.tuple(try IteratorTypes.emptyLike(t, it.sequence))) }
      return try t.tuple(iter, try t.tuple(it.sequence), try t.int(it.index))
    },
    .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      let index = try t.asIndex(a[1])
      if it.index != Int.max {
        let count = t.builtinLength(it.sequence)
        it.index = max(count < 0 ? index : min(index, count), 0)
      }
      return .none
    },
  ]

  /// What an exhausted iterator reduces to.
  private static func emptyLike(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    switch v.kind {
    case .list: Value(try t.list())
    case .str: t.interpreter.emptyStr
    default: t.interpreter.emptyTuple
    }
  }

  static let reverseIndexed: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      let count = it.index + 1
      return Value(small: count > t.builtinLength(it.sequence) ? 0 : count)
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      if it.index < 0 { return try t.tuple(try IteratorTypes.builtin(t, "iter"), try t.tuple(Value(try t.list()))) }
      return try t.tuple(try IteratorTypes.builtin(t, "reversed"), try t.tuple(it.sequence), try t.int(it.index))
    },
    .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: IndexIteratorObject.self)
      it.index = min(max(try t.asIndex(a[1]), -1), t.builtinLength(it.sequence) - 1)
      return .none
    },
  ]

  // MARK: Ranges

  static let range: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      try t.int(max(a[0].unchecked(as: RangeIteratorObject.self).left, 0))
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try IteratorTypes.reduceRange(t, a[0].unchecked(as: RangeIteratorObject.self))
    },
    .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: RangeIteratorObject.self)
      let state = try t.asIndex(a[1])
      let isAbsolute = t.has(.rangeIteratorsKeepStart)
      let moved = min(max(state, 0), isAbsolute ? it.count : it.left) - (isAbsolute ? it.count - it.left : 0)
      it.next &+= it.step &* moved
      it.left -= moved
      return .none
    },
  ]

  private static func reduceRange(_ t: Thread, _ it: Ref<RangeIteratorObject>) throws(Raised) -> Value {
    let left = max(it.left, 0)
    let consumed = t.has(.rangeIteratorsKeepStart) ? it.count - left : 0
    let start = try t.int(it.next &- it.step &* consumed)
    let stop = try t.binary(.add, try t.int(it.next), try t.binary(.multiply, try t.int(it.step), try t.int(left)))
    let range = try RangeType.make(t, start, stop, try t.int(it.step))
    return try t.tuple(try builtin(t, "iter"), try t.tuple(Value(range)), t.has(.rangeIteratorsKeepStart) ? try t.int(consumed) : .none)
  }

  static let longRange: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      a[0].unchecked(as: LongRangeIteratorObject.self).left
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try IteratorTypes.reduceLongRange(t, a[0].unchecked(as: LongRangeIteratorObject.self))
    },
    .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      if t.has(.intStateOfRanges), !t.isInt(a[1]) { throw t.raise(t.types.typeError, "state must be an int, not %T", a[1]) }
      try IteratorTypes.setLongRange(t, a[0].unchecked(as: LongRangeIteratorObject.self), a[1])
      return .none
    },
  ]

  private static func reduceLongRange(_ t: Thread, _ it: Ref<LongRangeIteratorObject>) throws(Raised) -> Value {
    let isAbsolute = t.has(.rangeIteratorsKeepStart)
    let consumed = isAbsolute ? try t.binary(.subtract, it.count, it.left) : Value(small: 0)
    let start = try t.binary(.subtract, it.next, try t.binary(.multiply, it.step, consumed))
    let stop = try t.binary(.add, it.next, try t.binary(.multiply, it.step, it.left))
    let range = try RangeType.make(t, start, stop, it.step)
    return try t.tuple(try builtin(t, "iter"), try t.tuple(Value(range)), isAbsolute ? consumed : .none)
  }

  private static func setLongRange(_ t: Thread, _ it: Ref<LongRangeIteratorObject>, _ state: Value) throws(Raised) {
    let zero = Value(small: 0)
    let isAbsolute = t.has(.rangeIteratorsKeepStart)
    var target = try t.asIndexObject(state)
    if try t.truth(try t.compare(.less, target, zero)) {
      target = zero
    } else if try t.truth(try t.compare(.greater, target, isAbsolute ? it.count : it.left)) {
      target = isAbsolute ? it.count : it.left
    }
    let moved = isAbsolute ? try t.binary(.subtract, target, try t.binary(.subtract, it.count, it.left)) : target
    it.next = try t.binary(.add, it.next, try t.binary(.multiply, it.step, moved))
    it.left = try t.binary(.subtract, it.left, moved)
  }

  // MARK: Sets, dicts, callables

  /// `(iter, ([items left],))`, without moving the iterator.
  private static func reduceToList(_ t: Thread, _ items: Value) throws(Raised) -> Value {
    try t.tuple(try builtin(t, "iter"), try t.tuple(items))
  }

  static let set: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      let it = a[0].unchecked(as: SetIteratorObject.self)
      return Value(small: it.set.count == it.size ? it.left : 0)
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: SetIteratorObject.self)
      let items = try t.list()
      var position = it.position
      while let entry = t.setNext(it.set, &position) { try t.append(items, entry.key) }
      return try IteratorTypes.reduceToList(t, Value(items))
    },
  ]

  static let dict: [NativeFunctionSpec] = [
    .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
      let it = a[0].unchecked(as: DictIteratorObject.self)
      return Value(small: it.dict.count == it.size ? it.left : 0)
    },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: DictIteratorObject.self)
      let copy = try t.allocate(DictIteratorObject.self, kind: .dictIterator, type: it.header.type, tracedWords: 1, small: Int(it.header.small))
      copy.dict = it.dict
      copy.position = it.position
      copy.size = it.size
      copy.left = it.left
      return try IteratorTypes.reduceToList(t, Value(try t.list(from: Value(copy))))
    },
  ]

  static let callable: [NativeFunctionSpec] = [
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let it = a[0].unchecked(as: CallableIteratorObject.self)
      let iter = try IteratorTypes.builtin(t, "iter")
      if it.callable.isNull { return try t.tuple(iter, try t.tuple(t.interpreter.emptyTuple)) }
      return try t.tuple(iter, try t.tuple(it.callable, it.sentinel))
    }
  ]
}
