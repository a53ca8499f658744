// Lengths and membership: `len(v)`, `v in o`.

// MARK: - Length

extension Thread {
  /// `len(v)`. TypeError ("object of type 'int' has no len()").
  @inlinable @inline(__always)
  public func length(_ v: Value) throws(Raised) -> Int {
    if v.isObject {
      if v.object.type == self.types.list { return v.unchecked(as: ListObject.self).count }
      if v.object.type == self.types.str { return v.unchecked(as: StrObject.self).count }
      if v.object.type == self.types.tuple { return v.unchecked(as: TupleObject.self).count }
    }
    return try lengthSlow(v)
  }

  @inline(never)
  public func lengthSlow(_ v: Value) throws(Raised) -> Int {
    let type = typeOf(v)
    let count = builtinLength(v)
    if count >= 0 && type.flags.contains(.heap) == false { return count }
    let method = lookupSpecial(v, .__len__)
    if method.isNull { throw raise(self.types.typeError, "object of type '%T' has no len()", v) }
    let result = try callSpecial(method, v)
    return try checkedLength(result)
  }

  /// The result of `__len__` as a size.
  private func checkedLength(_ result: Value) throws(Raised) -> Int {
    if result.isSmallInt && result.smallInt >= 0 { return result.smallInt }
    let n = try asIndexObject(result)
    if try isLess(n, Value(small: 0)) { throw raise(self.types.valueError, "__len__() should return >= 0") }
    return try asIndex(n)
  }

  /// The number of items that the layout of `v` holds, whatever its type overrides; -1 if it is no sized builtin.
  public func builtinLength(_ v: Value) -> Int {
    switch v.kind {
    case .list: v.unchecked(as: ListObject.self).count
    case .tuple: v.unchecked(as: TupleObject.self).count
    case .str: v.unchecked(as: StrObject.self).count
    case .dict: v.unchecked(as: DictObject.self).count
    case .set, .frozenset: v.unchecked(as: SetObject.self).count
    case .bytes: v.unchecked(as: BytesObject.self).count
    case .bytearray: v.unchecked(as: ByteArrayObject.self).count
    default: -1
    }
  }

  /// `operator.length_hint(v, fallback)`: an estimate of the number of items.
  public func lengthHint(_ v: Value, _ fallback: Int) throws(Raised) -> Int {
    let count = builtinLength(v)
    if count >= 0 && !v.object.type.flags.contains(.heap) { return count }
    if !lookupSpecial(v, .__len__).isNull {
      do throws(Raised) {
        return try length(v)
      } catch {
        if !matches(self.exception, self.types.typeError) { throw error }
        self.exception = .null
      }
    }
    return try askLengthHint(v, fallback)
  }

  private func askLengthHint(_ v: Value, _ fallback: Int) throws(Raised) -> Int {
    let method = lookupSpecial(v, .__length_hint__)
    if method.isNull { return fallback }
    let result: Value
    do throws(Raised) {
      result = try callSpecial(method, v)
    } catch {
      if !matches(self.exception, self.types.typeError) { throw error }
      self.exception = .null
      return fallback
    }
    if result == .notImplemented { return fallback }
    guard isInt(result) else {
      throw raise(self.types.typeError, "__length_hint__ must be an integer, not %T", result)
    }
    guard let hint = IntOperand(result).asInt else {
      throw raise(self.types.overflowError, "Python int too large to convert to C ssize_t")
    }
    if hint < 0 { throw raise(self.types.valueError, "__length_hint__() should return >= 0") }
    return hint
  }

  /// Whether `v` is an int or a bool or an instance of a subclass of int.
  public func isInt(_ v: Value) -> Bool { v.isSmallInt || v.isBool || v.isKind(.int) }
}

// MARK: - Membership

/// CONTAINS_OP.
@inline(__always)
public func contains(_ t: Thread, _ inverted: Int, _ item: Value, _ container: Value) throws(Raised) -> Value {
  Value(try t.contains(container, item) != (inverted != 0))
}

extension Thread {
  /// `v in o`.
  public func contains(_ o: Value, _ v: Value) throws(Raised) -> Bool {
    guard o.isObject else { return try containsSlow(o, v) }
    let type = o.object.type
    switch o.object.kind {
    case .dict where type == self.types.dict: return try dictFind(o.unchecked(), v, try keyHash(v)) >= 0
    case .set where type == self.types.set, .frozenset where type == self.types.frozenset: return try setHas(o.unchecked(), v)
    case .list where type == self.types.list: return try listHas(o.unchecked(), v)
    case .tuple where type == self.types.tuple: return try tupleHas(o.unchecked(), v)
    case .str where type == self.types.str && isStr(v): return strFind(o.unchecked(), v.unchecked(), 0, Int.max) >= 0
    default: return try containsSlow(o, v)
    }
  }

  /// `__contains__`, else a search by iterating.
  @inline(never)
  private func containsSlow(_ o: Value, _ v: Value) throws(Raised) -> Bool {
    let method = lookupSpecial(o, .__contains__)
    if method.isNone { throw raise(self.types.typeError, "'%T' object is not a container", o) }
    if !method.isNull { return try truth(try callSpecial(method, o, v)) }
    if lookupSpecial(o, .__iter__).isNull && !hasGetItem(o) {
      throw raise(.notAContainer, o)
    }
    let iterator: Value
    do throws(Raised) {
      iterator = try self.iterator(of: o)
    } catch {
      if !matches(self.exception, self.types.typeError) { throw error }
      self.exception = .null
      throw raise(.notAContainer, o)
    }
    while true {
      let item = try next(iterator)
      if item.isNull { return false }
      if try itemEquals(item, v) { return true }
    }
  }

  @inlinable public func isStr(_ v: Value) -> Bool { v.isKind(.str) }

  public func listHas(_ list: Ref<ListObject>, _ v: Value) throws(Raised) -> Bool {
    guard has(.containsAsksElement) else { return try listIndex(list, v, 0, Int.max) >= 0 }
    var i = 0
    while i < list.count {
      if try itemEquals(v, list.items[i]) { return true }
      i += 1
      if i & 0xFFFF == 0 { try pollNative() }
    }
    return false
  }

  public func tupleHas(_ tuple: Ref<TupleObject>, _ v: Value) throws(Raised) -> Bool {
    for i in 0..<tuple.count {
      if try has(.containsAsksElement) ? itemEquals(v, tuple.items[i]) : itemEquals(tuple.items[i], v) { return true }
    }
    return false
  }

  /// Index of the first item equal to `v` in `start ..< end` (clamped to the list as it is), -1 = none.
  public func listIndex(_ list: Ref<ListObject>, _ v: Value, _ start: Int, _ end: Int) throws(Raised) -> Int {
    var i = start
    while i < end && i < list.count {
      if try itemEquals(list.items[i], v) { return i }
      i &+= 1
    }
    return -1
  }

  /// Identity or equality, quick for strs and ints.
  @inline(__always)
  public func itemEquals(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if a == b { return true }
    if Value.bothSmallInts(a, b) { return false }
    if isExactStr(a) && isExactStr(b) { return strEquals(a, b) }
    return try equals(a, b)
  }

  /// Membership in a set; a set that is looked for stands for the frozenset with its elements.
  public func setHas(_ s: Ref<SetObject>, _ v: Value) throws(Raised) -> Bool { try setFind(s, v, try setKeyHash(v)) >= 0 }

  /// The hash to look for `v` in a set with: sets, although unhashable, are looked for as the equal frozenset.
  public func setKeyHash(_ v: Value) throws(Raised) -> Int {
    do throws(Raised) {
      return try elementHash(v)
    } catch {
      guard v.isKind(.set), matches(self.exception, self.types.typeError) else { throw error }
      self.exception = .null
      let set = v.unchecked(as: SetObject.self)
      set.hash = -1
      let hash = hashOfFrozenSet(set)
      set.hash = -1
      return hash
    }
  }
}
