import Builtins
import Runtime

/// Module `heapq` (CPython: Lib/heapq.py, Modules/_heapqmodule.c): binary heaps in lists.
enum Heapq {
  static let module = ModuleSpec("heapq", doc: "Heap queue algorithm (a.k.a. priority queue).", functions: functions) { t, m throws(Raised) in
    try t.setHome(m, "_heapq", of: ["heappush", "heappop", "heapreplace", "heappushpop", "heapify"])
    try t.addType(m, merge, MergeObject.self, flags: [])
    _ = t.dictDelete(m.dict, interned: try t.intern("_merge"))
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
      let heap = try heap(t, a[0], "heappushpop")
      if heap.count == 0 { return a[1] }
      if try !heap.goesBefore(heap.list.items[0], a[1]) { return a[1] }
      return try heap.replace(a[1])
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
      let heap = try heap(t, a[0], "heappushpop_max", isMaximum: true)
      if heap.count == 0 { return a[1] }
      if try !heap.goesBefore(heap.list.items[0], a[1]) { return a[1] }
      return try heap.replace(a[1])
    },
    NativeFunctionSpec("nlargest(n, iterable, key=None)", "Find the n largest elements in a dataset.", binding: .library) { t, a throws(Raised) in
      try firstSorted(t, a, reverse: true)
    },
    NativeFunctionSpec("nsmallest(n, iterable, key=None)", "Find the n smallest elements in a dataset.", binding: .library) { t, a throws(Raised) in
      try firstSorted(t, a, reverse: false)
    },
    NativeFunctionSpec("merge(*iterables, key=None, reverse=False)", "Merge multiple sorted inputs into a single sorted output.", binding: .library) { t, a throws(Raised) in
      try makeMerge(t, a)
    },
  ]

  private static func firstSorted(_ t: Thread, _ a: Slots, reverse: Bool) throws(Raised) -> Value {
    if !a[0].isInt { _ = try t.compare(.greaterOrEqual, a[0], Value(small: 1)) }
    let n = try t.asIndex(a[0])
    let items = try t.list(from: a[1])
    try t.sort(items, key: a[2], reverse: reverse)
    return try t.list(copying: items.slots.prefix(min(max(n, 0), items.count)))
  }

  // MARK: merge

  private static let merge = TypeSpec(
    "heapq._merge",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)") { t, a throws(Raised) in try nextMerged(t, a.object()) },
    ])

  private static func makeMerge(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let entries = try t.list()
    let iterables = a[0].tupleSlots
    for i in 0..<iterables.count {
      let entry = try t.list()
      try t.append(entry, try t.iterator(of: iterables[i]))
      try t.append(entries, Value(entry))
    }
    let isReversed = try t.truth(a[2])
    let me = try t.make(MergeObject.self, t.typeNamed("heapq._merge"))
    me.entries = entries
    me.key = a[1]
    me.isReversed = isReversed
    return Value(me)
  }

  /// Reads the next item of an entry [iterator, item, key]; false if its iterator is exhausted.
  private static func advance(_ t: Thread, _ me: Ref<MergeObject>, _ entry: Ref<ListObject>) throws(Raised) -> Bool {
    let item = try t.next(entry.items[0])
    if item.isNull { return false }
    let key = me.key.isNone ? item : try t.call(me.key, item)
    if entry.count == 1 {
      try t.append(entry, item)
      try t.append(entry, key)
    } else {
      entry.items[1] = item
      entry.items[2] = key
    }
    return true
  }

  private static func remove(_ list: Ref<ListObject>, at index: Int) {
    for i in index..<(list.count - 1) { list.items[i] = list.items[i + 1] }
    list.items[list.count - 1] = .null
    list.count -= 1
  }

  /// The first of the entries whose key is the smallest (largest): equal keys keep the order of the inputs.
  private static func nextMerged(_ t: Thread, _ me: Ref<MergeObject>) throws(Raised) -> Value {
    var i = 0
    while i < me.entries.count {
      let entry: Ref<ListObject> = me.entries.items[i].unchecked()
      let isPending = i == me.last || !me.isStarted
      if isPending, try !advance(t, me, entry) {
        remove(me.entries, at: i)
        if me.isStarted { me.last = -1 }
        continue
      }
      i += 1
    }
    me.isStarted = true
    me.last = -1
    if me.entries.count == 0 { throw t.stopIteration() }
    var best = 0
    for k in 1..<max(1, me.entries.count) {
      let challenger = me.entries.items[k].unchecked(as: ListObject.self).items[2]
      let champion = me.entries.items[best].unchecked(as: ListObject.self).items[2]
      if try me.isReversed ? t.isLess(champion, challenger) : t.isLess(challenger, champion) { best = k }
    }
    me.last = best
    return me.entries.items[best].unchecked(as: ListObject.self).items[1]
  }
}

/// The iterator of merge. Few inputs are usual, so the next item is found by looking at all.
struct MergeObject: NativeLayout {
  var header: ObjectHeader
  /// list of lists [iterator, item, key]; items and keys are there once `isStarted`.
  var entries: Ref<ListObject>
  var key: Value
  /// The entry whose item was given out last and must advance, -1 = none.
  var last: Int
  var isStarted: Bool
  var isReversed: Bool
  static let tracedWords = 2
}

extension Ref where T == MergeObject {
  @inline(__always) var entries: Ref<ListObject> { get { layout.entries } nonmutating set { layout.entries = newValue } }
  @inline(__always) var key: Value { get { layout.key } nonmutating set { layout.key = newValue } }
  @inline(__always) var last: Int { get { layout.last } nonmutating set { layout.last = newValue } }
  @inline(__always) var isStarted: Bool { get { layout.isStarted } nonmutating set { layout.isStarted = newValue } }
  @inline(__always) var isReversed: Bool { get { layout.isReversed } nonmutating set { layout.isReversed = newValue } }
}
