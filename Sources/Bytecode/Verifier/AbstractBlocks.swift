/// A block of a frame as the verifier knows it (up to 3.10; CPython: `PyTryBlock`).
struct AbstractBlock: Hashable, Sendable, BitwiseCopyable {
  enum Kind: UInt8, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
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

  /// Whether a handler that runs has the slots in their places which it needs when an exception ends it.
  func isIntact(_ stack: borrowing OwnedBuffer<AbstractSlot>) -> Bool {
    guard kind == .handler else { return true }
    let previous = level + 1
    return previous < stack.count && SlotKind.exceptionOrNone.isSuperset(of: stack[previous].kind)
  }
}

/// What a finally block finds on the stack (3.8): how it was entered.
enum AbstractMarker: Sendable {
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

  /// The innermost block, if there is one.
  private var innermost: AbstractBlock? { blocks.isEmpty ? nil : blocks[blocks.count - 1] }

  /// The place of the innermost range on the block stack, or -1.
  var innermostRange: Int {
    var index = blocks.count - 1
    while index >= 0, blocks[index].kind != .range { index -= 1 }
    return index
  }

  /// The innermost range ends.
  mutating func endBlock() throws(VerifierError) {
    guard let block = innermost else { throw .other("no block to end") }
    guard block.kind == .range else { throw .other("ends a block inside a handler") }
    blocks.removeLast()
  }

  /// The innermost handler ends, whose slots were taken from the stack just now.
  mutating func endHandler() throws(VerifierError) {
    guard let block = innermost, block.kind == .handler else { throw .other("no handler to end") }
    // A value that is about to be returned may have been rotated below the handler's slots; END_ASYNC_FOR also takes the
    // iterator below them.
    guard (block.level - 1...block.level + 1).contains(depth) else {
      throw .other("ends a handler that started at depth \(block.level), but leaves depth \(depth)")
    }
    blocks.removeLast()
  }

  /// Goes on in the handler of the innermost range, where an exception has arrived. Returns false if it leaves the frame.
  mutating func raise() -> Bool {
    let index = innermostRange
    guard index >= 0, blocks[index].level <= depth else { return false }
    let level = blocks[index].level
    blocks.removeLast(blocks.count - index)
    blocks.append(AbstractBlock(kind: .handler, target: 0, level: level))
    stack.removeLast(depth - level)
    for slot in Self.handlerEntry { stack.append(slot) }
    keywordNames = -1
    return true
  }

  /// Whether the slots that running handlers need when an exception ends them are in their places.
  var hasIntactHandlers: Bool {
    for index in 0..<blocks.count where !blocks[index].isIntact(stack) { return false }
    return true
  }

  /// Goes on behind WITH_CLEANUP_FINISH as if the exit method has handled the exception, for which NULL stands. Returns false if there
  /// is no handler.
  mutating func handle() -> Bool {
    guard let block = innermost, block.level < depth else { return false }
    stack.removeLast(depth - block.level)
    stack.append(AbstractSlot(.null))
    blocks.removeLast()
    return true
  }
}

extension AbstractSlot {
  /// Exactly NULL, or a return address.
  var isMarker: Bool { kind == .null || kind == .returnAddress }
}

// MARK: - Finally blocks of 3.8

extension AbstractFrame {
  /// Pushes the address of the instruction behind the CALL_FINALLY that is being applied.
  mutating func pushReturnAddress() throws(VerifierError) { try push(AbstractSlot(returnSite: returnSite)) }

  /// Takes what a finally block found: one slot, or all that a handler started with.
  mutating func popMarker() throws(VerifierError) -> AbstractMarker {
    guard !stack.isEmpty else { throw .stackUnderflow(needed: 1, depth: 0) }
    let top = stack[depth - 1]
    if top.kind == .null {
      try pop(.null)
      return .none
    }
    if top.kind == .returnAddress, let site = top.constant {
      try pop(.returnAddress)
      return .returnSite(site)
    }
    guard let block = innermost, block.kind == .handler else { throw .notMarker(found: top.kind) }
    let count = depth - block.level
    guard count == Self.handlerEntry.count || count == Self.handlerEntry.count + 1 else { throw .notMarker(found: top.kind) }
    guard count <= depth else { throw .notMarker(found: top.kind) }
    let slots = (depth - count..<depth).map { stack[$0] }
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
  mutating func endHandler(of marker: AbstractMarker) throws(VerifierError) {
    guard case .exception = marker, !blocks.isEmpty else { return }
    blocks.removeLast()
  }

  /// Puts a marker back. The first time, when the exit method below it has been called, an exception moves into its place and leaves
  /// a slot free in the middle, which holds NULL (CPython: WITH_CLEANUP_START); the second time the exception may turn out to
  /// be handled (WITH_CLEANUP_FINISH).
  mutating func push(marker: AbstractMarker) throws(VerifierError) {
    switch marker {
    case .none: try push(.null)
    case .returnSite: throw .other("a return address where there may be an exception")
    case .exception(let slots):
      guard slots.count == Self.handlerEntry.count, var block = innermost else {
        for slot in slots { stack.append(slot) }
        mayBeHandled = true
        return
      }
      block.level -= 1
      blocks[blocks.count - 1] = block
      for slot in slots[..<3] { stack.append(slot) }
      stack.append(AbstractSlot(.null))
      for slot in slots[3...] { stack.append(slot) }
    }
  }
}
