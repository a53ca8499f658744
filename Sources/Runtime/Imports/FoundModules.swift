import Bytecode

/// What becomes of a module that was found: its attributes and its code.
extension Thread {
  /// What `sys` says now of the code of sources.
  func cacheSettings() throws(Raised) -> CacheSettings {
    let denied = dictGet(self.interpreter.sysDict, interned: try intern("dont_write_bytecode"))
    let writes = try denied.isNull ? box.settings.writesBytecode : !truth(denied)
    let prefix = dictGet(self.interpreter.sysDict, interned: try intern("pycache_prefix"))
    return CacheSettings(
      optimization: self.interpreter.optimization,
      prefix: prefix.isNull ? box.settings.cachePrefix : prefix.isKind(.str) ? string(prefix) : nil,
      writes: writes && box.files.contains(.creating))
  }

  /// Gives a module the attributes that say where it is from.
  /// - Parameters:
  ///   - name: a str: its full name.
  ///   - namespace: the module's.
  /// - Returns: its `__spec__`.
  public func describe(_ found: FoundModule, _ name: Value, in namespace: Ref<DictObject>) throws(Raised) -> Value {
    let isPackage = found.searchLocations != nil
    let file = found.path.isEmpty ? .none : try str(found.path)
    let loader = file.isNone ? .none : try makeLoader(found, name, file)
    let spec = try makeModuleSpec(name, loader: loader, origin: file, hasLocation: !file.isNone, isPackage: isPackage)
    try dictSet(namespace, self.name(.__package__), try getAttribute(spec, try intern("parent")))
    try dictSet(namespace, self.name(.__loader__), loader)
    try dictSet(namespace, self.name(.__spec__), spec)
    if let locations = found.searchLocations {
      let path = try list()
      for location in locations { try append(path, try str(location)) }
      try dictSet(namespace, self.name(.__path__), Value(path))
      try setAttribute(spec, try intern("submodule_search_locations"), Value(path))
    }
    if file.isNone { return spec }
    try dictSet(namespace, self.name(.__file__), file)
    if let cached = found.cached {
      let path = try str(cached)
      try dictSet(namespace, self.name(.__cached__), path)
      try setAttribute(spec, try intern("cached"), path)
    }
    return spec
  }

  /// The code of a module that was found: read, or made of its source.
  public func makeCode(_ found: FoundModule) throws(Raised) -> Ref<CodeObject> {
    switch found.content {
    case .code(let image): return try makeCode(image)
    case .source(let bytes):
      let file = try str(found.path)
      let request = CompileRequest(mode: .exec, fileName: text(of: file), optimization: self.interpreter.optimization)
      return try withBuffer(bytes) { (buffer) throws(Raised) in try makeCode(source: buffer, request, fileName: file, keep: found.keep) }
    case .namespace: throw raise(self.types.systemError, "a namespace package has no code")
    }
  }

  private func withBuffer<R>(_ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> R) throws(Raised) -> R {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Raised) in try body(buffer) }
  }

  // MARK: Loaders

  private func makeLoader(_ found: FoundModule, _ name: Value, _ file: Value) throws(Raised) -> Value {
    if case .code = found.content, found.cached == found.path { return try makeLoader("SourcelessFileLoader", name, file) }
    return try makeLoader("SourceFileLoader", name, file)
  }

  /// What loads a module from a file, as programs see it.
  /// - Parameter type: the name of its class.
  public func makeLoader(_ type: StaticString, _ name: Value, _ file: Value) throws(Raised) -> Value {
    let loader = Value(try makeInstance(try loaderType(type)))
    try setAttribute(loader, self.name(.name), name)
    try setAttribute(loader, self.name(.path), file)
    return loader
  }

  /// The class of loaders of a name, made when the first one is needed.
  public func loaderType(_ name: StaticString) throws(Raised) -> Ref<TypeObject> {
    let known = typeNamed(name)
    if !known.isNone { return known }
    let namespace = try dict()
    try dictSet(namespace, self.name(.__module__), try intern("_frozen_importlib_external"))
    for function in LoaderTables.loader {
      let made = try makeFunction(function)
      try dictSet(namespace, made.name, Value(made))
    }
    let type = try makeClass(
      self.types.type, name: try intern(name), bases: try tuple(Value(self.types.object)), namespace: namespace, keywords: Value(try dict()))
    try box.addNativeType(self, name, type.unchecked())
    return type.unchecked()
  }
}

/// The methods of loaders and specs. (CPython: Lib/importlib/_bootstrap_external.py, _bootstrap.py.)
enum LoaderTables {
  static let spec: [NativeFunctionSpec] = [
    .init("__repr__(self)", "", binding: .library) { t, a throws(Raised) in
      let parts = try t.list()
      try t.append(parts, try t.message("name=%R", try t.getAttribute(a[0], t.name(.name))))
      for field in ["loader", "origin", "submodule_search_locations"] as [StaticString] {
        let value = try t.getAttributeOrNull(a[0], try t.intern(field))
        if value.isNull || value.isNone { continue }
        try t.append(parts, try t.message("%S=%R", try t.str(field), value))
      }
      return try t.message("ModuleSpec(%S)", try t.callMethod(try t.str(", "), .join, Value(parts)))
    }
  ]

  static let loader: [NativeFunctionSpec] = [
    .init("__init__(self, fullname, path)", "", binding: .library) { t, a throws(Raised) in
      try t.setAttribute(a[0], t.name(.name), a[1])
      try t.setAttribute(a[0], t.name(.path), a[2])
      return .none
    },
    .init("get_filename(self, name=None)", "The path of the file.", binding: .library) { t, a throws(Raised) in try t.getAttribute(a[0], .path) },
    .init("get_data(self, path)", "The content of a file as bytes.", binding: .library) { t, a throws(Raised) in try t.data(of: a[1]) },
    .init("is_package(self, fullname)", "Whether the file is that of a package.", binding: .library) { t, a throws(Raised) in
      let path = t.string(try t.getAttribute(a[0], .path))
      let file = path.split(separator: "/").last ?? ""
      return Value(file.prefix { $0 != "." } == "__init__" && !t.string(a[1]).hasSuffix("__init__"))
    },
    .init("get_source(self, fullname)", "The text of the source.", binding: .library) { t, a throws(Raised) in
      let data = try t.data(of: try t.getAttribute(a[0], .path))
      return try t.call(try t.getAttribute(data, try t.intern("decode")))
    },
    .init("get_code(self, fullname)", "The code of the module.", binding: .library) { t, a throws(Raised) in
      Value(try t.makeCode(ofFile: try t.getAttribute(a[0], .path)))
    },
    .init("exec_module(self, module)", "Run the code of the module in its namespace.", binding: .library) { t, a throws(Raised) in
      guard a[1].isKind(.module) else { throw t.raise(t.types.typeError, "expected a module, not %T", a[1]) }
      let namespace = a[1].unchecked(as: ModuleObject.self).dict
      let code = try t.makeCode(ofFile: try t.getAttribute(a[0], .path))
      try t.dictSet(namespace, t.name(.__builtins__), Value(t.interpreter.builtins))
      _ = try t.execute(try t.makeFunction(code, globals: namespace), namespace: Value(namespace))
      return .none
    },
    .init("create_module(self, spec)", "None: modules are made as usual.", binding: .library) { _, _ throws(Raised) in .none },
  ]
}

extension Thread {
  /// The code of a source or a compiled file.
  fileprivate func makeCode(ofFile path: Value) throws(Raised) -> Ref<CodeObject> {
    let content = try fileContent(path)
    let name = string(path)
    guard name.hasSuffix(".pyc") else { return try makeCode(FoundModule(content: .source(content), path: name, searchLocations: nil)) }
    let image: CodeImage
    do throws(PycError) { image = try PycFile(reading: content).code } catch {
      throw raise(self.types.importError, message: try str("cannot load '\(name)': \(error)"))
    }
    return try makeCode(image)
  }

  /// The content of a file that a loader knows: of one that is imported or beside one.
  fileprivate func data(of path: Value) throws(Raised) -> Value {
    try fileContent(path).withUnsafeBufferPointer { (buffer) throws(Raised) in try bytes(buffer) }
  }

  private func fileContent(_ path: Value) throws(Raised) -> [UInt8] {
    guard path.isKind(.str) else { throw raise(self.types.typeError, "expected str, not %T", path) }
    guard let finder = box.finder else { throw raise(self.types.osError, "there is no file system") }
    do throws(UnloadableModule) {
      return try finder.data(of: string(path))
    } catch {
      throw raise(self.types.osError, message: try str(error.reason))
    }
  }
}
