/// Functions, classes, type parameters, annotations.
extension SymbolBuilder {
  func visitFunction(
    _ statement: Statement, _ name: Identifier, _ arguments: Arguments, _ body: SyntaxList<Statement>,
    _ decorators: SyntaxList<Expression>, _ returns: Expression?, _ typeParameters: SyntaxList<TypeParameter>, isAsync: Bool
  ) throws(CompileError) {
    let span = tree.span(of: statement)
    try add(name, .local, span)
    let node = tree[arguments]
    try visit(node.defaults)
    try visit(node.keywordDefaults)
    try visit(decorators)
    if !typeParameters.isEmpty {
      try enterTypeParameters(
        statement, name, typeParameters, isClass: false, hasDefaults: true,
        hasKeywordDefaults: tree[node.keywordDefaults].contains { $0.expression != nil })
    }
    try visitFunctionAnnotations(statement, node, returns)
    enter(.function, name.raw, statement, span)
    current.isCoroutine = isAsync
    current.hasDocstring = docstring(of: body)
    try visit(parametersOf: node)
    try visit(body)
    leave()
    if !typeParameters.isEmpty { leave() }
  }

  func visit(parametersOf node: ArgumentsNode) throws(CompileError) {
    for list in [node.positionalOnly, node.arguments, node.keywordOnly] {
      for parameter in tree[list] { try add(tree[parameter].name, .parameter, tree.span(of: parameter)) }
    }
    if let variadic = node.variadic {
      try add(tree[variadic].name, .parameter, tree.span(of: variadic))
      current.hasVariadic = true
    }
    if let variadic = node.keywordVariadic {
      try add(tree[variadic].name, .parameter, tree.span(of: variadic))
      current.hasVariadicKeywords = true
    }
  }

  func visitClass(_ statement: Statement) throws(CompileError) {
    guard case .classDef(let name, let bases, let keywords, let body, let decorators, let typeParameters) = tree[statement] else { return }
    let span = tree.span(of: statement)
    try add(name, .local, span)
    try visit(decorators)
    let outerPrivate = privateName
    if !typeParameters.isEmpty {
      // The names of the bases are not private to the class, its type parameters are.
      try enterTypeParameters(statement, name, typeParameters, isClass: true, hasDefaults: false, hasKeywordDefaults: false)
    }
    try visit(bases)
    for keyword in tree[keywords] { try visit(tree[keyword].value) }
    enter(.class, name.raw, statement, span)
    current.hasDocstring = docstring(of: body)
    privateName = name.raw
    if !typeParameters.isEmpty {
      try add(names.dunderTypeParameters, .local, span)
      try add(names.typeParameters, .used, span)
    }
    try visit(body)
    leave()
    if !typeParameters.isEmpty { leave() }
    privateName = outerPrivate
  }

  func visitTypeAlias(
    _ statement: Statement, _ name: Expression, _ typeParameters: SyntaxList<TypeParameter>, _ value: Expression
  ) throws(CompileError) {
    try visit(name)
    guard case .name(let identifier, _) = tree[name] else { return }
    let isInClass = current.kind == .class
    if !typeParameters.isEmpty {
      try enterTypeParameters(statement, identifier, typeParameters, isClass: false, hasDefaults: false, hasKeywordDefaults: false)
    }
    enter(.typeAlias, identifier.raw, statement, tree.span(of: statement))
    if features.has(.annotateFunctions) { try add(names.format, .parameter, tree.span(of: statement)) }
    current.canSeeClassScope = isInClass
    if isInClass { try add(names.classDict, .used, tree.span(of: value)) }
    try visit(value)
    leave()
    if !typeParameters.isEmpty { leave() }
  }

  // MARK: - Type parameters

  private func enterTypeParameters(
    _ statement: Statement, _ name: Identifier, _ parameters: SyntaxList<TypeParameter>, isClass: Bool, hasDefaults: Bool,
    hasKeywordDefaults: Bool
  ) throws(CompileError) {
    let isInClass = current.kind == .class
    let span = tree.span(of: statement)
    enter(.typeParameters, name.raw, statement, span, part: .typeParameters)
    if isInClass {
      current.canSeeClassScope = true
      try add(names.classDict, .used, span)
    }
    if isClass {
      if features.has(.typeParametersMangledApart) { current.mangledNames = [] }
      try add(names.typeParameters, .local, span)
      try add(names.typeParameters, .used, span)
      try add(names.genericBase, .local, span)
      try add(names.genericBase, .used, span)
    }
    if hasDefaults { try add(names.defaults, .parameter, span) }
    if hasKeywordDefaults { try add(names.keywordDefaults, .parameter, span) }
    let outer = privateName
    if isClass { privateName = name.raw }
    for parameter in tree[parameters] { try visit(parameter) }
    if isClass, !features.has(.typeParametersMangledApart) { privateName = outer }
  }

  private func visit(_ parameter: TypeParameter) throws(CompileError) {
    let span = tree.span(of: parameter)
    switch tree[parameter] {
    case .typeVar(let name, let bound, let defaultValue):
      try add(name, [.typeParameter, .local], span)
      if let bound {
        var description: StaticString = "a TypeVar bound"
        if case .tuple = tree[bound] { description = "a TypeVar constraint" }
        try visitVariable(bound, name, parameter, .bound, description)
      }
      if let defaultValue { try visitVariable(defaultValue, name, parameter, .defaultValue, "a TypeVar default") }
    case .typeVarTuple(let name, let defaultValue):
      try add(name, [.typeParameter, .local], span)
      if let defaultValue { try visitVariable(defaultValue, name, parameter, .bound, "a TypeVarTuple default") }
    case .paramSpec(let name, let defaultValue):
      try add(name, [.typeParameter, .local], span)
      if let defaultValue { try visitVariable(defaultValue, name, parameter, .bound, "a ParamSpec default") }
    }
  }

  private func visitVariable(
    _ expression: Expression, _ name: Identifier, _ parameter: TypeParameter, _ part: SymbolTable.Part, _ description: StaticString
  ) throws(CompileError) {
    let isInClass = current.canSeeClassScope
    let span = tree.span(of: expression)
    enter(.typeVariable, name.raw, parameter, span, part: part)
    current.description = description
    if features.has(.annotateFunctions) { try add(names.format, .parameter, span) }
    current.canSeeClassScope = isInClass
    if isInClass { try add(names.classDict, .used, span) }
    if case .starred(let value, _) = tree[expression] { try visit(value) } else { try visit(expression) }
    leave()
  }

  // MARK: - Annotations

  private func visitFunctionAnnotations(_ statement: Statement, _ node: ArgumentsNode, _ returns: Expression?) throws(CompileError) {
    if features.has(.annotateFunctions) { return try visitAnnotateFunction(statement, node, returns) }
    try visit(annotationsOf: node)
    if let returns { try visitAnnotation(returns) }
  }

  private func visit(annotationsOf node: ArgumentsNode) throws(CompileError) {
    for list in [node.positionalOnly, node.arguments] {
      for parameter in tree[list] { try visitAnnotation(of: parameter) }
    }
    if let variadic = node.variadic { try visitAnnotation(of: variadic) }
    if let variadic = node.keywordVariadic { try visitAnnotation(of: variadic) }
    for parameter in tree[node.keywordOnly] { try visitAnnotation(of: parameter) }
  }

  private func visitAnnotation(of parameter: Parameter) throws(CompileError) {
    guard let annotation = tree[parameter].annotation else { return }
    current.annotationsUsed = true
    try visitAnnotation(annotation)
  }

  /// An annotation that is evaluated where it stands, or, deferred as text, not at all.
  private func visitAnnotation(_ annotation: Expression) throws(CompileError) {
    if features.has(.annotateFunctions) { current.annotationsUsed = true }
    let isApart = defersAnnotations && !features.has(.annotateFunctions)
    if isApart { enter(.annotation, names.annotation, annotation, tree.span(of: annotation), part: .annotations, isListed: false) }
    if case .starred(let value, _) = tree[annotation] { try visit(value) } else { try visit(annotation) }
    if isApart { leave() }
  }

  private func visitAnnotateFunction(_ statement: Statement, _ node: ArgumentsNode, _ returns: Expression?) throws(CompileError) {
    let isInClass = current.kind == .class
    let canSee = current.canSeeClassScope
    enter(
      .annotation, names.annotate, statement, tree.span(of: statement), part: .annotations, isListed: !defersAnnotations)
    try add(names.format, .parameter, tree.span(of: statement))
    if isInClass || canSee {
      current.canSeeClassScope = true
      try add(names.classDict, .used, tree.span(of: statement))
    }
    try visit(annotationsOf: node)
    if let returns { try visitAnnotation(returns) }
    leave()
  }

  /// The annotation of a variable: from 3.14 on in a scope of the block's own, which all its annotations share.
  func visitVariableAnnotation(_ annotation: Expression, _ isSimple: Bool) throws(CompileError) {
    guard features.has(.annotateFunctions) else { return try visitAnnotation(annotation) }
    let owner = current
    if owner.kind == .class || owner.kind == .module, isSimple,
      owner.inConditionalBlock || owner.kind == .module, !owner.hasConditionalAnnotations {
      owner.hasConditionalAnnotations = true
      try add(names.conditionalAnnotations, .used, tree.span(of: annotation))
    }
    let span = tree.span(of: annotation)
    if let block = owner.annotationBlock {
      enter(block, isListed: false)
    } else {
      let block = Scope(kind: .annotation, name: Identifier(raw: names.annotate), span: span)
      block.isNested = owner.isNested || owner.isFunctionLike
      owner.annotationBlock = block
      enter(block, isListed: !defersAnnotations)
      try add(names.format, .parameter, span)
      if owner.kind == .class {
        block.canSeeClassScope = true
        try add(names.classDict, .used, span)
      }
    }
    let unevaluated = current.inUnevaluatedAnnotation
    current.inUnevaluatedAnnotation = owner.isFunctionLike
    if owner.hasConditionalAnnotations { try add(names.conditionalAnnotations, .used, span) }
    if case .starred(let value, _) = tree[annotation] { try visit(value) } else { try visit(annotation) }
    current.inUnevaluatedAnnotation = unevaluated
    leave()
  }
}
