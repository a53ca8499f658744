/// An instruction set in the form that the disassembler needs.
final class DisassemblerTables: Sendable {
  let set: InstructionSet
  let decoding: DecodeTable
  let opcodes: [Opcode]

  /// What `dis` shows of one opcode.
  struct Opcode: Sendable {
    let name: [UInt8]
    let hasOperand: Bool
    let cache: [CacheField]
    let text: OperandText
  }

  /// How the operand reads in parentheses.
  enum OperandText: Sendable {
    case none
    /// The fields that are shown, joined by commas, then changed by the flags that are set.
    case fields([OperandField], flags: [Flag])
    /// The label of the target.
    case jump
  }

  /// What a flag bit makes of the text: it goes around it.
  struct Flag: Sendable {
    let field: OperandField
    let before: [UInt8]
    let after: [UInt8]
  }

  private init(_ set: InstructionSet) {
    self.set = set
    decoding = DecodeTable(set)
    opcodes = (0..<256).map { number in
      let instruction = set[number]
      return Opcode(
        name: Array(instruction.name.utf8), hasOperand: instruction.lists.contains(.hasarg),
        cache: instruction.cache, text: DisassemblerTables.text(of: instruction.operand, set))
    }
  }

  private static let cache = PerVersion<DisassemblerTables>()

  /// The tables of a supported version, made when they are first asked for.
  static func of(_ version: PythonVersion) -> DisassemblerTables? { cache.value(version, DisassemblerTables.init) }

  private static func text(of operand: Operand, _ set: InstructionSet) -> OperandText {
    var shown: [OperandField] = []
    var flags: [Flag] = []
    for field in operand.fields {
      switch field.kind {
      case .forward, .backward, .absolute, .handler: return .jump
      case .const, .name, .local, .localsplus, .deref: shown.append(field)
      case .table(let table), .flags(let table):
        if set.tables[table].isShown { shown.append(field) }
      case .flag:
        guard let parts = field.shown?.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false),
          parts.count == 2
        else { break }
        flags.append(Flag(field: field, before: Array(parts[0].utf8), after: Array(parts[1].utf8)))
      case .count, .depth, .backReference, .number, .prefix: break
      }
    }
    return shown.isEmpty ? .none : .fields(shown, flags: flags)
  }
}
