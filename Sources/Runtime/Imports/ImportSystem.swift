import Bytecode

/// `import` (reference manual, "The import system"): module cache, packages, relative names. Cold code: Swift strings are fine here.
extension Thread {
  /// `__import__(name, globals, locals, fromlist, level)`.
  ///
  /// - Parameters:
  ///   - globals: of the importing module, for relative imports; any object or None.
  ///   - fromList: None or a sequence of names; decides whether the top package or the module itself is returned.
  ///   - level: 0 absolute, n = n - 1 packages up.
  public func importModule(_ name: Value, globals: Value, fromList: Value, level: Int) throws(Raised) -> Value {
    guard name.isKind(.str) else { throw raise(.importOfOther, name) }
    if level < 0 { throw raise(self.types.valueError, "level must be >= 0") }
    var fullName = string(name)
    if level > 0 {
      fullName = try resolveRelative(fullName, try package(of: globals), level)
    } else if fullName.isEmpty {
      throw raise(self.types.valueError, "Empty module name")
    }
    let module = try loadModule(fullName)
    if try !isEmpty(fromList) {
      try importSubmodules(module, fullName, fromList)
      return module
    }
    if level == 0 { return try loadModule(String(fullName.prefix { $0 != "." })) }
    let given = string(name)
    if given.isEmpty { return module }
    // The first component of the relative name, as an absolute name.
    let first = given.prefix { $0 != "." }
    return try cachedModule(String(fullName.dropLast(given.utf8.count - first.utf8.count)))
  }

  /// The module `name` (absolute), imported if it is not there yet; for submodules the submodule itself.
  public func importModule(_ name: Value) throws(Raised) -> Value { try loadModule(string(name)) }

  private func isEmpty(_ fromList: Value) throws(Raised) -> Bool {
    if fromList.isNone || fromList.isNull { return true }
    return try !truth(fromList)
  }

  /// `sys.modules[name]`; KeyError becomes the error of CPython.
  private func cachedModule(_ name: String) throws(Raised) -> Value {
    let key = intern(try str(name))
    let found = try dictGet(self.interpreter.modules, key)
    if found.isNull { throw raise(self.types.keyError, message: try str("'\(name)' not in sys.modules as expected")) }
    return found
  }

  // MARK: Relative names

  /// The package that relative names start from.
  private func package(of globals: Value) throws(Raised) -> String {
    guard globals.isKind(.dict) else { throw raise(self.types.typeError, "globals must be a dict") }
    let namespace: Ref<DictObject> = globals.unchecked()
    let package = dictGet(namespace, interned: name(.__package__))
    if package.isKind(.str) { return string(package) }
    if !package.isNull && !package.isNone { throw raise(self.types.typeError, "package must be a string") }
    let spec = dictGet(namespace, interned: name(.__spec__))
    if !spec.isNull && !spec.isNone {
      let parent = try getAttribute(spec, intern(try str("parent")))
      if parent.isKind(.str) { return string(parent) }
    }
    let moduleName = dictGet(namespace, interned: name(.__name__))
    if moduleName.isNull { throw raise(self.types.keyError, "'__name__' not in globals") }
    guard moduleName.isKind(.str) else { throw raise(self.types.typeError, "__name__ must be a string") }
    let text = string(moduleName)
    if !dictGet(namespace, interned: name(.__path__)).isNull { return text }
    guard let dot = text.lastIndex(of: ".") else { return "" }
    return String(text[..<dot])
  }

  private func resolveRelative(_ name: String, _ package: String, _ level: Int) throws(Raised) -> String {
    if package.isEmpty { throw raise(self.types.importError, "attempted relative import with no known parent package") }
    var base = Substring(package)
    for _ in 1..<max(level, 1) {
      guard let dot = base.lastIndex(of: ".") else {
        throw raise(.importBeyondTop)
      }
      base = base[..<dot]
    }
    return name.isEmpty ? String(base) : "\(base).\(name)"
  }

  // MARK: Loading

  /// From the cache, or found and run, parents first.
  private func loadModule(_ name: String) throws(Raised) -> Value {
    let key = intern(try str(name))
    let cached = try dictGet(self.interpreter.modules, key)
    if cached.isNone {
      throw moduleNotFound("import of \(name) halted; None in sys.modules", key)
    }
    if !cached.isNull { return cached }
    try enterRecursive(" during an import")
    defer { leaveRecursive() }
    guard let dot = name.lastIndex(of: ".") else { return try findAndRun(name, key, parent: .null) }
    let parentName = String(name[..<dot])
    // A parent that is None is no package; only an import of itself is halted.
    let known = try dictGet(self.interpreter.modules, intern(try str(parentName)))
    let parent = known.isNone ? known : try loadModule(parentName)
    // The parent's code may have imported it.
    let appeared = try dictGet(self.interpreter.modules, key)
    if !appeared.isNull && !appeared.isNone { return appeared }
    let module = try findAndRun(name, key, parent: parent)
    // The submodule's code may have replaced its package, or taken it away.
    let parentKey = intern(try str(parentName))
    let owner = try dictGet(self.interpreter.modules, parentKey)
    if owner.isNull { throw keyError(parentKey) }
    let child = intern(try str(String(name[name.index(after: dot)...])))
    try setAttribute(owner, child, module)
    return module
  }

  /// The event of an import: the module's name, no file yet, and where modules are looked for.
  private func auditImport(_ name: Value) throws(Raised) {
    let arguments = try tuple(count: 5)
    arguments.items[0] = name
    arguments.items[1] = .none
    for (i, part) in (["path", "meta_path", "path_hooks"] as [StaticString]).enumerated() {
      let value = dictGet(self.interpreter.sysDict, interned: try intern(part))
      arguments.items[i + 2] = value.isNull ? .none : value
    }
    try callAuditHooks(try intern("import"), Value(arguments))
  }

  private func findAndRun(_ name: String, _ key: Value, parent: Value) throws(Raised) -> Value {
    if !self.interpreter.auditHooks.isNull { try auditImport(key) }
    if let spec = box.moduleSpec(name) {
      guard spec.standsIn, let found = try find(name, key, parent: parent), !found.isNamespace else { return try makeNativeModule(spec, key) }
      return try run(found, name, key)
    }
    guard let found = try find(name, key, parent: parent) else {
      throw importError(self.types.moduleNotFoundError, message: try message("No module named %R", key), name: key)
    }
    return try run(found, name, key)
  }

  /// What a module that is not native is made of, which is not run; nil if there is none of that name. The package that it is in is imported.
  public func findModule(_ name: Value) throws(Raised) -> FoundModule? {
    let text = string(name)
    guard let dot = text.lastIndex(of: ".") else { return try find(text, name, parent: .null) }
    return try find(text, name, parent: try loadModule(String(text[..<dot])))
  }

  /// - Parameter parent: the package that the module is in; null if it is in none.
  private func find(_ name: String, _ key: Value, parent: Value) throws(Raised) -> FoundModule? {
    let directories: [String]
    if parent.isNull {
      directories = try searchPath()
    } else {
      let path = try getAttributeOrNull(parent, .__path__)
      if path.isNull {
        let parentName = try str(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]))
        throw notAPackage(parent, try message("No module named %R; %R is not a package", key, parentName), key)
      }
      directories = try strings(in: path)
    }
    let last = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    let settings = try cacheSettings()
    do throws(UnloadableModule) {
      return try box.finder?.find(last, in: directories, settings)
    } catch {
      throw unloadable(error.reason, key, path: error.path)
    }
  }

  /// `sys.path`, the entries that are strs.
  private func searchPath() throws(Raised) -> [String] {
    let path = dictGet(self.interpreter.sysDict, interned: name(.path))
    return path.isNull ? [] : try strings(in: path)
  }

  private func strings(in iterable: Value) throws(Raised) -> [String] {
    var result: [String] = []
    let items: Ref<ListObject> = try list(from: iterable)
    for i in 0..<items.count where items.items[i].isKind(.str) { result.append(string(items.items[i])) }
    return result
  }

  private func makeNativeModule(_ spec: ModuleSpec, _ key: Value) throws(Raised) -> Value {
    let module = try makeModule(key)
    module.header.flags.insert(.special)
    try dictSet(module.dict, name(.__doc__), spec.doc.utf8CodeUnitCount == 0 ? .none : try str(spec.doc))
    try dictSet(module.dict, name(.__spec__), try makeModuleSpec(key, origin: "built-in", isPackage: false))
    try dictSet(self.interpreter.modules, key, Value(module))
    do throws(Raised) {
      try fill(module, from: spec)
    } catch {
      let exception = takeException()
      _ = try dictDelete(self.interpreter.modules, key)
      self.exception = exception
      throw error
    }
    return Value(module)
  }

  private func run(_ found: FoundModule, _ fullName: String, _ key: Value) throws(Raised) -> Value {
    let module = try makeModule(key)
    let spec = try describe(found, key, in: module.dict)
    try dictSet(self.interpreter.modules, key, Value(module))
    if case .namespace = found.content { return Value(module) }
    try dictSet(module.dict, name(.__builtins__), Value(self.interpreter.builtins))
    return try runCode(found, module, spec, key)
  }

  /// Runs a module's code; if it raises, the module leaves the cache again.
  private func runCode(
    _ found: FoundModule, _ module: Ref<ModuleObject>, _ spec: Value, _ key: Value
  ) throws(Raised) -> Value {
    let initializing = try intern("_initializing")
    try setAttribute(spec, initializing, .true)
    do throws(Raised) {
      let function = try makeFunction(try makeCode(found), globals: module.dict)
      _ = try execute(function, namespace: Value(module.dict))
    } catch {
      let exception = takeException()
      _ = try dictDelete(self.interpreter.modules, key)
      self.exception = exception
      throw error
    }
    try setAttribute(spec, initializing, .false)
    // The code may have put something else in its place.
    let final = try dictGet(self.interpreter.modules, key)
    return final.isNull ? Value(module) : final
  }

  // MARK: from ... import

  /// Names in a fromlist that the package lacks may be submodules.
  private func importSubmodules(_ module: Value, _ fullName: String, _ fromList: Value) throws(Raised) {
    if try getAttributeOrNull(module, .__path__).isNull { return }
    let names: Ref<ListObject> = try list(from: fromList)
    for i in 0..<names.count {
      let item = names.items[i]
      guard item.isKind(.str) else { throw raise(self.types.typeError, "Item in ``from list'' must be str, not %T", item) }
      if string(item) == "*" {
        let all = try getAttributeOrNull(module, .__all__)
        if !all.isNull { try importSubmodules(module, fullName, all) }
        continue
      }
      if try !getAttributeOrNull(module, item).isNull { continue }
      let childName = "\(fullName).\(string(item))"
      do throws(Raised) {
        _ = try loadModule(childName)
      } catch {
        guard try isMissing(childName) else { throw error }
        _ = takeException()
      }
    }
  }

  /// Whether the exception on its way says that just this module does not exist.
  private func isMissing(_ name: String) throws(Raised) -> Bool {
    guard matches(self.exception, self.types.moduleNotFoundError) else { return false }
    let exception = self.exception
    let missing = exception.unchecked(as: ExceptionObject.self).field0
    return missing.isKind(.str) && string(missing) == name
  }

  /// ModuleNotFoundError with the module's name.
  private func moduleNotFound(_ message: String, _ name: Value) -> Raised {
    do throws(Raised) {
      return importError(self.types.moduleNotFoundError, message: try str(message), name: name)
    } catch {
      return error
    }
  }

  /// ModuleNotFoundError while the AttributeError for `__path__` is handled, which is not shown.
  private func notAPackage(_ parent: Value, _ message: Value, _ name: Value) -> Raised {
    _ = attributeError(parent, self.name(.__path__))
    let reason = takeException()
    let raised = importError(self.types.moduleNotFoundError, message: message, name: name)
    let e: Ref<ExceptionObject> = self.exception.unchecked()
    if !isException(self.exception) || !isException(reason) { return raised }
    reason.unchecked(as: ExceptionObject.self).context = e.context
    e.context = reason
    e.suppressContext = true
    return raised
  }

  private func unloadable(_ message: String, _ name: Value, path: String) -> Raised {
    do throws(Raised) {
      return importError(self.types.importError, message: try str(message), name: name, path: try str(path))
    } catch {
      return error
    }
  }

  /// The text of a str as a Swift string.
  public func string(_ v: Value) -> String {
    let text: Ref<StrObject> = v.unchecked()
    var result = ""
    for i in 0..<text.count { result.unicodeScalars.append(Unicode.Scalar(text.codePoint(i)) ?? "\u{FFFD}") }
    return result
  }
}
