import Runtime

/// `__reduce__`, `__setstate__` and `__sizeof__` of the iterators. The first two go away in 3.14 (Spec/library/members.yaml) and warn before.
extension Itertools {
  private static func warn(_ t: Thread) throws(Raised) {
    guard t.has(.itertoolsCopyingDeprecated) else { return }
    try t.warn(t.types.deprecationWarning, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.")
  }

  /// `(type, arguments)` or `(type, arguments, state)`.
  private static func reduced(_ t: Thread, _ me: Value, _ arguments: Value, _ state: Value = .null) throws(Raised) -> Value {
    let type = Value(t.typeOf(me))
    return state.isNull ? try t.tuple(type, arguments) : try t.tuple(type, arguments, state)
  }

  /// The items of a state, counted as PyArg_ParseTuple does.
  private static func items(_ t: Thread, _ state: Value, _ least: Int, _ most: Int) throws(Raised) -> Slots {
    guard state.isKind(.tuple) else { throw t.raise(t.types.typeError, "state is not a tuple") }
    let items = state.tupleSlots
    if items.count >= least && items.count <= most { return items }
    let limit = items.count < least ? least : most
    let bound = try t.str(least == most ? "exactly" : items.count < least ? "at least" : "at most")
    throw t.raise(
      t.types.typeError, limit == 1 ? "function takes %S %S argument (%S given)" : "function takes %S %S arguments (%S given)", bound,
      try t.int(limit), try t.int(items.count))
  }

  private static func invalid(_ t: Thread) -> Raised { t.raise(t.types.valueError, "invalid arguments") }

  /// An index of a state as PyLong_AsSsize_t takes it: ints only.
  private static func index(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    guard v.isInt else { throw t.raise(t.types.typeError, "an integer is required") }
    return try t.sizeArgument(v)
  }

  /// A tuple of `count` positions, each kept within 0 ... last.
  private static func positions(_ t: Thread, _ state: Value, _ count: Int, last: (Int) -> Int) throws(Raised) -> Value {
    guard state.isKind(.tuple), state.tupleSlots.count == count else { throw invalid(t) }
    let result = try t.tuple(count: count)
    for i in 0..<count {
      result.items[i] = Value(small: min(max(try index(t, state.tupleSlots[i]), 0), max(last(i), 0)))
    }
    return Value(result)
  }

  private static func builtin(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    t.dictGet(t.interpreter.builtins, interned: try t.intern(name))
  }

  // MARK: accumulate, chain, count, cycle, repeat

  static let accumulateCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, AccumulateObject.self)
      let function = me.function.isNull ? Value.none : me.function
      if !me.initial.isNull {
        let chained = try t.call(Value(t.typeNamed("itertools.chain")), try t.tuple(me.initial), me.iterator)
        return try reduced(t, a[0], try t.tuple(chained, function), .none)
      }
      if me.total.isNone {
        let chained = try t.call(Value(t.typeNamed("itertools.chain")), try t.tuple(me.total), me.iterator)
        let again = try t.call(Value(t.typeOf(a[0])), chained, function)
        return try t.tuple(Value(t.typeNamed("itertools.islice")), try t.tuple(again, Value(small: 1), .none))
      }
      return try reduced(t, a[0], try t.tuple(me.iterator, function), me.total.isNull ? .none : me.total)
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      a.object(0, AccumulateObject.self).total = a[1]
      return .none
    },
  ]

  static let chainCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, ChainObject.self)
      let none = t.interpreter.emptyTuple
      if me.source.isNull { return try reduced(t, a[0], none) }
      return try reduced(t, a[0], none, me.active.isNull ? try t.tuple(me.source) : try t.tuple(me.source, me.active))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let state = try items(t, a[1], 1, 2)
      for i in 0..<state.count where t.lookupSpecial(state[i], .__next__).isNull {
        throw t.raise(t.types.typeError, "Arguments must be iterators.")
      }
      let me = a.object(0, ChainObject.self)
      me.source = state[0]
      me.active = state.count > 1 ? state[1] : .null
      return .none
    },
  ]

  static let countCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, CountObject.self)
      let isPlain = me.step == Value(small: 1) && me.next.isInt && (IntOperand(me.next).asInt ?? Int.max) < Int.max
      return try reduced(t, a[0], isPlain ? try t.tuple(me.next) : try t.tuple(me.next, me.step))
    }
  ]

  static let repeatCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, RepeatObject.self)
      return try reduced(t, a[0], me.left < 0 ? try t.tuple(me.element) : try t.tuple(me.element, try t.int(me.left)))
    }
  ]

  private static func cycleState(_ t: Thread, _ isSecond: Bool) -> Value {
    t.has(.cycleStateOfInts) ? Value(small: isSecond ? 1 : 0) : Value(isSecond)
  }

  static let cycleCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, CycleObject.self)
      let isSecond = me.iterator.isNull
      var source = me.iterator
      if isSecond {
        source = try t.iterator(of: Value(me.saved))
        if me.index != 0 { _ = try t.callMethod(source, .__setstate__, try t.int(me.index)) }
      }
      return try reduced(t, a[0], try t.tuple(source), try t.tuple(Value(me.saved), cycleState(t, isSecond || me.isComplete)))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let state = try items(t, a[1], 2, 2)
      guard state[0].isKind(.list) else { throw t.raise(t.types.typeError, "argument 1 must be list, not %B", state[0]) }
      let isComplete = try t.asIndex(state[1]) != 0
      let me = a.object(0, CycleObject.self)
      me.saved = state[0].unchecked()
      me.isComplete = isComplete
      me.index = 0
      return .none
    },
  ]

  // MARK: What filters

  static let predicateCopying = NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
    try warn(t)
    let me = a.object(0, PredicateObject.self)
    return try reduced(t, a[0], try t.tuple(me.function, me.iterator))
  }

  /// dropwhile and takewhile.
  static let decidedCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, PredicateObject.self)
      return try reduced(t, a[0], try t.tuple(me.function, me.iterator), Value(small: me.isDecided ? 1 : 0))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      a.object(0, PredicateObject.self).isDecided = try t.truth(a[1])
      return .none
    },
  ]

  static let compressCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, CompressObject.self)
      return try reduced(t, a[0], try t.tuple(me.data, me.selectors))
    }
  ]

  static let isliceCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, IsliceObject.self)
      if me.iterator.isNull {
        let empty = try t.iterator(of: Value(try t.list()))
        return try reduced(t, a[0], try t.tuple(empty, Value(small: 0)), Value(small: 0))
      }
      let arguments = try t.tuple(count: 4)
      arguments.items[0] = me.iterator
      arguments.items[1] = try t.int(me.wanted)
      arguments.items[2] = me.stop == -1 ? .none : try t.int(me.stop)
      arguments.items[3] = try t.int(me.step)
      return try reduced(t, a[0], Value(arguments), try t.int(me.taken))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let taken = try index(t, a[1])
      a.object(0, IsliceObject.self).taken = taken
      return .none
    },
  ]

  static let zipLongestCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, ZipLongestObject.self)
      let iterators = me.iterators.tupleSlots
      let left = try t.tuple(count: iterators.count)
      for i in 0..<iterators.count { left.items[i] = iterators[i].isNone ? t.interpreter.emptyTuple : iterators[i] }
      return try reduced(t, a[0], Value(left), me.fill)
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      a.object(0, ZipLongestObject.self).fill = a[1]
      return .none
    },
  ]

  // MARK: Combinatorics

  static let combinationsCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, CombinationsObject.self)
      let size = try t.int(me.size)
      if me.isDone && !me.indices.isNull { return try reduced(t, a[0], try t.tuple(t.interpreter.emptyTuple, size)) }
      if me.indices.isNull {
        return try reduced(t, a[0], try t.tuple(me.isDone ? t.interpreter.emptyTuple : me.pool, size))
      }
      return try reduced(t, a[0], try t.tuple(me.pool, size), try t.tuple(copying: me.indices.tupleSlots))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, CombinationsObject.self)
      let (count, size) = (me.pool.tupleSlots.count, me.size)
      let repeats = me.repeats
      me.indices = try positions(t, a[1], size) { repeats ? count - 1 : $0 + count - size }
      return .none
    },
    NativeFunctionSpec("__sizeof__(self, /)", "Returns size in memory, in bytes.") { t, a throws(Raised) in
      try t.int(56 + 8 * a.object(0, CombinationsObject.self).size)
    },
  ]

  static let permutationsCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, PermutationsObject.self)
      let size = try t.int(me.size)
      if me.isDone { return try reduced(t, a[0], try t.tuple(t.interpreter.emptyTuple, size)) }
      if me.indices.isNull { return try reduced(t, a[0], try t.tuple(me.pool, size)) }
      let state = try t.tuple(try t.tuple(copying: me.indices.tupleSlots), try t.tuple(copying: me.cycles.tupleSlots))
      return try reduced(t, a[0], try t.tuple(me.pool, size), state)
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let state = try items(t, a[1], 2, 2)
      for i in 0...1 where !state[i].isKind(.tuple) {
        throw t.raise(t.types.typeError, i == 0 ? "argument 1 must be tuple, not %B" : "argument 2 must be tuple, not %B", state[i])
      }
      let me = a.object(0, PermutationsObject.self)
      let count = me.pool.tupleSlots.count
      guard state[0].tupleSlots.count == count, state[1].tupleSlots.count == me.size else { throw invalid(t) }
      let indices = try positions(t, state[0], count) { _ in count - 1 }
      let cycles = try positions(t, state[1], me.size) { count - $0 }
      for i in 0..<me.size where cycles.tupleSlots[i].smallInt < 1 { cycles.tupleSlots[i] = Value(small: 1) }
      me.indices = indices
      me.cycles = cycles
      return .none
    },
    NativeFunctionSpec("__sizeof__(self, /)", "Returns size in memory, in bytes.") { t, a throws(Raised) in
      let me = a.object(0, PermutationsObject.self)
      return try t.int(64 + 8 * (me.pool.tupleSlots.count + me.size))
    },
  ]

  static let productCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, ProductObject.self)
      if me.isDone { return try reduced(t, a[0], try t.tuple(t.interpreter.emptyTuple)) }
      if me.indices.isNull { return try reduced(t, a[0], me.pools) }
      return try reduced(t, a[0], me.pools, try t.tuple(copying: me.indices.tupleSlots))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, ProductObject.self)
      let pools = me.pools.tupleSlots
      let indices = try positions(t, a[1], pools.count) { pools[$0].tupleSlots.count - 1 }
      for i in 0..<pools.count where pools[i].tupleSlots.count == 0 {
        me.isDone = true
        return .none
      }
      me.indices = indices
      return .none
    },
    NativeFunctionSpec("__sizeof__(self, /)", "Returns size in memory, in bytes.") { t, a throws(Raised) in
      try t.int(48 + 8 * a.object(0, ProductObject.self).pools.tupleSlots.count)
    },
  ]

  // MARK: groupby and tee

  static let groupbyCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, GroupbyObject.self)
      let arguments = try t.tuple(me.iterator, me.keyFunction)
      if me.targetKey.isNull || me.currentKey.isNull || me.currentItem.isNull { return try reduced(t, a[0], arguments) }
      return try reduced(t, a[0], arguments, try t.tuple(me.currentKey, me.currentItem, me.targetKey))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let state = try items(t, a[1], 3, 3)
      let me = a.object(0, GroupbyObject.self)
      me.currentKey = state[0]
      me.currentItem = state[1]
      me.targetKey = state[2]
      return .none
    },
  ]

  static let grouperCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let me = a.object(0, GrouperObject.self)
      if me.parent.currentGrouper != a[0] { return try t.tuple(try builtin(t, "iter"), try t.tuple(t.interpreter.emptyTuple)) }
      return try reduced(t, a[0], try t.tuple(Value(me.parent), me.key))
    }
  ]

  static let teeCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let node = Value(a.object(0, TeeObject.self).node)
      return try reduced(t, a[0], try t.tuple(t.interpreter.emptyTuple), try t.tuple(node, Value(small: 0)))
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
      try warn(t)
      let state = try items(t, a[1], 2, 2)
      guard t.isInstance(state[0], of: t.typeNamed("itertools._tee_dataobject")) else {
        throw t.raise(t.types.typeError, "argument 1 must be itertools._tee_dataobject, not %B", state[0])
      }
      let index = try t.asIndex(state[1])
      var node = state[0].unchecked(as: TeeNode.self)
      for _ in 0..<max(0, min(index, 57)) where !node.next.isNone { node = node.next }
      if index < 0 || index > 57 { throw t.raise(t.types.valueError, "Index out of range") }
      a.object(0, TeeObject.self).node = node
      return .none
    },
  ]

  /// The container itself: the items known from its place on.
  static let teeNodeCopying: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, iterable, values, next, /)", "Make a new object.") { t, a throws(Raised) in
      guard a[2].isKind(.list) else { throw t.raise(t.types.typeError, "teedataobject() argument 2 must be list, not %B", a[2]) }
      let values = a[2].unchecked(as: ListObject.self)
      if values.count > 57 { throw t.raise(t.types.valueError, "Invalid arguments") }
      guard a[3].isNone || t.isInstance(a[3], of: t.typeNamed("itertools._tee_dataobject")) else {
        throw t.raise(t.types.typeError, "teedataobject() argument 3 must be %S", try t.str("itertools._tee_dataobject"))
      }
      let source = try t.iterator(of: a[1])
      var first: Ref<TeeNode> = try t.make(TeeNode.self, a[0])
      first.source = source
      if !a[3].isNone { first = a[3].unchecked() }
      for i in stride(from: values.count - 1, through: 0, by: -1) {
        let node: Ref<TeeNode> = try t.make(TeeNode.self, a[0])
        node.source = source
        node.value = values.items[i]
        node.next = first
        first = node
      }
      return Value(first)
    },
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try warn(t)
      let values = try t.list()
      var node = a.object(0, TeeNode.self)
      while !node.next.isNone && values.count < 57 {
        try t.append(values, node.value)
        node = node.next
      }
      let rest = node.next.isNone ? Value.none : Value(node)
      return try reduced(t, a[0], try t.tuple(a.object(0, TeeNode.self).source, Value(values), rest))
    },
  ]
}
