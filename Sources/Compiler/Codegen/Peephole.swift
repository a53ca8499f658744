import Bytecode

/// Improves the bytes of a code object (3.8 and 3.9; CPython: Python/peephole.c). Nothing moves while instructions are looked at: what is
/// dropped becomes NOPs, which go at the end, when targets and lines are adjusted.
struct Peephole {
  private(set) var code: [UInt8]
  private(set) var lines: [UInt8]
  private let target: CompilerTarget
  private var opcodes: [UInt8]
  private var operands: [UInt8]
  /// The instruction of each code unit's byte.
  private let names: [Op?]
  /// The number of the block that each code unit belongs to.
  private var blocks: [Int] = []

  init(_ code: [UInt8], _ lines: [UInt8], _ target: CompilerTarget) {
    self.code = code
    self.lines = lines
    self.target = target
    names = target.names
    opcodes = stride(from: 0, to: code.count, by: 2).map { code[$0] }
    operands = stride(from: 1, to: code.count, by: 2).map { code[$0] }
  }

  private var count: Int { opcodes.count }

  private func op(_ index: Int) -> Op { index < count ? names[Int(opcodes[index])] ?? .NOP : .NOP }

  /// Improves code and lines; constants may be added.
  mutating func optimize(_ constants: inout [UInt32], _ pool: inout ConstantPool) {
    // Code with such long steps is left alone.
    guard !stride(from: 0, to: lines.count, by: 2).contains(where: { lines[$0] == 255 }) else { return }
    markBlocks()
    var index = instruction(from: 0)
    while index < count {
      let next = instruction(from: index + 1)
      index = improve(index, next, &constants, &pool)
    }
    compact()
  }

  // MARK: - Reading

  /// The place of the instruction whose prefixes begin at a place.
  private func instruction(from index: Int) -> Int {
    var index = index
    while index < count, op(index) == .EXTENDED_ARG { index += 1 }
    return index
  }

  private func start(of index: Int) -> Int {
    var start = index
    while start >= 1, op(start - 1) == .EXTENDED_ARG { start -= 1 }
    return start
  }

  private func argument(_ index: Int) -> Int {
    var value = 0
    for place in start(of: index)...index { value = value << 8 | Int(operands[place]) }
    return value
  }

  private func isJump(_ op: Op) -> Bool { !target.traits(op).isDisjoint(with: [.jumps, .setsUp]) }
  private func isAbsolute(_ op: Op) -> Bool { target.traits(op).contains(.isAbsolute) }
  private func isUnconditional(_ op: Op) -> Bool { op == .JUMP_FORWARD || op == .JUMP_ABSOLUTE }

  private func isConditional(_ op: Op) -> Bool {
    op == .POP_JUMP_IF_FALSE || op == .POP_JUMP_IF_TRUE || op == .JUMP_IF_FALSE_OR_POP || op == .JUMP_IF_TRUE_OR_POP
  }

  private func jumpsOnTrue(_ op: Op) -> Bool { op == .POP_JUMP_IF_TRUE || op == .JUMP_IF_TRUE_OR_POP }

  /// Where a jump leads, in code units.
  private func destination(_ index: Int) -> Int {
    isAbsolute(op(index)) ? argument(index) / 2 : argument(index) / 2 + index + 1
  }

  private mutating func markBlocks() {
    var isStart = [Bool](repeating: false, count: count + 1)
    for index in 0..<count where isJump(op(index)) { isStart[min(count, destination(index))] = true }
    var block = 0
    blocks = (0..<count).map { index in
      if isStart[index] { block += 1 }
      return block
    }
  }

  private func isOneBlock(_ start: Int, _ end: Int) -> Bool { end < count && blocks[start] == blocks[end] }

  // MARK: - Writing

  private func size(_ argument: Int) -> Int { argument > 0xFF_FFFF ? 4 : argument > 0xFFFF ? 3 : argument > 0xFF ? 2 : 1 }

  private mutating func clear(_ range: Range<Int>) {
    for index in range {
      opcodes[index] = number(.NOP)
      operands[index] = 0
    }
  }

  private func number(_ op: Op) -> UInt8 { UInt8(truncatingIfNeeded: target.numbers[Int(op.rawValue)]) }

  /// Writes an instruction of a given size.
  private mutating func write(_ op: Op, _ argument: Int, at index: Int, size: Int) {
    for place in 0..<size {
      opcodes[index + place] = place == size - 1 ? number(op) : number(.EXTENDED_ARG)
      operands[index + place] = UInt8(truncatingIfNeeded: argument >> (8 * (size - 1 - place)))
    }
  }

  /// Gives an instruction another operand; gives its place, or nil if there is no room.
  private mutating func setArgument(_ index: Int, _ argument: Int) -> Int? {
    let current = self.argument(index)
    guard current != argument else { return index }
    let old = size(current)
    let new = size(argument)
    guard old >= new else { return nil }
    let first = index + 1 - old
    write(op(index), argument, at: first, size: new)
    clear(first + new..<index + 1)
    return first + new - 1
  }

  // MARK: - Improving

  /// Looks at one instruction; gives the place of the one to look at next.
  private mutating func improve(
    _ index: Int, _ next: Int, _ constants: inout [UInt32], _ pool: inout ConstantPool
  ) -> Int {
    let start = start(of: index)
    switch op(index) {
    case .LOAD_CONST:
      guard op(next) == .POP_JUMP_IF_FALSE, isOneBlock(start, index + 1),
        pool.values[Int(constants[argument(index)])].isTrue
      else { return next }
      clear(start..<next + 1)
    case .BUILD_TUPLE: improveTuple(start, index, next, &constants, &pool)
    case .JUMP_IF_FALSE_OR_POP, .JUMP_IF_TRUE_OR_POP:
      if let again = improveKeepingJump(index) { return again }
      return improveJump(start, index, next)
    case .POP_JUMP_IF_FALSE, .POP_JUMP_IF_TRUE, .JUMP_FORWARD, .JUMP_ABSOLUTE: return improveJump(start, index, next)
    case .RETURN_VALUE:
      var end = index + 1
      // The ends of blocks are kept, and their beginnings with them.
      while isOneBlock(index, end), ![.END_FINALLY, .SETUP_FINALLY, .RERAISE].contains(op(end)) { end += 1 }
      if op(end) == .SETUP_FINALLY { end = max(index + 1, self.start(of: end)) }
      guard end > index + 1 else { return next }
      clear(index + 1..<end)
      return instruction(from: end)
    default: break
    }
    return next
  }

  private mutating func improveTuple(
    _ start: Int, _ index: Int, _ next: Int, _ constants: inout [UInt32], _ pool: inout ConstantPool
  ) {
    let size = argument(index)
    if size > 0, let first = loads(before: start, size), isOneBlock(first, start), foldTuple(first, index, &constants, &pool) { return }
    guard op(next) == .UNPACK_SEQUENCE, isOneBlock(start, index + 1), size == argument(next) else { return }
    switch size {
    case 0, 1: clear(start..<next + 1)
    case 2:
      write(.ROT_TWO, 0, at: start, size: 1)
      clear(start + 1..<next + 1)
    case 3:
      write(.ROT_THREE, 0, at: start, size: 1)
      write(.ROT_TWO, 0, at: start + 1, size: 1)
      clear(start + 2..<next + 1)
    default: break
    }
  }

  /// Where the `count` loads of constants in front of a place begin; nil if there are others.
  private func loads(before place: Int, _ count: Int) -> Int? {
    var place = place
    var left = count
    while left > 0 {
      place -= 1
      while place >= 0, op(place) == .NOP { place -= 1 }
      guard place >= 0, op(place) == .LOAD_CONST else { return nil }
      left -= 1
      place = start(of: place)
    }
    return place
  }

  private mutating func foldTuple(_ first: Int, _ index: Int, _ constants: inout [UInt32], _ pool: inout ConstantPool) -> Bool {
    var items: [Constant] = []
    for place in first..<index where op(place) == .LOAD_CONST { items.append(pool.values[Int(constants[argument(place)])]) }
    let number = pool.number(of: .tuple(items))
    // Equal tuples are not shared.
    let found = constants.count
    let length = size(found)
    guard first + length <= index + 1 else { return false }
    constants.append(number)
    clear(first..<index + 1)
    write(.LOAD_CONST, found, at: index + 1 - length, size: length)
    return true
  }

  /// A jump that keeps what it tests to another that tests it again; gives the place to look at again.
  private mutating func improveKeepingJump(_ index: Int) -> Int? {
    let own = op(index)
    let there = instruction(from: destination(index))
    guard isConditional(op(there)) else { return nil }
    let other = op(there)
    let isSame = jumpsOnTrue(own) == jumpsOnTrue(other)
    let argument = isSame ? self.argument(there) : (there + 1) * 2
    guard let place = setArgument(index, argument) else { return nil }
    opcodes[place] = number(isSame ? other : own == .JUMP_IF_TRUE_OR_POP ? .POP_JUMP_IF_TRUE : .POP_JUMP_IF_FALSE)
    return place
  }

  private mutating func improveJump(_ start: Int, _ index: Int, _ next: Int) -> Int {
    let own = op(index)
    let there = instruction(from: destination(index))
    if isUnconditional(own), op(there) == .RETURN_VALUE {
      clear(start..<index + 1)
      write(.RETURN_VALUE, 0, at: start, size: 1)
      return start
    }
    guard there < count, isUnconditional(op(there)) else { return next }
    let argument = destination(there) * 2
    let length = size(argument)
    guard start + length <= index + 1 else { return next }
    clear(start..<index + 1)
    // Only JUMP_ABSOLUTE can lead back.
    write(own == .JUMP_FORWARD ? .JUMP_ABSOLUTE : own, argument, at: index + 1 - length, size: length)
    return next
  }

  // MARK: - Compacting

  private mutating func compact() {
    var places = [Int](repeating: 0, count: count + 1)
    var kept = 0
    for index in 0..<count {
      places[index] = kept
      if op(index) != .NOP { kept += 1 }
    }
    places[count] = kept
    var result: [UInt8] = []
    result.reserveCapacity(kept * 2)
    var index = 0
    while index < count {
      let start = index
      index = instruction(from: index)
      guard index < count else { return }
      var argument = self.argument(index)
      let own = op(index)
      if own != .NOP {
        if isJump(own) {
          let place = places[min(count, destination(index))]
          argument = isAbsolute(own) ? place * 2 : (place - places[index] - 1) * 2
        }
        let length = index - start + 1
        guard argument >= 0, size(argument) <= length else { return }
        for place in 0..<length {
          result.append(place == length - 1 ? number(own) : number(.EXTENDED_ARG))
          result.append(UInt8(truncatingIfNeeded: argument >> (8 * (length - 1 - place))))
        }
      }
      index += 1
    }
    code = result
    moveLines(places)
  }

  private mutating func moveLines(_ places: [Int]) {
    var address = 0
    var last = 0
    for index in stride(from: 0, to: lines.count, by: 2) {
      address += Int(lines[index])
      let place = places[min(count, address / 2)] * 2
      lines[index] = UInt8(truncatingIfNeeded: place - last)
      last = place
    }
  }
}
