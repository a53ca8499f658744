import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The library of an installed CPython: its modules that are written in Python can be imported.
public struct StandardLibrary: Sendable {
  /// `sys.prefix`
  public let prefix: String
  /// `PREFIX/lib/pythonX.Y`
  public let folder: String
  /// Where installed packages are.
  public var sitePackages: String { folder + "/site-packages" }

  /// Every library has this module.
  private static let landmark = "os.py"

  private init(prefix: String, version: PythonVersion) {
    self.prefix = prefix
    folder = "\(prefix == "/" ? "" : prefix)/lib/python\(version)"
  }

  private var isThere: Bool { FileReader.isRegularFile("\(folder)/\(StandardLibrary.landmark)") }

  /// The library of a version.
  /// - Parameters:
  ///   - home: where it is to be, if that was said (`PYTHONHOME`: a prefix, which another one may follow after a colon).
  ///   - path: folders with programs, `:` between them: the library of the first `pythonX.Y` there that has one is taken, else that below
  ///     /usr/local or /usr.
  public static func find(_ version: PythonVersion, home: String?, path: String?) -> StandardLibrary? {
    if let home { return StandardLibrary(prefix: String(home.prefix { $0 != ":" }), version: version) }
    for folder in (path ?? "").split(separator: ":") {
      guard let program = realPath("\(folder)/python\(version)") else { continue }
      let parts = program.split(separator: "/")
      let library = StandardLibrary(prefix: "/" + parts.dropLast(2).joined(separator: "/"), version: version)
      if library.isThere { return library }
    }
    return ["/usr/local", "/usr"].map { StandardLibrary(prefix: $0, version: version) }.first { $0.isThere }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
