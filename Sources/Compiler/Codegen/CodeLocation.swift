/// The place in the source that an instruction comes from. Unknown columns are -1.
struct CodeLocation: Equatable, BitwiseCopyable {
  var line: Int32
  var endLine: Int32
  var column: Int32
  var endColumn: Int32

  /// Artificial instructions have none.
  static let none = CodeLocation(line: -1, endLine: -1, column: -1, endColumn: -1)
  /// That of the instruction in front, or else the first line (up to 3.9).
  static let unset = CodeLocation(line: 0, endLine: 0, column: 0, endColumn: 0)
  /// That of the next instruction.
  static let next = CodeLocation(line: -2, endLine: -2, column: -2, endColumn: -2)

  init(line: Int32, endLine: Int32, column: Int32, endColumn: Int32) {
    self.line = line
    self.endLine = endLine
    self.column = column
    self.endColumn = endColumn
  }

  init(_ span: Span) {
    line = Int32(truncatingIfNeeded: span.line)
    endLine = Int32(truncatingIfNeeded: span.endLine)
    column = Int32(truncatingIfNeeded: span.column)
    endColumn = Int32(truncatingIfNeeded: span.endColumn)
  }

  var span: Span {
    Span(
      line: UInt32(clamping: line), column: UInt32(clamping: column), endLine: UInt32(clamping: endLine),
      endColumn: UInt32(clamping: endColumn))
  }
}

/// A place in the instructions of a unit that jumps can lead to.
struct JumpLabel: Equatable, BitwiseCopyable {
  var number: Int32
  static let none = JumpLabel(number: -1)
}

/// An instruction between code generation and assembling.
struct CodeInstruction: BitwiseCopyable {
  var op: Op
  /// The operand; of a jump or SETUP instruction first the number of a label.
  var argument: Int32
  /// The block that it leads to, or -1.
  var target: Int32 = -1
  /// The block that handles its exceptions, or -1.
  var handler: Int32 = -1
  var location: CodeLocation

  /// In place of a handler, where there are only blocks: the first instruction of a statement.
  static let statementStart: Int32 = -2

  init(_ op: Op, _ argument: Int32, _ location: CodeLocation) {
    self.op = op
    self.argument = argument
    self.location = location
  }

  @inline(__always)
  mutating func set(_ op: Op, _ argument: Int32 = 0) {
    self.op = op
    self.argument = argument
  }
}
