/// An instruction set with what assembling needs at hand.
final class AssemblerTables: Sendable {
  let set: InstructionSet
  let jumps: JumpCoding
  /// The instructions that may stand in code, by name.
  let byName: [String: Instruction]
  /// Variables are stored as one list with kinds (3.11 on), not as three lists.
  let hasOneVariableList: Bool
  let hasQualifiedNames: Bool

  private init(_ set: InstructionSet) {
    self.set = set
    jumps = JumpCoding(set)
    let usable = set.instructions.filter { $0.kind != .unused && $0.number < 256 }
    byName = Dictionary(usable.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    hasOneVariableList = set.file.codeFields.contains(.localsplusnames)
    hasQualifiedNames = set.file.codeFields.contains(.qualname)
  }

  private static let cache = PerVersion<AssemblerTables>()

  /// The tables of a version that can be assembled: its code units are two bytes long. Nil for others.
  static func of(_ version: PythonVersion) -> AssemblerTables? {
    guard let tables = cache.value(version, AssemblerTables.init), tables.set.encoding.codeUnit == 2 else { return nil }
    return tables
  }

  /// The versions that can be assembled.
  static var versions: [PythonVersion] { InstructionSet.versions.filter { of($0) != nil } }

  /// The EXTENDED_ARG prefixes that an operand needs.
  static func prefixes(for operand: UInt32) -> Int {
    operand > 0xFF_FFFF ? 3 : operand > 0xFFFF ? 2 : operand > 0xFF ? 1 : 0
  }
}
