/// Writes the instructions of a code object.
struct BodyWriter {
  private let plan: CodePlan
  private let tables: AssemblerTables
  private(set) var text: AssemblyText
  /// The numbers of the labels that the text shows.
  private var labels: [Label: Int] = [:]
  private var starts: [Label: Int] = [:]
  private var ends: Set<Label> = []
  private var previous = SourcePosition.none

  private static let instructionIndent = 4
  private static let operandColumn = 28
  private static let positionColumn = 56

  init(_ plan: CodePlan, _ tables: AssemblerTables, _ text: AssemblyText) {
    self.plan = plan
    self.tables = tables
    self.text = text
    var shown = Set(plan.list.handlers.map(\.handler))
    for instruction in plan.list.instructions {
      if case .label(let label) = instruction.argument { shown.insert(label) }
    }
    for case .label(let label) in plan.list.elements where shown.contains(label) { labels[label] = labels.count + 1 }
    for (index, range) in plan.list.handlers.enumerated() {
      starts[range.start] = index
      ends.insert(range.end)
    }
  }

  mutating func append() {
    var isFirst = true
    for element in plan.list.elements {
      switch element {
      case .label(let label): append(label)
      case .mark(let position):
        text.append("    ")
        appendPosition(position, begins: true, from: text.bytes.count)
        text.append("\n")
      case .bytes(let bytes, let position, let beginsRange):
        let start = text.bytes.count
        text.append("    .raw ")
        text.append(hex: bytes)
        appendPosition(position, begins: beginsRange || isFirst, from: start)
        text.append("\n")
        isFirst = false
      case .instruction(let instruction):
        append(instruction, isFirst: isFirst)
        isFirst = false
      }
    }
  }

  private mutating func append(_ label: Label) {
    if ends.contains(label) { text.append("  .endtry\n") }
    if let number = labels[label] { text.append("  L\(number):\n") }
    guard let index = starts[label] else { return }
    let range = plan.list.handlers[index]
    text.append("  .try L\(labels[range.handler] ?? 0)")
    if let depth = plan.givenDepth(index) { text.append(" depth \(depth)") }
    text.append(range.pushesLasti ? " lasti\n" : "\n")
  }

  private mutating func append(_ instruction: ListedInstruction, isFirst: Bool) {
    let details = tables.set[Int(instruction.opcode)]
    for _ in 0..<instruction.prefixes { text.append("    \(tables.set[Int(tables.set.encoding.extendedArg)].name)\n") }
    let start = text.bytes.count
    text.append("    \(details.name)")
    appendArgument(instruction, details, from: start)
    appendPosition(instruction.position, begins: instruction.beginsRange || isFirst, from: start)
    text.append("\n")
    guard !instruction.cache.isEmpty else { return }
    text.append("    .cache ")
    text.append(hex: instruction.cache)
    text.append("\n")
  }

  private mutating func appendPosition(_ position: SourcePosition, begins: Bool, from start: Int) {
    guard plan.list.storedLineTable == nil, begins || position != previous else { return }
    text.pad(to: BodyWriter.positionColumn, from: start)
    text.append(position, after: previous)
    previous = position
  }

  // MARK: Operands

  /// An instruction without labels and positions, for display.
  func summary(of instruction: ListedInstruction) -> [UInt8] {
    let details = tables.set[Int(instruction.opcode)]
    guard case .value(let operand) = instruction.argument, details.operand.isUsed else { return Array(details.name.utf8) }
    let tokens = tokens(operand, details) ?? [Array("=\(operand)".utf8)]
    return Array(
      ([Array(details.name.utf8)] + (tokens.isEmpty ? [] : [Array(tokens.joined(separator: [0x2C, 0x20]))])).joined(separator: [
        0x20
      ]))
  }

  private mutating func appendArgument(_ instruction: ListedInstruction, _ details: Instruction, from start: Int) {
    switch instruction.argument {
    case .label(let label):
      text.pad(to: BodyWriter.operandColumn, from: start)
      text.append("L\(labels[label] ?? 0)")
    case .value(let operand):
      guard details.operand.isUsed else {
        guard operand != 0 else { return }
        text.pad(to: BodyWriter.operandColumn, from: start)
        return text.append("=\(operand)")
      }
      guard let tokens = tokens(operand, details) else {
        text.pad(to: BodyWriter.operandColumn, from: start)
        return text.append("=\(operand)")
      }
      for (index, token) in tokens.enumerated() {
        if index > 0 { text.append(", ") } else { text.pad(to: BodyWriter.operandColumn, from: start) }
        text.append(bytes: token)
      }
    }
  }

  /// The fields of an operand; nil if they do not make up all of it.
  private func tokens(_ operand: UInt32, _ details: Instruction) -> [[UInt8]]? {
    guard !tables.jumps.leadsSomewhere(UInt8(truncatingIfNeeded: details.number)) else { return nil }
    let values = details.operand.fields.map { ($0, UInt32(truncatingIfNeeded: $0.value(in: Int(operand)))) }
    guard OperandTokens.operand(values) == operand else { return nil }
    var tokens: [[UInt8]] = []
    for (field, value) in values {
      if OperandTokens.isWord(field) {
        guard value != 0 else { continue }
        guard field.kind != .flag || value == 1 else { return nil }
        tokens.append(Array((OperandTokens.word(field) + (field.kind == .flag ? "" : " \(value)")).utf8))
      } else {
        tokens.append(token(field, Int(value)))
      }
    }
    return tokens
  }

  private func token(_ field: OperandField, _ value: Int) -> [UInt8] {
    var token = AssemblyText(interning: text.interning)
    switch field.kind {
    case .const where value < plan.constants.count && !plan.constantsByIndex.contains(value):
      token.append(plan.constants[value])
    case .name where value < plan.code.names.count && !plan.namesByIndex.contains(value):
      token.append(name: plan.code.names[value])
    case .local, .localsplus, .deref:
      if let name = variable(field.kind, value) { token.append(name: name) } else { token.append("#\(value)") }
    case .table(let table):
      token.append(tables.set.tables[table][value].map(OperandTokens.token) ?? "#\(value)")
    case .flags(let table):
      let entries = tables.set.tables[table].entries.filter { $0.value != 0 && value & Int($0.value) == Int($0.value) }
      let isWhole = entries.reduce(0) { $0 | Int($1.value) } == value
      token.append(value == 0 ? "0" : isWhole ? entries.map(OperandTokens.token).joined(separator: "|") : "#\(value)")
    case .const, .name: token.append("#\(value)")
    default: token.append("\(value)")
    }
    return token.bytes
  }

  /// The name of a variable, if the name leads back to it.
  private func variable(_ kind: OperandKind, _ value: Int) -> Text? {
    let name: Text
    if kind == .deref {
      let cells = plan.layout.cells
      let index = value - cells.count
      if cells.indices.contains(value) {
        name = cells[value]
      } else {
        guard plan.layout.free.indices.contains(index) else { return nil }
        name = plan.layout.free[index]
      }
    } else {
      guard plan.code.localsPlusNames.indices.contains(value) else { return nil }
      name = plan.code.localsPlusNames[value]
    }
    guard name.isInterned, name.utf8.count <= 120, plan.variables.index(of: name, kind) == value else { return nil }
    return name
  }
}
