import Bytecode

/// `finally` blocks of 3.8, which stand in the code once and are called: they find on the stack why they run.
extension CodeGenerator {
  func visitTryCallingFinally(_ statement: Statement, _ finalBody: SyntaxList<Statement>) throws(CompileError) {
    let location = location(statement)
    let body = newLabel()
    let end = newLabel()
    // The block comes first, to see whether `break`, `continue` or `return` leave it.
    let before = beginDetached()
    use(end)
    try push(.finallyEnd, end, .none, exit: end)
    try visit(finalBody)
    emit(.END_FINALLY, .none)
    let isLeft = unit.blocks[unit.blocks.count - 1].exit == .none
    // What the statement put below the block.
    if isLeft { emit(.POP_TOP, .none) }
    pop()
    let block = endDetached(before)
    let last = unit.currentLine
    unit.currentLine = location
    if isLeft { loadNone(location) }
    jump(.SETUP_FINALLY, end, location)
    use(body)
    try push(isLeft ? .finallyTryKeeping : .finallyTry, body, location, exit: end)
    try visitTryBody(statement)
    emit(.POP_BLOCK, .none)
    emit(.BEGIN_FINALLY, .none)
    pop()
    attach(block)
    unit.currentLine = last
  }

  /// The statements of a handler that binds a name, which is unbound behind them.
  func visitCallingFinally(_ statements: SyntaxList<Statement>, _ name: UInt32, _ location: CodeLocation) throws(CompileError) {
    let cleanup = newLabel()
    let body = newLabel()
    jump(.SETUP_FINALLY, cleanup, location)
    use(body)
    try push(.handlerCleanup, body, location, exit: cleanup, name: name)
    try visit(statements)
    emit(.POP_BLOCK, .none)
    emit(.BEGIN_FINALLY, .none)
    pop()
    use(cleanup)
    try push(.finallyEnd, cleanup, .none)
    try forget(name, .none)
    emit(.END_FINALLY, .none)
    emit(.POP_EXCEPT, .none)
    pop()
  }

  func finishCallingFinally(_ final: JumpLabel, isAsync: Bool, _ location: CodeLocation) throws(CompileError) {
    use(final)
    try push(.finallyEnd, final, .none)
    emit(.WITH_CLEANUP_START, location)
    if isAsync { emitAwait(0, location) }
    emit(.WITH_CLEANUP_FINISH, location)
    emit(.END_FINALLY, location)
    pop()
  }

  /// Emits what leaving a block takes.
  func unwindCallingFinally(_ block: inout FrameBlock, _ location: CodeLocation, preservesTop: Bool) {
    switch block.kind {
    case .whileLoop, .exceptionHandler, .exceptionGroupHandler, .asyncComprehension, .stopIteration, .popValue: break
    case .finallyEnd:
      block.exit = .none
      emit(.POP_FINALLY, preservesTop ? 1 : 0, location)
      if preservesTop { swap(location) }
      emit(.POP_TOP, location)
    case .forLoop, .asyncForLoop:
      if preservesTop { swap(location) }
      emit(.POP_TOP, location)
    case .tryExcept: emit(.POP_BLOCK, location)
    case .finallyTry:
      emit(.POP_BLOCK, location)
      jump(.CALL_FINALLY, block.exit, location)
    case .finallyTryKeeping:
      emit(.POP_BLOCK, location)
      if preservesTop {
        swap(location)
        emit(.POP_TOP, location)
        jump(.CALL_FINALLY, block.exit, location)
      } else {
        jump(.CALL_FINALLY, block.exit, location)
        emit(.POP_TOP, location)
      }
    case .with, .asyncWith:
      emit(.POP_BLOCK, location)
      if preservesTop { swap(location) }
      emit(.BEGIN_FINALLY, location)
      emit(.WITH_CLEANUP_START, location)
      if block.kind == .asyncWith { emitAwait(0, location) }
      emit(.WITH_CLEANUP_FINISH, location)
      emit(.POP_FINALLY, 0, location)
    case .handlerCleanup:
      if preservesTop { emit(.ROT_FOUR, location) }
      if block.name != 0 {
        emit(.POP_BLOCK, location)
        emit(.POP_EXCEPT, location)
        jump(.CALL_FINALLY, block.exit, location)
      } else {
        emit(.POP_EXCEPT, location)
      }
    }
  }
}
