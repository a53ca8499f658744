/// Runs the transfer functions over the blocks of a code object until the states at all block leaders are stable.
///
/// A block has one state, which joins all ways to it. Only the finally blocks of 3.8, which find different things on the
/// stack, have one for each shape; the states behind the first of a block are `variants`.
struct AbstractInterpreter {
  private let image: CodeImage
  private let layout: CodeLayout
  private let context: VerifierContext
  /// The state on entry to each block, then the variants; nil if a block was not reached.
  private(set) var states: [AbstractFrame?]
  /// The blocks of the variants.
  private var variantBlocks: [Int] = []
  /// The variants of each block that has some, as indices of `states`.
  private var variants: [Int: [Int]] = [:]
  /// See `StackMap.depths`.
  private(set) var depths: [Int16]
  /// See `StackMap.variesInDepth`.
  private(set) var variesInDepth = false
  /// See `StackMap.blockCount`.
  private(set) var blockCount = 0
  private var isPending: [Bool]
  /// No state before this one is pending.
  private var firstPending = 0
  /// Steps that are left; see `spend`.
  private var budget: Int

  private static let maximumVariants = 256

  init(_ image: CodeImage, _ layout: CodeLayout) {
    self.image = image
    self.layout = layout
    context = VerifierContext(image, layout)
    states = [AbstractFrame?](repeating: nil, count: layout.blockStarts.count)
    depths = [Int16](repeating: StackMap.unreachable, count: layout.unitCount)
    isPending = [Bool](repeating: false, count: layout.blockStarts.count)
    budget = 20_000_000 + 64 * layout.unitCount
  }

  /// The handler of a block and the state on entry to it.
  private struct Handler {
    /// The entry of the exception table; nil if it is that of the innermost block of the block stack.
    let entry: ExceptionEntry?
    /// Where it begins, in code units.
    let target: Int
    /// What lies above this depth is dropped when an exception arrives.
    let depth: Int
    /// The state that the exception enters, as an index of `states`.
    var state = -1
  }

  mutating func run() throws(Finding) {
    var entry = AbstractFrame(entry: context)
    if context.isGenerator {
      let depth = layout.tables.set.encoding.generatorStartDepth
      do throws(VerifierError) { try entry.push(count: depth, .object) } catch { throw Finding(error.description) }
    }
    states[0] = entry
    isPending[0] = true
    while let state = nextPending() { try runBlock(state) }
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

  /// The block of a state.
  private func block(ofState state: Int) -> Int {
    state < layout.blockStarts.count ? state : variantBlocks[state - layout.blockStarts.count]
  }

  /// What catches the exceptions of a block.
  private func handler(ofBlock block: Int, _ frame: AbstractFrame) -> Handler? {
    if layout.blockHandlers[block] >= 0 {
      let entry = layout.handlers[layout.blockHandlers[block]]
      return Handler(entry: entry, target: entry.target, depth: entry.depth)
    }
    guard let range = frame.blocks.last(where: { $0.kind == .range }) else { return nil }
    return Handler(entry: nil, target: range.target, depth: range.level)
  }

  /// Runs a block from one of its entry states and joins the outcome into its successors and its handler.
  private mutating func runBlock(_ state: Int) throws(Finding) {
    guard var frame = states[state] else { return }
    let block = block(ofState: state)
    var handler = handler(ofBlock: block, frame)
    let first = layout.blockStarts[block]
    try spend(frame.locals.count + frame.stack.count)
    frame.writtenLocals = []
    frame.changedDepth = -1
    var index = first
    while true {
      let instruction = layout.instructions[index]
      try update(&handler, with: &frame, at: instruction)
      record(frame.depth, at: instruction)
      try spend(1)
      guard try step(instruction, &frame, &handler) else { return }
      index += 1
      guard index < layout.instructions.count else {
        throw Finding(
          unit: instruction.unit, layout.tables.name(instruction.opcode), "control runs off the end of the code")
      }
      let next = layout.instructions[index].startUnit
      if let successor = layout.block(at: next) {
        _ = try join(frame, into: successor, from: instruction)
        return
      }
    }
  }

  private mutating func record(_ depth: Int, at instruction: DecodedInstruction) {
    let known = depths[instruction.unit]
    if known != StackMap.unreachable && Int(known) != depth { variesInDepth = true }
    for unit in instruction.startUnit...instruction.unit { depths[unit] = max(depths[unit], Int16(depth)) }
  }

  /// Applies an instruction to the frame and joins its jump into the target. Returns whether it falls through.
  private mutating func step(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ handler: inout Handler?
  ) throws(Finding) -> Bool {
    switch layout.tables.flows[Int(instruction.opcode)] {
    case .next:
      try transfer(instruction, .next, &frame, handler)
      if frame.mayBeHandled { try joinHandled(&frame, from: instruction) }
      return true
    case .suspend, .suspendAndRepeat:
      try transfer(instruction, .next, &frame, handler)
      // An exception that is thrown into a suspended frame is raised with the value of the resumption on the stack.
      try enter(&handler, from: frame, at: instruction)
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
    case .setupHandler:
      try setUp(instruction, &frame, handler)
      return true
    case .callBlock:
      frame.returnSite = returnSite(behind: instruction)
      try transfer(instruction, .jump, &frame, handler)
      try join(frame, intoUnit: layout.landing(of: instruction), from: instruction)
      return false
    case .returnFromBlock:
      return try returnFromBlock(instruction, &frame, handler)
    }
  }

  private func transfer(
    _ instruction: DecodedInstruction, _ edge: Edge, _ frame: inout AbstractFrame, _ handler: Handler?
  ) throws(Finding) {
    let effects = layout.tables.effects[Int(instruction.opcode)]
    if effects.contains(.raises), !frame.hasIntactHandlers {
      throw finding(instruction, "may raise while the values that a handler needs at its end are not in their places")
    }
    frame.lowestDepth = frame.depth
    let names = frame.keywordNames
    frame.keepsKeywordNames = false
    do throws(VerifierError) {
      try layout.tables.set.transfer(Int(instruction.opcode), Int(instruction.operand), edge, &frame)
    } catch {
      throw Finding(unit: instruction.unit, layout.tables.name(instruction.opcode), error.description)
    }
    frame.changedDepth = min(frame.changedDepth, frame.lowestDepth)
    if names >= 0, frame.keywordNames >= 0, !frame.keepsKeywordNames {
      throw finding(instruction, "stands between the names of keyword arguments and their call")
    }
    // While it may raise, an instruction leaves its inputs alone, but a call's callee may write them.
    if let handler, frame.lowestDepth < handler.depth, effects.contains(.raises), !isSuspension(instruction) {
      throw finding(
        instruction,
        "takes stack slot \(frame.lowestDepth), which the exception handler at offset \(2 * handler.target) keeps")
    }
  }

  private func finding(_ instruction: DecodedInstruction, _ problem: String) -> Finding {
    Finding(unit: instruction.unit, layout.tables.name(instruction.opcode), problem)
  }

  private func isSuspension(_ instruction: DecodedInstruction) -> Bool {
    let flow = layout.tables.flows[Int(instruction.opcode)]
    return flow == .suspend || flow == .suspendAndRepeat
  }

  // MARK: Block stacks

  /// A SETUP instruction: what follows has a handler, with the depth that the handler's picture leaves below its six slots.
  private mutating func setUp(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ handler: Handler?
  ) throws(Finding) {
    let target = layout.landing(of: instruction)
    let set = layout.tables.set
    let (opcode, operand) = (Int(instruction.opcode), Int(instruction.operand))
    let level =
      frame.depth + set.pushed(opcode, operand, .handler) - set.popped(opcode, operand, .handler)
      - AbstractFrame.handlerEntry.count
    try transfer(instruction, .next, &frame, handler)
    do throws(VerifierError) {
      guard level >= 0 else { throw .stackUnderflow(needed: -level, depth: 0) }
      guard level + AbstractFrame.handlerEntry.count <= context.stackSize else {
        throw .stackOverflow(depth: level + AbstractFrame.handlerEntry.count, limit: context.stackSize)
      }
      try frame.beginBlock(target: target, level: level)
    } catch {
      throw finding(instruction, error.description)
    }
    blockCount = max(blockCount, frame.blocks.count)
  }

  private func returnSite(behind instruction: DecodedInstruction) -> Int {
    layout.returnSites.firstIndex(of: instruction.nextUnit) ?? 0
  }

  /// END_FINALLY goes on, returns to a CALL_FINALLY or raises, as the way into the finally block asks.
  private mutating func returnFromBlock(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ handler: Handler?
  ) throws(Finding) -> Bool {
    var probe = frame
    let marker: AbstractMarker
    do throws(VerifierError) { marker = try probe.popMarker() } catch { throw finding(instruction, error.description) }
    try transfer(instruction, .next, &frame, handler)
    switch marker {
    case .none: return true
    case .exception: return false
    case .returnSite(let site):
      guard site < layout.returnSites.count else { throw finding(instruction, "returns to no place") }
      try join(frame, intoUnit: layout.returnSites[site], from: instruction)
      return false
    }
  }

  /// WITH_CLEANUP_FINISH may find that the exit method has handled the exception.
  private mutating func joinHandled(_ frame: inout AbstractFrame, from instruction: DecodedInstruction) throws(Finding) {
    frame.mayBeHandled = false
    guard let handled = frame.handled() else { throw finding(instruction, "no handler to end") }
    try join(handled, intoUnit: instruction.nextUnit, from: instruction)
  }

  // MARK: Joins

  private mutating func join(
    _ frame: AbstractFrame, intoUnit unit: Int, from instruction: DecodedInstruction
  ) throws(Finding) {
    guard unit < layout.unitCount, let block = layout.block(at: unit) else {
      throw finding(instruction, "jumps into a block")
    }
    _ = try join(frame, into: block, from: instruction)
  }

  /// - Returns: the state that the frame was joined into.
  private mutating func join(
    _ frame: AbstractFrame, into block: Int, from instruction: DecodedInstruction
  ) throws(Finding) -> Int {
    try spend(frame.locals.count + frame.stack.count)
    guard let first = states[block] else {
      states[block] = frame
      markPending(block)
      return block
    }
    guard frame.keywordNames == first.keywordNames else {
      throw finding(instruction, "a jump leads between the names of keyword arguments and their call")
    }
    var target = block
    if !first.hasShape(of: frame) {
      guard context.hasMarkers else { throw shapeFinding(frame, first, block, instruction) }
      guard let variant = try variant(of: block, for: frame, from: instruction) else { return states.count - 1 }
      target = variant
    }
    if states[target]?.join(frame) == true { markPending(target) }
    return target
  }

  /// The variant of a block's state with the shape of a frame; nil if the frame has become a new one.
  private mutating func variant(
    of block: Int, for frame: AbstractFrame, from instruction: DecodedInstruction
  ) throws(Finding) -> Int? {
    let known = variants[block] ?? []
    for state in known where states[state]?.hasShape(of: frame) == true { return state }
    try spend(known.count)
    guard known.count < Self.maximumVariants else {
      throw finding(instruction, "too complex to verify: too many ways into a finally block")
    }
    variants[block, default: []].append(states.count)
    variantBlocks.append(block)
    states.append(frame)
    isPending.append(false)
    markPending(states.count - 1)
    return nil
  }

  private func shapeFinding(
    _ frame: AbstractFrame, _ other: AbstractFrame, _ block: Int, _ instruction: DecodedInstruction
  ) -> Finding {
    let offset = 2 * layout.instructions[layout.blockStarts[block]].startUnit
    if frame.depth != other.depth {
      return finding(
        instruction,
        "stack depth \(frame.depth) on the way to offset \(offset), which has \(other.depth) on another way")
    }
    return finding(
      instruction,
      "\(frame.blocks.count) blocks on the way to offset \(offset), which has others (\(other.blocks.count)) on another way")
  }

  private mutating func markPending(_ state: Int) {
    isPending[state] = true
    firstPending = min(firstPending, state)
  }

  /// Joins the state before an instruction into the entry of the handler that covers it.
  private mutating func enter(
    _ handler: inout Handler?, from frame: AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    guard let target = handler else { return }
    guard target.depth <= frame.depth else {
      throw finding(
        instruction,
        "stack depth \(frame.depth), but the exception handler at offset \(2 * target.target) keeps \(target.depth)")
    }
    guard let block = layout.block(at: target.target) else { throw finding(instruction, "jumps into a block") }
    if let entry = target.entry {
      var raised = frame
      raised.keywordNames = -1
      raised.stack.removeLast(frame.depth - target.depth)
      if entry.pushesLasti { raised.stack.append(AbstractSlot(.lasti)) }
      raised.stack.append(AbstractSlot(.exception))
      handler?.state = try join(raised, into: block, from: instruction)
    } else if let raised = frame.raised() {
      blockCount = max(blockCount, raised.blocks.count)
      handler?.state = try join(raised, into: block, from: instruction)
    }
  }

  /// Joins what has changed before an instruction, since the handler that covers it was last told, into the entry of the handler.
  private mutating func update(
    _ handler: inout Handler?, with frame: inout AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    guard let target = handler else { return frame.writtenLocals.removeAll(keepingCapacity: true) }
    // Compilers count on it that some instructions raise nothing: those that move values about where blocks begin and end,
    // and MAKE_CELL in inlined comprehensions, which alone allocates without raising.
    let effects = layout.tables.effects[Int(instruction.opcode)]
    if target.entry == nil || effects.contains(.allocates), !effects.contains(.raises) { return }
    defer { frame.changedDepth = .max }
    if frame.changedDepth < target.depth || target.state < 0 {
      try enter(&handler, from: frame, at: instruction)
    } else if !frame.writtenLocals.isEmpty, target.state >= 0 {
      var changed = false
      for local in frame.writtenLocals where states[target.state]?.joinLocal(local, frame.locals[local]) == true {
        changed = true
      }
      if changed { markPending(target.state) }
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
