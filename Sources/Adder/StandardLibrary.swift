import Bytecode

/// The library of an installed CPython: its modules that are written in Python can be imported.
public struct StandardLibrary: Sendable {
  /// `sys.base_prefix`
  public let prefix: String
  /// Where its modules are: `PREFIX/lib/pythonX.Y`, or any folder that was named.
  public let folder: String
  /// Where installed packages are: in the library, and where Debian puts its own and those of its administrators.
  public var packageFolders: [String] {
    let debian = prefix == "/usr" ? "/usr/local/lib/\(folder.split(separator: "/").last ?? "")/dist-packages" : nil
    return ["\(folder)/site-packages"] + (debian.map { [$0] } ?? []) + ["\(prefix)/lib/python3/dist-packages"]
  }

  /// Every library has this module.
  private static let landmark = "os.py"

  /// The library below a prefix, there or not.
  init(prefix: String, version: PythonVersion) {
    self.prefix = prefix
    folder = StandardLibrary.folder(of: prefix, version)
  }

  private init(folder: String) {
    let parts = folder.split(separator: "/")
    let isInPrefix = parts.dropLast().last == "lib" && parts.last?.hasPrefix("python") == true
    prefix = isInPrefix ? "/" + parts.dropLast(2).joined(separator: "/") : folder
    self.folder = folder
  }

  /// Where below a prefix the library and the packages of a version are.
  static func folder(of prefix: String, _ version: PythonVersion) -> String { "\(prefix == "/" ? "" : prefix)/lib/python\(version)" }

  var isThere: Bool { FileReader.isRegularFile("\(folder)/\(StandardLibrary.landmark)") }

  /// The library of `PYTHONHOME`, there or not: below a prefix, which another one may follow after a colon.
  public static func home(_ text: String, _ version: PythonVersion) -> StandardLibrary {
    StandardLibrary(prefix: String(text.prefix { $0 != ":" }), version: version)
  }

  /// The library that somebody named: a folder with the modules (`/usr/lib/python3.13`, the `Lib` of CPython's sources), or a prefix that has the library
  /// of the version (`/usr`). nil if it is neither.
  public static func named(_ path: String, _ version: PythonVersion) -> StandardLibrary? {
    var path = path.hasPrefix("/") ? path : "\(FileReader.currentDirectory)/\(path)"
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return [StandardLibrary(folder: path), StandardLibrary(prefix: path, version: version), StandardLibrary(folder: path + "/Lib")].first { $0.isThere }
  }
}
