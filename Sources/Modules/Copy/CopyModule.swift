import Runtime

/// Module `copy` (CPython: Lib/copy.py).
enum CopyModule {
  static let module = ModuleSpec(
    "copy", doc: "Generic (shallow and deep) copying operations.",
    functions: [
      NativeFunctionSpec("copy(x)", "Shallow copy operation on arbitrary Python objects.", binding: .library) { t, a throws(Raised) in try shallow(t, a[0]) },
      NativeFunctionSpec("deepcopy(x, memo=None, _nil=[])", "Deep copy operation on arbitrary Python objects.", binding: .library) { t, a throws(Raised) in
        try deep(t, a[0], a[1].isNone ? Value(try t.dict()) : a[1])
      },
      NativeFunctionSpec("replace(obj=<unrepresentable>, /, **changes)", "Return a new object replacing specified fields with new values.", binding: .library) { t, a throws(Raised) in
        if a[0].isNull { throw t.raise(t.types.typeError, "replace() missing 1 required positional argument: 'obj'") }
        let method = t.lookup(t.typeOf(a[0]), try t.intern("__replace__"))
        if method.isNull { throw t.raise(t.types.typeError, "replace() does not support %S objects", t.typeOf(a[0]).name) }
        return try t.call(method, tuple: try t.tuple(a[0]), dict: a[1])
      },
    ]
  ) { t, m throws(Raised) in
    let namespace = try t.dict()
    try t.dictSet(namespace, t.name(.__module__), m.name)
    let error = try t.call(Value(t.types.type), try t.str("Error"), try t.tuple(Value(t.types.exception)), Value(namespace))
    try t.addConstant(m, "Error", error)
    try t.addConstant(m, "error", error)
  }

  /// Whether copies of `v` are `v` itself: immutable values, functions, classes, modules.
  private static func isAtomic(_ t: Thread, _ v: Value) -> Bool {
    guard v.isObject else { return true }
    switch v.object.kind {
    case .int, .float, .complex, .str, .bytes, .range, .slice: return t.lookupSpecial(v, .__copy__).isNull && !v.object.type.flags.contains(.heap)
    case .nativeFunction: return v.object.type != t.types.classMethodDescriptor
    case .property: return v.object.type == t.types.property
    case .type, .function, .code, .weakReference: return true
    default: return false
    }
  }

  private static func unableToCopy(_ t: Thread, _ v: Value) throws(Raised) -> Raised {
    let error = try t.getAttribute(try t.importModule(try t.str("copy")), try t.intern("Error"))
    return t.raise(try t.call(error, try t.text("un(shallow)copyable object of type %R", Value(t.typeOf(v)))))
  }

  // MARK: Shallow

  private static func shallow(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if isAtomic(t, v) { return v }
    let type = v.object.type
    let types = t.types
    if type == types.tuple || type == types.frozenset { return v }
    if type == types.list || type == types.dict || type == types.set || type == types.bytearray { return try t.callMethod(v, .copy) }
    let method = t.lookup(type, .__copy__)
    if !method.isNull { return try t.callSpecial(method, v) }
    if try usesObjectLayout(t, v) {
      let copy = try makeBare(t, v)
      try copyState(t, from: v, to: copy, memo: .null)
      return copy
    }
    return try reconstruct(t, v, try reduced(t, v), memo: .null)
  }

  // MARK: Deep

  static func deep(_ t: Thread, _ v: Value, _ memo: Value) throws(Raised) -> Value {
    let atomic = isAtomic(t, v) && !v.isKind(.slice) && (t.has(.rangesCopiedAsAtoms) || !v.isKind(.range))
    // Only a memo that is no plain dict can tell which of the two is looked at first.
    if atomic, t.typeOf(memo) == t.types.dict || t.has(.atomsCopiedFirst) { return v }
    let identity = try t.int(Int(bitPattern: UInt(v.bits)))
    let known = try copied(t, memo, identity)
    if !known.isNull { return known }
    if atomic { return v }
    try t.enterRecursive(" in __deepcopy__")
    defer { t.leaveRecursive() }
    let copy = try deepUnknown(t, v, identity, memo)
    if copy != v {
      try t.setItem(memo, identity, copy)
      // The original must live as long as the memo, or its identity could be used again.
      try keepAlive(t, v, memo)
    }
    return copy
  }

  /// What the memo has for an identity; null if it has nothing.
  private static func copied(_ t: Thread, _ memo: Value, _ identity: Value) throws(Raised) -> Value {
    if t.typeOf(memo) == t.types.dict { return try t.dictGet(memo.unchecked(), identity) }
    let nothing = Value(try t.list())
    let known = try t.callMethod(memo, .get, identity, nothing)
    return known == nothing ? .null : known
  }

  private static func keepAlive(_ t: Thread, _ v: Value, _ memo: Value) throws(Raised) {
    let identity = try t.int(Int(bitPattern: UInt(memo.bits)))
    let list: Value
    do throws(Raised) { list = try t.getItem(memo, identity) } catch {
      guard t.matches(t.exception, t.types.keyError) else { throw error }
      _ = t.takeException()
      return try t.setItem(memo, identity, try t.list(copying: t.tuple(v).tupleSlots))
    }
    _ = try t.callMethod(list, .append, v)
  }

  private static func deepUnknown(_ t: Thread, _ v: Value, _ identity: Value, _ memo: Value) throws(Raised) -> Value {
    let type = v.object.type
    if type == t.types.list {
      let copy = try t.list()
      try t.setItem(memo, identity, Value(copy))
      var i = 0
      while i < v.unchecked(as: ListObject.self).count {
        try t.append(copy, try deep(t, v.unchecked(as: ListObject.self).items[i], memo))
        i += 1
      }
      return Value(copy)
    }
    if type == t.types.tuple { return try deepTuple(t, v, identity, memo) }
    if type == t.types.dict {
      let copy = try t.dict()
      try t.setItem(memo, identity, Value(copy))
      let items = try t.list(from: try t.callMethod(v, .items))
      for i in 0..<items.count {
        let pair = items.items[i].tupleSlots
        try t.dictSet(copy, try deep(t, pair[0], memo), try deep(t, pair[1], memo))
      }
      return Value(copy)
    }
    if type == t.types.set || type == t.types.frozenset {
      let items = try t.list(from: v)
      for i in 0..<items.count { items.items[i] = try deep(t, items.items[i], memo) }
      return try t.call(Value(type), Value(items))
    }
    if type == t.types.bytearray, t.typeOf(memo) == t.types.dict { return try t.callMethod(v, .copy) }
    if type == t.types.method {
      let method: Ref<BoundMethodObject> = v.unchecked()
      return try t.makeBoundMethod(method.function, try deep(t, method.boundSelf, memo))
    }
    let method = t.lookup(type, .__deepcopy__)
    if !method.isNull { return try t.callSpecial(method, v, memo) }
    if try usesObjectLayout(t, v) {
      let copy = try makeBare(t, v)
      try t.setItem(memo, identity, copy)
      try copyState(t, from: v, to: copy, memo: memo)
      return copy
    }
    return try reconstruct(t, v, try reduced(t, v), memo: memo, identity)
  }

  private static func deepTuple(_ t: Thread, _ v: Value, _ identity: Value, _ memo: Value) throws(Raised) -> Value {
    let items = v.tupleSlots
    let copy = try t.tuple(count: items.count)
    var isChanged = false
    for i in 0..<items.count {
      copy.items[i] = try deep(t, items[i], memo)
      if copy.items[i] != items[i] { isChanged = true }
    }
    // The tuple may have been copied by way of one of its items.
    do throws(Raised) { return try t.getItem(memo, identity) } catch {
      guard t.matches(t.exception, t.types.keyError) else { throw error }
      _ = t.takeException()
    }
    return isChanged ? Value(copy) : v
  }

  // MARK: Instances

  /// Instances of Python classes with object's layout that do not say how they are pickled.
  private static func usesObjectLayout(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    let type = v.object.type
    if !t.lookup(type, try t.intern("__getnewargs_ex__")).isNull { return false }
    return v.isKind(.instance) && t.lookup(type, .__reduce_ex__) == t.lookup(t.types.object, .__reduce_ex__)
      && t.lookup(type, .__reduce__) == t.lookup(t.types.object, .__reduce__)
      && t.lookup(type, .__getstate__) == t.lookup(t.types.object, .__getstate__)
      && t.lookup(type, .__setstate__).isNull && t.lookup(type, .__getnewargs__).isNull
  }

  private static func makeBare(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let new = t.lookup(t.typeOf(v), .__new__)
    let plain = t.lookup(t.types.object, .__new__)
    let maker = new == plain ? try t.getAttribute(Value(t.types.object), .__new__) : try t.getAttribute(Value(t.typeOf(v)), .__new__)
    return try t.call(maker, Value(t.typeOf(v)))
  }

  /// Copies `__dict__` and `__slots__` members; deeply if `memo` is not null.
  private static func copyState(_ t: Thread, from v: Value, to copy: Value, memo: Value) throws(Raised) {
    let state = try t.getAttributeOrNull(v, .__dict__)
    if state.isKind(.dict), state.unchecked(as: DictObject.self).count > 0 {
      let source = memo.isNull ? state : try deep(t, state, memo)
      _ = try t.callMethod(try t.getAttribute(copy, .__dict__), .update, source)
    }
    let mro = v.object.type.mro.tupleSlots
    for i in 0..<mro.count {
      var position = 0
      while let entry = t.dictNext(mro[i].unchecked(as: TypeObject.self).dict, &position) {
        guard entry.value.isKind(.memberDescriptor) else { continue }
        let value = try t.getAttributeOrNull(v, entry.key)
        if value.isNull { continue }
        try t.setAttribute(copy, entry.key, memo.isNull ? value : try deep(t, value, memo))
      }
    }
  }

  /// `v.__reduce_ex__(4)`
  private static func reduced(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if t.typeOf(v) == t.types.unionType {
      let or = try t.getAttribute(try t.importModule(try t.intern("operator")), try t.intern("or_"))
      return try t.tuple(try Functools.attribute(t, "reduce"), try t.tuple(or, try t.getAttribute(v, .__args__)))
    }
    let own = t.lookup(t.typeOf(v), .__reduce__)
    if !own.isNull && own != t.lookup(t.types.object, .__reduce__) { return try t.callSpecial(own, v) }
    let extended = t.lookup(t.typeOf(v), .__reduce_ex__)
    if extended.isNull { throw try unableToCopy(t, v) }
    return try t.callSpecial(extended, v, Value(small: 4))
  }

  /// Builds what `__reduce__` describes: (function, arguments, state, list items, dict items).
  private static func reconstruct(_ t: Thread, _ v: Value, _ recipe: Value, memo: Value, _ identity: Value = .null) throws(Raised) -> Value {
    if recipe.isKind(.str) { return v }
    guard recipe.isKind(.tuple), recipe.tupleSlots.count >= 2, recipe.tupleSlots[1].isKind(.tuple) else { throw try unableToCopy(t, v) }
    let parts = recipe.tupleSlots
    let arguments = memo.isNull ? parts[1] : try deepArguments(t, parts[1], memo)
    let copy = try t.call(parts[0], tuple: arguments, dict: .null)
    if !memo.isNull { try t.setItem(memo, identity, copy) }
    if parts.count > 2 && !parts[2].isNone { try restore(t, copy, memo.isNull ? parts[2] : try deep(t, parts[2], memo)) }
    if parts.count > 3 && !parts[3].isNone {
      let items = try t.list(from: parts[3])
      for i in 0..<items.count {
        _ = try t.callMethod(copy, .append, memo.isNull ? items.items[i] : try deep(t, items.items[i], memo))
      }
    }
    if parts.count > 4 && !parts[4].isNone {
      let items = try t.list(from: parts[4])
      for i in 0..<items.count {
        let pair = try t.items(of: items.items[i], count: 2)
        let key = memo.isNull ? pair[0] : try deep(t, pair[0], memo)
        try t.setItem(copy, key, memo.isNull ? pair[1] : try deep(t, pair[1], memo))
      }
    }
    return copy
  }

  private static func deepArguments(_ t: Thread, _ arguments: Value, _ memo: Value) throws(Raised) -> Value {
    let items = arguments.tupleSlots
    let copies = try t.tuple(count: items.count)
    for i in 0..<items.count { copies.items[i] = try deep(t, items[i], memo) }
    return Value(copies)
  }

  private static func restore(_ t: Thread, _ copy: Value, _ state: Value) throws(Raised) {
    let setter = t.lookup(t.typeOf(copy), .__setstate__)
    if !setter.isNull {
      _ = try t.callSpecial(setter, copy, state)
      return
    }
    var (attributes, slots) = (state, Value.none)
    if state.isKind(.tuple) && state.tupleSlots.count == 2 { (attributes, slots) = (state.tupleSlots[0], state.tupleSlots[1]) }
    if attributes.isKind(.dict) { _ = try t.callMethod(try t.getAttribute(copy, .__dict__), .update, attributes) }
    guard slots.isKind(.dict) else { return }
    var position = 0
    while let entry = t.dictNext(slots.unchecked(), &position) { try t.setAttribute(copy, try t.checkedAttributeName(entry.key), entry.value) }
  }
}
