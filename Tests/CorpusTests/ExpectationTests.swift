import Bytecode
import Corpus
import Testing

@Suite struct ExpectationTests {
  @Test func readsEveryKey() throws {
    let text = "arg: a b\narg:\npath: lib\nmodule: helper 3.8-3.9, 3.11\nexit: 3\nout: one\nout:\nout. rest\nerr: E: x.\n"
    let expectation = try Corpus.Expectation(parsing: text)
    #expect(expectation.arguments == ["a b", ""])
    #expect(expectation.path == ["lib"])
    #expect(expectation.modules.map(\.name) == ["helper"])
    #expect(expectation.modules.map { "\($0.versions)" } == ["3.8-3.9, 3.11"])
    #expect(expectation.status == 3)
    #expect(expectation.output == Array("one\n\nrest".utf8))
    #expect(expectation.errors == Array("E: x.\n".utf8))
  }

  @Test(arguments: [
    ("out: x\n", 2), ("exit: 0\nwrong: 1\n", 2), ("exit: zero\n", 1), ("exit: 0\nno key\n", 2), ("", 1), ("exit: 0\nmodule: x\n", 2),
  ])
  func refusesWhatItDoesNotUnderstand(text: String, line: Int) {
    #expect {
      try Corpus.Expectation(parsing: text)
    } throws: { ($0 as? Corpus.Expectation.Malformed)?.line == line }
  }

  @Test func saysWhatDiffers() throws {
    let expectation = try Corpus.Expectation(parsing: "exit: 0\nout: a\nout: b\n")
    func difference(_ status: Int32, _ output: String, _ errors: String = "") -> [Substring]? {
      expectation.difference(from: Outcome(status: status, output: Array(output.utf8), errors: Array(errors.utf8)))?.split(separator: "\n")
    }
    let head: [Substring] = ["--- expected", "+++ actual"]
    #expect(difference(0, "a\nb\n") == nil)
    #expect(difference(1, "a\nb\n") == head + ["@@ -1,3 +1,3 @@", "-exit: 0", "+exit: 1", " out: a", " out: b"])
    #expect(difference(-11, "a\nb\n")?.first?.contains("signal 11") == true)
    #expect(difference(0, "a\nc\n") == head + ["@@ -1,3 +1,3 @@", " exit: 0", " out: a", "-out: b", "+out: c"])
    #expect(difference(0, "a\nb")?.suffix(2) == ["-out: b", "+out. b"])
    #expect(difference(0, "a\nb\n", "x")?.last == "+err. x")
    // Equal for Swift's strings, not for a reader of bytes.
    let accent = try Corpus.Expectation(parsing: "exit: 0\nout: \u{E9}\n")
    #expect(accent.difference(from: Outcome(status: 0, output: Array("e\u{301}\n".utf8), errors: [])) != nil)
  }

  @Test func runsACommandInItsFolder() throws {
    let command = Command(["/bin/sh", "-c", "pwd; echo \"$V\" >&2; exit 5"], in: "/", environment: ["V": "x"], timeLimit: 10)
    let outcome = try Outcome.ofRunning(command)
    #expect(outcome.status == 5)
    #expect(outcome.output == Array("/\n".utf8))
    #expect(outcome.errors == Array("x\n".utf8))
    #expect(outcome.peak > 0)
  }

  @Test func endsACommandThatTakesTooLong() throws {
    let outcome = try Outcome.ofRunning(Command(["/bin/sh", "-c", "exec sleep 30"], in: "/", environment: [:], timeLimit: 0.05))
    #expect(outcome.ending == .timedOut(0.05))
    #expect(outcome.status == -9)
  }
}

@Suite struct ExpectationFileTests {
  static let versions = (8...11).map { PythonVersion(3, $0) }

  private func expectation(_ lines: String...) throws -> Corpus.Expectation {
    try Corpus.Expectation(parsing: (["exit: 0"] + lines.map { "out: " + $0 }).joined(separator: "\n") + "\n")
  }

  @Test func marksWhatHoldsForSomeVersions() throws {
    let texts = [("a", "old", "end"), ("a", "old", "end"), ("a", "new", "end"), ("a", "newest", "end")]
    var file = ExpectationFile()
    // The order in which they are set makes no difference.
    for index in [2, 0, 3, 1] { file.set(try expectation(texts[index].0, texts[index].1, texts[index].2), for: Self.versions[index]) }
    let text = "versions: 3.8-3.11\nexit: 0\nout: a\n[-3.9]\nout: old\n[3.10]\nout: new\n[3.11-]\nout: newest\n[all]\nout: end\n"
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
    let read = try ExpectationFile(parsing: Array(text.utf8))
    #expect(read == file)
    for (index, version) in Self.versions.enumerated() {
      #expect(try read.expectation(for: version) == expectation(texts[index].0, texts[index].1, texts[index].2))
    }
    #expect(try read.expectation(for: PythonVersion(3, 12)) == nil)
  }

  @Test func hasNoMarksWhereAllIsTheSame() throws {
    var file = ExpectationFile()
    for version in Self.versions { file.set(try expectation("x"), for: version) }
    #expect(file.bytes == Array("versions: 3.8-3.11\nexit: 0\nout: x\n".utf8))
  }

  @Test func keepsTogetherWhatBelongsTogether() throws {
    var file = ExpectationFile()
    file.set(try expectation("1", "a", "2", "b", "3"), for: Self.versions[0])
    file.set(try expectation("1", "x", "2", "y", "3"), for: Self.versions[1])
    file.set(try expectation("1", "x", "2", "y", "3"), for: Self.versions[3])
    let text = "versions: 3.8-3.9, 3.11\nexit: 0\nout: 1\n[-3.8]\nout: a\n[3.9-]\nout: x\n[all]\nout: 2\n[-3.8]\nout: b\n[3.9-]\nout: y\n[all]\nout: 3\n"
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
    file.keep(try #require(VersionSet("3.9-")))
    #expect(file.bytes == Array("versions: 3.9, 3.11\nexit: 0\nout: 1\nout: x\nout: 2\nout: y\nout: 3\n".utf8))
  }

  @Test func everyVersionIsReadAsItWasSet() throws {
    // Lines that come again in other orders make the merging hard.
    var state: UInt32 = 1
    for _ in 0..<200 {
      var file = ExpectationFile()
      var set: [Corpus.Expectation] = []
      for version in Self.versions {
        var lines = "exit: 0\n"
        for _ in 0..<12 {
          state = state &* 1_664_525 &+ 1_013_904_223
          lines += "out: \(state >> 30)\n"
        }
        set.append(try Corpus.Expectation(parsing: lines))
        file.set(set[set.count - 1], for: version)
      }
      let read = try ExpectationFile(parsing: file.bytes)
      for (version, expectation) in zip(Self.versions, set) { #expect(try read.expectation(for: version) == expectation) }
      #expect(read.bytes == file.bytes)
    }
  }

  @Test(arguments: [
    ("", 1), ("exit: 0\n", 1), ("versions: 3.8-\nexit: 0\n", 1), ("versions: 3.8\nout: x\n", 3), ("versions: 3.8\n[new]\nexit: 0\n", 2),
    ("versions: 3.8\nexit: 0\nwrong: x\n", 3), ("versions: 3.8-3.9\n[3.8]\nexit: 0\n", 4),
  ])
  func refusesWhatItDoesNotUnderstand(text: String, line: Int) {
    #expect {
      try ExpectationFile(parsing: Array(text.utf8))
    } throws: { ($0 as? Corpus.Expectation.Malformed)?.line == line }
  }

  @Test func setsOfVersions() throws {
    let set = try #require(VersionSet("3.8, 3.10-3.11,3.13-"))
    #expect((7...15).filter { set.contains(PythonVersion(3, $0)) } == [8, 10, 11, 13, 14, 15])
    #expect(set.items.map(\.description) == ["3.8", "3.10-3.11", "3.13-"])
    #expect(VersionSet("-3.9")?.contains(PythonVersion(2, 7)) == true)
    #expect(VersionSet("all")?.contains(PythonVersion(2, 7)) == true)
    #expect(VersionSet("2.7, 3.8-3.10")?.members?.count == 4)
    for text in ["", "-", "3", "3.9-3.8", "3.8-3.9-3.10", "3.8,", "x", "3.8 3.9"] { #expect(VersionSet(text) == nil, "\(text)") }
  }
}
