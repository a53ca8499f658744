import Bytecode
import Corpus
import Foundation
import Testing

@Suite struct RunTests {
  @Test func oneProgramFailsForEachReason() throws {
    let corpus = try MiniCorpus()
    let runs = try corpus.run().runs
    let found = Dictionary(uniqueKeysWithValues: runs.map { ($0.program, $0) })
    func verdict(_ name: String) -> RunResult.Verdict? { found[name]?.verdict }
    func reason(_ name: String) -> RunResult.Reason? { found[name]?.reason }
    #expect(runs.map(\.program) == runs.map(\.program).sorted() && runs.count == 9)
    #expect(verdict("good/passes") == .passed && found["good/passes"]?.difference == "")
    #expect(verdict("good/mixed + helper \(corpus.version)") == .passed)
    #expect(verdict("bad/differs") == .failed && reason("bad/differs") == .differs)
    #expect(found["bad/differs"]?.message == "exit status 4 instead of 0, standard error differs")
    #expect(found["bad/differs"]?.difference.hasSuffix(" arg: one\n-exit: 0\n+exit: 4\n out: hello one\n+err: more <&>") == true)
    #expect(reason("bad/crashes") == .signal && found["bad/crashes"]?.message.contains("signal 11") == true)
    #expect(reason("bad/hangs") == .time && found["bad/hangs"]?.message == "ran longer than 5 s")
    #expect(reason("bad/hogs") == .memory)
    // Ended by the limit of what it may print.
    #expect(reason("bad/floods") == .signal && (found["bad/floods"]?.difference.utf8.count ?? 0) < 100_000)
    #expect(verdict("bad/known") == .known && found["bad/known"]?.message == "not written yet")
    #expect(verdict("bad/listed") == .failed && reason("bad/listed") == .listed)
  }

  @Test func aWorkerThatIsNotThereFailsEveryProgram() throws {
    let corpus = try MiniCorpus()
    let programs = try CorpusRun.programs(in: corpus.path, available: [corpus.version])
    let results = CorpusRun(adder: "/no/such/worker").run(programs, known: try KnownDifferences(corpus: "/none")) { _ in }
    #expect(results.count == programs.count && results.allSatisfy { $0.verdict == .failed })
  }

  @Test func anOracleIsAskedInPlaceOfTheFiles() throws {
    let corpus = try MiniCorpus()
    var run = CorpusRun(adder: corpus.worker)
    run.timeLimit = 20
    // Gets `-S -s NAME.pyc ARG`: as the worker, but that one sees NAME.pyc as its second word.
    corpus.add("oracle", "#!/bin/sh\nshift\nexec \(corpus.worker) \"$@\"\n")
    chmod(corpus.path + "/oracle", 0o755)
    run.oracles = [corpus.version: corpus.path + "/oracle"]
    let programs = try CorpusRun.programs(in: corpus.path, available: [corpus.version]).filter { $0.name == "differs" || $0.name == "passes" }
    let results = run.run(programs, known: try KnownDifferences(corpus: "/none")) { _ in }
    #expect(results.map(\.verdict) == [.passed, .passed])
  }

  @Test func everyRunIsInOneShard() throws {
    let names = CorpusTests.programs.map(\.runName)
    for count in [1, 2, 3, 7, 50] {
      let shards = (1...count).compactMap { CorpusRun.Shard("\($0)/\(count)") }
      #expect(shards.count == count)
      let sizes = shards.map { shard in names.count { shard.contains($0) } }
      #expect(names.allSatisfy { name in shards.count { $0.contains(name) } == 1 })
      // They are about equally large.
      if let largest = sizes.max(), count <= 3 { #expect(largest <= names.count / count * 3 / 2) }
    }
    // The same on every machine, in every release.
    for (name, place) in [("calls/arguments (3.13)", 5), ("calls/errors (3.13)", 1), ("loops/basic (3.13)", 5), ("names/globals (3.13)", 6)] {
      #expect(try #require(CorpusRun.Shard("\(place)/7")).contains(name))
    }
    for text in ["", "1", "0/2", "3/2", "1/0", "1/2/3", "a/b", "-1/2"] { #expect(CorpusRun.Shard(text) == nil) }
  }

  @Test func aCorpusThatCannotBeReadIsRefused() throws {
    let corpus = try MiniCorpus()
    #expect(throws: CorpusProgram.Unreadable.self) { try CorpusRun.programs(in: "/no/such/folder", available: [corpus.version]) }
    #expect(throws: CorpusProgram.Unreadable.self) {
      try CorpusRun.programs(in: corpus.path, versions: try #require(VersionSet("2.6")), available: [corpus.version])
    }
    corpus.add("good/broken.expected", "versions: \(corpus.version)\nexit: none\n")
    #expect {
      try CorpusRun.programs(in: corpus.path, available: [corpus.version])
    } throws: { "\($0)".hasSuffix("good/broken.expected:2: exit is no number") }
  }
}

@Suite struct ReportTests {
  private static let report: RunReport = {
    var report = RunReport()
    (report.corpus, report.options, report.shard) = ("Corpora", ["--check-stack"], "1/4")
    report.oracles = ["3.13": "/bin/python3.13"]
    report.runs = [
      RunResult(program: "calls/basic", version: PythonVersion(3, 12), verdict: .passed, seconds: 0.25, peak: 1024),
      RunResult(
        program: "calls/bad", version: PythonVersion(3, 13), verdict: .failed, reason: .differs, message: "standard output \"differs\"",
        difference: "-out: <a&b>\n+out: \u{1}\u{1F600}", seconds: 1.5, peak: 2048),
      RunResult(program: "loops/known", version: PythonVersion(3, 13), verdict: .known, message: "not yet", difference: "-a", seconds: 0.0004),
    ]
    return report
  }()

  @Test func json() throws {
    let text = """
      {
        "format": 1,
        "corpus": "Corpora",
        "options": ["--check-stack"],
        "shard": "1/4",
        "oracles": {
          "3.13": "/bin/python3.13"
        },
        "passed": 1,
        "failed": 1,
        "known": 1,
        "runs": [
          {"program": "calls/basic", "version": "3.12", "verdict": "passed", "reason": null, "message": "", "diff": "", "seconds": 0.25, "peak": 1024},
          {
            "program": "calls/bad",
            "version": "3.13",
            "verdict": "failed",
            "reason": "differs",
            "message": "standard output \\"differs\\"",
            "diff": "-out: <a&b>\\n+out: \\u0001\u{1F600}",
            "seconds": 1.5,
            "peak": 2048
          },
          {
            "program": "loops/known",
            "version": "3.13",
            "verdict": "known",
            "reason": null,
            "message": "not yet",
            "diff": "-a",
            "seconds": 0.0004,
            "peak": 0
          }
        ]
      }

      """
    #expect(String(decoding: Self.report.json, as: UTF8.self) == text)
    #expect(try RunReport(parsing: Self.report.json) == Self.report)
    #expect(try JSONSerialization.jsonObject(with: Data(Self.report.json)) is [String: Any])
  }

  @Test func junit() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites tests="3" failures="1" skipped="1" time="1.7504">
        <testsuite name="3.12" tests="1" failures="0" skipped="0" time="0.25">
          <testcase classname="3.12.calls" name="basic" time="0.25"/>
        </testsuite>
        <testsuite name="3.13" tests="2" failures="1" skipped="1" time="1.5004">
          <testcase classname="3.13.calls" name="bad" time="1.5">
            <failure message="standard output &quot;differs&quot;" type="differs">-out: &lt;a&amp;b&gt;
      +out: \u{FFFD}\u{1F600}</failure>
          </testcase>
          <testcase classname="3.13.loops" name="known" time="0.0004"><skipped message="not yet"/></testcase>
        </testsuite>
      </testsuites>

      """
    #expect(String(decoding: Self.report.junit, as: UTF8.self) == text)
  }

  @Test(arguments: ["", "{", "[]", "{}", #"{"format": 2, "runs": []}"#, #"{"format": 1}"#, #"{"format": 1, "runs": [{}]}"#, "nul", "{} x"])
  func whatIsNoReportIsRefused(text: String) {
    #expect(throws: RunReport.Unreadable.self) { try RunReport(parsing: Array(text.utf8)) }
  }

  @Test func readsJSON() throws {
    let text = #" {"a": [1, -2.5e3, true, false, null, {}], "\u0041\n": "\ud83d\ude00 \"x\\é", "": []} "#
    let expected: JSON = .object([
      "a": .array([.number(1), .number(-2500), .bool(true), .bool(false), .null, .object([:])]), "A\n": .string("\u{1F600} \"x\\é"), "": .array([]),
    ])
    #expect(try JSON(parsing: Array(text.utf8)) == expected)
    let bad = ["[1,]", "[1 2]", "{\"a\" 1}", "{a: 1}", "\"\\x\"", "\"open", "\"\\u12\"", "\"\n\"", "1e", "+", "tru", String(repeating: "[", count: 200)]
    for text in bad { #expect(throws: JSON.Malformed.self, "\(text)") { try JSON(parsing: Array(text.utf8)) } }
  }

  @Test func comparesTwoRuns() {
    func run(_ name: String, _ verdict: RunResult.Verdict, _ seconds: Double, _ message: String = "") -> RunResult {
      RunResult(program: name, version: PythonVersion(3, 13), verdict: verdict, message: message, seconds: seconds)
    }
    var (before, after) = (RunReport(), RunReport())
    before.runs = [
      run("a/same", .passed, 1), run("a/slower", .passed, 1), run("a/worse", .passed, 1), run("a/better", .failed, 1, "was bad"),
      run("a/gone", .passed, 1), run("a/changed", .failed, 1, "one"), run("a/still", .failed, 1, "one"),
    ]
    after.runs = [
      run("a/same", .passed, 1), run("a/slower", .passed, 2), run("a/worse", .failed, 1, "is bad"), run("a/better", .passed, 1),
      run("a/changed", .failed, 1, "two"), run("a/still", .failed, 1, "one"), run("a/new", .failed, 1),
    ]
    let comparison = Comparison(before, after)
    #expect(
      comparison.text == """
        worse    a/worse (3.13): is bad
        changed  a/changed (3.13): one -> two
        better   a/better (3.13): was bad
        new      a/new (3.13): failed
        gone     a/gone (3.13): passed
        time     a/slower (3.13): 1 s -> 2 s, x 2
        1 worse, 1 better, 1 changed, 1 new, 1 gone, 2 passed in both; time x 1.5

        """)
    #expect(Comparison(after, after).worse.isEmpty)
    #expect(Comparison(RunReport(), RunReport()).text == "0 worse, 0 better, 0 changed, 0 new, 0 gone, 0 passed in both\n")
  }
}
