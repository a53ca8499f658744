/// A program of the corpus in the bytecode of one CPython version.
///
/// A corpus is a folder with a folder per topic; `TOPIC/bytecode/VERSION/` has `NAME.pyc` and `NAME.expected` of each program, and the
/// modules that programs import.
public struct CorpusProgram: Sendable, CustomStringConvertible {
  public var topic: String
  public var name: String
  /// The folder that it runs in.
  public var folder: String
  public var version: String
  public var expectation: Expectation

  public var description: String { "\(topic)/\(name)" }

  /// A corpus that cannot be read.
  public struct Unreadable: Error, CustomStringConvertible {
    public var description: String
  }

  /// All programs of a version, ordered by topic and name.
  /// - Throws: `Unreadable` if there is none, if an expectation cannot be understood, or if its bytecode is missing.
  public static func all(in corpus: String, version: String) throws(Unreadable) -> [CorpusProgram] {
    var programs: [CorpusProgram] = []
    for topic in entries(of: corpus) {
      let folder = "\(corpus)/\(topic)/bytecode/\(version)"
      for file in entries(of: folder) where file.hasSuffix(".expected") {
        let name = String(file.dropLast(".expected".count))
        guard bytes(of: "\(folder)/\(name).pyc") != nil else { throw Unreadable(description: "\(folder)/\(name).pyc: cannot be read") }
        programs.append(CorpusProgram(topic: topic, name: name, folder: folder, version: version, expectation: try expectation("\(folder)/\(file)")))
      }
    }
    guard !programs.isEmpty else { throw Unreadable(description: "\(corpus): no programs for version \(version)") }
    return programs
  }

  private static func expectation(_ path: String) throws(Unreadable) -> Expectation {
    do {
      return try Expectation(parsing: String(decoding: bytes(of: path) ?? [], as: UTF8.self))
    } catch {
      throw Unreadable(description: "\(path):\(error.line): \(error.reason)")
    }
  }

  /// Runs the program by the `adder` at `adder`, as `adder run OPTION... NAME.pyc ARG...`.
  public func run(adder: String, options: [String] = [], timeLimit: Double = 60) throws(Outcome.StartFailure) -> Outcome {
    var environment = ["PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    if !expectation.path.isEmpty { environment["PYTHONPATH"] = expectation.path.joined(separator: ":") }
    return try Outcome.ofRunning(
      [adder, "run"] + options + ["\(name).pyc"] + expectation.arguments, in: folder, environment: environment, timeLimit: timeLimit)
  }

  /// Runs the program and says what is otherwise than expected, or nil.
  public func difference(adder: String, options: [String] = [], timeLimit: Double = 60) throws(Outcome.StartFailure) -> String? {
    expectation.difference(from: try run(adder: adder, options: options, timeLimit: timeLimit))
  }
}
