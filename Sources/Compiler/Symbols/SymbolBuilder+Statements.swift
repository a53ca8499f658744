extension SymbolBuilder {
  func visit(_ body: SyntaxList<Statement>) throws(CompileError) {
    for statement in tree[body] { try visit(statement) }
  }

  func visit(_ statement: Statement) throws(CompileError) {
    let span = tree.span(of: statement)
    try deeper(span)
    switch tree[statement] {
    case .functionDef(let name, let arguments, let body, let decorators, let returns, let typeParameters):
      try visitFunction(statement, name, arguments, body, decorators, returns, typeParameters, isAsync: false)
    case .asyncFunctionDef(let name, let arguments, let body, let decorators, let returns, let typeParameters):
      try visitFunction(statement, name, arguments, body, decorators, returns, typeParameters, isAsync: true)
    case .classDef: try visitClass(statement)
    case .typeAlias(let name, let typeParameters, let value): try visitTypeAlias(statement, name, typeParameters, value)
    case .return(let value):
      if let value {
        try visit(value)
        current.returnsValue = true
      }
    case .delete(let targets): try visit(targets)
    case .assign(let targets, let value):
      try visit(targets)
      try visit(value)
    case .augAssign(let target, _, let value):
      try visit(target)
      try visit(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      try visitAnnotated(target, annotation, value, isSimple, span)
    case .raise(let exception, let cause):
      if let exception { try visit(exception) }
      if let cause { try visit(cause) }
    case .assert(let test, let message):
      try visit(test)
      if let message { try visit(message) }
    case .import(let names): try visit(names, statement)
    case .importFrom(_, let names, _): try visit(names, statement)
    case .global(let names): try declare(names, .global, span)
    case .nonlocal(let names): try declare(names, .nonlocal, span)
    case .expr(let value): try visit(value)
    case .pass, .break, .continue: break
    default: try visitBlock(statement)
    }
    depth -= 1
  }

  /// The statements that make what they hold conditional.
  private func visitBlock(_ statement: Statement) throws(CompileError) {
    let wasConditional = current.inConditionalBlock
    current.inConditionalBlock = true
    switch tree[statement] {
    case .for(let target, let iterable, let body, let orElse), .asyncFor(let target, let iterable, let body, let orElse):
      try visit(target)
      try visit(iterable)
      try visit(body)
      try visit(orElse)
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      try visit(test)
      try visit(body)
      try visit(orElse)
    case .with(let items, let body), .asyncWith(let items, let body):
      for item in tree[items] {
        let item = tree[item]
        try visit(item.contextExpression)
        if let variables = item.optionalVariables { try visit(variables) }
      }
      try visit(body)
    case .match(let subject, let cases):
      try visit(subject)
      for matchCase in tree[cases] {
        let matchCase = tree[matchCase]
        try visit(matchCase.pattern)
        if let condition = matchCase.condition { try visit(condition) }
        try visit(matchCase.body)
      }
    case .try(let body, let handlers, let orElse, let finalBody), .tryStar(let body, let handlers, let orElse, let finalBody):
      try visit(body)
      try visit(orElse)
      for handler in tree[handlers] { try visit(handler) }
      try visit(finalBody)
    default: break
    }
    current.inConditionalBlock = wasConditional
  }

  private func visit(_ handler: ExceptHandler) throws(CompileError) {
    let node = tree[handler]
    if let type = node.type { try visit(type) }
    if let name = node.name { try add(name, .local, tree.span(of: handler)) }
    try visit(node.body)
  }

  private func visit(_ names: SyntaxList<Alias>, _ statement: Statement) throws(CompileError) {
    for alias in tree[names] {
      let node = tree[alias]
      let name = node.asName ?? tree.firstPart(of: node.name)
      if name.raw == star {
        if current.kind != .module { throw .syntax("import * only allowed at module level", tree.span(of: alias)) }
      } else {
        try add(name, [.imported, .local], tree.span(of: alias))
      }
    }
  }

  private var star: UInt32 { names.star }

  private func declare(_ list: SyntaxList<Identifier>, _ flag: SymbolFlags, _ span: Span) throws(CompileError) {
    let word = flag == .global ? "global" : "nonlocal"
    for name in tree[list] {
      let flags = flags(of: name.raw, in: current)
      if !flags.isDisjoint(with: [.parameter, .local, .used, .annotated]) {
        let name = tree.string(of: name)
        if flags.contains(.parameter) { throw .syntax("name '\(name)' is parameter and \(word)", span) }
        if flags.contains(.used) { throw .syntax("name '\(name)' is used prior to \(word) declaration", span) }
        if flags.contains(.annotated) { throw .syntax("annotated name '\(name)' can't be \(word)", span) }
        throw .syntax("name '\(name)' is assigned to before \(word) declaration", span)
      }
      try add(name, flag, span)
      current.directives.append((mangled(name.raw, in: current), span))
    }
  }

  private func visitAnnotated(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool, _ span: Span
  ) throws(CompileError) {
    current.annotationsUsed = true
    if case .name(let name, _) = tree[target] {
      let flags = flags(of: name.raw, in: current)
      if !flags.isDisjoint(with: [.global, .nonlocal]), current !== top, isSimple {
        let word = flags.contains(.global) ? "global" : "nonlocal"
        throw .syntax("annotated name '\(tree.string(of: name))' can't be \(word)", span)
      }
      if isSimple {
        try add(name, [.annotated, .local], tree.span(of: target))
      } else if value != nil {
        try add(name, .local, tree.span(of: target))
      }
    } else {
      try visit(target)
    }
    try visitVariableAnnotation(annotation, isSimple)
    if let value { try visit(value) }
  }
}

extension SyntaxTree {
  /// The part of a dotted name in front of its first dot.
  func firstPart(of name: Identifier) -> Identifier {
    let characters = characters(of: name)
    guard let dot = characters.firstIndex(of: 0x2E) else { return name }
    let part = Array(characters[..<dot])
    return part.withUnsafeBufferPointer { names.intern($0) }
  }
}
