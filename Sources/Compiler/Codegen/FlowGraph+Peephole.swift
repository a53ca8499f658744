import Bytecode

/// What is rewritten within blocks (CPython: `optimize_basic_block`).
extension FlowGraph {
  func optimizeBlocks(_ pool: inout ConstantPool) {
    var block = Self.entry
    while block >= 0 {
      optimize(block, &pool)
      rearrangeSwaps(block)
      block = self.block(block).pointee.next
    }
  }

  func optimize(_ block: Int32, _ pool: inout ConstantPool) {
    var index = 0
    while index < count(block) {
      let instruction = instruction(block, index)
      let hasNext = index + 1 < count(block)
      let next: Op? = hasNext ? instruction[1].op : nil
      var target: CodeInstruction?
      if features.has(.blocksByCreation) { skipEmptyTarget(instruction) }
      if hasLabel(instruction.pointee.op), let first = first(instruction.pointee.target) { target = first }
      let isRepeated: Bool
      switch instruction.pointee.op {
      case .BUILD_TUPLE, .BUILD_LIST, .BUILD_SET: isRepeated = optimizeDisplay(block, index, next, &pool)
      case .POP_JUMP_IF_NOT_NONE, .POP_JUMP_IF_NONE, .POP_JUMP_IF_FALSE, .POP_JUMP_IF_TRUE, .JUMP, .JUMP_NO_INTERRUPT,
        .JUMP_IF_FALSE, .JUMP_IF_TRUE, .JUMP_IF_FALSE_OR_POP, .JUMP_IF_TRUE_OR_POP:
        isRepeated = target.map { thread(block, index, $0) } ?? false
      case .TO_BOOL, .UNARY_NOT, .COMPARE_OP, .CONTAINS_OP, .IS_OP:
        isRepeated = false
        optimizeTruth(block, index, next, &pool)
      default:
        isRepeated = false
        optimizeOther(block, index, next, &pool)
      }
      if !isRepeated { index += 1 }
    }
  }

  private func first(_ block: Int32) -> CodeInstruction? { count(block) > 0 ? instruction(block, 0).pointee : nil }

  private func optimizeDisplay(_ block: Int32, _ index: Int, _ next: Op?, _ pool: inout ConstantPool) -> Bool {
    let instruction = instruction(block, index)
    guard instruction.pointee.op == .BUILD_TUPLE else {
      if features.has(.foldsInGraph) { foldDisplay(block, index, next, &pool) }
      return false
    }
    let size = instruction.pointee.argument
    if next == .UNPACK_SEQUENCE, size == instruction[1].argument {
      if size == 1 {
        drop(instruction)
        drop(instruction + 1)
        return false
      }
      if size == 2 || size == 3 {
        guard target.has(.SWAP) else {
          // The operands stay.
          instruction.pointee.op = size == 2 ? .NOP : .ROT_THREE
          instruction[1].op = .ROT_TWO
          return false
        }
        drop(instruction)
        instruction[1].op = .SWAP
        return false
      }
    }
    foldTuple(block, index, &pool)
    return false
  }

  // MARK: - Jumps to jumps

  /// Whether the jump was changed, so that it must be looked at again.
  private func thread(_ block: Int32, _ index: Int, _ target: CodeInstruction) -> Bool {
    let op = instruction(block, index).pointee.op
    if features.has(.threadsLines) { return threadWithinLine(block, index, target) }
    switch (op, target.op) {
    case (.JUMP_NO_INTERRUPT, .JUMP): return thread(block, index, target, .JUMP)
    case (.JUMP, .JUMP_NO_INTERRUPT): return thread(block, index, target, .JUMP)
    case (.JUMP_NO_INTERRUPT, .JUMP_NO_INTERRUPT), (_, .JUMP): return thread(block, index, target, op)
    case (.JUMP_IF_FALSE, .JUMP_IF_FALSE), (.JUMP_IF_TRUE, .JUMP_IF_TRUE): return thread(block, index, target, op)
    case (.JUMP_IF_FALSE, .JUMP_IF_TRUE), (.JUMP_IF_TRUE, .JUMP_IF_FALSE):
      let instruction = instruction(block, index)
      instruction.pointee.target = self.block(instruction.pointee.target).pointee.next
      return true
    default: return false
    }
  }

  /// Up to 3.12: jumps to jumps on the same line.
  private func threadWithinLine(_ block: Int32, _ index: Int, _ target: CodeInstruction) -> Bool {
    let instruction = instruction(block, index)
    guard instruction.pointee.location.line == target.location.line || features.has(.coldBlocks) && target.location.line < 0 else {
      return false
    }
    let op = instruction.pointee.op
    let becomes: Op
    switch (op, target.op) {
    case (.JUMP_IF_FALSE_OR_POP, .POP_JUMP_IF_FALSE), (.JUMP_IF_TRUE_OR_POP, .POP_JUMP_IF_TRUE): becomes = target.op
    case (.JUMP_IF_FALSE_OR_POP, .JUMP_IF_FALSE_OR_POP), (.JUMP_IF_TRUE_OR_POP, .JUMP_IF_TRUE_OR_POP), (_, .JUMP): becomes = op
    case (.JUMP_IF_FALSE_OR_POP, .POP_JUMP_IF_TRUE), (.JUMP_IF_FALSE_OR_POP, .JUMP_IF_TRUE_OR_POP),
      (.JUMP_IF_TRUE_OR_POP, .POP_JUMP_IF_FALSE), (.JUMP_IF_TRUE_OR_POP, .JUMP_IF_FALSE_OR_POP):
      let next = self.block(instruction.pointee.target).pointee.next
      guard next >= 0, count(instruction.pointee.target) == 1 else { return false }
      instruction.pointee.op = op == .JUMP_IF_FALSE_OR_POP ? .POP_JUMP_IF_FALSE : .POP_JUMP_IF_TRUE
      instruction.pointee.target = next
      return true
    default: return false
    }
    guard instruction.pointee.target != target.target else { return false }
    instruction.pointee.op = becomes
    instruction.pointee.target = target.target
    return true
  }

  private func thread(_ block: Int32, _ index: Int, _ target: CodeInstruction, _ op: Op) -> Bool {
    let instruction = instruction(block, index)
    guard instruction.pointee.target != target.target else { return false }
    instruction.pointee.set(.NOP)
    var jump = CodeInstruction(op, 0, target.location)
    jump.target = target.target
    append(jump, to: block)
    return true
  }

  // MARK: - Single instructions

  private func optimizeTruth(_ block: Int32, _ index: Int, _ next: Op?, _ pool: inout ConstantPool) {
    let instruction = instruction(block, index)
    let argument = instruction.pointee.argument
    switch (instruction.pointee.op, next) {
    case (.COMPARE_OP, .TO_BOOL):
      instruction.pointee.set(.NOP)
      // The bit that asks for a bool.
      instruction[1].set(.COMPARE_OP, argument | 16)
    case (.CONTAINS_OP, .TO_BOOL), (.IS_OP, .TO_BOOL):
      let op = instruction.pointee.op
      instruction.pointee.set(.NOP)
      instruction[1].set(op, argument)
    case (.CONTAINS_OP, .UNARY_NOT) where features.has(.foldsInGraph), (.IS_OP, .UNARY_NOT) where features.has(.foldsInGraph):
      let op = instruction.pointee.op
      instruction.pointee.set(.NOP)
      instruction[1].set(op, argument ^ 1)
    case (.TO_BOOL, .TO_BOOL): instruction.pointee.set(.NOP)
    case (.UNARY_NOT, .TO_BOOL):
      instruction.pointee.set(.NOP)
      instruction[1].set(.UNARY_NOT)
    case (.UNARY_NOT, .UNARY_NOT) where target.has(.TO_BOOL):
      instruction.pointee.set(.NOP)
      instruction[1].set(.NOP)
    case (.UNARY_NOT, _) where features.has(.foldsInGraph): foldUnary(block, index, .not, &pool)
    default: break
    }
  }

  private func optimizeOther(_ block: Int32, _ index: Int, _ next: Op?, _ pool: inout ConstantPool) {
    let instruction = instruction(block, index)
    let argument = instruction.pointee.argument
    switch instruction.pointee.op {
    case .STORE_FAST:
      if features.has(.dropsOverwritten), next == .STORE_FAST, argument == instruction[1].argument, instruction.pointee.location.line == instruction[1].location.line {
        instruction.pointee.set(.POP_TOP)
      }
    case .SWAP:
      if argument == 1 { drop(instruction) }
    case .ROT_TWO, .ROT_THREE, .ROT_FOUR, .ROT_N: foldRotations(block, index)
    case .PUSH_NULL:
      if next == .LOAD_GLOBAL, instruction[1].argument & 1 == 0, !target.has(.CALL_KW) {
        instruction[1].argument |= 1
        instruction.pointee.set(.NOP)
      }
    case .LOAD_GLOBAL:
      if next == .PUSH_NULL, argument & 1 == 0, target.has(.CALL_KW) {
        instruction.pointee.argument |= 1
        instruction[1].set(.NOP)
      }
    case .LIST_APPEND where features.has(.foldsInGraph), .SET_ADD where features.has(.foldsInGraph):
      if argument == 1, next == .GET_ITER || next == .CONTAINS_OP { foldAppends(block, index, &pool) }
    case .CALL_INTRINSIC_1: optimizeIntrinsic(block, index, next, &pool)
    case .BINARY_OP where features.has(.foldsInGraph): foldBinary(block, index, &pool)
    case .UNARY_INVERT where features.has(.foldsInGraph): foldUnary(block, index, .invert, &pool)
    case .UNARY_NEGATIVE where features.has(.foldsInGraph): foldUnary(block, index, .minus, &pool)
    default: break
    }
  }

  /// As many rotations of values as there are values change nothing (3.10).
  private func foldRotations(_ block: Int32, _ index: Int) {
    func width(_ instruction: CodeInstruction) -> Int {
      switch instruction.op {
      case .ROT_TWO: 2
      case .ROT_THREE: 3
      case .ROT_FOUR: 4
      case .ROT_N: Int(instruction.argument)
      default: 0
      }
    }
    let last = instruction(block, index)
    let count = width(last.pointee)
    guard count > 1, index >= count - 1 else { return }
    for back in 1..<count where width((last - back).pointee) != count { return }
    for back in 0..<count { drop(last - back) }
  }

  private func optimizeIntrinsic(_ block: Int32, _ index: Int, _ next: Op?, _ pool: inout ConstantPool) {
    let instruction = instruction(block, index)
    let operand = Int(instruction.pointee.argument)
    if operand == target.intrinsics.listToTuple {
      guard features.has(.foldsInGraph) else { return }
      foldListToTuple(block, index, &pool)
      if next == .GET_ITER, instruction.pointee.op == .CALL_INTRINSIC_1 { instruction.pointee.set(.NOP) }
    } else if operand == target.intrinsics.unaryPositive, features.has(.foldsInGraph) {
      foldUnary(block, index, .plus, &pool)
    }
  }

  // MARK: - SWAP

  func rearrangeSwaps(_ block: Int32) {
    var index = 0
    while index < count(block) {
      if instruction(block, index).pointee.op == .SWAP {
        index = shortenSwaps(block, index)
        applySwaps(block, index)
      }
      index += 1
    }
  }

  /// Replaces a run of SWAPs by the shortest one that has the same effect; gives the index of the last instruction looked at.
  private func shortenSwaps(_ block: Int32, _ start: Int) -> Int {
    let base = instruction(block, start)
    let limit = count(block) - start
    var depth = Int(base.pointee.argument)
    var length = 1
    var hasMore = false
    while length < limit {
      if base[length].op == .SWAP {
        depth = max(depth, Int(base[length].argument))
        hasMore = true
      } else if base[length].op != .NOP {
        break
      }
      length += 1
    }
    guard hasMore else { return start }
    var stack = Array(0..<depth)
    for index in 0..<length where base[index].op == .SWAP { stack.swapAt(0, Int(base[index].argument) - 1) }
    // Each cycle of the permutation is undone from its end; -1 marks items that are done.
    var current = length - 1
    for item in 0..<depth where stack[item] != -1 && stack[item] != item {
      var place = item
      while true {
        if place != 0 {
          base[current].set(.SWAP, Int32(place + 1))
          current -= 1
        }
        if stack[place] == -1 { break }
        let next = stack[place]
        stack[place] = -1
        place = next
      }
    }
    while current >= 0 {
      drop(base + current)
      current -= 1
    }
    return start + length - 1
  }

  private func isSwappable(_ op: Op) -> Bool { op == .STORE_FAST || op == .STORE_FAST_MAYBE_NULL || op == .POP_TOP }

  private func storedLocal(_ instruction: CodeInstruction) -> Int32 {
    instruction.op == .STORE_FAST || instruction.op == .STORE_FAST_MAYBE_NULL ? instruction.argument : -1
  }

  private func nextSwappable(_ block: Int32, _ index: Int, _ line: Int32) -> Int {
    var index = index + 1
    while index < count(block) {
      let instruction = instruction(block, index).pointee
      // What is traced between two lines must not change.
      if line >= 0, instruction.location.line != line { return -1 }
      if instruction.op != .NOP { return isSwappable(instruction.op) ? index : -1 }
      index += 1
    }
    return -1
  }

  /// Exchanges instructions that store and pop in place of the values that SWAPs in front of them exchange.
  private func applySwaps(_ block: Int32, _ start: Int) {
    var index = start
    while index >= 0 {
      let swap = instruction(block, index)
      index -= 1
      guard swap.pointee.op == .SWAP else {
        if swap.pointee.op == .NOP || isSwappable(swap.pointee.op) { continue }
        return
      }
      let first = nextSwappable(block, index + 1, -1)
      guard first >= 0 else { return }
      var second = first
      let line = instruction(block, first).pointee.location.line
      for _ in 0..<swap.pointee.argument - 1 {
        second = nextSwappable(block, second, line)
        guard second >= 0 else { return }
      }
      guard mayExchange(block, first, second) else { return }
      drop(swap)
      let moved = instruction(block, first).pointee
      instruction(block, first).pointee = instruction(block, second).pointee
      instruction(block, second).pointee = moved
    }
  }

  private func mayExchange(_ block: Int32, _ first: Int, _ second: Int) -> Bool {
    let one = storedLocal(instruction(block, first).pointee)
    let two = storedLocal(instruction(block, second).pointee)
    guard one >= 0 || two >= 0 else { return true }
    if one == two { return false }
    for index in first + 1..<max(first + 1, second) {
      let other = storedLocal(instruction(block, index).pointee)
      if other >= 0, other == one || other == two { return false }
    }
    return true
  }
}
