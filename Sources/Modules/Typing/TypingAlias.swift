import Runtime

extension Typing {
  static let genericAlias = TypeSpec(
    "typing._GenericAlias",
    functions: [
      NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in try aliasText(t, a.object()) },
      NativeFunctionSpec("__eq__(self, value, /)") { t, a throws(Raised) in
        if !isAlias(t, a[1]) { return .notImplemented }
        let (x, y) = (a.object(0, TypingAliasObject.self), a.object(1, TypingAliasObject.self))
        if x.origin != y.origin { return .false }
        if x.form.rule == .union {
          return try t.compare(.equal, try t.call(Value(t.types.set), x.arguments), try t.call(Value(t.types.set), y.arguments))
        }
        if !x.metadata.isNull && !y.metadata.isNull {
          let sameMetadata = try t.equals(x.metadata, y.metadata)
          if !sameMetadata { return .false }
        }
        return try t.compare(.equal, x.arguments, y.arguments)
      },
      NativeFunctionSpec("__hash__(self, /)") { t, a throws(Raised) in
        let me = a.object(0, TypingAliasObject.self)
        if me.form.rule == .union { return try t.int(try t.hash(try t.call(Value(t.types.frozenset), me.arguments))) }
        return try t.int(try t.hash(try t.tuple(me.origin, me.arguments)))
      },
      NativeFunctionSpec("__getitem__(self, parameters, /)") { t, a throws(Raised) in try substitute(t, a.object(), a[1]) },
      NativeFunctionSpec("__call__(self, /, *args, **kwds)") { t, a throws(Raised) in
        let me = a.object(0, TypingAliasObject.self)
        if me.form.rule == .annotated { return try t.call(me.origin, tuple: a[1], dict: a[2]) }
        if me.form.origin.isNull { throw t.raise(t.types.typeError, "Cannot instantiate %R", a[0]) }
        throw t.raise(t.types.typeError, "Type %S cannot be instantiated; use %N() instead", me.form.name, me.origin)
      },
      NativeFunctionSpec("__mro_entries__(self, bases, /)") { t, a throws(Raised) in
        let me = a.object(0, TypingAliasObject.self)
        if me.form.origin.isNull { throw t.raise(t.types.typeError, "Cannot subclass %R", a[0]) }
        return try t.tuple(me.origin)
      },
      NativeFunctionSpec("__or__(self, value, /)") { t, a throws(Raised) in try union(t, try t.tuple(a[0], a[1])) },
      NativeFunctionSpec("__ror__(self, value, /)") { t, a throws(Raised) in try union(t, try t.tuple(a[1], a[0])) },
      NativeFunctionSpec("__instancecheck__(self, obj, /)") { t, a throws(Raised) in try check(t, a, isInstance: true) },
      NativeFunctionSpec("__subclasscheck__(self, cls, /)") { t, a throws(Raised) in try check(t, a, isInstance: false) },
    ],
    attributes: [
      NativeAttributeSpec("__origin__") { _, a throws(Raised) in a.object(0, TypingAliasObject.self).origin },
      NativeAttributeSpec("__args__") { _, a throws(Raised) in a.object(0, TypingAliasObject.self).arguments },
      NativeAttributeSpec("__parameters__") { t, a throws(Raised) in
        try t.tuple(copying: try parameters(t, a.object(0, TypingAliasObject.self).arguments).slots)
      },
      NativeAttributeSpec("__metadata__") { t, a throws(Raised) in
        let metadata = a.object(0, TypingAliasObject.self).metadata
        if metadata.isNull { throw t.attributeError(a[0], try t.intern("__metadata__")) }
        return metadata
      },
      NativeAttributeSpec("_name") { _, a throws(Raised) in a.object(0, TypingAliasObject.self).form.name },
    ])

  private static func check(_ t: Thread, _ a: Slots, isInstance: Bool) throws(Raised) -> Value {
    let me = a.object(0, TypingAliasObject.self)
    guard me.form.rule == .union else {
      throw t.raise(t.types.typeError, "Subscripted generics cannot be used with class and instance checks")
    }
    return Value(try isInstance ? t.isInstance(a[1], ofClassInfo: me.arguments) : t.isSubclass(a[1], ofClassInfo: me.arguments))
  }

  // MARK: Text

  /// How a type is shown inside an alias.
  static func typeText(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v == .ellipsis { return try t.str("...") }
    if v.isKind(.type) {
      let module = try t.getAttribute(v, .__module__)
      let name = try t.getAttribute(v, .__qualname__)
      return try t.equals(module, t.name(.builtins)) ? name : try t.text("%S.%S", module, name)
    }
    if v.isKind(.function) { return v.unchecked(as: FunctionObject.self).name }
    return try t.repr(v)
  }

  private static func joined(_ t: Thread, _ items: Slots, to out: inout TextBuilder) throws(Raised) {
    for i in 0..<items.count {
      if i > 0 { try out.append(", ") }
      try out.append(try typeText(t, items[i]))
    }
  }

  private static func aliasText(_ t: Thread, _ me: Ref<TypingAliasObject>) throws(Raised) -> Value {
    let items = me.arguments.tupleSlots
    var out = TextBuilder(t)
    try out.append("typing.")
    switch me.form.rule {
    case .union where t.has(.shownOptional) && items.count == 2 && (items[0] == Value(t.types.none) || items[1] == Value(t.types.none)):
      try out.append("Optional[")
      try out.append(try typeText(t, items[0] == Value(t.types.none) ? items[1] : items[0]))
    case .literal:
      try out.append("Literal[")
      for i in 0..<items.count {
        if i > 0 { try out.append(", ") }
        try out.append(try t.repr(items[i]))
      }
    case .annotated:
      try out.append("Annotated[")
      try out.append(try typeText(t, me.origin))
      for i in 0..<me.metadata.tupleSlots.count {
        try out.append(", ")
        try out.append(try t.repr(me.metadata.tupleSlots[i]))
      }
    case .callable where items[0] != .ellipsis && !(items.count == 2 && TypingSubstitution.isParameterExpression(t, items[0])):
      try out.append("Callable[[")
      try joined(t, items.prefix(items.count - 1), to: &out)
      try out.append("], ")
      try out.append(try typeText(t, items[items.count - 1]))
    default:
      try out.append(me.form.name)
      try out.append("[")
      if items.count == 0 { try out.append("()") }
      try joined(t, items, to: &out)
    }
    try out.append("]")
    return try out.finish()
  }

  // MARK: Substitution

  /// The type variables among arguments, each once.
  private static func parameters(_ t: Thread, _ arguments: Value) throws(Raised) -> Ref<ListObject> {
    let found = try t.list()
    let items = arguments.tupleSlots
    for i in 0..<items.count {
      let isVariable = items[i].isObject && [t.types.typeVar, t.types.paramSpec, t.types.typeVarTuple].contains(items[i].object.type)
      if isVariable {
        try appendOnce(t, found, items[i])
        continue
      }
      if items[i].isKind(.type) { continue }
      let inner = try t.getAttributeOrNull(items[i], .__parameters__)
      if !inner.isKind(.tuple) { continue }
      for k in 0..<inner.tupleSlots.count { try appendOnce(t, found, inner.tupleSlots[k]) }
    }
    return found
  }

  private static func appendOnce(_ t: Thread, _ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    for i in 0..<list.count where list.items[i] == v { return }
    try t.append(list, v)
  }

  private static func substitute(_ t: Thread, _ me: Ref<TypingAliasObject>, _ given: Value) throws(Raised) -> Value {
    let variables = try parameters(t, me.arguments)
    if variables.count == 0 { throw t.raise(t.types.typeError, "%R is not a generic class", Value(me)) }
    let values = given.isKind(.tuple) ? given.tupleSlots : try t.tuple(given).tupleSlots
    if values.count != variables.count {
      let (actual, expected) = (try t.int(values.count), try t.int(variables.count))
      if values.count > variables.count { throw t.raise(.tooManyTypeArguments, Value(me), actual, expected) }
      throw t.raise(.tooFewTypeArguments, Value(me), actual, expected)
    }
    let old = me.arguments.tupleSlots
    let new = try t.tuple(count: old.count)
    for i in 0..<old.count { new.items[i] = try replace(t, old[i], variables, values) }
    let result = try makeAlias(t, me.form, Value(new))
    result.unchecked(as: TypingAliasObject.self).metadata = me.metadata
    return me.form.rule == .union ? try union(t, Value(new)) : result
  }

  private static func replace(_ t: Thread, _ v: Value, _ variables: Ref<ListObject>, _ values: Slots) throws(Raised) -> Value {
    for i in 0..<variables.count where variables.items[i] == v { return values[i].isNone ? Value(t.types.none) : values[i] }
    if v.isKind(.type) { return v }
    let inner = try t.getAttributeOrNull(v, .__parameters__)
    if !inner.isKind(.tuple) || inner.tupleSlots.count == 0 { return v }
    let replaced = try t.tuple(count: inner.tupleSlots.count)
    for i in 0..<replaced.count { replaced.items[i] = try replace(t, inner.tupleSlots[i], variables, values) }
    return try t.getItem(v, Value(replaced))
  }
}
