import Runtime

/// chain(*iterables)
struct ChainObject: NativeLayout {
  var header: ObjectHeader
  /// Iterator of the iterables; null when all is exhausted.
  var source: Value
  /// Iterator of the current iterable, or null.
  var active: Value
  static let tracedWords = 2
}

extension Ref where T == ChainObject {
  @inline(__always) var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
  @inline(__always) var active: Value { get { layout.active } nonmutating set { layout.active = newValue } }
}

/// zip_longest(*iterables, fillvalue=None)
struct ZipLongestObject: NativeLayout {
  var header: ObjectHeader
  /// tuple of iterators; None where one is exhausted.
  var iterators: Value
  var fill: Value
  var activeCount: Int
  static let tracedWords = 2
}

extension Ref where T == ZipLongestObject {
  @inline(__always) var iterators: Value { get { layout.iterators } nonmutating set { layout.iterators = newValue } }
  @inline(__always) var fill: Value { get { layout.fill } nonmutating set { layout.fill = newValue } }
  @inline(__always) var activeCount: Int { get { layout.activeCount } nonmutating set { layout.activeCount = newValue } }
}

/// pairwise(iterable)
struct PairwiseObject: NativeLayout {
  var header: ObjectHeader
  /// null when exhausted.
  var iterator: Value
  /// The item before, null at the start.
  var old: Value
  static let tracedWords = 2
}

extension Ref where T == PairwiseObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var old: Value { get { layout.old } nonmutating set { layout.old = newValue } }
}

/// batched(iterable, n, *, strict=False)
struct BatchedObject: NativeLayout {
  var header: ObjectHeader
  /// null when exhausted.
  var iterator: Value
  var size: Int
  var isStrict: Bool
  static let tracedWords = 1
}

extension Ref where T == BatchedObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inline(__always) var isStrict: Bool { get { layout.isStrict } nonmutating set { layout.isStrict = newValue } }
}

extension Itertools {
  private static func makeChain(_ t: Thread, _ cls: Value, _ iterables: Value) throws(Raised) -> Value {
    let source = try t.iterator(of: iterables)
    let me = try t.make(ChainObject.self, cls)
    me.source = source
    return Value(me)
  }

  static let chain = TypeSpec(
    "itertools.chain", doc: "Return a chain object whose .__next__() method returns elements from each iterable in turn.",
    functions: [
      NativeFunctionSpec("__new__(cls, *iterables)", "Make a new object.") { t, a throws(Raised) in try makeChain(t, a[0], a[1]) },
      NativeFunctionSpec(
        "from_iterable(cls, iterable, /)", "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
        binding: .classMethod
      ) { t, a throws(Raised) in try makeChain(t, a[0], a[1]) },
      classGetItem,
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, ChainObject.self)
        while !me.source.isNull {
          if me.active.isNull {
            let iterable = try t.next(me.source)
            if iterable.isNull {
              me.source = .null
              break
            }
            do throws(Raised) { me.active = try t.iterator(of: iterable) } catch {
              me.source = .null
              throw error
            }
          }
          let item = try t.next(me.active)
          if !item.isNull { return item }
          me.active = .null
        }
        throw t.stopIteration()
      },
    ] + chainCopying)

  static let zipLongest = TypeSpec(
    "itertools.zip_longest",
    doc: "Return a zip_longest object whose .__next__() method returns a tuple where the i-th element comes from the i-th iterable argument.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *iterables, **kwargs)", "Make a new object.") { t, a throws(Raised) in
        let keywords = a[2].unchecked(as: DictObject.self)
        let fill = try t.dictGet(keywords, try t.intern("fillvalue"))
        if keywords.count > (fill.isNull ? 0 : 1) { throw t.raise(t.types.typeError, "zip_longest() got an unexpected keyword argument") }
        let iterables = a[1].tupleSlots
        let iterators = try t.tuple(count: iterables.count)
        for i in 0..<iterables.count { iterators.items[i] = try t.iterator(of: iterables[i]) }
        let me = try t.make(ZipLongestObject.self, a[0])
        me.iterators = Value(iterators)
        me.fill = fill.isNull ? .none : fill
        me.activeCount = iterables.count
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, ZipLongestObject.self)
        let iterators = me.iterators.tupleSlots
        if iterators.count == 0 || me.activeCount == 0 { throw t.stopIteration() }
        let result = try t.tuple(count: iterators.count)
        for i in 0..<iterators.count {
          var item = me.fill
          if !iterators[i].isNone {
            item = try t.next(iterators[i])
            if item.isNull {
              me.activeCount -= 1
              if me.activeCount == 0 { throw t.stopIteration() }
              iterators[i] = .none
              item = me.fill
            }
          }
          result.items[i] = item
        }
        return Value(result)
      },
    ] + zipLongestCopying)

  static let pairwise = TypeSpec(
    "itertools.pairwise", doc: "Return an iterator of overlapping pairs taken from the input iterator.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, /)", "Make a new object.") { t, a throws(Raised) in
        let iterator = try t.iterator(of: a[1])
        let me = try t.make(PairwiseObject.self, a[0])
        me.iterator = iterator
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PairwiseObject.self)
        if me.iterator.isNull { throw t.stopIteration() }
        if me.old.isNull {
          me.old = try t.next(me.iterator)
          if me.old.isNull || me.iterator.isNull {
            me.iterator = .null
            throw t.stopIteration()
          }
        }
        let old = me.old
        let item = try t.next(me.iterator)
        if item.isNull {
          me.iterator = .null
          me.old = .null
          throw t.stopIteration()
        }
        me.old = item
        return try t.tuple(old, item)
      },
    ])

  static let batched = TypeSpec(
    "itertools.batched", doc: "Batch data into tuples of length n. The last batch may be shorter than n.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, n, *, strict=False)", "Make a new object.") { t, a throws(Raised) in
        let size = try t.sizeArgument(a[2])
        let isStrict = try t.truth(a[3])
        if size < 1 { throw t.raise(t.types.valueError, "n must be at least one") }
        let iterator = try t.iterator(of: a[1])
        let me = try t.make(BatchedObject.self, a[0])
        me.iterator = iterator
        me.size = size
        me.isStrict = isStrict
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, BatchedObject.self)
        if me.iterator.isNull { throw t.stopIteration() }
        // CPython makes room for a whole batch first.
        if me.size >= Int.max / 8 - 4 { throw t.raise(t.types.memoryError, message: t.interpreter.emptyStr) }
        let batch = try t.list()
        while batch.count < me.size {
          let item = try t.next(me.iterator)
          if item.isNull { break }
          try t.append(batch, item)
        }
        if batch.count < me.size {
          me.iterator = .null
          if batch.count == 0 { throw t.stopIteration() }
          if me.isStrict { throw t.raise(t.types.valueError, "batched(): incomplete batch") }
        }
        return try t.tuple(copying: batch.slots)
      },
    ])
}
