import Bytecode
import Foundation
import Testing

/// `adder dis` and `adder info` on files of all versions, damaged ones included.
@Suite struct DisCommandTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("BytecodeTests/Fixtures/Versions").path

  private func path(_ version: String) -> String { "\(DisCommandTests.folder)/\(version).pyc" }

  private func data(_ version: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(version)))) }

  private func text(_ version: String) throws -> String {
    String(decoding: Disassembler.text(of: try PycFile(reading: data(version)).code), as: UTF8.self)
  }

  @Test(arguments: InstructionSet.versions.map(\.description)) func filesOfEveryVersionAreShown(_ version: String) throws {
    let outcome = try Adder.run("dis", path(version))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(try outcome.output == text(version))
  }

  @Test func severalFilesHaveHeaders() throws {
    let outcome = try Adder.run("dis", path("3.8"), path("3.14"))
    #expect(try outcome.output == "File \(path("3.8")):\n" + text("3.8") + "\nFile \(path("3.14")):\n" + text("3.14"))
    let json = try Adder.run("dis", "--format", "json", path("3.8"), path("3.14")).output
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(root.map { $0["file"] as? String } == [path("3.8"), path("3.14")])
  }

  /// So many files are not all parsed as arguments; options may stand anywhere in front of the last ones.
  @Test(arguments: [[], ["--format", "text"], ["--format=text"], ["--"]]) func manyFilesAreShownInOrder(_ options: [String]) throws {
    let versions = InstructionSet.versions.map(\.description)
    let texts = try versions.map { version in "File \(path(version)):\n" + (try text(version)) }
    let wanted = texts.joined(separator: "\n")
    let outcome = try Adder.run(["dis"] + options + versions.map(path))
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output == wanted)
    let missing = try Adder.run(["dis"] + options + versions.map(path) + ["/nonexistent"])
    #expect(missing.status == 2 && missing.output == wanted && missing.errors == "adder: /nonexistent: No such file or directory\n")
    let first = path(versions[0])
    let between = try Adder.run(["dis", first] + options + versions.dropFirst().map(path))
    #expect(between.status == 0 && between.output == wanted)
  }

  @Test(arguments: [
    ("3.8", "--show-caches"), ("3.8", "--show-positions"), ("3.10", "--adaptive"), ("3.12", "--show-positions"),
    ("3.13", "--show-positions"), ("2.7", "-S"),
  ])
  func optionsThatTheVersionLacksAreRefused(_ version: String, _ option: String) throws {
    let outcome = try Adder.run("dis", option, path(version))
    let name = option == "-S" ? "--adaptive" : option
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "adder: \(path(version)): the dis module of Python \(version) has no option \(name)\n")
  }

  @Test func oldVersionsAlwaysShowOffsets() throws {
    let outcome = try Adder.run("dis", "-O", path("3.9"))
    #expect(outcome.status == 2 && outcome.errors.contains("has no option --show-offsets, but always shows offsets"))
  }

  @Test func theVersionMustBeThatOfTheFile() throws {
    #expect(try Adder.run("dis", "--version", "3.8", path("3.8")).output == text("3.8"))
    let outcome = try Adder.run("dis", "--version", "3.9", path("3.8"))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "adder: \(path("3.8")): bytecode of Python 3.8, not 3.9 as --version says\n")
    let unknown = try Adder.run("dis", "--version", "3.5", path("3.8"))
    #expect(unknown.status == 2 && unknown.errors.contains("unknown Python version 3.5"))
  }

  @Test func bestEffortShowsWhatIsLeft() throws {
    let folder = try Folder()
    let data = try data("3.12")
    let file = try folder.write(Array(data[..<(data.count / 2)]), "half.pyc")
    let strict = try Adder.run("dis", file)
    #expect(strict.status == 2 && strict.output.isEmpty)
    let outcome = try Adder.run("dis", "--best-effort", file)
    #expect(outcome.status == 2 && outcome.output.contains("LOAD_CONST"))
    #expect(outcome.errors.contains("\(file): stopped at byte "))
    let whole = try Adder.run("dis", "--best-effort", path("3.12"))
    #expect(whole.status == 0 && whole.errors.isEmpty)
    #expect(try whole.output == text("3.12"))
  }

  @Test func bestEffortTakesAVersionForAnUnknownMagicNumber() throws {
    let folder = try Folder()
    let file = try folder.write([0xFF, 0xFF] + data("3.11").dropFirst(2), "stray.pyc")
    let outcome = try Adder.run("dis", "--best-effort", "--version", "3.11", file)
    #expect(try outcome.output == text("3.11"))
    #expect(outcome.status == 2 && outcome.errors.contains("unknown magic number 65535"))
  }

  @Test func opcodeMapsUndoARemapping() throws {
    let folder = try Folder()
    let set = try #require(InstructionSet.of(PythonVersion(3, 9)))
    let (load, pop) = (try #require(set.named("LOAD_CONST")).number, try #require(set.named("LOAD_NAME")).number)
    func swapped(_ image: CodeImage) -> CodeImage {
      var fields = image.fields
      var bytes = fields.code.array
      for index in stride(from: 0, to: bytes.count, by: 2) {
        if UInt16(bytes[index]) == load { bytes[index] = UInt8(pop) } else if UInt16(bytes[index]) == pop { bytes[index] = UInt8(load) }
      }
      fields.code = ByteString(bytes)
      fields.constants = fields.constants.map { if case .code(let nested) = $0 { .code(swapped(nested)) } else { $0 } }
      return CodeImage(fields)
    }
    var pyc = try PycFile(reading: data("3.9"))
    pyc.code = swapped(pyc.code)
    let file = try folder.write(pyc.write(), "swapped.pyc")
    let map = try folder.write(Array("LOAD_CONST \(pop)\nLOAD_NAME \(load)\n".utf8), "map")
    #expect(try Adder.run("dis", "--opcode-map", map, file).output == text("3.9"))
    let bad = try folder.write(Array("LOAD_CONST\n".utf8), "bad")
    let outcome = try Adder.run("dis", "--opcode-map", bad, file)
    #expect(outcome.status == 2 && outcome.errors == "adder: \(file): \(bad), line 1: no number behind LOAD_CONST\n")
  }

  @Test(arguments: InstructionSet.versions.map(\.description)) func infoSaysWhatIsInAFile(_ version: String) throws {
    let outcome = try Adder.run("info", path(version))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("  Python \(version), magic number "))
    #expect(outcome.output.contains("imports: os.path, sys (argv, version_info)"))
    #expect(outcome.output.contains("<module>, line ") && outcome.output.contains("GENERATOR"))
    let json = try Adder.run("info", "--format", "json", path(version), path("3.8")).output
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(root.map { $0["python"] as? String } == [version, "3.8"])
    let codes = try #require(root[0]["code_objects"] as? [[String: Any]])
    #expect(codes[0]["qualname"] as? String == "<module>" && codes.count > 10)
    #expect((root[0]["imports"] as? [[String: Any]])?.map { $0["module"] as? String } == ["os.path", "sys"])
  }
}
