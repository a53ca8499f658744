/// The facts about a code object that its verification needs at every instruction.
final class VerifierContext {
  let image: CodeImage
  let stackSize: Int
  /// The kind of each constant.
  let constantKinds: OwnedBuffer<SlotKind>
  let freeVariableCount: Int
  let isGenerator: Bool
  /// A call makes the cells and the generator, before the first instruction.
  let callsPrepareFrames: Bool
  let exceptions: ExceptionModel
  private let localCount: Int
  private let cellCount: Int

  init(_ image: CodeImage, _ tables: VerifierTables) {
    exceptions = tables.set.exceptions
    self.image = image
    stackSize = image.stackSize
    var kinds = OwnedBuffer<SlotKind>(capacity: image.constants.count)
    for index in image.constants.indices { kinds.append(SlotKind(of: image.constants[index])) }
    constantKinds = kinds
    callsPrepareFrames = tables.set.encoding.callsPrepareFrames
    localCount = image.localCount
    cellCount = image.localsPlusNames.count - localCount
    freeVariableCount = image.freeVariableCount
    isGenerator = !image.flags.isDisjoint(with: .anyGenerator)
  }

  /// The index among all variables of a cell or free variable, which up to 3.10 have numbers of their own.
  func variableIndex(ofCell index: Int) -> Int {
    index < cellCount ? localCount + index : localCount + cellCount
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
