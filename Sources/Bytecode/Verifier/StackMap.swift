/// What the verifier found out about the stack of a code object.
public struct StackMap: Sendable {
  /// The depth of the value stack before the instruction at each code unit, in slots; `unreachable` for inline caches
  /// and for instructions that cannot be reached. In the finally blocks of 3.8, the greatest. EXTENDED_ARG prefixes have the depth of their instruction.
  public let depths: [Int16]
  /// The exception table, in order.
  public let handlers: [ExceptionEntry]
  /// The most blocks that the frame has at a time (up to 3.10; else 0).
  public let blockCount: Int
  /// Whether some instructions are reached with different depths, as those of finally blocks may be in 3.8; else `depths` are exact.
  public let variesInDepth: Bool

  public static let unreachable: Int16 = -1
}

/// The result of verification with the state of the frame at each block leader, from which the state at every
/// instruction can be had again.
struct StackAnalysis: ~Copyable {
  private let interpreter: AbstractInterpreter

  /// - Parameter interpreter: Must have run.
  init(_ interpreter: consuming AbstractInterpreter) { self.interpreter = interpreter }

  var stackMap: StackMap {
    StackMap(
      depths: (0..<interpreter.depths.count).map { interpreter.depths[$0] }, handlers: interpreter.layout.handlers,
      blockCount: interpreter.blockCount, variesInDepth: interpreter.variesInDepth)
  }

  /// Calls `body` for each instruction in code order with the stack before it and, if it can go on with the next
  /// instruction, the depth after it; with nil if it is unreachable.
  func forEachInstruction(_ body: (DecodedInstruction, _ before: StackView?, _ depthAfter: Int?) -> Void) {
    var frame = AbstractFrame(interpreter.context)
    var isReached = false
    for index in 0..<interpreter.layout.instructions.count {
      let instruction = interpreter.layout.instructions[index]
      if let block = interpreter.layout.block(at: instruction.startUnit) {
        isReached = interpreter.states.isReached(block)
        if isReached { interpreter.states.load(block, into: &frame) }
      }
      guard isReached else {
        body(instruction, nil, nil)
        continue
      }
      let before = StackView(frame)
      // A jump that is always taken has no state behind it.
      isReached = interpreter.apply(instruction, to: &frame)
      body(instruction, before, isReached && interpreter.layout.fallsThrough(instruction) ? frame.depth : nil)
    }
  }
}

/// The stack before an instruction, as far as it is shown.
struct StackView: Sendable {
  /// Deeper slots are not shown: a hostile file may have a deep stack at every instruction.
  private static let limit = 100

  let depth: Int
  /// The topmost slots, bottom first.
  let top: [SlotKind]

  init(_ frame: borrowing AbstractFrame) {
    depth = frame.depth
    var top: [SlotKind] = []
    for index in max(0, frame.depth - StackView.limit)..<frame.depth { top.append(frame.stack[index].kind) }
    self.top = top
  }
}
