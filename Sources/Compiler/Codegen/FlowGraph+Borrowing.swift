import Bytecode

/// Loads of variables that need not count a reference (3.14; CPython: `optimize_load_fast`): those whose value is gone from the stack
/// before the variable gets another one, and does not become another variable's.
extension FlowGraph {
  /// A value on the stack, by what loaded it.
  private struct Loaded {
    /// The index of the instruction in the block; -1 for values that came from outside.
    var instruction: Int
    /// The variable; -1 for other values.
    var local: Int32
  }

  private struct LoadedStack {
    var items: [Loaded] = []
    /// Instructions whose values must be counted.
    var isCounted: [Bool]

    mutating func push(_ instruction: Int, _ local: Int32 = -1) { items.append(Loaded(instruction: instruction, local: local)) }

    mutating func pop() -> Loaded { items.popLast() ?? Loaded(instruction: -1, local: -1) }

    mutating func pop(_ count: Int) {
      for _ in 0..<max(0, count) { _ = pop() }
    }

    mutating func count(_ loaded: Loaded) {
      if loaded.instruction >= 0 { isCounted[loaded.instruction] = true }
    }

    /// The variable gets another value.
    mutating func kill(_ local: Int32) {
      for item in items where item.local == local { count(item) }
    }

    mutating func store(_ local: Int32) {
      let value = pop()
      kill(local)
      count(value)
    }
  }

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
    var stack = LoadedStack(isCounted: [Bool](repeating: false, count: count))
    for _ in 0..<max(0, self.block(block).pointee.startDepth) { stack.push(-1) }
    for index in 0..<count { step(instruction(block, index).pointee, index, &stack) }
    let next = self.block(block).pointee.next
    if next >= 0, count > 0, fallsThrough(block) { visitLater(next) }
    for item in stack.items { stack.count(item) }
    for index in 0..<count where !stack.isCounted[index] {
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
      let place = stack.items.count - Int(argument)
      let item = place >= 0 ? stack.items[place] : Loaded(instruction: -1, local: -1)
      stack.push(item.instruction, item.local)
    case .SWAP:
      let place = stack.items.count - Int(argument)
      if place >= 0, !stack.items.isEmpty { stack.items.swapAt(place, stack.items.count - 1) }
    default: stepOther(instruction, index, &stack)
    }
  }

  private func stepOther(_ instruction: CodeInstruction, _ index: Int, _ stack: inout LoadedStack) {
    let argument = Int(instruction.argument)
    let change = target.effect(instruction.op, argument, .next)
    switch instruction.op {
    // What leaves its inputs where they are.
    case .FORMAT_SIMPLE, .GET_ANEXT, .GET_LEN, .GET_YIELD_FROM_ITER, .IMPORT_FROM, .MATCH_KEYS, .MATCH_MAPPING,
      .MATCH_SEQUENCE, .WITH_EXCEPT_START:
      // As in CPython, the new values count as the block's first ones.
      for place in 0..<max(0, change) { stack.push(place) }
    case .DICT_MERGE, .DICT_UPDATE, .LIST_APPEND, .LIST_EXTEND, .MAP_ADD, .RERAISE, .SET_ADD, .SET_UPDATE: stack.pop(-change)
    case .END_SEND, .SET_FUNCTION_ATTRIBUTE:
      let top = stack.pop()
      _ = stack.pop()
      stack.push(top.instruction, top.local)
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
      if argument & 1 != 0 { stack.push(owner.instruction, owner.local) }
    case .LOAD_SPECIAL, .PUSH_EXC_INFO:
      let top = stack.pop()
      stack.push(index)
      stack.push(top.instruction, top.local)
    case .SEND:
      visitLater(instruction.target)
      _ = stack.pop()
      stack.push(index)
    default: consumeAll(instruction, index, &stack)
    }
  }

  private func consumeAll(_ instruction: CodeInstruction, _ index: Int, _ stack: inout LoadedStack) {
    let number = Int(target.numbers[Int(instruction.op.rawValue)])
    if traits(instruction.op).contains(.jumps) { visitLater(instruction.target) }
    stack.pop(target.set.popped(number, Int(instruction.argument), .next))
    for _ in 0..<max(0, target.set.pushed(number, Int(instruction.argument), .next)) { stack.push(index) }
  }
}
