import Runtime

/// Annotations that are computed when they are first asked for (PEP 649, 749; from 3.14 on).
public enum Annotations {
  /// What `annotationlib.Format.VALUE` is.
  private static let valueFormat = 1

  /// The dict that an annotate function returns for the values of the annotations.
  public static func compute(_ t: Thread, _ annotate: Value) throws(Raised) -> Value {
    let result = try t.call(annotate, Value(small: valueFormat))
    guard result.isKind(.dict) else {
      throw t.raise(t.types.typeError, "__annotate__ returned non-dict of type '%T'", result)
    }
    return result
  }

  /// `__annotate__` may be set to a callable or None; `deleted` says that it may not be deleted.
  static func checkAnnotate(
    _ t: Thread, _ v: Value, deleted: StaticString = "cannot delete __annotate__ attribute"
  ) throws(Raised) {
    if v.isNull { throw t.raise(t.types.typeError, deleted) }
    if !v.isNone && !t.isCallable(v) { throw t.raise(t.types.typeError, "__annotate__ must be callable or None") }
  }

  // MARK: Classes

  /// `__annotate__` of a class: None unless its body has annotations.
  static func annotate(_ t: Thread, of type: Ref<TypeObject>) throws(Raised) -> Value {
    guard type.flags.contains(.heap) else { throw t.attributeError(Value(type), t.name(.__annotate__)) }
    for name in [Name.__annotate_func__, .__annotate__] {
      let found = t.dictGet(type.dict, interned: t.name(name))
      if !found.isNull { return try t.bind(found, to: .null, type) }
    }
    try t.dictSet(type.dict, t.name(.__annotate_func__), .none)
    return .none
  }

  static func setAnnotate(_ t: Thread, of type: Ref<TypeObject>, _ v: Value) throws(Raised) {
    guard type.flags.contains(.heap) else {
      throw t.raise(t.types.typeError, "cannot set '__annotate__' attribute of immutable type '%N'", Value(type))
    }
    try checkAnnotate(t, v)
    try set(t, type, .__annotate_func__, v)
    if !v.isNone { try delete(t, type, .__annotations_cache__) }
  }

  /// `__annotations__` of a class: its own dict, or what its annotate function makes, once.
  static func annotations(_ t: Thread, of type: Ref<TypeObject>) throws(Raised) -> Value {
    for name in [Name.__annotations__, .__annotations_cache__] {
      let found = t.dictGet(type.dict, interned: t.name(name))
      if !found.isNull { return try t.bind(found, to: .null, type) }
    }
    let function = try annotate(t, of: type)
    let result = function.isNone ? Value(try t.dict()) : try compute(t, function)
    try set(t, type, .__annotations_cache__, result)
    return result
  }

  /// `__annotations__` of a class where it is an attribute like any other: that of the first class in the order of resolution which has one, in its
  /// namespace or, if its bytecode is newer, by its annotate function. Null if none has.
  static func inherited(_ t: Thread, by type: Ref<TypeObject>) throws(Raised) -> Value {
    guard type.mro.isKind(.tuple) else { return .null }
    let order = type.mro.unchecked(as: TupleObject.self)
    for k in 0..<order.count where order.items[k].isKind(.type) {
      let owner: Ref<TypeObject> = order.items[k].unchecked()
      guard owner.flags.contains(.heap) else { continue }
      let found = t.dictGet(owner.dict, interned: t.name(.__annotations__))
      if !found.isNull { return try t.bind(found, to: .null, type) }
      let function = t.dictGet(owner.dict, interned: t.name(.__annotate_func__))
      if function.isNull || function.isNone { continue }
      let made = try compute(t, try t.bind(function, to: .null, owner))
      try set(t, owner, .__annotations__, made)
      return made
    }
    return .null
  }

  static func setAnnotations(_ t: Thread, of type: Ref<TypeObject>, _ v: Value) throws(Raised) {
    let hasOwn = !t.dictGet(type.dict, interned: t.name(.__annotations__)).isNull
    let name: Name = hasOwn ? .__annotations__ : .__annotations_cache__
    if v.isNull {
      guard !t.dictGet(type.dict, interned: t.name(name)).isNull else {
        throw t.raise(t.types.attributeError, message: t.name(.__annotations__))
      }
      try delete(t, type, name)
    } else {
      try set(t, type, name, v)
    }
    if hasOwn { try delete(t, type, .__annotations_cache__) }
    try set(t, type, .__annotate_func__, .none)
  }

  private static func set(_ t: Thread, _ type: Ref<TypeObject>, _ name: Name, _ v: Value) throws(Raised) {
    try t.dictSet(type.dict, t.name(name), v)
    t.typeChanged(type, t.name(name), v)
  }

  private static func delete(_ t: Thread, _ type: Ref<TypeObject>, _ name: Name) throws(Raised) {
    if t.dictDelete(type.dict, interned: t.name(name)) { t.typeChanged(type, t.name(name), .null) }
  }

  // MARK: Modules

  /// `__annotate__` of a module.
  static func annotate(_ t: Thread, ofModule namespace: Ref<DictObject>) throws(Raised) -> Value {
    let found = t.dictGet(namespace, interned: t.name(.__annotate__))
    if !found.isNull { return found }
    try t.dictSet(namespace, t.name(.__annotate__), .none)
    return .none
  }

  /// `__annotations__` of a module that has none in its namespace.
  static func annotations(_ t: Thread, ofModule namespace: Ref<DictObject>) throws(Raised) -> Value {
    let function = t.dictGet(namespace, interned: t.name(.__annotate__))
    return function.isNull || function.isNone ? Value(try t.dict()) : try compute(t, function)
  }
}
