// The call functions for native code everywhere.

extension Thread {
  /// Calls `f` with all of `arguments`; the last `keywordNames.count` of them are keyword arguments (`keywordNames`: a tuple of strs, or null).
  public func call(_ f: Value, arguments: Slots, keywordNames: Value) throws(Raised) -> Value {
    try invoke(f, Arguments(arguments, names: keywordNames))
  }

  public func call(_ f: Value) throws(Raised) -> Value { try invoke(f, Arguments(Slots(base: self.stackTop, count: 0))) }

  public func call(_ f: Value, _ a: Value) throws(Raised) -> Value { try call(f, (a, .null, .null, .null), count: 1) }

  public func call(_ f: Value, _ a: Value, _ b: Value) throws(Raised) -> Value { try call(f, (a, b, .null, .null), count: 2) }

  public func call(_ f: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value { try call(f, (a, b, c, .null), count: 3) }

  public func call(_ f: Value, _ a: Value, _ b: Value, _ c: Value, _ d: Value) throws(Raised) -> Value {
    try call(f, (a, b, c, d), count: 4)
  }

  /// Calls `f` with the first `count` of four values, which lie on the native stack meanwhile.
  @inline(__always)
  private func call(_ f: Value, _ values: (Value, Value, Value, Value), count: Int) throws(Raised) -> Value {
    var values = values
    return try withUnsafeMutablePointer(to: &values) { (pointer) throws(Raised) -> Value in
      try invoke(f, Arguments(Slots(base: SlotPointer(UnsafeMutableRawPointer(pointer)), count: count)))
    }
  }

  /// `f(*tuple, **dict)`; `tuple` is a tuple, `dict` a dict with str keys, or null.
  public func call(_ f: Value, tuple: Value, dict: Value) throws(Raised) -> Value { try call(f, me: .null, tuple: tuple, dict: dict) }

  /// `f(me, *tuple, **dict)`; `me` and `dict` may be null.
  public func call(_ f: Value, me: Value, tuple: Value, dict: Value) throws(Raised) -> Value {
    var arguments = Arguments(me: me, tuple.unchecked(as: TupleObject.self).slots)
    if !dict.isNull {
      let pair = try unpackKeywords(f, dict)
      arguments.names = pair.first
      if !pair.first.isNull { arguments.values = pair.second.unchecked(as: TupleObject.self).items }
    }
    return try invoke(f, arguments)
  }

  /// `type.__call__(type, *tuple, **dict)`: makes an instance without asking the metaclass.
  public func constructInstance(_ type: Ref<TypeObject>, tuple: Value, dict: Value) throws(Raised) -> Value {
    var arguments = Arguments(tuple.unchecked(as: TupleObject.self).slots)
    if !dict.isNull {
      let pair = try unpackKeywords(Value(type), dict)
      arguments.names = pair.first
      if !pair.first.isNull { arguments.values = pair.second.unchecked(as: TupleObject.self).items }
    }
    return try construct(type, arguments)
  }

  /// `v.name()`
  public func callMethod(_ v: Value, _ name: Name) throws(Raised) -> Value {
    try callMethod(v, self.name(name), (.null, .null, .null, .null), count: 0)
  }

  /// `v.name(a)`
  public func callMethod(_ v: Value, _ name: Name, _ a: Value) throws(Raised) -> Value {
    try callMethod(v, self.name(name), (.null, a, .null, .null), count: 1)
  }

  /// `v.name(a, b)`
  public func callMethod(_ v: Value, _ name: Name, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try callMethod(v, self.name(name), (.null, a, b, .null), count: 2)
  }

  /// Calls a method with the `count` values behind the first one, which gives room for self.
  private func callMethod(
    _ v: Value, _ name: Value, _ values: (Value, Value, Value, Value), count: Int
  ) throws(Raised) -> Value {
    let method = try loadMethod(self, name, v)
    return try callWithSelf(method.first, method.second, values, count: count)
  }

  /// Calls what `lookupSpecial(me, name)` found, bound to `me`.
  public func callSpecial(_ method: Value, _ me: Value) throws(Raised) -> Value {
    try callSpecial(method, me, (.null, .null, .null, .null), count: 0)
  }

  public func callSpecial(_ method: Value, _ me: Value, _ a: Value) throws(Raised) -> Value {
    try callSpecial(method, me, (.null, a, .null, .null), count: 1)
  }

  public func callSpecial(_ method: Value, _ me: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try callSpecial(method, me, (.null, a, b, .null), count: 2)
  }

  public func callSpecial(_ method: Value, _ me: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    try callSpecial(method, me, (.null, a, b, c), count: 3)
  }

  private func callSpecial(
    _ method: Value, _ me: Value, _ values: (Value, Value, Value, Value), count: Int
  ) throws(Raised) -> Value {
    if _fastPath(isMethodLike(method)) { return try callWithSelf(method, me, values, count: count) }
    return try callWithSelf(try bind(method, to: me, typeOf(me)), .null, values, count: count)
  }

  /// Calls `f` with `me`, unless that is null, and the `count` values behind the first one.
  @inline(__always)
  private func callWithSelf(
    _ f: Value, _ me: Value, _ values: (Value, Value, Value, Value), count: Int
  ) throws(Raised) -> Value {
    var values = values
    values.0 = me
    let offset = me.isNull ? 1 : 0
    return try withUnsafeMutablePointer(to: &values) { (pointer) throws(Raised) -> Value in
      let base = SlotPointer(UnsafeMutableRawPointer(pointer))
      return try invoke(f, Arguments(Slots(base: base + offset, count: count + 1 - offset)))
    }
  }
}
