import Runtime

/// typing.TypeAliasType: what `type X = ...` makes (PEP 695).
enum TypeAliasTable {
  private static func alias(_ v: Value) -> Ref<TypeAliasObject> { v.unchecked(as: TypeAliasObject.self) }

  static let spec = TypeSpec(
    "typing.TypeAliasType", doc: "Type alias.",
    functions: [
      NativeFunctionSpec("__new__(cls, name, value, *, type_params=())", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "typealias() argument 'name' must be str, not %B", a[1]) }
        guard a[3].isKind(.tuple) else { throw t.raise(t.types.typeError, "type_params must be a tuple") }
        return try t.makeTypeAlias(a[1], typeParameters: a[3], computeValue: .null, value: a[2])
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { _, a throws(Raised) in alias(a[0]).name },
      NativeFunctionSpec("__reduce__(self, /)") { _, a throws(Raised) in alias(a[0]).name },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try UnionType.make(t, a[0], a[1]) },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try UnionType.make(t, a[1], a[0]) },
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
        let form = try t.getAttribute(try t.importModule(t.name(.typing)), .Unpack)
        return try t.iterator(of: try t.tuple(try t.getItem(form, a[0])))
      },
      NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try subscripted(t, a[0], a[1]) },
    ],
    attributes: [
      NativeAttributeSpec(
        "__name__", get: { _, a throws(Raised) in alias(a[0]).name },
        set: { t, _ throws(Raised) in throw t.raise(t.types.attributeError, "readonly attribute") }),
      NativeAttributeSpec("__module__") { _, a throws(Raised) in alias(a[0]).module },
      NativeAttributeSpec("__value__") { t, a throws(Raised) in try value(t, a[0]) },
      NativeAttributeSpec("evaluate_value") { t, a throws(Raised) in
        try TypeVariables.evaluator(t, alias(a[0]).computeValue, alias(a[0]).value)
      },
      NativeAttributeSpec("__type_params__") { t, a throws(Raised) in parameters(t, a[0]) },
      NativeAttributeSpec("__parameters__") { t, a throws(Raised) in try unpackedParameters(t, a[0]) },
    ])

  private static func parameters(_ t: Thread, _ v: Value) -> Value {
    let parameters = alias(v).typeParameters
    return parameters.isKind(.tuple) ? parameters : t.interpreter.emptyTuple
  }

  /// The parameters, with TypeVarTuples unpacked.
  private static func unpackedParameters(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let items: Ref<ListObject> = try t.list(copying: parameters(t, v).unchecked(as: TupleObject.self).slots).unchecked()
    for i in 0..<items.count where t.typeOf(items.items[i]) == t.types.typeVarTuple {
      let form = try t.getAttribute(try t.importModule(t.name(.typing)), .Unpack)
      items.items[i] = try t.getItem(form, items.items[i])
    }
    return try t.tuple(copying: items.slots)
  }

  private static func value(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let known = alias(v).value
    if !known.isNull { return known }
    let value = try t.call(alias(v).computeValue)
    alias(v).value = value
    return value
  }

  private static func subscripted(_ t: Thread, _ v: Value, _ key: Value) throws(Raised) -> Value {
    guard alias(v).typeParameters.isKind(.tuple), alias(v).typeParameters.unchecked(as: TupleObject.self).count > 0 else {
      throw t.raise(t.types.typeError, "Only generic type aliases are subscriptable")
    }
    return try t.genericAlias(v, key)
  }
}
