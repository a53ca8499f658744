import Foundation

/// A real CPython, where one is installed: what the tables are compared with.
struct Oracle {
  /// Lines of words, by their first word.
  private let facts: [String: [[String]]]

  /// Runs the CPython of `version` (such as `3.13`); nil where none is found.
  init?(version: String, script: String = oracleScript) throws {
    guard let python = Self.find(version) else { return nil }
    let output = try Self.run(python, script)
    var facts: [String: [[String]]] = [:]
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      facts[words[0], default: []].append(Array(words.dropFirst()))
    }
    self.facts = facts
  }

  func lines(_ kind: String) -> [[String]] { facts[kind] ?? [] }

  /// `python3.13` on the PATH, or the newest of pyenv's.
  static func find(_ version: String) -> URL? {
    let environment = ProcessInfo.processInfo.environment
    var places = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python\(version)" }
    let home = environment["HOME"] ?? ""
    let installed = (try? FileManager.default.contentsOfDirectory(atPath: "\(home)/.pyenv/versions")) ?? []
    places += installed.filter { $0.hasPrefix(version + ".") }.sorted().reversed().map {
      "\(home)/.pyenv/versions/\($0)/bin/python\(version)"
    }
    let found = places.first { path in
      // pyenv's shims stand on the PATH, but fail unless the version is selected.
      !path.contains("/shims/") && FileManager.default.isExecutableFile(atPath: path)
    }
    return found.map { URL(filePath: $0) }
  }

  /// The standard output of a program in Python.
  static func run(_ python: URL, _ program: String) throws -> String {
    let process = Process()
    process.executableURL = python
    process.arguments = ["-E", "-s", "-W", "ignore", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw OracleError(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }

  struct OracleError: Error {
    let status: Int32
  }
}
