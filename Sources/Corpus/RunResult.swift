import Bytecode

/// What came of running one program of a corpus in one version.
public struct RunResult: Equatable, Sendable {
  public enum Verdict: String, Sendable {
    /// As expected.
    case passed
    /// Otherwise than expected, or as expected although it is listed as a known difference.
    case failed
    /// Otherwise than expected, and listed as a known difference.
    case known
  }

  /// Why a program failed.
  public enum Reason: String, Sendable {
    /// Output, standard error or exit status are not what is expected.
    case differs
    /// It died of a signal.
    case signal
    /// It was killed because it ran too long.
    case time
    /// It was killed because it had too much memory.
    case memory
    /// It could not be started.
    case start
    /// It passed but is listed as a known difference.
    case listed
  }

  /// `TOPIC/NAME`, with the modules of other versions (`CorpusProgram.description`).
  public var program: String
  public var version: PythonVersion
  public var verdict: Verdict
  public var reason: Reason?
  /// What is wrong, in a line; empty if nothing is.
  public var message: String
  /// A unified diff of what was expected and what came, or empty.
  public var difference: String
  public var seconds: Double
  /// The most memory that it had, in bytes.
  public var peak: Int

  public init(
    program: String, version: PythonVersion, verdict: Verdict, reason: Reason? = nil, message: String = "", difference: String = "",
    seconds: Double = 0, peak: Int = 0
  ) {
    self.program = program
    self.version = version
    self.verdict = verdict
    self.reason = reason
    self.message = message
    self.difference = difference
    self.seconds = seconds
    self.peak = peak
  }

  /// What the run is called: `TOPIC/NAME (VERSION)`, with the modules of other versions.
  public var name: String { "\(program) (\(version))" }

  var topic: String { String(program.prefix { $0 != "/" }) }

  /// Judges what a program did.
  init(_ program: CorpusProgram, _ expectation: Expectation, _ outcome: Outcome, known: String?) {
    self.init(program: program.description, version: program.version, verdict: .passed, seconds: outcome.seconds, peak: outcome.peak)
    let actual = expectation.changed(to: outcome)
    let isDifferent = outcome.killer != nil && outcome.ending != .exited || actual != expectation
    switch (isDifferent, known) {
    case (false, nil): return
    case (false, let listed?):
      (verdict, reason, message) = (.failed, .listed, "passes, but not-yet.txt lists it (\(listed))")
      return
    case (true, let listed?): (verdict, message) = (.known, listed)
    case (true, nil): verdict = .failed
    }
    switch outcome.ending {
    case .timedOut: reason = .time
    case .outOfMemory: reason = .memory
    case .exited: reason = outcome.status < 0 ? .signal : .differs
    }
    if verdict == .failed { message = outcome.killer ?? RunResult.summary(expectation, actual) }
    difference = expectation.diff(to: actual)
  }

  /// What differs, in words.
  private static func summary(_ expected: Expectation, _ actual: Expectation) -> String {
    var parts: [String] = []
    if expected.status != actual.status { parts.append("exit status \(actual.status) instead of \(expected.status)") }
    if expected.output != actual.output { parts.append("standard output differs") }
    if expected.errors != actual.errors { parts.append("standard error differs") }
    return parts.joined(separator: ", ")
  }
}
