/// A block of a frame as the verifier knows it (up to 3.10; CPython: `PyTryBlock`).
struct AbstractBlock: Hashable, Sendable {
  enum Kind: UInt8, Hashable, Sendable, CustomStringConvertible {
    /// A range of code with a handler, from a SETUP instruction to POP_BLOCK.
    case range
    /// A handler that runs. The slots from `level` on are those that it started with.
    case handler

    var description: String { self == .range ? "a block" : "a handler" }
  }

  let kind: Kind
  /// Where the handler of a range begins, in code units; 0 for a handler.
  let target: Int
  /// The depth to which the stack is cut when an exception arrives.
  var level: Int
}

/// What a finally block finds on the stack (3.8): how it was entered.
public enum AbstractMarker: Sendable {
  /// NULL: control ran into it.
  case none
  /// A place behind a CALL_FINALLY, as an index of return sites.
  case returnSite(Int)
  /// An exception, with everything that the handler started with.
  case exception([AbstractSlot])
}

// MARK: - Blocks

extension AbstractFrame {
  /// The slots that a handler starts with: the saved offset, the exception that was being handled and its type, the
  /// traceback, the exception and its type.
  static let handlerEntry = [
    AbstractSlot(.lasti), AbstractSlot(.exceptionOrNone), AbstractSlot(.object), AbstractSlot(.object),
    AbstractSlot(.exception), AbstractSlot(.object),
  ]

  /// A SETUP instruction has started a range.
  mutating func beginBlock(target: Int, level: Int) throws(VerifierError) {
    guard case .blocks(let limit, _) = context.exceptions else { throw .other("this version has no blocks") }
    guard blocks.count < limit else { throw .other("more than \(limit) blocks") }
    blocks.append(AbstractBlock(kind: .range, target: target, level: level))
  }

  /// The innermost range ends.
  public mutating func endBlock() throws(VerifierError) {
    guard let block = blocks.last else { throw .other("no block to end") }
    guard block.kind == .range else { throw .other("ends a block inside a handler") }
    blocks.removeLast()
  }

  /// The innermost handler ends, whose slots were taken from the stack just now.
  public mutating func endHandler() throws(VerifierError) {
    guard let block = blocks.last, block.kind == .handler else { throw .other("no handler to end") }
    // A value that is about to be returned may have been rotated below the handler's slots; END_ASYNC_FOR also takes the
    // iterator below them.
    guard (block.level - 1...block.level + 1).contains(depth) else {
      throw .other("ends a handler that started at depth \(block.level), but leaves depth \(depth)")
    }
    blocks.removeLast()
  }

  /// The state in the handler of the innermost range, when an exception arrives there; nil if it leaves the frame.
  func raised() -> AbstractFrame? {
    guard let index = blocks.lastIndex(where: { $0.kind == .range }), blocks[index].level <= depth else { return nil }
    var frame = self
    let level = blocks[index].level
    frame.blocks.removeLast(blocks.count - index)
    frame.blocks.append(AbstractBlock(kind: .handler, target: 0, level: level))
    frame.stack.removeLast(depth - level)
    frame.stack += Self.handlerEntry
    frame.keywordNames = -1
    return frame
  }

  /// Whether the slots that running handlers need when an exception ends them are in their places.
  var hasIntactHandlers: Bool {
    blocks.allSatisfy { block in
      guard block.kind == .handler else { return true }
      let previous = block.level + 1
      return previous < depth && SlotKind.exceptionOrNone.isSuperset(of: stack[previous].kind)
    }
  }

  /// What tells states apart that may not be joined: the depth, the blocks and how finally blocks were entered.
  func hasShape(of other: AbstractFrame) -> Bool {
    guard stack.count == other.stack.count, blocks == other.blocks else { return false }
    guard context.hasMarkers else { return true }
    return zip(stack, other.stack).allSatisfy { a, b in
      guard a.isMarker || b.isMarker else { return true }
      return a == b
    }
  }
}

extension AbstractFrame {
  /// The other state behind WITH_CLEANUP_FINISH: the exit method has handled the exception, and NULL stands for it.
  func handled() -> AbstractFrame? {
    guard let block = blocks.last, block.level < depth else { return nil }
    var frame = self
    frame.stack.removeLast(depth - block.level)
    frame.stack.append(AbstractSlot(.null))
    frame.blocks.removeLast()
    return frame
  }
}

extension AbstractSlot {
  /// Exactly NULL, or a return address.
  fileprivate var isMarker: Bool { kind == .null || kind == .returnAddress }
}

// MARK: - Finally blocks of 3.8

extension AbstractFrame {
  /// Pushes the address of the instruction behind the CALL_FINALLY that is being applied.
  public mutating func pushReturnAddress() throws(VerifierError) { try push(AbstractSlot(returnSite: returnSite)) }

  /// Takes what a finally block found: one slot, or all that a handler started with.
  public mutating func popMarker() throws(VerifierError) -> AbstractMarker {
    guard let top = stack.last else { throw .stackUnderflow(needed: 1, depth: 0) }
    if top.kind == .null {
      try pop(.null)
      return .none
    }
    if top.kind == .returnAddress, let site = top.constant {
      try pop(.returnAddress)
      return .returnSite(site)
    }
    guard let block = blocks.last, block.kind == .handler else { throw .notMarker(found: top.kind) }
    let count = depth - block.level
    guard count == Self.handlerEntry.count || count == Self.handlerEntry.count + 1 else { throw .notMarker(found: top.kind) }
    let slots = Array(stack.suffix(count))
    let exception = slots[count - 2]
    guard SlotKind.exception.isSuperset(of: exception.kind) else {
      throw .wrongKind(depth: 2, expected: .exception, found: exception.kind)
    }
    let expected: [SlotKind] = [.lasti, .exceptionOrNone]
    for (index, kind) in expected.enumerated() where !kind.isSuperset(of: slots[index].kind) {
      throw .wrongKind(depth: count - index, expected: kind, found: slots[index].kind)
    }
    stack.removeLast(count)
    lowestDepth = min(lowestDepth, depth)
    return .exception(slots)
  }

  /// What was found is dropped; if it was an exception, its handler ends.
  public mutating func endHandler(of marker: AbstractMarker) throws(VerifierError) {
    guard case .exception = marker else { return }
    blocks.removeLast()
  }

  /// Puts a marker back. The first time, when the exit method below it has been called, an exception moves into its place and leaves
  /// a slot free in the middle, which holds NULL (CPython: WITH_CLEANUP_START); the second time the exception may turn out to
  /// be handled (WITH_CLEANUP_FINISH).
  public mutating func push(marker: AbstractMarker) throws(VerifierError) {
    switch marker {
    case .none: try push(.null)
    case .returnSite: throw .other("a return address where there may be an exception")
    case .exception(let slots):
      guard slots.count == Self.handlerEntry.count, var block = blocks.popLast() else {
        stack += slots
        mayBeHandled = true
        return
      }
      block.level -= 1
      blocks.append(block)
      stack += slots[..<3]
      stack.append(AbstractSlot(.null))
      stack += slots[3...]
    }
  }
}
