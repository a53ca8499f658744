import Runtime

extension CollectionsABC {
  /// `me[key]`, null on KeyError.
  static func valueOrNull(_ t: Thread, _ me: Value, _ key: Value) throws(Raised) -> Value {
    do throws(Raised) { return try t.getItem(me, key) } catch {
      guard t.matches(t.exception, t.types.keyError) else { throw error }
      _ = t.takeException()
      return .null
    }
  }

  static let mappingMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("get(self, key, default=None)", "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.") { t, a throws(Raised) in
      let value = try valueOrNull(t, a[0], a[1])
      return value.isNull ? a[2] : value
    },
    NativeFunctionSpec("__contains__(self, key, /)") { t, a throws(Raised) in Value(try !valueOrNull(t, a[0], a[1]).isNull) },
    NativeFunctionSpec("keys(self)", "D.keys() -> a set-like object providing a view on D's keys") { t, a throws(Raised) in
      try t.call(try named(t, "KeysView"), a[0])
    },
    NativeFunctionSpec("items(self)", "D.items() -> a set-like object providing a view on D's items") { t, a throws(Raised) in
      try t.call(try named(t, "ItemsView"), a[0])
    },
    NativeFunctionSpec("values(self)", "D.values() -> an object providing a view on D's values") { t, a throws(Raised) in
      try t.call(try named(t, "ValuesView"), a[0])
    },
    NativeFunctionSpec("__eq__(self, other, /)") { t, a throws(Raised) in
      guard try t.isInstance(a[1], ofABC: try named(t, "Mapping")) else { return .notImplemented }
      return try t.compare(.equal, try dictOfItems(t, a[0]), try dictOfItems(t, a[1]))
    },
  ]

  private static func dictOfItems(_ t: Thread, _ mapping: Value) throws(Raised) -> Value {
    try t.call(Value(t.types.dict), try t.callMethod(mapping, .items))
  }

  static let mutableMappingMixins: [NativeFunctionSpec] = [
    NativeFunctionSpec("pop(self, key, default=<unrepresentable>)", "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.") {
      t, a throws(Raised) in
      let value: Value
      do throws(Raised) { value = try t.getItem(a[0], a[1]) } catch {
        guard !a[2].isNull, t.matches(t.exception, t.types.keyError) else { throw error }
        _ = t.takeException()
        return a[2]
      }
      try t.deleteItem(a[0], a[1])
      return value
    },
    NativeFunctionSpec("popitem(self)", "D.popitem() -> (k, v), remove and return some (key, value) pair as a 2-tuple.") { t, a throws(Raised) in
      let key = try t.next(try t.iterator(of: a[0]))
      if key.isNull { throw t.raise(try t.call(Value(t.types.keyError))) }
      let value = try t.getItem(a[0], key)
      try t.deleteItem(a[0], key)
      return try t.tuple(key, value)
    },
    NativeFunctionSpec("clear(self)", "D.clear() -> None.  Remove all items from D.") { t, a throws(Raised) in
      while true {
        do throws(Raised) { _ = try t.callMethod(a[0], .popitem) } catch {
          guard t.matches(t.exception, t.types.keyError) else { throw error }
          _ = t.takeException()
          return .none
        }
      }
    },
    NativeFunctionSpec("update(self, other=(), /, **kwds)", "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.") { t, a throws(Raised) in
      try update(t, a[0], from: a[1])
      let keywords = a[2].unchecked(as: DictObject.self)
      var position = 0
      while let entry = t.dictNext(keywords, &position) { try t.setItem(a[0], entry.key, entry.value) }
      return .none
    },
    NativeFunctionSpec("setdefault(self, key, default=None)", "D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D") { t, a throws(Raised) in
      let value = try valueOrNull(t, a[0], a[1])
      if !value.isNull { return value }
      try t.setItem(a[0], a[1], a[2])
      return a[2]
    },
  ]

  /// `me.update(other)` by way of `me[key] = value`.
  static func update(_ t: Thread, _ me: Value, from other: Value) throws(Raised) {
    let isMapping = try t.isInstance(other, ofABC: try named(t, "Mapping"))
    let keysMethod = isMapping ? Value.null : try t.getAttributeOrNull(other, .keys)
    if isMapping || !keysMethod.isNull {
      let source = try t.iterator(of: isMapping ? other : try t.call(keysMethod))
      while true {
        let key = try t.next(source)
        if key.isNull { return }
        try t.setItem(me, key, try t.getItem(other, key))
      }
    }
    let source = try t.iterator(of: other)
    while true {
      let pair = try t.next(source)
      if pair.isNull { return }
      let items = try t.items(of: pair, count: 2)
      try t.setItem(me, items[0], items[1])
    }
  }

  // MARK: Views

  static let viewsMapping: StaticString = "_mapping"

  private static func mapping(_ t: Thread, _ view: Value) throws(Raised) -> Value {
    try t.getAttribute(view, try t.intern(viewsMapping))
  }

  static let views: [Declaration] = [
    Declaration(
      spec: TypeSpec(
        "MappingView",
        functions: [
          NativeFunctionSpec("__init__(self, mapping)") { t, a throws(Raised) in
            try t.setAttribute(a[0], try t.intern(viewsMapping), a[1])
            return .none
          },
          NativeFunctionSpec("__len__(self, /)") { t, a throws(Raised) in try t.int(try t.length(try mapping(t, a[0]))) },
          NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in
            try t.text("%S(%R)", t.typeOf(a[0]).name, try mapping(t, a[0]))
          },
          classGetItem,
        ]), bases: ["Sized"], members: [viewsMapping]),
    Declaration(
      spec: TypeSpec(
        "KeysView",
        functions: [
          fromIterableToSet,
          NativeFunctionSpec("__contains__(self, key, /)") { t, a throws(Raised) in Value(try t.contains(try mapping(t, a[0]), a[1])) },
          NativeFunctionSpec("__iter__(self, /)") { t, a throws(Raised) in
            try t.iterator(of: try mapping(t, a[0]))
          },
        ]), bases: ["MappingView", "Set"]),
    Declaration(
      spec: TypeSpec(
        "ItemsView",
        functions: [
          fromIterableToSet,
          NativeFunctionSpec("__contains__(self, item, /)") { t, a throws(Raised) in
            let item = try t.list(from: a[1])
            if item.count != 2 { throw t.raise(t.types.valueError, "an item is a pair of key and value") }
            let value = try valueOrNull(t, try mapping(t, a[0]), item.items[0])
            return value.isNull ? .false : Value(try t.equals(value, item.items[1]))
          },
          NativeFunctionSpec("__iter__(self, /)") { t, a throws(Raised) in
            let mapping = try mapping(t, a[0])
            return try makeViewIterator(t, .items, mapping, source: try t.iterator(of: mapping))
          },
        ]), bases: ["MappingView", "Set"]),
    Declaration(
      spec: TypeSpec(
        "ValuesView",
        functions: [
          NativeFunctionSpec("__contains__(self, value, /)") { t, a throws(Raised) in
            let mapping = try mapping(t, a[0])
            let source = try t.iterator(of: mapping)
            while true {
              let key = try t.next(source)
              if key.isNull { return .false }
              if try t.equals(try t.getItem(mapping, key), a[1]) { return .true }
            }
          },
          NativeFunctionSpec("__iter__(self, /)") { t, a throws(Raised) in
            let mapping = try mapping(t, a[0])
            return try makeViewIterator(t, .values, mapping, source: try t.iterator(of: mapping))
          },
        ]), bases: ["MappingView", "Collection"]),
  ]

  private static let fromIterableToSet = NativeFunctionSpec("_from_iterable(cls, it)", binding: .classMethod) { t, a throws(Raised) in
    try t.call(Value(t.types.set), a[1])
  }
}
