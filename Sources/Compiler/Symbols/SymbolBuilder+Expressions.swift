extension SymbolBuilder {
  func visit(_ expressions: SyntaxList<Expression>) throws(CompileError) {
    for expression in tree[expressions] { try visit(expression) }
  }

  func visit(_ expressions: SyntaxList<OptionalExpression>) throws(CompileError) {
    for item in tree[expressions] {
      if let expression = item.expression { try visit(expression) }
    }
  }

  func visit(_ expression: Expression) throws(CompileError) {
    switch tree[expression] {
    case .constant: return
    case .name(let name, let context):
      // What is never evaluated uses nothing.
      if current.inUnevaluatedAnnotation { return }
      try add(name, context == .load ? .used : .local, tree.span(of: expression))
      // `super()` uses the class that it stands in.
      if context == .load, name.raw == names.super, current.isFunctionLike {
        try add(names.class, .used, tree.span(of: expression))
      }
      return
    default: break
    }
    try deeper(tree.span(of: expression))
    try visitCompound(expression)
    depth -= 1
  }

  private func visitCompound(_ expression: Expression) throws(CompileError) {
    switch tree[expression] {
    case .namedExpr(let target, let value): try visitNamed(expression, target, value)
    case .boolOp(_, let values), .joinedStr(let values), .templateStr(let values): try visit(values)
    case .binOp(let left, _, let right):
      try visit(left)
      try visit(right)
    case .unaryOp(_, let operand): try visit(operand)
    case .lambda(let arguments, let body): try visitLambda(expression, tree[arguments], body)
    case .ifExp(let test, let body, let orElse):
      try visit(test)
      try visit(body)
      try visit(orElse)
    case .dict(let keys, let values):
      try visit(keys)
      try visit(values)
    case .set(let elements), .list(let elements, _), .tuple(let elements, _): try visit(elements)
    case .listComp, .setComp, .dictComp, .generatorExp: try visitComprehension(expression)
    case .yield, .yieldFrom, .await: try visitSuspension(expression)
    case .compare(let left, _, let comparators):
      try visit(left)
      try visit(comparators)
    case .call(let function, let arguments, let keywords):
      try visit(function)
      try visit(arguments)
      for keyword in tree[keywords] { try visit(tree[keyword].value) }
    case .formattedValue(let value, _, let formatSpec), .interpolation(let value, _, _, let formatSpec):
      try visit(value)
      if let formatSpec { try visit(formatSpec) }
    case .attribute(let value, _, _), .starred(let value, _): try visit(value)
    case .subscript(let value, let slice, _):
      try visit(value)
      try visit(slice)
    case .slice(let lower, let upper, let step):
      if let lower { try visit(lower) }
      if let upper { try visit(upper) }
      if let step { try visit(step) }
    case .constant, .name: break
    }
  }

  private func visitLambda(_ expression: Expression, _ arguments: ArgumentsNode, _ body: Expression) throws(CompileError) {
    try visit(arguments.defaults)
    try visit(arguments.keywordDefaults)
    enter(.function, names.lambda, expression, tree.span(of: expression))
    try visit(parametersOf: arguments)
    try visit(body)
    leave()
  }

  // MARK: - Suspension

  private func visitSuspension(_ expression: Expression) throws(CompileError) {
    let span = tree.span(of: expression)
    switch tree[expression] {
    case .yield(let value):
      try refuseInAnnotation("yield expression", span)
      if let value { try visit(value) }
      current.isGenerator = true
      try refuseInComprehension(span)
    case .yieldFrom(let value):
      try refuseInAnnotation("yield expression", span)
      try visit(value)
      current.isGenerator = true
      try refuseInComprehension(span)
    case .await(let value):
      try refuseInAnnotation("await expression", span)
      try visit(value)
      current.isCoroutine = true
    default: break
    }
  }

  private func refuseInComprehension(_ span: Span) throws(CompileError) {
    let place: String
    switch current.comprehension {
    case .none: return
    case .list: place = "list comprehension"
    case .set: place = "set comprehension"
    case .dict: place = "dict comprehension"
    case .generator: place = "generator expression"
    }
    throw .syntax("'yield' inside \(place)", span)
  }

  private func refuseInAnnotation(_ what: String, _ span: Span) throws(CompileError) {
    let place: String
    switch current.kind {
    case .annotation: place = "an annotation"
    case .typeVariable: place = "\(current.description)"
    case .typeAlias: place = "a type alias"
    case .typeParameters: place = "the definition of a generic"
    default: return
    }
    throw .syntax("\(what) cannot be used within \(place)", span)
  }

  // MARK: - Assignment expressions

  private func visitNamed(_ expression: Expression, _ target: Expression, _ value: Expression) throws(CompileError) {
    let span = tree.span(of: expression)
    try refuseInAnnotation("named expression", span)
    if current.iterableDepth > 0 {
      throw .syntax("assignment expression cannot be used in a comprehension iterable expression", span)
    }
    if current.comprehension != .none { try bindOutsideComprehension(target) }
    try visit(value)
    try visit(target)
  }

  /// The target of an assignment expression in a comprehension belongs to the scope around all comprehensions.
  private func bindOutsideComprehension(_ target: Expression) throws(CompileError) {
    guard case .name(let name, _) = tree[target] else { return }
    let span = tree.span(of: target)
    for scope in ([current] + stack.reversed()) {
      if scope.comprehension != .none {
        let flags = flags(of: name.raw, in: scope)
        if flags.contains(.iterated), flags.contains(.local) {
          throw .syntax(
            "assignment expression cannot rebind comprehension iteration variable '\(tree.string(of: name))'", span)
        }
        continue
      }
      switch scope.kind {
      case .function:
        try add(name, flags(of: name.raw, in: scope).contains(.global) ? .global : .nonlocal, span)
        current.directives.append((mangled(name.raw, in: current), span))
        return try add(name.raw, .local, scope, span)
      case .module:
        try add(name, .global, span)
        current.directives.append((mangled(name.raw, in: current), span))
        return try add(name.raw, .global, scope, span)
      case .class: throw .syntax("assignment expression within a comprehension cannot be used in a class body", span)
      case .typeParameters:
        throw .syntax("assignment expression within a comprehension cannot be used within the definition of a generic", span)
      case .typeAlias: throw .syntax("assignment expression within a comprehension cannot be used in a type alias", span)
      case .typeVariable: throw .syntax("assignment expression within a comprehension cannot be used in \(scope.description)", span)
      case .annotation: return
      }
    }
  }

  // MARK: - Comprehensions

  private func visitComprehension(_ expression: Expression) throws(CompileError) {
    switch tree[expression] {
    case .listComp(let element, let generators):
      try visitComprehension(expression, .list, names.listComprehension, generators, element, nil)
    case .setComp(let element, let generators):
      try visitComprehension(expression, .set, names.setComprehension, generators, element, nil)
    case .dictComp(let key, let value, let generators):
      try visitComprehension(expression, .dict, names.dictComprehension, generators, key, value)
    case .generatorExp(let element, let generators):
      try visitComprehension(expression, .generator, names.generator, generators, element, nil)
    default: break
    }
  }

  private func visitComprehension(
    _ expression: Expression, _ kind: Scope.ComprehensionKind, _ name: UInt32, _ generators: SyntaxList<Comprehension>,
    _ element: Expression, _ value: Expression?
  ) throws(CompileError) {
    guard let first = tree[generators].first else { return }
    let outermost = tree[first]
    let span = tree.span(of: expression)
    current.iterableDepth += 1
    try visit(outermost.iterable)
    current.iterableDepth -= 1
    enter(.function, name, expression, span)
    if outermost.isAsync { current.isCoroutine = true }
    current.comprehension = kind
    // The outermost iterable comes as an argument.
    try add(names.iterable, .parameter, span)
    current.isInIterationTarget = true
    try visit(outermost.target)
    current.isInIterationTarget = false
    try visit(outermost.conditions)
    for index in 1..<max(1, tree[generators].count) { try visit(tree[generators][index]) }
    if let value { try visit(value) }
    try visit(element)
    current.isGenerator = kind == .generator
    let makesCoroutine = current.isCoroutine && kind != .generator
    leave()
    if makesCoroutine { current.isCoroutine = true }
  }

  private func visit(_ comprehension: Comprehension) throws(CompileError) {
    let node = tree[comprehension]
    current.isInIterationTarget = true
    try visit(node.target)
    current.isInIterationTarget = false
    current.iterableDepth += 1
    try visit(node.iterable)
    current.iterableDepth -= 1
    try visit(node.conditions)
    if node.isAsync { current.isCoroutine = true }
  }

  // MARK: - Patterns

  func visit(_ patterns: SyntaxList<Pattern>) throws(CompileError) {
    for pattern in tree[patterns] { try visit(pattern) }
  }

  func visit(_ pattern: Pattern) throws(CompileError) {
    let span = tree.span(of: pattern)
    try deeper(span)
    switch tree[pattern] {
    case .matchValue(let value): try visit(value)
    case .matchSingleton: break
    case .matchSequence(let patterns), .matchOr(let patterns): try visit(patterns)
    case .matchMapping(let keys, let patterns, let rest):
      try visit(keys)
      try visit(patterns)
      if let rest { try add(rest, .local, span) }
    case .matchClass(let type, let patterns, _, let keywordPatterns):
      try visit(type)
      try visit(patterns)
      try visit(keywordPatterns)
    case .matchStar(let name):
      if let name { try add(name, .local, span) }
    case .matchAs(let inner, let name):
      if let inner { try visit(inner) }
      if let name { try add(name, .local, span) }
    }
    depth -= 1
  }
}
