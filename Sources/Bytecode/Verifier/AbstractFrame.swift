/// The state of a frame as the verifier knows it before or after an instruction: what each stack slot and each local
/// may hold. The generated transfer functions speak only to this type.
///
/// Depths count from the top of the stack: 1 is the top. A transfer function first takes its inputs from the top
/// down (`pop`), then puts its outputs (`push`); an input that stays is popped and pushed again, or only read (`peek`).
/// All checks that can fail throw; the state is then of no further use.
struct AbstractFrame: ~Copyable {
  /// Facts about the code object that stay the same all through it.
  let context: VerifierContext
  private let stackLimit: Int
  /// The value stack, bottom first.
  var stack: OwnedBuffer<AbstractSlot>
  /// The slots of `localsPlus`. An unset one is `null`.
  var locals: OwnedBuffer<AbstractSlot>
  /// The least depth that the stack had since this was last set: what lies below was not changed.
  var lowestDepth: Int
  /// The least of these since the handler was last told of the state.
  var changedDepth = Int.max
  /// The last two slots that were popped.
  private var lastPopped = (AbstractSlot(.object), AbstractSlot(.object))
  /// Whether it is of use to know which locals are written.
  var notesLocals = false
  /// Locals that were written since this was last emptied, if they are noted.
  var writtenLocals = OwnedBuffer<Int32>()
  /// Whether the frame runs as itself or has become that of a generator.
  var stage: FrameStage
  /// The block stack, innermost last (up to 3.10; else empty).
  var blocks: OwnedBuffer<AbstractBlock>
  /// The index of the constant with the names of the next call's keyword arguments, or -1.
  var keywordNames: Int32 = -1
  /// Whether the instruction being applied may stand between the names and the call.
  var keepsKeywordNames = false
  /// Where the instruction being applied returns to, as an index of return sites; set for CALL_FINALLY only.
  var returnSite = 0
  /// Whether the exception on top may turn out to be handled by the instruction being applied.
  var mayBeHandled = false

  /// A frame without variables, to be given a state.
  init(_ context: VerifierContext) {
    self.context = context
    stackLimit = context.stackSize
    stack = OwnedBuffer(capacity: min(max(context.stackSize, 0), 64))
    locals = OwnedBuffer(capacity: context.image.localsPlusKinds.count)
    blocks = OwnedBuffer()
    lowestDepth = 0
    stage = context.isGenerator && context.callsPrepareFrames ? .generator : .plain
  }

  /// The state on entry to a code object: parameters set, everything else unset, the stack empty.
  init(entry context: VerifierContext) {
    self.init(context)
    let parameters = context.image.parameterCount
    for (index, kind) in context.image.localsPlusKinds.enumerated() {
      let isCell = context.callsPrepareFrames && !kind.contains(.local)
      locals.append(AbstractSlot(isCell ? .cell : index < parameters ? .object : .unset))
    }
  }

  /// The number of values on the stack.
  @inline(__always)
  var depth: Int { stack.count }

  /// Takes over the state of another frame of the same code object.
  mutating func assign(from other: borrowing AbstractFrame) {
    stack.removeAll()
    stack.append(other.stack, count: other.stack.count)
    locals.removeAll()
    locals.append(other.locals, count: other.locals.count)
    blocks.removeAll()
    blocks.append(other.blocks, count: other.blocks.count)
    stage = other.stage
    keywordNames = other.keywordNames
    keepsKeywordNames = other.keepsKeywordNames
    lowestDepth = other.lowestDepth
    changedDepth = other.changedDepth
    lastPopped = other.lastPopped
    returnSite = other.returnSite
    mayBeHandled = other.mayBeHandled
    writtenLocals.removeAll()
  }
}

/// Whether a frame has become a generator's, as the set of what is possible.
struct FrameStage: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let plain = FrameStage(rawValue: 1)
  static let generator = FrameStage(rawValue: 2)
}

// MARK: - The stack

extension AbstractFrame {
  /// Takes the top of the stack, which must be within `required`.
  @discardableResult
  mutating func pop(_ required: SlotKind) throws(VerifierError) -> AbstractSlot {
    guard !stack.isEmpty else { throw .stackUnderflow(needed: 1, depth: 0) }
    let slot = stack[stack.count - 1]
    guard required.isSuperset(of: slot.kind) else {
      throw .wrongKind(depth: 1, expected: required, found: slot.kind)
    }
    stack.removeLast()
    lowestDepth = min(lowestDepth, stack.count)
    lastPopped = (lastPopped.1, slot)
    return slot
  }

  /// Takes `count` slots, each of which must be within `required`.
  mutating func pop(count: Int, _ required: SlotKind) throws(VerifierError) {
    guard count <= stack.count else { throw .stackUnderflow(needed: count, depth: stack.count) }
    for depth in stride(from: 1, through: count, by: 1) { _ = try peek(depth, required) }
    stack.removeLast(max(count, 0))
    lowestDepth = min(lowestDepth, stack.count)
  }

  /// Puts a value of which just the kind is known.
  mutating func push(_ kind: SlotKind) throws(VerifierError) {
    guard kind == .comparison else { return try push(AbstractSlot(kind)) }
    let areInts = lastPopped.0.kind == .int && lastPopped.1.kind == .int
    try push(AbstractSlot(areInts ? .bool : .object))
  }

  /// Puts a slot that came from elsewhere in the frame.
  mutating func push(_ slot: AbstractSlot) throws(VerifierError) {
    guard stack.count < stackLimit else { throw .stackOverflow(depth: stack.count + 1, limit: stackLimit) }
    stack.append(slot)
  }

  /// Puts `count` values of one kind.
  mutating func push(count: Int, _ kind: SlotKind) throws(VerifierError) {
    guard count <= stackLimit - stack.count else { throw .stackOverflow(depth: stack.count + count, limit: stackLimit) }
    stack.append(repeating: AbstractSlot(kind), count: max(count, 0))
  }

  /// Puts a constant, whose kind follows from its value.
  mutating func push(constant index: Int) throws(VerifierError) {
    guard index >= 0 && index < context.constantKinds.count else {
      throw .constantOutOfRange(index: index, count: context.constantKinds.count)
    }
    try push(AbstractSlot(context.constantKinds[index], constant: index))
  }

  /// Reads the slot `depth` slots from the top (1 = top), which must be within `required`.
  func peek(_ depth: Int, _ required: SlotKind) throws(VerifierError) -> AbstractSlot {
    guard depth >= 1 && depth <= stack.count else { throw .stackUnderflow(needed: depth, depth: stack.count) }
    let slot = stack[stack.count - depth]
    guard required.isSuperset(of: slot.kind) else {
      throw .wrongKind(depth: depth, expected: required, found: slot.kind)
    }
    return slot
  }

  /// Reads `count` slots, the lowest of which is `depth` slots from the top, each of which must be within `required`.
  func peek(count: Int, from depth: Int, _ required: SlotKind) throws(VerifierError) {
    guard count > 0 else { return }
    guard depth <= stack.count else { throw .stackUnderflow(needed: depth, depth: stack.count) }
    for place in stride(from: depth, to: depth - count, by: -1) { _ = try peek(place, required) }
  }

  /// Writes the slot `depth` slots from the top (1 = top).
  mutating func replace(_ depth: Int, with slot: AbstractSlot) throws(VerifierError) {
    guard depth >= 1 && depth <= stack.count else { throw .stackUnderflow(needed: depth, depth: stack.count) }
    stack[stack.count - depth] = slot
    lowestDepth = min(lowestDepth, stack.count - depth)
  }

  /// Moves `count` slots, the lowest of which is `depth` slots from the top, to another depth.
  mutating func move(count: Int, from depth: Int, to newDepth: Int) throws(VerifierError) {
    guard count > 0 else { return }
    guard max(depth, newDepth) <= stack.count, min(depth, newDepth) >= count else {
      throw .stackUnderflow(needed: max(depth, newDepth), depth: stack.count)
    }
    let start = stack.count - depth
    let target = stack.count - newDepth
    stack.move(count, from: start, to: target)
    lowestDepth = min(lowestDepth, min(start, target))
  }

  /// Checks that a slot is not known to be anything but a constant tuple of names (str) whose length fits.
  /// A tuple that was not a constant is left to the kernel.
  func requireNames(_ slot: AbstractSlot, _ count: NamesCount) throws(VerifierError) {
    guard let index = slot.constant else { return }
    try requireTuple(constant: index, count, ofNames: true)
  }

  /// As `requireNames`, for a tuple of values of any type.
  func requireTuple(_ slot: AbstractSlot, _ count: NamesCount) throws(VerifierError) {
    guard let index = slot.constant else { return }
    try requireTuple(constant: index, count, ofNames: false)
  }

  private func requireTuple(constant index: Int, _ count: NamesCount, ofNames: Bool) throws(VerifierError) {
    guard case .tuple(let tuple) = context.image.constants[index] else {
      throw .notNames(count: count, found: "constant \(index), which is no tuple")
    }
    let fits =
      switch count {
      case .any: true
      case .exactly(let number): tuple.items.count == number
      case .atMost(let number): tuple.items.count <= number
      }
    guard fits else { throw .notNames(count: count, found: "a tuple of \(tuple.items.count)") }
    guard ofNames else { return }
    for item in tuple.items {
      guard case .string = item else { throw .notNames(count: count, found: "a tuple with something else in it") }
    }
  }
}

// MARK: - Locals

extension AbstractFrame {
  /// The slot of a local that must be set.
  func local(_ index: Int) throws(VerifierError) -> AbstractSlot {
    let slot = try localOrUnset(index)
    guard !slot.kind.contains(.null) else { throw .localUnset(name: context.localName(index)) }
    return slot
  }

  /// The slot of a local, set or not.
  func localOrUnset(_ index: Int) throws(VerifierError) -> AbstractSlot {
    guard index >= 0 && index < locals.count else {
      throw .localOutOfRange(index: index, count: locals.count)
    }
    return locals[index]
  }

  /// The slot of a local for an instruction that raises if it is unset: afterwards it is known to be set.
  mutating func checkedLocal(_ index: Int) throws(VerifierError) -> AbstractSlot {
    let slot = try localOrUnset(index)
    // A local that is certainly unset makes the instruction raise; what follows it is then never reached.
    let set = slot.kind == .null ? AbstractSlot(.object) : slot.excluding(.null)
    try setLocal(index, set)
    return set
  }

  /// Assigns a local; `slot` may be NULL, which unsets it.
  mutating func setLocal(_ index: Int, _ slot: AbstractSlot) throws(VerifierError) {
    guard index >= 0 && index < locals.count else {
      throw .localOutOfRange(index: index, count: locals.count)
    }
    guard locals[index] != slot else { return }
    locals[index] = slot
    if notesLocals { writtenLocals.append(Int32(truncatingIfNeeded: index)) }
  }

  mutating func unsetLocal(_ index: Int) throws(VerifierError) {
    try setLocal(index, AbstractSlot(.unset))
  }

  /// The variable becomes a cell that holds its present value, if any.
  mutating func makeCell(_ index: Int) throws(VerifierError) {
    try setLocal(index, AbstractSlot(.cell))
  }

  /// The variable must be a cell.
  func requireCell(_ index: Int) throws(VerifierError) {
    let slot = try localOrUnset(index)
    guard slot.kind == .cell else {
      throw .localNotCell(name: context.localName(index), found: slot.kind)
    }
  }

  /// The index among all variables of a cell or free variable, which up to 3.10 have numbers of their own.
  func variableIndex(ofCell index: Int) -> Int { context.variableIndex(ofCell: index) }

  /// The closure of the function fills the last `count` variables, which must be all the free ones.
  mutating func copyFreeVariables(_ count: Int) throws(VerifierError) {
    guard count == context.freeVariableCount else {
      throw .freeVariableCount(given: count, expected: context.freeVariableCount)
    }
    for index in locals.count - count..<locals.count { try setLocal(index, AbstractSlot(.cell)) }
  }
}

// MARK: - Names of keyword arguments

extension AbstractFrame {
  /// Sets a constant aside as the names of the next call's keyword arguments (3.11 and 3.12).
  mutating func giveKeywordNames(constant index: Int) throws(VerifierError) {
    guard keywordNames < 0 else { throw .other("the names of keyword arguments are given twice") }
    guard index >= 0 && index < context.constantKinds.count else {
      throw .constantOutOfRange(index: index, count: context.constantKinds.count)
    }
    keywordNames = Int32(truncatingIfNeeded: index)
    keepsKeywordNames = true
  }

  /// The names stay for the call that follows.
  mutating func keepKeywordNames() { keepsKeywordNames = true }

  /// A call takes the names: a constant tuple of at most as many as there are arguments.
  mutating func takeKeywordNames(argumentCount: Int) throws(VerifierError) {
    guard keywordNames >= 0 else { return }
    try requireTuple(constant: Int(keywordNames), .atMost(argumentCount), ofNames: true)
    keywordNames = -1
  }
}

// MARK: - Generators

extension AbstractFrame {
  /// The frame becomes that of a generator: allowed once, in code whose flags say so, with an empty stack.
  mutating func becomeGenerator() throws(VerifierError) {
    guard context.isGenerator else { throw .notGenerator("only allowed in the code of a generator or coroutine") }
    guard stage == .plain else { throw .notGenerator("the frame may already be that of a generator") }
    guard stack.isEmpty else { throw .notGenerator("the stack must be empty, but has \(stack.count)") }
    stage = .generator
  }

  /// The frame must be that of a generator.
  func requireGenerator() throws(VerifierError) {
    guard context.isGenerator else { throw .notGenerator("only allowed in the code of a generator or coroutine") }
    guard stage == .generator else { throw .notGenerator("the generator may not have been made yet") }
  }

  /// The frame is left for good: that of a generator's code only after it became one.
  func requireLeavable() throws(VerifierError) {
    if !blocks.isEmpty { throw .other("leaves the frame inside \(blocks[blocks.count - 1].kind)") }
    guard context.isGenerator else { return }
    guard stage == .generator else { throw .notGenerator("the generator may not have been made yet") }
  }
}
