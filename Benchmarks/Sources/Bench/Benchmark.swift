#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The speed that a program counts for which fails or prints something else than the reference.
let failureRatio = 0.1

/// All rounds of one program.
struct Measurement {
  var program: Program
  /// Per interpreter, in its order: one outcome per round.
  var outcomes: [[Outcome]]

  /// Why the interpreter's runs do not count, or nil. `expected` is the reference's output.
  func failure(_ index: Int, expected: String?) -> String? {
    for outcome in outcomes[index] {
      if !outcome.succeeded {
        let lastLine = outcome.errors.split(separator: "\n").last.map(String.init) ?? ""
        return (outcome.status < 0 ? "signal \(-1 - outcome.status)" : "exit \(outcome.status)") + (lastLine.isEmpty ? "" : ": \(lastLine)")
      }
      if let expected, outcome.output != expected { return "prints something else" }
    }
    return nil
  }

  func seconds(_ index: Int) -> [Double] { outcomes[index].map(\.seconds) }

  /// Speed of one interpreter relative to another, round by round: above 1 is faster.
  func ratios(of index: Int, to reference: Int) -> [Double] {
    zip(seconds(reference), seconds(index)).map { $0 / $1 }
  }
}

struct Benchmark {
  var interpreters: [Interpreter]
  var rounds: Int
  var timeLimit: Double

  /// Runs a program `rounds` times by each interpreter in turn, so that a busy moment of the machine hits all alike.
  func measure(_ program: Program) throws -> Measurement {
    var outcomes = interpreters.map { _ in [Outcome]() }
    for _ in 0..<rounds {
      for (index, interpreter) in interpreters.enumerated() {
        outcomes[index].append(try run(interpreter.command(for: program), environment: childEnvironment, timeLimit: timeLimit))
      }
    }
    return Measurement(program: program, outcomes: outcomes)
  }

  /// Start-up of an empty program: `count` interleaved runs of each.
  func measureStart(empty: Program, count: Int) throws -> [[Outcome]] {
    var outcomes = interpreters.map { _ in [Outcome]() }
    for _ in 0..<count {
      for (index, interpreter) in interpreters.enumerated() {
        outcomes[index].append(try run(interpreter.startCommand(empty: empty), environment: childEnvironment, timeLimit: timeLimit))
      }
    }
    return outcomes
  }

  /// Instructions that one run executes, counted by callgrind; nil if valgrind is missing or the run fails.
  func instructions(_ command: [String]) -> Int? {
    let valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    guard let outcome = try? run(valgrind + command, environment: childEnvironment, timeLimit: timeLimit * 100), outcome.succeeded else { return nil }
    for line in outcome.errors.split(separator: "\n") where line.contains("Collected :") {
      return line.split(separator: " ").last.flatMap { Int($0) }
    }
    return nil
  }
}
