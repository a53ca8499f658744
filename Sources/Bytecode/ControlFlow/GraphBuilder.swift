/// The work of making a control-flow graph.
struct GraphBuilder {
  private let list: InstructionList
  private let tables: AssemblerTables
  private let places: [Label: Int]
  private(set) var blocks: [ControlFlowGraph.Block] = []
  /// The block that begins at each element, or -1.
  private var blockAt: [Int]

  init(_ list: InstructionList, _ tables: AssemblerTables) {
    self.list = list
    self.tables = tables
    places = list.labelPlaces()
    blockAt = [Int](repeating: -1, count: list.elements.count)
  }

  private func details(_ instruction: ListedInstruction) -> Instruction { tables.set[Int(instruction.opcode)] }

  /// The element where an instruction's jump goes on; nil if it does not jump to a label.
  private func landing(of instruction: ListedInstruction) -> Int? {
    let details = details(instruction)
    switch details.flow {
    case .jump, .branch, .setupHandler, .callBlock: break
    case .next, .return, .raise, .suspend, .suspendAndRepeat, .returnFromBlock: return nil
    }
    guard case .label(let label) = instruction.argument, let place = places[label] else { return nil }
    return list.landing(from: place, past: details.landsPast.count)
  }

  // MARK: Blocks

  mutating func divide() {
    let count = list.elements.count
    var begins = [Bool](repeating: false, count: count + 1)
    begins[0] = true
    for range in list.handlers {
      for label in [range.start, range.end, range.handler] { if let place = places[label] { begins[place] = true } }
    }
    for (index, element) in list.elements.enumerated() {
      guard case .instruction(let instruction) = element else { continue }
      if let landing = landing(of: instruction) { begins[blockStart(landing)] = true }
      if case .label(let label) = instruction.argument, let place = places[label] { begins[place] = true }
      switch details(instruction).flow {
      case .next, .suspend, .suspendAndRepeat: if changesBlocks(instruction) { begins[index + 1] = true }
      case .jump, .branch, .return, .raise, .setupHandler, .callBlock, .returnFromBlock: begins[index + 1] = true
      }
    }
    var start = 0
    for index in 1..<max(count + 1, 1) where index == count || begins[index] && hasInstruction(start..<index) {
      guard start < index else { continue }
      blocks.append(ControlFlowGraph.Block(elements: start..<index))
      start = index
    }
    for (number, block) in blocks.enumerated() { for index in block.elements { blockAt[index] = number } }
  }

  /// Labels in front of an instruction belong to its block.
  private func blockStart(_ index: Int) -> Int {
    var start = min(index, list.elements.count)
    while start > 0, !isInstruction(start - 1) { start -= 1 }
    return start
  }

  private func hasInstruction(_ range: Range<Int>) -> Bool { range.contains(where: isInstruction) }

  private func isInstruction(_ index: Int) -> Bool {
    switch list.elements[index] {
    case .instruction, .bytes: true
    case .label, .mark: false
    }
  }

  private func changesBlocks(_ instruction: ListedInstruction) -> Bool {
    details(instruction).endsBlockOrHandler
  }

  // MARK: Edges

  mutating func connect() {
    for number in blocks.indices { connect(number) }
    connectHandlers()
    for number in blocks.indices {
      for edge in blocks[number].successors where blocks[edge.target].predecessors.last != number {
        blocks[edge.target].predecessors.append(number)
      }
    }
    var pending = blocks.isEmpty ? [] : [0]
    while let number = pending.popLast() {
      guard !blocks[number].isReachable else { continue }
      blocks[number].isReachable = true
      pending += blocks[number].successors.map(\.target)
    }
  }

  private mutating func connect(_ number: Int) {
    var fallsThrough = true
    if let last = lastInstruction(of: number) {
      switch details(last).flow {
      case .jump:
        add(.jump, landing(of: last), to: number)
        fallsThrough = false
      case .branch, .callBlock: add(.jump, landing(of: last), to: number)
      case .return, .raise: fallsThrough = false
      case .next, .suspend, .suspendAndRepeat, .setupHandler, .returnFromBlock: break
      }
    }
    if fallsThrough { add(.fallThrough, blocks[number].elements.upperBound, to: number) }
  }

  private func lastInstruction(of number: Int) -> ListedInstruction? {
    for index in blocks[number].elements.reversed() {
      switch list.elements[index] {
      case .instruction(let instruction): return instruction
      case .bytes: return nil
      case .label, .mark: continue
      }
    }
    return nil
  }

  private mutating func add(_ kind: ControlFlowGraph.FlowEdge.Kind, _ element: Int?, to number: Int) {
    guard let element, element < blockAt.count else { return }
    let edge = ControlFlowGraph.FlowEdge(kind: kind, target: blockAt[element])
    if !blocks[number].successors.contains(edge) { blocks[number].successors.append(edge) }
  }

  private mutating func connectHandlers() {
    switch tables.set.exceptions {
    case .table:
      for range in list.handlers {
        guard let start = places[range.start], let end = places[range.end], start < end, end <= list.elements.count else {
          continue
        }
        for number in blockAt[start]...blockAt[end - 1] where mayRaise(number) {
          add(.exception, places[range.handler], to: number)
        }
      }
    case .blocks: connectBlockStacks()
    }
  }

  private func mayRaise(_ number: Int) -> Bool {
    list.elements[blocks[number].elements].contains { element in
      if case .instruction(let instruction) = element { details(instruction).mayRaise } else { false }
    }
  }

  // MARK: Block stacks

  private static func label(_ instruction: ListedInstruction) -> Label? {
    if case .label(let label) = instruction.argument { label } else { nil }
  }

  /// Follows the block stack from the entry through all blocks. An exception goes to the handler of the innermost block that
  /// has one; what stands in the handler then runs with a marker in its place.
  private mutating func connectBlockStacks() {
    var stacks = [BlockStack<Label>?](repeating: nil, count: blocks.count)
    guard !blocks.isEmpty else { return }
    stacks[0] = BlockStack()
    var pending = [0]
    while let number = pending.popLast() {
      guard let stack = stacks[number] else { continue }
      func enter(_ target: Int, _ stack: BlockStack<Label>) {
        guard stacks[target] == nil else { return }
        stacks[target] = stack
        pending.append(target)
      }
      if let handler = stack.innermostHandler, let target = places[handler], target < blockAt.count, mayRaise(number) {
        add(.exception, target, to: number)
        enter(blockAt[target], stack.handling())
      }
      var after = stack
      let last = lastInstruction(of: number)
      if let last { after.apply(details(last), handler: GraphBuilder.label(last)) }
      if let last, details(last).flow == .setupHandler, case .label(let label) = last.argument, let target = places[label],
        target < blockAt.count
      {
        enter(blockAt[target], after.handling())
      }
      for edge in blocks[number].successors where edge.kind != .exception { enter(edge.target, after) }
    }
  }
}
