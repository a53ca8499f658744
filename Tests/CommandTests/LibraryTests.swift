import Bytecode
import Corpus
import Foundation
import Testing

/// Programs that stand on the standard library of an installed CPython print what they print there. Versions without one are passed over.
@Suite struct LibraryTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Library").path

  static let programs = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".py") }.sorted()

  static let pythons = InstructionSet.executableVersions.compactMap { CPython.find($0) }

  @Test func thereArePrograms() { #expect(LibraryTests.programs.count >= 4) }

  @Test(arguments: pythons.map(\.path), programs) func printsWhatCPythonPrints(python: String, program: String) throws {
    let installed = try #require(LibraryTests.pythons.first { $0.path == python })
    let environment = [
      "PATH": "\(URL(fileURLWithPath: python).deletingLastPathComponent().path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0",
      "PYTHONDONTWRITEBYTECODE": "1",
    ]
    let adder = try #require(Adder.binary).path
    let wanted = try Outcome.ofRunning(Command([python, "-s", "-S", program], in: LibraryTests.folder, environment: environment, timeLimit: 120))
    let words = [adder, "run", "--version", "\(installed.version)", "-S", program]
    let found = try Outcome.ofRunning(Command(words, in: LibraryTests.folder, environment: environment, timeLimit: 120))
    var expectation = Expectation()
    (expectation.status, expectation.output, expectation.errors) = (wanted.status, wanted.output, wanted.errors)
    if let difference = expectation.difference(from: found) { Issue.record("\(program) (\(installed.version)):\n\(difference)") }
  }

  /// What a program may not do, os may not do for it.
  @Test func permissionsHoldForOS() throws {
    let python = try #require(LibraryTests.pythons.last)
    let program = """
      import posix
      for call in (lambda: posix.stat('/'), lambda: posix.listdir('/'), lambda: posix.mkdir('/tmp/x'), lambda: posix.open('/dev/null', 0),
                   lambda: posix.fork(), lambda: posix.system('true'), lambda: posix.putenv('A', 'b'), lambda: posix.environ.get(b'PATH')):
        try: print(call())
        except OSError as error: print(type(error).__name__, error.errno)
      """
    let words = ["run", "--version", "\(python.version)", "--no-files", "--no-environment", "--no-processes", "-c", program]
    let outcome = try Adder.run(words, environment: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.output == String(repeating: "PermissionError 13\n", count: 7) + "None\n", "\(outcome.output)\(outcome.errors)")
  }
}
