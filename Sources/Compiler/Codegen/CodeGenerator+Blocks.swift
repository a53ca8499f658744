import Bytecode

/// `try` and `with` where handlers are blocks that instructions set up (3.9 and 3.10). A handler finds the exception as type, value and
/// traceback, above those of the one that was handled before.
extension CodeGenerator {
  func visitTryBlock(
    _ statements: SyntaxList<Statement>, _ handlers: SyntaxList<ExceptHandler>, _ orElse: SyntaxList<Statement>,
    _ location: CodeLocation
  ) throws(CompileError) {
    let body = newLabel()
    let except = newLabel()
    let orElseLabel = newLabel()
    let end = newLabel()
    try visitProtected(statements, at: body, handledAt: except, location)
    jumpForward(orElseLabel)
    use(except)
    try push(.exceptionHandler, .none, location)
    let items = tree[handlers]
    for (index, handler) in items.enumerated() {
      if tree[handler].type == nil, index < items.count - 1 {
        throw error("default 'except:' must be last", self.location(handler))
      }
      try visitBlock(handler, end)
    }
    pop()
    if target.has(.END_FINALLY) { emit(.END_FINALLY, .none) } else { emit(.RERAISE, 0, .none) }
    use(orElseLabel)
    try visit(orElse)
    use(end)
  }

  private func visitBlock(_ handler: ExceptHandler, _ end: JumpLabel) throws(CompileError) {
    let node = tree[handler]
    let location = location(handler)
    let next = newLabel()
    begin(location)
    if let type = node.type {
      emit(.DUP_TOP, location)
      try visit(type)
      if target.has(.JUMP_IF_NOT_EXC_MATCH) {
        jump(.JUMP_IF_NOT_EXC_MATCH, next, location)
      } else {
        emit(.COMPARE_OP, target.exceptionMatch, location)
        jump(.POP_JUMP_IF_FALSE, next, location)
      }
    }
    emit(.POP_TOP, location)
    if let name = node.name?.raw {
      try refuse(name, .store, location)
      try store(name, location)
      emit(.POP_TOP, location)
      try target.has(.CALL_FINALLY) ? visitCallingFinally(node.body, name, location) : visitBlock(node.body, name, end, location)
    } else {
      let body = newLabel()
      emit(.POP_TOP, location)
      emit(.POP_TOP, location)
      use(body)
      try push(.handlerCleanup, body, location)
      try visit(node.body)
      pop()
      emit(.POP_EXCEPT, .none)
    }
    if node.name == nil || target.has(.CALL_FINALLY) { jumpForward(end) }
    use(next)
  }

  /// The statements of a handler that binds a name, which is unbound behind them.
  private func visitBlock(
    _ statements: SyntaxList<Statement>, _ name: UInt32, _ end: JumpLabel, _ location: CodeLocation
  ) throws(CompileError) {
    let cleanup = newLabel()
    let body = newLabel()
    jump(.SETUP_FINALLY, cleanup, location)
    use(body)
    try push(.handlerCleanup, body, location, name: name)
    try visit(statements)
    pop()
    emit(.POP_BLOCK, .none)
    emit(.POP_EXCEPT, .none)
    try forget(name, .none)
    jumpForward(end)
    use(cleanup)
    try forget(name, .none)
    // From 3.10 on with the place where it was raised.
    emit(.RERAISE, features.has(.tracedLines) ? 1 : 0, .none)
  }

  func visitWithBlock(
    _ items: SyntaxList<WithItem>, _ index: Int, _ body: SyntaxList<Statement>, isAsync: Bool, _ statement: CodeLocation
  ) throws(CompileError) {
    let item = tree[tree[items][index]]
    let block = newLabel()
    let final = newLabel()
    let exit = newLabel()
    try visit(item.contextExpression)
    if isAsync {
      emit(.BEFORE_ASYNC_WITH, statement)
      emitAwait(0, statement)
    }
    jump(isAsync ? .SETUP_ASYNC_WITH : .SETUP_WITH, final, statement)
    use(block)
    try push(isAsync ? .asyncWith : .with, block, statement, exit: final)
    if let variables = item.optionalVariables { try visit(variables) } else { emit(.POP_TOP, statement) }
    if index + 1 == tree[items].count {
      try visit(body)
    } else {
      try visitWithBlock(items, index + 1, body, isAsync: isAsync, statement)
      unit.closing = statement
    }
    emit(.POP_BLOCK, isAsync && features.has(.blocksByCreation) ? unit.closing : .none)
    if target.has(.BEGIN_FINALLY) { emit(.BEGIN_FINALLY, .none) }
    pop()
    // What follows has the line of the statement where lines are traced.
    let location = features.has(.tracedLines) ? statement : .none
    if target.has(.BEGIN_FINALLY) { return try finishCallingFinally(final, isAsync: isAsync, location) }
    callExit(location)
    if isAsync { emitAwait(0, location) }
    emit(.POP_TOP, location)
    jump(!keepsLine ? .JUMP : isAsync ? .JUMP_ABSOLUTE : .JUMP_FORWARD, exit, location)
    use(final)
    emit(.WITH_EXCEPT_START, location)
    if isAsync { emitAwait(0, location) }
    let suppressed = newLabel()
    jump(.POP_JUMP_IF_TRUE, suppressed, location)
    emit(.RERAISE, features.has(.tracedLines) ? 1 : 0, location)
    use(suppressed)
    for _ in 0..<3 { emit(.POP_TOP, location) }
    emit(.POP_EXCEPT, location)
    emit(.POP_TOP, location)
    use(exit)
  }

  /// Emits what leaving a block takes.
  func unwindBlock(_ block: FrameBlock, _ location: inout CodeLocation, preservesTop: Bool) throws(CompileError) {
    switch block.kind {
    case .whileLoop, .exceptionHandler, .exceptionGroupHandler, .asyncComprehension, .stopIteration, .finallyTryKeeping: break
    case .forLoop, .asyncForLoop, .popValue:
      if preservesTop { swap(location) }
      emit(.POP_TOP, location)
    case .tryExcept: emit(.POP_BLOCK, location)
    case .finallyTry:
      emit(.POP_BLOCK, location)
      if preservesTop { try push(.popValue, .none, location) }
      try visit(block.finalBody)
      if preservesTop { pop() }
      // From 3.10 on the block seems to run after the statement that leaves.
      if features.has(.tracedLines) { location = .none } else { unit.currentLine = location }
    case .finallyEnd:
      if preservesTop { emit(.ROT_FOUR, location) }
      for _ in 0..<3 { emit(.POP_TOP, location) }
      if preservesTop { emit(.ROT_FOUR, location) }
      emit(.POP_EXCEPT, location)
    case .with, .asyncWith:
      if features.has(.tracedLines) { location = block.location }
      emit(.POP_BLOCK, location)
      if preservesTop { swap(location) }
      callExit(location)
      if block.kind == .asyncWith { emitAwait(0, location) }
      emit(.POP_TOP, location)
      if features.has(.tracedLines) { location = .none }
    case .handlerCleanup:
      if block.name != 0 { emit(.POP_BLOCK, location) }
      if preservesTop { emit(.ROT_FOUR, location) }
      emit(.POP_EXCEPT, location)
      if block.name != 0 { try forget(block.name, location) }
    }
  }
}
