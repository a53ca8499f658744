// Kernels of CALL_INTRINSIC_1 and CALL_INTRINSIC_2 (those of exceptions and generators are with their families).

/// INTRINSIC_PRINT: an expression statement of the interactive mode, through `sys.displayhook`.
func printExpression(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value {
  let hook = t.dictGet(t.interpreter.sysDict, interned: t.name(.displayhook))
  if hook.isNull { throw t.raise(t.types.runtimeError, "lost sys.displayhook") }
  _ = try t.call(hook, value)
  return .none
}

/// INTRINSIC_IMPORT_STAR: binds the public names of a module in the frame's namespace.
func importStar(_ t: Thread, _ frame: Frame, _ module: Value) throws(Raised) -> Value {
  if frame.namespace.isNull { throw t.raise(t.types.systemError, "no locals found during 'import *'") }
  var names = try t.getAttributeOrNull(module, .__all__)
  let skipsPrivate = names.isNull
  if names.isNull {
    let dict = try t.getAttributeOrNull(module, .__dict__)
    if dict.isNull {
      throw t.raise(t.types.importError, "from-import-* object has no __dict__ and no __all__")
    }
    names = try t.callMethod(dict, .keys)
  }
  let list: Ref<ListObject> = skipsPrivate ? try t.list(from: names) : try publicNames(t, names)
  for i in 0..<list.count {
    let name = list.items[i]
    guard name.isKind(.str) else { throw try unsuitableStarName(t, module, name, inAll: !skipsPrivate) }
    if skipsPrivate && name.unchecked(as: StrObject.self).count > 0 && name.unchecked(as: StrObject.self).codePoint(0) == 95 { continue }
    try storeName(t, frame, try t.checkedAttributeName(name), try t.getAttribute(module, name))
  }
  return .none
}

/// The items of an `__all__`, by index as CPython asks for them.
private func publicNames(_ t: Thread, _ names: Value) throws(Raised) -> Ref<ListObject> {
  if names.isKind(.list) || names.isKind(.tuple) || names.isObject && !names.object.type.flags.contains(.heap) && t.hasGetItem(names) {
    return try t.list(from: names)
  }
  let list = try t.list()
  guard t.hasGetItem(names) else { throw t.raise(t.types.typeError, "'%T' object does not support indexing", names) }
  do throws(Raised) {
    while true { try t.append(list, try t.getItem(names, Value(small: list.count))) }
  } catch {
    guard t.matches(t.exception, t.types.indexError) else { throw error }
    t.exception = .null
  }
  return list
}

private func unsuitableStarName(_ t: Thread, _ module: Value, _ name: Value, inAll: Bool) throws(Raised) -> Raised {
  let moduleName = try t.getAttribute(module, .__name__)
  guard moduleName.isKind(.str) else { return t.raise(t.types.typeError, "module __name__ must be a string, not %T", moduleName) }
  return t.raise(
    t.types.typeError, inAll ? "Item in %S.__all__ must be str, not %T" : "Key in %S.__dict__ must be str, not %T", moduleName, name)
}

/// INTRINSIC_UNARY_POSITIVE
func unaryPositive(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value { try unaryPositive(t, value) }

/// INTRINSIC_LIST_TO_TUPLE
func listToTuple(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) -> Value {
  guard value.isKind(.list) else { throw t.raise(t.types.systemError, "expected a list, got '%T'", value) }
  return try t.tuple(copying: value.unchecked(as: ListObject.self).slots)
}

// MARK: - Type parameters (PEP 695, PEP 696)

func makeTypeVar(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) -> Value {
  try t.makeTypeVariable(name, evaluateBound: .null, evaluateConstraints: .null)
}

func makeTypeVarWithBound(_ t: Thread, _ frame: Frame, _ name: Value, _ evaluate: Value) throws(Raised) -> Value {
  try t.makeTypeVariable(name, evaluateBound: evaluate, evaluateConstraints: .null)
}

func makeTypeVarWithConstraints(_ t: Thread, _ frame: Frame, _ name: Value, _ evaluate: Value) throws(Raised) -> Value {
  try t.makeTypeVariable(name, evaluateBound: .null, evaluateConstraints: evaluate)
}

func makeParamSpec(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) -> Value {
  try t.makeParameterList(t.types.paramSpec, name)
}

func makeTypeVarTuple(_ t: Thread, _ frame: Frame, _ name: Value) throws(Raised) -> Value {
  try t.makeParameterList(t.types.typeVarTuple, name)
}

/// INTRINSIC_TYPEALIAS: a tuple of name, type parameters (or None) and the function that computes the value.
func makeTypeAlias(_ t: Thread, _ frame: Frame, _ parts: Value) throws(Raised) -> Value {
  guard parts.isKind(.tuple), parts.unchecked(as: TupleObject.self).count == 3 else {
    throw t.raise(t.types.systemError, "a type alias is made of three parts")
  }
  let items = parts.unchecked(as: TupleObject.self).items
  return try t.makeTypeAlias(items[0], typeParameters: items[1].isNone ? .null : items[1], computeValue: items[2], value: .null)
}

/// INTRINSIC_SUBSCRIPT_GENERIC: `typing.Generic[params]`, the base of a class with type parameters; a TypeVarTuple stands unpacked.
func subscriptGeneric(_ t: Thread, _ frame: Frame, _ parameters: Value) throws(Raised) -> Value {
  guard parameters.isKind(.tuple) else { throw t.raise(t.types.systemError, "type parameters must be a tuple, not '%T'", parameters) }
  let given: Ref<TupleObject> = parameters.unchecked()
  let unpacked = try t.list()
  for i in 0..<given.count {
    let parameter = given.items[i]
    if t.typeOf(parameter) == t.types.typeVarTuple {
      let iterator = try t.iterator(of: parameter)
      let item = try t.next(iterator)
      try t.append(unpacked, item.isNull ? parameter : item)
    } else {
      try t.append(unpacked, parameter)
    }
  }
  return try t.genericAlias(Value(t.types.generic), try t.tuple(copying: unpacked.slots))
}

/// INTRINSIC_SET_FUNCTION_TYPE_PARAMS
func setFunctionTypeParameters(_ t: Thread, _ frame: Frame, _ functionValue: Value, _ parameters: Value) throws(Raised) -> Value {
  guard functionValue.isKind(.function), parameters.isKind(.tuple) else {
    throw t.raise(t.types.systemError, "type parameters of a '%T'", functionValue)
  }
  functionValue.unchecked(as: FunctionObject.self).typeParameters = parameters
  return functionValue
}

/// INTRINSIC_SET_TYPEPARAM_DEFAULT
func setTypeParameterDefault(_ t: Thread, _ frame: Frame, _ parameter: Value, _ evaluate: Value) throws(Raised) -> Value {
  let type = t.typeOf(parameter)
  if type == t.types.typeVar {
    parameter.unchecked(as: TypeVarObject.self).evaluateDefault = evaluate
  } else if type == t.types.paramSpec || type == t.types.typeVarTuple {
    parameter.unchecked(as: ParameterListObject.self).evaluateDefault = evaluate
  } else {
    throw t.raise(t.types.typeError, "Expected a type param, got %R", parameter)
  }
  return parameter
}

// MARK: - As instructions of their own (up to 3.11)

/// IMPORT_STAR
func importAllNames(_ t: Thread, _ frame: Frame, _ module: Value) throws(Raised) { _ = try importStar(t, frame, module) }

/// PRINT_EXPR
func showExpression(_ t: Thread, _ frame: Frame, _ value: Value) throws(Raised) { _ = try printExpression(t, frame, value) }

/// LIST_TO_TUPLE
func listToTuple(_ t: Thread, _ list: Value) throws(Raised) -> Value { try listToTuple(t, t.frame, list) }
