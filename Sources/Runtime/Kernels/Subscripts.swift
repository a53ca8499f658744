// Subscription: `o[k]`, `o[k] = v`, `del o[k]`, slices.

// MARK: - o[k]

/// BINARY_SUBSCR.
@inline(__always)
public func loadSubscript(_ t: Thread, _ container: Value, _ key: Value) throws(Raised) -> Value { try t.getItem(container, key) }

extension Thread {
  /// `o[k]`
  @inline(__always)
  public func getItem(_ o: Value, _ k: Value) throws(Raised) -> Value {
    if o.isObject {
      let type = o.object.type
      if k.isSmallInt {
        if type == self.types.list {
          let list = o.unchecked(as: ListObject.self)
          let i = k.smallInt
          if UInt(bitPattern: i) < UInt(bitPattern: list.count) { return list.items[i] }
        } else if type == self.types.tuple {
          let tuple = o.unchecked(as: TupleObject.self)
          let i = k.smallInt
          if UInt(bitPattern: i) < UInt(bitPattern: tuple.count) { return tuple.items[i] }
        }
      }
      if type == self.types.dict { return try dictItem(o.unchecked(), k) }
    }
    return try getItemSlow(o, k)
  }

  /// `d[k]` of an exact dict.
  @inline(never)
  private func dictItem(_ d: Ref<DictObject>, _ key: Value) throws(Raised) -> Value {
    let n = try dictFind(d, key, try keyHash(key))
    if n < 0 { throw keyError(key) }
    return d.entryBase[n].value
  }

  /// The builtin sequences and mappings by layout if their type is exact, else `__getitem__`; for a class, `__class_getitem__`.
  @inline(never)
  public func getItemSlow(_ o: Value, _ k: Value) throws(Raised) -> Value {
    if o.isObject && !o.object.type.flags.contains(.heap) {
      switch o.object.kind {
      case .list: return try listItem(o.unchecked(), k)
      case .tuple: return try tupleItem(o.unchecked(), k)
      case .str: return try strItem(o.unchecked(), k)
      default: break
      }
    }
    let method = lookupSpecial(o, .__getitem__)
    if !method.isNull { return try callSpecial(method, o, o.isKind(.record) ? try sequenceKey(method, k) : k) }
    if o.isKind(.type) { return try classItem(o, k) }
    throw raise(self.types.typeError, "'%T' object is not subscriptable", o)
  }

  /// The key for a subscript method: native sequences with a layout of their own (deque) get a C index, with the words of subscription; their
  /// methods, called themselves, have other words.
  private func sequenceKey(_ method: Value, _ k: Value) throws(Raised) -> Value {
    guard !k.isSmallInt, method.isKind(.nativeFunction) else { return k }
    let owner = method.unchecked(as: NativeFunctionObject.self).owner
    guard !owner.isNone, owner.instanceKind == .record, !lookup(owner, .__imul__).isNull else { return k }
    if !isInt(k) && lookupSpecial(k, .__index__).isNull { throw raise(self.types.typeError, "sequence index must be integer, not '%T'", k) }
    return try int(try indexOrIndexError(k))
  }

  /// `C[k]` for a class (PEP 560).
  private func classItem(_ type: Value, _ k: Value) throws(Raised) -> Value {
    if type == Value(self.types.type), has(.typeSubscripts) { return try genericAlias(type, k) }
    let method = try getAttributeOrNull(type, .__class_getitem__)
    if method.isNull || method.isNone { throw raise(.typeNotSubscriptable, type) }
    return try call(method, k)
  }

  /// `list[k]` by layout (`list.__getitem__`).
  public func listItem(_ list: Ref<ListObject>, _ k: Value) throws(Raised) -> Value {
    if k.isKind(.slice) {
      let run = try sliceIndices(k.unchecked(), list.count)
      return Value(try listOfSlice(list.slots, run))
    }
    let i = try sequenceIndex(k, list.count, "list index out of range", "list indices must be integers or slices, not %T")
    return list.items[i]
  }

  /// `tuple[k]` by layout (`tuple.__getitem__`).
  public func tupleItem(_ tuple: Ref<TupleObject>, _ k: Value) throws(Raised) -> Value {
    if k.isKind(.slice) {
      let run = try sliceIndices(k.unchecked(), tuple.count)
      if run.step == 1 {
        if run.count == tuple.count && tuple.header.type == self.types.tuple { return Value(tuple) }
        return try self.tuple(copying: Slots(base: tuple.items + run.start, count: run.count))
      }
      let result = try self.tuple(count: run.count)
      for i in 0..<run.count { result.items[i] = tuple.items[run.start &+ i &* run.step] }
      return Value(result)
    }
    return tuple.items[
      try sequenceIndex(k, tuple.count, "tuple index out of range", "tuple indices must be integers or slices, not %T")]
  }

  /// `str[k]` by layout (`str.__getitem__`).
  public func strItem(_ s: Ref<StrObject>, _ k: Value) throws(Raised) -> Value {
    if k.isKind(.slice) {
      let run = try sliceIndices(k.unchecked(), s.count)
      if run.step == 1 { return try substring(s, run.start, run.start &+ run.count) }
      if s.width == 1 && run.count > 1 { return try steppedBytes(s, run) }
      var builder = TextBuilder(self)
      for i in 0..<run.count { try builder.append(codePoint: s.codePoint(run.start &+ i &* run.step)) }
      return try builder.finish()
    }
    return try str(
      codePoint: s.codePoint(
        try sequenceIndex(k, s.count, "string index out of range", template(.strIndexNotInt))))
  }

  /// Every `step`th code point of a str of one byte each; at least two of them.
  private func steppedBytes(_ s: Ref<StrObject>, _ run: SliceRun) throws(Raised) -> Value {
    let result = try newStr(count: run.count, width: 1, isASCII: s.isASCII)
    let from = s.bytes
    let to = result.bytes
    var all: UInt8 = 0
    var at = run.start
    for i in 0..<run.count {
      let unit = from[at]
      to[i] = unit
      all |= unit
      at &+= run.step
    }
    if all < 0x80 { result.isASCII = true }
    return Value(result)
  }

  /// The index that `k` means in a sequence of `count` items: IndexError beyond them, TypeError (with the type's name) if it is no integer.
  public func sequenceIndex(_ k: Value, _ count: @autoclosure () -> Int, _ rangeMessage: StaticString, _ typeMessage: @autoclosure () -> StaticString) throws(Raised) -> Int {
    var i: Int
    if k.isSmallInt {
      i = k.smallInt
    } else {
      if !isInt(k) && lookupSpecial(k, .__index__).isNull { throw raise(self.types.typeError, typeMessage(), k) }
      i = try indexOrIndexError(k)
    }
    let count = count()
    if i < 0 { i += count }
    if i < 0 || i >= count { throw raise(self.types.indexError, rangeMessage) }
    return i
  }

  /// `operator.index(k)` as an Int; IndexError ("cannot fit 'int' into an index-sized integer") beyond 64 bits.
  public func indexOrIndexError(_ k: Value) throws(Raised) -> Int {
    do throws(Raised) {
      return try asIndex(k)
    } catch {
      if matches(self.exception, self.types.overflowError) {
        self.exception = .null
        throw raise(self.types.indexError, "cannot fit '%T' into an index-sized integer", k)
      }
      throw error
    }
  }

  /// The items of a slice as a new list.
  public func listOfSlice(_ items: Slots, _ run: SliceRun) throws(Raised) -> Ref<ListObject> {
    if run.step == 1 {
      return try list(copying: Slots(base: items.base + run.start, count: run.count)).unchecked()
    }
    let result = try list()
    try reserve(result, run.count)
    for i in 0..<run.count { result.items[i] = items.base[run.start &+ i &* run.step] }
    result.count = run.count
    return result
  }
}

// MARK: - Slices

/// BINARY_SLICE.
@inline(never)
public func loadSlice(_ t: Thread, _ container: Value, _ start: Value, _ stop: Value) throws(Raised) -> Value {
  if container.isObject && (start.isSmallInt || start.isNone) && (stop.isSmallInt || stop.isNone) {
    let numbers = SliceRun(
      start: start.isNone ? 0 : start.smallInt, stop: stop.isNone ? Int.max : stop.smallInt, step: 1, count: 0)
    let type = container.object.type
    if type == t.types.list {
      let list = container.unchecked(as: ListObject.self)
      return Value(try t.listOfSlice(list.slots, t.clamp(numbers, list.count)))
    }
    if type == t.types.str {
      let s = container.unchecked(as: StrObject.self)
      let run = t.clamp(numbers, s.count)
      return try t.substring(s, run.start, run.start &+ run.count)
    }
  }
  return try t.getItem(container, try t.slice(start, stop, .none))
}

/// STORE_SLICE.
@inline(never)
public func storeSlice(_ t: Thread, _ value: Value, _ container: Value, _ start: Value, _ stop: Value) throws(Raised) {
  try t.setItem(container, try t.slice(start, stop, .none), value)
}

/// What a slice means for a sequence of a certain length: `count` items from `start` on, `step` apart. All indices are in the sequence.
@frozen
public struct SliceRun: BitwiseCopyable {
  public var start: Int
  public var stop: Int
  public var step: Int
  public var count: Int

  @inlinable public init(start: Int, stop: Int, step: Int, count: Int) {
    self.start = start
    self.stop = stop
    self.step = step
    self.count = count
  }
}

extension Thread {
  /// The numbers of a slice, clamped to Int. ValueError ("slice step cannot be zero"), TypeError if they are no integers.
  public func sliceNumbers(_ slice: Ref<SliceObject>) throws(Raised) -> SliceRun {
    var run = SliceRun(start: 0, stop: 0, step: 1, count: 0)
    if !slice.step.isNone {
      run.step = max(try sliceIndex(slice.step), -Int.max)
      if run.step == 0 { throw raise(self.types.valueError, "slice step cannot be zero") }
    }
    run.start = slice.start.isNone ? (run.step < 0 ? Int.max : 0) : try sliceIndex(slice.start)
    run.stop = slice.stop.isNone ? (run.step < 0 ? Int.min : Int.max) : try sliceIndex(slice.stop)
    return run
  }

  /// The slice for a sequence of `count` items, counted when the `__index__` of the slice's members has run: it may change the sequence.
  public func sliceIndices(_ slice: Ref<SliceObject>, _ count: @autoclosure () -> Int) throws(Raised) -> SliceRun {
    let numbers = try sliceNumbers(slice)
    return clamp(numbers, count())
  }

  /// Clamps the numbers of a slice to a sequence of `count` items.
  public func clamp(_ numbers: SliceRun, _ count: Int) -> SliceRun {
    var run = numbers
    let low = run.step < 0 ? -1 : 0
    let high = run.step < 0 ? count &- 1 : count
    run.start = run.start < 0 ? max(run.start &+ count, low) : min(run.start, high)
    run.stop = run.stop < 0 ? (run.stop == Int.min ? low : max(run.stop &+ count, low)) : min(run.stop, high)
    if run.step < 0 {
      run.count = run.stop < run.start ? (run.start &- run.stop &- 1) / (0 &- run.step) &+ 1 : 0
    } else {
      run.count = run.start < run.stop ? (run.stop &- run.start &- 1) / run.step &+ 1 : 0
    }
    return run
  }

  @inline(__always)
  private func sliceIndex(_ v: Value) throws(Raised) -> Int { v.isSmallInt ? v.smallInt : try sliceIndexSlow(v) }

  /// A slice member that is an int or has `__index__`, clamped to Int.
  @inline(never)
  public func sliceIndexSlow(_ v: Value) throws(Raised) -> Int {
    if !isInt(v) && lookupSpecial(v, .__index__).isNull {
      throw raise(self.types.typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return try asClampedIndex(v)
  }

  public func slice(_ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Value {
    let slice = try allocate(SliceObject.self, kind: .slice, type: self.types.slice, tracedWords: 3)
    slice.start = start
    slice.stop = stop
    slice.step = step
    return Value(slice)
  }
}

// MARK: - o[k] = v and del o[k]

/// STORE_SUBSCR.
@inline(__always)
public func storeSubscript(_ t: Thread, _ value: Value, _ container: Value, _ key: Value) throws(Raised) {
  try t.setItem(container, key, value)
}

/// DELETE_SUBSCR.
@inline(__always)
public func deleteSubscript(_ t: Thread, _ container: Value, _ key: Value) throws(Raised) { try t.deleteItem(container, key) }

extension Thread {
  /// `o[k] = v`
  @inline(__always)
  public func setItem(_ o: Value, _ k: Value, _ v: Value) throws(Raised) {
    if o.isObject {
      let type = o.object.type
      if type == self.types.list && k.isSmallInt {
        let list = o.unchecked(as: ListObject.self)
        let i = k.smallInt
        if UInt(bitPattern: i) < UInt(bitPattern: list.count) {
          list.items[i] = v
          return
        }
      } else if type == self.types.dict {
        return try dictSet(o.unchecked(), k, v)
      }
    }
    try setItemSlow(o, k, v)
  }

  @inline(never)
  public func setItemSlow(_ o: Value, _ k: Value, _ v: Value) throws(Raised) {
    if o.isObject && o.object.type == self.types.list { return try setListItem(o.unchecked(), k, v) }
    let method = lookupSpecial(o, .__setitem__)
    if method.isNull {
      try checkSequenceKey(o, k)
      throw raise(self.types.typeError, "'%T' object does not support item assignment", o)
    }
    _ = try callSpecial(method, o, o.isKind(.record) ? try sequenceKey(method, k) : k, v)
  }

  /// What has the slots of sequences converts an index before it refuses to be changed.
  private func checkSequenceKey(_ o: Value, _ k: Value) throws(Raised) {
    if hasSequenceSlots(o), isInt(k) || !lookupSpecial(k, .__index__).isNull { _ = try indexOrIndexError(k) }
  }

  /// Instances of Python classes, and of the native types that are sequences or containers.
  private func hasSequenceSlots(_ o: Value) -> Bool {
    switch o.kind {
    case .str, .bytes, .tuple, .range, .set, .frozenset, .mappingProxy: true
    case .instance: o.object.type != self.types.object
    // ExceptionGroup is made at the start, like a class.
    case .exception: o.object.type.flags.contains(.heap) || o.object.type == self.types.exceptionGroup
    default: o.isObject && (o.object.type.flags.contains(.heap) || isDictView(o))
    }
  }

  /// `del o[k]`
  public func deleteItem(_ o: Value, _ k: Value) throws(Raised) {
    if o.isObject {
      if o.object.type == self.types.dict {
        if try !dictDelete(o.unchecked(), k) { throw keyError(k) }
        return
      }
      if o.object.type == self.types.list { return try deleteListItem(o.unchecked(), k) }
    }
    let method = lookupSpecial(o, .__delitem__)
    if method.isNull { throw cannotDelete(o, k) }
    _ = try callSpecial(method, o, o.isKind(.record) ? try sequenceKey(method, k) : k)
  }

  /// CPython words it in two ways: sequences (and instances of Python classes) asked to delete an index say "doesn't".
  private func cannotDelete(_ o: Value, _ k: Value) -> Raised {
    let isSequence = hasSequenceSlots(o)
    let isIndex = isInt(k) || !lookupSpecial(k, .__index__).isNull
    if isSequence && isIndex {
      do throws(Raised) {
        _ = try indexOrIndexError(k)
      } catch {
        return error
      }
    }
    return raise(
      self.types.typeError,
      isSequence && isIndex ? "'%T' object doesn't support item deletion" : "'%T' object does not support item deletion", o)
  }

  private func isDictView(_ o: Value) -> Bool {
    let type = o.object.type
    return type == self.types.dictKeys || type == self.types.dictValues || type == self.types.dictItems
  }

  /// `list[k] = v` by layout (`list.__setitem__`).
  public func setListItem(_ list: Ref<ListObject>, _ k: Value, _ v: Value) throws(Raised) {
    if k.isKind(.slice) { return try setListSlice(list, k.unchecked(), v) }
    let i = try sequenceIndex(
      k, list.count, "list assignment index out of range", "list indices must be integers or slices, not %T")
    list.items[i] = v
  }

  /// `list[a:b:c] = v` by layout.
  public func setListSlice(_ list: Ref<ListObject>, _ slice: Ref<SliceObject>, _ v: Value) throws(Raised) {
    let numbers = try sliceNumbers(slice)
    let early = clamp(numbers, list.count)
    let items = try sliceSource(v, for: list, isExtended: numbers.step != 1)
    var run = has(.sliceBoundsBeforeItems) ? early : clamp(numbers, list.count)
    if numbers.step == 1 {
      let start = min(run.start, list.count)
      try replace(list, start, min(max(start, run.stop), list.count), with: items)
      return
    }
    // What made the items may have shortened the list.
    if run.count > 0, max(run.start, run.start &+ (run.count &- 1) &* run.step) >= list.count { run = clamp(numbers, list.count) }
    if items.count != run.count {
      throw raise(
        self.types.valueError, "attempt to assign sequence of size %S to extended slice of size %S", Value(small: items.count),
        Value(small: run.count))
    }
    for i in 0..<run.count {
      list.items[run.start] = items[i]
      if i &+ 1 < run.count { run.start &+= run.step }
    }
  }

  /// The items to be assigned to a slice, never the list's own buffer.
  private func sliceSource(_ v: Value, for list: Ref<ListObject>, isExtended: Bool) throws(Raised) -> Slots {
    if v.isKind(.tuple) && v.object.type == self.types.tuple { return v.unchecked(as: TupleObject.self).slots }
    if v.isKind(.list) && v.object.type == self.types.list && v != Value(list) { return v.unchecked(as: ListObject.self).slots }
    if v == Value(list) { return try self.list(copying: list.slots).unchecked(as: ListObject.self).slots }
    let iterator: Value
    do throws(Raised) {
      iterator = try self.iterator(of: v)
    } catch {
      if !matches(self.exception, self.types.typeError) { throw error }
      self.exception = .null
      if !isExtended { throw raise(.sliceFromOther) }
      throw raise(self.types.typeError, "must assign iterable to extended slice")
    }
    return try self.list(from: iterator).slots
  }

  /// `del list[k]` by layout (`list.__delitem__`).
  public func deleteListItem(_ list: Ref<ListObject>, _ k: Value) throws(Raised) {
    let nothing = Slots(base: list.slots.base, count: 0)
    if !k.isKind(.slice) {
      let i = try sequenceIndex(
        k, list.count, "list assignment index out of range", "list indices must be integers or slices, not %T")
      return try replace(list, i, i + 1, with: nothing)
    }
    var run = try sliceIndices(k.unchecked(), list.count)
    if run.step == 1 { return try replace(list, run.start, max(run.start, run.stop), with: nothing) }
    if run.count == 0 { return }
    if run.step < 0 {
      run.start = run.start &+ (run.count &- 1) &* run.step
      run.step = 0 &- run.step
    }
    var to = run.start
    var victims = 0
    for from in run.start..<list.count {
      if victims < run.count && from == run.start &+ victims &* run.step {
        victims &+= 1
      } else {
        list.items[to] = list.items[from]
        to &+= 1
      }
    }
    truncate(list, to: to)
  }
}
