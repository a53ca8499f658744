import Runtime

/// `__build_class__`: what a class statement calls (reference manual, "Class definitions").
enum BuildClass {
  static let spec = NativeFunctionSpec("__build_class__(*args, **kwargs)", "Internal helper function used by the class statement.") {
    t, a throws(Raised) in try BuildClass.run(t, a[0].unchecked(), a[1].unchecked())
  }

  static func run(_ t: Thread, _ arguments: Ref<TupleObject>, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    guard arguments.count >= 2 else { throw t.raise(t.types.typeError, "__build_class__: not enough arguments") }
    let body = arguments.items[0]
    let name = arguments.items[1]
    guard body.isKind(.function) else { throw t.raise(t.types.typeError, "__build_class__: func must be a function") }
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "__build_class__: name is not a string") }
    let original = try t.tuple(copying: Slots(base: arguments.items + 2, count: arguments.count - 2))
    let bases = try resolveBases(t, original)
    let metaclass = try chooseMetaclass(t, bases, keywords)
    let namespace = try prepare(t, metaclass, name, bases, keywords)
    if bases != original { try t.setItem(namespace, t.name(.__orig_bases__), original) }
    let cell = try t.execute(body.unchecked(), namespace: namespace)
    let arguments = try t.tuple(name, bases, namespace)
    let made = try t.call(metaclass, tuple: arguments, dict: Value(keywords))
    try checkCell(t, cell, made, name)
    return made
  }

  /// Bases that are no classes but have `__mro_entries__` are replaced by what it returns (PEP 560).
  static func resolveBases(_ t: Thread, _ basesValue: Value) throws(Raised) -> Value {
    let bases: Ref<TupleObject> = basesValue.unchecked()
    var resolved = Ref<ListObject>.none
    for i in 0..<bases.count {
      let base = bases.items[i]
      let hook = base.isKind(.type) ? Value.null : try t.getAttributeOrNull(base, .__mro_entries__)
      if hook.isNull {
        if !resolved.isNone { try t.append(resolved, base) }
        continue
      }
      let replacement = try t.call(hook, basesValue)
      guard replacement.isKind(.tuple) else { throw t.raise(t.types.typeError, "__mro_entries__ must return a tuple") }
      if resolved.isNone { resolved = try t.list(copying: bases.slots.prefix(i)).unchecked() }
      let added: Ref<TupleObject> = replacement.unchecked()
      for j in 0..<added.count { try t.append(resolved, added.items[j]) }
    }
    return resolved.isNone ? basesValue : try t.tuple(copying: resolved.slots)
  }

  /// The `metaclass` keyword, or the type of the first base; if it is a class, the most derived of it and of the bases' metaclasses.
  private static func chooseMetaclass(_ t: Thread, _ bases: Value, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    let name = t.name(.metaclass)
    let items: Ref<TupleObject> = bases.unchecked()
    var metaclass = t.dictGet(keywords, interned: name)
    if metaclass.isNull {
      metaclass = items.count > 0 ? Value(t.typeOf(items.items[0])) : Value(t.types.type)
    } else {
      _ = try t.dictDelete(keywords, name)
      guard metaclass.isKind(.type) else { return metaclass }
    }
    return Value(try TypeConstruction.metaclass(t, metaclass.unchecked(), items))
  }

  /// The namespace of the class body: what `__prepare__` gives, else a new dict.
  private static func prepare(
    _ t: Thread, _ metaclass: Value, _ name: Value, _ bases: Value, _ keywords: Ref<DictObject>
  ) throws(Raised) -> Value {
    let hook = try t.getAttributeOrNull(metaclass, .__prepare__)
    if hook.isNull { return Value(try t.dict()) }
    let namespace = try t.call(hook, tuple: try t.tuple(name, bases), dict: Value(keywords))
    if namespace.isKind(.dict) { return namespace }
    if t.lookupSpecial(namespace, .__getitem__).isNull {
      if metaclass.isKind(.type) {
        throw t.raise(t.types.typeError, "%N.__prepare__() must return a mapping, not %T", metaclass, namespace)
      }
      throw t.raise(t.types.typeError, "<metaclass>.__prepare__() must return a mapping, not %T", namespace)
    }
    return namespace
  }

  /// The body returned its `__class__` cell, which `type.__new__` must have filled with the class.
  private static func checkCell(_ t: Thread, _ cell: Value, _ made: Value, _ name: Value) throws(Raised) {
    guard made.isKind(.type), cell.isKind(.cell) else { return }
    let content = cell.unchecked(as: CellObject.self).content
    if content.isNull {
      throw t.raise(
        t.types.runtimeError,
        "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name, made)
    }
    if content != made {
      throw t.raise(t.types.typeError, "__class__ set to %R defining %R as %R", content, name, made)
    }
  }
}
