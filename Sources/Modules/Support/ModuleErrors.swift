import Runtime

extension Thread {
  /// Makes an exception class and adds it to the module; `owner` is the module that it names as its own.
  func addException(_ module: Ref<ModuleObject>, _ name: StaticString, base: Ref<TypeObject>, owner: StaticString, doc: StaticString = "") throws(Raised) {
    let namespace = try dict()
    try dictSet(namespace, self.name(.__module__), try str(owner))
    if doc.utf8CodeUnitCount > 0 { try dictSet(namespace, self.name(.__doc__), try str(doc)) }
    try addConstant(module, name, try call(Value(self.types.type), try str(name), try tuple(Value(base)), Value(namespace)))
  }

  /// The exception class `name` of a native module; ValueError if somebody has put something else in its place.
  func exceptionClass(_ module: StaticString, _ name: StaticString) throws(Raised) -> Ref<TypeObject> {
    let owner = try importModule(try str(module))
    let value = owner.isKind(.module) ? dictGet(owner.unchecked(as: ModuleObject.self).dict, interned: try intern(name)) : .null
    guard value.isKind(.type), value.unchecked(as: TypeObject.self).flags.contains(.exception) else { return self.types.valueError }
    return value.unchecked()
  }

  /// Gives `module` everything public of the native module `core`, and an `__all__` with these names.
  func copyNames(from core: StaticString, to module: Ref<ModuleObject>, all: [StaticString] = [], private others: [StaticString] = []) throws(Raised) {
    let source = try importModule(try str(core)).unchecked(as: ModuleObject.self)
    let names = try list()
    for name in all + others {
      let key = try intern(name)
      let value = dictGet(source.dict, interned: key)
      if !value.isNull { try dictSet(module.dict, key, value) }
    }
    for name in all { try append(names, try intern(name)) }
    if !all.isEmpty { try addConstant(module, self.name(.__all__), Value(names)) }
  }
}

extension Thread {
  /// The exception on its way, raised `from None` by the handler of another one.
  func inHandler(of type: Ref<TypeObject>, _ raised: Raised) -> Raised {
    let exception = takeException()
    do throws(Raised) {
      let first = try makeException(type, .null)
      let last: Ref<ExceptionObject> = exception.unchecked()
      last.context = first
      last.suppressContext = true
    } catch {
      return error
    }
    self.exception = exception
    return raised
  }
}
