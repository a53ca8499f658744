/// The states of the frame at the entries of blocks, one after the other in memory of their own.
///
/// State n is that of block n; those behind are variants of blocks. A state has its locals, then its stack, in `slots`; neither
/// their numbers nor the blocks change once it was reached, so nothing ever moves.
struct StateTable: ~Copyable {
  private var states: OwnedBuffer<State>
  private var slots = OwnedBuffer<AbstractSlot>(capacity: 64)
  private var blocks = OwnedBuffer<AbstractBlock>()
  private let localCount: Int

  private struct State: BitwiseCopyable {
    var firstSlot = 0
    /// -1 if the state was not reached.
    var depth: Int32 = -1
    var blockCount: Int32 = 0
    var firstBlock = 0
    var keywordNames: Int32 = -1
    var stage = FrameStage.plain
  }

  /// - Parameters:
  ///   - count: The number of blocks of the code.
  ///   - localCount: The number of locals of a frame.
  init(count: Int, localCount: Int) {
    states = OwnedBuffer(repeating: State(), count: count)
    self.localCount = localCount
  }

  var count: Int { states.count }

  func isReached(_ state: Int) -> Bool { states[state].depth >= 0 }

  func depth(_ state: Int) -> Int { Int(states[state].depth) }

  func blockCount(_ state: Int) -> Int { Int(states[state].blockCount) }

  func keywordNames(_ state: Int) -> Int32 { states[state].keywordNames }

  /// The innermost range on a state's block stack.
  func innermostRange(_ state: Int) -> AbstractBlock? {
    let first = states[state].firstBlock
    var index = first + Int(states[state].blockCount) - 1
    while index >= first {
      if blocks[index].kind == .range { return blocks[index] }
      index -= 1
    }
    return nil
  }

  /// Makes `frame` a state that was not reached before.
  mutating func enter(_ state: Int, _ frame: borrowing AbstractFrame) {
    states[state] = State(
      firstSlot: slots.count, depth: Int32(truncatingIfNeeded: frame.depth), blockCount: Int32(truncatingIfNeeded: frame.blocks.count),
      firstBlock: blocks.count, keywordNames: frame.keywordNames, stage: frame.stage)
    slots.append(frame.locals, count: frame.locals.count)
    slots.append(frame.stack, count: frame.stack.count)
    blocks.append(frame.blocks, count: frame.blocks.count)
  }

  /// Makes `frame` a state beyond those of the blocks. Returns its number.
  mutating func append(_ frame: borrowing AbstractFrame) -> Int {
    states.append(State())
    enter(states.count - 1, frame)
    return states.count - 1
  }

  /// Gives a frame a state that was reached.
  func load(_ number: Int, into frame: inout AbstractFrame) {
    let state = states[number]
    frame.locals.removeAll()
    frame.locals.append(slots, from: state.firstSlot, count: localCount)
    frame.stack.removeAll()
    frame.stack.append(slots, from: state.firstSlot + localCount, count: Int(state.depth))
    frame.blocks.removeAll()
    frame.blocks.append(blocks, from: state.firstBlock, count: Int(state.blockCount))
    frame.keywordNames = state.keywordNames
    frame.stage = state.stage
    frame.mayBeHandled = false
  }

  /// Whether a frame may be joined into a state: its depth, its blocks and, where finally blocks find markers, these are the same.
  func hasShape(_ number: Int, of frame: borrowing AbstractFrame, hasMarkers: Bool) -> Bool {
    let state = states[number]
    guard Int(state.depth) == frame.depth, Int(state.blockCount) == frame.blocks.count else { return false }
    for index in 0..<frame.blocks.count where blocks[state.firstBlock + index] != frame.blocks[index] { return false }
    guard hasMarkers else { return true }
    for index in 0..<frame.depth {
      let (a, b) = (slots[state.firstSlot + localCount + index], frame.stack[index])
      if a != b && (a.isMarker || b.isMarker) { return false }
    }
    return true
  }

  /// Joins a frame into a state of the same shape. Returns whether the state changed.
  mutating func join(_ frame: borrowing AbstractFrame, into number: Int) -> Bool {
    let state = states[number]
    var changed = !state.stage.isSuperset(of: frame.stage)
    if changed { states[number].stage.formUnion(frame.stage) }
    if slots.join(frame.locals, at: state.firstSlot) { changed = true }
    if slots.join(frame.stack, at: state.firstSlot + localCount) { changed = true }
    return changed
  }

  /// Joins one local into a state. Returns whether it changed.
  mutating func join(local index: Int, _ slot: AbstractSlot, into number: Int) -> Bool {
    let place = states[number].firstSlot + index
    let joined = slots[place].joined(with: slot)
    guard joined != slots[place] else { return false }
    slots[place] = joined
    return true
  }
}

extension OwnedBuffer<AbstractSlot> {
  /// Joins the slots of another buffer into those from `start` on. Returns whether any changed.
  fileprivate mutating func join(_ other: borrowing OwnedBuffer<AbstractSlot>, at start: Int) -> Bool {
    var difference: UInt32 = 0
    for index in 0..<other.count {
      let slot = self[start + index]
      let joined = slot.joined(with: other[index])
      difference |= joined.bits ^ slot.bits
      self[start + index] = joined
    }
    return difference != 0
  }
}
