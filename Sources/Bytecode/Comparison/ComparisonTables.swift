/// Numbers for texts: the same for the same text.
final class KeyTable {
  private var numbers: [String: Int32] = [:]

  func number(_ text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[text] = number
    return number
  }
}

/// How the instructions of a version compare with those of another one: which parts of their operands count, and what kind of thing they do.
final class ComparisonTables {
  let tables: DisassemblerTables
  private let other: InstructionSet
  private var opcodes: [Opcode?] = Array(repeating: nil, count: 256)

  var set: InstructionSet { tables.set }

  struct Opcode {
    let name: String
    /// Where control goes, and whether the instruction leaves something on the stack.
    let effect: String
    /// What the instruction does, roughly: its family and its effect.
    let kind: String
    /// The operand names a place in the code.
    let hasTarget: Bool
    /// The operand names another instruction without a jump there.
    let isBackReference: Bool
    let parts: [Part]
    let shown: DisassemblerTables.Opcode
  }

  /// A field of an operand.
  struct Part {
    let field: OperandField
    let role: Role
    /// The texts of a table's entries by value, or of bits.
    let texts: [UInt32: String]
  }

  enum Role {
    /// Counts whatever its value.
    case compared
    /// Flags that only this version has: count where they are set.
    case comparedIfSet
    /// A detail of this version that its `dis` does not show.
    case ignored
  }

  /// - Parameter other: The instruction set to compare with.
  init?(_ version: PythonVersion, comparedWith other: InstructionSet) {
    guard let tables = DisassemblerTables.of(version) else { return nil }
    self.tables = tables
    self.other = other
  }

  func opcode(_ number: UInt8) -> Opcode {
    if let known = opcodes[Int(number)] { return known }
    let made = make(Int(number))
    opcodes[Int(number)] = made
    return made
  }

  private func make(_ number: Int) -> Opcode {
    let instruction = set[number]
    let operand = set[Int(instruction.base)].operand
    let targets = operand.fields.map { ComparisonTables.isTarget($0.kind) }
    let parts = zip(operand.fields, targets).filter { !$0.1 }.map { part($0.0, of: operand, theirs: other.named(instruction.name)?.operand) }
    let (effect, kind) = kind(of: instruction)
    return Opcode(
      name: instruction.name, effect: effect, kind: kind, hasTarget: targets.contains(true),
      isBackReference: operand.main?.kind == .backReference, parts: parts, shown: tables.opcodes[number])
  }

  static func isTarget(_ kind: OperandKind) -> Bool {
    switch kind {
    case .forward, .backward, .absolute, .handler, .backReference: true
    default: false
    }
  }

  private func part(_ field: OperandField, of ours: Operand, theirs: Operand?) -> Part {
    var (texts, isShown): ([UInt32: String], Bool) = ([:], false)
    switch field.kind {
    case .const, .name, .local, .localsplus, .deref: isShown = true
    case .table(let table), .flags(let table):
      isShown = set.tables[table].isShown
      for entry in set.tables[table].entries { texts[entry.value] = entry.text }
    default: break
    }
    let isFlag: Bool
    switch field.kind {
    case .flag, .flags: isFlag = true
    default: isFlag = false
    }
    let role: Role
    if (isShown && !isFlag) || theirs?.fields.contains(where: { ComparisonTables.correspond(field, $0) }) ?? true {
      role = .compared
    } else if isFlag && (field.shown != nil || theirs?.isUsed == false) {
      role = .comparedIfSet
    } else {
      // Where nothing corresponds, all of the operand counts.
      let isRelated = ours.fields.contains { mine in theirs?.fields.contains { ComparisonTables.correspond(mine, $0) } ?? false }
      role = isRelated ? .ignored : .compared
    }
    return Part(field: field, role: role, texts: texts)
  }

  /// Whether two fields of an instruction in two versions are the same field.
  private static func correspond(_ field: OperandField, _ other: OperandField) -> Bool {
    switch (field.kind, other.kind) {
    case (.const, .const), (.name, .name), (.table, .table), (.flags, .flags): true
    case (.local, .local), (.local, .localsplus), (.localsplus, .local), (.localsplus, .localsplus), (.deref, .deref),
      (.deref, .localsplus), (.localsplus, .deref):
      true
    case (.count, .count), (.depth, .depth), (.flag, .flag), (.number, .number), (.prefix, .prefix): field.name == other.name
    default: false
    }
  }

  private func kind(of instruction: Instruction) -> (effect: String, kind: String) {
    var known = instruction
    if set.isReadOnly {
      // What its instructions do is not known; that of the same name in another version does much the same.
      let others = [other] + InstructionSet.all
      let same = others.lazy.filter { !$0.isReadOnly }.compactMap { $0.named(instruction.name) }.first
      guard let same else { return (instruction.name, instruction.name) }
      known = same
    }
    let outputs = known.stack.next.split(separator: "--", omittingEmptySubsequences: false).last
    let effect = "\(known.flow) \(outputs?.contains { $0 != " " } ?? false)"
    return (effect, "\(known.family) \(effect)")
  }
}
