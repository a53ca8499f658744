import Runtime

extension Functools {
  static let cachedProperty = TypeSpec(
    "functools.cached_property",
    functions: [
      NativeFunctionSpec("__init__(self, func)") { t, a throws(Raised) in
        try t.setAttribute(a[0], .func, a[1])
        try t.setAttribute(a[0], try t.intern("attrname"), .none)
        for name in [Name.__doc__, .__module__] {
          let value = try t.getAttributeOrNull(a[1], name)
          try t.setAttribute(a[0], name, value.isNull ? .none : value)
        }
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
        let value = try t.call(try t.getAttribute(a[0], .func), a[1])
        // As a store into the instance's __dict__: the property itself is no data descriptor.
        do throws(Raised) { try t.standardSetAttribute(a[1], t.typeOf(a[1]), try t.checkedAttributeName(name), value) } catch {
          guard t.matches(t.exception, t.types.attributeError) else { throw error }
          _ = t.takeException()
          throw t.raise(t.types.typeError, "No '__dict__' attribute on %R instance to cache %R property.", t.typeOf(a[1]).name, name)
        }
        return value
      },
      classGetItem,
    ])

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
      try t.setAttribute(cls, name, try t.libraryFunction(Value(body), name: name, module: try t.intern("functools")))
    }
    return cls
  }

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
