/// What the alignment of two sequences knows of an element. Keys are numbers that are the same for what is the same.
struct AlignmentItem: Sendable {
  /// Elements with the same key are equal.
  var exact: Int32
  /// Elements with the same key do the same to the same operand, whatever they are called.
  var rough: Int32
  /// The name, and the first word of it.
  var name: Int32
  var word: Int32
  /// Elements with the same key do things of one kind.
  var kind: Int32
  /// Where the element is in the source; `AlignmentItem.nowhere` if that is not known.
  var place: Int32

  static let nowhere = Int32.min

  init(exact: Int32, rough: Int32, name: Int32, word: Int32, kind: Int32, place: Int32) {
    self.exact = exact
    self.rough = rough
    self.name = name
    self.word = word
    self.kind = kind
    self.place = place
  }

  /// How well two elements go together; 0 if they should not be paired.
  @inline(__always)
  func score(_ other: AlignmentItem) -> Int32 {
    let samePlace = place == other.place && place != AlignmentItem.nowhere
    let bonus: Int32 = (samePlace ? 3 : 0) + (word == other.word ? 1 : 0)
    if exact == other.exact { return 16 + bonus }
    if name == other.name || rough == other.rough { return 8 + bonus }
    return kind == other.kind ? 1 + bonus : 0
  }
}

/// Aligns two sequences: pairs elements, in order on both sides, so that the sum of the pairs' scores is as large as possible.
///
/// Short sequences are aligned exactly, by dynamic programming (Needleman and Wunsch, with gaps that cost nothing). Long ones are first
/// divided at runs of elements that occur once on both sides, the longest runs first (the idea of patience diff); what is then still too long
/// for the exact way is aligned within a band around its diagonal. Where there is little that occurs once, a band around the diagonal of
/// the whole may do better, so that is tried too. Time and memory are linear in the length, but for the pieces that are aligned exactly, whose
/// size is bounded.
struct SequenceAligner {
  private let old: [AlignmentItem]
  private let new: [AlignmentItem]
  /// The partner of each old element, -1 for none.
  private var partners: [Int32]

  /// The largest table of the exact way, in cells: for the whole, and for a piece between anchors.
  private static let wholeLimit = 1 << 20
  private static let pieceLimit = 1 << 18
  /// Half the width of a band, and the largest number of cells from which it becomes narrower.
  private static let band = 128
  private static let bandCells = 64 << 20
  /// The lengths of the runs at which long sequences are divided.
  private static let runLengths = [24, 8, 3, 1]

  /// The partner of each element of `old` in `new`, nil for none.
  static func align(_ old: [AlignmentItem], _ new: [AlignmentItem]) -> [Int?] {
    var aligner = SequenceAligner(old: old, new: new, partners: [Int32](repeating: -1, count: old.count))
    aligner.alignTable(0..<old.count, 0..<new.count)
    if old.count * new.count > wholeLimit {
      var divided = SequenceAligner(old: old, new: new, partners: [Int32](repeating: -1, count: old.count))
      divided.align(0..<old.count, 0..<new.count, level: 0)
      if divided.score >= aligner.score { aligner = divided }
    }
    return aligner.partners.map { $0 < 0 ? nil : Int($0) }
  }

  /// The sum of the scores of all pairs.
  private var score: Int {
    var sum = 0
    for (index, partner) in partners.enumerated() where partner >= 0 { sum += Int(old[index].score(new[Int(partner)])) }
    return sum
  }

  // MARK: Division

  private mutating func align(_ oldRange: Range<Int>, _ newRange: Range<Int>, level: Int) {
    var (oldRange, newRange) = (oldRange, newRange)
    while let first = oldRange.first, let other = newRange.first, old[first].exact == new[other].exact {
      partners[first] = Int32(other)
      oldRange = first + 1..<oldRange.upperBound
      newRange = other + 1..<newRange.upperBound
    }
    while let last = oldRange.last, let other = newRange.last, old[last].exact == new[other].exact {
      partners[last] = Int32(other)
      oldRange = oldRange.lowerBound..<last
      newRange = newRange.lowerBound..<other
    }
    guard !oldRange.isEmpty, !newRange.isEmpty else { return }
    if oldRange.count * newRange.count <= SequenceAligner.pieceLimit || level == SequenceAligner.runLengths.count {
      return alignTable(oldRange, newRange)
    }
    let anchors = anchors(oldRange, newRange, run: SequenceAligner.runLengths[level])
    var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
    for anchor in anchors {
      align(oldStart..<anchor.old, newStart..<anchor.new, level: level + 1)
      partners[anchor.old] = Int32(anchor.new)
      (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
    }
    align(oldStart..<oldRange.upperBound, newStart..<newRange.upperBound, level: level + 1)
  }

  private struct Anchor {
    let old: Int
    let new: Int
  }

  /// Where a run of elements that do the same begins which occurs once in each range; only such as follow one another on both sides.
  private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>, run: Int) -> [Anchor] {
    let oldRuns = uniqueRuns(old, oldRange, run)
    let newRuns = uniqueRuns(new, newRange, run)
    var found: [Anchor] = []
    for (hash, start) in oldRuns {
      guard let other = newRuns[hash], (0..<run).allSatisfy({ old[start + $0].rough == new[other + $0].rough }) else { continue }
      found.append(Anchor(old: start, new: other))
    }
    found.sort { $0.old < $1.old }
    return SequenceAligner.longestIncreasing(found)
  }

  /// The starts of the runs of a length that occur once, by their hashes.
  private func uniqueRuns(_ items: [AlignmentItem], _ range: Range<Int>, _ run: Int) -> [UInt64: Int] {
    guard range.count >= run else { return [:] }
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var power: UInt64 = 1
    for _ in 1..<run { power &*= factor }
    var starts: [UInt64: Int] = [:]
    var hash: UInt64 = 0
    for index in range {
      let first = index - run + 1
      if first > range.lowerBound { hash &-= UInt64(UInt32(bitPattern: items[first - 1].rough) &+ 1) &* power }
      hash = hash &* factor &+ UInt64(UInt32(bitPattern: items[index].rough) &+ 1)
      guard first >= range.lowerBound else { continue }
      // -1 stands for several.
      if starts.updateValue(first, forKey: hash) != nil { starts[hash] = -1 }
    }
    return starts.filter { $0.value >= 0 }
  }

  /// The longest part of `anchors`, which are in the order of `old`, that is also in the order of `new`.
  private static func longestIncreasing(_ anchors: [Anchor]) -> [Anchor] {
    // The last anchor of the best chain of each length, and what stands before each anchor in its chain.
    var ends: [Int] = []
    var previous: [Int] = []
    for (index, anchor) in anchors.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if anchors[ends[middle]].new < anchor.new { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : -1)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [Anchor] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(anchors[index])
      index = previous[index]
    }
    return chain.reversed()
  }

  // MARK: Dynamic programming

  /// A way to a cell of the table.
  private enum Step {
    static let pair: UInt8 = 0
    static let skipOld: UInt8 = 1
    static let skipNew: UInt8 = 2
  }

  /// The cells of a row that are computed. The centres of the rows lie on the diagonal; a table that is not too large is computed whole.
  private struct Band {
    let rows: Int
    let columns: Int
    let half: Int

    init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
      let isWhole = rows * columns <= SequenceAligner.wholeLimit
      half = isWhole ? columns : min(SequenceAligner.band, max(8, SequenceAligner.bandCells / rows)) + columns / rows
    }

    var width: Int { min(columns, 2 * half + 1) }

    @inline(__always)
    func start(_ row: Int) -> Int { max(0, min(row * columns / rows - half, columns - width)) }
  }

  /// Pairs the elements of two ranges, as far as they go together.
  private mutating func alignTable(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    guard !oldRange.isEmpty, !newRange.isEmpty else { return }
    let band = Band(rows: oldRange.count, columns: newRange.count)
    let steps = steps(oldRange, newRange, band)
    var (row, column) = (oldRange.count - 1, newRange.count - 1)
    while row >= 0 && column >= 0 {
      let inBand = column - band.start(row)
      // Cells beside the band continue those above them.
      let step = inBand >= 0 && inBand < band.width ? steps[row * band.width + inBand] : Step.skipOld
      if step == Step.pair { partners[oldRange.lowerBound + row] = Int32(newRange.lowerBound + column) }
      if step != Step.skipNew { row -= 1 }
      if step != Step.skipOld { column -= 1 }
    }
  }

  /// The best step to each cell of the band. Where several are as good, gaps come last.
  private func steps(_ oldRange: Range<Int>, _ newRange: Range<Int>, _ band: Band) -> [UInt8] {
    // Of the row above; behind each element of `new`, with a border in front.
    var scores = [Int32](repeating: 0, count: newRange.count + 1)
    let width = band.width
    return [UInt8](unsafeUninitializedCapacity: band.rows * width) { steps, count in
      count = band.rows * width
      scores.withUnsafeMutableBufferPointer { scores in
        new.withUnsafeBufferPointer { new in
          for row in 0..<band.rows {
            let item = old[oldRange.lowerBound + row]
            let start = band.start(row)
            var (diagonal, left) = (scores[start], scores[start])
            for column in start..<start + width {
              let up = scores[column + 1]
              var (best, step) = (up, Step.skipOld)
              if left > best { (best, step) = (left, Step.skipNew) }
              let score = item.score(new[newRange.lowerBound + column])
              if score > 0 && diagonal + score > best { (best, step) = (diagonal + score, Step.pair) }
              steps[row * width + column - start] = step
              (diagonal, left) = (up, best)
              scores[column + 1] = best
            }
          }
        }
      }
    }
  }
}
