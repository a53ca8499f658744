import Foundation
import Testing

/// The command `adder` as its users see it.
enum Adder {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
    let wasSignal: Bool
  }

  /// The binary to test: ADDER in the environment, or the one built beside these tests.
  static let binary: URL? = {
    if let path = ProcessInfo.processInfo.environment["ADDER"] { return URL(fileURLWithPath: path) }
    // The tests run from the folder of the products on Linux, from a bundle in it elsewhere.
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    return (bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent().appendingPathComponent("adder")
  }()

  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// - Parameters:
  ///   - executable: a link to the binary; nil for the binary itself.
  ///   - environment: variables that Python reads; those that the tests run with are not handed on.
  ///   - folder: where it runs.
  ///   - input: its standard input.
  static func run(
    _ arguments: [String], as executable: URL? = nil, environment: [String: String] = [:], in folder: String? = nil, input: String? = nil
  ) throws -> Outcome {
    let process = Process()
    let built: URL = try #require(binary)
    process.executableURL = executable ?? built
    process.arguments = arguments
    let others = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PYTHON") }
    process.environment = others.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files, not pipes: both may hold more than a pipe does.
    let scratch = try Folder()
    let output = try scratch.write([], "output")
    let errors = try scratch.write([], "errors")
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    if let input {
      process.standardInput = FileHandle(forReadingAtPath: try scratch.write(Array(input.utf8), "input"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    // A program that does not end is ended, and so a failure of its test alone.
    let deadline = Date(timeIntervalSinceNow: 120)
    while process.isRunning && Date() < deadline { usleep(2000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8),
      wasSignal: process.terminationReason == .uncaughtSignal)
  }
}

/// A folder for the files of one test.
final class Folder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("adder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// The path of a new file with these bytes.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
