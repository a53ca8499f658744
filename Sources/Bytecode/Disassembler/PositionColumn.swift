/// The column with the positions of instructions that stands in place of that of lines.
final class PositionColumn {
  private var ranges: PositionTable.Iterator
  private var current: SourceRange?
  /// 0 if nothing is known of any instruction.
  let width: Int

  static let unknown: StaticString = "  --"

  init(_ positions: PositionTable) {
    var width = 0
    var isKnown = false
    for range in positions {
      let position = range.position
      isKnown = isKnown || position != .none
      width = max(
        width,
        Self.width(position.line) + Self.width(position.column) + Self.width(position.endLine) + Self.width(position.endColumn))
    }
    self.width = isKnown ? 1 + max(Self.unknown.utf8CodeUnitCount, 3 + width) : 0
    ranges = positions.makeIterator()
    current = ranges.next()
  }

  /// An unknown part is a question mark.
  private static func width(_ part: Int?) -> Int {
    guard let part else { return 1 }
    return TextCursor.digitCount(UInt64(part.magnitude)) + (part < 0 ? 1 : 0)
  }

  /// Writes a position, in at most the width of the column. Needs room for that.
  static func put(_ position: SourcePosition, _ cursor: inout TextCursor) {
    func put(_ part: Int?) {
      if let part { cursor.put(signed: part) } else { cursor.put(UInt8(ascii: "?")) }
    }
    guard position != .none else { return cursor.put(unknown) }
    put(position.line)
    cursor.put(UInt8(ascii: ":"))
    put(position.column)
    cursor.put(UInt8(ascii: "-"))
    put(position.endLine)
    cursor.put(UInt8(ascii: ":"))
    put(position.endColumn)
  }

  /// The position of an instruction. To be called with ascending code units.
  func position(at unit: Int) -> SourcePosition {
    while let range = current, range.units.upperBound <= unit { current = ranges.next() }
    return current?.position ?? .none
  }
}
