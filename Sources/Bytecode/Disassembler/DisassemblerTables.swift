/// An instruction set in the form that the disassembler needs.
final class DisassemblerTables: Sendable {
  let set: InstructionSet
  let decoding: DecodeTable
  let opcodes: [Opcode]
  /// What stands in the rows of each opcode.
  let rows: RowTable
  /// The opcode that stands for two in a row, by the numbers of both (`first << 8 | second`).
  let fused: [UInt16: UInt8]

  /// Stands in the spec for a field that is not shown.
  private static let hidden = "hidden"

  /// What `dis` shows of one opcode.
  struct Opcode: Sendable {
    let hasOperand: Bool
    let text: OperandText
  }

  /// How the operand reads in parentheses.
  enum OperandText: Sendable {
    case none
    /// The fields that are shown, joined by commas, then changed by the flags that are set.
    case fields([Field], flags: [Flag])
    /// A target, behind a word such as `to`.
    case target([UInt8])
  }

  /// A part of the operand that is shown.
  struct Field: Sendable {
    let field: OperandField
    /// The texts of a table's values; of flags, those of each bit.
    let texts: [[UInt8]?]
  }

  /// What a flag bit makes of the text: it goes around it.
  struct Flag: Sendable {
    let field: OperandField
    let before: [UInt8]
    /// What stands between the text and `after` if there is a text.
    let separator: [UInt8]
    let after: [UInt8]

    /// Reads a form such as `NULL + {}`, or `{, }with format`.
    init?(_ field: OperandField) {
      guard let form = field.shown?.utf8, let open = form.firstIndex(of: UInt8(ascii: "{")),
        let close = form.firstIndex(of: UInt8(ascii: "}")), open < close
      else { return nil }
      self.field = field
      before = Array(form[..<open])
      separator = Array(form[form.index(after: open)..<close])
      after = Array(form[form.index(after: close)...])
    }
  }

  private init(_ set: InstructionSet) {
    self.set = set
    decoding = DecodeTable(set)
    opcodes = (0..<256).map { number in
      let instruction = set[number]
      // A form that CPython writes over another one reads as that one does.
      let base = set[Int(instruction.base)]
      return Opcode(
        hasOperand: instruction.lists.union(base.lists).contains(.hasarg), text: DisassemblerTables.text(of: base.operand, set))
    }
    rows = RowTable(set, opcodes)
    fused = set.dis.fusesPairs ? Self.fusedPairs(set) : [:]
  }

  private static let cache = PerVersion<DisassemblerTables>()

  /// The tables of a supported version, made when they are first asked for.
  static func of(_ version: PythonVersion) -> DisassemblerTables? { cache.value(version, DisassemblerTables.init) }

  /// Specialized instructions that are named after two others.
  private static func fusedPairs(_ set: InstructionSet) -> [UInt16: UInt8] {
    var pairs: [UInt16: UInt8] = [:]
    for instruction in set.instructions where instruction.kind == .specialized {
      let parts = instruction.name.split(separator: "__").map(String.init)
      guard parts.count == 2, let first = set.named(parts[0]), let second = set.named(parts[1]) else { continue }
      pairs[first.number << 8 | second.number] = UInt8(truncatingIfNeeded: instruction.number)
    }
    return pairs
  }

  private static func text(of operand: Operand, _ set: InstructionSet) -> OperandText {
    var shown: [Field] = []
    var flags: [Flag] = []
    for field in operand.fields where field.shown != hidden {
      switch field.kind {
      case .forward, .backward, .handler: return .target(Array("to ".utf8))
      case .absolute: return set.dis.jumpTargets == .all ? .target(Array("to ".utf8)) : .none
      case .backReference: return .target(Array("from ".utf8))
      case .const, .name, .local, .localsplus, .deref: shown.append(Field(field: field, texts: []))
      case .table(let table):
        if set.tables[table].isShown { shown.append(Field(field: field, texts: texts(set.tables[table]))) }
      case .flags(let table):
        if set.tables[table].isShown { shown.append(Field(field: field, texts: bitTexts(set.tables[table]))) }
      case .flag:
        if let flag = Flag(field) { flags.append(flag) }
      case .count, .depth, .number, .prefix: break
      }
    }
    return shown.isEmpty ? .none : .fields(shown, flags: flags)
  }

  private static func texts(_ table: OperandTable) -> [[UInt8]?] {
    let size = (table.entries.map { Int($0.value) }.max() ?? -1) + 1
    var texts = [[UInt8]?](repeating: nil, count: size)
    for entry in table.entries { texts[Int(entry.value)] = Array(entry.text.utf8) }
    return texts
  }

  private static func bitTexts(_ table: OperandTable) -> [[UInt8]?] {
    (0..<32).map { bit in table.entries.first { $0.value == 1 << UInt32(bit) }.map { Array($0.text.utf8) } }
  }
}
