import Bytecode

/// `try` and `with`.
extension CodeGenerator {
  private func popExceptAndReraise(_ location: CodeLocation) {
    emit(.COPY, 3, location)
    emit(.POP_EXCEPT, location)
    emit(.RERAISE, 1, location)
  }

  func visitTryFinally(_ statement: Statement, _ finalBody: SyntaxList<Statement>) throws(CompileError) {
    if target.has(.CALL_FINALLY) { return try visitTryCallingFinally(statement, finalBody) }
    let location = location(statement)
    let body = newLabel()
    let end = newLabel()
    let exit = newLabel()
    let cleanup = newLabel()
    jump(.SETUP_FINALLY, end, location)
    use(body)
    try push(.finallyTry, body, location, exit: end, finalBody: finalBody)
    try visitTryBody(statement)
    emit(.POP_BLOCK, .none)
    pop()
    try visit(finalBody)
    jumpForward(exit)
    use(end)
    if !target.usesBlocks {
      jump(.SETUP_CLEANUP, cleanup, .none)
      emit(.PUSH_EXC_INFO, .none)
    }
    try push(.finallyEnd, end, .none)
    if features.has(.silentHandlers) { silence += 1 }
    try visit(finalBody)
    if features.has(.silentHandlers) { silence -= 1 }
    pop()
    let closing = features.has(.blocksByCreation) ? unit.closing : .none
    emit(.RERAISE, 0, closing)
    if !target.usesBlocks {
      use(cleanup)
      popExceptAndReraise(closing)
    }
    use(exit)
  }

  /// What a `finally` belongs to.
  func visitTryBody(_ statement: Statement) throws(CompileError) {
    switch tree[statement] {
    case .try(let statements, let handlers, _, _), .tryStar(let statements, let handlers, _, _):
      if handlers.isEmpty { try visit(statements) } else { try visitTryExcept(statement) }
    default: break
    }
  }

  func visitTryExcept(_ statement: Statement) throws(CompileError) {
    let location = location(statement)
    switch tree[statement] {
    case .try(let body, let handlers, let orElse, _): try visitTry(body, handlers, orElse, location)
    case .tryStar(let body, let handlers, let orElse, _): try visitTryStar(body, handlers, orElse, location)
    default: break
    }
  }

  /// The statements behind `try`, which begin at a label, and whose exceptions go to another.
  func visitProtected(
    _ statements: SyntaxList<Statement>, at body: JumpLabel, handledAt except: JumpLabel, _ location: CodeLocation
  ) throws(CompileError) {
    jump(.SETUP_FINALLY, except, location)
    use(body)
    try push(.tryExcept, body, location)
    try visit(statements)
    pop()
    emit(.POP_BLOCK, .none)
  }

  private func visitTry(
    _ statements: SyntaxList<Statement>, _ handlers: SyntaxList<ExceptHandler>, _ orElse: SyntaxList<Statement>,
    _ location: CodeLocation
  ) throws(CompileError) {
    if target.usesBlocks { return try visitTryBlock(statements, handlers, orElse, location) }
    let body = newLabel()
    let except = newLabel()
    let end = newLabel()
    let cleanup = newLabel()
    try visitProtected(statements, at: body, handledAt: except, location)
    try visit(orElse)
    jumpForward(end)
    use(except)
    jump(.SETUP_CLEANUP, cleanup, .none)
    emit(.PUSH_EXC_INFO, .none)
    try push(.exceptionHandler, .none, location)
    let items = tree[handlers]
    for (index, handler) in items.enumerated() {
      if tree[handler].type == nil, index < items.count - 1 {
        throw error("default 'except:' must be last", self.location(handler))
      }
      try visit(handler, end)
    }
    pop()
    emit(.RERAISE, 0, .none)
    use(cleanup)
    popExceptAndReraise(.none)
    use(end)
  }

  private func visit(_ handler: ExceptHandler, _ end: JumpLabel) throws(CompileError) {
    let node = tree[handler]
    let location = location(handler)
    let next = newLabel()
    if let type = node.type {
      try visit(type)
      emit(.CHECK_EXC_MATCH, location)
      jump(.POP_JUMP_IF_FALSE, next, location)
    }
    if let name = node.name?.raw {
      let cleanupEnd = newLabel()
      let cleanupBody = newLabel()
      try refuse(name, .store, location)
      try store(name, location)
      jump(.SETUP_CLEANUP, cleanupEnd, location)
      use(cleanupBody)
      try push(.handlerCleanup, cleanupBody, location, name: name)
      try visit(node.body)
      pop()
      emit(.POP_BLOCK, .none)
      emit(.POP_BLOCK, .none)
      emit(.POP_EXCEPT, .none)
      try forget(name, .none)
      jumpForward(end)
      use(cleanupEnd)
      try forget(name, .none)
      emit(.RERAISE, 1, .none)
    } else {
      let cleanupBody = newLabel()
      emit(.POP_TOP, location)
      use(cleanupBody)
      try push(.handlerCleanup, cleanupBody, location)
      try visit(node.body)
      pop()
      emit(.POP_BLOCK, .none)
      emit(.POP_EXCEPT, .none)
      jumpForward(end)
    }
    use(next)
  }

  // MARK: - except*

  private func visitTryStar(
    _ statements: SyntaxList<Statement>, _ handlers: SyntaxList<ExceptHandler>, _ orElse: SyntaxList<Statement>,
    _ location: CodeLocation
  ) throws(CompileError) {
    let protected = newLabel()
    let except = newLabel()
    let orElseLabel = newLabel()
    let end = newLabel()
    let cleanup = newLabel()
    let reraiseStar = newLabel()
    try visitProtected(statements, at: protected, handledAt: except, location)
    jumpForward(orElseLabel)
    use(except)
    jump(.SETUP_CLEANUP, cleanup, .none)
    emit(.PUSH_EXC_INFO, .none)
    try push(.exceptionGroupHandler, .none, location)
    let items = tree[handlers]
    for (index, handler) in items.enumerated() {
      if index == 0 { beginGroup(self.location(handler)) }
      try visitStar(handler)
      if index == items.count - 1 {
        emit(.LIST_APPEND, 1, .none)
        jumpForward(reraiseStar)
      }
    }
    pop()
    finishTryStar(reraiseStar, cleanup, end)
    use(orElseLabel)
    try visit(orElse)
    use(end)
  }

  /// Puts the exception and an empty list below the exception.
  private func beginGroup(_ location: CodeLocation) {
    if target.has(.PREP_RERAISE_STAR) {
      emit(.COPY, 1, location)
      emit(.BUILD_LIST, 0, location)
      emit(.SWAP, 2, location)
    } else {
      emit(.BUILD_LIST, 0, location)
      emit(.COPY, 2, location)
    }
  }

  private func finishTryStar(_ reraiseStar: JumpLabel, _ cleanup: JumpLabel, _ end: JumpLabel) {
    let reraise = newLabel()
    use(reraiseStar)
    if target.has(.PREP_RERAISE_STAR) {
      emit(.PREP_RERAISE_STAR, .none)
    } else {
      emit(.CALL_INTRINSIC_2, target.intrinsics.prepareReraiseStar, .none)
    }
    emit(.COPY, 1, .none)
    jump(.POP_JUMP_IF_NOT_NONE, reraise, .none)
    emit(.POP_TOP, .none)
    emit(.POP_BLOCK, .none)
    emit(.POP_EXCEPT, .none)
    jumpForward(end)
    use(reraise)
    emit(.POP_BLOCK, .none)
    emit(.SWAP, 2, .none)
    emit(.POP_EXCEPT, .none)
    emit(.RERAISE, 0, .none)
    use(cleanup)
    popExceptAndReraise(.none)
  }

  private func visitStar(_ handler: ExceptHandler) throws(CompileError) {
    let node = tree[handler]
    let location = location(handler)
    let except = newLabel()
    let exceptWithError = newLabel()
    let noMatch = newLabel()
    if let type = node.type {
      try visit(type)
      emit(.CHECK_EG_MATCH, location)
      emit(.COPY, 1, location)
      jump(.POP_JUMP_IF_NONE, noMatch, location)
    }
    let cleanupEnd = newLabel()
    let cleanupBody = newLabel()
    let name = node.name?.raw ?? 0
    if name != 0 { try store(name, location) } else { emit(.POP_TOP, location) }
    jump(.SETUP_CLEANUP, cleanupEnd, location)
    use(cleanupBody)
    try push(.handlerCleanup, cleanupBody, location, name: name)
    try visit(node.body)
    pop()
    emit(.POP_BLOCK, .none)
    if name != 0 { try forget(name, .none) }
    jumpForward(except)
    use(cleanupEnd)
    if name != 0 { try forget(name, .none) }
    emit(.LIST_APPEND, 3, .none)
    emit(.POP_TOP, .none)
    jumpForward(exceptWithError)
    use(except)
    emit(.NOP, .none)
    jumpForward(exceptWithError)
    use(noMatch)
    emit(.POP_TOP, location)
    use(exceptWithError)
  }

  // MARK: - with

  func visitWith(
    _ items: SyntaxList<WithItem>, _ index: Int, _ body: SyntaxList<Statement>, isAsync: Bool, _ statement: CodeLocation
  ) throws(CompileError) {
    if isAsync, unit.kind != .asyncFunction, !options.allowsTopLevelAwait || unit.kind != .module {
      throw error("'async with' outside async function", statement)
    }
    if target.usesBlocks { return try visitWithBlock(items, index, body, isAsync: isAsync, statement) }
    let item = tree[tree[items][index]]
    let block = newLabel()
    let final = newLabel()
    let exit = newLabel()
    let cleanup = newLabel()
    try visit(item.contextExpression)
    let location = features.has(.partLocations) ? location(item.contextExpression) : statement
    enterContext(isAsync: isAsync, location)
    jump(.SETUP_WITH, final, location)
    use(block)
    try push(isAsync ? .asyncWith : .with, block, location, exit: final)
    if let variables = item.optionalVariables { try visit(variables) } else { emit(.POP_TOP, location) }
    if index + 1 == tree[items].count {
      try visit(body)
    } else {
      try visitWith(items, index + 1, body, isAsync: isAsync, statement)
    }
    emit(.POP_BLOCK, isAsync ? features.has(.blocksByCreation) ? unit.closing : location : .none)
    pop()
    callExit(location)
    if isAsync { emitAwait(2, location) }
    emit(.POP_TOP, location)
    jump(.JUMP, exit, location)
    use(final)
    jump(.SETUP_CLEANUP, cleanup, location)
    emit(.PUSH_EXC_INFO, location)
    emit(.WITH_EXCEPT_START, location)
    if isAsync { emitAwait(2, location) }
    finishWith(cleanup)
    use(exit)
  }

  private func enterContext(isAsync: Bool, _ location: CodeLocation) {
    if features.has(.loadSpecial) {
      emit(.COPY, 1, location)
      emit(.LOAD_SPECIAL, isAsync ? target.intrinsics.asyncExit : target.intrinsics.exit, location)
      emit(.SWAP, 2, location)
      emit(.SWAP, 3, location)
      emit(.LOAD_SPECIAL, isAsync ? target.intrinsics.asyncEnter : target.intrinsics.enter, location)
      emit(.CALL, 0, location)
    } else {
      emit(isAsync ? .BEFORE_ASYNC_WITH : .BEFORE_WITH, location)
    }
    if isAsync { emitAwait(1, location) }
  }

  private func finishWith(_ cleanup: JumpLabel) {
    let suppress = newLabel()
    emitTruth(.none)
    jump(.POP_JUMP_IF_TRUE, suppress, .none)
    emit(.RERAISE, 2, .none)
    let isEarly = features.has(.earlyCleanup)
    if isEarly {
      use(cleanup)
      popExceptAndReraise(.none)
    }
    use(suppress)
    emit(.POP_TOP, .none)
    emit(.POP_BLOCK, .none)
    emit(.POP_EXCEPT, .none)
    emit(.POP_TOP, .none)
    emit(.POP_TOP, .none)
    if features.has(.loadSpecial) { emit(.POP_TOP, .none) }
    guard !isEarly else { return }
    let exit = newLabel()
    jumpForward(exit)
    use(cleanup)
    popExceptAndReraise(.none)
    use(exit)
  }
}
