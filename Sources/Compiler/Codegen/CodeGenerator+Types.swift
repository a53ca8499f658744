import Bytecode

/// Type parameters, type aliases and annotations.
extension CodeGenerator {
  func enterTypeParameters(_ statement: Statement, _ name: UInt32, line: Int32, privateName: UInt32? = nil) throws(CompileError) {
    guard let inner = symbols.scope(of: statement, .typeParameters) else { return }
    let title = tree.identifier("<generic parameters of \(tree.string(of: Identifier(raw: name)))>").raw
    try enter(.annotations, inner, title, line: line, privateName: privateName)
  }

  func visitTypeParameters(_ parameters: SyntaxList<TypeParameter>) throws(CompileError) {
    let items = tree[parameters]
    var hasDefault = false
    for parameter in items {
      let location = location(parameter)
      let name: Identifier
      let defaultValue: Expression?
      var part = SymbolTable.Part.bound
      switch tree[parameter] {
      case .typeVar(let own, let bound, let value):
        (name, defaultValue, part) = (own, value, .defaultValue)
        load(name: own.raw, location)
        try visitBound(bound, own, parameter, location)
      case .typeVarTuple(let own, let value):
        (name, defaultValue) = (own, value)
        load(name: own.raw, location)
        emit(.CALL_INTRINSIC_1, target.intrinsics.typeVarTuple, location)
      case .paramSpec(let own, let value):
        (name, defaultValue) = (own, value)
        load(name: own.raw, location)
        emit(.CALL_INTRINSIC_1, target.intrinsics.paramSpec, location)
      }
      if let defaultValue {
        hasDefault = true
        try visitVariable(defaultValue, name.raw, parameter, part)
        emit(.CALL_INTRINSIC_2, target.intrinsics.setTypeParameterDefault, location)
      } else if hasDefault {
        throw error("non-default type parameter '\(tree.string(of: name))' follows default type parameter", location)
      }
      emit(.COPY, 1, location)
      try store(name.raw, location)
    }
    if let first = items.first { emit(.BUILD_TUPLE, items.count, location(first)) }
  }

  private func visitBound(
    _ bound: Expression?, _ name: Identifier, _ parameter: TypeParameter, _ location: CodeLocation
  ) throws(CompileError) {
    guard let bound else { return emit(.CALL_INTRINSIC_1, target.intrinsics.typeVar, location) }
    try visitVariable(bound, name.raw, parameter, .bound)
    let isTuple = tree.kind(of: bound) == .tuple
    emit(
      .CALL_INTRINSIC_2, isTuple ? target.intrinsics.typeVarWithConstraints : target.intrinsics.typeVarWithBound, location)
  }

  /// The function that gives the bound or default of a type parameter.
  private func visitVariable(
    _ expression: Expression, _ name: UInt32, _ parameter: TypeParameter, _ part: SymbolTable.Part
  ) throws(CompileError) {
    guard let inner = symbols.scope(of: parameter, part) else { return }
    let location = features.has(.partLocations) ? location(expression) : location(parameter)
    let isLazy = features.has(.annotateFunctions)
    if isLazy {
      load(.tuple([.integer(1)]), location)
      try enterAnnotate(inner, name, location)
    } else {
      try enter(.annotations, inner, name, line: location.line)
    }
    if case .starred(let value, _) = tree[expression] {
      try visit(value)
      emit(.UNPACK_SEQUENCE, 1, location)
    } else {
      try visit(expression)
    }
    emit(.RETURN_VALUE, location)
    let code = try leave(addingNone: true)
    makeClosure(code, isLazy ? FunctionParts.defaults.rawValue : 0, location)
  }

  func visitTypeAlias(_ statement: Statement) throws(CompileError) {
    guard case .typeAlias(let target, let typeParameters, let value) = tree[statement], case .name(let name, _) = tree[target],
      let inner = symbols.scope(of: statement)
    else { return }
    let location = location(statement)
    let isGeneric = !typeParameters.isEmpty
    if isGeneric {
      beginCall(location)
      try enterTypeParameters(statement, name.raw, line: location.line)
      load(name: name.raw, location)
      try visitTypeParameters(typeParameters)
    } else {
      load(name: name.raw, location)
      loadNone(location)
    }
    let isLazy = features.has(.annotateFunctions)
    if isLazy {
      load(.tuple([.integer(1)]), location)
      try enterAnnotate(inner, name.raw, location)
    } else {
      try enter(.function, inner, name.raw, line: location.line)
      unit.constants.add(ConstantPool.none)
    }
    try visit(value)
    emit(.RETURN_VALUE, location)
    let code = try leave(addingNone: false)
    makeClosure(code, isLazy ? FunctionParts.defaults.rawValue : 0, location)
    emit(.BUILD_TUPLE, 3, location)
    emit(.CALL_INTRINSIC_1, self.target.intrinsics.typeAlias, location)
    if isGeneric {
      let code = try leave(addingNone: false)
      makeClosure(code, 0, location)
      endCallable(location)
      emitCall(0, location)
    }
    try store(name.raw, location)
  }

  // MARK: - Annotations

  /// Starts a function that takes the format of annotations, and refuses other formats than values.
  func enterAnnotate(_ inner: Scope, _ name: UInt32, _ location: CodeLocation) throws(CompileError) {
    try enter(.annotations, inner, name, line: location.line)
    unit.positionalOnlyCount = 1
    unit.argumentCount = 1
    emit(.LOAD_FAST, 0, location)
    // The last format that gives values.
    load(.integer(2), location)
    emit(.COMPARE_OP, target.comparisons[Int(CompareOperator.greater.rawValue)], location)
    let body = newLabel()
    jump(.POP_JUMP_IF_FALSE, body, location)
    emit(.LOAD_COMMON_CONSTANT, target.intrinsics.notImplementedError, location)
    emit(.RAISE_VARARGS, 1, location)
    use(body)
  }

  /// Ends such a function and makes it.
  func leaveAnnotate(_ location: CodeLocation) throws(CompileError) {
    emit(.RETURN_VALUE, location)
    var fields = try leave(addingNone: true).fields
    fields.localsPlusNames[0] = "format"
    makeClosure(CodeImage(fields), 0, location)
  }

  func visitAnnotations(
    _ statement: Statement, _ arguments: ArgumentsNode, _ returns: Expression?, _ location: CodeLocation
  ) throws(CompileError) -> FunctionParts {
    let isLazy = features.has(.annotateFunctions)
    if isLazy {
      guard let inner = symbols.scope(of: statement, .annotations), inner.annotationsUsed else { return [] }
      try enterAnnotate(inner, names.annotate, location)
      let count = try visitEach(arguments, returns, location)
      emit(.BUILD_MAP, count, location)
      try leaveAnnotate(location)
      return .annotate
    }
    annotatedNames = []
    let count = try visitEach(arguments, returns, location)
    guard count > 0 else { return [] }
    if features.has(.annotationTuples) {
      emit(.BUILD_TUPLE, count * 2, location)
    } else {
      load(.tuple(annotatedNames.map { .string(tree.text(of: Identifier(raw: $0))) }), location)
      emit(.BUILD_CONST_KEY_MAP, count, location)
    }
    return .annotations
  }

  private func visitEach(_ arguments: ArgumentsNode, _ returns: Expression?, _ location: CodeLocation) throws(CompileError) -> Int {
    var count = 0
    for list in [arguments.arguments, arguments.positionalOnly] {
      for parameter in tree[list] { count += try visitAnnotation(of: parameter, location) }
    }
    if let parameter = arguments.variadic { count += try visitAnnotation(of: parameter, location) }
    for parameter in tree[arguments.keywordOnly] { count += try visitAnnotation(of: parameter, location) }
    if let parameter = arguments.keywordVariadic { count += try visitAnnotation(of: parameter, location) }
    if let returns { count += try visitAnnotation(names.return, returns, location) }
    return count
  }

  private func visitAnnotation(of parameter: Parameter, _ location: CodeLocation) throws(CompileError) -> Int {
    let node = tree[parameter]
    guard let annotation = node.annotation else { return 0 }
    return try visitAnnotation(node.name.raw, annotation, location)
  }

  private func visitAnnotation(_ name: UInt32, _ annotation: Expression, _ location: CodeLocation) throws(CompileError) -> Int {
    if features.has(.annotationTuples) { load(name: mangled(name), location) }
    annotatedNames.append(mangled(name))
    if defersAnnotations {
      visitText(of: annotation, location)
    } else if case .starred(let value, _) = tree[annotation] {
      try visit(value)
      emit(.UNPACK_SEQUENCE, 1, location)
    } else {
      try visit(annotation)
    }
    return 1
  }

  /// The source of an annotation as a constant.
  private func visitText(of annotation: Expression, _ statement: CodeLocation) {
    var unparser = Unparser(tree)
    load(.string(unparser.text(of: annotation)), features.has(.annotationLocations) ? location(annotation) : statement)
  }

  func visitAnnotated(
    _ statement: Statement, _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool
  ) throws(CompileError) {
    let location = location(statement)
    if let value {
      try visit(value)
      try visit(target)
    }
    let isOuter = unit.kind == .module || unit.kind == .class
    switch tree[target] {
    case .name(let name, _):
      try refuse(name.raw, .store, self.location(target))
      if isSimple, isOuter { try visitSimple(statement, name.raw, annotation, location) }
    case .attribute(let object, let attribute, _):
      try refuse(attribute.raw, .store, self.location(target))
      if value == nil { try check(object, location) }
    case .subscript(let object, let slice, _):
      if value == nil {
        try check(object, location)
        try check(subscript: slice, location)
      }
    default: throw CompileError(.system, "invalid node type for annotated assignment", location.span)
    }
    if !isSimple, isOuter, !defersAnnotations, !features.has(.annotateFunctions) { try check(annotation, location) }
  }

  private func visitSimple(
    _ statement: Statement, _ name: UInt32, _ annotation: Expression, _ location: CodeLocation
  ) throws(CompileError) {
    if features.has(.annotateFunctions), !defersAnnotations { return deferAnnotation(statement, location) }
    if defersAnnotations { visitText(of: annotation, location) } else { try visit(annotation) }
    emit(.LOAD_NAME, unit.names.add(names.annotations), location)
    load(name: mangled(name), location)
    emit(.STORE_SUBSCR, location)
  }

  /// Evaluates an expression for its errors.
  private func check(_ expression: Expression, _ statement: CodeLocation) throws(CompileError) {
    try visit(expression)
    emit(.POP_TOP, features.has(.annotationLocations) ? location(expression) : statement)
  }

  private func check(subscript expression: Expression, _ statement: CodeLocation) throws(CompileError) {
    switch tree[expression] {
    case .slice(let lower, let upper, let step):
      if let lower { try check(lower, statement) }
      if let upper { try check(upper, statement) }
      if let step { try check(step, statement) }
    case .tuple(let elements, _):
      for element in tree[elements] { try check(subscript: element, statement) }
    default: try check(expression, statement)
    }
  }

  // MARK: - Deferred annotations

  private func deferAnnotation(_ statement: Statement, _ location: CodeLocation) {
    var index = -1
    if scope.hasConditionalAnnotations, unit.conditionalDepth > 0 || unit.kind == .module {
      index = unit.nextConditionalAnnotation
      unit.nextConditionalAnnotation += 1
    }
    unit.deferredAnnotations.append((statement, index))
    guard index >= 0 else { return }
    if unit.kind == .class {
      emit(.LOAD_DEREF, unit.cells.add(names.conditionalAnnotations), location)
    } else {
      emit(.LOAD_NAME, unit.names.add(names.conditionalAnnotations), location)
    }
    load(.integer(Int64(index)), location)
    emit(.SET_ADD, 1, location)
    emit(.POP_TOP, location)
  }

  /// Makes the function that evaluates the annotations of a class's or module's variables.
  func processDeferredAnnotations(_ location: CodeLocation) throws(CompileError) {
    guard !unit.deferredAnnotations.isEmpty, let block = scope.annotationBlock else { return }
    let annotations = unit.deferredAnnotations
    let isModule = unit.kind == .module
    if isModule { beginAnnotationSetup() }
    let isClass = unit.kind == .class
    try enterAnnotate(block, block.name.raw, location)
    emit(.BUILD_MAP, 0, location)
    for (statement, index) in annotations {
      guard case .annAssign(let target, let annotation, _, _) = tree[statement], case .name(let name, _) = tree[target] else { continue }
      let own = self.location(statement)
      let unset = newLabel()
      if index >= 0 {
        load(.integer(Int64(index)), own)
        if isClass {
          emit(.LOAD_DEREF, unit.cells.count + unit.frees.add(names.conditionalAnnotations), own)
        } else {
          emit(.LOAD_GLOBAL, unit.names.add(names.conditionalAnnotations), own)
        }
        emit(.CONTAINS_OP, 0, own)
        jump(.POP_JUMP_IF_FALSE, unset, own)
      }
      try visit(annotation)
      emit(.COPY, 2, own)
      load(name: tree.mangled(name.raw, in: unit.privateName), own)
      emit(.STORE_SUBSCR, location)
      use(unset)
    }
    try leaveAnnotate(location)
    try store(isClass ? names.annotateFunction : names.annotate, location)
    if isModule { endAnnotationSetup() }
  }

  /// What follows is emitted apart, and will stand in the place of ANNOTATIONS_PLACEHOLDER.
  private func beginAnnotationSetup() {
    unit.stashed = (unit.instructions, unit.labels)
    unit.instructions = PlainBuffer(capacity: 16)
    unit.labels = PlainBuffer(capacity: 16)
  }

  private func endAnnotationSetup() {
    guard let stashed = unit.stashed else { return }
    unit.annotationSetup = (unit.instructions, unit.labels)
    (unit.instructions, unit.labels) = stashed
    unit.stashed = nil
  }
}
