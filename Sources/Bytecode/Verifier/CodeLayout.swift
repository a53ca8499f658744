/// The instructions of a code object, where blocks begin, and which handler covers them; with the findings that need no
/// knowledge of the stack.
///
/// A block begins at the entry, at a jump target, behind a jump, at a handler, and where a range of the exception table
/// begins or ends; so one handler at most covers it.
struct CodeLayout: ~Copyable {
  let tables: VerifierTables
  let unitCount: Int
  private(set) var instructions: OwnedBuffer<DecodedInstruction>
  private(set) var handlers: [ExceptionEntry] = []
  private(set) var findings: [Finding] = []
  /// For each code unit: nothing, the start of an instruction (prefixes included), or a block's index.
  private var marks: OwnedBuffer<Int32>
  /// For each block, the index of its first instruction.
  private(set) var blockStarts = OwnedBuffer<Int32>(capacity: 32)
  /// Where CALL_FINALLYs return to (3.8), in code units.
  private(set) var returnSites = OwnedBuffer<Int32>()
  /// For each block, the index in `handlers` of its handler, or -1.
  private(set) var blockHandlers = OwnedBuffer<Int32>(capacity: 32)

  private static let blockEffects: Effects = [.endsBlock, .endsHandler, .handling]
  private static let inside: Int32 = -2
  private static let instructionStart: Int32 = -1
  /// A start that has been found to be a leader, before blocks are numbered.
  private static let leader: Int32 = 0
  private static let maximumFindings = 100

  init(_ image: CodeImage, _ tables: VerifierTables) {
    self.tables = tables
    unitCount = image.code.count / 2
    marks = OwnedBuffer(repeating: CodeLayout.inside, count: unitCount)
    instructions = OwnedBuffer(capacity: unitCount)
    image.code.withUnsafeBytes { bytes in
      decode(bytes)
      check(bytes, OperandLimits(image))
    }
    checkExceptionTable(image)
    checkPositions(image)
    guard findings.isEmpty else { return }
    markHandlers()
    findBlocks()
  }

  /// The block that begins at a code unit, if one does.
  @inline(__always)
  func block(at unit: Int) -> Int? {
    let mark = marks[unit]
    return mark >= 0 ? Int(mark) : nil
  }

  @inline(__always)
  func facts(_ instruction: DecodedInstruction) -> VerifierTables.OpcodeFacts { tables.facts[Int(instruction.opcode)] }

  private func isInstructionStart(_ unit: Int) -> Bool {
    unit >= 0 && unit < unitCount && marks[unit] != CodeLayout.inside
  }

  @inline(never)
  private mutating func report(_ instruction: DecodedInstruction, _ problem: String) {
    guard findings.count < CodeLayout.maximumFindings else { return }
    findings.append(Finding(unit: instruction.unit, tables.name(instruction.opcode), problem))
  }

  // MARK: Instructions

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    var end = 0
    // Versions that are executed have code units of two bytes.
    var decoder = InstructionDecoder(bytes, tables.decoding, yieldsPrefixes: false)
    while let instruction = decoder.next(codeUnit: 2, operandBits: 8) {
      marks[instruction.startUnit] = CodeLayout.instructionStart
      instructions.append(instruction)
      end = instruction.nextUnit
    }
    if end < unitCount {
      findings.append(Finding(unit: unitCount - 1, tables.name(tables.decoding.extendedArg), "no instruction follows"))
    }
  }

  /// The numbers of a code object that limit operands, by `VerifierTables.OperandLimit`.
  private struct OperandLimits {
    private var limits = SIMD8<Int>(repeating: 0)

    init(_ image: CodeImage) {
      self[.none] = .max
      self[.constants] = image.constants.count
      self[.names] = image.names.count
      self[.variables] = image.localsPlusNames.count
      self[.cells] = image.localsPlusKinds.reduce(0) { $0 + ($1.contains(.cell) ? 1 : 0) + ($1.contains(.free) ? 1 : 0) }
    }

    /// 0 for `other`: no operand is below it, so the rules are looked at.
    subscript(limit: VerifierTables.OperandLimit) -> Int {
      get { limits[Int(limit.rawValue)] }
      set { limits[Int(limit.rawValue)] = newValue }
    }
  }

  private mutating func check(_ code: UnsafeBufferPointer<UInt8>, _ limits: OperandLimits) {
    for index in 0..<instructions.count {
      let instruction = instructions[index]
      let facts = facts(instruction)
      guard facts.kind == .real else {
        reportKind(instruction, facts.kind)
        continue
      }
      if instruction.unit - instruction.startUnit > 3 { report(instruction, "more than three prefixes") }
      if instruction.nextUnit - instruction.unit > 1 { checkCache(of: instruction, code) }
      if Int(instruction.operand) >= limits[facts.limit] { checkRules(of: instruction, code, limits) }
      let mayEndBlock = facts.flow != .next || tables.hasBlocks && !facts.effects.isDisjoint(with: Self.blockEffects)
      if mayEndBlock, findings.isEmpty { markLeaders(instruction) }
    }
  }

  @inline(never)
  private mutating func checkRules(
    of instruction: DecodedInstruction, _ code: UnsafeBufferPointer<UInt8>, _ limits: OperandLimits
  ) {
    let facts = facts(instruction)
    for rule in Int(facts.firstRule)..<Int(facts.firstRule) + Int(facts.ruleCount) {
      check(tables.rules[rule], of: instruction, code, limits)
    }
  }

  @inline(never)
  private mutating func reportKind(_ instruction: DecodedInstruction, _ kind: InstructionKind) {
    switch kind {
    case .real: break
    case .specialized: report(instruction, "specialized instruction, which no file may hold")
    case .instrumented: report(instruction, "instrumented instruction, which no file may hold")
    case .internal, .pseudo: report(instruction, "internal instruction, which no file may hold")
    case .unused: report(instruction, "no such instruction (opcode \(instruction.opcode))")
    }
  }

  @inline(never)
  private mutating func checkCache(of instruction: DecodedInstruction, _ code: UnsafeBufferPointer<UInt8>) {
    guard instruction.nextUnit <= unitCount else { return report(instruction, "the code ends within the inline cache") }
    for byte in 2 * (instruction.unit + 1)..<2 * instruction.nextUnit where code[byte] != 0 {
      return report(instruction, "the inline cache is not zero")
    }
  }

  @inline(__always)
  private mutating func check(
    _ rule: VerifierTables.FieldRule, of instruction: DecodedInstruction, _ code: UnsafeBufferPointer<UInt8>, _ limits: OperandLimits
  ) {
    let value = rule.value(in: instruction.operand)
    guard value >= rule.minimum && value <= rule.maximum else {
      let name = tables.field(rule, of: instruction.opcode).name
      return report(instruction, "\(name) \(value) out of range (\(rule.minimum) to \(rule.maximum))")
    }
    switch rule.kind {
    case .const: checkIndex(Int(value), "constant", limits[.constants], instruction)
    case .name: checkIndex(Int(value), "name", limits[.names], instruction)
    case .local, .localsplus: checkIndex(Int(value), "variable", limits[.variables], instruction)
    case .deref: checkIndex(Int(value), "cell or free variable", limits[.cells], instruction)
    case .forward, .backward, .absolute, .handler: checkJump(instruction, code)
    case .table(let table): checkTable(Int(value), table, rule, instruction)
    case .flags(let table): checkFlags(Int(value), table, rule, instruction)
    case .backReference:
      if !isInstructionStart(instruction.nextUnit - Int(value)) { report(instruction, "refers to no instruction") }
    case .count, .depth, .flag, .number, .prefix: break
    }
  }

  @inline(__always)
  private mutating func checkIndex(_ index: Int, _ what: StaticString, _ count: Int, _ instruction: DecodedInstruction) {
    if index >= count { report(instruction, "\(what) \(index) out of range (there are \(count))") }
  }

  @inline(never)
  private mutating func checkTable(_ value: Int, _ table: Int, _ rule: VerifierTables.FieldRule, _ instruction: DecodedInstruction) {
    guard !tables.isValid(value, in: table) else { return }
    let name = tables.field(rule, of: instruction.opcode).name
    report(instruction, "\(name) \(value) is not in the table \(tables.set.tables[table].name)")
  }

  @inline(never)
  private mutating func checkFlags(_ value: Int, _ table: Int, _ rule: VerifierTables.FieldRule, _ instruction: DecodedInstruction) {
    let known = tables.set.tables[table].entries.reduce(0) { $0 | Int($1.value) }
    if value & ~known != 0 { report(instruction, "\(tables.field(rule, of: instruction.opcode).name) \(value) has unknown bits") }
  }

  // MARK: Jumps

  private mutating func checkJump(_ instruction: DecodedInstruction, _ code: UnsafeBufferPointer<UInt8>) {
    guard var unit = tables.decoding.jumpTarget(of: instruction) else {
      return report(instruction, "the jump distance is not a whole number of code units")
    }
    guard isInstructionStart(unit) else {
      return report(instruction, "jumps to offset \(2 * unit), where no instruction begins")
    }
    let facts = facts(instruction)
    for place in Int(facts.firstSkipped)..<Int(facts.firstSkipped) + Int(facts.skippedCount) {
      let opcode = tables.skipped[place]
      guard isInstructionStart(unit), code[2 * unit] == opcode else {
        return report(instruction, "must jump to \(tables.name(opcode)) at offset \(2 * unit)")
      }
      unit += 1 + Int(tables.decoding.shapes[Int(opcode)].cacheUnits)
    }
    guard isInstructionStart(unit) else {
      return report(instruction, "goes on at offset \(2 * unit), where no instruction begins")
    }
  }

  /// The code unit where a jump goes on: behind the instructions that it skips at its target. The instruction must
  /// jump and have been checked.
  @inline(__always)
  func landing(of instruction: DecodedInstruction) -> Int {
    (tables.decoding.jumpTarget(of: instruction) ?? unitCount) + Int(facts(instruction).skippedUnits)
  }

  /// Whether control may go on with the next instruction.
  func fallsThrough(_ instruction: DecodedInstruction) -> Bool {
    switch facts(instruction).flow {
    case .next, .branch, .suspend, .suspendAndRepeat, .setupHandler, .returnFromBlock: true
    case .jump, .return, .raise, .callBlock: false
    }
  }

  // MARK: Tables

  private mutating func checkExceptionTable(_ image: CodeImage) {
    guard !image.exceptionTable.isEmpty else { return }
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
    guard let defect = PositionTable(image, tables.set).defect else { return }
    findings.append(Finding("\(tables.set.file.lineTable), byte \(defect.offset): \(defect.description)"))
  }

  // MARK: Blocks

  private mutating func findBlocks() {
    var handler = 0
    for index in 0..<instructions.count {
      let unit = instructions[index].startUnit
      guard marks[unit] == CodeLayout.leader else { continue }
      while handler < handlers.count && handlers[handler].end <= unit { handler += 1 }
      let isCovered = handler < handlers.count && handlers[handler].start <= unit
      marks[unit] = Int32(blockStarts.count)
      blockStarts.append(Int32(index))
      blockHandlers.append(isCovered ? Int32(handler) : -1)
    }
  }

  @inline(__always)
  private mutating func mark(_ unit: Int) {
    if unit < unitCount && marks[unit] != CodeLayout.inside { marks[unit] = CodeLayout.leader }
  }

  private mutating func markHandlers() {
    mark(0)
    for entry in handlers {
      mark(entry.start)
      mark(entry.end)
      mark(entry.target)
    }
  }

  /// Marks where blocks begin because of an instruction, which must have been checked.
  private mutating func markLeaders(_ instruction: DecodedInstruction) {
    let facts = facts(instruction)
    switch facts.flow {
    case .jump, .branch, .setupHandler, .callBlock:
      mark(landing(of: instruction))
      mark(instruction.nextUnit)
      if facts.flow == .callBlock { returnSites.append(Int32(instruction.nextUnit)) }
    case .return, .raise, .returnFromBlock:
      mark(instruction.nextUnit)
    case .next, .suspend, .suspendAndRepeat:
      // The block stack is the same all through a basic block.
      if tables.hasBlocks, !facts.effects.isDisjoint(with: Self.blockEffects) { mark(instruction.nextUnit) }
    }
  }
}
