import Bytecode

extension CodeGenerator {
  func visit(_ body: SyntaxList<Statement>) throws(CompileError) {
    for statement in tree[body] { try visit(statement) }
  }

  func visit(_ statement: Statement) throws(CompileError) {
    let location = location(statement)
    try deeper()
    begin(location)
    switch tree[statement] {
    case .functionDef: try visitFunction(statement, isAsync: false)
    case .asyncFunctionDef: try visitFunction(statement, isAsync: true)
    case .classDef: try visitClass(statement)
    case .typeAlias: try visitTypeAlias(statement)
    case .return(let value): try visitReturn(value, location)
    case .delete(let targets): try visit(targets)
    case .assign(let targets, let value):
      try visit(value)
      let items = tree[targets]
      for index in 0..<items.count {
        if index < items.count - 1 { duplicate(location) }
        try visit(items[index])
      }
    case .augAssign(let target, let op, let value):
      try loadForUpdate(target)
      try visit(value)
      emitBinary(op, isInPlace: true, location)
      try storeUpdated(target)
    case .annAssign(let target, let annotation, let value, let isSimple):
      try visitAnnotated(statement, target, annotation, value, isSimple)
    case .raise(let exception, let cause):
      if let exception { try visit(exception) }
      if exception != nil, let cause { try visit(cause) }
      emit(.RAISE_VARARGS, exception == nil ? 0 : cause == nil ? 1 : 2, location)
    case .assert(let test, let message): try visitAssert(test, message, location)
    case .import(let names): try visitImport(names, location)
    case .importFrom(let module, let names, let level): try visitImportFrom(module, names, level, location)
    case .global, .nonlocal: break
    case .expr(let value): try visitExpressionStatement(value, location)
    case .pass: emitTrace(location)
    case .break: try visitBreak(location)
    case .continue: try visitContinue(location)
    default: try visitBlock(statement, location)
    }
    if features.has(.blocksByCreation) { unit.closing = closing(of: statement, location) }
    depth -= 1
  }

  /// The place that CPython's compiler stands at when it has compiled a statement, behind what it has compiled within it (3.10 and 3.11).
  private func closing(of statement: Statement, _ location: CodeLocation) -> CodeLocation {
    switch tree[statement] {
    case .expr(let value): tree.kind(of: value) == .constant ? location : .none
    case .augAssign(let target, _, _): self.location(target)
    case .assert(let test, _): options.optimization == 0 ? self.location(test) : location
    case .if, .match: unit.closing
    case .for(_, _, _, let orElse): orElse.isEmpty ? .none : unit.closing
    case .asyncFor(_, let iterable, _, let orElse): orElse.isEmpty ? self.location(iterable) : unit.closing
    case .while(_, _, let orElse): orElse.isEmpty ? unit.lastTest ?? location : unit.closing
    case .with, .asyncWith: target.usesBlocks ? location : .none
    case .try(_, _, _, let finalBody): finalBody.isEmpty ? .none : unit.closing
    case .tryStar(_, _, let orElse, let finalBody): orElse.isEmpty && finalBody.isEmpty ? .none : unit.closing
    default: location
    }
  }

  /// Begins a statement or handler.
  func begin(_ location: CodeLocation) {
    unit.lastTest = nil
    guard keepsLine else { return }
    unit.currentLine = location
    unit.startsStatement = true
  }

  private func visitBlock(_ statement: Statement, _ location: CodeLocation) throws(CompileError) {
    unit.conditionalDepth += 1
    switch tree[statement] {
    case .for(let target, let iterable, let body, let orElse): try visitFor(target, iterable, body, orElse, location)
    case .asyncFor(let target, let iterable, let body, let orElse): try visitAsyncFor(target, iterable, body, orElse, location)
    case .while(let test, let body, let orElse): try visitWhile(test, body, orElse, location)
    case .if(let test, let body, let orElse): try visitIf(test, body, orElse, location)
    case .with(let items, let body): try visitWith(items, 0, body, isAsync: false, location)
    case .asyncWith(let items, let body): try visitWith(items, 0, body, isAsync: true, location)
    case .match(let subject, let cases): try visitMatch(subject, cases)
    case .try(_, _, _, let finalBody), .tryStar(_, _, _, let finalBody):
      if finalBody.isEmpty { try visitTryExcept(statement) } else { try visitTryFinally(statement, finalBody) }
    default: break
    }
    unit.conditionalDepth -= 1
  }

  private func visitExpressionStatement(_ value: Expression, _ location: CodeLocation) throws(CompileError) {
    if isInteractive, stack.isEmpty {
      try visit(value)
      emitIntrinsic(target.intrinsics.printExpression, before: .PRINT_EXPR, location)
      // PRINT_EXPR pops what it prints.
      return target.has(.CALL_INTRINSIC_1) ? emit(.POP_TOP, .none) : ()
    }
    if tree.kind(of: value) == .constant { return emitTrace(location) }
    try visit(value)
    emit(.POP_TOP, .none)
  }

  private func visitAssert(_ test: Expression, _ message: Expression?, _ location: CodeLocation) throws(CompileError) {
    if options.optimization == 0 || features.has(.constantAssertions) { warnOfAssertion(test, location) }
    guard options.optimization == 0 else { return }
    let end = newLabel()
    try jump(if: test, is: true, to: end, location)
    let location = unit.lastTest ?? location
    if features.has(.commonConstants) {
      emit(.LOAD_COMMON_CONSTANT, target.intrinsics.assertionError, location)
    } else if target.has(.LOAD_ASSERTION_ERROR) {
      emit(.LOAD_ASSERTION_ERROR, location)
    } else {
      emit(.LOAD_GLOBAL, unit.names.add(names.assertionError), location)
    }
    if let message {
      try visit(message)
      emitBareCall(1, location)
    }
    emit(.RAISE_VARARGS, 1, features.has(.partLocations) ? self.location(test) : location)
    use(end)
  }

  // MARK: - Leaving

  private func visitReturn(_ value: Expression?, _ statement: CodeLocation) throws(CompileError) {
    var location = statement
    guard scope.isFunctionLike else { throw error("'return' outside function", location) }
    if value != nil, scope.isCoroutine, scope.isGenerator { throw error("'return' with value in async generator", location) }
    var constant: ConstantID?
    if let value, case .constant(let id, _) = tree[value] { constant = id }
    if let value {
      if constant == nil {
        try visit(value)
      } else {
        location = self.location(value)
        emitTrace(location)
      }
    }
    if value.map({ self.location($0).line != statement.line }) ?? true {
      location = statement
      emitTrace(location)
    }
    _ = try unwindAll(&location, preservesTop: value != nil && constant == nil, stopsAtLoop: false)
    if let constant { load(constant, features.has(.tracedLines) ? location : self.location(value ?? Expression(raw: 0))) } else if value == nil { loadNone(location) }
    emit(.RETURN_VALUE, location)
    if features.has(.returnsEndBlocks) { unit.blockStart = unit.instructions.count }
  }

  private func visitBreak(_ statement: CodeLocation) throws(CompileError) {
    var location = statement
    emitTrace(location)
    guard var loop = try unwindAll(&location, preservesTop: false, stopsAtLoop: true) else {
      throw error("'break' outside loop", statement)
    }
    try unwind(&loop, &location, preservesTop: false)
    jump(loop.exit, location)
  }

  private func visitContinue(_ statement: CodeLocation) throws(CompileError) {
    var location = statement
    emitTrace(location)
    guard let loop = try unwindAll(&location, preservesTop: false, stopsAtLoop: true) else {
      throw error("'continue' not properly in loop", statement)
    }
    jump(loop.start, location)
  }

  /// Emits what leaving the blocks takes, up to the innermost loop if asked for, which is the result.
  private func unwindAll(
    _ location: inout CodeLocation, preservesTop: Bool, stopsAtLoop: Bool
  ) throws(CompileError) -> FrameBlock? {
    guard var top = unit.blocks.last else { return nil }
    if top.kind == .exceptionGroupHandler {
      throw error("'break', 'continue' and 'return' cannot appear in an except* block", location)
    }
    if stopsAtLoop, top.kind == .whileLoop || top.kind == .forLoop || top.kind == .asyncForLoop { return top }
    unit.blocks.removeLast()
    try unwind(&top, &location, preservesTop: preservesTop)
    let loop = try unwindAll(&location, preservesTop: preservesTop, stopsAtLoop: stopsAtLoop)
    unit.blocks.append(top)
    return loop
  }

  // MARK: - Loops and conditions

  private func visitIf(
    _ test: Expression, _ body: SyntaxList<Statement>, _ orElse: SyntaxList<Statement>, _ location: CodeLocation
  ) throws(CompileError) {
    if features.has(.skipsDead), let isTrue = truth(of: test) {
      if !isTrue { try discard(body) }
      try visit(isTrue ? body : orElse)
      return isTrue ? try discard(orElse) : ()
    }
    let end = newLabel()
    let next = orElse.isEmpty ? end : newLabel()
    try jump(if: test, is: false, to: next, location)
    try visit(body)
    if !orElse.isEmpty {
      jumpForward(end)
      use(next)
      try visit(orElse)
    }
    use(end)
  }

  private func visitFor(
    _ target: Expression, _ iterable: Expression, _ body: SyntaxList<Statement>, _ orElse: SyntaxList<Statement>,
    _ statement: CodeLocation
  ) throws(CompileError) {
    let start = newLabel()
    let bodyLabel = features.has(.blocksByCreation) ? newLabel() : nil
    let cleanup = newLabel()
    let end = newLabel()
    try push(.forLoop, start, statement, exit: end)
    try visit(iterable)
    let location = iterationLocation(iterable, statement)
    emit(.GET_ITER, location)
    use(start)
    jump(.FOR_ITER, cleanup, location)
    if let bodyLabel { use(bodyLabel) }
    // Lets the target's line be traced.
    if features.has(.partLocations) { emit(.NOP, self.location(target)) }
    try visit(target)
    try visit(body)
    jump(start, .none)
    use(cleanup)
    endLoop()
    pop()
    try visit(orElse)
    use(end)
  }

  private func visitAsyncFor(
    _ target: Expression, _ iterable: Expression, _ body: SyntaxList<Statement>, _ orElse: SyntaxList<Statement>,
    _ location: CodeLocation
  ) throws(CompileError) {
    if !options.allowsTopLevelAwait || unit.kind != .module, unit.kind != .asyncFunction {
      throw error("'async for' outside async function", location)
    }
    let start = newLabel()
    let except = newLabel()
    let end = newLabel()
    try visit(iterable)
    emit(.GET_AITER, iterationLocation(iterable, location))
    use(start)
    try push(.asyncForLoop, start, location, exit: end)
    jump(.SETUP_FINALLY, except, location)
    emit(.GET_ANEXT, location)
    loadNone(location)
    let send = emitYieldFrom(isAwait: true, location)
    emit(.POP_BLOCK, location)
    if features.has(.notTaken) { emit(.NOT_TAKEN, location) }
    try visit(target)
    try visit(body)
    jump(start, .none)
    pop()
    use(except)
    endAsyncFor(send, features.has(.tracedLines) ? self.location(iterable) : .none)
    try visit(orElse)
    use(end)
  }

  private func visitWhile(
    _ test: Expression, _ body: SyntaxList<Statement>, _ orElse: SyntaxList<Statement>, _ location: CodeLocation
  ) throws(CompileError) {
    let constant = features.has(.skipsDead) ? truth(of: test) : nil
    if constant == false {
      try push(.whileLoop, .none, location)
      try discard(body)
      pop()
      return try visit(orElse)
    }
    let loop = newLabel()
    let inner = newLabel()
    let anchor = newLabel()
    let end = newLabel()
    use(loop)
    try push(.whileLoop, loop, location, exit: end)
    if constant == nil { try jump(if: test, is: false, to: anchor, location) }
    if features.has(.invertedLoops) {
      use(inner)
      try visit(body)
      try jump(if: test, is: true, to: inner, location)
    } else {
      try visit(body)
      jump(loop, .none)
    }
    pop()
    use(anchor)
    try visit(orElse)
    use(end)
  }

  /// Whether a constant is true; nil for other expressions.
  private func truth(of test: Expression) -> Bool? {
    guard case .constant(let id, _) = tree[test] else { return nil }
    return pool.value(of: id, in: tree).isTrue
  }

  // MARK: - Imports

  /// Refuses to import under a name that nothing may be assigned to.
  private func refuse(_ alias: Alias) throws(CompileError) {
    guard features.has(.aliasErrors) else { return }
    let node = tree[alias]
    try refuse((node.asName ?? tree.firstPart(of: node.name)).raw, .store, location(alias))
  }

  private func visitImport(_ aliases: SyntaxList<Alias>, _ location: CodeLocation) throws(CompileError) {
    for alias in tree[aliases] {
      let node = tree[alias]
      try refuse(alias)
      load(.integer(0), location)
      loadNone(location)
      emit(.IMPORT_NAME, name: node.name.raw, location)
      guard let asName = node.asName else {
        try store(tree.firstPart(of: node.name).raw, location)
        continue
      }
      let parts = tree.characters(of: node.name).split(separator: 0x2E, omittingEmptySubsequences: false).map(Array.init)
      for index in 1..<max(1, parts.count) {
        let part = parts[index].withUnsafeBufferPointer { tree.names.intern($0).raw }
        emit(.IMPORT_FROM, unit.names.add(part), location)
        if index < parts.count - 1 {
          swap(location)
          emit(.POP_TOP, location)
        }
      }
      try store(asName.raw, location)
      if parts.count > 1 { emit(.POP_TOP, location) }
    }
  }

  private func visitImportFrom(
    _ module: Identifier?, _ aliases: SyntaxList<Alias>, _ level: Int, _ location: CodeLocation
  ) throws(CompileError) {
    if let module, level == 0 || !features.has(.futureLevels), tree.string(of: module) == "__future__",
      future?.isLate(location.span, features) ?? true
    {
      throw error(FutureFeatures.lateMessage, location)
    }
    load(.integer(Int64(level)), location)
    load(.tuple(tree[aliases].map { .string(tree.text(of: tree[$0].name)) }), location)
    emit(.IMPORT_NAME, name: module?.raw ?? names.empty, location)
    for alias in tree[aliases] {
      let node = tree[alias]
      if node.name.raw == names.star {
        emitIntrinsic(target.intrinsics.importStar, before: .IMPORT_STAR, location)
        // IMPORT_STAR pops the module.
        return target.has(.CALL_INTRINSIC_1) ? emit(.POP_TOP, .none) : ()
      }
      try refuse(alias)
      emit(.IMPORT_FROM, name: node.name.raw, location)
      try store((node.asName ?? node.name).raw, location)
    }
    emit(.POP_TOP, location)
  }
}
