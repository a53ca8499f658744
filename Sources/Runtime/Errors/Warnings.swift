extension Thread {
  /// `warnings.warn(message, category)` at the line that runs, under the default filters: once per place, DeprecationWarning only in `__main__`.
  public func warn(_ category: Ref<TypeObject>, _ message: StaticString) throws(Raised) { try warn(category, message: try str(message)) }

  public func warn(_ category: Ref<TypeObject>, message: Value) throws(Raised) {
    let function = self.interpreter.warningFunction
    if !function.isNull {
      _ = try call(function, message, Value(category), Value(small: 1))
      return
    }
    let running = self.frame
    if running.isNone { return }
    let line = try int(lineNumber(running.code, running.unitIndex))
    if try !shows(category, message, line, running.globals) { return }
    let target = dictGet(self.interpreter.sysDict, interned: name(.stderr))
    if target.isNull || target.isNone { return }
    let text = try self.message("%S:%S: %N: %S\n", running.code.fileName, line, Value(category), message)
    _ = try callMethod(target, .write, text)
  }

  /// The default filters; notes the place in the module's `__warningregistry__`.
  private func shows(_ category: Ref<TypeObject>, _ text: Value, _ line: Value, _ globals: Ref<DictObject>) throws(Raised) -> Bool {
    let types = self.types
    if isSubtype(category, types.pendingDeprecationWarning) || isSubtype(category, types.importWarning) || isSubtype(category, types.resourceWarning) {
      return false
    }
    if isSubtype(category, types.deprecationWarning) {
      let module = dictGet(globals, interned: name(.__name__))
      if !module.isKind(.str) || !strEquals(module, name(.__main__)) { return false }
    }
    let registryName = try intern("__warningregistry__")
    var registry = dictGet(globals, interned: registryName)
    if !registry.isKind(.dict) {
      registry = Value(try dict())
      try dictSet(globals, registryName, registry)
    }
    let key = try tuple(text, Value(category), line)
    if !(try dictGet(registry.unchecked(), key).isNull) { return false }
    try dictSet(registry.unchecked(), key, .true)
    return true
  }
}
