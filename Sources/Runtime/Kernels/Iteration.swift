// The iteration protocol: GET_ITER, FOR_ITER and what native code iterates with.

// MARK: - Next

/// FOR_ITER: the next item, null when the iterator is exhausted (StopIteration is swallowed).
@inline(__always)
public func nextItem(_ t: Thread, _ iterator: Value) throws(Raised) -> Value {
  let item = nextItemFast(iterator)
  return item.isNull ? try t.nextSlow(iterator) : item
}

/// The next item of a list, tuple or range iterator, without anything that can raise; null = ask `Thread.nextSlow`.
@inlinable @inline(__always)
public func nextItemFast(_ iterator: Value) -> Value {
  guard iterator.isObject else { return .null }
  switch iterator.object.kind {
  case .rangeIterator:
    let it = iterator.unchecked(as: RangeIteratorObject.self)
    let left = it.left
    if left <= 0 { return .null }
    let n = it.next
    it.left = left &- 1
    it.next = n &+ it.step
    return Value(small: n)
  case .listIterator:
    let it = iterator.unchecked(as: IndexIteratorObject.self)
    let list = it.sequence.unchecked(as: ListObject.self)
    let index = it.index
    if index >= list.count { return .null }
    it.index = index &+ 1
    return list.items[index]
  case .tupleIterator:
    let it = iterator.unchecked(as: IndexIteratorObject.self)
    let tuple = it.sequence.unchecked(as: TupleObject.self)
    let index = it.index
    if index >= tuple.count { return .null }
    it.index = index &+ 1
    return tuple.items[index]
  case .dictIterator:
    let it = iterator.unchecked(as: DictIteratorObject.self)
    let dict = it.dict
    let position = it.position
    if position >= dict.used || dict.count != it.size || it.left == 0 || it.header.small > DictIteration.values.rawValue { return .null }
    let entry = dict.entryBase + position
    if entry.pointee.key.isNull { return .null }
    it.position = position &+ 1
    it.left &-= 1
    return it.header.small == DictIteration.keys.rawValue ? entry.pointee.key : entry.pointee.value
  default:
    return .null
  }
}

extension Thread {
  /// The next item of any iterator, null when it is exhausted (StopIteration is swallowed). TypeError ("'int' object is not an iterator").
  @inlinable @inline(__always)
  public func next(_ iterator: Value) throws(Raised) -> Value {
    // Native loops over endless iterators come through here.
    try pollNative()
    let item = nextItemFast(iterator)
    return item.isNull ? try nextSlow(iterator) : item
  }

  @inline(never)
  public func nextSlow(_ iterator: Value) throws(Raised) -> Value {
    guard iterator.isObject else { throw raise(self.types.typeError, "'%T' object is not an iterator", iterator) }
    switch iterator.object.kind {
    case .rangeIterator: return .null
    case .listIterator, .tupleIterator:
      iterator.unchecked(as: IndexIteratorObject.self).index = Int.max
      return .null
    case .strIterator: return try nextCharacter(iterator.unchecked())
    case .dictIterator: return try nextOfDict(iterator.unchecked())
    case .setIterator: return try nextOfSet(iterator.unchecked())
    case .generator: return try nextOfGenerator(iterator)
    default: return try nextOfRecord(iterator)
    }
  }

  @inline(__always)
  private func nextCharacter(_ it: Ref<IndexIteratorObject>) throws(Raised) -> Value {
    let s = it.sequence.unchecked(as: StrObject.self)
    if it.index >= s.count {
      it.index = Int.max
      return .null
    }
    let character = try str(codePoint: s.codePoint(it.index))
    it.index &+= 1
    return character
  }

  private func nextOfDict(_ it: Ref<DictIteratorObject>) throws(Raised) -> Value {
    let dict = it.dict
    if it.header.small & DictIteration.reversed != 0 { return try previousOfDict(it) }
    if it.position == Int.max { return .null }
    if dict.count != it.size { throw changedSize(it, "dictionary changed size during iteration") }
    while it.position < dict.used {
      let entry = dict.entryBase[it.position]
      if !entry.key.isNull {
        if it.left == 0 { throw changedSize(it, "dictionary keys changed during iteration") }
        let item = try dictItem(it, entry)
        it.position &+= 1
        it.left &-= 1
        return item
      }
      it.position &+= 1
    }
    it.position = Int.max
    it.left = 0
    return .null
  }

  private func previousOfDict(_ it: Ref<DictIteratorObject>) throws(Raised) -> Value {
    let dict = it.dict
    if it.position < 0 { return .null }
    if dict.count != it.size { throw changedSize(it, "dictionary changed size during iteration") }
    it.position = min(it.position, dict.used &- 1)
    while it.position >= 0 {
      let entry = dict.entryBase[it.position]
      if !entry.key.isNull {
        let item = try dictItem(it, entry)
        it.position &-= 1
        it.left &-= 1
        return item
      }
      it.position &-= 1
    }
    it.left = 0
    return .null
  }

  private func changedSize(_ it: Ref<DictIteratorObject>, _ message: StaticString) -> Raised {
    it.size = -1
    it.left = 0
    return raise(self.types.runtimeError, message)
  }

  private func dictItem(_ it: Ref<DictIteratorObject>, _ entry: DictEntry) throws(Raised) -> Value {
    switch it.header.small & ~DictIteration.reversed {
    case DictIteration.keys.rawValue: entry.key
    case DictIteration.values.rawValue: entry.value
    default: try tuple(entry.key, entry.value)
    }
  }

  private func nextOfSet(_ it: Ref<SetIteratorObject>) throws(Raised) -> Value {
    let set = it.set
    if it.position == Int.max { return .null }
    if set.count != it.size {
      it.size = -1
      it.left = 0
      throw raise(self.types.runtimeError, "Set changed size during iteration")
    }
    while it.position <= set.mask {
      let key = set.entries[it.position].key
      it.position &+= 1
      if !key.isNull {
        it.left &-= 1
        return key
      }
    }
    it.position = Int.max
    it.left = 0
    return .null
  }

  /// The iterators without a kind of their own, by their exact type; then everything that has `__next__`.
  @inline(never)
  private func nextOfRecord(_ iterator: Value) throws(Raised) -> Value {
    let type = iterator.object.type
    let types = self.types
    if type == types.bytesIterator || type == types.bytearrayIterator { return nextByte(iterator.unchecked()) }
    // Iterators over iterators.
    try enterRecursive()
    defer { leaveRecursive() }
    if type == types.enumerate { return try nextOfEnumerate(iterator.unchecked()) }
    if type == types.zip { return try nextOfZip(iterator.unchecked()) }
    // StopIteration that the function raises ends the iteration too.
    if type == types.map { return try stoppingAtStopIteration { t throws(Raised) in try t.nextOfMap(iterator.unchecked()) } }
    if type == types.filter { return try stoppingAtStopIteration { t throws(Raised) in try t.nextOfFilter(iterator.unchecked()) } }
    if type == types.reversed { return try nextOfReversed(iterator.unchecked()) }
    if type == types.listReverseIterator { return nextOfListReverse(iterator.unchecked()) }
    if type == types.rangeIterator { return try nextOfRange(iterator.unchecked()) }
    if type == types.longRangeIterator { return try nextOfLongRange(iterator.unchecked()) }
    if type == types.sequenceIterator { return try nextOfSequence(iterator.unchecked()) }
    if type == types.callableIterator { return try nextOfCallable(iterator.unchecked()) }
    let method = lookupSpecial(iterator, .__next__)
    // Its class lost it: `iter` looked for it.
    if method.isNull { throw raise(types.typeError, "'%T' object is not iterable", iterator) }
    return try stoppingAtStopIteration { t throws(Raised) in try t.callSpecial(method, iterator) }
  }

  /// The result of `body`, null if it raised StopIteration.
  @inline(__always)
  func stoppingAtStopIteration(_ body: (Thread) throws(Raised) -> Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try body(self)
    } catch {
      if matches(self.exception, self.types.stopIteration) {
        self.exception = .null
        return .null
      }
      throw error
    }
  }
}

// MARK: - Iterators of builtin functions and rarer containers

extension Thread {
  func nextOfListReverse(_ it: Ref<IndexIteratorObject>) -> Value {
    let list = it.sequence.unchecked(as: ListObject.self)
    let index = it.index
    if index < 0 || index >= list.count {
      it.index = -1
      return .null
    }
    it.index = index &- 1
    return list.items[index]
  }

  func nextByte(_ it: Ref<IndexIteratorObject>) -> Value {
    let v = it.sequence
    let byte: UInt8
    if v.isKind(.bytes) {
      let b = v.unchecked(as: BytesObject.self)
      if it.index >= b.count {
        it.index = Int.max
        return .null
      }
      byte = b.bytes[it.index]
    } else {
      let b = v.unchecked(as: ByteArrayObject.self)
      if it.index >= b.count {
        it.index = Int.max
        return .null
      }
      byte = b.bytes[it.index]
    }
    it.index &+= 1
    return Value(small: Int(byte))
  }

  func nextOfRange(_ it: Ref<RangeIteratorObject>) throws(Raised) -> Value {
    if it.left <= 0 { return .null }
    let n = it.next
    it.left &-= 1
    it.next = n &+ it.step
    return try int(n)
  }

  func nextOfLongRange(_ it: Ref<LongRangeIteratorObject>) throws(Raised) -> Value {
    let zero = Value(small: 0)
    if try !isLess(zero, it.left) { return .null }
    let n = it.next
    it.left = try binary(.subtract, it.left, Value(small: 1))
    it.next = try binary(.add, n, it.step)
    return n
  }

  func nextOfSequence(_ it: Ref<IndexIteratorObject>) throws(Raised) -> Value {
    if it.index == Int.max { return .null }
    do throws(Raised) {
      let item = try getItem(it.sequence, try int(it.index))
      it.index &+= 1
      return item
    } catch {
      if matches(self.exception, self.types.indexError) || matches(self.exception, self.types.stopIteration) {
        self.exception = .null
        it.index = Int.max
        return .null
      }
      throw error
    }
  }

  func nextOfCallable(_ it: Ref<CallableIteratorObject>) throws(Raised) -> Value {
    if it.callable.isNull { return .null }
    let result = try stoppingAtStopIteration { t throws(Raised) in try t.call(it.callable) }
    if result.isNull {
      it.callable = .null
      return .null
    }
    if it.callable.isNull { return .null }
    if try equals(it.sentinel, result) {
      it.callable = .null
      return .null
    }
    return result
  }

  public func nextOfEnumerate(_ it: Ref<EnumerateObject>) throws(Raised) -> Value {
    let item = try next(it.iterator)
    if item.isNull { return .null }
    let index = it.index
    it.index = index.isSmallInt && Value.fitsSmallInt(index.smallInt &+ 1)
      ? Value(small: index.smallInt &+ 1) : try binary(.add, index, Value(small: 1))
    return try tuple(index, item)
  }

  public func nextOfZip(_ it: Ref<ZipObject>) throws(Raised) -> Value {
    let count = it.iterators.count
    if count == 0 { return .null }
    let result = try tuple(count: count)
    for i in 0..<count {
      let item = try next(it.iterators.items[i])
      if item.isNull {
        if it.strict { try checkEnded(it.iterators, at: i, "zip") }
        return .null
      }
      result.items[i] = item
    }
    return Value(result)
  }

  /// `zip(strict=True)`, or map, when argument `i` is exhausted: ValueError unless all are.
  private func checkEnded(_ iterators: Ref<TupleObject>, at i: Int, _ function: StaticString) throws(Raised) {
    let name = try str(function)
    if i > 0 {
      throw raise(
        self.types.valueError, i == 1 ? "%S() argument %S is shorter than argument %S" : "%S() argument %S is shorter than arguments 1-%S", name,
        Value(small: i + 1), Value(small: i))
    }
    for k in 1..<max(iterators.count, 1) where try !next(iterators.items[k]).isNull {
      throw raise(
        self.types.valueError, k == 1 ? "%S() argument %S is longer than argument %S" : "%S() argument %S is longer than arguments 1-%S", name,
        Value(small: k + 1), Value(small: k))
    }
  }

  public func nextOfMap(_ it: Ref<MapObject>) throws(Raised) -> Value {
    let iterators = it.iterators.unchecked(as: TupleObject.self)
    let count = iterators.count
    let first = try next(iterators.items[0])
    if first.isNull {
      if it.strict { try checkEnded(iterators, at: 0, "map") }
      return .null
    }
    if count == 1 { return try call(it.function, first) }
    let arguments = try tuple(count: count)
    arguments.items[0] = first
    for i in 1..<count {
      let item = try next(iterators.items[i])
      if item.isNull {
        if it.strict { try checkEnded(iterators, at: i, "map") }
        return .null
      }
      arguments.items[i] = item
    }
    return try call(it.function, arguments: arguments.slots, keywordNames: .null)
  }

  public func nextOfFilter(_ it: Ref<MapObject>) throws(Raised) -> Value {
    while true {
      let item = try next(it.iterators)
      if item.isNull { return .null }
      let wanted = it.function.isNone || it.function == Value(self.types.bool) ? try truth(item) : try truth(try call(it.function, item))
      if wanted { return item }
    }
  }

  public func nextOfReversed(_ it: Ref<IndexIteratorObject>) throws(Raised) -> Value {
    if it.index < 0 { return .null }
    do throws(Raised) {
      let item = try getItem(it.sequence, try int(it.index))
      it.index &-= 1
      return item
    } catch {
      it.index = -1
      if matches(self.exception, self.types.indexError) || matches(self.exception, self.types.stopIteration) {
        self.exception = .null
        return .null
      }
      throw error
    }
  }
}

// MARK: - Making iterators

extension Thread {
  /// `iter(v)`. TypeError ("'int' object is not iterable").
  public func iterator(of v: Value) throws(Raised) -> Value {
    guard v.isObject else { throw notIterable(v) }
    let type = v.object.type
    switch v.object.kind {
    case .list where type == self.types.list: return try indexIterator(v, self.types.listIterator, .listIterator)
    case .tuple where type == self.types.tuple: return try indexIterator(v, self.types.tupleIterator, .tupleIterator)
    case .range: return try rangeIterator(v.unchecked())
    case .dict where type == self.types.dict: return try dictIterator(v.unchecked(), .keys, self.types.dictKeyIterator)
    case .str where type == self.types.str: return try strIterator(v)
    case .set where type == self.types.set, .frozenset where type == self.types.frozenset: return try setIterator(v.unchecked())
    case .generator, .listIterator, .tupleIterator, .strIterator, .rangeIterator, .dictIterator, .setIterator: return v
    default: return try iteratorSlow(v)
    }
  }

  @inline(never)
  private func iteratorSlow(_ v: Value) throws(Raised) -> Value {
    let method = lookupSpecial(v, .__iter__)
    if method.isNull {
      if hasGetItem(v) {
        let it = try allocate(IndexIteratorObject.self, kind: .record, type: self.types.sequenceIterator, tracedWords: 1)
        it.sequence = v
        return Value(it)
      }
      throw notIterable(v)
    }
    if method.isNone { throw notIterable(v) }
    let iterator = try callSpecial(method, v)
    if lookupSpecial(iterator, .__next__).isNull {
      throw raise(self.types.typeError, "iter() returned non-iterator of type '%T'", iterator)
    }
    return iterator
  }

  /// Whether the type makes a sequence by `__getitem__` alone (not a dict).
  public func hasGetItem(_ v: Value) -> Bool {
    let type = typeOf(v)
    // Of the native types, aliases have subscripts of another sort.
    if v.isKind(.dict) || type == self.types.unionType || type == self.types.genericAlias { return false }
    return !lookupSpecial(v, .__getitem__).isNull
  }

  @inline(never)
  func notIterable(_ v: Value) -> Raised { raise(self.types.typeError, "'%T' object is not iterable", v) }

  /// An iterator that goes through `v` by index.
  @inline(__always)
  public func indexIterator(_ v: Value, _ type: Ref<TypeObject>, _ kind: Kind = .record, from index: Int = 0) throws(Raised) -> Value {
    let it = try allocate(IndexIteratorObject.self, kind: kind, type: type, tracedWords: 1)
    it.sequence = v
    it.index = index
    return Value(it)
  }

  public func strIterator(_ v: Value) throws(Raised) -> Value {
    let isASCII = v.unchecked(as: StrObject.self).isASCII
    return try indexIterator(v, isASCII && v.object.type == self.types.str && has(.asciiIterator) ? self.types.strASCIIIterator : self.types.strIterator, .strIterator)
  }

  public func dictIterator(_ d: Ref<DictObject>, _ what: DictIteration, _ type: Ref<TypeObject>, reversed: Bool = false) throws(Raised) -> Value {
    let it = try allocate(DictIteratorObject.self, kind: .dictIterator, type: type, tracedWords: 1, small: Int(what.rawValue | (reversed ? DictIteration.reversed : 0)))
    it.dict = d
    it.size = d.count
    it.left = d.count
    it.position = reversed ? d.used &- 1 : 0
    return Value(it)
  }

  public func setIterator(_ s: Ref<SetObject>) throws(Raised) -> Value {
    let it = try allocate(SetIteratorObject.self, kind: .setIterator, type: self.types.setIterator, tracedWords: 1)
    it.set = s
    it.size = s.count
    it.left = s.count
    return Value(it)
  }

  public func rangeIterator(_ r: Ref<RangeObject>) throws(Raised) -> Value {
    if r.start.isSmallInt && r.stop.isSmallInt && r.step.isSmallInt && r.length.isSmallInt {
      return try rangeIterator(start: r.start.smallInt, step: r.step.smallInt, count: r.length.smallInt)
    }
    if let start = IntOperand(r.start).asInt, IntOperand(r.stop).asInt != nil, let step = IntOperand(r.step).asInt,
      let count = IntOperand(r.length).asInt {
      let it = try allocate(RangeIteratorObject.self, kind: .record, type: self.types.rangeIterator, tracedWords: 0)
      it.next = start
      it.step = step
      it.left = count
      it.count = count
      return Value(it)
    }
    let it = try allocate(LongRangeIteratorObject.self, kind: .record, type: self.types.longRangeIterator, tracedWords: 4)
    it.next = r.start
    it.step = r.step
    it.left = r.length
    it.count = r.length
    return Value(it)
  }

  /// `count` numbers from `start` on, all of them unboxed ints.
  public func rangeIterator(start: Int, step: Int, count: Int) throws(Raised) -> Value {
    let it = try allocate(RangeIteratorObject.self, kind: .rangeIterator, type: self.types.rangeIterator, tracedWords: 0)
    it.next = start
    it.step = step
    it.left = count
    it.count = count
    return Value(it)
  }

  /// Runs `body` for each item of an iterable until it returns false.
  @inline(__always)
  public func iterate(_ v: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    let iterator = try iterator(of: v)
    while true {
      let item = try next(iterator)
      if item.isNull { return }
      try body(item)
    }
  }
}

/// GET_ITER.
@inline(__always)
public func getIterator(_ t: Thread, _ iterable: Value) throws(Raised) -> Value { try t.iterator(of: iterable) }
