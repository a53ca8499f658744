import Bytecode
import Corpus
import Foundation
import Testing

/// A sample of Tests/Differential: random calls of everything builtin, compared with a real CPython. `make differential` makes more.
@Suite struct DifferentialTests {
  /// The share of calls, in per cent, that may differ.
  private static let most = "2"

  @Test func callsDoWhatCPythonDoes() throws {
    guard let version = PythonVersion("3.13"), let python = CPython.find(version) else { return }
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("adder-differential-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let adder = try #require(Adder.binary)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python.path)
    process.arguments = [
      tests.appendingPathComponent("Differential/differential.py").path, "--adder", adder.path, "--calls", "3000", "--work", work.path,
      "--most", Self.most]
    let folder = try Folder()
    let output = try folder.write([], "output")
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let report = try String(contentsOfFile: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(report)")
    #expect(report.contains("3000 calls of") || report.contains("2999 calls of"), "\(report)")
  }
}
