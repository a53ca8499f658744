import Bytecode
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `adder diff`: text, pages, JSON, how files are found, and the exit status.
@Suite struct DiffCommandTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("BytecodeTests/Fixtures/Versions").path

  private func path(_ version: String) -> String { "\(DiffCommandTests.fixtures)/\(version).pyc" }

  private func assembled(_ body: String, _ version: String = "3.13") throws -> [UInt8] {
    let set = try #require(PythonVersion(version).flatMap(InstructionSet.of))
    let code = try Assembler.assemble(Array(".python \(version)\n\(body)".utf8)).code
    return PycFile(header: PycHeader(magic: set.magic.released, source: .timeStamp(0, size: 0)), code: code).write()
  }

  private static let module = """
    .code <module>
     RESUME start @1
     LOAD_CONST code f
     MAKE_FUNCTION
     STORE_NAME f
     LOAD_CONST code g @4
     MAKE_FUNCTION
     STORE_NAME g
     RETURN_CONST None
    .code f(x)
     RESUME start @1
     LOAD_FAST x @2
     POP_JUMP_IF_TRUE end
     LOAD_GLOBAL a @3
     POP_TOP
    end:
     RETURN_CONST 1
    .code g(x)
     RESUME start @4
     LOAD_FAST x @5
     RETURN_VALUE

    """

  /// Two files that differ in one operand of `f`.
  private func pair(_ folder: Folder) throws -> (old: String, new: String) {
    let new = DiffCommandTests.module.replacing("RETURN_CONST 1", with: "RETURN_CONST 'a & <b>'")
    return (try folder.write(assembled(DiffCommandTests.module), "old.pyc"), try folder.write(assembled(new), "new.pyc"))
  }

  // MARK: Text

  @Test func equalFilesHaveASummaryOnly() throws {
    let folder = try Folder()
    let (old, _) = try pair(folder)
    let outcome = try Adder.run("diff", old, old)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output
        == "--- \(old)  (Python 3.13)\n+++ \(old)  (Python 3.13)\n\n3 code objects: 3 equal\n17 instructions: 17 equal\n")
  }

  @Test func whatDiffersIsShownWithItsSurroundings() throws {
    let folder = try Folder()
    let (old, new) = try pair(folder)
    let outcome = try Adder.run("diff", "--context", "1", old, new)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        --- \(old)  (Python 3.13)
        +++ \(new)  (Python 3.13)

        @@ f, line 1 @@
          constants             - 1  + 'a & <b>'

          line        old  new
          ... 4 equal
             3         18   18  POP_TOP
        ~       L1:    20   20  RETURN_CONST            1 -> 'a & <b>'

        3 code objects: 2 equal, 1 changed
        17 instructions: 16 equal, 1 changed

        """)
    // One code object is shown whole, several with three rows around differences.
    #expect(try Adder.run("diff", "--function", "f", old, new).output.contains("RESUME"))
    #expect(try Adder.run("diff", old, new).output.contains("  ... 2 equal\n"))
    #expect(try !Adder.run("diff", "--context", "0", old, new).output.contains("POP_TOP"))
  }

  @Test func bothSidesStandBesideEachOther() throws {
    let folder = try Folder()
    let (old, new) = try pair(folder)
    let outcome = try Adder.run("diff", "--side-by-side", "--width", "90", "--function", "f", old, new)
    let lines = outcome.output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("~") })
    #expect(line.contains("RETURN_CONST") && line.contains(" 1 ") && line.hasSuffix("'a & <b>'"))
    // Each half is 43 columns wide.
    #expect(Array(line)[44] == "~" && lines.dropFirst(2).allSatisfy { $0.count <= 90 })
    #expect(outcome.status == 1)
  }

  @Test func longLinesAreCutToTheWidth() throws {
    let folder = try Folder()
    let long = DiffCommandTests.module.replacing("RETURN_CONST 1", with: "RETURN_CONST '\(String(repeating: "x", count: 500))'")
    let (old, new) = (try folder.write(assembled(DiffCommandTests.module), "o.pyc"), try folder.write(assembled(long), "n.pyc"))
    for (width, options) in [(60, []), (90, ["--side-by-side"])] {
      let outcome = try Adder.run(["diff", "--function", "f", "--width", "\(width)"] + options + [old, new])
      let rows = outcome.output.split(separator: "\n").filter { $0.contains("RETURN_CONST") }
      #expect(rows.count == 1 && rows[0].count <= width && rows[0].contains("..."), "\(rows)")
    }
  }

  @Test(arguments: [("auto", false), ("never", false), ("always", true)]) func coloursAreThereWhenAskedFor(_ color: String, _ wanted: Bool) throws {
    let folder = try Folder()
    let (old, new) = try pair(folder)
    let outcome = try Adder.run("diff", "--color", color, old, new)
    #expect(outcome.output.contains("\u{1B}[") == wanted && outcome.status == 1)
    // Without the colours the text is the same.
    #expect(try outcome.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == Adder.run("diff", old, new).output)
  }

  @Test func codeOfOneFileIsNamed() throws {
    let outcome = try Adder.run("diff", path("3.8"), path("3.14"))
    #expect(outcome.output.contains("@@ Base.method.<locals>.<listcomp>, line 20 @@ only in the old file, 12 instructions\n"))
    #expect(outcome.output.contains("13 code objects: 12 changed, 1 only in the old file\n"))
    let alone = try Adder.run("diff", "--function", "Base.method.<locals>.<listcomp>", path("3.8"), path("3.14"))
    #expect(alone.output.contains("LIST_APPEND") && alone.output.contains("12 instructions: 12 removed\n") && alone.status == 1)
  }

  @Test(arguments: InstructionSet.versions.map(\.description)) func allVersionsCompare(_ version: String) throws {
    let same = try Adder.run("diff", path(version), path(version))
    #expect(same.status == 0 && same.errors.isEmpty)
    for other in ["2.7", "3.14"] where other != version {
      let outcome = try Adder.run("diff", path(version), path(other))
      #expect(outcome.status == 1 && outcome.errors.isEmpty && outcome.output.contains("@@ Base.method, line 16 @@"))
    }
  }

  // MARK: Pages and JSON

  /// The text of a page, which must be well-formed XML.
  private func page(_ arguments: [String]) throws -> String {
    let page = try Adder.run(["diff", "--html", "-"] + arguments).output
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
    return page
  }

  @Test func pagesAreWellFormedAndNeedNothingElse() throws {
    let page = try page([path("3.8"), path("3.14")])
    for word in ["http:", "https:", "://", "src=", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.contains("prefers-color-scheme: dark"))
    #expect(page.count { $0 == "\n" } > 600 && page.contains("<code>Base.method.&lt;locals&gt;.&lt;listcomp&gt;</code>"))
    #expect(page.contains("<del>LOAD_FAST</del>") && page.contains("<ins>LOAD_FAST_BORROW</ins>"))
    #expect(page.contains("13 code objects: 12 changed, 1 only in the old file."))
  }

  @Test func pagesEscapeWhatTheyShow() throws {
    let folder = try Folder()
    let hostile = DiffCommandTests.module.replacing("code f", with: "code 'f<script>&\\x1b\\x00\\ud800'").replacing(
      "LOAD_GLOBAL a", with: "LOAD_GLOBAL '\"]]><b>'")
    let (old, _) = try pair(folder)
    let new = try folder.write(assembled(hostile), "<&\u{1}.pyc")
    let page = try page([old, new])
    #expect(page.contains("f&lt;script&gt;&amp;\\x1b\\x00\\ud800") && page.contains("&quot;]]&gt;&lt;b&gt;"))
    #expect(page.count { $0 == "\u{1B}" || $0 == "\u{1}" || $0 == "\0" } == 0)
    let text = try Adder.run("diff", old, new).output
    #expect(text.contains("f<script>&\\x1b\\x00\\ud800") && text.contains("<&\\u{1}.pyc"))
    #expect(text.count { $0 == "\u{1B}" || $0 == "\u{1}" || $0 == "\0" } == 0)
  }

  @Test func pagesGoToFiles() throws {
    let folder = try Folder()
    let (old, new) = try pair(folder)
    let target = folder.path + "/page.html"
    let outcome = try Adder.run("diff", "--html", target, old, new)
    #expect(outcome.status == 1 && outcome.output == "\(target): 3 code objects: 2 equal, 1 changed; 17 instructions: 16 equal, 1 changed\n")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == page([old, new]))
    #expect(try Adder.run("diff", "--html", folder.path + "/no/page.html", old, new).status == 2)
    // All rows are there unless fewer are asked for.
    #expect(try page([old, new]).contains("POP_JUMP_IF_TRUE") && !page(["--context", "1", old, new]).contains("POP_JUMP_IF_TRUE"))
  }

  @Test func jsonSaysTheSame() throws {
    let folder = try Folder()
    let (old, new) = try pair(folder)
    let outcome = try Adder.run("diff", "--json", old, new)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((root["old"] as? [String: String]) == ["file": old, "python": "3.13"] && outcome.status == 1)
    #expect((root["instruction_counts"] as? [String: Int]) == ["equal": 16, "changed": 1, "removed": 0, "added": 0])
    let codes = try #require(root["code_objects"] as? [[String: Any]])
    #expect(codes.map { $0["change"] as? String } == ["equal", "changed", "equal"] && codes[1]["qualname"] as? String == "f")
    let last = try #require((codes[1]["instructions"] as? [[String: Any]])?.last)
    #expect(last["label"] as? String == "L1" && (last["new"] as? [String: Any])?["operand"] as? String == "'a & <b>'")
    let fields = try #require(codes[1]["fields"] as? [[String: Any]])
    #expect(fields.count == 1 && fields[0]["name"] as? String == "constants" && fields[0]["removed"] as? [String] == ["1"])
  }

  // MARK: Finding files

  /// A folder with files `NAME` of fixtures' versions.
  private func tree(_ files: [(name: String, version: String)]) throws -> Folder {
    let folder = try Folder()
    for (name, version) in files {
      let file = URL(fileURLWithPath: folder.path + "/" + name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: path(version), toPath: file.path)
    }
    return folder
  }

  private func heads(_ output: String, _ folder: Folder) -> [String] {
    output.split(separator: "\n").filter { $0.hasPrefix("---") || $0.hasPrefix("+++") }.map { String($0).replacing(folder.path + "/", with: "") }
  }

  @Test func versionsAreTakenFromTheHeaders() throws {
    let folder = try tree([("3.8/m.pyc", "3.8"), ("3.14/m.pyc", "3.14"), ("n.cpython-314.pyc", "3.14"), ("n.cpython-38.pyc", "3.8"), ("3.9/m.pyc", "3.9")])
    let names = ["3.14/m.pyc", "3.9/m.pyc", "n.cpython-314.pyc", "3.8/m.pyc", "n.cpython-38.pyc"].map { folder.path + "/" + $0 }
    let outcome = try Adder.run(["diff", "--versions", "3.8,3.14"] + names)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(
      heads(outcome.output, folder) == [
        "--- 3.8/m.pyc  (Python 3.8)", "+++ 3.14/m.pyc  (Python 3.14)", "--- n.cpython-38.pyc  (Python 3.8)",
        "+++ n.cpython-314.pyc  (Python 3.14)",
      ])
    let json = try Adder.run(["diff", "--json", "--versions", "3.8,3.14"] + names).output
    #expect((try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])?.count == 2)
  }

  @Test func siblingsAreFound() throws {
    let folder = try tree([
      ("a/__pycache__/m.cpython-38.pyc", "3.8"), ("a/__pycache__/m.cpython-314.pyc", "3.14"), ("b/3.8/m.pyc", "3.8"), ("b/3.14/m.pyc", "3.14"),
      ("c/3.8/m.pyc", "3.8"), ("c/3.14/m.pyc", "3.9"), ("d/m.cpython-38.opt-1.pyc", "3.8"), ("d/m.cpython-314.opt-1.pyc", "3.14"),
      ("d/m.cpython-314.pyc", "3.8"),
    ])
    for (given, found) in [
      ("a/__pycache__/m.cpython-38.pyc", "a/__pycache__/m.cpython-314.pyc"), ("b/3.8/m.pyc", "b/3.14/m.pyc"),
      ("d/m.cpython-38.opt-1.pyc", "d/m.cpython-314.opt-1.pyc"),
    ] {
      let outcome = try Adder.run("diff", "--versions", "3.8,3.14", folder.path + "/" + given)
      #expect(heads(outcome.output, folder) == ["--- \(given)  (Python 3.8)", "+++ \(found)  (Python 3.14)"], "\(outcome.errors)")
    }
    // A file of another version is no sibling, whatever it is called.
    let outcome = try Adder.run("diff", "--versions", "3.8,3.14", folder.path + "/c/3.8/m.pyc")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("adder: \(folder.path)/c/3.8/m.pyc: no file of Python 3.14 for it; looked for "))
    #expect(outcome.errors.contains("/c/3.14/m.pyc") && outcome.errors.count { $0 == "\n" } == 1)
  }

  @Test func modulesOfOneNameAreToldApartByTheirFolders() throws {
    let folder = try tree([("a/3.8/m.pyc", "3.8"), ("a/3.14/m.pyc", "3.14"), ("b/3.8/m.pyc", "3.8"), ("b/3.14/m.pyc", "3.14")])
    let names = ["a/3.8", "b/3.8", "a/3.14", "b/3.14"].map { "\(folder.path)/\($0)/m.pyc" }
    let outcome = try Adder.run(["diff", "--versions", "3.8,3.14"] + names)
    #expect(heads(outcome.output, folder).map { $0.prefix(5) } == ["--- a", "+++ a", "--- b", "+++ b"])
    // Two files of one version for one module.
    let second = folder.path + "/a/3.8/m.cpython-38.pyc"
    try FileManager.default.copyItem(atPath: names[0], toPath: second)
    let twice = try Adder.run("diff", "--versions", "3.8,3.14", names[0], second, names[2])
    #expect(twice.status == 2 && twice.output.isEmpty)
    #expect(twice.errors == "adder: two files of Python 3.8 for one module: \(names[0]), \(second)\n")
  }

  // MARK: Errors

  @Test func badUsageHasStatusTwo() throws {
    for arguments in [
      [path("3.8")], [path("3.8"), path("3.9"), path("3.10")], ["--versions", "3.8", path("3.8")], ["--versions", "3.8,3.8", path("3.8")],
      ["--versions", "3.8,9.9", path("3.8")], ["--json", "--html", "-", path("3.8"), path("3.9")], ["--width", "5", path("3.8"), path("3.9")],
      ["--context", "-1", path("3.8"), path("3.9")], ["--color", "red", path("3.8"), path("3.9")],
    ] {
      let outcome = try Adder.run(["diff"] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    let folder = try Folder()
    let data = Array(try Data(contentsOf: URL(fileURLWithPath: path("3.13"))))
    for (name, bytes) in [("half", Array(data[..<(data.count / 2)])), ("short", Array(data[..<20])), ("script", Array("print(\n".utf8))] {
      let file = try folder.write(bytes, name)
      let start = name == "script" ? "\(file):1:6: SyntaxError: " : "adder: \(file): "
      for arguments in [[file, path("3.13")], [path("3.13"), file]] {
        let outcome = try Adder.run(["diff"] + arguments)
        #expect(outcome.status == 2 && !outcome.wasSignal && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix(start) && outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      }
    }
  }

  @Test func otherModulesAreStillCompared() throws {
    let outcome = try Adder.run("diff", "--versions", "3.8,3.14", "/no/such.pyc", path("3.8"), path("3.14"))
    // The fixtures are called after their versions, so that each is a module of its own.
    #expect(outcome.status == 2 && outcome.errors.contains("/no/such.pyc: No such file"))
    let folder = try tree([("3.8/m.pyc", "3.8"), ("3.14/m.pyc", "3.14")])
    let good = try Adder.run("diff", "--versions", "3.8,3.14", "/no/such.pyc", folder.path + "/3.8/m.pyc")
    #expect(good.status == 2 && good.output.contains("13 code objects") && good.errors.contains("/no/such.pyc"))
  }

  @Test func unknownFunctionsAreRefused() throws {
    let outcome = try Adder.run("diff", "--function", "Base.metod", path("3.13"), path("3.14"))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors == "adder: \(path("3.13")), \(path("3.14")): no code object has the qualified name Base.metod; did you mean Base.method?\n")
  }
}
