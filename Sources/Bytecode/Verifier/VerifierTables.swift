/// An instruction set with what verification needs of each opcode at hand.
final class VerifierTables: Sendable {
  let set: InstructionSet
  let decoding: DecodeTable
  let kinds: [InstructionKind]
  let flows: [ControlFlow]
  let effects: [Effects]
  /// The operand fields of each opcode.
  let fields: [[OperandField]]

  private init(_ set: InstructionSet) {
    self.set = set
    decoding = DecodeTable(set)
    kinds = (0..<256).map { set[$0].kind }
    flows = (0..<256).map { set[$0].flow }
    effects = (0..<256).map { set[$0].effects }
    fields = (0..<256).map { set[$0].operand.fields }
  }

  private static let cache = PerVersion<VerifierTables>()

  /// The tables of a supported version, made when they are first asked for.
  static func of(_ version: PythonVersion) -> VerifierTables? { cache.value(version, VerifierTables.init) }

  func name(_ opcode: UInt8) -> String { set[Int(opcode)].name }
}
