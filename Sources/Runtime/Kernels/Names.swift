// Kernels of the name family: namespaces of modules, classes and `exec`.

/// LOAD_GLOBAL: the frame's globals, then its builtins.
@inline(__always)
public func loadGlobal(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) -> Value {
  let function = frame.function
  let value = t.dictGet(function.globals, interned: name)
  if _fastPath(!value.isNull) { return value }
  if _slowPath(function.globals.header.type != t.types.dict) { return try loadGlobalOfSubclass(t, function, name) }
  let builtin = t.dictGet(function.builtins, interned: name)
  if _fastPath(!builtin.isNull) { return builtin }
  throw undefinedName(t, name)
}

/// A name that is not in globals of a subclass of dict, which may have a `__missing__`.
@inline(never)
private func loadGlobalOfSubclass(_ t: Thread, _ function: Ref<FunctionObject>, _ name: Value) throws(Raised) -> Value {
  let found = try namespaceGet(t, Value(function.globals), name)
  if !found.isNull { return found }
  let builtin = t.dictGet(function.builtins, interned: name)
  if builtin.isNull { throw undefinedName(t, name) }
  return builtin
}

@inline(never)
func undefinedName(_ t: Thread, _ name: Value) -> Raised {
  t.nameError(t.types.nameError, "name '%S' is not defined", name)
}

/// LOAD_NAME: the frame's namespace, then globals, then builtins.
public func loadName(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) -> Value {
  if _slowPath(frame.namespace.isNull) { throw t.raise(t.types.systemError, "no locals found") }
  let found = try namespaceGet(t, frame.namespace, name)
  return found.isNull ? try loadGlobal(t, frame, name) : found
}

/// LOAD_FROM_DICT_OR_GLOBALS: a given namespace, then globals, then builtins.
public func loadFromNamespaceOrGlobals(_ t: Thread, _ frame: Frame, _ name: Value, _ namespace: Value) throws(Raised) -> Value {
  let found = try namespaceGet(t, namespace, name)
  return found.isNull ? try loadGlobal(t, frame, name) : found
}

/// What a namespace (a dict, or any mapping that a metaclass's `__prepare__` gave) has for a name; null if it raises KeyError.
func namespaceGet(_ t: Thread, _ namespace: Value, _ name: Value) throws(Raised) -> Value {
  if namespace.isNull { return .null }
  if namespace.isKind(.dict) && namespace.object.type == t.types.dict {
    return t.dictGet(namespace.unchecked(as: DictObject.self), interned: name)
  }
  do throws(Raised) {
    return try t.getItem(namespace, name)
  } catch {
    guard t.matches(t.exception, t.types.keyError) else { throw error }
    _ = t.takeException()
    return .null
  }
}

/// STORE_NAME
public func storeName(_ t: Thread, _ frame: Frame, _ name: Value, _ value: Value) throws(Raised) {
  let namespace = frame.namespace
  if namespace.isKind(.dict) && namespace.object.type == t.types.dict {
    try t.dictSet(namespace.unchecked(as: DictObject.self), name, value)
  } else if namespace.isNull {
    throw t.raise(t.types.systemError, "no locals found when storing %R", name)
  } else {
    try t.setItem(namespace, name, value)
  }
}

/// DELETE_NAME. Whatever goes wrong is a NameError, as in CPython.
public func deleteName(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) {
  let namespace = frame.namespace
  if namespace.isNull { throw t.raise(t.types.systemError, "no locals when deleting %R", name) }
  if namespace.isKind(.dict) && namespace.object.type == t.types.dict {
    if try !t.dictDelete(namespace.unchecked(as: DictObject.self), name) { throw undefinedName(t, name) }
    return
  }
  do throws(Raised) {
    try t.deleteItem(namespace, name)
  } catch {
    _ = t.takeException()
    throw undefinedName(t, name)
  }
}

/// STORE_GLOBAL
public func storeGlobal(_ t: Thread, _ frame: Frame, _ name: Value, _ value: Value) throws(Raised) {
  try t.dictSet(frame.globals, name, value)
}

/// DELETE_GLOBAL
public func deleteGlobal(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) {
  if try !t.dictDelete(frame.globals, name) { throw undefinedName(t, name) }
}

/// LOAD_LOCALS
public func loadLocals(_ t: Thread, _ frame: Frame) throws(Raised) -> Value {
  let namespace = frame.namespace
  if namespace.isNull { throw t.raise(t.types.systemError, "no locals found") }
  return namespace
}

/// SETUP_ANNOTATIONS
public func setUpAnnotations(_ t: Thread, _ frame: Frame) throws(Raised) {
  let name = t.name(.__annotations__)
  if frame.namespace.isNull { throw t.raise(t.types.systemError, "no locals found when setting up annotations") }
  if try !namespaceGet(t, frame.namespace, name).isNull { return }
  try storeName(t, frame, name, Value(try t.dict()))
}
