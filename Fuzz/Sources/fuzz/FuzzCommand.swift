import Bytecode
import Foundation

/// The command line of the fuzzer.
struct FuzzCommand {
  private var arguments: [String]
  private var failures = "Tests/FailCases"
  private var adder: String?
  private var first = 0
  private var version: String?

  init(_ arguments: [String]) {
    self.arguments = arguments
    failures = option("--failures") ?? failures
    adder = option("--adder")
    version = option("--version")
    first = option("--first").flatMap { Int($0) } ?? 0
  }

  /// Takes an option and its value out of the arguments.
  private mutating func option(_ name: String) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(place...place + 1) }
    return arguments[place + 1]
  }

  /// Returns the exit status.
  func run() throws -> Int32 {
    guard arguments.count >= 4, ["check", "run", "worker"].contains(arguments[0]), let count = Int(arguments[2]) else {
      return FuzzCommand.complain("usage: fuzz check|run CORPUS COUNT SEED... [--version X.Y] [--adder PATH] [--first N] [--failures DIR]")
    }
    let files = FuzzCommand.loadCorpus(arguments[1]).filter(isWanted)
    guard !files.isEmpty else {
      return FuzzCommand.complain("\(arguments[1]): no .pyc files" + (version.map { " of Python \($0)" } ?? ""))
    }
    let mutator = Mutator(files: files)
    if arguments[0] == "worker" { return work(mutator) }
    var failed = 0
    for text in arguments[3...] {
      guard let seed = UInt64(text) else { return FuzzCommand.complain("a seed must be a number") }
      let campaign = Campaign(
        corpus: arguments[1], version: version, mutator: mutator, seed: seed, failures: URL(fileURLWithPath: failures))
      let number: Int
      if arguments[0] == "check" {
        number = try campaign.check(count: count)
      } else {
        guard let adder else { return FuzzCommand.complain("run needs --adder") }
        number = try campaign.run(count: count, first: first, adder: adder)
      }
      FuzzCommand.say((version.map { "Python \($0): " } ?? "") + "seed \(seed): \(arguments[0]): \(count) mutants, \(number) failures")
      failed += number
    }
    return failed == 0 ? 0 : 1
  }

  /// Whether a file is of the version that was asked for.
  private func isWanted(_ file: [UInt8]) -> Bool {
    guard let version else { return true }
    return (try? PycFile(reading: file)).map { "\($0.code.version)" == version } ?? false
  }

  /// `worker CORPUS LAST SEED FIRST PROGRESS-FILE`, as a campaign starts it.
  private func work(_ mutator: Mutator) -> Int32 {
    guard arguments.count == 6, let last = Int(arguments[2]), let seed = UInt64(arguments[3]),
      let first = Int(arguments[4]), FileManager.default.createFile(atPath: arguments[5], contents: nil),
      let progress = FileHandle(forWritingAtPath: arguments[5])
    else { return FuzzCommand.complain("malformed arguments of a worker") }
    Worker(mutator: mutator, seed: seed).run(first: first, last: last, progress: progress)
    return 0
  }

  private static func loadCorpus(_ folder: String) -> [[UInt8]] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".pyc") }.sorted().compactMap {
      FileManager.default.contents(atPath: "\(folder)/\($0)").map(Array.init)
    }
  }

  private static func complain(_ message: String) -> Int32 {
    FileHandle.standardError.write(Data("fuzz: \(message)\n".utf8))
    return 2
  }

  /// Prints a line at once, so that a crash loses none.
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
