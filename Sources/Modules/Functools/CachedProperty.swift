import Runtime

extension Functools {
  static let cachedProperty = TypeSpec(
    "functools.cached_property",
    functions: [
      NativeFunctionSpec("__init__(self, func)") { t, a throws(Raised) in
        try t.setAttribute(a[0], .func, a[1])
        try t.setAttribute(a[0], try t.intern("attrname"), .none)
        try t.setAttribute(a[0], .__doc__, try t.getAttribute(a[1], .__doc__))
        if t.has(.cachedPropertyModule) { try t.setAttribute(a[0], .__module__, try t.getAttribute(a[1], .__module__)) }
        return .none
      },
      NativeFunctionSpec("__set_name__(self, owner, name)") { t, a throws(Raised) in
        let key = try t.intern("attrname")
        let known = try t.getAttribute(a[0], key)
        if known.isNone {
          try t.setAttribute(a[0], key, a[2])
        } else if try !t.equals(known, a[2]) {
          throw t.raise(t.types.typeError, "Cannot assign the same cached_property to two different names (%R and %R).", known, a[2])
        }
        return .none
      },
      NativeFunctionSpec("__get__(self, instance, owner=None)") { t, a throws(Raised) in
        if a[1].isNone { return a[0] }
        let name = try t.getAttribute(a[0], try t.intern("attrname"))
        guard name.isKind(.str) else {
          throw t.raise(t.types.typeError, "Cannot use cached_property instance without calling __set_name__ on it.")
        }
        return try readCached(t, a[0], of: a[1], name)
      },
      classGetItem,
    ])

  private static func readCached(_ t: Thread, _ me: Value, of instance: Value, _ name: Value) throws(Raised) -> Value {
    // An instance of a class keeps its attributes without a dict as long as nobody asks for it.
    if instance.isKind(.instance), t.typeOf(instance).dictWord == TypeObject.shaped {
      let name = try t.checkedAttributeName(name)
      let known = t.ownAttribute(instance, name)
      if !known.isNull { return known }
      let value = try t.call(try t.getAttribute(me, .func), instance)
      try t.standardSetAttribute(instance, t.typeOf(instance), name, value)
      return value
    }
    let cache = try t.getAttributeOrNull(instance, .__dict__)
    if cache.isNull {
      throw t.raise(t.types.typeError, "No '__dict__' attribute on %R instance to cache %R property.", t.typeOf(instance).name, name)
    }
    let known = cache.isKind(.dict) ? try t.dictGet(cache.unchecked(), name) : try t.callMethod(cache, .get, name, Value(t.types.property))
    if !known.isNull && known != Value(t.types.property) { return known }
    let value = try t.call(try t.getAttribute(me, .func), instance)
    do throws(Raised) { try t.setItem(cache, name, value) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw t.raise(
        t.types.typeError, "The '__dict__' attribute on %R instance does not support item assignment for caching %R property.",
        t.typeOf(instance).name, name)
    }
    return value
  }

  // MARK: total_ordering

  private static let orderings: [(name: StaticString, op: CompareOperator)] = [
    ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater), ("__ge__", .greaterOrEqual),
  ]

  static func totalOrdering(_ t: Thread, _ cls: Value) throws(Raised) -> Value {
    var root = -1
    var defined = [false, false, false, false]
    for (i, ordering) in orderings.enumerated() {
      let name = try t.intern(ordering.name)
      let own = try t.getAttributeOrNull(cls, name)
      let inherited = try t.getAttribute(Value(t.types.object), name)
      defined[i] = !own.isNull && own != inherited
      if defined[i] && root < 0 { root = i }
    }
    if root < 0 { throw t.raise(t.types.valueError, "must define at least one ordering operation: < > <= >=") }
    let rootName = try t.intern(orderings[root].name)
    for (i, ordering) in orderings.enumerated() where !defined[i] {
      let name = try t.intern(ordering.name)
      let rule = try t.tuple(rootName, Value(small: root), Value(small: i))
      let body = try t.closure(derivedOrdering, rule)
      let label = try t.text("_%S_from_%S", try t.str(bare(ordering.name)), try t.str(bare(orderings[root].name)))
      try t.setAttribute(
        cls, name, try t.libraryFunction(
          body, name: name, qualifiedName: label, module: try t.intern("functools"), doc: try t.str(rules[root * 4 + i])))
    }
    return cls
  }

  private static func bare(_ name: StaticString) -> String { String("\(name)".dropFirst(2).dropLast(2)) }

  /// What each comparison (<, <=, >, >=; four per root) is computed from.
  private static let rules: [String] = [
    "", "Return a <= b.  Computed by @total_ordering from (a < b) or (a == b).",
    "Return a > b.  Computed by @total_ordering from (not a < b) and (a != b).", "Return a >= b.  Computed by @total_ordering from (not a < b).",
    "Return a < b.  Computed by @total_ordering from (a <= b) and (a != b).", "",
    "Return a > b.  Computed by @total_ordering from (not a <= b).", "Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b).",
    "Return a < b.  Computed by @total_ordering from (not a > b) and (a != b).", "Return a <= b.  Computed by @total_ordering from (not a > b).",
    "", "Return a >= b.  Computed by @total_ordering from (a > b) or (a == b).",
    "Return a < b.  Computed by @total_ordering from (not a >= b).", "Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b).",
    "Return a > b.  Computed by @total_ordering from (a >= b) and (a != b).", "",
  ]

  /// A comparison made of another one: carries the name and number of the one that the class defines, and the number of this one
  /// (0 <, 1 <=, 2 >, 3 >=).
  private static let derivedOrdering = NativeFunctionSpec("compare(rule, /, self, other)") { t, a throws(Raised) in
    let rule = a[0].tupleSlots
    let method = try t.getAttribute(Value(t.typeOf(a[1])), rule[0])
    let result = try t.call(method, a[1], a[2])
    if result == .notImplemented { return result }
    let holds = try t.truth(result)
    let (root, wanted) = (rule[1].smallInt, rule[2].smallInt)
    let sameDirection = root / 2 == wanted / 2
    let rootIsStrict = root % 2 == 0
    if sameDirection {
      // < from <=: and not equal. <= from <: or equal.
      if rootIsStrict { return holds ? .true : try t.compare(.equal, a[1], a[2]) }
      return holds ? try t.compare(.notEqual, a[1], a[2]) : .false
    }
    // The opposite: > from <= and >= from < are the negation; > from < needs inequality, >= from <= allows equality.
    if rootIsStrict == (wanted % 2 == 1) { return Value(!holds) }
    if rootIsStrict { return holds ? .false : try t.compare(.notEqual, a[1], a[2]) }
    return holds ? try t.compare(.equal, a[1], a[2]) : .true
  }
}
