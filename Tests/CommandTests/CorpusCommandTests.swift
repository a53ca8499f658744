import Bytecode
import Corpus
import Foundation
import Testing

/// `adder corpus` as its users see it. CorpusTests look at what it consists of.
@Suite struct CorpusCommandTests {
  /// A corpus with a file for each name; `VERSION` in names and contents stands for the newest version.
  private struct Mini {
    let folder: Folder
    let version: PythonVersion

    init(_ files: [(String, String)]) throws {
      folder = try Folder()
      version = try #require(InstructionSet.executableVersions.last)
      for (name, content) in files { add(name, content) }
    }

    func add(_ name: String, _ content: String) {
      let isWritten = Corpus.write(Array(expanded(content).utf8), to: path(name))
      #expect(isWritten)
    }

    func path(_ name: String) -> String { "\(folder.path)/corpus/\(expanded(name))" }

    private func expanded(_ text: String) -> String { text.replacingOccurrences(of: "VERSION", with: "\(version)") }

    func text(_ name: String) -> String? { bytes(of: path(name)).map { String(decoding: $0, as: UTF8.self) } }

    func adder(_ arguments: String...) throws -> Adder.Outcome { try Adder.run(["corpus"] + arguments) }
  }

  /// One program with a .pyc of the real format, one whose .pyc is broken, one without.
  private static func mini() throws -> Mini {
    let mini = try Mini([
      ("t/empty.expected", "versions: VERSION\nexit: 0\n"), ("t/broken.expected", "versions: VERSION\nexit: 0\n"),
      ("t/missing.expected", "versions: VERSION\nexit: 0\n"), ("t/bytecode/VERSION/broken.pyc", "no bytecode"),
    ])
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpora/imports/bytecode/\(mini.version)/star_plain.pyc").path
    let isWritten = Corpus.write(try #require(bytes(of: fixture)), to: mini.path("t/bytecode/VERSION/empty.pyc"))
    #expect(isWritten)
    return mini
  }

  @Test func aBrokenFileIsOneFailedProgram() throws {
    let mini = try Self.mini()
    let outcome = try mini.adder("run", mini.path(""))
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("FAIL t/broken (\(mini.version)): exit status 2 instead of 0, standard error differs"))
    #expect(outcome.output.contains("FAIL t/missing (\(mini.version)): exit status 2"))
    #expect(outcome.output.contains("3 runs: 1 passed, 2 failed, in "))
    #expect(try mini.adder("run", mini.path(""), "empty").status == 0)
    #expect(try mini.adder("run", mini.path(""), "--verbose", "t/emp").output.contains("ok   t/empty"))
  }

  @Test func whatFailedIsRunAgainAlone() throws {
    let mini = try Self.mini()
    let (first, second, junit) = (mini.path("first.json"), mini.path("second.json"), mini.path("junit.xml"))
    #expect(try mini.adder("run", mini.path(""), "--json", first, "--junit", junit).status == 1)
    #expect(try #require(mini.text("junit.xml")).contains(#"tests="3" failures="2""#))
    let again = try mini.adder("run", mini.path(""), "--json", second, "--failed-in", first)
    #expect(again.status == 1 && again.output.contains("2 runs: 0 passed, 2 failed"))
    #expect(try mini.adder("run", mini.path(""), "--failed-in", first, "empty").output.contains("0 runs: 0 passed, 0 failed"))
    let comparison = try mini.adder("compare", first, second)
    #expect(comparison.status == 0 && comparison.output.contains("0 worse, 0 better, 0 changed, 0 new, 1 gone, 0 passed in both"))
    mini.add("t/bytecode/VERSION/empty.pyc", "no bytecode")
    #expect(try mini.adder("run", mini.path(""), "--json", second).status == 1)
    let worse = try mini.adder("compare", first, second)
    #expect(worse.status == 1 && worse.output.hasPrefix("worse    t/empty (\(mini.version)): exit status 2 instead of 0"))
  }

  @Test func shardsTogetherRunEverything() throws {
    let mini = try Self.mini()
    var names: [String] = []
    for index in 1...3 {
      let file = mini.path("shard\(index).json")
      _ = try mini.adder("run", mini.path(""), "--shard", "\(index)/3", "--json", file)
      names += try RunReport(parsing: #require(bytes(of: file))).runs.map(\.program)
    }
    #expect(names.sorted() == ["t/broken", "t/empty", "t/missing"])
  }

  @Test(arguments: [
    ["run", "/no/such/corpus"], ["run", "CORPUS", "--shard", "4/3"], ["run", "CORPUS", "--versions", "new"], ["run", "CORPUS", "--versions", "2.6"],
    ["run", "CORPUS", "--oracle", "none"], ["run", "CORPUS", "--engine", "none"], ["run", "CORPUS", "-o", "--none"], ["run", "CORPUS", "nobody"],
    ["run", "CORPUS", "--jobs", "0"], ["run", "CORPUS", "--time", "x"], ["run", "CORPUS", "--failed-in", "/none.json"], ["run"],
    ["run", "CORPUS", "--adder", "/no/adder"], ["run", "CORPUS", "--json", "/dev/null/x.json", "empty"],
    ["run", "CORPUS", "--oracle", "auto", "--python", "3.13=/no/python"], ["compare", "/none.json", "/none.json"], ["compare", "CORPUS/not.json"],
    ["compare", "CORPUS/t/empty.expected", "CORPUS/t/empty.expected"], ["make", "/no/such/corpus"], ["make", "CORPUS", "--python", "x"],
  ])
  func badUsageHasStatusTwo(_ arguments: [String]) throws {
    let mini = try Self.mini()
    let outcome = try Adder.run(["corpus"] + arguments.map { $0.replacingOccurrences(of: "CORPUS", with: mini.path("")) })
    #expect(outcome.status == 2 && !outcome.wasSignal && !outcome.errors.isEmpty, "\(arguments)")
  }

  @Test func aProgramThatNeverEndsIsEnded() throws {
    let mini = try Self.mini()
    mini.add("worker", "#!/bin/sh\nexec sleep 60\n")
    chmod(mini.path("worker"), 0o755)
    let outcome = try mini.adder("run", mini.path(""), "--adder", mini.path("worker"), "--time", "0.3", "--jobs", "3")
    #expect(outcome.status == 1 && outcome.output.contains("3 runs: 0 passed, 3 failed") && outcome.output.contains("ran longer than 0.3 s"))
  }

  /// Where there is no CPython, nothing can be made.
  @Test func makesWhatIsNotThere() throws {
    let mini = try Mini([
      ("t/hello.py", "# args: 'a b' c\nimport sys, part\nprint(sys.argv[1:], part.NAME)\nsys.exit(3)\n"), ("t/part.py", "# module\nNAME = 'part'\n"),
      ("t/mixed.py", "# module-versions: other all\nimport other\n"), ("t/modules/other/other.py", "print('other')\n"),
      ("t/old.py", "# versions: -2.7\nprint 1\n"), ("t/bytecode/VERSION/gone.pyc", ""), ("t/gone.expected", "versions: VERSION\nexit: 0\n"),
      ("t/hello.expected", "versions: 1.0\nexit: 0\nout: long ago\n"),
    ])
    guard CPython.find(mini.version) != nil else { return }
    let changed = ["hello.expected", "mixed.expected"] + ["hello", "mixed", "modules/other/other", "part"].map { "bytecode/\(mini.version)/\($0).pyc" }
    let check = try mini.adder("make", mini.path(""), "--check")
    #expect(check.status == 1 && check.errors.isEmpty && mini.text("t/mixed.expected") == nil)
    for file in changed + ["gone.expected", "bytecode/\(mini.version)/gone.pyc"] { #expect(check.output.contains("would change t/\(file)\n")) }
    #expect(check.output.hasSuffix("\(mini.version): 2 programs\n8 files would change\n"))
    #expect(try mini.adder("make", mini.path("")).status == 0)
    #expect(
      mini.text("t/hello.expected") == """
        versions: 1.0, \(mini.version)
        [-1.0]
        exit: 0
        out: long ago
        [\(mini.version)-]
        arg: a b
        arg: c
        exit: 3
        out: ['a b', 'c'] part

        """)
    #expect(mini.text("t/gone.expected") == nil)
    #expect(try mini.adder("make", mini.path(""), "--check").status == 0)
    #expect(try mini.adder("run", mini.path("")).status == 0)
    #expect(try mini.adder("run", mini.path(""), "--oracle", "auto").status == 0)
    mini.add("t/hello.py", "print('new')\n")
    mini.add("t/bad.py", "no python\n")
    #expect(try mini.adder("make", mini.path(""), "--check", "t/part").status == 0)
    let partly = try mini.adder("make", mini.path(""), "t/hello", "t/bad")
    #expect(partly.status == 1 && partly.errors.contains("t/bad (\(mini.version)): cannot be compiled: SyntaxError"))
    #expect(mini.text("t/hello.expected")?.contains("out: new") == true && mini.text("t/bad.expected") == nil)
    #expect(try mini.adder("run", mini.path("")).status == 0)
  }

  @Test func compilesAFolderOfPrograms() throws {
    let mini = try Mini([("one.py", "print(1)\n"), ("two.py", "print(2)\n"), ("below/three.py", "")])
    guard CPython.find(mini.version) != nil else { return }
    #expect(try mini.adder("make", "--compile", mini.path("")).output.hasSuffix("2 files changed\n"))
    #expect(try Adder.run("run", mini.path("bytecode/VERSION/two.pyc")).output == "2\n")
  }
}
