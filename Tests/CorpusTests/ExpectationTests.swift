import Corpus
import Testing

@Suite struct ExpectationTests {
  @Test func readsEveryKey() throws {
    let expectation = try Corpus.Expectation(parsing: "arg: a b\narg:\npath: lib\nexit: 3\nout: one\nout:\nout. rest\nerr: E: x.\n")
    #expect(expectation.arguments == ["a b", ""])
    #expect(expectation.path == ["lib"])
    #expect(expectation.status == 3)
    #expect(expectation.output == "one\n\nrest")
    #expect(expectation.errors == "E: x.\n")
  }

  @Test(arguments: [("out: x\n", 2), ("exit: 0\nwrong: 1\n", 2), ("exit: zero\n", 1), ("exit: 0\nno key\n", 2), ("", 1)])
  func refusesWhatItDoesNotUnderstand(text: String, line: Int) {
    #expect {
      try Corpus.Expectation(parsing: text)
    } throws: { ($0 as? Corpus.Expectation.Malformed)?.line == line }
  }

  @Test func saysWhatDiffers() throws {
    let expectation = try Corpus.Expectation(parsing: "exit: 0\nout: a\nout: b\n")
    func difference(_ status: Int32, _ output: String, _ errors: String = "") -> String? {
      expectation.difference(from: Outcome(status: status, output: output, errors: errors, timedOut: false, seconds: 0))
    }
    #expect(difference(0, "a\nb\n") == nil)
    #expect(difference(1, "a\nb\n") == "exit 1 instead of 0")
    #expect(difference(-11, "a\nb\n")?.contains("signal 11") == true)
    #expect(difference(0, "a\nc\n") == "standard output line 2:\n  expected: b\n  actual:   c")
    #expect(difference(0, "a\nb") == "standard output line 3:\n  expected: \n  actual:   (the end)")
    #expect(difference(0, "a\nb\n", "x")?.hasPrefix("standard error line 1") == true)
  }

  @Test func runsACommandInItsFolder() throws {
    let outcome = try Outcome.ofRunning(["/bin/sh", "-c", "pwd; echo \"$V\" >&2; exit 5"], in: "/", environment: ["V": "x"], timeLimit: 10)
    #expect(outcome.status == 5)
    #expect(outcome.output == "/\n")
    #expect(outcome.errors == "x\n")
  }

  @Test func endsACommandThatTakesTooLong() throws {
    let outcome = try Outcome.ofRunning(["/bin/sh", "-c", "exec sleep 30"], in: "/", environment: [:], timeLimit: 0.05)
    #expect(outcome.timedOut)
    #expect(outcome.status == -9)
  }
}
