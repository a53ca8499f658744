/// The handlers that are set up at a place, in versions whose frames have a block stack; innermost last.
package struct BlockStack<Handler: Hashable & Sendable>: Hashable, Sendable {
  private var entries: [Entry] = []

  private enum Entry: Hashable {
    case handler(Handler)
    /// A handler that is running.
    case handling
  }

  package init() {}

  private static var limit: Int { 64 }

  /// What an instruction does to the block stack when control goes on behind it.
  /// - Parameter handler: The one that the instruction names, if it names any.
  package mutating func apply(_ instruction: Instruction, handler: Handler?) {
    if instruction.flow == .setupHandler, let handler, entries.count < BlockStack.limit { entries.append(.handler(handler)) }
    // Which of the two it is follows from the place; malformed code may have neither.
    if instruction.endsBlockOrHandler { _ = entries.popLast() }
    // Going on behind a finally block ends its handler, if it was entered as one.
    if instruction.flow == .returnFromBlock, entries.last == .handling { entries.removeLast() }
  }

  package var innermostHandler: Handler? {
    for case .handler(let handler) in entries.reversed() { return handler }
    return nil
  }

  /// The stack in the innermost handler.
  package func handling() -> BlockStack {
    var stack = self
    while let entry = stack.entries.popLast() { if case .handler = entry { break } }
    stack.entries.append(.handling)
    return stack
  }
}

extension Instruction {
  /// Whether the innermost entry of the block stack ends behind it.
  var endsBlockOrHandler: Bool { !effects.isDisjoint(with: [.endsBlock, .endsHandler]) }
}
