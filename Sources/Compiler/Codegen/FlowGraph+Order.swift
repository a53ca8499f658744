import Bytecode

/// The order of blocks, the depth of the stack, and what the passes do together.
extension FlowGraph {
  /// Optimizes the graph (CPython: `_PyCfg_OptimizeCodeUnit`).
  func optimize(_ unit: CodeUnit, _ pool: inout ConstantPool) {
    // Up to 3.9 bytes are optimized.
    if features.has(.writtenJumps) { return }
    if !target.usesBlocks { markHandlers() }
    if features.has(.blocksByCreation) { return optimizeByCreation(unit, &pool) }
    inlineSmallBlocks()
    removeUnreachable()
    if features.has(.earlyLines) { resolveLines() }
    optimizeLoads(&pool)
    optimizeBlocks(&pool)
    removeNopsAndPairs()
    if !features.has(.earlyLines) { inlineSmallBlocks() }
    removeUnreachable()
    removeNopsAndJumps()
    removeUnusedConstants()
    if features.has(.checkedLoads) { addChecks(localCount: unit.variables.count, parameterCount: unit.scope.parameters.count) }
    if target.has(.LOAD_FAST_LOAD_FAST) { insertSuperinstructions() }
    if features.has(.earlyLines) {
      moveColdBlocks()
      resolveLines()
    } else {
      resolveLines()
      guaranteeLines(unit.firstLine)
      if features.has(.coldBlocks) { moveColdBlocks() }
    }
  }

  // MARK: - Cold blocks

  private func markWarm() {
    clearVisited()
    pending.count = 0
    pending.append(Self.entry)
    block(Self.entry).pointee.isVisited = true
    while pending.count > 0 {
      pending.count -= 1
      let current = pending[pending.count]
      block(current).pointee.isWarm = true
      forEachSuccessor(current) { pushUnvisited($0) }
    }
  }

  private func pushUnvisited(_ block: Int32) {
    guard !self.block(block).pointee.isVisited else { return }
    self.block(block).pointee.isVisited = true
    pending.append(block)
  }

  private func forEachSuccessor(_ block: Int32, _ body: (Int32) -> Void) {
    let next = self.block(block).pointee.next
    if next >= 0, fallsThrough(block) { body(next) }
    for index in 0..<count(block) {
      let instruction = instruction(block, index).pointee
      if traits(instruction.op).contains(.jumps) { body(instruction.target) }
    }
  }

  private func markCold() {
    markWarm()
    clearVisited()
    pending.count = 0
    forEachBlock { if block($0).pointee.isHandler { pushUnvisited($0) } }
    while pending.count > 0 {
      pending.count -= 1
      let current = pending[pending.count]
      block(current).pointee.isCold = true
      forEachSuccessor(current) { if !block($0).pointee.isWarm { pushUnvisited($0) } }
    }
  }

  /// Moves the blocks that only exceptions lead to behind the others.
  private func moveColdBlocks() {
    guard block(Self.entry).pointee.next >= 0 else { return }
    markCold()
    jumpFromCold()
    var coldHead: Int32 = -1
    var coldTail: Int32 = -1
    var current = Self.entry
    while block(current).pointee.next >= 0 {
      while block(current).pointee.next >= 0, !block(block(current).pointee.next).pointee.isCold {
        current = block(current).pointee.next
      }
      let first = block(current).pointee.next
      guard first >= 0 else { break }
      var end = first
      while block(end).pointee.next >= 0, block(block(end).pointee.next).pointee.isCold { end = block(end).pointee.next }
      if coldHead < 0 { coldHead = first } else { block(coldTail).pointee.next = first }
      coldTail = end
      block(current).pointee.next = block(end).pointee.next
      block(end).pointee.next = -1
    }
    block(current).pointee.next = coldHead
    guard coldHead >= 0 else { return }
    // What is left of the jumps stays until pseudo-instructions are gone (3.12): the last of the NOPs for a line is the one that is kept.
    if features.has(.earlyLines) { removeNopsAndJumps() } else { removeJumps() }
  }

  /// Cold blocks that fall through to warm ones jump there.
  private func jumpFromCold() {
    forEachBlock { block in
      let next = self.block(block).pointee.next
      guard next >= 0, self.block(block).pointee.isCold, self.block(next).pointee.isWarm, fallsThrough(block) else { return }
      let added = newBlock(capacity: 1)
      self.block(next).pointee.isTarget = true
      var jump = CodeInstruction(features.has(.quietJumps) ? .JUMP_NO_INTERRUPT : .JUMP, 0, .none)
      jump.target = next
      append(jump, to: added)
      self.block(added).pointee.isCold = true
      self.block(added).pointee.next = next
      self.block(added).pointee.predecessors = 1
      self.block(block).pointee.next = added
    }
  }

  // MARK: - What the assembler needs

  /// `and` and `or` keep what they test.
  func convertKeepingJumps() {
    forEachBlock { block in
      guard let last = last(block), last.pointee.op == .JUMP_IF_FALSE || last.pointee.op == .JUMP_IF_TRUE else { return }
      last.pointee.op = last.pointee.op == .JUMP_IF_FALSE ? .POP_JUMP_IF_FALSE : .POP_JUMP_IF_TRUE
      let location = last.pointee.location
      let position = count(block) - 1
      var copy = CodeInstruction(.COPY, 1, location)
      copy.handler = last.pointee.handler
      var toBool = copy
      toBool.set(.TO_BOOL)
      insert(copy, into: block, at: position)
      insert(toBool, into: block, at: position + 1)
    }
  }

  func convertPseudoInstructions() {
    forEachBlock { block in
      for index in 0..<count(block) {
        let instruction = instruction(block, index)
        switch instruction.pointee.op {
        case .SETUP_FINALLY, .SETUP_CLEANUP, .SETUP_WITH, .POP_BLOCK, .ANNOTATIONS_PLACEHOLDER: instruction.pointee.set(.NOP)
        case .LOAD_CLOSURE where !target.has(.LOAD_CLOSURE): instruction.pointee.op = .LOAD_FAST
        case .STORE_FAST_MAYBE_NULL: instruction.pointee.op = .STORE_FAST
        default: break
        }
      }
    }
    removeNopsAndJumps()
  }

  /// The greatest depth of the stack.
  func stackDepth() throws(CompileError) -> Int {
    forEachBlock { block($0).pointee.startDepth = -1 }
    var greatest = 0
    pending.count = 0
    let mayCallFinally = target.has(.CALL_FINALLY)
    enter(Self.entry, 0)
    while pending.count > 0 {
      pending.count -= 1
      let current = pending[pending.count]
      var depth = Int(block(current).pointee.startDepth)
      var falls = true
      for index in 0..<count(current) {
        let instruction = instruction(current, index)
        let (op, argument) = (instruction.pointee.op, Int(instruction.pointee.argument))
        let after = depth + target.effect(op, argument, .next)
        greatest = max(greatest, depth)
        let traits = traits(op)
        if !traits.isDisjoint(with: [.jumps, .setsUp]) {
          let there = depth + target.effect(op, argument, traits.contains(.setsUp) ? .handler : .jump)
          greatest = max(greatest, there)
          enter(instruction.pointee.target, there)
        }
        depth = after
        // What calls of `finally` blocks and their ends do is not known here (3.8).
        if mayCallFinally { depth = max(0, depth) }
        if depth < 0 { throw CompileError(.system, "the stack underflows", nil) }
        if !traits.isDisjoint(with: [.isUnconditional, .leaves]) {
          falls = false
          break
        }
      }
      greatest = max(greatest, falls ? depth : 0)
      let next = block(current).pointee.next
      if falls, next >= 0 { enter(next, depth) }
    }
    return greatest
  }

  private func enter(_ block: Int32, _ depth: Int) {
    let known = self.block(block).pointee.startDepth
    guard known < 0 || target.has(.CALL_FINALLY) && known < depth && known < 100 else { return }
    self.block(block).pointee.startDepth = Int32(depth)
    pending.append(block)
  }

  /// Turns conditional jumps backward into jumps over a jump backward.
  func normalizeJumps() {
    clearVisited()
    var current = Self.entry
    while current >= 0 {
      block(current).pointee.isVisited = true
      normalize(current)
      current = block(current).pointee.next
    }
  }

  private static func reversed(_ op: Op) -> Op? {
    switch op {
    case .POP_JUMP_IF_NOT_NONE: .POP_JUMP_IF_NONE
    case .POP_JUMP_IF_NONE: .POP_JUMP_IF_NOT_NONE
    case .POP_JUMP_IF_FALSE: .POP_JUMP_IF_TRUE
    case .POP_JUMP_IF_TRUE: .POP_JUMP_IF_FALSE
    default: nil
    }
  }

  private func normalize(_ block: Int32) {
    guard let last = last(block), traits(last.pointee.op).contains(.jumps) else { return }
    guard !traits(last.pointee.op).contains(.isUnconditional) else { return }
    guard isBehind(last.pointee.target) else {
      if features.has(.notTaken), Self.reversed(last.pointee.op) != nil {
        var notTaken = CodeInstruction(.NOT_TAKEN, 0, last.pointee.location)
        notTaken.handler = leftHandler(block)
        append(notTaken, to: block)
      }
      return
    }
    guard target.has(.POP_JUMP_IF_FALSE), let reversed = Self.reversed(last.pointee.op) else { return }
    let target = last.pointee.target
    let location = last.pointee.location
    let added = newBlock(capacity: 2)
    if features.has(.notTaken) { append(CodeInstruction(.NOT_TAKEN, 0, location), to: added) }
    var jump = CodeInstruction(.JUMP, 0, location)
    jump.target = target
    append(jump, to: added)
    let next = self.block(block).pointee.next
    if let last = self.last(block) {
      last.pointee.op = reversed
      last.pointee.target = next
    }
    self.block(added).pointee.isCold = self.block(block).pointee.isCold
    self.block(added).pointee.startDepth = next >= 0 ? self.block(next).pointee.startDepth : 0
    self.block(added).pointee.next = next
    self.block(block).pointee.next = added
  }

  private func isBehind(_ target: Int32) -> Bool { block(target).pointee.isVisited }
}
