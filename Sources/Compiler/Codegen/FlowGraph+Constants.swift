import Bytecode

/// What becomes of constants once they are loaded.
extension FlowGraph {
  func loadsConstant(_ op: Op) -> Bool { op == .LOAD_CONST || op == .LOAD_SMALL_INT }

  func value(_ instruction: CodeInstruction, _ pool: borrowing ConstantPool) -> Constant {
    if instruction.op == .LOAD_SMALL_INT { return .integer(Int64(instruction.argument)) }
    return pool.values[Int(constants[Int(instruction.argument)])]
  }

  /// The index of a constant, which is added if the code does not have it.
  func index(of value: Constant, _ pool: inout ConstantPool) -> Int32 {
    let number = pool.number(of: value)
    if features.has(.sharesFolded), let index = constants.firstIndex(of: number) { return Int32(index) }
    constants.append(number)
    return Int32(constants.count - 1)
  }

  private func makeSmallInteger(_ instruction: UnsafeMutablePointer<CodeInstruction>, _ value: Constant) -> Bool {
    guard features.has(.smallIntegers), case .integer(let number) = value, 0...255 ~= number else { return false }
    instruction.pointee.set(.LOAD_SMALL_INT, Int32(number))
    return true
  }

  func makeLoad(_ instruction: UnsafeMutablePointer<CodeInstruction>, _ value: Constant, _ pool: inout ConstantPool) {
    if makeSmallInteger(instruction, value) { return }
    instruction.pointee.set(.LOAD_CONST, index(of: value, &pool))
  }

  func optimizeLoads(_ pool: inout ConstantPool) {
    var block = Self.entry
    while block >= 0 {
      optimizeLoads(block, &pool)
      block = self.block(block).pointee.next
    }
  }

  func optimizeLoads(_ block: Int32, _ pool: inout ConstantPool) {
    var loaded = CodeInstruction(.NOP, 0, .none)
    let count = count(block)
    let base = instruction(block, 0)
    for index in 0..<count {
      let instruction = base + index
      if instruction.pointee.op == .LOAD_CONST, features.has(.smallIntegers) {
        _ = makeSmallInteger(instruction, value(instruction.pointee, pool))
      }
      let isCopy = loaded.op == .LOAD_CONST && instruction.pointee.op == .COPY && instruction.pointee.argument == 1
      if !isCopy { loaded = instruction.pointee }
      guard loadsConstant(loaded.op), index + 1 < count else { continue }
      switch base[index + 1].op {
      case .POP_JUMP_IF_FALSE, .POP_JUMP_IF_TRUE, .JUMP_IF_FALSE, .JUMP_IF_TRUE, .JUMP_IF_FALSE_OR_POP, .JUMP_IF_TRUE_OR_POP:
        decide(base + index, value(loaded, pool))
      case .IS_OP where features.has(.noneJumps): compareWithNone(block, index, value(loaded, pool))
      case .TO_BOOL:
        let truth = Constant.bool(value(loaded, pool).isTrue)
        instruction.pointee.set(.NOP)
        base[index + 1].set(.LOAD_CONST, self.index(of: truth, &pool))
      case .RETURN_VALUE where features.has(.returnConstant):
        instruction.pointee.set(.NOP)
        base[index + 1].set(.RETURN_CONST, loaded.argument)
      default: break
      }
    }
  }

  /// A conditional jump on a constant.
  private func decide(_ load: UnsafeMutablePointer<CodeInstruction>, _ value: Constant) {
    let op = load[1].op
    if op == .POP_JUMP_IF_FALSE || op == .POP_JUMP_IF_TRUE { drop(load) }
    let jumpsIfTrue = op == .POP_JUMP_IF_TRUE || op == .JUMP_IF_TRUE || op == .JUMP_IF_TRUE_OR_POP
    if value.isTrue == jumpsIfTrue {
      load[1].op = .JUMP
    } else {
      load[1].set(.NOP)
      if op == .JUMP_IF_FALSE_OR_POP || op == .JUMP_IF_TRUE_OR_POP { drop(load) }
    }
  }

  /// `is None` and `is not None` in front of a jump.
  private func compareWithNone(_ block: Int32, _ index: Int, _ value: Constant) {
    guard value == .none, index + 2 < count(block) else { return }
    let load = instruction(block, index)
    var jump = load + 2
    if jump.pointee.op == .TO_BOOL {
      jump.pointee.set(.NOP)
      guard index + 3 < count(block) else { return }
      jump = load + 3
    }
    var inverts = load[1].argument != 0
    if jump.pointee.op == .POP_JUMP_IF_FALSE {
      inverts.toggle()
    } else if jump.pointee.op != .POP_JUMP_IF_TRUE {
      return
    }
    drop(load)
    drop(load + 1)
    jump.pointee.op = inverts ? .POP_JUMP_IF_NOT_NONE : .POP_JUMP_IF_NONE
  }

  // MARK: - Sequences

  /// The `size` instructions in front of one of a block that load constants, in order; nil if others are among them.
  private func loads(_ block: Int32, before index: Int, _ size: Int) -> [UnsafeMutablePointer<CodeInstruction>]? {
    guard size <= target.stackGuideline || !features.has(.foldsInGraph) else { return nil }
    var found: [UnsafeMutablePointer<CodeInstruction>] = []
    var position = index - 1
    while found.count < size, position >= 0 {
      let instruction = instruction(block, position)
      position -= 1
      if instruction.pointee.op == .NOP, features.has(.foldsInGraph) { continue }
      guard loadsConstant(instruction.pointee.op) else { return nil }
      found.append(instruction)
    }
    return found.count == size ? found.reversed() : nil
  }

  private func remove(_ loads: [UnsafeMutablePointer<CodeInstruction>]) {
    for load in loads {
      drop(load)
      if features.has(.foldsInGraph) { load.pointee.location = .none }
    }
  }

  func foldTuple(_ block: Int32, _ index: Int, _ pool: inout ConstantPool) {
    let instruction = instruction(block, index)
    guard let loads = loads(block, before: index, Int(instruction.pointee.argument)) else { return }
    let value = Constant.tuple(loads.map { self.value($0.pointee, pool) })
    remove(loads)
    makeLoad(instruction, value, &pool)
  }

  /// Displays of constants in `for` and `in` become constants, others are extended by one (3.14).
  func foldDisplay(_ block: Int32, _ index: Int, _ next: Op?, _ pool: inout ConstantPool) {
    let instruction = instruction(block, index)
    let isList = instruction.pointee.op == .BUILD_LIST
    let size = Int(instruction.pointee.argument)
    let isRead = next == .GET_ITER || next == .CONTAINS_OP
    guard size <= target.stackGuideline, size >= 3 || isRead else { return }
    guard let loads = loads(block, before: index, size) else {
      if isRead, isList { instruction.pointee.op = .BUILD_TUPLE }
      return
    }
    let items = loads.map { value($0.pointee, pool) }
    let constant = isList ? Constant.tuple(items) : .frozenset(distinct: items, features)
    let number = self.index(of: constant, &pool)
    remove(loads)
    if isRead {
      instruction.pointee.set(.LOAD_CONST, number)
      return
    }
    let base = self.instruction(block, 0)
    base[index - 2].location = base[index].location
    base[index - 2].set(isList ? .BUILD_LIST : .BUILD_SET, 0)
    base[index - 1].set(.LOAD_CONST, number)
    base[index].set(isList ? .LIST_EXTEND : .SET_UPDATE, 1)
  }

  /// `BUILD_LIST; LOAD_CONST; LIST_APPEND; ...; INTRINSIC_LIST_TO_TUPLE` of constants only.
  func foldListToTuple(_ block: Int32, _ index: Int, _ pool: inout ConstantPool) {
    guard let items = removeAppends(block, upTo: index - 1, .BUILD_LIST, .LIST_APPEND, pool) else { return }
    makeLoad(instruction(block, index), .tuple(items), &pool)
  }

  /// A large display of constants, the last of which is appended at `index`, that is only iterated or searched.
  func foldAppends(_ block: Int32, _ index: Int, _ pool: inout ConstantPool) {
    let isList = instruction(block, index).pointee.op == .LIST_APPEND
    let build: Op = isList ? .BUILD_LIST : .BUILD_SET
    guard let items = removeAppends(block, upTo: index, build, isList ? .LIST_APPEND : .SET_ADD, pool) else { return }
    makeLoad(instruction(block, index), isList ? .tuple(items) : .frozenset(distinct: items, features), &pool)
  }

  /// Removes the instructions that build a list or set of constants one by one, and gives these; nil if there is something else.
  private func removeAppends(
    _ block: Int32, upTo end: Int, _ build: Op, _ append: Op, _ pool: borrowing ConstantPool
  ) -> [Constant]? {
    var items: [Constant] = []
    var expectsAppend = true
    var position = end
    while position >= 0 {
      let instruction = instruction(block, position).pointee
      position -= 1
      if instruction.op == .NOP { continue }
      if instruction.op == build, instruction.argument == 0 {
        guard expectsAppend else { return nil }
        for other in position + 1...end where self.instruction(block, other).pointee.op != .NOP {
          remove([self.instruction(block, other)])
        }
        return items.reversed()
      }
      if expectsAppend {
        guard instruction.op == append, instruction.argument == 1 else { return nil }
      } else {
        guard loadsConstant(instruction.op) else { return nil }
        items.append(value(instruction, pool))
      }
      expectsAppend.toggle()
    }
    return nil
  }

  // MARK: - Operators (3.14)

  func foldBinary(_ block: Int32, _ index: Int, _ pool: inout ConstantPool) {
    guard let loads = loads(block, before: index, 2) else { return }
    let instruction = instruction(block, index)
    let operand = Int(instruction.pointee.argument)
    let left = value(loads[0].pointee, pool)
    let right = value(loads[1].pointee, pool)
    let result: Constant?
    if operand == target.subscriptOperator {
      result = ConstantFolding.subscript(left, right)
    } else if let number = target.binaryOperators.firstIndex(of: operand), let op = BinaryOperator(rawValue: UInt8(number)) {
      result = ConstantFolding.binary(left, op, right, mixed: features.has(.mixedNumbers))
    } else {
      result = nil
    }
    guard let result else { return }
    remove(loads)
    makeLoad(instruction, result, &pool)
  }

  func foldUnary(_ block: Int32, _ index: Int, _ op: UnaryOperator, _ pool: inout ConstantPool) {
    guard let loads = loads(block, before: index, 1) else { return }
    let operand = value(loads[0].pointee, pool)
    // What is deprecated is warned of when it runs.
    if op == .invert, case .bool = operand { return }
    guard let result = ConstantFolding.unary(op, operand) else { return }
    remove(loads)
    makeLoad(instruction(block, index), result, &pool)
  }

  // MARK: - Constants that are left

  /// Drops the constants behind the last one that an instruction uses, but for the first one, which may be a docstring.
  func trimConstants() {
    var last = 0
    forEachBlock { block in
      for index in 0..<count(block) {
        let instruction = instruction(block, index).pointee
        if traits(instruction.op).contains(.hasConstant) { last = max(last, Int(instruction.argument)) }
      }
    }
    if last + 1 < constants.count { constants.removeSubrange((last + 1)...) }
  }

  /// Drops the constants that no instruction uses, but for the first one, which may be a docstring.
  func removeUnusedConstants() {
    guard !constants.isEmpty else { return }
    var isUsed = [Bool](repeating: false, count: constants.count)
    isUsed[0] = true
    forEachBlock { block in
      for index in 0..<count(block) {
        let instruction = instruction(block, index).pointee
        if traits(instruction.op).contains(.hasConstant) { isUsed[Int(instruction.argument)] = true }
      }
    }
    guard isUsed.contains(false) else { return }
    var places = [Int32](repeating: 0, count: constants.count)
    var kept: [UInt32] = []
    for index in constants.indices where isUsed[index] {
      places[index] = Int32(kept.count)
      kept.append(constants[index])
    }
    constants = kept
    forEachBlock { block in
      for index in 0..<count(block) {
        let instruction = instruction(block, index)
        if traits(instruction.pointee.op).contains(.hasConstant) {
          instruction.pointee.argument = places[Int(instruction.pointee.argument)]
        }
      }
    }
  }
}

extension Constant {
  /// `bool(value)`.
  var isTrue: Bool {
    switch self {
    case .none, .bool(false): false
    case .bool(true), .ellipsis, .stopIteration, .code, .slice, .bigInteger: true
    case .integer(let value): value != 0
    case .float(let bits): Double(bitPattern: bits) != 0
    case .complex(let real, let imaginary): Double(bitPattern: real) != 0 || Double(bitPattern: imaginary) != 0
    case .string(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .tuple(let items), .list(let items), .set(let items), .frozenset(let items), .dictionary(let items): !items.items.isEmpty
    }
  }
}
