import Bytecode

/// The results of a run over a corpus, as `adder corpus run --json` writes them. An object with
///
/// | key | value |
/// |---|---|
/// | format | 1 |
/// | corpus | the folder of the corpus, as it was given |
/// | options | the options of `adder run`, an array of strings |
/// | shard | `"I/N"` or null |
/// | oracles | an object: version to path of the CPython that was compared with; empty with `--oracle committed` |
/// | passed, failed, known | how many runs |
/// | runs | an array of objects, one for each run, ordered by program and version |
///
/// and a run has
///
/// | key | value |
/// |---|---|
/// | program | `"TOPIC/NAME"`, with `" + MODULE VERSION"` behind it for each module of another version |
/// | version | such as `"3.13"` |
/// | verdict | `"passed"`, `"failed"` or `"known"` (`RunResult.Verdict`) |
/// | reason | null, `"differs"`, `"signal"`, `"time"`, `"memory"`, `"start"` or `"listed"` (`RunResult.Reason`) |
/// | message | what is wrong in a line, or the reason of a known difference; may be empty |
/// | diff | unified diff between what was expected and what came; may be empty |
/// | seconds | wall-clock time |
/// | peak | the most memory that it had, in bytes |
///
/// Readers ignore keys that they do not know.
public struct RunReport: Equatable, Sendable {
  public var corpus = ""
  public var options: [String] = []
  public var shard: String?
  public var oracles: [String: String] = [:]
  public var runs: [RunResult] = []

  public static let format = 1

  public init() {}

  public func count(_ verdict: RunResult.Verdict) -> Int { runs.count { $0.verdict == verdict } }

  /// What is no such file.
  public struct Unreadable: Error, CustomStringConvertible {
    public var description: String
  }

  /// The text of the file.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("format")
      writer.value(RunReport.format)
      writer.key("corpus")
      writer.value(corpus)
      writer.key("options")
      writer.array(isInline: true) { for option in options { $0.value(option) } }
      writer.key("shard")
      if let shard { writer.value(shard) } else { writer.null() }
      writer.key("oracles")
      writer.object { writer in
        for (version, path) in oracles.sorted(by: { $0.key < $1.key }) {
          writer.key(version)
          writer.value(path)
        }
      }
      for verdict in [RunResult.Verdict.passed, .failed, .known] {
        writer.key(verdict.rawValue)
        writer.value(count(verdict))
      }
      writer.key("runs")
      writer.array { for run in runs { RunReport.write(run, &$0) } }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ run: RunResult, _ writer: inout JSONWriter) {
    writer.object(isInline: run.verdict == .passed) { writer in
      for (key, value) in [("program", run.program), ("version", "\(run.version)"), ("verdict", run.verdict.rawValue)] {
        writer.key(key)
        writer.value(value)
      }
      writer.key("reason")
      if let reason = run.reason { writer.value(reason.rawValue) } else { writer.null() }
      writer.key("message")
      writer.value(run.message)
      writer.key("diff")
      writer.value(run.difference)
      writer.key("seconds")
      writer.value(decimal: decimal(run.seconds))
      writer.key("peak")
      writer.value(run.peak)
    }
  }

  /// Reads a file.
  public init(parsing bytes: [UInt8]) throws(Unreadable) {
    let json: JSON
    do throws(JSON.Malformed) {
      json = try JSON(parsing: bytes)
    } catch {
      throw Unreadable(description: "no JSON at byte \(error.offset)")
    }
    guard json["format"]?.number == Double(RunReport.format), let runs = json["runs"]?.array else {
      throw Unreadable(description: "no results of `adder corpus run --json`, or of another version of it")
    }
    corpus = json["corpus"]?.string ?? ""
    options = (json["options"]?.array ?? []).compactMap(\.string)
    shard = json["shard"]?.string
    if case .object(let members)? = json["oracles"] { oracles = members.compactMapValues(\.string) }
    for (index, run) in runs.enumerated() {
      guard let result = RunReport.result(run) else { throw Unreadable(description: "run \(index) is no run") }
      self.runs.append(result)
    }
  }

  private static func result(_ json: JSON) -> RunResult? {
    guard let program = json["program"]?.string, let version = json["version"]?.string.flatMap({ PythonVersion($0) }),
      let verdict = json["verdict"]?.string.flatMap({ RunResult.Verdict(rawValue: $0) }), let seconds = json["seconds"]?.number
    else { return nil }
    return RunResult(
      program: program, version: version, verdict: verdict, reason: json["reason"]?.string.flatMap { RunResult.Reason(rawValue: $0) },
      message: json["message"]?.string ?? "", difference: json["diff"]?.string ?? "", seconds: seconds,
      peak: json["peak"]?.number.flatMap { Int(exactly: $0) } ?? 0)
  }

  /// The results in the XML of JUnit: a suite for each version, a case for each run, its topic as the class. A known difference is a case
  /// that was skipped.
  public var junit: [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites tests=\"\(runs.count)\" failures=\"\(count(.failed))\" skipped=\"\(count(.known))\" time=\"\(RunReport.time(runs))\">\n"
    for version in Set(runs.map(\.version)).sorted() {
      let own = runs.filter { $0.version == version }
      let failed = own.count { $0.verdict == .failed }
      let known = own.count { $0.verdict == .known }
      text += "  <testsuite name=\"\(version)\" tests=\"\(own.count)\" failures=\"\(failed)\" skipped=\"\(known)\" time=\"\(RunReport.time(own))\">\n"
      for run in own { text += RunReport.testCase(run) }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func time(_ runs: [RunResult]) -> String { decimal(runs.reduce(0) { $0 + $1.seconds }) }

  private static func testCase(_ run: RunResult) -> String {
    let name = xml(String(run.program.dropFirst(run.topic.count + 1)))
    let head = "    <testcase classname=\"\(run.version).\(xml(run.topic))\" name=\"\(name)\" time=\"\(decimal(run.seconds))\""
    switch run.verdict {
    case .passed: return head + "/>\n"
    case .known: return head + "><skipped message=\"\(xml(run.message))\"/></testcase>\n"
    case .failed:
      let type = run.reason?.rawValue ?? ""
      return head + ">\n      <failure message=\"\(xml(run.message))\" type=\"\(type)\">\(xml(run.difference))</failure>\n    </testcase>\n"
    }
  }

  /// Text for an attribute or an element. Characters that XML cannot have become U+FFFD.
  private static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...: result.unicodeScalars.append(scalar)
      default: result += "\u{FFFD}"
      }
    }
    return result
  }
}
