import Runtime

/// Lines of sources as code points, and what Python's str methods do with them.
enum SourceLine {
  /// The code points of UTF-8.
  static func codePoints(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  static func utf8(_ points: some Sequence<UInt32>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for point in points { text.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return Array(String(text).utf8)
  }

  /// How many code points the first `offset` bytes of a line are.
  static func characters(_ points: [UInt32], bytes offset: Int) -> Int {
    var left = offset
    var count = 0
    for point in points {
      if left <= 0 { break }
      left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
      count += 1
    }
    return count
  }

  /// Without white space at its end (`str.rstrip`).
  static func strippedAtEnd(_ points: [UInt32]) -> [UInt32] {
    var end = points.count
    while end > 0, UnicodeData.isSpace(points[end - 1]) { end -= 1 }
    return Array(points[..<end])
  }

  /// Without white space at both ends (`str.strip`).
  static func stripped(_ points: [UInt32]) -> [UInt32] { Array(strippedAtEnd(points).drop { UnicodeData.isSpace($0) }) }

  static func isBlank(_ points: some Sequence<UInt32>) -> Bool { points.allSatisfy { UnicodeData.isSpace($0) } }

  /// Splits at every end of line that Python knows (`str.splitlines`); the lines are without their ends.
  static func split(_ points: [UInt32]) -> [[UInt32]] {
    var lines: [[UInt32]] = []
    var start = 0
    var index = 0
    while index < points.count {
      let point = points[index]
      guard UnicodeData.isLineBreak(point) else {
        index += 1
        continue
      }
      lines.append(Array(points[start..<index]))
      index += point == 13 && index + 1 < points.count && points[index + 1] == 10 ? 2 : 1
      start = index
    }
    if start < points.count { lines.append(Array(points[start...])) }
    return lines
  }

  /// Takes away the spaces and tabs that all lines begin with; blank lines become empty (`textwrap.dedent`).
  static func dedented(_ lines: [[UInt32]]) -> [[UInt32]] {
    var margin: ArraySlice<UInt32>?
    for line in lines where !line.allSatisfy({ $0 == 32 || $0 == 9 }) {
      let own = line.prefix { $0 == 32 || $0 == 9 }
      guard let known = margin else {
        margin = own
        continue
      }
      let common = zip(known, own).prefix { $0 == $1 }.count
      margin = known.prefix(common)
    }
    let count = margin?.count ?? 0
    return lines.map { $0.allSatisfy { $0 == 32 || $0 == 9 } ? [] : Array($0.dropFirst(count)) }
  }

  /// How many columns the first `count` code points of a line take on a terminal.
  static func width(_ points: [UInt32], _ count: Int) -> Int {
    if points.allSatisfy({ $0 < 0x80 }) { return count }
    return points.prefix(count).reduce(0) { $0 + (WideCharacters.contains($1) ? 2 : 1) }
  }
}
