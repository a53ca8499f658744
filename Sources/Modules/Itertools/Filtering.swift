import Runtime

/// dropwhile, filterfalse, takewhile (function = predicate) and starmap.
struct PredicateObject: NativeLayout {
  var header: ObjectHeader
  var function: Value
  var iterator: Value
  /// dropwhile: the first item was found. takewhile: the end was found.
  var isDecided: Bool
  static let tracedWords = 2
}

extension Ref where T == PredicateObject {
  @inline(__always) var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var isDecided: Bool { get { layout.isDecided } nonmutating set { layout.isDecided = newValue } }
}

/// compress(data, selectors)
struct CompressObject: NativeLayout {
  var header: ObjectHeader
  var data: Value
  var selectors: Value
  static let tracedWords = 2
}

extension Ref where T == CompressObject {
  @inline(__always) var data: Value { get { layout.data } nonmutating set { layout.data = newValue } }
  @inline(__always) var selectors: Value { get { layout.selectors } nonmutating set { layout.selectors = newValue } }
}

/// islice(iterable, start, stop, step)
struct IsliceObject: NativeLayout {
  var header: ObjectHeader
  /// null when the end was reached.
  var iterator: Value
  /// Index of the item wanted next.
  var wanted: Int
  /// -1 = no end.
  var stop: Int
  var step: Int
  /// Items taken from the iterator so far.
  var taken: Int
  static let tracedWords = 1
}

extension Ref where T == IsliceObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var wanted: Int { get { layout.wanted } nonmutating set { layout.wanted = newValue } }
  @inline(__always) var stop: Int { get { layout.stop } nonmutating set { layout.stop = newValue } }
  @inline(__always) var step: Int { get { layout.step } nonmutating set { layout.step = newValue } }
  @inline(__always) var taken: Int { get { layout.taken } nonmutating set { layout.taken = newValue } }
}

extension Itertools {
  private static func makePredicate(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let iterator = try t.iterator(of: a[2])
    let me = try t.make(PredicateObject.self, a[0])
    me.function = a[1]
    me.iterator = iterator
    return Value(me)
  }

  static let dropwhile = TypeSpec(
    "itertools.dropwhile", doc: "Drop items from the iterable while predicate(item) is true.",
    functions: [
      NativeFunctionSpec("__new__(cls, predicate, iterable, /)", "Make a new object.") { t, a throws(Raised) in try makePredicate(t, a) },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PredicateObject.self)
        while true {
          let item = try t.next(me.iterator)
          if item.isNull { throw t.stopIteration() }
          if me.isDecided { return item }
          if try !t.truth(try t.call(me.function, item)) {
            me.isDecided = true
            return item
          }
        }
      },
    ] + decidedCopying)

  static let takewhile = TypeSpec(
    "itertools.takewhile", doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
    functions: [
      NativeFunctionSpec("__new__(cls, predicate, iterable, /)", "Make a new object.") { t, a throws(Raised) in try makePredicate(t, a) },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PredicateObject.self)
        if me.isDecided { throw t.stopIteration() }
        let item = try t.next(me.iterator)
        if item.isNull { throw t.stopIteration() }
        if try t.truth(try t.call(me.function, item)) { return item }
        me.isDecided = true
        throw t.stopIteration()
      },
    ] + decidedCopying)

  static let filterfalse = TypeSpec(
    "itertools.filterfalse", doc: "Return those items of iterable for which function(item) is false.",
    functions: [
      NativeFunctionSpec("__new__(cls, function, iterable, /)", "Make a new object.") { t, a throws(Raised) in try makePredicate(t, a) },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PredicateObject.self)
        let byTruth = me.function.isNone || me.function == Value(t.types.bool)
        while true {
          let item = try t.next(me.iterator)
          if item.isNull { throw t.stopIteration() }
          if try !t.truth(byTruth ? item : try t.call(me.function, item)) { return item }
        }
      },
    ] + [predicateCopying])

  static let starmap = TypeSpec(
    "itertools.starmap", doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
    functions: [
      NativeFunctionSpec("__new__(cls, function, iterable, /)", "Make a new object.") { t, a throws(Raised) in try makePredicate(t, a) },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, PredicateObject.self)
        let item = try t.next(me.iterator)
        if item.isNull { throw t.stopIteration() }
        return try t.call(me.function, tuple: item.isKind(.tuple) ? item : try t.tuple(from: item), dict: .null)
      },
    ] + [predicateCopying])

  static let compress = TypeSpec(
    "itertools.compress", doc: "Return data elements corresponding to true selector elements.",
    functions: [
      NativeFunctionSpec("__new__(cls, data, selectors)", "Make a new object.") { t, a throws(Raised) in
        let data = try t.iterator(of: a[1])
        let selectors = try t.iterator(of: a[2])
        let me = try t.make(CompressObject.self, a[0])
        me.data = data
        me.selectors = selectors
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, CompressObject.self)
        while true {
          let item = try t.next(me.data)
          if item.isNull { throw t.stopIteration() }
          let selector = try t.next(me.selectors)
          if selector.isNull { throw t.stopIteration() }
          if try t.truth(selector) { return item }
        }
      },
    ] + compressCopying)

  static let islice = TypeSpec(
    "itertools.islice", doc: "Return an iterator whose next() method returns selected values from an iterable.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args)", "Make a new object.") { t, a throws(Raised) in try makeIslice(t, a) },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, IsliceObject.self)
        if me.iterator.isNull { throw t.stopIteration() }
        let stop = me.stop
        while me.taken < me.wanted {
          let skipped = try t.next(me.iterator)
          if skipped.isNull { throw finish(t, me) }
          me.taken += 1
        }
        if stop != -1 && me.taken >= stop { throw finish(t, me) }
        let item = try t.next(me.iterator)
        if item.isNull { throw finish(t, me) }
        me.taken += 1
        let (following, overflow) = me.wanted.addingReportingOverflow(me.step)
        me.wanted = overflow || (stop != -1 && following > stop) ? (stop == -1 ? Int.max : stop) : following
        return item
      },
    ] + isliceCopying)

  private static func finish(_ t: Thread, _ me: Ref<IsliceObject>) -> Raised {
    me.iterator = .null
    return t.stopIteration()
  }

  private static func makeIslice(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let given = a[1].tupleSlots
    if given.count < 2 { throw t.raise(t.types.typeError, "islice expected at least 2 arguments, got %S", try t.int(given.count)) }
    let limits = given.dropFirst()
    if limits.count > 3 { throw t.raise(t.types.typeError, "islice expected at most 4 arguments, got %S", try t.int(limits.count + 1)) }
    var start = 0
    var step = 1
    let stopValue = limits[limits.count == 1 ? 0 : 1]
    let stop = try limit(t, stopValue, missing: -1)
    if stop == -1 && !stopValue.isNone {
      throw t.raise(t.types.valueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if limits.count > 1 { start = try limit(t, limits[0], missing: 0) }
    if start < 0 || stop < -1 {
      throw t.raise(t.types.valueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if limits.count > 2 {
      step = try limit(t, limits[2], missing: 1)
      if step < 1 { throw t.raise(t.types.valueError, "Step for islice() must be a positive integer or None.") }
    }
    let iterator = try t.iterator(of: given[0])
    let me = try t.make(IsliceObject.self, a[0])
    me.iterator = iterator
    me.wanted = start
    me.stop = stop
    me.step = step
    return Value(me)
  }

  /// A limit of islice as an Int; -1 if it is no number that fits.
  private static func limit(_ t: Thread, _ v: Value, missing: Int) throws(Raised) -> Int {
    if v.isNone { return missing }
    do throws(Raised) { return try t.asIndex(v) } catch {
      _ = t.takeException()
      return -1
    }
  }
}
