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
struct StackAnalysis: Sendable {
  let image: CodeImage
  let layout: CodeLayout
  let states: [AbstractFrame?]
  let depths: [Int16]
  let blockCount: Int
  let variesInDepth: Bool

  var stackMap: StackMap {
    StackMap(depths: depths, handlers: layout.handlers, blockCount: blockCount, variesInDepth: variesInDepth)
  }

  /// Calls `body` for each instruction in code order with the stack before it and, if it can go on with the next
  /// instruction, the depth after it; with nil if it is unreachable.
  func forEachInstruction(_ body: (DecodedInstruction, _ before: StackView?, _ depthAfter: Int?) -> Void) {
    var frame: AbstractFrame?
    for instruction in layout.instructions {
      if let block = layout.block(at: instruction.startUnit) { frame = states[block] }
      guard let before = frame.map(StackView.init) else {
        body(instruction, nil, nil)
        continue
      }
      do throws(VerifierError) {
        try layout.tables.set.transfer(Int(instruction.opcode), Int(instruction.operand), .next, &frame)
        body(instruction, before, layout.fallsThrough(instruction) ? frame?.depth : nil)
      } catch {
        // A jump that is always taken has no state behind it.
        body(instruction, before, nil)
        frame = nil
      }
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

  init(_ frame: AbstractFrame) {
    depth = frame.depth
    top = frame.stack.suffix(StackView.limit).map(\.kind)
  }
}

extension InstructionSet {
  /// `transfer` on a frame that is there; in place, so that its stack is not copied.
  fileprivate func transfer(
    _ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame?
  ) throws(VerifierError) {
    guard var present = frame.take() else { return }
    defer { frame = present }
    try transfer(opcode, oparg, edge, &present)
  }
}
