/// The depth of the stack at every instruction of a list, found by following control from the entry, and what follows
/// from it: the stack size that a code object needs, and the depths of exception ranges that leave theirs open.
///
/// Nothing is checked; code that makes no sense gets depths that make none.
struct StackDepths {
  /// The depth before each element; nil if control does not reach it.
  private(set) var before: [Int?]
  /// The depth of each exception range.
  private(set) var ranges: [Int]
  /// The largest depth anywhere.
  private(set) var largest = 0

  private let list: InstructionList
  private let tables: AssemblerTables
  private let places: [Label: Int]
  private var pending: [Int] = []
  /// The innermost exception range of each element, or -1.
  private var rangeOf: [Int]
  private var isEntered: [Bool]
  /// Ranges that control has reached and whose handlers are to be entered.
  private var reached: [Int] = []

  private static let limit = 1 << 24

  init(_ list: InstructionList, _ tables: AssemblerTables, flags: CodeFlags) {
    self.list = list
    self.tables = tables
    places = list.labelPlaces()
    before = [Int?](repeating: nil, count: list.elements.count)
    rangeOf = [Int](repeating: -1, count: list.elements.count)
    ranges = list.handlers.map { $0.depth ?? 0 }
    isEntered = [Bool](repeating: false, count: list.handlers.count)
    cover()
    enter(0, flags.isDisjoint(with: .anyGenerator) ? 0 : tables.set.encoding.generatorStartDepth)
    run()
  }

  private mutating func cover() {
    for (number, range) in list.handlers.enumerated() {
      guard let start = places[range.start], let end = places[range.end], start < end else { continue }
      for index in start..<end where rangeOf[index] < 0 { rangeOf[index] = number }
    }
  }

  private mutating func run() {
    var next = 0
    while true {
      while let index = pending.popLast() { step(index) }
      guard next < reached.count else { return }
      let number = reached[next]
      next += 1
      let range = list.handlers[number]
      ranges[number] = range.depth ?? leastDepth(in: range)
      if let place = places[range.handler] { enter(place, ranges[number] + (range.pushesLasti ? 2 : 1)) }
    }
  }

  private func leastDepth(in range: ExceptionRange) -> Int {
    guard let start = places[range.start], let end = places[range.end], start < end else { return 0 }
    return before[start..<end].compactMap(\.self).min() ?? 0
  }

  /// Control reaches an element.
  private mutating func enter(_ index: Int, _ depth: Int) {
    guard index < before.count, before[index] == nil else { return }
    let depth = min(max(depth, 0), StackDepths.limit)
    largest = max(largest, depth)
    before[index] = depth
    pending.append(index)
  }

  private mutating func step(_ index: Int) {
    guard let depth = before[index] else { return }
    guard case .instruction(let instruction) = list.elements[index] else { return enter(index + 1, depth) }
    if rangeOf[index] >= 0, !isEntered[rangeOf[index]] {
      isEntered[rangeOf[index]] = true
      reached.append(rangeOf[index])
    }
    let details = tables.set[Int(instruction.opcode)]
    switch details.flow {
    case .next, .suspend, .suspendAndRepeat, .returnFromBlock: enter(index + 1, depth + effect(instruction, .next))
    case .jump: follow(instruction, depth, .jump, details)
    case .branch, .callBlock:
      follow(instruction, depth, .jump, details)
      enter(index + 1, depth + effect(instruction, .next))
    case .setupHandler:
      follow(instruction, depth, .handler, details)
      enter(index + 1, depth + effect(instruction, .next))
    case .return, .raise: largest = max(largest, min(depth + effect(instruction, .next), StackDepths.limit))
    }
  }

  private mutating func follow(_ instruction: ListedInstruction, _ depth: Int, _ edge: Edge, _ details: Instruction) {
    guard case .label(let label) = instruction.argument, let place = places[label] else { return }
    enter(list.landing(from: place, past: details.landsPast.count), depth + effect(instruction, edge))
  }

  private func effect(_ instruction: ListedInstruction, _ edge: Edge) -> Int {
    var operand = 0
    if case .value(let value) = instruction.argument { operand = Int(Int32(bitPattern: value)) }
    let opcode = Int(instruction.opcode)
    // In old versions the compiler's figures, which reserve room for whatever finally blocks find on the stack.
    if tables.set.exceptions != .table, let effect = tables.set.stackEffect(opcode, operand, edge) { return effect }
    return tables.set.pushed(opcode, operand, edge) - tables.set.popped(opcode, operand, edge)
  }
}

extension InstructionList {
  /// The element where a jump to the element `place` goes on that skips `count` instructions there.
  func landing(from place: Int, past count: Int) -> Int {
    var index = place
    var left = count
    while index < elements.count {
      if case .instruction = elements[index] {
        if left == 0 { return index }
        left -= 1
      }
      index += 1
    }
    return index
  }
}
