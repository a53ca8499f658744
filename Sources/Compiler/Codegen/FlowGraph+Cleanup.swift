/// What removes dead code, NOPs and jumps.
extension FlowGraph {
  /// The blocks in order, for passes that do not change it.
  @inline(__always)
  func forEachBlock(_ body: (Int32) -> Void) {
    var block = Self.entry
    while block >= 0 {
      body(block)
      block = self.block(block).pointee.next
    }
  }

  private func push(_ block: Int32) {
    self.block(block).pointee.isVisited = true
    pending.append(block)
  }

  /// Counts the predecessors of each block, and empties those that nothing leads to.
  func removeUnreachable() {
    forEachBlock {
      block($0).pointee.predecessors = 0
      block($0).pointee.isVisited = false
    }
    pending.count = 0
    block(Self.entry).pointee.predecessors = 1
    push(Self.entry)
    while pending.count > 0 {
      pending.count -= 1
      let current = pending[pending.count]
      let next = block(current).pointee.next
      if next >= 0, fallsThrough(current) {
        if !block(next).pointee.isVisited { push(next) }
        block(next).pointee.predecessors += 1
      }
      for index in 0..<count(current) {
        let instruction = instruction(current, index).pointee
        guard !traits(instruction.op).isDisjoint(with: [.jumps, .setsUp]) else { continue }
        if !block(instruction.target).pointee.isVisited { push(instruction.target) }
        block(instruction.target).pointee.predecessors += 1
      }
    }
    forEachBlock {
      if block($0).pointee.predecessors == 0 {
        block($0).pointee.count = 0
        block($0).pointee.isHandler = false
      }
    }
  }

  // MARK: - NOPs

  /// Removes the NOPs of a block that no line needs; gives their number.
  /// - Parameter line: the line with which the block is entered, if that is known.
  @discardableResult
  func removeNops(_ block: Int32, behind line: Int32 = -1) -> Int {
    let count = count(block)
    let base = instruction(block, 0)
    var first = 0
    while first < count, base[first].op != .NOP { first += 1 }
    guard first < count else { return 0 }
    var destination = first
    var previousLine: Int32 = first > 0 ? base[first - 1].location.line : line
    for source in first..<count {
      let line = base[source].location.line
      if base[source].op == .NOP {
        if line < 0 || previousLine == line { continue }
        if source < count - 1 {
          let nextLine = base[source + 1].location.line
          if nextLine == line { continue }
          if nextLine < 0 {
            base[source + 1].location = base[source].location
            continue
          }
        } else if nextLine(behind: block) == line {
          continue
        }
      }
      if destination != source { base[destination] = base[source] }
      destination += 1
      previousLine = line
    }
    self.block(block).pointee.count = Int32(destination)
    return count - destination
  }

  /// The line with which the next block begins, NOPs without a line left out; -1 if it has none.
  private func nextLine(behind block: Int32) -> Int32 {
    let next = nonempty(self.block(block).pointee.next)
    guard next >= 0 else { return -1 }
    for index in 0..<count(next) {
      let instruction = instruction(next, index).pointee
      if instruction.op == .NOP, instruction.location.line < 0 { continue }
      return instruction.location.line
    }
    return -1
  }

  @discardableResult
  func removeNops() -> Int {
    var removed = 0
    forEachBlock { removed += removeNops($0) }
    return removed
  }

  /// Removes values that are pushed and popped at once.
  func removeNopsAndPairs() {
    var isDone = false
    while !isDone {
      isDone = true
      var previous: UnsafeMutablePointer<CodeInstruction>?
      var current: UnsafeMutablePointer<CodeInstruction>?
      forEachBlock { block in
        removeNops(block)
        if self.block(block).pointee.isTarget { current = nil }
        for index in 0..<count(block) {
          previous = current
          current = instruction(block, index)
          guard let previous, let current, current.pointee.op == .POP_TOP else { continue }
          let op = previous.pointee.op
          if op == .LOAD_CONST || op == .LOAD_SMALL_INT || op == .COPY && previous.pointee.argument == 1 {
            previous.pointee.set(.NOP)
            current.pointee.set(.NOP)
            isDone = false
          }
        }
        if let last = current, jumps(last.pointee) { current = nil }
        if !fallsThrough(block) { current = nil }
      }
    }
  }

  // MARK: - Jumps

  /// Removes jumps to where control goes anyway; gives their number.
  @discardableResult
  func removeJumps() -> Int {
    var changes = 0
    forEachBlock { block in
      guard let last = last(block), traits(last.pointee.op).contains(.isUnconditional) else { return }
      let target = nonempty(last.pointee.target)
      if target >= 0, target == nonempty(self.block(block).pointee.next) {
        changes += 1
        last.pointee.set(.NOP)
      }
    }
    return changes
  }

  func removeNopsAndJumps() {
    while removeNops() + removeJumps() > 0 {}
  }

  func hasNoLine(_ block: Int32) -> Bool {
    for index in 0..<count(block) where instruction(block, index).pointee.location.line >= 0 { return false }
    return true
  }

  /// Copies small blocks that leave the code, and blocks without lines, to where jumps to them are; from 3.13 on until there are no more.
  func inlineSmallBlocks() {
    var changes = true
    while changes {
      changes = false
      forEachBlock { if inlineTarget($0) { changes = true } }
      if !features.has(.earlyLines) { return }
    }
  }

  static let largestCopy = 4

  private func inlineTarget(_ block: Int32) -> Bool {
    guard let last = last(block), traits(last.pointee.op).contains(.isUnconditional) else { return false }
    let target = last.pointee.target
    let isSmallExit = leaves(target) && count(target) <= Self.largestCopy
    let hasNoLine = features.has(.earlyLines) && hasNoLine(target) && !fallsThrough(target)
    guard isSmallExit || hasNoLine else { return false }
    let removed = last.pointee.op
    last.pointee.set(.NOP)
    append(instructionsOf: target, to: block)
    if hasNoLine, let last = self.last(block), traits(last.pointee.op).contains(.isUnconditional), removed == .JUMP {
      // Signals must still be looked for.
      last.pointee.op = .JUMP
    }
    self.block(target).pointee.predecessors -= 1
    return true
  }

  // MARK: - Lines

  /// Gives every way out of the code a line of its own (PEP 626).
  func resolveLines() {
    duplicateExits()
    propagateLines()
  }

  private func isExitWithoutLine(_ block: Int32) -> Bool {
    guard leaves(block) || features.has(.earlyLines) && hasSignalCheck(block) else { return false }
    if features.has(.blocksByCreation), !features.has(.copiesUnplaced) { return instruction(block, 0).pointee.location.line < 0 }
    return hasNoLine(block)
  }

  /// Up to 3.12: returns that have no line yet get that of the last block that has one, or else the first line.
  func guaranteeLines(_ firstLine: Int32) {
    var line = firstLine
    forEachBlock { block in
      guard let last = last(block) else { return }
      guard last.pointee.location.line < 0 else {
        line = last.pointee.location.line
        return
      }
      guard last.pointee.op == .RETURN_VALUE else { return }
      for index in 0..<count(block) {
        instruction(block, index).pointee.location = CodeLocation(line: line, endLine: line, column: -1, endColumn: -1)
      }
    }
  }

  /// Whether signals are looked for in a block.
  private func hasSignalCheck(_ block: Int32) -> Bool {
    for index in 0..<count(block) {
      let op = instruction(block, index).pointee.op
      if op == .JUMP || op == .RESUME || op == .JUMP_BACKWARD { return true }
    }
    return false
  }

  /// Copies the exit that a block's last jump leads to, if others lead there, too.
  func duplicateExit(behind block: Int32) {
    guard let last = last(block), traits(last.pointee.op).contains(.jumps) else { return }
    let target = nonempty(last.pointee.target)
    guard target >= 0, isExitWithoutLine(target), self.block(target).pointee.predecessors > 1 else { return }
    let location = last.pointee.location
    let copy = newBlock(capacity: count(target))
    append(instructionsOf: target, to: copy)
    instruction(copy, 0).pointee.location = location
    self.last(block)?.pointee.target = copy
    self.block(target).pointee.predecessors -= 1
    self.block(copy).pointee.predecessors = 1
    self.block(copy).pointee.next = self.block(target).pointee.next
    self.block(copy).pointee.isTarget = true
    self.block(target).pointee.next = copy
  }

  private func duplicateExits() {
    forEachBlock { duplicateExit(behind: $0) }
    forEachBlock { placeExit(behind: $0) }
  }

  /// An exit without a line that a block falls into has that of the block's end.
  func placeExit(behind block: Int32) {
    let next = self.block(block).pointee.next
    guard next >= 0, fallsThrough(block), count(next) > 0, isExitWithoutLine(next), let last = last(block) else { return }
    instruction(next, 0).pointee.location = last.pointee.location
  }

  func propagateLines() {
    forEachBlock { block in
      guard count(block) > 0 else { return }
      var previous = CodeLocation.none
      for index in 0..<count(block) {
        let instruction = instruction(block, index)
        if instruction.pointee.location.line == -1 {
          instruction.pointee.location = previous
        } else {
          previous = instruction.pointee.location
        }
      }
      let next = self.block(block).pointee.next
      if next >= 0, fallsThrough(block) { inherit(previous, next) }
      if let last = last(block), traits(last.pointee.op).contains(.jumps) { inherit(previous, last.pointee.target) }
    }
  }

  private func inherit(_ location: CodeLocation, _ block: Int32) {
    guard self.block(block).pointee.predecessors == 1, count(block) > 0 else { return }
    if instruction(block, 0).pointee.location.line == -1 { instruction(block, 0).pointee.location = location }
  }
}
