import Bytecode

/// What is known of local variables.
extension FlowGraph {
  // MARK: - Unset variables

  /// Lets loads of variables that may be unset check it.
  func addChecks(localCount: Int, parameterCount: Int) {
    guard localCount > 0 else { return }
    if localCount > 64 { checkManyLocals(localCount) }
    let local = min(localCount, 64)
    clearVisited()
    forEachBlock { block($0).pointee.unsafeLocals = 0 }
    pending.count = 0
    var start: UInt64 = 0
    for index in parameterCount..<max(parameterCount, local) { start |= 1 << UInt64(index) }
    push(Self.entry, start)
    forEachBlock { scan($0) }
    while pending.count > 0 {
      pending.count -= 1
      let block = pending[pending.count]
      self.block(block).pointee.isVisited = false
      scan(block)
    }
  }

  private func push(_ block: Int32, _ unsafeLocals: UInt64) {
    let place = self.block(block)
    let both = place.pointee.unsafeLocals | unsafeLocals
    guard place.pointee.unsafeLocals != both else { return }
    place.pointee.unsafeLocals = both
    guard !place.pointee.isVisited else { return }
    place.pointee.isVisited = true
    pending.append(block)
  }

  private func scan(_ block: Int32) {
    var unsafeLocals = self.block(block).pointee.unsafeLocals
    for index in 0..<count(block) {
      let instruction = instruction(block, index)
      if instruction.pointee.handler >= 0 { push(instruction.pointee.handler, unsafeLocals) }
      let argument = instruction.pointee.argument
      guard 0..<64 ~= argument else { continue }
      let bit: UInt64 = 1 << UInt64(argument)
      switch instruction.pointee.op {
      case .DELETE_FAST, .LOAD_FAST_AND_CLEAR, .STORE_FAST_MAYBE_NULL: unsafeLocals |= bit
      case .STORE_FAST, .LOAD_FAST_CHECK: unsafeLocals &= ~bit
      case .LOAD_FAST:
        if unsafeLocals & bit != 0 { instruction.pointee.op = .LOAD_FAST_CHECK }
        unsafeLocals &= ~bit
      default: break
      }
    }
    let next = self.block(block).pointee.next
    if next >= 0, fallsThrough(block) { push(next, unsafeLocals) }
    if let last = last(block), traits(last.pointee.op).contains(.jumps) { push(last.pointee.target, unsafeLocals) }
  }

  /// Variables from the 65th on are followed within blocks only.
  private func checkManyLocals(_ localCount: Int) {
    var states = [Int](repeating: 0, count: localCount - 64)
    var number = 0
    forEachBlock { block in
      number += 1
      for index in 0..<count(block) {
        let instruction = instruction(block, index)
        let local = Int(instruction.pointee.argument) - 64
        guard local >= 0 else { continue }
        switch instruction.pointee.op {
        case .DELETE_FAST, .LOAD_FAST_AND_CLEAR, .STORE_FAST_MAYBE_NULL: states[local] = number - 1
        case .STORE_FAST: states[local] = number
        case .LOAD_FAST:
          if states[local] != number { instruction.pointee.op = .LOAD_FAST_CHECK }
          states[local] = number
        default: break
        }
      }
    }
  }

  // MARK: - Fused instructions

  func insertSuperinstructions() {
    forEachBlock { block in
      for index in 0..<max(0, count(block) - 1) {
        let instruction = instruction(block, index)
        switch (instruction.pointee.op, instruction[1].op) {
        case (.LOAD_FAST, .LOAD_FAST): fuse(instruction, .LOAD_FAST_LOAD_FAST)
        case (.STORE_FAST, .LOAD_FAST): fuse(instruction, .STORE_FAST_LOAD_FAST)
        case (.STORE_FAST, .STORE_FAST): fuse(instruction, .STORE_FAST_STORE_FAST)
        default: break
        }
      }
    }
    removeNops()
  }

  private func fuse(_ instruction: UnsafeMutablePointer<CodeInstruction>, _ op: Op) {
    let one = instruction[0]
    let two = instruction[1]
    if one.location.line >= 0, two.location.line >= 0, one.location.line != two.location.line { return }
    guard one.argument < 16, two.argument < 16 else { return }
    instruction[0].set(op, one.argument << 4 | two.argument)
    instruction[1].set(.NOP)
  }

  // MARK: - Cells

  /// Adds the instructions that a frame begins with, and gives variables their place in the frame; gives the number of those
  /// parameters that are cells.
  func prepareFrame(_ unit: CodeUnit, flags: CodeFlags) -> Int {
    let localCount = unit.variables.count
    var places = (0..<unit.cells.count + unit.frees.count).map { localCount + $0 }
    for (index, cell) in unit.cells.items.enumerated() {
      let local = unit.variables.find(cell)
      if local >= 0 { places[index] = local }
    }
    addPrefix(unit, flags, places)
    var dropped = 0
    for index in places.indices {
      if places[index] == index + localCount { places[index] -= dropped } else { dropped += 1 }
    }
    guard !places.isEmpty else { return dropped }
    forEachBlock { block in
      for index in 0..<count(block) {
        let instruction = instruction(block, index)
        switch instruction.pointee.op {
        case .MAKE_CELL, .LOAD_CLOSURE, .LOAD_DEREF, .STORE_DEREF, .DELETE_DEREF, .LOAD_FROM_DICT_OR_DEREF, .LOAD_CLASSDEREF:
          instruction.pointee.argument = Int32(places[Int(instruction.pointee.argument)])
        default: break
        }
      }
    }
    return dropped
  }

  /// The instruction that generators begin with in 3.10.
  func addGeneratorStart(_ flags: CodeFlags) {
    guard target.has(.GEN_START), !flags.isDisjoint(with: .anyGenerator) else { return }
    let kind: Int32 = flags.contains(.coroutine) ? 1 : flags.contains(.asyncGenerator) ? 2 : 0
    insert(CodeInstruction(.GEN_START, kind, .none), into: Self.entry, at: 0)
  }

  private func addPrefix(_ unit: CodeUnit, _ flags: CodeFlags, _ places: [Int]) {
    if !flags.isDisjoint(with: .anyGenerator) {
      let location = CodeLocation(line: unit.firstLine, endLine: unit.firstLine, column: -1, endColumn: -1)
      insert(CodeInstruction(.RETURN_GENERATOR, 0, location), into: Self.entry, at: 0)
      insert(CodeInstruction(.POP_TOP, 0, features.has(.unplacedStart) ? .none : location), into: Self.entry, at: 1)
    }
    let cells = (0..<unit.cells.count).sorted { places[$0] < places[$1] }
    for (position, cell) in cells.enumerated() {
      insert(CodeInstruction(.MAKE_CELL, Int32(cell), .none), into: Self.entry, at: position)
    }
    if unit.frees.count > 0 {
      insert(CodeInstruction(.COPY_FREE_VARS, Int32(unit.frees.count), .none), into: Self.entry, at: 0)
    }
  }
}
