import Bytecode

/// How 3.10 and 3.11 optimize the graph: in few passes, some of which go through the blocks from the one on that the code generator made last
/// (CPython: Python/compile.c, `optimize_cfg` and `duplicate_exits_without_lines`; the list `u_blocks`).
extension FlowGraph {
  /// For each instruction, when the block that begins with it was made: with the label in front of it, or else when it was emitted.
  func creationTimes(_ unit: CodeUnit) -> [Int64] {
    let count = unit.instructions.count
    // Labels are made in front of the instruction that is emitted next.
    var times = (0...count).map { Int64($0) << 32 | 0x7FFF_FFFF }
    for label in unit.usedLabels where unit.labels[Int(label)] >= 0 {
      times[Int(unit.labels[Int(label)])] = Int64(unit.labelTimes[Int(label)]) << 32 | Int64(label)
    }
    return times
  }

  func optimizeByCreation(_ unit: CodeUnit, _ pool: inout ConstantPool) {
    var order: [Int32] = []
    forEachBlock { order.append($0) }
    order.sort { block($0).pointee.created > block($1).pointee.created }
    for block in order { skipEmptyTargets(block) }
    for block in order { extend(block) }
    forEachBlock { block in
      optimizeLoads(block, &pool)
      optimize(block, &pool)
      rearrangeSwaps(block)
      removeNops(block)
    }
    for block in order { extend(block) }
    removeUnreachable()
    skipEmptyBlocks()
    removeNopsBehindLines()
    removeJumpsToNext()
    trimConstants()
    for block in order { duplicateExit(behind: block) }
    skipEmptyBlocks()
    for block in order { placeExit(behind: block) }
    propagateLines()
    guaranteeLines(unit.firstLine)
  }

  // MARK: - Empty blocks

  /// Lets a jump lead to the first block with instructions.
  func skipEmptyTarget(_ instruction: UnsafeMutablePointer<CodeInstruction>) {
    guard hasLabel(instruction.pointee.op) else { return }
    let target = nonempty(instruction.pointee.target)
    if target >= 0 { instruction.pointee.target = target }
  }

  private func skipEmptyTargets(_ block: Int32) {
    for index in 0..<count(block) where jumps(instruction(block, index).pointee) { skipEmptyTarget(instruction(block, index)) }
  }

  /// Takes empty blocks out of the order, but for the first and the last one.
  private func skipEmptyBlocks() {
    forEachBlock { block in
      var next = self.block(block).pointee.next
      while next >= 0, count(next) == 0, self.block(next).pointee.next >= 0 { next = self.block(next).pointee.next }
      self.block(block).pointee.next = next
    }
    forEachBlock { block in
      if let last = last(block), jumps(last.pointee) { skipEmptyTarget(last) }
    }
  }

  // MARK: - Jumps

  /// Puts a small block that leaves the code in the place of a jump there.
  private func extend(_ block: Int32) {
    guard let last = last(block), last.pointee.op == .JUMP else { return }
    let target = last.pointee.target
    guard leaves(target), count(target) <= Self.largestCopy else { return }
    guard !features.has(.copiesUnplaced) || hasNoLine(target) else { return }
    last.pointee.set(.NOP)
    append(instructionsOf: target, to: block)
  }

  /// Removes jumps to the next block, once: NOPs that this leaves in 3.11 go at the end.
  private func removeJumpsToNext() {
    forEachBlock { block in
      guard let last = last(block), traits(last.pointee.op).contains(.isUnconditional), last.pointee.target == self.block(block).pointee.next
      else { return }
      last.pointee.set(.NOP)
      if !features.has(.copiesUnplaced) { removeNops(block) }
    }
    skipEmptyBlocks()
  }

  /// Removes NOPs; in 3.10 also those at the beginning of a block whose line the block in front ends with.
  private func removeNopsBehindLines() {
    var line: Int32 = -1
    forEachBlock { block in
      removeNops(block, behind: features.has(.copiesUnplaced) ? -1 : line)
      line = fallsThrough(block) ? last(block)?.pointee.location.line ?? -1 : -1
    }
  }
}
