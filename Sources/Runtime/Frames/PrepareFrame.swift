import Bytecode

// What a call does where later bytecode has instructions (up to 3.10; CPython: Python/ceval.c, _PyEval_EvalCode): it makes the cells of the frame
// and, for the code of a generator, the generator.

/// How the code of a version behaves beyond what its instructions say.
@frozen
public struct CodeTraits: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A call makes cells, copies the closure and readies the block stack.
  @inlinable public static var preparedByCall: CodeTraits { CodeTraits(rawValue: 1) }
  /// A call makes a generator of the frame.
  @inlinable public static var makesGenerator: CodeTraits { CodeTraits(rawValue: 2) }
  /// The first value that is sent into a generator does not come onto the stack.
  @inlinable public static var dropsFirstSent: CodeTraits { CodeTraits(rawValue: 4) }
  /// StopIteration that leaves a generator becomes RuntimeError; in later versions the code itself sees to that.
  @inlinable public static var convertsStopIteration: CodeTraits { CodeTraits(rawValue: 8) }
  /// A flag says whether the first constant is the docstring.
  @inlinable public static var flagsDocstring: CodeTraits { CodeTraits(rawValue: 32) }
  /// The depth of the stack is not the same each time that an instruction is reached: `depths` has the greatest.
  @inlinable public static var variesInDepth: CodeTraits { CodeTraits(rawValue: 64) }
  /// The call does more than to bind arguments.
  @inlinable public static var madeByCall: CodeTraits { CodeTraits(rawValue: 3) }
  /// Handlers are found through the block stack.
  @inlinable public static var hasBlocks: CodeTraits { CodeTraits(rawValue: 16) }
}

extension CodeTraits {
  init(_ image: CodeImage, _ set: InstructionSet, _ map: StackMap) {
    let blockCount = map.blockCount
    var traits: CodeTraits = map.variesInDepth ? .variesInDepth : []
    let isGenerator = !image.flags.isDisjoint(with: .anyGenerator)
    if isGenerator && set.semantics.contains(.generatorsConvertStopIteration) { traits.insert(.convertsStopIteration) }
    if set.semantics.contains(.docstringsHaveFlag) { traits.insert(.flagsDocstring) }
    if set.encoding.callsPrepareFrames {
      if image.localsPlusNames.count > image.localCount || blockCount > 0 { traits.insert(.preparedByCall) }
      if isGenerator {
        traits.insert(.makesGenerator)
        if set.encoding.generatorStartDepth == 0 { traits.insert(.dropsFirstSent) }
      }
      if blockCount > 0 { traits.insert(.hasBlocks) }
    }
    self = traits
  }
}

extension Thread {
  /// Makes the cells of a frame whose parameters are bound; one that is a parameter takes over its value.
  @inline(never)
  func prepare(_ frame: Frame, _ code: Ref<CodeObject>) throws(Raised) {
    if code.traits.contains(.hasBlocks) { frame.clearBlocks() }
    let firstFree = code.localsPlusCount - code.freeCount
    let parameters = code.parameterCount
    let names = code.localsPlusNames.unchecked(as: TupleObject.self).items
    for index in code.localCount..<max(firstFree, code.localCount) {
      let cell: Ref<CellObject> = try allocate(kind: .cell, type: self.types.cell, tracedWords: 1)
      cell.content = .null
      for parameter in 0..<parameters where names[parameter] == names[index] {
        cell.content = frame.locals[parameter]
        frame.locals[parameter] = .null
      }
      frame.locals[index] = Value(cell)
    }
    guard code.freeCount > 0 else { return }
    try copyFreeVariables(self, frame, code.freeCount)
  }
}

extension Ref where T == CodeObject {
  /// The number of parameters of all kinds.
  var parameterCount: Int {
    self.argumentCount + self.keywordOnlyCount + (self.flags.contains(.variadicPositional) ? 1 : 0)
      + (self.flags.contains(.variadicKeywords) ? 1 : 0)
  }
}

extension Ref where T == FrameHeader {
  /// The index among all variables of a cell or free variable, which up to 3.10 have numbers of their own.
  @inline(__always)
  func variableIndex(ofCell index: Int) -> Int { self.code.localCount &+ index }
}

/// Copies `count` slots to a place that may overlap them.
func moveSlots(from source: SlotPointer, to target: SlotPointer, count: Int) {
  guard count > 0 else { return }
  if target < source {
    for i in 0..<count { target[i] = source[i] }
  } else {
    for i in stride(from: count - 1, through: 0, by: -1) { target[i] = source[i] }
  }
}
