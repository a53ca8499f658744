import Runtime

extension Collections {
  static let chainMap = TypeSpec(
    "collections.ChainMap",
    doc: "A ChainMap groups multiple dicts (or other mappings) together to create a single, updateable view.",
    functions: chainMapReading + chainMapWriting,
    attributes: [
      NativeAttributeSpec("parents", "New ChainMap from maps[1:].") { t, a throws(Raised) in
        let maps = try t.list(from: try maps(t, a[0]))
        return try t.call(Value(t.typeOf(a[0])), tuple: try t.tuple(copying: maps.slots.dropFirst(min(1, maps.count))), dict: .null)
      }
    ])

  private static func maps(_ t: Thread, _ me: Value) throws(Raised) -> Value { try t.getAttribute(me, try t.intern("maps")) }

  private static func firstMap(_ t: Thread, _ me: Value) throws(Raised) -> Value { try t.getItem(try maps(t, me), Value(small: 0)) }

  /// The value of the first map that has the key, null if none has.
  private static func search(_ t: Thread, _ me: Value, _ key: Value) throws(Raised) -> Value {
    let all = try t.list(from: try maps(t, me))
    for i in 0..<all.count {
      let value = try CollectionsABC.valueOrNull(t, all.items[i], key)
      if !value.isNull { return value }
    }
    return .null
  }

  private static func contains(_ t: Thread, _ me: Value, _ key: Value) throws(Raised) -> Bool {
    let all = try t.list(from: try maps(t, me))
    for i in 0..<all.count {
      if try t.contains(all.items[i], key) { return true }
    }
    return false
  }

  /// All keys, those of the last map first: a dict.
  private static func allKeys(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let keys = try t.dict()
    let all = try t.list(from: try maps(t, me))
    for i in (0..<all.count).reversed() {
      let source = try t.iterator(of: all.items[i])
      while true {
        let key = try t.next(source)
        if key.isNull { break }
        try t.dictSet(keys, key, .none)
      }
    }
    return Value(keys)
  }

  private static let chainMapReading: [NativeFunctionSpec] = [
    NativeFunctionSpec("__init__(self, *maps)", "Initialize a ChainMap by setting *maps* to the given mappings.") { t, a throws(Raised) in
      let maps = try t.list(from: a[1])
      if maps.count == 0 { try t.append(maps, Value(try t.dict())) }
      try t.setAttribute(a[0], try t.intern("maps"), Value(maps))
      return .none
    },
    NativeFunctionSpec("__missing__(self, key)") { t, a throws(Raised) in throw t.keyError(a[1]) },
    NativeFunctionSpec("__getitem__(self, key)") { t, a throws(Raised) in
      let value = try search(t, a[0], a[1])
      return value.isNull ? try t.callMethod(a[0], .__missing__, a[1]) : value
    },
    NativeFunctionSpec("get(self, key, default=None)") { t, a throws(Raised) in
      try contains(t, a[0], a[1]) ? try t.getItem(a[0], a[1]) : a[2]
    },
    NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try t.length(try allKeys(t, a[0]))) },
    NativeFunctionSpec("__iter__(self)") { t, a throws(Raised) in try t.iterator(of: try allKeys(t, a[0])) },
    NativeFunctionSpec("__contains__(self, key)") { t, a throws(Raised) in Value(try contains(t, a[0], a[1])) },
    NativeFunctionSpec("__bool__(self)") { t, a throws(Raised) in
      let all = try t.list(from: try maps(t, a[0]))
      for i in 0..<all.count {
        if try t.truth(all.items[i]) { return .true }
      }
      return .false
    },
    NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
      guard try t.enterRepr(a[0]) else { return try t.str("...") }
      defer { t.leaveRepr(a[0]) }
      var out = TextBuilder(t)
      try out.append(t.typeOf(a[0]).name)
      try out.append("(")
      let all = try t.list(from: try maps(t, a[0]))
      for i in 0..<all.count {
        if i > 0 { try out.append(", ") }
        try out.append(try t.repr(all.items[i]))
      }
      try out.append(")")
      return try out.finish()
    },
    NativeFunctionSpec("fromkeys(cls, iterable, value=None, /)", "Create a new ChainMap with keys from iterable and values set to value.", binding: .classMethod) {
      t, a throws(Raised) in
      try t.call(a[0], try t.call(try t.getAttribute(Value(t.types.dict), try t.intern("fromkeys")), a[1], a[2]))
    },
    NativeFunctionSpec("copy(self)", "New ChainMap or subclass with a new copy of maps[0] and refs to maps[1:]") { t, a throws(Raised) in
      try copyChainMap(t, a[0])
    },
    NativeFunctionSpec("__copy__(self)", "New ChainMap or subclass with a new copy of maps[0] and refs to maps[1:]") { t, a throws(Raised) in
      try copyChainMap(t, a[0])
    },
    NativeFunctionSpec("new_child(self, m=None, **kwargs)", "New ChainMap with a new map followed by all previous maps.") { t, a throws(Raised) in
      var map = a[1]
      if map.isNone {
        map = a[2]
      } else if a[2].unchecked(as: DictObject.self).count > 0 {
        _ = try t.callMethod(map, .update, a[2])
      }
      return try withFirst(t, a[0], map, dropping: 0)
    },
  ]

  /// A chain map of the same class: `first`, then the maps from `dropping` on.
  private static func withFirst(_ t: Thread, _ me: Value, _ first: Value, dropping: Int) throws(Raised) -> Value {
    let old = try t.list(from: try maps(t, me)).slots.dropFirst(dropping)
    let new = try t.tuple(count: old.count + 1)
    new.items[0] = first
    for i in 0..<old.count { new.items[i + 1] = old[i] }
    return try t.call(Value(t.typeOf(me)), tuple: Value(new), dict: .null)
  }

  private static func copyChainMap(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    try withFirst(t, me, try t.callMethod(try firstMap(t, me), .copy), dropping: 1)
  }

  /// KeyError in place of the first map's own.
  private static func missingKey(_ t: Thread, _ key: Value, _ raised: Raised) throws(Raised) -> Raised {
    guard t.matches(t.exception, t.types.keyError) else { throw raised }
    _ = t.takeException()
    return t.raise(t.types.keyError, "Key not found in the first mapping: %R", key)
  }

  private static let chainMapWriting: [NativeFunctionSpec] = [
    NativeFunctionSpec("__setitem__(self, key, value)") { t, a throws(Raised) in
      try t.setItem(try firstMap(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key)") { t, a throws(Raised) in
      do throws(Raised) { try t.deleteItem(try firstMap(t, a[0]), a[1]) } catch { throw try missingKey(t, a[1], error) }
      return .none
    },
    NativeFunctionSpec("popitem(self)", "Remove and return an item pair from maps[0]. Raise KeyError is maps[0] is empty.") { t, a throws(Raised) in
      do throws(Raised) { return try t.callMethod(try firstMap(t, a[0]), .popitem) } catch {
        guard t.matches(t.exception, t.types.keyError) else { throw error }
        _ = t.takeException()
        throw t.raise(t.types.keyError, "No keys found in the first mapping.")
      }
    },
    NativeFunctionSpec("pop(self, key, *args)", "Remove *key* from maps[0] and return its value. Raise KeyError if *key* not in maps[0].") {
      t, a throws(Raised) in
      let rest = a[2].tupleSlots
      do throws(Raised) {
        if rest.count == 0 { return try t.callMethod(try firstMap(t, a[0]), .pop, a[1]) }
        return try t.callMethod(try firstMap(t, a[0]), .pop, a[1], rest[0])
      } catch { throw try missingKey(t, a[1], error) }
    },
    NativeFunctionSpec("clear(self)", "Clear maps[0], leaving maps[1:] intact.") { t, a throws(Raised) in
      _ = try t.callMethod(try firstMap(t, a[0]), .clear)
      return .none
    },
    NativeFunctionSpec("__ior__(self, other)") { t, a throws(Raised) in
      _ = try t.callMethod(try firstMap(t, a[0]), .update, a[1])
      return a[0]
    },
    NativeFunctionSpec("__or__(self, other)") { t, a throws(Raised) in
      guard try t.isInstance(a[1], ofABC: try CollectionsABC.named(t, "Mapping")) else { return .notImplemented }
      let result = try copyChainMap(t, a[0])
      _ = try t.callMethod(try firstMap(t, result), .update, a[1])
      return result
    },
    NativeFunctionSpec("__ror__(self, other)") { t, a throws(Raised) in
      guard try t.isInstance(a[1], ofABC: try CollectionsABC.named(t, "Mapping")) else { return .notImplemented }
      let merged = try t.call(Value(t.types.dict), a[1])
      let all = try t.list(from: try maps(t, a[0]))
      for i in (0..<all.count).reversed() { _ = try t.callMethod(merged, .update, all.items[i]) }
      return try t.call(Value(t.typeOf(a[0])), merged)
    },
  ]
}
