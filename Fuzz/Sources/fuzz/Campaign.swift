import Foundation

/// Many mutants in worker processes, and what went wrong with them.
struct Campaign {
  let corpus: String
  /// The Python version that the corpus is restricted to.
  let version: String?
  let mutator: Mutator
  let seed: UInt64
  let failures: URL

  /// Runs `count` mutants through reading, checking and disassembling. Returns the number of failures.
  func check(count: Int) throws -> Int {
    var failed = 0
    var first = 0
    let progress = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-progress-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: progress) }
    while first < count {
      let process = Process()
      process.executableURL = Bundle.main.executableURL
      process.arguments = ["worker", corpus, "\(count)", "\(seed)", "\(first)", progress.path] + (version.map { ["--version", $0] } ?? [])
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      for line in lines.split(separator: "\n") {
        failed += 1
        report(Int(line.prefix { $0 != " " }) ?? -1, String(line), "check")
      }
      guard process.terminationReason == .uncaughtSignal else { return failed }
      let text = (try? String(contentsOf: progress, encoding: .utf8)) ?? ""
      guard let index = Int(text.prefix { $0.isNumber }) else { return failed + 1 }
      failed += 1
      report(index, "\(index) signal \(process.terminationStatus)", "check")
      first = index + 1
    }
    return failed
  }

  /// Runs `count` mutants with `adder run`, each in a process of its own with limits. Returns the number of failures.
  func run(count: Int, first: Int, adder: String) throws -> Int {
    var failed = 0
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("mutant.pyc")
    for index in first..<first + count {
      try Data(mutator.mutant(seed: seed, index: index)).write(to: path)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: adder)
      process.arguments = [
        "run", "--max-instructions", "5000000", "--max-time", "5", "--max-memory", "512M", "--max-output", "1M", "--no-files", "--no-environment",
        "--no-processes", "--no-network", path.path,
      ]
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let deadline = Date(timeIntervalSinceNow: 10)
      while process.isRunning && Date() < deadline { usleep(500) }
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        failed += 1
        report(index, "\(index) runs for more than 10 s", "run")
      }
      process.waitUntilExit()
      // An uncaught KeyboardInterrupt ends the process as Ctrl-C does, in CPython too.
      let isInterrupt = process.terminationStatus == SIGINT
      if process.terminationReason == .uncaughtSignal && !isInterrupt && Date() < deadline {
        failed += 1
        report(index, "\(index) signal \(process.terminationStatus)", "run")
      }
    }
    return failed
  }

  /// Prints a failure and keeps its mutant.
  private func report(_ index: Int, _ text: String, _ mode: String) {
    FuzzCommand.say("seed \(seed): \(mode): \(text)")
    guard index >= 0 else { return }
    try? FileManager.default.createDirectory(at: failures, withIntermediateDirectories: true)
    let file = failures.appendingPathComponent("\(mode)-\(version.map { $0 + "-" } ?? "")\(seed)-\(index).pyc")
    try? Data(mutator.mutant(seed: seed, index: index)).write(to: file)
  }
}
