// Calls of classes: `type.__call__`.

extension Thread {
  /// Finds the `__new__` and `__init__` of a class, if it changed since they were found last.
  @inline(__always)
  func findConstructors(_ type: Ref<TypeObject>) {
    if _slowPath(type.cachedVersion != type.version) { findConstructorsAgain(type) }
  }

  @inline(never)
  private func findConstructorsAgain(_ type: Ref<TypeObject>) {
    var new = lookup(type, self.name(.__new__))
    if new.isKind(.staticMethod) { new = new.unchecked(as: MethodWrapperObject.self).function }
    type.cachedNew = new
    type.cachedInit = lookup(type, self.name(.__init__))
    type.cachedVersion = type.version
  }

  /// Whether calling `type` only makes an empty instance and calls its `__init__`. Fills `cachedInit`.
  @inline(__always)
  func isPlainlyConstructed(_ type: Ref<TypeObject>) -> Bool {
    findConstructors(type)
    let object = self.types.object
    findConstructors(object)
    return type.header.type == self.types.type && type.cachedNew == object.cachedNew && type.instanceKind == .instance
      && !type.flags.contains(.abstract)
  }

  /// Calls a class: through the `__call__` of its metaclass if that has its own.
  func callType(_ type: Ref<TypeObject>, _ arguments: Arguments) throws(Raised) -> Value {
    let metaclass = type.header.type
    if _slowPath(metaclass != self.types.type) {
      let method = lookup(metaclass, self.name(.__call__))
      if method != lookup(self.types.type, self.name(.__call__)) {
        if isMethodLike(method) { return try invoke(method, me: Value(type), arguments) }
        return try invoke(try bind(method, to: Value(type), metaclass), arguments)
      }
    }
    return try construct(type, arguments)
  }

  /// `type.__call__(type, *arguments)`: makes an instance with `__new__` and initializes it with `__init__`.
  func construct(_ type: Ref<TypeObject>, _ arguments: Arguments) throws(Raised) -> Value {
    if type == self.types.type {
      if arguments.count == 1 {
        if arguments.names.isNull { return Value(typeOf(arguments[0])) }
        throw raise(.typeWithKeywords)
      }
      if arguments.count != 3 { throw raise(self.types.typeError, "type() takes 1 or 3 arguments") }
    }
    if !type.flags.contains(.heap) {
      if arguments.names.isNull && arguments.me.isNull {
        let made = try constructBuiltin(type, arguments.positional)
        if !made.isNull { return made }
      } else if type == self.types.dict, arguments.count == 0 {
        return Value(try dictOfKeywords(arguments))
      }
      if type == self.types.enumerate, has(.enumerateByVectorcall) { try checkEnumerate(arguments) }
    }
    if type.flags.contains(.noConstructor) { throw raise(self.types.typeError, "cannot create '%N' instances", Value(type)) }
    findConstructors(type)
    let object = self.types.object
    findConstructors(object)
    if type.cachedNew == object.cachedNew {
      if isPlainlyConstructed(type), type.cachedInit != object.cachedInit {
        let instance = Value(try makeInstance(type))
        try initialize(instance, type.cachedInit, arguments)
        return instance
      }
    }
    let new = type.cachedNew
    if new.isNull { throw raise(self.types.typeError, "cannot create '%N' instances", Value(type)) }
    let instance = try invoke(new, me: Value(type), arguments)
    let actual = typeOf(instance)
    guard actual == type || isSubtype(actual, type) else { return instance }
    findConstructors(actual)
    if actual.cachedInit != object.cachedInit { try initialize(instance, actual.cachedInit, arguments) }
    return instance
  }

  /// `dict(key=value, ...)`
  private func dictOfKeywords(_ arguments: Arguments) throws(Raised) -> Ref<DictObject> {
    let result = try dict()
    let names = arguments.names.unchecked(as: TupleObject.self).slots
    for i in 0..<names.count {
      guard names[i].isKind(.str) else { throw raise(self.types.typeError, "keywords must be strings") }
      try dictSet(result, names[i], arguments.values[i])
    }
    return result
  }

  /// Calls `__init__`, found on the type of `instance`.
  private func initialize(_ instance: Value, _ initializer: Value, _ arguments: Arguments) throws(Raised) {
    let result: Value
    if isMethodLike(initializer) {
      result = try invoke(initializer, me: instance, arguments)
    } else {
      result = try invoke(try bind(initializer, to: instance, typeOf(instance)), arguments)
    }
    try checkInitResult(self, result)
  }
}
