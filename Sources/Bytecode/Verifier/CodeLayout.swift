/// The instructions of a code object, where blocks begin, and which handler covers them; with the findings that need no
/// knowledge of the stack.
///
/// A block begins at the entry, at a jump target, behind a jump, at a handler, and where a range of the exception table
/// begins or ends; so one handler at most covers it.
struct CodeLayout: Sendable {
  let tables: VerifierTables
  let unitCount: Int
  private(set) var instructions: [DecodedInstruction] = []
  private(set) var handlers: [ExceptionEntry] = []
  private(set) var findings: [Finding] = []
  /// For each code unit: nothing, the start of an instruction (prefixes included), or a block's index.
  private var marks: [Int32]
  /// For each block, the index of its first instruction.
  private(set) var blockStarts: [Int] = []
  /// Where CALL_FINALLYs return to (3.8), in code units.
  private(set) var returnSites: [Int] = []
  /// For each block, the index in `handlers` of its handler, or -1.
  private(set) var blockHandlers: [Int] = []

  private static let blockEffects: Effects = [.endsBlock, .endsHandler, .handling]
  private static let inside: Int32 = -2
  private static let instructionStart: Int32 = -1
  /// A start that has been found to be a leader, before blocks are numbered.
  private static let leader: Int32 = 0
  private static let maximumFindings = 100

  init(_ image: CodeImage, _ tables: VerifierTables) {
    self.tables = tables
    unitCount = image.code.count / 2
    marks = [Int32](repeating: CodeLayout.inside, count: unitCount)
    decode(image)
    for instruction in instructions { check(instruction, image) }
    checkExceptionTable(image)
    checkPositions(image)
    if findings.isEmpty { findBlocks() }
  }

  /// The block that begins at a code unit, if one does.
  func block(at unit: Int) -> Int? {
    marks[unit] >= 0 ? Int(marks[unit]) : nil
  }

  private func isInstructionStart(_ unit: Int) -> Bool {
    unit >= 0 && unit < unitCount && marks[unit] != CodeLayout.inside
  }

  private mutating func report(_ instruction: DecodedInstruction, _ problem: String) {
    guard findings.count < CodeLayout.maximumFindings else { return }
    findings.append(Finding(unit: instruction.unit, tables.name(instruction.opcode), problem))
  }

  // MARK: Instructions

  private mutating func decode(_ image: CodeImage) {
    let prefix = tables.name(tables.decoding.extendedArg)
    var end = 0
    instructions.reserveCapacity(unitCount / 2)
    for instruction in InstructionDecoder(image.code, tables.decoding, yieldsPrefixes: false) {
      marks[instruction.startUnit] = CodeLayout.instructionStart
      instructions.append(instruction)
      end = instruction.nextUnit
    }
    if end < unitCount {
      findings.append(Finding(unit: unitCount - 1, prefix, "no instruction follows"))
    }
  }

  private mutating func check(_ instruction: DecodedInstruction, _ image: CodeImage) {
    switch tables.kinds[Int(instruction.opcode)] {
    case .real: break
    case .specialized: return report(instruction, "specialized instruction, which no file may hold")
    case .instrumented: return report(instruction, "instrumented instruction, which no file may hold")
    case .internal, .pseudo: return report(instruction, "internal instruction, which no file may hold")
    case .unused: return report(instruction, "no such instruction (opcode \(instruction.opcode))")
    }
    if instruction.unit - instruction.startUnit > 3 { report(instruction, "more than three prefixes") }
    if instruction.nextUnit > unitCount {
      report(instruction, "the code ends within the inline cache")
    } else {
      var byte = 2 * (instruction.unit + 1)
      while byte < 2 * instruction.nextUnit, image.code[byte] == 0 { byte += 1 }
      if byte < 2 * instruction.nextUnit { report(instruction, "the inline cache is not zero") }
    }
    let opcode = Int(instruction.opcode)
    for index in tables.ruleStarts[opcode]..<tables.ruleStarts[opcode + 1] { check(tables.rules[index], of: instruction, image) }
  }

  private mutating func check(_ rule: VerifierTables.FieldRule, of instruction: DecodedInstruction, _ image: CodeImage) {
    guard (rule.minimum...rule.maximum).contains(rule.value(in: instruction.operand)) else {
      let name = tables.field(rule, of: instruction.opcode).name
      return report(instruction, "\(name) \(rule.value(in: instruction.operand)) out of range (\(rule.minimum) to \(rule.maximum))")
    }
    let value = Int(rule.value(in: instruction.operand))
    switch rule.kind {
    case .const: checkIndex(value, "constant", image.constants.count, instruction)
    case .name: checkIndex(value, "name", image.names.count, instruction)
    case .local, .localsplus: checkIndex(value, "variable", image.localsPlusNames.count, instruction)
    case .deref:
      let count = image.variableNames(.cell).count + image.freeVariableCount
      checkIndex(value, "cell or free variable", count, instruction)
    case .forward, .backward, .absolute, .handler: checkJump(instruction, image.code)
    case .table(let table):
      guard tables.isValid(value, in: table) else {
        let name = tables.field(rule, of: instruction.opcode).name
        return report(instruction, "\(name) \(value) is not in the table \(tables.set.tables[table].name)")
      }
    case .flags(let table):
      let known = tables.set.tables[table].entries.reduce(0) { $0 | Int($1.value) }
      if value & ~known != 0 { report(instruction, "\(tables.field(rule, of: instruction.opcode).name) \(value) has unknown bits") }
    case .backReference:
      if !isInstructionStart(instruction.nextUnit - value) { report(instruction, "refers to no instruction") }
    case .count, .depth, .flag, .number, .prefix: break
    }
  }

  private mutating func checkIndex(_ index: Int, _ what: String, _ count: Int, _ instruction: DecodedInstruction) {
    if index >= count { report(instruction, "\(what) \(index) out of range (there are \(count))") }
  }

  // MARK: Jumps

  private mutating func checkJump(_ instruction: DecodedInstruction, _ code: ByteString) {
    guard var unit = tables.decoding.jumpTarget(of: instruction) else {
      return report(instruction, "the jump distance is not a whole number of code units")
    }
    guard isInstructionStart(unit) else {
      return report(instruction, "jumps to offset \(2 * unit), where no instruction begins")
    }
    for opcode in tables.set[Int(instruction.opcode)].landsPast {
      guard isInstructionStart(unit), UInt16(code[2 * unit]) == opcode else {
        return report(instruction, "must jump to \(tables.set[Int(opcode)].name) at offset \(2 * unit)")
      }
      unit += 1 + Int(tables.decoding.cacheUnits[Int(opcode)])
    }
    guard isInstructionStart(unit) else {
      return report(instruction, "goes on at offset \(2 * unit), where no instruction begins")
    }
  }

  /// The code unit where a jump goes on: behind the instructions that it skips at its target. The instruction must
  /// jump and have been checked.
  func landing(of instruction: DecodedInstruction) -> Int {
    var unit = tables.decoding.jumpTarget(of: instruction) ?? unitCount
    for opcode in tables.set[Int(instruction.opcode)].landsPast {
      unit += 1 + Int(tables.decoding.cacheUnits[Int(opcode)])
    }
    return unit
  }

  /// Whether control may go on with the next instruction.
  func fallsThrough(_ instruction: DecodedInstruction) -> Bool {
    switch tables.flows[Int(instruction.opcode)] {
    case .next, .branch, .suspend, .suspendAndRepeat, .setupHandler, .returnFromBlock: true
    case .jump, .return, .raise, .callBlock: false
    }
  }

  // MARK: Tables

  private mutating func checkExceptionTable(_ image: CodeImage) {
    let table = ExceptionTable(reading: image.exceptionTable)
    handlers = table.entries
    if let defect = table.defect {
      findings.append(Finding("exception table, byte \(defect.offset): \(defect.description)"))
    }
    var end = 0
    for (index, entry) in handlers.enumerated() {
      if let problem = problem(entry, after: end, image) {
        findings.append(Finding("exception table, entry \(index): \(problem)"))
        if findings.count >= CodeLayout.maximumFindings { return }
      }
      end = entry.end
    }
  }

  private func problem(_ entry: ExceptionEntry, after end: Int, _ image: CodeImage) -> String? {
    if entry.start < end { return "begins at offset \(2 * entry.start), before the end of the one before" }
    if entry.start >= entry.end { return "the range is empty" }
    if !isInstructionStart(entry.start) { return "begins at offset \(2 * entry.start), where no instruction begins" }
    if entry.end != unitCount && !isInstructionStart(entry.end) {
      return "ends at offset \(2 * entry.end), where no instruction begins"
    }
    if !isInstructionStart(entry.target) {
      return "the handler is at offset \(2 * entry.target), where no instruction begins"
    }
    if entry.handlerDepth > image.stackSize {
      return "depth \(entry.handlerDepth) on entry to the handler exceeds the stack size \(image.stackSize)"
    }
    return nil
  }

  private mutating func checkPositions(_ image: CodeImage) {
    var iterator = PositionTable(image, tables.set).makeIterator()
    while iterator.next() != nil {}
    if let defect = iterator.defect {
      findings.append(Finding("\(tables.set.file.lineTable), byte \(iterator.byteOffset): \(defect)"))
    }
  }

  // MARK: Blocks

  private mutating func findBlocks() {
    markLeaders()
    var handler = 0
    for (index, instruction) in instructions.enumerated() {
      let unit = instruction.startUnit
      guard marks[unit] == CodeLayout.leader else { continue }
      while handler < handlers.count && handlers[handler].end <= unit { handler += 1 }
      let isCovered = handler < handlers.count && handlers[handler].start <= unit
      marks[unit] = Int32(blockStarts.count)
      blockStarts.append(index)
      blockHandlers.append(isCovered ? handler : -1)
    }
  }

  private mutating func markLeaders() {
    func mark(_ unit: Int) {
      if unit < unitCount && marks[unit] != CodeLayout.inside { marks[unit] = CodeLayout.leader }
    }
    mark(0)
    for entry in handlers {
      mark(entry.start)
      mark(entry.end)
      mark(entry.target)
    }
    let hasBlocks = tables.set.exceptions != .table
    for instruction in instructions {
      let flow = tables.flows[Int(instruction.opcode)]
      switch flow {
      case .jump, .branch, .setupHandler, .callBlock:
        mark(landing(of: instruction))
        mark(instruction.nextUnit)
        if flow == .callBlock { returnSites.append(instruction.nextUnit) }
      case .return, .raise, .returnFromBlock:
        mark(instruction.nextUnit)
      case .next, .suspend, .suspendAndRepeat:
        // The block stack is the same all through a basic block.
        if hasBlocks, !tables.effects[Int(instruction.opcode)].isDisjoint(with: Self.blockEffects) { mark(instruction.nextUnit) }
      }
    }
  }
}
