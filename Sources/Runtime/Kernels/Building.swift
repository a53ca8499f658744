// The instructions that build containers and add to them.

// MARK: - Building

/// BUILD_TUPLE.
@inline(__always)
public func buildTuple(_ t: Thread, _ items: Slots) throws(Raised) -> Value { try t.tuple(copying: items) }

/// BUILD_LIST.
@inline(__always)
public func buildList(_ t: Thread, _ items: Slots) throws(Raised) -> Value { try t.list(copying: items) }

/// BUILD_SET: elements are added from the bottom up.
@inline(never)
public func buildSet(_ t: Thread, _ items: Slots) throws(Raised) -> Value {
  let set = try t.set()
  for i in 0..<items.count { try t.setAdd(set, items[i]) }
  return Value(set)
}

/// BUILD_MAP: keys and values in turn.
@inline(never)
public func buildMap(_ t: Thread, _ pairs: Slots) throws(Raised) -> Value {
  let dict = try t.dict()
  let count = pairs.count / 2
  try t.dictReserve(dict, count)
  for i in 0..<count { try t.dictSet(dict, pairs[2 &* i], pairs[2 &* i &+ 1]) }
  return Value(dict)
}

/// BUILD_CONST_KEY_MAP: the keys are a tuple constant.
@inline(never)
public func buildConstKeyMap(_ t: Thread, _ values: Slots, _ keys: Value) throws(Raised) -> Value {
  guard keys.isKind(.tuple), keys.unchecked(as: TupleObject.self).count == values.count else {
    throw t.raise(t.types.systemError, "bad BUILD_CONST_KEY_MAP keys argument")
  }
  let keys = keys.unchecked(as: TupleObject.self)
  let dict = try t.dict()
  try t.dictReserve(dict, values.count)
  for i in 0..<values.count { try t.dictSet(dict, keys.items[i], values[i]) }
  return Value(dict)
}

/// BUILD_STRING: joins strs.
@inline(never)
public func buildString(_ t: Thread, _ pieces: Slots) throws(Raised) -> Value {
  for i in 0..<pieces.count where !pieces[i].isKind(.str) { throw t.notJoinable(pieces[i], i) }
  return try t.strJoin(t.interpreter.emptyStr.unchecked(), pieces)
}

/// BUILD_SLICE; without a step it is None.
@inline(__always)
public func buildSlice(_ t: Thread, _ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Value {
  try t.slice(start, stop, step.isNull ? .none : step)
}

extension Thread {
  /// The strs of `pieces` with the text of `separator` between them.
  public func strJoin(_ separator: Ref<StrObject>, _ pieces: Slots) throws(Raised) -> Value {
    if pieces.count == 0 { return self.interpreter.emptyStr }
    if pieces.count == 1 && isExactStr(pieces[0]) { return pieces[0] }
    let gaps = pieces.count &- 1
    var width = gaps > 0 ? separator.width : 1
    var isASCII = gaps > 0 ? separator.isASCII : true
    var (count, overflow) = separator.count.multipliedReportingOverflow(by: gaps)
    for i in 0..<pieces.count {
      let piece = pieces[i].unchecked(as: StrObject.self)
      width = max(width, piece.width)
      isASCII = isASCII && piece.isASCII
      let (sum, carry) = count.addingReportingOverflow(piece.count)
      count = sum
      overflow = overflow || carry
    }
    if overflow { throw raiseMemoryError() }
    if count == 0 { return self.interpreter.emptyStr }
    let result = try newStr(count: count, width: Int(width), isASCII: isASCII)
    var at = 0
    for i in 0..<pieces.count {
      if i > 0 && separator.count > 0 {
        copyUnits(separator, to: result, at: at)
        at &+= separator.count
      }
      let piece = pieces[i].unchecked(as: StrObject.self)
      copyUnits(piece, to: result, at: at)
      at &+= piece.count
    }
    return count == 1 ? try str(codePoint: result.codePoint(0)) : Value(result)
  }

  public func notJoinable(_ v: Value, _ index: Int) -> Raised {
    raise(self.types.typeError, "sequence item %S: expected str instance, %T found", Value(small: index), v)
  }
}

// MARK: - Adding

/// LIST_APPEND.
@inline(__always)
public func appendToList(_ t: Thread, _ list: Value, _ value: Value) throws(Raised) {
  guard list.isKind(.list) else { throw t.wrongContainer() }
  try t.append(list.unchecked(), value)
}

/// SET_ADD.
@inline(never)
public func addToSet(_ t: Thread, _ set: Value, _ value: Value) throws(Raised) {
  guard set.isKind(.set) else { throw t.wrongContainer() }
  try t.setAdd(set.unchecked(), value)
}

/// MAP_ADD.
@inline(never)
public func addToMap(_ t: Thread, _ dict: Value, _ key: Value, _ value: Value) throws(Raised) {
  guard dict.isKind(.dict) else { throw t.wrongContainer() }
  try t.dictSet(dict.unchecked(), key, value)
}

/// LIST_EXTEND. TypeError ("Value after * must be an iterable, not int").
@inline(never)
public func extendList(_ t: Thread, _ list: Value, _ iterable: Value) throws(Raised) {
  guard list.isKind(.list) else { throw t.wrongContainer() }
  do throws(Raised) {
    try t.extend(list.unchecked(), iterable)
  } catch {
    if t.matches(t.exception, t.types.typeError) && t.lookupSpecial(iterable, .__iter__).isNull && !t.hasGetItem(iterable) {
      t.exception = .null
      throw t.raise(t.types.typeError, "Value after * must be an iterable, not %T", iterable)
    }
    throw error
  }
}

/// SET_UPDATE.
@inline(never)
public func updateSet(_ t: Thread, _ set: Value, _ iterable: Value) throws(Raised) {
  guard set.isKind(.set) else { throw t.wrongContainer() }
  try t.setUpdate(set.unchecked(), iterable)
}

/// DICT_UPDATE. TypeError ("'int' object is not a mapping").
@inline(never)
public func updateDict(_ t: Thread, _ dict: Value, _ mapping: Value) throws(Raised) {
  guard dict.isKind(.dict) else { throw t.wrongContainer() }
  do throws(Raised) {
    try t.dictUpdate(dict.unchecked(), mapping)
  } catch {
    if t.matches(t.exception, t.types.attributeError) {
      t.exception = .null
      throw t.raise(t.types.typeError, "'%T' object is not a mapping", mapping)
    }
    throw error
  }
}

/// DICT_MERGE: adds the keywords of `**mapping` for a call of `callable`. TypeError if it is no mapping, a key is no str or was given before.
@inline(never)
public func mergeKeywords(_ t: Thread, _ callable: Value, _ dict: Value, _ mapping: Value) throws(Raised) {
  guard dict.isKind(.dict) else { throw t.wrongContainer() }
  do throws(Raised) {
    try t.dictUpdate(dict.unchecked(), mapping, refusingDuplicates: true)
  } catch {
    throw t.keywordsError(callable, mapping, error)
  }
}

extension Thread {
  /// An instruction found something that no compiler puts there.
  @inline(never)
  func wrongContainer() -> Raised { raise(self.types.systemError, "bad argument to internal function") }

  /// What went wrong when the keywords of `mapping` were collected, in words about the callable.
  fileprivate func keywordsError(_ callable: Value, _ mapping: Value, _ token: Raised) -> Raised {
    let exception = self.exception
    if matches(exception, self.types.attributeError) {
      self.exception = .null
      return raiseAboutCallable(callable, "%S argument after ** must be a mapping, not %T", mapping)
    }
    if matches(exception, self.types.keyError), exception.isKind(.exception),
      !has(.lazyExceptions) || exception.unchecked(as: ExceptionObject.self).isUnseen
    {
      let args = exception.unchecked(as: ExceptionObject.self).args
      if args.isKind(.tuple), args.unchecked(as: TupleObject.self).count == 1 {
        self.exception = .null
        let key = args.unchecked(as: TupleObject.self).items[0]
        let isAboutType = !isStr(key) && has(.keywordsCheckedByCallee)
        return raiseAboutCallable(
          callable, isAboutType ? "%S keywords must be strings" : "%S got multiple values for keyword argument '%S'", key)
      }
    }
    return token
  }

  private func raiseAboutCallable(_ callable: Value, _ template: StaticString, _ argument: Value) -> Raised {
    do throws(Raised) {
      return raise(self.types.typeError, template, try functionText(callable), argument)
    } catch {
      return error
    }
  }
}

// MARK: - Displays and calls with stars (3.8)

/// BUILD_LIST_UNPACK
@inline(never)
func buildListOfItems(_ t: Thread, _ iterables: Slots) throws(Raised) -> Value {
  let list = try t.list()
  for i in 0..<iterables.count { try t.extend(list, iterables[i]) }
  return Value(list)
}

/// BUILD_TUPLE_UNPACK
@inline(never)
func buildTupleOfItems(_ t: Thread, _ iterables: Slots) throws(Raised) -> Value {
  try t.tuple(copying: try buildListOfItems(t, iterables).unchecked(as: ListObject.self).slots)
}

/// BUILD_TUPLE_UNPACK_WITH_CALL
@inline(never)
func buildTupleOfArguments(_ t: Thread, _ callable: Value, _ iterables: Slots) throws(Raised) -> Value {
  let list = try t.list()
  for i in 0..<iterables.count {
    let items: Ref<TupleObject> = try t.unpackPositional(callable, iterables[i]).unchecked()
    for k in 0..<items.count { try t.append(list, items.items[k]) }
  }
  return try t.tuple(copying: list.slots)
}

/// BUILD_SET_UNPACK
@inline(never)
func buildSetOfItems(_ t: Thread, _ iterables: Slots) throws(Raised) -> Value {
  let set = try t.set()
  for i in 0..<iterables.count { try t.setUpdate(set, iterables[i]) }
  return Value(set)
}

/// BUILD_MAP_UNPACK
@inline(never)
func buildMapOfItems(_ t: Thread, _ mappings: Slots) throws(Raised) -> Value {
  let dict = Value(try t.dict())
  for i in 0..<mappings.count { try updateDict(t, dict, mappings[i]) }
  return dict
}

/// BUILD_MAP_UNPACK_WITH_CALL
@inline(never)
func buildMapOfKeywords(_ t: Thread, _ callable: Value, _ mappings: Slots) throws(Raised) -> Value {
  let dict = Value(try t.dict())
  for i in 0..<mappings.count { try mergeKeywords(t, callable, dict, mappings[i]) }
  return dict
}

// MARK: - Merging mappings

extension Thread {
  /// `d.update(mapping)` for something with `keys()` (not for pairs). With `refusingDuplicates`, a key that `d` already has raises KeyError.
  public func dictUpdate(_ d: Ref<DictObject>, _ mapping: Value, refusingDuplicates: Bool = false) throws(Raised) {
    if mapping.isKind(.dict) && iteratesAsDict(mapping) {
      if !refusingDuplicates { return try dictMergeAll(d, mapping.unchecked()) }
      var position = 0
      while let entry = dictNext(mapping.unchecked(), &position) {
        if try dictFind(d, entry.key, entry.hash) >= 0 { throw keyError(entry.key) }
        try dictSet(d, entry.key, entry.value, hash: entry.hash)
      }
      return
    }
    let keys = try mappingKeys(mapping)
    for i in 0..<keys.count {
      let key = keys.items[i]
      if refusingDuplicates, try dictFind(d, key, try keyHash(key)) >= 0 { throw keyError(key) }
      try dictSet(d, key, try getItem(mapping, key))
    }
  }

  /// What `mapping.keys()` gives, all at once (CPython: `PyMapping_Keys`).
  private func mappingKeys(_ mapping: Value) throws(Raised) -> Ref<ListObject> {
    let keys = try callMethod(mapping, .keys)
    let iterator: Value
    do throws(Raised) {
      iterator = try self.iterator(of: keys)
    } catch {
      guard matches(self.exception, self.types.typeError) else { throw error }
      self.exception = .null
      throw raise(self.types.typeError, "%T.keys() returned a non-iterable (type %T)", mapping, keys)
    }
    return try list(from: iterator)
  }

  /// Whether a dict or an instance of a subclass iterates over its keys as dict does.
  private func iteratesAsDict(_ v: Value) -> Bool {
    let type = v.object.type
    return type == self.types.dict || lookup(type, .__iter__) == lookup(self.types.dict, .__iter__)
  }
}

extension Thread {
  /// `d.update(v)` for a mapping (it has `keys()`) or an iterable of pairs.
  public func dictUpdate(_ d: Ref<DictObject>, fromAny v: Value) throws(Raised) {
    if v.isKind(.dict) && v.object.type == self.types.dict { return try dictMergeAll(d, v.unchecked()) }
    if try !getAttributeOrNull(v, .keys).isNull { return try dictUpdate(d, v) }
    let iterator = try iterator(of: v)
    var index = 0
    while true {
      let item = try next(iterator)
      if item.isNull { return }
      try addPair(d, item, index)
      index += 1
    }
  }

  /// Sets the key and value of item number `index` of an update sequence.
  private func addPair(_ d: Ref<DictObject>, _ item: Value, _ index: Int) throws(Raised) {
    let pair: Slots
    if item.isKind(.tuple) && item.object.type == self.types.tuple {
      pair = item.unchecked(as: TupleObject.self).slots
    } else {
      do throws(Raised) {
        pair = try list(from: item).slots
      } catch {
        if matches(self.exception, self.types.typeError) {
          self.exception = .null
          throw raise(.pairNotIterable, Value(small: index))
        }
        throw error
      }
    }
    guard pair.count == 2 else {
      throw raise(
        self.types.valueError, "dictionary update sequence element #%S has length %S; 2 is required", Value(small: index),
        Value(small: pair.count))
    }
    try dictSet(d, pair[0], pair[1])
  }
}
