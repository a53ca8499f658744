import Bytecode
import Runtime

/// A frame's lines of source, and marks below them, as Lib/traceback.py shows them (`StackSummary.format_frame_summary`).
struct ModuleSourceLines {
  /// Ranges of more lines are shown without marks.
  private static let mostLines = 100_000

  /// What runs: lines without their common indentation, and where in them it is, in code points.
  private struct Range {
    var lines: [[UInt32]]
    var start: Int
    var end: Int
    var anchors: CaretAnchors?

    var last: Int { lines.count - 1 }
  }

  let t: Thread
  let source: SourceText
  private let isColoured: Bool

  /// A line with the marks below it.
  private struct MarkedLine {
    let line: [UInt32]
    var carets: [UInt32]?
  }

  init(_ t: Thread, _ source: SourceText, isColoured: Bool = false) {
    self.t = t
    self.source = source
    self.isColoured = isColoured
  }

  func append(_ number: Int, _ position: SourcePosition?, to out: inout TextBuilder) throws(Raised) {
    let lastNumber = position?.endLine ?? number
    guard lastNumber >= number else { return }
    let isShort = lastNumber - number < ModuleSourceLines.mostLines
    let original = (number...(isShort ? lastNumber : number)).map { line(number: $0) }
    if original.allSatisfy({ SourceLine.isBlank($0) }) { return }
    guard isShort, let column = position?.column, let endColumn = position?.endColumn else {
      return try append(SourceLine.stripped(original[0]), to: &out)
    }
    guard let range = range(original, column, endColumn) else { return }
    let shown = shown(range, hasCarets: showsCarets(range))
    var rest = SourceLine.dedented(shown.flatMap { [$0.line] + ($0.carets.map { [$0] } ?? []) })[...]
    for row in shown {
      guard let line = rest.popFirst() else { return }
      guard row.carets != nil, let carets = rest.popFirst() else {
        try append(line, to: &out)
        continue
      }
      try append(line, markedBy: carets, to: &out)
      try append(carets, markedBy: carets, count: max(line.count, carets.count), to: &out)
    }
  }

  /// Appends a line in the colours that the marks below it have.
  private func append(_ line: [UInt32], markedBy carets: [UInt32], count: Int? = nil, to out: inout TextBuilder) throws(Raised) {
    guard isColoured else { return try append(line, to: &out) }
    let count = count ?? max(line.count, carets.count)
    func mark(_ index: Int) -> UInt32 { index < carets.count ? carets[index] : 32 }
    try out.append("    ")
    var start = 0
    while start < count {
      var end = start
      while end < count, mark(end) == mark(start) { end += 1 }
      let part = line[min(start, line.count)..<min(end, line.count)]
      let isMarked = mark(start) != 32
      try out.append(in: mark(start) == char("^") ? ReportColour.place : ReportColour.range, isMarked) { (out) throws(Raised) in
        for point in part { try out.append(codePoint: point) }
      }
      start = end
    }
    try out.append(codePoint: 10)
  }

  private func line(number: Int) -> [UInt32] { SourceLine.strippedAtEnd(SourceLine.codePoints(source.line(number) ?? [])) }

  private func append(_ line: [UInt32], to out: inout TextBuilder) throws(Raised) {
    try out.append("    ")
    for point in line { try out.append(codePoint: point) }
    try out.append(codePoint: 10)
  }

  private func range(_ original: [[UInt32]], _ column: Int, _ endColumn: Int) -> Range? {
    let count = original.count
    let all = SourceLine.split(Array(original.joined(separator: [10])) + [10])
    let lines = Array(SourceLine.split(Array(SourceLine.dedented(original).joined(separator: [10])) + [10]).prefix(count))
    guard all.count >= count, let first = lines.first, let last = lines.last else { return nil }
    let removed = all[0].count - first.count
    let start = max(0, SourceLine.characters(all[0], bytes: column) - removed)
    let end = max(0, SourceLine.characters(all[count - 1], bytes: endColumn) - removed)
    var range = Range(lines: lines, start: start, end: end)
    let joined = Array(lines.joined(separator: [10]))
    let segmentEnd = min(joined.count - (last.count - end), joined.count)
    if start < segmentEnd { range.anchors = CaretAnchors(t, segment: Array(joined[start..<segmentEnd])) }
    return range
  }

  /// Whether there is anything to mark: not if the range is all that the lines have, nor the one call of a statement.
  private func showsCarets(_ range: Range) -> Bool {
    if let outline = t.box.compiler?.outline(of: SourceLine.utf8(range.lines.joined(separator: [10]))) {
      if outline.statementCount == 0 { return false }
      if let call = outline.call, call.start == .init(line: 1, column: range.start),
        call.end == .init(line: range.lines.count, column: range.end)
      {
        return false
      }
    }
    if range.anchors != nil { return true }
    return !SourceLine.isBlank(range.lines[0].prefix(range.start)) || !SourceLine.isBlank(range.lines[range.last].dropFirst(range.end))
  }

  /// The first and the last line and those around the anchors, with marks; what is left out between them is counted.
  private func shown(_ range: Range, hasCarets: Bool) -> [MarkedLine] {
    var wanted: Set<Int> = [0, range.last]
    if let anchors = range.anchors {
      for line in [anchors.leftLine, anchors.rightLine] { wanted.formUnion(line - 1...line + 1) }
    }
    var result: [MarkedLine] = []
    func show(_ index: Int) { result.append(MarkedLine(line: range.lines[index], carets: hasCarets ? carets(range, index) : nil)) }
    var previous: Int?
    for index in wanted.sorted() where range.lines.indices.contains(index) {
      let skipped = previous.map { index - $0 - 1 } ?? 0
      if skipped == 1 { show(index - 1) }
      if skipped > 1 { result.append(MarkedLine(line: "...<\(skipped) lines>...".unicodeScalars.map(\.value))) }
      show(index)
      previous = index
    }
    return result
  }

  /// The line of marks below a line.
  private func carets(_ range: Range, _ index: Int) -> [UInt32] {
    let line = range.lines[index]
    let blanks = line.prefix { UnicodeData.isSpace($0) }.count
    let count = SourceLine.width(line, index == range.last ? range.end : line.count)
    let start = index == 0 ? SourceLine.width(line, range.start) : 0
    let middle = middle(range, index)
    return (0..<count).map { column in
      if column < blanks || column < start { return 32 }
      return middle?.contains(column) == false ? char("~") : char("^")
    }
  }

  /// Which columns of a line are between the anchors; nil if there are none at all.
  private func middle(_ range: Range, _ index: Int) -> Swift.Range<Int>? {
    guard let anchors = range.anchors else { return nil }
    guard index >= anchors.leftLine, index <= anchors.rightLine else { return 0..<0 }
    func column(_ place: Int) -> Int { SourceLine.width(range.lines[index], place + (index == 0 ? range.start : 0)) }
    let left = index == anchors.leftLine ? column(anchors.left) : 0
    let right = index == anchors.rightLine ? column(anchors.right) : .max
    return left..<max(left, right)
  }
}

/// Where in a segment of source its operator is, or the brackets of its subscript or call: lines from 0, columns in code points
/// (CPython: Lib/traceback.py, `_extract_caret_anchors_from_line_segment`).
struct CaretAnchors {
  private(set) var leftLine = 0
  private(set) var left = 0
  private(set) var rightLine = 0
  private(set) var right = 0
  private let lines: [[UInt32]]

  /// - Returns: nil if the segment is no such expression.
  init?(_ t: Thread, segment: [UInt32]) {
    lines = SourceLine.split(segment)
    // In brackets, lines may end anywhere.
    let bracketed = Array("(\n".utf8) + SourceLine.utf8(segment) + Array("\n)".utf8)
    guard let outline = t.box.compiler?.outline(of: bracketed), outline.statementCount == 1, let expression = outline.expression
    else { return nil }
    switch expression {
    case .binary(let left, let right): guard setOperator(left, right) else { return nil }
    case .subscript(let value, _, let end): guard setBrackets(value, end, char("[")) else { return nil }
    case .call(let function, let end): guard setBrackets(function, end, char("(")) else { return nil }
    }
  }

  private typealias Place = (line: Int, column: Int)

  private func place(_ point: SourceOutline.Point) -> Place? {
    let line = point.line - 2
    guard lines.indices.contains(line) else { return nil }
    return (line, SourceLine.characters(lines[line], bytes: point.column))
  }

  /// The first character from a place on.
  private func valid(_ place: Place) -> Place? {
    var place = place
    while place.line < lines.count, place.column >= lines[place.line].count { place = (place.line + 1, 0) }
    return place.line < lines.count ? place : nil
  }

  /// The first character that fits, outside of comments.
  private func search(_ start: SourceOutline.Point, _ fits: (UInt32) -> Bool) -> Place? {
    var next = place(start).flatMap { valid($0) }
    while let place = next {
      let character = lines[place.line][place.column]
      if character == char("\\") || character == char("#") {
        next = valid((place.line + 1, 0))
      } else if fits(character) {
        return place
      } else {
        next = valid((place.line, place.column + 1))
      }
    }
    return nil
  }

  private mutating func setOperator(_ leftEnd: SourceOutline.Point, _ rightStart: SourceOutline.Point) -> Bool {
    guard let found = search(leftEnd, { !UnicodeData.isSpace($0) && $0 != char(")") }), let operand = place(rightStart) else { return false }
    (leftLine, left, rightLine, right) = (found.line, found.column, found.line, found.column + 1)
    let line = lines[found.line]
    if right < line.count, operand.line > found.line || right < operand.column, !UnicodeData.isSpace(line[right]), line[right] != char("\\"),
      line[right] != char("#")
    {
      right += 1
    }
    return true
  }

  private mutating func setBrackets(_ start: SourceOutline.Point, _ end: SourceOutline.Point, _ bracket: UInt32) -> Bool {
    guard let found = search(start, { $0 == bracket }), let last = place(end) else { return false }
    (leftLine, left, rightLine, right) = (found.line, found.column, last.line, last.column)
    return true
  }
}
