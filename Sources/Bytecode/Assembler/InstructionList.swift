/// The instructions of a code object in a form that can be edited: jumps go to labels, inline caches and EXTENDED_ARG
/// prefixes are implied, each instruction carries its source position, and exception ranges begin and end at labels.
///
/// | term | meaning |
/// |---|---|
/// | element | an instruction, a label, a position mark or bytes that are no instruction |
/// | label | a place between two instructions; instructions may be inserted on either side of it |
/// | argument | the whole operand of an instruction: a number, or the label that it leads to |
///
/// `CodeBuilder` makes one of a code object and a code object of one.
public struct InstructionList: Hashable, Sendable {
  /// In order. A label is at most once in it.
  public var elements: [Element] = []
  /// The ranges of the exception table, in its order; empty in versions with a block stack.
  public var handlers: [ExceptionRange] = []
  /// The line table as stored, where the positions of the instructions do not make up all of it; nil if they do.
  public var storedLineTable: ByteString?
  /// The exception table as stored, where it is no list of ordered ranges of instructions; nil if `handlers` is all.
  public var storedExceptionTable: ByteString?
  private var labelCount = 0

  public init() {}

  /// A new label, which is not yet in the list.
  public mutating func makeLabel() -> Label {
    defer { labelCount += 1 }
    return Label(number: labelCount)
  }

  /// The instructions, without labels and marks.
  public var instructions: [ListedInstruction] {
    elements.compactMap { if case .instruction(let instruction) = $0 { instruction } else { nil } }
  }

  public enum Element: Hashable, Sendable {
    case instruction(ListedInstruction)
    case label(Label)
    /// A range of the line table without instructions, which compilers leave behind where they removed some. Location
    /// tables cannot hold one.
    case mark(SourcePosition)
    /// Code units that are no instruction: an unknown opcode, a cache that the end of the code cuts off.
    case bytes([UInt8], SourcePosition, beginsRange: Bool)
  }
}

/// A place among the instructions of an `InstructionList`.
public struct Label: Hashable, Sendable {
  /// Distinguishes the labels of one list.
  let number: Int
}

/// An instruction in an `InstructionList`.
public struct ListedInstruction: Hashable, Sendable {
  public var opcode: UInt8
  public var argument: Argument
  public var position: SourcePosition
  /// The line table has a range that begins here, although the position is that of the instruction before.
  public var beginsRange = false
  /// More EXTENDED_ARG prefixes than the argument needs: their number in all. 0 to 3.
  public var prefixes = 0
  /// The contents of the inline cache; zeros if empty.
  public var cache: [UInt8] = []

  public init(opcode: UInt8, argument: Argument, position: SourcePosition = .none) {
    self.opcode = opcode
    self.argument = argument
    self.position = position
  }

  public enum Argument: Hashable, Sendable {
    /// The operand; for an instruction without operand the byte that stands in its place.
    case value(UInt32)
    /// What the operand leads to: the target of a jump, a handler, or the instruction that a back reference means.
    case label(Label)
  }
}

/// Exceptions that are raised between two labels go on at a handler.
public struct ExceptionRange: Hashable, Sendable {
  public var start: Label
  public var end: Label
  public var handler: Label
  /// The depth to which the stack is cut. If nil, it is the least depth that the stack has in the range.
  public var depth: Int?
  /// The offset of the instruction that raised is pushed below the exception.
  public var pushesLasti: Bool

  public init(start: Label, end: Label, handler: Label, depth: Int? = nil, pushesLasti: Bool = false) {
    self.start = start
    self.end = end
    self.handler = handler
    self.depth = depth
    self.pushesLasti = pushesLasti
  }
}

/// Why an `InstructionList` cannot be encoded.
public struct EncodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The index of the element that is at fault; nil if it is none alone.
  public let element: Int?
  public let description: String
}
