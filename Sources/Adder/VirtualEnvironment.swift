import Bytecode

/// A virtual environment (PEP 405): a folder with a file `pyvenv.cfg`, and packages of its own.
public struct VirtualEnvironment: Sendable {
  /// `sys.prefix`
  public let prefix: String
  /// The folder of the programs of the Python that it was made with.
  private let home: String?
  /// The version that it is for, if that is said.
  public let version: PythonVersion?
  /// The packages that are installed outside of it can be imported too.
  public let seesOtherPackages: Bool

  /// The environment in a folder; nil if there is none.
  public init?(at prefix: String) {
    guard let data = try? FileReader.read("\(prefix)/pyvenv.cfg", most: 1 << 16) else { return nil }
    var values: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
      if parts.count == 2 { values[parts[0].lowercased()] = parts[1] }
    }
    self.prefix = prefix
    home = values["home"]
    // `version` is written by venv, `version_info` by virtualenv and uv.
    let release = (values["version"] ?? values["version_info"] ?? "").split(separator: ".").prefix(2).joined(separator: ".")
    version = PythonVersion(release)
    seesOtherPackages = values["include-system-site-packages"]?.lowercased() == "true"
  }

  /// The environment that a program belongs to: its file is beside the program or one folder above.
  public init?(of executable: String) {
    let folder = VirtualEnvironment.parent(of: executable)
    guard let found = VirtualEnvironment(at: VirtualEnvironment.parent(of: folder)) ?? VirtualEnvironment(at: folder) else { return nil }
    self = found
  }

  /// The prefix of the Python that it was made with.
  public var basePrefix: String? { home.map { VirtualEnvironment.parent(of: $0) } }

  /// Where its packages for a version are.
  public func sitePackages(_ version: PythonVersion) -> String { StandardLibrary.folder(of: prefix, version) + "/site-packages" }

  /// Whether it is for a version.
  public func fits(_ wanted: PythonVersion) -> Bool { version.map { $0 == wanted } ?? FileReader.isDirectory(sitePackages(wanted)) }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
