// `f(*iterable, **mapping)`

extension Thread {
  /// The tuple of what stands behind `*` in a call of `callable`.
  func unpackPositional(_ callable: Value, _ iterable: Value) throws(Raised) -> Value {
    if iterable.isObject && iterable.object.type == self.types.tuple { return iterable }
    if lookupSpecial(iterable, .__iter__).isNull && !hasGetItem(iterable) {
      throw raise(
        self.types.typeError, "%S argument after * must be an iterable, not %T", try functionText(callable), iterable)
    }
    let list = try self.list()
    let iterator = try self.iterator(of: iterable)
    // CPython makes room by the hint, so a wrong one is an error.
    if !iterable.isKind(.list), has(.tupleAsksLengthHint) { _ = try lengthHint(iterable, 0) }
    while true {
      let item = try next(iterator)
      if item.isNull { break }
      try append(list, item)
    }
    return try tuple(copying: list.slots)
  }

  /// The names and values of what stands behind `**` in a call of `callable`: two tuples, or nulls if it is empty. Where callees check
  /// keywords, the names are any objects.
  func unpackKeywords(_ callable: Value, _ mapping: Value) throws(Raised) -> Pair {
    if !mapping.isKind(.dict) {
      let copy = Value(try self.dict())
      try mergeKeywords(self, callable, copy, mapping)
      return try unpackKeywords(callable, copy)
    }
    let dict: Ref<DictObject> = mapping.unchecked()
    if dict.count == 0 { return Pair(.null, .null) }
    let names = try tuple(count: dict.count)
    let values = try tuple(count: dict.count)
    var position = 0
    var i = 0
    while i < names.count, let entry = dictNext(dict, &position) {
      guard entry.key.isKind(.str) || has(.keywordsCheckedByCallee) else { throw raise(self.types.typeError, "keywords must be strings") }
      names.items[i] = entry.key
      values.items[i] = entry.value
      i += 1
    }
    return Pair(Value(names), Value(values))
  }

  /// How messages about a call name the callable: `module.qualname()`, without `builtins.`; the str of an object without a qualified name.
  func functionText(_ callable: Value) throws(Raised) -> Value {
    if !has(.modulesInCalls) { return try plainFunctionText(callable) }
    let qualifiedName = try getAttributeOrNull(callable, self.name(.__qualname__))
    if qualifiedName.isNull { return try str(of: callable) }
    let module = try getAttributeOrNull(callable, self.name(.__module__))
    var text = TextBuilder(self)
    if module.isKind(.str), !strEquals(module, self.name(.builtins)) {
      try text.append(module)
      try text.append(".")
    }
    try text.append(try str(of: qualifiedName))
    try text.append("()")
    return try text.finish()
  }

  /// The same at levels that do not tell modules: `name()`, or `TYPE object`.
  private func plainFunctionText(_ callable: Value) throws(Raised) -> Value {
    switch callable.kind {
    case .function: return try message("%S()", callable.unchecked(as: FunctionObject.self).name)
    case .nativeFunction where callable.object.type == self.types.builtinFunction || callable.object.type == self.types.libraryFunction:
      return try message("%S()", callable.unchecked(as: NativeFunctionObject.self).name)
    case .boundMethod: return try plainFunctionText(callable.unchecked(as: BoundMethodObject.self).function)
    default: return try message("%T object", callable)
    }
  }

  /// How messages about the arguments of a call name a Python function.
  func callName(_ function: Ref<FunctionObject>) -> Value { has(.qualifiedNamesInCalls) ? function.qualifiedName : function.code.name }
}
