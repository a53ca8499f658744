import Bytecode

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A real CPython on this machine.
public struct CPython: Sendable {
  public let version: PythonVersion
  public let path: String

  /// The CPython at a path; nil if there is none of this version.
  public init?(version: PythonVersion, path: String) {
    let script = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])"
    let command = Command([path, "-I", "-S", "-c", script], in: "/", environment: CPython.environment, timeLimit: 60)
    guard access(path, X_OK) == 0, let outcome = try? Outcome.ofRunning(command), outcome.status == 0 else { return nil }
    let lines = lines(of: outcome.output)
    guard lines.count == 1, text(lines[0]) == "cpython \(version)" else { return nil }
    self.version = version
    self.path = path
  }

  /// Looks for a version: the newest that pyenv installed, then `pythonX.Y` on PATH.
  public static func find(_ version: PythonVersion) -> CPython? {
    let installed = "\(variable("HOME"))/.pyenv/versions"
    let patches = entries(of: installed).compactMap { name -> (Int, String)? in
      guard name.hasPrefix("\(version)."), let patch = Int(name.dropFirst("\(version).".count)) else { return nil }
      return (patch, "\(installed)/\(name)/bin/python\(version)")
    }
    let places = patches.sorted { $0.0 > $1.0 }.map(\.1) + variable("PATH").split(separator: ":").map { "\($0)/python\(version)" }
    for place in places {
      if let found = CPython(version: version, path: place) { return found }
    }
    return nil
  }

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  static let environment = CorpusProgram.environment.merging(["PATH": variable("PATH")]) { $1 }
}
