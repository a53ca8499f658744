import Bytecode
import Runtime

/// What module `_opcode` says of a version's instructions, in plain arrays: descriptions of instructions are large, and whoever throws had better
/// not carry them about.
final class OpcodeFacts {
  /// A row of an operand table: CPython's name, and what `dis` shows.
  struct Entry {
    let name: String
    let text: String
  }

  private let set: InstructionSet
  private let kinds: [InstructionKind]
  private let lists: [OpcodeLists]

  private init(_ set: InstructionSet) {
    self.set = set
    kinds = set.instructions.map(\.kind)
    lists = set.instructions.map(\.lists)
  }

  /// The facts of the language level of a program; nil if there are no instructions of its version.
  static func of(_ level: LanguageLevel) -> OpcodeFacts? {
    guard let version = version(of: level), let set = InstructionSet.of(version) else { return nil }
    return OpcodeFacts(set)
  }

  /// The version of bytecode that a language level has by itself.
  static func version(of level: LanguageLevel) -> PythonVersion? {
    InstructionSet.versions.first { $0.major == level.major && $0.minor == level.minor }
  }

  /// Whether CPython's tables have an instruction of this number.
  func isValid(_ opcode: Int) -> Bool { kinds.indices.contains(opcode) && kinds[opcode] != .unused }

  /// Whether the opcode is in the list; false for numbers without an instruction.
  func isListed(_ opcode: Int, _ list: OpcodeLists) -> Bool { isValid(opcode) && lists[opcode].contains(list) }

  /// Whether `stack_effect` wants an operand; numbers beyond a threshold do in versions that have one.
  func takesOperand(_ opcode: Int) -> Bool {
    if opcode >= 256, opcode < lists.count { return lists[opcode].contains(.hasarg) }
    return opcode >= Int(set.haveArgument)
  }

  /// `dis.stack_effect`; nil for numbers that CPython refuses.
  /// - Parameter jumps: nil for the greatest effect of all ways out.
  func stackEffect(_ opcode: Int, _ operand: Int, jumps: Bool?) -> Int? {
    let edge: Edge? = jumps.map { $0 ? .jump : .next }
    return set.stackEffect(opcode, operand, edge)
  }

  /// The rows of an operand table; none if the version has no such table.
  func table(_ name: String) -> [Entry] { set.table(name)?.entries.map { Entry(name: $0.name, text: $0.text) } ?? [] }
}
