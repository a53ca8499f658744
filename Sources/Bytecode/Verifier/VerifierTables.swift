/// An instruction set with what verification needs of each opcode at hand.
final class VerifierTables: Sendable {
  let set: InstructionSet
  let decoding: DecodeTable
  /// By opcode.
  let facts: [OpcodeFacts]
  /// The rules for the operand fields of all opcodes, one opcode's together.
  let rules: [FieldRule]
  /// The opcodes that jumps skip at their targets, one opcode's together.
  let skipped: [UInt8]
  /// Finally blocks find a marker on the stack (3.8); they are verified once for each kind of marker.
  let hasMarkers: Bool
  /// Blocks are entered and left by instructions (up to 3.10).
  let hasBlocks: Bool
  /// For each operand table, which values verified code may have.
  private let validValues: [[Bool]]

  /// What is asked of an opcode at every instruction.
  struct OpcodeFacts: Sendable, BitwiseCopyable {
    let kind: InstructionKind
    let flow: ControlFlow
    let effects: Effects
    /// Where its rules are in `rules`.
    let firstRule: UInt16
    let ruleCount: UInt8
    /// The rules ask that the whole operand be below this limit, and nothing else.
    let limit: OperandLimit
    /// What a jump skips at its target: where it is in `skipped`, and its length in code units.
    let firstSkipped: UInt16
    let skippedCount: UInt8
    let skippedUnits: UInt8
  }

  /// A number of a code object below which operands that are indices must be.
  enum OperandLimit: UInt8, Sendable, BitwiseCopyable {
    /// There is nothing to ask.
    case none
    case constants, names, variables, cells
    /// The rules ask for something else, or for more.
    case other

    fileprivate init(_ rules: [FieldRule]) {
      guard let rule = rules.first else {
        self = .none
        return
      }
      let isWhole = rules.count == 1 && rule.shift == 0 && rule.mask == .max && rule.minimum == 0 && rule.maximum == .max
      self =
        switch rule.kind {
        case .const where isWhole: .constants
        case .name where isWhole: .names
        case .local where isWhole, .localsplus where isWhole: .variables
        case .deref where isWhole: .cells
        default: .other
        }
    }
  }

  /// What verified code may have in a field of an operand.
  struct FieldRule: Sendable, BitwiseCopyable {
    let kind: OperandKind
    let shift: UInt8
    let mask: UInt32
    let minimum: UInt32
    let maximum: UInt32
    /// The place of the field in its operand.
    let index: Int

    @inline(__always)
    func value(in operand: UInt32) -> UInt32 { operand >> shift & mask }

    fileprivate static func rules(of instruction: Instruction) -> [FieldRule] {
      instruction.operand.fields.enumerated().map { index, field in
        FieldRule(
          kind: field.kind, shift: field.shift, mask: field.mask, minimum: field.minimum, maximum: field.maximum, index: index)
      }
    }
  }

  private init(_ set: InstructionSet) {
    self.set = set
    decoding = DecodeTable(set)
    var rules: [FieldRule] = []
    var skipped: [UInt8] = []
    facts = (0..<256).map { opcode in
      let instruction = set[opcode]
      let own = FieldRule.rules(of: instruction)
      defer {
        rules += own
        skipped += instruction.landsPast.map { UInt8(truncatingIfNeeded: $0) }
      }
      return OpcodeFacts(
        kind: instruction.kind, flow: instruction.flow, effects: instruction.effects, firstRule: UInt16(clamping: rules.count),
        ruleCount: UInt8(clamping: own.count), limit: OperandLimit(own), firstSkipped: UInt16(clamping: skipped.count),
        skippedCount: UInt8(clamping: instruction.landsPast.count),
        skippedUnits: UInt8(clamping: instruction.landsPast.reduce(0) { $0 + 1 + set[Int($1)].cacheUnits }))
    }
    self.rules = rules
    self.skipped = skipped
    hasMarkers = facts.contains { $0.flow == .returnFromBlock }
    hasBlocks = set.exceptions != .table
    validValues = set.tables.map { table in (0..<256).map { table[$0]?.isValid == true } }
  }

  /// Whether verified code may have a value of an operand table.
  func isValid(_ value: Int, in table: Int) -> Bool {
    value < 256 ? validValues[table][value] : set.tables[table][value]?.isValid == true
  }

  func field(_ rule: FieldRule, of opcode: UInt8) -> OperandField { set[Int(opcode)].operand.fields[rule.index] }

  private static let cache = PerVersion<VerifierTables>()

  /// The tables of a supported version, made when they are first asked for.
  static func of(_ version: PythonVersion) -> VerifierTables? { cache.value(version, VerifierTables.init) }

  func name(_ opcode: UInt8) -> String { set[Int(opcode)].name }

  @inline(never)
  func finding(_ instruction: DecodedInstruction, _ problem: String) -> Finding {
    Finding(unit: instruction.unit, name(instruction.opcode), problem)
  }
}
