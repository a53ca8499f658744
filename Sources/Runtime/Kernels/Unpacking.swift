// UNPACK_SEQUENCE and UNPACK_EX. Outputs go bottom to top, the first target on top of the stack.

/// UNPACK_SEQUENCE.
@inline(__always)
public func unpackSequence(_ t: Thread, _ sequence: Value, _ into: Slots) throws(Raised) {
  let count = into.count
  if sequence.isObject {
    if sequence.object.type == t.types.tuple {
      let tuple = sequence.unchecked(as: TupleObject.self)
      if tuple.count == count {
        for i in 0..<count { into[count &- 1 &- i] = tuple.items[i] }
        return
      }
    } else if sequence.object.type == t.types.list {
      let list = sequence.unchecked(as: ListObject.self)
      if list.count == count {
        for i in 0..<count { into[count &- 1 &- i] = list.items[i] }
        return
      }
    }
  }
  try t.unpackIterable(sequence, into)
}

/// UNPACK_EX: `before` targets, a list with the middle, `after` targets.
@inline(never)
public func unpackExtended(_ t: Thread, _ before: Int, _ after: Int, _ sequence: Value, _ into: Slots) throws(Raised) {
  let iterator = try t.iteratorToUnpack(sequence)
  let heads = try t.list()
  while heads.count < before {
    let item = try t.next(iterator)
    if item.isNull { throw t.tooFew(heads.count, atLeast: before + after) }
    try t.append(heads, item)
  }
  // The iterator is asked for its own iterator, as list() does.
  let rest = try t.list(from: iterator)
  let count = rest.count - after
  if count < 0 { throw t.tooFew(before + rest.count, atLeast: before + after) }
  let middle = try t.list(copying: Slots(base: rest.slots.base, count: count))
  let total = into.count
  for i in 0..<before { into[total - 1 - i] = heads.items[i] }
  into[total - 1 - before] = middle
  for i in 0..<after { into[after - 1 - i] = rest.items[count + i] }
}

extension Thread {
  fileprivate func tooFew(_ found: Int, atLeast expected: Int) -> Raised {
    raise(
      self.types.valueError, "not enough values to unpack (expected at least %S, got %S)", Value(small: expected), Value(small: found))
  }

  /// The size of a list, tuple or dict is known, so some levels tell it.
  private func tooMany(_ v: Value, expected: Int) -> Raised {
    let expected = Value(small: expected)
    switch v.kind {
    case .list where v.object.type == self.types.list: return raise(.tooManyToUnpack, expected, Value(small: v.unchecked(as: ListObject.self).count))
    case .tuple where v.object.type == self.types.tuple: return raise(.tooManyToUnpack, expected, Value(small: v.unchecked(as: TupleObject.self).count))
    case .dict where v.object.type == self.types.dict: return raise(.tooManyToUnpack, expected, Value(small: v.unchecked(as: DictObject.self).count))
    default: return raise(self.types.valueError, "too many values to unpack (expected %S)", expected)
    }
  }

  /// `iter(v)` for an assignment. TypeError ("cannot unpack non-iterable int object").
  fileprivate func iteratorToUnpack(_ v: Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try iterator(of: v)
    } catch {
      if matches(self.exception, self.types.typeError) && lookupSpecial(v, .__iter__).isNull && !hasGetItem(v) {
        self.exception = .null
        throw raise(self.types.typeError, "cannot unpack non-iterable %T object", v)
      }
      throw error
    }
  }

  /// Any iterable of exactly `into.count` items. ValueError if there are more or fewer.
  @inline(never)
  fileprivate func unpackIterable(_ v: Value, _ into: Slots) throws(Raised) {
    let count = into.count
    let iterator = try iteratorToUnpack(v)
    let items = try list()
    try reserve(items, count)
    for got in 0..<count {
      let item = try next(iterator)
      if item.isNull {
        throw raise(
          self.types.valueError, "not enough values to unpack (expected %S, got %S)", Value(small: count), Value(small: got))
      }
      try append(items, item)
    }
    if try !next(iterator).isNull {
      throw tooMany(v, expected: count)
    }
    for i in 0..<count { into[count &- 1 &- i] = items.items[i] }
  }
}
