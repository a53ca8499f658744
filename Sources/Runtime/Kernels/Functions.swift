// Kernels of the function family.

extension Thread {
  /// A function of `code` with the given globals; its builtins are those that the globals name (`__builtins__`), as from 3.10 on.
  public func makeFunction(_ code: Ref<CodeObject>, globals: Ref<DictObject>) throws(Raised) -> Ref<FunctionObject> {
    let function: Ref<FunctionObject> = try allocate(kind: .function, type: self.types.function, tracedWords: FunctionObject.tracedWords)
    function.code = code
    function.globals = globals
    function.builtins = try builtins(of: globals)
    function.name = code.name
    function.qualifiedName = code.qualifiedName
    let module = dictGet(globals, interned: name(.__name__))
    function.module = module.isNull ? .none : module
    function.doc = docString(code)
    return function
  }

  /// The first constant if it is a str, and is marked as the docstring where there is such a mark.
  private func docString(_ code: Ref<CodeObject>) -> Value {
    if code.traits.contains(.flagsDocstring) && !code.flags.contains(.hasDocstring) { return .none }
    let constants: Ref<TupleObject> = code.constantsTuple.unchecked()
    return constants.count > 0 && constants.items[0].isKind(.str) ? constants.items[0] : .none
  }

  /// `__builtins__` of a namespace, a module or a dict; the interpreter's own if it has none.
  func builtins(of globals: Ref<DictObject>) throws(Raised) -> Ref<DictObject> {
    let found = dictGet(globals, interned: name(.__builtins__))
    if found.isKind(.module) { return found.unchecked(as: ModuleObject.self).dict }
    if found.isKind(.dict) { return found.unchecked() }
    return self.interpreter.builtins
  }
}

extension FunctionObject {
  /// code, globals, builtins, defaults, keywordDefaults, closure, name, qualifiedName, module, doc, annotations, annotate, typeParameters, dict
  static var tracedWords: Int { 14 }
}

/// MAKE_FUNCTION
func makeFunction(_ t: Thread, _ frame: Frame, _ code: Value) throws(Raised) -> Value {
  Value(try t.makeFunction(code.unchecked(), globals: frame.globals))
}

/// MAKE_FUNCTION of 3.11 and 3.12: what is not given is null.
@inline(never)
func makeCompleteFunction(
  _ t: Thread, _ frame: Frame, _ defaults: Value, _ keywordDefaults: Value, _ annotations: Value, _ cells: Value, _ code: Value
) throws(Raised) -> Value {
  let function = try makeFunction(t, frame, code)
  let attributes = [(1, defaults), (2, keywordDefaults), (4, annotations), (8, cells)]
  for (kind, attribute) in attributes where !attribute.isNull { try setFunctionAttribute(t, kind, attribute, function) }
  return function
}

/// MAKE_FUNCTION up to 3.10, with the qualified name above the code object.
@inline(never)
func makeNamedFunction(
  _ t: Thread, _ frame: Frame, _ defaults: Value, _ keywordDefaults: Value, _ annotations: Value, _ cells: Value, _ code: Value,
  _ name: Value
) throws(Raised) -> Value {
  let function = try makeCompleteFunction(t, frame, defaults, keywordDefaults, annotations, cells, code)
  guard name.isKind(.str) else { throw wrongAttribute(t, name) }
  function.unchecked(as: FunctionObject.self).qualifiedName = name
  return function
}

/// SET_FUNCTION_ATTRIBUTE; the kinds are the one-bit flags of the spec's table `function_attribute`.
func setFunctionAttribute(_ t: Thread, _ kind: Int, _ attribute: Value, _ functionValue: Value) throws(Raised) {
  guard functionValue.isKind(.function) else { throw t.raise(t.types.systemError, "SET_FUNCTION_ATTRIBUTE on a '%T'", functionValue) }
  let function: Ref<FunctionObject> = functionValue.unchecked()
  switch kind {
  case 1:
    guard attribute.isKind(.tuple) else { throw wrongAttribute(t, attribute) }
    function.defaults = attribute
  case 2:
    guard attribute.isKind(.dict) else { throw wrongAttribute(t, attribute) }
    function.keywordDefaults = attribute
  case 4:
    guard attribute.isKind(.tuple) || attribute.isKind(.dict) else { throw wrongAttribute(t, attribute) }
    function.annotations = attribute
  case 16:
    guard attribute.isKind(.function) else { throw wrongAttribute(t, attribute) }
    function.annotate = attribute
  default:
    guard isClosure(attribute, count: function.code.freeCount) else { throw wrongAttribute(t, attribute) }
    function.closure = attribute
  }
}

/// A tuple of as many cells as the code has free variables.
private func isClosure(_ v: Value, count: Int) -> Bool {
  guard v.isKind(.tuple) else { return false }
  let cells: Ref<TupleObject> = v.unchecked()
  guard cells.count == count else { return false }
  for i in 0..<count where !cells.items[i].isKind(.cell) { return false }
  return true
}

private func wrongAttribute(_ t: Thread, _ v: Value) -> Raised {
  t.raise(t.types.systemError, "unsuitable function attribute of type '%T'", v)
}

/// LOAD_BUILD_CLASS: `__build_class__` of the frame's builtins.
func loadBuildClass(_ t: Thread, _ frame: Frame) throws(Raised) -> Value {
  let found = t.dictGet(frame.builtins, interned: t.name(.__build_class__))
  if found.isNull { throw t.nameError(t.types.nameError, "__build_class__ not found", t.name(.__build_class__)) }
  return found
}
