import Builtins
import Runtime

/// Modules `importlib`, `importlib.util` and `importlib.machinery`, as far as programs use them: imports by name, what a module would be, and
/// modules of files. (CPython: Lib/importlib.)
enum ImportlibModule {
  static let module = ModuleSpec("importlib", doc: "Imports by name.", functions: functions) { t, m throws(Raised) in
    try t.addConstant(m, "__path__", Value(try t.list()))
    try t.addConstant(m, "__import__", t.dictGet(t.interpreter.builtins, interned: t.name(.__import__)))
    try t.addConstant(m, t.name(.__all__), try names(t, ["__import__", "import_module", "invalidate_caches", "reload"]))
  }

  static let utilities = ModuleSpec("importlib.util", doc: "What modules would be, and modules of files.", functions: specs)

  static let machinery = ModuleSpec("importlib.machinery", doc: "Loaders, and the endings of files.") { t, m throws(Raised) in
    for name in ["SourceFileLoader", "SourcelessFileLoader"] as [StaticString] { try t.addConstant(m, name, Value(try t.loaderType(name))) }
    try t.addConstant(m, "ModuleSpec", Value(try t.moduleSpecType()))
    try t.addConstant(m, "SOURCE_SUFFIXES", try names(t, [".py"]))
    try t.addConstant(m, "BYTECODE_SUFFIXES", try names(t, [".pyc"]))
    try t.addConstant(m, "DEBUG_BYTECODE_SUFFIXES", try names(t, [".pyc"]))
    try t.addConstant(m, "OPTIMIZED_BYTECODE_SUFFIXES", try names(t, [".pyc"]))
    try t.addConstant(m, "EXTENSION_SUFFIXES", try names(t, []))
  }

  private static func names(_ t: Thread, _ names: [StaticString]) throws(Raised) -> Value {
    let list = try t.list()
    for name in names { try t.append(list, try t.str(name)) }
    return Value(list)
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("import_module(name, package=None)", "Import a module by name, and return that module itself.") { t, a throws(Raised) in
      try t.importModule(t.intern(try t.str(try absoluteName(t, a[0], a[1]))))
    },
    NativeFunctionSpec("invalidate_caches()", "Does nothing: folders are looked at anew for each import.") { _, _ throws(Raised) in .none },
    NativeFunctionSpec("reload(module)", "Run a module's code again in its namespace.") { t, a throws(Raised) in
      guard a[0].isKind(.module) else { throw t.raise(t.types.typeError, "reload() argument must be a module") }
      let module: Ref<ModuleObject> = a[0].unchecked()
      let name = t.dictGet(module.dict, interned: t.name(.__name__))
      guard name.isKind(.str), (try t.dictGet(t.interpreter.modules, name)) == a[0] else {
        throw t.raise(t.types.importError, "module %S not in sys.modules", name.isNull ? t.name(.__name__) : name)
      }
      if isNative(t, t.string(name)) { return a[0] }
      guard let found = try t.findModule(name) else {
        throw t.raise(t.types.moduleNotFoundError, "spec not found for the module %R", name)
      }
      _ = try t.describe(found, name, in: module.dict)
      if case .namespace = found.content { return a[0] }
      _ = try t.execute(try t.makeFunction(try t.makeCode(found), globals: module.dict), namespace: Value(module.dict))
      return try t.dictGet(t.interpreter.modules, name)
    },
  ]

  /// (To compare the module's optional description with nil crashes the compiler: Swift 6.3.1, LoadableByAddress.)
  private static func isNative(_ t: Thread, _ name: String) -> Bool { t.box.moduleNames.contains(name) }

  /// The full name of a module that may be given relative to a package.
  private static func absoluteName(_ t: Thread, _ name: Value, _ package: Value) throws(Raised) -> String {
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "module name must be str, not %T", name) }
    let text = t.string(name)
    let level = text.prefix { $0 == "." }.count
    if level == 0 { return text }
    guard package.isKind(.str), try t.truth(package) else {
      throw t.raise(t.types.typeError, "the 'package' argument is required to perform a relative import for %R", name)
    }
    var base = Substring(t.string(package))
    for _ in 1..<level {
      guard let dot = base.lastIndex(of: ".") else { throw t.raise(t.types.importError, "attempted relative import beyond top-level package") }
      base = base[..<dot]
    }
    let rest = text.dropFirst(level)
    return rest.isEmpty ? String(base) : "\(base).\(rest)"
  }

  private static let specs: [NativeFunctionSpec] = [
    NativeFunctionSpec("find_spec(name, package=None)", "What a module would be; None if there is none.") { t, a throws(Raised) in
      let text = try absoluteName(t, a[0], a[1])
      let name = t.intern(try t.str(text))
      let known = try t.dictGet(t.interpreter.modules, name)
      if !known.isNull && !known.isNone {
        let spec = try t.getAttributeOrNull(known, .__spec__)
        if spec.isNull || spec.isNone { throw t.raise(t.types.valueError, "%S.__spec__ is None", name) }
        return spec
      }
      if isNative(t, text) { return try t.makeModuleSpec(name, origin: "built-in", isPackage: false) }
      guard let found = try t.findModule(name) else { return .none }
      return try t.describe(found, name, in: try t.dict())
    },
    NativeFunctionSpec("resolve_name(name, package)", "The full name of a module.") { t, a throws(Raised) in try t.str(try absoluteName(t, a[0], a[1])) },
    NativeFunctionSpec(
      "spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None)", "What the module of a file would be."
    ) { t, a throws(Raised) in
      let path = a[1].isKind(.str) ? a[1] : try t.call(Value(t.types.str), a[1])
      let loader = a[2].isNone ? try t.makeLoader(t.string(path).hasSuffix(".pyc") ? "SourcelessFileLoader" : "SourceFileLoader", a[0], path) : a[2]
      let spec = try t.makeModuleSpec(a[0], loader: loader, origin: path, hasLocation: true, isPackage: !a[3].isNone)
      try t.setAttribute(spec, try t.intern("submodule_search_locations"), a[3])
      return spec
    },
    NativeFunctionSpec("module_from_spec(spec)", "A module that has not been run.") { t, a throws(Raised) in
      let name = try t.getAttribute(a[0], t.name(.name))
      guard name.isKind(.str) else { throw t.raise(t.types.typeError, "the name of a spec must be str, not %T", name) }
      let module = try t.makeModule(t.intern(name))
      try t.dictSet(module.dict, t.name(.__spec__), a[0])
      for (attribute, field) in [(Name.__loader__, "loader"), (.__package__, "parent"), (.__file__, "origin")] as [(Name, StaticString)] {
        try t.dictSet(module.dict, t.name(attribute), try t.getAttribute(a[0], try t.intern(field)))
      }
      let locations = try t.getAttribute(a[0], try t.intern("submodule_search_locations"))
      if !locations.isNone { try t.dictSet(module.dict, t.name(.__path__), locations) }
      return Value(module)
    },
  ]
}
