/// Runs the transfer functions over the blocks of a code object until the states at all block leaders are stable.
///
/// A block has one state, which joins all ways to it. Only the finally blocks of 3.8, which find different things on the
/// stack, have one for each shape; the states behind the first of a block are `variants`.
struct AbstractInterpreter: ~Copyable {
  let image: CodeImage
  let layout: CodeLayout
  let context: VerifierContext
  private let tables: VerifierTables
  /// The state on entry to each block, then the variants.
  private(set) var states: StateTable
  /// The blocks of the variants.
  private var variantBlocks: [Int] = []
  /// The variants of each block that has some, as indices of `states`.
  private var variants: [Int: [Int]] = [:]
  /// See `StackMap.depths`.
  private(set) var depths: OwnedBuffer<Int16>
  /// See `StackMap.variesInDepth`.
  private(set) var variesInDepth = false
  /// See `StackMap.blockCount`.
  private(set) var blockCount = 0
  private var isPending: OwnedBuffer<Bool>
  /// No state before this one is pending.
  private var firstPending = 0
  /// Steps that are left; see `spend`.
  private var budget: Int

  private static let maximumVariants = 256

  init(_ image: CodeImage, _ layout: consuming CodeLayout) {
    let count = layout.blockStarts.count
    self.image = image
    context = VerifierContext(image, layout.tables)
    tables = layout.tables
    states = StateTable(count: count, localCount: image.localsPlusKinds.count)
    depths = OwnedBuffer(repeating: StackMap.unreachable, count: layout.unitCount)
    isPending = OwnedBuffer(repeating: false, count: count)
    budget = 20_000_000 + 64 * layout.unitCount
    self.layout = layout
  }

  /// The handler of a block and the state on entry to it.
  private struct Handler {
    enum Kind {
      /// Exceptions leave the frame.
      case none
      /// An entry of the exception table.
      case entry
      /// The innermost range of the block stack.
      case range
    }

    var kind = Kind.none
    /// Where it begins, in code units.
    var target = 0
    /// What lies above this depth is dropped when an exception arrives.
    var depth = 0
    var pushesLasti = false
    /// The state that the exception enters, as an index of `states`.
    var state = -1
  }

  mutating func run() throws(Finding) {
    var frame = AbstractFrame(entry: context)
    // A copy that goes another way.
    var other = AbstractFrame(context)
    if context.isGenerator {
      let depth = tables.set.encoding.generatorStartDepth
      do throws(VerifierError) { try frame.push(count: depth, .object) } catch { throw Finding(error.description) }
    }
    states.enter(0, frame)
    isPending[0] = true
    while let state = nextPending() { try runBlock(state, &frame, &other) }
  }

  /// Charges work, so that code made to be verified slowly is refused: joins of large states at many blocks take time
  /// that grows faster than the code.
  @inline(__always)
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
  @inline(__always)
  private func block(ofState state: Int) -> Int {
    state < layout.blockStarts.count ? state : variantBlocks[state - layout.blockStarts.count]
  }

  /// What catches the exceptions of a block.
  @inline(__always)
  private func handler(ofBlock block: Int, state: Int) -> Handler {
    let number = Int(layout.blockHandlers[block])
    if number >= 0 {
      let entry = layout.handlers[number]
      return Handler(kind: .entry, target: entry.target, depth: entry.depth, pushesLasti: entry.pushesLasti)
    }
    guard tables.hasBlocks, let range = states.innermostRange(state) else { return Handler() }
    return Handler(kind: .range, target: range.target, depth: range.level)
  }

  /// Runs a block from one of its entry states and joins the outcome into its successors and its handler.
  private mutating func runBlock(_ state: Int, _ frame: inout AbstractFrame, _ other: inout AbstractFrame) throws(Finding) {
    let block = block(ofState: state)
    var handler = handler(ofBlock: block, state: state)
    states.load(state, into: &frame)
    try spend(frame.locals.count + frame.depth)
    frame.writtenLocals.removeAll()
    frame.notesLocals = handler.kind != .none
    frame.changedDepth = -1
    var index = Int(layout.blockStarts[block])
    while true {
      let instruction = layout.instructions[index]
      if handler.kind != .none { try update(&handler, with: &frame, &other, at: instruction) }
      record(frame.depth, at: instruction)
      // It is looked at before the next block.
      budget -= 1
      guard try step(instruction, &frame, &other, &handler) else { return }
      index += 1
      guard index < layout.instructions.count else { throw tables.finding(instruction, "control runs off the end of the code") }
      if let successor = layout.block(at: layout.instructions[index].startUnit) {
        _ = try join(&frame, into: successor, from: instruction)
        return
      }
    }
  }

  @inline(__always)
  private mutating func record(_ depth: Int, at instruction: DecodedInstruction) {
    let known = depths[instruction.unit]
    guard Int(known) != depth else { return }
    if known != StackMap.unreachable { variesInDepth = true }
    let greatest = max(known, Int16(truncatingIfNeeded: depth))
    depths[instruction.unit] = greatest
    guard instruction.startUnit < instruction.unit else { return }
    for unit in instruction.startUnit..<instruction.unit { depths[unit] = greatest }
  }

  /// Applies an instruction to the frame and joins its jump into the target. Returns whether it falls through.
  private mutating func step(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ other: inout AbstractFrame, _ handler: inout Handler
  ) throws(Finding) -> Bool {
    switch layout.facts(instruction).flow {
    case .next:
      try Self.transfer(tables, instruction, .next, &frame, handler)
      if frame.mayBeHandled { try joinHandled(&frame, &other, from: instruction) }
      return true
    case .suspend, .suspendAndRepeat:
      try Self.transfer(tables, instruction, .next, &frame, handler)
      // An exception that is thrown into a suspended frame is raised with the value of the resumption on the stack.
      try enter(&handler, &frame, &other, at: instruction)
      return true
    case .jump:
      try Self.transfer(tables, instruction, .jump, &frame, handler)
      try join(&frame, intoUnit: layout.landing(of: instruction), from: instruction)
      return false
    case .branch:
      other.assign(from: frame)
      try Self.transfer(tables, instruction, .jump, &other, handler)
      try join(&other, intoUnit: layout.landing(of: instruction), from: instruction)
      try Self.transfer(tables, instruction, .next, &frame, handler)
      return true
    case .return, .raise:
      try Self.transfer(tables, instruction, .next, &frame, handler)
      return false
    case .setupHandler:
      try setUp(instruction, &frame, handler)
      return true
    case .callBlock:
      frame.returnSite = returnSite(behind: instruction)
      try Self.transfer(tables, instruction, .jump, &frame, handler)
      try join(&frame, intoUnit: layout.landing(of: instruction), from: instruction)
      return false
    case .returnFromBlock:
      return try returnFromBlock(instruction, &frame, &other, handler)
    }
  }

  /// Static, as a method that only reads a large structure gets it in another place.
  private static func transfer(
    _ tables: VerifierTables, _ instruction: DecodedInstruction, _ edge: Edge, _ frame: inout AbstractFrame, _ handler: Handler
  ) throws(Finding) {
    let facts = tables.facts[Int(instruction.opcode)]
    if !frame.blocks.isEmpty, facts.effects.contains(.raises), !frame.hasIntactHandlers {
      throw tables.finding(instruction, "may raise while the values that a handler needs at its end are not in their places")
    }
    frame.lowestDepth = frame.depth
    let names = frame.keywordNames
    frame.keepsKeywordNames = false
    do throws(VerifierError) {
      try InstructionSet.transfer(tables.set.ordinal, Int(instruction.opcode), Int(instruction.operand), edge, &frame)
    } catch {
      throw tables.finding(instruction, error.description)
    }
    frame.changedDepth = min(frame.changedDepth, frame.lowestDepth)
    if names >= 0, frame.keywordNames >= 0, !frame.keepsKeywordNames {
      throw tables.finding(instruction, "stands between the names of keyword arguments and their call")
    }
    // While it may raise, an instruction leaves its inputs alone, but a call's callee may write them.
    if handler.kind != .none, frame.lowestDepth < handler.depth, facts.effects.contains(.raises),
      facts.flow != .suspend, facts.flow != .suspendAndRepeat
    {
      throw tables.finding(
        instruction,
        "takes stack slot \(frame.lowestDepth), which the exception handler at offset \(2 * handler.target) keeps")
    }
  }

  /// Applies an instruction on the way to the next one, without the checks that a run makes. Returns false if it cannot be applied.
  func apply(_ instruction: DecodedInstruction, to frame: inout AbstractFrame) -> Bool {
    do throws(VerifierError) {
      try InstructionSet.transfer(tables.set.ordinal, Int(instruction.opcode), Int(instruction.operand), .next, &frame)
      return true
    } catch {
      return false
    }
  }

  // MARK: Block stacks

  /// A SETUP instruction: what follows has a handler, with the depth that the handler's picture leaves below its six slots.
  private mutating func setUp(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ handler: Handler
  ) throws(Finding) {
    let target = layout.landing(of: instruction)
    let (opcode, operand) = (Int(instruction.opcode), Int(instruction.operand))
    let level =
      frame.depth + tables.set.pushed(opcode, operand, .handler) - tables.set.popped(opcode, operand, .handler)
      - AbstractFrame.handlerEntry.count
    try Self.transfer(tables, instruction, .next, &frame, handler)
    do throws(VerifierError) {
      guard level >= 0 else { throw .stackUnderflow(needed: -level, depth: 0) }
      guard level + AbstractFrame.handlerEntry.count <= context.stackSize else {
        throw .stackOverflow(depth: level + AbstractFrame.handlerEntry.count, limit: context.stackSize)
      }
      try frame.beginBlock(target: target, level: level)
    } catch {
      throw tables.finding(instruction, error.description)
    }
    blockCount = max(blockCount, frame.blocks.count)
  }

  private func returnSite(behind instruction: DecodedInstruction) -> Int {
    for site in 0..<layout.returnSites.count where Int(layout.returnSites[site]) == instruction.nextUnit { return site }
    return 0
  }

  /// END_FINALLY goes on, returns to a CALL_FINALLY or raises, as the way into the finally block asks.
  private mutating func returnFromBlock(
    _ instruction: DecodedInstruction, _ frame: inout AbstractFrame, _ other: inout AbstractFrame, _ handler: Handler
  ) throws(Finding) -> Bool {
    other.assign(from: frame)
    let marker: AbstractMarker
    do throws(VerifierError) { marker = try other.popMarker() } catch { throw tables.finding(instruction, error.description) }
    try Self.transfer(tables, instruction, .next, &frame, handler)
    switch marker {
    case .none: return true
    case .exception: return false
    case .returnSite(let site):
      guard site < layout.returnSites.count else { throw tables.finding(instruction, "returns to no place") }
      try join(&frame, intoUnit: Int(layout.returnSites[site]), from: instruction)
      return false
    }
  }

  /// WITH_CLEANUP_FINISH may find that the exit method has handled the exception.
  private mutating func joinHandled(_ frame: inout AbstractFrame, _ other: inout AbstractFrame, from instruction: DecodedInstruction) throws(Finding) {
    frame.mayBeHandled = false
    other.assign(from: frame)
    guard other.handle() else { throw tables.finding(instruction, "no handler to end") }
    try join(&other, intoUnit: instruction.nextUnit, from: instruction)
  }

  // MARK: Joins

  // Frames are inout also where they are only read: one that is borrowed is moved to another place.

  private mutating func join(
    _ frame: inout AbstractFrame, intoUnit unit: Int, from instruction: DecodedInstruction
  ) throws(Finding) {
    guard unit < layout.unitCount, let block = layout.block(at: unit) else {
      throw tables.finding(instruction, "jumps into a block")
    }
    _ = try join(&frame, into: block, from: instruction)
  }

  /// - Returns: the state that the frame was joined into.
  private mutating func join(
    _ frame: inout AbstractFrame, into block: Int, from instruction: DecodedInstruction
  ) throws(Finding) -> Int {
    try spend(frame.locals.count + frame.depth)
    guard states.isReached(block) else {
      states.enter(block, frame)
      markPending(block)
      return block
    }
    guard frame.keywordNames == states.keywordNames(block) else {
      throw tables.finding(instruction, "a jump leads between the names of keyword arguments and their call")
    }
    var target = block
    if !states.hasShape(block, of: frame, hasMarkers: tables.hasMarkers) {
      guard tables.hasMarkers else { throw shapeFinding(frame, block, instruction) }
      guard let variant = try variant(of: block, for: frame, from: instruction) else { return states.count - 1 }
      target = variant
    }
    if states.join(frame, into: target) { markPending(target) }
    return target
  }

  /// The variant of a block's state with the shape of a frame; nil if the frame has become a new one.
  private mutating func variant(
    of block: Int, for frame: borrowing AbstractFrame, from instruction: DecodedInstruction
  ) throws(Finding) -> Int? {
    let known = variants[block] ?? []
    for state in known where states.hasShape(state, of: frame, hasMarkers: true) { return state }
    try spend(known.count)
    guard known.count < Self.maximumVariants else {
      throw tables.finding(instruction, "too complex to verify: too many ways into a finally block")
    }
    let state = states.append(frame)
    variants[block, default: []].append(state)
    variantBlocks.append(block)
    isPending.append(false)
    markPending(state)
    return nil
  }

  private func shapeFinding(_ frame: borrowing AbstractFrame, _ block: Int, _ instruction: DecodedInstruction) -> Finding {
    let offset = 2 * layout.instructions[Int(layout.blockStarts[block])].startUnit
    let (depth, blocks) = (frame.depth, frame.blocks.count)
    if depth != states.depth(block) {
      return tables.finding(
        instruction,
        "stack depth \(depth) on the way to offset \(offset), which has \(states.depth(block)) on another way")
    }
    return tables.finding(
      instruction,
      "\(blocks) blocks on the way to offset \(offset), which has others (\(states.blockCount(block))) on another way")
  }

  @inline(__always)
  private mutating func markPending(_ state: Int) {
    isPending[state] = true
    firstPending = min(firstPending, state)
  }

  /// Joins the state before an instruction into the entry of the handler that covers it.
  private mutating func enter(
    _ handler: inout Handler, _ frame: inout AbstractFrame, _ other: inout AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    guard handler.kind != .none else { return }
    let depth = frame.depth
    guard handler.depth <= depth else {
      throw tables.finding(
        instruction, "stack depth \(depth), but the exception handler at offset \(2 * handler.target) keeps \(handler.depth)")
    }
    guard let block = layout.block(at: handler.target) else { throw tables.finding(instruction, "jumps into a block") }
    other.assign(from: frame)
    if handler.kind == .entry {
      other.keywordNames = -1
      other.stack.removeLast(depth - handler.depth)
      if handler.pushesLasti { other.stack.append(AbstractSlot(.lasti)) }
      other.stack.append(AbstractSlot(.exception))
    } else {
      guard other.raise() else { return }
      blockCount = max(blockCount, other.blocks.count)
    }
    handler.state = try join(&other, into: block, from: instruction)
  }

  /// Joins what has changed before an instruction, since the handler that covers it was last told, into the entry of the handler.
  private mutating func update(
    _ handler: inout Handler, with frame: inout AbstractFrame, _ other: inout AbstractFrame, at instruction: DecodedInstruction
  ) throws(Finding) {
    // Compilers count on it that some instructions raise nothing: those that move values about where blocks begin and end,
    // and MAKE_CELL in inlined comprehensions, which alone allocates without raising.
    let effects = layout.facts(instruction).effects
    if handler.kind == .range || effects.contains(.allocates), !effects.contains(.raises) { return }
    if frame.changedDepth < handler.depth || handler.state < 0 {
      try enter(&handler, &frame, &other, at: instruction)
    } else {
      joinWrittenLocals(of: &frame, into: handler.state)
    }
    frame.writtenLocals.removeAll()
    frame.changedDepth = .max
  }

  private mutating func joinWrittenLocals(of frame: inout AbstractFrame, into state: Int) {
    var changed = false
    for index in 0..<frame.writtenLocals.count {
      let local = Int(frame.writtenLocals[index])
      if states.join(local: local, frame.locals[local], into: state) { changed = true }
    }
    if changed { markPending(state) }
  }
}
