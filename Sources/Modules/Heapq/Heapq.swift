import Builtins
import Runtime

/// Module `heapq` (CPython: Lib/heapq.py, Modules/_heapqmodule.c): binary heaps in lists.
enum Heapq {
  static let module = ModuleSpec("heapq", doc: "Heap queue algorithm (a.k.a. priority queue).", functions: functions) { t, m throws(Raised) in
    try t.setHome(m, "_heapq", of: ["heappush", "heappop", "heapreplace", "heappushpop", "heapify"])
    try t.setHome(m, "_heapq", of: ["heappush_max", "heappop_max", "heapreplace_max", "heappushpop_max", "heapify_max"])
    try t.addType(m, merge, MergeObject.self, flags: [])
    _ = t.dictDelete(m.dict, interned: try t.intern("_merge"))
    let type = t.typeNamed("heapq._merge")
    t.populate(type)
    type.name = try t.intern("generator")
    type.qualifiedName = type.name
    try t.dictSet(type.dict, t.name(.__module__), t.name(.builtins))
    try t.addConstant(
      m, t.name(.__all__),
      try Keyword.listOfStrs(t, ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]))
  }

  /// A heap that a function works on. With `isMaximum` the largest item is at the top. Comparisons may run Python code that changes the list.
  private struct Heap {
    let t: Thread
    let list: Ref<ListObject>
    var isMaximum = false

    var count: Int { list.count }

    func goesBefore(_ a: Value, _ b: Value) throws(Raised) -> Bool {
      let count = list.count
      let result = try isMaximum ? t.isLess(b, a) : t.isLess(a, b)
      if list.count != count { throw t.raise(t.types.runtimeError, "list changed size during iteration") }
      return result
    }

    /// Moves the item at `position` up to its place, not above `start`.
    func siftDown(_ start: Int, _ position: Int) throws(Raised) {
      var position = position
      while position > start {
        let parent = (position - 1) >> 1
        if try !goesBefore(list.items[position], list.items[parent]) { return }
        swap(position, parent)
        position = parent
      }
    }

    /// Lets the item at `position` sink to a leaf by its smaller children, then brings it up to its place.
    func siftUp(_ position: Int) throws(Raised) {
      let end = list.count
      let start = position
      var position = position
      let limit = end >> 1
      while position < limit {
        var child = 2 * position + 1
        if child + 1 < end {
          let rightIsFirst = try !goesBefore(list.items[child], list.items[child + 1])
          if rightIsFirst { child += 1 }
        }
        swap(position, child)
        position = child
      }
      try siftDown(start, position)
    }

    private func swap(_ a: Int, _ b: Int) {
      let item = list.items[a]
      list.items[a] = list.items[b]
      list.items[b] = item
    }

    func removeLast() -> Value {
      let item = list.items[list.count - 1]
      list.items[list.count - 1] = .null
      list.count -= 1
      return item
    }

    func pop() throws(Raised) -> Value {
      if count == 0 { throw t.raise(t.types.indexError, "index out of range") }
      let last = removeLast()
      if count == 0 { return last }
      return try replace(last)
    }

    /// Puts an item in place of the first one, which is returned. Only if count > 0.
    func replace(_ item: Value) throws(Raised) -> Value {
      let first = list.items[0]
      list.items[0] = item
      try siftUp(0)
      return first
    }

    /// Of the first item and `item` the one that goes before; the other one is on the heap then.
    func pushPop(_ item: Value) throws(Raised) -> Value {
      if count == 0 { return item }
      let first = list.items[0]
      if try !(isMaximum ? t.isLess(item, first) : t.isLess(first, item)) { return item }
      if count == 0 { throw t.raise(t.types.indexError, "index out of range") }
      return try replace(item)
    }

    func heapify() throws(Raised) {
      var i = count / 2 - 1
      while i >= 0 {
        try siftUp(i)
        i -= 1
      }
    }
  }

  private static func heap(_ t: Thread, _ v: Value, _ function: StaticString, isMaximum: Bool = false) throws(Raised) -> Heap {
    guard v.isKind(.list) else {
      // A function of one argument does not number it.
      let isAlone = ["heappop", "heapify", "_heappop_max", "_heapify_max", "heappop_max", "heapify_max"].contains("\(function)")
      if isAlone { throw t.raise(.onlyHeapNotList, try t.str(function), v) }
      throw t.raise(.heapNotList, try t.str(function), v)
    }
    return Heap(t: t, list: v.unchecked(), isMaximum: isMaximum)
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("heappush(heap, item, /)", "Push item onto heap, maintaining the heap invariant.") { t, a throws(Raised) in
      let heap = try heap(t, a[0], "heappush")
      try t.append(heap.list, a[1])
      try heap.siftDown(0, heap.count - 1)
      return .none
    },
    NativeFunctionSpec("heappop(heap, /)", "Pop the smallest item off the heap, maintaining the heap invariant.") { t, a throws(Raised) in
      try heap(t, a[0], "heappop").pop()
    },
    NativeFunctionSpec("heapreplace(heap, item, /)", "Pop and return the current smallest value, and add the new item.") { t, a throws(Raised) in
      let heap = try heap(t, a[0], "heapreplace")
      if heap.count == 0 { throw t.raise(t.types.indexError, "index out of range") }
      return try heap.replace(a[1])
    },
    NativeFunctionSpec("heappushpop(heap, item, /)", "Push item on the heap, then pop and return the smallest item from the heap.") { t, a throws(Raised) in
      try heap(t, a[0], "heappushpop").pushPop(a[1])
    },
    NativeFunctionSpec("heapify(heap, /)", "Transform list into a heap, in-place, in O(len(heap)) time.") { t, a throws(Raised) in
      try heap(t, a[0], "heapify").heapify()
      return .none
    },
    NativeFunctionSpec("_heappop_max(heap, /)", "Maxheap variant of heappop.") { t, a throws(Raised) in try heap(t, a[0], "_heappop_max", isMaximum: true).pop() },
    NativeFunctionSpec("_heapreplace_max(heap, item, /)", "Maxheap variant of heapreplace.") { t, a throws(Raised) in
      let heap = try heap(t, a[0], "_heapreplace_max", isMaximum: true)
      if heap.count == 0 { throw t.raise(t.types.indexError, "index out of range") }
      return try heap.replace(a[1])
    },
    NativeFunctionSpec("_heapify_max(heap, /)", "Maxheap variant of heapify.") { t, a throws(Raised) in
      try heap(t, a[0], "_heapify_max", isMaximum: true).heapify()
      return .none
    },
    NativeFunctionSpec("heapify_max(heap, /)", "Maxheap variant of heapify.") { t, a throws(Raised) in
      try heap(t, a[0], "heapify_max", isMaximum: true).heapify()
      return .none
    },
    NativeFunctionSpec("heappush_max(heap, item, /)", "Push item onto max heap, maintaining the heap invariant.") { t, a throws(Raised) in
      let heap = try heap(t, a[0], "heappush_max", isMaximum: true)
      try t.append(heap.list, a[1])
      try heap.siftDown(0, heap.count - 1)
      return .none
    },
    NativeFunctionSpec("heappop_max(heap, /)", "Maxheap variant of heappop.") { t, a throws(Raised) in
      try heap(t, a[0], "heappop_max", isMaximum: true).pop()
    },
    NativeFunctionSpec("heapreplace_max(heap, item, /)", "Maxheap variant of heapreplace.") { t, a throws(Raised) in
      let heap = try heap(t, a[0], "heapreplace_max", isMaximum: true)
      if heap.count == 0 { throw t.raise(t.types.indexError, "index out of range") }
      return try heap.replace(a[1])
    },
    NativeFunctionSpec("heappushpop_max(heap, item, /)", "Maxheap variant of heappushpop.") { t, a throws(Raised) in
      try heap(t, a[0], "heappushpop_max", isMaximum: true).pushPop(a[1])
    },
    NativeFunctionSpec("nlargest(n, iterable, key=None)", "Find the n largest elements in a dataset.", binding: .library) { t, a throws(Raised) in
      try firstSorted(t, a[0], a[1], key: a[2], reverse: true)
    },
    NativeFunctionSpec("nsmallest(n, iterable, key=None)", "Find the n smallest elements in a dataset.", binding: .library) { t, a throws(Raised) in
      try firstSorted(t, a[0], a[1], key: a[2], reverse: false)
    },
    NativeFunctionSpec("merge(*iterables, key=None, reverse=False)", "Merge multiple sorted inputs into a single sorted output.", binding: .library) { t, a throws(Raised) in
      try makeMerge(t, a)
    },
  ]

  // MARK: nlargest, nsmallest

  /// nlargest and nsmallest: with the comparisons of CPython's, which keeps the best so far in a heap of tuples (key, order[, item]).
  static func firstSorted(_ t: Thread, _ n: Value, _ iterable: Value, key: Value, reverse: Bool) throws(Raised) -> Value {
    if try t.equals(n, Value(small: 1)) { return try best(t, iterable, key, reverse) }
    let size = try sizeOrNothing(t, iterable)
    if size >= 0, try t.truth(try t.compare(.greaterOrEqual, n, Value(small: size))) {
      // list() asks for the length once more.
      let items: Ref<ListObject> = try t.call(Value(t.types.list), iterable).unchecked()
      try t.sort(items, key: key, reverse: reverse)
      let bound = try t.sliceIndexSlow(n)
      return try t.list(copying: items.slots.prefix(max(0, min(bound < 0 ? bound + items.count : bound, items.count))))
    }
    let iterator = try t.iterator(of: iterable)
    // The largest are numbered downwards.
    let bound = try t.asClampedIndex(try t.asIndexObject(reverse ? try negate(t, n) : n))
    let count = reverse ? (bound == .min ? .max : -bound) : bound
    let result = try t.list()
    while result.count < count {
      let item = try t.next(iterator)
      if item.isNull { break }
      try t.append(result, try ranked(t, item, key, order: reverse ? -result.count : result.count))
    }
    if result.count > 0 { try replaceWorse(t, Heap(t: t, list: result, isMaximum: !reverse), iterator, key, order: count) }
    try t.sort(result, key: .none, reverse: reverse)
    for i in 0..<result.count {
      let slots = result.items[i].tupleSlots
      result.items[i] = slots[slots.count == 3 ? 2 : 0]
    }
    return Value(result)
  }

  private static func ranked(_ t: Thread, _ item: Value, _ key: Value, order: Int) throws(Raised) -> Value {
    if key.isNone { return try t.tuple(item, Value(small: order)) }
    return try t.tuple(try t.call(key, item), Value(small: order), item)
  }

  /// Goes through the rest of the items; the heap has the worst of those to be kept at its top.
  private static func replaceWorse(_ t: Thread, _ heap: Heap, _ iterator: Value, _ key: Value, order: Int) throws(Raised) {
    try heap.heapify()
    var order = order
    while true {
      let item = try t.next(iterator)
      if item.isNull { return }
      let rank = key.isNone ? item : try t.call(key, item)
      let top = heap.list.items[0].tupleSlots[0]
      if try heap.isMaximum ? t.isLess(rank, top) : t.isLess(top, rank) {
        let place = Value(small: heap.isMaximum ? order : -order)
        _ = try heap.replace(key.isNone ? try t.tuple(item, place) : try t.tuple(rank, place, item))
      }
      order += 1
    }
  }

  /// A list of the first that is smallest (largest), or of nothing.
  private static func best(_ t: Thread, _ iterable: Value, _ key: Value, _ isLargest: Bool) throws(Raised) -> Value {
    let iterator = try t.iterator(of: iterable)
    let result = try t.list()
    var bestKey = Value.null
    while true {
      let item = try t.next(iterator)
      if item.isNull { return Value(result) }
      let rank = key.isNone ? item : try t.call(key, item)
      if bestKey.isNull {
        try t.append(result, item)
      } else if try t.truth(try t.compare(isLargest ? .greater : .less, rank, bestKey)) {
        result.items[0] = item
      } else {
        continue
      }
      bestKey = rank
    }
  }

  /// The length; -1 for what has none.
  private static func sizeOrNothing(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    do throws(Raised) { return try t.length(v) } catch {
      guard t.matches(t.exception, t.types.typeError) || t.matches(t.exception, t.types.attributeError) else { throw error }
      _ = t.takeException()
      return -1
    }
  }

  // MARK: merge

  private static let merge = TypeSpec(
    "heapq._merge",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)") { t, a throws(Raised) in
        let me: Ref<MergeObject> = a.object()
        do throws(Raised) { return try nextMerged(t, me) } catch {
          me.entries.count = 0
          me.rest = .none
          me.isStarted = true
          throw error
        }
      },
    ])

  private static func makeMerge(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let entries = try t.list()
    let me = try t.make(MergeObject.self, t.typeNamed("heapq._merge"))
    me.entries = entries
    me.key = a[1]
    me.direction = a[2]
    me.rest = a[0]
    return Value(me)
  }

  /// Asks each input for its first item.
  private static func start(_ t: Thread, _ me: Ref<MergeObject>) throws(Raised) {
    me.isStarted = true
    me.isReversed = try t.truth(me.direction)
    let iterables = me.rest
    me.rest = .none
    for i in 0..<iterables.tupleSlots.count {
      let iterator = try t.iterator(of: iterables.tupleSlots[i])
      let item = try t.next(iterator)
      if item.isNull { continue }
      let entry = try t.list()
      try t.append(entry, me.key.isNone ? item : try t.call(me.key, item))
      try t.append(entry, Value(small: me.isReversed ? -i : i))
      try t.append(entry, item)
      try t.append(entry, iterator)
      try t.append(me.entries, Value(entry))
    }
    try Heap(t: t, list: me.entries, isMaximum: me.isReversed).heapify()
  }

  /// Moves the input whose item was given out last to its next one.
  private static func advance(_ t: Thread, _ me: Ref<MergeObject>) throws(Raised) {
    let heap = Heap(t: t, list: me.entries, isMaximum: me.isReversed)
    let entry: Ref<ListObject> = me.entries.items[0].unchecked()
    let item = try t.next(entry.items[3])
    if item.isNull {
      _ = try heap.pop()
      return
    }
    entry.items[2] = item
    entry.items[0] = me.key.isNone ? item : try t.call(me.key, item)
    _ = try heap.replace(Value(entry))
  }

  /// The next item: of a heap of lists [key, order of the input, item, iterator]; the last input that is left is only handed on.
  private static func nextMerged(_ t: Thread, _ me: Ref<MergeObject>) throws(Raised) -> Value {
    if !me.rest.isNone, me.isStarted {
      let item = try t.next(me.rest)
      if item.isNull { throw t.stopIteration() }
      return item
    }
    if !me.isStarted { try start(t, me) } else if me.entries.count > 0 { try advance(t, me) }
    if me.entries.count == 0 { throw t.stopIteration() }
    let first: Ref<ListObject> = me.entries.items[0].unchecked()
    if me.entries.count == 1 {
      me.rest = first.items[3]
      me.entries.count = 0
    }
    return first.items[2]
  }
}

/// The iterator of merge, which is a generator in CPython and shows itself as one.
struct MergeObject: NativeLayout {
  var header: ObjectHeader
  /// list of lists [key, order, item, iterator]: a heap; nothing before `isStarted`.
  var entries: Ref<ListObject>
  var key: Value
  var direction: Value
  /// A tuple of the inputs before `isStarted`, then the only input that is left, or None.
  var rest: Value
  var isStarted: Bool
  var isReversed: Bool
  static let tracedWords = 4
}

extension Ref where T == MergeObject {
  @inline(__always) var entries: Ref<ListObject> { get { layout.entries } nonmutating set { layout.entries = newValue } }
  @inline(__always) var key: Value { get { layout.key } nonmutating set { layout.key = newValue } }
  @inline(__always) var direction: Value { get { layout.direction } nonmutating set { layout.direction = newValue } }
  @inline(__always) var rest: Value { get { layout.rest } nonmutating set { layout.rest = newValue } }
  @inline(__always) var isStarted: Bool { get { layout.isStarted } nonmutating set { layout.isStarted = newValue } }
  @inline(__always) var isReversed: Bool { get { layout.isReversed } nonmutating set { layout.isReversed = newValue } }
}
