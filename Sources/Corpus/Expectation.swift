/// How a corpus program is run and what a real CPython printed when it ran it: the content of a `.expected` file, a list of
/// lines `key: value` (Tests/Support/make_corpus.py writes them).
public struct Expectation: Equatable, Sendable {
  /// Command-line arguments of the program.
  public var arguments: [String] = []
  /// PYTHONPATH, relative to the folder of the bytecode.
  public var path: [String] = []
  public var status: Int32 = 0
  public var output = ""
  public var errors = ""

  /// A line that cannot be understood.
  public struct Malformed: Error, Equatable {
    /// Counted from 1; one more than the number of lines if `exit` is missing.
    public var line: Int
    public var reason: String
  }

  public init() {}

  /// Reads the lines of a `.expected` file.
  ///
  /// Keys are `arg`, `path`, `exit` (required), `out` and `err`; "out." and "err." instead of "out:" and "err:" mark a last line
  /// that lacks its newline.
  public init(parsing text: String) throws(Malformed) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var sawExit = false
    for (index, line) in lines.enumerated() {
      guard let end = line.firstIndex(where: { $0 == ":" || $0 == "." }) else {
        throw Malformed(line: index + 1, reason: "no key")
      }
      let isWhole = line[end] == ":"
      var value = line[line.index(after: end)...]
      if value.first == " " { value.removeFirst() }
      switch line[..<end] {
      case "arg": arguments.append(String(value))
      case "path": path.append(String(value))
      case "exit":
        guard let number = Int32(value) else { throw Malformed(line: index + 1, reason: "exit is no number") }
        status = number
        sawExit = true
      case "out": output += value + (isWhole ? "\n" : "")
      case "err": errors += value + (isWhole ? "\n" : "")
      default: throw Malformed(line: index + 1, reason: "unknown key \(line[..<end])")
      }
    }
    guard sawExit else { throw Malformed(line: lines.count + 1, reason: "exit is missing") }
  }

  /// What `outcome` has otherwise than expected, for people, or nil if it is as expected.
  public func difference(from outcome: Outcome) -> String? {
    var found: [String] = []
    if outcome.timedOut { found.append("ran out of time") }
    if outcome.status != status {
      found.append(outcome.status < 0 ? "died of signal \(-outcome.status) instead of exit \(status)" : "exit \(outcome.status) instead of \(status)")
    }
    if let place = firstDifference(output, outcome.output) { found.append("standard output " + place) }
    if let place = firstDifference(errors, outcome.errors) { found.append("standard error " + place) }
    return found.isEmpty ? nil : found.joined(separator: "\n")
  }

  private func firstDifference(_ expected: String, _ actual: String) -> String? {
    guard expected != actual else { return nil }
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
    let show = { (lines: [Substring]) in line < lines.count ? String(lines[line].prefix(400)) : "(the end)" }
    return "line \(line + 1):\n  expected: \(show(left))\n  actual:   \(show(right))"
  }
}
