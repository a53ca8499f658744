/// The facts about a code object that its verification needs at every instruction.
final class VerifierContext: Sendable {
  let image: CodeImage
  let stackSize: Int
  /// The kind of each constant.
  let constantKinds: [SlotKind]
  /// What the locals hold on entry.
  let entryLocals: [AbstractSlot]
  let freeVariableCount: Int
  let isGenerator: Bool

  init(_ image: CodeImage) {
    self.image = image
    stackSize = image.stackSize
    constantKinds = image.constants.map(SlotKind.init(of:))
    let parameters = image.parameterCount
    entryLocals = image.localsPlusKinds.indices.map { AbstractSlot($0 < parameters ? .object : .unset) }
    freeVariableCount = image.freeVariableCount
    isGenerator = !image.flags.isDisjoint(with: .anyGenerator)
  }

  /// The name of a local for messages; `index` must be in range.
  func localName(_ index: Int) -> String { image.localsPlusNames[index].escaped }
}

extension SlotKind {
  /// The kind of a slot that holds `constant`.
  init(of constant: Constant) {
    self =
      switch constant {
      case .bool: .bool
      case .none: .none
      case .code: .code
      case .integer, .bigInteger: .int
      default: .other
      }
  }
}
