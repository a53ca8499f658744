// Kernels of the import family.

/// IMPORT_NAME: calls `__import__`, or goes straight to the import system while the builtin is in place.
func importName(_ t: Thread, _ frame: Frame, _ name: Value, _ level: Value, _ fromList: Value) throws(Raised) -> Value {
  let hook = t.dictGet(frame.builtins, interned: t.name(.__import__))
  if hook.isNull { throw t.raise(t.types.importError, "__import__ not found") }
  let globals = Value(frame.globals)
  if hook == t.interpreter.importFunction {
    return try t.importModule(name, globals: globals, fromList: fromList, level: try t.asIndex(level))
  }
  let arguments = try t.tuple(count: 5)
  arguments.items[0] = name
  arguments.items[1] = globals
  arguments.items[2] = frame.namespace.isNull ? .none : frame.namespace
  arguments.items[3] = fromList
  arguments.items[4] = level
  return try t.call(hook, tuple: Value(arguments), dict: .null)
}

/// IMPORT_FROM: an attribute of the module, or its submodule that is in `sys.modules` although not bound yet (circular imports).
func importFrom(_ t: Thread, _ name: Value, _ module: Value) throws(Raised) -> Value {
  let found = try t.getAttributeOrNull(module, name)
  if !found.isNull { return found }
  let moduleName = try t.getAttributeOrNull(module, .__name__)
  if moduleName.isKind(.str) {
    let fullName = try t.concatenate(moduleName, ".", name)
    let submodule = try t.dictGet(t.interpreter.modules, fullName)
    if !submodule.isNull { return submodule }
  }
  throw try cannotImport(t, name, module, moduleName)
}

private func cannotImport(_ t: Thread, _ name: Value, _ module: Value, _ moduleName: Value) throws(Raised) -> Raised {
  let shownName = moduleName.isKind(.str) ? moduleName : try t.str("<unknown module name>")
  let file = try t.getAttributeOrNull(module, .__file__)
  let place = file.isKind(.str) ? file : try t.str("unknown location")
  let initializing = try isInitializing(t, module)
  var message = TextBuilder(t)
  try message.append("cannot import name ")
  try t.appendRepr(name, to: &message)
  try message.append(initializing ? " from partially initialized module " : " from ")
  try t.appendRepr(shownName, to: &message)
  try message.append(initializing ? " (most likely due to a circular import) (" : " (")
  try message.append(place)
  try message.append(")")
  return t.importError(
    t.types.importError, message: try message.finish(), name: moduleName.isKind(.str) ? moduleName : .none, path: file.isKind(.str) ? file : .none, nameFrom: name)
}

/// Whether the module's code is still running.
func isInitializing(_ t: Thread, _ module: Value) throws(Raised) -> Bool {
  let spec = try t.getAttributeOrNull(module, .__spec__)
  if spec.isNull || spec.isNone { return false }
  let flag = try t.getAttributeOrNull(spec, try t.intern("_initializing"))
  return flag.isNull ? false : try t.truth(flag)
}
