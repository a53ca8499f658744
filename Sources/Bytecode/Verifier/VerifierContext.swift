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
  /// A call makes the cells and the generator, before the first instruction.
  let callsPrepareFrames: Bool
  let exceptions: ExceptionModel
  /// Finally blocks find a marker on the stack (3.8); they are verified once for each kind of marker.
  let hasMarkers: Bool
  private let localCount: Int
  private let cellCount: Int

  init(_ image: CodeImage, _ layout: CodeLayout) {
    let set = layout.tables.set
    exceptions = set.exceptions
    hasMarkers = layout.tables.flows.contains(.returnFromBlock)
    self.image = image
    stackSize = image.stackSize
    constantKinds = image.constants.map(SlotKind.init(of:))
    let isPrepared = set.encoding.callsPrepareFrames
    let parameters = image.parameterCount
    entryLocals = image.localsPlusKinds.enumerated().map { index, kind in
      if isPrepared && !kind.contains(.local) { return AbstractSlot(.cell) }
      return AbstractSlot(index < parameters ? .object : .unset)
    }
    callsPrepareFrames = isPrepared
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
