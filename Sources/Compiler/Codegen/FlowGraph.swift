import Bytecode

/// A run of instructions that only its last one leaves.
struct BasicBlock: BitwiseCopyable {
  /// Where its instructions lie among those of the graph, how many they are, and for how many there is room.
  var start: Int32 = 0
  var count: Int32 = 0
  var capacity: Int32 = 0
  /// The block behind it, or -1.
  var next: Int32 = -1
  var startDepth: Int32 = -1
  var predecessors: Int32 = 0
  var unsafeLocals: UInt64 = 0
  var isVisited = false
  var isTarget = false
  var isHandler = false
  var preservesOffset = false
  var isCold = false
  var isWarm = false
  /// The handlers that hold where it begins, a number of `FlowGraph.handlers`.
  var outerHandlers: Int32 = 0
  /// Blocks that the code generator made later have a greater number (3.10 and 3.11).
  var created: Int64 = -1
}

/// A handler with those around it.
struct HandlerNest: BitwiseCopyable {
  /// The block that handles, or -1.
  var block: Int32
  /// The number of what is around it.
  var outer: Int32
  var depth: Int32

  static let none = HandlerNest(block: -1, outer: 0, depth: 0)
}

/// The control-flow graph of a code object on its way to be assembled (CPython: Python/flowgraph.c).
///
/// Blocks and instructions are numbers into two runs of memory that serve one code object after the other. A block whose instructions
/// outgrow their room moves to the end of the run.
final class FlowGraph {
  let target: CompilerTarget
  let features: CompilerFeatures
  @exclusivity(unchecked) var blocks = PlainBuffer<BasicBlock>(capacity: 256)
  @exclusivity(unchecked) var instructions = PlainBuffer<CodeInstruction>(capacity: 4096)
  /// Scratch.
  @exclusivity(unchecked) var pending = PlainBuffer<Int32>(capacity: 256)
  /// The handlers that hold somewhere; number 0 is none.
  @exclusivity(unchecked) var handlers = PlainBuffer<HandlerNest>(capacity: 64)
  // What a `CodeAssembly` works with.
  @exclusivity(unchecked) var flat = PlainBuffer<CodeInstruction>(capacity: 4096)
  @exclusivity(unchecked) var offsets = PlainBuffer<Int32>(capacity: 4096)
  @exclusivity(unchecked) var starts = PlainBuffer<Int32>(capacity: 256)
  /// What `borrowLoads` works with.
  @exclusivity(unchecked) var loaded = LoadedStack()
  @exclusivity(unchecked) var runs = PlainBuffer<PositionRun>(capacity: 1024)
  private let traitTable: UnsafePointer<CompilerTarget.Traits>
  /// The constants of the code object, numbers of the pool; passes may add some.
  @exclusivity(unchecked) var constants: [UInt32] = []

  static let entry: Int32 = 0

  init(_ target: CompilerTarget) {
    self.target = target
    features = target.features
    traitTable = target.traits
  }

  deinit {
    blocks.free()
    instructions.free()
    pending.free()
    handlers.free()
    flat.free()
    offsets.free()
    starts.free()
    runs.free()
    loaded.free()
  }

  // MARK: - Access

  @inline(__always)
  func block(_ index: Int32) -> UnsafeMutablePointer<BasicBlock> { blocks.base + Int(index) }

  /// The instruction of a block.
  @inline(__always)
  func instruction(_ block: Int32, _ index: Int) -> UnsafeMutablePointer<CodeInstruction> {
    instructions.base + Int(blocks.base[Int(block)].start) + index
  }

  @inline(__always)
  func count(_ block: Int32) -> Int { Int(blocks.base[Int(block)].count) }

  @inline(__always)
  func last(_ block: Int32) -> UnsafeMutablePointer<CodeInstruction>? {
    let place = blocks.base + Int(block)
    return place.pointee.count > 0 ? instructions.base + Int(place.pointee.start + place.pointee.count - 1) : nil
  }

  @inline(__always)
  func traits(_ op: Op) -> CompilerTarget.Traits { traitTable[Int(op.rawValue)] }

  func jumps(_ instruction: CodeInstruction) -> Bool { traits(instruction.op).contains(.jumps) }

  /// Makes a NOP of an instruction. In 3.10 it keeps its operand.
  @inline(__always)
  func drop(_ instruction: UnsafeMutablePointer<CodeInstruction>) {
    let keeps = target.usesBlocks && !hasLabel(instruction.pointee.op)
    instruction.pointee.set(.NOP, keeps ? instruction.pointee.argument : 0)
  }

  /// Whether control goes on with the next block.
  @inline(__always)
  func fallsThrough(_ block: Int32) -> Bool {
    guard let last = last(block) else { return true }
    return traits(last.pointee.op).isDisjoint(with: [.isUnconditional, .leaves])
  }

  func leaves(_ block: Int32) -> Bool {
    guard let last = last(block) else { return false }
    return traits(last.pointee.op).contains(.leaves)
  }

  /// The first block from this one on that has instructions, or -1.
  func nonempty(_ block: Int32) -> Int32 {
    var block = block
    while block >= 0, count(block) == 0 { block = self.block(block).pointee.next }
    return block
  }

  // MARK: - Changes

  func newBlock(capacity: Int = 4) -> Int32 {
    var block = BasicBlock()
    block.start = Int32(instructions.count)
    block.capacity = Int32(capacity)
    instructions.reserve(capacity)
    instructions.count += capacity
    clearRoom(instructions.count - capacity, instructions.count)
    blocks.append(block)
    return Int32(blocks.count - 1)
  }

  func append(_ instruction: CodeInstruction, to block: Int32) { insert(instruction, into: block, at: count(block)) }

  func insert(_ instruction: CodeInstruction, into block: Int32, at position: Int) {
    let place = self.block(block)
    if place.pointee.count == place.pointee.capacity { makeRoom(block) }
    let base = instructions.base + Int(place.pointee.start)
    var index = Int(place.pointee.count)
    while index > position {
      base[index] = base[index - 1]
      index -= 1
    }
    base[position] = instruction
    place.pointee.count += 1
  }

  /// The handler of the instruction that was behind the last one of a block before others were removed; -1 if there was none. CPython's
  /// compiler leaves it to the next instruction that it adds there.
  func leftHandler(_ block: Int32) -> Int32 {
    let place = self.block(block).pointee
    return place.count < place.capacity ? instructions[Int(place.start + place.count)].handler : -1
  }

  private func clearRoom(_ start: Int, _ end: Int) {
    for index in start..<max(start, end) { instructions[index] = CodeInstruction(.NOP, 0, .none) }
  }

  private func makeRoom(_ block: Int32) {
    let place = self.block(block)
    let capacity = max(8, place.pointee.capacity * 2)
    let start = instructions.count
    instructions.reserve(Int(capacity))
    instructions.count += Int(capacity)
    (instructions.base + start).update(from: instructions.base + Int(place.pointee.start), count: Int(place.pointee.count))
    clearRoom(start + Int(place.pointee.count), instructions.count)
    place.pointee.start = Int32(start)
    place.pointee.capacity = capacity
  }

  func append(instructionsOf source: Int32, to block: Int32) {
    for index in 0..<count(source) { append(instruction(source, index).pointee, to: block) }
  }

  func clearVisited() {
    var block = Self.entry
    while block >= 0 {
      self.block(block).pointee.isVisited = false
      block = self.block(block).pointee.next
    }
  }

  // MARK: - Making

  /// Cuts the instructions of a unit into blocks.
  func build(_ unit: CodeUnit) {
    blocks.count = 0
    instructions.count = 0
    let count = unit.instructions.count
    instructions.reserve(count + 64)
    resolveLabels(unit)
    markTargets(unit)
    let created = features.has(.blocksByCreation) ? creationTimes(unit) : []
    blocks.append(BasicBlock())
    var current = 0
    var needsBlock = false
    for index in 0..<count {
      let instruction = unit.instructions.base + index
      let isTarget = pending[index] >= 0
      if needsBlock || isTarget && (blocks[current].count > 0 || blocks[current].isTarget) {
        blocks.base[current].next = Int32(blocks.count)
        var block = BasicBlock()
        block.start = Int32(instructions.count)
        if !created.isEmpty { block.created = created[index] }
        blocks.append(block)
        current = blocks.count - 1
      }
      if isTarget {
        blocks.base[current].isTarget = true
        pending[index] = Int32(current)
      }
      instructions.append(instruction.pointee)
      blocks.base[current].count += 1
      blocks.base[current].capacity += 1
      needsBlock = traits(instruction.pointee.op).contains(.endsBlock)
    }
    for index in 0..<instructions.count where !traits(instructions[index].op).isDisjoint(with: .hasTarget) {
      instructions.base[index].target = pending[Int(instructions[index].argument)]
    }
  }

  /// Puts the index of the instruction in the place of each label's number.
  private func resolveLabels(_ unit: CodeUnit) {
    for index in 0..<unit.instructions.count {
      guard hasLabel(unit.instructions[index].op) else { continue }
      unit.instructions.base[index].argument = unit.labels[Int(unit.instructions[index].argument)]
    }
  }

  /// -1 for each instruction that nothing leads to, 0 for the others.
  private func markTargets(_ unit: CodeUnit) {
    pending.count = 0
    pending.reserve(unit.instructions.count + 1)
    pending.count = unit.instructions.count + 1
    for index in 0..<pending.count { pending[index] = -1 }
    for index in 0..<unit.instructions.count where hasLabel(unit.instructions[index].op) {
      pending[Int(unit.instructions[index].argument)] = 0
    }
    guard features.has(.labelsSplit) else { return }
    for label in 0..<unit.labels.count where unit.labels[label] >= 0 { pending[Int(unit.labels[label])] = 0 }
  }

  @inline(__always)
  func hasLabel(_ op: Op) -> Bool { !traits(op).isDisjoint(with: .hasTarget) }

  /// Marks the blocks that handle exceptions, and tells each instruction its handler (CPython: `label_exception_targets`).
  func markHandlers() {
    var block = Self.entry
    var hasAny = false
    while block >= 0 {
      for index in 0..<count(block) {
        let instruction = instruction(block, index).pointee
        if traits(instruction.op).contains(.setsUp) {
          self.block(instruction.target).pointee.isHandler = true
          hasAny = true
        }
      }
      block = self.block(block).pointee.next
    }
    clearVisited()
    guard hasAny || usesSuspension() else { return }
    handlers.count = 0
    handlers.append(.none)
    pending.count = 0
    enter(Self.entry, within: 0)
    while pending.count > 0 {
      pending.count -= 1
      label(pending[pending.count])
    }
  }

  /// A block is reached, at first with these handlers.
  private func enter(_ block: Int32, within nest: Int32) {
    let place = self.block(block)
    guard !place.pointee.isVisited else { return }
    place.pointee.isVisited = true
    place.pointee.outerHandlers = nest
    pending.append(block)
  }

  private func usesSuspension() -> Bool {
    for index in 0..<instructions.count where instructions[index].op == .YIELD_VALUE { return true }
    return false
  }

  private func label(_ block: Int32) {
    var nest = self.block(block).pointee.outerHandlers
    var yieldDepth: Int32 = -1
    for index in 0..<count(block) {
      let instruction = instruction(block, index)
      let traits = traits(instruction.pointee.op)
      if traits.contains(.setsUp) {
        let target = instruction.pointee.target
        enter(target, within: nest)
        if instruction.pointee.op != .SETUP_FINALLY { self.block(target).pointee.preservesOffset = true }
        handlers.append(HandlerNest(block: target, outer: nest, depth: handlers[Int(nest)].depth + 1))
        nest = Int32(handlers.count - 1)
        continue
      }
      if instruction.pointee.op == .POP_BLOCK {
        nest = handlers[Int(nest)].outer
        if !features.has(.lateNops) { instruction.pointee.set(.NOP) }
        continue
      }
      instruction.pointee.handler = handlers[Int(nest)].block
      if traits.contains(.jumps) {
        enter(instruction.pointee.target, within: nest)
      } else if instruction.pointee.op == .YIELD_VALUE {
        yieldDepth = handlers[Int(nest)].depth
        if features.has(.countedYields) { instruction.pointee.argument = yieldDepth }
      } else if instruction.pointee.op == .RESUME, instruction.pointee.argument != 0 {
        if yieldDepth == 1, features.has(.resumeDepth) { instruction.pointee.argument |= 4 }
        yieldDepth = -1
      }
    }
    let next = self.block(block).pointee.next
    if next >= 0, fallsThrough(block) { enter(next, within: nest) }
  }
}
