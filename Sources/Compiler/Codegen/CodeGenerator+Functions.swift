import Bytecode

/// What SET_FUNCTION_ATTRIBUTE sets.
struct FunctionParts: OptionSet {
  let rawValue: Int

  static let defaults = FunctionParts(rawValue: 1)
  static let keywordDefaults = FunctionParts(rawValue: 2)
  static let annotations = FunctionParts(rawValue: 4)
  static let closure = FunctionParts(rawValue: 8)
  static let annotate = FunctionParts(rawValue: 16)
}

extension CodeGenerator {
  /// Makes a function of code, with what is on the stack for its parts.
  func makeClosure(_ code: CodeImage, _ parts: FunctionParts, _ location: CodeLocation) {
    var parts = parts
    let free = code.freeVariableCount
    if free > 0 {
      for index in code.localsPlusNames.count - free..<code.localsPlusNames.count {
        emit(.LOAD_CLOSURE, closureIndex(code.localsPlusNames[index]), location)
      }
      parts.insert(.closure)
      emit(.BUILD_TUPLE, free, location)
    }
    load(.code(code), location)
    guard target.has(.SET_FUNCTION_ATTRIBUTE) else {
      if target.set.encoding.callsPrepareFrames { load(.string(leftName), location) }
      return emit(.MAKE_FUNCTION, parts.rawValue, location)
    }
    emit(.MAKE_FUNCTION, location)
    for part in [FunctionParts.closure, .annotations, .annotate, .keywordDefaults, .defaults] where parts.contains(part) {
      emit(.SET_FUNCTION_ATTRIBUTE, part.rawValue, location)
    }
  }

  func makeClosure(_ code: CodeImage, _ parts: Int, _ location: CodeLocation) {
    makeClosure(code, FunctionParts(rawValue: parts), location)
  }

  /// The index of the cell or free variable that a function made here takes under that name.
  private func closureIndex(_ text: Text) -> Int {
    let name = text.utf8.withUnsafeBytes { tree.names.intern($0).raw }
    // A class's own cell is not what its body sees under the name.
    if scope.kind == .class, name == names.class || name == names.classDict || name == names.conditionalAnnotations {
      return unit.cells.add(name)
    }
    if unit.cells.contains(name), scope.place(of: name) != .free { return unit.cells.find(name) }
    return unit.cells.count + unit.frees.add(name)
  }

  // MARK: - Parameters

  private func visitDefaults(_ arguments: ArgumentsNode, _ location: CodeLocation) throws(CompileError) -> FunctionParts {
    var parts: FunctionParts = []
    if !arguments.defaults.isEmpty {
      try visit(arguments.defaults)
      emit(.BUILD_TUPLE, tree[arguments.defaults].count, location)
      parts.insert(.defaults)
    }
    if try visitKeywordDefaults(arguments, location) { parts.insert(.keywordDefaults) }
    return parts
  }

  private func visitKeywordDefaults(_ arguments: ArgumentsNode, _ location: CodeLocation) throws(CompileError) -> Bool {
    var keys: [Constant] = []
    let defaults = tree[arguments.keywordDefaults]
    for (index, parameter) in tree[arguments.keywordOnly].enumerated() {
      guard index < defaults.count, let value = defaults[index].expression else { continue }
      let name = Constant.string(tree.text(of: Identifier(raw: mangled(tree[parameter].name.raw))))
      if !features.has(.constantKeyMaps) { load(name, location) }
      keys.append(name)
      try visit(value)
    }
    guard !keys.isEmpty else { return false }
    if features.has(.constantKeyMaps) {
      load(.tuple(keys), location)
      emit(.BUILD_CONST_KEY_MAP, keys.count, location)
    } else {
      emit(.BUILD_MAP, keys.count, location)
    }
    return true
  }

  func setParameters(_ arguments: ArgumentsNode) {
    unit.positionalOnlyCount = tree[arguments.positionalOnly].count
    unit.argumentCount = unit.positionalOnlyCount + tree[arguments.arguments].count
    unit.keywordOnlyCount = tree[arguments.keywordOnly].count
  }

  private func checkParameters(_ arguments: ArgumentsNode) throws(CompileError) {
    for list in [arguments.positionalOnly, arguments.arguments, arguments.keywordOnly] {
      for parameter in tree[list] { try refuse(tree[parameter].name.raw, .store, location(parameter)) }
    }
    for parameter in [arguments.variadic, arguments.keywordVariadic] {
      if let parameter { try refuse(tree[parameter].name.raw, .store, location(parameter)) }
    }
  }

  // MARK: - Functions

  private struct FunctionNode {
    let name: Identifier
    let arguments: Arguments
    let body: SyntaxList<Statement>
    let decorators: SyntaxList<Expression>
    let returns: Expression?
    let typeParameters: SyntaxList<TypeParameter>

    init?(_ node: StatementNode) {
      switch node {
      case .functionDef(let name, let arguments, let body, let decorators, let returns, let typeParameters),
        .asyncFunctionDef(let name, let arguments, let body, let decorators, let returns, let typeParameters):
        self.name = name
        self.arguments = arguments
        self.body = body
        self.decorators = decorators
        self.returns = returns
        self.typeParameters = typeParameters
      default: return nil
      }
    }
  }

  private func firstLine(_ statement: CodeLocation, _ decorators: SyntaxList<Expression>) -> Int32 {
    tree[decorators].first.map { location($0).line } ?? statement.line
  }

  private func applyDecorators(_ decorators: SyntaxList<Expression>, _ statement: CodeLocation) {
    for decorator in tree[decorators].reversed() {
      emitBareCall(1, features.has(.decoratorLocations) ? location(decorator) : statement)
    }
  }

  func visitFunction(_ statement: Statement, isAsync: Bool) throws(CompileError) {
    guard let node = FunctionNode(tree[statement]) else { return }
    let location = location(statement)
    let arguments = tree[node.arguments]
    try checkParameters(arguments)
    try visit(node.decorators)
    let line = firstLine(location, node.decorators)
    let isGeneric = !node.typeParameters.isEmpty
    if isGeneric { beginCall(location) }
    var parts = try visitDefaults(arguments, location)
    let passed = isGeneric ? (parts.contains(.defaults) ? 1 : 0) + (parts.contains(.keywordDefaults) ? 1 : 0) : 0
    if isGeneric {
      if passed == 2 { emit(.SWAP, 2, location) }
      try enterTypeParameters(statement, node.name.raw, line: line)
      unit.argumentCount = passed
      try visitTypeParameters(node.typeParameters)
      for index in 0..<passed { emit(.LOAD_FAST, index, location) }
    }
    parts.formUnion(try visitAnnotations(statement, arguments, node.returns, location))
    let code = try functionCode(statement, node, arguments, isAsync: isAsync, line: line)
    makeClosure(code, parts, location)
    if isGeneric { try leaveGenericFunction(passed, location) }
    applyDecorators(node.decorators, location)
    try store(node.name.raw, location)
  }

  private func leaveGenericFunction(_ passed: Int, _ location: CodeLocation) throws(CompileError) {
    emit(.SWAP, 2, location)
    emit(.CALL_INTRINSIC_2, target.intrinsics.setFunctionTypeParameters, location)
    let code = try leave(addingNone: false)
    makeClosure(code, 0, location)
    // From 3.13 on the first argument lies where `self` does.
    let isBare = target.has(.CALL_KW) && passed > 0
    if passed > 0 { emit(.SWAP, passed + 1, location) } else { endCallable(location) }
    emitCall(isBare ? passed - 1 : passed, location)
  }

  private func functionCode(
    _ statement: Statement, _ node: FunctionNode, _ arguments: ArgumentsNode, isAsync: Bool, line: Int32
  ) throws(CompileError) -> CodeImage {
    guard let inner = symbols.scope(of: statement) else { throw CompileError(.system, "a function without a scope", nil) }
    try enter(isAsync ? .asyncFunction : .function, inner, node.name.raw, line: line)
    setParameters(arguments)
    let docstring = skipsDocstrings ? tree.docstring(of: node.body) : nil
    if let docstring, options.optimization < 2 {
      unit.constants.add(pool.number(of: docstringValue(docstring)))
    } else if !features.has(.codeFlags) {
      unit.constants.add(ConstantPool.none)
    }
    let converts = features.has(.generatorHandlers) && (inner.isCoroutine || inner.isGenerator)
    if converts {
      try push(.stopIteration, .none, .none)
    }
    let items = tree[node.body]
    if docstring != nil, let first = items.first { begin(self.location(first)) }
    for index in (docstring == nil ? 0 : 1)..<max(items.count, docstring == nil ? 0 : 1) { try visit(items[index]) }
    if converts {
      wrapInStopIterationHandler()
      pop()
    }
    return try leave(addingNone: true)
  }

  /// Encloses the unit's instructions in a handler that turns StopIteration into RuntimeError.
  func wrapInStopIterationHandler() {
    let handler = newLabel()
    unit.instructions.append(CodeInstruction(.NOP, 0, .none))
    var index = unit.instructions.count - 1
    while index > 0 {
      unit.instructions[index] = unit.instructions[index - 1]
      index -= 1
    }
    unit.instructions[0] = CodeInstruction(.SETUP_CLEANUP, handler.number, .none)
    for label in 0..<unit.labels.count where unit.labels[label] >= 0 { unit.labels[label] += 1 }
    loadNone(.none)
    emit(.RETURN_VALUE, .none)
    use(handler)
    emit(.CALL_INTRINSIC_1, target.intrinsics.stopIterationError, .none)
    emit(.RERAISE, 1, .none)
  }

  func docstringValue(_ expression: Expression) -> Constant {
    guard case .constant(let id, _) = tree[expression] else { return .none }
    let value = tree.value(of: id)
    guard features.has(.cleanDocstrings), case .string(let text) = value else { return value }
    return .string(Docstring.cleaned(text))
  }

  func visitLambda(_ expression: Expression, _ arguments: Arguments, _ body: Expression) throws(CompileError) {
    let location = location(expression)
    let node = tree[arguments]
    try checkParameters(node)
    let parts = try visitDefaults(node, location)
    guard let inner = symbols.scope(of: expression) else { return }
    try enter(.lambda, inner, names.lambda, line: location.line)
    setParameters(node)
    // Its first constant must not look like a docstring.
    if !features.has(.codeFlags) { unit.constants.add(ConstantPool.none) }
    try visit(body)
    if !inner.isGenerator {
      let start = CodeLocation(line: location.line, endLine: location.line, column: 0, endColumn: 0)
      emit(.RETURN_VALUE, features.has(.unplacedLambdas) ? .unset : features.has(.partLocations) ? self.location(body) : start)
    }
    let code = try leave(addingNone: !inner.isGenerator)
    makeClosure(code, parts, location)
  }

  // MARK: - Classes

  func visitClass(_ statement: Statement) throws(CompileError) {
    guard case .classDef(let name, let bases, let keywords, let body, let decorators, let typeParameters) = tree[statement] else { return }
    try visit(decorators)
    let location = location(statement)
    let line = firstLine(location, decorators)
    let isGeneric = !typeParameters.isEmpty
    if isGeneric {
      beginCall(location)
      try enterTypeParameters(statement, name.raw, line: line, privateName: name.raw)
      try visitTypeParameters(typeParameters)
      try store(names.typeParameters, location)
    }
    let code = try classCode(statement, name, body, isGeneric: isGeneric, line: line)
    beginCall(location)
    // The qualified name of the class is set in its body.
    leftName = tree.text(of: name)
    emit(.LOAD_BUILD_CLASS, location)
    endCallable(location)
    makeClosure(code, 0, location)
    load(name: name.raw, location)
    if isGeneric {
      try load(names.typeParameters, location)
      emit(.CALL_INTRINSIC_1, target.intrinsics.subscriptGeneric, location)
      try store(names.genericBase, location)
      try emitCall(2, bases, keywords, injected: names.genericBase, location)
      let code = try leave(addingNone: false)
      makeClosure(code, 0, location)
      endCallable(location)
      emitCall(0, location)
    } else {
      try emitCall(2, bases, keywords, location)
    }
    applyDecorators(decorators, location)
    try store(name.raw, location)
  }

  private func classCode(
    _ statement: Statement, _ name: Identifier, _ body: SyntaxList<Statement>, isGeneric: Bool, line: Int32
  ) throws(CompileError) -> CodeImage {
    guard let inner = symbols.scope(of: statement) else { throw CompileError(.system, "a class without a scope", nil) }
    try enter(.class, inner, name.raw, line: line, privateName: name.raw)
    let location = CodeLocation(line: line, endLine: line, column: 0, endColumn: 0)
    try load(names.name, location)
    try store(names.module, location)
    load(.string(unit.qualifiedName), location)
    try store(names.qualifiedName, location)
    if features.has(.classAttributes) {
      load(.integer(Int64(line)), location)
      try store(names.firstLine, location)
    }
    if isGeneric {
      try load(names.typeParameters, location)
      try store(names.dunderTypeParameters, location)
    }
    if inner.needsClassDict {
      emit(.LOAD_LOCALS, location)
      emit(.STORE_DEREF, unit.cells.add(names.classDict), location)
    }
    if features.has(.annotateFunctions), inner.hasConditionalAnnotations {
      emit(.BUILD_SET, 0, location)
      emit(.STORE_DEREF, unit.cells.add(names.conditionalAnnotations), location)
    }
    try visitBody(body, location)
    try finishClass(inner)
    return try leave(addingNone: true)
  }

  private func finishClass(_ inner: Scope) throws(CompileError) {
    if features.has(.classAttributes) {
      load(.tuple(staticAttributes()), .none)
      try store(names.staticAttributes, .none)
    }
    if inner.needsClassDict {
      emit(.LOAD_CLOSURE, unit.cells.add(names.classDict), .none)
      try store(names.classDictCell, .none)
    }
    if inner.needsClassClosure {
      emit(.LOAD_CLOSURE, unit.cells.add(names.class), .none)
      duplicate(.none)
      try store(names.classCell, .none)
    } else {
      loadNone(.none)
    }
    emit(.RETURN_VALUE, .none)
  }

  private func staticAttributes() -> [Constant] {
    let items = unit.staticAttributes.items.sorted { tree.precedes($0, $1) }
    return items.map { .string(tree.text(of: Identifier(raw: $0))) }
  }
}
