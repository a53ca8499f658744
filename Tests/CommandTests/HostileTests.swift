import Foundation
import Testing

/// The programs in Tests/Hostile under limits. How long they take is measured by `make hostile`.
@Suite struct HostileTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Hostile/Programs/bytecode/3.13/hostile.pyc").path
  static let names = ((try? Adder.run("run", file))?.output ?? "").split(separator: "\n").map(String.init)

  @Test func thereAreManyOfThem() { #expect(HostileTests.names.count >= 200) }

  @Test(arguments: names) func endsByALimitOrAnException(_ name: String) throws {
    let limits = ["--max-time", "0.25", "--max-memory", "64M", "--max-output", "1M", "--no-files", "--no-environment", "--no-processes", "--no-network"]
    let outcome = try Adder.run(["run"] + limits + [HostileTests.file, name])
    #expect(!outcome.wasSignal)
    #expect([0, 1, 123, 124].contains(outcome.status), "exit status \(outcome.status)")
    if outcome.status != 0 { #expect(!outcome.errors.isEmpty) }
  }
}
