import Bytecode

/// The lines in which a code object is shown: its instructions in order, the source lines that they come from above them, and remarks where
/// what handles exceptions changes.
package struct ExplanationLines {
  package enum Line: Hashable {
    /// A line of the source, by its number.
    case source(Int)
    case remark(String)
    /// A row of the listing.
    case row(Int)
    /// Stands beside lines of another version.
    case blank
  }

  package let code: CodeExplanation
  package fileprivate(set) var lines: [Line] = []

  package init(_ code: CodeExplanation) {
    self.code = code
    var (line, handler): (Int?, Int?) = (nil, nil)
    for (index, row) in code.listing.rows.enumerated() {
      if let number = row.position.line, number != line, number > 0 {
        lines.append(.source(number))
        line = number
      }
      // Of what is not reached nothing is known.
      if row.instruction.mayRaise, code.rows[index].before != nil, code.rows[index].handler != handler {
        handler = code.rows[index].handler
        lines.append(.remark(remark(handler)))
      }
      lines.append(.row(index))
    }
  }

  private func remark(_ handler: Int?) -> String {
    guard let handler else { return "exceptions leave the function" }
    return "exceptions go to \(code.listing.rows[handler].offset)"
  }

  // MARK: Versions side by side

  /// Brings the lines of several versions to the same places: pieces that come from the same source lines in the same order stand beside
  /// each other.
  package static func align(_ sheets: inout [ExplanationLines]) {
    guard sheets.count > 1 else { return }
    for index in 1..<sheets.count {
      let (first, rest) = sheets[...].aligned(index)
      for (number, lines) in first.enumerated() { sheets[number].lines = lines }
      sheets[index].lines = rest
    }
  }

  /// The lines in pieces, each begun by a source line.
  fileprivate static func pieces(_ lines: [Line]) -> [[Line]] {
    var pieces: [[Line]] = [[]]
    for line in lines {
      if case .source = line { pieces.append([]) }
      pieces[pieces.count - 1].append(line)
    }
    return pieces
  }

  fileprivate static func source(_ piece: [Line]) -> Int {
    for case .source(let number) in piece { return number }
    return -1
  }
}

extension ArraySlice<ExplanationLines> {
  /// The first sheets, which are aligned already, and the one behind them, aligned.
  fileprivate func aligned(_ count: Int) -> ([[ExplanationLines.Line]], [ExplanationLines.Line]) {
    // Where one of the first has a source line, a piece of all of them begins.
    let height = self[0].lines.count
    var cuts = [0]
    for place in 0..<height {
      for sheet in prefix(count) { if case .source = sheet.lines[place], cuts.last != place { cuts.append(place) } }
    }
    let spans = cuts.indices.map { cuts[$0]..<($0 + 1 < cuts.count ? cuts[$0 + 1] : height) }.filter { !$0.isEmpty }
    let keys = spans.map { span in prefix(count).map { ExplanationLines.source(Array($0.lines[span])) }.max() ?? -1 }
    let pieces = ExplanationLines.pieces(self[count].lines).filter { !$0.isEmpty }
    var pairing = SequencePairing(keys, pieces.map(ExplanationLines.source))
    var first = [[ExplanationLines.Line]](repeating: [], count: count)
    var last: [ExplanationLines.Line] = []
    while let (left, right) = pairing.next() {
      let span = left.map { spans[$0] } ?? 0..<0
      let piece = right.map { pieces[$0] } ?? []
      let size = Swift.max(span.count, piece.count)
      for number in 0..<count {
        first[number] += self[number].lines[span] + [ExplanationLines.Line](repeating: .blank, count: size - span.count)
      }
      last += piece + [ExplanationLines.Line](repeating: .blank, count: size - piece.count)
    }
    return (first, last)
  }
}

/// Pairs equal elements of two sequences, in order; what has no partner comes alone.
private struct SequencePairing {
  private let removed: Set<Int>
  private let inserted: Set<Int>
  private var left = 0
  private var right = 0
  private let counts: (Int, Int)

  init(_ old: [Int], _ new: [Int]) {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    (self.removed, self.inserted) = (removed, inserted)
    counts = (old.count, new.count)
  }

  mutating func next() -> (Int?, Int?)? {
    if left < counts.0, removed.contains(left) {
      left += 1
      return (left - 1, nil)
    }
    if right < counts.1, inserted.contains(right) {
      right += 1
      return (nil, right - 1)
    }
    guard left < counts.0, right < counts.1 else { return nil }
    (left, right) = (left + 1, right + 1)
    return (left - 1, right - 1)
  }
}
