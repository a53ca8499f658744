import Bytecode

/// A value on the stack, by what loaded it.
struct LoadedValue: BitwiseCopyable {
  /// The index of the instruction in the block; -1 for values that came from outside.
  var instruction: Int32
  /// The variable; -1 for other values.
  var local: Int32

  static let unknown = LoadedValue(instruction: -1, local: -1)
}

/// The stack while the instructions of a block are gone through, in memory that serves all blocks. Whoever holds it last calls `free`.
struct LoadedStack {
  private(set) var items = PlainBuffer<LoadedValue>(capacity: 64)
  /// Instructions whose values must be counted.
  private(set) var isCounted = PlainBuffer<Bool>(capacity: 256)

  func free() {
    items.free()
    isCounted.free()
  }

  /// Begins a block.
  mutating func reset(_ instructionCount: Int) {
    items.count = 0
    isCounted.resize(instructionCount).update(repeating: false, count: instructionCount)
  }

  var count: Int { items.count }

  @inline(__always)
  mutating func push(_ instruction: Int, _ local: Int32 = -1) {
    items.append(LoadedValue(instruction: Int32(truncatingIfNeeded: instruction), local: local))
  }

  @inline(__always)
  mutating func push(_ value: LoadedValue) { items.append(value) }

  @inline(__always)
  mutating func pop() -> LoadedValue {
    guard items.count > 0 else { return .unknown }
    items.count -= 1
    return items[items.count]
  }

  mutating func pop(_ count: Int) { items.count = max(0, items.count - max(0, count)) }

  /// The value at so many places from the top, which is 1.
  func value(_ depth: Int) -> LoadedValue {
    let place = items.count - depth
    return place >= 0 && depth > 0 ? items[place] : .unknown
  }

  mutating func swap(_ depth: Int) {
    let place = items.count - depth
    guard place >= 0, depth > 0 else { return }
    let value = items[place]
    items[place] = items[items.count - 1]
    items[items.count - 1] = value
  }

  func count(_ value: LoadedValue) {
    if value.instruction >= 0 { isCounted[Int(value.instruction)] = true }
  }

  /// The variable gets another value.
  func kill(_ local: Int32) {
    for index in 0..<items.count where items[index].local == local { count(items[index]) }
  }

  mutating func store(_ local: Int32) {
    let value = pop()
    kill(local)
    count(value)
  }
}

/// Loads of variables that need not count a reference (3.14; CPython: `optimize_load_fast`): those whose value is gone from the stack
/// before the variable gets another one, and does not become another variable's.
extension FlowGraph {
  func borrowLoads() {
    clearVisited()
    pending.count = 0
    block(Self.entry).pointee.startDepth = 0
    visitLater(Self.entry)
    while pending.count > 0 {
      pending.count -= 1
      borrowLoads(pending[pending.count])
    }
  }

  private func visitLater(_ block: Int32) {
    guard !self.block(block).pointee.isVisited else { return }
    self.block(block).pointee.isVisited = true
    pending.append(block)
  }

  private func borrowLoads(_ block: Int32) {
    let count = count(block)
    loaded.reset(count)
    for _ in 0..<max(0, self.block(block).pointee.startDepth) { loaded.push(-1) }
    for index in 0..<count { step(instruction(block, index).pointee, index, &loaded) }
    let next = self.block(block).pointee.next
    if next >= 0, count > 0, fallsThrough(block) { visitLater(next) }
    for place in 0..<loaded.count { loaded.count(loaded.items[place]) }
    for index in 0..<count where !loaded.isCounted[index] {
      let instruction = instruction(block, index)
      switch instruction.pointee.op {
      case .LOAD_FAST: instruction.pointee.op = .LOAD_FAST_BORROW
      case .LOAD_FAST_LOAD_FAST: instruction.pointee.op = .LOAD_FAST_BORROW_LOAD_FAST_BORROW
      default: break
      }
    }
  }

  private func step(_ instruction: CodeInstruction, _ index: Int, _ stack: inout LoadedStack) {
    let argument = instruction.argument
    switch instruction.op {
    case .LOAD_FAST: stack.push(index, argument)
    case .LOAD_FAST_AND_CLEAR:
      stack.kill(argument)
      stack.push(index, argument)
    case .LOAD_FAST_LOAD_FAST:
      stack.push(index, argument >> 4)
      stack.push(index, argument & 15)
    case .STORE_FAST: stack.store(argument)
    case .DELETE_FAST: stack.kill(argument)
    case .STORE_FAST_LOAD_FAST:
      stack.store(argument >> 4)
      stack.push(index, argument & 15)
    case .STORE_FAST_STORE_FAST:
      stack.store(argument >> 4)
      stack.store(argument & 15)
    case .COPY:
      stack.push(stack.value(Int(argument)))
    case .SWAP: stack.swap(Int(argument))
    default: stepOther(instruction, index, &stack)
    }
  }

  private func stepOther(_ instruction: CodeInstruction, _ index: Int, _ stack: inout LoadedStack) {
    let argument = Int(instruction.argument)
    switch instruction.op {
    // What leaves its inputs where they are.
    case .FORMAT_SIMPLE, .GET_ANEXT, .GET_LEN, .GET_YIELD_FROM_ITER, .IMPORT_FROM, .MATCH_KEYS, .MATCH_MAPPING,
      .MATCH_SEQUENCE, .WITH_EXCEPT_START:
      // As in CPython, the new values count as the block's first ones.
      for place in 0..<max(0, target.effect(instruction.op, argument, .next)) { stack.push(place) }
    case .DICT_MERGE, .DICT_UPDATE, .LIST_APPEND, .LIST_EXTEND, .MAP_ADD, .RERAISE, .SET_ADD, .SET_UPDATE:
      stack.pop(-target.effect(instruction.op, argument, .next))
    case .END_SEND, .SET_FUNCTION_ATTRIBUTE:
      let top = stack.pop()
      _ = stack.pop()
      stack.push(top)
    case .CHECK_EXC_MATCH:
      _ = stack.pop()
      stack.push(index)
    case .FOR_ITER:
      visitLater(instruction.target)
      stack.push(index)
    case .LOAD_ATTR, .LOAD_SUPER_ATTR:
      let owner = stack.pop()
      if instruction.op == .LOAD_SUPER_ATTR { stack.pop(2) }
      stack.push(index)
      if argument & 1 != 0 { stack.push(owner) }
    case .LOAD_SPECIAL, .PUSH_EXC_INFO:
      let top = stack.pop()
      stack.push(index)
      stack.push(top)
    case .SEND:
      visitLater(instruction.target)
      _ = stack.pop()
      stack.push(index)
    default: consumeAll(instruction, index, &stack)
    }
  }

  private func consumeAll(_ instruction: CodeInstruction, _ index: Int, _ stack: inout LoadedStack) {
    if traits(instruction.op).contains(.jumps) { visitLater(instruction.target) }
    stack.pop(target.popped(instruction.op, Int(instruction.argument)))
    for _ in 0..<max(0, target.pushed(instruction.op, Int(instruction.argument))) { stack.push(index) }
  }
}
