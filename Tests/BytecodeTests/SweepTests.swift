import Foundation
import Testing

/// A CPython of the version whose bytecode is tested, if the machine has one: what `ADDER_PYTHON` names, else
/// `python3.13` on the path.
enum Oracle {
  static let python: String? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3.13" }
    return ([environment["ADDER_PYTHON"]].compactMap(\.self) + folders).first(where: isUsable)
  }()

  /// Version managers put scripts of that name on the path that only complain.
  private static func isUsable(_ path: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: path) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", "import sys; sys.exit(sys.version_info[:2] != (3, 13))"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

@Suite struct SweepTests {
  /// A sample of CPython's standard library; `make sweep` goes through all of it.
  @Test(.enabled(if: Oracle.python != nil, "needs CPython 3.13"))
  func sampleOfTheStandardLibrary() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    // The tests run from the folder of the products on Linux, from a bundle in it elsewhere.
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let products = try #require(bundle ?? Bundle.main.executableURL).deletingLastPathComponent()
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("adder-sweep-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let process = Process()
    let python = try #require(Oracle.python)
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [
      tests.appendingPathComponent("Sweeps/sweep.py").path, "--tool", products.appendingPathComponent("sweep-tool").path,
      "--work", work.path, "--sample", "25", "--seed", "3",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("dis-plain: "))
  }
}
