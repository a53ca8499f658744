import Foundation
import Testing

/// The files in Tests/FailCases, which once made Adder fail.
@Suite struct FailCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("FailCases").path
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".pyc") }.sorted()

  @Test func thereAreSome() { #expect(!FailCaseTests.files.isEmpty) }

  @Test(arguments: files) func endsWithoutASignal(_ file: String) throws {
    let path = FailCaseTests.folder + "/" + file
    for command in [["check"], ["dis"], ["dis", "--format", "json"], ["dis", "--format", "asm"], ["cfg"]] {
      let outcome = try Adder.run(command + [path])
      #expect(!outcome.wasSignal && outcome.status <= 2)
    }
    let limits = ["--max-instructions", "5000000", "--max-time", "5", "--max-memory", "512M", "--max-output", "1M", "--no-files"]
    #expect(!(try Adder.run(["run"] + limits + [path]).wasSignal))
  }

  @Test(arguments: files) func assemblesToTheSameFile(_ file: String) throws {
    let path = FailCaseTests.folder + "/" + file
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("adder-fail-case-\(UUID().uuidString)").path
    defer { for suffix in [".asm", ".pyc"] { try? FileManager.default.removeItem(atPath: base + suffix) } }
    let text = try Adder.run(["dis", "--format", "asm", path])
    try #require(text.status == 0)
    try text.output.write(toFile: base + ".asm", atomically: true, encoding: .utf8)
    let outcome = try Adder.run(["asm", base + ".asm", "-o", base + ".pyc"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(FileManager.default.contents(atPath: base + ".pyc") == FileManager.default.contents(atPath: path))
  }
}
