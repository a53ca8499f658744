import Runtime

/// Type variables inside generic types: finding them, and putting types in their place.
enum TypeParameters {
  static func isVariable(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return false }
    let type = v.object.type
    return type == t.types.typeVar || type == t.types.paramSpec || type == t.types.typeVarTuple
  }

  /// The variables among the items of a tuple, each once, in order of first appearance: a tuple.
  static func collect(_ t: Thread, _ arguments: Value) throws(Raised) -> Value {
    let found = try t.list()
    try collect(t, arguments, into: found)
    return try t.tuple(copying: found.slots)
  }

  private static func collect(_ t: Thread, _ arguments: Value, into found: Ref<ListObject>) throws(Raised) {
    let items = arguments.isKind(.list) ? arguments.unchecked(as: ListObject.self).slots : arguments.unchecked(as: TupleObject.self).slots
    for i in 0..<items.count {
      let item = items[i]
      if isVariable(t, item) {
        try appendOnce(t, found, item)
      } else if item.isKind(.list) || item.isKind(.tuple) {
        try collect(t, item, into: found)
      } else if !item.isKind(.type) {
        let inner = try t.getAttributeOrNull(item, .__parameters__)
        if inner.isKind(.tuple) { try collect(t, inner, into: found) }
      }
    }
  }

  private static func appendOnce(_ t: Thread, _ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    for i in 0..<list.count where list.items[i] == v { return }
    try t.append(list, v)
  }

  /// The arguments of `alias` with `key`, one type or a tuple of them, in place of its variables.
  static func substitute(_ t: Thread, _ alias: Value, _ arguments: Value, _ variables: Value, _ key: Value) throws(Raised) -> Value {
    let names: Ref<TupleObject> = variables.unchecked()
    let values: Ref<TupleObject> = (key.isKind(.tuple) ? key : try t.tuple(key)).unchecked()
    let bound = try bind(t, alias, names, values)
    let result = try t.list()
    let items: Ref<TupleObject> = arguments.unchecked()
    for i in 0..<items.count { try append(t, items.items[i], names, bound, to: result) }
    return try t.tuple(copying: result.slots)
  }

  /// What stands for each variable: a tuple as long as `names`; a TypeVarTuple takes all that the others leave over.
  private static func bind(_ t: Thread, _ alias: Value, _ names: Ref<TupleObject>, _ values: Ref<TupleObject>) throws(Raised) -> Ref<TupleObject> {
    let bound = try t.tuple(count: names.count)
    var variadic = -1
    for i in 0..<names.count where t.typeOf(names.items[i]) == t.types.typeVarTuple { variadic = i }
    // One ParamSpec alone takes the whole list.
    if names.count == 1 && t.typeOf(names.items[0]) == t.types.paramSpec && values.count != 1 {
      bound.items[0] = try t.list(copying: values.slots)
      return bound
    }
    let fixed = variadic < 0 ? names.count : names.count - 1
    let missing = try missingDefaults(t, names, bound, given: values.count, variadic: variadic)
    if values.count < fixed - missing || variadic < 0 && values.count > fixed {
      let isMany = values.count > fixed
      if alias.isKind(.type) {
        let (actual, expected) = (try t.int(values.count), try t.int(fixed))
        if isMany { throw t.raise(.tooManyTypeArguments, alias, actual, expected) }
        throw t.raise(.tooFewTypeArguments, alias, actual, expected)
      }
      throw t.raise(
        t.types.typeError,
        isMany ? "Too many arguments for %R; actual %S, expected %S" : "Too few arguments for %R; actual %S, expected %S", alias,
        try t.int(values.count), try t.int(fixed))
    }
    let extra = max(0, values.count - fixed)
    var next = 0
    for i in 0..<names.count {
      if i == variadic {
        bound.items[i] = try t.tuple(copying: Slots(base: values.items + next, count: extra))
        next += extra
      } else if next < values.count {
        bound.items[i] = values.items[next].isNone ? Value(t.types.none) : values.items[next]
        next += 1
      }
    }
    return bound
  }

  /// Fills in the defaults of the last variables that got nothing; how many they are.
  private static func missingDefaults(
    _ t: Thread, _ names: Ref<TupleObject>, _ bound: Ref<TupleObject>, given: Int, variadic: Int
  ) throws(Raised) -> Int {
    if variadic >= 0 || given >= names.count { return 0 }
    var count = 0
    var i = names.count - 1
    while i >= given {
      let value = try TypeVariables.defaultOrNull(t, names.items[i])
      if value.isNull { break }
      bound.items[i] = value
      count += 1
      i -= 1
    }
    return count
  }

  private static func append(
    _ t: Thread, _ v: Value, _ names: Ref<TupleObject>, _ bound: Ref<TupleObject>, to result: Ref<ListObject>
  ) throws(Raised) {
    for i in 0..<names.count where names.items[i] == v {
      guard t.typeOf(v) == t.types.typeVarTuple, bound.items[i].isKind(.tuple) else { return try t.append(result, bound.items[i]) }
      let spread: Ref<TupleObject> = bound.items[i].unchecked()
      for k in 0..<spread.count { try t.append(result, spread.items[k]) }
      return
    }
    if v.isKind(.type) { return try t.append(result, v) }
    if v.isKind(.list) {
      let inner = try t.list()
      let items = v.unchecked(as: ListObject.self)
      for i in 0..<items.count { try append(t, items.items[i], names, bound, to: inner) }
      return try t.append(result, Value(inner))
    }
    let parameters = try t.getAttributeOrNull(v, .__parameters__)
    guard parameters.isKind(.tuple), parameters.unchecked(as: TupleObject.self).count > 0 else { return try t.append(result, v) }
    let inner: Ref<TupleObject> = parameters.unchecked()
    // An unpacked TypeVarTuple spreads its types.
    if inner.count == 1 && t.typeOf(inner.items[0]) == t.types.typeVarTuple && isUnpack(t, v) {
      for i in 0..<names.count where names.items[i] == inner.items[0] && bound.items[i].isKind(.tuple) {
        let spread: Ref<TupleObject> = bound.items[i].unchecked()
        for k in 0..<spread.count { try t.append(result, spread.items[k]) }
        return
      }
    }
    let replaced = try t.list()
    for i in 0..<inner.count { try append(t, inner.items[i], names, bound, to: replaced) }
    try t.append(result, try t.getItem(v, try t.tuple(copying: replaced.slots)))
  }

  private static func isUnpack(_ t: Thread, _ v: Value) -> Bool { !GenericAliasType.isAlias(t, v) && !v.isKind(.type) }
}
