/// Leaving blocks by `return`, `break` and `continue`.
extension CodeGenerator {
  /// Emits what leaving a block takes.
  func unwind(_ block: inout FrameBlock, _ location: inout CodeLocation, preservesTop: Bool) throws(CompileError) {
    if target.has(.CALL_FINALLY) { return unwindCallingFinally(&block, location, preservesTop: preservesTop) }
    if target.usesBlocks { return try unwindBlock(block, &location, preservesTop: preservesTop) }
    switch block.kind {
    case .whileLoop, .exceptionHandler, .exceptionGroupHandler, .asyncComprehension, .stopIteration, .finallyTryKeeping: break
    case .forLoop, .asyncForLoop, .popValue:
      if preservesTop { emit(.SWAP, 2, location) }
      emit(.POP_TOP, location)
    case .tryExcept: emit(.POP_BLOCK, location)
    case .finallyTry:
      emit(.POP_BLOCK, location)
      if preservesTop { try push(.popValue, .none, location) }
      try visit(block.finalBody)
      if preservesTop { pop() }
      // The block seems to run after the statement that leaves.
      location = .none
    case .finallyEnd:
      if preservesTop { emit(.SWAP, 2, location) }
      emit(.POP_TOP, location)
      if preservesTop { emit(.SWAP, 2, location) }
      emit(.POP_BLOCK, location)
      emit(.POP_EXCEPT, location)
    case .with, .asyncWith: try unwindWith(block, &location, preservesTop: preservesTop)
    case .handlerCleanup:
      if block.name != 0 { emit(.POP_BLOCK, location) }
      if preservesTop { emit(.SWAP, 2, location) }
      emit(.POP_BLOCK, location)
      emit(.POP_EXCEPT, location)
      if block.name != 0 { try forget(block.name, location) }
    }
  }

  private func unwindWith(_ block: FrameBlock, _ location: inout CodeLocation, preservesTop: Bool) throws(CompileError) {
    location = block.location
    emit(.POP_BLOCK, location)
    if preservesTop {
      if features.has(.loadSpecial) { emit(.SWAP, 3, location) }
      emit(.SWAP, 2, location)
    }
    callExit(location)
    if block.kind == .asyncWith { emitAwait(2, location) }
    emit(.POP_TOP, location)
    location = .none
  }

  /// `name = None; del name`.
  func forget(_ name: UInt32, _ location: CodeLocation) throws(CompileError) {
    loadNone(location)
    try store(name, location)
    try delete(name, location)
  }

  func callExit(_ location: CodeLocation) {
    loadNone(location)
    for _ in 0..<2 { if target.usesBlocks { duplicate(location) } else { loadNone(location) } }
    // From 3.14 on `self` lies between.
    if features.has(.loadSpecial) { emitCall(3, location) } else { emitBareCall(3, location) }
  }
}
