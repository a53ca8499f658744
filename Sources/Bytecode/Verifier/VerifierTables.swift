/// An instruction set with what verification needs of each opcode at hand.
final class VerifierTables: Sendable {
  let set: InstructionSet
  let decoding: DecodeTable
  let kinds: [InstructionKind]
  let flows: [ControlFlow]
  let effects: [Effects]
  /// The rules for the operand fields of all opcodes, one opcode's together, and where those of each opcode begin.
  let rules: [FieldRule]
  let ruleStarts: [Int]
  /// For each operand table, which values verified code may have.
  private let validValues: [[Bool]]

  /// What verified code may have in a field of an operand.
  struct FieldRule: Sendable {
    let kind: OperandKind
    let shift: UInt8
    let mask: UInt32
    let minimum: UInt32
    let maximum: UInt32
    /// The place of the field in its operand.
    let index: Int

    func value(in operand: UInt32) -> UInt32 { operand >> shift & mask }
  }

  private init(_ set: InstructionSet) {
    self.set = set
    decoding = DecodeTable(set)
    kinds = (0..<256).map { set[$0].kind }
    flows = (0..<256).map { set[$0].flow }
    effects = (0..<256).map { set[$0].effects }
    var rules: [FieldRule] = []
    var starts = [0]
    for opcode in 0..<256 {
      for (index, field) in set[opcode].operand.fields.enumerated() {
        rules.append(
          FieldRule(
            kind: field.kind, shift: field.shift, mask: field.mask, minimum: field.minimum, maximum: field.maximum, index: index))
      }
      starts.append(rules.count)
    }
    self.rules = rules
    ruleStarts = starts
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
}
