#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints the table: seconds (median of the rounds) of each interpreter, and the subject's speed relative to each other one
/// with its spread over the rounds.
struct Report {
  var interpreters: [Interpreter]
  /// Whose output is right and whose speed is 1.
  var reference: Int
  var subject: Int
  private let nameWidth = 24
  private let columnWidth = 24

  init(interpreters: [Interpreter], reference: Int, subject: Int) {
    self.interpreters = interpreters
    self.reference = reference
    self.subject = subject
  }

  private var others: [Int] { interpreters.indices.filter { $0 != subject } }

  func header() {
    row("program", [interpreters[subject].name] + others.flatMap { [interpreters[$0].name, "speed against it"] })
  }

  /// Prints one program's row and returns the subject's speed relative to each other interpreter.
  func show(_ measurement: Measurement) -> [Double] {
    let expected = subject == reference ? nil : measurement.outcomes[reference].first?.output
    let failure = measurement.failure(subject, expected: expected)
    var cells = [failure == nil ? fixed(measurement.seconds(subject).median, 3) + " s" : "failed"]
    var speeds: [Double] = []
    for other in others {
      let otherFailure = measurement.failure(other, expected: expected)
      cells.append(otherFailure == nil ? fixed(measurement.seconds(other).median, 3) + " s" : "failed")
      let ratios = failure == nil ? measurement.ratios(of: subject, to: other) : [failureRatio]
      speeds.append(otherFailure == nil ? ratios.median : .nan)
      cells.append(otherFailure == nil ? spread(ratios) : "-")
      if let otherFailure { warn("\(measurement.program.name): \(interpreters[other].name): \(otherFailure)") }
    }
    row(measurement.program.name, cells)
    if let failure { warn("\(measurement.program.name): \(interpreters[subject].name): \(failure)") }
    return speeds
  }

  func showMeans(_ speeds: [[Double]]) {
    var cells = [""]
    for column in others.indices {
      let values = speeds.map { $0[column] }.filter { !$0.isNaN }
      cells += ["", values.isEmpty ? "-" : "\(fixed(values.geometricMean, 3)) (least \(fixed(values.min() ?? .nan, 2)))"]
    }
    row("geometric mean", cells)
  }

  func showStart(_ outcomes: [[Outcome]]) {
    let times = outcomes.map { $0.map { $0.seconds * 1000 } }
    let memory = outcomes.map { Double($0.map(\.peakMemory).max() ?? 0) / 1_048_576 }
    comparison("start-up, best", times.map { $0.min() ?? .nan }, "ms")
    comparison("start-up, median", times.map(\.median), "ms")
    comparison("start-up, memory", memory, "MB")
  }

  func showPeaks(_ measurements: [Measurement]) {
    for measurement in measurements {
      comparison(measurement.program.name + " mem", measurement.outcomes.map { Double($0.map(\.peakMemory).max() ?? 0) / 1_048_576 }, "MB")
    }
  }

  func showInstructions(_ name: String, _ counts: [Int?]) {
    comparison(name + " instr", counts.map { $0.map { Double($0) / 1e6 } ?? .nan }, "M")
  }

  private func comparison(_ name: String, _ values: [Double], _ unit: String) {
    let own = values[subject]
    let text = { (value: Double) in value.isNaN ? "-" : fixed(value, 2) + " " + unit }
    row(name, [text(own)] + others.flatMap { [text(values[$0]), values[$0].isNaN || own.isNaN ? "-" : "\(fixed(own / values[$0], 2)) of it"] })
  }

  private func spread(_ ratios: [Double]) -> String {
    ratios.count < 2 ? fixed(ratios.median, 2) : "\(fixed(ratios.median, 2)) (\(fixed(ratios.min() ?? .nan, 2))-\(fixed(ratios.max() ?? .nan, 2)))"
  }

  private func row(_ name: String, _ cells: [String]) {
    print(name + String(repeating: " ", count: max(1, nameWidth - name.count)) + cells.map { padded($0, columnWidth) }.joined())
    fflush(nil)
  }
}
