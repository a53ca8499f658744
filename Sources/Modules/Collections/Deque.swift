import Builtins
import Runtime

/// The iterators of deque.
struct DequeIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// none when exhausted.
  var deque: Ref<DequeObject>
  var index: Int
  var version: Int
  /// How many items there were at first.
  var total: Int
  static let tracedWords = 1
}

extension Ref where T == DequeIteratorObject {
  @inline(__always) var deque: Ref<DequeObject> { get { layout.deque } nonmutating set { layout.deque = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
  @inline(__always) var total: Int { get { layout.total } nonmutating set { layout.total = newValue } }
  @inline(__always) var version: Int { get { layout.version } nonmutating set { layout.version = newValue } }
}

extension Collections {
  static let deque = TypeSpec(
    "collections.deque", doc: "A list-like sequence optimized for data accesses near its endpoints.",
    functions: dequeLifecycle + dequeEnds + dequeSequence + dequeSearch + dequeComparisons,
    attributes: [
      NativeAttributeSpec("maxlen", "maximum size of a deque or None if unbounded") { t, a throws(Raised) in
        let maximum = a.object(0, DequeObject.self).maximum
        return maximum < 0 ? .none : try t.int(maximum)
      }
    ]
  ) { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__hash__), .none)
  }

  private static func makeDeque(_ t: Thread, _ cls: Ref<TypeObject>) throws(Raised) -> Ref<DequeObject> {
    let me = try t.make(DequeObject.self, cls)
    me.maximum = -1
    return me
  }

  /// Whether `v` is a deque, as `me` is one.
  static func isDeque(_ t: Thread, _ v: Value, like me: Value) -> Bool { t.isInstance(v, of: t.companion(me, 0)) }

  /// A copy with the same limit; of a subclass through its constructor.
  private static func copyDeque(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let old = v.unchecked(as: DequeObject.self)
    let cls = t.typeOf(v)
    if cls == t.companion(v, 0) {
      let copy = try makeDeque(t, cls)
      copy.maximum = old.maximum
      try copy.extend(t, v)
      return Value(copy)
    }
    if old.maximum < 0 { return try t.call(Value(cls), v) }
    return try t.call(Value(cls), v, try t.int(old.maximum))
  }

  private static let dequeLifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a new object.") { t, a throws(Raised) in
      Value(try makeDeque(t, a[0].unchecked(as: TypeObject.self)))
    },
    NativeFunctionSpec("__init__(self, iterable=<unrepresentable>, maxlen=None)", "Initialize self.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      var maximum = -1
      if !a[2].isNone {
        if !t.isInstance(a[2], of: t.types.int) { throw t.raise(t.types.typeError, "an integer is required") }
        maximum = try t.sizeArgument(a[2])
        if maximum < 0 { throw t.raise(t.types.valueError, "maxlen must be non-negative") }
      }
      me.maximum = maximum
      if me.count > 0 { me.removeAll() }
      if !a[1].isNull { try me.extend(t, a[1]) }
      return .none
    },
    NativeFunctionSpec("copy(self, /)", "Return a shallow copy of a deque.") { t, a throws(Raised) in try copyDeque(t, a[0]) },
    NativeFunctionSpec("__copy__(self, /)", "Return a shallow copy of a deque.") { t, a throws(Raised) in try copyDeque(t, a[0]) },
    NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      let arguments = me.maximum < 0 ? t.interpreter.emptyTuple : try t.tuple(t.interpreter.emptyTuple, try t.int(me.maximum))
      let state = try t.reducedState(of: a[0])
      let result = try t.tuple(count: 4)
      result.items[0] = Value(t.typeOf(a[0]))
      result.items[1] = arguments
      result.items[2] = state
      result.items[3] = try t.iterator(of: a[0])
      return Value(result)
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      guard try t.enterRepr(a[0]) else { return try t.str("[...]") }
      defer { t.leaveRepr(a[0]) }
      let items = Value(try t.list(from: a[0]))
      let name = t.typeOf(a[0]).name
      if me.maximum < 0 { return try t.text("%S(%R)", name, items) }
      return try t.text("%S(%R, maxlen=%S)", name, items, try t.int(me.maximum))
    },
    classGetItem,
  ]

  private static let dequeEnds: [NativeFunctionSpec] = [
    NativeFunctionSpec("append(self, item, /)", "Add an element to the right side of the deque.") { t, a throws(Raised) in
      try a.object(0, DequeObject.self).append(t, a[1])
      return .none
    },
    NativeFunctionSpec("appendleft(self, item, /)", "Add an element to the left side of the deque.") { t, a throws(Raised) in
      try a.object(0, DequeObject.self).prepend(t, a[1])
      return .none
    },
    NativeFunctionSpec("pop(self, /)", "Remove and return the rightmost element.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      if me.count == 0 { throw t.raise(t.types.indexError, "pop from an empty deque") }
      return me.removeLast()
    },
    NativeFunctionSpec("popleft(self, /)", "Remove and return the leftmost element.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      if me.count == 0 { throw t.raise(t.types.indexError, "pop from an empty deque") }
      return me.removeFirst()
    },
    NativeFunctionSpec("extend(self, iterable, /)", "Extend the right side of the deque with elements from the iterable.") { t, a throws(Raised) in
      try a.object(0, DequeObject.self).extend(t, a[1])
      return .none
    },
    NativeFunctionSpec("extendleft(self, iterable, /)", "Extend the left side of the deque with elements from the iterable.") { t, a throws(Raised) in
      try a.object(0, DequeObject.self).extend(t, a[1], atFront: true)
      return .none
    },
    NativeFunctionSpec("clear(self, /)", "Remove all elements from the deque.") { _, a throws(Raised) in
      a.object(0, DequeObject.self).removeAll()
      return .none
    },
    NativeFunctionSpec("rotate(self, n=1, /)", "Rotate the deque n steps to the right. If n is negative, rotates left.") { t, a throws(Raised) in
      a.object(0, DequeObject.self).rotate(try t.sizeArgument(a[1]))
      return .none
    },
    NativeFunctionSpec("reverse(self, /)", "Reverse *IN PLACE*.") { _, a throws(Raised) in
      a.object(0, DequeObject.self).reverse()
      return .none
    },
    NativeFunctionSpec("insert(self, index, value, /)", "Insert value before index.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      let index = try t.sizeArgument(a[1])
      if me.count == me.maximum { throw t.raise(t.types.indexError, "deque already at its maximum size") }
      try me.insert(t, a[2], at: min(max(index < 0 ? index + me.count : index, 0), me.count))
      return .none
    },
  ]

  /// The place that an index names.
  private static func place(_ t: Thread, _ me: Ref<DequeObject>, _ index: Value) throws(Raised) -> Int {
    var i = try t.asIndex(index)
    if i < 0 { i += me.count }
    if i < 0 || i >= me.count { throw t.raise(t.types.indexError, "deque index out of range") }
    return i
  }

  private static let dequeSequence: [NativeFunctionSpec] = [
    NativeFunctionSpec("__bool__(self, /)", "True if self else False") { _, a throws(Raised) in Value(a.object(0, DequeObject.self).count > 0) },
    NativeFunctionSpec("__sizeof__(self, /)", "Return the size of the deque in memory, in bytes.") { t, a throws(Raised) in
      // CPython's blocks of 64 items, of which it begins to use the first in the middle.
      let blocks = (31 + a.object(0, DequeObject.self).count + 63) / 64
      return try t.int((t.has(.dequeKeepsFreeBlocks) ? 216 : 80) + 528 * blocks)
    },
    NativeFunctionSpec("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in try t.int(a.object(0, DequeObject.self).count) },
    NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      return me[try place(t, me, a[1])]
    },
    NativeFunctionSpec("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      me[try place(t, me, a[1])] = a[2]
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      let me = a.object(0, DequeObject.self)
      me.remove(at: try place(t, me, a[1]))
      return .none
    },
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try dequeIterator(t, a[0], 1)
    },
    NativeFunctionSpec("__reversed__(self, /)", "Return a reverse iterator over the deque.") { t, a throws(Raised) in
      try dequeIterator(t, a[0], 2)
    },
    NativeFunctionSpec("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in
      if !isDeque(t, a[1], like: a[0]) { throw t.raise(t.types.typeError, "can only concatenate deque (not \"%T\") to deque", a[1]) }
      let sum = try copyDeque(t, a[0])
      try sum.unchecked(as: DequeObject.self).extend(t, a[1])
      return sum
    },
    NativeFunctionSpec("__iadd__(self, value, /)", "Implement self+=value.") { t, a throws(Raised) in
      try a.object(0, DequeObject.self).extend(t, a[1])
      return a[0]
    },
    NativeFunctionSpec("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try repeated(t, try copyDeque(t, a[0]), a[1]) },
    NativeFunctionSpec("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try repeated(t, try copyDeque(t, a[0]), a[1]) },
    NativeFunctionSpec("__imul__(self, value, /)", "Implement self*=value.") { t, a throws(Raised) in try repeated(t, a[0], a[1]) },
  ]

  private static func repeated(_ t: Thread, _ deque: Value, _ times: Value) throws(Raised) -> Value {
    let me = deque.unchecked(as: DequeObject.self)
    let n = try t.asIndex(times)
    if n <= 0 {
      me.removeAll()
      return deque
    }
    let items = try t.list(from: deque)
    if items.count == 0 { return deque }
    // What falls out of a deque with a limit need not be put in.
    let rounds = me.maximum < 0 ? n : min(n, (me.maximum + items.count - 1) / items.count)
    let (_, overflow) = items.count.multipliedReportingOverflow(by: rounds)
    if overflow { throw t.raise(t.types.memoryError, message: t.interpreter.emptyStr) }
    for _ in 1..<max(1, rounds) { try me.extend(t, Value(items)) }
    return deque
  }

  // MARK: Iteration

  private static func dequeIterator(_ t: Thread, _ deque: Value, _ companion: Int) throws(Raised) -> Value {
    let iterator = try t.make(DequeIteratorObject.self, t.companion(deque, companion))
    iterator.deque = deque.unchecked()
    iterator.version = iterator.deque.version
    iterator.total = iterator.deque.count
    return Value(iterator)
  }

  private static func nextItem(_ t: Thread, _ me: Ref<DequeIteratorObject>, isReversed: Bool) throws(Raised) -> Value {
    if me.deque.isNone { throw t.stopIteration() }
    let deque = me.deque
    if isReversed && me.index >= me.total {
      me.deque = .none
      throw t.stopIteration()
    }
    if me.version != deque.version {
      me.deque = .none
      throw t.raise(t.types.runtimeError, "deque mutated during iteration")
    }
    if me.index >= deque.count {
      me.deque = .none
      throw t.stopIteration()
    }
    let item = deque[isReversed ? deque.count - 1 - me.index : me.index]
    me.index += 1
    return item
  }

  private static let lengthHint = NativeFunctionSpec(
    "__length_hint__(self, /)", "Private method returning an estimate of len(list(it))."
  ) { t, a throws(Raised) in
    let me = a.object(0, DequeIteratorObject.self)
    return try t.int(me.deque.isNone ? 0 : max(0, me.total - me.index))
  }

  private static let iteratorReduce = NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
    let me = a.object(0, DequeIteratorObject.self)
    let deque = me.deque.isNone ? try t.call(Value(t.typeNamed("collections.deque"))) : Value(me.deque)
    return try t.tuple(Value(t.typeOf(a[0])), try t.tuple(deque, try t.int(me.index)))
  }

  static let dequeIteratorSpec = TypeSpec(
    "collections._deque_iterator",
    functions: [
      iterSelf, lengthHint, iteratorReduce,
      NativeFunctionSpec("__new__(cls, deque, index=0, /)", "Make a new object.") { t, a throws(Raised) in
        try newIterator(t, a, "argument 1 must be collections.deque, not %B")
      },
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try nextItem(t, a.object(), isReversed: false) },
    ])

  static let dequeReverseIteratorSpec = TypeSpec(
    "collections._deque_reverse_iterator",
    functions: [
      iterSelf, lengthHint, iteratorReduce,
      NativeFunctionSpec("__new__(cls, deque, index=0, /)", "Make a new object.") { t, a throws(Raised) in
        try newIterator(t, a, "argument 1 must be collections.deque, not %B")
      },
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try nextItem(t, a.object(), isReversed: true) },
    ])

  private static func newIterator(_ t: Thread, _ a: Slots, _ message: StaticString) throws(Raised) -> Value {
    guard t.isInstance(a[1], of: t.typeNamed("collections.deque")) else { throw t.raise(t.types.typeError, message, a[1]) }
    let start = try t.asIndex(a[2])
    let me = try t.make(DequeIteratorObject.self, a[0])
    me.deque = a.object(1)
    me.version = me.deque.version
    me.total = me.deque.count
    me.index = max(0, start)
    return Value(me)
  }
}
