/// Runs the transfer functions over the blocks of a code object until the states at all block leaders are stable.
struct AbstractInterpreter {
  private let image: CodeImage
  private let layout: CodeLayout
  private let context: VerifierContext
  /// The state on entry to each block; nil if it was not reached.
  private(set) var states: [AbstractFrame?]
  /// See `StackMap.depths`.
  private(set) var depths: [Int16]
  private var isPending: [Bool]
  /// No block before this one is pending.
  private var firstPending = 0
  /// Steps that are left; see `spend`.
  private var budget: Int

  init(_ image: CodeImage, _ layout: CodeLayout) {
    self.image = image
    self.layout = layout
    context = VerifierContext(image)
    states = [AbstractFrame?](repeating: nil, count: layout.blockStarts.count)
    depths = [Int16](repeating: StackMap.unreachable, count: layout.unitCount)
    isPending = [Bool](repeating: false, count: layout.blockStarts.count)
    budget = 20_000_000 + 64 * layout.unitCount
  }

  mutating func run() throws(Finding) {
    var entry = AbstractFrame(entry: context)
    if context.isGenerator {
      let depth = layout.tables.set.encoding.generatorStartDepth
      do throws(VerifierError) { try entry.push(count: depth, .object) } catch { throw Finding(error.description) }
    }
    states[0] = entry
    isPending[0] = true
    while let block = nextPending() { try runBlock(block) }
  }

  /// Charges work, so that code made to be verified slowly is refused: joins of large states at many blocks take time
  /// that grows faster than the code.
  private mutating func spend(_ steps: Int) throws(Finding) {
    budget -= steps
    guard budget >= 0 else { throw Finding("too complex to verify: too many blocks with too many slots") }
  }

  private mutating func nextPending() -> Int? {
    while firstPending < isPending.count {
      if isPending[firstPending] {
        isPending[firstPending] = false
        return firstPending
      }
      firstPending += 1
      budget -= 1
    }
    return nil
  }

  /// Runs a block from its entry state and joins the outcome into its successors and its handler.
  private mutating func runBlock(_ block: Int) throws(Finding) {
    guard var frame = states[block] else { return }
    let handler = layout.blockHandlers[block] < 0 ? nil : layout.handlers[layout.blockHandlers[block]]
    let first = layout.blockStarts[block]
    try spend(frame.locals.count + frame.stack.count)
    if let handler { try enter(handler, from: frame, at: layout.instructions[first]) }
    frame.writtenLocals = []
    var index = first
    while true {
      let instruction = layout.instructions[index]
      if let handler, index > first { try update(handler, with: &frame, at: instruction) }
      record(frame.depth, at: instruction)
      try spend(1)
      guard try step(instruction, &frame, handler) else { return }
      index += 1
      guard index < layout.instructions.count else {
        throw Finding(
          unit: instruction.unit, layout.tables.name(instruction.opcode), "control runs off the end of the code")
      }
      let next = layout.instructions[index].startUnit
      if let successor = layout.block(at: next) {
        return try join(frame, into: successor, from: instruction)
      }
    }
  }

  private mutating func record(_ depth: Int, at instruction: DecodedInstruction) {
    for unit in instruction.startUnit...instruction.unit { depths[unit] = Int16(depth) }
  }

  /// Applies an instruction to the frame and joins its jump into the target. Returns whether it falls through.
  private mutating func step(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ handler: ExceptionEntry?
  ) throws(Finding) -> Bool {
    switch layout.tables.flows[Int(instruction.opcode)] {
    case .next:
      try transfer(instruction, .next, &frame, handler)
      return true
    case .suspend:
      try transfer(instruction, .next, &frame, handler)
      // An exception that is thrown into a suspended frame is raised with the value of the resumption on the stack.
      if let handler { try enter(handler, from: frame, at: instruction) }
      return true
    case .jump:
      try transfer(instruction, .jump, &frame, handler)
      try join(frame, intoUnit: layout.landing(of: instruction), from: instruction)
      return false
    case .branch:
      var taken = frame
      try transfer(instruction, .jump, &taken, handler)
      try join(taken, intoUnit: layout.landing(of: instruction), from: instruction)
      try transfer(instruction, .next, &frame, handler)
      return true
    case .return, .raise:
      try transfer(instruction, .next, &frame, handler)
      return false
    case .suspendAndRepeat:
      try transfer(instruction, .next, &frame, handler)
      return true
    case .setupHandler, .callBlock, .returnFromBlock:
      throw Finding(
        unit: instruction.unit, layout.tables.name(instruction.opcode), "block stacks are not supported")
    }
  }

  private func transfer(
    _ instruction: DecodedInstruction, _ edge: Edge, _ frame: inout AbstractFrame, _ handler: ExceptionEntry?
  ) throws(Finding) {
    frame.lowestDepth = frame.depth
    do throws(VerifierError) {
      try layout.tables.set.transfer(Int(instruction.opcode), Int(instruction.operand), edge, &frame)
    } catch {
      throw Finding(unit: instruction.unit, layout.tables.name(instruction.opcode), error.description)
    }
    // While it may raise, an instruction leaves its inputs alone, but a call's callee may write them.
    let effects = layout.tables.effects[Int(instruction.opcode)]
    if let handler, frame.lowestDepth < handler.depth, effects.contains(.raises), !isSuspension(instruction) {
      throw Finding(
        unit: instruction.unit, layout.tables.name(instruction.opcode),
        "takes stack slot \(frame.lowestDepth), which the exception handler at offset \(2 * handler.target) keeps")
    }
  }

  private func isSuspension(_ instruction: DecodedInstruction) -> Bool {
    layout.tables.flows[Int(instruction.opcode)] == .suspend
  }

  // MARK: Joins

  private mutating func join(
    _ frame: AbstractFrame, intoUnit unit: Int, from instruction: DecodedInstruction
  ) throws(Finding) {
    guard let block = layout.block(at: unit) else {
      throw Finding(unit: instruction.unit, layout.tables.name(instruction.opcode), "jumps into a block")
    }
    try join(frame, into: block, from: instruction)
  }

  private mutating func join(
    _ frame: AbstractFrame, into block: Int, from instruction: DecodedInstruction
  ) throws(Finding) {
    try spend(frame.locals.count + frame.stack.count)
    guard states[block] != nil else {
      states[block] = frame
      return markPending(block)
    }
    guard let depth = states[block]?.depth, depth == frame.depth else {
      let target = layout.instructions[layout.blockStarts[block]].startUnit
      throw Finding(
        unit: instruction.unit, layout.tables.name(instruction.opcode),
        "stack depth \(frame.depth) on the way to offset \(2 * target), which has \(states[block]?.depth ?? 0) on another way")
    }
    if states[block]?.join(frame) == true { markPending(block) }
  }

  private mutating func markPending(_ block: Int) {
    isPending[block] = true
    firstPending = min(firstPending, block)
  }

  /// Joins the state before an instruction into the entry of the handler that covers it.
  private mutating func enter(
    _ handler: ExceptionEntry, from frame: AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    guard handler.depth <= frame.depth else {
      throw Finding(
        unit: instruction.unit, layout.tables.name(instruction.opcode),
        "stack depth \(frame.depth), but the exception handler at offset \(2 * handler.target) keeps \(handler.depth)")
    }
    var raised = frame
    raised.stack.removeLast(frame.depth - handler.depth)
    if handler.pushesLasti { raised.stack.append(AbstractSlot(.lasti)) }
    raised.stack.append(AbstractSlot(.exception))
    try join(raised, intoUnit: handler.target, from: instruction)
  }

  /// Joins what has changed before an instruction, since the one before, into the entry of the handler that covers both.
  private mutating func update(
    _ handler: ExceptionEntry, with frame: inout AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    if frame.lowestDepth < handler.depth {
      try enter(handler, from: frame, at: instruction)
    } else if !frame.writtenLocals.isEmpty, let block = layout.block(at: handler.target) {
      var changed = false
      for local in frame.writtenLocals where states[block]?.joinLocal(local, frame.locals[local]) == true {
        changed = true
      }
      if changed { markPending(block) }
    }
    frame.writtenLocals.removeAll(keepingCapacity: true)
  }
}

extension AbstractFrame {
  /// Joins another state of the same depth into this one. Returns whether it changed.
  fileprivate mutating func join(_ other: AbstractFrame) -> Bool {
    var changed = !stage.isSuperset(of: other.stage)
    stage.formUnion(other.stage)
    for index in stack.indices {
      let joined = stack[index].joined(with: other.stack[index])
      if joined != stack[index] {
        stack[index] = joined
        changed = true
      }
    }
    for index in locals.indices where joinLocal(index, other.locals[index]) { changed = true }
    return changed
  }

  fileprivate mutating func joinLocal(_ index: Int, _ slot: AbstractSlot) -> Bool {
    let joined = locals[index].joined(with: slot)
    guard joined != locals[index] else { return false }
    locals[index] = joined
    return true
  }
}
