import Bytecode
import Foundation
import Testing

/// `adder compile`, and what other commands do with sources.
@Suite struct CompileCommandTests {
  private static let source = Array("def double(x):\n    '''doc'''\n    assert x\n    return 2 * x\n".utf8)

  private static func tag(_ version: PythonVersion = InstructionSet.newest.version) -> String { "adder-\(version.major)\(version.minor)" }

  private func pyc(_ path: String) throws -> PycFile { try PycFile(reading: Array(try Data(contentsOf: URL(fileURLWithPath: path)))) }

  @Test func aSourceIsCompiledIntoItsCacheFolder() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    let target = "\(folder.path)/__pycache__/module.\(CompileCommandTests.tag()).pyc"
    let outcome = try Adder.run("compile", path)
    #expect(outcome.status == 0 && outcome.output == target + "\n" && outcome.errors.isEmpty, "\(outcome)")
    let file = try pyc(target)
    #expect(file.code.fileName.string == path && file.code.version == InstructionSet.newest.version)
    guard case .timeStamp(_, let size) = file.header.source else { return #expect(Bool(false), "no time stamp") }
    #expect(Int(size) == CompileCommandTests.source.count)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/__pycache__").count == 1)
  }

  @Test func whatIsUpToDateIsPassedOver() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    #expect(try Adder.run("compile", "-q", path).output.isEmpty)
    #expect(try Adder.run("compile", path).output.isEmpty)
    #expect(!(try Adder.run("compile", "--force", path).output.isEmpty))
    _ = try folder.write(CompileCommandTests.source + Array("x = 1\n".utf8), "module.py")
    #expect(!(try Adder.run("compile", path).output.isEmpty))
    let target = "\(folder.path)/__pycache__/module.\(CompileCommandTests.tag()).pyc"
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: target))
    #expect(!(try Adder.run("compile", path).output.isEmpty), "a damaged file is made anew")
    _ = try pyc(target)
  }

  @Test func levelsAndVersionsHaveFilesOfTheirOwn() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    #expect(try Adder.run("compile", "-O", path).output.hasSuffix("/module.\(CompileCommandTests.tag()).opt-1.pyc\n"))
    #expect(try Adder.run("compile", "-OO", path).output.hasSuffix("/module.\(CompileCommandTests.tag()).opt-2.pyc\n"))
    #expect(try Adder.run("compile", "--version", "3.13", path).output.hasSuffix("/module.\(CompileCommandTests.tag(PythonVersion(3, 13))).pyc\n"))
    #expect(try Adder.run("compile", "--version", "3.2", path).status == 2)
  }

  @Test func aSingleSourceMayGoElsewhere() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    let target = folder.path + "/other.pyc"
    #expect(try Adder.run("compile", "-o", target, path).status == 0)
    #expect(try pyc(target).code.name == "<module>")
    #expect(try Adder.run("compile", "-o", target, path, path).status == 2)
    #expect(try Adder.run("compile", "-o", "/no/such/folder/x.pyc", path).status == 2)
  }

  @Test func wrongSourcesAreNamedByTheirPlacesAndTheOthersCompiled() throws {
    let folder = try Folder()
    let bad = try folder.write(Array("x = 1\ny = (2 +\n".utf8), "bad.py")
    let good = try folder.write(CompileCommandTests.source, "good.py")
    let outcome = try Adder.run("compile", bad, good)
    #expect(outcome.status == 1 && outcome.errors == "\(bad):2:5: SyntaxError: '(' was never closed\n", "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("/good.\(CompileCommandTests.tag()).pyc\n"))
    let missing = try Adder.run("compile", folder.path + "/none.py", good)
    #expect(missing.status == 2 && missing.errors.contains("none.py: No such file"))
  }

  @Test func directoriesAreWalked() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/package/inner", withIntermediateDirectories: true)
    for name in ["a.py", "package/__init__.py", "package/inner/b.py", "package/notes.txt"] {
      try Data(CompileCommandTests.source).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    let outcome = try Adder.run("compile", folder.path)
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 3, "\(outcome.output)")
    #expect(try Adder.run("compile", folder.path).output.isEmpty)
  }

  @Test(arguments: ["dis", "check", "info", "cfg"]) func commandsCompileSources(_ command: String) throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    let outcome = try Adder.run(command, path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let bad = try folder.write(Array("def f(:\n".utf8), "bad.py")
    let wrong = try Adder.run(command, bad)
    #expect(wrong.status == (command == "check" ? 1 : 2))
    #expect((wrong.output + wrong.errors).hasPrefix("\(bad):1:7: SyntaxError: "), "\(wrong.output)\(wrong.errors)")
    #expect(try Adder.run(command, "--version", "3.3", path).status == 2)
  }

  @Test func disOfASourceIsThatOfItsFile() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    for version in ["3.13", "3.14"] {
      #expect(try Adder.run("compile", "--version", version, "-o", folder.path + "/m.pyc", path).status == 0)
      #expect(try Adder.run("dis", "--version", version, path).output == Adder.run("dis", folder.path + "/m.pyc").output)
    }
    let text = try Adder.run("dis", "-c", "x = 1\nprint(x)\n").output
    #expect(text.contains("STORE_NAME") && text.contains("(print"))
    #expect(try Adder.run("dis", "-c", "x", path).status == 2)
  }

  @Test func sourceLinesAreShownOnRequest() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    let text = try Adder.run("dis", "--source", path).output
    #expect(text.contains("# 1: def double(x):\n") && text.contains("\n\n# 4:     return 2 * x\n"), "\(text)")
    #expect(try Adder.run("compile", "-q", path).status == 0)
    let cached = "\(folder.path)/__pycache__/module.\(CompileCommandTests.tag()).pyc"
    #expect(try Adder.run("dis", "--source", cached).output == text)
  }

  @Test func diffComparesASourceInTwoVersions() throws {
    let folder = try Folder()
    let path = try folder.write(CompileCommandTests.source, "module.py")
    let outcome = try Adder.run("diff", "--versions", "3.13,3.14", path)
    #expect(outcome.status == 1 && outcome.output.contains("LOAD_FAST_BORROW"), "\(outcome.output)\(outcome.errors)")
  }
}
