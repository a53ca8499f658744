import Bytecode
import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows how a run over a corpus goes: on a terminal a table that is kept up to date, else lines; what failed as soon as it is known.
struct CorpusProgress {
  /// What is known of a topic in a version.
  private struct Cell {
    var total = 0
    var done = 0
    var failed = 0
    var known = 0
  }

  private let topics: [String]
  private let versions: [PythonVersion]
  private var cells: [String: [PythonVersion: Cell]] = [:]
  private let total: Int
  private let isTerminal: Bool
  private let isVerbose: Bool
  private var done = 0
  private var shownLines = 0
  private var lastShown = now()
  private let started = now()

  init(_ programs: [CorpusProgram], isVerbose: Bool) {
    topics = Set(programs.map(\.topic)).sorted()
    versions = Set(programs.map(\.version)).sorted()
    for program in programs { cells[program.topic, default: [:]][program.version, default: Cell()].total += 1 }
    total = programs.count
    isTerminal = isatty(STDOUT_FILENO) == 1
    self.isVerbose = isVerbose
  }

  mutating func add(_ result: RunResult) {
    done += 1
    let topic = String(result.program.prefix { $0 != "/" })
    cells[topic]?[result.version]?.done += 1
    if result.verdict == .failed { cells[topic]?[result.version]?.failed += 1 }
    if result.verdict == .known { cells[topic]?[result.version]?.known += 1 }
    var text = ""
    if result.verdict == .failed {
      text = "FAIL \(result.name): \(result.message)\n" + (result.difference.isEmpty ? "" : result.difference + "\n")
    } else if isVerbose {
      text = "\(result.verdict == .known ? "known" : "ok  ") \(result.name)\n"
    }
    if isTerminal {
      if !text.isEmpty || now() - lastShown > 0.1 { show(text) }
    } else {
      // A tenth of the way is worth a line, so that somebody who reads a log sees that it goes on.
      if !isVerbose && total >= 100 && done * 10 / total != (done - 1) * 10 / total { text += "\(done) of \(total)\n" }
      put(text)
    }
  }

  /// Shows the table for good, and the totals.
  mutating func end() {
    if isTerminal { show("") }
    var sum = Cell()
    for cell in cells.values.flatMap(\.values) {
      sum.failed += cell.failed
      sum.known += cell.known
    }
    let table = isTerminal && shownLines > 1 ? [] : table()
    let seconds = ((now() - started) * 10).rounded() / 10
    let known = sum.known == 0 ? "" : ", \(sum.known) known to differ"
    put((table + ["\(total) runs: \(done - sum.failed - sum.known) passed, \(sum.failed) failed\(known), in \(seconds) s"]).map { $0 + "\n" }.joined())
  }

  /// Replaces the table on the terminal by a text and the table behind it.
  private mutating func show(_ text: String) {
    var lines = table()
    var size = winsize()
    let rows = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_row) : 24
    let columns = size.ws_col == 0 ? 80 : Int(size.ws_col)
    // A table that does not fit cannot be written over.
    if lines.count >= rows || (lines.map(\.count).max() ?? 0) >= columns { lines = ["\(done) of \(total)"] }
    let back = shownLines == 0 ? "" : "\u{1B}[\(shownLines)A\u{1B}[J"
    put(back + text + lines.map { $0 + "\n" }.joined())
    shownLines = lines.count
    lastShown = now()
  }

  /// A row for each topic, a column for each version: what passed so far of all, and what did not.
  private func table() -> [String] {
    if total == 0 { return [] }
    let rows = [[""] + versions.map { "\($0)" }] + topics.map { topic in [topic] + versions.map { CorpusProgress.text(cells[topic]?[$0]) } }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ")
    }
  }

  private static func text(_ cell: Cell?) -> String {
    guard let cell else { return "-" }
    var text = cell.done == cell.total ? "\(cell.total)" : "\(cell.done)/\(cell.total)"
    if cell.known > 0 { text += " ~\(cell.known)" }
    if cell.failed > 0 { text += " !\(cell.failed)" }
    return text
  }

  private func put(_ text: String) { writeToStandardOutput(Array(text.utf8)) }
}

/// Seconds of a clock that never goes back.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
