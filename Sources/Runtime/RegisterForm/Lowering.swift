import Bytecode

/// Turns the stack code of a code object into register form.
///
/// It walks over the code as the verifier did, and knows for each value on the stack which slot or constant holds it: its own slot of the
/// stack (its *home*), a local variable, or a constant. Loads and stores so become operands. Where paths meet, at jumps and at their
/// targets, all values are at home.
struct Lowering {
  /// Instructions; targets are code units until `finish`.
  private(set) var instructions: [RegisterInstruction] = []
  /// For each code unit, the register instruction at which a frame goes on that is entered or returned to there.
  private(set) var entries: [Int32]
  /// For each code unit, the register instruction that jumps to it go to.
  private var indices: [Int32]
  /// What holds the values on the stack, bottom first.
  private var values: [Int32] = []
  private let localCount: Int
  private var isRejected = false
  /// The last instruction, if its one output may go elsewhere.
  private var redirectable: Int?
  private var opcode = 0
  private var oparg = 0

  /// The code unit of the instruction being lowered, and of the next one.
  private(set) var unit = 0
  private(set) var next = 0

  private init(_ code: Ref<CodeObject>) {
    localCount = code.localsPlusCount
    entries = Array(repeating: 0, count: code.unitCount)
    indices = Array(repeating: 0, count: code.unitCount)
  }

  /// Lowers verified code; nil if it has handlers or an instruction without register form.
  static func lower(_ code: Ref<CodeObject>) -> Lowering? {
    guard code.handlerCount == 0, code.flags.isDisjoint(with: .anyGenerator) else { return nil }
    let set = code.instructionSet
    let targets = jumpTargets(code, set)
    var lowering = Lowering(code)
    var isReachedFromAbove = true
    var prefix = 0
    var unit = 0
    while unit < code.unitCount {
      let word = code.units[unit]
      let opcode = Int(word & 0xFF)
      let instruction = set[opcode]
      if code.depths[unit] < 0 {
        isReachedFromAbove = false
        unit += 1
        continue
      }
      if prefix == 0 {
        lowering.enter(unit, depth: Int(code.depths[unit]), isJoin: targets.contains(unit) || !isReachedFromAbove, isReachedFromAbove)
      }
      let oparg = prefix << 8 | Int(word >> 8)
      if opcode == Int(set.encoding.extendedArg) {
        prefix = oparg
        isReachedFromAbove = true
        unit += 1
        continue
      }
      prefix = 0
      lowering.begin(opcode, oparg, unit, units: 1 + instruction.cacheUnits)
      lowerInstruction(code.engine, opcode, oparg, &lowering)
      if lowering.isRejected { return nil }
      isReachedFromAbove = instruction.flow == .next || instruction.flow == .branch
      unit = lowering.next
    }
    lowering.finish()
    return lowering
  }

  /// The code units that jumps go to.
  private static func jumpTargets(_ code: Ref<CodeObject>, _ set: InstructionSet) -> Set<Int> {
    var targets: Set<Int> = []
    var prefix = 0
    var unit = 0
    while unit < code.unitCount {
      let word = code.units[unit]
      let opcode = Int(word & 0xFF)
      let oparg = prefix << 8 | Int(word >> 8)
      prefix = opcode == Int(set.encoding.extendedArg) ? oparg : 0
      let instruction = set[opcode]
      let end = unit + 1 + instruction.cacheUnits
      let skipped = instruction.landsPast.reduce(0) { $0 + 1 + set[Int($1)].cacheUnits }
      switch instruction.operand.main?.kind {
      case .forward: targets.insert(end + oparg + skipped)
      case .backward: targets.insert(end - oparg + skipped)
      default: break
      }
      unit = end
    }
    return targets
  }

  // MARK: The walk

  private mutating func enter(_ unit: Int, depth: Int, isJoin: Bool, _ isReachedFromAbove: Bool) {
    entries[unit] = Int32(instructions.count)
    self.unit = unit
    if isJoin {
      if isReachedFromAbove { settle() }
      values = (0..<depth).map(home)
      redirectable = nil
    }
    indices[unit] = Int32(instructions.count)
  }

  private mutating func begin(_ opcode: Int, _ oparg: Int, _ unit: Int, units: Int) {
    self.opcode = opcode
    self.oparg = oparg
    self.unit = unit
    next = unit + units
  }

  private mutating func finish() {
    for index in instructions.indices where instructions[index].target >= 0 {
      instructions[index].target = indices[Int(instructions[index].target)]
    }
    // Code never runs off its end, but the last instruction must not either.
    append(RegisterInstruction(opcode: 255, target: -1, unit: Int32(max(unit, 0))))
  }

  private mutating func append(_ instruction: RegisterInstruction) {
    redirectable = nil
    instructions.append(instruction)
  }

  private mutating func appendMove(_ opcode: Int, _ source: Int32, to destination: Int32) {
    append(RegisterInstruction(opcode: Int32(opcode), a: source, destination: destination, target: -1, unit: Int32(unit)))
  }

  /// The code has an instruction without register form.
  mutating func reject() { isRejected = true }

  // MARK: The stack

  private func home(_ position: Int) -> Int32 { Int32(localCount + position) }

  mutating func pop() -> Int32 { values.removeLast() }

  mutating func drop() { values.removeLast() }

  /// The operand `depth` slots from the top (1 = top).
  func peek(_ depth: Int) -> Int32 { values[values.count - depth] }

  mutating func replace(_ depth: Int, with operand: Int32) { values[values.count - depth] = operand }

  mutating func push(_ operand: Int32) { values.append(operand) }

  mutating func push(local index: Int) { values.append(Int32(index)) }

  mutating func push(constant index: Int) { values.append(~Int32(index)) }

  mutating func pushNull() {
    prepare(popping: 0, pushing: 1)
    appendMove(RegisterInstruction.null, 0, to: home(values.count))
    values.append(home(values.count))
  }

  /// Brings home all values but the `count` topmost ones, which may have to be moved too if they are in the way.
  mutating func settle(below count: Int = 0) {
    var position = 0
    while position < values.count - count {
      settle(at: position)
      position += 1
    }
  }

  private mutating func settle(at position: Int) {
    let destination = home(position)
    let source = values[position]
    if source == destination { return }
    let users = values.indices.filter { $0 != position && values[$0] == destination }
    if !users.isEmpty && source >= Int32(localCount) {
      appendMove(RegisterInstruction.exchange, source, to: destination)
      values = values.map { $0 == source ? destination : $0 == destination ? source : $0 }
      return
    }
    // Whoever uses the slot goes first. The chain ends, since this value comes from outside the stack.
    for user in users { settle(at: user) }
    appendMove(RegisterInstruction.move, source, to: destination)
    values[position] = destination
  }

  /// Makes sure that the slots which the next instruction writes hold no value of those that stay on the stack.
  mutating func prepare(popping popped: Int, pushing pushed: Int) {
    let kept = values.count - popped
    let written = (kept..<kept + pushed).map(home)
    if values[..<kept].contains(where: { written.contains($0) }) { settle() }
  }

  // MARK: Variables

  /// Makes sure that no value on the stack is only in the variable, which is about to change.
  mutating func prepare(forLocal index: Int) {
    if values.contains(Int32(index)) { settle() }
  }

  mutating func setLocal(_ index: Int, _ operand: Int32) {
    if let last = redirectable, instructions[last].destination == operand, !values.contains(operand) {
      instructions[last].destination = Int32(index)
      redirectable = nil
    } else if operand != Int32(index) {
      appendMove(RegisterInstruction.move, operand, to: Int32(index))
    }
  }

  mutating func unsetLocal(_ index: Int) {
    prepare(forLocal: index)
    appendMove(RegisterInstruction.null, 0, to: Int32(index))
  }

  // MARK: Instructions

  /// An instruction that reads its inputs where they are; they were popped already.
  mutating func emit(_ inputs: [Int32] = [], pushing pushed: Int = 0, target: Int = -1) {
    var instruction = RegisterInstruction(
      opcode: Int32(opcode), oparg: Int32(truncatingIfNeeded: oparg), destination: home(values.count), target: Int32(target),
      unit: Int32(unit))
    for (index, input) in inputs.enumerated() {
      switch index {
      case 0: instruction.a = input
      case 1: instruction.b = input
      case 2: instruction.c = input
      default: instruction.d = input
      }
    }
    append(instruction)
    for _ in 0..<pushed { values.append(home(values.count)) }
    if pushed == 1 { redirectable = instructions.count - 1 }
  }

  /// An instruction that finds its `popped` inputs in their slots of the stack.
  mutating func emit(stack popped: Int, pushing pushed: Int) {
    prepare(popping: popped, pushing: pushed)
    for position in values.count - popped..<values.count { settle(at: position) }
    append(
      RegisterInstruction(
        opcode: Int32(opcode), oparg: Int32(truncatingIfNeeded: oparg), base: home(values.count), target: -1, unit: Int32(unit)))
    values.removeLast(popped)
    for _ in 0..<pushed { values.append(home(values.count)) }
  }
}
