/// What the values of operand fields mean in a code object, as text.
struct FieldTexts: Sendable {
  let code: CodeImage
  let set: InstructionSet
  /// Where cell and free variables, which up to 3.10 have numbers of their own, are among all variables.
  private let cells: [Int]

  init(_ code: CodeImage, _ set: InstructionSet) {
    (self.code, self.set) = (code, set)
    let kinds = code.localsPlusKinds
    cells = kinds.indices.filter { kinds[$0].contains(.cell) } + kinds.indices.filter { kinds[$0].contains(.free) }
  }

  static func isName(_ kind: OperandKind) -> Bool {
    switch kind {
    case .name, .local, .localsplus, .deref: true
    default: false
    }
  }

  /// The name or variable with a number; nil if there is none, or the kind is no name's.
  func named(_ kind: OperandKind, _ value: Int) -> String? {
    switch kind {
    case .name where value < code.names.count: code.names[value].escaped
    case .local where value < code.localsPlusNames.count, .localsplus where value < code.localsPlusNames.count:
      code.localsPlusNames[value].escaped
    case .deref where value < cells.count: code.localsPlusNames[cells[value]].escaped
    default: nil
    }
  }

  func constant(_ index: Int) -> Constant? { index < code.constants.count ? code.constants[index] : nil }
}
