import Bytecode

/// How a program of the corpus is run, and what a real CPython printed when it ran it: lines `key: value`.
///
/// | key | value |
/// |---|---|
/// | arg | an argument of the program; one line for each |
/// | path | a folder of PYTHONPATH, relative to the folder of the bytecode; one line for each |
/// | module | `NAME VERSIONS`: a module that is not of the program's version (`ModuleVersions`) |
/// | exit | the exit status; always present |
/// | out, err | a line of standard output or standard error with its newline |
///
/// "out." and "err." instead of "out:" and "err:" mark a last line that lacks its newline.
public struct Expectation: Equatable, Sendable {
  public var arguments: [String] = []
  public var path: [String] = []
  public var modules: [ModuleVersions] = []
  public var status: Int32 = 0
  public var output: [UInt8] = []
  public var errors: [UInt8] = []

  /// A line that cannot be understood.
  public struct Malformed: Error, Equatable {
    /// Counted from 1; one more than the number of lines if `exit` is missing.
    public var line: Int
    public var reason: String
  }

  public init() {}

  /// Reads lines.
  public init(parsing text: String) throws(Malformed) {
    try self.init(lines: Corpus.lines(of: Array(text.utf8)))
  }

  init(lines: [Line]) throws(Malformed) {
    var sawExit = false
    for (index, line) in lines.enumerated() {
      if try read(line, index + 1) == "exit" { sawExit = true }
    }
    guard sawExit else { throw Malformed(line: lines.count + 1, reason: "exit is missing") }
  }

  /// Reads a line; returns its key.
  private mutating func read(_ line: Line, _ number: Int) throws(Malformed) -> String {
    guard let end = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
      throw Malformed(line: number, reason: "no key")
    }
    let newline = line[end] == UInt8(ascii: ":") ? [UInt8(ascii: "\n")] : []
    var value = line[(end + 1)...]
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    let key = text(line[..<end])
    switch key {
    case "arg": arguments.append(text(value))
    case "path": path.append(text(value))
    case "module":
      guard let module = ModuleVersions(text(value)) else { throw Malformed(line: number, reason: "module is no name with versions") }
      modules.append(module)
    case "exit":
      guard let status = Int32(text(value)) else { throw Malformed(line: number, reason: "exit is no number") }
      self.status = status
    case "out": output += value + newline
    case "err": errors += value + newline
    default: throw Malformed(line: number, reason: "unknown key \(key)")
    }
    return key
  }

  /// The lines that `init` reads.
  var lines: [Line] {
    let settings = arguments.map { ("arg", $0) } + path.map { ("path", $0) } + modules.map { ("module", "\($0)") } + [("exit", "\(status)")]
    return settings.map { Array("\($0): \($1)".utf8) } + Expectation.lines("out", output) + Expectation.lines("err", errors)
  }

  private static func lines(_ key: String, _ stream: [UInt8]) -> [Line] {
    var lines = Corpus.lines(of: stream).map { Array((key + ($0.isEmpty ? ":" : ": ")).utf8) + $0 }
    if let last = stream.last, last != UInt8(ascii: "\n") { lines[lines.count - 1][key.utf8.count] = UInt8(ascii: ".") }
    return lines
  }

  /// What is expected if the program does what `outcome` says.
  func changed(to outcome: Outcome) -> Expectation {
    var copy = self
    (copy.status, copy.output, copy.errors) = (outcome.status, outcome.output, outcome.errors)
    return copy
  }

  /// How many bytes of a stream are looked at for a diff.
  private static let diffedBytes = 1 << 20

  private var shortened: Expectation {
    var copy = self
    copy.output = Array(output.prefix(Expectation.diffedBytes))
    copy.errors = Array(errors.prefix(Expectation.diffedBytes))
    return copy
  }

  /// A unified diff between what is expected and what came, as lines of a file; of a long stream only the first MiB.
  func diff(to actual: Expectation) -> String { unifiedDiff(shortened.lines, actual.shortened.lines, "expected", "actual") }

  /// What `outcome` has otherwise than expected, for people: a reason that stands for itself if the program was killed, and a unified
  /// diff. Nil if it is as expected.
  public func difference(from outcome: Outcome) -> String? {
    if outcome.ending == .exited && outcome.status == status && outcome.output == output && outcome.errors == errors { return nil }
    return [outcome.killer, diff(to: changed(to: outcome))].compactMap { $0 }.joined(separator: "\n")
  }
}

/// A module that a program imports in the bytecode of other versions than its own: `NAME VERSIONS`. The program is run once with each of
/// the versions; the module lies in the topic's folder `modules/NAME`.
public struct ModuleVersions: Equatable, Sendable, CustomStringConvertible {
  public var name: String
  public var versions: VersionSet

  public init?(_ text: some StringProtocol) {
    let text = text.withoutSpaces
    guard let space = text.firstIndex(of: " "), let versions = VersionSet(text[space...].withoutSpaces) else { return nil }
    name = String(text[..<space])
    self.versions = versions
  }

  public var description: String { "\(name) \(versions)" }
}
