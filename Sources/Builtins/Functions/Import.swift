import Runtime

/// `__import__`
enum ImportFunction {
  static let spec = NativeFunctionSpec(
    "__import__(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module."
  ) { t, a throws(Raised) in
    try t.importModule(a[0], globals: a[1], fromList: a[3], level: t.has(.parsedImportLevel) ? try t.parsedInt(a[4]) : try t.cInt(a[4]))
  }

  /// Tells the runtime which function is the original, so that IMPORT_NAME need not call it while it is in place.
  static func remember(_ t: Thread, builtins: Ref<DictObject>) {
    t.interpreter.importFunction = t.dictGet(builtins, interned: t.name(.__import__))
  }
}
