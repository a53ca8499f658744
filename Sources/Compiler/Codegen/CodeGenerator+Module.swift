import Bytecode

extension CodeGenerator {
  func generateModule(_ body: SyntaxList<Statement>, _ start: CodeLocation) throws(CompileError) {
    var location = start
    if let first = tree[body].first { location = self.location(first) }
    if features.has(.annotateFunctions), scope.hasConditionalAnnotations {
      emit(.BUILD_SET, 0, location)
      emit(.STORE_NAME, unit.names.add(names.conditionalAnnotations), location)
    }
    try visitBody(body, location)
  }

  /// The statements of a class or module, with what its docstring and annotations take.
  func visitBody(_ body: SyntaxList<Statement>, _ location: CodeLocation) throws(CompileError) {
    let isLazy = features.has(.annotateFunctions)
    if isLazy ? defersAnnotations && scope.annotationsUsed : hasAnnotations(body) { emit(.SETUP_ANNOTATIONS, location) }
    let items = tree[body]
    guard !items.isEmpty else { return }
    var first = 0
    if skipsDocstrings, let docstring = tree.docstring(of: body) {
      first = 1
      if options.optimization < 2 {
        load(docstringValue(docstring), self.location(docstring))
        try store(names.doc, .none)
      }
    }
    for index in first..<max(first, items.count) { try visit(items[index]) }
    if isLazy, !defersAnnotations { try processDeferredAnnotations(location) }
  }

  /// Whether docstrings are passed over as statements: up to 3.12 they are statements if they are not wanted.
  var skipsDocstrings: Bool { options.optimization < 2 || features.has(.dropsDocstrings) }

  /// Whether there are annotated variables in the statements, but not in the functions and classes among them.
  private func hasAnnotations(_ body: SyntaxList<Statement>) -> Bool {
    for statement in tree[body] {
      switch tree[statement] {
      case .annAssign: return true
      case .for(_, _, let body, let orElse), .asyncFor(_, _, let body, let orElse), .while(_, let body, let orElse),
        .if(_, let body, let orElse):
        if hasAnnotations(body) || hasAnnotations(orElse) { return true }
      case .with(_, let body), .asyncWith(_, let body):
        if hasAnnotations(body) { return true }
      case .match(_, let cases):
        for matchCase in tree[cases] where hasAnnotations(tree[matchCase].body) { return true }
      case .try(let body, let handlers, let orElse, let finalBody), .tryStar(let body, let handlers, let orElse, let finalBody):
        for handler in tree[handlers] where hasAnnotations(tree[handler].body) { return true }
        if hasAnnotations(body) || hasAnnotations(finalBody) || hasAnnotations(orElse) { return true }
      default: break
      }
    }
    return false
  }
}
