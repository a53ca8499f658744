import Runtime

/// The tables of `list`.
enum ListType {
  static let spec = TypeSpec(
    "list",
    doc: """
      Built-in mutable sequence.

      If no argument is given, the constructor creates a new empty list.
      The argument must be an iterable if specified.
      """,
    functions: lifecycle + comparisons + protocols + operators + methods,
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      Value(try t.allocateInstance(a[0].unchecked(), ListObject.self, kind: .list, tracedWords: 1))
    },
    .init("__init__(self, iterable=(), /)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
      let list = a[0].unchecked(as: ListObject.self)
      t.clear(list)
      try t.initialize(list, from: a[1])
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
  ]

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try ListType.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try ListType.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try ListType.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try ListType.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try ListType.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try ListType.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    a[1].isKind(.list) ? try t.compareSequences(op, a[0], a[1]) : .notImplemented
  }

  static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in Value(small: a[0].unchecked(as: ListObject.self).count) },
    .init("__getitem__(self, index, /)", "Return self[index].", binding: .coexisting) { t, a throws(Raised) in try t.listItem(a[0].unchecked(), a[1]) },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try t.setListItem(a[0].unchecked(), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try t.deleteListItem(a[0].unchecked(), a[1])
      return .none
    },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try t.listHas(a[0].unchecked(), a[1]))
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.indexIterator(a[0], t.types.listIterator, .listIterator)
    },
    .init("__reversed__(self, /)", "Return a reverse iterator over the list.") { t, a throws(Raised) in
      try t.indexIterator(a[0], t.types.listReverseIterator, from: a[0].unchecked(as: ListObject.self).count - 1)
    },
    .init("__sizeof__(self, /)", "Return the size of the list in memory, in bytes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<ListObject>.size + a[0].unchecked(as: ListObject.self).capacity * 8)
    },
  ]

  static let operators: [NativeFunctionSpec] = [
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try ListType.concatenate(t, a[0].unchecked(), a[1]) },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in
      Value(try ListType.repeated(t, a[0].unchecked(), try Sequences.count(t, a[1])))
    },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in
      Value(try ListType.repeated(t, a[0].unchecked(), try Sequences.count(t, a[1])))
    },
    .init("__iadd__(self, value, /)", "Implement self+=value.") { t, a throws(Raised) in
      try t.extend(a[0].unchecked(), a[1])
      return a[0]
    },
    .init("__imul__(self, value, /)", "Implement self*=value.") { t, a throws(Raised) in
      let list = a[0].unchecked(as: ListObject.self)
      let result = try ListType.repeated(t, list, try Sequences.count(t, a[1]))
      list.buffer = result.buffer
      list.count = result.count
      list.capacity = result.capacity
      return a[0]
    },
  ]

  private static func concatenate(_ t: Thread, _ list: Ref<ListObject>, _ other: Value) throws(Raised) -> Value {
    guard other.isKind(.list) else {
      throw t.raise(t.types.typeError, "can only concatenate list (not \"%T\") to list", other)
    }
    return Value(try t.listConcat(list, other.unchecked()))
  }

  private static func repeated(_ t: Thread, _ list: Ref<ListObject>, _ times: Int) throws(Raised) -> Ref<ListObject> {
    let result = try t.list()
    if times <= 0 || list.count == 0 { return result }
    let (count, overflow) = list.count.multipliedReportingOverflow(by: times)
    if overflow { throw t.raiseMemoryError() }
    try t.reserve(result, count)
    Sequences.fill(result.items, from: list.slots, times: times)
    result.count = count
    return result
  }

  static let methods: [NativeFunctionSpec] = [
    .init("append(self, object, /)", "Append object to the end of the list.") { t, a throws(Raised) in
      try t.append(a[0].unchecked(), a[1])
      return .none
    },
    .init("insert(self, index, object, /)", "Insert object before index.") { t, a throws(Raised) in
      try ListType.insert(t, a[0].unchecked(), try t.sizeArgument(a[1]), a[2])
      return .none
    },
    .init("extend(self, iterable, /)", "Extend list by appending elements from the iterable.") { t, a throws(Raised) in
      try t.extend(a[0].unchecked(), a[1])
      return .none
    },
    .init("pop(self, index=-1, /)", "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.") {
      t, a throws(Raised) in try ListType.pop(t, a[0].unchecked(), try t.sizeArgument(a[1]))
    },
    .init("remove(self, value, /)", "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.") { t, a throws(Raised) in
      let list = a[0].unchecked(as: ListObject.self)
      let at = try t.listIndex(list, a[1], 0, Int.max)
      if at < 0 { throw t.raise(t.types.valueError, "list.remove(x): x not in list") }
      if at < list.count { try ListType.cut(t, list, at) }
      return .none
    },
    .init("index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.\n\nRaises ValueError if the value is not present.") {
      t, a throws(Raised) in
      let list = a[0].unchecked(as: ListObject.self)
      let start = Sequences.clamp(try Sequences.bound(t, a[2]), list.count)
      let at = try t.listIndex(list, a[1], start, Sequences.clamp(try Sequences.bound(t, a[3]), list.count))
      if at < 0 { throw t.raise(.notInList, a[1]) }
      return try t.int(at)
    },
    .init("count(self, value, /)", "Return number of occurrences of value.") { t, a throws(Raised) in
      let list = a[0].unchecked(as: ListObject.self)
      var count = 0
      var i = 0
      while i < list.count {
        if try t.itemEquals(list.items[i], a[1]) { count += 1 }
        i += 1
      }
      return Value(small: count)
    },
    .init("clear(self, /)", "Remove all items from list.") { t, a throws(Raised) in
      t.clear(a[0].unchecked())
      return .none
    },
    .init("copy(self, /)", "Return a shallow copy of the list.") { t, a throws(Raised) in
      try t.list(copying: a[0].unchecked(as: ListObject.self).slots)
    },
    .init("reverse(self, /)", "Reverse *IN PLACE*.") { t, a throws(Raised) in
      let slots = a[0].unchecked(as: ListObject.self).slots
      Sequences.reverse(slots.base, slots.count)
      return .none
    },
    .init(
      "sort(self, /, *, key=None, reverse=False)",
      """
      Sort the list in ascending order and return None.

      The sort is in-place (i.e. the list itself is modified) and stable (i.e. the
      order of two equal elements is maintained).

      If a key function is given, apply it once to each list item and sort them,
      ascending or descending, according to their function values.

      The reverse flag can be set to sort in descending order.
      """
    ) { t, a throws(Raised) in
      try t.sort(a[0].unchecked(), key: a[1], reverse: try t.flagArgument(a[2]))
      return .none
    },
  ]

  private static func insert(_ t: Thread, _ list: Ref<ListObject>, _ index: Int, _ v: Value) throws(Raised) {
    let count = list.count
    let at = index < 0 ? max(index + count, 0) : min(index, count)
    try t.reserve(list, count + 1)
    (list.items + (at + 1)).update(from: list.items + at, count: count - at)
    list.items[at] = v
    list.count = count + 1
  }

  private static func pop(_ t: Thread, _ list: Ref<ListObject>, _ index: Int) throws(Raised) -> Value {
    if list.count == 0 { throw t.raise(t.types.indexError, "pop from empty list") }
    let at = index < 0 ? index &+ list.count : index
    if at < 0 || at >= list.count { throw t.raise(t.types.indexError, "pop index out of range") }
    let item = list.items[at]
    try cut(t, list, at)
    return item
  }

  /// Removes the item at a valid index.
  private static func cut(_ t: Thread, _ list: Ref<ListObject>, _ at: Int) throws(Raised) {
    let last = list.count - 1
    if at < last { (list.items + at).update(from: list.items + (at + 1), count: last - at) }
    list.items[last] = .null
    list.count = last
  }
}
