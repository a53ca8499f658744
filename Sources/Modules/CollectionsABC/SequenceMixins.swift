import Runtime

/// The iterators that Sequence, ItemsView and ValuesView give out.
struct ViewIteratorObject: NativeLayout {
  enum Mode: UInt8 { case items, values, forward, backward }
  var header: ObjectHeader
  /// The mapping or sequence; null when exhausted.
  var object: Value
  /// Iterator of the mapping's keys.
  var source: Value
  var index: Int
  var mode: Mode
  static let tracedWords = 2
}

extension Ref where T == ViewIteratorObject {
  @inline(__always) var object: Value { get { layout.object } nonmutating set { layout.object = newValue } }
  @inline(__always) var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
  @inline(__always) var mode: ViewIteratorObject.Mode { get { layout.mode } nonmutating set { layout.mode = newValue } }
}

extension CollectionsABC {
  static let viewIterator = TypeSpec(
    "collections.abc._iterator",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)") { t, a throws(Raised) in
        let me = a.object(0, ViewIteratorObject.self)
        if me.object.isNull { throw t.stopIteration() }
        switch me.mode {
        case .items, .values:
          let key = try t.next(me.source)
          if key.isNull { break }
          let value = try t.getItem(me.object, key)
          return me.mode == .values ? value : try t.tuple(key, value)
        case .forward:
          do throws(Raised) {
            let item = try t.getItem(me.object, try t.int(me.index))
            me.index += 1
            return item
          } catch {
            guard t.matches(t.exception, t.types.indexError) else { throw error }
            _ = t.takeException()
          }
        case .backward:
          if me.index < 0 { break }
          me.index -= 1
          return try t.getItem(me.object, try t.int(me.index + 1))
        }
        me.object = .null
        throw t.stopIteration()
      },
    ])

  static func makeViewIterator(
    _ t: Thread, _ mode: ViewIteratorObject.Mode, _ object: Value, source: Value = .null, index: Int = 0
  ) throws(Raised) -> Value {
    let me = try t.make(ViewIteratorObject.self, t.typeNamed("collections.abc._iterator"))
    me.object = object
    me.source = source
    me.mode = mode
    me.index = index
    return Value(me)
  }

  static let sequenceMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("__iter__(self, /)") { t, a throws(Raised) in try makeViewIterator(t, .forward, a[0]) },
    NativeFunctionSpec("__contains__(self, value, /)") { t, a throws(Raised) in
      let source = try t.iterator(of: a[0])
      while true {
        let item = try t.next(source)
        if item.isNull { return .false }
        if try t.equals(item, a[1]) { return .true }
      }
    },
    NativeFunctionSpec("__reversed__(self, /)") { t, a throws(Raised) in
      try makeViewIterator(t, .backward, a[0], index: try t.length(a[0]) - 1)
    },
    NativeFunctionSpec("index(self, value, start=0, stop=None)", "S.index(value, [start, [stop]]) -> integer -- return first index of value.") {
      t, a throws(Raised) in
      var i = a[2].isNone ? 0 : try t.asIndex(a[2])
      if i < 0 { i = max(try t.length(a[0]) + i, 0) }
      var stop = a[3].isNone ? Int.max : try t.asIndex(a[3])
      if stop < 0 { stop += try t.length(a[0]) }
      while i < stop {
        let item: Value
        do throws(Raised) { item = try t.getItem(a[0], try t.int(i)) } catch {
          guard t.matches(t.exception, t.types.indexError) else { throw error }
          _ = t.takeException()
          break
        }
        if try t.equals(item, a[1]) { return try t.int(i) }
        i += 1
      }
      throw t.raise(try t.call(Value(t.types.valueError)))
    },
    NativeFunctionSpec("count(self, value)", "S.count(value) -> integer -- return number of occurrences of value") { t, a throws(Raised) in
      var count = 0
      let source = try t.iterator(of: a[0])
      while true {
        let item = try t.next(source)
        if item.isNull { return try t.int(count) }
        if try t.equals(item, a[1]) { count += 1 }
      }
    },
  ]

  private static func extend(_ t: Thread, _ me: Value, _ values: Value) throws(Raised) {
    let items = try t.iterator(of: values == me ? Value(try t.list(from: values)) : values)
    while true {
      let item = try t.next(items)
      if item.isNull { return }
      _ = try t.callMethod(me, .append, item)
    }
  }

  static let mutableSequenceMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("append(self, value)", "S.append(value) -- append value to the end of the sequence") { t, a throws(Raised) in
      _ = try t.callMethod(a[0], .insert, try t.int(try t.length(a[0])), a[1])
      return .none
    },
    NativeFunctionSpec("clear(self)", "S.clear() -> None -- remove all items from S") { t, a throws(Raised) in
      while true {
        do throws(Raised) { _ = try t.callMethod(a[0], .pop) } catch {
          guard t.matches(t.exception, t.types.indexError) else { throw error }
          _ = t.takeException()
          return .none
        }
      }
    },
    NativeFunctionSpec("reverse(self)", "S.reverse() -- reverse *IN PLACE*") { t, a throws(Raised) in
      let count = try t.length(a[0])
      for i in 0..<(count / 2) {
        let (low, high) = (try t.int(i), try t.int(count - 1 - i))
        let first = try t.getItem(a[0], low)
        try t.setItem(a[0], low, try t.getItem(a[0], high))
        try t.setItem(a[0], high, first)
      }
      return .none
    },
    NativeFunctionSpec("extend(self, values)", "S.extend(iterable) -- extend sequence by appending elements from the iterable") { t, a throws(Raised) in
      try extend(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("pop(self, index=-1)", "S.pop([index]) -> item -- remove and return item at index (default last).") { t, a throws(Raised) in
      let item = try t.getItem(a[0], a[1])
      try t.deleteItem(a[0], a[1])
      return item
    },
    NativeFunctionSpec("remove(self, value)", "S.remove(value) -- remove first occurrence of value.") { t, a throws(Raised) in
      try t.deleteItem(a[0], try t.callMethod(a[0], .index, a[1]))
      return .none
    },
    NativeFunctionSpec("__iadd__(self, values, /)") { t, a throws(Raised) in
      try extend(t, a[0], a[1])
      return a[0]
    },
  ]
}
