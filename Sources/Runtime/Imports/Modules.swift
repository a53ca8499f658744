extension Thread {
  /// A module object with the attributes that every module has; not in `sys.modules` yet.
  public func makeModule(_ name: Value) throws(Raised) -> Ref<ModuleObject> {
    let module: Ref<ModuleObject> = try allocate(kind: .module, type: self.types.module, tracedWords: ModuleObject.tracedWords)
    module.dict = try dict()
    module.name = name
    try dictSet(module.dict, self.name(.__name__), name)
    try dictSet(module.dict, self.name(.__doc__), .none)
    try dictSet(module.dict, self.name(.__package__), self.interpreter.emptyStr)
    try dictSet(module.dict, self.name(.__loader__), .none)
    try dictSet(module.dict, self.name(.__spec__), .none)
    return module
  }

  /// What `__spec__` of a native module is (PEP 451).
  public func makeModuleSpec(_ name: Value, origin: String, isPackage: Bool) throws(Raised) -> Value {
    let origin = origin.isEmpty ? .none : try str(origin)
    return try makeModuleSpec(name, loader: .none, origin: origin, hasLocation: false, isPackage: isPackage)
  }

  /// What `__spec__` of a module is (PEP 451).
  public func makeModuleSpec(_ name: Value, loader: Value, origin: Value, hasLocation: Bool, isPackage: Bool) throws(Raised) -> Value {
    let spec = Value(try makeInstance(try moduleSpecType()))
    try setAttribute(spec, self.name(.name), name)
    try setAttribute(spec, try intern("loader"), loader)
    try setAttribute(spec, try intern("origin"), origin)
    try setAttribute(spec, try intern("submodule_search_locations"), .none)
    try setAttribute(spec, try intern("parent"), try parentName(name, isPackage: isPackage))
    try setAttribute(spec, try intern("cached"), .none)
    try setAttribute(spec, try intern("has_location"), Value(hasLocation))
    return spec
  }

  private func parentName(_ name: Value, isPackage: Bool) throws(Raised) -> Value {
    if isPackage { return name }
    let text = string(name)
    guard let dot = text.lastIndex(of: ".") else { return self.interpreter.emptyStr }
    return try str(String(text[..<dot]))
  }

  /// The class of specs, made when the first module is imported.
  public func moduleSpecType() throws(Raised) -> Ref<TypeObject> {
    let known = self.interpreter.moduleSpecType
    if !known.isNone { return known }
    let namespace = try dict()
    try dictSet(namespace, self.name(.__module__), try intern("_frozen_importlib"))
    for function in LoaderTables.spec {
      let made = try makeFunction(function)
      try dictSet(namespace, made.name, Value(made))
    }
    let type = try makeClass(
      self.types.type, name: try intern("ModuleSpec"), bases: try tuple(Value(self.types.object)), namespace: namespace,
      keywords: Value(try dict()))
    self.interpreter.moduleSpecType = type.unchecked()
    return type.unchecked()
  }
}

extension ModuleObject {
  static var tracedWords: Int { 2 }
}
