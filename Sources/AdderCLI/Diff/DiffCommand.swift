import ArgumentParser
import Bytecode
import SpecModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder diff`: what changed between the bytecode of two files.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares the bytecode of .pyc files, of one version or of two.",
    discussion: """
      Sources are compiled first: for the newest version, and with --versions for both. Compares two files, or with --versions the files of two Python versions: code objects of the same qualified name are aligned instruction by \
      instruction. A mark tells what changed: ~ an instruction that is called otherwise or has another operand, - one that only the old file has, \
      + one that only the new file has. Jumps are equal if they lead to instructions that are aligned. Numbers of opcodes, constants, names and variables, \
      offsets, lines and inline caches do not count.

      With --versions A,B each module, by the name of its file without .pyc and .cpython-XY, is compared with itself: the given file whose header \
      says A with that whose header says B. What is not given is looked for beside what is: as NAME.cpython-XY.pyc there and in __pycache__, and as \
      ../VERSION/NAME.pyc.

      The exit status is 0 if nothing differs, 1 if something does, 2 for bad usage or if a file cannot be read.
      """)

  @Option(help: ArgumentHelp("The two Python versions to compare.", valueName: "A,B"))
  var versions: String?

  @Option(help: "Only the code objects with this qualified name.")
  var function: String?

  @Option(help: "auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = When.auto

  @Flag(help: "Show both sides beside each other, as is done on terminals of \(DiffCommand.wide) columns and more.")
  var sideBySide = false

  @Flag(help: "Show both sides below each other, as is done elsewhere.")
  var unified = false

  @Option(help: "The width of the text in columns.")
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Show this many equal instructions around what differs (default: 3; all if one code object is compared, and on pages).", valueName: "N"))
  var context: Int?

  @Option(help: ArgumentHelp("Write a page for a browser in place of text; - for standard output.", valueName: "out"))
  var html: String?

  @Flag(help: "Write JSON in place of text.")
  var json = false

  @Argument(help: "Sources and .pyc files.")
  var files: [String]

  /// The narrowest terminal with both sides beside each other.
  private static let wide = 140

  func validate() throws {
    if versions != nil { _ = try wanted() } else if files.count != 2 {
      throw ValidationError("give two files, or --versions A,B and one file or more")
    }
    if sideBySide && unified { throw ValidationError("--side-by-side and --unified exclude each other") }
    if json && html != nil { throw ValidationError("--json and --html exclude each other") }
    if let width, width < TerminalText.narrowest { throw ValidationError("--width must be at least \(TerminalText.narrowest)") }
    if let context, context < 0 { throw ValidationError("--context must not be negative") }
  }

  /// The versions that are asked for, if there are any.
  private func wanted() throws -> (PythonVersion, PythonVersion)? {
    guard let versions else { return nil }
    let words = versions.split(separator: ",", omittingEmptySubsequences: false)
    guard words.count == 2 else { throw ValidationError("--versions takes two versions with a comma between them") }
    let pair = try words.map { word in
      if let version = PythonVersion(word), InstructionSet.of(version) != nil { return version }
      let known = InstructionSet.versions.map(\.description).joined(separator: ", ")
      throw ValidationError("unknown Python version \(word); known: \(known)")
    }
    guard pair[0] != pair[1] else { throw ValidationError("--versions takes two different versions") }
    return (pair[0], pair[1])
  }

  func run() throws {
    let reports = try self.reports()
    let good = reports.compactMap { $0 }
    if !good.isEmpty { try write(good) }
    if good.count < reports.count { throw ExitCode(2) }
    if good.contains(where: { !$0.comparison.isEqual }) { throw ExitCode(1) }
  }

  /// The comparisons; nil for each that failed and about which the user was told.
  private func reports() throws -> [DiffReport?] {
    let pairs: [DiffFiles.Pair?]
    if let (old, new) = try wanted() {
      pairs = DiffFiles.pairs(files, old, new)
    } else {
      let read = files.map { DiffFiles.read($0) }
      pairs = [read[0].flatMap { old in read[1].map { DiffFiles.Pair(old: old, new: $0) } }]
    }
    return pairs.map { pair in pair.flatMap(report) }
  }

  private func report(_ pair: DiffFiles.Pair) -> DiffReport? {
    do throws(FileComparison.Problem) {
      let comparison = try FileComparison(pair.old.code, pair.new.code, function: function)
      return DiffReport(oldFile: pair.old, newFile: pair.new, comparison: comparison)
    } catch {
      var hint = ""
      if case .noFunction(let name, let known) = error, let near = nearestName(to: name, among: known) { hint = "; did you mean \(near)?" }
      complain("\(pair.old.path), \(pair.new.path): \(error)\(hint)")
      return nil
    }
  }

  private func write(_ reports: [DiffReport]) throws {
    if json { return writeToStandardOutput(DiffJSON.text(reports)) }
    if let html {
      let page = DiffPage(reports, context: context).bytes
      guard html != "-" else { return writeToStandardOutput(page) }
      guard writeFileOrComplain(page, html) else { throw ExitCode(2) }
      for report in reports { writeToStandardOutput(Array((DiffText.printable(html) + ": " + report.summary.joined(separator: "; ") + "\n").utf8)) }
      return
    }
    let columns = width ?? TerminalText.width
    let beside = sideBySide || (!unified && TerminalText.isTerminal && (columns ?? 0) >= Self.wide)
    var text = DiffText(isColored: color.holds, context: context)
    text.width = columns
    text.sideWidth = beside ? (columns ?? Self.wide) : nil
    writeToStandardOutput(Array(reports.map { text.text(of: $0) }.joined(separator: "\n").utf8))
  }
}

/// Two files and how they compare.
struct DiffReport {
  let oldFile: DiffFiles.File
  let newFile: DiffFiles.File
  let comparison: FileComparison

  /// How much of each kind there is, in a line for code objects and one for instructions.
  var summary: [String] {
    func line(_ things: String, _ count: (CodeComparison.Change) -> Int, _ words: [CodeComparison.Change: String]) -> String {
      let counts = CodeComparison.Change.allCases.map { ($0, count($0)) }
      let total = counts.reduce(0) { $0 + $1.1 }
      let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \(words[$0.0] ?? $0.0.rawValue)" }
      return "\(total) \(things)\(total == 1 ? "" : "s"): " + (parts.isEmpty ? "none" : parts.joined(separator: ", "))
    }
    return [
      line("code object", comparison.functionCount, [.removed: "only in the old file", .added: "only in the new file"]),
      line("instruction", comparison.rowCount, [:]),
    ]
  }
}

extension FileComparison.Function {
  /// Where it begins in the source.
  var lineText: String {
    let lines = [old?.firstLine, new?.firstLine].compactMap { $0 }
    return lines.count == 2 && lines[0] != lines[1] ? "line \(lines[0]) -> \(lines[1])" : "line \(lines.first ?? 0)"
  }

  /// Which rows are to be shown: those within `context` rows of a difference, all if it is nil.
  func shownRows(context: Int?) -> [Bool] {
    let rows = comparison.rows
    guard let context else { return [Bool](repeating: true, count: rows.count) }
    var shown = [Bool](repeating: false, count: rows.count)
    var distance = Int.max
    for index in rows.indices {
      distance = rows[index].change == .equal ? (distance == .max ? .max : distance + 1) : 0
      if distance <= context { shown[index] = true }
    }
    distance = .max
    for index in rows.indices.reversed() {
      distance = rows[index].change == .equal ? (distance == .max ? .max : distance + 1) : 0
      if distance <= context { shown[index] = true }
    }
    return shown
  }
}
