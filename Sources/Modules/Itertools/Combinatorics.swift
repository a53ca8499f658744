import Runtime

/// combinations and combinations_with_replacement.
struct CombinationsObject: NativeLayout {
  var header: ObjectHeader
  /// tuple
  var pool: Value
  /// A tuple of our own with small ints: the chosen positions. null before the first result.
  var indices: Value
  var size: Int
  var isDone: Bool
  /// With replacement.
  var repeats: Bool
  static let tracedWords = 2
}

extension Ref where T == CombinationsObject {
  @inline(__always) var repeats: Bool { get { layout.repeats } nonmutating set { layout.repeats = newValue } }
  @inline(__always) var pool: Value { get { layout.pool } nonmutating set { layout.pool = newValue } }
  @inline(__always) var indices: Value { get { layout.indices } nonmutating set { layout.indices = newValue } }
  @inline(__always) var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inline(__always) var isDone: Bool { get { layout.isDone } nonmutating set { layout.isDone = newValue } }
}

/// permutations(iterable, r)
struct PermutationsObject: NativeLayout {
  var header: ObjectHeader
  var pool: Value
  /// Tuples of our own with small ints. null before the first result.
  var indices: Value
  var cycles: Value
  var size: Int
  var isDone: Bool
  static let tracedWords = 3
}

extension Ref where T == PermutationsObject {
  @inline(__always) var pool: Value { get { layout.pool } nonmutating set { layout.pool = newValue } }
  @inline(__always) var indices: Value { get { layout.indices } nonmutating set { layout.indices = newValue } }
  @inline(__always) var cycles: Value { get { layout.cycles } nonmutating set { layout.cycles = newValue } }
  @inline(__always) var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inline(__always) var isDone: Bool { get { layout.isDone } nonmutating set { layout.isDone = newValue } }
}

/// product(*iterables, repeat=1)
struct ProductObject: NativeLayout {
  var header: ObjectHeader
  /// tuple of tuples
  var pools: Value
  /// A tuple of our own with small ints. null before the first result.
  var indices: Value
  var isDone: Bool
  static let tracedWords = 2
}

extension Ref where T == ProductObject {
  @inline(__always) var pools: Value { get { layout.pools } nonmutating set { layout.pools = newValue } }
  @inline(__always) var indices: Value { get { layout.indices } nonmutating set { layout.indices = newValue } }
  @inline(__always) var isDone: Bool { get { layout.isDone } nonmutating set { layout.isDone = newValue } }
}

extension Itertools {
  /// `pool[i] for i in indices`, the first `count` of them.
  private static func select(_ t: Thread, _ pool: Value, _ indices: Slots, _ count: Int) throws(Raised) -> Value {
    try t.pollNative()
    let result = try t.tuple(count: count)
    let items = pool.tupleSlots
    for i in 0..<count { result.items[i] = items[indices[i].smallInt] }
    return Value(result)
  }

  private static func makeCombinations(_ t: Thread, _ a: Slots, refusesLarge: Bool) throws(Raised) -> Value {
    let size = try t.sizeArgument(a[2])
    let pool = try t.tuple(from: a[1])
    if size < 0 { throw t.raise(t.types.valueError, "r must be non-negative") }
    if size > Int(Int32.max) { throw t.raise(t.types.memoryError, message: t.interpreter.emptyStr) }
    let count = pool.tupleSlots.count
    let me = try t.make(CombinationsObject.self, a[0])
    me.pool = pool
    me.size = size
    me.repeats = !refusesLarge
    me.isDone = refusesLarge ? size > count : count == 0 && size > 0
    return Value(me)
  }

  static let combinations = TypeSpec(
    "itertools.combinations", doc: "Return successive r-length combinations of elements in the iterable.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, r)", "Make a new object.") { t, a throws(Raised) in
        try makeCombinations(t, a, refusesLarge: true)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, CombinationsObject.self)
        if me.isDone { throw t.stopIteration() }
        let size = me.size
        if me.indices.isNull {
          let indices = try t.tuple(count: size)
          for i in 0..<size { indices.items[i] = Value(small: i) }
          me.indices = Value(indices)
          return try select(t, me.pool, indices.slots, size)
        }
        let indices = me.indices.tupleSlots
        let count = me.pool.tupleSlots.count
        var i = size - 1
        while i >= 0 && indices[i].smallInt == i + count - size { i -= 1 }
        if i < 0 {
          me.isDone = true
          throw t.stopIteration()
        }
        var index = indices[i].smallInt
        while i < size {
          index += 1
          indices[i] = Value(small: index)
          i += 1
        }
        return try select(t, me.pool, indices, size)
      },
    ] + combinationsCopying)

  static let combinationsWithReplacement = TypeSpec(
    "itertools.combinations_with_replacement",
    doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, r)", "Make a new object.") { t, a throws(Raised) in
        try makeCombinations(t, a, refusesLarge: false)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, CombinationsObject.self)
        if me.isDone { throw t.stopIteration() }
        let size = me.size
        if me.indices.isNull {
          let indices = try t.tuple(count: size)
          for i in 0..<size { indices.items[i] = Value(small: 0) }
          me.indices = Value(indices)
          return try select(t, me.pool, indices.slots, size)
        }
        let indices = me.indices.tupleSlots
        let last = me.pool.tupleSlots.count - 1
        var i = size - 1
        while i >= 0 && indices[i].smallInt == last { i -= 1 }
        if i < 0 {
          me.isDone = true
          throw t.stopIteration()
        }
        let index = indices[i].smallInt + 1
        for k in i..<size { indices[k] = Value(small: index) }
        return try select(t, me.pool, indices, size)
      },
    ] + combinationsCopying)

  static let permutations = TypeSpec(
    "itertools.permutations", doc: "Return successive r-length permutations of elements in the iterable.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, r=None)", "Make a new object.") { t, a throws(Raised) in
        let pool = try t.tuple(from: a[1])
        let count = pool.tupleSlots.count
        var size = count
        if !a[2].isNone {
          if !t.isInstance(a[2], of: t.types.int) { throw t.raise(t.types.typeError, "Expected int as r") }
          size = try t.sizeArgument(a[2])
          if size < 0 { throw t.raise(t.types.valueError, "r must be non-negative") }
          if size > Int(Int32.max) { throw t.raise(t.types.memoryError, message: t.interpreter.emptyStr) }
        }
        let me = try t.make(PermutationsObject.self, a[0])
        me.pool = pool
        me.size = size
        me.isDone = size > count
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PermutationsObject.self)
        if me.isDone { throw t.stopIteration() }
        let count = me.pool.tupleSlots.count
        let size = me.size
        if me.indices.isNull {
          let cycles = try t.tuple(count: size)
          for i in 0..<size { cycles.items[i] = Value(small: count - i) }
          me.cycles = Value(cycles)
          let indices = try t.tuple(count: count)
          for i in 0..<count { indices.items[i] = Value(small: i) }
          me.indices = Value(indices)
          return try select(t, me.pool, indices.slots, size)
        }
        if !advance(me.indices.tupleSlots, me.cycles.tupleSlots) {
          me.isDone = true
          throw t.stopIteration()
        }
        return try select(t, me.pool, me.indices.tupleSlots, size)
      },
    ] + permutationsCopying)

  /// The next permutation in lexicographic order of positions; false after the last one.
  private static func advance(_ indices: Slots, _ cycles: Slots) -> Bool {
    var i = cycles.count - 1
    while i >= 0 {
      let left = cycles[i].smallInt - 1
      if left == 0 {
        let first = indices[i]
        for k in i..<indices.count - 1 { indices[k] = indices[k + 1] }
        indices[indices.count - 1] = first
        cycles[i] = Value(small: indices.count - i)
      } else {
        cycles[i] = Value(small: left)
        let other = indices.count - left
        let swapped = indices[i]
        indices[i] = indices[other]
        indices[other] = swapped
        return true
      }
      i -= 1
    }
    return false
  }

  static let product = TypeSpec(
    "itertools.product", doc: "Cartesian product of input iterables. Equivalent to nested for-loops.",
    functions: [
      NativeFunctionSpec("__new__(cls, *iterables, repeat=1)", "Make a new object.") { t, a throws(Raised) in
        let times = try t.sizeArgument(a[2])
        if times < 0 { throw t.raise(t.types.valueError, "repeat argument cannot be negative") }
        let iterables = a[1].tupleSlots
        let (total, overflow) = iterables.count.multipliedReportingOverflow(by: times)
        if overflow || total > Int(UInt32.max) { throw t.raise(t.types.overflowError, "repeat argument too large") }
        let pools = try t.tuple(count: total)
        var isDone = false
        for i in 0..<min(total, iterables.count) {
          let pool = try t.tuple(from: iterables[i])
          if pool.tupleSlots.count == 0 { isDone = true }
          pools.items[i] = pool
        }
        for i in min(total, iterables.count)..<total { pools.items[i] = pools.items[i - iterables.count] }
        let me = try t.make(ProductObject.self, a[0])
        me.pools = Value(pools)
        me.isDone = isDone
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try nextProduct(t, a.object(0, ProductObject.self)) },
    ] + productCopying)

  private static func nextProduct(_ t: Thread, _ me: Ref<ProductObject>) throws(Raised) -> Value {
    if me.isDone { throw t.stopIteration() }
    try t.pollNative()
    let pools = me.pools.tupleSlots
    if me.indices.isNull {
      let indices = try t.tuple(count: pools.count)
      for i in 0..<pools.count { indices.items[i] = Value(small: 0) }
      me.indices = Value(indices)
    } else {
      let indices = me.indices.tupleSlots
      var i = pools.count - 1
      while i >= 0 {
        let index = indices[i].smallInt + 1
        if index < pools[i].tupleSlots.count {
          indices[i] = Value(small: index)
          break
        }
        indices[i] = Value(small: 0)
        i -= 1
      }
      if i < 0 {
        me.isDone = true
        throw t.stopIteration()
      }
    }
    let result = try t.tuple(count: pools.count)
    let indices = me.indices.tupleSlots
    for i in 0..<pools.count { result.items[i] = pools[i].tupleSlots[indices[i].smallInt] }
    return Value(result)
  }
}
