import Bytecode

/// A code object made ready for reading: each instruction with the stack before and after it, what handles its exceptions, and what it is
/// for the flow of control.
package struct CodeExplanation {
  package let listing: CodeListing
  /// By row.
  package private(set) var rows: [Row]
  /// Why the stacks are not known.
  package private(set) var problem: String?

  package struct Row {
    /// The stack before the instruction, bottom first; nil if it is not reached.
    package var before: [StackItemName]?
    /// The stack with which the next instruction goes on, or the jump's target if the instruction always jumps; nil if it goes nowhere.
    package var after: [StackItemName]?
    /// The stack at the target, where it differs.
    package var afterJump: [StackItemName]?
    /// The first row of what handles its exceptions.
    package var handler: Int?
    package var roles: Set<Role> = []
  }

  /// What an instruction is for the flow of control.
  package enum Role: String, CaseIterable {
    case handler, loop, call, yield, `return`, raise, unreachable
  }

  private struct State {
    var stack: [StackItemName]
    var blocks: BlockStack<Int>
  }

  /// What arrives at a row.
  private struct Arrivals {
    /// By the way: the row that it comes from, twice, and one more for its other edge.
    var states: [Int: State] = [:]
    var joined: State?
    var visits = 0
    /// The way of an instruction that raises nothing, which stands for those that do until one is found.
    var placeholder: Int?
  }

  private var arrivals: [Arrivals]
  private var pending: [Int] = []
  /// The range of the exception table that holds at each row.
  private var rangeAt: [Int?]
  private var moves: StackMoves
  /// Joins of large stacks at many places are not made for ever: names are a help, not a proof.
  private var budget = 4_000_000
  /// A row that is visited more often than this, as in loops that change what lies on the stack, has no names for what still differs.
  private static let mostVisits = 8

  package init(_ listing: CodeListing) {
    self.listing = listing
    rows = [Row](repeating: Row(), count: listing.rows.count)
    arrivals = [Arrivals](repeating: Arrivals(), count: listing.rows.count)
    rangeAt = [Int?](repeating: nil, count: listing.rows.count)
    moves = StackMoves(listing)
    problem = listing.problem
    for (number, range) in listing.ranges.enumerated().reversed() {
      for index in range.rows { rangeAt[index] = number }
    }
    if problem == nil, !rows.isEmpty { follow() }
    let places = CodeExplanation.places(listing)
    for index in rows.indices { rows[index].roles = roles(of: index).union(places[index] ?? []) }
    arrivals = []
  }

  /// What the operand of a row means: as `dis` has it, but jumps by the offset where they go on.
  package func operandText(_ index: Int) -> String {
    let row = listing.rows[index]
    guard let landing = row.landing ?? row.target else { return row.text }
    return "to \(listing.rows[landing].offset)"
  }

  // MARK: Stacks

  private mutating func follow() {
    let isGenerator = !listing.image.flags.isDisjoint(with: .anyGenerator)
    let depth = isGenerator ? listing.set.encoding.generatorStartDepth : 0
    enter(0, from: -1, State(stack: [StackItemName](repeating: StackItemName("sent"), count: depth), blocks: BlockStack()))
    while let index = pending.popLast() {
      guard budget > 0 else { return giveUp() }
      if let state = arrivals[index].joined { step(index, state) }
    }
    for index in rows.indices { if let range = rangeAt[index] { rows[index].handler = listing.ranges[range].handler } }
  }

  private mutating func giveUp() {
    problem = "too large for stacks by name"
    rows = [Row](repeating: Row(), count: rows.count)
  }

  private mutating func enter(_ index: Int?, from way: Int, _ state: State) {
    guard let index, index < arrivals.count else { return }
    budget -= state.stack.count + 1
    arrivals[index].states[way] = state
    let old = arrivals[index].joined
    let new = joined(arrivals[index])
    guard new.stack != old?.stack else { return }
    arrivals[index].visits += 1
    arrivals[index].joined = new
    if arrivals[index].visits <= CodeExplanation.mostVisits + new.stack.count { pending.append(index) }
  }

  /// What all that arrives has in common. In the finally blocks of 3.8 depths may differ: the deepest stacks are shown.
  private mutating func joined(_ arrivals: Arrivals) -> State {
    let ways = arrivals.states.sorted { $0.key < $1.key }.map(\.value)
    let depth = ways.map(\.stack.count).max() ?? 0
    let deepest = ways.filter { $0.stack.count == depth }
    var result = deepest[0]
    budget -= deepest.count * (depth + 1)
    for state in deepest.dropFirst() { for slot in 0..<depth { result.stack[slot] = result.stack[slot].joined(with: state.stack[slot]) } }
    guard arrivals.visits >= CodeExplanation.mostVisits, let old = arrivals.joined, old.stack.count == depth else { return result }
    for slot in 0..<depth where result.stack[slot] != old.stack[slot] { result.stack[slot] = .unknown }
    return result
  }

  private mutating func step(_ index: Int, _ state: State) {
    let row = listing.rows[index]
    let instruction = row.instruction
    rows[index].before = state.stack
    rows[index].handler = state.blocks.innermostHandler
    enterHandler(of: index, state)
    let next = State(stack: moves.stack(behind: row, state.stack, isOther: false), blocks: state.blocks.behind(instruction, row.target))
    let other = State(stack: moves.stack(behind: row, state.stack, isOther: true), blocks: next.blocks)
    (rows[index].after, rows[index].afterJump) = (next.stack, nil)
    switch instruction.flow {
    case .next, .suspend, .suspendAndRepeat, .returnFromBlock: enter(index + 1, from: 2 * index, next)
    case .jump:
      rows[index].after = other.stack
      enter(row.landing, from: 2 * index + 1, other)
    case .branch, .callBlock:
      enter(index + 1, from: 2 * index, next)
      enter(row.landing, from: 2 * index + 1, other)
      if other.stack != next.stack { rows[index].afterJump = other.stack }
    case .setupHandler:
      enter(index + 1, from: 2 * index, next)
      enter(row.target, from: 2 * index + 1, State(stack: other.stack, blocks: next.blocks.handling()))
    case .return, .raise: rows[index].after = nil
    }
  }

  /// Enters the handler of the exception table for an exception at a row.
  private mutating func enterHandler(of index: Int, _ state: State) {
    guard let range = rangeAt[index].map({ listing.ranges[$0] }) else { return }
    // An instruction that raises nothing counts only where nothing else leads to the handler.
    let mayRaise = listing.rows[index].instruction.mayRaise
    guard mayRaise || arrivals[range.handler].joined == nil else { return }
    let missing = [StackItemName](repeating: .unknown, count: max(0, range.depth - state.stack.count))
    let pushed = (range.pushesLasti ? ["lasti"] : []) + ["exception"]
    let way = 2 * (listing.rows.count + index)
    if let placeholder = arrivals[range.handler].placeholder { arrivals[range.handler].states[placeholder] = nil }
    arrivals[range.handler].placeholder = mayRaise ? nil : way
    enter(range.handler, from: way, State(stack: state.stack.prefix(range.depth) + missing + pushed.map { StackItemName($0) }, blocks: state.blocks))
  }

  // MARK: Roles

  private func roles(of index: Int) -> Set<Role> {
    let instruction = listing.rows[index].instruction
    var roles: Set<Role> = []
    switch instruction.flow {
    case .return: roles.insert(.return)
    case .raise: roles.insert(.raise)
    case .suspend, .suspendAndRepeat: roles.insert(.yield)
    default: if instruction.family == "call", instruction.effects.contains(.frames) { roles.insert(.call) }
    }
    if listing.problem == nil, problem == nil, rows[index].before == nil { roles.insert(.unreachable) }
    return roles
  }

  /// The rows where loops and handlers begin.
  private static func places(_ listing: CodeListing) -> [Int: Set<Role>] {
    var places: [Int: Set<Role>] = [:]
    for range in listing.ranges { places[range.handler, default: []].insert(.handler) }
    for (index, row) in listing.rows.enumerated() {
      guard let target = row.target else { continue }
      if row.instruction.flow == .setupHandler { places[target, default: []].insert(.handler) }
      if target <= index { places[target, default: []].insert(.loop) }
    }
    return places
  }
}

extension BlockStack<Int> {
  fileprivate func behind(_ instruction: Instruction, _ handler: Int?) -> BlockStack {
    var stack = self
    stack.apply(instruction, handler: instruction.flow == .setupHandler ? handler : nil)
    return stack
  }
}
