import Bytecode
import Foundation
import Testing

/// `adder check` and `adder dis`, and what all commands do with files that cannot be used.
@Suite struct FileCommandTests {
  /// A module that returns None.
  private static func pyc(_ change: (inout CodeImage.Fields) -> Void = { _ in }) throws -> [UInt8] {
    let set = try #require(InstructionSet.of(PythonVersion(3, 13)))
    var fields = CodeImage.Fields(version: set.version)
    fields.code = ByteString([
      UInt8(try #require(set.named("RESUME")).number), 0, UInt8(try #require(set.named("RETURN_CONST")).number), 0,
    ])
    fields.constants = [.none]
    fields.stackSize = 1
    fields.name = "<module>"
    fields.qualifiedName = "<module>"
    change(&fields)
    let header = PycHeader(magic: set.magic.released, source: .timeStamp(0, size: 0))
    return PycFile(header: header, code: CodeImage(fields)).write()
  }

  private static func damaged() throws -> [UInt8] {
    try pyc { $0.constants = [] }
  }

  @Test func checkIsSilentAboutGoodFiles() throws {
    let folder = try Folder()
    let outcome = try Adder.run("check", try folder.write(FileCommandTests.pyc(), "good.pyc"))
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func checkPrintsALineForEachFinding() throws {
    let folder = try Folder()
    let path = try folder.write(FileCommandTests.damaged(), "bad.pyc")
    let outcome = try Adder.run("check", path)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(
      outcome.output
        == "\(path): code object <module>, offset 2 (RETURN_CONST): constant 0 out of range (there are 0)\n")
  }

  @Test func checkGoesOnBehindUnreadableFiles() throws {
    let folder = try Folder()
    let bad = try folder.write(FileCommandTests.damaged(), "bad.pyc")
    let outcome = try Adder.run("check", folder.path + "/none.pyc", bad)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("offset 2") && outcome.errors.contains("none.pyc"))
  }

  @Test func disPrintsTheTextOfTheLibrary() throws {
    let folder = try Folder()
    let data = try FileCommandTests.pyc()
    let path = try folder.write(data, "good.pyc")
    let code = try PycFile(reading: data).code
    #expect(try Adder.run("dis", path).output == String(decoding: Disassembler.text(of: code), as: UTF8.self))
    var options = Disassembler.Options()
    options.shown = [.caches, .offsets]
    let wanted = String(decoding: Disassembler.text(of: code, options), as: UTF8.self)
    #expect(try Adder.run("dis", "-C", "-O", path).output == wanted)
    #expect(try Adder.run("dis", "--show-caches", "--show-offsets", path).output == wanted)
    #expect(try Adder.run("dis", "--stack", path).output.contains("[]"))
    let json = try Adder.run("dis", "--format", "json", path).output
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
  }

  @Test func damagedCodeIsStillShown() throws {
    let folder = try Folder()
    let outcome = try Adder.run("dis", try folder.write(FileCommandTests.damaged(), "bad.pyc"))
    #expect(outcome.status == 0 && outcome.output.contains("(<out of range>)"))
  }

  @Test(arguments: ["check", "dis", "run"]) func unusableFilesAreNamedInOneLine(_ command: String) throws {
    let folder = try Folder()
    let good = try FileCommandTests.pyc()
    let tuples = [[UInt8]](repeating: [UInt8(ascii: ")"), 1], count: 100_000).flatMap { $0 }
    let cycle: [UInt8] = [UInt8(ascii: ")") | 0x80, 1, UInt8(ascii: "r"), 0, 0, 0, 0]
    let cases: [(name: String, data: [UInt8], text: String)] = [
      ("empty", [], "ends within the header"),
      ("script", Array("print('hello')\n".utf8), "not a .pyc file"),
      ("header", Array(good[..<12]), "ends within the header"),
      ("truncated", Array(good.dropLast(3)), "byte "),
      ("python35", [0x17, 0x0D] + good.dropFirst(2), "Python 3.5"),
      ("future", [0xFF, 0xFE] + good.dropFirst(2), "unknown magic number"),
      ("cyclic", good[..<16] + cycle, "byte 18: reference 0 to an object that contains it"),
      ("deep", good[..<16] + tuples, "nested more than"),
      ("huge", good[..<16] + [UInt8(ascii: "s"), 0xFF, 0xFF, 0xFF, 0x7F], "only 0 bytes are left"),
    ]
    for (name, data, text) in cases {
      let path = try folder.write(data, "\(name).pyc")
      try expectOneLine(try Adder.run(command, path), path, text)
    }
    try expectOneLine(try Adder.run(command, folder.path), folder.path, "directory")
    try expectOneLine(try Adder.run(command, "/no/such/file.pyc"), "/no/such/file.pyc", "No such file")
  }

  private func expectOneLine(_ outcome: Adder.Outcome, _ path: String, _ text: String) throws {
    #expect(outcome.status == 2 && !outcome.wasSignal && outcome.output.isEmpty)
    #expect(outcome.errors.contains(text) && outcome.errors.contains(path), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("\n") && outcome.errors.count { $0 == "\n" } == 1)
  }

  @Test func runRefusesUnsoundCode() throws {
    let folder = try Folder()
    let path = try folder.write(FileCommandTests.damaged(), "bad.pyc")
    let outcome = try Adder.run("run", path)
    try expectOneLine(outcome, path, "constant 0 out of range")
  }
}
