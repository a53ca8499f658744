import Bytecode
import Runtime

/// A frame's line of source, and in some versions what runs in it, as C code writes them (CPython: Python/traceback.c, `tb_displayline`).
struct NativeSourceLines {
  /// Which part of a line is pointed out with which characters: columns counted in code points.
  private struct Marks {
    var start: Int
    var end: Int
    /// The operator or the brackets.
    var middle: Range<Int>?
  }

  let t: Thread
  let source: SourceText

  init(_ t: Thread, _ source: SourceText) {
    self.t = t
    self.source = source
  }

  func append(_ number: Int, _ position: SourcePosition?, to out: inout TextBuilder) throws(Raised) {
    guard let bytes = source.line(number) else { return }
    let line = SourceLine.codePoints(bytes)
    let blanks = line.prefix { $0 == 32 || $0 == 9 || $0 == 12 }.count
    try out.append("    ")
    for point in line[blanks...] { try out.append(codePoint: point) }
    try out.append(codePoint: 10)
    guard t.has(.caretsByCode), let marks = marks(line, bytes, position) else { return }
    if marks.middle == nil, marks.end - marks.start == line.count - blanks { return }
    try out.append("    ")
    let start = SourceLine.width(line, marks.start)
    let middle = marks.middle.map { SourceLine.width(line, $0.lowerBound)..<SourceLine.width(line, $0.upperBound) }
    for column in blanks..<max(SourceLine.width(line, marks.end), blanks) {
      let isBefore = column < start
      let isPrimary = middle.map { !$0.contains(column) } ?? false
      try out.append(codePoint: isBefore ? 32 : isPrimary ? char("~") : char("^"))
    }
    try out.append(codePoint: 10)
  }

  private func marks(_ line: [UInt32], _ bytes: ArraySlice<UInt8>, _ position: SourcePosition?) -> Marks? {
    guard let position, let firstLine = position.line, let lastLine = position.endLine, let column = position.column,
      let endColumn = position.endColumn
    else { return nil }
    let start = characters(line, bytes, column)
    if firstLine != lastLine {
      let blanks = line.reversed().prefix { $0 == 32 || $0 == 9 || $0 == 12 }.count
      return Marks(start: start, end: line.count - blanks)
    }
    let end = characters(line, bytes, endColumn)
    return Marks(start: start, end: end, middle: start < end && end <= line.count ? middle(line, start, end) : nil)
  }

  /// How many code points some bytes are; a place behind the line's end is one more than all.
  private func characters(_ line: [UInt32], _ bytes: ArraySlice<UInt8>, _ column: Int) -> Int {
    column > bytes.count ? line.count + 1 : SourceLine.characters(line, bytes: column)
  }

  /// Where in an expression its operator is, or its subscript with the brackets.
  private func middle(_ line: [UInt32], _ start: Int, _ end: Int) -> Range<Int>? {
    let segment = SourceLine.utf8(line[start..<end])
    guard let outline = t.box.compiler?.outline(of: segment), outline.statementCount == 1 else { return nil }
    let range: Range<Int>?
    switch outline.expression {
    case .binary(let left, let right)?: range = operatorRange(segment, left.column, right.column)
    case .subscript(let value, let slice, _)?: range = subscriptRange(segment, value.column, slice.column + 1)
    default: range = nil
    }
    guard let range else { return nil }
    let points = Array(line[start..<end])
    return start + characters(points, segment[...], range.lowerBound)..<start + characters(points, segment[...], range.upperBound)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 12 }

  private func operatorRange(_ segment: [UInt8], _ left: Int, _ right: Int) -> Range<Int>? {
    var range: Range<Int>?
    for index in left..<max(min(right, segment.count), left) where !isBlank(segment[index]) {
      let hasNext = index + 1 < right
      range = index..<index + (hasNext && !isBlank(segment[index + 1]) ? 2 : 1)
      if !hasNext || segment[index] != UInt8(ascii: ")") { break }
    }
    return range
  }

  private func subscriptRange(_ segment: [UInt8], _ value: Int, _ slice: Int) -> Range<Int>? {
    var left = value
    while left < segment.count, segment[left] != UInt8(ascii: "[") { left += 1 }
    var right = slice
    while right < segment.count, segment[right] != UInt8(ascii: "]") { right += 1 }
    if right < segment.count { right += 1 }
    return left..<max(left, right)
  }
}
