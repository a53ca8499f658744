/// The source text that an instruction comes from. Unknown parts are nil.
public struct SourcePosition: Hashable, Sendable {
  // An unknown line is Int32.min, an unknown column -1: lines may be any number, columns are not negative.
  fileprivate let lineNumber: Int32
  fileprivate let endLineNumber: Int32
  fileprivate let columnOffset: Int32
  fileprivate let endColumnOffset: Int32

  /// Lines count from 1; columns are offsets in UTF-8 bytes, the end is exclusive.
  public init(line: Int?, endLine: Int? = nil, column: Int? = nil, endColumn: Int? = nil) {
    lineNumber = line.map { Int32(clamping: $0) } ?? .min
    endLineNumber = endLine.map { Int32(clamping: $0) } ?? .min
    columnOffset = column.map { Int32(clamping: $0) } ?? -1
    endColumnOffset = endColumn.map { Int32(clamping: $0) } ?? -1
  }

  /// Nothing is known.
  public static let none = SourcePosition(line: nil)

  public var line: Int? { lineNumber == .min ? nil : Int(lineNumber) }
  public var endLine: Int? { endLineNumber == .min ? nil : Int(endLineNumber) }
  public var column: Int? { columnOffset < 0 ? nil : Int(columnOffset) }
  public var endColumn: Int? { endColumnOffset < 0 ? nil : Int(endColumnOffset) }
}

extension PositionRun {
  init(units: Int32, _ position: SourcePosition) {
    self.init(
      units: units, line: position.lineNumber, endLine: position.endLineNumber, column: position.columnOffset,
      endColumn: position.endColumnOffset)
  }
}

/// A range of code units that come from one place in the source.
public struct SourceRange: Hashable, Sendable {
  /// In code units.
  public var units: Range<Int>
  public var position: SourcePosition

  public init(units: Range<Int>, position: SourcePosition) {
    self.units = units
    self.position = position
  }
}
