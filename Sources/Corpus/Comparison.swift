/// Two runs over a corpus side by side.
public struct Comparison: Sendable {
  /// A program that both ran, with both results.
  public typealias Pair = (before: RunResult, after: RunResult)

  /// Passed before, and fails now (or is a known difference now).
  public let worse: [Pair]
  /// Did not pass before, and passes now.
  public let better: [Pair]
  /// Failed in both, for another reason or with another difference.
  public let changed: [Pair]
  public let new: [RunResult]
  public let gone: [RunResult]
  /// Passed in both.
  public let same: [Pair]

  public init(_ before: RunReport, _ after: RunReport) {
    let old = Dictionary(before.runs.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(after.runs.map(\.name))
    let pairs = after.runs.compactMap { run in old[run.name].map { (before: $0, after: run) } }
    worse = pairs.filter { $0.before.verdict == .passed && $0.after.verdict != .passed }
    better = pairs.filter { $0.before.verdict != .passed && $0.after.verdict == .passed }
    same = pairs.filter { $0.before.verdict == .passed && $0.after.verdict == .passed }
    changed = pairs.filter { pair in
      guard pair.before.verdict != .passed, pair.after.verdict != .passed else { return false }
      return (pair.before.verdict, pair.before.message) != (pair.after.verdict, pair.after.message) || pair.before.difference != pair.after.difference
    }
    new = after.runs.filter { old[$0.name] == nil }
    gone = before.runs.filter { !names.contains($0.name) }
  }

  /// Time of the second run as a multiple of that of the first, over the programs that passed in both; nil if there are none.
  public var timeRatio: Double? {
    let first = same.reduce(0) { $0 + $1.before.seconds }
    return first > 0 ? same.reduce(0) { $0 + $1.after.seconds } / first : nil
  }

  /// Differences of times below this many seconds say nothing about a process that takes some milliseconds.
  private static let shortest = 0.05

  /// Programs that passed in both and whose time changed by more than a fifth and 0.05 s, the greatest change first.
  var timed: [(pair: Pair, ratio: Double)] {
    same.filter { abs($0.after.seconds - $0.before.seconds) > Comparison.shortest && min($0.before.seconds, $0.after.seconds) > 0 }
      .map { ($0, $0.after.seconds / $0.before.seconds) }
      .filter { max($0.ratio, 1 / $0.ratio) > 1.2 }
      .sorted { max($0.ratio, 1 / $0.ratio) > max($1.ratio, 1 / $1.ratio) }
  }

  /// The comparison for people.
  public var text: String {
    var lines: [String] = []
    lines += worse.map { "worse    \($0.after.name): \($0.after.message)" }
    lines += changed.map { "changed  \($0.after.name): \($0.before.message) -> \($0.after.message)" }
    lines += better.map { "better   \($0.after.name): \($0.before.message)" }
    lines += new.map { "new      \($0.name): \($0.verdict)" }
    lines += gone.map { "gone     \($0.name): \($0.verdict)" }
    for (pair, ratio) in timed {
      lines.append("time     \(pair.after.name): \(decimal(pair.before.seconds)) s -> \(decimal(pair.after.seconds)) s, x \(Comparison.rounded(ratio))")
    }
    var total = "\(worse.count) worse, \(better.count) better, \(changed.count) changed, \(new.count) new, \(gone.count) gone, \(same.count) passed in both"
    if let ratio = timeRatio { total += "; time x \(Comparison.rounded(ratio))" }
    return (lines + [total]).joined(separator: "\n") + "\n"
  }

  private static func rounded(_ ratio: Double) -> String { decimal((ratio * 100).rounded() / 100) }
}
