import Runtime

/// UserDict and UserList: wrappers made for inheritance; what they wrap is in the attribute `data`.
extension Collections {
  static func data(_ t: Thread, _ me: Value) throws(Raised) -> Value { try t.getAttribute(me, try t.intern("data")) }

  /// `v.data` if `v` is an instance of the class `like`, else `v`.
  private static func unwrapped(_ t: Thread, _ v: Value, _ like: Ref<TypeObject>) throws(Raised) -> Value {
    t.isInstance(v, of: like) ? try data(t, v) : v
  }

  private static func again(_ t: Thread, _ me: Value, _ value: Value) throws(Raised) -> Value { try t.call(Value(t.typeOf(me)), value) }

  // MARK: UserDict

  static let userDict = TypeSpec(
    "collections.UserDict",
    functions: [
      NativeFunctionSpec("__init__(self, dict=None, /, **kwargs)") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("data"), Value(try t.dict()))
        if !a[1].isNone { _ = try t.callMethod(a[0], .update, a[1]) }
        if a[2].unchecked(as: DictObject.self).count > 0 { _ = try t.callMethod(a[0], .update, a[2]) }
        return .none
      },
      NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try t.length(try data(t, a[0]))) },
      NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
        let data = try data(t, a[0])
        if try t.contains(data, a[1]) { return try t.getItem(data, a[1]) }
        let missing = t.lookupSpecial(a[0], .__missing__)
        if !missing.isNull { return try t.callSpecial(missing, a[0], a[1]) }
        throw t.keyError(a[1])
      },
      NativeFunctionSpec("__setitem__(self, key, item)") { t, a throws(Raised) in
        try t.setItem(try data(t, a[0]), a[1], a[2])
        return .none
      },
      NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
        try t.deleteItem(try data(t, a[0]), a[1])
        return .none
      },
      NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try t.iterator(of: try data(t, a[0])) },
      NativeFunctionSpec("__contains__(self, key)") { t, a throws(Raised) in Value(try t.contains(try data(t, a[0]), a[1])) },
      NativeFunctionSpec("get(self, key, default=None)") { t, a throws(Raised) in
        try t.contains(a[0], a[1]) ? try t.getItem(a[0], a[1]) : a[2]
      },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try t.repr(try data(t, a[0])) },
      NativeFunctionSpec("__or__(self, other)") { t, a throws(Raised) in
        let other = try unwrapped(t, a[1], named(t, "UserDict"))
        guard other.isKind(.dict) else { return .notImplemented }
        return try again(t, a[0], try t.binary(.or, try data(t, a[0]), other))
      },
      NativeFunctionSpec("__ror__(self, other)") { t, a throws(Raised) in
        let other = try unwrapped(t, a[1], named(t, "UserDict"))
        guard other.isKind(.dict) else { return .notImplemented }
        return try again(t, a[0], try t.binary(.or, other, try data(t, a[0])))
      },
      NativeFunctionSpec("__ior__(self, other)") { t, a throws(Raised) in
        let other = try unwrapped(t, a[1], named(t, "UserDict"))
        try t.setAttribute(a[0], try t.intern("data"), try t.inplace(.or, try data(t, a[0]), other))
        return a[0]
      },
      NativeFunctionSpec("copy(self)") { t, a throws(Raised) in try copyUserDict(t, a[0]) },
      NativeFunctionSpec("__copy__(self)") { t, a throws(Raised) in try copyUserDict(t, a[0]) },
      NativeFunctionSpec("fromkeys(cls, iterable, value=None)", binding: .classMethod) { t, a throws(Raised) in
        let me = try t.call(a[0])
        let keys = try t.iterator(of: a[1])
        while true {
          let key = try t.next(keys)
          if key.isNull { return me }
          try t.setItem(me, key, a[2])
        }
      },
    ])

  private static func copyUserDict(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let copy = try t.call(Value(t.typeOf(me)))
    _ = try t.callMethod(copy, .update, me)
    return copy
  }

  // MARK: UserList

  static let userList = TypeSpec(
    "collections.UserList", doc: "A more or less complete user-defined wrapper around list objects.",
    functions: [
      NativeFunctionSpec("__init__(self, initlist=None)") { t, a throws(Raised) in
        let data = try a[1].isNone ? try t.list() : t.newList(of: unwrapped(t, a[1], named(t, "UserList")))
        try t.setAttribute(a[0], try t.intern("data"), Value(data))
        return .none
      },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try t.repr(try data(t, a[0])) },
    ] + userListComparisons + userListSequence + userListMethods)

  private static func compareLists(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    try t.compare(op, try data(t, a[0]), try unwrapped(t, a[1], named(t, "UserList")))
  }

  private static let userListComparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("__lt__(self, other)") { t, a throws(Raised) in try compareLists(t, a, .less) },
    NativeFunctionSpec("__le__(self, other)") { t, a throws(Raised) in try compareLists(t, a, .lessOrEqual) },
    NativeFunctionSpec("__eq__(self, other)") { t, a throws(Raised) in try compareLists(t, a, .equal) },
    NativeFunctionSpec("__gt__(self, other)") { t, a throws(Raised) in try compareLists(t, a, .greater) },
    NativeFunctionSpec("__ge__(self, other)") { t, a throws(Raised) in try compareLists(t, a, .greaterOrEqual) },
  ]

  /// `other` as something that a list can be added to.
  private static func listOf(_ t: Thread, _ me: Value, _ other: Value) throws(Raised) -> Value {
    let plain = try unwrapped(t, other, try named(t, "UserList"))
    return plain.isKind(.list) ? plain : Value(try t.newList(of: plain))
  }

  private static let userListSequence: [NativeFunctionSpec] = [
    NativeFunctionSpec("__contains__(self, item)") { t, a throws(Raised) in Value(try t.contains(try data(t, a[0]), a[1])) },
    NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try t.length(try data(t, a[0]))) },
    NativeFunctionSpec("__getitem__(self, i)") { t, a throws(Raised) in
      let item = try t.getItem(try data(t, a[0]), a[1])
      return a[1].isKind(.slice) ? try again(t, a[0], item) : item
    },
    NativeFunctionSpec("__setitem__(self, i, item)") { t, a throws(Raised) in
      try t.setItem(try data(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, i)") { t, a throws(Raised) in
      try t.deleteItem(try data(t, a[0]), a[1])
      return .none
    },
    NativeFunctionSpec("__add__(self, other)") { t, a throws(Raised) in
      try again(t, a[0], try t.binary(.add, try data(t, a[0]), try listOf(t, a[0], a[1])))
    },
    NativeFunctionSpec("__radd__(self, other)") { t, a throws(Raised) in
      try again(t, a[0], try t.binary(.add, try listOf(t, a[0], a[1]), try data(t, a[0])))
    },
    NativeFunctionSpec("__iadd__(self, other)") { t, a throws(Raised) in
      _ = try t.callMethod(try data(t, a[0]), .extend, try unwrapped(t, a[1], named(t, "UserList")))
      return a[0]
    },
    NativeFunctionSpec("__mul__(self, n)") { t, a throws(Raised) in try again(t, a[0], try t.binary(.multiply, try data(t, a[0]), a[1])) },
    NativeFunctionSpec("__rmul__(self, n)") { t, a throws(Raised) in try again(t, a[0], try t.binary(.multiply, try data(t, a[0]), a[1])) },
    NativeFunctionSpec("__imul__(self, n)") { t, a throws(Raised) in
      try t.setAttribute(a[0], try t.intern("data"), try t.inplace(.multiply, try data(t, a[0]), a[1]))
      return a[0]
    },
  ]

  private static let userListMethods: [NativeFunctionSpec] = [
    NativeFunctionSpec("append(self, item)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .append, a[1]) },
    NativeFunctionSpec("insert(self, i, item)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .insert, a[1], a[2]) },
    NativeFunctionSpec("pop(self, i=-1)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .pop, a[1]) },
    NativeFunctionSpec("remove(self, item)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .remove, a[1]) },
    NativeFunctionSpec("clear(self)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .clear) },
    NativeFunctionSpec("copy(self)") { t, a throws(Raised) in try again(t, a[0], a[0]) },
    NativeFunctionSpec("__copy__(self)") { t, a throws(Raised) in try again(t, a[0], a[0]) },
    NativeFunctionSpec("count(self, item)") { t, a throws(Raised) in
      try t.call(try t.getAttribute(try data(t, a[0]), try t.intern("count")), a[1])
    },
    NativeFunctionSpec("index(self, item, *args)") { t, a throws(Raised) in
      let rest = a[2].tupleSlots
      let arguments = try t.tuple(count: rest.count + 1)
      arguments.items[0] = a[1]
      for i in 0..<rest.count { arguments.items[i + 1] = rest[i] }
      return try t.call(try t.getAttribute(try data(t, a[0]), .index), tuple: Value(arguments), dict: .null)
    },
    NativeFunctionSpec("reverse(self)") { t, a throws(Raised) in try t.callMethod(try data(t, a[0]), .reverse) },
    NativeFunctionSpec("sort(self, /, *args, **kwds)") { t, a throws(Raised) in
      try t.call(try t.getAttribute(try data(t, a[0]), .sort), tuple: a[1], dict: a[2])
    },
    NativeFunctionSpec("extend(self, other)") { t, a throws(Raised) in
      try t.callMethod(try data(t, a[0]), .extend, try unwrapped(t, a[1], named(t, "UserList")))
    },
  ]
}
